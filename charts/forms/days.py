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
FREE = 4  # what the place of a value that may go costs at most: hardly a line behind it
DAY = 13  # px from the top of the plot up to the words of the marked day
LONG = pd.Timedelta(days=70)  # from the first day to the last; a longer axis names months
AROUND = (*places.AROUND, *places.DOWN)
LIVELY = ("asked", "rival", "subject")  # what a series may be that is not there to compare


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """One line a series, named at its end; the ground between the first one and zero is filled."""
    source = _readings(claim, frame)
    days = _days(claim, source)
    source["style"] = source["series"].map(days.groupby("series")["style"].first())
    right = math.ceil(labels.room(days["name"], bold=True)) + 16
    width, span = frame.width - LEFT - right, [days["date"].min(), days["date"].max()]
    domain = marks.domain(claim, days.assign(low=days["value"], high=days["value"]), zero=True)
    days, source = _placed(days, source, width, right, span, domain)
    told = source[(source["label"] != "") | (source["date"] == span[1])]
    layers = [
        _below(),
        *_marked(),
        *_lines(days),
        *marks.by_style(told["style"], alt.Chart(told).mark_point(size=52)),
        *marks.by_style(days["style"][days["label"] != ""], places.text("label"), "-name"),
        *marks.by_style(source["style"], places.text("label").properties(data=source), "-text"),
    ]
    x = alt.X("date:T", axis=_axis(span, width), scale=alt.Scale(domain=span))
    scale = alt.Scale(domain=domain, nice=False)
    y = alt.Y("value:Q", axis=marks.axis(claim, frame), scale=scale)
    room = {"left": LEFT, "right": right, "top": 28, "bottom": 26}
    return marks.layered(layers, days, x, y, width=width, height=HEIGHT, padding=room)


def _axis(span: list[pd.Timestamp], width: float) -> alt.Axis:
    """An axis that names the first day, the last, and Mondays between them; or months."""
    if span[1] - span[0] > LONG:
        return alt.Axis(
            values=places.spaced(pd.date_range(*span, freq="MS"), span, width, 26),
            format="%b",
            grid=False,
            labelFlush=False,
        )
    mondays = [day for day in pd.date_range(*span) if day.day_of_week == 0]
    ticks = places.spaced([span[0], *mondays, span[1]], span, width, 48)
    return alt.Axis(values=ticks, format="%-d %b", grid=False, labelFlush=False)


def _below() -> alt.Chart:
    """The ground between zero and what lies below it, from the common close on."""
    part = alt.Chart().transform_filter("datum.filled")
    part = part.transform_calculate(below="min(datum.value, 0)").mark_area(style="fill")
    ground: alt.Chart = part.encode(alt.Y("below:Q"), alt.Y2Datum(0))
    return ground


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


def _styles(claim: Claim, source: pd.DataFrame) -> dict[str, str]:
    """The style of each series, in the order of the claim's readings. Of those that the chart is
    about the first alone is blue, lest two lines of one colour cross.
    """
    found = {}
    for series in dict.fromkeys(str(row.extra["series"]) for row in claim.readings):
        styles = source["style"][source["series"] == series]
        if not styles.empty:
            style = max(styles, key=marks.STYLES.index)
            second = style == "subject" and style in found.values()
            found[series] = "context" if second else style
    return found


def _days(claim: Claim, source: pd.DataFrame) -> pd.DataFrame:
    """The days as a table: `date`, `series`, `dash`, its place among those of its style, `value`,
    `style`, `name`, the words at an end, and
    `href`, the way to the reading of that end, where there is one.

    `marked` is the words of the first day after the common close, once, and else empty. `filled` is
    true from that close on, of the first series that is not there to compare.
    """
    styles = _styles(claim, source)
    ways = dict(
        zip(zip(source["series"], source["date"], strict=True), source["href"], strict=True)
    )
    base, lasts = base_of(claim.days), {day.series: day for day in claim.days}
    after = [day for day in claim.days if base and day.date > base]
    first = min(after, key=lambda day: day.date, default=None)
    filled = next((series for series, style in styles.items() if style in LIVELY), "")
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
            "filled": day.series == filled and base is not None and day.date >= base,
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

    The names stand beside the ends of the lines, moved apart. A reading has its value, and below
    it its day where that is not the marked one; what is to compare, only where nothing is in the
    way.
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
    marked = [*days["date"][days["marked"] != ""]]
    for date in marked:
        plot.line((places.along(date, span, width), 0), (places.along(date, span, width), HEIGHT))
    zero = HEIGHT - places.along(0, domain, HEIGHT)
    plot.line((0, zero), (width, zero))
    ends = days.index[days["name"] != ""]
    talls = [labels.height(days["name"][end]) for end in ends]
    moved = places.spread([at[0][end][1] for end in ends], talls)
    for end, tall, down in zip(ends, talls, moved, strict=True):
        middle = at[0][end][1] + down
        plot.taken.append((width, middle - tall / 2, width + right, middle + tall / 2))
    shifts = pd.Series(moved, ends) - (pd.Series(talls, ends) - labels.LINE) / 2
    days = days.assign(label=days["name"], dx=10, align="left", dy=shifts).fillna({"dy": 0})
    free = source["style"] == "context"
    order = sorted(source.index[source["date"] != span[-1]], key=lambda row: free[row])
    wanted = []
    for row in order:
        told, date = source["short"][row], source["date"][row]
        words = told if date in marked else f"{told}\n{date.day} {date:%b}"
        bold, (x, y) = source["role"][row] == "asked", at[1][row]
        wanted.append(Label(words, x, y, dots[row], bold, AROUND, needed=not free[row]))
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
