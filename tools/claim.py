"""Start a new claim, `make claim id=some-name`: a valid pair of files, ready to edit.

On a terminal it asks for what it needs; elsewhere it takes the defaults. What is still open says `To do`.
"""

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from ledger import read, shapes, values
from ledger.mistakes import did_you_mean

DOCS = Path(__file__).parent.parent / "docs"
DRAFT = "A draft; nothing has been checked yet."
TODO = "To do: "

Ask = Callable[[str, str, str, Callable[[str], str]], str]


class Refused(Exception):
    """The claim cannot be started; the text says why and what to do."""


def start(docs: Path, claim_id: str, ask: Ask) -> tuple[list[Path], str]:
    """Write a claim's two files, its line in the article's figures and its new sources: returns what was written, and the verdict."""
    words_path, table_path = (docs / "claims" / f"{claim_id}.{ending}" for ending in ("md", "csv"))
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", claim_id):
        raise Refused(f"'{claim_id}' cannot be a claim's id, because it becomes its address. Use small letters, digits and hyphens.")
    if taken := [path for path in (words_path, table_path) if path.exists()]:
        raise Refused(f"there is {taken[0].name} already. Edit it, or choose another id.")
    ledger = read.read_ledger(docs)
    if ledger.article is None or not ledger.sources:
        raise Refused("docs/article.yml or docs/sources.yml cannot be read. Run `make check` first.")

    words = {"title": _field(ask, claims.ClaimWords, "title", TODO + "the finding, in a sentence")}
    words["claim"] = _field(ask, claims.ClaimWords, "claim", TODO + "what the article says, in our words")
    words |= _stated(ask)
    sections = ledger.article.sections
    words["where"] = ask("where", f"the part of the article: {', '.join(sections)}", next(iter(sections)), _one_of(sections))
    forms = {name: columns for name, columns in read.forms().items() if not columns}
    words["form"] = ask("form", f"how it is drawn: {', '.join(forms)}", "facts" if words.get("stated") == "yes" else "readings", _one_of(forms))
    rows, sources = _readings(ask, words, set(ledger.sources))
    figure = ask("figure", "the figure as the article prints it", words["stated"], _anything) if words.get("stated", "yes") != "yes" else ""

    written = [words_path, table_path]
    if sources:
        _append(docs / "sources.yml", sources)
        written.append(docs / "sources.yml")
    if figure:
        _insert_figure(docs / "article.csv", list(sections), [words["where"], figure, claim_id, ""])
        written.append(docs / "article.csv")
    table_path.write_text(_csv([list(read.COLUMNS), *rows]), encoding="utf-8")
    # The verdict is computed, so the first writing finds it out for the second.
    words_path.write_text(_page(words, "Unsettled"), encoding="utf-8")
    claim = read.read_ledger(docs).claims.get(claim_id)
    verdict = claim.verdict.name if claim else "Unsettled"
    words_path.write_text(_page(words, verdict), encoding="utf-8")
    return written, verdict


def _field(ask: Ask, shape: type[claims.Shape], name: str, default: str = "") -> str:
    """One field of a shape, asked for in the words of its definition."""
    field = shape.model_fields[name]

    def wrong(answer: str) -> str:
        if not answer and not field.is_required():
            return ""
        return next((sentence for place, sentence in claims.shaped(shape, {name: answer})[1] if place[:1] == (name,)), "")

    return ask(name, str(field.description), default, wrong)


def _stated(ask: Ask) -> dict[str, str]:
    """What the article states with its unit, or the kind of a claim that nothing can judge."""

    def wrong(answer: str) -> str:
        if answer in ("opinion", "forecast") or any(_readable(answer, kind) for kind in values.EXAMPLES):
            return ""
        return f"'{answer}' is not a value. Write it like one of these: {', '.join(values.EXAMPLES.values())}."

    stated = ask("stated", f"{claims.ClaimWords.model_fields['stated'].description}; or opinion, or forecast", "yes", wrong)
    if stated in ("opinion", "forecast"):
        return {"kind": stated}
    if stated in ("yes", "no"):
        return {"stated": "yes"}
    unit = _field(ask, claims.ClaimWords, "unit", "" if _readable(stated, "number") else "date")
    return {"stated": stated, **({"unit": unit} if unit else {})}


