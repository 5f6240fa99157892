"""The shapes of what people write: the fields of each file, in pydantic, with the one description
that everybody reads.
"""

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from ledger import cells, verdict
from ledger.cells import cell_words, plain_words, proof_words
from ledger.mistakes import did_you_mean

Fault = tuple[tuple[Any, ...], str]


def _text(longest: int, check: Any, shortest: int = 1) -> Any:
    limits = StringConstraints(strip_whitespace=True, min_length=shortest, max_length=longest)
    return (limits, AfterValidator(check))


Words = Annotated[str, *_text(400, plain_words)]
Title = Annotated[str, *_text(120, plain_words)]
Unit = Annotated[str, *_text(40, plain_words), AfterValidator(cells.unit)]
Measure = Annotated[str, *_text(200, plain_words)]
Name = Annotated[str, *_text(120, cell_words)]
Note = Annotated[str, *_text(400, cell_words, 0)]
Passage = Annotated[str, *_text(400, proof_words, 0)]
Searched = Annotated[str, *_text(600, plain_words)]
Reason = Annotated[str, *_text(400, plain_words), AfterValidator(cells.reason)]
if TYPE_CHECKING:  # a list of words that is computed is beyond the type checker
    VerdictName = str
else:
    VerdictName = Literal[tuple(verdict.BY_NAME)]
Day = Annotated[date, BeforeValidator(cells.day)]
ReadOn = Annotated[str, AfterValidator(cells.read_on)]
Change = Annotated[str, AfterValidator(cells.change)]
Language = Annotated[str, AfterValidator(cells.language)]
Address = Annotated[
    str,
    StringConstraints(max_length=600),
    AfterValidator(cells.web_address),
    AfterValidator(cells.untracked),
]


class Shape(BaseModel):
    """What every record has in common: known fields only."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ChangeLine(Shape):
    """One dated line of a claim's history: which verdict stood from that day, and why."""

    date: Day = Field(description="the day of the check, like 2026-11-23")
    verdict: VerdictName = Field(description="the verdict from that day on")
    why: Reason = Field(description="one sentence: what was learned")


class SearchLine(Shape):
    """A search for sources, as it was made."""

    date: Day = Field(description="the day of the search, like 2026-11-27")
    index: Words = Field(description="what was searched, as a reader would name it")
    words: Searched = Field(description="the words that were searched for")
    found: Searched | None = Field(None, description="what came of it, in a few words")


class NotJudgedLine(Shape):
    """Words of a claim that no reading tests."""

    words: Words = Field(description="words of the claim, letter for letter")
    why: Words = Field(description="why nothing judges them, in one sentence")


class ClaimWords(Shape):
    """The front matter of `docs/claims/<id>.md`: what the article says, and how we tell it."""

    title: Title = Field(description="the finding, in a sentence")
    claim: Words = Field(description="what the article says, in our words")
    label: Title | None = Field(
        None, description="two or three words that name it in pictures of many claims"
    )
    kind: Literal["opinion", "forecast"] | None = Field(
        None, description="for a judgement or a prediction; then leave out `stated`"
    )
    stated: str | None = Field(
        None,
        description="the value as the article prints it: -6.5, about 5, at most 5.6, 90 to 95, "
        "2024-09 or yes",
    )
    unit: Unit | None = Field(
        None, description='what the value counts: "%", "$ billion", "nm", or date'
    )
    measure: Measure | None = Field(
        None, description="what the numbers of the chart measure; stands under the chart's title"
    )
    where: str = Field(
        description="the article's section and point, one of the `sections` of docs/article.yml"
    )
    form: str = Field(
        description="how it is drawn: the name of a file in charts/forms, like readings"
    )
    settle: Words | None = Field(
        None, description="what would settle it; for a verdict of Unsettled"
    )
    subject: Words | None = Field(
        None,
        description="for `stated: yes`: the words of the claim that only say what it is about",
    )
    not_judged: list[NotJudgedLine] = Field(
        [], description="for `stated: yes`: words of the claim that no reading tests, each with why"
    )
    checked: Day | None = Field(None, description="the day on which it was last checked")
    next: Day | None = Field(
        None, description="the day of the next look, where the world may change it"
    )
    searches: list[SearchLine] = Field(
        [], description="the searches that were made for it, each as it was made"
    )
    draft: Literal["yes"] | None = Field(
        None, description="yes for a claim that is not checked yet; then leave out `history`"
    )
    history: list[ChangeLine] = Field(
        min_length=1, description="one dated line for each change of verdict, the newest last"
    )


class DraftWords(ClaimWords):
    """The front matter of a claim that is not checked yet."""

    history: list[ChangeLine] = Field([], max_length=0)


class ReadingRow(Shape):
    """The columns of `docs/claims/<id>.csv` that every form shares; the last two may be absent."""

    reading: Name = Field(description="what this number is: which moment, year, company or measure")
    value: str = Field(description="the number, in the same grammar as `stated`")
    role: Literal["asked", "rival", "context"] = Field(
        description="asked: what the sentence plainly means; rival: another defensible reading; "
        "context: only to compare"
    )
    source: str = Field(description="the id of a source in docs/sources.yml, or several")
    note: Note = Field(
        description="what a reader should know; for a rival, why a writer could have meant it"
    )
    proof: Passage = Field(
        "",
        description="what shows it: a phrase of the source in curly quotes, fifteen words at most; "
        "or a place, like a file and line; or `worked out: …`; or `not seen: told by …`",
    )
    tests: Note = Field(
        "", description="for `stated: yes`: the words of the claim that an asked reading tests"
    )


