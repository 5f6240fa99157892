"""Slips in the days of a claim, `<id>.series.csv`, like `slips.py`."""

from slips import CSV as SUMMIT
from slips import HISTORY, MISSING, all_of, drop, put, swap
from slips import MD as HEIGHT
from slips_of_proof import proof
from slips_under_fire import dated, elsewhere, note, on_page

from ledger.forms import forms

MD, CSV, DAYS = (f"claims/hut-count.{ending}" for ending in ("md", "csv", "series.csv"))
ROWS = """date,series,value,source
2023-07-03,Beds,0.00,hut-book
2023-07-04,Beds,-3.07,hut-book
2023-07-05,Beds,1.20,hut-book
"""
SEEN = "The glacier beside the hut,see glacier-loss: From 2018 to 2023,context,,,,\n"
NAMED = "Beds on the second day,-3.07,context,hut-book,,,,2023-07-04,Beds\n"
PLACES = ", ".join(
    form.name for form in forms().values() if "number" in form.shows and not form.unstated
)


def table(rows):
    """The readings of the claim with the two columns of the form, and further rows."""

    def change(docs):
        head, *lines = (docs / CSV).read_text(encoding="utf-8").splitlines()
        lines = [f"{line},," for line in lines if not line.startswith("The glacier")]
        (docs / CSV).write_text("\n".join([f"{head},day,series", *lines, rows]), encoding="utf-8")

    return change


def days(change=lambda rows: rows, rows=NAMED):
    """The claim drawn day by day, with a change of its days."""
    form = swap(MD, "form: facts", "form: days")
    return all_of(form, table(rows), put(DAYS, change(ROWS).encode()))


def typed(old, new):
    """The claim drawn day by day, where one of its days was typed otherwise."""
    assert ROWS.count(old) == 1
    return days(lambda rows: rows.replace(old, new))


TELL = "Correct it, or add what tells of it."
YEAR = "Correct one, or write its year."


def told(words):
    """Prose of the summit that tells a day."""
    return swap(HEIGHT, "Nobody ever lived", f"They went up on {words}. Nobody ever lived")


def quoted(day, words):
    """Make the summit a claim of days, and one row with a day and a proof."""
    return all_of(
        dated(day, "a note"),
        swap(SUMMIT, "source,note", "source,note,proof"),
        swap(SUMMIT, "2874 and 2912", "2874 and 2912,"),
        swap(SUMMIT, "a note", f'a note,"{words}"'),
    )


