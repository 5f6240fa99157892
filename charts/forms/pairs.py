"""Bars side by side in groups: one measure of two or more things, where no number is stated."""

import math

import altair as alt
import pandas as pd

from charts import labels, marks, tables, words
from charts.labels import LINE
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {"group": "text", "part": "text"}
MEANS = {
    "group": "what is measured, which heads a group of bars",
    "part": "who or what it is measured of",
}
SHOWS = ("number",)
UNSTATED = True  # it has no place for an amber line
BAR = 24  # px from one bar of a group to the next


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """A heading a group, and below it a bar from zero for each of its parts, with its value."""
    source = _parts(claim, frame)
    bold = source["role"] == "asked"
    left, right = (math.ceil(labels.room(source[name], bold)) + 12 for name in ("part", "short"))
    scale = alt.Scale(domain=marks.domain(claim, source, zero=True), nice=False, zero=False)
    slots = alt.Scale(type="band", domain=_slots(source), padding=0)
    head = alt.Chart().transform_filter("datum.title")
    head = head.mark_text(style="rival-text", align="left", dy=3, lineBreak="\n", lineHeight=LINE)
    layers = [
        *_bars(source),
        head.encode(alt.XValue(2 - left), alt.Y("head:N", scale=slots), alt.Text("title:N")),
    ]
    x = alt.X("value:Q", scale=scale, axis=marks.zero(claim, grid=False))
    y = alt.Y("reading:N", scale=slots, axis=None)
    width, room = frame.width - left - right, {"left": left, "right": right, "top": 2}
    room["bottom"] = 22 if tables.rest(claim) else 4
    return marks.layered(layers, source, x, y, width=width, height=alt.Step(BAR), padding=room)


def _bars(source: pd.DataFrame) -> list[alt.Chart]:
    """The bars with a line at zero, what each is of before it, and its value past its end."""
    zero = alt.Chart().mark_tick(style="zero", thickness=1, size=BAR, orient="vertical")
    part = alt.Chart().mark_text(align="right", dx=-8, lineBreak="\n", lineHeight=LINE)
    side = alt.expr("datum.value < 0 ? 'right' : 'left'")
    value = alt.Chart().mark_text(align=side, dx=alt.expr("datum.value < 0 ? -8 : 8"))
    return [
        zero.encode(alt.XDatum(0)),
        *marks.by_style(source["style"], alt.Chart().mark_bar(size=18)),
        *marks.by_style(source["style"], part.encode(alt.XValue(0), alt.Text("part:N")), "-text"),
        *marks.by_style(source["style"], value.encode(alt.Text("short:N")), "-text"),
    ]


def _parts(claim: Claim, frame: Frame) -> pd.DataFrame:
    """The readings that have a group, group by group; the first of one has its `title` in lines."""
    source = tables.readings(claim, frame)
    source = source[source["group"] != ""]
    order = {group: place for place, group in enumerate(dict.fromkeys(source["group"]))}
    source = source.sort_values(
        "group", key=lambda groups: groups.map(order), kind="stable", ignore_index=True
    )
    first = ~source["group"].duplicated()
    titles = [labels.wrap(group, frame.width - 4) for group in source["group"]]
    return source.assign(title=pd.Series(titles).where(first, ""), head=source["group"] + "\n0")


def _slots(source: pd.DataFrame) -> list[str]:
    """The rows in their order: as many for a heading as its lines need, and one for each bar."""
    found = []
    for group, title, reading in zip(
        source["group"], source["title"], source["reading"], strict=True
    ):
        tall = labels.height(title) if title else 0
        found += [*(f"{group}\n{row}" for row in range(-(-tall // BAR))), reading]
    return found


def describe(claim: Claim) -> str:
    """What is stated, each group with its parts, what judges, and the verdict."""
    groups: dict[str, list[str]] = {}
    for row in claim.readings:
        if row.extra["group"]:
            told = f"{row.extra['part']} {claim.show(row.value)}"
            groups.setdefault(str(row.extra["group"]), []).append(told)
    bars = (f"{group}: {', '.join(parts)}." for group, parts in groups.items())
    rest = words.by_role(claim, "context", lambda row: not row.extra["group"])
    return words.joined(
        "Bars from zero, in groups.",
        words.said(claim),
        words.judged(claim, lambda row: not row.extra["group"]),
        *bars,
        f"Also: {rest}." if rest else "",
        words.verdict(claim),
    )
