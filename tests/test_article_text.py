"""An article's text is taken apart by a rule: sections, sentences, words and printed numbers."""

import re

import pytest

from tools.new.numbers import FOOTNOTE, LIST, NAME, NOTE, PLACE
from tools.new.text import take_apart

# What is found in a text, in order; "ignored: reason" is what is passed over.
NUMBERS = [
    # dates
    ("It fell on January 27, 2025, and rose on 28 January.", "January 27, 2025 | 28 January"),
    ("On the 3rd of May 2024, in June 2024 and on Dec. 5.", "3rd of May 2024 | June 2024 | Dec. 5"),
    (
        "From 24 to 27 January 2025; 2025-01-27; 27/01/2025.",
        "24 to 27 January 2025 | 2025-01-27 | 27/01/2025",
    ),
    (
        "Am 27. Januar 2025, am 3.10.2024 und im März 2023 war die Lage ernst.",
        "27. Januar 2025 | 3.10.2024 | März 2023",
    ),
    ("Le 27 janvier 2025 et le 1er mai, dans les rues et les villes.", "27 janvier 2025 | 1er mai"),
    ("Since 2019, in the 1990s, in mid-2024 and in Q3 2024.", "2019 | 1990s | 2024 | Q3 2024"),
    # years and ranges
    (
        "Between 2019 and 2021, from 1914 to 1918, 2019–2023, 2020-21.",
        "2019 and 2021 | 1914 | 1918 | 2019–2023 | 2020-21",
    ),
    (
        "Costs fell by 90 to 95%, by 5-10%, between 8% and 10%, from 5% to 3%.",
        "90 to 95% | 5-10% | 8% and 10% | 5% | 3%",
    ),
    ("Zwischen 8 und 10 Prozent, 5 bis 7 Euro, der und die.", "8 und 10 Prozent | 5 bis 7 Euro"),
    # units and currencies
    (
        "A 7nm chip of 7 nm, 12 km, 3.5 kWh, 25 °C, 30 km², 10x.",
        "7nm | 7 nm | 12 km | 3.5 kWh | 25 °C | 30 km² | 10x",
    ),
    (
        "It cost $5.6 million, US$3bn, €20, 20 €, 10 million yuan, USD 5 million.",
        "$5.6 million | US$3bn | €20 | 20 € | 10 million yuan | USD 5 million",
    ),
    (
        "Es kostet 3,5 Mio. Euro, 82,7 Milliarden Euro und nicht 5 Mrd. Euro.",
        "3,5 Mio. Euro | 82,7 Milliarden Euro | 5 Mrd. Euro",
    ),
    (
        "3%, 3 %, 3 per cent, 3 percent, 3 percentage points, 3‰.",
        "3% | 3 % | 3 per cent | 3 percent | 3 percentage points | 3‰",
    ),
    ("-6.5%, a loss of −3 points, +4%.", "-6.5% | −3 | +4%"),
    ("70B parameters, $5B, 100k people.", "70B | $5B | 100k"),
    # thousands marks and decimals
    ("1,000 or 1 000 or 1'000 or 1,234,567.89 people.", "1,000 | 1 000 | 1'000 | 1,234,567.89"),
    (
        "Die Stadt hat 1.000 und nicht 476.290.763 Einwohner, das ist 2,5 mehr.",
        "1.000 | 476.290.763 | 2,5",
    ),
    ("0.55 and 15 and 2½ and ¾.", "0.55 | 15 | 2½ | ¾"),
    # times, ordinals, scores
    ("At 10:30, at 4:06 a.m., at 9 p.m. and at 14h30.", "10:30 | 4:06 a.m. | 9 p.m. | 14h30"),
    ("Um 16 Uhr und um 16.30 Uhr ist das nicht der Fall.", "16 Uhr | 16.30 Uhr"),
    ("The 4th largest, in the 21st century, won 3–2, one in 1/3.", "4th | 21st | 3–2 | 1/3"),
    ("It is No. 1 of 20 and a 5-year plan for 35-year-olds.", "1 | 20 | 5 | 35"),
    # names
    (
        "Orchid-R1, GPT-4o, the H800, V3 and 5G.",
        "R1: name | 4o: name | H800: name | V3: name | 5G: name",
    ),
    (
        "The S&P 500, Covid-19, Orchid 3.1 405B, the Merlin 9010 and CO2.",
        "500: name | 19: name | 3.1: name | 405B: name | 9010: name | CO2: name",
    ),
    (
        "The “Made in Ambry 2025” plan, Agenda 2030 and Vision 2030.",
        "2025: name | 2030: name | 2030: name",
    ),
    ("In Texas 35 people, and in London 2,000; About 12 came.", "35 | 2,000 | 12"),
    ("In top-10 lists and sub-10% rates, post-2015.", "10 | 10% | 2015"),
    ("Die Bank 35 Filialen nicht, das ist die Boeing 747 und der Airbus.", "35 | 747: name"),
    ("在2025年1月27日，约140家公司损失600亿美元。", "2025年1月27日 | 140 | 600亿"),
    # marks
    ("1– Challenge to the record of 2023", "1–: list | 2023"),
    ("3. A third point of 12 people.", "3.: list | 12"),
    ("(2) A second point. 5.6 million.", "(2): list | 5.6 million"),
    ("5.6 million. This is no mark.", "5.6 million"),
    (
        "It grew by 3%.[1] It fell.[2, 3] It stayed.¹²",
        "3% | [1]: footnote | [2, 3]: footnote | ¹²: footnote",
    ),
    (
        "At 29 µg/m³ and 50 km/h, per m³, by 10⁶. A problem¹ of 2019² stays at 35%³.",
        "29 µg/m³ | 50 km/h | ³: name | 10⁶ | ¹: footnote | 2019 | ²: footnote | 35% | ³: footnote",
    ),
    (
        "The rate grew.1 It fell by 5%.2 And growth3 came in 2019.4 It ended.",
        "1: footnote | 5% | 2: footnote | 3: footnote | 2019 | 4: footnote",
    ),
    (
        "It had 2,950.1 The rest went “in 2003,”2 and 30%,3 no more.",
        "2,950 | 1: footnote | 2003 | 2: footnote | 30% | 3: footnote",
    ),
    (
        "A loss of 72%.(5) Informe n.º 7/2025, Regulation (EU) 2024/1252, the NI 43-101 report.",
        "72% | (5): footnote | 7/2025: name | 2024/1252: name | 43-101: name",
    ),
    ("It was 6.35cm – 0.12% longer, from (- 14,1 %) to 4x2.", "6.35cm | 0.12% | - 14,1 % | 4x2"),
    (
        "At 6:00 PM, 9 PM; Ley 20/2021; del 3 al 5 de marzo de 2023 y los.",
        "6:00 PM | 9 PM | 20/2021 | 3 al 5 de marzo de 2023",
    ),
    ("Das sind in Euro je Einwohner 32. Und der ist nicht die S&P 500.", "32 | 500: name"),
    ("A rise from 404 in 2022 to 280,000, in 2005 to 300.", "404 | 2022 | 280,000 | 2005 | 300"),
    ("[1] Smith, 2019, p. 23 and 35 others.", "[1]: footnote | 2019: note | 23: place | 35: note"),
    (
        "See page 12, pp. 3–5, Article 5 and Section 230.",
        "12: place | 3–5: place | 5: place | 230: place",
    ),
    (
        "See https://example.org/2024/05/a-1 and write to a1@example.org.",
        "https://example.org/2024/05/a-1: address | a1@example.org: address",
    ),
]
REASONS = {
    "name": NAME,
    "list": LIST,
    "footnote": FOOTNOTE,
    "note": NOTE,
    "place": PLACE,
    "address": "part of an address",
}


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers(text, expected):
    """Each run of digits is found as it is printed, or ignored with its reason."""
    told = {reason: name for name, reason in REASONS.items()}

    found = [
        f"{n.text}: {told[n.reason]}" if n.reason else n.text for n in take_apart(text).numbers
    ]

    assert expected.split(" | ") == found


