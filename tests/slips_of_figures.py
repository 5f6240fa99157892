"""Slips in figures, days, hours and signs that look right alone, like `slips.py`."""

from slips import CSV, LOOSE, MD, all_of, put, swap
from slips_of_days import DAYS, ROWS, days, typed
from slips_of_proof import GLACIER, PROVEN, STATEMENTS, clock, proof, sheet
from slips_under_fire import elsewhere, label, note, on_page

HUT = "claims/hut-count.md"
WORKED = "Correct one; or say how the value follows, `worked out: …`."
PRINTED = "Write both as the article prints it."
PLAIN = "Write it in plain digits, like 3.5."
SHOWN = "which is shown as it is typed. Write plain words."
OLD = "date: 5 November 2023"
LOST = f"is not among the readings of this claim. {LOOSE}"
TOLD = f"is not among the readings of the claims that this page tells. {LOOSE}"
AMONG = "is not among the figures of its claims, nor of this section in article.csv"
WEEK = ROWS + "".join(f"2023-07-{day:02},Beds,1.20,hut-book\n" for day in (6, 7, 10, 11))


def counted(unit, told):
    """The glacier in another unit, with a proof, where no other words tell of per cent."""
    claims = (swap(f"{one}.md", 'unit: "%"', f"unit: {unit}") for one in (GLACIER, HUT[:-3]))
    bare = (swap(f"{GLACIER}.md", f"{number}%", number) for number in ("21.3", "10.4"))
    said = swap(f"{GLACIER}.md", "lost 21 per cent", "lost 21")
    return all_of(*claims, *bare, said, printed("21 per cent", "a fifth"), proof(told))


def printed(old, new):
    """Have the article print a figure otherwise."""
    return swap("article.csv", old, new)


def translated(quote, english):
    """The glacier with a proof in another language, by a source that says so."""
    speaks = swap("sources.yml", "glacier-watch:\n", "glacier-watch:\n  language: de\n")
    return all_of(speaks, proof(f"“{quote}” (in English: {english})"))


def sized(text, unit="$ billion"):
    """The glacier in a unit of another size, and prose that tells of it."""
    return all_of(
        counted(unit, "“$21.3 billion”"),
        swap(f"{GLACIER}.md", "lost 21 of", "lost $21 billion of"),
        swap(f"{GLACIER}.md", "It is told", f"{text} It is told"),
    )


def dated(value, told):
    """Make the summit a claim of dates, and one row with a value and its proof."""
    rows = f"""reading,value,role,source,note,proof
The rock,2024-04-10,asked,survey-office,2874 and 2912,
The mast,{value},context,survey-office,,"{told}"
"""
    return all_of(
        swap(MD, "stated: 2912\nunit: metres", 'stated: "2024-04-10"\nunit: date'),
        swap(MD, "form: readings", "form: timeline"),
        put(CSV, rows.encode()),
        swap(MD, "verdict: Misplaced", "verdict: Holds"),
    )


def appeared(date):
    """Give a source that was read on 23 November 2026 another date."""
    return swap("sources.yml", OLD, f"date: {date}")


def week(old, new):
    """The claim drawn day by day, over seven days, where one was typed otherwise."""
    assert WEEK.count(old) == 1
    return days(lambda _: WEEK.replace(old, new))


def hour(old, new):
    """The glacier on a clock with three rows, one of which was typed otherwise."""
    zone = '"New York, UTC-5",9:30 to 16:00'
    rows = f"""Early,-12,context,glacier-watch,,5:11,{zone}
"Late, at 6:27 p.m.",-13,context,glacier-watch,,18:27,{zone}
"""
    return clock(rows.replace(old, new))


