"""The table of a claim: each row is a reading, or refers to a reading of another claim."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ledger import grammar
from ledger.cells import cell_words, day
from ledger.files import Folder
from ledger.hours import span_of, zone_of
from ledger.mistakes import Mistake, Telling, did_you_mean
from ledger.proofs import parse_proof
from ledger.reading import COLUMNS, OPTIONAL, Reading, Source
from ledger.sentence import phrases_of
from ledger.shapes import ReadingRow, shaped
from ledger.tables import read_table
from ledger.values import Value

_OPEN = grammar.parse("no", "fact")  # the value of a row that refers to one not looked up yet
_QUOTE = re.compile("“[^“”]*”")
_PARTED = re.compile("[,;]|  ")  # what parts ids of sources in other ways than it should
_SEE = re.compile(r"see ([\w-]+)(?:: (.+))?")


@dataclass(frozen=True)
class Asked:
    """What a table is asked for: the kind of the values that judge, None where it is not known.

    `context` is the kind of other values, `number` or `date`; `free`: context may be of that kind,
    or yes or no. `shown`: `an opinion` or `a forecast`, which has context only.
    """

    kind: str | None
    context: str
    free: bool
    shown: str

    def kinds(self, role: str) -> tuple[str, ...]:
        """The kinds of value that a reading of this role may have."""
        own = self.kind or "number"
        return (own,) if role != "context" or not self.free else ("fact", self.context)


@dataclass(frozen=True)
class Reference:
    """A row that shows a reading of another claim; `row` is all of it but what stands there."""

    claim_id: str
    name: str
    row: Reading


@dataclass(frozen=True)
class Rows:
    """The rows of a table that can be read; `whole` when they are all that stand there."""

    file: str
    unit: str
    asked: Asked
    found: tuple[Reading | Reference, ...] = ()
    whole: bool = False


def read_rows(
    folder: Folder,
    sources: Mapping[str, Source] | None,
    rows: Rows,
    text: str,
    columns: dict[str, str],
    empty: bool = False,
) -> Telling[Rows]:
    """Read the rows of a table; `empty` when it may have none."""
    table = yield from read_table(rows.file, text, (*COLUMNS, *OPTIONAL, *columns), OPTIONAL)
    if table.whole and not table.rows and not empty:
        yield Mistake(rows.file, 1, "there are no readings. Add at least one line under the first.")
    found: list[Reading | Reference] = []
    for line, row in table.rows:
        reading, sentences = _row(sources, line, row, columns, rows.asked)
        for sentence in sentences:
            yield Mistake(rows.file, line, sentence)
        if reading:
            found.append(reading)
    return replace(rows, found=tuple(found), whole=table.whole and len(found) == len(table.rows))


def _row(
    sources: Mapping[str, Source] | None,
    line: int,
    row: dict[str, str],
    columns: dict[str, str],
    asked: Asked,
) -> tuple[Reading | Reference | None, list[str]]:
    """One row, or None; and what is wrong with it."""
    names = (name for name in (*COLUMNS, *OPTIONAL) if name in row)
    fitted, faults = shaped(ReadingRow, {name: row[name] for name in names})
    told = [sentence for _, sentence in faults]
    refers = row["value"] == "see" or row["value"].startswith("see ")
    told += [] if refers else _faults_of_sources(row["source"], sources)
    if fitted is None or asked.kind is None:
        return None, told
    if asked.shown and fitted.role != "context":
        remedy = f"Change the role '{fitted.role}' to context."
        told.append(f"{asked.shown} is shown, not judged, so its readings are context. {remedy}")
        return None, told
    if fitted.role == "rival" and not fitted.note:
        told.append("a rival needs a reason. Say in its note why a writer could have meant it.")
    if _QUOTE.fullmatch(fitted.note):
        told.append("the note is a quote and nothing else. What a source says is its proof.")
    extra: dict[str, str | Value] = {}
    for name, kind in columns.items():
        if not row[name] and fitted.value in ("yes", "no"):
            extra[name] = ""  # a fact is set as text, so it needs no place in the drawing
            continue
        try:
            extra[name] = _cell(row[name], kind)
        except ValueError as error:
            told.append(f"column '{name}': {error}.")
    whole = len(extra) == len(columns)
    tests = phrases_of(fitted.tests)
    if refers:
        stand = Reading(
            fitted.reading, _OPEN, fitted.role, (), fitted.note, extra, line, None, tests
        )
        reference = _reference(fitted, stand, told)
        return reference if whole else None, told
    value: Value | None = None
    try:
        value = _value(fitted, asked)
    except ValueError as error:
        told.append(f"{error}.")
    try:
        proof = parse_proof(fitted.proof)
    except ValueError as error:
        told.append(f"'proof' {error}.")
        return None, told
    if value is None:
        return None, told
    given = tuple((sources or {}).get(id) or stand_in(id) for id in row["source"].split(" "))
    reading = Reading(
        fitted.reading, value, fitted.role, given, fitted.note, extra, line, proof, tests
    )
    return reading if whole else None, told


def _faults_of_sources(cell: str, sources: Mapping[str, Source] | None) -> list[str]:
    """What is wrong with the ids of sources in a cell."""
    if not cell:
        return ["no source is named. Write the id of one in docs/sources.yml."]
    if _PARTED.search(cell):
        plain = " ".join(re.split(r"[,;\s]+", cell.strip(" ,;")))
        return [f"the ids of several sources are parted by one space. Write {plain}."]
    told, ids = [], cell.split(" ")
    for id in dict.fromkeys(ids):
        if sources is not None and id not in sources:
            remedy = did_you_mean(id, sources, "Add it to docs/sources.yml.")
            told.append(f"there is no source '{id}'. {remedy}")
        if ids.count(id) > 1:
            told.append(f"the source '{id}' is named twice. Keep one.")
    return told


def stand_in(id: str) -> Source:
    """A source that cannot be looked up: its readings need no second complaint."""
    return Source(id, id, "", "", "", "second-hand")


def _value(row: ReadingRow, asked: Asked) -> Value:
    """A reading's value; where context is free, it may be yes, no or of another kind."""
    kinds = asked.kinds(row.role)
    said = row.value in ("yes", "no") and "fact" in kinds
    return grammar.parse(row.value, "fact" if said else kinds[-1])


