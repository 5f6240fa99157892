"""The shapes of what people write: the fields of each file, in pydantic, with the one description that everybody reads."""

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from ledger import verdict


def plain_words(text: str) -> str:
    """Titles, names and notes are words: no HTML, no invisible or direction-changing characters, one line."""
    if re.search(r"</?[A-Za-z!]|&#?\w+;", text):
        raise ValueError("holds HTML. Write plain words; the site adds the markup")
    if hidden := re.search(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", text):
        raise ValueError(f"holds an invisible character, U+{ord(hidden.group()):04X}. Delete it and type the words again")
    if "\n" in text.strip():
        raise ValueError("runs over several lines. Write it on one line")
    return text.strip()


def _day(text: object) -> date:
    """A day of the calendar, written 2026-11-23."""
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        raise ValueError(f"'{text}' is not a date. Write it like 2026-11-23") from None


def _web_address(text: str) -> str:
    """A web address that a reader can open."""
    if not re.fullmatch(r"https?://[^\s\"'<>]+", text):
        raise ValueError(f"'{text}' is not a web address. Write it from https:// on")
    return text


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400), AfterValidator(plain_words)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), AfterValidator(plain_words)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400), AfterValidator(plain_words)]
if TYPE_CHECKING:  # a list of words that is computed is beyond the type checker
    VerdictName = str
else:
    VerdictName = Literal[tuple(verdict.BY_NAME)]
Day = Annotated[date, BeforeValidator(_day)]
Address = Annotated[str, StringConstraints(max_length=600), AfterValidator(_web_address)]


class Shape(BaseModel):
    """What every record has in common: known fields only."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Change(Shape):
    """One dated line of a claim's history: which verdict stood from that day, and why."""

    date: Day = Field(description="the day of the check, like 2026-11-23")
    verdict: VerdictName = Field(description="the verdict from that day on")
    why: Words = Field(description="one sentence: what was learned")


class ClaimWords(Shape):
    """The front matter of `docs/claims/<id>.md`: what the article says, and how the site tells it."""

    title: Title = Field(description="the finding, in a sentence")
    claim: Words = Field(description="what the article says, in our words")
    label: Title | None = Field(None, description="two or three words that name it in pictures of many claims")
    kind: Literal["opinion", "forecast"] | None = Field(None, description="for a judgement or a prediction; then leave out `stated`")
    stated: str | None = Field(None, description="the value as the article prints it: -6.5, about 5, at most 5.6, 90 to 95, 2024-09 or yes")
    unit: Words | None = Field(None, description='what the value counts: "%", "$ billion", "nm", or date')
    measure: Words | None = Field(None, description="what the numbers of the chart measure; stands under the chart's title")
    where: str = Field(description="the article's section and point, one of the `sections` of docs/article.yml")
    form: str = Field(description="how it is drawn: the name of a file in charts/forms, like readings")
    settle: Words | None = Field(None, description="what would settle it; for a verdict of Unsettled")
    history: list[Change] = Field(min_length=1, description="one dated line for each change of verdict, the newest last")


class ReadingRow(Shape):
    """The five columns of `docs/claims/<id>.csv` that every form shares."""

    reading: Title = Field(description="what this number is: which moment, year, company or measure")
    value: str = Field(description="the number, in the same grammar as `stated`")
    role: Literal["asked", "rival", "context"] = Field(
        description="asked: what the sentence plainly means; rival: another defensible reading; context: only to compare"
    )
    source: str = Field(description="the id of a source in docs/sources.yml")
    note: Note = Field(description="what a reader should know; for a rival, why a writer could have meant it")


class SourceEntry(Shape):
    """An entry of `docs/sources.yml`: who says so, when, where, and how we saw it."""

    title: Words = Field(description="the title of the page, report or data set")
    publisher: Words = Field(description="who published it, and through whom it was read")
    date: Words = Field(description="the day it appeared, or 'date not shown'")
    address: Address = Field(description="the web address")
    seen: Literal["original", "excerpt", "copy", "second-hand"] = Field(
        description="original: the whole document was read; excerpt: a part of it; copy: its text on another page; second-hand: somebody else's report of it"
    )
    note: Words | None = Field(None, description="what a reader should know about it")


class Article(Shape):
    """`docs/article.yml`: the article under check."""

    title: Words = Field(description="its title")
    author: Words = Field(description="who signed it")
    publisher: Words = Field(description="who published it")
    date: Words = Field(description="when, or 'date not shown'")
    address: Address = Field(description="where it can be read")
    sections: dict[str, Words] = Field(min_length=1, description="its parts in order: an id, and the name that a reader sees")
    names: list[Words] = Field([], description="names that hold digits, like S&P 500, so that they do not count as figures")


SHAPES: dict[str, type[Shape]] = {"claim": ClaimWords, "change": Change, "reading": ReadingRow, "source": SourceEntry, "article": Article}


def schema(name: str) -> str:
    """The JSON Schema of a shape, for the editor's completion: `claim`, `source` or `article`.

    Files of sources hold many, by id; their schema says so.
    """
    made = SHAPES[name].model_json_schema()
    if name == "source":
        made = {"type": "object", "additionalProperties": {"$ref": "#/$defs/SourceEntry"}, "$defs": {"SourceEntry": made}}
    return json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema", **made}, indent=2) + "\n"
