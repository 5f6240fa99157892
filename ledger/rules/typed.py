"""The rules for what was pasted or typed in other ways than Markdown and cells know."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from ledger import texts
from ledger.content import Content, Prose, Rule
from ledger.mistakes import Mistake
from ledger.pages import FIGURES, PARAGRAPH, placed, without_code
from ledger.proofs import quotes_end
from ledger.prose import ENTITY

Told = Iterator[tuple[int, str]]

# ---------------------------------------------------------------- figures in disguise

OF_NUMBERS = ("No", "Nl")  # the categories of signs that stand for numbers: ½, ③, ², Ⅳ
RAISED = re.compile(r"(?<=[^\W\d_])(?:[²³]|[\u2080-\u2089]+)")  # m², CO₂: parts of a word
POWER = re.compile(r"[0-9][0-9.,]*\s?(?:\^|\*\*)\s?[0-9({+-][0-9)}]*")
SHORT = re.compile(r"[0-9]\.?[eE][+-]?[0-9]+\b")
BEGINS = re.compile(r"(?:^|[\s($€£+−-])[0-9.]*$")  # what stands before the last digit of 1.5e9
WIDE = re.compile(r"[0-9]\s?[％﹪٪]")
CODE = re.compile(r"`([-+−$€£]*\d[\d.,]*\s?(?:%|per ?cent)?)`")
# Nearly all text is made of these, and none of them stands for a number.
PLAIN = re.compile("[\n -~\u00a0-\u00b1\u00b4-\u00b8\u00ba\u00bb\u00bf-\u024f\u2010-\u205e−→]*")


def figures_are_plain(content: Content) -> Iterator[Mistake]:
    """A figure is typed in plain digits, so that it can be held to the readings: no letters by
    their numbers, no ½, ③ or 10^9; and where figures are held to readings, no code.
    """
    for prose, counted in _markdown(content):
        for line, sentence in _disguised(prose.text, prose.line, counted):
            yield Mistake(prose.file, line, sentence)
    cells = (*texts.of_claims(content), *texts.of_article(content))
    whole = "\n".join(text.words for text in cells)  # nearly always nothing is wrong with all
    for text in cells if any(_disguised(whole, 1, counted=False)) else ():
        for _, sentence in _disguised(text.words, 1, counted=False):
            yield Mistake(*text.place(content), f"'{text.name}': {sentence}")
    for page in content.ledger.pages:
        for name, words in page.meta.items():
            for _, sentence in _disguised(words, 1, counted=False):
                line = content.field_line(page.path, name)
                yield Mistake(content.file(page.path), line, f"'{name}': {sentence}")


def _markdown(content: Content) -> Iterator[tuple[Prose, bool]]:
    """All prose in Markdown, without fenced code, and whether its figures are held to readings."""
    pages = {content.file(page.path): page for page in content.ledger.pages}
    for prose in content.prose:
        page = pages.get(prose.file)
        if not page or page.path.endswith(".md"):
            counted = not page or any(call.name in FIGURES for call in page.calls)
            yield Prose(prose.file, without_code(prose.text), prose.line), counted


def _disguised(text: str, first_line: int, counted: bool) -> Told:
    """Every figure in disguise, as (line, what to do)."""
    for line, match in placed(ENTITY, text, first_line) if "&" in text else ():
        letter = unescape(match.group())
        if any(unicodedata.category(one)[0] == "N" for one in letter):
            told = f"'{match.group()}' stands for '{letter}'"
            yield line, f"{told}. Type the figure itself, like 3.5."
    powers = list(placed(POWER, text, first_line)) if "^" in text or "**" in text else []
    for line, match in placed(SHORT, text, first_line):
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        powers += [(line, match)] if BEGINS.search(before) else []
    for line, match in powers:
        told = f"'{match.group()[:20]}' is a number that few can read"
        yield line, f"{told}. Write it like 3 billion."
    for line, match in placed(CODE, text, first_line) if counted and "`" in text else ():
        yield line, f"'{match.group()}' makes code of a figure. Take the marks ` out."
    if text.isascii():
        return
    for line, match in placed(WIDE, text, first_line):
        yield line, f"'{match.group()}' has a sign of another width. Type %."
    if not PLAIN.fullmatch(text):
        kept = RAISED.sub(lambda match: " " * len(match.group()), text)
        for sign in sorted({one for one in set(kept) if _is_number(one)}, key=kept.index):
            line = first_line + kept.count("\n", 0, kept.index(sign))
            yield line, f"'{sign}' stands for a number. Write it in plain digits, like 3.5."


def _is_number(sign: str) -> bool:
    return ord(sign) > 127 and unicodedata.category(sign) in OF_NUMBERS


# ---------------------------------------------------------------- what other programs write

CUT = re.compile(r"-\n(?<=[^\W\d_]{2}-\n)(?![ \t]*(?:and|or|to)\b)(?=[ \t]*[^\W\d_])")
LISTED = re.compile(r"^ {0,3}(?:[•‣▪▫◦∙⁃]|\d{1,3}(?:\.\)|\)))[ \t]+\S", re.MULTILINE)
ONE_CODE = re.compile(r"`[^`\n]*`")
MARKED = re.compile(r"[*_`{}\]]")  # every text that holds Markdown
MARKDOWN = re.compile(
    r"\*\*\S|__\S+__|\]\(|\{\{|\}\}|\{%|`|(?<!\w)\*[^\s*][^*]*\*(?!\w)|(?<!\w)_[^\s_][^_]*_(?!\w)"
)


def prose_is_typed_for_markdown(content: Content) -> Iterator[Mistake]:
    """Prose holds no word cut at the end of a line, no list that Markdown does not know, and no
    quotation that begins and never ends.
    """
    for prose, _ in _markdown(content):
        for line, match in placed(CUT, prose.text, prose.line):
            word = prose.text[: match.start() + 1].split()[-1]
            told = f"'{word}' cuts a word at the end of the line"
            remedy = "Markdown shows a space there: write the word on one line."
            yield Mistake(prose.file, line, f"{told}. {remedy}")
        for line, match in placed(LISTED, prose.text, prose.line):
            mark = match.group().split()[0]
            remedy = "Write `- `" if not mark[0].isdigit() else "Write `1. `"
            told = f"'{mark}' begins no list in Markdown"
            yield Mistake(prose.file, line, f"{told}. {remedy}, below an empty line.")
        if _is_open(prose.text):
            for line, match in placed(PARAGRAPH, prose.text, prose.line):
                if told := _fault_of_quotes(ONE_CODE.sub("", match.group())):
                    yield Mistake(prose.file, line, told)


def _is_open(text: str) -> bool:
    """True when the quotations of a text do not all begin and end in turn. In some languages
    „these“ or ”these” do.
    """
    if "„" in text or ("“" not in text and text.count("”") % 2 == 0):
        return False
    return not quotes_end(text)


def _fault_of_quotes(text: str) -> str:
    """Where a quotation does not end or begin, or an empty string."""
    open_ = 0
    for at, mark in enumerate(text):
        if mark not in "“”":
            continue
        open_ += 1 if mark == "“" else -1
        if open_ < 0:
            told = f"'{text[max(at - 20, 0) : at + 1].strip()}' ends a quotation that never begins"
            return " ".join(f"{told}. Put “ where it does.".split())
    if open_:
        told = f"'{text[text.rindex('“') :][:24].strip()}' begins a quotation that never ends"
        return " ".join(f"{told}. Put ” where it does.".split())
    return ""


def cells_hold_plain_words(content: Content) -> Iterator[Mistake]:
    """What stands in a field or a cell is shown as it is typed: it holds no Markdown, no block, and
    no quotation that begins and never ends.
    """
    every = (texts.of_claims, texts.of_readings, texts.of_article, texts.of_sources)
    for text in (text for some in every for text in some(content)):
        found = MARKDOWN.search(text.words) if MARKED.search(text.words) else None
        if found:
            told = f"'{text.name}' holds '{found.group()[:20]}', which is shown as it is typed"
            yield Mistake(*text.place(content), f"{told}. Write plain words.")
        elif _is_open(text.words) and (told := _fault_of_quotes(text.words)):
            yield Mistake(*text.place(content), f"'{text.name}': {told}")


RULES: tuple[Rule, ...] = (
    figures_are_plain,
    prose_is_typed_for_markdown,
    cells_hold_plain_words,
)
