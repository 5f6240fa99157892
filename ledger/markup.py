"""Markdown that would be lost, or shown as it was typed: it is none of this site's, or a slip."""

import re
from collections.abc import Iterator

from ledger.pages import placed

LONGEST = 120  # characters of a heading
_ADDRESS = r"(?:https?://|[\w./-]+\.(?:md|csv|png|jpe?g|webp|gif)\b)"
_OTHER = "of another program's Markdown, which shows here as it is typed. Say it in plain words."
_KINDS = {  # of what is misread: how it looks, and what is told of it
    "footnote": (r"\[\^[^\[\]\n]+\]", f"is a footnote {_OTHER}"),
    "box": (r"^[ ]{0,3}(?:!!!|\?\?\?\+?|:::)[ ]?\w+", f"is a box {_OTHER}"),
    "insert": (r"--8<--|\{![^\n{}]*!\}", f"is an order to insert a file {_OTHER}"),
    "formula": (r"\$\$[^$\n]*", f"is a formula {_OTHER}"),
    "task": (r"^[ ]*[-*+][ ]\[[ xX]\][ ]", f"is a list of tasks {_OTHER}"),
    "struck": (r"~~[^\s~][^~\n]*~~", f"is struck-out text {_OTHER}"),
    "wiki": (r"\[\[[^\[\]\n]+\]\]", f"is a link {_OTHER}"),
    "command": (
        r"\{%[^\n]*?(?:%\}|$)|\{#[^\n{}]*#\}",
        "is a command of a template, which does nothing on a page. Take it out.",
    ),
    "bare": (
        r"<(?:https?://|mailto:|[\w.+-]+@)[^<>\s]*>",
        "is an address without words. Write [words](https://…).",
    ),
    "apart": (
        rf"\][ ]+\({_ADDRESS}",
        "stands for a link, but a space parts the two brackets. Take it out.",
    ),
    "doubled": (r"\]\(\([^\s()]*\)\)", "has two brackets around its address. Keep one pair."),
    "open": (
        rf"\]\({_ADDRESS}[^()\s]*[ ]*$",
        "begins the address of a link that never ends. Close its bracket.",
    ),
    "spaced": (
        r"""\]\(<?[^()<>"'\s]+[ ]+[^()<>"'\s][^()<>"'\n]*>?\)""",
        "is an address with a space. Write %20 in its place, or rename the file.",
    ),
    "wordless": (
        r"!\[\s*\]\([^)\n]*\)",
        "is a picture without words. Say in its brackets what it shows, for those who cannot see.",
    ),
    "deep": (r"^#{7,}[ ][^\n]*", "is no heading. Write six # at most."),
    "long": (
        rf"^#{{1,6}}[ ][^\n]{{{LONGEST},}}",
        f"is a heading of more than {LONGEST} characters. Shorten it.",
    ),
}
# Nearly every letter begins none of them, and is passed over at once.
_MISREAD = re.compile(
    r"(?:^|(?=[\[\]{$~<!-]))(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in _KINDS.items())
    + ")",
    re.MULTILINE,
)
_NAMED = re.compile(r"\[([^\[\]\n]+)\]\[([^\[\]\n]*)\]")  # a link by the name of its address
_DEFINED = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:", re.MULTILINE)
_RULE = re.compile(r" {0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")


def misread(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Every piece of Markdown that is not what it seems, as (line, what to do); of text without
    code.
    """
    for line, match in placed(_MISREAD, text, first_line):
        yield line, f"'{match.group().strip()[:40]}' {_KINDS[match.lastgroup or ''][1]}"
    if "][" in text:
        known = {name.casefold() for name in _DEFINED.findall(text)}
        for line, match in placed(_NAMED, text, first_line):
            name = match[2] or match[1]
            if name.casefold() not in known:
                told = (
                    f"'{match.group()[:40]}' is a link by name, but no line says [{name[:40]}]: …"
                )
                yield line, f"{told} Add it."
    if "|" in text:
        yield from _lost_cells(text, first_line)


def _lost_cells(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Rows of tables with more cells than their first row, whose last cells nobody would see."""
    rows = text.split("\n")
    width = 0
    for at, row in enumerate(rows):
        if not row.strip():
            width = 0
        elif width and (count := _cells(row)) > width:
            told = f"this row has {count} cells, and its table {width} columns"
            yield first_line + at, rf"{told}. Take one out; a line within a cell is written \|."
        elif at and "|" in row and "|" in rows[at - 1] and _RULE.fullmatch(row):
            width = _cells(rows[at - 1])


def _cells(row: str) -> int:
    plain = re.sub(r"\\\||`[^`]*`", "", row).strip()
    return plain.removeprefix("|").removesuffix("|").count("|") + 1
