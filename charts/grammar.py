"""The visual grammar that the forms share: what was said is amber, the record is blue, asked solid, rival hollow, context faint.

Everything is laid out in pixels of the current frame, so that no two labels meet and none runs out: a form asks for its readings
(`placed`), puts them on a `Scale`, and stacks the layers that these functions return (`layered`).
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import Any, cast

import altair as alt
import pandas as pd

from charts import theme
from charts import words as told
from ledger import values
from ledger.claim import Claim

Label = dict[str, Any]  # what `label` returns
Box = tuple[float, float, float, float]  # left, top, right, bottom, in px

STYLES = ("context", "context-hollow", "rival", "asked")  # from the bottom of the picture to its top
LINE = 16  # px from one line of a label to the next
AXIS = 24  # px that the labels under an axis take
SCALES = {"billion": "bn", "million": "m", "trillion": "tn"}

# ---------------------------------------------------------------- letters

# Widths of Liberation Sans (and Arial, Helvetica) in thousandths of its size; other letters as an average one.
_WIDTHS = {
    letter: width
    for width, letters in {
        222: "ijl’‘",
        278: " !,./:;I[]ft|",
        333: "()-r“”",
        500: "cksvxyzJ",
        556: "0123456789abdeghnopqu?$L–",
        584: "+−<=>",
        611: "FTZ",
        667: "ABEKPSVXY&",
        722: "CDHNRUw",
        778: "GOQ",
        833: "Mm",
        889: "%",
        944: "W",
    }.items()
    for letter in letters
}
_BOLD = 1.09


def width(text: str, bold: bool = False, size: float = 13) -> float:
    """How wide one line of text is, in px, or a little more."""
    units = sum(_WIDTHS.get(letter, 620 if letter < "⺀" else 1000) for letter in text)
    return units / 1000 * size * (_BOLD if bold else 1)


def wrap(text: str, room: float, bold: bool = False) -> str:
    """Text broken into as few, even lines as fit so many px."""
    return "\n".join(told.lines(text, room, lambda part: width(part, bold)))


def height(text: str) -> int:
    """How tall a label of one or more lines is, in px."""
    return LINE * (text.count("\n") + 1)


def label(words: str, x: float, y: float, style: str, align: str = "left") -> Label:
    """A label for `write`, with `y` the middle of its height."""
    return {"words": words, "x": x, "y": y - (height(words) - LINE) / 2, "style": style, "align": align}


def write(labels: list[Label]) -> list[alt.Chart]:
    """The text marks for a list of labels."""
    return (
        [
            alt.Chart(part).mark_text(style=style, align=align, lineBreak="\n", lineHeight=LINE).encode(x=x(), y=y("y"), text="words:N")
            for (style, align), part in pd.DataFrame(labels).groupby(["style", "align"], sort=False)
        ]
        if labels
        else []
    )


def text_at(left: float, top: float, words: str, style: str, align: str = "left") -> alt.Chart:
    """One label at a place in px, as a layer."""
    return write([label(words, left, top, style, align)])[0]


def dodge(labels: list[Label], top: float, bottom: float) -> list[Label]:
    """The same labels moved up and down until none covers another and all stand between `top` and `bottom`."""
    labels = sorted((dict(one) for one in labels), key=lambda one: one["y"])
    floor = top
    for one in labels:
        one["y"] = max(one["y"], floor + LINE / 2)
        floor = one["y"] - LINE / 2 + height(one["words"]) + 4
    ceiling = bottom
    for one in reversed(labels):
        one["y"] = min(one["y"], ceiling + LINE / 2 - height(one["words"]))
        ceiling = one["y"] - LINE / 2 - 4
    return labels


# ---------------------------------------------------------------- places


@dataclass(frozen=True)
class Scale:
    """Where values stand: `domain[0]` at `start` px and `domain[1]` at `end` px, from the left or from the top."""

    domain: tuple[float, float]
    start: float
    end: float
    log: bool = False

    def pixel(self, value: float) -> float:
        """Where a value stands, in px; beyond the domain, at its end."""
        low, high = (math.log(edge) for edge in self.domain) if self.log else self.domain
        at = math.log(max(value, min(self.domain))) if self.log else value
        return self.start + min(max((at - low) / (high - low), 0), 1) * (self.end - self.start)

    def x(self, column: str, axis: alt.Axis | None = None) -> alt.X:
        """The Altair x channel for a column of values, for a chart whose axis Vega draws."""
        scale = alt.Scale(type="log" if self.log else "linear", domain=list(self.domain), range=[self.start, self.end], nice=False, zero=False, clamp=True)
        return alt.X(f"{column}:Q", scale=scale, axis=axis or alt.Undefined)


def x(column: str = "x") -> alt.X:
    """An x channel in px from the left."""
    return alt.X(f"{column}:Q", scale=None, axis=None)


def y(column: str = "top") -> alt.Y:
    """A y channel in px from the top."""
    return alt.Y(f"{column}:Q", scale=None, axis=None)


def table_of(claim: Claim) -> pd.DataFrame:
    """The readings as a pandas table, one row each, in the order of the file.

    Columns: `reading`; `value` (float, or a timestamp for dates), `low`, `high`; `text` (as shown); `role`; `note`;
    `source` (its publisher and how it was seen); `verdict` (under that reading, or empty); and the form's own columns.
    """

    def position(number: Decimal, value: values.Value) -> "float | pd.Timestamp":
        return pd.Timestamp(date.fromordinal(int(number))) if value.kind == "date" else float(number)

    return pd.DataFrame(
        [
            {
                "reading": r.name,
                "value": position((r.value.low + r.value.high) / 2, r.value),
                "low": position(r.value.low, r.value),
                "high": position(r.value.high, r.value),
                "text": claim.show(r.value),
                "role": r.role,
                "note": r.note,
                "source": f"{r.source.publisher}; {r.source.seen}",
                "verdict": line.verdict.name if line.verdict else "",
                **r.extra,
            }
            for r, line in zip(claim.readings, claim.judgement.lines, strict=True)
        ]
    )


def placed(claim: Claim) -> pd.DataFrame:
    """The readings that have a place on a scale, as a table: numbers, or for a claim of dates the dates; never a yes or a no.

    Beside the columns of `table_of(claim)`: `value`, `low` and `high` as numbers (days as ordinals), `short` (the value with its
    sign and scale, but not the rest of its unit), `plain` (without either), `style`, and `open`, the way in which a bound goes on: -1, 0 or 1.
    """
    kind = "date" if claim.unit == "date" else "number"
    chosen = [reading.value.kind == kind for reading in claim.readings]
    found = [reading.value for reading in claim.readings if reading.value.kind == kind]
    up = {"more than": 1, "at least": 1, "after": 1, "less than": -1, "at most": -1, "by": -1, "before": -1}
    table = table_of(claim)[chosen].reset_index(drop=True)
    return table.assign(
        reading=[told.name(claim, row) for row, fits in zip(claim.readings, chosen, strict=True) if fits],
        value=[(float(value.low) + float(value.high)) / 2 for value in found],
        low=[float(value.low) for value in found],
        high=[float(value.high) for value in found],
        short=[short(claim, value) for value in found],
        plain=[values.show(value, "", claim.signed) for value in found],
        style=table["role"],
        open=[up.get(value.relation, 0) * value.direction for value in found],
    )


def across(claim: Claim, table: pd.DataFrame, left: float, gap: float = 14, zero: bool | None = None) -> Scale:
    """The horizontal scale for readings and the stated value, with room for the label to the right of each mark.

    `zero`: True keeps zero in sight; None does so unless all values lie close together. Falls grow to the right, like any amount.
    """
    right = theme.frame().width - 10
    domain = span(claim, table, zero)
    return _roomy(Scale(domain[::-1] if falls(claim, table) else domain, left, right), table, gap)


def falls(claim: Claim, table: pd.DataFrame) -> bool:
    """True when the chart is about falls: what is stated is one, or where nothing is stated, most of the record is below zero."""
    edges = stated_edges(claim) or [*table["value"]]
    return claim.unit != "date" and sum(edge < 0 for edge in edges) > len(edges) / 2


def span(claim: Claim, table: pd.DataFrame, zero: bool | None = None) -> tuple[float, float]:
    """The lowest and the highest number that a scale must show, with a little room at both ends."""
    numbers = [*table["low"], *table["high"], *stated_edges(claim)]
    low, high = min(numbers), max(numbers)
    if claim.unit == "date":
        room = max((high - low) * 0.06, 2)
        return low - room, high + room
    if zero or (zero is None and (low < 0 or high - low > 0.35 * high)):
        low, high = min(low, 0), max(high, 0)
    room = (high - low) * 0.06 or abs(high) * 0.1 or 1
    return low - (room if low else 0), high + (room if high or low == 0 else 0)


def powers(claim: Claim, table: pd.DataFrame, left: float, gap: float = 14) -> Scale:
    """The logarithmic scale for readings and the stated value, from one power of ten to another."""
    numbers = [number for number in (*table["low"], *table["high"], *stated_edges(claim)) if number > 0]
    low, high = math.floor(math.log10(min(numbers))), math.ceil(math.log10(max(numbers)))
    return _roomy(Scale((10.0**low, 10.0 ** max(high, low + 1)), left, theme.frame().width - 10, log=True), table, gap)


def _roomy(scale: Scale, table: pd.DataFrame, gap: float) -> Scale:
    """A scale that ends early enough for what stands to the right of each mark, at half of its length at least."""
    end = scale.end
    for row in on(scale, table).itertuples():
        share = (max(row.x_low, row.x_high) - scale.start) / (scale.end - scale.start)
        need = gap + (29 if row.way > 0 else 0) + width(row.short, row.role == "asked")
        if share > 0:
            end = min(end, scale.start + (theme.frame().width - 4 - need - scale.start) / share)
    return replace(scale, end=max(end, (scale.start + scale.end) / 2))


def on(scale: Scale, table: pd.DataFrame) -> pd.DataFrame:
    """The table with the place of each reading on a horizontal scale: `x`, `x_low`, `x_high`, and `way`, where a bound points."""
    way = 1 if scale.domain[1] > scale.domain[0] else -1
    return table.assign(
        x=[scale.pixel(value) for value in table["value"]],
        x_low=[scale.pixel(value) for value in table["low"]],
        x_high=[scale.pixel(value) for value in table["high"]],
        way=table["open"] * way,
    )


def rows(
    table: pd.DataFrame, head: float, mark: float = 20, name: str = "reading", group: str | None = None, inset: float = 10
) -> tuple[pd.DataFrame, list[Label], float, float]:
    """Readings laid out below one another: the table with `top`, the labels of the rows, and the plot's left edge and bottom.

    Names stand beside the marks where there is room; on a narrow frame above them, unless they are very short.
    The column `group`, if there is one, stands above the rows that share it. `inset` is the room that a mark at the left edge needs.
    """
    frame = theme.frame()
    bold = table["role"] == "asked"
    room = 64 if frame.narrow else 250
    beside = not frame.narrow or all(width(*pair) <= room for pair in zip(table[name], bold, strict=True))
    words = [wrap(text, room if beside else frame.width - 6, strong) for text, strong in zip(table[name], bold, strict=True)]
    gutter = max(width(line, strong) for text, strong in zip(words, bold, strict=True) for line in text.split("\n")) + 12 if beside else 0
    left = gutter + inset
    tops, labels, bottom, last = [], [], head, None
    for text, role, title in zip(words, table["role"], table[group] if group else [None] * len(table), strict=True):
        if title != last:
            over = wrap(title, frame.width - left - 8, True)
            labels.append(label(over, left + 4 if beside else 2, bottom + 6 + height(over) / 2, "asked-text"))
            bottom, last = bottom + 8 + height(over), title
        tall = max(mark + 14, height(text) + 8) if beside else height(text) + mark + 10
        tops.append(bottom + tall / 2 if beside else bottom + height(text) + 2 + mark / 2)
        labels.append(label(text, gutter - 10, tops[-1], f"{role}-text", "right") if beside else label(text, 2, bottom + height(text) / 2, f"{role}-text"))
        bottom += tall
    return table.assign(top=tops), labels, left, bottom + 2


def layered(layers: list[alt.Chart], height: float) -> alt.LayerChart:
    """All layers as one chart of the current frame's width."""
    return cast("alt.LayerChart", alt.layer(*layers).properties(width=theme.frame().width, height=height))


