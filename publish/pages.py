"""All that readers get, as data: pages in Markdown by path, and files by address.

Any generator of sites can take it from here: the pages are plain Markdown with front matter.
"""

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Any

from charts.workers import nothing
from ledger.claim import Claim
from ledger.pages import Page
from publish import machines
from publish.blocks import draw_block, draw_claim_page, place_blocks
from publish.files import write_files
from publish.site import Site, View, url_of
from publish.twins import twin_of


@dataclass(frozen=True)
class Published:
    """What is published: `pages`, Markdown with front matter by path under the folder of content,
    and `files` by address.

    The page of a notebook is front matter alone: its body is what the notebook says when it runs.
    """

    pages: dict[str, str]
    files: dict[str, bytes]


def publish(site: Site, pause: Callable[[], None] = nothing) -> Published:
    """Make every page and every file of a site that was read, checked and drawn.

    `pause` is called between them.
    """
    pages = {}
    for path in site.urls:
        pages[path] = write_page(path, site)
        pause()
    return Published(pages, write_files(site, pause))


def write_page(path: str, site: Site) -> str:
    """One page, by its path under the folder of content."""
    if path in site.pages:
        return _page(site.pages[path], site)
    return _claim_page(site.ledger.claims[PurePosixPath(path).stem], site)


def _page(page: Page, site: Site) -> str:
    view = site.seen_from(page.url)
    about = machines.about_page(page, view)
    head = {**page.meta, "description": page.description, "edit": view.edit(page.path)}
    body = place_blocks(page, view) if page.path.endswith(".md") else ""
    if site.begun:
        told = draw_block("_begun", [], view)
        body = re.sub(r"(?m)^# .+\n", lambda title: f"{title[0]}\n{told}\n", body, count=1)
    if view.part:
        head["story"] = view.part.url
        above, below = (draw_block(name, [], view) for name in ("_steps", "_onward"))
        body = "\n\n".join((above, body.strip(), below, _margin([], view)))
    return _head(head, about, page.url) + body


def _claim_page(claim: Claim, site: Site) -> str:
    view = site.seen_from(url_of(claim))
    about = machines.about_claim(claim, view)
    head = {"title": claim.title, "description": about.description}
    body = draw_claim_page(claim, view)
    if place := site.places.get(claim.id):
        head["story"] = place.part.url
        body = f"{body}\n{_margin([claim], view)}\n"
    return _head(head, about, url_of(claim)) + body


def _margin(claims: list[Claim], view: View) -> str:
    """The parts of the story and the claims of one of them, for the margins of wide screens."""
    return draw_block("_margin", claims, view)


def _head(head: dict[str, Any], about: machines.About, url: str) -> str:
    """Front matter: one field a line, each value as JSON, which is YAML too."""
    fields = {**head, "twin": twin_of(url), "about": asdict(about)}
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())
    return "\n".join(("---", *lines, "---", "", ""))
