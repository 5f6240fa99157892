"""The rules for `mkdocs.yml`, the settings of the site: it can be read, and names its pages."""

import re
from collections.abc import Iterator

from ledger.content import Content, Rule
from ledger.mistakes import Mistake, did_you_mean

OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def settings_can_be_read(content: Content) -> Iterator[Mistake]:
    """What stands in the settings of the site is what is read of it."""
    for line, sentence in content.folder.settings.faults:
        yield Mistake(content.folder.settings_shown, line, sentence)


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


def _is_page(content: Content, address: str) -> bool:
    """True for a file of Markdown below the folder, which may be the page of a claim."""
    inside = address.endswith(".md") and not address.startswith(("/", "..", "\\"))
    return inside and content.folder.has(address)


RULES: tuple[Rule, ...] = (settings_can_be_read, navigation_leads_to_pages)