def _cell(text: str, kind: str) -> str | Value:
    """A cell of a form's own column: `text`, `number`, `date`, one of the words `a|b|c`, or the
    `hours` or the `zone` of a moment or its `day`, which a row without one leaves empty.
    """
    if "|" in kind:
        if text not in kind.split("|"):
            raise ValueError(f"'{text}' is not one of {', '.join(kind.split('|'))}")
        return text
    if kind == "day":
        return str(day(text)) if text else ""
    if kind in ("hours", "zone"):
        (span_of if kind == "hours" else zone_of)(text) if text else None
    return cell_words(text) if kind in ("text", "hours", "zone") else grammar.parse(text, kind)


# ---------------------------------------------------------------- readings of other claims


def _reference(row: ReadingRow, reading: Reading, told: list[str]) -> Reference | None:
    """What a row refers to, or None; what is wrong with it is told."""
    match = _SEE.fullmatch(row.value)
    if not match:
        remedy = "Write `see some-claim`, or `see some-claim: the name of its reading`"
        told.append(f"'{row.value}' does not say which reading to see. {remedy}.")
        return None
    for name in ("source", "proof"):
        if getattr(row, name):
            told.append(f"'{name}' is taken from the reading that this row refers to. Empty it.")
    return Reference(match[1], match[2] or row.reading, reading)


def own_columns(text: str) -> dict[str, str]:
    """The further columns that the first line of a table names, when its form cannot be asked."""
    header = text.split("\n", 1)[0].split(",")[len(COLUMNS) :]
    return {name: "text" for name in header if name not in OPTIONAL}