@pytest.mark.parametrize("text", [text for text, _ in NUMBERS] + [" ".join(t for t, _ in NUMBERS)])
def test_every_digit(text):
    """No digit of a text is lost, and none is found twice."""
    found = "".join(number.text for number in take_apart(text).numbers)

    assert re.findall(r"[\d¹²³]", text) == re.findall(r"[\d¹²³]", found)


ARTICLE = """The bridge of Ambry: what it cost

By Nobody in Particular

The bridge was opened on 4 May 2021. It cost $5.6 million, Dr. Orr said, and took
three years; the U.S. firm that built it had promised no more than

4 million. "It will last," she said. Will it?

The promises:

There were promises:

1– The first: the council wrote down 1,200 crossings a day, which is more than the old ferry ever
carried in any summer that the keeper of the ferry could remember, and he had kept his book since
the spring of 1987 without a gap.

2– The second: the toll would stay at 2 crowns, and the council wrote that nobody who lives in the
valley would ever have to pay it, a promise that was kept for all of the first year and then was
kept no longer.

The sources of the money

Half of it came from the state.[1]

Notes

[1] The Valley Paper, 2020, p. 3.
"""


def test_sections():
    """Headings make sections, numbered points are sections of their own, and the first line is the title."""
    article = take_apart(ARTICLE)

    assert "The bridge of Ambry: what it cost" == article.title
    assert {
        "introduction": "Introduction",
        "the-promises": "The promises",
        "the-promises-1": "The promises, point 1",
        "the-promises-2": "The promises, point 2",
        "the-sources-of-the-money": "The sources of the money",
        "notes": "Notes",
    } == article.sections


