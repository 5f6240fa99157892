"""The rules for links within the site."""

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from ledger.anchors import headings, leads_into, place_of
from ledger.cells import untracked
from ledger.claim import Article, Claim
from ledger.content import Content, Rule
from ledger.files import PICTURES
from ledger.mistakes import Mistake, did_you_mean
from ledger.numbers import loose_numbers, numbers_of
from ledger.pages import Page, placed, without_code

# The address of a link or a picture, in its place or at the foot; one with a space is none.
HERE = re.compile(
    r"\]\(<?([^\s<>()]+(?:\([^\s<>()]*\))?)>?(?=\s*\)|\s+[\"'(])"
    r"|^ {0,3}\[[^\]\n^]+\]:\s*<?([^\s<>]+)",
    re.MULTILINE,
)
# A link to a page of this site, by its words and its file.
WITHIN = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]\n]+)\]\((?P<path>[\w./-]+\.md)(?:#(?P<place>[\w-]*))?\)"
)
EMPTY = re.compile(r"\]\(\s*(?:<>)?\s*\)")
CODE = re.compile(r"`[^`\n]*`")


def links_lead_somewhere(content: Content) -> Iterator[Mistake]:
    """A link or picture without the address of another site leads to a file of this one, and to a
    place that is in it.
    """
    pages = {page.path: page for page in content.ledger.pages}
    for prose in content.prose:
        if "](" not in prose.text and "]:" not in prose.text:
            continue
        own = posixpath.relpath(prose.file, content.folder.name)
        for row, text in enumerate(without_code(prose.text).split("\n"), prose.line):
            if "]" not in text:
                continue
            plain = CODE.sub("", text) if "`" in text else text
            if EMPTY.search(plain):
                told = "a link without an address stands here. Fill it in, or write plain words."
                yield Mistake(prose.file, row, told)
            for inline, foot in HERE.findall(plain):
                if told := _fault_of_link(inline or foot, own, pages, content):
                    yield Mistake(prose.file, row, told)


def pages_are_reached(content: Content) -> Iterator[Mistake]:
    """Where the settings of the site name its pages, each page is named there, or linked to."""
    named = content.folder.named
    if not named or not content.pages_whole:
        return
    reached = {
        path
        for page in content.ledger.pages
        for call in page.calls
        for path in call.arguments or ()
    }
    for prose in content.prose:
        home = posixpath.dirname(posixpath.relpath(prose.file, content.folder.name))
        for inline, foot in HERE.findall(without_code(prose.text)):
            path = unquote((inline or foot).partition("#")[0])
            reached.add(posixpath.normpath(posixpath.join(home, path)))
    for page in content.ledger.pages:
        if page.path not in named and page.path not in reached:
            told = "no page leads here, and `nav` in mkdocs.yml does not name it"
            remedy = "Link to it from a page, or take it away."
            yield Mistake(content.file(page.path), 1, f"{told}. {remedy}")


def _fault_of_link(address: str, own: str, pages: dict[str, Page], content: Content) -> str:
    """Why an address on this site leads nowhere, or an empty string."""
    plain = re.sub(r"[\x00-\x20]", "", unescape(address)).replace("\\", "/")
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", plain):
        return _fault_outside(unescape(address))  # to which other rules look too
    path, _, anchor = unquote(re.sub(r"\?[^#]*", "", unescape(address))).partition("#")
    shown = address[:60]
    home = posixpath.dirname(own)
    target = posixpath.normpath(posixpath.join(home, path)) if path else own
    claim = re.fullmatch(r"claims/([^/]+)\.md", target)
    if claim and claim[1] not in content.stems:
        return content.no_claim(claim[1])
    if path.startswith("/") or target.startswith(".."):
        told = f"'{shown}' leads out of {content.folder.name}"
        return f"{told}. Link to https://… or to a page of the site."
    there = target.endswith((".md", ".csv", *PICTURES)) or target in content.folder.notebooks
    if not claim and target not in pages and not (there and content.folder.has(target)):
        known = did_you_mean(target, pages, "Link to a file there, like `method.md`.")
        return f"'{shown}' leads to no page or picture of {content.folder.name}. {known}"
    return _fault_of_anchor(anchor, target, pages, content) if anchor else ""


def _fault_outside(address: str) -> str:
    """Why an address of another site is not the one to give, or an empty string."""
    try:
        untracked(address)
    except ValueError as error:
        return f"'{address[:60]}' {error}."
    return ""


def _fault_of_anchor(anchor: str, target: str, pages: dict[str, Page], content: Content) -> str:
    """Why an anchor is none of the page, or an empty string; only where the page can be read."""
    bodies = {prose.file: prose.text for prose in content.prose}
    body = bodies.get(content.file(target))
    if body is None or not target.endswith(".md") or leads_into(pages.get(target), body, anchor):
        return ""
    known = did_you_mean(anchor, headings(body), "Link to a heading, in small letters and hyphens.")
    return f"'{target}' has no place '#{anchor[:60]}'. {known}"


def links_tell_where_they_lead(content: Content) -> Iterator[Mistake]:
    """Within the site the words of a link are no title of another page nor another heading of the
    page to which they lead; they lead to one page in a text, not to the whole of the page that they
    stand on, and hold no number that the claim to which they lead has not.
    """
    claims, article = content.ledger.claims, content.ledger.article
    pages = content.ledger.pages
    menu = {page.meta["title"].casefold(): page.path for page in pages if "title" in page.meta}
    titles = menu | {page.title.casefold(): page.path for page in pages}
    titles |= {claim.title.casefold(): f"claims/{id}.md" for id, claim in claims.items()}
    bodies = {prose.file: prose.text for prose in content.prose}
    for prose in content.prose:
        own = posixpath.relpath(prose.file, content.folder.name)
        home = posixpath.dirname(own)
        first: dict[str, str] = {}
        for line, link in placed(WITHIN, without_code(prose.text), prose.line):
            words = " ".join(link["words"].split())
            target = posixpath.normpath(posixpath.join(home, link["path"]))
            claim = claims.get(target.removeprefix("claims/").removesuffix(".md"))
            name = words.casefold()
            meant = titles.get(name) or menu.get(name.removeprefix("the "), target)
            shown, told = f"'{words[:60]}'", ""
            if meant != target:
                told = f"{shown} is the title of {meant}, and the link leads to {target}"
                told += ". Correct one."
            elif target == own and not link["place"]:
                told = "this link leads to its own page. Name the one that is meant."
            elif first.setdefault(name, target) != target:
                told = f"{shown} leads to {first[name]} too. Say in each where it leads."
            elif other := _other_heading(words, link["place"] or "", bodies, content.file(target)):
                told = f"{shown} is a heading of {target}, and the link leads to #{link['place']}"
                told += f". Lead to #{other}, or correct the words."
            elif claim and article and _has_other_number(words, claim, article):
                told = f"{shown} holds a number that the claim '{claim.id}' has not"
                told += ". Correct it, or lead to the claim that has it."
            if told:
                yield Mistake(prose.file, line, told)


def _has_other_number(words: str, claim: Claim, article: Article) -> bool:
    """True when words hold a number that a claim has not; few hold any."""
    holds = any(map(str.isdigit, words))
    return holds and any(loose_numbers(words, 1, numbers_of(claim), article, ""))


def _other_heading(words: str, place: str, bodies: dict[str, str], file: str) -> str:
    """The place of the heading of a file that has just these words, where a link leads to the place
    of another one; else an empty string.
    """
    known = headings(bodies.get(file, "")) if place else set()
    own = next((one for one in (place_of(words), place_of(words.rstrip("s"))) if one in known), "")
    return own if place in known and own != place else ""


RULES: tuple[Rule, ...] = (links_lead_somewhere, links_tell_where_they_lead, pages_are_reached)
