"""Where labels stand in a plane, around their marks: Python chooses, and hands Vega the offsets.

To choose, it must know about where Vega will draw, so it works out how far along its scale each
mark stands. Nothing is ever drawn there: a mark's place comes from its scale alone. For a value in
a row, see `beside`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from charts import labels
from charts.labels import LINE

GOOD = 12  # what a good place costs less than
HALO = 2  # px round a label in which its ground covers a line
MOST = 40  # px that a label may stand from beside its mark

Box = tuple[float, float, float, float]  # left, top, right, bottom, in px


@dataclass(frozen=True)
class Offer:
    """A place for a label: so many px beside its mark, over (-1) or under it (1), moved down."""

    dx: float
    align: str
    over: int = 0
    down: float = 0

    def dy(self, tall: float) -> float:
        """How far below the mark the middle of a label of this height stands."""
        return self.down + self.over * (tall / 2 + 8)


RIGHT, LEFT, ABOVE, BELOW = (
    Offer(12, "left"),
    Offer(-12, "right"),
    Offer(0, "center", -1),
    Offer(0, "center", 1),
)
CORNERS = tuple(
    Offer(dx, align, over) for dx, align in ((8, "left"), (-8, "right")) for over in (-1, 1)
)
SPREAD = tuple(
    Offer(dx, "center", over) for dx in (0, -14, 14, -24, 24, -31, 31, -38, 38) for over in (-1, 1)
)
SIDES = (ABOVE, BELOW, RIGHT, LEFT)
AROUND = (*SIDES, *CORNERS)
DOWN = tuple(Offer(12, "left", 0, way * step) for step in range(0, MOST + 1, 4) for way in (1, -1))


def along(value: Any, domain: Sequence[Any], length: float) -> float:
    """How far along a scale of so many px a value or a moment stands; one alone in the middle, as
    Vega has it.
    """
    if domain[0] == domain[-1]:
        return length / 2
    return float((value - domain[0]) / (domain[-1] - domain[0])) * length


def spaced(moments: Sequence[Any], domain: Sequence[Any], length: float, apart: float) -> list[Any]:
    """The moments that an axis can name: the first, the last, and those between with room."""
    chosen: list[Any] = []
    ordered = sorted(set(moments))
    for moment in (ordered[0], *ordered[:0:-1]):
        if all(
            abs(along(moment, domain, length) - along(other, domain, length)) >= apart
            for other in chosen
        ):
            chosen.append(moment)
    return sorted(chosen)


def spread(middles: Sequence[float], talls: Sequence[float]) -> list[float]:
    """How far down each label of a column moves so that none lies on another: as little as can be.

    `middles` are where they would like to stand, in px, and `talls` how tall they are.
    """
    order = sorted(range(len(middles)), key=middles.__getitem__)
    need, below = dict[int, float](), 0.0  # how far a label's middle is below the first one's
    for index, above in zip(order, [None, *order], strict=False):
        below += (talls[index] + talls[above]) / 2 if above is not None else 0
        need[index] = below
    blocks: list[list[int]] = []  # labels that touch, and move as one

    def start(block: list[int]) -> float:
        return sum(middles[index] - need[index] for index in block) / len(block)

    for index in order:
        blocks.append([index])
        while len(blocks) > 1 and start(blocks[-2]) > start(blocks[-1]):
            last = blocks.pop()
            blocks[-1] += last
    moved = {
        index: start(block) + need[index] - middles[index] for block in blocks for index in block
    }
    return [moved[index] for index in range(len(middles))]


def text(column: str) -> alt.Chart:
    """A layer of the labels that rows have, at the offsets that the table holds for them."""
    words = alt.Chart().transform_filter(f"datum.{column}")
    words = words.mark_text(
        align=alt.expr("datum.align"),
        dx=alt.expr("datum.dx"),
        dy=alt.expr("datum.dy"),
        lineBreak="\n",
        lineHeight=LINE,
    )
    layer: alt.Chart = words.encode(text=alt.Text(f"{column}:N"))
    return layer


# ---------------------------------------------------------------- around a mark


@dataclass(frozen=True)
class Label:
    """Words that want a place near the point `x`, `y` of a `mark`; if not `needed`, they may go."""

    words: str
    x: float
    y: float
    mark: Box
    bold: bool = False
    offers: Sequence[Offer] = AROUND
    needed: bool = True

    @cached_property
    def size(self) -> tuple[float, float]:
        """How wide and how tall the words are."""
        return labels.room([self.words], self.bold), labels.height(self.words)

    def dy(self, offer: Offer) -> float:
        """How far below the mark the first line stands, by which Vega hangs the words."""
        tall = self.size[1]
        return offer.dy(tall) - (tall - LINE) / 2

    def box(self, offer: Offer) -> Box:
        """What the words cover at a place."""
        wide, tall = self.size
        left = self.x + offer.dx - {"left": 0, "center": wide / 2, "right": wide}[offer.align]
        middle = self.y + offer.dy(tall)
        return left, middle - tall / 2 + 1, left + wide, middle + tall / 2 - 1


@dataclass
class Plot:
    """A picture in px: its edges, marks, the labels that stand, and lines, which may be crossed."""

    edges: Box
    marks: list[Box]
    taken: list[Box] = field(default_factory=list)
    lines: np.ndarray = field(default_factory=lambda: np.empty((0, 2)))  # points, 3 px apart
    walls: list[float] = field(default_factory=list)  # heights that no label may leave its mark by
    worst: float = 0  # what the worst place that was given to a label costs

    def line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Note a line between two points."""
        steps = int(max(abs(end[0] - start[0]), abs(end[1] - start[1])) // 3) + 2
        self.lines = np.vstack([self.lines, np.linspace(start, end, steps)])

    def cost(self, box: Box, own: Box) -> float:
        """How bad a place is: out of the picture, on a label, near another mark, over lines."""
        left, top, right, bottom = self.edges
        out = box[0] < left or box[1] < top or box[2] > right or box[3] > bottom
        others = [mark for mark in self.marks if mark != own]
        covered = sum(_meet(box, other) for other in (*self.taken, *others))
        near = any(_meet(box, mark, 5) for mark in others)
        crossed = (self.lines > (box[0] - 1, box[1] - 1)) & (self.lines < (box[2] + 1, box[3] + 1))
        return 1000 * out + 100 * covered + 25 * near + int(crossed.all(axis=1).sum())

    def covers(self, box: Box) -> bool:
        """True where a label stands on a box."""
        return any(_meet(box, other) for other in self.taken)

    def costs(self, one: Label) -> dict[Offer, float]:
        """How bad each place for a label is; what is moved far from its mark is a little worse."""
        found = {}
        for offer in one.offers:
            box = one.box(offer)
            moved = 0.3 * abs(offer.dx) * (offer.align == "center")
            far = 1000 * (abs(one.dy(offer)) > MOST)
            found[offer] = self.cost(box, one.mark) + 150 * self.beyond(one, box) + moved + far
        return found

    def beyond(self, one: Label, box: Box) -> bool:
        """True when a wall runs through a box, or between it and the label's mark."""
        middle = (box[1] + box[3]) / 2
        return any(
            box[1] - HALO < wall < box[3] + HALO
            or (abs(wall - one.y) > 3 and (middle < wall) != (one.y < wall))
            for wall in self.walls
        )

    def freedom(self, one: Label) -> int:
        """How many good places a label has."""
        return sum(cost < GOOD for cost in self.costs(one).values())

    def settle(self, found: Sequence[Label], good: float = GOOD) -> pd.DataFrame:
        """The best place for each label, in order: `label` (or nothing), `dx`, `dy` and `align`.

        Words that may go have a place only where it costs less than `good`.
        """
        rows = []
        for one in found:
            costs = self.costs(one)
            offer = min(costs, key=costs.__getitem__)
            if not one.needed and costs[offer] >= good:
                rows.append({"label": "", "dx": 0.0, "dy": 0.0, "align": "left"})
                continue
            self.worst = max(self.worst, costs[offer])
            left, top, right, bottom = one.box(offer)
            self.taken.append((left - 3, top - 2, right + 3, bottom + 2))
            place = {"dx": offer.dx, "dy": one.dy(offer), "align": offer.align}
            rows.append({"label": one.words, **place})
        return pd.DataFrame(rows, columns=["label", "dx", "dy", "align"])


def _meet(one: Box, other: Box, near: float = 0) -> bool:
    left, top, right, bottom = other[0] - near, other[1] - near, other[2] + near, other[3] + near
    return one[0] < right and left < one[2] and one[1] < bottom and top < one[3]
