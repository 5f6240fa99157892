"""Pictures: drawn when something that they are made from has changed, and only then; the same from the same."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import EXPLAINER, ROOT

import build_charts
from charts import claims, pages, render

ALL = ["glacier-loss", "overview", "summit-height", "visitors"]


@pytest.fixture(scope="session")
def drawn(tmp_path_factory):
    """A folder with the small explainer's content, and its figures in `cache`, really drawn."""
    home = tmp_path_factory.mktemp("drawn")
    shutil.copytree(EXPLAINER / "docs", home / "docs")
    assert not build_charts.build(home / "docs", home / "cache").problems
    return home


@pytest.fixture
def home(drawn, tmp_path):
    """A copy of that folder, to change something in."""
    return Path(shutil.copytree(drawn, tmp_path / "home"))


@pytest.fixture
def redrawn(home, monkeypatch):
    """Build again with a pen that draws nothing: returns the names of the pictures that it was asked for."""
    get = render.Cache.get

    def build():
        asked, blank = [], render.Pictures("", "", "", "", b"")
        monkeypatch.setattr(render.Cache, "get", lambda cache, name, key, draw: get(cache, name, key, lambda: asked.append(name) or blank))
        assert [] == build_charts.build(home / "docs", home / "cache").problems
        return sorted(asked)

    return build


def edit(path, old, new):
    """Change the one place where a file says `old`."""
    before = path.read_text(encoding="utf-8")
    assert before.count(old) == 1, f"{path} must say {old!r} once"
    path.write_text(before.replace(old, new), encoding="utf-8")


def by_hand(home, out):
    """Run build_charts.py in a process of its own: returns the line that it prints."""
    run = subprocess.run(
        [sys.executable, "build_charts.py", "--docs", home / "docs", "--cache", home / "cache", "--out", out],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout


# ---------------------------------------------------------------- what is drawn again


def test_nothing_changed(redrawn):
    """A second build draws nothing."""
    assert [] == redrawn()


def test_nothing_changed_in_another_process(home, tmp_path):
    """A build in another process draws nothing that this one has drawn."""
    assert by_hand(home, tmp_path / "out").startswith("3 claims, 0 redrawn")


def test_files_touched(home, redrawn):
    """A new date on every file, as a fresh checkout gives them, draws nothing."""
    for path in home.rglob("*.*"):
        path.touch()

    assert [] == redrawn()


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("claims/visitors.csv", "12600", "12700", ["overview", "visitors"]),
        ("claims/visitors.csv", "By the cable car", "In the cable car", ["overview", "visitors"]),
        ("claims/visitors.md", "title: Far fewer", "title: Fewer", ["overview", "visitors"]),
        ("claims/visitors.md", "measure: People", "measure: Visitors", ["visitors"]),
        ("claims/visitors.md", "label: The climbers", "label: Climbers", ["overview", "visitors"]),
        ("claims/visitors.md", "form: ranked", "form: readings", ["visitors"]),
        ("claims/visitors.md", "with a view", "with a fine view", []),
        ("sources.yml", "publisher: The Alpine Friends", "publisher: The Alpine Club", ["overview", "visitors"]),
        ("article.yml", "title: The Roof", "title: The Top", ["overview"]),
        ("index.md", "This page", "This small page", []),
    ],
)
def test_content_changed(home, redrawn, file, old, new, expected):
    """A change of content draws again exactly the claims that show it, and the picture of all claims when their record changed."""
    edit(home / "docs" / file, old, new)

    assert expected == redrawn()


@pytest.mark.parametrize(("form", "expected"), [("ranked", ["visitors"]), ("readings", ["glacier-loss", "summit-height"])])
def test_form_changed(tmp_path, redrawn, monkeypatch, form, expected):
    """A change of a form's file draws again exactly the claims of that form."""
    forms = Path(shutil.copytree(claims.FORMS, tmp_path / "forms"))
    monkeypatch.setattr(claims, "FORMS", forms)
    with (forms / f"{form}.py").open("a") as file:
        file.write("# a change\n")

    assert expected == redrawn()


@pytest.mark.parametrize("module", render.CODE)
def test_drawing_code_changed(tmp_path, redrawn, monkeypatch, module):
    """A change of the code that draws, the theme and the grammar among it, draws everything again."""
    code = Path(shutil.copytree(render.HERE, tmp_path / "charts"))
    monkeypatch.setattr(render, "HERE", code)
    with (code / f"{module}.py").open("a") as file:
        file.write("# a change\n")

    assert ALL == redrawn()


