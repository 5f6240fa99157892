"""The paragraphs of a text, and which of them are headings."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from tools.new.numbers import list_mark, runs
from tools.new.sentences import split

LONGEST_HEADING = 14  # words
HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or a heading: its section, its text, and the number of its first word."""

    text: str
    heading: bool = False
    where: str = ""
    first: int = 1

    @property
    def lengths(self) -> list[int]:
        """The letters of each of its words."""
        return [len(word) for word in self.text.split()]

    def at(self, start: int) -> int:
        """The number of the word that stands at this place of the paragraph."""
        return self.first + bisect_right(self._starts, start) - 1

    @cached_property
    def _starts(self) -> list[int]:
        """Where its words begin."""
        return [match.start() for match in re.finditer(r"\S+", self.text)]


RULE = re.compile(r"\s*([-=*_~#·•]\s*){3,}$")
HASHED = re.compile(r"^#{1,6}\s+\S", re.MULTILINE)
BYLINE = re.compile(r"(?:By|Von|Par|Por|Di|Published|Updated|Photo|Image|Source|Read more)\b:?\s")


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text and its headings, without lines that only draw a rule."""
    text = HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    found: list[Paragraph] = []
    marked = len(HASHED.findall(text)) > 1  # then a line without a mark is no heading
    for block in re.split(r"\n[ \t]*\n", text):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        underlined = len(lines) == 2 and re.fullmatch(r"=+|-+", lines[1])
        lines = [
            line for line in lines if not RULE.fullmatch(line) and not re.fullmatch("=+|-+", line)
        ]
        first = lines[0] if not found and len(lines) > 1 and BYLINE.match(lines[1]) else ""
        if first and first[0] != "#" and _like_heading(first):  # a title right above its by-line
            found.append(Paragraph(lines.pop(0), heading=True))
        for line in _unwrapped(lines):
            hashed = re.match(r"#{1,6}\s+(.*?)[\s#]*$", line)
            alone = len(lines) == 1 and not marked and _like_heading(line)
            found.append(
                Paragraph(hashed[1] if hashed else line, bool(hashed or underlined or alone))
            )
    return _without_empty_headings(found)


def _unwrapped(lines: list[str]) -> Iterator[str]:
    """The paragraphs of a block: lines of one width are one paragraph, others are one each."""
    widths = [len(line) for line in lines]
    wrapped = (
        len(lines) > 1 and max(widths) <= 100 and all(w > max(widths) * 0.6 for w in widths[:-1])
    )
    open_lines: list[str] = []
    for line in lines:
        if open_lines and (not wrapped or list_mark(line) or re.match(r"[-*•#]\s", line)):
            yield " ".join(open_lines)
            open_lines = []
        open_lines.append(line)
    if open_lines:
        yield " ".join(open_lines)


def _like_heading(line: str) -> bool:
    """A short line of its own that ends as no sentence does, and is no by-line or date."""
    words = line.split()
    if not 1 <= len(words) <= LONGEST_HEADING or BYLINE.match(line) or len(split(line)) > 1:
        return False
    bare = re.sub(r"(?:\[\^?\d+\]|[¹²³⁰-⁹]|[”\"’»)\]*_])+$", "", line)
    if not re.search(r"[^\W\d_]{2}", bare) or line[0].islower() or bare[-1] in ".!,;…。！，；":
        return False
    first = next(iter(runs(line)), None)
    return not (first and len(first.text) > len(line) * 0.6)


def _without_empty_headings(found: list[Paragraph]) -> list[Paragraph]:
    """A heading has text below it before the next; the first is the title.

    Of two that stand together the lower is the heading, unless it leads in to a list.
    """
    for at, (one, below) in enumerate(pairwise(found)):
        if at and one.heading and below.heading:
            lead = at + 1 if below.text.endswith(":") else at
            found[lead] = replace(found[lead], heading=False)
    if len(found) > 1 and found[-1].heading:
        found[-1] = replace(found[-1], heading=False)
    return found