# ---------------------------------------------------------------- numbers in short, and axes


def _unit(claim: Claim) -> tuple[str, str, str]:
    """A claim's unit in three parts: the sign before a number, what stands close behind it, and the rest."""
    if claim.unit == "date":
        return "", "", ""
    sign, rest = ("$", claim.unit[1:].strip()) if claim.unit.startswith("$") else ("", claim.unit)
    if rest.startswith("%"):
        return sign, "%", rest[1:].strip()
    first, _, rest_ = rest.partition(" ")
    return (sign, SCALES[first], rest_) if first in SCALES else (sign, "", rest)


def short(claim: Claim, value: values.Value) -> str:
    """A value as a label on its mark: `−6.5%`, `$593bn`, `more than 3`; the rest of the unit is named once in the picture."""
    sign, scale, _ = _unit(claim)
    return re.sub(r"\d[\d,]{18,}", lambda digits: _tiny(float(digits.group().replace(",", ""))), values.show(value, sign, claim.signed) + scale)


def _tiny(number: float) -> str:
    """A number of very many digits as a label that fits: `3.4e24`."""
    return f"{number:.3g}".replace("e+", "e")


def foot(claim: Claim, top: float) -> list[Label]:
    """The rest of the unit as a label at the right end below the chart, where no stated value names it; an empty list when it needs none."""
    rest = _unit(claim)[2]
    if not rest or stated_edges(claim):
        return []
    words = wrap(f"in {claim.unit}", theme.frame().width - 8)
    return [label(words, theme.frame().width - 2, top + height(words) / 2, "tick-text", "right")]


