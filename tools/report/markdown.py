"""Small parts of a report in Markdown: plain words, counts and tables."""

import re
from collections.abc import Iterable
from html import escape


def plain(text: str) -> str:
    """A text in which nothing is Markdown."""
    return re.sub(r"([\\`*_{}\[\]|~#!])", r"\\\1", escape(" ".join(text.split()), quote=False))


def count(number: int, word: str, plural: str | None = None) -> str:
    """A number with its word: `1 claim`, `2 claims`."""
    return f"{number} {word if number == 1 else plural or word + 's'}"


def kilobytes(size: int) -> str:
    """A size as people read it."""
    return f"{size / 1000:.0f} kB"


def table(*heads: str, rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table of plain texts."""
    lines = [heads, ["---"] * len(heads), *([plain(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
