"""The hours of a day: readings at their time, or over the hours that they may come from.

A time is as a source gives it, in its own zone. All stand on the clock of the asked reading.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from charts import labels, marks, places, tables
from charts.theme import Frame
from ledger.claim import Claim
from ledger.hours import span_of, zone_of

DAY = pd.Timestamp(2000, 1, 1)  # a time of day needs some day, and no reader sees which
HOUR = pd.Timedelta(hours=1)
SIZES = {"context": (2, 8.4), "rival": (9, 11.4), "asked": (9, 12.2)}  # px of bars and of dots

# ---------------------------------------------------------------- what the columns say


def span(text: str) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and the last moment of `9:40`, `4:00 to 9:30` or `all of 9:30 to 16:00`."""
    first, last = span_of(text)
    return DAY + pd.Timedelta(minutes=first), DAY + pd.Timedelta(minutes=last)


def zone(text: str) -> tuple[str, pd.Timedelta]:
    """The name of `New York, UTC-5`, and how far it is ahead of universal time."""
    name, ahead = zone_of(text)
    return name, pd.Timedelta(minutes=ahead)


@dataclass(frozen=True)
class Clock:
    """The clock of a picture: its zone, how far that is ahead, and the session on it."""

    zone: str
    ahead: pd.Timedelta
    opens: pd.Timestamp
    closes: pd.Timestamp

    def named(self, moment: pd.Timestamp) -> str:
        """A moment in words: `at the close`, `5:11 a.m.`."""
        if moment in (self.opens, self.closes):
            return "at the open" if moment == self.opens else "at the close"
        shown = f"{moment:%I:%M}".lstrip("0").removesuffix(":00")
        return "noon" if shown == "12" else f"{shown} {'a.m.' if moment.hour < 12 else 'p.m.'}"


def clock_of(claim: Claim, like: Clock | None = None) -> Clock:
    """The clock of a claim's first asked reading; in the zone of another clock, if one is given."""
    row = next((one for one in claim.readings if one.role == "asked"), claim.readings[0])
    own = zone(str(row.extra["zone"]))
    name, ahead = (like.zone, like.ahead) if like else own
    moved = ahead - own[1]
    opens, closes = span(str(row.extra["session"]))
    return Clock(name, ahead, opens + moved, closes + moved)


# ---------------------------------------------------------------- the table


def table(claim: Claim, frame: Frame, clock: Clock) -> pd.DataFrame:
    """The readings that have a time, in its order.

    A bound that is only there to compare has no place: a bar at its end would be a number that
    nobody gave.

    Beside the columns of `tables.readings`: `start`, `end` and `at` (the middle), on the clock;
    `spread`, true where the hour is not given, so that it may be any between these; `extreme`, true
    for the lowest and the highest of all prices between them.
    """
    source = tables.readings(claim, frame)
    vague = (source["role"] == "context") & (source["open"] != 0)
    source = source[(source["time"] != "") & ~vague]
    rows = []
    for text, zoned in zip(source["time"], source["zone"], strict=True):
        moved = clock.ahead - zone(zoned)[1]
        start, end = (moment + moved for moment in span(text))
        extreme = text.startswith("all of ")
        rows.append([start, end, start + (end - start) / 2, start < end and not extreme, extreme])
    columns = ["start", "end", "at", "spread", "extreme"]
    timed = pd.DataFrame(rows, columns=columns, index=source.index)
    paired = timed["extreme"].sum() > 1  # the range of the session has two ends
    timed = timed.assign(spread=timed["spread"] | (timed["extreme"] & (not paired)))
    timed["extreme"] &= paired
    source = source.join(timed).sort_values("start", kind="stable", ignore_index=True)
    return source.assign(extent=_extent(source))


def _extent(source: pd.DataFrame) -> list[str]:
    """The range of the session in words, at the reading that is its upper end."""
    ends = source[source["extreme"]].sort_values("value", ascending=False)
    if ends.empty:
        return [""] * len(source)
    words = f"the session's range: {ends['short'].iloc[0]} to {ends['short'].iloc[-1]}"
    return [words if index == ends.index[0] else "" for index in source.index]


def domain(source: pd.DataFrame, clock: Clock) -> list[pd.Timestamp]:
    """From the full hour before the first reading to the last, or to the end of the session."""
    first = min(source["start"].min(), clock.opens)
    return [first.floor("h"), max(source["end"].max(), clock.closes)]