def below(labels: list[Label], bottom: float) -> float:
    """The height of a chart whose marks end at `bottom` and that has these labels below."""
    ends: list[float] = [one["y"] - LINE / 2 + height(one["words"]) for one in labels]
    return max([bottom, *ends])


def number_ticks(claim: Claim, scale: Scale, count: int) -> list[tuple[float, str]]:
    """Round numbers within a scale with their labels, at most about `count`."""
    low, high = sorted(scale.domain)
    sign, suffix, _ = _unit(claim)
    if scale.log:
        first, last = round(math.log10(low)), round(math.log10(high))
        found = [10.0**power for power in range(first, last + 1, math.ceil((last - first + 1) / count))]
        decimals = None
    else:
        rough = (high - low) / count
        base = 10.0 ** math.floor(math.log10(rough))
        step = next(base * times for times in (1, 2, 5, 10) if base * times >= rough * 0.999)
        found = [index * step for index in range(math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6) + 1)]
        decimals = max(0, -math.floor(math.log10(step) + 1e-9))

    def words(number: float) -> str:
        if number == 0:
            return "0"
        size, tail = abs(number), suffix
        for limit, name in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
            if 1e15 > size >= limit and not suffix:
                size, tail = size / limit, name
                break
        if size >= 1e6:
            text = _tiny(size)
        elif decimals is None or tail != suffix:
            text = f"{size:,.10f}".rstrip("0").rstrip(".")
        else:
            text = f"{size:,.{decimals}f}"
        return ("−" if number < 0 else "+" if claim.signed else "") + sign + text + tail

    return [(number, words(number)) for number in found]


