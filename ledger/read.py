"""Reading and checking: from the folder `docs/` to claims, sources and a list of mistakes.

Each mistake is a sentence with its place, `docs/claims/some-claim.csv:3: what is wrong. What to do.`
All are collected; none stops the reading of the rest.
"""

import ast
import csv
import io
import os
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from ledger import values, verdict
from ledger.claim import Claim, Ledger, PrintedNumber, Reading, Source
from ledger.fields import Fields
from ledger.mistakes import Mistake, Slip, did_you_mean
from ledger.shapes import Article, Change, ClaimWords, ReadingRow, Shape, SourceEntry, plain_words

if TYPE_CHECKING:
    pass

FORMS = Path(__file__).parent.parent / "charts" / "forms"
COLUMNS = ("reading", "value", "role", "source", "note")
LARGEST = 200_000  # bytes; the largest file that a person would write by hand
MOST_RIVALS = 3
# Stands for a source with a mistake, or one that cannot be looked up: its readings need no second complaint.
FAULTY = Source("", "", "", "", "", "second-hand")

S = TypeVar("S", bound=Shape)
MOST_OPEN = 20  # square brackets of one paragraph

# ---------------------------------------------------------------- reading


def read_ledger(docs: Path | str) -> Ledger:
    """Read and check a folder of content: returns its `Ledger`, with every mistake in `problems`, sorted by place.

    A claim with a mistake is left out of `claims`; the rest is read all the same.
    """
    docs = Path(docs)
    ledger = Ledger(docs)
    sources = _read_sources(ledger)
    ledger.sources, ledger.sources_read = sources or {}, sources is not None
    ledger.article = _read_article(ledger)
    sections = list(ledger.article.sections) if ledger.article else []
    folder = docs / "claims"
    stems = sorted({path.stem for path in folder.iterdir() if path.suffix in (".md", ".csv")}) if folder.is_dir() else []
    if not stems:
        _problem(ledger, folder, 1, "there are no claims here. Add a pair of files, <id>.md and <id>.csv.")
    known = forms()
    claims = [claim for stem in stems if (claim := _read_claim(ledger, folder, stem, known))]
    claims.sort(key=lambda claim: sections.index(claim.where) if claim.where in sections else 0)
    ledger.claims = {claim.id: claim for claim in claims}
    ledger.printed = _read_figures(ledger, stems)
    ledger.claims = _in_article_order(ledger)
    ledger.mistakes.sort(key=lambda problem: (problem.file, problem.line, problem.text))
    return ledger


