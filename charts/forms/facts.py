"""A list of sourced facts, each a yes, a no or a figure."""

import altair as alt

from charts import grammar, words
from ledger.claim import Claim

COLUMNS = {}


def draw(claim: Claim) -> alt.LayerChart:
    """One row a fact: a tick for yes, a cross for no, or the figure in words."""
    return grammar.listing(claim)


def describe(claim: Claim) -> str:
    """What is stated, each fact with its answer, and the verdict."""
    return words.whole(claim, "A list of facts.")
