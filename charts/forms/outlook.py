"""What was recorded and what was projected, year by year."""

import altair as alt

from charts import grammar, words
from ledger import values
from ledger.claim import Claim

COLUMNS = {"year": "date", "status": "recorded|projected", "series": "text"}


def draw(claim: Claim) -> alt.LayerChart:
    """One line a series, named at its end: solid with full dots as far as it is recorded, dashed with hollow ones beyond."""
    table = grammar.placed(claim)
    if table.empty or claim.unit == "date":
        return grammar.listing(claim)
    projected = table["status"] == "projected"
    hollow = table["role"].map({"asked": "rival", "rival": "rival", "context": "context-hollow"})
    return grammar.over_time(
        claim,
        table.assign(
            at=[values.parse(text, "date").number for text in table["year"]],
            tick=[words.day(text) for text in table["year"]],
            projected=projected,
            style=table["role"].where(~projected, hollow),
        ),
    )


def describe(claim: Claim) -> str:
    """What is stated, how each series runs and is expected to run, the asked readings and the verdict."""
    return words.over_time(
        claim, "Lines over years, dashed where they are projected.", lambda row: f"{row.extra['status']} for {words.day(row.extra['year'])}", "year"
    )
