"""Lines over time, each named at its end: what the forms of days and of years share."""

import re
from itertools import pairwise
from typing import Any

import altair as alt
import pandas as pd

from charts import columns, labels, marks, places, tables
from charts.theme import Frame
from ledger.claim import Claim

HEIGHT = 280
MARGIN = {"wide": 44, "narrow": 26}  # px from the first moment to the axis, for labels
ENDS = ("low", "high")
YEAR = pd.Timedelta(days=366)
OVER = (*places.AROUND, places.Offer(-4, "left", -1, -6))
HOLLOW = {"asked": "asked-hollow", "rival": "rival", "context": "context-hollow"}


def table(claim: Claim, frame: Frame, column: str) -> pd.DataFrame:
    """The readings in the order of time.

    Beside the columns of `tables.readings`: `at`, the moment that `column` names; `projected`;
    `ahead`, what a projection starts from and leads to; `stretch`, which counts the parts of a
    series that years without data divide; `line`, `plan` and `dot`, the styles of the series, of
    its projection, and of the mark; `last`, where a series ends; `turn`, where a part of it
    begins or its record ends; `apart`, where it begins and no line leads to its end. What is
    projected is no record, and blue only where it is asked for.
    """
    source = tables.readings(claim, frame).rename(columns={column: "at"})
    source = source.sort_values("at", kind="stable", ignore_index=True)
    status = source["status"] if "status" in source else pd.Series("recorded", index=source.index)
    projected = status == "projected"
    series, known = source.groupby("series"), source[~projected].groupby("series")
    recorded = source.index.isin(known.tail(1).index)
    yearly = (source["at"].dt.day_of_year == 1).all()
    missing = (series["at"].diff() > YEAR) & yearly & ~projected
    line, stretch = _lines(source), missing.groupby(source["series"]).cumsum()
    ending = stretch.groupby(source["series"]).transform("last")
    style = source["style"].mask(projected & (source["style"] == "subject"), "context")
    return source.assign(
        ranged=source["low"] != source["high"],  # however short
        projected=projected,
        ahead=projected | (recorded & source["series"].isin(source["series"][projected])),
        stretch=stretch,
        style=style,
        line=line,
        plan=line.replace({"subject": "context"}),
        dot=style.where(~projected, style.map(HOLLOW)),
        last=source.index.isin(series.tail(1).index),
        turn=recorded | ~source[["series"]].assign(stretch=stretch).duplicated(),
        apart=source.index.isin(series.head(1).index) & (stretch != ending),
    )


def _lines(source: pd.DataFrame) -> pd.Series:
    """The style of each reading's line: of a series that judges, that is a subject, or another."""
    found = source["series"].map(dict.fromkeys(source["series"], "context"))
    for style, some in (
        ("subject", source["style"] == "subject"),
        ("asked", source["role"] != "context"),
    ):
        found = found.mask(source["series"].isin(source["series"][some]), style)
    return found


# ---------------------------------------------------------------- layers


def draw(claim: Claim, source: pd.DataFrame, frame: Frame, **time: Any) -> alt.LayerChart:
    """Lines and dots, each series named at its last dot, and the values that matter where they fit.

    `time` says how the axis writes a moment.
    """
    span, values = [source["at"].iloc[0], source["at"].iloc[-1]], marks.domain(claim, source)
    room = _room(claim, source, frame, span)
    width, margin = frame.width - room["left"] - room["right"], MARGIN[frame.name]
    source = _labelled(claim, source, frame, span, values, width, room["right"])
    moments = places.spaced(source["at"], span, width, 44)
    title = {
        "titleAngle": 0,
        "titleAlign": "left",
        "titleY": -16,
        "titleX": margin - room["left"] + 2,
    }
    layers = [
        *marks.said_band(claim, "y"),
        *lines(source),
        *dots(source),
        *columns.stated(claim),
        *marks.by_style(source["face"][source["label"] != ""], places.text("label"), "-text"),
        *marks.by_style(source["end"][source["label"] != ""], places.text("label"), "-name"),
    ]
    days = alt.Axis(values=moments, grid=False, labelFlush=False, **time)
    axis = marks.axis(claim, frame, offset=margin, **title)
    return marks.layered(
        layers,
        source,
        alt.X("at:T", axis=days, scale=alt.Scale(domain=span)),
        alt.Y("value:Q", axis=axis, scale=alt.Scale(domain=values, nice=False, zero=False)),
        width=width,
        height=HEIGHT,
        padding={**room, "top": 30 if tables.rest(claim) else 10, "bottom": 38},
    )


def lines(source: pd.DataFrame) -> list[alt.Chart]:
    """The lines: to both ends of ranges, dashed where projected, none over years without data."""
    parts = [alt.Detail("series:N"), alt.Detail("stretch:N")]
    found = []
    for end in ENDS if source["ranged"].any() else ENDS[:1]:
        line = alt.Chart().encode(y=alt.Y(f"{end}:Q"), detail=parts)
        known = line.transform_filter("!datum.projected").mark_line(strokeDash=[1, 0])
        ahead = line.transform_filter("datum.ahead").mark_line(strokeDash=[5, 4])
        found += marks.by_style(source["line"][~source["projected"]], known, "-line")
        found += marks.by_style(source["plan"][source["ahead"]], ahead, "-line", "planned")
    return found


