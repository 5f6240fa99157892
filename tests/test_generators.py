"""The site from other generators: our templates in their words, and how two sites are compared."""

from pathlib import Path

import pytest
import yaml

from ledger.read import read_ledger
from tools.generators.compare import differences, lost
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

    ported = port_settings(settings, "https://example.org/", article)

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
