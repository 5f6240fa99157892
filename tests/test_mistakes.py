"""Mistakes in content: this slip, in an otherwise sound folder, gives exactly these words."""

import csv
import re
import shutil
import subprocess
import sys
from datetime import date

import pytest
from conftest import DOCS, ROOT
from slips import CSV, HISTORY, MD, SLIPS, swap
from slips_of_amounts import AMOUNT_SLIPS
from slips_of_days import DAY_SLIPS
from slips_of_doubles import DOUBLE_SLIPS
from slips_of_figures import FIGURE_SLIPS, HUT
from slips_of_names import NAME_SLIPS
from slips_of_outlines import OUTLINE_SLIPS
from slips_of_proof import PROOF_SLIPS
from slips_of_quotations import QUOTATION_SLIPS
from slips_of_settings import SETTING_SLIPS
from slips_of_sources import SOURCE_SLIPS
from slips_of_ways import WAY_SLIPS
from slips_under_fire import FIRE_SLIPS

from ledger.forms import FORMS as FORM_FILES
from ledger.forms import forms
from ledger.read import read_ledger

EVERY = SLIPS | PROOF_SLIPS | DAY_SLIPS | FIGURE_SLIPS | OUTLINE_SLIPS | FIRE_SLIPS | DOUBLE_SLIPS
EVERY |= AMOUNT_SLIPS | WAY_SLIPS | SETTING_SLIPS | QUOTATION_SLIPS | SOURCE_SLIPS
EVERY |= NAME_SLIPS


@pytest.mark.parametrize(("change", "lines"), EVERY.values(), ids=EVERY)
def test_slip(folder, change, lines):
    """A mistake is told once: file, line, what is wrong and what to do, and nothing else is."""
    change(folder)

    printed = [re.sub(r"(- {date:) [\d-]+", r"\1 TODAY", str(one)) for one in mistakes_in(folder)]

    assert [line if line.startswith("mkdocs.yml:") else f"docs/{line}" for line in lines] == printed


def mistakes_in(folder):
    """The mistakes of a folder of content."""
    return read_ledger(folder).mistakes


def test_no_slip(folder):
    """The folder in which the slips are made has no mistake of its own."""
    assert () == mistakes_in(folder)


def test_days_to_come(folder, monkeypatch):
    """A day that is still to come is told; where most are, the clock is wrong, and nothing is."""
    swap(HUT, "checked: 2026-11-23", "checked: 2026-12-24")(folder)
    told = "2026-12-24 is still to come. Write the day on which it was done."

    for today, lines in (
        ("2026-11-22", [f"docs/{HUT}:12: {told}"]),
        ("2026-12-23", []),
        ("2020-01-01", []),
    ):
        monkeypatch.setattr(
            "ledger.rules.calendar.today", lambda day=today: date.fromisoformat(day)
        )
        assert lines == [str(one) for one in mistakes_in(folder)]


@pytest.mark.parametrize("slip", ["  origin: &a x\n  origin: [\n", "\torigin: x\n"])
def test_sources_that_cannot_be_read(tmp_path, slip):
    """Where the sources cannot be read, that alone is told, and nothing of what rests on them."""
    docs = shutil.copytree(DOCS, tmp_path / "docs")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    with (docs / "sources.yml").open("a", encoding="utf-8") as file:
        file.write(slip)

    assert {"docs/sources.yml"} == {mistake.file for mistake in mistakes_in(docs)}


def test_limit_of_others(folder):
    """A cell without end is told whatever another library lets the csv module read."""
    change, lines = FIRE_SLIPS["a cell without end"]
    change(folder)
    limit = csv.field_size_limit(10**9)
    try:
        assert [f"docs/{line}" for line in lines] == [str(one) for one in mistakes_in(folder)]
    finally:
        csv.field_size_limit(limit)


def test_windows_files(folder):
    """Files saved on Windows, with a byte order mark and other line ends, are as good as others."""
    before = read_ledger(folder)
    for path in filter(lambda path: path.is_file(), folder.rglob("*")):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    after = read_ledger(folder)

    assert (before.mistakes, before.pages, before.records()) == (
        after.mistakes,
        after.pages,
        after.records(),
    )


def test_pasted_as_it_stands(folder):
    """The line of history that a message suggests can be pasted as it stands, but for its reason."""
    SLIPS["another verdict"][0](folder)
    swap(MD, "2,874 metres", "2,912 metres")(folder)
    suggested = mistakes_in(folder)[0].text.partition("below this line: ")[2]
    swap(MD, HISTORY, f"{HISTORY}{suggested}\n")(folder)

    assert [
        "'history.1.why' still says 'what was learned'. Write in its place what was learned."
    ] == [mistake.text for mistake in mistakes_in(folder)]
    swap(MD, "what was learned", "It was measured anew.")(folder)
    assert () == mistakes_in(folder)