def forms() -> dict[str, dict[str, str]]:
    """The chart forms: name → its further columns, read from the files in `charts/forms` without running them."""
    found = {}
    for path in sorted(FORMS.glob("[!_]*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        columns = {}
        for node in tree.body:
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "COLUMNS":
                columns = ast.literal_eval(node.value)
        found[path.stem] = columns
    return found





def place(ledger: Ledger, path: Path | str) -> str:
    """A file as people see it: `docs/claims/x.csv`, from the folder that holds `docs/`."""
    return Path(os.path.relpath(path, ledger.docs.absolute().parent)).as_posix()


def _problem(ledger: Ledger, path: Path | str, line: int, text: str) -> None:
    ledger.mistakes.append(Mistake(place(ledger, path), line, text))


def text_of(path: Path) -> str:
    """The text of a file. Raises `Slip` when it is none that a page can be made of."""
    if path.is_symlink():
        raise Slip(1, "this is a link to another file. Put the file itself here.")
    try:
        if path.stat().st_size > LARGEST:
            raise Slip(1, f"the file is larger than {LARGEST:,} bytes. Keep only the figures that the claim needs.")
        data = path.read_bytes()
    except OSError:
        raise Slip(1, "the file is missing. Add it, or take back the change that removed it.") from None
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Slip(line, "the file is not UTF-8 text here. Save it with the encoding UTF-8.") from None
    if not text.strip():
        raise Slip(1, "the file is empty. Fill it, or delete it.")
    if "\0" in text:
        raise Slip(text[: text.index("\0")].count("\n") + 1, "the line holds a NUL character. Delete it and type the line again.")
    return text


def _read_text(ledger: Ledger, path: Path) -> str | None:
    """The text of a file, or None with the mistake noted."""
    try:
        return text_of(path)
    except Slip as slip:
        _problem(ledger, path, slip.line, slip.text)
        return None





def _read_yaml(ledger: Ledger, path: Path, text: str, first_line: int = 1) -> Fields | None:
    try:
        parsed = Fields(text, first_line)
    except Slip as slip:
        _problem(ledger, path, slip.line, slip.text)
        return None
    for line, name, first in parsed.repeated:
        _problem(ledger, path, line, f"'{name}' is written twice; the first is on line {first}. Keep one.")
    if not isinstance(parsed.data, dict):
        _problem(ledger, path, first_line, "this must be a list of fields, one a line, like `title: Some words`.")
        return None
    return parsed


def shaped(shape: type[S], data: Any) -> tuple[S | None, list[tuple[tuple[Any, ...], str]]]:
    """Fit data to a shape: returns (record or None, list of (path, sentence))."""
    try:
        return shape.model_validate(data), []
    except ValidationError as error:
        return None, [(fault["loc"], _sentence(shape, fault)) for fault in error.errors()]


def _sentence(shape: type[Shape], fault: Any) -> str:
    """A validation fault in words for people."""
    names = [str(part) for part in fault["loc"]]
    name = ".".join(names) or shape.__name__
    given = fault.get("input")
    match fault["type"]:
        case "missing":
            owner = Change if names[0] == "history" and len(names) > 1 else shape
            about = owner.model_fields[names[-1]].description if names[-1] in owner.model_fields else "it"
            return f"there is no '{names[-1]}'. Add it: {about}."
        case "extra_forbidden":
            owner = Change if names[0] == "history" and len(names) > 1 else shape
            return f"there is no field '{names[-1]}'. " + did_you_mean(names[-1], owner.model_fields, f"The fields are {', '.join(owner.model_fields)}.")
        case "literal_error":
            expected = fault["ctx"]["expected"].replace("'", "")
            return f"'{names[-1]}' cannot be '{given}'. " + did_you_mean(given, re.split(r", | or ", expected), f"It is one of {expected}.")
        case "value_error":
            reason = str(fault["ctx"]["error"])
            return (reason if reason.startswith("'") else f"'{name}' {reason}") + "."
        case "string_too_long":
            return f"'{name}' is longer than {fault['ctx']['max_length']} characters. Shorten it."
        case "string_too_short" | "too_short":
            return f"'{name}' is empty. Fill it in."
        case "string_type":
            return f"'{name}' must be words. Put the value in double quotes."
        case "list_type":
            return f"'{name}' must be a list: one line for each entry, beginning with a dash."
        case "dict_type" | "model_type" | "model_attributes_type":
            example = "{date: 2026-11-23, verdict: Holds, why: First check.}" if names[:1] == ["history"] else "title: Some words"
            return (f"'{name}'" if names else "this") + f" must hold named fields, like {example}."
        case _:
            return f"'{name}': {fault['msg']}."


def _read_sources(ledger: Ledger) -> dict[str, Source] | None:
    path = ledger.docs / "sources.yml"
    text = _read_text(ledger, path)
    parsed = _read_yaml(ledger, path, text) if text else None
    if not parsed:
        return None
    sources = {}
    for key, entry in parsed.data.items():
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key):
            _problem(ledger, path, parsed.line((key,)), f"'{key}' cannot be a source's id. Use small letters, digits and hyphens.")
        entry_read, faults = shaped(SourceEntry, entry)
        for place, sentence in faults:
            _problem(ledger, path, parsed.line((key, *place)), f"source '{key}': {sentence}")
        sources[key] = Source.of(key, entry_read) if entry_read else FAULTY
    return sources


def _read_article(ledger: Ledger) -> Article | None:
    path = ledger.docs / "article.yml"
    text = _read_text(ledger, path)
    parsed = _read_yaml(ledger, path, text) if text else None
    if not parsed:
        return None
    article, faults = shaped(Article, parsed.data)
    for place, sentence in faults:
        _problem(ledger, path, parsed.line(place), sentence)
    return article


def _rows(ledger: Ledger, path: Path, text: str) -> list[tuple[int, list[str]]]:
    """The rows of a CSV file as (line, cells); the first is the header. Mistakes in its form are noted."""
    rows, reader, line = [], csv.reader(io.StringIO(text), strict=True), 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((line, [cell.strip() for cell in cells]))
            line = reader.line_num + 1
    except csv.Error as error:
        _problem(
            ledger,
            path,
            line,
            f'this is not valid CSV ({error}). A cell that holds a comma needs double quotes around it, and a quote inside it is doubled: "".',
        )
        return []
    return rows


def _read_table(ledger: Ledger, path: Path, text: str, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with a fixed header: yields (line, cells by column name)."""
    rows = _rows(ledger, path, text)
    if not rows:
        return
    header = rows[0][1]
    if header != list(columns):
        wrong = [name for name in header if name not in columns]
        missing = [name for name in columns if name not in header]
        if wrong:
            text = f"there is no column '{wrong[0]}'. {did_you_mean(wrong[0], missing or columns)}".strip()
        elif missing:
            text = f"the column '{missing[0]}' is missing."
        else:
            text = "the columns are in another order."
        _problem(ledger, path, rows[0][0], f"{text} The first line must be {','.join(columns)}")
        return
    for line, cells in rows[1:]:
        if len(cells) != len(columns):
            _problem(
                ledger,
                path,
                line,
                f"this line has {len(cells)} cells, but there are {len(columns)} columns. A cell that holds a comma needs double quotes around it.",
            )
        else:
            yield line, dict(zip(columns, cells, strict=True))


def _read_claim(ledger: Ledger, folder: Path, stem: str, known: dict[str, dict[str, str]]) -> Claim | None:
    """One pair of files as a `Claim`, or None when it has mistakes."""
    before = len(ledger.mistakes)
    words_path, table_path = folder / f"{stem}.md", folder / f"{stem}.csv"
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", stem):
        _problem(
            ledger,
            next(p for p in (words_path, table_path) if p.exists()),
            1,
            f"'{stem}' cannot be a claim's id, because it becomes its address. Use small letters, digits and hyphens.",
        )
        return None
    text = _read_text(ledger, words_path)
    parsed, body, body_line = _front_matter(ledger, words_path, text) if text else (None, "", 1)
    words = None
    if parsed:
        words, faults = shaped(ClaimWords, parsed.data)
        for place, sentence in faults:
            _problem(ledger, words_path, parsed.line(place), sentence)
    table = _read_text(ledger, table_path)
    if parsed is None or words is None or table is None:
        if table:  # say what can be said of the numbers all the same
            header = tuple(table.split("\n", 1)[0].split(","))
            list(_read_readings(ledger, table_path, table, None, dict.fromkeys(header[len(COLUMNS) :], "text")))
        return None
    stated, kind = _check_words(ledger, words_path, parsed, words)
    if words.form not in known:
        _problem(
            ledger,
            words_path,
            parsed.line(("form",)),
            f"there is no form '{words.form}'. " + did_you_mean(words.form, known, f"The forms are {', '.join(known)}."),
        )
    columns = known.get(words.form, {})
    readings = tuple(_read_readings(ledger, table_path, table, kind, columns, words))
    if len(ledger.mistakes) == before and not readings:
        _problem(ledger, table_path, 1, "there are no readings. Add at least one line under the first.")
    if len(ledger.mistakes) > before or any(reading.source is FAULTY for reading in readings):
        return None
    kind = words.kind or "fact"
    claim = Claim(
        id=stem,
        title=words.title,
        sentence=words.claim,
        label=words.label,
        kind=kind,
        stated=stated,
        unit=words.unit or "",
        measure=words.measure,
        where=words.where,
        form=words.form,
        settle=words.settle,
        history=tuple(words.history),
        readings=readings,
        judgement=verdict.judge(stated, kind, readings),
        body=body,
        body_line=body_line,
        columns=tuple(columns),
    )
    _check_readings(ledger, table_path, claim)
    _check_history(ledger, words_path, parsed, claim)
    allowed = numbers_of(claim)
    for problem in loose_numbers(claim.body, claim.body_line, allowed, ledger.article, "the readings of this claim"):
        _problem(ledger, words_path, *problem)
    for problem in unsafe_markdown(claim.body, claim.body_line):
        _problem(ledger, words_path, *problem)
    if not claim.body.strip():
        _problem(ledger, words_path, body_line, "there is no prose. Tell in 60 to 200 words what the record shows.")
    return claim


def front_matter(text: str) -> tuple[str | None, str, int]:
    """Split a page into its front matter (or None) and its prose with the line where the prose begins."""
    match = re.match(r"---[ \t]*\n(.*?\n)?---[ \t]*(\n|$)", text, re.DOTALL)
    if not match:
        return None, text, 1
    return match[1] or "", text[match.end() :], text[: match.end()].count("\n") + 1


def _front_matter(ledger: Ledger, path: Path, text: str) -> tuple[Fields | None, str, int]:
    head, body, line = front_matter(text)
    if head is None:
        _problem(ledger, path, 1, "the front matter is missing. Begin the file with a line ---, the fields, and another line ---.")
        return None, body, line
    return _read_yaml(ledger, path, head, 2), body, line


def _check_words(ledger: Ledger, path: Path, parsed: Fields, words: ClaimWords) -> tuple[values.Value | None, str]:
    """The rules that no single field shows: returns the stated `Value` (or None) and the kind of its readings."""
    sections = ledger.article.sections if ledger.article else None
    if sections and words.where not in sections:
        _problem(
            ledger,
            path,
            parsed.line(("where",)),
            f"the article has no section '{words.where}'. " + did_you_mean(words.where, sections, f"The sections are {', '.join(sections)}."),
        )
    kind = "date" if words.unit == "date" else "number"
    if words.kind and words.stated is not None:
        _problem(ledger, path, parsed.line(("stated",)), f"{words.kind} claims are shown, not judged. Take out `stated`, or take out `kind`.")
        return None, kind
    if words.stated is None:
        if not words.kind:
            _problem(ledger, path, parsed.line(()), "there is no 'stated'. Add the value as the article prints it, or `kind: opinion` or `kind: forecast`.")
        return None, kind
    kind = "fact" if words.stated in ("yes", "no") else kind
    if words.stated == "no":
        _problem(ledger, path, parsed.line(("stated",)), "a statement that the article makes is stated as yes. Write `stated: yes`.")
    try:
        return values.parse(words.stated, kind), kind
    except ValueError as error:
        _problem(ledger, path, parsed.line(("stated",)), f"stated: {error}.")
        return None, kind


def _read_readings(ledger: Ledger, path: Path, text: str, kind: str | None, columns: dict[str, str], words: ClaimWords | None = None) -> Iterator[Reading]:
    """The readings of one table. `kind` is the kind of value that judges, or None when it is not known."""
    for line, row in _read_table(ledger, path, text, (*COLUMNS, *columns)):
        fit, faults = shaped(ReadingRow, {name: row[name] for name in COLUMNS})
        for _place_in_row, sentence in faults:
            _problem(ledger, path, line, sentence)
        if ledger.sources_read and row["source"] not in ledger.sources:
            _problem(ledger, path, line, f"there is no source '{row['source']}'. " + did_you_mean(row["source"], ledger.sources, "Add it to docs/sources.yml."))
        if fit is None or kind is None:
            continue
        if words and words.kind and fit.role != "context":
            _problem(
                ledger,
                path,
                line,
                f"{'an opinion' if words.kind == 'opinion' else 'a forecast'} is shown, not judged, so its readings are context. Change the role '{fit.role}' to context.",
            )
            continue
        if fit.role == "rival" and not fit.note:
            _problem(ledger, path, line, "a rival needs a reason. Say in its note why a writer could have meant it.")
        try:
            value = _reading_value(fit, kind, words)
        except ValueError as error:
            _problem(ledger, path, line, f"{error}.")
            continue
        extra = {}
        for name, column_kind in columns.items():
            try:
                extra[name] = _cell(row[name], column_kind)
            except ValueError as error:
                _problem(ledger, path, line, f"column '{name}': {error}.")
        source = ledger.sources.get(row["source"], FAULTY)
        yield Reading(fit.reading, value, fit.role, source, fit.note, extra, line)


def _reading_value(fit: ReadingRow, kind: str, words: ClaimWords | None) -> values.Value:
    """A reading's value; beside yes-or-no facts, and where nothing is judged, context may be of any kind."""
    if fit.role != "context" or not (kind == "fact" or (words and words.kind)):
        return values.parse(fit.value, kind)
    for other in ("fact", "date" if words and words.unit == "date" else "number"):
        try:
            return values.parse(fit.value, other)
        except ValueError:
            continue
    raise ValueError(f"'{fit.value}' is neither yes, no nor a value. Write one of these: yes, no, {values.EXAMPLES['number']}")


def _cell(text: str, kind: str) -> str:
    """A cell of a form's own column: `text`, `number`, `date`, or one of a list of words `a|b|c`."""
    if "|" in kind:
        if text not in kind.split("|"):
            raise ValueError(f"'{text}' is not one of {', '.join(kind.split('|'))}")
        return text
    if kind == "text":
        return plain_words(text)
    value = values.parse(text, kind)
    return value.text


def _check_readings(ledger: Ledger, path: Path, claim: Claim) -> None:
    rivals = [r for r in claim.readings if r.role == "rival"]
    if len(rivals) > MOST_RIVALS:
        _problem(
            ledger,
            path,
            rivals[MOST_RIVALS].line,
            f"there are more than {MOST_RIVALS} rivals, and with enough of them something always fits. Keep the best; make the others context.",
        )
    if claim.judgement.verdict.name == "Unsettled" and not claim.settle:
        _problem(ledger, path.with_suffix(".md"), 2, "the verdict is Unsettled, but nothing says what would settle it. Add a line `settle: …`.")


def _check_history(ledger: Ledger, path: Path, parsed: Fields, claim: Claim) -> None:
    """A verdict that differs from the last dated entry needs a new line that says why."""
    dates = [change.date for change in claim.history]
    if dates != sorted(dates):
        _problem(ledger, path, parsed.line(("history",)), "the history is not in the order of its dates. Put the newest last.")
    last, now = claim.history[-1], claim.judgement.verdict.name
    if last.verdict != now:
        _problem(
            ledger,
            path,
            parsed.line(("history", len(claim.history) - 1)),
            f"the verdict is now {now}, but the history ends with {last.verdict}. If the change is right, add below this line: "
            f'- {{date: {date.today()}, verdict: {now}, why: "what was learned"}}',
        )


# ---------------------------------------------------------------- no loose numbers

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NOT_FIGURES = re.compile(
    rf"""
    `[^`]*` | \]\([^)]*\) | \{{\{{.*?\}}\}} | https?://\S+ | ^\[[^\]]+\]:.*$   # code, link targets, marks, addresses
    | \b\d{{1,2}}\ (?:{_MONTHS})\b | \b(?:{_MONTHS})\ \d{{1,2}}\b               # days
    | \b\d{{1,2}}(?:\ (?:to|and)\ )(?=\d{{1,2}}\ (?:{_MONTHS})\b)               # 24 to 27 January
    | \b(?:18|19|20|21)\d\d(?:-\d\d){{0,2}}(?![\d.,]*\d)\b | \b(?:19|20)\d\ds\b # years and dates
    | \b\d{{1,2}}:\d\d\b | \b\d{{1,2}}\ [ap]\.m\.                               # times of day
    | [A-Za-z][-–]?\d[\w.]*\b                                                   # names: R1, GPT-4o, H800
    | ^\s*\d+\.\s                                                               # list marks
    """,
    re.VERBOSE | re.MULTILINE,
)
_FIGURE = re.compile(r"(?<![\w.,])[-+−]?\d[\d,]*(?:\.\d+)?")


def numbers_of(claim: Claim) -> list[values.Value]:
    """Every number that a claim's prose may use: those of its stated value and of its readings, with their names and notes."""
    texts = [claim.stated.text if claim.stated else "", claim.sentence, claim.unit]
    for reading in claim.readings:
        texts += [reading.name, reading.value.text, reading.note, *map(str, reading.extra.values())]
    found = {match.replace(",", "") for text in texts for match in re.findall(r"[0-9][0-9,]*(?:\.[0-9]+)?", text)}
    return [values.parse(number, "number") for number in sorted(found) if len(number) < values.LONGEST]


def loose_numbers(markdown: str, first_line: int, allowed: list[values.Value], article: Article | None, among: str) -> Iterator[tuple[int, str]]:
    """Every figure in the prose is one of the allowed numbers or a simple rounding of one: yields (line, sentence).

    A rounding is simple when the number agrees with it by the verdict's own rule.
    Dates, times, names that hold digits, code and addresses are not figures. Without the article's names nothing can be said.
    """
    text = markdown
    if article is None:
        return
    for name in sorted(article.names, key=len, reverse=True):
        text = text.replace(name, " " * len(name))
    text = _NOT_FIGURES.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    known = {}
    for line, printed in enumerate(text.split("\n"), first_line):
        for figure in dict.fromkeys(match.group().rstrip(",") for match in _FIGURE.finditer(printed)):
            plain = figure.replace(",", "").lstrip("+-−")
            if plain not in known:
                known[plain] = len(plain) < values.LONGEST and _among(plain, allowed)
            if not known[plain]:
                yield line, (f"{figure} is not among {among}. Write a figure that is, add a reading that gives it, or say it in words.")


def _among(figure: str, allowed: list[values.Value]) -> bool:
    """True when a figure is one of these numbers, or a simple rounding of one."""
    if any(number.text == figure for number in allowed):
        return True
    try:
        printed = values.parse(figure, "number")
    except ValueError:  # digits of another script
        return False
    return any(values.compare(printed, number) == "agrees" for number in allowed)


_TARGET = r"(?!https?:|#|\.{0,2}/|[\w-]+(?:[/.#]|\)))"  # what no link of a page may begin with
_NO_LINK = "'{shown}' is not a link that a page can hold. Link to https://… or to a page of the site."
_UNSAFE = (
    (r"(?P<shown></?[A-Za-z!?][^>\n]*>?)", "'{shown}' is HTML. Write plain Markdown; the site adds the markup."),
    (rf"\]\(\s*{_TARGET}(?P<shown>[^\s)]*)", _NO_LINK),
    (rf"\[[^\]]+\]:[ \t]*\n?[ \t>]*{_TARGET}(?P<shown>\S*)", _NO_LINK),
    (r"(?P<shown>!\[[^\]]*\](?!\((?!\s*(?:[a-z]+:)?//)))", "'{shown}' is a picture from another host. Readers' browsers ask no host but this one."),
    (r"(?P<shown>\{[^{}\n]*=[^{}\n]*\})", "'{shown}' sets attributes. Write plain Markdown; the site adds the markup."),
    (r"(?P<shown>\{\{.*?\}\})", "'{shown}' must stand on a line of its own, and on a page, never in a claim's prose."),
    (
        r"(?P<shown>[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])",
        "the line holds an invisible character, {shown}. Delete it and type the words again.",
    ),
)


_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")


def _without_code(paragraph: str) -> str:
    """A paragraph without its `code`, where no reader of Markdown could doubt what is code: within a line and between single marks."""
    if any(line.count("`") % 2 or "``" in line or "\\`" in line for line in paragraph.split("\n")):
        return paragraph
    return re.sub("`[^`]*`", lambda match: match.group() if "|" in match.group() else " " * len(match.group()), paragraph)


def unsafe_markdown(markdown: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Prose is plain Markdown, with no HTML, no links that run code and no pictures from other hosts: yields (line, sentence)."""
    text = _PARAGRAPH.sub(lambda match: _without_code(match.group()), markdown)
    for match in _PARAGRAPH.finditer(text):  # Markdown takes hours over thousands of open brackets
        if match.group().count("[") - match.group().count("]") > MOST_OPEN:
            line = first_line + text.count("\n", 0, match.start())
            yield line, f"more than {MOST_OPEN} square brackets of this paragraph are never closed. Close them, or take them out."
    for pattern, sentence in _UNSAFE:
        for match in re.finditer(pattern, text, re.MULTILINE):
            shown = match["shown"].strip()
            yield first_line + text.count("\n", 0, match.start("shown")), sentence.format(shown=shown[:40] if shown.isprintable() else f"U+{ord(shown[0]):04X}")


# ---------------------------------------------------------------- the figures of the article


def _read_figures(ledger: Ledger, stems: list[str]) -> list[PrintedNumber]:
    """`docs/article.csv`, where it exists: each figure names a claim or a reason, and each claim with a figure is named."""
    path = ledger.docs / "article.csv"
    if not path.exists():
        return []
    text = _read_text(ledger, path)
    figures, sections = [], ledger.article.sections if ledger.article else {}
    last, last_line = -1, 1
    for line, row in _read_table(ledger, path, text, ("where", "figure", "claim", "reason")) if text else ():
        last_line = line
        if sections and row["where"] not in sections:
            _problem(ledger, path, line, f"the article has no section '{row['where']}'. " + did_you_mean(row["where"], sections))
        elif sections:
            if list(sections).index(row["where"]) < last:
                _problem(ledger, path, line, f"'{row['where']}' comes earlier in the article than the line before. Keep the article's order.")
            last = list(sections).index(row["where"])
        if row["claim"] and row["claim"] not in stems:
            _problem(ledger, path, line, f"there is no claim '{row['claim']}'. " + did_you_mean(row["claim"], stems, "Add it to docs/claims."))
        if bool(row["claim"]) == bool(row["reason"]):
            _problem(ledger, path, line, f"the figure '{row['figure']}' needs a claim that covers it, or a reason why none does: one of the two.")
        for name in ("figure", "reason"):
            try:
                plain_words(row[name])
            except ValueError as error:
                _problem(ledger, path, line, f"'{name}' {error}.")
        figures.append(PrintedNumber(row["where"], row["figure"], row["claim"], row["reason"]))
    named = {figure.claim_id for figure in figures}
    for claim in ledger.claims.values():
        if claim.stated and claim.stated.kind != "fact" and claim.id not in named:
            _problem(ledger, path, last_line, f"no figure names the claim '{claim.id}', which has a stated value. Add its line.")
    return figures


def _in_article_order(ledger: Ledger) -> dict[str, Claim]:
    """Claims by section, within a section in the order in which the article prints their figures, then by id."""
    first: dict[str, int] = {}
    for index, figure in enumerate(ledger.printed):
        first.setdefault(figure.claim_id, index)
    sections = list(ledger.article.sections) if ledger.article else []

    def place(claim: Claim) -> tuple[int, int, str]:
        section = sections.index(claim.where) if claim.where in sections else len(sections)
        return section, first.get(claim.id, len(first) + 1), claim.id

    return {claim.id: claim for claim in sorted(ledger.claims.values(), key=place)}



