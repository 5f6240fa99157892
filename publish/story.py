"""The story: pages in an order, one part each, and the place in it at which each claim is told."""

import re
from dataclasses import dataclass

from markdown.extensions.toc import slugify

from ledger.claim import Claim, Ledger
from ledger.pages import FIGURES, LINK, TELLING, Call, Page, parts, plain_of
from ledger.verdict import VERDICTS, Verdict

BLOCK = "story"  # the block that names the pages of the story in their order
HEADING = re.compile(r"^## +(.+?) *#* *$", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """A page of the story: its number, from 1 on, and the claims that it is the first to tell."""

    number: int
    page: Page
    claims: tuple[Claim, ...]

    @property
    def title(self) -> str:
        """Its short name."""
        return self.page.meta.get("title", self.page.title)

    @property
    def finding(self) -> str:
        """What it comes to: its first heading, as that is set."""
        return self.page.title.replace("'", "’")

    @property
    def url(self) -> str:
        """Its address from the site's root."""
        return self.page.url

    @property
    def tally(self) -> list[tuple[Verdict, list[Claim]]]:
        """Its claims by verdict, in the order of the verdict table; only what occurs."""
        judged = [claim for claim in self.claims if not claim.draft]
        every = ((one, [claim for claim in judged if claim.verdict is one]) for one in VERDICTS)
        return [(one, found) for one, found in every if found]


@dataclass(frozen=True)
class Place:
    """Where a claim is told: the part, the heading above it, or none, and the nearest anchor."""

    part: Part
    heading: str
    anchor: str

    @property
    def url(self) -> str:
        """The address of the place from the site's root."""
        return f"{self.part.url}#{self.anchor}" if self.anchor else self.part.url


def parts_of(ledger: Ledger) -> tuple[Part, ...]:
    """The parts of the story in their order; none where no page names them.

    A claim that several pages tell belongs to the first.
    """
    pages = {page.path: page for page in ledger.pages}
    named = next(
        (call.arguments for p in ledger.pages for call in p.calls if call.name == BLOCK), ()
    )
    told: set[str] = set()
    found = []
    for number, path in enumerate(named or (), 1):
        page = pages[path]
        claims = [claim for id, claim in ledger.claims.items() if id in {*page.tells} - told]
        told |= {claim.id for claim in claims}
        found.append(Part(number, page, tuple(claims)))
    return tuple(found)


def places_of(story: tuple[Part, ...]) -> dict[str, Place]:
    """The place of each claim that the story tells, by its id."""
    return {
        claim.id: _place(claim.id, part, mentions)
        for part in story
        for mentions in [_mentions(part.page)]
        for claim in part.claims
    }


def _place(id: str, part: Part, mentions: list[tuple[str, str, bool]]) -> Place:
    """The figure of a claim, else its first mention under a heading, else the page."""
    here = [(heading, drawn) for name, heading, drawn in mentions if name == id]
    for heading, drawn in here:
        if drawn:
            return Place(part, heading, f"figure-{id}")
    heading = next((heading for heading, _ in here if heading), "")
    return Place(part, heading, slugify(heading, "-") if heading else "")


def _mentions(page: Page) -> list[tuple[str, str, bool]]:
    """The claims that a page names, in order: (id, the heading above, whether it is drawn)."""
    found, heading = [], ""
    for part in parts(page.body):
        if isinstance(part, Call):
            if part.name in TELLING:
                found += [(id, heading, part.name in FIGURES) for id in part.arguments or ()]
            continue
        for row in part.split("\n"):
            if match := HEADING.match(row):
                heading = plain_of(match[1])
            found += [(link[1], heading, False) for link in LINK.finditer(row)]
    return found
