"""A claim's files: `<id>.md`, `<id>.csv`, and for a few `<id>.series.csv`."""

from dataclasses import dataclass, replace
from pathlib import Path

from ledger import grammar, verdict
from ledger.claim import Article, Change, Claim, NotJudged, Search
from ledger.content import Prose
from ledger.fields import Fields, read_fields
from ledger.files import Folder, fault_of_claim_id, text_of
from ledger.forms import Form
from ledger.mistakes import Mistake, Slip, Telling, did_you_mean
from ledger.pages import fault_of_fields, front_matter
from ledger.reading import Reading, Source
from ledger.rows import Asked, Rows, own_columns, read_rows
from ledger.series import read_days
from ledger.shapes import ClaimWords, DraftWords, shaped
from ledger.values import Value
from ledger.wording import because


@dataclass(frozen=True)
class Known:
    """What the files of a claim refer to; what could not be read is None."""

    folder: Folder
    forms: dict[str, Form]
    article: Article | None
    sources: dict[str, Source] | None


@dataclass(frozen=True)
class Pair:
    """What two files say, as far as it can be read: the fields of its words, prose and rows.

    `claim` is the claim without its readings; None when it cannot be made.
    """

    rows: Rows
    fields: Fields | None = None
    prose: Prose | None = None
    claim: Claim | None = None


def read_pair(known: Known, stem: str) -> Telling[Pair]:
    """Read one pair of files, as far as they can be read."""
    folder = known.folder
    words_path, table_path = (folder.claims / f"{stem}.{ending}" for ending in ("md", "csv"))
    rows = Rows(folder.shown(table_path), "", Asked(None, "number", False, ""))
    if remedy := fault_of_claim_id(stem):
        path = words_path if words_path.exists() else table_path
        told = f"'{stem}' cannot be a claim's id, because it becomes its address. {remedy}"
        yield Mistake(folder.shown(path), 1, told)
        return Pair(rows)
    fields, prose = yield from _front(folder, words_path)
    words = yield from _words(folder, words_path, fields)
    text = yield from folder.text(table_path)
    if not words or not fields or fields.doubled or not prose:
        if text:  # say what can be said of the numbers all the same
            yield from read_rows(folder, known.sources, rows, text, own_columns(text))
        return Pair(rows, prose=prose)
    form = known.forms.get(words.form)
    stated, asked, sound = yield from _stated(known, words_path, fields, words)
    rows = replace(rows, unit=words.unit or "", asked=asked)
    if not text:
        return Pair(rows, prose=prose)
    columns = form.columns if form else own_columns(text)
    draft = bool(words.draft)
    rows = yield from read_rows(folder, known.sources, rows, text, columns, empty=draft)
    days = yield from read_days(folder, known.sources, stem)
    if not (form and sound):
        return Pair(rows, prose=prose)
    claim = replace(_claim(stem, words, stated, prose, form), days=days)
    return Pair(rows, fields, prose, claim)


def read_stated(docs: Path | str, id: str) -> Value:
    """The stated value of one claim, from its words alone; no other file is opened.

    Raises ValueError with what is wrong, when there is none that can be read.
    """
    try:
        head = front_matter(text_of(Path(docs) / "claims" / f"{id}.md"))[0]
        data = Fields(head or "", 2).data
    except Slip as slip:
        raise ValueError(f"'{id}': {slip.text}") from None
    found = data if isinstance(data, dict) else {}
    stated, unit = found.get("stated"), found.get("unit")
    if not isinstance(stated, str):
        raise ValueError(f"'{id}': there is no 'stated'.")
    kind = "fact" if stated == "yes" else "date" if unit == "date" else "number"
    return grammar.parse(stated, kind)


def judged(claim: Claim, readings: tuple[Reading, ...]) -> Claim:
    """A claim with its readings, judged by them."""
    if claim.draft:
        judgement = verdict.unjudged(readings)
    else:
        judgement = verdict.judge(claim.stated, claim.kind, readings, claim.unit)
    claim = replace(claim, readings=readings, judgement=judgement)
    return replace(claim, because=because(claim))


def _claim(id: str, words: ClaimWords, stated: Value | None, prose: Prose, form: Form) -> Claim:
    """The claim that the words of a pair make, still without readings."""
    return Claim(
        id=id,
        title=words.title,
        sentence=words.claim,
        label=words.label,
        kind=words.kind or "fact",
        stated=stated,
        unit=words.unit or "",
        measure=words.measure,
        where=words.where,
        form=words.form,
        settle=words.settle,
        history=tuple(Change(line.date, line.verdict, line.why) for line in words.history),
        readings=(),
        judgement=verdict.unjudged(()),
        body=prose.text,
        body_line=prose.line,
        columns=tuple(form.columns),
        shows=form.shows,
        checked=words.checked,
        next=words.next,
        searches=tuple(Search(one.date, one.index, one.words, one.found) for one in words.searches),
        subject=words.subject or "",
        not_judged=tuple(NotJudged(one.words, one.why) for one in words.not_judged),
        draft=bool(words.draft),
    )


# ---------------------------------------------------------------- the words


def _front(folder: Folder, path: Path) -> Telling[tuple[Fields | None, Prose | None]]:
    """The fields of a claim's words, and its prose."""
    text = yield from folder.text(path)
    if not text:
        return None, None
    head, body, line = front_matter(text)
    if fault := fault_of_fields(text, head, body, line):
        yield Mistake(folder.shown(path), *fault)
        return None, None
    if head is None:
        told = "the front matter is missing"
        remedy = "Begin the file with a line ---, the fields, and another line ---."
        yield Mistake(folder.shown(path), 1, f"{told}. {remedy}")
        return None, None
    fields = yield from read_fields(folder.shown(path), head, 2)
    return fields, Prose(folder.shown(path), body, line) if fields else None


def _words(folder: Folder, path: Path, fields: Fields | None) -> Telling[ClaimWords | None]:
    shape = DraftWords if fields and fields.data.get("draft") else ClaimWords
    words, faults = shaped(shape, fields.data) if fields else (None, [])
    for place, sentence in faults:
        yield Mistake(folder.shown(path), fields.line(place) if fields else 1, sentence)
    return words


def _stated(
    known: Known, path: Path, fields: Fields, words: ClaimWords
) -> Telling[tuple[Value | None, Asked, bool]]:
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
        if not shown and not words.draft:
            remedy = (
                "Add the value as the article prints it, or `kind: opinion` or `kind: forecast`."
            )
            yield told("", f"there is no 'stated'. {remedy}")
        return None, Asked(kind, kind, True, shown), bool(shown or words.draft)
    if shown:
        remedy = "Take out `stated`, or take out `kind`."
        yield told("stated", f"{words.kind} claims are shown, not judged. {remedy}")
        return None, Asked(None, kind, True, ""), False
    if words.stated == "no":
        remedy = "Write `stated: yes`."
        yield told("stated", f"a statement that the article makes is stated as yes. {remedy}")
        return None, Asked(None, kind, True, ""), False
    asked = Asked(kind, kind, False, "") if words.stated != "yes" else Asked("fact", kind, True, "")
    try:
        value = grammar.parse(words.stated, asked.kind or kind)
    except ValueError as error:
        yield told("stated", f"stated: {error}.")
        return None, asked, False
    return value, asked, True
