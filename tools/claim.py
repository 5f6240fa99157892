"""Start a new claim, `make claim id=some-name`: a pair of files, ready to edit.

On a terminal it asks for what it needs; elsewhere it takes the defaults.
What is still open says `To do`.
"""

import csv
import io
import re
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from ledger.claim import Ledger
from ledger.files import fault_of_claim_id
from ledger.mistakes import Mistake
from ledger.read import read_ledger
from ledger.reading import COLUMNS
from ledger.verdict import judge
from tools.questions import Ask, Draft, Refused, asked, default_of, draft_of, ended, quoted

DOCS = Path(__file__).parent.parent / "docs"
PROSE = """To do: write in a few short paragraphs what the record shows, and take these lines out.
Say first how the record answers the sentence of the article, and which reading decides.
Then say where the number of the article could come from, if it is not the one on record.
Every figure that stands here must be one of the readings in the table, or a simple rounding of one.
Write for somebody who has not read the article, in sixty to two hundred words.
"""


def start(docs: Path, claim_id: str, ask: Ask) -> tuple[list[Path], str, list[Mistake]]:
    """Start a claim; nothing is written before all of it is known to be valid.

    Returns the files that were written, the verdict that the readings would give, and what `make
    check` will still ask for.
    """
    words_path, table_path = (docs / "claims" / f"{claim_id}.{ending}" for ending in ("md", "csv"))
    if remedy := fault_of_claim_id(claim_id):
        raise Refused(
            f"'{claim_id}' cannot be a claim's id, because it becomes its address. {remedy}"
        )
    if taken := [path for path in (words_path, table_path) if path.exists()]:
        raise Refused(f"there is {taken[0].name} already. Edit it, or choose another id.")
    ledger = read_ledger(docs)
    if ledger.article is None or any(m.file.endswith("/sources.yml") for m in ledger.mistakes):
        raise Refused("docs/article.yml or docs/sources.yml has a mistake. Run `make check` first.")

    draft = draft_of(ask, ledger, (docs / "article.csv").exists())
    contents = _contents(docs, ledger, claim_id, draft)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(docs, Path(folder) / docs.name, symlinks=True))
        for settings in docs.parent.glob("mkdocs.yml"):  # they say which files are notebooks
            shutil.copy(settings, folder)
        tried = _write(copy, contents)
    mistakes = [mistake for mistake in tried.mistakes if mistake not in ledger.mistakes]
    open_words = [mistake for mistake in mistakes if mistake.file.endswith(f"/{claim_id}.md")]
    if wrong := [mistake for mistake in mistakes if mistake not in open_words]:
        raise Refused("\n".join(["this would be wrong:", *map(str, wrong)]))
    for path, text in contents.items():
        (docs / path).write_text(text, encoding="utf-8")
    return [docs / path for path in contents], _verdict(tried, claim_id), open_words


# ---------------------------------------------------------------- what is written


def _contents(docs: Path, ledger: Ledger, claim_id: str, draft: Draft) -> dict[str, str]:
    """The text of every file that changes, by its path below `docs/`."""
    contents = {
        f"claims/{claim_id}.md": _page(draft.words),
        f"claims/{claim_id}.csv": _csv(_table(draft.rows)),
    }
    if draft.sources:
        contents["sources.yml"] = with_entries(_text_of(docs / "sources.yml"), draft.sources)
    if draft.printed:
        row = [draft.words["where"], draft.printed, claim_id, ""]
        sections = list(ledger.article.sections) if ledger.article else []
        contents["article.csv"] = _with_row(_text_of(docs / "article.csv"), sections, row)
    return contents


def _table(rows: list[list[str]]) -> list[list[str]]:
    """The rows under their columns; that of proofs only where there is one."""
    width = len(COLUMNS) + any(row[-1] for row in rows)
    return [row[:width] for row in ([*COLUMNS, "proof"], *rows)]


def _text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig") if path.exists() else ""


def _write(docs: Path, contents: dict[str, str]) -> Ledger:
    """Write the files into a folder of content, and read it anew."""
    for path, text in contents.items():
        (docs / path).write_text(text, encoding="utf-8")
    return read_ledger(docs)


def _verdict(ledger: Ledger, claim_id: str) -> str:
    """The verdict that the readings of a draft would give, once somebody has checked them."""
    claim = ledger.claims.get(claim_id)
    if not claim:
        return "Unsettled"
    return judge(claim.stated, claim.kind, claim.readings, claim.unit).verdict.name


def _page(words: dict[str, str]) -> str:
    """The Markdown file of a draft."""
    head = "".join(f"{name}: {quoted(text)}\n" for name, text in words.items())
    return f"---\n{head}draft: yes\n---\n\n{PROSE}"


def with_entries(text: str, entries: dict[str, str]) -> str:
    """The sources with new ones, each in the place where its id belongs."""
    for source_id, entry in entries.items():
        heads = re.finditer(r"^([a-z0-9-]+):", text, re.MULTILINE)
        at = next((head.start() for head in heads if head[1] > source_id), None)
        text = f"{text[:at]}{entry}\n{text[at:]}" if at is not None else f"{text}\n{entry}"
    return text


def _with_row(text: str, sections: list[str], row: list[str]) -> str:
    """The numbers of the article with one more, after the last one of its part; a number that
    waits there for a claim gets it.
    """
    lines = text.splitlines()
    rows = list(csv.reader(lines))
    width = len(rows[0]) if rows else len(row)
    for index, listed in enumerate(rows):
        if listed[:3] == [*row[:2], ""]:
            lines[index] = _csv([[*row, *listed[len(row) :]]]).strip()
            return "\n".join(lines) + "\n"
    before = sections[: sections.index(row[0]) + 1]
    at = max(i for i, listed in enumerate(rows or [[""]]) if i == 0 or listed[0] in before) + 1
    filled = _csv([[*row, *[""] * (width - len(row))]]).strip()
    return "\n".join([*lines[:at], filled, *lines[at:]]) + "\n"


def _csv(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def main() -> int:
    """Run by `make claim`: returns 0, or 1 after one sentence on what to do."""
    if len(sys.argv) != 2 or not sys.argv[1]:
        print("Say which: make claim id=some-name", file=sys.stderr)
        return 1
    return ended("Nothing was written", lambda: _begin(sys.argv[1]))


def _begin(claim_id: str) -> None:
    """Start a claim, and tell what was written and what is still to do."""
    ask = asked if sys.stdin.isatty() else default_of
    written, verdict, open_words = start(DOCS, claim_id, ask)
    files = [f"  {path.relative_to(DOCS.parent)}" for path in written]
    print("\nWritten, as a draft that no verdict stands on:", *files, sep="\n")
    print("Write what still says To do. `make serve` shows the page, `make check` what is wrong.")
    line = f"  - {{date: {date.today()}, verdict: {verdict}, why: First check.}}"
    print("When it is checked, put in the place of `draft: yes`:", "history:", line, sep="\n")
    if open_words:
        print("It says now:", *(f"  {mistake}" for mistake in open_words), sep="\n")


if __name__ == "__main__":
    sys.exit(main())
