"""A quantity year by year, with the stated value as a line across."""

import re

import altair as alt
import pandas as pd

from charts import grammar, theme, words
from ledger import values
from ledger.claim import Claim

COLUMNS = {"year": "date"}


def draw(claim: Claim) -> alt.LayerChart:
    """One bar a year: columns where they fit, else rows, which also name readings that differ in more than their year."""
    table = grammar.placed(claim)
    if table.empty or claim.unit == "date":
        return grammar.listing(claim)
    table["tick"] = [words.day(text) for text in table["year"]]
    table = table.iloc[sorted(range(len(table)), key=lambda row: values.parse(table["year"][row], "date").low)].reset_index(drop=True)
    alike = len({re.sub(r"\b\d{4}\b", "", row.name).strip() for row in claim.readings}) == 1
    table["name"] = [
        tick if alike or name == tick else name if tick in name else f"{tick}: {name}" for tick, name in zip(table["tick"], table["reading"], strict=True)
    ]
    exact = (table["low"] == table["high"]).all() and not table["open"].any()
    columns = _columns(claim, table) if alike and exact and not theme.frame().narrow else None
    return columns or grammar.bar_rows(claim, table, "name")


def _columns(claim: Claim, table: pd.DataFrame) -> alt.LayerChart | None:
    """The columns, each with its value above, or None when a label is wider than its column's room."""
    bottom, said = 250, grammar.said_words(claim, 110) if grammar.stated_edges(claim) else ""
    right = theme.frame().width - max([4, *(grammar.width(line, True) + 22 for line in said.split("\n") if line)])
    step = (right - 4) / len(table)
    texts = next(
        (
            wrapped
            for column in ("short", "plain")
            for wrapped in [[grammar.wrap(text, step, True) for text in table[column]]]
            if all(grammar.width(line, True) <= step - 4 for text in wrapped for line in text.split("\n"))
        ),
        None,
    )
    if texts is None or any(grammar.width(tick, True, 12) > step - 4 for tick in table["tick"]):
        return None
    low, high = grammar.span(claim, table, zero=True)
    tall = max(grammar.height(text) for text in texts)
    scale = grammar.Scale((high, low), tall + 2 if high > 0 else 8, bottom - (tall + 2 if low < 0 else 0))
    base, wide = scale.pixel(0), min(step * 0.36, 34)
    table = table.assign(x=[4 + step * (row + 0.5) for row in range(len(table))], top=[scale.pixel(value) for value in table["value"]], base=base)
    table = table.assign(x1=table["x"] - wide, x2=table["x"] + wide)
    places = [scale.pixel(edge) for edge in grammar.stated_edges(claim)]
    labels = []
    for text, row in zip(texts, table.itertuples(), strict=True):
        way, half = (1 if row.value < 0 else -1), grammar.height(text) / 2
        middle = row.top + way * (half + 5)
        # A value that the stated line would cross stands beyond it.
        middle = next((place + way * (half + 5) for place in places if abs(place - middle) < half + 3), middle)
        labels.append(grammar.label(text, row.x, middle, f"{row.role}-text", "center"))
    # Readings of one year share its label.
    for tick, part in table.groupby("tick", sort=False):
        role = "asked" if "asked" in set(part["role"]) else "context"
        labels.append(grammar.label(tick, part["x"].mean(), bottom + 14, f"{role}-text", "center"))
    if said:
        labels += grammar.dodge([grammar.label(said, right + 12, sum(places) / len(places), "said-text")], 4, bottom)
    elif "$" in claim.unit and texts[0][0] != "$":
        labels.append(grammar.label(f"in {claim.unit}", theme.frame().width - 2, bottom + 34, "tick-text", "right"))
    return grammar.layered(
        [
            *grammar.by_style(table, lambda part, style: alt.Chart(part).mark_rect(style=style).encode(x=grammar.x("x1"), x2="x2", y=grammar.y(), y2="base")),
            *grammar.levels([{"top": base, "style": "zero"}], 4, right),
            *grammar.said_level(claim, scale, 4, right),
            *grammar.write(labels),
        ],
        grammar.below(labels, bottom),
    )


def describe(claim: Claim) -> str:
    """The article's figure, the reading of each year with how far it misses, and the verdict."""
    return words.whole(claim, "Bars from zero, one a year.")
