"""Ranked bars, with the stated value marked."""

import altair as alt

from charts import marks, rows, tables, words
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {}
SHOWS = ("number",)


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """Bars from zero, the largest on top or in order of time, with an amber line; falls go left."""
    source = tables.by_size(tables.readings(claim, frame))
    scale = alt.Scale(domain=marks.domain(claim, source, zero=True), nice=False, zero=False)
    x = alt.X("least:Q", scale=scale, axis=marks.zero(claim))
    return rows.across(claim, frame, source, x, marks.bars(source), bars=True)


def describe(claim: Claim) -> str:
    """The article's figure, each reading with how far it misses, and the verdict."""
    return words.whole(claim, "Bars from zero, ranked by size.")
