"""Values over orders of magnitude, on a logarithmic axis."""

import altair as alt

from charts import marks, rows, tables, words
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {}
SHOWS = ("number",)
ABOVE_ZERO = True  # powers of ten have no place for 0 or less


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """Dots over powers of ten, with the stated value as an amber line."""
    source = tables.readings(claim, frame)
    steps = marks.powers(claim, source)
    title = "; ".join(filter(None, ["each step is ten times the last", tables.rest(claim)]))
    scale = alt.Scale(type="log", domain=[steps[0], steps[-1]])
    x = alt.X("value:Q", scale=scale, axis=marks.axis(claim, frame, values=steps, title=title))
    return rows.across(claim, frame, source, x, [*marks.gaps(source), *marks.dots(source)])


def describe(claim: Claim) -> str:
    """The article's figure, each reading with how far it misses, and the verdict."""
    return words.whole(claim, "Dots on a logarithmic scale, where each step is ten times the last.")
