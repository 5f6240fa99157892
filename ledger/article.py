"""The article under check: what it is, the numbers that it prints, its sentences and its words."""

import re

from ledger.amounts import without_amounts
from ledger.cells import cell_words, proof_words
from ledger.claim import UNCHECKED, Article, Paragraph, PrintedNumber, Statement
from ledger.fields import read_fields
from ledger.files import Folder, fault_of_id
from ledger.mistakes import Mistake, Telling
from ledger.shapes import ArticleWords, shaped
from ledger.tables import Table, read_table

PRINTED = ("where", "figure", "claim", "reason", "at")
STATEMENTS = ("where", "sentence", "statement", "claim", "reason")
WORDS = ("where", "lengths")
_LETTER = re.compile(r"[^\W\d_]")
_COUNT = re.compile(r"[1-9][0-9]{0,6}")
_COUNT_OR_NOTHING = re.compile(f"(?:{_COUNT.pattern})?")  # nobody has to count words
_LENGTHS = re.compile(r"[1-9][0-9]{0,2}(?: [1-9][0-9]{0,2})*")
_LONGEST_WORD = 99  # letters
_LONGEST = {"figure": 120, "statement": 400, "reason": 400}  # letters


def read_article(folder: Folder) -> Telling[Article | None]:
    """What `docs/article.yml` says, or None."""
    path = folder.docs / "article.yml"
    text = yield from folder.text(path)
    fields = (yield from read_fields(folder.shown(path), text)) if text else None
    if not fields:
        return None
    words, faults = shaped(ArticleWords, fields.data)
    for place, sentence in faults:
        yield Mistake(folder.shown(path), fields.line(place), sentence)
    if not words:
        return None
    for section in words.sections:
        if remedy := fault_of_id(section):
            told = f"'{section}' cannot be a section's id. {remedy}"
            yield Mistake(folder.shown(path), fields.line(("sections", section)), told)
    for index, name in enumerate(words.names):
        if not _LETTER.search(without_amounts(name)):
            told = f"'names': '{name}' is a figure, and no name"
            remedy = "Write the name with its words, like AIME 2024, or take it out."
            yield Mistake(folder.shown(path), fields.line(("names", index)), f"{told}. {remedy}")
    named: dict[str, str] = {}
    for section, name in words.sections.items():
        if (first := named.setdefault(name.casefold(), section)) != section:
            told = f"'{section}' has the name of '{first}'. Name the two so that a reader can tell"
            yield Mistake(
                folder.shown(path), fields.line(("sections", section)), f"{told} them apart."
            )
    for section in words.sentences:
        if section not in words.sections:
            told = f"'sentences' counts '{section}', which is none of the sections. Correct it."
            yield Mistake(folder.shown(path), fields.line(("sentences", section)), told)
    names = tuple(name for name in words.names if _LETTER.search(without_amounts(name)))
    sentences = {section: int(count) for section, count in words.sentences.items()}
    return Article(**{**words.model_dump(), "names": names, "sentences": sentences})


def read_printed(folder: Folder) -> Telling[tuple[tuple[PrintedNumber, ...], Table]]:
    """The numbers of the article, where `docs/article.csv` lists them, and its table."""
    table = yield from _table(folder, "article.csv", PRINTED, ("at",))
    counts = {"at": _COUNT_OR_NOTHING}
    table = yield from _sound(folder, "article.csv", table, ("figure", "reason"), counts)
    return tuple(
        PrintedNumber(
            row["where"],
            row["figure"],
            row["claim"],
            row["reason"],
            int(row["at"]) if row.get("at") else None,
        )
        for _, row in table.rows
    ), table


def read_statements(folder: Folder) -> Telling[tuple[tuple[Statement, ...], Table]]:
    """What the sentences of the article say, where `docs/statements.csv` lists them."""
    table = yield from _table(folder, "statements.csv", STATEMENTS)
    texts = ("statement", "reason")
    table = yield from _sound(folder, "statements.csv", table, texts, {"sentence": _COUNT})
    for line, row in table.rows:
        if not row["statement"] and row["reason"] != UNCHECKED:
            told = "'statement' is empty. Say in our own words what this sentence says"
            remedy = f"give the reason '{UNCHECKED}'"
            yield Mistake(_file(folder, "statements.csv"), line, f"{told}, or {remedy}.")
    return tuple(
        Statement(
            row["where"],
            int(row["sentence"]),
            row["statement"],
            tuple(row["claim"].split()),
            row["reason"],
        )
        for _, row in table.rows
    ), table


def read_words(folder: Folder) -> Telling[tuple[tuple[Paragraph, ...], Table]]:
    """The lengths of the article's words, where `docs/words.csv` lists them."""
    table = yield from _table(folder, "words.csv", WORDS)
    table = yield from _sound(folder, "words.csv", table, (), {"lengths": _LENGTHS})
    found, whole = [], table.whole
    for line, row in table.rows:
        lengths = tuple(map(int, row["lengths"].split()))
        if max(lengths) > _LONGEST_WORD:
            told = f"no word has {max(lengths)} letters. A space is missing there: part it."
            yield Mistake(_file(folder, "words.csv"), line, told)
            whole = False
        found.append(Paragraph(row["where"], lengths))
    return tuple(found), Table(table.rows, whole)


def _file(folder: Folder, name: str) -> str:
    return folder.shown(folder.docs / name)


def _table(
    folder: Folder, name: str, columns: tuple[str, ...], optional: tuple[str, ...] = ()
) -> Telling[Table]:
    """A table that a folder may have."""
    path = folder.docs / name
    text = (yield from folder.text(path)) if path.exists() or path.is_symlink() else None
    if not text:
        return Table((), False)
    return (yield from read_table(folder.shown(path), text, columns, optional))


_LIKE = {
    "at": "a number, like 120",
    "sentence": "a number, like 3",
    "lengths": "lengths, like 3 7 10",
}


def _sound(
    folder: Folder,
    name: str,
    table: Table,
    texts: tuple[str, ...],
    counts: dict[str, re.Pattern[str]],
) -> Telling[Table]:
    """The rows of a table whose cells can be read: words as words, numbers as numbers."""
    rows = []
    for line, row in table.rows:
        for column in texts:
            longest = _LONGEST[column]
            if len(row[column]) > longest:
                told = f"'{column}' is longer than {longest} characters. Shorten it."
                yield Mistake(_file(folder, name), line, told)
                continue
            # The word at which it stands shows that a date in digits is what the article prints.
            fits = proof_words if column == "figure" and row.get("at") else cell_words
            try:
                fits(row[column])
            except ValueError as error:
                yield Mistake(_file(folder, name), line, f"'{column}' {error}.")
        wrong = {
            column: row[column]
            for column, pattern in counts.items()
            if column in row and not pattern.fullmatch(row[column])
        }
        for column, cell in wrong.items():
            told = f"'{column}' cannot be '{cell[:40]}'. Write {_LIKE[column]}."
            yield Mistake(_file(folder, name), line, told)
        if not wrong:
            rows.append((line, row))
    return Table(tuple(rows), table.whole and len(rows) == len(table.rows))
