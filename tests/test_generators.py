"""The site from other generators: our templates in their words, and how two sites are compared."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import EXPLAINER
from PIL import Image

from ledger.read import read_ledger
from tools.generators.compare import differences, differences_in_search, lost
from tools.generators.port import Outdated, port_page, port_pages, port_settings, port_theme

ROOT = Path(__file__).parent.parent
PAGE = '<title>A</title><div class="page"><p>One  two.</p><a href="{}">more</a></div>'


@pytest.fixture
def templates(tmp_path):
    """The files of Zensical's that our templates name, in its two styles."""
    for name in (
        "stylesheets/classic/main.1.min.css",
        "stylesheets/modern/main.2.min.css",
        "javascripts/bundle.3.min.js",
    ):
        path = tmp_path / "zensical" / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path / "zensical"


def test_theme_is_ported(templates, tmp_path):
    """No template that is ported says a word that Zensical does not know."""
    port_theme(ROOT / "theme", tmp_path / "theme", templates)

    text = "".join(path.read_text() for path in (tmp_path / "theme").rglob("*.html"))
    unknown = ("| material", "is_homepage", "is_page", "src_uri", ".startswith(", "mkdocs_version")
    assert [word for word in unknown if word in text] == []
    assert "assets/stylesheets/classic/main.1.min.css" in text


def test_changed_theme_is_told(templates, tmp_path):
    """A theme that no longer says what the port knows is told, not built in half."""
    (tmp_path / "ours" / "partials").mkdir(parents=True)
    (tmp_path / "ours" / "assets").mkdir()
    (tmp_path / "ours" / "main.html").write_text("{{ page.content }}")

    with pytest.raises(Outdated, match="theme/: no template says"):
        port_theme(tmp_path / "ours", tmp_path / "theme", templates)


def test_settings_are_ported():
    """The settings keep their pages, all in Markdown, and hand the article to the templates."""
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text())
    article = read_ledger(ROOT / settings["docs_dir"]).article

    ported = port_settings(
        settings, "https://example.org/", "https://github.com/someone/site", article
    )

    assert str(ported["nav"]).count(".md") == str(settings["nav"]).count(".md") + str(
        settings["nav"]
    ).count(".py")
    assert ported["extra"]["article"]["title"] == article.title
    assert "hooks" not in ported


@pytest.mark.parametrize(
    ("text", "home", "ported"),
    [
        ('<img src="../a.svg">', False, '<img src="a.svg">'),
        ('<a href="../../claims/a/">', False, '<a href="../claims/a/">'),
        ('<a href="claims/a/">', True, '<a href="claims/a/">'),
        ("[see](../method.md#ties)", False, "[see](../method.md#ties)"),
        ("[sums](arithmetic.py#one)", False, "[sums](arithmetic.md#one)"),
        ("run `arithmetic.py`", False, "run `arithmetic.py`"),
    ],
)
def test_links_are_ported(text, home, ported):
    """A link in HTML counts from the file, one in Markdown stays, one to a notebook follows it."""
    assert port_page(text, home) == ported


def test_pages_are_parted_from_files(tmp_path):
    """Pages go to the generator, notebooks among them; twins and embeds are finished files."""
    for name in (
        "a.md",
        "sums.py",
        "a/index.html.md",
        "a/embed/index.html",
        "data.zip",
        ".written.json",
    ):
        (tmp_path / "made" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "made" / name).touch()

    port_pages(tmp_path / "made", tmp_path / "docs", tmp_path / "files")

    found = {
        room: {
            path.relative_to(tmp_path / room).as_posix()
            for path in (tmp_path / room).rglob("*")
            if path.is_file()
        }
        for room in ("docs", "files")
    }
    assert found == {
        "docs": {"a.md", "sums.md"},
        "files": {"a/index.html.md", "a/embed/index.html", "data.zip"},
    }


def test_folder_for_any_generator(folder, tmp_path):
    """The folder of pages holds authors' pictures too, and leads to the editor of its own files."""
    Image.new("1", (2, 2)).save(folder / "hut.png")
    page = folder / "method.md"
    page.write_text(page.read_text("utf-8") + "\n![The hut](hut.png)\n", "utf-8")
    options = ["--docs", folder, "--pages", tmp_path / "made", "--address", "https://example.org/"]
    options += ["--repository", "https://github.com/someone/small"]
    run = subprocess.run(
        [sys.executable, "build_charts.py", *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    edit = f"https://github.com/someone/small/edit/main/{folder.name}"

    assert 0 == run.returncode, run.stderr
    assert (folder / "hut.png").read_bytes() == (tmp_path / "made" / "hut.png").read_bytes()
    assert f'edit: "{edit}/method.md"' in (tmp_path / "made" / "method.md").read_text("utf-8")
    assert f"{edit}/claims/visitors.csv" in (tmp_path / "made/claims/visitors.md").read_text(
        "utf-8"
    )
    assert {path.name for path in (EXPLAINER / "docs").glob("*.md")} <= {
        path.name for path in (tmp_path / "made").glob("*.md")
    }


def test_search_is_compared(tmp_path):
    """A page that one search knows by another verdict or other words is a difference."""
    known = {"url": "/a/", "meta": {"verdict": "Holds"}, "content": "One two"}
    for name, page in (("ours", known), ("theirs", {**known, "meta": {"verdict": "Fails"}})):
        path = tmp_path / name / "pagefind" / "fragment" / "en_1.pf_fragment"
        path.parent.mkdir(parents=True)
        path.write_bytes(gzip.compress(b"pagefind_dcd" + json.dumps(page).encode()))

    found = [*differences_in_search(tmp_path / "ours", tmp_path / "theirs")]

    assert [] == [*differences_in_search(tmp_path / "ours", tmp_path / "ours")]
    assert ["/a/"] == [line.partition(": ")[0] for line in found]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (PAGE.format("../more/"), []),
        (PAGE.format("/site/more/index.html").replace("One  two", "One\ntwo"), []),
        (PAGE.format("../more/").replace("two", "2"), ["a/index.html: 'A One two.more"]),
        (
            PAGE.format("../../more/"),
            ["a/index.html: 'A One two.more https://example.org/site/more/'"],
        ),
    ],
)
def test_pages_are_compared(tmp_path, page, told):
    """Two pages differ by a word or by where a link leads, and by nothing else."""
    for name, text in (("ours", PAGE.format("../more/")), ("theirs", page)):
        (tmp_path / name / "a").mkdir(parents=True)
        (tmp_path / name / "a" / "index.html").write_text(text)

    found = [*differences(tmp_path / "ours", tmp_path / "theirs")]

    assert [line[: len(start)] for line, start in zip(found, told, strict=True)] == told


def test_missing_page_and_file_are_told(tmp_path):
    """A page or a file that one site lacks is a difference."""
    for name in ("ours/a/index.html", "ours/data.zip", "theirs/b/index.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    pages = [*differences(tmp_path / "ours", tmp_path / "theirs")]
    files = [*lost(tmp_path / "ours", tmp_path / "theirs")]

    assert [line.split(": ")[0] for line in pages + files] == [
        "a/index.html",
        "b/index.html",
        "a/index.html",
        "data.zip",
    ]
