"""Markdown that would be lost, or shown as it was typed: it is none of this site's, or a slip."""

import re
from collections.abc import Iterator

from ledger.cells import unfinished
from ledger.pages import PARAGRAPH, placed

MOST_TWICE = 3  # words of a line that may follow on the same line
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
    "changed": (
        r"\{(?:\+\+|--(?!8<)|~~|==|>>)[^\n{}]*\}",
        "has marks of a change from another program. Keep the words that hold, without the marks.",
    ),
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
    "half": (
        rf"\[[^\[\]\n()]*\({_ADDRESS}[^()\n]*\)",
        "lacks the bracket that ends its words. Write [words](address).",
    ),
    "reversed": (
        rf"\([^()\n]+\)\[{_ADDRESS}[^\[\]\n]*\]",
        "has its brackets the wrong way round. Write [words](address).",
    ),
    "meaning": (
        r"^[ ]{0,3}\*\[[^\[\]\n]+\]:",
        "gives a word a meaning that only a pointer finds. Say it in the text.",
    ),
    "titled": (
        r"""(?:\]\([^\s()<>]+|^[ ]{0,3}\[[^\[\]\n]+\]:[ ]*\S+)[ ]+["'(]""",
        "gives a link a second text that only a pointer finds. Say it in the text.",
    ),
    "disguised": (
        r"\[\s*https?://[^\[\]\s]+\s*\]\(",
        "shows an address in the place of words. Say in words where the link leads.",
    ),
    "silent": (r"\[\s*\]\([^)\n]*\)", "is a link without words. Write in its brackets what it is."),
    "signed": (
        r"^[ ]{0,3}[-+*>][ ]*[\d.,]*\d[ ]?(?:%|per[ ]?cent\b)",
        "begins with a sign that Markdown takes away. Put a word before it, or write −.",
    ),
    "numbered": (
        r"(?:\A|(?<=\n\n))[ ]{0,3}\d{2,9}\.[ ]",
        "is taken for a number of a list, and shown as 1. Put a word before it.",
    ),
    "deep": (r"^#{7,}[ ][^\n]*", "is no heading. Write six # at most."),
    "hashtag": (
        r"^(?:[ ]{0,3}(?:[-+*>]|\d+[.)])[ ]+)?#+[^\s#]\S*",
        "begins with #, which makes a heading of its line. "
        "Put a word before it; or, where it is a heading, a space behind #.",
    ),
    "fence": (
        r"^[ ]{1,3}(?:```|~~~)[^\n]*",
        "begins no block of code, because spaces stand before it. Take them out.",
    ),
    "nameless": (r"^#{1,6}[ ]*$", "is a heading without words. Write them, or take it out."),
    "long": (
        rf"^#{{1,6}}[ ][^\n]{{{LONGEST},}}",
        f"is a heading of more than {LONGEST} characters. Shorten it.",
    ),
}
# Nearly every letter begins none of them, and is passed over at once.
_MISREAD = re.compile(
    r"(?:^|(?=[\[\](){$~<!-]))(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in _KINDS.items())
    + ")",
    re.MULTILINE,
)
_NAMED = re.compile(r"\[([^\[\]\n]+)\]\[([^\[\]\n]*)\]")  # a link by the name of its address
_DEFINED = re.compile(r"^ {0,3}\[([^\[\]\n^]+)\]:", re.MULTILINE)
_ITEM = re.compile(r" {0,3}(?:[-*+]|1\.)[ ]+\S")
_ALONE = re.compile(r" {0,3}(?:#{1,6}|>)")  # a line that ends what it begins
_UNDERLINE = re.compile(r"(?:-+|=+) *")
_OPENING = re.compile(r"(?<![\w*\\])(?:\*{1,2}|__?)(?=[^\s*_\[\]])")
_LOOSE = re.compile(r"(?<![\w(<\[:/\"'=&])https?://[^\s()<>\[\]]+")  # an address in words
_BARRED = re.compile(
    r" {0,3}\|(?![ ]*:?-+:?[ ]*(?:\||$)).*\|\s*$"
)  # a row of a table, not its rule
_RULE = re.compile(r" {0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")


