"""How long the sentences of prose are."""

import re
from collections.abc import Iterator

from ledger import pages

MOST = 30  # words of a sentence
WORD = re.compile(r"\w[\w'’.,-]*")
# What is no sentence: headings, rows of tables, blocks, quotations of text, and addresses by name.
_ASIDE = re.compile(r"\s*(?:#{1,6}\s|\||>|\{\{|\*?\[[^\]\n]+\]:|(?:-{3,}|\*{3,}|_{3,})\s*$)")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+")
_ADDRESS = re.compile(r"\]\((?:[^()\n]|\([^()\n]*\))*\)")
_ONE_WORD = re.compile(r"“[^“”]*”|`[^`\n]*`")  # titles, words of somebody else, and code
_END = re.compile(r"[.?!…][\"'”’)*_\]]*(?:[ \t]*\n\s*|\s+(?=[\"'“‘(*_\[!]*[^\Wa-z]))")


def long_sentences(markdown: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Every sentence of prose that has too many words, as (the line where it begins, what to do);
    a quotation and a piece of code count as a word each.
    """
    for line, text in _runs(pages.without_code(markdown), first_line):
        at = 0
        plain = _ADDRESS.sub(_blank, text)
        plain = _ONE_WORD.sub(lambda match: "X" + _blank(match)[1:], plain)
        for end in [*(match.end() for match in _END.finditer(plain)), len(plain)]:
            count = len(WORD.findall(plain, at, end))
            if count > MOST:
                begins = line + text.count("\n", 0, at)
                told = f"this sentence has {count} words. Make two of it; {MOST} is the most."
                yield begins, told
            at = end


def _blank(match: re.Match[str]) -> str:
    """As many blanks as what is left out, with its ends of lines, so that each place stays."""
    return re.sub(r"[^\n]", " ", match.group())


def _runs(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    """The paragraphs and the points of lists, each with the line where it begins."""
    start, rows = first_line, list[str]()
    for line, row in enumerate(text.split("\n"), first_line):
        item = _ITEM.match(row)
        aside = not row.strip() or _ASIDE.match(row)
        if rows and (aside or item):
            yield start, "\n".join(rows)
            rows = []
        if not aside:
            start = start if rows else line
            rows.append(row[item.end() :] if item else row)
    if rows:
        yield start, "\n".join(rows)
