"""The look: named colours for light and dark, type, and the two frames, one wide and one for phones."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

# Each role of colour, (light, dark). Pages and charts use the names; only this table knows the colours.
# Text roles stand at least 4.5:1 and mark roles at least 3:1 against both grounds, paper and card.
COLOURS = {
    "paper": ("#fbfaf6", "#15181c"),
    "card": ("#ffffff", "#1c2026"),
    "ink": ("#1c1f23", "#ebe8e1"),
    "muted": ("#5c636c", "#a2a9b2"),
    "rule": ("#e4dfd3", "#31363d"),
    "said": ("#a8500b", "#f2a65a"),
    "said-ground": ("#fdf1e1", "#2b221a"),
    "record": ("#1f4e8c", "#86b6f2"),
    "context": ("#7d8998", "#7f8b99"),
    "holds": ("#0f6e63", "#4cc3b0"),
    "nearly": ("#4d7c1e", "#a3cf62"),
    "misplaced": ("#6a45a6", "#b79cf0"),
    "fails": ("#b0271f", "#ff8a80"),
    "unsettled": ("#646b76", "#9aa3ad"),
    "opinion": ("#646b76", "#9aa3ad"),
    "forecast": ("#646b76", "#9aa3ad"),
}
# With forced colours, the reader's own: marks differ by shape and word, never by colour alone.
FORCED = {"paper": "Canvas", "card": "Canvas", "rule": "GrayText", "said-ground": "Canvas", "record": "LinkText", "context": "GrayText"}

# The shape of each verdict in a square of 16, so that no font decides how it looks and no meaning rests on colour alone.
MARKS = {
    "holds": "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z",
    "nearly": "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM8 3.8a4.2 4.2 0 1 1 0 8.4z",
    "misplaced": "M8 1l7 7-7 7-7-7zM8 3.8L3.8 8 8 12.2 12.2 8z",
    "fails": "M3.6 2L8 6.4 12.4 2 14 3.6 9.6 8l4.4 4.4-1.6 1.6L8 9.6 3.6 14 2 12.4 6.4 8 2 3.6z",
    "unsettled": "M5 5.6C5 3.4 6.4 2 8.2 2S11.4 3.3 11.4 5c0 2.3-2.4 2.6-2.4 4.6H7c0-2.900 2.300-3.300 2.300-4.500C9.300 4.400 8.900 3.900 8.200 3.900S7 4.500 7 5.600zM7 11.600h2.100V14H7z",
    "opinion": "M2 9c0-3 1.500-5 4.500-6v2C5.200 5.600 4.600 6.400 4.600 7.300H6.500V12H2zM9.500 9c0-3 1.500-5 4.500-6v2c-1.300.6-1.900 1.400-1.900 2.300H14V12H9.500z",
    "forecast": "M1.500 7h8.700L7 3.800 8.400 2.400 14 8l-5.600 5.600L7 12.200 10.200 9H1.500z",
}

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
SMALLEST = 12  # px; no text in any chart is smaller


@dataclass(frozen=True)
class Frame:
    """The size that a chart is drawn for: its `name` and its whole width in px."""

    name: str
    width: int

    @property
    def narrow(self) -> bool:
        """True for the drawing that phones show."""
        return self.name == "narrow"


FRAMES = {"wide": Frame("wide", 640), "narrow": Frame("narrow", 288)}
_frame = ContextVar("frame", default=FRAMES["wide"])


def frame() -> Frame:
    """The `Frame` that is being drawn for."""
    return _frame.get()


@contextmanager
def drawing_for(name: str) -> Iterator[Frame]:
    """Draw for a frame, `wide` or `narrow`, within a `with` block."""
    token = _frame.set(FRAMES[name])
    try:
        yield FRAMES[name]
    finally:
        _frame.reset(token)


def colour(role: str) -> str:
    """A role's colour as a CSS variable, which follows the page's light, dark or forced colours."""
    return f"var(--{role})"


def fixed(svg: str, scheme: str = "light") -> str:
    """An SVG with real colours in place of the variables, for pictures that leave the site."""
    for role, shades in COLOURS.items():
        svg = svg.replace(f"var(--{role})", shades[scheme == "dark"])
    return svg


def stylesheet() -> str:
    """The colours as CSS: light, dark, dark without scripts, forced, and print."""

    def block(shade: int) -> str:
        return "".join(f"--{role}:{shades[shade]};" for role, shades in COLOURS.items())

    forced = "".join(f"--{role}:{FORCED.get(role, 'CanvasText')};" for role in COLOURS)
    return (
        f":root,[data-md-color-scheme=default]{{color-scheme:light;{block(0)}}}\n"
        f"[data-md-color-scheme=slate]{{color-scheme:dark;{block(1)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{.no-js [data-md-color-scheme]{{color-scheme:dark;{block(1)}}}}}\n"
        f"@media print{{:root,[data-md-color-scheme]{{color-scheme:light;{block(0)}}}}}\n"
        f"@media (forced-colors:active){{:root,[data-md-color-scheme]{{{forced}}}}}\n"
    )


def config() -> dict[str, Any]:
    """The Vega-Lite configuration of every chart: type, axes without clutter, and the named styles of the marks."""
    record, halo = colour("record"), {"stroke": colour("card"), "strokeWidth": 4, "strokeJoin": "round"}
    return {
        "background": None,
        "font": FONT,
        "padding": 0,
        "view": {"stroke": None, "continuousWidth": frame().width, "discreteWidth": frame().width},
        "axis": {
            "labelFont": FONT,
            "labelFontSize": 12,
            "labelColor": colour("muted"),
            "labelPadding": 6,
            "titleFont": FONT,
            "titleFontSize": 12,
            "titleColor": colour("muted"),
            "titleFontWeight": "normal",
            "grid": True,
            "gridColor": colour("rule"),
            "gridWidth": 1,
            "domain": False,
            "ticks": False,
            "title": None,
        },
        "text": {"font": FONT, "fontSize": 13, "baseline": "middle"},
        "rule": {"opacity": 1},
        "style": {
            # `color` is the fill of a dot, a bar or a text, and the stroke of a line.
            "said-rule": {"color": colour("said"), "strokeWidth": 2.5},
            "said-band": {"color": colour("said"), "opacity": 0.14},
            "said-mark": {"shape": "diamond", "size": 110, "color": colour("said"), "filled": True, "opacity": 1},
            "said-text": {"color": colour("said"), "fontWeight": "bold", **halo},
            "asked": {"color": record, "stroke": record, "strokeWidth": 2, "size": 150, "opacity": 1, "filled": True},
            "rival": {"color": colour("card"), "stroke": record, "strokeWidth": 2.5, "size": 130, "opacity": 1, "filled": True},
            "context": {"color": colour("context"), "stroke": colour("context"), "size": 70, "opacity": 1, "filled": True},
            "asked-text": {"color": colour("ink"), "fontWeight": "bold", **halo},
            "rival-text": {"color": colour("ink"), **halo},
            "context-text": {"color": colour("muted"), **halo},
            "asked-line": {"color": record, "strokeWidth": 3.5},
            "rival-line": {"color": record, "strokeWidth": 2.5, "strokeDash": [5, 3]},
            "context-line": {"color": colour("context"), "strokeWidth": 2},
            "context-hollow": {"color": colour("card"), "stroke": colour("context"), "strokeWidth": 2, "size": 70, "opacity": 1, "filled": True},
            "context-hollow-line": {"color": colour("context"), "strokeWidth": 2},
            "asked-sign": {"color": record, "size": 150, "strokeWidth": 3, "filled": False, "opacity": 1},
            "rival-sign": {"color": record, "size": 150, "strokeWidth": 1.5, "filled": False, "opacity": 1},
            "context-sign": {"color": colour("context"), "size": 150, "strokeWidth": 2, "filled": False, "opacity": 1},
            "tick-text": {"color": colour("muted"), "fontSize": 12},
            "grid": {"color": colour("rule"), "strokeWidth": 1},
            "row": {"color": colour("card"), "opacity": 0},
            "track": {"color": colour("rule"), "opacity": 1},
            "leader": {"color": colour("context"), "strokeWidth": 1},
            "zero": {"color": colour("muted"), "strokeWidth": 1},
            "gap": {"color": record, "strokeWidth": 1.5, "strokeDash": [1.5, 4], "strokeCap": "round"},
        },
    }


def enable() -> None:
    """Make this the theme of charts drawn in a notebook, wide frame."""
    import altair

    def site() -> Any:
        return {"config": config()}

    altair.theme.register("site", enable=True)(site)