FIGURE_SLIPS = {
    # slip: (change, lines printed)
    # ---- values and their proofs
    "a point that is lost": (
        proof("“213% less ice”"),
        [f"{PROVEN}:2: the quote holds 213, and -21.3% is not of its size. {WORKED}"],
    ),
    "a point that is moved, beside a number in words": (
        proof("“2.13% less ice in one summer”"),
        [f"{PROVEN}:2: the quote holds 2.13, and -21.3% is not of its size. {WORKED}"],
    ),
    "a value in another power of ten": (
        counted("$ billion", "“21.3 million dollars”"),
        [f"{PROVEN}:2: the quote holds 21.3, and -21.3 $ billion is not of its size. {WORKED}"],
    ),
    "a value in the power of ten of its unit": (counted("$ billion", "“$21.3bn”"), []),
    "a value with all of its zeros": (counted("$ billion", "“$21,300,000,000”"), []),
    "a value in a smaller unit": (counted("hectares", "“213,000 square metres, or 21300 m²”"), []),
    "a share as a part of one": (proof("“a share of 0.213”"), []),
    "a value in basis points": (proof("“2130 basis points, or %”"), []),
    "a value in dozens": (counted("people", "“213 dozen”"), []),
    "a value with a comma, as some languages write it": (proof("“21,3% menos”"), []),
    "a year that its quote has not": (
        dated("2042", "“finished in 2024”"),
        [f"{CSV}:3: the quote tells of 2024, and the value is 2042. {WORKED}"],
    ),
    "a month that its quote has not": (
        dated("2024-12", "“finished in Sept. 2024”"),
        [f"{CSV}:3: the quote tells of Sept 2024, and the value is 2024-12. {WORKED}"],
    ),
    "a year that its place has not": (
        dated("2042", "the inscription of 3 May 2024"),
        [f"{CSV}:3: the proof tells of 2024, and the value is 2042. {WORKED}"],
    ),
    "dates that their quotes tell": (dated("2024-09", "“from Sept. 2024 to May 2025”"), []),
    "a date whose year stands beside the quote": (dated("2025-01", "“since 2024”, in 2025"), []),
    "a date that is worked out": (dated("2029", "worked out: five years from 2024"), []),
    # ---- what is stated
    "a figure in a claim that is not stated": (
        swap(MD, "claim: Mount Ambry is 2912", "claim: Mount Ambry is 2921"),
        [f"{MD}:3: 'claim' tells of 2921, and 'stated' is 2912 metres. {PRINTED}"],
    ),
    "a figure in a claim of another power": (
        all_of(
            counted("$ billion", "“$21.3 billion”"),
            swap(f"{GLACIER}.md", "lost 21 of", "lost $21 million of"),
        ),
        [f"{GLACIER}.md:3: 'claim' tells of 21, and 'stated' is -21 $ billion. {PRINTED}"],
    ),
    "a figure in words, beside days and years": (
        swap(f"{GLACIER}.md", "lost 21 per cent", "lost a fifth on 27 January and 30 per cent"),
        [f"{GLACIER}.md:3: 'claim' tells of 30, and 'stated' is -21%. {PRINTED}"],
    ),
    "a figure in words alone": (
        swap(f"{GLACIER}.md", "lost 21 per cent", "lost by 27 January a fifth"),
        [],
    ),
    "a year in a claim that is not stated": (
        all_of(dated("2024", ""), swap(MD, "is 2912 metres high", "was measured in 2014")),
        [f"{MD}:3: 'claim' tells of 2014, and 'stated' is 2024-04-10. {PRINTED}"],
    ),
    "a figure in a sentence of the article": (
        sheet("statements.csv", STATEMENTS, ("It shrank,glacier-loss", "It lost 12%,glacier-loss")),
        [f"statements.csv:3: 12 {AMONG}. Write it as the article does."],
    ),
    "a figure of the article in its sentence": (
        sheet("statements.csv", STATEMENTS, ("It shrank,glacier-loss", "It lost 21%,glacier-loss")),
        [],
    ),
    # ---- sizes and signs
    **{
        f"a figure of another size or sign, {figure}": (
            sized(f"It was {figure} of ice."),
            [f"{GLACIER}.md:18: {figure} {LOST}"],
        )
        for figure in (
            "$21.3 million",
            "$10.4",
            "21.3%",
            "€21.3 billion",
            "$21.3m",
            "21.3 thousand",
            "10.4 million dollars",
            "twenty-one million dollars",
            "ten point four per cent",
        )
    },
    "figures of the right size": (
        sized(
            "It was $21.3 billion, **$21.3** billion, $21bn, $10.4 to $21.3 billion. It was 10.4 or "
            "21.3 billion dollars, twenty-one billion. It is half of a million "
            "for two of three people, one by one, in [21.3](https://example.org/loss) billion."
        ),
        [],
    ),
    "a figure of another size in a title": (
        all_of(
            sized("It was so."),
            swap(f"{GLACIER}.md", "title: The glacier did shrink by a fifth", "title: A $21m loss"),
        ),
        [f"{GLACIER}.md:2: 'title': $21m {LOST}"],
    ),
    "a number in words on a page": (
        on_page("It lost thirty-one per cent, half of it, two in ten, and one million."),
        [f"index.md:3: one million {TOLD}", f"index.md:3: thirty-one per cent {TOLD}"],
    ),
    "a year as a share": (
        on_page("It lost 2026% of it, on 23 November 2026."),
        [f"index.md:3: 2026% {TOLD}"],
    ),
    **{
        f"a printed figure of another size or sign, {new}": (
            printed(old, new),
            [f"article.csv:{line}: the figure is {new}, and '{id}' states {stated}. {PRINTED}"],
        )
        for old, new, line, id, stated in (
            ("21 per cent", "21", 3, "glacier-loss", "-21%"),
            ("21 per cent", "$21", 3, "glacier-loss", "-21%"),
            ("2912 metres", "2912%", 2, "summit-height", "2912 metres"),
            ("2912 metres", "$2912", 2, "summit-height", "2912 metres"),
            ("more than 40 000", "40 million", 4, "visitors", "more than 40000 people"),
        )
    },
    **{
        f"a printed figure in other words, {new}": (printed(old, new), [])
        for old, new in (
            ("21 per cent", "21%"),
            ("21 per cent", "lost by 21"),
            ("2912 metres", "2912 m"),
            ("more than 40 000", "40 thousand"),
        )
    },
    "a unit of another size than quotes and claim": (
        sized("It was $21.3 billion of ice.", "$ million"),
        [
            f"{GLACIER}.md:6: 'unit' is $ million, and the quotes and the claim count in billion. "
            "Correct the unit."
        ],
    ),
    "a translation with another number": (
        translated("um 21,3 Prozent", "by 31.3 per cent"),
        [f"{PROVEN}:2: the translation holds 31.3, and the quote 21,3. Correct one."],
    ),
    "a translation with the numbers of its quote": (
        translated(
            "um 21,3 Prozent seit 27. 5. drei Mal", "by 21.3 per cent since 27 May, 3 times"
        ),
        [],
    ),
    **{
        f"a name that is a figure, {name}": (
            swap("article.yml", "names: [Hut 12]", f"names: [Hut 12, '{name}']"),
            [
                f"article.yml:12: 'names': '{name}' is a figure, and no name. "
                "Write the name with its words, like AIME 2024, or take it out."
            ],
        )
        for name in ("99%", "2024", "$600 billion", "99 per cent", "2024-25")
    },
    # ---- units
    **{
        f"per cent in other letters, {unit}": (
            swap(f"{GLACIER}.md", 'unit: "%"', f'unit: "{unit}"'),
            [
                f"{GLACIER}.md:6: '{unit}' is per cent in other letters. "
                'Write it as all claims do: "%".'
            ],
        )
        for unit in ("percent", "per cent", "Per-cent", "％", "pct.", "in %", "(percent)")
    },
    "a unit of wide signs": (
        swap(MD, "unit: metres", "unit: ＄ billion"),
        [f"{MD}:6: 'unit' holds '＄', a sign of another width. Type it again."],
    ),
    # ---- figures in disguise
    **{
        f"{figure} in prose": (on_page(f"It lost {figure} of it."), [f"index.md:3: {told}"])
        for figure, told in {
            "2912½%": f"'½' stands for a number. {PLAIN}",
            "③%": f"'③' stands for a number. {PLAIN}",
            "2912³%": f"'³' stands for a number. {PLAIN}",
            "Ⅳ": f"'Ⅳ' stands for a number. {PLAIN}",
            "&#52;%": "'&#52;' stands for '4'. Type the figure itself, like 3.5.",
            "&#x34;%": "'&#x34;' stands for '4'. Type the figure itself, like 3.5.",
            "&frac12;": "'&frac12;' stands for '½'. Type the figure itself, like 3.5.",
            "`99`%": "'`99`' makes code of a figure. Take the marks ` out.",
            "2912^2874": "'2912^2874' is a number that few can read. Write it like 3 billion.",
        }.items()
    },
    "a figure in short": (
        on_page("It lost 2912e6 of it."),
        ["index.md:3: '2e6' is a number that few can read. Write it like 3 billion."],
    ),
    "a per cent sign of another width": (
        on_page("It lost 2912％ of it."),
        ["index.md:3: '2％' has a sign of another width. Type %."],
    ),
    "a raised figure in a title": (
        label("The 2912⁵"),
        [f"{MD}:4: 'label': '⁵' stands for a number. {PLAIN}"],
    ),
    "raised and lowered figures of words": (on_page("It is 2912 m² of CO₂, &amp; more."), []),
    "a figure in a description": (
        all_of(
            swap("index.md", "# How", "---\ntitle: x\ndescription: It lost 99%.\n---\n\n# How"),
        ),
        [
            "index.md:3: 'description': 99 is not among the readings of the claims that this page "
            f"tells. {LOOSE}"
        ],
    ),
    # ---- days and hours
    "a day that no month has": (
        elsewhere("It was 42 January 2025."),
        ["method.md:3: there is no 42 January 2025. Correct it."],
    ),
    "a last day of a short year": (
        elsewhere("It was on 29 February 2023, not on 29 February 2024."),
        ["method.md:3: there is no 29 February 2023. Correct it."],
    ),
    "another day of the week": (
        elsewhere("It was Sunday 24 January 2025."),
        ["method.md:3: 24 January 2025 was a Friday, not a Sunday. Correct one."],
    ),
    "another day of the week, as some write it": (
        elsewhere("It was Sunday, January 24, 2025."),
        ["method.md:3: 24 January 2025 was a Friday, not a Sunday. Correct one."],
    ),
    "the right day of the week": (
        elsewhere("Friday 24 January 2025; Friday, January 24, 2025; the May 60 people came."),
        [],
    ),
    "a day in a note that no month has": (
        note("surveyed on 31 June 2019"),
        [f"{CSV}:2: 'note': there is no 31 June 2019. Correct it."],
    ),
    "a last day that leaps": (
        week("2023-07-11", "2024-07-11"),
        [
            f"{DAYS}:8: 2024-07-11 lies 367 days from 2023-07-10, the day next to it. Correct the date."
        ],
    ),
    "a first day that leaps": (
        week("2023-07-03,", "2022-07-03,"),
        [
            f"{DAYS}:2: 2022-07-03 lies 366 days from 2023-07-04, the day next to it. Correct the date."
        ],
    ),
    "a day of a weekend": (
        week("2023-07-10", "2023-07-09"),
        [
            f"{DAYS}:7: 2023-07-09 is a Sunday, and all others are days of the week. "
            "Correct the date."
        ],
    ),
    "days with a gap": (typed("2023-07-05", "2023-10-05"), []),
    "an hour that its name does not tell": (
        hour("18:27", "6:27"),
        [f"{PROVEN}:5: 'time' says 6:27 in New York, UTC-5, and its name 6:27 p.m. Correct one."],
    ),
    "hours that their names tell": (hour("18:27", "18:27"), []),
    "a zone that the rows beside it have not": (
        hour('5:11,"New York, UTC-5"', '5:11,"New York, UTC-4"'),
        [
            f"{PROVEN}:4: 'zone' says 'New York, UTC-4', and 'New York, UTC-5' in the rows beside "
            "it. Correct one; or if the clocks differ, say it: New York in summer."
        ],
    ),
    # ---- sources
    **{
        f"a source of {date}": (
            appeared(f'"{date}"'),
            [f"sources.yml:29: source 'warden-letter': {told}"],
        )
        for date, told in {
            "5 December 2026": "it appeared on 5 December 2026, after it was read. Correct one.",
            "December 5, 2026": "it appeared on 5 December 2026, after it was read. Correct one.",
            "01/27/2025": "'01/27/2025' is not read alike everywhere. Write it like 27 January 2025.",
            "27.01.2025": "'27.01.2025' is not read alike everywhere. Write it like 27 January 2025.",
            "27 Januray 2025": "'Januray' is no month in English. Did you mean 'January'?",
            "27 Jan 2025": "'Jan' is no month in English. Did you mean 'January'?",
            "27 janvier 2025": "'janvier' is no month in English. Write it like 27 January 2025.",
            "none": "'none' is no date. Write the day it appeared, or `date not shown`.",
            "n/a": "'n/a' is no date. Write the day it appeared, or `date not shown`.",
        }.items()
    },
    **{
        f"a source with the date {date}": (appeared(f'"{date}"'), [])
        for date in (
            "version 12 of 2025",
            "21 or 23 November 2026",
            "spring 2026",
            "date not shown",
        )
    },
    "a publisher that is a question": (
        swap("sources.yml", "publisher: The Survey Office", 'publisher: "?"'),
        [
            "sources.yml:20: source 'survey-office': 'publisher' is '?', which names nobody. "
            "Write its name."
        ],
    ),
    "an origin that is none": (
        swap("sources.yml", "origin: The keeper of the hut", "origin: n/a"),
        [
            "sources.yml:27: source 'warden-letter': 'origin' is 'n/a', which names nobody. "
            "Write its name, or take the field out."
        ],
    ),
    "a title that is an address": (
        swap(
            "sources.yml", "title: Heights of the Ambry range", "title: https://example.org/heights"
        ),
        [
            "sources.yml:19: source 'survey-office': 'title' is an address. "
            "The field `address` has it; write the name here."
        ],
    ),
    "a publisher with a name like an address": (
        swap("sources.yml", "publisher: The Survey Office", "publisher: heights.example"),
        [],
    ),
    # ---- signs
    **{
        f"{marks} in a cell": (note(f"it has {marks} in it"), [f"{CSV}:2: 'note' holds {told}"])
        for marks, told in {
            "**stars**": f"'**s', {SHOWN}",
            "*a star*": f"'*a star*', {SHOWN}",
            "`code`": f"'`', {SHOWN}",
            "[a link](method.md)": "'](', " + SHOWN,
            "{{ braces }}": "'{{', " + SHOWN,
        }.items()
    },
    "signs that are no marks": (note("a file_of_names and 3*4 or R* are not [marks]"), []),
    "marks in a sentence of the article": (
        sheet("statements.csv", STATEMENTS, ("It is so high", "It is **so** high")),
        [f"statements.csv:2: 'statement' holds '**s', {SHOWN}"],
    ),
    "letters of a PDF": (
        label("The \ufb01rst"),
        [f"{MD}:4: the line holds 'ﬁ', one sign in the place of 'fi'. Type the letters."],
    ),
    "a hyphen that is none": (
        on_page("The Hut\u201112 path."),
        ["index.md:3: the line holds '\u2011', U+2011, which only looks like a hyphen. Type -."],
    ),
    "a word cut at the end of a line": (
        on_page("It rose slight-\nly, and a short-\nand long-term plan."),
        [
            "index.md:3: 'slight-' cuts a word at the end of the line. "
            "Markdown shows a space there: write the word on one line."
        ],
    ),
    "points that Markdown does not know": (
        on_page("• one"),
        ["index.md:3: '•' begins no list in Markdown. Write `- `, below an empty line."],
    ),
    "numbers that Markdown does not know": (
        on_page("1.) one"),
        ["index.md:3: '1.)' begins no list in Markdown. Write `1. `, below an empty line."],
    ),
    "a quotation without its end": (
        on_page("He said “to stand."),
        ["index.md:3: '“to stand.' begins a quotation that never ends. Put ” where it does."],
    ),
    "quotations of other languages": (on_page("„The rock“ and ”ja” and “the rock”."), []),
    "quotations of another language alone": (on_page("He said ”ja”."), []),
    "a quotation without its beginning": (
        on_page("He said to stand”, and “the rock”."),
        [
            "index.md:3: 'He said to stand”' ends a quotation that never begins. "
            "Put “ where it does."
        ],
    ),
    "a quotation in a note without its end": (
        note("a so-called “survey"),
        [f"{CSV}:2: 'note': '“survey' begins a quotation that never ends. Put ” where it does."],
    ),
}
