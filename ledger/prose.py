"""Prose: its numbers are those of the readings, and it is Markdown that can harm nobody."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from ledger import grammar, letters, pages
from ledger.cells import web_address
from ledger.claim import Article, Claim
from ledger.markup import misplaced, misread, unclosed

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Told = Iterator[tuple[int, str]]

# ---------------------------------------------------------------- no loose numbers

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# Each pattern stops at the end of its line at the latest, so that looking takes time in proportion
# to the text.
_NO_NUMBERS = re.compile(
    rf"""
    `[^`\n]*`                                                                # code
    | \]\((?:[^()\n]|\([^()\n]*\))*\) | ^\[[^\]\n]+\]:.*$ | https?://\S+       # addresses
    | &\#\w{{1,8}};                                                            # letters by number
    | \{{\{{[^{{}}\n]*\}}\}}                                                     # blocks
    | \b\d{{1,2}}\ (?:{_MONTHS})\b | \b(?:{_MONTHS})\ \d{{1,2}}\b                 # days
    | \b\d{{1,2}}(?:\ (?:to|and)\ )(?=\d{{1,2}}\ (?:{_MONTHS})\b)                # 24 to 27 January
    | \b(?:18|19|20|21)\d\d(?:-\d\d){{0,2}}(?![.,]?\d)\b | \b(?:19|20)\d\ds\b   # years and dates
    | \b\d{{1,2}}:\d\d\b | \b\d{{1,2}}\ [ap]\.m\.                               # times of day
    | [A-Za-z][-–]?\d[\w.]*\b                                                # names: R1, GPT-4o
    | ^\s*\d+(?:\.\)?|\))\s                                                     # marks of a list
    """,
    re.VERBOSE | re.MULTILINE,
)
_NUMBER = re.compile(r"(?<![\w.,])[-+−]?\d[\d,]*(?:\.\d+)?")
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


def numbers_of(claim: Claim) -> set[Decimal]:
    """Every number that a claim's prose may use: all that its sentence and its table hold."""
    texts = [claim.stated.text if claim.stated else "", claim.sentence, claim.unit]
    for reading in claim.readings:
        texts += [reading.name, reading.value.text, reading.note, *map(str, reading.extra.values())]
    found = {digits.replace(",", "") for digits in _DIGITS.findall(" \n".join(texts))}
    return {Decimal(digits) for digits in found if len(digits) < grammar.LONGEST}


def loose_numbers(
    text: str, first_line: int, allowed: Iterable[Decimal], article: Article, among: str
) -> Told:
    """Every number in the prose is one of the allowed ones, or a simple rounding of one.

    A rounding is simple when the number agrees with it by the verdict's own rule.
    Dates, times, names that hold digits, code and addresses do not count.
    """
    if not _DIGIT.search(text):
        return
    text = pages.without_code(text)
    for name in sorted(article.names, key=len, reverse=True):
        text = text.replace(name, " " * len(name))
    numbers = sorted(allowed)
    # Nearly all are written as they stand in the table; of the others it is asked what they mean.
    written = {one for one in map(str, numbers) if len(one) <= grammar.MOST_DIGITS}
    known: dict[str, bool] = {}
    for line, row in enumerate(text.split("\n"), first_line):
        if all(_digits_of(number) in written for number in _NUMBER.findall(row)):
            continue  # the more so without what does not count
        row = _NO_NUMBERS.sub(lambda match: " " * len(match.group()), row)
        found = dict.fromkeys(number.rstrip(",") for number in _NUMBER.findall(row))
        for number in found:
            plain = _digits_of(number)
            if plain not in known:
                known[plain] = plain in written or _among(plain, numbers)
            if not known[plain]:
                remedy = "Write a number that is, add a reading that gives it, or say it in words."
                yield line, f"{number[: grammar.LONGEST]} is not among {among}. {remedy}"


def _digits_of(number: str) -> str:
    """A number of prose without its sign and the marks of its thousands."""
    return number.replace(",", "").lstrip("+-−")


def _among(printed: str, numbers: list[Decimal]) -> bool:
    """True when one of these numbers, in their order, agrees with a printed one."""
    try:
        agreeing = grammar.parse(printed, "number").agreeing()
    except ValueError:  # too long, or digits of another script
        return False
    at = bisect_left(numbers, agreeing.low)
    return at < len(numbers) and numbers[at] <= agreeing.high


_WAY = re.compile(
    r"\b(?:(?P<fall>fell|dropped|declined|sank|lost|down)|(?P<rise>rose|gained|grew|climbed|up))\b"
    r"[^\d,;:]{0,40}(?P<number>\d[\d,]*(?:\.\d+)?)"
)


def ways(title: str) -> Iterator[tuple[int, Decimal]]:
    """The numbers that a title says something fell or rose by, each with -1 or +1 for its way."""
    for match in _WAY.finditer(title):
        yield -1 if match["fall"] else 1, Decimal(match["number"].replace(",", "").rstrip("."))


# ---------------------------------------------------------------- what was looked for

_NOT_FOUND = re.compile(
    r"\b(?:not (?:be )?found|(?:was|were|is|are) found nowhere|finds? no(?:thing|ne)?|found no"
    r"(?:thing|ne|body|where)?|no [\w' -]{1,40} (?:was|were|is|could be|can be) found|did not find"
    r"|could not find|in vain|searched|searches)\b",
    re.IGNORECASE,
)


def says_not_found(text: str, first_line: int) -> Told:
    """Every place in prose that tells of a search, as (line, its words)."""
    for line, row in enumerate(pages.without_code(text).split("\n"), first_line):
        for match in _NOT_FOUND.finditer(row):
            yield line, match.group()


# ---------------------------------------------------------------- plain Markdown

MOST_OPEN = 20  # brackets, or quotations and lists, one in the other
MOST_MARKS = 1000  # stars, lines and backticks of one paragraph
_DEEP = re.compile(
    rf"^[ \t]*(?:>[ \t]*|(?:[-*+]|\d+\.)[ \t]+){{{MOST_OPEN}}}|^(?: {{4}}|\t){{{MOST_OPEN}}}",
    re.MULTILINE,
)
_ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")
_MARKUP = "Write plain Markdown; the site adds the markup."
_UNSAFE = re.compile(
    r"(?P<block>\{\{[^{}\n]*(?:\}\})?)|(?P<html><(?!https?://|mailto:|[\w.+-]+@)/?[A-Za-z!?][^>\n]*>?)"
    r"|(?P<attributes>\{(?!%|\+\+|--|~~|==|>>|#[^\n{}]*#\}|![^\n{}]*!\})[^{}\n]+\})"
)
_TOLD = {
    "block": "must stand on a line of its own, and on a page, never in a claim's prose.",
    "html": f"is HTML. {_MARKUP}",
    "attributes": f"sets attributes. {_MARKUP}",
}
# A link of which nobody needs to ask the parser: plain words, and an address that harms nobody.
_PLAIN_LINK = re.compile(
    r"(?<![!\\])\[[^\[\]\n\\`<>!]*\]\("
    r"(?:https?://(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:/[^\s()<>\"'\\]*)?|(?!//)[\w./-]*(?:#[\w-]+)?)\)"
)
_NO_LINK = "is not a link that a page can hold. Link to https://… or to a page of the site."
_NO_PICTURE = "is a picture from another host. Readers' browsers ask no host but this one."


