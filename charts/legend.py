"""What a reader must know to read a chart: which kinds of mark are really in it."""

from collections.abc import Iterator
from typing import Any

from charts import svg
from charts.drawn import PARTS

# What marks of a style stand for. In a legend, bars and lines of it are kinds of their own.
ROLES = {
    "asked": ("asked", "asked-line"),
    "asked-planned": ("asked-hollow",),
    "rival": ("rival", "rival-line"),
    "context": ("context", "context-line"),
    "planned": ("context-hollow", "context-hollow-line"),
    "subject": ("subject", "subject-line"),
}
SHAPES = {"bar": "-bar", "rect": "-bar", "line": "-line", "rule": "-line", "tick": "-line"}
# What marks of a style are, whatever they look like.
PLAIN = {
    "said-rule": "said",
    "said-mark": "said",
    "said-band": "said-band",
    "gap": "gap",
    "session": "session",
}
SIGNS = ("bound", "yes", "no")
LEGEND = (
    "said",
    "said-band",
    *(f"{role}{shape}" for role in ROLES for shape in ("", "-bar", "-line")),
    "range",
    "hours",
    "session",
    "gap",
    *SIGNS,
)


def legend_of(spec: dict[str, Any], drawing: str) -> tuple[str, ...]:
    """The kinds of mark that a drawing shows, in reading order, from its specification and the SVG
    that a converter made of it.

    A style counts when the drawing has a mark of its layer: what a filter or an empty table leaves
    out of the picture is left out here.
    """
    groups = [part for part in svg.parts(drawing, "g") if "role-mark" in part.get("class", "")]
    drawn = [part.get("class", "").split()[-1] for part in groups if len(part)]
    found: set[str] = set()
    for name, layer in layers(spec):
        if any(group.startswith(f"{name}_") for group in drawn):
            found |= set(_kinds(layer["mark"]))
    return tuple(kind for kind in LEGEND if kind in found)


def layers(spec: dict[str, Any], name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Each layer that has marks, with the name that Vega-Lite gives their group."""
    if "mark" in spec:
        yield name, spec
    for kind in PARTS:
        for index, part in enumerate(spec.get(kind, ())):
            yield from layers(part, f"{name}_{kind.lstrip('hv')}_{index}".lstrip("_"))


def _kinds(mark: dict[str, Any] | str) -> Iterator[str]:
    """What the marks of a layer are: a sign of their own, or a role in some shape."""
    look = mark if isinstance(mark, dict) else {"type": mark}
    style: str | list[str] = look.get("style", [])
    styles = {style} if isinstance(style, str) else {*style}
    yield from (PLAIN[one] for one in styles if one in PLAIN)
    if signs := styles.intersection(SIGNS):
        yield from signs
        return
    shape = "-bar" if "squares" in styles else SHAPES.get(look["type"], "")
    for role in (role for role, its in ROLES.items() if styles.intersection(its)):
        if "planned" in styles:
            yield "asked-planned" if role == "asked" else "planned"
        elif "range" in styles or "hours" in styles:
            yield from (role, "range" if "range" in styles else "hours")
        else:
            yield f"{role}{shape}"