class DayRow(Shape):
    """The columns of `docs/claims/<id>.series.csv`, the days of a claim."""

    date: Day = Field(description="the day, like 2025-01-27")
    series: Name = Field(description="what changed, as a reading names it in its column `series`")
    value: Change = Field(
        description="the change in per cent, with two decimals, against the close of the day on "
        "which all series stand at 0.00"
    )
    source: str = Field(description="the id of a source in docs/sources.yml")


class SourceEntry(Shape):
    """An entry of `docs/sources.yml`: who says so, when, where, and how we saw it."""

    title: Words = Field(description="the title of the page, report or data set")
    origin: Words | None = Field(
        None, description="who wrote it, like a news agency or the company itself"
    )
    publisher: Words = Field(description="who published it, and through whom it was read")
    date: Words = Field(description="the day it appeared, or 'date not shown'")
    address: Address = Field(description="the web address")
    seen: Literal["original", "excerpt", "copy", "second-hand"] = Field(
        description="original: the whole document was read; excerpt: a part of it; copy: its text "
        "on another page; second-hand: somebody else's report of it"
    )
    read: ReadOn | None = Field(
        None, description="the day on which it was read, or `before 23 November 2026`"
    )
    language: Language | None = Field(
        None, description="the code of the language that it is quoted in, like `es`; not of English"
    )
    archive: Address | None = Field(None, description="the address of an archived copy, if known")
    note: Words | None = Field(None, description="what a reader should know about it")


class ArticleWords(Shape):
    """`docs/article.yml`: the article under check."""

    title: Words = Field(description="its title")
    author: Words = Field(description="who signed it")
    publisher: Words = Field(description="who published it")
    date: Words = Field(description="when, or 'date not shown'")
    address: Address = Field(description="where it can be read")
    sections: dict[str, Words] = Field(
        min_length=1, description="its parts in order: an id, and the name that a reader sees"
    )
    sentences: dict[str, Annotated[str, AfterValidator(cells.count)]] = Field(
        {}, description="how many sentences each part has, by its id"
    )
    names: list[Words] = Field(
        [], description="names that hold digits, like S&P 500, so that they do not count as figures"
    )


LINES: dict[str, type[Shape]] = {
    "history": ChangeLine,
    "searches": SearchLine,
    "not_judged": NotJudgedLine,
}
_LIKE = {
    "history": "{date: 2026-11-23, verdict: Holds, why: First check.}",
    "searches": '{date: 2026-11-23, index: "a library catalogue", words: "the words"}',
    "not_judged": '{words: "some words", why: "Nobody can know."}',
}
SHAPES: dict[str, type[Shape]] = {
    "claim": ClaimWords,
    "change": ChangeLine,
    "reading": ReadingRow,
    "day": DayRow,
    "source": SourceEntry,
    "article": ArticleWords,
}


def schema(name: str) -> str:
    """The JSON Schema of a shape, for the editor's completion: `claim`, `source` or `article`.

    Files of sources hold many, by id; their schema says so.
    """
    made = SHAPES[name].model_json_schema()
    if name == "source":
        made = {
            "type": "object",
            "additionalProperties": {"$ref": "#/$defs/SourceEntry"},
            "$defs": {"SourceEntry": made},
        }
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    return json.dumps(made, indent=2) + "\n"


# ---------------------------------------------------------------- fitting data to a shape

S = TypeVar("S", bound=Shape)


def shaped(shape: type[S], data: Any) -> tuple[S | None, list[Fault]]:
    """Fit data to a shape: returns the record or None, and the faults as (path, sentence)."""
    try:
        return shape.model_validate(data), []
    except ValidationError as error:
        return None, [(fault["loc"], _sentence(shape, fault)) for fault in error.errors()]


def _sentence(shape: type[Shape], fault: Any) -> str:
    """A fault of validation in words for people."""
    names = [str(part) for part in fault["loc"]]
    last = names[-1] if names else ""
    name = ".".join(names) or "this"
    given = str(fault.get("input"))
    owner = LINES.get(names[0], shape) if len(names) > 1 else shape
    match fault["type"]:
        case "missing":
            about = owner.model_fields[last].description if last in owner.model_fields else "it"
            return f"there is no '{last}'. Add it: {about}."
        case "extra_forbidden" if owner in LINES.values() and not fault.get("input"):
            what = "the reason" if owner is ChangeLine else "a text here"
            return f"{what} holds a comma. Put it in double quotes."
        case "extra_forbidden":
            fields = f"The fields are {', '.join(owner.model_fields)}."
            return f"there is no field '{last}'. {did_you_mean(last, owner.model_fields, fields)}"
        case "literal_error":
            expected = fault["ctx"]["expected"].replace("'", "")
            known = re.split(r", | or ", expected)
            near = did_you_mean(given, known, f"It is one of {expected}.")
            return (
                f"'{last}' cannot be '{given}'. {near}" if given else f"'{last}' is empty. {near}"
            )
        case "value_error":
            reason = str(fault["ctx"]["error"])
            return (reason if reason.startswith("'") else f"'{name}' {reason}") + "."
        case "string_too_long":
            return f"'{name}' is longer than {fault['ctx']['max_length']} characters. Shorten it."
        case "string_too_short" | "too_short":
            return f"'{name}' is empty. Fill it in."
        case "too_long":
            return "a draft has no history. Take out `draft`, or take out `history`."
        case "string_type":
            return f"'{name}' must be words. Put the value in double quotes."
        case "list_type":
            return f"'{name}' must be a list: one line for each entry, beginning with a dash."
        case "dict_type" | "model_type" | "model_attributes_type":
            example = _LIKE.get(names[0], "title: Some words") if names else "title: Some words"
            told = f"'{name}'" if names else "this"
            return f"{told} must hold named fields, like {example}."
        case _:
            return f"'{name}': {fault['msg']}."