def unsafe_markdown(markdown: str, first_line: int) -> Told:
    """Prose is plain Markdown: no HTML, no links that run code, no pictures from elsewhere."""
    tangled = False
    for line, paragraph in pages.placed(_PARAGRAPH, markdown, first_line):
        if sentence := _tangle(paragraph.group()):
            tangled = True
            yield line, sentence
    for line in pages.open_fences(markdown):
        tangled = True
        told = "a block of code begins here and never ends"
        remedy = "Put ``` alone on a line below it, or take this line out."
        yield first_line + line - 1, f"{told}. {remedy}"
    text = pages.without_code(markdown)
    yield from misplaced(text, first_line)
    text = _PARAGRAPH.sub(lambda match: _without_code(match.group()), text)
    marked = "{" in text or "<" in text
    for line, match in pages.placed(_UNSAFE, text, first_line) if marked else ():
        yield line, f"'{match.group().strip()[:40]}' {_TOLD[match.lastgroup or '']}"
    for line, match in pages.placed(_ENTITY, text, first_line) if "&" in text else ():
        if letters.fault_of(unescape(match.group())):
            yield line, f"'{match.group()}' is an invisible character. Take it out."
    yield from misread(text, first_line)
    if not tangled and ("*" in text or "_" in text):
        yield from unclosed(text, first_line)
    if not tangled and "[" in _PLAIN_LINK.sub("", markdown):
        yield from _unsafe_addresses(markdown, first_line)


