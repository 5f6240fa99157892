"""SVG as a tree: what a converter wrote is tidied for a page, and pictures are built from elements.

Only attributes are ever changed. The words of a drawing are a tree's text, and stay as they are.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from charts import links, theme

NAMESPACE = "http://www.w3.org/2000/svg"
GEOMETRY = frozenset(
    (
        "cx",
        "cy",
        "d",
        "height",
        "r",
        "rx",
        "ry",
        "transform",
        "width",
        "x",
        "x1",
        "x2",
        "y",
        "y1",
        "y2",
    )
)
# What the converter says of every mark and a page knows anyhow; the root says the font for all.
IDLE = {("opacity", "1"), ("pointer-events", "none"), ("font-family", theme.FONT)}
BASE = "https://vega.github.io/vega-datasets/"  # which the converter puts before links of ours
LONG = 600  # letters of a line of many points
UNSEEN = ("background", "foreground")  # the grounds of groups, where nothing paints them
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


@dataclass(frozen=True)
class Drawing:
    """An SVG to stand inside a page, and its size in px."""

    svg: str
    width: float
    height: float


def element(tag: str, text: str = "", /, **attributes: object) -> Element:
    """A new element; `_` in the name of an attribute stands for `-`, and numbers are kept short."""
    shown = {name.replace("_", "-"): _shown(value) for name, value in attributes.items()}
    made = Element(tag, shown)
    made.text = text or None
    return made


def group(x: float, y: float, *parts: Element) -> Element:
    """Elements that are moved together."""
    moved = element("g", transform=f"translate({_shown(x)} {_shown(y)})")
    moved.extend(parts)
    return moved


def words(text: str, x: float, y: float, size: float, role: str, **attributes: object) -> Element:
    """A line of text in the site's type, in the colour of a role."""
    style = {"font_family": theme.FONT, "font_size": size, "fill": theme.colour(role)}
    return element("text", text, x=x, y=y, **{**style, **attributes})


def sign(verdict: str, x: float, y: float, scale: float = 1) -> Element:
    """The sign of a verdict, whose square of 16 px, or of 16 times `scale`, begins at a place."""
    name = verdict.lower()
    place = f"translate({_shown(x)} {_shown(y)})" + (f" scale({scale:g})" if scale != 1 else "")
    look = {"d": theme.SIGNS[name], "fill": theme.colour(name), "fill_rule": "evenodd"}
    return element("path", transform=place, **look)


def picture(width: float, height: float, ground: str, *parts: Element, title: str = "") -> str:
    """A whole SVG that stands alone, on a ground, in the fixed colours of the light scheme."""
    root = element("svg", xmlns=NAMESPACE, viewBox=f"0 0 {_shown(width)} {_shown(height)}")
    root.attrib.update({"width": _shown(width), "height": _shown(height)})
    if title:
        root.set("role", "img")
        root.append(element("title", title))
    root.append(element("rect", width="100%", height="100%", fill=theme.colour(ground)))
    root.extend(parts)
    for part in root.iter():
        for name, value in part.items():
            part.set(name, theme.fixed(value))
    return _written(root)


def tidied(svg: str, prefix: str, names: Mapping[str, str] | None = None) -> Drawing:
    """What a converter wrote as a `Drawing`: unique ids, short numbers, nothing said but its words.

    `names` are what its links are called, by their address. Readers who do not see get the words
    beside it, so that all else in the drawing is hidden from them.
    """
    root = _read(svg)
    for part in root.iter():
        for child in [child for child in part if _unseen(child)]:
            part.remove(child)
        for name, value in [*part.items()]:
            if name in ("class", "role", "version") or name.startswith("aria-"):
                del part.attrib[name]
            elif name == "id":
                part.set(name, f"{prefix}-{value}")
            elif name == "href" and value.startswith(BASE):
                part.set(name, value.removeprefix(BASE))
            elif name == "href" and value.startswith("#"):
                part.set(name, f"#{prefix}-{value[1:]}")
            elif value.startswith("url(#"):
                part.set(name, f"url(#{prefix}-{value[5:]}")
            elif (name, value) in IDLE:
                del part.attrib[name]
            elif name in GEOMETRY:
                part.set(name, _light(value))
        if part.tag == "text" and "stroke" in part.attrib:
            # The halo that keeps labels readable over lines lies under the letters, not over them.
            part.set("paint-order", "stroke")
    root.set("font-family", theme.FONT)
    links.make_reachable(root, names or {})
    return Drawing(_written(root), float(root.get("width", 0)), float(root.get("height", 0)))


def _unseen(part: Element) -> bool:
    """True for a ground that nothing paints, and for a link without words."""
    if part.tag == "a":
        return part[0].tag == "text" and not "".join(part.itertext())
    return part.get("class") in UNSEEN and not {"fill", "stroke"}.intersection(part.attrib)


def placed(drawing: Drawing, x: float, y: float, scale: float = 1) -> Element:
    """A drawing as a part of a larger picture, from its left upper corner on, without its links."""
    root = _read(drawing.svg)
    links.unlink(root)
    size = {"width": drawing.width * scale, "height": drawing.height * scale}
    for name, value in {"x": x, "y": y, **size}.items():
        root.set(name, _shown(value))
    return root


def _read(svg: str) -> Element:
    """The tree of an SVG, its tags and attributes without namespaces but for the root's own."""
    root = ElementTree.fromstring(svg)  # noqa: S314  # the project's own drawing
    for part in root.iter():
        part.tag = part.tag.rpartition("}")[2]
        for name in [name for name in part.attrib if name.startswith("{")]:
            part.set(name.rpartition("}")[2], part.attrib.pop(name))
    root.attrib = {"xmlns": NAMESPACE, **root.attrib}
    return root


def _written(root: Element) -> str:
    return ElementTree.tostring(root, encoding="unicode", short_empty_elements=True)


def _light(geometry: str) -> str:
    """The numbers of a path or a place, rounded to a hundredth of a px, or to a tenth in a line of
    many points, which nobody sees.
    """
    places = 1 if len(geometry) > LONG else 2
    return _NUMBER.sub(lambda number: _shown(float(number[0]), places), geometry)


def _shown(value: object, places: int = 2) -> str:
    if not isinstance(value, int | float):
        return str(value)
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def parts(svg: str, tag: str) -> Iterator[Element]:
    """Each element of one kind in an SVG, in its order."""
    return _read(svg).iter(tag)


def without_words(drawing: Drawing) -> str:
    """A drawing as its marks alone, for a thumbnail: nothing to read, nothing to follow."""
    root = _read(drawing.svg)
    links.unlink(root)
    for part in [*root.iter()]:
        for name in ("id", "clip-path"):
            part.attrib.pop(name, None)
        for child in [child for child in part if child.tag in ("text", "title")]:
            part.remove(child)
    root.set("aria-hidden", "true")
    root.set("focusable", "false")
    return _written(root)