def _readings(ask: Ask, words: dict[str, str], known: set[str]) -> tuple[list[list[str]], str]:
    """The rows of the table, and the entries of the sources that are new."""
    kind = "fact" if words.get("stated") == "yes" else "date" if words.get("unit") == "date" else "number"
    judged, rows, added = "stated" in words, [], ""
    name = _field(ask, shapes.ReadingRow, "reading", TODO + "name what the record shows")
    while name:
        draft = name.startswith(TODO)

        def unreadable(answer: str) -> str:
            return "" if not judged or _readable(answer, kind) else f"Write it like one of these: {values.EXAMPLES[kind]}."

        value = ask("value", str(shapes.ReadingRow.model_fields["value"].description), words.get("stated", "yes"), unreadable)
        role = _field(ask, shapes.ReadingRow, "role", "context" if draft else "asked") if judged else "context"
        source = ask("source", "the id of its source; a new id adds a source", min(known), _id)
        if source not in known:
            known.add(source)
            fields = {field: _field(ask, claims.Source, field) for field in claims.Source.model_fields if field != "note"}
            added += f"\n{source}:\n" + "".join(f"  {field}: {_quoted(text)}\n" for field, text in fields.items())
        open_note = "look it up" if draft else "say why a writer could have meant it" if role == "rival" else ""
        rows.append([name, value, role, source, _field(ask, shapes.ReadingRow, "note", open_note and TODO + open_note)])
        name = "" if draft else ask("reading", "another one; leave it empty when there are no more", "", _anything)
    return rows, added


def _page(words: dict[str, str], verdict: str) -> str:
    """The Markdown file of a claim, with the day's line of its history."""
    settle = {"settle": TODO + "say what would settle it"} if verdict == "Unsettled" else {}
    head = "".join(f"{name}: {_quoted(text)}\n" for name, text in {**words, **settle}.items())
    history = f"  - {{date: {date.today()}, verdict: {verdict}, why: {_quoted(DRAFT)}}}\n"
    return f"---\n{head}history:\n{history}---\n\n{TODO}tell in a few short paragraphs what the record shows.\n"


def _insert_figure(path: Path, sections: list[str], row: list[str]) -> None:
    """Add a figure's line after the last one of its part of the article."""
    lines = path.read_text(encoding="utf-8").splitlines()
    before = sections[: sections.index(row[0]) + 1]
    at = max(index for index, line in enumerate(lines) if index == 0 or line.split(",")[0] in before)
    path.write_text("\n".join([*lines[: at + 1], _csv([row]).strip(), *lines[at + 1 :]]) + "\n", encoding="utf-8")


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + text, encoding="utf-8")


def _csv(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _quoted(text: str) -> str:
    """A text as YAML, in quotes only where it needs them."""
    return text if re.fullmatch(r"-?\w(?:[\w .,;()/'’–?=&%+-]|:(?=\S))*", text) else json.dumps(text, ensure_ascii=False)


def _readable(text: str, kind: str) -> bool:
    try:
        values.parse(text, kind)
    except ValueError:
        return False
    return True


def _anything(answer: str) -> str:
    return ""


def _one_of(known: Iterable[str]) -> Callable[[str], str]:
    return lambda answer: "" if answer in known else did_you_mean(answer, known, "It is one of those above.")


def _id(answer: str) -> str:
    return "" if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", answer) else "Use small letters, digits and hyphens."


def asked(name: str, about: str, default: str, wrong: Callable[[str], str]) -> str:
    """Ask on the terminal until the answer is right; an empty answer is the default."""
    while True:
        print(f"\n{name}: {about}")
        answer = input(f"[{default}] " if default else "> ").strip() or default
        if not (sentence := wrong(answer)):
            return answer
        print(sentence)


def default_of(name: str, about: str, default: str, wrong: Callable[[str], str]) -> str:
    """Every answer's default, where nobody can be asked."""
    return default


def main() -> int:
    """Run by `make claim`: returns 0, or 1 after one sentence on what to do."""
    if len(sys.argv) != 2 or not sys.argv[1]:
        print("Say which: make claim id=some-name", file=sys.stderr)
        return 1
    try:
        written, verdict = start(DOCS, sys.argv[1], asked if sys.stdin.isatty() else default_of)
    except Refused as refused:
        print(f"Nothing was written: {refused}", file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\nNothing was written.", file=sys.stderr)
        return 1
    print(f"\nThe verdict is {verdict}. Written:", *(f"  {path.relative_to(DOCS.parent)}" for path in written), sep="\n")
    print("Write what still says To do. `make check` tells what is wrong, `make serve` shows the page.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
