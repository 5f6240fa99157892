"""Plan against actual."""

import altair as alt

from charts import grammar, words
from ledger.claim import Claim

COLUMNS = {"status": "planned|actual", "item": "text"}


def draw(claim: Claim) -> alt.LayerChart:
    """Bars from zero in groups, one group an item: hollow for what was planned, solid below it for what came."""
    table = grammar.placed(claim)
    if table.empty or claim.unit == "date":
        return grammar.listing(claim)
    hollow = table["role"].map({"asked": "rival", "rival": "rival", "context": "context-hollow"})
    solid = table["role"].map({"asked": "asked", "rival": "asked", "context": "context"})
    table["style"] = solid.where(table["status"] == "actual", hollow)
    table["short"] = [f"{text} {status}" for text, status in zip(table["short"], table["status"], strict=True)]
    items = {item: place for place, item in enumerate(dict.fromkeys(table["item"]))}
    table = table.iloc[sorted(range(len(table)), key=lambda row: (items[table["item"][row]], table["status"][row] == "actual"))]
    return grammar.bar_rows(claim, table.reset_index(drop=True), group="item" if len(items) < len(table) else None)


def describe(claim: Claim) -> str:
    """What is stated, each item's plan and outcome with how far they miss, and the verdict."""
    items = dict.fromkeys(row.extra["item"] for row in claim.readings)
    told = (
        f"{item}: "
        + "; ".join(f"{row.extra['status']}, {words.reading(claim, index)}" for index, row in enumerate(claim.readings) if row.extra["item"] == item)
        + "."
        for item in items
    )
    return words.joined("Bars from zero, hollow for plans and solid for what came.", words.said(claim), *told, words.verdict(claim))
