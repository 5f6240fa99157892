"""A claim's pair of files, `<id>.md` and `<id>.csv`, read and judged."""

from dataclasses import dataclass
from pathlib import Path

from ledger import grammar, verdict
from ledger.claim import COLUMNS, Article, Change, Claim, Reading, Source
from ledger.content import Prose
from ledger.fields import Fields, read_fields
from ledger.files import Folder, fault_of_id
from ledger.forms import Form
from ledger.mistakes import Mistake, Telling, did_you_mean
from ledger.pages import front_matter
from ledger.shapes import ClaimWords, ReadingRow, cell_words, shaped
from ledger.tables import read_table
from ledger.values import Value


@dataclass(frozen=True)
class Known:
    """What the files of a claim refer to; what could not be read is None."""

    folder: Folder
    forms: dict[str, Form]
    article: Article | None
    sources: dict[str, Source] | None


@dataclass(frozen=True)
class Pair:
    """What two files make, as far as it can be read: claim, fields of its words, prose."""

    claim: Claim | None
    fields: Fields | None
    prose: Prose | None


def read_pair(known: Known, stem: str) -> Telling[Pair]:
    """Read one pair of files, as far as they can be read."""
    folder = known.folder
    words_path, table_path = (
        folder.docs / "claims" / f"{stem}.{ending}" for ending in ("md", "csv")
    )
    if remedy := fault_of_id(stem):
        path = words_path if words_path.exists() else table_path
        told = f"'{stem}' cannot be a claim's id, because it becomes its address. {remedy}"
        yield Mistake(folder.shown(path), 1, told)
        return Pair(None, None, None)
    fields, prose = yield from _front(folder, words_path)
    words = yield from _words(folder, words_path, fields)
    text = yield from folder.text(table_path)
    if not words or not fields or not prose:
        if text:  # say what can be said of the numbers all the same
            yield from _readings(
                known, table_path, text, _own_columns(text), _Asked(None, "number", False, "")
            )
        return Pair(None, None, prose)
    form = known.forms.get(words.form)
    stated, asked, sound = yield from _stated(known, words_path, fields, words)
    if not text:
        return Pair(None, None, prose)
    columns = form.columns if form else _own_columns(text)
    readings, whole = yield from _readings(known, table_path, text, columns, asked)
    if not (form and sound and whole and readings):
        return Pair(None, None, prose)
    return Pair(_claim(stem, words, stated, readings, prose, form), fields, prose)


def _claim(
    id: str,
    words: ClaimWords,
    stated: Value | None,
    readings: tuple[Reading, ...],
    prose: Prose,
    form: Form,
) -> Claim:
    """The claim, judged by its readings."""
    kind, unit = words.kind or "fact", words.unit or ""
    return Claim(
        id=id,
        title=words.title,
        sentence=words.claim,
        label=words.label,
        kind=kind,
        stated=stated,
        unit=unit,
        measure=words.measure,
        where=words.where,
        form=words.form,
        settle=words.settle,
        history=tuple(Change(line.date, line.verdict, line.why) for line in words.history),
        readings=readings,
        judgement=verdict.judge(stated, kind, readings, unit),
        body=prose.text,
        body_line=prose.line,
        columns=tuple(form.columns),
        shows=form.shows,
    )


# ---------------------------------------------------------------- the words


def _front(folder: Folder, path: Path) -> Telling[tuple[Fields | None, Prose | None]]:
    """The fields of a claim's words, and its prose."""
    text = yield from folder.text(path)
    if not text:
        return None, None
    head, body, line = front_matter(text)
    if head is None:
        told = "the front matter is missing"
        remedy = "Begin the file with a line ---, the fields, and another line ---."
        yield Mistake(folder.shown(path), 1, f"{told}. {remedy}")
        return None, None
    fields = yield from read_fields(folder.shown(path), head, 2)
    return fields, Prose(folder.shown(path), body, line) if fields else None


def _words(folder: Folder, path: Path, fields: Fields | None) -> Telling[ClaimWords | None]:
    words, faults = shaped(ClaimWords, fields.data) if fields else (None, [])
    for place, sentence in faults:
        yield Mistake(folder.shown(path), fields.line(place) if fields else 1, sentence)
    return words


@dataclass(frozen=True)
class _Asked:
    """What a table is asked for: the kind of the values that judge, None where it is not known.

    `context` is the kind of other values, `number` or `date`; `free`: context may be of that kind,
    or yes or no. `shown`: `an opinion` or `a forecast`, which has context only.
    """

    kind: str | None
    context: str
    free: bool
    shown: str


