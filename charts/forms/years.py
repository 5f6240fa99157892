"""A quantity year by year, with the stated value as a line across."""

import altair as alt
import pandas as pd

from charts import columns, marks, rows, tables, words
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {"year": "date"}
MEANS = {"year": "the year that the value is of"}
SHOWS = ("number",)


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """One bar a year: columns where they fit, else rows."""
    source = _years(tables.readings(claim, frame))
    dated = list(zip(source["year_shown"], source["reading"], strict=True))
    source["reading"] = [name if tick in name else f"{tick}: {name}" for tick, name in dated]
    # Readings that differ in nothing but their year are named by it.
    alike = all(name.partition(" (")[0] == tick for tick, name in dated)
    source = tables.named(source, frame, "year_shown" if alike else "reading")
    scale = alt.Scale(domain=marks.domain(claim, source, zero=True), nice=False, zero=False)
    narrow = None if source["ranged"].any() else columns.fits(claim, frame, source)
    if narrow is None:
        x = alt.X("least:Q", scale=scale, axis=marks.zero(claim))
        return rows.across(claim, frame, source, x, marks.bars(source), bars=True)
    bars = marks.by_style(narrow["style"], alt.Chart().mark_bar(width={"band": 1}))
    return columns.upright(
        claim,
        frame,
        narrow,
        alt.Y("least:Q", scale=scale, axis=marks.zero(claim, title=None)),
        bars,
    )


def _years(source: pd.DataFrame) -> pd.DataFrame:
    """The readings in the order of their years; what is only to compare with one of the same year,
    or is the second of a year, stands in the claim's table alone.
    """
    judges = source["role"] != "context"
    other = ~source["year"].isin(source["year"][judges]) & ~source["year"].duplicated()
    return source[judges | other].sort_values("year", kind="stable", ignore_index=True)


def describe(claim: Claim) -> str:
    """The article's figure, the reading of each year with how far it misses, and the verdict."""
    return words.whole(claim, "Bars from zero, one a year.")