def day_ticks(scale: Scale, count: int) -> list[tuple[float, str]]:
    """Beginnings of days, months or years within a scale of day ordinals, with their labels, at most about `count`."""
    first, last = (date.fromordinal(int(edge)) for edge in (math.ceil(scale.domain[0]), math.floor(scale.domain[1])))
    days_in_all = (last - first).days
    days = next((step for step in (1, 2, 7, 14) if days_in_all / step <= count), None)
    if days:
        return [(day, f"{date.fromordinal(day).day} {date.fromordinal(day):%b}") for day in range(first.toordinal(), last.toordinal() + 1, days)]
    months = next((step for step in (1, 2, 3, 6) if days_in_all / 30.4 / step <= count), None)
    if months:
        starts = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13, months)]
        return [(day.toordinal(), f"{day:%b %Y}") for day in starts if first <= day <= last]
    years = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500) if days_in_all / 365.25 / step <= count)
    return [(date(year, 1, 1).toordinal(), str(year)) for year in range(first.year, last.year + 1) if year % years == 0 and date(year, 1, 1) >= first]


def axis(claim: Claim, scale: Scale, top: float, bottom: float) -> tuple[list[alt.Chart], float]:
    """A quiet grid with the labels of a horizontal axis below: as many round numbers as have room. Zero gets a stronger line."""
    ticks = []
    for count in (6, 5, 4, 3, 2, 1):
        ticks = day_ticks(scale, count) if claim.unit == "date" else number_ticks(claim, scale, count)
        places = sorted((scale.pixel(value), width(words, size=12)) for value, words in ticks)
        if all(right - left > (a + b) / 2 + 14 for (left, a), (right, b) in pairwise(places)):
            break
    labels = [label(words, inside(scale.pixel(value), width(words, size=12)), bottom + 13, "tick-text", "center") for value, words in ticks]
    labels += foot(claim, bottom + AXIS - 2)
    lines = [{"x": scale.pixel(value), "style": "grid" if value or scale.log or claim.unit == "date" else "zero"} for value, _ in ticks]
    return uprights(lines, top, bottom) + write(labels), below(labels, bottom)


def uprights(lines: list[dict[str, Any]], top: float, bottom: float) -> list[alt.Chart]:
    """Vertical lines, each with an `x` and a `style`, in px."""
    return (
        [alt.Chart(part).mark_rule(style=style).encode(x=x(), y=alt.value(top), y2=alt.value(bottom)) for style, part in pd.DataFrame(lines).groupby("style")]
        if lines
        else []
    )


def levels(lines: list[dict[str, Any]], left: float, right: float) -> list[alt.Chart]:
    """Horizontal lines, each with a `top` and a `style`, in px."""
    return (
        [alt.Chart(part).mark_rule(style=style).encode(x=alt.value(left), x2=alt.value(right), y=y()) for style, part in pd.DataFrame(lines).groupby("style")]
        if lines
        else []
    )


def inside(middle: float, wide: float, floor: float = 0) -> float:
    """The centre of a text so wide that lies within the frame, and right of `floor`."""
    return min(max(middle, floor + wide / 2 + 3), theme.frame().width - wide / 2 - 3)


# ---------------------------------------------------------------- what the article says


def stated_edges(claim: Claim) -> list[float]:
    """The numbers (days as ordinals) that the stated value names: one, or the two ends of a range; none for a fact or an opinion."""
    stated = claim.stated
    if stated is None or stated.kind == "fact":
        return []
    low, high = float(stated.low), float(stated.high)
    if stated.kind == "number" or stated.relation == "to":
        return sorted({low, high})
    return [{"by": high, "after": high, "before": low}.get(stated.relation, (low + high) / 2)]


