"""The nouns: claims, readings, sources, the numbers that the article prints, and the ledger that holds them all."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ledger import values, verdict
from ledger.mistakes import Mistake
from ledger.shapes import Article, Change, SourceEntry


@dataclass(frozen=True)
class Source:
    """An entry of `docs/sources.yml` with its `id`."""

    id: str
    title: str
    publisher: str
    date: str
    address: str
    seen: str
    note: str | None = None

    @classmethod
    def of(cls, id: str, entry: SourceEntry) -> "Source":
        """The source that an entry describes."""
        return cls(id, **entry.model_dump())

    def record(self) -> dict[str, Any]:
        """The source as data, without its id and without what it leaves empty."""
        return {name: value for name, value in vars(self).items() if name != "id" and value is not None}


@dataclass(frozen=True)
class Reading:
    """One row of a claim's table: its name, `Value`, role, `Source`, note, further columns (`extra`), and line in the file."""

    name: str
    value: values.Value
    role: str
    source: Source
    note: str
    extra: dict[str, str]
    line: int


@dataclass(frozen=True)
class Claim:
    """A claim with its readings, checked and judged.

    `sentence` is what the article says, in our words; `stated` its value, None for an opinion or a forecast; `kind` is
    `fact`, `opinion` or `forecast`; `unit` the unit of the readings, `date` or empty; `body` the prose in Markdown, which
    begins at `body_line` of its file; `columns` are the form's further columns.
    """

    id: str
    title: str
    sentence: str
    label: str | None
    kind: str
    stated: values.Value | None
    unit: str
    measure: str | None
    where: str
    form: str
    settle: str | None
    history: tuple[Change, ...]
    readings: tuple[Reading, ...]
    judgement: verdict.Judgement
    body: str
    body_line: int
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        """The short name for pictures of many claims."""
        return self.label or self.title

    @property
    def verdict(self) -> verdict.Verdict:
        """The verdict that the readings come to."""
        return self.judgement.verdict

    @property
    def signed(self) -> bool:
        """True when the claim speaks of falls and rises, so that rises are shown with a plus."""
        everything = [row.value for row in self.readings] + ([self.stated] if self.stated else [])
        return any(value.kind == "number" and value.low < 0 for value in everything)

    def show(self, value: values.Value) -> str:
        """A value in this claim's unit, as a reader sees it."""
        return values.show(value, "" if self.unit == "date" else self.unit, self.signed)

    @property
    def said(self) -> str:
        """The stated value as a reader sees it, or an empty string for an opinion or a forecast."""
        return self.show(self.stated) if self.stated else ""

    @property
    def sources(self) -> dict[str, Source]:
        """The sources of its readings by id, in the order of the readings."""
        return {row.source.id: row.source for row in self.readings}

    def record(self) -> dict[str, Any]:
        """The claim as data, for `/claims/<id>.json` and `/claims.json`."""
        return {
            "id": self.id,
            "title": self.title,
            "claim": self.sentence,
            "stated": self.stated.text if self.stated else None,
            "unit": self.unit,
            "kind": self.kind,
            "verdict": self.verdict.name,
            "because": self.judgement.because,
            "where": self.where,
            "readings": [
                {
                    "reading": row.name,
                    "value": row.value.text,
                    "role": row.role,
                    "source": row.source.id,
                    "note": row.note,
                    **row.extra,
                }
                for row in self.readings
            ],
            "sources": {id: source.record() for id, source in self.sources.items()},
            "history": [change.model_dump(mode="json") for change in self.history],
        }


@dataclass(frozen=True)
class PrintedNumber:
    """A row of `docs/article.csv`: a number that the article prints, and the claim that covers it or the reason why none does."""

    where: str
    text: str
    claim_id: str
    reason: str


@dataclass
class Ledger:
    """Everything that people wrote, checked: the article, its numbers, claims and sources by id, and every mistake found."""

    docs: Path
    article: Article | None = None
    printed: list[PrintedNumber] = field(default_factory=list)
    claims: dict[str, Claim] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    sources_read: bool = False
    mistakes: list[Mistake] = field(default_factory=list)

    def tally(self) -> list[tuple[verdict.Verdict, list[Claim]]]:
        """How many claims have each verdict: a list of (`Verdict`, claims), in the order of the verdict table."""
        return [(one, [claim for claim in self.claims.values() if claim.verdict is one]) for one in verdict.VERDICTS]

    def records(self) -> list[dict[str, Any]]:
        """All claims as data, in the article's order."""
        return [claim.record() for claim in self.claims.values()]

    def changes(self) -> list[tuple[Change, Claim]]:
        """Every dated line of every claim's history, the newest first: a list of (`Change`, `Claim`)."""
        lines = [(change, claim) for claim in self.claims.values() for change in claim.history]
        return sorted(lines, key=lambda line: line[0].date, reverse=True)

    @cached_property
    def users(self) -> dict[str, list[Claim]]:
        """The claims that rest on each source, by its id."""
        found: dict[str, list[Claim]] = {id: [] for id in self.sources}
        for claim in self.claims.values():
            for id in claim.sources:
                found[id].append(claim)
        return found
