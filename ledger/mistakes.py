"""Mistakes in content, as people read them: `docs/claims/some-claim.csv:3: what is wrong. What to do.`"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True)
class Mistake:
    """A mistake in content: its file (as shown), its line, and a sentence that says what is wrong and what to do."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        # Words from a file may hold anything; a message is one line, and shows what cannot be seen by its number.
        told = f"{self.file}:{self.line}: {self.text}"
        return "".join(letter if letter.isprintable() else f"U+{ord(letter):04X}" for letter in told)


class Slip(Exception):
    """A mistake that stops the reading of one file: its line and sentence."""

    def __init__(self, line: int, text: str) -> None:
        self.line, self.text = line, text


def did_you_mean(name: object, known: Iterable[str], none: str = "") -> str:
    """`Did you mean 'x'?` for a near miss, else `none`."""
    close = get_close_matches(str(name), [str(k) for k in known], n=1, cutoff=0.6)
    return f"Did you mean '{close[0]}'?" if close else none
