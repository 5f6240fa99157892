"""Readings beside one another: each column a reading, its name below it.

What the article says runs across the columns at its height.
"""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from charts import labels, marks, tables
from charts.labels import LINE
from charts.theme import Frame
from ledger.claim import Claim

TALL = 270  # px of the plot


def fits(claim: Claim, frame: Frame, source: pd.DataFrame) -> pd.DataFrame | None:
    """The table with `name` and `label`, the value, in lines as narrow as its columns.

    None where a column is too narrow for a word.
    """
    room = (frame.width - 2 - gutter(claim)) / len(source) - 10
    bold = list(source["role"] == "asked")
    for choice in ("short", "plain"):
        parts = {"name": list(source["name"]), "label": list(source[choice])}
        pairs = [pair for texts in parts.values() for pair in zip(texts, bold, strict=True)]
        if all(labels.room(text.split(), strong) <= room for text, strong in pairs):
            rooms = [room] * len(bold)
            broken = {name: map(labels.wrap, texts, rooms, bold) for name, texts in parts.items()}
            return source.assign(**{name: list(texts) for name, texts in broken.items()})
    return None


def upright(
    claim: Claim, frame: Frame, source: pd.DataFrame, y: alt.Y, layers: Sequence[alt.Chart]
) -> alt.LayerChart:
    """A column for each reading: a form's layers, with names, values, and what is stated in amber.

    The table is one that `fits`; `y` is the channel of its values, with its scale and axis.
    """
    source = _placed(claim, source, y["scale"]["domain"])
    inside, styles = source["inside"], source["style"]
    named = alt.Chart().mark_text(dy=14, lineBreak="\n", lineHeight=LINE)
    named = named.encode(alt.YValue("height"), alt.Text("name:N"))
    shown = alt.Chart().mark_text(dy=alt.expr("datum.dy"), lineBreak="\n", lineHeight=LINE)
    shown = shown.encode(alt.Text("label:N"))
    right = gutter(claim)
    layers = [
        *marks.said_band(claim, "y"),
        *layers,
        *stated(claim),
        *marks.by_style(styles, named, "-text"),
        *marks.by_style(styles[~inside], shown.transform_filter("!datum.inside"), "-text"),
        *marks.by_style(styles[inside], shown.transform_filter("datum.inside"), "-in-text"),
    ]
    band = alt.Scale(type="band", domain=list(source["reading"]), padding=0.28)
    return marks.layered(
        layers,
        source,
        alt.X("reading:N", scale=band, axis=None),
        y,
        width=frame.width - 2 - right,
        height=TALL,
        padding={
            "left": 2,
            "right": right,
            "top": 2 + max(map(labels.height, source["label"])),
            "bottom": 8 + max(map(labels.height, source["name"])),
        },
    )


def gutter(claim: Claim) -> float:
    """How many px the words of the stated value take to the right of the plot."""
    return labels.room([tables.said(claim, 110)], bold=True) + 22 if tables.edges(claim) else 2


def stated(claim: Claim) -> list[alt.Chart]:
    """What the article says: an amber line at its height, a diamond and words at its right end."""
    if not tables.edges(claim):
        return []
    words = tables.said(claim, 110)
    up = -LINE / 2 * words.count("\n")
    data, at, end = alt.Chart(tables.stated(claim)), alt.Y("said:Q"), alt.XValue("width")
    text = data.mark_text(
        style="said-text", align="left", dx=12, dy=up, lineBreak="\n", lineHeight=LINE
    )
    return [
        data.mark_rule(style="said-rule").encode(at, alt.XValue(0), alt.X2Value("width")),
        data.mark_point(style="said-mark").encode(at, end),
        text.encode(alt.Y("mean(said):Q"), end, alt.TextValue(words)),
    ]


def _placed(claim: Claim, source: pd.DataFrame, domain: Sequence[float]) -> pd.DataFrame:
    """The table with the place of each value: past its column's end, or `inside` it.

    It stands inside where the amber line would cross it past the end.
    """
    low, high = domain
    lines = [(high - edge) / (high - low) * TALL for edge in tables.edges(claim)]
    places = []
    for value, label in zip(source["least"], source["label"], strict=True):
        end, tall = (high - value) / (high - low) * TALL, labels.height(label)
        first, last = (end, end + tall + 5) if value < 0 else (end - tall - 5, end)
        inside = any(first < line <= last for line in lines)
        way = 1 if inside != (value < 0) else -1
        places.append({"dy": way * (tall / 2 + 3) - (tall - LINE) / 2, "inside": inside})
    return source.join(pd.DataFrame(places))
