"""What the shapes of an SVG cover, in px from its corner: enough to tell what lies beside what."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from charts import labels

Box = tuple[float, float, float, float]  # left, top, right, bottom
Point = tuple[float, float]
_STEP = re.compile(r"([A-Za-z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_MOVE = re.compile(r"(translate|rotate)\(([^)]*)\)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "A": 7, "C": 6, "Q": 4}  # numbers of a command


@dataclass(frozen=True)
class Link:
    """A link with what it covers, and the place from which its own places are measured."""

    element: Element
    box: Box
    origin: Point


def links(part: Element, at: Point = (0, 0)) -> Iterator[Link]:
    """Each link under an element that holds a shape."""
    moved, _ = _moved(part)
    here = at[0] + moved[0], at[1] + moved[1]
    for child in part:
        if child.tag != "a":
            yield from links(child, here)
        elif len(child):
            yield Link(child, _box(child[0], here), here)


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box around some boxes."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def meet(one: Box, other: Box) -> bool:
    """True when two boxes have room in common."""
    left, top, right, bottom = other
    return one[0] < right and left < one[2] and one[1] < bottom and top < one[3]


def _moved(part: Element) -> tuple[Point, float]:
    """How far an element is moved, and by how many degrees it is turned."""
    found = {
        name: [float(number) for number in numbers.replace(",", " ").split()]
        for name, numbers in _MOVE.findall(part.get("transform", ""))
    }
    x, y, *_ = [*found.get("translate", [0]), 0]
    return (x, y), found.get("rotate", [0])[0]


def _box(shape: Element, at: Point) -> Box:
    """What a shape covers that is measured from a place."""
    (x, y), angle = _moved(shape)
    sin, cos = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    points = [(px * cos - py * sin, px * sin + py * cos) for px, py in _points(shape)]
    across, down = [px + x + at[0] for px, _ in points], [py + y + at[1] for _, py in points]
    return min(across), min(down), max(across), max(down)


def _points(shape: Element) -> list[Point]:
    """Points of a shape between which all of it lies, or very nearly."""
    if shape.tag == "line":
        return [(0, 0), (float(shape.get("x2", 0)), float(shape.get("y2", 0)))]
    if shape.tag == "path":
        return [*_passed(shape.get("d", ""))] or [(0, 0)]
    size = float(shape.get("font-size", "13").removesuffix("px"))
    lines = ["".join(line.itertext()) for line in shape] or [shape.text or ""]
    wide = labels.room(lines, shape.get("font-weight") == "bold", size)
    left = -wide * {"middle": 0.5, "end": 1}.get(shape.get("text-anchor", ""), 0)
    return [(left, -0.8 * size), (left + wide, 0.25 * size + labels.LINE * (len(lines) - 1))]


def _passed(path: str) -> Iterator[Point]:
    """The points that a path passes, and those that its arcs can bulge to."""
    steps: list[tuple[str, list[float]]] = []
    for command, number in _STEP.findall(path):
        if command:
            steps.append((command, []))
        else:
            steps[-1][1].append(float(number))
    x, y = 0.0, 0.0
    for command, numbers in steps:
        kind = command.upper()
        takes = _TAKES.get(kind, 1)
        for first in range(0, len(numbers), takes):
            part = numbers[first : first + takes]
            before = x, y
            base_x, base_y = before if command != kind else (0.0, 0.0)
            x = x if kind == "V" else base_x + part[0 if kind == "H" else -2]
            y = y if kind == "H" else base_y + part[-1]
            yield x, y
            if kind == "A":
                across, down = ((before[0] + x) / 2, part[0]), ((before[1] + y) / 2, part[1])
                yield from ((across[0] + way * across[1], down[0]) for way in (-1, 1))
                yield from ((across[0], down[0] + way * down[1]) for way in (-1, 1))
