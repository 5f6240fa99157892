"""Links in a drawing: what shows a reading leads to its row, by finger, by mouse and from keys."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from charts import extents
from charts.drawn import PARTS, Spec
from charts.extents import Box, Link

FINGER = 24  # px that a finger needs
ROOM = 4  # px around what is seen that lead to its row too
OF_MANY = ("line", "area")  # marks that show several readings

# ---------------------------------------------------------------- in a specification


def linked(
    spec: Spec,
    tables: Mapping[str, Any] | None = None,
    rows: Sequence[Mapping[str, Any]] = (),
) -> Spec:
    """The specification with a link on each mark whose table has a column `href`.

    What is counted together leads to the first of those that are counted.
    """
    tables = tables or spec.get("datasets", {})
    data = spec.get("data", {})
    rows = data.get("values") or tables.get(data.get("name"), rows)
    made = dict(spec)
    for kind in (kind for kind in PARTS if kind in spec):
        made[kind] = [linked(part, tables, rows) for part in spec[kind]]
    if "mark" not in spec or not rows or "href" not in rows[0]:
        return made
    mark = spec["mark"] if isinstance(spec["mark"], dict) else {"type": spec["mark"]}
    if mark["type"] in OF_MANY or "href" in spec.get("encoding", {}):
        return made
    whence, steps = "datum.href", []
    for step in spec.get("transform", ()):
        if "aggregate" in step:
            whence, every = "datum.every[0].href", {"op": "values", "as": "every"}
            steps.append({**step, "aggregate": [*step["aggregate"], every]})
        else:
            steps.append(step)
    found = {**made, "mark": {**mark, "href": {"expr": whence}}}
    return {**found, "transform": steps} if steps else found


def names_of(spec: Spec) -> dict[str, str]:
    """What a link to a row of the page is called, by its address: the reading and its value."""
    rows = (row for table in spec.get("datasets", {}).values() for row in table)
    here = (row for row in rows if "reading" in row and row.get("href", "").startswith("#"))
    return {row["href"]: f"{row['reading']}: {row['text']}" for row in here}


# ---------------------------------------------------------------- in a drawing


def make_reachable(root: Element, names: Mapping[str, str]) -> None:
    """Make one stop of the tab key for each name, with that name, as large as a finger needs.

    All other links double one of these, or one beside the drawing, and are none.
    """
    found: dict[str, list[Link]] = {}
    for link in extents.links(root):
        link.element.set("tabindex", "-1")
        found.setdefault(link.element.get("href", ""), []).append(link)
    stops = {address: sorted(found[address], key=_rank) for address in names if address in found}
    for address, own in stops.items():
        others = [link.box for other in stops if other != address for link in stops[other]]
        left, top, right, bottom = _target([link.box for link in own], others)
        x, y = own[0].origin
        size = {"x": left - x, "y": top - y, "width": right - left, "height": bottom - top}
        spot = {name: f"{value:.0f}" for name, value in size.items()}
        stop = own[0].element
        stop.insert(0, Element("rect", spot))  # which the pages' style makes felt and not seen
        stop.set("aria-label", names[address])
        del stop.attrib["tabindex"]
    if stops:
        _hush(root)
    else:
        root.attrib.update({"aria-hidden": "true", "focusable": "false"})


def _rank(link: Link) -> int:
    """Which link of a reading is its stop: a mark, before lines beside it, before words."""
    return ("path", "line", "text").index(link.element[0].tag)


def unlink(root: Element) -> None:
    """Take the links out of a drawing, and leave what they hold."""
    for part in [*root.iter()]:
        for place, link in reversed([*enumerate(part)]):
            if link.tag == "a":
                part[place : place + 1] = [shape for shape in link if shape.tag != "rect"]


def _hush(part: Element) -> None:
    """Hide from those who hear a drawing what is no stop: axes, and what doubles a stop."""
    for child in part:
        if child.tag == "a" and "aria-label" in child.attrib:
            continue
        if any("aria-label" in link.attrib for link in child.iter("a")):
            _hush(child)
        elif child.tag in ("a", "g", "text"):
            child.set("aria-hidden", "true")


def _target(own: Sequence[Box], others: Sequence[Box]) -> Box:
    """All that shows a reading, or its first part where others lie between, and room around it.

    The room ends half-way to what shows another reading.
    """
    box = extents.around(own)
    if any(extents.meet(box, other) > extents.meet(own[0], other) for other in others):
        box = own[0]
    large = [*box]
    for low, high in ((0, 2), (1, 3)):
        room = max(ROOM, (FINGER - (box[high] - box[low])) / 2)
        large[low], large[high] = box[low] - room, box[high] + room
    for other in others:
        gaps = [max(other[n] - box[n + 2], box[n] - other[n + 2]) for n in (0, 1)]
        n = 0 if gaps[0] > gaps[1] else 1
        if gaps[n] < 0 or not extents.meet((large[0], large[1], large[2], large[3]), other):
            continue
        if other[n] >= box[n + 2]:
            large[n + 2] = min(large[n + 2], box[n + 2] + gaps[n] / 2)
        else:
            large[n] = max(large[n], box[n] - gaps[n] / 2)
    return large[0], large[1], large[2], large[3]
