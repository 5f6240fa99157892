"""The site as data: what every page and every file is made of."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from charts.cache import Cache
from charts.called import name_of
from charts.pictures import Pictures
from ledger.claim import Claim, Ledger, PrintedNumber, Statement
from ledger.pages import Page
from publish.story import Part, Place, parts_of, places_of

POSTERS = {"clock": "clock", "x-ray": "xray"}  # by address, the block whose picture it is


@dataclass(frozen=True)
class Site:
    """The checked content, the drawn pictures, and where readers find, edit and report.

    `pictures` maps a claim's id to its `Pictures`, and `"overview"` to the picture of all claims.
    `repository` is an address such as https://github.com/someone/something, or empty, and then
    there are no links to an editor; `docs` is the folder of content in it.
    `address` is where the site stands, ending in a slash, or empty when nobody knows yet.
    `cache` keeps what is dear to make again, where there is one.
    """

    ledger: Ledger
    pictures: dict[str, Pictures]
    repository: str = ""
    branch: str = "main"
    docs: str = "docs"
    name: str = ""
    description: str = ""
    address: str = ""
    language: str = "en"
    cache: Cache | None = None

    @cached_property
    def urls(self) -> dict[str, str]:
        """The address of each page from the site's root, by its file in the folder of content."""
        pages = {page.path: page.url for page in self.ledger.pages}
        return pages | {
            f"claims/{id}.md": url_of(claim) for id, claim in self.ledger.claims.items()
        }

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages that people wrote, by their files in the folder of content."""
        return {page.path: page for page in self.ledger.pages}

    @cached_property
    def blocks(self) -> dict[str, str]:
        """The address of a page that shows a block, by the block's name."""
        return {call.name: page.url for page in self.ledger.pages for call in page.calls}

    @property
    def begun(self) -> bool:
        """True for a site that has claims, and on which no verdict stands yet."""
        return 0 < len(self.ledger.drafts) == len(self.ledger.claims)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the story in their order."""
        return parts_of(self.ledger)

    @cached_property
    def places(self) -> dict[str, Place]:
        """Where the story tells each claim, by its id."""
        return places_of(self.parts)

    @cached_property
    def posters(self) -> dict[str, Pictures]:
        """The pictures of many claims that have an address of their own, by its stem."""
        calls = [call for page in self.ledger.pages for call in page.calls]
        found: dict[str, Pictures] = {}
        for stem, block in POSTERS.items():
            names = [name_of(block, call.arguments or ()) for call in calls if call.name == block]
            names.sort(key=lambda name: name != block)  # what shows the whole is named first
            if names and names[0] in self.pictures:
                found[stem] = self.pictures[names[0]]
        return found

    @cached_property
    def neighbours(self) -> dict[str, tuple[Claim | None, Claim | None]]:
        """The claims before and after each claim in its part of the story, by its id.

        Those that the story does not tell have each other.
        """
        every = self.ledger.claims
        rest = [claim for claim in every.values() if claim.id not in self.places]
        return {
            claim.id: (before, after)
            for row in (*(part.claims for part in self.parts), rest)
            for before, claim, after in zip([None, *row], row, [*row[1:], None], strict=False)
        }

    @cached_property
    def numbers(self) -> dict[str, list[tuple[PrintedNumber, Claim | None]]]:
        """The numbers that each part of the article prints, each with the claim that covers it."""
        found = defaultdict(list)
        for printed in self.ledger.printed:
            found[printed.where].append((printed, self.ledger.claims.get(printed.claim_id)))
        return found

    @cached_property
    def sentences(self) -> dict[str, list[tuple[Statement | None, list[Claim]]]]:
        """The sentences of each part of the article, each with the claims that cover it.

        Where nobody has listed them: the claims that no number of the article leads to.
        """
        claims = self.ledger.claims
        found: dict[str, list[tuple[Statement | None, list[Claim]]]] = defaultdict(list)
        for statement in self.ledger.statements:
            covering = [claims[id] for id in statement.claim_ids if id in claims]
            found[statement.where].append((statement, covering))
        if not self.ledger.statements:
            covered = {printed.claim_id for printed in self.ledger.printed}
            for claim in claims.values():
                if claim.id not in covered:
                    found[claim.where].append((None, [claim]))
        return found

    @cached_property
    def accounted(self) -> set[str]:
        """The claims that a number or a sentence of the article leads to."""
        numbers = {printed.claim_id for printed in self.ledger.printed}
        listed = [
            claim.id for rows in self.sentences.values() for _, claims in rows for claim in claims
        ]
        return numbers.union(listed)

    def seen_from(self, url: str) -> "View":
        """The site as the page at `url` sees it, an address from the site's root like `method/`."""
        return View(self, "../" * url.count("/"), url)


@dataclass(frozen=True)
class View:
    """The site as the page at `url` sees it; `home` is the way from there to the site's root."""

    site: Site
    home: str
    url: str = ""

    @property
    def ledger(self) -> Ledger:
        """The checked content."""
        return self.site.ledger

    @property
    def part(self) -> Part | None:
        """The part of the story that the page is, if it is one."""
        return next((part for part in self.site.parts if part.url == self.url), None)

    def at(self, path: str) -> str:
        """Where a part of the site is: its address when the site has one, else the way to it."""
        return f"{self.site.address or self.home}{path}"

    def edit(self, path: str) -> str:
        """GitHub's editor on a file under the folder of content, or an empty string without one."""
        site = self.site
        way = f"{site.repository}/edit/{site.branch}/{site.docs}/{path}"
        return way if site.repository else ""

    def report(self, claim: Claim) -> str:
        """GitHub's form for a wrong fact, filled with the claim, or an empty string without one."""
        page = quote(self.at(url_of(claim)), safe="")
        form = f"issues/new?template=wrong-fact.yml&claim={claim.id}&page={page}"
        return f"{self.site.repository}/{form}" if self.site.repository else ""


def url_of(claim: Claim) -> str:
    """The address of a claim's page from the site's root."""
    return f"claims/{claim.id}/"
