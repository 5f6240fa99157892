"""The way in for contributors: what its pages promise is there, and its tools do what they say."""

import json
import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import DOCS, ROOT

from ledger.mistakes import Mistake
from ledger.read import read_ledger
from ledger.shapes import schema
from tools import claim, lint, questions, schemas, vocabulary

GUIDE = DOCS / "contribute.md"
GUIDES = [
    path for path in (GUIDE, *sorted(ROOT.glob("*.md"))) if not path.name.startswith("LICENSE")
]
TEXT = {path: path.read_text(encoding="utf-8") for path in GUIDES}
THEME = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "theme").rglob("*.html"))
ENGINE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "publish").glob("*.py"))
GITHUB = ROOT / ".github"
FORMS = {
    path.name: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml"))
}
WORKFLOWS = {
    path.name: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((GITHUB / "workflows").glob("*.yml"))
}

# What GitHub's own pages say on their buttons and tabs.
BUTTONS = {
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
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^)make ([a-z-]+)", TEXT[guide], re.MULTILINE))

    assert set() == named - set(re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_paths(guide):
    """Each file of the project that a guide names is there."""
    rooms = "ledger|charts|publish|docs|theme|tests|tools"
    named = {ROOT / path for path in re.findall(rf"`((?:{rooms})/[\w./-]+)`", TEXT[guide])}
    linked = {guide.parent / path for path in re.findall(r"\]\((?!https?:|#)([^)#]+)", TEXT[guide])}

    assert [] == [path for path in sorted(named | linked) if not path.exists()]


def test_buttons():
    """Each button that the first door names is GitHub's own, or stands on the site."""
    written = {words.strip() for words in re.findall(r">([^<>{}]+)</(?:a|summary)>", THEME)}
    known = BUTTONS | written | {words.capitalize() for words in written}

    assert set() == set(re.findall(r"\*\*([^*]+)\*\*", TEXT[GUIDE])) - known


def test_one_text():
    """The first door is one text: CONTRIBUTING.md leads to the page and does not repeat it."""
    text = TEXT[ROOT / "CONTRIBUTING.md"]

    assert "(docs/contribute.md)" in text
    assert "Fork this repository" not in text


def test_form_shown_whole():
    """CONTRIBUTING.md shows one form whole, as it is."""
    shown = re.findall(r"```python\n(.*?)```", TEXT[ROOT / "CONTRIBUTING.md"], re.DOTALL)
    forms = [path.read_text(encoding="utf-8") for path in (ROOT / "charts" / "forms").glob("*.py")]

    assert 1 == len([code for code in shown if code in forms])


def test_vocabulary():
    """CONTRIBUTING.md lists what forms share, in the words of the docstrings; `make schemas` writes it."""
    text = TEXT[ROOT / "CONTRIBUTING.md"]

    assert vocabulary.table() in text


def test_styles_listed():
    """CONTRIBUTING.md lists the styles of marks, all of them and no others."""
    from charts import theme

    text = TEXT[ROOT / "CONTRIBUTING.md"].partition("| style | for |")[2].partition("\n\n")[0]
    listed = {name for row in text.splitlines() for name in re.findall("`([a-z-]+)`", row[:90])}
    names = {name for name in listed if not name.startswith("-")}
    styles = {*theme.config(theme.FRAMES["wide"])["style"]}
    parts = {
        f"{name}-{part}" for name in names for part in ("line", "text", "name", "in-text", "sign")
    }

    assert set() == names - styles
    assert set() == styles - names - parts


def test_example(tmp_path):
    """The claim that the page writes out passes every check, with the verdict that it names."""
    docs = Path(shutil.copytree(DOCS, tmp_path / "docs"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)  # it says which file is a notebook
    blocks = re.findall(r"```(?:yaml|csv|markdown)\n(.*?)```", TEXT[GUIDE], re.DOTALL)
    source, _, words, table, number, told = blocks
    sources = (docs / "sources.yml").read_text(encoding="utf-8")
    contents = {
        "sources.yml": claim.with_entries(sources, {"orchard-report": source}),
        "article.csv": with_number((docs / "article.csv").read_text(encoding="utf-8"), number),
        "claims/orchard-trees.md": words,
        "claims/orchard-trees.csv": table,
    }
    page = docs / max(read_ledger(docs).pages, key=lambda page: len(page.tells)).path
    contents[page.name] = page.read_text(encoding="utf-8").rstrip("\n") + f"\n\n{told}"
    for name, text in contents.items():
        (docs / name).write_text(text, encoding="utf-8")
    ledger = read_ledger(docs)

    assert [] == [str(mistake) for mistake in ledger.mistakes]
    assert "Misplaced" == ledger.claims["orchard-trees"].verdict.name


def with_number(text, row):
    """The numbers of the article with one more, after those of its part."""
    lines = text.splitlines()
    last = [index for index, line in enumerate(lines) if line.split(",")[0] == row.split(",")[0]][
        -1
    ]
    return "\n".join([*lines[: last + 1], row.strip(), *lines[last + 1 :]]) + "\n"


def test_line_of_history():
    """The line of history that the page shows can be pasted at the end of a history."""
    line = re.search(r"```yaml\n(  - .*\n)```", TEXT[GUIDE])[1]
    history = "history:\n  - {date: 2026-11-24, verdict: Misplaced, why: First check.}\n"

    assert 2 == len(yaml.safe_load(history + line)["history"])


def test_fields():
    """The guide prints every field of a claim, a reading, a source and a line of history."""
    template = (ROOT / "theme" / "blocks" / "fields.html").read_text(encoding="utf-8")

    assert "{{ fields() }}" in TEXT[GUIDE]
    assert set() == {"claim", "change", "reading", "source"} - set(re.findall(r"\w+", template))


# ---------------------------------------------------------------- forms for issues


@pytest.mark.parametrize("name", FORMS)
def test_issue_form(name):
    """Each form says what it is for, and its fields have ids that a link can fill, all different."""
    form = FORMS[name]
    ids = [field["id"] for field in form["body"]]
    attributes = [field["attributes"] for field in form["body"]]
    texts = [text for one in attributes for text in (one["label"], *one.get("options", ()))]

    assert {"name", "description", "title", "body"} == set(form)
    assert sorted(set(ids)) == sorted(ids)
    assert "page" in ids
    assert {str} == {type(text) for text in texts}


def test_issue_links():
    """Each link of the site to an issue form names a form that is there, and fields that it has."""
    links = re.findall(r"issues/new\?template=([\w.-]+)([^\"']*)", THEME + ENGINE)
    filled = {
        (name, field)
        for name, query in links
        for field in set(re.findall(r"(?:&amp;|&)(\w+)=", query)) - {"title", "labels"}
    }

    assert filled
    assert set() == filled - {
        (name, field["id"]) for name, form in FORMS.items() for field in form["body"]
    }


# ---------------------------------------------------------------- mistakes on their lines

MATCHER = json.loads((GITHUB / "problem-matcher.json").read_text(encoding="utf-8"))
PATTERN = MATCHER["problemMatcher"][0]["pattern"][0]


def test_matcher_of_the_editor():
    """The editor reads a mistake as GitHub does."""
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]

    assert PATTERN == tasks[0]["problemMatcher"]["pattern"]


def test_matcher():
    """A mistake as `make check` prints it is read: file, line and sentence."""
    told = "there is no source 'y'. Add it: like this."
    mistake = str(Mistake("docs/claims/x.csv", 3, told))

    assert ("docs/claims/x.csv", "3", None, told) == re.match(PATTERN["regexp"], mistake).groups()


@pytest.mark.parametrize(
    ("told", "file", "line"),
    [
        ("./docs/index.md:6: teh ==> the", "docs/index.md", "6"),
        (
            "{root}/docs/index.md:2:1: MD022: Headings (blanks-around-headings)",
            "docs/index.md",
            "2",
        ),
        ("{root}/docs/a b.md:5:13: uncomparables: 'very unique'", "docs/a b.md", "5"),
        ("ledger/read.py:3:101: E501 Line too long (106 > 100)", "ledger/read.py", "3"),
        ("tools/claim.py:33:23: unformatted: File would be reformatted", "tools/claim.py", "33"),
        (
            "charts/cards.py:8: error: Name 'x' is not defined  [name-defined]",
            "charts/cards.py",
            "8",
        ),
        ("-   tools.claim -> mkdocs.config (l.24)", "tools/claim.py", "24"),
        ("-   charts.forms -> publish (l.2)", "charts/forms/__init__.py", "2"),
        (
            "::warning file=.github/workflows/a.yml,line=6,title=artipacked::a.yml:6: it keeps a token",
            ".github/workflows/a.yml",
            "6",
        ),
    ],
    ids=lambda value: value.split(":")[0] if ":" in value else None,
)
def test_matcher_of_linters(told, file, line):
    """A fault as each linter tells it is read, with a path from the project's folder."""
    (shown,) = lint.faults(told.format(root=ROOT), ROOT)

    assert (file, line) == re.match(PATTERN["regexp"], shown).groups()[:2]


def test_every_linter_speaks(monkeypatch, capsys):
    """`make lint` runs every linter and tells the faults of each, wherever the first one stands."""
    name = Path(sys.executable).name
    told = {word: [name, "-c", f"print('docs/{word}.md:1: bad'); exit(1)"] for word in ("a", "b")}
    monkeypatch.setattr(lint, "LINTERS", {"well": [name, "-c", "print('well')"], **told})

    assert 1 == lint.main()
    assert ["a:", "docs/a.md:1: bad", "b:", "docs/b.md:1: bad"] == capsys.readouterr().out.replace(
        "\n\n", "\n"
    ).splitlines()


@pytest.mark.parametrize("shape", schemas.FILES)
def test_schema(shape):
    """What the editor knows of a file is what the checks know; `make schemas` writes it."""
    written = (schemas.FOLDER / schemas.FILES[shape]).read_text(encoding="utf-8")

    assert schema(shape) == written


def test_nothing_hidden():
    """Git ignores no file that belongs to a room."""
    rooms = ("docs", "ledger", "charts", "publish", "theme", "tools", "tests")
    listed = ["git", "ls-files", "--others", "--ignored", "--exclude-standard", *rooms]
    run = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=False)

    assert [] == [name for name in run.stdout.splitlines() if "__pycache__" not in name]


