"""The report of a change: what it says to somebody who does not code."""

import shutil
import subprocess

import markdown
import pytest
from bs4 import BeautifulSoup
from conftest import EXPLAINER

from ledger.read import read_ledger
from tools.report import __main__ as report
from tools.report import sides
from tools.report.markdown import table
from tools.report.sides import Side
from tools.report.told import told as tell

HEIGHT = "Mount Ambry reaches 2,912 metres only with its mast"


@pytest.fixture
def told(folder):
    """Change files of the small explainer, and get the report as one text."""

    def report_of(*changes, files=()):
        for name, old, new in changes:
            path = folder / name
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            assert old in text, f"{old} is not in {name}"
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
        old, new = (Side(read_ledger(docs)) for docs in (EXPLAINER / "docs", folder))
        return "\n\n".join(tell(old, new, list(files)))

    return report_of


def rows(text, heading):
    """The rows of the table under a heading, without its first line."""
    html = BeautifulSoup(markdown.markdown(text, extensions=["tables"]), "html.parser")
    found = html.find("h2", string=heading).find_next("table")
    return [[cell.get_text() for cell in row.select("td")] for row in found.select("tbody tr")]


def test_nothing(told):
    """A change that changes nothing says so."""
    assert "**Nothing that a reader sees changes.**" in told()


def test_one_cell(told):
    """A change of one cell is told in one sentence and one row, and it says that no verdict changes."""
    text = told(("claims/summit-height.csv", "2790", "2791"))

    assert "In short: 1 changed cell. **No verdict changes.**" in text
    assert [[HEIGHT, "The lower summit", "value", "2,790 metres", "2,791 metres"]] == rows(
        text, "Numbers"
    )


def test_verdict(told):
    """A verdict that changes is shown before and after, with what the rule says, what was learned, and how all claims stand now."""
    line = "  - {date: 2026-11-23, verdict: Misplaced, why: First check.}\n"
    text = told(
        ("claims/summit-height.csv", "2874", "2912"),
        ("claims/summit-height.md", "2,874", "2,912"),
        (
            "claims/summit-height.md",
            line,
            line + "  - {date: 2026-11-25, verdict: Holds, why: Surveyed again.}\n",
        ),
    )

    assert "In short: 1 verdict, 1 changed cell, 1 changed text." in text
    assert [
        [
            HEIGHT,
            "◇ Misplaced",
            "● Holds",
            "Said: 2,912 metres. The record has the same figure (the rock of the summit).",
            "Surveyed again.",
        ]
    ] == rows(text, "Verdicts")
    assert "All claims now: 2 Holds (was 1), 1 Nearly, 0 Misplaced (was 1), 1 Fails." in text
    assert f"*{HEIGHT}*: the verdict changed, the title did not." in text
    assert [HEIGHT, "history", "–", "2026-11-25: Holds. Surveyed again."] in rows(
        text, "Words of claims"
    )
    assert "at 2,874 metres" in text.partition("<del>")[2].partition("</del>")[0]


@pytest.mark.parametrize(
    ("changes", "heading", "row"),
    [
        (
            [
                (
                    "claims/visitors.csv",
                    "In the valley's two hotels",
                    "In the two hotels of the valley",
                )
            ],
            "Numbers",
            [
                "Far fewer people reached the summit than the article says",
                "In the valley's two hotels in 2023",
                "name",
                "In the valley's two hotels in 2023",
                "In the two hotels of the valley in 2023",
            ],
        ),
        (
            [
                (
                    "claims/visitors.csv",
                    "8400,context,hut-book,",
                    "8400,context,hut-book,\nIn tents in 2023,300,context,hut-book,a guess",
                )
            ],
            "Numbers",
            [
                "Far fewer people reached the summit than the article says",
                "In tents in 2023",
                "a new line",
                "–",
                "300 people, context, hut-book, a guess",
            ],
        ),
        (
            [("claims/summit-height.csv", "The lower summit,2790,context,survey-office,\n", "")],
            "Numbers",
            [
                HEIGHT,
                "The lower summit",
                "the whole line",
                "2,790 metres, context, survey-office",
                "–",
            ],
        ),
        (
            [("claims/summit-height.csv", "2790,context,survey-office", "2790,context,hut-book")],
            "Numbers",
            [HEIGHT, "The lower summit", "source", "survey-office", "hut-book"],
        ),
        (
            [("claims/summit-height.md", "label: The height", "label: How high")],
            "Words of claims",
            [HEIGHT, "label", "The height", "How high"],
        ),
    ],
    ids=[
        "a reading is renamed",
        "a reading is added",
        "a reading is removed",
        "another source",
        "another label",
    ],
)
def test_rows(told, changes, heading, row):
    """Each kind of change has its row, in words."""
    assert [row] == rows(told(*changes), heading)


def test_claims_added_and_removed(told, folder):
    """A claim that comes and one that goes are told with what the article says and with their verdict."""
    for ending in ("md", "csv"):
        (folder / "claims" / f"visitors.{ending}").rename(folder / "claims" / f"climbers.{ending}")
    text = told(
        ("article.csv", ",visitors,", ",climbers,"), ("index.md", '"visitors"', '"climbers"')
    )

    assert "In short: 1 new claim, 1 removed claim" in text
    assert ["added", "removed"] == [row[0] for row in rows(text, "Claims added and removed")]


def test_sources(told):
    """A source that changes is told with how it was seen and with the claims that rest on it."""
    text = told(("sources.yml", "seen: original", "seen: second-hand"))

    assert ["changed", True] == [
        rows(text, "Sources")[0][0],
        "second-hand" in rows(text, "Sources")[0],
    ]


