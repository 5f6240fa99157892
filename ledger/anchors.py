"""The places of a page that a link can lead to, `page.md#some-heading`."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice

from ledger.forms import BLOCKS
from ledger.pages import Page, plain_of, without_code

MOST = 500  # headings of a page that are looked at
_HEADING = re.compile(r"^#{1,6} +(.+?)[ #]*$", re.MULTILINE)
_ID = re.compile(r'\bid="([^"]*)"')
_OF_CLAIMS = "claim-*.html"  # the blocks of a claim's own page
_SHARED = "_*.html"  # what several blocks are made of


@lru_cache(maxsize=256)
def headings(markdown: str) -> set[str]:
    """The anchors of the headings of a text, as they are made in the site's pages."""
    from markdown.extensions.toc import unique

    found: set[str] = set()
    for match in islice(_HEADING.finditer(without_code(markdown)), MOST):
        unique(place_of(match[1]), found)  # adds it to those that are found
    return found


def place_of(heading: str) -> str:
    """The anchor that the first heading with these words has."""
    from markdown.extensions.toc import slugify

    return str(slugify(plain_of(heading), "-"))


def leads_into(page: Page | None, body: str, anchor: str) -> bool:
    """True when a page has this anchor; without the page, when that of a claim has."""
    made = [_OF_CLAIMS, _SHARED]
    if page:
        made = [f"{call.name}.html" for call in page.calls] + [_SHARED] * bool(page.calls)
    return anchor in headings(body) or any(one.fullmatch(anchor) for one in _ids(made))


def _ids(names: Iterable[str]) -> list[re.Pattern[str]]:
    return [pattern for name in dict.fromkeys(names) for pattern in _ids_of(name)]


@cache
def _ids_of(name: str) -> list[re.Pattern[str]]:
    """The ids that templates set; what one fills in may be anything."""
    found = []
    for path in sorted(BLOCKS.glob(name)):
        for id in _ID.findall(path.read_text(encoding="utf-8")):
            fixed = [re.escape(part) for part in re.split(r"\{\{.*?\}\}", id)]
            numbered = name == _OF_CLAIMS and not any(fixed)  # a row of a claim
            found.append(re.compile(r"[a-z]+-\d+" if numbered else r"\S+".join(fixed)))
    return found
