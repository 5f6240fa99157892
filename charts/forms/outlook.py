"""What was recorded and what was projected, year by year."""

import altair as alt

from charts import series, words
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {"year": "date", "status": "recorded|projected", "series": "text"}
MEANS = {
    "year": "the year that the value is of",
    "status": "whether the year was on record, or was still projected by the source",
    "series": "what is counted, which names its line",
}
SHOWS = ("number",)


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """One line a series: solid as far as it is recorded, dashed beyond.

    It is named at its end, and where a dashed line leads there, at its beginning too.
    """
    source = series.table(claim, frame, "year")
    ahead = source["series"].isin(source["series"][source["projected"]])
    source["apart"] |= ahead & ~source.duplicated("series")
    return series.draw(claim, source, frame, format="%Y")


def describe(claim: Claim) -> str:
    """What is stated, how each series runs and is expected to run, and the verdict."""
    picture = "Lines over years, dashed where they are projected."
    return words.over_time(
        claim, picture, "year", lambda row, year: f"{row.extra['status']} for {year}"
    )
