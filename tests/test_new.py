"""Another article: one command makes a whole, honest explainer from any text."""

import calendar
import csv
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from conftest import EXPLAINER, ROOT

import build_charts
from ledger.read import read_ledger
from publish.pages import publish
from publish.site import Site
from tools.new import __main__ as new
from tools.new.first import About, contents_of
from tools.new.text import take_apart

TEXT = """The ferry of Ambry

The council says that the ferry carried 1,200 people a day in 2019. It cost $5.6 million,
half of it borrowed.

What it promises

The new boat, the A-380, will be 40% faster by 2029, or so the council said on 3 May.
"""
TOLD = {
    "title": "The ferry of Ambry",
    "author": "Nobody",
    "publisher": "The Valley Paper 24",
    "date": "3 May 2020",
    "address": "https://example.org/ferry",
    "site": "The ferry: number by number",
    "spelled": "1",
}
BEGUN = "nothing on it is checked yet"


def run(text, target, **told):
    """Run the command as `make new` does, without a terminal: returns what it ended with."""
    options = [part for name, answer in told.items() for part in (f"--{name}", answer)]
    return subprocess.run(
        [sys.executable, "-m", "tools.new", text, target, *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A new site's folder, made from a text of a few sentences."""
    folder = tmp_path_factory.mktemp("new")
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    ran = run(folder / "text.txt", folder / "site", **TOLD)
    assert (0, "") == (ran.returncode, ran.stderr)
    return folder / "site"


def rows(path):
    """The rows of a CSV file."""
    return list(csv.reader(path.read_text(encoding="utf-8").splitlines()))


def test_content(made):
    """The content passes the check at once, and its only claim is a draft without a verdict of anybody."""
    ledger = read_ledger(made / "docs")

    assert [] == list(map(str, ledger.mistakes))
    assert ["figure-1-200"] == list(ledger.claims)
    assert [True] == [claim.draft for claim in ledger.claims.values()]
    assert {"context"} == {row.role for claim in ledger.claims.values() for row in claim.readings}
    assert ["article"] == list(ledger.sources)


def test_numbers(made):
    """Every printed number stands in its order with its claim or its reason, the chosen words too."""
    assert [
        ["introduction", "1,200", "figure-1-200", ""],
        ["introduction", "2019", "", "not checked yet"],
        ["introduction", "$5.6 million", "", "not checked yet"],
        ["introduction", "half", "", "not checked yet"],
        ["what-it-promises", "380", "", "part of a name"],
        ["what-it-promises", "40%", "", "not checked yet"],
        ["what-it-promises", "2029", "", "not checked yet"],
        ["what-it-promises", "3 May", "", "not checked yet"],
    ] == [row[:4] for row in rows(made / "docs" / "article.csv")[1:]]


OTHERS = {
    # what a first number is printed as: (a text, the claim's lines on it)
    "a sum with a letter": (
        "The Bridge\n\nBy the end the toll had brought in £18.4m.",
        ['title: "Not checked yet: £18.4m"', 'stated: "18.4"', 'unit: "£ million"'],
    ),
    "a number in German": (
        "Die Mühle\n\nRund 1.250.000 Euro hat die Arbeit gekostet, und am 17.07.2021 war sie getan.",
        ['title: "Not checked yet: 1,250,000 Euro"', 'stated: "1250000"', 'unit: "Euro"'],
    ),
    "per cent in German": (
        "Die Mühle\n\nDas sind 18,5 Prozent der Summe, sagt die Gemeinde, und nicht mehr.",
        ['title: "Not checked yet: 18.5%"', 'stated: "18.5"', 'unit: "%"'],
    ),
    "billions in German": (
        "Die Bahn\n\nDie neue Strecke kostet 2,5 Milliarden Euro, sagt der Bund, und nicht mehr.",
        ['stated: "2.5"', 'unit: "billion Euro"'],
    ),
    "a long billion": (
        "Le pont\n\nLe pont coûte 3 billions de francs, dit la ville, et les gens le paient.",
        ['stated: "3"'],
    ),
    "pence": ("The Bridge\n\nEach crossing will have cost 13p.", ['stated: "13"', 'unit: "p"']),
}


@pytest.mark.parametrize(("text", "lines"), OTHERS.values(), ids=OTHERS)
def test_first_numbers(tmp_path, text, lines):
    """The first number is a draft that passes the check, whatever size and language it is in."""
    known = About("A", "B", "C", "3 May 2020", "https://example.org/", "A site")
    made = contents_of(take_apart(text), known)
    for path, content in made.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    claim = next(text for path, text in made.items() if re.match(r"docs/claims/.*\.md", path))

    assert [] == list(map(str, read_ledger(tmp_path / "docs").mistakes))
    assert {*lines} <= {*claim.splitlines()}


def test_statements(made):
    """Each sentence has a row by its place, and each word its length."""
    assert [["introduction", "1"], ["introduction", "2"], ["what-it-promises", "1"]] == [
        row[:2] for row in rows(made / "docs" / "statements.csv")[1:]
    ]
    assert [len(word) for word in TEXT.split()] == [
        int(length) for row in rows(made / "docs" / "words.csv")[1:] for length in row[1].split()
    ]


def test_text_is_left_out(made):
    """No five words of the article stand together in what is made; its title and headings may."""
    words = TEXT.split()[4:]
    runs = [" ".join(words[at : at + 5]) for at in range(len(words) - 4)]
    written = [*(made / "docs").rglob("*.*"), *(made / name for name in new.CONTENT[1:5])]
    texts = [path.read_text(encoding="utf-8") for path in written]

    assert [] == [run for run in runs for text in texts if run in text]


def test_says_so(made, tmp_path):
    """Every page says that nothing is checked yet, and none does once a verdict stands."""
    begun, judged = (
        publish(Site(result.ledger, result.pictures)).pages
        for docs in (made / "docs", EXPLAINER / "docs")
        if (result := build_charts.build(docs, tmp_path / docs.parent.name))
    )

    assert 9 <= len(begun)
    assert [] == [path for path, text in begun.items() if "checked yet" not in text]
    assert [] == [path for path, text in judged.items() if BEGUN in text]


def test_engine(made):
    """The engine is copied byte for byte, and nothing of this project's article comes with it."""
    copied = [name for name in new.engine() if name.name != "pyproject.toml"]

    assert [] == [
        str(name) for name in copied if (made / name).read_bytes() != (ROOT / name).read_bytes()
    ]
    assert {"Makefile", "build_charts.py", "theme/hooks.py", ".ci/run", "LICENSE"} <= {
        str(name) for name in copied
    }
    assert os.access(made / ".ci" / "run", os.X_OK)
    assert not (made / ".git").exists()
    assert not (made / ".venv").exists()


def test_names(made):
    """Settings, licence, citation and guide name the new site and its article."""
    texts = {name: (made / name).read_text(encoding="utf-8") for name in new.CONTENT[1:5]}

    assert 'site_name: "The ferry: number by number"' in texts["mkdocs.yml"]
    assert all("ferry" in text for text in texts.values())
    assert "where: introduction" in (made / "docs" / "contribute.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "told", "sentence"),
    [
        (None, {}, "there is no file"),
        (b"", {}, "holds no text"),
        (b" \n\n", {}, "holds no text"),
        (b"One.\nCaf\xe9", {}, "text.txt:2 is not UTF-8 text. Save the article as plain text"),
        (b"PK\x03\x04\0\0", {}, "holds no text"),
        (
            b"Some words.",
            {"address": "somewhere"},
            "'somewhere' is not a web address",
        ),
        (b"Some words.", {"title": "A", "address": ""}, "--address: "),
        (b"Some words.", {"title": "A", "date": "3. Mai 2024"}, "--date: 'Mai' is no month in"),
        (b"Some words.", {"title": "A"}, "'address' has no default here"),
        (
            b"Two words.",
            {"title": "A", "address": "https://example.org/", "spelled": "2"},
            "--spelled: Write their numbers, from 1 to 1",
        ),
    ],
)
def test_refusals(tmp_path, written, told, sentence):
    """What cannot be done is told in a sentence, and nothing is made."""
    text, target = tmp_path / "text.txt", tmp_path / "site"
    if written is not None:
        text.write_bytes(written)

    ran = run(text, target, **told)

    assert 1 == ran.returncode
    assert ran.stderr.startswith("Nothing was made: ")
    assert sentence in ran.stderr
    assert "Traceback" not in ran.stderr
    assert {"text.txt"} >= {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize("kind", ["folder", "file", "inside"])
def test_nothing_is_overwritten(tmp_path, kind):
    """A folder that is there already stays as it was, and so does this project."""
    text, target = (
        tmp_path / "text.txt",
        ROOT / "tools" / "site" if kind == "inside" else tmp_path / "site",
    )
    text.write_text(TEXT, encoding="utf-8")
    if kind == "folder":
        target.mkdir()
    elif kind == "file":
        target.write_text("kept")

    ran = run(text, target, **TOLD)

    assert 1 == ran.returncode
    assert ("lies in this project" if kind == "inside" else "is there already") in ran.stderr
    assert ("kept" if kind == "file" else None) == (
        target.read_text() if target.is_file() else None
    )


def test_told_what_is_missing(tmp_path):
    """What nobody told of the article is named with the line that waits for it."""
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")

    ran = run(
        tmp_path / "text.txt", tmp_path / "site", address="https://example.org/a", author="A B"
    )

    assert "docs/article.yml:3: the publisher is not known. Write it there." in ran.stdout
    assert "docs/article.yml:4: the date is not known. Write it there." in ran.stdout
    assert "the author is not known" not in ran.stdout
    lines = (tmp_path / "site" / "docs" / "article.yml").read_text(encoding="utf-8").splitlines()
    assert lines[2].startswith("publisher:")


@pytest.mark.parametrize(
    ("text", "claim", "told"),
    [
        ("There is nothing to count here.", "first-statement", "No headings"),
        (
            "Es waren 1.234,5 Mio. Euro, und das ist der Stand nicht.",
            "figure-1-234-5-mio-euro",
            "1234.5",
        ),
        ("It fell by 90 to 95% in 2020.", "figure-90-to-95-per-cent", "90 to 95"),
        ("In 2020 and on 3 May 2021 it was so.", "first-statement", ""),
        ("The loss was −3.15% [1] for <b>them</b> & {{ all }}.", "figure-3-15-per-cent", "-3.15"),
    ],
)
def test_any_text(tmp_path, text, claim, told):
    """A text without headings, without numbers, in another language, or with markup makes a valid site too."""
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")

    ran = run(
        tmp_path / "text.txt",
        tmp_path / "site",
        title='5 things {{ 2 }} & "more": #1',
        address="https://example.org/a",
    )
    ledger = read_ledger(tmp_path / "site" / "docs")

    assert (0, "") == (ran.returncode, ran.stderr)
    assert "It has no headings, so it is one section" in ran.stdout
    assert [claim] == list(ledger.claims)
    assert (
        told
        in (tmp_path / "site" / "docs" / "claims" / f"{claim}.csv").read_text(encoding="utf-8")
        + "No headings"
    )


# Names that an article may share with the engine: who reads structured data, days and months.
SHARED = {"Google", *calendar.day_name, *calendar.month_name}
OWN = re.compile(r"(?<=[\w,;’] )[A-Z]\w{3,}")  # a word with a capital, not at the start


def names_of(ledger, claims):
    """What only this article's site says: names in several claims, who wrote the article, ids, pages."""
    said = [f"{claim.title} {claim.sentence}" for claim in claims]
    proper = {name for text in said for name in OWN.findall(text)} - SHARED
    prose = " ".join(re.sub(r"\]\(.*?\)|`.*?`|<.*?>", "", claim.body) for claim in claims)
    proper -= {name for name in proper if re.search(rf"\b{name.lower()}\b", prose)}
    several = Counter(name for text in said for name in {*re.findall(r"\w+", text)} & proper)
    made = {path.stem for path in (new.ROOT / "tools/new/skeleton/docs").glob("*.md")}
    pages = {path.stem for path in ledger.docs.glob("*.md")} - made
    article = ledger.article
    return {
        *(name for name, count in several.items() if count > 2),
        *(name for name in (article.title, article.author, article.publisher) if " " in name),
        *(id for id in (*(claim.id for claim in claims), *pages) if "-" in id),
    }


def test_article_stands_in_docs_alone(ledger, judged):
    """Nothing outside docs/ names this article, its claims or what it is about, but what says what this repository is."""
    names = re.compile(
        "|".join(rf"\b{re.escape(name)}\b" for name in sorted(names_of(ledger, judged)))
    )
    files = [name for name in new.engine() if name.name != "requirements.txt"]
    found = [
        f"{name}:{number}: {match[0]}"
        for name in files
        for number, line in enumerate(
            (ROOT / name).read_bytes().decode("utf-8", "replace").splitlines(), 1
        )
        if (match := names.search(line))
    ]

    assert [] == found


# What holds of any content, without a browser. Every week its whole suite runs.
CONTRACT = ("claims", "history", "missing", "site", "strength", "twins", "weight", "xray")


def test_its_own_tests(made):
    """The new site passes its own check and its own tests, those of them that hold for any content."""
    files = [f"tests/test_{name}.py" for name in CONTRACT]
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    for command in (["build_charts.py", "--check"], ["-m", "pytest", "--no-browser", *files]):
        ran = subprocess.run(
            [sys.executable, *command],
            cwd=made,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )

        assert 0 == ran.returncode, ran.stdout + ran.stderr


def test_it_builds(made, tmp_path):
    """The new site builds as strictly as this one, from its own engine."""
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", tmp_path / "site"],
        cwd=made,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "GITHUB_REPOSITORY": "someone/ferry"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert 0 == built.returncode, built.stderr
    assert "someone/ferry/edit/main/docs/claims/figure-1-200.csv" in Path(
        tmp_path / "site" / "claims" / "figure-1-200" / "index.html"
    ).read_text(encoding="utf-8")