@pytest.mark.parametrize("library", render.LIBRARIES)
def test_library_changed(redrawn, monkeypatch, library):
    """Another version of a library that draws draws everything again."""
    version = render.version
    monkeypatch.setattr(render, "version", lambda name: "0.0" if name == library else version(name))

    assert ALL == redrawn()


def imports(path):
    """The modules of this project that a file of Python imports, by their names below `charts`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "charts":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module.startswith("charts."):
            yield node.module.removeprefix("charts.")


def test_no_change_goes_unseen():
    """All that a form or the code that draws imports from this project is code that draws, whose change draws again."""
    files = [*claims.FORMS.glob("*.py"), *(render.HERE / f"{module}.py" for module in render.CODE)]
    imported = {module for path in files for module in imports(path)}

    # The picture of all claims is drawn by a module of its own, and keyed on it.
    assert imported <= {*render.CODE, "overview"}


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"{}", b'{"alt": 1}', b'{"png": "?"}', b"\xff\xfe"], ids=repr)
def test_cache_damaged(home, redrawn, damage):
    """A damaged file of the cache is drawn again, and only that one."""
    key = render.key_of(build_charts.check(home / "docs").ledger.claims["visitors"])
    (home / "cache" / f"{key}.json").write_bytes(damage)

    assert ["visitors"] == redrawn()


def test_cache_forgets(home, redrawn):
    """The cache keeps the pictures of the last build and no others."""
    edit(home / "docs" / "claims" / "visitors.csv", "12600", "12700")
    redrawn()

    assert len(ALL) == len(list((home / "cache").iterdir()))


# ---------------------------------------------------------------- what is written


@pytest.mark.parametrize("step", ["os.replace", "os.fdopen", "os.chmod"])
def test_write_killed(tmp_path, monkeypatch, step):
    """A write that is stopped at any step leaves the old file whole and nothing beside it."""
    path = tmp_path / "picture.svg"
    render.write(path, b"old")
    monkeypatch.setattr(f"charts.render.{step}", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))

    with pytest.raises(KeyboardInterrupt):
        render.write(path, b"new")

    assert ([path], b"old") == (list(tmp_path.iterdir()), path.read_bytes())


def test_same_bytes(drawn, tmp_path):
    """The same input gives the same bytes, drawn anew in another process."""
    first = build_charts.outputs(build_charts.build(drawn / "docs", drawn / "cache"))
    shutil.copytree(drawn / "docs", tmp_path / "docs")

    assert by_hand(tmp_path, tmp_path / "out").startswith("3 claims, 3 redrawn")
    for path, content in first.items():
        assert (content if isinstance(content, bytes) else content.encode()) == (tmp_path / "out" / path).read_bytes(), path


# ---------------------------------------------------------------- one cell


def shown(home):
    """What a reader meets of the claim about climbers: its verdict, pictures, words, page, data and card on the home page."""
    result = build_charts.build(home / "docs", home / "cache")
    assert [] == result.problems
    claim, pictures, site = result.ledger.claims["visitors"], result.pictures["visitors"], pages.Site(result.ledger, result.pictures)
    return {
        "verdict": claim.judgement.verdict.name,
        "reason": claim.judgement.because,
        "wide drawing": pictures.wide,
        "narrow drawing": pictures.narrow,
        "svg": pictures.svg,
        "png": pictures.png,
        "text alternative": pictures.alt,
        "page": pages.claim_page(claim, site),
        "record": build_charts.outputs(result)["claims/visitors.json"],
        "home page": pages.place((home / "docs" / "index.md").read_text(encoding="utf-8"), site),
    }


def test_one_cell(home):
    """A change of one cell, with its dated line, changes verdict, chart, words, table, record and home card together."""
    before = shown(home)
    edit(home / "docs" / "claims" / "visitors.csv", "12600", "46000")
    edit(home / "docs" / "claims" / "visitors.md", "was found.}", "was found.}\n  - {date: 2026-11-24, verdict: Holds, why: A page was missing.}")

    after = shown(home)

    assert ("Fails", "Holds") == (before["verdict"], after["verdict"])
    assert [] == [name for name in before if before[name] == after[name]]
    assert [] == [name for name in ("text alternative", "page", "home page") if "46,000 people" not in after[name]]
    assert [] == [name for name in ("wide drawing", "narrow drawing", "svg") if "46,000" not in after[name]]


def test_one_cell_without_its_line(home):
    """A change of one cell that changes the verdict is refused until a dated line says why."""
    edit(home / "docs" / "claims" / "visitors.csv", "12600", "46000")

    result = build_charts.build(home / "docs", home / "cache")

    assert {} == result.pictures
    assert ["the verdict is now Holds, but the history ends with Fails"] == [problem.text.split(".")[0] for problem in result.problems]
