"""Closes day by day, a line a series, from one close on; the first day after it is marked."""

import math
from collections.abc import Mapping
from itertools import pairwise

import altair as alt
import pandas as pd

from charts import labels, marks, places, tables, words
from charts.places import Label
from charts.theme import Frame
from ledger import values
from ledger.claim import Claim
from ledger.days import Day, base_of

COLUMNS = {"day": "day", "series": "text"}
MEANS = {
    "day": "the day at whose close the value stood",
    "series": "what changed, which names its line",
}
SHOWS = ("number",)
UNSTATED = True  # it has no place for an amber line
DAYS = True
HEIGHT = 280
DASHES = [[1, 0], [6, 3], [2, 3]]
LEFT = 46  # px beside the plot, for the numbers of its axis
FREE = 4  # what the place of a reading's value may cost: hardly a line behind it
DAY = 13  # px from the top of the plot up to the words of the marked day


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """One line a series, named at its end with its last change; readings are dots on the lines."""
    source = _readings(claim, frame)
    days = _days(claim, source)
    right = math.ceil(labels.room(days["name"])) + 16
    width, span = frame.width - LEFT - right, [days["date"].min(), days["date"].max()]
    domain = marks.domain(claim, days.assign(low=days["value"], high=days["value"]), zero=True)
    days, source = _placed(days, source, width, right, span, domain)
    told = source[(source["label"] != "") | (source["date"] == span[1])]
    layers = [
        *_marked(),
        *_lines(days),
        *marks.by_style(told["style"], alt.Chart(told).mark_point(size=44)),
        *marks.by_style(days["style"][days["label"] != ""], places.text("label"), "-text"),
        *marks.by_style(source["style"], places.text("label").properties(data=source), "-text"),
    ]
    mondays = days["date"][days["date"].dt.day_of_week == 0]
    ticks = places.spaced([span[0], *mondays, span[1]], span, width, 48)
    axis = alt.Axis(values=ticks, format="%-d %b", grid=False, labelFlush=False)
    x = alt.X("date:T", axis=axis, scale=alt.Scale(domain=span))
    scale = alt.Scale(domain=domain, nice=False)
    y = alt.Y("value:Q", axis=marks.axis(claim, frame), scale=scale)
    room = {"left": LEFT, "right": right, "top": 28, "bottom": 26}
    return marks.layered(layers, days, x, y, width=width, height=HEIGHT, padding=room)


def _lines(days: pd.DataFrame) -> list[alt.Chart]:
    """A line a series; of several in one style the second is dashed, and a third dotted."""
    dash = alt.Scale(domain=[*range(len(DASHES))], range=DASHES)
    dashed = alt.StrokeDash("dash:O", scale=dash, legend=None)
    line = alt.Chart().mark_line().encode(alt.Detail("series:N"), dashed)
    return marks.by_style(days["style"], line, "-line")


def _readings(claim: Claim, frame: Frame) -> pd.DataFrame:
    """The readings that name a day, in the order of time, with `date`."""
    source = tables.readings(claim, frame)
    source = source[source["day"] != ""].assign(date=lambda table: pd.to_datetime(table["day"]))
    return source.sort_values("date", kind="stable", ignore_index=True)


def _days(claim: Claim, source: pd.DataFrame) -> pd.DataFrame:
    """The days as a table: `date`, `series`, `dash`, its place among those of its style, `value`,
    `style`, `name`, the words at an end, and
    `href`, the way to the reading of that end, where there is one.

    `marked` is the words of the first day after the common close, once, and else empty.
    """
    styles = {
        series: max(part["style"], key=marks.STYLES.index)
        for series, part in source.groupby("series")
    }
    ways = dict(
        zip(zip(source["series"], source["date"], strict=True), source["href"], strict=True)
    )
    base, lasts = base_of(claim.days), {day.series: day for day in claim.days}
    after = [day for day in claim.days if base and day.date > base]
    first = min(after, key=lambda day: day.date, default=None)
    ranks: dict[str, list[str]] = {}
    for series in lasts:
        ranks.setdefault(styles[series], []).append(series)
    rows = [
        {
            "date": pd.Timestamp(day.date),
            "series": day.series,
            "dash": min(ranks[styles[day.series]].index(day.series), len(DASHES) - 1),
            "value": float(day.value),
            "style": styles[day.series],
            "name": "" if day is not lasts[day.series] else _end(claim, day, ways),
            "marked": values.show_date(day.date) if day is first else "",
            "href": ways.get((day.series, pd.Timestamp(day.date)), "")
            if day is lasts[day.series]
            else "",
        }
        for day in claim.days
    ]
    return pd.DataFrame(rows)