def dots(source: pd.DataFrame) -> list[alt.Chart]:
    """The readings as dots, hollow where they are projected; a range as a line between its ends."""
    ranged = alt.Chart().transform_filter("datum.ranged")
    parts = [ranged.mark_rule().encode(alt.Y("low:Q"), alt.Y2("high"))]
    for end in ENDS:
        parts.append(ranged.mark_tick(orient="horizontal", size=13).encode(alt.Y(f"{end}:Q")))
    wide = source["style"][source["ranged"]]
    found = [layer for part in parts for layer in marks.by_style(wide, part, "-line", "range")]
    points = alt.Chart().transform_filter("!datum.ranged").mark_point()
    return [*found, *marks.by_style(source["dot"][~source["ranged"]], points)]


# ---------------------------------------------------------------- labels


def _words(row: Any, frame: Frame) -> str:
    """What a reading's label says: its value, and first the name of a series that ends there, or
    that begins there on its own.
    """
    texts = [row.series, row.short] if row.last or row.apart else [row.short]
    return "\n".join(labels.wrap(text, 82 if frame.narrow else 150, _bold(row)) for text in texts)


def _bold(row: Any) -> bool:
    """True where a label is bold: what is asked, and the name of a line that is blue."""
    return bool(row.line != "context" if row.last else row.role == "asked")


def _room(claim: Claim, source: pd.DataFrame, frame: Frame, span: list[Any]) -> dict[str, float]:
    """How many px the axis takes on the left, and the names of the series on the right."""
    ticks = [re.sub(r"about |\.\d+", "", text) for text in source["short"][~source["ranged"]]]
    most = int(source[["low", "high"]].abs().max().max() * 1.06)
    left = labels.room([*ticks, f"{most:,}"], size=12) + MARGIN[frame.name] + 8
    right = max(16.0, columns.gutter(claim))
    for _ in range(2):  # the longer the scale, the further from its end
        width = frame.width - left - right
        for row in source[source["last"]].itertuples():
            wide = labels.room([_words(row, frame)], _bold(row)) + 16
            right = max(right, wide - width + places.along(row.at, span, width))
    return {"left": left, "right": right}


def _labelled(
    claim: Claim,
    source: pd.DataFrame,
    frame: Frame,
    span: list[Any],
    values: list[float],
    width: float,
    right: float,
) -> pd.DataFrame:
    """The table with a label for what has one, its offsets and style, `face` or `end`.

    A series is named where it ends; asked readings and rivals carry their values, and so do a
    series' beginning and the end of its record, where nothing is in the way.
    """
    x = [places.along(at, span, width) for at in source["at"]]
    low, y, high = (
        [HEIGHT - places.along(value, values, HEIGHT) for value in source[end]]
        for end in ("low", "value", "high")
    )
    dots = [(at - 4, top - 4, at + 4, foot + 4) for at, top, foot in zip(x, high, low, strict=True)]
    plot = places.Plot((4 - MARGIN[frame.name], -8, width + right, HEIGHT + 4), dots)
    for _, part in source.groupby("series"):
        for one, other in pairwise(part.index):
            for y1, y2 in {(low[one], low[other]), (high[one], high[other])}:
                plot.line((x[one], y1), (x[other], y2))
    plot.walls = [HEIGHT - places.along(edge, values, HEIGHT) for edge in tables.edges(claim)]
    if plot.walls:
        middle = sum(plot.walls) / len(plot.walls)
        tall = labels.height(tables.said(claim, 110))
        plot.taken.append((width, middle - tall / 2, width + right, middle + tall / 2))
    if values[0] < 0 < values[-1]:
        zero = HEIGHT - places.along(0, values, HEIGHT)
        plot.line((0, zero), (width, zero))

    wanted = {}
    for index, row in zip(source.index, source.itertuples(), strict=True):
        needed = row.last or row.apart or row.role != "context"
        if needed or row.turn:
            final = row.last and row.at == span[-1]
            around = places.SIDES if frame.narrow else places.AROUND
            offers = (
                OVER
                if row.apart
                else places.DOWN
                if final
                else (*places.DOWN[:3], *places.AROUND)
                if needed
                else around
            )
            wanted[index] = places.Label(
                _words(row, frame), x[index], y[index], dots[index], _bold(row), offers, needed
            )
    order = sorted(
        wanted,
        key=lambda row: (
            wanted[row].offers is not places.DOWN,
            not wanted[row].needed,
            plot.freedom(wanted[row]),
        ),
    )
    placed = plot.settle([wanted[row] for row in order]).set_index(pd.Index(order))
    source = source.join(placed).fillna({"label": "", "dx": 0, "dy": 0, "align": "left"})
    last = source["last"]
    return source.assign(face=source["style"].mask(last, ""), end=source["line"].where(last, ""))
