"""The outline of `docs/sources.yml`: ids at the beginning of their lines, fields farther in.

One slip in it makes YAML take fields for sources or one source for two. Here it is told by its
cause, so that what follows from it need not be told.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ledger.files import ID
from ledger.shapes import SourceEntry

SOON = 3  # lines within which a second field of another source comes
FIELDS = frozenset(SourceEntry.model_fields)
_LINE = re.compile(r"( *)(#? *)([\w.-]+(?: [\w.-]+)*) *:(?: +(.*))?")
_NAME = re.compile(rf"#? *({ID.pattern}): *")


def has_outline(data: Mapping[str, Any]) -> bool:
    """True for sources by id, each with fields that a source has."""
    return all(
        isinstance(entry, dict) and entry.keys() <= FIELDS and id not in FIELDS
        for id, entry in data.items()
    )


def fault_of_outline(text: str) -> tuple[int, str] | None:
    """The first line that stands farther in or out than it should, or lacks an id above it; and
    what to do. None for a sound outline, whatever the fields hold.
    """
    rows = text.split("\n")
    id, depth, seen = "", 0, dict[str, int]()
    for at, indent, name, value in _lines(rows):
        field = name in FIELDS
        if not indent and name.startswith("- "):
            return at, "a source begins with its id, not with a dash. Take the dash out."
        if not indent and field:
            told = f"'{name}' is a field of a source, and stands where an id does"
            return at, f"{told}. Put two spaces before it."
        if not indent:
            id, depth, seen = name, 0, {}
        elif not field and not value and _fields_follow(rows, at):
            told = f"'{name}' looks like the id of a source, and stands among the fields of another"
            return at, f"{told}. Take out the spaces before it, and leave two before its fields."
        elif field and name in seen and _is_another(rows, at, seen):
            return _without_id(rows, at, name)
        elif field:
            if not id:
                return _without_id(rows, at, name)
            if depth and indent != depth and not _goes_on(rows, at):
                usual = _usual(rows)
                odd, line = (name, at) if indent != usual else next(iter(seen.items()))
                told = f"'{odd}' stands farther in or out than other fields"
                return line, f"{told}. Put {usual} spaces before it."
            depth = depth or indent
            seen.setdefault(name, at)
    return None


def _usual(rows: list[str]) -> int:
    """How many spaces stand before most fields."""
    counts = Counter(indent for _, indent, name, _ in _lines(rows) if indent and name in FIELDS)
    return counts.most_common(1)[0][0]


def _lines(rows: list[str]) -> Iterator[tuple[int, int, str, str]]:
    """Each line of a name and a colon: its number, its spaces, the name and what stands behind."""
    for at, row in enumerate(rows, 1):
        match = _LINE.fullmatch(row.rstrip())
        if match and not match[2]:
            yield at, len(match[1]), match[3], match[4] or ""


def _fields_follow(rows: list[str], at: int) -> bool:
    """True where the next line is a field."""
    return any(name in FIELDS for _, _, name, _ in _lines(rows[at : at + 1]))


def _is_another(rows: list[str], at: int, seen: dict[str, int]) -> bool:
    """True where a field that stands twice begins the fields of another source: of the next ones
    one stands twice too.
    """
    end = next((line for line in range(at, len(rows)) if not rows[line].startswith(" ")), len(rows))
    return any(name in seen for _, _, name, _ in _lines(rows[at : min(end, at + SOON)]))


def _without_id(rows: list[str], at: int, name: str) -> tuple[int, str]:
    """A source without its id: the line of the id behind a #, or of its first field."""
    for line in range(at - 1, max(at - 4, 0), -1):
        row = rows[line - 1]
        hidden = _NAME.fullmatch(row) if row.startswith("#") else None
        if hidden:
            told = f"the # makes a comment of '{hidden[1]}', and the fields below lose their id"
            return line, f"{told}. Take it out, or take out these fields too."
    bare = rows[at - 2].strip() if at > 1 else ""
    if ID.fullmatch(bare):
        return at - 1, f"the id of a source ends with a colon. Write {bare}:"
    told = f"'{name}' begins the fields of a source, and no line above it has its id"
    return at, f"{told}. Put one there, from the beginning of the line: `some-id:`."


def _goes_on(rows: list[str], at: int) -> bool:
    """True where a line may belong to the value of the line above it."""
    above = rows[at - 2] if at > 1 else ""
    match = _LINE.fullmatch(above.rstrip())
    value = match[4] or "" if match else ""
    return not match or bool(re.match(r"[>|]|[\"'](?!.*[\"']\s*$)", value))
