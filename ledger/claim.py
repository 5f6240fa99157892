"""The nouns: claims, readings, sources, the numbers that the article prints, and the ledger of them
all.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ledger import values, verdict

if TYPE_CHECKING:  # whoever draws a claim is no heir of the rules for pages and messages
    from ledger.mistakes import Mistake
    from ledger.pages import Page

COLUMNS = ("reading", "value", "role", "source", "note")
DRAFT = "A draft; nothing has been checked yet."  # the reason in the history of a claim just begun


@dataclass(frozen=True)
class Change:
    """One dated line of a claim's history: which verdict stood from that day, and why."""

    date: date
    verdict: str
    why: str


@dataclass(frozen=True)
class Article:
    """The article under check; `sections` are the names of its parts by id, in its order."""

    title: str
    author: str
    publisher: str
    date: str
    address: str
    sections: dict[str, str]
    names: tuple[str, ...] = ()


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

    def record(self) -> dict[str, Any]:
        """The source as data, without its id and without what it leaves empty."""
        fields = vars(self).items()
        return {name: value for name, value in fields if name != "id" and value is not None}


@dataclass(frozen=True)
class Reading:
    """One row of a claim's table; `extra` are the cells of its form's own columns."""

    name: str
    value: values.Value
    role: str
    source: Source
    note: str
    extra: dict[str, str | values.Value]
    line: int

    def cells(self) -> dict[str, str]:
        """The row as it stands in the table, by column."""
        shared = (self.name, self.value.text, self.role, self.source.id, self.note)
        return {
            **dict(zip(COLUMNS, shared, strict=True)),
            **{n: str(v) for n, v in self.extra.items()},
        }


@dataclass(frozen=True)
class Claim:
    """A claim with its readings, checked and judged.

    `sentence` is what the article says, in our words; `stated` its value, None for an opinion or a
    forecast; `kind` is `fact`, `opinion` or `forecast`; `unit` the unit of the readings, `date` or
    empty; `body` the prose in Markdown, which begins at `body_line` of its file; `columns` are the
    form's further columns, and `shows` the kinds of value that it draws.
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
    shows: tuple[str, ...]

    @property
    def name(self) -> str:
        """The short name for pictures of many claims."""
        return self.label or self.title

    @property
    def verdict(self) -> verdict.Verdict:
        """The verdict that the readings come to."""
        return self.judgement.verdict

    @property
    def draft(self) -> bool:
        """True for a claim that somebody has begun and not checked yet."""
        return self.history[-1].why == DRAFT

    @cached_property
    def signed(self) -> bool:
        """True when the claim speaks of falls and rises, so that rises are shown with a plus."""
        everything = [row.value for row in self.readings] + ([self.stated] if self.stated else [])
        return any(value.kind == "number" and value.low < 0 for value in everything)

    @property
    def told(self) -> tuple[Reading, ...]:
        """The readings that judge and that the form cannot draw: a page sets them as text."""
        return tuple(
            row
            for row in self.readings
            if row.role != "context" and row.value.kind not in self.shows
        )

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

    def rows(self) -> list[list[str]]:
        """Its table as it was read, with the line of the columns first: what is published of it."""
        return [[*COLUMNS, *self.columns], *(list(row.cells().values()) for row in self.readings)]

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
            "readings": [row.cells() for row in self.readings],
            "sources": {id: source.record() for id, source in self.sources.items()},
            "history": [
                {"date": str(change.date), "verdict": change.verdict, "why": change.why}
                for change in self.history
            ],
        }


@dataclass(frozen=True)
class PrintedNumber:
    """A row of `docs/article.csv`: a number that the article prints, and the claim or the reason
    for it.
    """

    where: str
    text: str
    claim_id: str
    reason: str


@dataclass(frozen=True)
class Ledger:
    """Everything that people wrote, checked; claims and sources by id, claims in the article's
    order.
    """

    docs: Path
    article: Article | None
    printed: tuple[PrintedNumber, ...]
    claims: dict[str, Claim]
    sources: dict[str, Source]
    pages: tuple["Page", ...]
    mistakes: tuple["Mistake", ...] = ()

    def tally(self) -> list[tuple[verdict.Verdict, list[Claim]]]:
        """The claims of each verdict, in the order of the verdict table."""
        every = self.claims.values()
        return [
            (one, [claim for claim in every if claim.verdict is one]) for one in verdict.VERDICTS
        ]

    def records(self) -> list[dict[str, Any]]:
        """All claims as data, in the article's order."""
        return [claim.record() for claim in self.claims.values()]

    def changes(self) -> list[tuple[Change, Claim]]:
        """Every dated line of every claim's history, the newest first."""
        lines = [(change, claim) for claim in self.claims.values() for change in claim.history]
        return sorted(lines, key=lambda line: line[0].date, reverse=True)

    @cached_property
    def users(self) -> dict[str, list[Claim]]:
        """The claims that rest on each source, by its id."""
        found: dict[str, list[Claim]] = {id: [] for id in self.sources}
        for claim in self.claims.values():
            for id in claim.sources:
                found.setdefault(id, []).append(claim)
        return found
