"""The X-ray: the article as lengths of words, with each printed number in its true place."""

from dataclasses import replace
from itertools import combinations

import pytest
import vl_convert
from conftest import DOCS
from test_drawing import items_of

from charts import specs, svg, theme, xray
from charts.called import xrays
from charts.passages import extract
from charts.render import drawing_of
from ledger.claim import Paragraph
from ledger.pages import page_of
from ledger.read import read_ledger

LEDGER = read_ledger(DOCS)
SECTIONS = list(LEDGER.article.sections)
every_text = pytest.mark.parametrize(
    "text", [extract(LEDGER), extract(LEDGER, SECTIONS[1:2])], ids=["whole", "section"]
)
every_frame = pytest.mark.parametrize("frame", theme.FRAMES.values(), ids=lambda frame: frame.name)


def drawn(text, frame):
    """All that a picture shows, with its scene."""
    spec = specs.spec_of(xray.draw(text, frame), frame)
    scene = vl_convert.vegalite_to_scenegraph(spec)
    return items_of(spec, scene), scene


def table_of(text, frame, *columns):
    """The rows of a picture that have just these columns."""
    tables = xray.draw(text, frame).to_dict(validate=False)["datasets"].values()
    return next((rows for rows in tables if {*rows[0]} == {*columns}), [])


def numbers_of(text):
    """The numbers of an extract."""
    return [number for passage in text.passages for number in passage.numbers]


@every_text
@every_frame
def test_every_word_is_drawn(text, frame):
    """Each word has its bar or belongs to a printed number, and bars are as long as words."""
    words = [row["letters"] for row in table_of(text, frame, "letters", "line")]
    taken = {n.at + more for n in numbers_of(text) for more in range(len(n.text.split()))}

    lengths = [round(end - start) for start, end in zip(words[::3], words[1::3], strict=True)]

    assert lengths == [
        length
        for passage in text.passages
        for place, length in enumerate(passage.lengths, passage.first)
        if place not in taken
    ]


@every_text
def test_numbers_stand_in_their_place(text):
    """As many words stand before a number as before its place in the article."""
    frame = theme.FRAMES["narrow"]
    words = [(row["line"], row["letters"]) for row in table_of(text, frame, "letters", "line")[::3]]
    numbers = table_of(text, frame, "letters", "line", "end", "text", "verdict", "href")
    first = text.passages[0].first

    taken = 0
    for number, row in zip(numbers_of(text), numbers, strict=True):
        before = sum(place < (row["line"], row["letters"]) for place in words)
        assert (number.text, number.at - first) == (row["text"], before + taken)
        taken += len(number.text.split())


@every_text
@every_frame
def test_no_sentence_is_shown(text, frame):
    """The only words of a picture are the names of sections and the numbers that are printed."""
    items, _ = drawn(text, frame)

    shown = {line for item in items if item.kind == "text" for line in item.lines}

    assert shown <= {*LEDGER.article.sections.values()} | {n.text for n in numbers_of(text)}


@every_text
@every_frame
def test_numbers_lead_to_claims(text, frame):
    """Every number is a link to its claim, and no two of them, and nothing else, overlap."""
    drawing = drawing_of(xray.draw(text, frame), frame, "x")
    items, scene = drawn(text, frame)
    links = [part.get("href") for part in svg.parts(drawing.svg, "a")]
    boxes = [item.box for item in items if item.kind == "text"]

    assert links == [f"claims/{number.claim}/" for number in numbers_of(text)]
    assert not [box for box in boxes if box[2] > frame.width + 1 or box[3] > scene["height"]]
    for one, other in combinations(boxes, 2):
        level = one[1] < other[3] and other[1] < one[3]
        assert not (level and one[0] < other[2] and other[0] < one[2])


def test_a_page_calls_its_part():
    """A page's call makes one picture of the sections that it names, and of no others."""
    page = page_of("a.md", {}, f'{{{{ xray() }}}}\n\n{{{{ xray("{SECTIONS[1]}") }}}}\n')

    found = xrays(replace(LEDGER, pages=(page,)))

    assert [*found] == ["xray", f"xray-{SECTIONS[1]}"]
    assert len(found["xray"].passages) == len(LEDGER.paragraphs)
    assert len(found[f"xray-{SECTIONS[1]}"].passages) == sum(
        paragraph.where == SECTIONS[1] for paragraph in LEDGER.paragraphs
    )


def test_no_lengths_no_picture():
    """Without the lengths of the words there is no picture, and no mistake."""
    page = page_of("a.md", {}, "{{ xray() }}\n")

    assert not xrays(replace(LEDGER, pages=(page,), paragraphs=()))


def test_article_without_numbers():
    """An article without a printed number is drawn as its words alone."""
    bare = replace(LEDGER, printed=(), paragraphs=(Paragraph(SECTIONS[0], (3, 5, 40)),))

    items, _ = drawn(extract(bare), theme.FRAMES["wide"])

    assert {"line", "text"} == {item.kind for item in items}
    assert xray.title(extract(bare)) == "Words alone: no printed figure to check"


def test_drafts_have_no_verdict():
    """A number of a draft stands in its place, without a sign and in the colour of no verdict."""
    drafts = {id: replace(claim, draft=True) for id, claim in LEDGER.claims.items()}
    text, frame = extract(replace(LEDGER, claims=drafts)), theme.FRAMES["narrow"]

    drawing = drawing_of(xray.draw(text, frame), frame, "x").svg

    assert len(numbers_of(text)) == drawing.count("<a ")
    assert not [name for name in theme.SIGNS if theme.colour(name) in drawing]
    assert "not checked yet" in xray.describe(text)
