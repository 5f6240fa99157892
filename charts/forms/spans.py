"""What began and what ended it: a bar a matter, from the one day to the other."""

import altair as alt
import pandas as pd

from charts import labels, marks, tables, ticks, words
from charts.labels import LINE
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {"span": "text"}
MEANS = {"span": "what began on the day, or ended, by turns, which names its bar"}
SHOWS = ("date",)
UNSTATED = True  # it has no place for an amber line
EDGE = 20  # px beside the plot, for half of an axis's label
BAR = 14  # px


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """A row a bar, with its name and its days above it; the earliest on top."""
    source = _spans(claim, frame)
    span = [source["low"].min(), source["high"].max()]
    room = (span[1] - span[0]) * 0.02
    domain, width = [span[0] - room, span[1] + room], frame.width - 2 * EDGE
    axis = ticks.named(claim, alt.Axis(labelFlush=False), domain, width, (-EDGE, width + EDGE))
    bands = alt.Scale(type="band", domain=_slots(source), padding=0)
    text = alt.Chart().transform_filter("datum.name").encode(alt.XValue(2 - EDGE))
    text = text.mark_text(align="left", lineBreak="\n", lineHeight=LINE)
    name = text.encode(alt.Y("head:N", scale=bands), alt.Text("name:N"))
    days = text.encode(alt.Y("below:N", scale=bands), alt.Text("days:N"))
    begun = alt.Chart().transform_filter("datum.closes")
    bar = begun.mark_bar(size=BAR, cornerRadius=BAR / 2).encode(alt.X("opens:T"), alt.X2("closes"))
    layers = [
        *marks.by_style(source["style"], bar, kind="range"),
        *marks.by_style(source["style"], name, "-name"),
        *marks.by_style(source["style"], days, "-text"),
    ]
    x = alt.X("value:T", axis=axis, scale=alt.Scale(domain=domain))
    y = alt.Y("span:N", axis=None, scale=bands)
    around = {"left": EDGE, "right": EDGE, "top": 4, "bottom": 26}
    return marks.layered(layers, source, x, y, width=width, height=alt.Step(LINE), padding=around)


def _spans(claim: Claim, frame: Frame) -> pd.DataFrame:
    """The readings that are an end of a bar, bar by bar.

    The first of a bar has its `name` and its `days`, in lines, and each beginning has `opens` and
    `closes`, the ends of the bar that begins there.
    """
    source = tables.readings(claim, frame)
    source = source[source["span"] != ""].assign(short=lambda table: table["text"])
    source = source.sort_values("value", kind="stable", ignore_index=True)
    place = source.groupby("span").cumcount()
    closes = source.groupby("span")["value"].shift(-1).where(place % 2 == 0)
    first, about = ~source["span"].duplicated(), source["style"] == "subject"
    told = source.groupby("span")["text"].agg(" to ".join)
    room = frame.width - 4
    wrapped = {span: labels.wrap(span, room, bold=True) for span in told.index}
    style = source["style"].mask(source["span"].isin(source["span"][about]), "subject")
    return source.assign(
        name=source["span"].map(wrapped).where(first, ""),
        days=source["span"].map(told).where(first, ""),
        head=source["span"] + "\n0",
        below=source["span"] + "\ndays",
        style=style,
        opens=source["value"],
        closes=closes,
    )


def _slots(source: pd.DataFrame) -> list[str]:
    """The rows in their order: as many as the name of a bar has lines, its days, the bar, a gap."""
    found = []
    for span, name in zip(source["span"], source["name"], strict=True):
        if name:
            lines = [f"{span}\n{line}" for line in range(name.count("\n") + 1)]
            found += [*lines, f"{span}\ndays", span, f"{span}\ngap"]
    return found


def describe(claim: Claim) -> str:
    """What is stated, each matter with the days of its ends, what judges, and the verdict."""
    bars: dict[str, list[str]] = {}
    for row in sorted(claim.readings, key=lambda row: row.value.low):
        if row.extra["span"]:
            told = f"{claim.show(row.value)} ({row.name})"
            bars.setdefault(str(row.extra["span"]), []).append(told)
    found = (f"{bar}: {', to '.join(ends)}." for bar, ends in bars.items())
    rest = words.by_role(claim, "context", lambda row: not row.extra["span"])
    picture = "Bars from the day on which something began to the day on which it ended."
    judged = words.judged(claim, lambda row: not row.extra["span"])
    also = f"Also: {rest}." if rest else ""
    return words.joined(picture, words.said(claim), *found, judged, also, words.verdict(claim))
