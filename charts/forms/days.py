"""Change over days, with the asked day picked out."""

import altair as alt

from charts import grammar, words
from ledger import values
from ledger.claim import Claim

COLUMNS = {"day": "date", "series": "text"}


def draw(claim: Claim) -> alt.LayerChart:
    """One line a series, named at its end; what was asked is a large dot with its value."""
    table = grammar.placed(claim)
    if table.empty or claim.unit == "date":
        return grammar.listing(claim)
    days = [values.parse(text, "date") for text in table["day"]]
    ticks = [f"{day.start.day} {day.start:%b}" if day.start == day.end else words.day(day.text) for day in days]
    first = min(days, key=lambda day: day.low)
    ticks = [f"{tick}\n{first.start.year}" if day == first and first.start == first.end else tick for day, tick in zip(days, ticks, strict=True)]
    return grammar.over_time(claim, table.assign(at=[day.number for day in days], tick=ticks, projected=False), dashes=True)


def describe(claim: Claim) -> str:
    """What is stated, how each series runs, the asked readings and the verdict."""
    return words.over_time(claim, "Lines over days.", lambda row: f"on {words.day(row.extra['day'])}", "day")