def _end(claim: Claim, day: Day, ways: Mapping[tuple[str, pd.Timestamp], str]) -> str:
    """The words at the end of a line: its name, and the value where a reading proves it."""
    proved = (day.series, pd.Timestamp(day.date)) in ways
    return f"{day.series}\n{_change(claim, day)}" if proved else day.series


def _change(claim: Claim, day: Day) -> str:
    return tables.short(claim, values.Value(str(day.value), "number", day.value, day.value))


def _marked() -> list[alt.Chart]:
    """A line at the marked day, and its words over it."""
    day = alt.Chart().transform_filter("datum.marked")
    words = day.mark_text(style="tick-text", align="center", dy=-DAY)
    line = day.mark_rule(style="leader")
    return [
        line.encode(alt.YValue(0), alt.Y2Value("height")),
        words.encode(alt.YValue(0), alt.Text("marked:N")),
    ]


def _placed(
    days: pd.DataFrame,
    source: pd.DataFrame,
    width: float,
    right: float,
    span: list[pd.Timestamp],
    domain: list[float],
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Both tables with a label for what has one, and its offsets.

    The names stand beside the ends of the lines, moved apart. A reading of the marked day has its
    value, and another where nothing is in the way.
    """
    at = [
        [
            (places.along(date, span, width), HEIGHT - places.along(value, domain, HEIGHT))
            for date, value in zip(table["date"], table["value"], strict=True)
        ]
        for table in (days, source)
    ]
    dots = [(x - 4, y - 4, x + 4, y + 4) for x, y in at[1]]
    plot = places.Plot((-4, -6, width + right, HEIGHT + 4), dots)
    for _, part in days.groupby("series"):
        for one, other in pairwise(part.index):
            plot.line(at[0][one], at[0][other])
    for date in days["date"][days["marked"] != ""]:
        plot.line((places.along(date, span, width), 0), (places.along(date, span, width), HEIGHT))
    ends = days.index[days["name"] != ""]
    talls = [labels.height(days["name"][end]) for end in ends]
    moved = places.spread([at[0][end][1] for end in ends], talls)
    for end, tall, down in zip(ends, talls, moved, strict=True):
        middle = at[0][end][1] + down
        plot.taken.append((width, middle - tall / 2, width + right, middle + tall / 2))
    shifts = pd.Series(moved, ends) - (pd.Series(talls, ends) - labels.LINE) / 2
    days = days.assign(label=days["name"], dx=10, align="left", dy=shifts).fillna({"dy": 0})
    last = source["date"] == span[-1]
    free = (source["role"] == "context") & ~source["date"].isin(days["date"][days["marked"] != ""])
    order = sorted(source.index[~last], key=lambda row: free[row])
    wanted = [
        Label(
            source["short"][row],
            at[1][row][0],
            at[1][row][1],
            dots[row],
            bold=source["role"][row] == "asked",
            needed=not free[row],
        )
        for row in order
    ]
    placed = plot.settle(wanted, FREE).set_index(pd.Index(order))
    return days, source.join(placed).fillna({"label": "", "dx": 0, "dy": 0, "align": "left"})


def describe(claim: Claim) -> str:
    """What is stated, how each series ran, the readings that judge, and the verdict."""
    base = base_of(claim.days)
    told = []
    for series in dict.fromkeys(day.series for day in claim.days):
        ran = [day for day in claim.days if day.series == series]
        after = [day for day in ran if base and day.date > base] or ran
        low, high = (pick(after, key=lambda day: day.value) for pick in (min, max))
        named = {"first": after[0], "lowest": low, "highest": high, "last": after[-1]}
        parts = (
            f"{word} {_change(claim, day)} on {values.show_date(day.date)}"
            for word, day in named.items()
        )
        told.append(f"{series}: {', '.join(parts)}.")
    since = (
        f"Lines over days, changes against the close of {values.show_date(base)}." if base else ""
    )
    facts = words.by_role(claim, "context", lambda row: row.value.kind == "fact")
    also = f"Also: {facts}." if facts else ""
    return words.joined(
        since, words.said(claim), *told, words.judged(claim), also, words.verdict(claim)
    )
