"""Slips between a reading or a claim and what names it elsewhere, like `slips.py`: cells of
columns, figures, bounds and labels of the article, sources of days.
"""

from slips import all_of, put, swap
from slips_of_amounts import MD, outlook, stated, told_as
from slips_of_days import DAYS, typed
from slips_of_figures import printed
from slips_of_proof import PROVEN, sheet

SNOW = '"Snow, 2024",-9,context,glacier-watch,,2024,recorded,Snow'
FORTY = ("more than 40000", "40,000", "2,912 metres")
HIGH = ("2912", "2,912", "more than 40,000")
SERIES = ("2023-07-03,Beds,0.00", "2023-07-04,Beds,-3.07", "2023-07-05,Beds,1.20")

COUNTED = """where,figure,claim,reason
summit,"2,912 metres",summit-height,
glacier,21 per cent,glacier-loss,
paths,"more than 40,000",visitors,
paths,Hut 12,,part of a name
"""


def counted_by(old, new):
    """The figures of the article with commas, where one is written otherwise."""
    return sheet("article.csv", COUNTED, (old, new))


def reads_as(line, text, read, claim, value, write, like):
    """What is told of a figure with a point for a comma."""
    told = f"{text} reads as {read}, and '{claim}' states {value}"
    return [f"article.csv:{line}: {told}. Write {write}, like {like}, in quotes."]


def bound_as(words, value="more than -21", said="more than 21 per cent"):
    """The glacier with a bound, and a sentence of the article that tells of it in these words."""
    return all_of(
        swap(MD, "lost 21 per cent", f"lost {said}"),
        stated(value),
        printed("21 per cent", said),
        told_as(words),
    )


def bound_of(words, value="more than -21"):
    """What is told of a bound that is turned."""
    told = f"the sentence says {words}, and 'glacier-loss' states {value}"
    return [f"statements.csv:3: {told}. Write it as the article does."]


LISTED = """where,figure,claim,reason
summit,2912 metres,summit-height,
glacier,21 per cent,glacier-loss,
glacier,"40,000",visitors,
paths,more than 40 000,visitors,
paths,Hut 12,,part of a name
"""


def named_as(words):
    """A sentence of the article that names two claims, of which both have figures."""
    return all_of(put("article.csv", LISTED.encode()), told_as(words))


RENAMED = [
    "statements.csv:3: The climbers stands before The glacier, and its figure by "
    "docs/article.csv:4, 40,000, behind that of The glacier, 21 per cent. "
    "Write it as the article does."
]

NAME_SLIPS = {
    # slip: (change, lines printed)
    # ---- columns and names
    **{
        f"a cell of another reading than its name tells, {name}": (
            outlook(f'"{name}",-23,context,glacier-watch,,2024,recorded,Ice\n{SNOW}'),
            [
                f"{PROVEN}:4: column 'series' says Ice, and the name of the reading Snow. "
                "Correct one."
            ],
        )
        for name in ("Snow, 2024, by a map", "In the valley, Snow", "On the map (Snow)")
    },
    **{
        f"a cell as the name of its reading tells, {name}": (
            outlook(f'"{name}",-23,context,glacier-watch,,2024,recorded,Ice\n{SNOW}'),
            [],
        )
        for name in (
            "Ice, 2024",
            "Ice without Snow",
            "Ice below the other, Snow",
            "The map of Snow",
        )
    },
    # ---- figures, bounds and names of the article
    **{
        f"a point for the comma of thousands, {new}": (
            counted_by(old, new),
            reads_as(line, new.split(" ")[-1], *told),
        )
        for old, new, line, *told in (
            ('"more than 40,000"', "more than 40.000", 4, "40", "visitors", *FORTY),
            ('"more than 40,000"', "40.000", 4, "40", "visitors", *FORTY),
            ('"2,912 metres"', "2.912", 2, "2.912", "summit-height", *HIGH),
        )
    },
    "a figure in a larger measure": (counted_by('"2,912 metres"', "2.912 km"), []),
    "points for all commas of thousands": (
        sheet(
            "article.csv", COUNTED, ('"2,912 metres"', "2.912"), ('"more than 40,000"', "40.000")
        ),
        [],
    ),
    **{
        f"a bound that a sentence of the article turns, {words}": (
            bound_as(f"It lost {words}"),
            bound_of(words),
        )
        for words in ("less than 21%", "at most 21 per cent", "up to 21%")
    },
    "a bound above that a sentence of the article turns": (
        bound_as("It lost at least 22%", "at most -22", "at most 22 per cent"),
        bound_of("at least 22%", "at most -22"),
    ),
    **{
        f"a bound that a sentence of the article keeps, {words}": (bound_as(words), [])
        for words in ("It lost more than 21%", "It lost over 21%", "It lost 21%", "It lost a fifth")
    },
    **{
        f"two names that change places, {words}": (named_as(words), RENAMED)
        for words in (
            "The climbers by 21%, The glacier by 40,000",
            "The climbers and The glacier count 21% and 40,000",
            "For The climbers 21%, and for The glacier over 40,000",
        )
    },
    **{
        f"two names in their order, {words}": (named_as(words), [])
        for words in (
            "The glacier by 21%, The climbers by 40,000",
            "The climbers by 40,000, The glacier by 21%",
            "The climbers hurt The glacier",
        )
    },
    # ---- days of a series
    **{
        f"a day of another source than all others, {day}": (
            typed(f"{day},hut-book", f"{day},glacier-watch"),
            [
                f"{DAYS}:{line}: this day is of 'glacier-watch', and all others of 'Beds' of "
                "'hut-book'. Correct it, or add a reading of this day by that source."
            ],
        )
        for line, day in enumerate(SERIES, 2)
    },
}
