"""How long the sentences of prose are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ledger import pages

MOST = 30  # words of a sentence
WORD = re.compile(r"\w[\w'’.,-]*")
QUOTED = "X"  # the one word that a quotation or a piece of code counts as
# What is no sentence: headings, rows of tables, blocks, quotations of text, and addresses by name.
_ASIDE = re.compile(r"\s*(?:#{1,6}\s|\||>|\{\{|\*?\[[^\]\n]+\]:|(?:-{3,}|\*{3,}|_{3,})\s*$)")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+")
# Addresses of links, and marks of footnotes, which are told as such.
_ADDRESS = re.compile(r"\]\((?:[^()\n]|\([^()\n]*\))*\)|\[\^[^\[\]\n]+\]")
_ONE_WORD = re.compile(r"“[^“”]*”|`[^`\n]*`")  # titles, words of somebody else, and code
_END = re.compile(r"[.?!…][\"'”’)*_\]]*(?:[ \t]*\n\s*|\s+(?=[\"'“‘(*_\[!]*[^\Wa-z]))")


@dataclass(frozen=True)
class Sentence:
    """A sentence of prose: the line where it begins, its text as it stands, and its words alone,
    without addresses; a quotation and a piece of code are a word each, `QUOTED`.
    """

    line: int
    text: str
    words: str


def sentences(markdown: str, first_line: int) -> Iterator[Sentence]:
    """Every sentence of prose, in its order."""
    for line, text in _runs(pages.without_code(markdown), first_line):
        at = 0
        plain = _ADDRESS.sub(_blank, text)
        plain = _ONE_WORD.sub(lambda match: QUOTED + _blank(match)[1:], plain)
        for end in [*(match.end() for match in _END.finditer(plain)), len(plain)]:
            if plain[at:end].strip():
                begins = line + text.count("\n", 0, at)
                yield Sentence(begins, text[at:end].strip(), plain[at:end])
            at = end


def long_sentences(markdown: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Every sentence that has too many words, as (the line where it begins, what to do)."""
    for sentence in sentences(markdown, first_line):
        count = len(WORD.findall(sentence.words))
        if count > MOST:
            told = f"this sentence has {count} words. Make two of it; {MOST} is the most."
            yield sentence.line, told


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
