"""Prose: what it says of a search, and that it is Markdown which can harm nobody."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from ledger import letters, pages
from ledger.cells import web_address
from ledger.markup import misplaced, misread, unclosed

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Told = Iterator[tuple[int, str]]

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
ENTITY = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
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
    for line, paragraph in pages.placed(pages.PARAGRAPH, markdown, first_line):
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
    text = pages.PARAGRAPH.sub(lambda match: _without_code(match.group()), text)
    marked = "{" in text or "<" in text
    for line, match in pages.placed(_UNSAFE, text, first_line) if marked else ():
        yield line, f"'{match.group().strip()[:40]}' {_TOLD[match.lastgroup or '']}"
    for line, match in pages.placed(ENTITY, text, first_line) if "&" in text else ():
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
