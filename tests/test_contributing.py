"""The way in for contributors: what its pages promise is there, and its tools do what they say."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
import yaml
from conftest import DOCS, EXPLAINER, ROOT

import build_charts
from charts import claims, pages
from tools import claim, schemas

GUIDES = [path for path in (DOCS / "contribute.md", *sorted(ROOT.glob("*.md"))) if not path.name.startswith("LICENSE")]
THEME = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "theme").rglob("*.html"))
FORMS = {path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))}
WORKFLOWS = {path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))}

# What GitHub's own pages say on their buttons and tabs.
GITHUB = {
    "Fork this repository",
    "Commit changes…",
    "Propose changes",
    "Create pull request",
    "Details",
    "Summary",
    "Files changed",
    "Edit this file",
    "Add file",
    "Create new file",
    "Security",
    "Report a vulnerability",
}


# ---------------------------------------------------------------- what the guides promise


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_tasks(guide):
    """Each `make` task that a guide names is in the Makefile."""
    named = set(re.findall(r"`make ([a-z-]+)", guide.read_text(encoding="utf-8")))
    there = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert set() == named - there


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_paths(guide):
    """Each file of the project that a guide names is there."""
    named = re.findall(r"`((?:charts|docs|theme|tests|tools)/[\w./-]+)`", guide.read_text(encoding="utf-8"))
    linked = re.findall(r"\]\((?!https?:|#)([^)#]+)", guide.read_text(encoding="utf-8"))

    assert [] == [path for path in named if not (ROOT / path).exists()] + [path for path in linked if not (guide.parent / path).exists()]


def test_buttons():
    """Each button that the first door names is GitHub's own, or stands on the site."""
    text = (DOCS / "contribute.md").read_text(encoding="utf-8")
    written = {words.strip() for words in re.findall(r">([^<>{}]+)</a>", THEME)}
    missing = {name for name in re.findall(r"\*\*([^*]+)\*\*", text) if name not in GITHUB and not {name, name[0].lower() + name[1:]} & written}

    assert set() == missing


