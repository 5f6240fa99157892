"""Readings below one another: each row a reading, its name beside its mark, or above it on phones.

What the article says runs across the rows.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import altair as alt
import pandas as pd

from charts import beside, labels, marks, tables, ticks
from charts.beside import Spot
from charts.labels import LINE
from charts.theme import Frame
from ledger.claim import Claim

EDGE = 16  # px that half a mark, or half of an axis's last label, needs at the end of a scale
PITCH = 34  # px from one row to the next
UNDER = 12  # px more where values stand below their marks
SLOT = 15  # px; on phones a row takes some of these, one for each line and its mark, one free
OVER = 19  # px from a mark up to the last line of a name, on phones


def across(
    claim: Claim,
    frame: Frame,
    source: pd.DataFrame,
    x: alt.X,
    layers: Sequence[alt.Chart],
    bars: bool = False,
) -> alt.LayerChart:
    """A row for each reading: a form's layers, with names, values, and what is stated in amber.

    `x` is the channel of the readings' values, with its scale and axis. The amber line lies on top
    of `bars`, but under dots.
    """
    gutter, source, before, after = _settled(claim, frame, source, x["scale"], bars)
    aside = gutter > 0
    inner = frame.width - gutter - before - after
    if x["axis"]["values"] is alt.Undefined:
        room = -gutter - before, inner + after
        x["axis"] = ticks.named(claim, x["axis"], x["scale"]["domain"], inner, room)
    y, height = _bands(source, aside)
    start = -before - 10 if aside else _start(x["scale"], before, bars)
    inside, faces = source["inside"], source["face"]
    words = [
        *marks.by_style(faces, _names(y, aside, start), "-text"),
        *marks.by_style(faces[~inside], _values(source, "!"), "-text"),
        *marks.by_style(faces[inside], _values(source, ""), "-in-text"),
    ]
    said, head = _said(claim, frame, x["scale"], gutter + before, inner)
    band = marks.said_band(claim)
    whole = [*band, *layers, *said, *words] if bars else [*band, *said, *layers, *words]
    foot = (24 if x["axis"]["labels"] is not False else 4) + (18 if x["axis"]["title"] else 0)
    return marks.layered(
        whole,
        source,
        x,
        y,
        width=inner,
        height=height,
        padding={"left": gutter + before, "right": after, "top": head, "bottom": foot},
    )


def _bands(source: pd.DataFrame, aside: bool) -> tuple[alt.Y, alt.Step]:
    """One band a reading in the table's order, and its height.

    With names above the marks a row takes as many slots as it needs: for each line of its name,
    for its mark, for a value below it, and a free one.
    """
    under = source["dy"] > 0
    if aside:
        names = LINE * max(name.count("\n") + 1 for name in source["name"])
        step = max(PITCH, names + 8) + UNDER / 2 * bool(under.any())
        scale = alt.Scale(type="band", domain=list(source["reading"]), padding=0)
        return alt.Y("reading:N", scale=scale, axis=None), alt.Step(step)
    slots = []
    for reading, name, below in zip(source["reading"], source["name"], under, strict=True):
        slots += [f"{reading}\n{line}" for line in range(name.count("\n") + 1)]
        slots += [reading, f"{reading}\nfree", *([f"{reading}\nbelow"] if below else [])]
    scale = alt.Scale(type="band", domain=slots, padding=0)
    return alt.Y("reading:N", scale=scale, axis=None), alt.Step(SLOT)


def _names(y: alt.Y, aside: bool, start: float) -> alt.Chart:
    """The names of the rows, to the left of the plot or over their marks."""
    more = "(length(split(datum.name, '\\n')) - 1)"  # Vega hangs a text by its first line
    up = alt.expr(f"-8 * {more}" if aside else f"{SLOT - OVER} - {LINE - SLOT} * {more}")
    align = labels.RIGHT if aside else labels.LEFT
    text = alt.Chart().mark_text(align=align, dy=up, lineBreak="\n", lineHeight=LINE)
    place = y if aside else alt.Y("first:N", scale=y["scale"], axis=None)
    names: alt.Chart = text.encode(alt.XValue(start), place, alt.Text("name:N"))
    return names


def _values(source: pd.DataFrame, negation: str) -> alt.Chart:
    """The values, each at the place that was chosen for it: in bars, or not."""
    dx, dy, align = (alt.expr(f"datum.{name}") for name in ("dx", "dy", "align"))
    text = alt.Chart().transform_filter(f"{negation}datum.inside")
    text = text.mark_text(align=align, dx=dx, dy=dy)
    at = alt.X(f"at:{tables.type_of(source)}")
    values: alt.Chart = text.encode(at, alt.Text("short:N"))
    return values


def _share(scale: alt.Scale) -> Callable[[Any], float]:
    """Where on a scale a value stands, from 0 to 1: only to choose among places for a label."""

    def number(value: Any) -> float:
        plain = value.timestamp() if isinstance(value, pd.Timestamp) else float(value)
        return math.log(plain) if scale["type"] == "log" else plain

    first, last = number(scale["domain"][0]), number(scale["domain"][-1])
    return lambda value: (number(value) - first) / (last - first)


def _settled(
    claim: Claim, frame: Frame, source: pd.DataFrame, scale: alt.Scale, bars: bool
) -> tuple[float, pd.DataFrame, float, float]:
    """The room for names beside the plot, the table with its places, and the room that these need.

    A value without a free place stands with its name, and no longer at its mark.
    """
    for _ in range(2):
        widest = labels.room(source["name"], source["role"] == "asked")
        gutter = math.ceil(widest) + 12 if not frame.narrow or widest <= 64 else 0
        placed, before, after = _placed(claim, frame, source, scale, gutter, bars)
        if placed["free"].all():
            break
        texts = source["name"].str.replace("\n", " ") + ": " + source["short"]
        told = tables.named(source.assign(told=texts), frame, "told")
        source = source.assign(
            name=source["name"].where(placed["free"], told["name"]),
            short=source["short"].where(placed["free"], ""),
        )
    return gutter, placed, before, after


def _placed(
    claim: Claim,
    frame: Frame,
    source: pd.DataFrame,
    scale: alt.Scale,
    gutter: float,
    bars: bool,
) -> tuple[pd.DataFrame, float, float]:
    """The table with a place for each value, and the room that these need beside the plot.

    A place is `at` (a value), `align`, `dx`, `dy` and `inside`, and `free` tells whether it is
    good; the room is before and after the plot.
    """
    share, zone, edge = _share(scale), frame.width - gutter, 8 if bars else EDGE
    stated = [share(value) for value in tables.edges(claim)]
    rows, spots = source.to_dict("records"), list[Spot]()
    before, after = float(edge), float(edge)
    for final in (*[False] * 6, True):  # the room changes the scale, and the scale the room
        inner = zone - before - after
        lines = [at * inner for at in stated]
        within = (-before, inner + after) if final else None
        spots = []
        for row in rows:
            places = _places(row, share, inner, bars)
            if not gutter:
                places = _over(places, row, _start(scale, before, bars))
            spots.append(beside.choose(places, lines, within))
        level = [spot for spot in spots if not spot.dy]
        if not final:
            before = max([edge, *(3 - spot.left for spot in level)])
            after = max([edge, *(3 + spot.right - inner for spot in level)])
            less = min(1, zone / 2 / (before + after))  # half of it stays the scale's
            before, after = (max(edge, math.ceil(part * less)) for part in (before, after))
    names = ("at", "align", "dx", "dy", "inside")
    chosen = {name: [getattr(spot, name) for spot in spots] for name in names}
    free = [beside.free(spot, lines, (-before, inner + after)) for spot in spots]
    first = source["reading"] + "\n0"  # the slot of a name's first line
    face = source["role"].mask(source["style"] == "subject", "subject")
    return source.assign(**chosen, free=free, first=first, face=face), before, after


def _places(
    row: dict[str, Any], share: Callable[[Any], float], inner: float, bars: bool
) -> list[Spot]:
    """The places for the value of a row, the best first: away from zero and from any gap."""
    value, edge, asked = row["value"], row["edge"], row["role"] == "asked"
    faint = row["style"].startswith("context")
    wide, under = labels.width(row["short"], asked), 15 if faint and "whole" not in row else 18
    if bars:
        end = row["high"] if value >= 0 else row["low"]
        px = share(0) * inner, share(end) * inner
        return beside.bar(end, px, wide, under, row["open"] * value > 0, not faint)
    # On a line of time labels stand towards its middle, so that the scale is as long as it can be.
    dated = isinstance(value, pd.Timestamp)
    first = -1 if (share(value) > 0.5 if dated else value < 0) else 1
    if asked and not pd.isna(edge) and edge != value:
        first = 1 if value > edge else -1
    ends = {end: share(end) * inner for end in (row["low"], row["high"])}
    return beside.dot(ends, wide, under, row["open"], first)


def _over(spots: list[Spot], row: dict[str, Any], start: float) -> list[Spot]:
    """The places with those beside a short name that stands above its mark, before those below."""
    used = start + labels.room([row["name"].split("\n")[-1]], row["role"] == "asked") + 8
    above = [replace(spot, dy=-OVER) for spot in spots if spot.dy and spot.left > used]
    below = next(place for place, spot in enumerate(spots) if spot.dy)
    return [*spots[:below], *above, *spots[below:]]


def _start(scale: alt.Scale, before: float, bars: bool) -> float:
    """Where names above marks begin: right of a line at zero, or where the frame does."""
    return 5 if bars and scale["domain"][0] == 0 and before < EDGE else 2 - before


def _said(
    claim: Claim, frame: Frame, scale: alt.Scale, left: float, inner: float
) -> tuple[list[alt.Chart], float]:
    """What the article says, an amber line with a diamond and words on top, and their room."""
    edges, stated = tables.edges(claim), claim.stated
    if not edges or not stated:
        return [], 4
    kind = "T" if claim.unit == "date" else "Q"
    middle = sum(map(_share(scale), edges)) / len(edges) * inner
    within = (2 - left, frame.width - left - 2)
    words, align, dx = beside.over(lambda room: tables.said(claim, room), middle, within)
    more = LINE * words.count("\n")
    data, at, top = alt.Chart(tables.stated(claim)), alt.X(f"said:{kind}"), alt.YValue(-8)
    rule = data.mark_rule(style="said-rule").encode(at, top, alt.Y2Value("height"))
    mark = data.mark_point(style="said-mark").encode(at, top)
    text = data.mark_text(
        style="said-text", align=align, dx=dx, dy=-17, lineBreak="\n", lineHeight=LINE
    ).encode(alt.X(f"mean(said):{kind}"), alt.YValue(-8 - more), alt.TextValue(words))
    # Nobody named the day in the middle of a month: a period has a band between two thin lines.
    if tables.is_period(stated):
        ends = (alt.X(f"{end}:T") for end in ("low", "high"))
        rules = [
            data.mark_rule(style="said-edge").encode(end, top, alt.Y2Value("height"))
            for end in ends
        ]
        return [*rules, mark, text], 34 + more
    return [rule, mark, text], 34 + more
