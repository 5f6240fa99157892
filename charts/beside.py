"""Where a value stands in its row: before its mark, behind it, in it, or below it.

All marks of a row lie on one line, which the lines of what is said cross. For a plane with marks
anywhere, see `places`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from operator import itemgetter
from typing import Any

from charts import labels
from charts.labels import LEFT, RIGHT, Align


@dataclass(frozen=True)
class Spot:
    """A place for a label: the value that it hangs on (`at`) and its offsets.

    `left` and `right` are where its ends come to stand, and `mark` where its mark ends, in px.
    """

    at: Any
    align: Align
    dx: float
    dy: float
    left: float
    right: float
    mark: float
    inside: bool = False  # in its bar

    def crosses(self, line: float) -> bool:
        """True when a line runs through the label, or between it and its mark."""
        left, right = min(self.left, self.mark + 0.01), max(self.right, self.mark - 0.01)
        return self.left - 3 < line < self.right + 3 or left < line < right


def dot(ends: Mapping[Any, float], wide: float, under: float, way: int, first: int) -> list[Spot]:
    """The places for the value of a dot or a range in a row, the best first.

    `ends` are its first and last value with their px, `under` how far below it a label stands,
    `way` where an arrow goes on from it (-1, 0 or 1), and `first` the better side (-1 or 1).
    """
    (low, left), (high, right) = (pick(ends.items(), key=itemgetter(1)) for pick in (min, max))
    over, back = right + 14 + 22 * (way > 0), left - 14 - 22 * (way < 0)
    after = Spot(high, "left", over - right, 0, over, over + wide, right)
    before = Spot(low, "right", back - left, 0, back - wide, back, left)
    return [
        *((before, after) if first < 0 else (after, before)),
        Spot(high, "center", 0, under, right - wide / 2, right + wide / 2, right),
        Spot(high, "right", 7, under, right + 7 - wide, right + 7, right),
        Spot(low, "left", -7, under, left - 7, left - 7 + wide, left),
    ]


def bar(
    end: Any, px: tuple[float, float], wide: float, under: float, arrow: bool, thick: bool
) -> list[Spot]:
    """The places for the value of a bar in a row, the best first: past its end, in a `thick` bar,
    below, before it.

    `end` is its value, `px` where it begins and ends, `under` how far below it a label stands, and
    `arrow` is true when it goes on.
    """
    base, tip = px
    way, ahead, behind = (1, LEFT, RIGHT) if tip >= base else (-1, RIGHT, LEFT)

    def spot(
        at: Any,
        align: Align,
        mark: float,
        dx: float,
        dy: float,
        grows: int,
        within: bool = False,
    ) -> Spot:
        ends = mark + dx, mark + dx + wide * grows
        return Spot(at, align, dx, dy, min(ends), max(ends), tip if dy else mark, within)

    long = abs(tip - base) >= wide + 4  # below, it ends short of a line at the bar's end
    at_end = spot(end, behind, tip, -4 * way, under, -way)
    at_base = spot(0, ahead, base, 4 * way, under, way)
    inside = [spot(end, behind, tip, -8 * way, 0, -way, True)] if thick else []
    return [
        spot(end, ahead, tip, (8 + 28 * arrow) * way, 0, way),
        *(inside if abs(tip - base) >= wide + 16 else []),
        at_end if long else at_base,
        spot(0, behind, base, -8 * way, 0, -way),
    ]


def choose(
    spots: Sequence[Spot], lines: Sequence[float], within: tuple[float, float] | None = None
) -> Spot:
    """The first place that no line crosses and that lies within two ends, in px.

    Where there is none, the first that lies within, else the first.
    """
    within = within or (-inf, inf)
    inside = [spot for spot in spots if free(spot, (), within)]
    clear = [spot for spot in inside if free(spot, lines, within)]
    return [*clear, *inside, *spots][0]


def free(spot: Spot, lines: Sequence[float], within: tuple[float, float]) -> bool:
    """True for a place that no line crosses and that lies within two ends, in px."""
    inside = within[0] <= spot.left and spot.right <= within[1]
    return inside and not any(map(spot.crosses, lines))


def over(
    words: Callable[[float], str], middle: float, within: tuple[float, float]
) -> tuple[str, Align, float]:
    """Words in lines, and the `align` and `dx` by which they stand over a place within two ends."""
    whole = within[1] - within[0]
    for most in (whole, whole * 0.7, whole * 0.5, whole * 0.4, whole * 0.3):
        text = words(most)
        wide = labels.room([text], True)
        starts: tuple[tuple[Align, float], ...] = (
            ("center", middle - wide / 2),
            ("left", middle),
            ("right", middle - wide),
        )
        for align, start in starts:
            shift = min(max(start, within[0]), within[1] - wide) - start
            if abs(shift) <= 40:
                return text, align, round(shift, 1)
    return text, "center", 0
