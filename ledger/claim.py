"""The nouns: claims, what the article prints, and the ledger of them all."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ledger import values, verdict
from ledger.days import Day
from ledger.reading import COLUMNS, OPTIONAL, Reading, Source
from ledger.sentence import Part, Tested, take_apart

if TYPE_CHECKING:  # whoever draws a claim is no heir of the rules for pages and messages
    from ledger.mistakes import Mistake
    from ledger.pages import Page

UNCHECKED = "not checked yet"  # the reason of a number or sentence that no claim covers so far


@dataclass(frozen=True)
class Change:
    """One dated line of a claim's history: which verdict stood from that day, and why."""

    date: date
    verdict: str
    why: str


@dataclass(frozen=True)
class Search:
    """A search for sources, as it was made: the day, the index, the words, and what was found."""

    date: date
    index: str
    words: str
    found: str | None = None


@dataclass(frozen=True)
class NotJudged:
    """Words of a claim that no reading tests, and why."""

    words: str
    why: str


@dataclass(frozen=True)
class Article:
    """The article under check; `sections` are the names of its parts by id, in its order, and
    `sentences` how many each has.
    """

    title: str
    author: str
    publisher: str
    date: str
    address: str
    sections: dict[str, str]
    names: tuple[str, ...] = ()
    sentences: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Claim:
    """A claim with its readings, checked and judged.

    `sentence` is what the article says, in our words; `stated` its value, None for an opinion or a
    forecast; `kind` is `fact`, `opinion` or `forecast`; `unit` the unit of the readings, `date` or
    empty; `body` the prose in Markdown, which begins at `body_line` of its file; `columns` are the
    form's further columns, and `shows` the kinds of value that it draws. `checked` is the day of
    the last look, `next` that of the next; `subject` the words that say what it is about. A `draft`
    is not checked yet: it has no history and no verdict. `because` names the numbers behind it.
    `days` are drawn and never judge.
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
    checked: date | None = None
    next: date | None = None
    searches: tuple[Search, ...] = ()
    subject: str = ""
    not_judged: tuple[NotJudged, ...] = ()
    draft: bool = False
    because: str = ""
    days: tuple[Day, ...] = ()

    @property
    def name(self) -> str:
        """The short name for pictures of many claims."""
        return self.label or self.title

    @property
    def verdict(self) -> verdict.Verdict:
        """The verdict that the readings come to."""
        return self.judgement.verdict

    @property
    def asked(self) -> tuple[Reading, ...]:
        """The readings of what was asked."""
        return tuple(row for row in self.readings if row.role == "asked")

    @property
    def taken_apart(self) -> bool:
        """True when readings name the words of the claim that they test."""
        return any(row.tests for row in self.readings)

    @cached_property
    def marked(self) -> tuple[Part, ...]:
        """Its sentence taken apart, or nothing when no reading names words of it."""
        tests = [
            Tested(number, row.value.text == "yes", row.tests)
            for number, row in enumerate(self.readings, 1)
            if row.tests
        ]
        left = [(one.words, one.why) for one in self.not_judged]
        return take_apart(self.sentence, tests, self.subject, left) if tests else ()

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
        return {source.id: source for row in self.readings for source in row.sources}

    @property
    def header(self) -> tuple[str, ...]:
        """The columns of its table as it is published."""
        optional = [name for name in OPTIONAL if any(getattr(row, name) for row in self.readings)]
        return (*COLUMNS, *optional, *self.columns)

    def rows(self) -> list[list[str]]:
        """Its table as it is published: its columns, then each row with what it refers to."""
        header = self.header
        return [
            [*header],
            *([cells[n] for n in header] for cells in map(Reading.cells, self.readings)),
        ]

    def record(self) -> dict[str, Any]:
        """The claim as data, for `/claims/<id>.json` and `/claims.json`."""
        return {
            "id": self.id,
            "title": self.title,
            "claim": self.sentence,
            "stated": self.stated.text if self.stated else None,
            "unit": self.unit,
            "kind": self.kind,
            "verdict": None if self.draft else self.verdict.name,
            "because": self.because,
            "where": self.where,
            "readings": [{**row.cells(), "of": row.of} for row in self.readings],
            "sources": {id: source.record() for id, source in self.sources.items()},
            "history": [
                {"date": str(change.date), "verdict": change.verdict, "why": change.why}
                for change in self.history
            ],
            "draft": self.draft,
            "checked": str(self.checked) if self.checked else None,
            "next": str(self.next) if self.next else None,
            "searches": [{**vars(one), "date": str(one.date)} for one in self.searches],
            "subject": self.subject,
            "not_judged": [{**vars(one)} for one in self.not_judged],
        }


@dataclass(frozen=True)
class PrintedNumber:
    """A row of `docs/article.csv`: a number that the article prints, and the claim or the reason
    for it; `at` is the number of its word in the article, where that is known.
    """

    where: str
    text: str
    claim_id: str
    reason: str
    at: int | None = None


@dataclass(frozen=True)
class Statement:
    """A row of `docs/statements.csv`: what a sentence of the article says, in our words, and the
    claims or the reason for it; `sentence` is its number in the section.
    """

    where: str
    sentence: int
    text: str
    claim_ids: tuple[str, ...]
    reason: str

    @property
    def claim_id(self) -> str:
        """The first of its claims, or an empty string."""
        return self.claim_ids[0] if self.claim_ids else ""


@dataclass(frozen=True)
class Paragraph:
    """A row of `docs/words.csv`: the lengths of the words of a paragraph of the article."""

    where: str
    lengths: tuple[int, ...]


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
    statements: tuple[Statement, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def drafts(self) -> list[Claim]:
        """The claims that are not checked yet; no tally counts them."""
        return [claim for claim in self.claims.values() if claim.draft]

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