def _tangle(paragraph: str) -> str:
    """Why a paragraph would take its reader, and any program, too long: or an empty string."""
    depth = {"[": 0, "(": 0}
    many = any(paragraph.count(mark) > MOST_OPEN for mark in depth)
    for mark in re.findall(r"[\[\]()]", paragraph) if many else ():
        if mark in depth:
            depth[mark] += 1
            if depth[mark] > MOST_OPEN:
                told = f"more than {MOST_OPEN} brackets are open at once in this paragraph"
                return f"{told}. Close them, or take them out."
        else:
            opening = "[" if mark == "]" else "("
            depth[opening] = max(depth[opening] - 1, 0)
    if len(paragraph) > MOST_MARKS and len(re.findall(r"[*_`]+", paragraph)) > MOST_MARKS:
        return (
            f"more than {MOST_MARKS} stars, lines and backticks stand in this paragraph. Part it."
        )
    if _DEEP.search(paragraph):
        told = f"more than {MOST_OPEN} quotations or lists stand in each other"
        return f"{told}. Write plain paragraphs."
    return ""


def _without_code(paragraph: str) -> str:
    """A paragraph without its `code`, as far as no reader of Markdown could doubt what is code."""
    if any(line.count("`") % 2 or "``" in line or "\\`" in line for line in paragraph.split("\n")):
        return paragraph

    def blank(match: re.Match[str]) -> str:
        return match.group() if "|" in match.group() else " " * len(match.group())

    return re.sub("`[^`\n]*`", blank, paragraph)


def _unsafe_addresses(markdown: str, first_line: int) -> Told:
    """The addresses of links and pictures, as the very parser that makes the page finds them."""
    try:
        root = _parser()(markdown)
    except RecursionError:
        yield first_line, "the prose is nested too deep. Write plain paragraphs."
        return
    for element in root.iter():
        for name, address in element.items():
            sentence = _fault_of_address(element.tag, name, address)
            if sentence:
                shown = address.strip()[:40]
                yield _line_of(markdown, address, first_line), f"'{shown}' {sentence}"


@cache
def _parser() -> Callable[[str], "Element"]:
    """The parser of the site's pages, with HTML left as text: from Markdown to its tree."""
    from markdown import Markdown
    from markdown.treeprocessors import Treeprocessor

    trees: list[Element] = []

    class Keep(Treeprocessor):
        def run(self, root: "Element") -> None:
            trees.append(root)

    extensions = ["abbr", "tables", "fenced_code", "attr_list"]
    parser = Markdown(extensions=extensions)
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    parser.treeprocessors.register(Keep(parser), "keep", -100)

    def parse(markdown: str) -> "Element":
        parser.reset()
        parser.convert(markdown)
        return trees.pop()

    return parse


def _fault_of_address(tag: str, name: str, address: str) -> str:
    """Why a link or a picture may not lead there, or an empty string."""
    if (tag, name) not in (("a", "href"), ("img", "src")):
        return ""
    # A browser takes out blanks and control characters, and reads \ as /.
    plain = re.sub(r"[\x00-\x20]", "", unescape(address)).replace("\\", "/")
    scheme = re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", plain)
    outside = bool(scheme) or plain.startswith("//")
    if tag == "img":
        return _NO_PICTURE if outside else ""
    return "" if not outside or _is_web(plain) else _NO_LINK


def _is_web(address: str) -> bool:
    try:
        web_address(address)
    except ValueError:
        return False
    return True


def _line_of(markdown: str, address: str, first_line: int) -> int:
    """The line where an address stands, or that of the first link when it is spelt otherwise."""
    at = markdown.find(address) if address else -1
    if at < 0:
        at = max(markdown.find("["), 0)
    return first_line + markdown.count("\n", 0, at)