def said_places(claim: Claim, scale: Scale) -> tuple[list[float], tuple[float, float] | None]:
    """In px on a scale: the edges of the stated value, and the band of what it allows, for a range, a bound or a month, or None."""
    stated, edges = claim.stated, stated_edges(claim)
    places = [scale.pixel(edge) for edge in edges]
    if stated is None:
        return places, None
    if stated.bound:
        up = (1 if stated.relation in ("more than", "at least", "after") else -1) * stated.direction
        return places, (places[0], scale.pixel(max(scale.domain) if up > 0 else min(scale.domain)))
    if len(edges) == 2 or stated.kind == "date":
        return places, (scale.pixel(float(stated.low)), scale.pixel(float(stated.high)))
    return places, None


def said_words(claim: Claim, room: float) -> str:
    """What stands beside the stated value: `the article says −6.5%`, in so many px."""
    return wrap(f"the article says {claim.said}", room, bold=True)


def head(claim: Claim) -> int:
    """How many px the stated value takes above a chart of rows."""
    return height(said_words(claim, theme.frame().width - 4)) + 16 if stated_edges(claim) else 2


def said_band(claim: Claim, scale: Scale, bottom: float) -> list[alt.Chart]:
    """The band that a stated range or bound allows, across rows, to lie under their marks."""
    band = said_places(claim, scale)[1] if stated_edges(claim) else None
    return (
        [
            alt.Chart(pd.DataFrame({"x": [band[0]], "x2": [band[1]]}))
            .mark_rect(style="said-band")
            .encode(x=x(), x2="x2", y=alt.value(head(claim) - 8), y2=alt.value(bottom))
        ]
        if band
        else []
    )


def said(claim: Claim, scale: Scale, bottom: float) -> list[alt.Chart]:
    """What the article says, across rows: an amber line with a diamond and the value on top; two lines for a range."""
    if not stated_edges(claim):
        return []
    words = said_words(claim, theme.frame().width - 4)
    places, _ = said_places(claim, scale)
    edges = pd.DataFrame({"x": places, "top": head(claim) - 8})
    wide = max(width(line, bold=True) for line in words.split("\n"))
    return [
        alt.Chart(edges).mark_rule(style="said-rule").encode(x=x(), y=y(), y2=alt.value(bottom)),
        alt.Chart(edges).mark_point(style="said-mark").encode(x=x(), y=y()),
        text_at(inside(sum(places) / len(places), wide), height(words) / 2, words, "said-text", "center"),
    ]


def said_level(claim: Claim, scale: Scale, left: float, right: float) -> list[alt.Chart]:
    """What the article says, as an amber line (a band for a range or a bound) at its height, with a diamond at the right end."""
    if not stated_edges(claim):
        return []
    places, band = said_places(claim, scale)
    edges = pd.DataFrame({"top": places})
    layers = (
        [
            alt.Chart(pd.DataFrame({"top": [band[0]], "y2": [band[1]]}))
            .mark_rect(style="said-band")
            .encode(x=alt.value(left), x2=alt.value(right), y=y(), y2="y2")
        ]
        if band
        else []
    )
    return [
        *layers,
        alt.Chart(edges).mark_rule(style="said-rule").encode(x=alt.value(left), x2=alt.value(right), y=y()),
        alt.Chart(edges).mark_point(style="said-mark").encode(x=alt.value(right), y=y()),
    ]


# ---------------------------------------------------------------- the record


def by_style(table: pd.DataFrame, draw: Callable[[pd.DataFrame, str], alt.Chart]) -> list[alt.Chart]:
    """One layer for each style that the table has, drawn by `draw(rows, style)`, context below and asked on top."""
    return [draw(table[table["style"] == style], style) for style in STYLES if (table["style"] == style).any()]


def dots(table: pd.DataFrame) -> list[alt.Chart]:
    """The readings as dots; a range is a line through its dot."""
    wide = table[(table["x_high"] - table["x_low"]).abs() > 12]
    return [
        *by_style(wide, lambda part, style: alt.Chart(part).mark_rule(style=f"{style}-line").encode(x=x("x_low"), x2="x_high", y=y())),
        *by_style(table, lambda part, style: alt.Chart(part).mark_point(style=style).encode(x=x(), y=y())),
    ]


def bars(table: pd.DataFrame, base: float, thick: float = 18) -> list[alt.Chart]:
    """The readings as bars from `base` px; a range goes on as a line from its near to its far end."""
    near = [low if abs(low - base) < abs(high - base) else high for low, high in zip(table["x_low"], table["x_high"], strict=True)]
    far = [high if end == low else low for low, high, end in zip(table["x_low"], table["x_high"], near, strict=True)]
    half = [thick / (3.6 if style == "context" else 2) for style in table["style"]]
    table = table.assign(base=base, x=near, far=far, y=table["top"] - half, y2=table["top"] + half)
    return [
        *by_style(table[table["x"] != table["far"]], lambda part, style: alt.Chart(part).mark_rule(style=f"{style}-line").encode(x=x(), x2="far", y=y())),
        *by_style(table, lambda part, style: alt.Chart(part).mark_rect(style=style).encode(x=x("base"), x2="x", y=y("y"), y2="y2")),
    ]


