"""Mistakes in content, as people read them: `docs/claims/some-claim.csv:3: what is wrong. What to
do.`
"""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar

T = TypeVar("T")
MOST = 20  # mistakes of one kind that are told of a file


@dataclass(frozen=True, order=True)
class Mistake:
    """A mistake in content: its file, its line, what is wrong and what to do."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        # Words from a file may hold anything; a message is one line, and shows what cannot be seen
        # by its number.
        told = f"{self.file}:{self.line}: {self.text}"
        return "".join(one if one.isprintable() else f"U+{ord(one):04X}" for one in told)


Telling = Generator[Mistake, None, T]
"""What reads something: it yields the mistakes that it meets, and returns what could be read."""


def gather(telling: Telling[T]) -> tuple[T, list[Mistake]]:
    """Run a reading to its end: returns what was read, and the mistakes on the way."""
    mistakes: list[Mistake] = []
    while True:
        try:
            mistakes.append(next(telling))
        except StopIteration as end:
            return end.value, mistakes


def few(mistakes: Iterable[Mistake]) -> Iterator[Mistake]:
    """The mistakes of one rule: of each file the first ones, then how many more there are."""
    found: dict[str, list[Mistake]] = {}
    for mistake in dict.fromkeys(mistakes):
        found.setdefault(mistake.file, []).append(mistake)
    for file, told in found.items():
        told.sort()
        yield from told[:MOST]
        if (rest := len(told) - MOST) > 0:
            more = f"{rest} more of this kind follow from here on. Mend the first ones first."
            yield Mistake(file, told[MOST].line, more)


class Slip(Exception):
    """A mistake that stops the reading of one file: its line and sentence."""

    def __init__(self, line: int, text: str) -> None:
        self.line, self.text = line, text


def did_you_mean(name: object, known: Iterable[str], none: str = "") -> str:
    """`Did you mean 'x'?` for a near miss, else `none`."""
    close = nearest(str(name), known)
    return f"Did you mean '{close}'?" if close else none


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that another one may be a slip of, in letters or capitals; else nothing."""
    plain = {one.casefold(): one for one in known}
    close = get_close_matches(name[:100].casefold(), [*plain], n=1, cutoff=0.6)
    return plain[close[0]] if close else ""