def test_coverage(told):
    """When a figure of the article gains or loses its claim, the count is told before and after."""
    text = told(("article.csv", "paths,Hut 12,,part of a name\n", ""))

    assert "The article prints 3 figures: 3 are judged, and 0 are no claims" in text
    assert "Before: the article prints 4 figures: 3 are judged, and 1 are no claims" in text


def test_mistakes(told):
    """A change that cannot be built yet is told as such, with each mistake and what to do, and with nothing else."""
    text = told(("claims/summit-height.csv", "2874,asked,survey-office", "2874,asked,survey-ofice"))

    assert text.startswith(
        "# This change cannot be built yet\n\nThere is 1 mistake, and each says what to do."
    )
    assert (
        "| docs/claims/summit-height.csv, line 2 | there is no source 'survey-ofice'. Did you mean 'survey-office'? |"
        in text
    )


def test_rewritten_history(told):
    """An older line of the history that was changed is pointed out."""
    assert "**Look here:**" in told(("claims/visitors.md", "date: 2026-11-20", "date: 2026-11-21"))


def test_code(told):
    """Files that are no content are listed for somebody who reads code."""
    assert "- `ledger/values.py`" in told(files=["ledger/values.py"])


def test_plain():
    """Words from content stay words: they make no link, no picture, no table and no HTML in the report."""
    odd = "a | b [c](d) ![e](f) <g> `h` *i* _j_ # k"
    html = markdown.markdown(table("Head", rows=[(odd,)]), extensions=["tables"])

    assert [odd] == [cell.get_text() for cell in BeautifulSoup(html, "html.parser").select("td")]


@pytest.fixture
def built(folder, tmp_path):
    """Two sides with a small built site each, in which the picture of one claim differs."""
    sides = []
    for name in ("old", "new"):
        claims = tmp_path / name / "claims"
        (claims / "visitors").mkdir(parents=True)
        for stem in ("visitors", "summit-height"):
            svg = "<svg/>" if stem == "summit-height" else f"<svg>{name}</svg>"
            (claims / f"{stem}.svg").write_text(svg, encoding="utf-8")
            (claims / f"{stem}.png").write_bytes(name.encode())
        drawing = f'<div class="drawing" role="img" aria-label="Bars, {name}."></div>'
        (claims / "visitors" / "index.html").write_text(drawing, encoding="utf-8")
        (tmp_path / name / "index.html").write_text("A page", encoding="utf-8")
        sides.append(Side(read_ledger(folder), tmp_path / name))
    return sides


def test_pictures(built, tmp_path):
    """Both pictures of a figure that changes lie beside the report, and no others."""
    out = tmp_path / "report"
    report.write(list(tell(*built, [])), *built, out)
    html = (out / "index.html").read_text(encoding="utf-8")

    assert ["visitors-after.png", "visitors-before.png"] == sorted(
        p.name for p in out.glob("*.png")
    )
    assert (b"old", b"new") == tuple(
        (out / f"visitors-{name}.png").read_bytes() for name in ("before", "after")
    )
    assert '<img alt="before" src="visitors-before.png"' in html


def test_summary(built, tmp_path):
    """The summary for the page of a job tells a changed picture in words, and does without it."""
    out = tmp_path / "report"
    report.write(list(tell(*built, [])), *built, out)
    short = (out / "summary.md").read_text(encoding="utf-8")

    assert "- In words, after: Bars, new." in short
    assert "![" not in short


def test_fault(folder):
    """A site that cannot be built is told with the last lines of what the build said."""
    ledger = read_ledger(folder)
    text = "\n\n".join(tell(Side(ledger), Side(ledger, fault="WARNING - a link\nAborted"), []))

    assert "The site of this change cannot be built" in text
    assert "    WARNING - a link\n    Aborted" in text


def test_unknown_base():
    """A base that is not there is told in a sentence."""
    with pytest.raises(sides.Unknown, match="there is no commit 'nowhere'"):
        sides.before("nowhere")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A repository with the small explainer's content, as the project that reports are about."""
    root = tmp_path / "project"
    subprocess.run(["git", "init", "-q", "-b", "main", root], check=True)
    shutil.copytree(EXPLAINER / "docs", root / "docs")
    (root / ".gitignore").write_text(".cache/\nreport/\n", encoding="utf-8")
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for arguments in (["add", "-A"], [*author, "commit", "-q", "-m", "All"]):
        subprocess.run(["git", "-C", root, *arguments], check=True)
    monkeypatch.setattr(sides, "ROOT", root)
    monkeypatch.setattr(sides, "CACHE", root / ".cache")
    monkeypatch.setattr(report, "OUT", root / "report")
    return root


def test_the_whole_way(project, monkeypatch):
    """The report of a change that is not yet committed is written, here without pictures."""
    monkeypatch.setattr("sys.argv", ["report", "main", "--words"])
    path = project / "docs" / "claims" / "summit-height.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("2790", "2791"), encoding="utf-8")

    assert 0 == report.main()
    assert "In short: 1 changed cell." in (project / "report" / "summary.md").read_text("utf-8")


def test_failed_build(project, monkeypatch):
    """A build of the base that failed is not remembered: the next report builds it again."""
    answers = iter([(None, "Aborted"), (project / "site", "")])
    monkeypatch.setattr(sides, "site_of", lambda tree: next(answers))
    first, second, third = (sides.before("main") for _ in range(3))

    assert ("Aborted", None) == (first.fault, first.site)
    assert "" == second.fault
    assert second.site == third.site


def test_one_cache(project, monkeypatch):
    """The state before draws with, and for, the same cache as the state of now."""
    seen = []
    monkeypatch.setattr(
        sides, "site_of", lambda tree: seen.append((tree / ".cache").resolve()) or (None, "")
    )
    sides.before("main")

    assert [project / ".cache"] == seen