def arrows(table: pd.DataFrame, scale: Scale, start: float = 9) -> list[alt.Chart]:
    """A reading that is a bound points on in the direction that it leaves open."""
    table = table[table["way"] != 0]
    table = table.assign(x=table["x"] + table["way"] * start, tip=(table["x"] + table["way"] * 30).clip(scale.start - 6, theme.frame().width - 6))
    return [
        layer
        for way, shape in ((1, "triangle-right"), (-1, "triangle-left"))
        for part in [table[table["way"] == way]]
        for layer in (
            *by_style(part, lambda some, style: alt.Chart(some).mark_rule(style=f"{style}-line").encode(x=x(), x2="tip", y=y())),
            *by_style(part, partial(_tip, shape=shape)),
        )
    ]


def _tip(part: pd.DataFrame, style: str, shape: str) -> alt.Chart:
    """The heads of arrows."""
    heads: alt.Chart = alt.Chart(part).mark_point(style=style, shape=shape, size=60).encode(x=x("tip"), y=y())
    return heads


def value_labels(claim: Claim, table: pd.DataFrame, scale: Scale, gap: float = 14, base: float | None = None) -> list[Label]:
    """The value beside each mark: to the right, and past the stated value's line; to the left where there is no room; else at the frame's edge.

    Bars begin at `base`: the value of one that points to the left stands right of it.
    """
    said_at = [scale.pixel(edge) for edge in stated_edges(claim)]
    labels, limit = [], theme.frame().width - 2
    for row in table.itertuples():
        wide, style = width(row.short, row.role == "asked"), f"{row.role}-text"
        ends = [row.x_low, row.x_high, *([] if base is None else [base])]
        right = max(ends) + gap + (29 if row.way > 0 else 0)
        left = min(ends) - gap - (29 if row.way < 0 else 0)
        past = max([right, *(place + 7 for place in said_at if right - 3 < place < right + wide + 3)])
        if past + wide <= limit:
            labels.append(label(row.short, past, row.top, style))
        elif right + wide <= limit:
            labels.append(label(row.short, right, row.top, style))
        elif base is None and left - wide >= scale.start - 10:
            labels.append(label(row.short, left, row.top, style, "right"))
        else:
            labels.append(label(row.short, limit, row.top, style, "right"))
    return labels


def bar_rows(claim: Claim, table: pd.DataFrame, name: str = "reading", group: str | None = None) -> alt.LayerChart:
    """A chart of horizontal bars from zero, one a row in the table's order, with the stated value as an amber line."""
    start, inset = head(claim), 7 if stated_edges(claim) else 3  # half a diamond, or a border
    table, names, left, bottom = rows(table, start, name=name, group=group, inset=inset)
    scale = across(claim, table, left, gap=10, zero=True)
    table, base = on(scale, table), scale.pixel(0)
    labels = foot(claim, bottom + 2)
    return layered(
        [
            *said_band(claim, scale, bottom),
            *arrows(table[table["way"] > 0], scale, 0),
            *bars(table, base),
            *uprights([{"x": base, "style": "zero"}] if left > inset else [], start - 2, bottom),
            *said(claim, scale, bottom),
            *write([*names, *value_labels(claim, table, scale, 10, base), *labels]),
        ],
        below(labels, bottom),
    )


def gaps(claim: Claim, table: pd.DataFrame, scale: Scale) -> list[alt.Chart]:
    """A dotted line from the stated value to what was asked and missed it: the miss, as a length."""
    places = [scale.pixel(edge) for edge in stated_edges(claim)]
    missed = table[(table["role"] == "asked") & (table["verdict"] != "Holds")]
    if not places or missed.empty:
        return []
    missed = missed.assign(edge=[min(places, key=lambda place: abs(place - at)) for at in missed["x"]])
    return [alt.Chart(missed).mark_rule(style="gap").encode(x=x("edge"), x2="x", y=y())]


# ---------------------------------------------------------------- series over time

DASHES = ([1, 0], [8, 3], [2, 3], [9, 3, 2, 3])


