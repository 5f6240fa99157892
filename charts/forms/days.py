"""Change over days, with the asked day picked out."""

import altair as alt

from charts import series, words
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {"day": "date", "series": "text"}
SHOWS = ("number",)


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """One line a series, named at its end; what was asked is a large dot with its value."""
    source = series.table(claim, frame, "day")
    day, year = (f"timeFormat(datum.value, '{form}')" for form in ("%-d %b", "%Y"))
    first = f"datum.index == 0 ? [{day}, {year}] : {day}"  # the year stands below the first day
    return series.draw(claim, source, frame, labelExpr=first)


def describe(claim: Claim) -> str:
    """What is stated, how each series runs, the asked readings and the verdict."""
    return words.over_time(claim, "Lines over days.", "day", lambda row, day: f"on {day}")
