"""Readings against the stated value: the everyday form. One row a reading, the article's figure as a line across."""

import altair as alt

from charts import grammar, words
from ledger.claim import Claim

COLUMNS = {}


def draw(claim: Claim) -> alt.LayerChart:
    """Dots on one scale, with the stated value as an amber line and the gap to what was asked as a dotted one."""
    table = grammar.placed(claim)
    if table.empty:
        return grammar.listing(claim)
    head = grammar.head(claim)
    table, names, left, bottom = grammar.rows(table, head)
    scale = grammar.across(claim, table, left)
    table = grammar.on(scale, table)
    axis, height = grammar.axis(claim, scale, head - 4, bottom)
    return grammar.layered(
        [
            *axis,
            *grammar.said_band(claim, scale, bottom),
            *grammar.said(claim, scale, bottom),
            *grammar.gaps(claim, table, scale),
            *grammar.arrows(table, scale),
            *grammar.dots(table),
            *grammar.write([*names, *grammar.value_labels(claim, table, scale)]),
        ],
        height,
    )


def describe(claim: Claim) -> str:
    """The article's figure, each reading with how far it misses, and the verdict."""
    return words.whole(claim, "Dots on one scale.")
