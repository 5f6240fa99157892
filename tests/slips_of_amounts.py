"""Slips between an amount and the words that give it, like `slips.py`: hedges and bounds, digits,
units, ends of ranges, years.
"""

from slips import all_of, put, swap
from slips_of_figures import PRINTED, WORKED, counted, dated, printed, translated
from slips_of_proof import GLACIER, LATER, PROVEN, STATEMENTS, sheet
from slips_under_fire import on_page

SUMMIT, VISITORS = "claims/summit-height.md", "claims/visitors.md"
MD = f"{GLACIER}.md"
DIGITS = "Write the digits of the quote; or say how the value follows, `worked out: …`."


def valued(value, quote):
    """The glacier with a value and the quote that gives it."""
    table = "reading,value,role,source,note,proof\n"
    return put(PROVEN, f"{table}From 2003,{value},context,glacier-watch,,{quote}\n{ASKED}".encode())


ASKED = f"From 2003 to 2023,-21.3,asked,glacier-watch,,\n{LATER},\n"


def hedged(words, value, says):
    """What is told of a value that hedges otherwise than its quote."""
    told = f"the quote says {words}, and the value is {value}"
    return [f"{PROVEN}:2: {told}. Write {says}, or correct the quote."]


def digits(quote, value):
    """What is told of a value with digits that its quote has not."""
    return [f"{PROVEN}:2: the quote prints {quote}, and the value is {value}. {DIGITS}"]


def counts(other, unit):
    """What is told of a quote that counts in something else."""
    return [f"{PROVEN}:2: the quote counts in {other}, and the unit is {unit}. {WORKED}"]


def stated(value):
    """State another value for the glacier, as the article prints it."""
    return swap(MD, "stated: -21", f"stated: {value}")


SIDES = """reading,value,role,source,note
"From 2003 to 2023",-21.3,asked,glacier-watch,edges drawn each September
"From 2018 to 2023",-10.4,context,glacier-watch,
"North (the steep side)",-12.3,context,glacier-watch,
South side,-8.1,context,glacier-watch,
"2005, by an old map",-3.1,context,glacier-watch,
"2015, by an old map",-9.2,context,glacier-watch,
"""
NORTH, SOUTH = ("North (the steep side)", "-12.3"), ("South side", "-8.1")
OLD, NEW = ("2005, by an old map", "-3.1"), ("2015, by an old map", "-9.2")


def sides(text=""):
    """The glacier with readings of its sides and of two years, and a sentence of its prose."""
    told = [swap(MD, "It is told", f"{text} It is told")] if text else []
    return all_of(put(PROVEN, SIDES.encode()), *told)


def other(words, reading):
    """What is told of a figure beside a name that is not its own."""
    name, value = reading
    return f"'{words}', and the reading '{name}' is {value}. Correct one."


def said(words, stated="2024-04-10"):
    """The summit as a claim of dates, whose sentence and value say these."""
    return all_of(
        dated("2024-04", ""),
        swap(SUMMIT, "is 2912 metres high", words),
        swap(SUMMIT, "2024-04-10", stated),
    )


def tells_of(told, stated="2024-04-10"):
    """What is told of a sentence that has another day than what is stated."""
    return [f"{SUMMIT}:3: 'claim' tells of {told}, and 'stated' is {stated}. {PRINTED}"]


def told_as(words):
    """A sentence of the article that tells of the glacier in these words."""
    return sheet(
        "statements.csv",
        STATEMENTS,
        ("It shrank,glacier-loss visitors", f'"{words}",glacier-loss visitors'),
    )


RISEN = [
    "statements.csv:3: this tells of a rise, and 'glacier-loss' of a fall. "
    "Write it as the article does."
]


