"""The site's grammar in Altair's words: scales and axes, and the layers that forms share.

What was said is amber, the record is blue; asked is solid, rival hollow, context faint. How a style
looks stands in the theme. Layers have no data of their own: they draw the table of their chart.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from charts import tables, theme
from charts.theme import Frame
from ledger.claim import Claim

# From the bottom of a picture to its top.
STYLES = ("context", "context-hollow", "subject", "rival", "asked-hollow", "asked")
ARROW = "M0,0H3M2.2,-.7L3,0L2.2,.7"  # how a bound goes on, from its mark to the right

# ---------------------------------------------------------------- scales and axes


def domain(claim: Claim, source: pd.DataFrame, zero: bool | None = None) -> list[Any]:
    """The lowest and the highest value that a scale must show, with a little room at both ends.

    `zero`: True keeps zero in sight; None does so unless all values lie close together.
    """
    shown = [*source["low"], *source["high"], *tables.edges(claim)]
    low, high = min(shown), max(shown)
    if claim.stated and tables.is_period(claim.stated):
        low, high = min(low, tables.ends(claim.stated)[0]), max(high, tables.ends(claim.stated)[1])
    if claim.unit == "date":
        days = max((high - low) * 0.06, pd.Timedelta(days=2))
        return [low - days, high + days]
    if zero or (zero is None and (low < 0 or high - low > 0.35 * high)):
        low, high = min(low, 0), max(high, 0)
    room = (high - low) * 0.06 or abs(high) * 0.1 or 1
    return [low - (room if low else 0), high + (room if high or low == 0 else 0)]


def powers(claim: Claim, source: pd.DataFrame) -> list[float]:
    """The powers of ten that the readings and the stated value lie between, all of them."""
    shown = [*source["low"], *source["high"], *tables.edges(claim)]
    if min(shown) <= 0:
        raise ValueError(f"{claim.id}: powers of ten have no place for 0 or less")
    low, high = math.floor(math.log10(min(shown))), math.ceil(math.log10(max(shown)))
    return [10.0**power for power in range(low, max(high, low + 1) + 1)]


def axis(claim: Claim, frame: Frame, **properties: Any) -> alt.Axis:
    """An axis of round numbers in the claim's short unit, or of dates, with a line at zero."""
    count = {} if "values" in properties else {"tickCount": 3 if frame.narrow else 5}
    look = _dates(claim) if claim.unit == "date" else _numbers(claim)
    return alt.Axis(
        **{"labelFlush": False, "title": tables.rest(claim), **count, **look, **properties}
    )


def zero(claim: Claim, **properties: Any) -> alt.Axis:
    """An axis that shows nothing but a line at zero, for bars that carry their own values."""
    look = {"values": [0], "labels": False, "gridColor": _zero(), "title": tables.rest(claim)}
    return alt.Axis(**{**look, **properties})


def _numbers(claim: Claim) -> dict[str, Any]:
    """How an axis writes numbers: `+$1,000`, `$2.5bn`, and `3e24` where nothing else has room."""
    sign, suffix, _ = tables.unit(claim)
    size = "replace(replace(replace(format(datum.value, '~s'), 'G', 'bn'), 'M', 'm'), 'T', 'tn')"
    long = f"abs(datum.value) < 1e15 ? '{sign}' + {size} : format(datum.value, '~e')"
    label = f"abs(datum.value) < 1e6 ? datum.label : {long}"
    return {
        "format": f"{'+' if claim.signed else ''}{sign},~f",
        "labelExpr": f"datum.value == 0 ? '0' : ({label}) + '{suffix}'",
        "gridColor": _zero(),
        **({"tickMinStep": 1} if _whole(claim) else {}),
    }


def _whole(claim: Claim) -> bool:
    """True where nobody printed a part of a whole number, so that an axis has none either."""
    printed = [reading.value.text for reading in claim.readings if reading.value.kind == "number"]
    return not any("." in text for text in [*printed, claim.stated.text if claim.stated else ""])


def _dates(claim: Claim) -> dict[str, Any]:
    """How an axis writes dates: as days, months or years, by how long it is."""
    dates = [reading.value for reading in claim.readings if reading.value.kind == "date"]
    dates += [claim.stated] if claim.stated and claim.stated.kind == "date" else []
    days = max(date.high for date in dates) - min(date.low for date in dates)
    return {"format": "%-d %b" if days < 60 else "%b %Y" if days < 4 * 366 else "%Y"}


def _zero() -> dict[str, Any]:
    """The colour of a grid whose line at zero is stronger."""
    strong = {"test": "datum.value == 0", "value": theme.colour("muted")}
    return {"condition": strong, "value": theme.colour("rule")}


# ---------------------------------------------------------------- layers


def layered(
    layers: Sequence[alt.Chart], source: pd.DataFrame, x: alt.X, y: alt.Y, **look: Any
) -> alt.LayerChart:
    """The layers as one chart of a table, with the channels and the look that they share.

    Marks follow an edited `value`.
    """
    source, ends = tables.following(source)
    found = [alt.CalculateTransform(calculate=how, **{"as": end}) for end, how in ends.items()]
    whole = {"data": source, "transform": found or alt.Undefined, "autosize": "none"}
    return together(layers, {"x": x, "y": y}, **whole, **look)


