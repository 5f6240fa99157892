"""From content to a site: what is published, what never is, and what a failed build leaves behind."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from conftest import EXPLAINER, ROOT

import build_charts
from publish import hosting
from publish.pages import publish
from publish.site import Site


@pytest.fixture
def project(tmp_path):
    """The small explainer in a folder of its own, with settings that name the engine's places."""
    folder = tmp_path / "project"
    shutil.copytree(EXPLAINER, folder)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings.replace("../..", str(ROOT)), encoding="utf-8")
    return folder


def build(project, **settings):
    """Run a strict build of a project into its folder `site`: returns its status, and all it said."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", project / "site"],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def small():
    """The small explainer as a site."""
    result = build_charts.build(EXPLAINER / "docs")
    return Site(result.ledger, result.pictures, name="A site", address="https://example.org/")


# ---------------------------------------------------------------- pages and files as data


def test_pages_are_markdown(small):
    """Every page comes as Markdown with front matter that names title, description and twin."""
    pages = publish(small).pages

    assert {*pages} == {*small.urls}
    for path, text in pages.items():
        head = yaml.safe_load(text.split("---\n")[1])
        assert small.urls[path] == head["twin"].removesuffix("index.html.md")
        assert head["description"] == head["about"]["description"]


def test_same_content_same_bytes(small):
    """The same content gives the same pages and files, byte for byte."""
    assert publish(small) == publish(replace(small))


def test_code_stays_code(folder):
    """A block in a fenced code block of a page is shown as it is written."""
    page = folder / "method.md"
    page.write_text(page.read_text() + "\n```text\n{{ tally() }}\n```\n")
    result = build_charts.build(folder)

    text = publish(Site(result.ledger, result.pictures)).pages["method.md"]

    assert text.endswith("```text\n{{ tally() }}\n```\n")


def test_plain_records(small):
    """The record of all claims is a list whose items have the fields that others rely on."""
    fields = {"id", "claim", "stated", "unit", "verdict", "where", "readings", "sources"}

    records = json.loads(publish(small).files["claims.json"])

    assert [*small.ledger.claims] == [record["id"] for record in records]
    assert all(fields <= {*record} for record in records)


# ---------------------------------------------------------------- where the site stands


@pytest.mark.parametrize(
    ("given", "repository", "address"),
    [
        ("", "https://github.com/Some/fork", "https://some.github.io/fork/"),
        ("", "https://github.com/Some/some.github.io", "https://some.github.io/"),
        ("https://example.org", "https://github.com/some/fork", "https://example.org/"),
        ("http://localhost:8000/a", "", "http://localhost:8000/a/"),
        ("", "", ""),
    ],
)
def test_address(monkeypatch, given, repository, address):
    """The site's address is the one that is given, else where GitHub puts the repository."""
    monkeypatch.setenv("SITE_URL", given)

    assert address == hosting.find_address(repository)


@pytest.mark.parametrize("given", ["example.org", "/", "ftp://example.org/", "https://a b/"])
def test_no_address(monkeypatch, given):
    """What is no address of a site is refused by a sentence that shows a right one."""
    monkeypatch.setenv("SITE_URL", given)

    with pytest.raises(ValueError, match=r"Write it whole, like https://example\.org/"):
        hosting.find_address("")


# ---------------------------------------------------------------- a failed build


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("method.md", "# Method\n\nSee [it](nothing.md).\n", "1 mistake. Nothing was changed"),
        (
            "method.md",
            "# Method\n\nSee [it](index.md#nothing).\n",
            "1 mistake. Nothing was changed",
        ),
        ("method.md", "# Method\n\n{{ talley() }}\n", "1 mistake. Nothing was changed"),
        ("method.md", "---\ntemplate: no.html\n---\n# Method\n", "1 mistake. Nothing was changed"),
        ("a.html", "<script>1</script>", "1 mistake. Nothing was changed"),
        ("a.js", "alert(1)", "1 mistake. Nothing was changed"),
        ("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "1 mistake. Nothing was changed"),
    ],
)
def test_failed_build(project, path, text, said):
    """A broken link, a mistake, or a file that has no place fails; the old site stays as it was."""
    (project / "site").mkdir()
    (project / "site" / "old.html").write_text("old")
    (project / "docs" / path).write_text(text, encoding="utf-8")

    run = build(project)

    assert 1 == run.returncode, run.stdout
    assert said in run.stdout and "Traceback" not in run.stdout
    assert ["old.html"] == [path.name for path in (project / "site").iterdir()]


def test_page_out_of_reach(project):
    """A page that the navigation names and nobody wrote fails the build."""
    (project / "docs" / "method.md").unlink()

    run = build(project)

    assert 1 == run.returncode and "method.md" in run.stdout


def test_wrong_address(project):
    """An address that is none ends in a sentence."""
    run = build(project, SITE_URL="example.org")

    assert 1 == run.returncode
    assert "SITE_URL is 'example.org'" in run.stdout and "Traceback" not in run.stdout


# ---------------------------------------------------------------- a build that succeeds


def test_clean_build(project):
    """A clean build warns of nothing, tells its address once, and replaces what stood there."""
    (project / "site").mkdir()
    (project / "site" / "old.html").write_text("old")

    run = build(project, SITE_URL="https://example.org/")

    assert 0 == run.returncode, run.stdout
    assert "WARNING" not in run.stdout
    assert 1 == run.stdout.count("The site's address: https://example.org/")
    assert not (project / "site" / "old.html").exists()


def test_only_what_is_known(project):
    """Neither what an editor leaves behind nor a template of the theme is published."""
    (project / "docs" / "sources.yml~").write_text("old")
    (project / "docs" / ".notes.md").write_text("secret")

    build(project)
    published = {path.name for path in (project / "site").rglob("*")}

    assert not published & {"sources.yml~", ".notes.md", "claim.md", "cite.bib", "files", "blocks"}
    assert {"sources.yml", "article.csv", "article.yml"} <= published


def test_link_to_a_file_of_the_system(project):
    """A link to a file outside is never published, whatever it is called."""
    (project / "docs" / "a.png").symlink_to("/etc/hostname")

    run = build(project)

    assert 1 == run.returncode and "docs/a.png:1: this is a link" in run.stdout


def test_edit_links(small_site):
    """The links to the editor lead to the very folder of content that the site is made of."""
    edit = "https://github.com/someone/small/edit/main/tests/explainer/docs/"
    for path in ("index.html", "claims/visitors/index.html"):
        text = Path(small_site / path).read_text(encoding="utf-8")

        assert f'href="{edit}' in text
        assert text.count("/edit/main/") == text.count(edit)