DAY_SLIPS = {
    # slip: (change, lines printed)
    "no slip in days": (days(), []),
    "days of a form that draws none": (
        put(DAYS, ROWS.encode()),
        [
            f"{DAYS}:1: the form 'facts' draws no days. "
            f"Write `form: days` in docs/{MD}, or delete this file.",
            f"{DAYS}:2: no reading names 'Beds' in its column 'series'. "
            "Add one, or take out the days of this series.",
        ],
    ),
    "no days": (
        all_of(days(), drop(DAYS)),
        [
            f"{MD}:8: the form 'days' draws closes day by day. Add them in docs/{DAYS}.",
        ],
    ),
    "days of no claim": (
        put("claims/nothing.series.csv", ROWS.encode()),
        [f"claims/nothing.csv:1: {MISSING}", f"claims/nothing.md:1: {MISSING}"],
    ),
    "days of no source": (
        typed("-3.07,hut-book", "-3.07,hut-boot"),
        [f"{DAYS}:3: there is no source 'hut-boot'. Did you mean 'hut-book'?"],
    ),
    "a day that is none": (
        typed("2023-07-05", "2023-07-32"),
        [f"{DAYS}:4: '2023-07-32' is not a date. Write it like 2026-11-23."],
    ),
    "a day as a spreadsheet rewrites it": (
        typed("2023-07-05", "05/07/2023"),
        [f"{DAYS}:4: '05/07/2023' is not a date. Write it like 2026-11-23."],
    ),
    "days in another order": (
        typed("2023-07-05", "2023-07-02"),
        [
            f"{DAYS}:4: 2023-07-02 stands below 2023-07-04. "
            "Correct it, or sort the days of 'Beds', the earliest first."
        ],
    ),
    "a year far ahead in the middle": (
        typed("2023-07-04,Beds,-3.07", "2073-07-04,Beds,-3.07"),
        [
            f"{DAYS}:3: 2073-07-04 stands above 2023-07-05. "
            "Correct it, or sort the days of 'Beds', the earliest first."
        ],
    ),
    "a year far back in the middle": (
        typed("2023-07-04,Beds,-3.07", "1923-07-04,Beds,-3.07"),
        [
            f"{DAYS}:3: 1923-07-04 stands below 2023-07-03. "
            "Correct it, or sort the days of 'Beds', the earliest first."
        ],
    ),
    "a day twice": (
        typed("2023-07-05", "2023-07-04"),
        [f"{DAYS}:4: 'Beds' has 2023-07-04 on line 3 already. Keep one."],
    ),
    "a change of one decimal": (
        typed("1.20", "1.2"),
        [f"{DAYS}:4: '1.2' is no change with two decimals. Write it like -3.07."],
    ),
    "a change as a spreadsheet's error": (
        typed("1.20", "#REF!"),
        [f"{DAYS}:4: '#REF!' is no change with two decimals. Write it like -3.07."],
    ),
    "no common close": (
        typed("0.00", "0.10"),
        [
            f"{DAYS}:2: there is no day on which every series stands at 0.00. "
            "Add the day of the close that all changes are measured against."
        ],
    ),
    "a series that no reading names": (
        days(lambda rows: f"{rows}2023-07-03,Books,0.00,hut-book\n"),
        [
            f"{DAYS}:5: no reading names 'Books' in its column 'series'. "
            "Add one, or take out the days of this series."
        ],
    ),
    "a day that differs from its reading": (
        typed("-3.07", "-3.08"),
        [
            f"{DAYS}:3: 'Beds' stands at -3.08 on 2023-07-04, and docs/{CSV}:5 has -3.07. "
            "Correct the one that is wrong."
        ],
    ),
    "a reading of a day that is not there": (
        days(rows=NAMED.replace("2023-07-04", "2023-07-14")),
        [
            f"{CSV}:5: docs/{DAYS} has no 'Beds' on '2023-07-14'. "
            "Correct 'series' and 'day', or add it."
        ],
    ),
    "days of another unit": (
        all_of(days(), swap(MD, 'unit: "%"', "unit: beds")),
        [f"{MD}:6: days are changes in %, and this claim counts 'beds'. Write `unit: \"%\"`."],
    ),
    "a stated number where no amber line is": (
        all_of(
            swap("claims/glacier-loss.md", "form: readings", "form: pairs"),
            put(
                "claims/glacier-loss.csv",
                b"reading,value,role,source,note,group,part\n"
                b"From 2003 to 2023,-21.3,asked,glacier-watch,,Ice,all\n"
                b"From 2018 to 2023,-10.4,context,glacier-watch,,Ice,half\n",
            ),
        ),
        [
            "claims/glacier-loss.md:9: the form 'pairs' has no place for what is stated. "
            f"One that has is {PLACES}."
        ],
    ),
    # ---- days of the week in words, of days without a year
    "a day of the week of the year before it": (
        elsewhere("On Monday 3 July 2023 they went up, and on Tuesday 4 July down."),
        [],
    ),
    "another day of the week than that of the year before it": (
        elsewhere("On Monday 3 July 2023 they went up, and on Wednesday 4 July down."),
        [f"method.md:3: 4 July 2023 was a Tuesday, not a Wednesday. {YEAR}"],
    ),
    "a day of the week behind its day": (
        elsewhere("In 2023 they went up on July 3, a Monday, and down on 4 July (Wednesday)."),
        [f"method.md:3: 4 July 2023 was a Tuesday, not a Wednesday. {YEAR}"],
    ),
    "a day of the week before a month": (
        elsewhere("In 2023 they went up on Sunday, July 3, when in May 40 had."),
        [f"method.md:3: 3 July 2023 was a Monday, not a Sunday. {YEAR}"],
    ),
    "a day of the week of the year of the last whole day": (
        elsewhere("On 3 July 2023 it was as in 2022, and on Tuesday 4 July too."),
        [],
    ),
    "a day of the week of no year": (elsewhere("They go up on every Sunday 4 July."), []),
    "a day of the week of the year of a reading": (
        all_of(note("surveyed on 3 June 2019"), told("Monday 3 June")),
        [],
    ),
    "another day of the week than that of the year of a reading": (
        all_of(note("surveyed on 3 June 2019"), told("Sunday 3 June")),
        [f"{HEIGHT}:17: 3 June 2019 was a Monday, not a Sunday. {YEAR}"],
    ),
    "another day of the week in a note": (
        note("surveyed on Sunday 3 June as in 2019"),
        [f"{SUMMIT}:2: 'note': 3 June 2019 was a Monday, not a Sunday. {YEAR}"],
    ),
    "another day of the week in a note with its year before": (
        note("in 2019 surveyed on Sunday 3 June"),
        [f"{SUMMIT}:2: 'note': 3 June 2019 was a Monday, not a Sunday. {YEAR}"],
    ),
    "a day that its year lacks": (
        elsewhere("In 2023 they went up on Wednesday 29 February."),
        [f"method.md:3: there is no 29 February 2023. {YEAR}"],
    ),
    # ---- histories
    **{
        f"a verdict that stood already, {why}": (
            swap(
                HEIGHT, HISTORY, f"{HISTORY}  - {{date: {day}, verdict: Misplaced, why: {why}}}\n"
            ),
            [
                f"{HEIGHT}:12: this is the verdict of the line before it, and a history tells of "
                "changes. Correct one, or take this line out."
            ],
        )
        for day, why in {
            "2026-11-24": "Seen again.",
            "2026-11-25": "First check.",
            "2026-11-26": "The mast was measured.",
        }.items()
    },
    # ---- days, years and hours that nothing on record tells
    **{
        f"{words} as a note tells it, {note_of}": (all_of(note(note_of), told(words)), [])
        for words, note_of in {
            "3 June": "surveyed from 2 to 4 June; on 3 June the rock",
            "3 June 2019": "the rock: 2019-06-03",
            "4 June": "surveyed on June 3 and 4",
            "2 June in 2019": "surveyed on the 2nd of June in 2019",
            "June 2019": "surveyed on 3 June 2019",
            "a day of September 2018": "surveyed in Sept. 2018",
            "August 2017": "of 2017-08",
            "3 September 2019": "surveyed on Sept. 3",
            "5 July": "写于2019年7月5日",
            "7:30": "begun at 07:30",
        }.items()
    },
    "a day that no reading has": (
        all_of(note("surveyed on 23 June 2019"), told("3 June")),
        [f"{HEIGHT}:17: nothing of this claim tells of 3 June. {TELL}"],
    ),
    "a day of another year than its reading's": (
        all_of(note("surveyed on 3 June 2019 and not in 2018"), told("3 June 2018")),
        [f"{HEIGHT}:17: nothing of this claim tells of 3 June 2018. {TELL}"],
    ),
    "a year that no reading has": (
        told("the rock in 2009"),
        [f"{HEIGHT}:17: nothing of this claim tells of 2009. {TELL}"],
    ),
    **{
        f"an hour without minutes that no reading has, {hour}": (
            all_of(note("begun at 4 p.m."), told(f"it at {hour}")),
            [f"{HEIGHT}:17: nothing of this claim tells of {hour}. {TELL}"],
        )
        for hour in ("6 p.m", "6 a.m", "11 a.m")
    },
    **{
        f"an hour without minutes that a reading has, {hour}": (
            all_of(note(f"begun at {hour}"), told("it at 4 p.m. sharp")),
            [],
        )
        for hour in ("4 p.m.", "4 PM", "16:00")
    },
    "an hour that no reading has": (
        all_of(note("begun at 4:06"), told("it at 6:04")),
        [f"{HEIGHT}:17: nothing of this claim tells of 6:04. {TELL}"],
    ),
    "a year in a title that no reading has": (
        swap(HEIGHT, "only with its mast", "in 2009"),
        [f"{HEIGHT}:2: 'title': nothing of this claim tells of 2009. {TELL}"],
    ),
    "a year on a page that no claim of it has": (
        on_page("They surveyed it in 2009 ([in 2019](https://example.org/2011))."),
        [f"index.md:3: nothing of the claims of this page tells of 2009. {TELL}"],
    ),
    "a month of a year that no reading has": (
        all_of(note("surveyed in June 2019 and in May of 2018"), told("it in June 2018")),
        [f"{HEIGHT}:17: nothing of this claim tells of June 2018. {TELL}"],
    ),
    "the day of a source, which is none of the story": (
        told("4 June 2019"),
        [f"{HEIGHT}:17: nothing of this claim tells of 4 June 2019. {TELL}"],
    ),
    "the day of a page, which is none of the story": (
        all_of(
            proof("“a fifth of the ice went”, a page of Saturday 30 September 2023"),
            swap("claims/glacier-loss.md", "It is told", "In 2023, on 30 September, it is told"),
        ),
        [f"claims/glacier-loss.md:18: nothing of this claim tells of 30 September. {TELL}"],
    ),
    "the year of a check, which is none of the story": (
        told("it in 2026"),
        [f"{HEIGHT}:17: nothing of this claim tells of 2026. {TELL}"],
    ),
    "the day of a check, told whole": (told("23 November 2026"), []),
    **{
        f"a {what} of another claim than its paragraph links to": (
            on_page(
                f"## Ice\n\nIt went [by a fifth](claims/glacier-loss.md) {words}.\n\n## The height"
            ),
            [
                "index.md:5: the claims that this paragraph links to tell nothing of "
                f"{words.partition(' ')[2]}. Correct it, or link to a claim that does."
            ],
        )
        for what, words in {"month": "in June 2019", "year": "in 2019"}.items()
    },
    "a year of a claim that its section shows": (
        on_page("It went [by a fifth](claims/glacier-loss.md) when it was measured, in 2019."),
        [],
    ),
    # ---- days of values and of sources, by their proofs
    **{
        f"{day} by a quote, {words}": (quoted(day, words), [])
        for day, words in {
            "2019-06-03": "“set up on Monday”, a page of Tuesday 4 June 2019",
            "2019-06-04": "“set up today”, a page of 4 June 2019",
            "2024-05-20": "“3 separate masts, on the 20th of May”",
            "2024-05-21": "“set up on 20 and 21 May 2024”",
            "2024-05-22": "“announced on May 20 for Wednesday”",
        }.items()
    },
    **{
        f"another day than that of a quote, {words}": (
            quoted(day, words),
            [f"{SUMMIT}:3: the value is {shown}, and its quote {tells}. Correct one."],
        )
        for day, words, shown, tells in (
            ("2024-05-20", "“set up on May 2nd”", "20 May 2024, a Monday", "tells of 2 May"),
            ("2024-05-02", "“set up on 20 May”", "2 May 2024, a Thursday", "tells of 20 May"),
            ("2024-05-20", "“up on Sunday”", "20 May 2024, a Monday", "tells of a Sunday"),
            (
                "2024-05-20",
                "“up on Sunday until 5 June”",
                "20 May 2024, a Monday",
                "tells of 5 June and of a Sunday",
            ),
            (
                "2019-06-24",
                "“set up on Monday”, a page of Tuesday 4 June 2019",
                "24 June 2019, a Monday",
                "is of a page of 4 June 2019, more than a week away",
            ),
        )
    },
    "a source of the day of its page": (
        proof("“a fifth of the ice went”, a page of Saturday 30 September 2023"),
        [],
    ),
    **{
        f"a source of another day than its page, {page}": (
            proof(f"“a fifth of the ice went”, a page of {page}"),
            [
                "sources.yml:6: source 'glacier-watch': 'date' is 30 September 2023, and "
                f"docs/claims/glacier-loss.csv:2 calls it a page of {day}. Correct one."
            ],
        )
        for page, day in {
            "3 September 2023": "3 September 2023",
            "Saturday 23 September": "23 September",
            "September 30, 2022": "September 30, 2022",
        }.items()
    },
    "a year on a page that shows no claim": (elsewhere("The rule is of 2009."), []),
}