def together(
    layers: Iterable[alt.Chart], channels: Mapping[str, Any], **look: Any
) -> alt.LayerChart:
    """The layers as one chart, with the channels and the look that they share.

    They come last: such a chart copies all of its layers whenever it is made or changed.
    """
    encoding = alt.FacetedEncoding(**channels)
    chart = alt.LayerChart(encoding=encoding, **look)
    chart.layer = [*layers]
    return chart


def by_style(
    styles: pd.Series, chart: alt.Chart, suffix: str = "", kind: str | None = None
) -> list[alt.Chart]:
    """One layer for each style in a column of the table, or in a part of it, the faintest below.

    `kind` is a further style that says what the mark is (`bound`, `range`), for the legend.
    """
    found, column = {*styles}, str(styles.name)
    return [_styled(chart, column, style, suffix, kind) for style in STYLES if style in found]


def _styled(chart: alt.Chart, column: str, style: str, suffix: str, kind: str | None) -> alt.Chart:
    layer = chart.transform_filter(alt.datum[column] == style)
    plain = isinstance(layer.mark, str)
    mark: Any = alt.MarkDef(layer.mark) if plain else layer.mark.copy(deep=False)
    mark.style = [style + suffix, kind] if kind else style + suffix
    if mark.type == "bar" and mark.size is mark.width is alt.Undefined:
        mark.size = 10 if style.startswith("context") else 18
    layer.mark = mark
    return layer


def dots(source: pd.DataFrame) -> list[alt.Chart]:
    """The readings as dots, ranges as longer ones, and bounds with an arrow that goes on."""
    points = alt.Chart().transform_filter("!datum.ranged").mark_point()
    return [*ranges(source), *arrows(source), *by_style(source["style"][~source["ranged"]], points)]


def bars(source: pd.DataFrame) -> list[alt.Chart]:
    """The readings as bars from zero to what is at least so, ranges and bounds going on."""
    ahead = source[source["open"] * source["value"] > 0]  # the other arrows would lie in their bars
    whole = [*arrows(ahead), *by_style(source["style"], alt.Chart().mark_bar()), *ranges(source)]
    return [*whole, *nothing(source)]


def nothing(source: pd.DataFrame) -> list[alt.Chart]:
    """A value of zero as a stroke at zero, where a bar would have no width."""
    tick = alt.Chart().transform_filter("datum.value == 0 && datum.low == datum.high")
    tick = tick.mark_tick(orient="vertical", size=18, thickness=3)
    return by_style(source["style"][(source["value"] == 0) & ~source["ranged"]], tick)


def ranges(source: pd.DataFrame) -> list[alt.Chart]:
    """A range as a dot that is stretched from its low to its high end."""
    bar = alt.Chart().transform_filter("datum.ranged").mark_bar(size=9, cornerRadius=4.5)
    bar = bar.encode(alt.X(f"low:{tables.type_of(source)}"), alt.X2("high"))
    return by_style(source["style"][source["ranged"]], bar, kind="range")


def arrows(source: pd.DataFrame) -> list[alt.Chart]:
    """A bound as an arrow from its mark, in the direction that it leaves open."""
    found = []
    for way, angle in ((1, 0), (-1, 180)):
        arrow = alt.Chart().transform_filter(alt.datum.open == way)
        arrow = arrow.mark_point(
            shape=ARROW, size=400, angle=angle, filled=False, strokeDash=[1, 0], opacity=1
        )
        found += by_style(source["style"][source["open"] == way], arrow, "-line", "bound")
    return found


def gaps(source: pd.DataFrame) -> list[alt.Chart]:
    """A dotted line from what was asked and missed to the nearest value that is allowed."""
    missed = (source["role"] == "asked") & (source["verdict"] != "Holds") & source["edge"].notna()
    asked = (alt.datum.role == "asked") & (alt.datum.verdict != "Holds")
    line = alt.Chart().transform_filter(asked).mark_rule(style="gap").encode(alt.X2("edge"))
    return [line] if missed.any() else []


def said_band(claim: Claim, name: str = "x") -> list[alt.Chart]:
    """The band of what a stated range, bound or month allows, across `x` or up `y`."""
    stated, upright = claim.stated, name == "y"
    if not stated or stated.kind == "fact" or not (stated.bound or stated.low < stated.high):
        return []
    kind = "T" if stated.kind == "date" else "Q"
    ends = (alt.Y, alt.Y2, alt.Y2Value) if upright else (alt.X, alt.X2, alt.X2Value)
    first, second, last = ends
    whole = (
        (alt.XValue(0), alt.X2Value("width")) if upright else (alt.YValue(0), alt.Y2Value("height"))
    )
    band = alt.Chart(tables.stated(claim)).mark_rect(style="said-band")
    if not stated.bound or tables.is_period(stated):
        return [band.encode(first(f"min(low):{kind}"), second("max(high)"), *whole)]
    ahead = (tables.UP[stated.relation] * stated.direction > 0) != upright
    far: Any = ("height" if upright else "width") if ahead else 0
    return [band.encode(first(f"said:{kind}"), last(far), *whole)]
