"""The twin of each page in plain Markdown, and `llms.txt`, which lists them.

They are for text browsers, language models and people who search with their own tools.
"""

import posixpath
import re
from collections.abc import Sequence
from functools import cache as remembered
from pathlib import Path

from charts.cache import code_of, key_of, versions_of
from ledger.claim import Claim
from ledger.pages import FIGURES, Call, Page
from ledger.strength import strength
from ledger.turns import turns
from publish import evidence
from publish.blocks import draw_call, place
from publish.machines import count, count_verdicts, describe_claim
from publish.site import View, url_of
from publish.templates import fill

LINK = re.compile(r"\]\(([\w./-]+\.(?:md|py))(#[\w-]+)?\)")


def twin_of(url: str) -> str:
    """Where the Markdown of a page stands, as https://llmstxt.org proposes for such addresses."""
    return f"{url}index.html.md"


def write_claim(claim: Claim, view: View) -> str:
    """The page of a claim in Markdown, with its readings, sources and history."""
    return fill(
        "files/claim.md",
        claim=claim,
        view=view,
        url=url_of(claim),
        pictures=view.site.pictures[claim.id],
        body=_linked(claim.body, "claims", view).strip(),
        evidence=evidence,
        standing=[line for line in (turns(claim), strength(claim)) if line],
        rows=zip(claim.readings, claim.judgement.lines, strict=True),
    )


def write_page(page: Page, view: View) -> str:
    """A page that people wrote in Markdown: its claims in words, its blocks as lists and tables."""

    def block(call: Call, claims: Sequence[Claim]) -> str:
        if call.name in FIGURES:
            return "\n\n".join(_tell(claim, view) for claim in claims)
        return write_html(draw_call(call, claims, view), view)

    body = _linked(place(page, view, block), posixpath.dirname(page.path), view)
    body = re.sub(r"\n{3,}", "\n\n", body.strip())
    return fill("files/page.md", body=body, view=view, url=page.url)


def write_notebook(html: str, url: str, view: View) -> str:
    """The page of a notebook in Markdown, from the HTML of what it said and worked out."""
    return fill("files/page.md", body=write_html(html, view), view=view, url=url)


def write_index(view: View) -> str:
    """`llms.txt`: what the site is, and where each page stands in Markdown."""
    ledger = view.ledger
    return fill(
        "files/llms.txt",
        site=view.site,
        view=view,
        ledger=ledger,
        article=ledger.article,
        pages=sorted(ledger.pages, key=lambda page: bool(page.url)),
        counted=count(view.site),
        counts=count_verdicts(view.site),
        summary=describe_claim,
        twin_of=twin_of,
    )


def write_html(html: str, view: View) -> str:
    """HTML as Markdown: pictures by their words, controls left out, links to other twins."""
    leads = {f"{view.home}{url}": view.at(twin_of(url)) for url in view.site.urls.values()}

    def made() -> dict[str, str]:
        from publish.html import to_markdown

        return {"markdown": to_markdown(html, leads)}

    key = key_of("twin", html, leads, _converter())
    return (view.site.cache.entry(key, made) if view.site.cache else made())["markdown"]


@remembered
def _converter() -> str:
    """The key of what turns HTML into Markdown."""
    code = code_of(Path(__file__).with_name("html.py"))
    return key_of(code, versions_of("beautifulsoup4", "markdownify"))


def _tell(claim: Claim, view: View) -> str:
    """A claim told on another page."""
    address = view.at(twin_of(url_of(claim)))
    return fill(
        "files/told.md", claim=claim, address=address, pictures=view.site.pictures[claim.id]
    )


def _linked(markdown: str, folder: str, view: View) -> str:
    """Markdown of a page in `folder` whose links to other pages lead to their twins."""

    def link(match: re.Match[str]) -> str:
        url = view.site.urls.get(posixpath.normpath(posixpath.join(folder, match[1])))
        return match.group() if url is None else f"]({view.at(twin_of(url))}{match[2] or ''})"

    return LINK.sub(link, markdown)