def _stated(
    known: Known, path: Path, fields: Fields, words: ClaimWords
) -> Telling[tuple[Value | None, _Asked, bool]]:
    """The stated value, what the table is asked for, and whether all of it is in order."""

    def told(field: str, sentence: str) -> Mistake:
        return Mistake(known.folder.shown(path), fields.line((field,) if field else ()), sentence)

    sections = known.article.sections if known.article else None
    if sections and words.where not in sections:
        near = did_you_mean(words.where, sections, f"The sections are {', '.join(sections)}.")
        yield told("where", f"the article has no section '{words.where}'. {near}")
    if words.form not in known.forms:
        near = did_you_mean(words.form, known.forms, f"The forms are {', '.join(known.forms)}.")
        yield told("form", f"there is no form '{words.form}'. {near}")
    kind = "date" if words.unit == "date" else "number"
    shown = {"opinion": "an opinion", "forecast": "a forecast"}.get(words.kind or "", "")
    if words.stated is None:
        if not shown:
            remedy = (
                "Add the value as the article prints it, or `kind: opinion` or `kind: forecast`."
            )
            yield told("", f"there is no 'stated'. {remedy}")
        return None, _Asked(kind, kind, True, shown), bool(shown)
    if shown:
        remedy = "Take out `stated`, or take out `kind`."
        yield told("stated", f"{words.kind} claims are shown, not judged. {remedy}")
        return None, _Asked(None, kind, True, ""), False
    if words.stated == "no":
        remedy = "Write `stated: yes`."
        yield told("stated", f"a statement that the article makes is stated as yes. {remedy}")
        return None, _Asked(None, kind, True, ""), False
    asked = (
        _Asked(kind, kind, False, "") if words.stated != "yes" else _Asked("fact", kind, True, "")
    )
    try:
        value = grammar.parse(words.stated, asked.kind or kind)
    except ValueError as error:
        yield told("stated", f"stated: {error}.")
        return None, asked, False
    return value, asked, True


# ---------------------------------------------------------------- the table


def _readings(
    known: Known, path: Path, text: str, columns: dict[str, str], asked: _Asked
) -> Telling[tuple[tuple[Reading, ...], bool]]:
    """The readings of a table, and whether they are all that stand there."""
    shown = known.folder.shown(path)
    table = yield from read_table(shown, text, (*COLUMNS, *columns))
    if table.whole and not table.rows:
        yield Mistake(shown, 1, "there are no readings. Add at least one line under the first.")
    readings = []
    for line, row in table.rows:
        reading, sentences = _reading(known, line, row, columns, asked)
        for sentence in sentences:
            yield Mistake(shown, line, sentence)
        if reading:
            readings.append(reading)
    return tuple(readings), table.whole and len(readings) == len(table.rows)


def _reading(
    known: Known, line: int, row: dict[str, str], columns: dict[str, str], asked: _Asked
) -> tuple[Reading | None, list[str]]:
    """One row as a reading, or None; and what is wrong with it."""
    fitted, faults = shaped(ReadingRow, {name: row[name] for name in COLUMNS})
    told, id = [sentence for _, sentence in faults], row["source"]
    if known.sources is not None and id not in known.sources:
        remedy = did_you_mean(id, known.sources, "Add it to docs/sources.yml.")
        told.append(f"there is no source '{id}'. {remedy}")
    if fitted is None or asked.kind is None:
        return None, told
    if asked.shown and fitted.role != "context":
        remedy = f"Change the role '{fitted.role}' to context."
        told.append(f"{asked.shown} is shown, not judged, so its readings are context. {remedy}")
        return None, told
    if fitted.role == "rival" and not fitted.note:
        told.append("a rival needs a reason. Say in its note why a writer could have meant it.")
    value: Value | None = None
    extra: dict[str, str | Value] = {}
    try:
        value = _value(fitted, asked)
    except ValueError as error:
        told.append(f"{error}.")
    for name, kind in columns.items():
        try:
            extra[name] = _cell(row[name], kind)
        except ValueError as error:
            told.append(f"column '{name}': {error}.")
    if value is None or len(extra) < len(columns):
        return None, told
    source = (known.sources or {}).get(id) or stand_in(id)
    return Reading(fitted.reading, value, fitted.role, source, fitted.note, extra, line), told


def stand_in(id: str) -> Source:
    """A source that cannot be looked up: its readings need no second complaint."""
    return Source(id, id, "", "", "", "second-hand")


def _own_columns(text: str) -> dict[str, str]:
    """The further columns that the first line of a table names, when its form cannot be asked."""
    header = text.split("\n", 1)[0].split(",")
    return dict.fromkeys(header[len(COLUMNS) :], "text")


def _value(row: ReadingRow, asked: _Asked) -> Value:
    """A reading's value; where context is free, it may be yes, no or of another kind."""
    kind = asked.kind or "number"
    if row.role != "context" or not asked.free:
        return grammar.parse(row.value, kind)
    if row.value in ("yes", "no"):
        return grammar.parse(row.value, "fact")
    return grammar.parse(row.value, asked.context)


def _cell(text: str, kind: str) -> str | Value:
    """A cell of a form's own column: `text`, `number`, `date`, or one of the words `a|b|c`."""
    if "|" in kind:
        if text not in kind.split("|"):
            raise ValueError(f"'{text}' is not one of {', '.join(kind.split('|'))}")
        return text
    return cell_words(text) if kind == "text" else grammar.parse(text, kind)
