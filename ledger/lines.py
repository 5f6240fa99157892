"""Lines of words in parts, some of which tell of a reading and can lead to it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ledger.reading import Reading


class Part(NamedTuple):
    """Some words of a line, and the reading that they tell, if they tell one."""

    words: str
    reading: "Reading | None" = None


Line = tuple[Part, ...]


def together(*pieces: str | Part | Line) -> Line:
    """Words, parts and lines, one behind the other, as one line."""
    found: list[Part] = []
    for piece in pieces:
        if isinstance(piece, str):
            found.append(Part(piece))
        elif isinstance(piece, Part):
            found.append(piece)
        else:
            found += piece
    return tuple(found)


def joined(between: str, lines: Sequence[Part | Line]) -> Line:
    """Lines as one, with the same words between each two."""
    return together(*(piece for one in lines for piece in (between, one)))[1:]
