"""Plan against actual."""

import altair as alt

from charts import marks, rows, tables, words
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {"status": "planned|actual", "item": "text"}
MEANS = {
    "status": "whether it was planned, or what came of the plan",
    "item": "what was planned, so that a plan and its outcome stand together",
}
SHOWS = ("number",)


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """Bars from zero, item by item: hollow for what was planned, solid below it for what came."""
    source = tables.readings(claim, frame)
    items = source["item"].map(
        {item: place for place, item in enumerate(dict.fromkeys(source["item"]))}
    )
    source = source.assign(place=items, came=source["status"] == "actual").sort_values(
        ["place", "came"], kind="stable"
    )
    hollow = source["role"].replace({"asked": "asked-hollow", "context": "context-hollow"})
    source["style"] = source["role"].replace({"rival": "asked"}).where(source["came"], hollow)
    if 1 < source["item"].nunique() < len(source):
        source["reading"] = source["item"] + ": " + source["reading"]
    source["reading"] += ", " + source["status"]
    source = tables.named(source, frame)
    scale = alt.Scale(domain=marks.domain(claim, source, zero=True), nice=False, zero=False)
    x = alt.X("least:Q", scale=scale, axis=marks.zero(claim))
    return rows.across(claim, frame, source, x, marks.bars(source), bars=True)


def describe(claim: Claim) -> str:
    """What is stated, each item's plan and outcome with how far they miss, and the verdict."""
    items = dict.fromkeys(row.extra["item"] for row in claim.readings)
    told = (
        f"{item}: "
        + "; ".join(
            f"{row.extra['status']}, {words.reading(claim, index)}"
            for index, row in enumerate(claim.readings)
            if row.extra["item"] == item
        )
        + "."
        for item in items
    )
    picture = "Bars from zero, hollow for plans and solid for what came."
    return words.joined(picture, words.said(claim), *told, words.verdict(claim))
