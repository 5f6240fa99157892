"""The look: named colours for light and dark, type, and two frames, one of them for phones."""

from dataclasses import dataclass
from typing import Any, NamedTuple


class Look(NamedTuple):
    """How a verdict looks: its colour in light and in dark, and the shape of its sign."""

    light: str
    dark: str
    sign: str


# The sign of a verdict is a path in a square of 16, so that no font decides how it looks and no
# meaning rests on colour alone.
_VERDICTS = {
    "holds": Look("#0f6e63", "#4cc3b0", "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z"),
    "nearly": Look(
        "#4d7c1e",
        "#a3cf62",
        "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM8 3.8a4.2 4.2 0 1 1 0 8.4z",
    ),
    "misplaced": Look(
        "#6a45a6",
        "#b79cf0",
        "M8 1l7 7-7 7-7-7zM8 3.8L3.8 8 8 12.2 12.2 8z",
    ),
    "fails": Look(
        "#b0271f",
        "#ff8a80",
        "M3.6 2L8 6.4 12.4 2 14 3.6 9.6 8l4.4 4.4-1.6 1.6L8 9.6 3.6 14 2 12.4 6.4 8 2 3.6z",
    ),
    "unsettled": Look(
        "#646b76",
        "#9aa3ad",
        "M5 5.6C5 3.4 6.4 2 8.2 2S11.4 3.3 11.4 5c0 2.3-2.4 2.6-2.4 4.6H7c0-2.9 2.3-3.3 2.3-4.5"
        "C9.3 4.4 8.9 3.9 8.2 3.9S7 4.5 7 5.6zM7 11.6h2.1V14H7z",
    ),
    "opinion": Look(
        "#646b76",
        "#9aa3ad",
        "M2 9c0-3 1.5-5 4.5-6v2C5.2 5.6 4.6 6.4 4.6 7.3H6.5V12H2z"
        "M9.5 9c0-3 1.5-5 4.5-6v2c-1.3.6-1.9 1.4-1.9 2.3H14V12H9.5z",
    ),
    "forecast": Look(
        "#646b76",
        "#9aa3ad",
        "M1.5 7h8.7L7 3.8 8.4 2.4 14 8l-5.6 5.6L7 12.2 10.2 9H1.5z",
    ),
}
SIGNS = {name: look.sign for name, look in _VERDICTS.items()}

