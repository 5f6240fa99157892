"""Words as a picture needs them: how wide they are, how they break, where they find room; in px."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf
from operator import itemgetter
from typing import Any, Literal

Align = Literal["left", "center", "right"]

LINE = 16  # px from one line of a label to the next

# Widths of Liberation Sans (and Arial, Helvetica) in thousandths of its size.
# Other letters count as an average one.
_WIDTHS = {
    letter: width
    for width, letters in {
        222: "ijl’‘",
        278: " !,./:;I[]ft|",
        333: "()-‑r“”",
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


def room(texts: Iterable[str], bold: Iterable[bool] | bool = False, size: float = 13) -> float:
    """How wide the widest line of several labels is, in px.

    `bold` is one answer for all, or one for each.
    """
    texts = list(texts)
    weights = [bold] * len(texts) if isinstance(bold, bool) else list(bold)
    pairs = zip(texts, weights, strict=True)
    found = (width(line, strong, size) for text, strong in pairs for line in text.split("\n"))
    return max(found, default=0)


def height(text: str) -> int:
    """How tall a label of one or more lines is, in px."""
    return LINE * (text.count("\n") + 1)


def wrap(text: str, most: float, bold: bool = False, size: float = 13) -> str:
    """Text broken into as few, even lines as fit so many px."""
    return "\n".join(lines(text, most, lambda part: width(part, bold, size)))


def lines(text: str, most: float, measure: Callable[[str], float] = len) -> list[str]:
    """Text broken into as few lines as fit `most`, each about equally long.

    `most` is in letters, or in what `measure` counts.
    """
    measure = cache(measure)  # the same words are tried in many rooms

    def fill(most: float) -> list[str]:
        found = [""]
        for word in text.split():
            for part in pieces(word):
                longer = f"{found[-1]} {part}".strip()
                if found[-1] and measure(longer) > most:
                    found.append(part)
                else:
                    found[-1] = longer
        return found

    def pieces(word: str) -> list[str]:
        if measure(word) <= most:
            return [word]
        over = (end for end in range(len(word)) if measure(word[: end + 1]) > most)
        cut = max(1, next(over))
        return [word[:cut], *(pieces(word[cut:]) if cut < len(word) else [])]

    widest = fill(most)
    if len(widest) == 1:
        return widest
    # The narrowest column with no more lines is the evenest: no word is left alone.
    step = most / 40
    rooms = (most - step * index for index in range(39, 0, -1))
    return next((found for found in map(fill, rooms) if len(found) <= len(widest)), widest)


# ---------------------------------------------------------------- a place beside a mark

LEFT: Align = "left"  # the text begins there
RIGHT: Align = "right"  # the text ends there


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


def beside_dot(
    ends: Mapping[Any, float], wide: float, under: float, way: int, first: int
) -> list[Spot]:
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


def beside_bar(
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
        wide = room([text], True)
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
