"""The nouns of what is on record: sources, what proves that they say so, and readings."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger import values
from ledger.sentence import BETWEEN

COLUMNS = ("reading", "value", "role", "source", "note")
OPTIONAL = ("proof", "tests")  # of a table, behind these five


def anchor(number: int) -> str:
    """The anchor of a reading on the page of its claim, by its place in the table from 1 on."""
    return f"reading-{number}"


@dataclass(frozen=True)
class Source:
    """An entry of `docs/sources.yml` with its `id`.

    `origin` wrote it, `publisher` is where it was read, `read` the day of that, or `before` a day;
    `language` is the code of the language in which proofs quote it, where that is not English.
    """

    id: str
    title: str
    publisher: str
    date: str
    address: str
    seen: str
    note: str | None = None
    origin: str | None = None
    read: str | None = None
    archive: str | None = None
    language: str | None = None

    @property
    def by(self) -> str:
        """Who says so: who wrote it, where that is known."""
        return self.origin or self.publisher

    @property
    def named(self) -> str:
        """Who says so, in short: who wrote it, or where nobody is named, who published it."""
        told = self.publisher if self.by.lower().startswith("not named") else self.by
        return re.split(r"[,;]| \(", told)[0].strip()

    @property
    def teller(self) -> str:
        """Who says so, in short, as it stands in a sentence."""
        who = self.named
        return who[0].lower() + who[1:] if who.startswith(("A ", "An ")) else who

    @property
    def read_on(self) -> str:
        """The day on which it was read, in words, or an empty string."""
        told = self.read or ""
        try:
            return values.show_date(date.fromisoformat(told))
        except ValueError:
            return told

    def record(self) -> dict[str, Any]:
        """The source as data, without its id and without what it leaves empty."""
        fields = vars(self).items()
        return {name: value for name, value in fields if name != "id" and value is not None}


@dataclass(frozen=True)
class Proof:
    """What shows that a source gives a reading; `text` is all of it as it was typed.

    `kind` is `phrase`, `place`, `worked out` or `not seen`. A `phrase` stands without its quotes,
    `english` is our translation, and `rest` what stands behind; of the other kinds `rest` is the
    place, how it was worked out, or who tells it.
    """

    text: str
    kind: str
    phrase: str = ""
    english: str = ""
    rest: str = ""


@dataclass(frozen=True)
class Reading:
    """One row of a claim's table; `extra` are the cells of its form's own columns.

    `tests` are the words of the claim that it tests. `of` is the claim whose reading this is, where
    the row refers to one: value, sources and proof are then those of that reading.
    """

    name: str
    value: values.Value
    role: str
    sources: tuple[Source, ...]
    note: str
    extra: dict[str, str | values.Value]
    line: int
    proof: Proof | None = None
    tests: tuple[str, ...] = ()
    of: str = ""

    @property
    def source(self) -> Source:
        """The first of its sources."""
        return self.sources[0]

    def cells(self) -> dict[str, str]:
        """The row by column, with what it refers to in its place."""
        return {
            "reading": self.name,
            "value": self.value.text,
            "role": self.role,
            "source": " ".join(source.id for source in self.sources),
            "note": self.note,
            "proof": self.proof.text if self.proof else "",
            "tests": BETWEEN.join(self.tests),
            **{name: str(value) for name, value in self.extra.items()},
        }
