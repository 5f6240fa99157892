"""Readings against the stated value: the everyday form, one row a reading."""

import altair as alt

from charts import marks, rows, tables, words
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {}
SHOWS = ("number", "date")
MOST = 9  # rows; who has more reads them in the table


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """Dots on one scale, with an amber line, and the gap to what was asked as a dotted one."""
    source = tables.in_time(tables.few(tables.readings(claim, frame), MOST))
    scale = alt.Scale(domain=marks.domain(claim, source), nice=False, zero=False)
    x = alt.X(f"value:{tables.type_of(source)}", scale=scale, axis=marks.axis(claim, frame))
    return rows.across(claim, frame, source, x, [*marks.gaps(source), *marks.dots(source)])


def describe(claim: Claim) -> str:
    """The article's figure, each reading with how far it misses, and the verdict."""
    return words.whole(claim, "Dots on one scale.")