def test_what_editors_leave_behind(folder):
    """What editors and systems leave behind is passed over, a link to nowhere among it."""
    for name in (".DS_Store", "index.md~", "claims/.summit.md.swp", "Thumbs.db", "method.md.orig"):
        (folder / name).write_bytes(b"\0\xff")
    (folder / ".#index.md").symlink_to("nobody@nowhere.1234")

    assert () == mistakes_in(folder)


FORM = '"""A form."""\n\nCOLUMNS{}\nSHOWS{}\n'
FORM_SLIPS = {
    # slip: (text of the form's file, what is told)
    "no Python": ('"""A form."""\n\nCOLUMNS = {\n', ":3: this is not valid Python ("),
    "computed columns": (
        FORM.format(" = dict(a=1)", ' = ("date",)'),
        ":3: COLUMNS cannot be read.",
    ),
    "a list of columns": (
        FORM.format(' = ["year"]', ' = ("date",)'),
        ":3: COLUMNS cannot be read.",
    ),
    "an unknown kind of column": (
        FORM.format(' = {"year": "words"}', ' = ("date",)'),
        ":3: COLUMNS: 'words' is no kind. Write number, date, day, text, hours, zone, or words like "
        "open|closed.",
    ),
    "words with commas": (
        FORM.format(' = {"when": "before, after"}', ' = ("date",)'),
        ":3: COLUMNS: 'before, after' is no kind.",
    ),
    "an unknown kind": (FORM.format(" = {}", ' = ("words",)'), ":4: SHOWS cannot be read."),
    "no kind": (FORM.format(" = {}", "_ = 1"), ":1: the form does not say what it shows."),
    "a kind that is no list": (FORM.format(" = {}", ' = "date"'), ":4: SHOWS cannot be read."),
    "a column without a meaning": (
        FORM.format(' = {"year": "date"}', ' = ("date",)'),
        ":1: MEANS and COLUMNS do not name the same columns: year. Say what each column means.",
    ),
    "a meaning that is no words": (
        FORM.format(' = {"year": "date"}', ' = ("date",)\nMEANS = {"year": 1}'),
        ":5: MEANS cannot be read.",
    ),
    "with types": (
        FORM.format(
            ': dict[str, str] = {"year": "date"}',
            ': tuple = ("date",)\nMEANS: dict[str, str] = {"year": "its year"}',
        ),
        "",
    ),
}


@pytest.mark.parametrize(("text", "told"), FORM_SLIPS.values(), ids=FORM_SLIPS)
def test_slip_in_a_form(folder, tmp_path, monkeypatch, text, told):
    """A form is read without being run; one that cannot be read is told by its file and line."""
    root = tmp_path / "engine"
    shelf = root / "charts" / "forms"
    shelf.mkdir(parents=True)
    for path in FORM_FILES.glob("[!_]*.py"):
        (shelf / path.name).write_bytes(path.read_bytes())
    (shelf / "slope.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr("ledger.forms.ROOT", root)
    monkeypatch.setattr("ledger.forms.FORMS", shelf)
    printed = [str(mistake) for mistake in mistakes_in(folder)]

    assert (1 if told else 0) == len(printed)
    assert all(line.startswith(f"charts/forms/slope.py{told}") for line in printed)
    assert told or {"year": "date"} == forms()["slope"].columns


def test_all_at_once(folder, tmp_path):
    """By hand: every mistake at once, exit status 1, no traceback, and what was drawn stays."""
    kept = tmp_path / "build" / "claims" / "summit-height.svg"
    kept.parent.mkdir(parents=True)
    kept.write_text("drawn before")
    for name in ("role misspelt", "section misspelt", "block misspelt", "no web address"):
        SLIPS[name][0](folder)

    program = [sys.executable, "build_charts.py", "--docs", folder, "--out", tmp_path / "build"]
    run = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)

    assert run.stderr.splitlines() == [
        f"docs/{CSV}:4: 'role' cannot be 'contxt'. Did you mean 'context'?",
        f"docs/{MD}:8: the article has no section 'sumit'. Did you mean 'summit'?",
        "docs/index.md:5: there is no block 'taly'. Did you mean 'tally'?",
        "docs/sources.yml:22: source 'survey-office': 'www.example.org' is not a web address. "
        "Write it from https:// on.",
        "4 mistakes. Nothing was drawn.",
    ]
    assert (1, "", "drawn before") == (run.returncode, run.stdout, kept.read_text())