def test_sentences():
    """Abbreviations end no sentence, and a paragraph that was cut within a sentence goes on."""
    article = take_apart(ARTICLE)

    assert [5, 1, 1, 1, 1, 1] == [
        sum(sentence.where == where for sentence in article.sentences) for where in article.sections
    ]
    assert list(range(1, 6)) == [s.number for s in article.sentences if s.where == "introduction"]


def test_places():
    """A number is placed by its word, counted over the whole text."""
    article, words = take_apart(ARTICLE), ARTICLE.split()

    assert [] == [n for n in article.numbers if n.text.split()[0] not in words[n.at - 1]]
    assert [len(word) for word in words] == [n for p in article.paragraphs for n in p.lengths]


def test_spelled():
    """Numbers in words are listed apart; whether one is a figure, only a person can tell."""
    assert ["three", "Half"] == [word.text for word in take_apart(ARTICLE).spelled]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A third is lost.", ["A third"]),
        ("Two-thirds, then two fifths, a quarter.", ["Two-thirds", "two fifths", "a quarter"]),
        ("It was twice as much, for one in five.", ["twice", "one in five"]),
        ("Das ist ein Drittel, und die Hälfte nicht.", ["ein Drittel", "die Hälfte"]),
        ("In the third room of the tenth house.", []),
    ],
)
def test_parts_in_words(text, expected):
    """Parts of a whole and multiples are numbers in words; places in a row are none."""
    assert expected == [word.text for word in take_apart(f"# A title\n\n{text}").spelled]


def test_beside_a_number_in_words():
    """A number in words is asked about with the words around it."""
    text = "The first of the long sentences here says that three of them were never found again."

    (three,) = take_apart(f"# A title\n\n{text}").spelled

    assert "…sentences here says that three of them were never found…" == three.beside


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("", {}),
        ("One sentence.", {"the-text": "The text"}),
        (
            "# One\n\nText here.\n\n## Two\nMore text.\n",
            {"introduction": "Introduction", "two": "Two"},
        ),
        (
            "Title\n=====\n\nText.\n\nPart\n----\n\nText.",
            {"introduction": "Introduction", "part": "Part"},
        ),
        (
            "A title\nBy A. Writer\nPublished 3 May 2025\n\nText.\n\nPart\n\nText.",
            {"introduction": "Introduction", "part": "Part"},
        ),
        ("A title\n\nSame\n\nText.\n\nSame\n\nText.", {"same": "Same", "same-part-2": "Same"}),
        ("A title\n\n标题\n\n正文。\n\n第二\n\n正文。", {"part-1": "标题", "part-2": "第二"}),
    ],
)
def test_headings(text, sections):
    """Headings are known by their marks or by standing alone; without any there is one section."""
    assert sections == take_apart(text).sections
