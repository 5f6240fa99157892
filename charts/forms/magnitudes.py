"""Values over orders of magnitude, on a logarithmic axis."""

import altair as alt

from charts import grammar, words
from ledger.claim import Claim

COLUMNS = {}


def draw(claim: Claim) -> alt.LayerChart:
    """Dots over powers of ten, with the stated value as an amber line; only what is greater than zero has a place."""
    table = grammar.placed(claim)
    table = table[table["low"] > 0].reset_index(drop=True)
    if table.empty or claim.unit == "date" or any(edge <= 0 for edge in grammar.stated_edges(claim)):
        return grammar.listing(claim)
    head = grammar.head(claim)
    table, names, left, bottom = grammar.rows(table, head)
    scale = grammar.powers(claim, table, left)
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
    return words.whole(claim, "Dots on a logarithmic scale, where each step is ten times the last.")
