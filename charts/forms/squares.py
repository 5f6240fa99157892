"""Counts and shares as fields of unit squares, a field a reading, with what is stated in amber."""

import math
from typing import Any

import altair as alt
import pandas as pd

from charts import labels, marks, tables, words
from charts.labels import LINE
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {}
SHOWS = ("number",)
ABOVE_ZERO = True  # there are no fewer squares than none
ABREAST = {"narrow": 3, "wide": 5}  # fields beside one another
MOST = 6  # fields; who has more reads them in the table
GAP = 12  # px between two fields, and below one
LEAST = "datum.open < 0 ? 0 : datum.low < datum.high ? datum.low : datum.value"
VALUE = 20  # px that a value takes above its field


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """A field a reading, a square for each unit, and an amber edge round those that are stated."""
    source, cell, height = _fields(claim, frame)
    square: dict[str, Any] = {"strokeWidth": cell - 1, "strokeDash": [cell - 1, 1]}
    filled = _rows(LEAST).mark_rule(**square).encode(alt.X2("to"))
    perhaps = _rows("datum.high").mark_rule(opacity=0.35, **square).encode(alt.X2("to"))
    empty = _rows("datum.whole").mark_rule(style="track", **square).encode(alt.X2("to"))
    text = alt.Chart().mark_text(align="left", lineBreak="\n", lineHeight=LINE)
    value = alt.Chart().mark_text(align="left", dy=-11).encode(alt.Text("short:N"))
    layers = [
        empty.encode(alt.Y("row:Q")),
        *marks.by_style(source["style"][_open(source)], perhaps.encode(alt.Y("row:Q")), "-line"),
        *marks.by_style(source["style"], filled.encode(alt.Y("row:Q")), "-line", kind="squares"),
        *_stated(claim, source, frame),
        *marks.by_style(source["style"], text.encode(alt.Y("head:Q"), alt.Text("name:N")), "-text"),
        *marks.by_style(source["style"], value.encode(alt.Y("down:Q")), "-text"),
    ]
    across = alt.Scale(domain=[0, frame.width / cell], nice=False)
    down = alt.Scale(domain=[0, height / cell], range=[0, height], nice=False)
    x, y = alt.X("along:Q", axis=None, scale=across), alt.Y(axis=None, scale=down)
    return marks.layered(layers, source, x, y, width=frame.width, height=height, padding=0)


def _open(source: pd.DataFrame) -> pd.Series:
    """True for a range, or a bound from above: what may be filled up to its end is pale."""
    return (source["open"] < 0) | (source["low"] < source["high"])


def _rows(number: str) -> alt.Chart:
    """The rows of a field, one mark each: as many squares as a column says, counted by Vega."""
    counted = alt.Chart().transform_calculate(count=number)
    steps = counted.transform_calculate(step="sequence(ceil(datum.count / datum.side))")
    rows: alt.Chart = steps.transform_flatten(["step"]).transform_calculate(
        row="datum.down + datum.step + 0.5",
        to="datum.along + min(datum.side, datum.count - datum.step * datum.side)",
    )
    return rows


def _stated(claim: Claim, source: pd.DataFrame, frame: Frame) -> list[alt.Chart]:
    """What the article says: words on top, and an edge round so many squares of each field."""
    if not tables.edges(claim):
        return []
    full, rest = "floor(datum.said / datum.side)", "datum.said % datum.side"
    edge = (
        alt.Chart(source)
        .transform_calculate(full=full, rest=rest)
        .transform_calculate(wide="datum.full ? datum.side : datum.rest")
        .transform_calculate(last="datum.rest || datum.side", first="datum.full || 1")
        .transform_calculate(low="datum.full + (datum.rest ? 1 : 0)")
        .transform_calculate(
            at="[0, datum.wide, datum.wide, datum.last, datum.last, 0, 0]",
            of="[0, 0, datum.first, datum.first, datum.low, datum.low, 0]",
            step="sequence(7)",
        )
        .transform_flatten(["at", "of", "step"])
        .transform_calculate(edge="datum.along + datum.at", row="datum.down + datum.of")
        .mark_line(style="said-rule")
        .encode(alt.X("edge:Q"), alt.Y("row:Q"), alt.Detail("reading:N"), alt.Order("step:Q"))
    )
    text = alt.Chart(tables.stated(claim)).mark_text(style="said-text", align="left", dy=9)
    told = alt.TextValue(tables.said(claim, frame.width))
    return [edge, text.encode(alt.XValue(1), alt.YValue(0), told)]


def _fields(claim: Claim, frame: Frame) -> tuple[pd.DataFrame, int, float]:
    """The readings with the place and the size of their fields, the px of a square, the height.

    Places are counted in squares: `along` and `down`, the corner of a field, and `head`, where its
    name begins. `side` is how many squares make a row, `whole` how many a full field.
    """
    source = tables.few(tables.readings(claim, frame), MOST)
    most = 100.0 if claim.unit.startswith("%") else float(source["value"].max())
    side = 10 * math.ceil(math.sqrt(most) / 10)
    abreast = min(len(source), max(1, ABREAST[frame.name] - side // 10 + 1))
    abreast = math.ceil(len(source) / math.ceil(len(source) / abreast))  # in even rows
    room = frame.width / abreast
    cell = math.floor((room - GAP) / side)
    bold = source["role"] == "asked"
    names = [
        labels.wrap(name, room - GAP, strong)
        for name, strong in zip(source["reading"], bold, strict=True)
    ]
    top, places = (
        (LINE + 12 if tables.edges(claim) else 0) / cell,
        list[tuple[float, float, float]](),
    )
    for first in range(0, len(names), abreast):
        talls = [labels.height(name) for name in names[first : first + abreast]]
        down = top + (max(talls) + VALUE) / cell
        for column, tall in enumerate(talls):
            head = down - (tall + VALUE - LINE / 2) / cell
            places.append(((column * room + 2) / cell, down, head))
        top = down + math.ceil(most / side) + GAP / cell
    along, downs, heads = zip(*places, strict=True)
    said = {"said": tables.edges(claim)[-1]} if tables.edges(claim) else {}
    return (
        source.assign(
            name=names, along=along, down=downs, head=heads, side=side, whole=most, **said
        ),
        cell,
        top * cell - GAP / 2,
    )


def describe(claim: Claim) -> str:
    """The article's figure, each reading with how far it misses, and the verdict."""
    return words.whole(claim, "Fields of squares, one square a unit.")