def gutter(source: pd.DataFrame) -> float:
    """How many px the numbers of the upright axis take."""
    deep = source.loc[source["value"].abs().idxmax(), "short"].partition(".")[0]
    return labels.room([f"{deep.removesuffix('%')}%"], size=12) + 10


# ---------------------------------------------------------------- layers


def axis(span: Sequence[pd.Timestamp], clock: Clock, width: float, short: bool = False) -> alt.Axis:
    """An axis of hours on which the session's first and last moment have their tick."""
    ends = [clock.opens, clock.closes]
    step = 2 if span[-1] - span[0] <= 12 * HOUR else 3
    full = pd.date_range(span[0].ceil("h"), span[-1], freq="h")
    shown = list(ends)
    for hour in (span[0], span[-1], *(hour for hour in full if hour.hour % step == 0)):
        if all(
            abs(places.along(hour, span, width) - places.along(other, span, width)) > 52
            for other in shown
        ):
            shown.append(hour)
    hour = "timeFormat(datum.value, minutes(datum.value) ? '%-I:%M' : '%-I')"
    half = "(hours(datum.value) < 12 ? ' a.m.' : ' p.m.')"
    half = f"(minutes(datum.value) ? '' : {half})" if short else half
    noon = "hours(datum.value) == 12 && !minutes(datum.value)"
    title = f"Time of day{', GMT' if clock.zone == 'GMT' else f' in {clock.zone}'}"
    return alt.Axis(
        values=sorted(moment.isoformat() for moment in shown),
        labelExpr=f"{noon} ? 'noon' : {hour} + {half}",
        labelFlush=False,
        labelOverlap=False,
        grid=False,
        title=None if short else title,
        titlePadding=6,
    )


def session(source: pd.DataFrame, clock: Clock) -> list[alt.Chart]:
    """The open and the close as upright lines, and between them the range of the session."""
    found = []
    if source["extreme"].any():
        ends = (
            alt.Chart()
            .transform_filter("datum.extreme")
            .mark_rect(style="session")
            .transform_aggregate(
                least="min(low)", most="max(high)", first="min(start)", last="max(end)"
            )
        )
        found.append(
            ends.encode(alt.X("first:T"), alt.X2("last"), alt.Y("least:Q"), alt.Y2("most"))
        )
    moments = [{"at": moment.isoformat()} for moment in (clock.opens, clock.closes)]
    lines = alt.Chart(alt.InlineData(values=moments)).mark_rule(style="grid", strokeDash=[2, 3])
    return [*found, lines.encode(alt.X("at:T"), alt.YValue(0), alt.Y2Value("height"))]


def readings(source: pd.DataFrame, size: float = 1) -> list[alt.Chart]:
    """Dots at their time, bars over the hours that a reading may come from, and dotted gaps.

    `size` is how thick bars are and how wide dots, against those of a large plot.
    """
    bar = alt.Chart().transform_filter("datum.spread").encode(alt.X("start:T"), alt.X2("end"))
    dot = alt.Chart().transform_filter("!datum.spread && !datum.extreme")
    bars: list[alt.Chart] = []
    dots: list[alt.Chart] = []
    for role, (thick, wide) in SIZES.items():
        some, spread = source["role"] == role, source["spread"]
        tall = thick * size
        one = bar.mark_bar(cornerRadius=tall, size=tall, orient="horizontal")
        bars += marks.by_style(source["style"][some & spread], one, kind="hours")
        one = dot.mark_point(size=(wide * size) ** 2)
        dots += marks.by_style(source["style"][some & ~spread & ~source["extreme"]], one)
    return [*gaps(source), *bars, *dots]


def gaps(source: pd.DataFrame) -> list[alt.Chart]:
    """A dotted line from what was asked and missed to the nearest value that is allowed."""
    missed = "datum.role == 'asked' && datum.verdict != 'Holds' && isValid(datum.edge)"
    line = alt.Chart().transform_filter(missed).mark_rule(style="gap")
    line = line.encode(alt.X("at:T"), alt.Y2("edge"))
    some = (source["role"] == "asked") & (source["verdict"] != "Holds") & source["edge"].notna()
    return [line] if some.any() else []
