"""What `make claim` asks for a new claim, in the words of the shapes, and how it asks."""

import json
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ledger import grammar
from ledger.claim import Ledger
from ledger.forms import forms
from ledger.mistakes import did_you_mean
from ledger.proofs import parse_proof
from ledger.shapes import ClaimWords, ReadingRow, Shape, SourceEntry, shaped

ID = r"[a-z0-9]+(-[a-z0-9]+)*"
TODO = "To do: "

Wrong = Callable[[str], str]  # what is wrong with an answer, or nothing
Ask = Callable[[str, str, str, Wrong], str]  # asks for a field: its name, what it is, its default


class Refused(Exception):
    """The claim cannot be started; the text says why and what to do."""


@dataclass
class Draft:
    """The answers: words, rows of the table, new sources by id, and the number as it is printed."""

    words: dict[str, str]
    rows: list[list[str]]
    sources: dict[str, str]
    printed: str


def draft_of(ask: Ask, ledger: Ledger, counted: bool) -> Draft:
    """Every answer. `counted` is true where the numbers that the article prints are listed."""
    words = {"title": _field(ask, ClaimWords, "title", TODO + "the finding, in a sentence")}
    said = TODO + "what the article says, in our words"
    words["claim"] = _field(ask, ClaimWords, "claim", said)
    words |= _stated(ask)
    article = ledger.article
    sections = list(article.sections) if article else []
    about = f"the part of the article: {', '.join(sections)}"
    words["where"] = ask("where", about, sections[0], _one_of(sections))
    kind = _kind(words)
    usual = "facts" if kind == "fact" else "readings"
    known = [name for name, form in forms().items() if not form.columns]
    words["form"] = ask("form", f"how it is drawn: {', '.join(known)}", usual, _one_of(known))
    rows, sources = _readings(ask, words, kind, set(ledger.sources))
    printed = ""
    if counted and words.get("stated", "yes") != "yes":
        printed = ask("figure", "the number as the article prints it", words["stated"], _anything)
    return Draft(words, rows, sources, printed)


def _field(ask: Ask, shape: type[Shape], name: str, default: str = "") -> str:
    """One field of a shape, asked for in the words of its definition."""
    field = shape.model_fields[name]

    def wrong(answer: str) -> str:
        if not answer and not field.is_required():
            return ""
        faults = shaped(shape, {name: answer})[1]
        told = next((sentence for place, sentence in faults if place[:1] == (name,)), "")
        return told or (_unproven(answer) if name == "proof" else "")

    return ask(name, str(field.description), default, wrong)


def _unproven(answer: str) -> str:
    """What is wrong with a proof, or an empty string."""
    try:
        parse_proof(answer)
    except ValueError as error:
        return f"'proof' {error}."
    return ""


def _stated(ask: Ask) -> dict[str, str]:
    """What the article states with its unit, or the kind of a claim that nothing can judge."""
    unjudged = ("opinion", "forecast")
    examples = grammar.EXAMPLES

    def wrong(answer: str) -> str:
        if answer in unjudged or any(_readable(answer, kind) for kind in examples):
            return ""
        listed = ", ".join(examples.values())
        return f"'{answer}' is not a value. Write it like one of these: {listed}."

    about = f"{ClaimWords.model_fields['stated'].description}; or opinion, or forecast"
    stated = ask("stated", about, "yes", wrong)
    if stated in unjudged:
        return {"kind": stated}
    if stated in ("yes", "no"):
        return {"stated": "yes"}
    unit = _field(ask, ClaimWords, "unit", "" if _readable(stated, "number") else "date")
    return {"stated": stated, **({"unit": unit} if unit else {})}


def _kind(words: dict[str, str]) -> str:
    """The kind of value that judges a claim: a fact, a date or a number."""
    if words.get("stated") == "yes":
        return "fact"
    return "date" if words.get("unit") == "date" else "number"


def _readings(
    ask: Ask, words: dict[str, str], kind: str, known: set[str]
) -> tuple[list[list[str]], dict[str, str]]:
    """The rows of the table, and the entries of the sources that are new."""
    judged = "stated" in words
    rows: list[list[str]] = []
    added: dict[str, str] = {}

    def unreadable(answer: str) -> str:
        if not judged or _readable(answer, kind):
            return ""
        return f"Write it like one of these: {grammar.EXAMPLES[kind]}."

    name = _field(ask, ReadingRow, "reading", TODO + "name what the record shows")
    while name:
        draft = name.startswith(TODO)
        about = str(ReadingRow.model_fields["value"].description)
        value = ask("value", about, words.get("stated", "yes"), unreadable)
        role = "context"
        if judged:
            role = _field(ask, ReadingRow, "role", "context" if draft else "asked")
        about = "the id of its source; a new id adds a source"
        source = ask("source", about, min(known, default=""), _id)
        if source not in known:
            known.add(source)
            added[source] = _source(ask, source)
        open_note = "say why a writer could have meant it" if role == "rival" else ""
        open_note = "look it up" if draft else open_note
        note = _field(ask, ReadingRow, "note", open_note and TODO + open_note)
        proof = _field(ask, ReadingRow, "proof")
        rows.append([name, value, role, source, note, proof])
        about = "another one; leave it empty when there are no more"
        name = "" if draft else ask("reading", about, "", _anything)
    return rows, added


def _source(ask: Ask, source_id: str) -> str:
    """The entry of a new source: what every source has, who wrote it, and when it was read."""
    wanted = [
        name
        for name, field in SourceEntry.model_fields.items()
        if field.is_required() or name in ("origin", "read")
    ]
    fields = {name: _field(ask, SourceEntry, name) for name in wanted}
    lines = "".join(f"  {name}: {quoted(text)}\n" for name, text in fields.items() if text)
    return f"{source_id}:\n{lines}"


def _anything(answer: str) -> str:
    return ""


def _one_of(known: Iterable[str]) -> Wrong:
    none = "It is one of those above."
    return lambda answer: "" if answer in known else did_you_mean(answer, known, none)


def _id(answer: str) -> str:
    return "" if re.fullmatch(ID, answer) else "Use small letters, digits and hyphens."


def _readable(text: str, kind: str) -> bool:
    try:
        grammar.parse(text, kind)
    except ValueError:
        return False
    return True


def quoted(text: str) -> str:
    """A text as YAML, in quotes only where it needs them."""
    plain = re.fullmatch(r"-?\w(?:[\w .,;()/'’–?=&%+-]|:(?=\S))*", text)
    return text if plain else json.dumps(text, ensure_ascii=False)


# ---------------------------------------------------------------- on a terminal, or not


def ended(nothing: str, work: Callable[[], None]) -> int:
    """Run a command that asks: returns 0, or 1 after one sentence on why nothing was done."""
    try:
        work()
    except Refused as refused:
        print(f"{nothing}: {refused}", file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print(f"\n{nothing}.", file=sys.stderr)
        return 1
    return 0


def asked(name: str, about: str, default: str, wrong: Wrong) -> str:
    """Ask on the terminal until the answer is right; an empty answer is the default."""
    while True:
        print(f"\n{name}: {about}")
        answer = input(f"[{default}] " if default else "> ").strip() or default
        if not (sentence := wrong(answer)):
            return answer
        print(sentence)


def default_of(name: str, about: str, default: str, wrong: Wrong) -> str:
    """Every answer's default, where nobody can be asked."""
    if sentence := wrong(default):
        raise Refused(f"'{name}' has no default here: {sentence} Ask again on a terminal.")
    return default