def over_time(claim: Claim, table: pd.DataFrame, dashes: bool = False) -> alt.LayerChart:
    """Lines over time, each named at its end, with the stated value as an amber line.

    The table has `at` (a place in time), `tick` (what stands below it), `series`, and `projected`, for what is dashed and hollow.
    Asked readings and rivals are picked out with their values; `dashes` tells the other series apart.
    """
    frame = theme.frame()
    table = table.sort_values("at", kind="stable").reset_index(drop=True)
    judged = set(table["series"][table["role"] != "context"])
    table["line"] = ["asked" if name in judged else "context" for name in table["series"]]
    room = 82 if frame.narrow else 150
    last = [part.iloc[-1] for _, part in table.groupby("series", sort=False)]
    bold = [row.series in judged for row in last]
    names = ["\n".join(wrap(text, room, strong) for text in (row.series, row.short) if text) for row, strong in zip(last, bold, strict=True)]
    words = [said_words(claim, room)] if stated_edges(claim) else []
    gutter = max(width(line, strong) for text, strong in zip(names + words, [*bold, *(True for _ in words)], strict=True) for line in text.split("\n")) + 20
    under = foot(claim, 0)

    low, high = span(claim, table)
    bottom = max(240 if frame.narrow else 270, sum(height(text) + 5 for text in names + words) + 10)
    scale = Scale((high, low), 30 if under else 12, bottom - (16 if low else 0))
    ticks = [(scale.pixel(value), text, value) for value, text in number_ticks(claim, scale, 4)]
    left = max(width(text, size=12) for _, text, _ in ticks) + 12
    right = frame.width - gutter
    first, final = table["at"].min(), table["at"].max()
    time = Scale((first, final) if first < final else (first - 1, first + 1), left + (16 if frame.narrow else 30), right - 6)
    table = table.assign(
        x=[time.pixel(at) for at in table["at"]],
        top=[scale.pixel(value) for value in table["value"]],
        y=[scale.pixel(value) for value in table["high"]],
        y2=[scale.pixel(value) for value in table["low"]],
    )

    lines, ends = [], []
    for number, (row, text) in enumerate(zip(last, names, strict=True)):
        part, at = table[table["series"] == row.series], table.loc[row.name]
        dash = DASHES[number % len(DASHES)] if dashes and at["line"] == "context" else DASHES[0]
        known = part[~part["projected"]]
        lines += [_line(known, at["line"], dash), _line(pd.concat([known.tail(1), part[part["projected"]]]), at["line"], [5, 4])]
        ends.append({**label(text, right + 16, at["top"], "asked-text" if at["line"] == "asked" else "rival-text"), "from_x": at["x"], "from_y": at["top"]})
    if words:
        places, _ = said_places(claim, scale)
        ends.append({**label(words[0], right + 16, sum(places) / len(places), "said-text"), "from_x": right, "from_y": places[0]})
    ends = dodge(ends, 4, bottom)
    leaders = pd.DataFrame([{"x": one["from_x"], "top": one["from_y"], "x2": right + 13, "y2": one["y"] + (height(one["words"]) - LINE) / 2} for one in ends])
    labels = [label(text, left - 4, place, "tick-text", "right") for place, text, _ in ticks]
    labels += [{**one, "x": 2, "y": 8, "align": "left"} for one in under] + _time_labels(table, bottom)
    crossing = [scale.pixel(edge) for edge in (0, *stated_edges(claim)) if low <= edge <= high]
    taken: list[Box] = [(one["x"] - 4, one["y"] - LINE / 2, frame.width, one["y"] - LINE / 2 + height(one["words"])) for one in ends]
    taken += [(0, place - LINE / 2, left, place + LINE / 2) for place, *_ in ticks] + [(left, place - 2, right, place + 2) for place in crossing]
    taken.append((0, bottom, frame.width, bottom + AXIS))
    labels += _picked(table, last, taken)
    ranges = table[table["y"] != table["y2"]]
    return layered(
        [
            *levels([{"top": place, "style": "grid" if value else "zero"} for place, _, value in ticks], left, right),
            alt.Chart(leaders).mark_rule(style="leader").encode(x=x(), x2="x2", y=y(), y2="y2"),
            *[line for line in lines if line],
            *said_level(claim, scale, left, right),
            *by_style(ranges, lambda part, style: alt.Chart(part).mark_rule(style=f"{style}-line").encode(x=x(), y=y("y"), y2="y2")),
            *by_style(
                table,
                lambda part, style: alt.Chart(part).mark_point(style=style, size=36 if style.startswith("context") else alt.Undefined).encode(x=x(), y=y()),
            ),
            *write([*labels, *ends]),
        ],
        below(labels, bottom + AXIS),
    )


def _line(part: pd.DataFrame, style: str, dash: list[int]) -> alt.Chart | None:
    """The line through a part of a series, or None for less than two points."""
    return alt.Chart(part).mark_line(style=f"{style}-line", strokeDash=dash).encode(x=x(), y=y(), order="at:Q") if len(part) > 1 else None


