"""All that readers get, as data: pages in Markdown by path, and files by address.

Any generator of sites can take it from here: the pages are plain Markdown with front matter.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from ledger.claim import Claim
from ledger.pages import Page
from publish import machines
from publish.blocks import draw_claim_page, place_blocks
from publish.files import File, write_files
from publish.site import Site, url_of
from publish.twins import twin_of


@dataclass(frozen=True)
class Published:
    """What is published: `pages`, Markdown with front matter by path under the folder of content,
    and `files` by address.

    The page of a notebook is front matter alone: its body is what the notebook says when it runs.
    """

    pages: dict[str, str]
    files: dict[str, File]


def publish(site: Site) -> Published:
    """Make every page and every file of a site that was read, checked and drawn."""
    pages = dict(_pages(site))
    return Published(pages, write_files(site))


def _pages(site: Site) -> Iterator[tuple[str, str]]:
    for page in site.ledger.pages:
        yield page.path, _page(page, site)
    for claim in site.ledger.claims.values():
        yield f"claims/{claim.id}.md", _claim_page(claim, site)


def _page(page: Page, site: Site) -> str:
    view = site.seen_from(page.url)
    about = machines.about_page(page, view)
    head = {**page.meta, "description": page.description}
    body = place_blocks(page, view) if page.path.endswith(".md") else ""
    return _head(head, about, page.url) + body


def _claim_page(claim: Claim, site: Site) -> str:
    view = site.seen_from(url_of(claim))
    about = machines.about_claim(claim, view)
    head = {"title": claim.title, "description": about.description}
    return _head(head, about, url_of(claim)) + draw_claim_page(claim, view)


def _head(head: dict[str, Any], about: machines.About, url: str) -> str:
    """Front matter: one field a line, each value as JSON, which is YAML too."""
    fields = {**head, "twin": twin_of(url), "about": asdict(about)}
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())
    return "\n".join(("---", *lines, "---", "", ""))
