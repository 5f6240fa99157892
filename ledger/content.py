"""All that was read of a folder, with its places: what the rules look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ledger.claim import Claim, Ledger
from ledger.fields import Fields
from ledger.files import Folder
from ledger.forms import Form
from ledger.mistakes import Mistake
from ledger.names import Names
from ledger.tables import Table


@dataclass(frozen=True)
class Prose:
    """A text of Markdown: its file as people see it, and the line where it begins."""

    file: str
    text: str
    line: int


@dataclass(frozen=True)
class Content:
    """All that was read, with its places: what the rules look at."""

    ledger: Ledger
    folder: Folder
    stems: frozenset[str]  # of all claims, those too that cannot be read
    names: Names
    fields: dict[str, Fields]  # of the claims that can be read
    prose: tuple[Prose, ...]
    printed: Table  # of the numbers of the article
    statements: Table
    words_of_article: Table
    source_fields: Fields | None  # None when the sources cannot be read
    pages_whole: bool
    forms: dict[str, Form]

    @property
    def claims_whole(self) -> bool:
        """True when every claim could be read, so that what no claim does can be told."""
        return len(self.ledger.claims) == len(self.stems)

    @property
    def sources_whole(self) -> bool:
        """True when the sources could be read, so that what stands in none of them can be told."""
        return self.source_fields is not None

    def words(self, claim: Claim, *place: str | int) -> tuple[str, int]:
        """The file of a claim's words, and the line of a field."""
        return self.file(f"claims/{claim.id}.md"), self.fields[claim.id].line(place)

    def field_line(self, path: str, name: str) -> int:
        """The line of a field of a page; asked for only where something is wrong with it."""
        rows = (self.folder.docs / path).read_text(encoding="utf-8-sig").splitlines()
        found = (line for line, row in enumerate(rows, 1) if row.startswith(f"{name}:"))
        return next(found, 1)

    def prose_line(self, claim: Claim) -> int:
        """The line where the first words of its prose stand."""
        return claim.body_line + len(claim.body) - len(claim.body.lstrip("\n"))

    def table(self, claim: Claim) -> str:
        """The file of a claim's readings."""
        return self.file(f"claims/{claim.id}.csv")

    def file(self, name: str) -> str:
        """A file of the folder, as people see it."""
        return f"{self.folder.name}/{name}"

    def no_claim(self, id: str) -> str:
        """What to say of the id of a claim that is not there."""
        return f"there is no claim '{id}'. {self.names.hint(id, 'Add it to docs/claims.')}"


Rule = Callable[[Content], Iterator[Mistake]]
"""What yields the mistakes of all that was read; its docstring is the rule."""
