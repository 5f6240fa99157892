"""All words that people wrote, but for Markdown: fields and cells, each with its name and place."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ledger.claim import Claim

if TYPE_CHECKING:
    from ledger.content import Content

OF_CLAIM = ("title", "label", "measure", "settle", "subject")
OF_SOURCE = ("origin", "publisher", "note")


class Text(NamedTuple):
    """The words of a field or a cell: whose they are, a claim, a source's id or a file; its name,
    and what stands there; `at` is the place of a field, or the line of a cell.
    """

    owner: Claim | str
    name: str
    words: str
    at: int | tuple[str | int, ...]

    def place(self, content: "Content") -> tuple[str, int]:
        """Its file and line, which are asked for only where something is wrong."""
        if isinstance(self.owner, Claim):
            if isinstance(self.at, int):
                return content.table(self.owner), self.at
            return content.words(self.owner, *self.at)
        if isinstance(self.at, int):
            return content.file(self.owner), self.at
        fields = content.source_fields
        return content.file("sources.yml"), fields.line((self.owner, *self.at)) if fields else 1


def of_claims(content: "Content") -> Iterator[Text]:
    """The words of the fields of claims."""
    for claim in content.ledger.claims.values():
        yield Text(claim, "claim", claim.sentence, ("claim",))
        for name in OF_CLAIM:
            if words := getattr(claim, name):
                yield Text(claim, name, words, (name,))
        for index, change in enumerate(claim.history):
            yield Text(claim, "history", change.why, ("history", index))
        for index, left in enumerate(claim.not_judged):
            yield Text(claim, "not_judged", left.why, ("not_judged", index))
        for index, search in enumerate(claim.searches):
            if search.found:
                yield Text(claim, "searches", search.found, ("searches", index))


def of_readings(content: "Content") -> Iterator[Text]:
    """The words of the cells of readings, but for their proofs."""
    for claim in content.ledger.claims.values():
        for row in claim.readings:
            yield Text(claim, "reading", row.name, row.line)
            if row.note:
                yield Text(claim, "note", row.note, row.line)
            for name, cell in row.extra.items():
                if cell and isinstance(cell, str):
                    yield Text(claim, name, cell, row.line)


def of_article(content: "Content") -> Iterator[Text]:
    """What stands for the article: its sentences, and the reasons of what no claim covers."""
    for line, row in content.statements.rows:
        yield Text("statements.csv", "statement", row["statement"], line)
        yield Text("statements.csv", "reason", row["reason"], line)
    for line, row in content.printed.rows:
        yield Text("article.csv", "reason", row["reason"], line)


def of_sources(content: "Content") -> Iterator[Text]:
    """The words of the fields of sources, but for titles, which are theirs, and dates."""
    for source in content.ledger.sources.values() if content.source_fields else ():
        for name in OF_SOURCE:
            if words := getattr(source, name):
                yield Text(source.id, name, words, (name,))
