"""Two sides in turn: steps down a line of time, one side to its left and the other to its right."""

import altair as alt
import pandas as pd

from charts import labels, marks, places, tables, words
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {"side": "text"}
MEANS = {"side": "who acted, or which way, which names its lane"}
SHOWS = ("date",)
UNSTATED = True  # it has no place for an amber line
BETWEEN = 44  # px from one lane to the other, with the years between them
GAP = 8  # px between two labels of a lane
MOVED = 14  # px that a label may be moved from its step, and a little more in a tall picture
MONTH = "|".join(words.MONTHS)
HEIGHTS = range(200, 1200, 20)  # px of the plot


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """A dot a step in the lane of its side, with its words and its day outside."""
    room = (frame.width - BETWEEN) / 2
    source, height, over, under = _placed(_steps(claim, frame))
    span, sides = [source["low"].min(), source["high"].max()], [*source["side"].unique()]
    ranges = alt.Chart().transform_filter("datum.ranged").mark_bar(size=9, cornerRadius=4.5)
    styles = source["style"]
    layers = [
        *_across(source),
        *_heads(source, over),
        *marks.by_style(styles, ranges.encode(alt.Y("low:T"), alt.Y2("high")), kind="range"),
        *marks.by_style(styles[~source["ranged"]], alt.Chart().mark_point()),
        *marks.by_style(styles, places.text("label"), "-text"),
    ]
    heads = alt.Axis(labels=False, grid=True)
    years = alt.Axis(
        values=_years(span, height),
        format="%Y",
        labelAlign="center",
        labelPadding=-BETWEEN / 2,
        grid=False,
    )
    x = alt.X("side:N", axis=heads, scale=alt.Scale(type="point", domain=sides, padding=0))
    y = alt.Y("value:T", axis=years, scale=alt.Scale(domain=span, range=[0, height]))
    around = {"left": room, "right": room, "top": over + 24, "bottom": under}
    return marks.layered(layers, source, x, y, width=BETWEEN, height=height, padding=around)


def _heads(source: pd.DataFrame, over: float) -> list[alt.Chart]:
    """The names of the sides over their lanes, each once."""
    side = alt.expr("datum.head == 1 ? 'right' : 'left'")
    text = alt.Chart().transform_filter("datum.head").mark_text(align=side)
    text = text.encode(alt.YValue(-over - 14), alt.Text("side:N"))
    return marks.by_style(source["style"][source["head"] > 0], text, "-name")


def _across(source: pd.DataFrame) -> list[alt.Chart]:
    """A line across both lanes at a side's only step, which parts those of the other."""
    for side, part in source.groupby("side"):
        step, others = part["value"].iloc[0], source["value"][source["side"] != side]
        if len(part) == 1 and others.min() < step < others.max():
            line = alt.Chart().transform_filter(alt.datum.side == side)
            line = line.mark_rule(style="leader", strokeDash=[3, 3])
            return [line.encode(alt.XValue(-12), alt.X2Value(BETWEEN + 12))]
    return []


def _steps(claim: Claim, frame: Frame) -> pd.DataFrame:
    """The readings that have a side, in the order of time, with `label`, their words and day."""
    source = tables.readings(claim, frame)
    source = source[source["side"] != ""].assign(short=lambda table: table["text"])
    if frame.narrow:
        source["short"] = source["text"].str.replace(MONTH, lambda found: found[0][:3], regex=True)
    most = (frame.width - BETWEEN) / 2 - 16
    bold = source["role"] == "asked"
    pairs = zip(source["reading"], source["short"], bold, strict=True)
    told = ["\n".join(labels.wrap(part, most, one[2]) for part in one[:2]) for one in pairs]
    source = source.assign(label=told, style=_styles(source))
    source = source.sort_values(["value", "high"], kind="stable", ignore_index=True)
    lanes = {side: number for number, side in enumerate(source["side"].unique(), 1)}
    return source.assign(head=source["side"].map(lanes).mask(source["side"].duplicated(), 0))


def _styles(source: pd.DataFrame) -> pd.Series:
    """The styles of the steps: where one of a side is what the chart is about, all of it is."""
    about = source["side"].isin(source["side"][source["style"] == "subject"])
    return source["style"].mask(about & (source["style"] == "context"), "subject")


def _placed(source: pd.DataFrame) -> tuple[pd.DataFrame, int, float, float]:
    """The table with a place for each label beside its step, the least height with room, and how
    far the labels reach beyond it.
    """
    first = source["side"] == source["side"][0]
    span = [source["low"].min(), source["high"].max()]
    talls = source["label"].map(labels.height) + GAP
    for height in HEIGHTS:
        middles = pd.Series([places.along(value, span, height) for value in source["value"]])
        parts = [source.index[first], source.index[~first]]
        moved = pd.concat(
            pd.Series(places.spread([*middles[part]], [*talls[part]]), part) for part in parts
        )
        dy = moved - (talls - GAP - labels.LINE) / 2
        if moved.abs().max() <= MOVED + height / 40 and dy.abs().max() <= places.MOST:
            break
    over, under = (talls / 2 - middles - moved).max(), (middles + moved + talls / 2 - height).max()
    align = first.map({True: "right", False: "left"})
    return (
        source.assign(dx=first.map({True: -14, False: 14}), dy=dy, align=align),
        height,
        max(over, 12),
        under,
    )


def _years(span: list[pd.Timestamp], height: float) -> list[pd.Timestamp]:
    """The beginnings of years that lie in the picture, as many as there is room for."""
    for step in (1, 2, 5, 10, 20, 50):
        every = [year for year in pd.date_range(*span, freq="YS") if year.year % step == 0]
        if len(every) * labels.LINE * 2 <= height:
            break
    return every


def describe(claim: Claim) -> str:
    """The stated date, the steps of each side with their dates, what judges, and the verdict."""
    sides = dict.fromkeys(str(row.extra["side"]) for row in claim.readings if row.extra["side"])
    told = []
    for side in sides:
        steps = [row for row in claim.readings if row.extra["side"] == side]
        steps.sort(key=lambda row: row.value.low)
        told.append(
            f"{side}: {'; '.join(f'{row.name}, {claim.show(row.value)}' for row in steps)}."
        )
    rest = words.by_role(claim, "context", lambda row: not row.extra["side"])
    also = f"Also: {rest}." if rest else ""
    picture = "Steps of two sides on one line of time."
    return words.joined(
        picture, words.said(claim), *told, words.judged(claim), also, words.verdict(claim)
    )