def _time_labels(table: pd.DataFrame, bottom: float) -> list[Label]:
    """What stands below the moments of a chart over time: first and last, and those between that have room."""
    moments = table.drop_duplicates("at").to_dict("records")
    chosen: list[tuple[str, float, float]] = []
    for row in [moments[0], *moments[:0:-1]]:
        wide = max(width(line, size=12) for line in row["tick"].split("\n"))
        middle = inside(row["x"], wide)
        if all(abs(middle - other) > (wide + room) / 2 + 8 for _, other, room in chosen):
            chosen.append((row["tick"], middle, wide))
    return [{**label(text, middle, 0, "tick-text", "center"), "y": bottom + 14} for text, middle, _ in chosen]


def _picked(table: pd.DataFrame, last: list[Any], taken: list[Box]) -> list[Label]:
    """The values of what is asked, of the rivals, and of where a series begins or its record ends, where they cover nothing in the boxes `taken`."""
    named = {row.name for row in last}
    turns = set(table.groupby("series").head(1).index) | set(table[~table["projected"]].groupby("series").tail(1).index)
    if theme.frame().narrow and len(named) > 2:
        turns = set()
    order = [
        index
        for role in ("asked", "rival", "context")
        for index in table.index[table["role"] == role]
        if index not in named and (role != "context" or index in turns)
    ]
    labels = []
    for index in order:
        row, wide = table.loc[index], width(table.loc[index, "short"], table.loc[index, "role"] == "asked")
        near = table[(table["series"] == row["series"]) & (table.index != index)]
        lower = near.empty or near.loc[(near["x"] - row["x"]).abs().idxmin(), "top"] >= row["top"]
        shift = 17 if row["role"] != "context" else 14
        for top in (row["y"] - shift, row["y2"] + shift) if lower else (row["y2"] + shift, row["y"] - shift):
            middle = inside(row["x"], wide)
            box = (middle - wide / 2, top - LINE / 2, middle + wide / 2, top + LINE / 2)
            marks = [(other.x - 4, other.top - 4, other.x + 4, other.top + 4) for other in table.drop(index).itertuples()]
            if top > 4 and not any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in taken + marks):
                taken.append(box)
                labels.append(label(row["short"], middle, top, f"{row['role']}-text", "center"))
                break
    return labels


# ---------------------------------------------------------------- words and shapes, where there is no scale

_SIGNS = {"yes": "M-.9,.05L-.3,.65L.9,-.65", "no": "M-.7,-.7L.7,.7M.7,-.7L-.7,.7"}


def listing(claim: Claim) -> alt.LayerChart:
    """The readings as a list: a tick for yes, a cross for no, or the value in words. Draws any claim."""
    frame, labels, signs, top = theme.frame(), [], [], 2
    if stated_edges(claim):
        words = said_words(claim, frame.width - 24)
        labels.append(label(words, 22, top + height(words) / 2, "said-text"))
        signs.append({"x": 9, "top": top + LINE / 2, "sign": "said", "style": "said-mark"})
        top += height(words) + 10
    kinds = [reading.value.kind for reading in claim.readings]
    table = table_of(claim).assign(reading=[told.name(claim, reading) for reading in claim.readings])
    shown = ["" if kind == "fact" else wrap(row.text, frame.width * 0.34, row.role == "asked") for kind, row in zip(kinds, table.itertuples(), strict=True)]
    gutter = max([24, *(width(line, bold=True) + 14 for text in shown for line in text.split("\n") if line)])
    edges = [top]
    for row, value in zip(table.itertuples(), shown, strict=True):
        words = wrap(row.reading, frame.width - gutter - 4, row.role == "asked")
        labels.append(label(words, gutter, top + 6 + height(words) / 2, f"{row.role}-text"))
        if value:
            labels.append(label(value, 2, top + 6 + height(value) / 2, f"{row.role}-text"))
        else:
            signs.append({"x": 10, "top": top + 6 + LINE / 2, "sign": row.text, "style": f"{row.role}-sign"})
        top += max(height(words), height(value)) + 12
        edges.append(top)
    # A row has no other mark than its sign, so a mark that nobody sees stands under all of it, for whoever explores the chart.
    ground = table[["reading", "text", "source"]].assign(top=edges[:-1], y2=edges[1:])
    return layered(
        [
            alt.Chart(ground).mark_rect(style="row").encode(x=alt.value(2), x2=alt.value(frame.width - 2), y=y(), y2="y2"),
            *levels([{"top": edge, "style": "grid"} for edge in edges[1:-1]], 2, frame.width - 2),
            *(_sign(part, style, sign) for (style, sign), part in pd.DataFrame(signs, columns=["x", "top", "sign", "style"]).groupby(["style", "sign"])),
            *write(labels),
        ],
        top,
    )


def _sign(part: pd.DataFrame, style: str, sign: str) -> alt.Chart:
    """The ticks, the crosses or the diamond of a list, as shapes."""
    signs: alt.Chart = alt.Chart(part).mark_point(style=style, shape=_SIGNS.get(sign, alt.Undefined)).encode(x=x(), y=y())
    return signs