def test_one_text():
    """The first door is one text: CONTRIBUTING.md leads to the page of the site and does not repeat it."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert ("(docs/contribute.md)" in text, "Fork this repository" in text) == (True, False)


def test_example(tmp_path):
    """The claim that the page writes out passes the checks when it is copied, beside the real ones, with the verdict that it names."""
    docs = Path(shutil.copytree(DOCS, tmp_path / "docs"))
    blocks = re.findall(r"```(?:yaml|csv)\n(.*?)```", (DOCS / "contribute.md").read_text(encoding="utf-8"), re.DOTALL)
    source, words, table, figure = blocks
    (docs / "sources.yml").write_text((docs / "sources.yml").read_text(encoding="utf-8") + "\n" + source, encoding="utf-8")
    (docs / "article.csv").write_text((docs / "article.csv").read_text(encoding="utf-8").rstrip("\n") + "\n" + figure, encoding="utf-8")
    (docs / "claims" / "orchard-trees.md").write_text(words, encoding="utf-8")
    (docs / "claims" / "orchard-trees.csv").write_text(table, encoding="utf-8")
    result = build_charts.check(docs)

    assert ([], "Misplaced") == ([str(problem) for problem in result.problems], result.ledger.claims["orchard-trees"].judgement.verdict.name)


def test_fields():
    """The page prints every field of a claim, a reading, a source and a line of history, as the checks know them."""
    html = pages.block("fields", (), pages.Site(claims.read(EXPLAINER / "docs"), {}), "../")
    fields = [name for shape in ("claim", "change", "reading", "source") for name in claims.SHAPES[shape].model_fields]

    assert fields == re.findall(r"<dt><code>(\w+)</code>", html)


# ---------------------------------------------------------------- forms for issues


@pytest.mark.parametrize("name", FORMS)
def test_issue_form(name):
    """Each form says what it is for, and its fields have ids that a link can fill, all different."""
    form = FORMS[name]
    ids = [field["id"] for field in form["body"]]
    texts = [text for field in form["body"] for text in (field["attributes"]["label"], *field["attributes"].get("options", ()))]

    assert {"name", "description", "title", "body"} == set(form)
    assert (len(set(ids)), True) == (len(ids), all(isinstance(text, str) for text in texts))
    assert "page" in ids


def test_issue_links():
    """Each link of the site to an issue form names a form that is there, and fields that it has."""
    engine = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "charts").glob("*.py"))
    links = re.findall(r"issues/new\?template=([\w.-]+)([^\"']*)", THEME + engine)

    assert links
    for name, query in links:
        filled = set(re.findall(r"(?:&amp;|&)(\w+)=", query)) - {"title", "labels"}

        assert set() == filled - {field["id"] for field in FORMS[name]["body"]}, f"{name}{query}"


# ---------------------------------------------------------------- mistakes on their lines


def test_matcher():
    """A mistake as `make check` prints it is read by GitHub and by the editor: file, line, column and sentence."""
    pattern = json.loads((ROOT / ".github" / "problem-matcher.json").read_text(encoding="utf-8"))["problemMatcher"][0]["pattern"][0]
    editor = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"][0]["problemMatcher"]["pattern"]
    problem = str(claims.Problem("docs/claims/x.csv", 3, "there is no source 'y'. Add it: like this."))
    groups = ("docs/claims/x.csv", "3", None, "there is no source 'y'. Add it: like this.")

    assert pattern == editor
    assert groups == re.match(pattern["regexp"], problem).groups()
    assert ("5", "x") == re.match(pattern["regexp"], "docs/a b.md:4:5: x").groups()[2:]


def test_quick():
    """All mistakes of the whole site are told in under two seconds; the best of three, for machines with other work."""
    times = []
    for _ in range(3):
        start = time.process_time(), os.times().children_user, time.monotonic()
        subprocess.run([sys.executable, ROOT / "build_charts.py", "--check"], cwd=ROOT, capture_output=True, check=False)
        times.append(min(os.times().children_user - start[1], time.monotonic() - start[2]))

    assert min(times) < 2


@pytest.mark.parametrize("shape", schemas.NAMES)
def test_schema(shape):
    """What the editor knows of a file is what the checks know; `make schemas` writes it."""
    written = (schemas.FOLDER / schemas.NAMES[shape]).read_text(encoding="utf-8")

    assert claims.schema(shape) == written


# ---------------------------------------------------------------- make claim


def test_new_claim(folder):
    """A new claim is a pair of files that passes the checks as written, and says that it is a draft."""
    written, verdict = claim.start(folder, "some-name", claim.default_of)
    result = build_charts.check(folder)
    words = (folder / "claims" / "some-name.md").read_text(encoding="utf-8")

    assert ([], "Unsettled") == ([str(problem) for problem in result.problems], verdict)
    assert ["some-name.md", "some-name.csv"] == [path.name for path in written]
    assert ("To do: " in words, f"date: {date.today()}" in words) == (True, True)


def test_new_claim_answered(folder):
    """Asked on a terminal, it takes numbers, a new source and several readings; the verdict is computed and the figure has its line."""
    answers = iter(
        (
            "The tower's height: 330 m",
            "The tower is 300 m tall",
            "300",
            "m",
            "summit",
            "readings",
            "Height, 2024",
            "330",
            "asked",
            "tower-page",
            "The Tower's page: facts",
            "The tower",
            "2024",
            "https://example.org/a?b=c&d",
            "original",
            "",
            "Height, 1889",
            "300",
            "rival",
            "tower-page",
            "The height at first, without the mast",
            "",
            "300 metres",
        )
    )

    def answer(name, about, default, wrong):
        given = next(answers)
        assert "" == wrong(given), name
        return given

    written, verdict = claim.start(folder, "tower", answer)
    result = build_charts.check(folder)

    assert ([], "Nearly") == ([str(problem) for problem in result.problems], verdict)
    assert ["tower.md", "tower.csv", "sources.yml", "article.csv"] == [path.name for path in written]
    assert "The Tower's page: facts" == result.ledger.sources["tower-page"].title
    assert ("summit", "300 metres") == next((figure.where, figure.figure) for figure in result.ledger.figures if figure.claim == "tower")


@pytest.mark.parametrize(
    ("claim_id", "why"),
    [
        ("summit-height", "there is summit-height.md already"),
        ("Some Name", "cannot be a claim's id"),
        ("../outside", "cannot be a claim's id"),
    ],
)
def test_new_claim_refused(folder, claim_id, why):
    """It never overwrites and never leaves its folder."""
    before = {path: path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()}

    with pytest.raises(claim.Refused, match=why):
        claim.start(folder, claim_id, claim.default_of)
    assert before == {path: path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()}


def test_new_claim_on_a_terminal(folder):
    """On a terminal a wrong answer is asked again, with a sentence, and leaving writes nothing."""
    code = f"import sys; from pathlib import Path; from tools import claim; claim.DOCS = Path({str(folder)!r}); sys.argv = ['', 'some-name']; sys.exit(claim.main())"
    ours, theirs = pty.openpty()
    run = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    os.write(ours, b"<b>Bold</b>\nA title\nA claim\nmany\n\x04")
    said, _ = run.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)

    assert ("holds HTML" in said, "'many' is not a value" in said, "Nothing was written." in said, run.returncode) == (True, True, True, 1)
    assert not (folder / "claims" / "some-name.md").exists()


# ---------------------------------------------------------------- workflows


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflow(name):
    """A workflow runs fixed versions, has no right that a job does not ask for, and puts nothing from outside into a shell."""
    text = (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")
    workflow = WORKFLOWS[name]
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]

    assert {} == workflow["permissions"]
    assert "pull_request_target" not in text
    assert [] == [step["uses"] for step in steps if "uses" in step and not re.search(r"@[0-9a-f]{40}$", step["uses"])]
    assert [] == [step["run"] for step in steps if "${{" in step.get("run", "")]


def test_pull_requests_write_nothing():
    """The checks of a pull request may only read, and get no secret."""
    text = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")

    assert [{"contents": "read"}] == [job["permissions"] for job in WORKFLOWS["check.yml"]["jobs"].values()]
    assert "secrets." not in text
    assert [] == [step for step in WORKFLOWS["links.yml"]["jobs"]["links"]["steps"] if "run" in step]
