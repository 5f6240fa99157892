"""Events on a line of time, with the stated date marked."""

import altair as alt

from charts import marks, rows, tables, words
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {}
SHOWS = ("date",)


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """One row an event, in their order, each with its date beside it."""
    source = tables.readings(claim, frame).sort_values(
        ["value", "high"], kind="stable", ignore_index=True
    )
    source["short"] = source["text"]
    scale = alt.Scale(domain=marks.domain(claim, source))
    time = alt.X("value:T", scale=scale, axis=marks.axis(claim, frame))
    return rows.across(claim, frame, source, time, marks.dots(source))


def describe(claim: Claim) -> str:
    """The stated date, each event with its date and how far it is off, and the verdict."""
    return words.whole(claim, "Events in the order of time.")