def test_light_check():
    """`make check` reads and judges without any library that draws or fills templates."""
    task = subprocess.run(
        ["make", "-n", "--no-print-directory", "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    arguments = task.stdout.splitlines()[-1].split()[1:]
    code = (
        "import runpy, sys\n"
        f"sys.argv = {arguments!r}\n"
        "try: runpy.run_path(sys.argv[0], run_name='__main__')\n"
        "except SystemExit: pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(run.stdout.splitlines()[-1].split())

    assert "ledger" in loaded
    assert set() == loaded & {
        "pandas",
        "altair",
        "jinja2",
        "vl_convert",
        "PIL",
        "charts",
        "publish",
    }


# ---------------------------------------------------------------- a strict build


@pytest.fixture
def small(folder):
    """A small project of its own, built with the theme of this one."""
    settings = (ROOT / "tests" / "explainer" / "mkdocs.yml").read_text(encoding="utf-8")
    (folder.parent / "mkdocs.yml").write_text(
        settings.replace("../..", str(ROOT)), encoding="utf-8"
    )
    return folder.parent


def make_build(project):
    """Run what `make build` runs, in another project: returns its exit status and words."""
    bin = Path(sys.executable).parent
    task = subprocess.run(
        ["make", "-n", "--no-print-directory", f"BIN={bin}", "build"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    command = next(line for line in task.stdout.splitlines() if " build " in line).split()
    run = subprocess.run(
        [ROOT / word if (ROOT / word).is_file() else word for word in command],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout + run.stderr


def test_build(small):
    """`make build` builds what is in order, in few words."""
    status, said = make_build(small)

    assert 0 == status, said
    assert (small / "site" / "index.html").exists()
    assert len(said.splitlines()) < 12, said


@pytest.mark.parametrize(
    ("file", "old", "new", "word"),
    [
        ("docs/index.md", "\n", "\n\nSee [there](nowhere.md).\n\n", "nowhere.md"),
        ("docs/index.md", "\n", "\n\nSee [there](method.md#nowhere).\n\n", "nowhere"),
        ("mkdocs.yml", "method.md", "method.md\n  - Nowhere: nowhere.md", "nowhere.md"),
    ],
    ids=["a broken link", "a broken anchor", "a missing page of the navigation"],
)
def test_strict_build(small, file, old, new, word):
    """`make build` fails at what leads nowhere, and names it."""
    path = small / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    status, said = make_build(small)

    assert 1 == status, said
    assert word in said


def test_taken_port(small):
    """`mkdocs serve` says in a sentence when its port is taken."""
    from tools.browser import serve

    server = serve(small)
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{server.server_port}"],
        cwd=small,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    server.shutdown()

    assert f"uses port {server.server_port} already" in run.stdout + run.stderr
    assert "Traceback" not in run.stderr


# ---------------------------------------------------------------- make claim


def test_new_claim(folder):
    """A new claim is a pair of files that passes the checks as written, and says it is a draft."""
    written, verdict, left = claim.start(folder, "some-name", questions.default_of)
    words = (folder / "claims" / "some-name.md").read_text(encoding="utf-8")

    assert ["some-name.md", "some-name.csv"] == [path.name for path in written]
    assert () == read_ledger(folder).mistakes
    assert [] == left
    assert "Unsettled" == verdict
    assert "To do: " in words
    assert "\ndraft: yes\n---\n" in words


ANSWERS = {
    "title": ["The tower's height: 330 m", "The Tower's page: facts"],
    "claim": ["The tower is 300 m tall"],
    "stated": ["300"],
    "unit": ["m"],
    "where": ["summit"],
    "form": ["readings"],
    "reading": ["Height, 2024", "Height, 1889", ""],
    "value": ["330", "300"],
    "role": ["asked", "rival"],
    "source": ["tower-page", "tower-page"],
    "proof": ["“330 metres tall”, page 1", ""],
    "origin": ["The builders of the tower"],
    "publisher": ["The tower"],
    "date": ["2024"],
    "address": ["https://example.org/a?b=c&d"],
    "seen": ["original"],
    "read": ["2026-11-23"],
    "note": ["", "The height at first, without the mast"],
    "figure": ["300 metres"],
}


@pytest.fixture
def answer():
    """Answers as somebody types them, each checked as on a terminal."""
    answers = {name: iter(given) for name, given in ANSWERS.items()}

    def answer(name, about, default, wrong):
        given = next(answers[name])
        assert "" == wrong(given), name
        return given

    return answer


def test_new_claim_answered(folder, answer):
    """Asked on a terminal, it takes numbers, a new source and several readings."""
    written, verdict, left = claim.start(folder, "tower", answer)
    ledger = read_ledger(folder)
    printed = next(number for number in ledger.printed if number.claim_id == "tower")

    assert [] == left
    assert "Nearly" == verdict
    assert ["tower.md", "tower.csv", "sources.yml", "article.csv"] == [
        path.name for path in written
    ]
    assert "The Tower's page: facts" == ledger.sources["tower-page"].title
    assert sorted(ledger.sources) == [*ledger.sources]
    assert ("summit", "300 metres") == (printed.where, printed.text)
    source, (first, second) = ledger.sources["tower-page"], ledger.claims["tower"].readings
    assert ("The builders of the tower", "2026-11-23") == (source.origin, source.read)
    assert ("330 metres tall", None) == (first.proof.phrase, second.proof)


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [("proof", "“330", "opens a quote"), ("read", "yesterday", "is not a date")],
)
def test_new_claim_asks_again(folder, answer, name, given, told):
    """A proof or a day that nobody could read is told at once."""
    asked = []

    def careless(field, about, default, wrong):
        asked.extend([wrong(given)] if field == name else [])
        return answer(field, about, default, wrong)

    claim.start(folder, "tower", careless)

    assert asked and told in asked[0]


def test_new_number_without_a_list(folder, answer):
    """Where the numbers of the article are not listed, a new claim of a number needs no line there."""
    (folder / "article.csv").unlink()
    written, _, _ = claim.start(folder, "tower", answer)

    assert ["tower.md", "tower.csv", "sources.yml"] == [path.name for path in written]
    assert not (folder / "article.csv").exists()


@pytest.mark.parametrize(
    ("waiting", "row"),
    [
        ("summit,300 metres,,not checked yet,5", "summit,300 metres,tower,,5"),
        ("summit,8,,part of a name,5", "summit,300 metres,tower,,"),
    ],
    ids=["it waits for a claim", "it is not listed"],
)
def test_new_number_in_its_place(folder, answer, waiting, row):
    """A number that waits in the list for a claim gets it there; another one gets a row of its own."""
    path = folder / "article.csv"
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    lines = [f"{header},at", waiting, *(f"{line}," for line in lines)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    written, _, _ = claim.start(folder, "tower", answer)

    assert path in written
    assert row in path.read_text(encoding="utf-8").splitlines()


def contents(folder):
    """Every file below a folder."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


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
    before = contents(folder.parent)

    with pytest.raises(questions.Refused, match=why):
        claim.start(folder, claim_id, questions.default_of)
    assert before == contents(folder.parent)


@pytest.mark.parametrize(
    ("field", "given"), [("note", ""), ("source", "TOWER"), ("figure", "300\u202e")]
)
def test_nothing_by_halves(folder, answer, field, given):
    """When anything would be wrong, nothing is written, sources and numbers neither."""
    before = contents(folder.parent)

    def careless(name, about, default, wrong):
        right = answer(name, about, default, wrong)
        return given if name == field else right

    with pytest.raises(questions.Refused, match="this would be wrong"):
        claim.start(folder, "tower", careless)
    assert before == contents(folder.parent)


def test_new_claim_on_a_terminal(folder):
    """On a terminal a wrong answer is asked again, with a sentence, and leaving writes nothing."""
    code = (
        "import sys; from pathlib import Path; from tools import claim; "
        f"claim.DOCS = Path({str(folder)!r}); sys.argv = ['', 'some-name']; sys.exit(claim.main())"
    )
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    os.write(ours, b"<b>Bold</b>\nA title\nA claim\nmany\n\x04")
    said, _ = run.communicate()
    os.close(ours)
    os.close(theirs)

    assert "holds HTML" in said
    assert "'many' is not a value" in said
    assert "Nothing was written." in said
    assert 1 == run.returncode
    assert not (folder / "claims" / "some-name.md").exists()


# ---------------------------------------------------------------- workflows


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflow(name):
    """A workflow runs fixed versions, has no right that a job does not ask for, and trusts no text."""
    text = (GITHUB / "workflows" / name).read_text(encoding="utf-8")
    jobs = WORKFLOWS[name]["jobs"].values()
    steps = [step for job in jobs for step in job.get("steps", ())]
    used = [step["uses"] for step in [*steps, *jobs] if "uses" in step]

    assert {} == WORKFLOWS[name]["permissions"]
    assert "pull_request_target" not in text
    assert "workflow_run" not in text
    assert [] == [one for one in used if not re.search(r"@[0-9a-f]{40}$|^\$/\.github/", one)]
    assert [] == [step["run"] for step in steps if "${{" in step.get("run", "")]


def test_pull_requests_write_nothing():
    """The jobs of a pull request may only read, and get no secret."""
    text = (GITHUB / "workflows" / "check.yml").read_text(encoding="utf-8")
    jobs = WORKFLOWS["check.yml"]["jobs"]
    of_main = [name for name, job in jobs.items() if "!= 'pull_request'" in job.get("if", "")]

    assert ["publish"] == of_main
    assert {"contents: read"} == {
        yaml.safe_dump(job["permissions"]).strip()
        for name, job in jobs.items()
        if name not in of_main
    }
    assert "secrets." not in text


def test_only_what_has_passed_is_published():
    """Publishing waits for the verdict and the suite, and has no other way in."""
    publish = WORKFLOWS["check.yml"]["jobs"]["publish"]

    assert {"verdict", "suite"} <= {*publish["needs"]}
    assert ["workflow_call"] == [*WORKFLOWS["publish.yml"][True]]  # YAML reads `on` as yes
    assert "cache" not in (GITHUB / "workflows" / "publish.yml").read_text(encoding="utf-8")


def test_links_run_nothing():
    """The workflow that asks every address runs no command."""
    steps = WORKFLOWS["links.yml"]["jobs"]["links"]["steps"]

    assert [] == [step for step in steps if "run" in step]