def outlook(row, checked="2026-11-23"):
    """The glacier with years that are recorded or projected, one of which is another row."""
    rows = f"""reading,value,role,source,note,year,status,series
From 2003 to 2023,-21.3,asked,glacier-watch,,2023,recorded,Ice
From 2018 to 2023,-10.4,context,glacier-watch,,2018,recorded,Ice
{row}
"""
    looked = swap(MD, "history:\n", f"checked: {checked}\nnext: 2027-10-31\nhistory:\n")
    return all_of(put(PROVEN, rows.encode()), swap(MD, "form: readings", "form: outlook"), looked)


def to_come(when):
    """What is told of a row that is recorded after the last look."""
    told = f"'status' says recorded, and {when} lies after the last look, 23 November 2026"
    return [f"{PROVEN}:4: {told}. Correct one."]


def of_year(year, named):
    """What is told of a row whose column has another year than its name."""
    told = f"column 'year' says {year}, and the name of the reading {named}"
    return [f"{PROVEN}:4: {told}. Correct one."]


AMOUNT_SLIPS = {
    # slip: (change, lines printed)
    # ---- hedges and bounds of quotes
    **{
        f"a hedge or a bound that is lost, {words}": (
            valued(-8, f"“it lost {words} in a year”"),
            hedged(words, -8, says),
        )
        for words, says in (
            ("about 8%", "about -8"),
            ("roughly 8 per cent", "about -8"),
            ("nearly 8%", "about -8 or less than -8"),
            ("just over 8%", "about -8 or more than -8"),
            ("more than 8%", "more than -8"),
            ("at least 8%", "at least -8"),
            ("8% or more", "at least -8"),
            ("less than 8%", "less than -8"),
            ("up to 8%", "at most -8"),
            ("no more than 8%", "at most -8"),
            ("up to about 8%", "about -8 or at most -8"),
        )
    },
    **{
        f"a hedge that is lost, in another language: {quote}": (
            all_of(
                translated("x", "y"),
                valued(-8, f"“{quote}” (in English: it lost {english})"),
            ),
            hedged(words, -8, says),
        )
        for quote, english, words, says in (
            ("perdió casi un 8%", "8%", "casi un 8%", "about -8 or less than -8"),
            ("ging um rund 8% zurück", "8%", "rund 8%", "about -8"),
            ("减少了超过8%", "8%", "超过8%", "more than -8"),
            ("se redujo un 8%", "over 8%", "over 8%", "more than -8"),
        )
    },
    "a bound that is turned": (
        valued("less than -8", "“it lost more than 8%”"),
        hedged("more than 8%", "less than -8", "more than -8"),
    ),
    "a hedge that no quote has": (
        valued("about -8", "“it lost 8%”"),
        hedged("8%", "about -8", "-8"),
    ),
    "a bound that no quote has": (
        valued("more than -8", "“it lost 8% and never rose”"),
        hedged("8%", "more than -8", "-8"),
    ),
    "one end of a range": (
        valued(-8, "“it lost 8 to 10%”"),
        hedged("8 to 10%", -8, "both ends, like 5 to 8"),
    ),
    **{
        f"a hedge or a bound as it is said: {value}, {quote}": (valued(value, f"“{quote}”"), [])
        for value, quote in (
            ("about -8", "it lost an estimated 8%"),
            ("-8", "it lost more than a cubic mile (8%)"),
            ("-8", "over 8 years it lost 8%"),
            ("about -8", "it lost 8.2%"),
            ("-10 to -8", "it lost between 8% and 10%"),
            ("-8", "its yearly loss went from 8% to 10%"),
            ("-8", "over 7% at first and then 8%"),
        )
    },
    # ---- digits
    **{
        f"digits that no quote has, {value}": (
            valued(value, f"“it lost {told}%”"),
            digits(told, value),
        )
        for value, told in (("-8.10", "8.1"), ("-8.14", "8.1"), ("-8.2", "8.1"), ("-8.0", "8"))
    },
    "an end that no quote has": (
        valued("-10 to -8", "“it lost 8% and more”"),
        digits("8", "-10 to -8"),
    ),
    "digits that are left out": (valued("-8.1", "“it lost 8.149%”"), []),
    # ---- units
    **{
        f"a quote in another unit, {words}": (valued(-8, f"“it lost {words}”"), counts(other, "%"))
        for words, other in (
            ("8 points", "points"),
            ("$8", "$"),
            ("EUR 8", "€"),
            ("8 times as much", "times"),
        )
    },
    "a quote in another money": (counted("$ billion", "“€21.3 billion”"), counts("€", "$ billion")),
    "a quote in a larger measure": (counted("GWh", "“21.3 TWh”"), counts("TWh", "GWh")),
    "a quote in a larger measure, in words": (
        counted("GWh", "“21.3 terawatt-hours”"),
        counts("terawatt-hours", "GWh"),
    ),
    "a quote in the same measure, in words": (counted("GWh", "“21.3 gigawatt-hours”"), []),
    "basis points that are another part": (
        valued(-8, "“it lost 80 basis points”"),
        [f"{PROVEN}:2: the quote holds 80, and -8% is not of its size. {WORKED}"],
    ),
    "basis points": (valued(-8, "“it lost 800 basis points”"), []),
    "a minus that its quote has": (
        valued(8, "“it stood at -8%”"),
        [f"{PROVEN}:2: the quote prints −8, and the value is 8. Correct its sign."],
    ),
    # ---- what is stated
    "a hedge that is not stated": (
        swap(MD, "lost 21 per cent", "lost about 21 per cent"),
        [
            f"{MD}:5: 'claim' says about 21 per cent, and 'stated' is -21. "
            "Write about -21, or correct the claim."
        ],
    ),
    "a hedge that only is stated": (
        stated("about -21"),
        [
            f"{MD}:5: 'claim' says 21 per cent, and 'stated' is about -21. "
            "Write -21, or correct the claim."
        ],
    ),
    "a bound that is stated the other way": (
        swap(VISITORS, "stated: more than 40000", "stated: at least 40000"),
        [
            f"{VISITORS}:5: 'claim' says More than 40000, and 'stated' is at least 40000. "
            "Write more than 40000, or correct the claim."
        ],
    ),
    "a range of which one end is stated": (
        all_of(
            swap(MD, "lost 21 per cent", "lost 19 to 21 per cent"),
            printed("21 per cent", "19 to 21 per cent"),
        ),
        [
            f"{MD}:5: 'claim' says 19 to 21 per cent, and 'stated' is -21. "
            "Write both ends, like 5 to 8, or correct the claim."
        ],
    ),
    "a range that runs down": (
        swap(SUMMIT, "stated: 2912", "stated: 2950 to 2912"),
        [f"{SUMMIT}:5: stated: '2950 to 2912' ends below its begin. Write 2912 to 2950."],
    ),
    "a bound of a date that is lost": (
        all_of(
            dated("2024-05", "“in May 2024”"),
            swap(
                SUMMIT,
                "claim: Mount Ambry is 2912 metres high",
                "claim: It was there by April 2024",
            ),
            printed("2912 metres", "2024"),
        ),
        [
            f"{SUMMIT}:5: 'claim' says by April 2024, and 'stated' is 2024-04-10. "
            "Write by 2024-04-10, or correct the claim."
        ],
    ),
    "decimals that are only stated": (
        swap(SUMMIT, "stated: 2912", "stated: 2912.0"),
        [f"{SUMMIT}:3: 'claim' prints 2912, and 'stated' is 2912.0. {PRINTED}"],
    ),
    "a unit that the claim has not": (
        all_of(
            swap(SUMMIT, "claim: Mount Ambry is 2912 metres", "claim: Mount Ambry is $2912"),
        ),
        [f"{SUMMIT}:3: 'claim' counts in $, and 'unit' is metres. {PRINTED}"],
    ),
    # ---- whose a figure is
    "two figures that change names": (
        sides("North lost 8.1% and South 12.3%."),
        [
            f"{MD}:18: {other('North lost 8.1%', NORTH)}",
            f"{MD}:18: {other('South 12.3%', SOUTH)}",
        ],
    ),
    **{
        f"a figure beside another name, {text}": (
            sides(f"The map is clear: {text}."),
            [f"{MD}:18: {other(words, reading)}"],
        )
        for text, words, reading in (
            ("it lost 8.1% at North", "8.1% at North", NORTH),
            ("12.3% is what South lost", "12.3% is what South", SOUTH),
            ("the North's about 8.1%", "North's about 8.1%", NORTH),
            ("[South](visitors.md) lost 12.3%", "South](visitors.md) lost 12.3%", SOUTH),
            ("it lost 9.2% in 2005", "9.2% in 2005", OLD),
            ("in 2015 it had lost 3.1%", "in 2015 it had lost 3.1%", NEW),
            ("9.2% was the figure of 2005", "9.2% was the figure of 2005", OLD),
        )
    },
    "a title with a figure beside another year": (
        all_of(sides(), swap(MD, "did shrink by a fifth", "did lose 9.2% in 2005")),
        [f"{MD}:2: 'title': {other('9.2% in 2005', OLD)}"],
    ),
    "a page with a figure beside another name": (
        all_of(sides(), on_page('South lost 12.3%.\n\n{{ claim("glacier-loss") }}')),
        [f"index.md:3: {other('South lost 12.3%', SOUTH)}"],
    ),
    **{
        f"a figure beside its own name, {text}": (sides(f"So it is: {text}."), [])
        for text in (
            "North lost 12.3% and South 8.1%",
            "North and South lost 12.3% and 8.1%",
            "North lost about 12% and South 8%",
            "it lost 9.2% in 2015 and 3.1% in 2005",
            "North lost more than the 8.1% of the other side",
            "in 2005 a map was drawn, and 9.2% is what the next one tells",
        )
    },
    # ---- days and years
    **{
        f"a day or a month that is not stated, {words}": (said(words), tells_of(told))
        for words, told in (
            ("was measured on April 11, 2024", "11 April 2024"),
            ("was measured on 11 April", "11 April"),
            ("was measured on the 10th of May 2024", "10 May 2024"),
            ("was measured in May 2024", "May"),
        )
    },
    "a month that is not the stated one": (
        said("was measured in Sept. 2024", "2024-04"),
        tells_of("Sept.", "2024-04"),
    ),
    **{
        f"a day or a month as it is stated, {words}": (said(words), [])
        for words in (
            "was measured on April 10, 2024",
            "was measured on the 10th of April",
            "was measured in April 2024",
            "may have been measured in 2024",
        )
    },
    **{
        f"a sentence of the article that goes the other way, {words}": (told_as(words), RISEN)
        for words in ("It grew", "Ice rose by 21%", "The glacier gained a fifth")
    },
    **{
        f"a sentence of the article that goes no other way, {words}": (told_as(words), [])
        for words in ("It fell, above all in the north", "It lost what it had gained", "It set up")
    },
    **{
        f"a year to come that is recorded, {year}": (
            outlook(f'"Ice, {year}",-30,context,glacier-watch,,{year},recorded,Ice'),
            to_come(year),
        )
        for year in (2027, 2030, 2050)
    },
    "a year that is recorded by the last look": (
        outlook('"Ice, 2026",-23,context,glacier-watch,,2026,recorded,Ice'),
        [],
    ),
    **{
        f"a year that the name of its reading has not, {name}": (
            outlook(f'"{name}",-23,context,glacier-watch,,2024,projected,Ice'),
            of_year(2024, 2025),
        )
        for name in ("Ice, 2025", "The ice, 2025 (by the old map)", "Ice, 2025, drawn in 2024")
    },
    "a year of an edition in the name of a reading": (
        outlook('"Ice, edition of 2025",-23,context,glacier-watch,,2024,projected,Ice'),
        [],
    ),
}