def misread(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Every piece of Markdown that is not what it seems, as (line, what to do); of text without
    code.
    """
    for line, match in placed(_MISREAD, text, first_line):
        yield line, f"'{match.group().strip()[:40]}' {_KINDS[match.lastgroup or ''][1]}"
    for line, match in placed(_LOOSE, text, first_line) if "://" in text else ():
        begins = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if not _DEFINED.match(begins):
            told = f"'{match.group()[:40]}' is shown, but leads nowhere. Write [words](https://…)."
            yield line, told
    if "][" in text:
        known = {name.casefold() for name in _DEFINED.findall(text)}
        for line, match in placed(_NAMED, text, first_line):
            name = match[2] or match[1]
            if name.casefold() not in known:
                told = (
                    f"'{match.group()[:40]}' is a link by name, but no line says [{name[:40]}]: …"
                )
                yield line, f"{told} Add it."
    if "]:" in text:
        yield from _hidden(text, first_line)
    if "|" in text:
        yield from _lost_cells(text, first_line)


def _hidden(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Addresses at the foot that no link uses: they stand in the file, and no reader sees them."""
    used = {name.casefold() for name in re.findall(r"\[([^\[\]\n]+)\](?![:(])", text)}
    for line, match in placed(_DEFINED, text, first_line):
        if match[1].casefold() not in used:
            yield line, f"no link uses '[{match[1][:40]}]:', so no reader sees it. Take it out."


def misplaced(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Lines that the lines above them make something else, as (line, what to do): code, a heading,
    or no list; of text without blocks of code.
    """
    above, in_list = "", False
    for at, row in enumerate(text.split("\n"), first_line):
        marked = bool(_ITEM.match(row))
        if not above.strip() and not in_list and re.match(r"(?: {4}|\t)\s*\S", row):
            yield at, "four spaces or a tab before a paragraph make it code. Take them out."
        elif above.strip() and not in_list and marked and not _ALONE.match(above):
            yield at, "a list begins below an empty line. Put one above this line."
        elif row == above and not marked and len(row.split()) > MOST_TWICE and "|" not in row:
            yield at, "this line stands here twice. Take one out."
        elif above.strip() and _UNDERLINE.fullmatch(row) and "|" not in above:
            told = "this line makes a heading of the one above. Begin a heading with ##"
            yield at, f"{told}; or put an empty line above this one."
        if note := unfinished(row):
            yield at, f"'{note}' is a note to yourself. Write what is meant to stand here."
        if marked:
            in_list = True
        elif row.strip() and (not row.startswith((" ", "\t")) and not above.strip()):
            in_list = False
        above = row


def unclosed(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Stars and low lines that would be shown, because nothing closes them in their paragraph; of
    text without code.
    """
    for line, paragraph in placed(PARAGRAPH, text, first_line):
        words = paragraph.group()
        for at, match in placed(_OPENING, words, line):
            closing = rf"(?<=[^\s*_\\]){re.escape(match.group())}(?![*_])"
            if not re.search(closing, words[match.end() :]):
                shown = words[match.start() :].split("\n", 1)[0][:40]
                yield (
                    at,
                    f"'{shown}' begins with a mark that nothing closes. Close it, or take it out.",
                )
                break


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
        elif at and _BARRED.match(row) and not width and not _RULE.fullmatch(rows[at - 1]):
            if _BARRED.match(rows[at - 1]) and (at < 2 or not _BARRED.match(rows[at - 2])):
                told = "this table has no line of dashes below its first"
                yield first_line + at - 1, f"{told}. Add it: |---|---|."
        elif at and "|" in row and "|" in rows[at - 1] and _RULE.fullmatch(row):
            width = _cells(rows[at - 1])
            if not (at > 1 and rows[at - 2].strip()) and (count := _cells(row)) != width:
                told = f"this line of dashes has {count} cells, and the one above it {width}"
                yield first_line + at, f"{told}; so this is no table. Make them as many."
                width = max(width, count)


def _cells(row: str) -> int:
    plain = re.sub(r"\\\||`[^`]*`", "", row).strip()
    return plain.removeprefix("|").removesuffix("|").count("|") + 1
