"""The site as data: what every page and file is made of."""

from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

from charts.render import Pictures
from ledger.claim import Claim, Ledger
from ledger.pages import Page, written


@dataclass(frozen=True)
class Site:
    """What every block may use: the checked content, the pictures by claim, and where readers edit and report.

    `pictures` maps a claim's id to its `Pictures` and `"overview"` to the picture of all claims; `repository` is an address
    such as https://github.com/someone/something, or empty, and then there are no links to an editor. `address` is where the
    site stands, ending in a slash, or empty when nobody knows yet.
    """

    ledger: Ledger
    pictures: dict[str, Pictures]
    repository: str = ""
    branch: str = "main"
    chapters: dict[str, str] = field(default_factory=dict)
    name: str = ""
    description: str = ""
    address: str = ""
    language: str = "en"

    @cached_property
    def pages(self) -> list[Page]:
        """The pages that people wrote, other than those of claims: a list of `Page`s."""
        return list(written(self.ledger))

    def at(self, path: str, home: str = "") -> str:
        """Where a part of the site is to be found: its whole address when the site has one, else the way from the page."""
        return f"{self.address or home}{path}"

    def edit(self, path: str) -> str:
        """The address of GitHub's editor on a file of the project, or an empty string when there is no repository."""
        return f"{self.repository}/edit/{self.branch}/{path}" if self.repository else ""

    def report(self, claim: Claim, home: str) -> str:
        """The address of GitHub's form for a wrong fact, filled with the claim, or an empty string when there is no repository."""
        page = quote(self.at(f"claims/{claim.id}/", home), safe="")
        return f"{self.repository}/issues/new?template=wrong-fact.yml&claim={claim.id}&page={page}" if self.repository else ""
