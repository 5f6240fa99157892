"""How large the words of a picture are, in px, and how they break into lines."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Literal

Align = Literal["left", "center", "right"]
LEFT: Align = "left"  # the text begins there
RIGHT: Align = "right"  # the text ends there

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
