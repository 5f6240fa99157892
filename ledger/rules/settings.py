"""The rules for `mkdocs.yml`, the settings of the site: it can be read, names its pages, and holds
what the engine rests on.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from ledger.content import Content, Rule
from ledger.mistakes import Mistake, did_you_mean
from ledger.pages import Page, story_of
from ledger.settings import HOOK, WITHOUT_HOOK

OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)


class Need(NamedTuple):
    """What must stand at a place of the settings: a word, or all of a list; how it is written
    there, and what becomes of the site without it.
    """

    place: tuple[str, ...]
    words: tuple[str, ...]
    line: str
    without: str
    paths: bool = False  # words are paths, of which only the end counts


STYLE = ("assets/colours.css", "assets/site.css", "assets/story.css")
MARKDOWN = {
    "abbr": "no word of the glossary is explained where it stands",
    "attr_list": "marks in braces stand in the text as they were typed",
    "tables": "tables stand in the text with all their bars",
    "smarty": "quotes and dashes stay those of a typewriter",
    "toc": "no heading can be linked to",
}
NEEDS = (
    Need(("hooks",), (HOOK,), f"hooks: [{HOOK}]", WITHOUT_HOOK, paths=True),
    Need(
        ("theme", "name"),
        ("material",),
        "name: material",
        "pages have neither the look nor the parts of the site",
    ),
    Need(
        ("theme", "custom_dir"),
        ("theme",),
        "custom_dir: theme",
        "pages have neither the look nor the parts of the site",
        paths=True,
    ),
    Need(
        ("theme", "font"),
        ("false",),
        "font: false",
        "every reader's browser asks another host for letters",
    ),
    Need(
        ("theme", "palette", "scheme"),
        ("default",),
        "palette: {scheme: default, primary: custom, accent: custom}",
        "pages have other colours than the figures on them",
    ),
    Need(
        ("extra_css",),
        STYLE,
        f"extra_css: [{', '.join(STYLE)}]",
        "pages have another look",
    ),
    *(
        Need(("markdown_extensions",), (name,), f"- {name}", without)
        for name, without in MARKDOWN.items()
    ),
    Need(
        ("site_description",),
        (),
        "site_description: …",
        "search engines are told nothing of what the site is about",
    ),
    Need(("nav",), (), "nav:", "the menu lists every file, those of all claims too"),
)
LANGUAGE = ("theme", "language")
OFF = (None, "", "false")
MOVING = {  # settings of MkDocs that the site cannot have, with what each does
    "exclude_docs": "takes pages away to which others lead",
    "draft_docs": "takes pages away to which others lead",
    "use_directory_urls": "changes the address of every page",
}


def settings_can_be_read(content: Content) -> Iterator[Mistake]:
    """What stands in the settings of the site is what is read of it."""
    for line, sentence in content.folder.settings.faults:
        yield Mistake(content.folder.settings_shown, line, sentence)


def settings_hold_what_the_engine_needs(content: Content) -> Iterator[Mistake]:
    """Whatever would leave the pages without blocks, style or words, without a word of MkDocs,
    stands in the settings as the engine has it.
    """
    settings, shown = content.folder.settings, content.folder.settings_shown
    if not settings.written:
        return
    for need in NEEDS:
        if not settings.holds(need.place, need.words, need.paths):
            named = ".".join(need.place)
            told = f"without `{need.line}` {need.without}"
            remedy = f"Write it so below `{need.place[0]}`." if need.place[1:] else "Write it so."
            if need.place[0] == "markdown_extensions":
                remedy = "Put it into the list of `markdown_extensions`."
            yield Mistake(shown, settings.line(*need.place), f"`{named}`: {told}. {remedy}")
    for name, does in MOVING.items():
        if settings.found(name) not in (None, "", "true"):
            told = f"`{name}` {does}. Take it out."
            yield Mistake(shown, settings.line(name), told)
    if _options(settings.found("markdown_extensions"), "toc").get("permalink") not in OFF:
        told = "`permalink` puts a sign behind every heading, and the pages have their own way"
        line = settings.line("markdown_extensions")
        yield Mistake(shown, line, f"{told}. Write `toc: {{permalink: false}}`.")
    if (language := settings.found(*LANGUAGE)) not in (None, "en"):
        told = f"`language` is '{str(language)[:20]}', and all words of the pages are English"
        yield Mistake(shown, settings.line(*LANGUAGE), f"{told}. Write en.")


def _options(found: Any, name: str) -> dict[str, Any]:
    """The options of one of a list of settings, if it has any."""
    every = found if isinstance(found, list) else [found]
    options = (one[name] for one in every if isinstance(one, dict) and name in one)
    given = next(options, None)
    return given if isinstance(given, dict) else {}


def navigation_leads_to_pages(content: Content) -> Iterator[Mistake]:
    """The navigation names pages, or sections of pages, each once; a section may hold a link to
    another site.
    """
    pages = [page.path for page in content.ledger.pages]
    first: dict[str, int] = {}
    for entry in content.folder.settings.entries():
        line = first.setdefault(entry.address, entry.line)
        told = ""
        if entry.depth > 1:
            told = "a section in a section stands in no menu. Put its pages one level up."
        elif OUTSIDE.match(entry.address):
            if not WEB.match(entry.address):
                told = f"'{entry.address[:60]}' is no address that a menu can lead to. Take it out."
            elif not entry.depth:
                told = "a link to another site stands in no bar"
                told += ". Put it on a page, or into a section of `nav`."
        elif entry.address not in pages and not _is_page(content, entry.address):
            remedy = did_you_mean(entry.address, pages, "Take it out, or add the page.")
            told = f"`nav` names '{entry.address[:60]}', and there is no such page. {remedy}"
        elif line != entry.line:
            told = f"`nav` names '{entry.address[:60]}' on line {line} already. Keep one."
        if told:
            yield Mistake(content.folder.settings_shown, entry.line, told)


def names_of_the_menu_are_those_of_pages(content: Content) -> Iterator[Mistake]:
    """A name in the menu is not the name of another page than the one to which it leads."""
    if not content.pages_whole:
        return
    pages = {page.path: page for page in content.ledger.pages}
    for entry in content.folder.settings.entries():
        own, name = pages.get(entry.address), _plain(entry.name)
        if not own or not name or name in _names(own):
            continue
        other = next((page for page in pages.values() if name in _names(page)), None)
        if other:
            told = f"the menu calls {entry.address} '{entry.name[:60]}', and {other.path} has that "
            told += f"name. Write {other.path} here, or the name of the page."
            yield Mistake(content.folder.settings_shown, entry.line, told)


def menu_is_in_the_order_of_the_story(content: Content) -> Iterator[Mistake]:
    """The menu has the parts of the story in the order in which they are told."""
    order = {path: at for at, path in enumerate(story_of(content.ledger.pages))}
    entries = [one for one in content.folder.settings.entries() if one.address in order]
    for before, entry in pairwise(dict.fromkeys(entries)):
        if order[entry.address] < order[before.address]:
            told = f"the story tells {entry.address} before {before.address}, and the menu after it"
            told += ". Put them in one order, here or in {{ story(…) }}."
            yield Mistake(content.folder.settings_shown, entry.line, told)
            return


def _names(page: Page) -> set[str]:
    """What a menu may call a page: its heading, or the words of its file's name."""
    stem = page.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return {_plain(page.title), _plain(stem.replace("-", " "))}


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _is_page(content: Content, address: str) -> bool:
    """True for a file of Markdown below the folder, which may be the page of a claim."""
    inside = address.endswith(".md") and not address.startswith(("/", "..", "\\"))
    return inside and content.folder.has(address)


RULES: tuple[Rule, ...] = (
    settings_can_be_read,
    settings_hold_what_the_engine_needs,
    navigation_leads_to_pages,
    names_of_the_menu_are_those_of_pages,
    menu_is_in_the_order_of_the_story,
)