# Each role of colour, (light, dark). Pages and charts use the names; only this file knows colours.
# Text stands at least 4.5:1 and marks at least 3:1 against both grounds, paper and card.
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
    "on-context": ("#1c1f23", "#15181c"),  # words that stand in a bar of the colour above
    **{name: (look.light, look.dark) for name, look in _VERDICTS.items()},
}
# With forced colours, the reader's own: marks differ by shape and word, never by colour alone.
FORCED = {
    "paper": "Canvas",
    "card": "Canvas",
    "rule": "GrayText",
    "said-ground": "Canvas",
    "record": "LinkText",
    "context": "GrayText",
    "on-context": "Canvas",
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


def colour(role: str) -> str:
    """A role's colour as a CSS variable, which follows the page's light, dark or forced colours."""
    return f"var(--{role})"


def fixed(text: str, scheme: str = "light") -> str:
    """A text with real colours in place of the variables, for what leaves the site."""
    for role, shades in COLOURS.items():
        text = text.replace(colour(role), shades[scheme == "dark"])
    return text


def stylesheet() -> str:
    """The colours as CSS: light, dark, dark without scripts, forced, print, and each verdict's."""

    def block(shade: int) -> str:
        return "".join(f"--{role}:{shades[shade]};" for role, shades in COLOURS.items())

    light, dark = f"color-scheme:light;{block(0)}", f"color-scheme:dark;{block(1)}"
    forced = "".join(f"--{role}:{FORCED.get(role, 'CanvasText')};" for role in COLOURS)
    scheme = "[data-md-color-scheme]"
    return (
        f":root,[data-md-color-scheme=default]{{{light}}}\n"
        f"[data-md-color-scheme=slate]{{{dark}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{.no-js {scheme}{{{dark}}}}}\n"
        f"@media print{{:root,{scheme}{{{light}}}}}\n"
        f"@media (forced-colors:active){{:root,{scheme}{{{forced}}}}}\n"
        + "".join(f".{name}{{--verdict:{colour(name)}}}\n" for name in SIGNS)
    )


def config(frame: Frame) -> dict[str, Any]:
    """The Vega-Lite configuration of a chart: type, quiet axes, and the styles of marks by name."""
    return {
        "background": None,
        "font": FONT,
        "padding": 0,
        "view": {
            "stroke": None,
            "continuousWidth": frame.width,
            "discreteWidth": frame.width,
        },
        "axis": {
            "labelFont": FONT,
            "labelFontSize": SMALLEST,
            "labelColor": colour("muted"),
            "labelPadding": 6,
            "titleFont": FONT,
            "titleFontSize": SMALLEST,
            "titleColor": colour("muted"),
            "titleFontWeight": "normal",
            "grid": True,
            "gridColor": colour("rule"),
            "gridWidth": 1,
            "domain": False,
            "ticks": False,
            "title": None,
        },
        "legend": {
            "orient": "top",
            "title": None,
            "labelFont": FONT,
            "labelFontSize": 13,
            "labelColor": colour("ink"),
            "symbolSize": 110,
            "symbolStrokeWidth": 2,
            "columnPadding": 14,
            "padding": 0,
            "offset": 8,
        },
        # A series has a shape too. The first is what the chart is about; the diamond is the said's.
        "range": {
            "category": [colour("record"), *[colour("context")] * 5],
            "symbol": ["circle", "square", "triangle-up", "cross", "triangle-down", "stroke"],
        },
        "text": {"font": FONT, "fontSize": 13, "baseline": "middle"},
        "rule": {"opacity": 1},
        "style": _styles(),
    }


def _styles() -> dict[str, dict[str, Any]]:
    """The styles of marks; `color` is the fill of a dot, a bar or a text, and a line's stroke."""
    ink, muted, rule, card = (colour(role) for role in ("ink", "muted", "rule", "card"))
    said, record, context = (colour(role) for role in ("said", "record", "context"))
    halo = {"stroke": card, "strokeWidth": 4, "strokeJoin": "round"}
    dot = {"opacity": 1, "filled": True}
    hollow = {"color": card, "stroke": record, "strokeWidth": 2.5, "size": 130, **dot}
    asked = {"color": record, "stroke": record, "strokeWidth": 2, "size": 150, **dot}
    sign = {"size": 150, "filled": False, "opacity": 1}
    return {
        "said-rule": {"color": said, "strokeWidth": 2.5},
        "said-edge": {"color": said, "strokeWidth": 1.25},
        "said-band": {"color": said, "opacity": 0.18},
        "said-mark": {"shape": "diamond", "size": 110, "color": said, **dot},
        "said-text": {"color": said, "fontWeight": "bold", **halo},
        "session": {"color": record, "opacity": 0.1},  # from the lowest to the highest of a day
        "fill": {"color": record, "opacity": 0.12},  # between a line and zero
        "asked": asked,
        "subject": {**asked, "size": 90},  # what a chart is about, where nothing is asked of it
        "asked-hollow": hollow,  # what is asked, as it was planned
        "rival": hollow,
        "context": {"color": context, "stroke": context, "size": 70, **dot},
        "asked-text": {"color": ink, "fontWeight": "bold", **halo},
        "rival-text": {"color": ink, **halo},
        "subject-text": {"color": ink, **halo},
        "context-text": {"color": muted, **halo},
        # The name of a line at its end.
        "asked-name": {"color": record, "fontWeight": "bold", **halo},
        "rival-name": {"color": record, **halo},
        "subject-name": {"color": record, "fontWeight": "bold", **halo},
        "context-name": {"color": muted, **halo},
        # Words in a bar need no halo.
        "asked-in-text": {"color": card, "fontWeight": "bold"},
        "rival-in-text": {"color": ink},
        "subject-in-text": {"color": card},
        "context-in-text": {"color": colour("on-context")},
        "asked-line": {"color": record, "strokeWidth": 3.5},
        "rival-line": {"color": record, "strokeWidth": 2.5, "strokeDash": [5, 3]},
        "subject-line": {"color": record, "strokeWidth": 2.5},
        "context-line": {"color": context, "strokeWidth": 2},
        "edged": {"stroke": card, "strokeWidth": 1.5},  # one mark that lies on another is seen
        "context-hollow": {"color": card, "stroke": context, "strokeWidth": 2, "size": 70, **dot},
        "context-hollow-line": {"color": context, "strokeWidth": 2},
        "asked-sign": {"color": record, "strokeWidth": 3, **sign},
        "rival-sign": {"color": record, "strokeWidth": 1.5, **sign},
        "context-sign": {"color": context, "strokeWidth": 2, **sign},
        # These look like what they stand on, and tell the legend what they are.
        **{name: {} for name in ("range", "hours", "squares", "bound", "planned", "yes", "no")},
        "tick-text": {"color": muted, "fontSize": SMALLEST},
        "word": {"color": context, "strokeWidth": 4, "opacity": 0.35},  # a word's length, no more
        "chip": {"color": card, "filled": True, "opacity": 1},  # a sign on its verdict's colour
        "chip-text": {"color": card, "fontSize": SMALLEST, "fontWeight": "bold"},
        "grid": {"color": rule, "strokeWidth": 1},
        "row": {"color": card, "opacity": 0},
        "track": {"color": rule, "opacity": 0.6},
        "leader": {"color": context, "strokeWidth": 1},
        "zero": {"color": muted, "strokeWidth": 1},
        "gap": {
            "color": record,
            "strokeWidth": 1.5,
            "strokeDash": [1.5, 4],
            "strokeCap": "round",
        },
    }
