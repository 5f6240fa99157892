"""Ranked bars, with the stated value marked."""

import altair as alt

from charts import grammar, words
from ledger.claim import Claim

COLUMNS = {}


def draw(claim: Claim) -> alt.LayerChart:
    """Bars from zero, the largest on top, with the stated value as an amber line; falls grow to the right."""
    table = grammar.placed(claim)
    if table.empty or claim.unit == "date":
        return grammar.listing(claim)
    return grammar.bar_rows(claim, table.sort_values("value", ascending=grammar.falls(claim, table), kind="stable"))


def describe(claim: Claim) -> str:
    """The article's figure, each reading with how far it misses, and the verdict."""
    return words.whole(claim, "Bars from zero, ranked by size.")
