"""What the tests share: the folders, claims made up in one line, the built sites and their examples."""

import gc
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
EXPLAINER = ROOT / "tests" / "explainer"
sys.path.insert(0, str(ROOT))

from reading import Site
from sharing import alone
from sharing import shared as shared
from visits import visits as visits
from windows import browser as browser
from windows import driver as driver
from windows import firefox as firefox
from windows import open_page as open_page

import build_charts
from charts.render import Pictures, draw_all
from ledger import grammar
from ledger.claim import Change, Claim, Ledger
from ledger.read import read_ledger
from ledger.reading import Reading, Source
from ledger.verdict import judge
from publish import evidence
from tools import browser as browsers

# Quick files come first, so that a slip shows within seconds; LONG ones, of browsers and whole builds,
# begin at the middle, so that a second worker begins with them, and whoever is done takes of the rest.
QUICK = [
    *("values", "verdict", "wording", "turns", "strength", "theme", "article_text", "missing"),
    *("cache", "mistakes", "report", "fuzz", "claims"),
]
LONG = [
    *("site", "accessibility", "firefox", "new", "speed", "links", "search", "lever", "style"),
    *("weight", "files", "publish", "twins", "story", "explainer", "generators"),
]
# What no content can break, since it reads none.
CODE_ALONE = {"values", "verdict", "turns", "theme", "cache", "serve", "fuzz"}
OPENED = set()


def pytest_addoption(parser):
    """Add `--every-page`."""
    about = "visit every page at every width, light and dark, not only one page of each kind"
    parser.addoption("--every-page", action="store_true", help=about)
    parser.addoption("--no-browser", action="store_true", help="skip what needs a real browser")
    about = "only what a change of docs/ can break, for a change of nothing else"
    parser.addoption("--content-only", action="store_true", help=about)


def pytest_ignore_collect(collection_path, config):
    """Leave out what content cannot break, for a change of content alone."""
    alone = collection_path.stem.removeprefix("test_") in CODE_ALONE
    return True if alone and config.getoption("--content-only") else None


@pytest.fixture(autouse=True)
def content_unread(request):
    """The rule of what content cannot break: such tests open no file of `docs/`."""
    OPENED.clear()
    yield
    if request.path.stem.removeprefix("test_") in CODE_ALONE:
        assert not OPENED, f"{request.path.name} reads content: take it out of CODE_ALONE"


def note_content(event, arguments):
    """Note each file of `docs/` that this process opens."""
    if event == "open" and str(arguments[0]).startswith(f"{DOCS}{os.sep}"):
        OPENED.add(str(arguments[0]))


sys.addaudithook(note_content)


@pytest.hookimpl(tryfirst=True)
def pytest_collection():
    """Look for no rubbish while thousands of tests are collected, which all stay."""
    gc.disable()


def pytest_collection_finish():
    """Look for rubbish from here on, but among what comes now."""
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items):
    """Sort the files of tests into their order."""
    names = {item: item.path.stem.removeprefix("test_") for item in items}
    order = [*QUICK, *sorted({*names.values()} - {*QUICK, *LONG}), *LONG]
    items.sort(key=lambda item: order.index(names[item]))
    long = [item for item in items if names[item] in LONG]
    short = [item for item in items if names[item] not in LONG]
    middle = len(items) // 2
    items[:] = [*short[:middle], *long, *short[middle:]]


# ---------------------------------------------------------------- claims


def claim_of(stated, unit, rows, kind="fact"):
    """A claim made up in one line: what is stated, its unit, and rows of (role, value, name)."""
    source = Source("a-page", "A page", "Somebody", "2025", "https://example.org/", "original")
    reads = "fact" if stated == "yes" else "date" if unit == "date" else "number"
    said = grammar.parse(stated, reads) if stated else None
    readings = tuple(
        Reading(name, grammar.parse(value, reads), role, (source,), "A reason", {}, line)
        for line, (role, value, name) in enumerate(rows, 2)
    )
    return Claim(
        id="made-up",
        title="A finding",
        sentence="What is said",
        label=None,
        kind=kind,
        stated=said,
        unit=unit or "",
        measure=None,
        where="part",
        form="readings",
        settle=None,
        history=(Change(date(2026, 11, 23), "Holds", "First check."),),
        readings=readings,
        judgement=judge(said, kind, readings, unit or ""),
        body="",
        body_line=1,
        columns=(),
        shows=("number", "date", "fact"),
    )


@pytest.fixture
def folder(tmp_path):
    """A copy of the small explainer's content, to make a slip in."""
    return Path(shutil.copytree(EXPLAINER / "docs", tmp_path / "docs"))


@pytest.fixture(scope="session")
def judged(ledger):
    """The claims that have a verdict. A site that has just been begun has none: then the test is skipped."""
    claims = [claim for claim in ledger.claims.values() if not claim.draft]
    return claims or pytest.skip("no claim of this site has a verdict yet")


@pytest.fixture(scope="session")
def examples(ledger):
    """The first claim of each form that is drawn, by form."""
    drawn = [claim for claim in ledger.claims.values() if not evidence.is_statement(claim)]
    return {claim.form: claim for claim in reversed(drawn)}


@pytest.fixture(scope="session")
def levered(ledger):
    """The first claim of each form whose page has a lever, by form."""
    found = {}
    for claim in ledger.claims.values():
        if any(row.role == "rival" for row in claim.readings) and not claim.draft:
            found.setdefault(claim.form, claim)
    return found


@dataclass(frozen=True)
class Drawn:
    """Content that was read, checked and drawn."""

    ledger: Ledger
    pictures: dict[str, Pictures]


@pytest.fixture(scope="session")
def ledger():
    """The real content, read and checked."""
    ledger = read_ledger(DOCS)
    assert not ledger.mistakes, "\n".join(map(str, ledger.mistakes))
    return ledger


@pytest.fixture(scope="session")
def real(ledger, shared):
    """The real content, drawn with the one cache."""
    with alone(shared / "real"):
        return Drawn(ledger, draw_all(ledger, build_charts.CACHE))


# ---------------------------------------------------------------- sites


def build_site(config, target, **settings):
    """Build a site with MkDocs as strictly as `make build` does, with these settings."""
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "-d", target],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return target


@pytest.fixture(scope="session")
def site(shared):
    """The folder of the built real site, as a fork of the repository would publish it, `fork/`."""
    folder = shared / "published" / "fork"
    folder.parent.mkdir(exist_ok=True)
    with alone(folder):
        if not folder.exists():
            build_site(ROOT / "mkdocs.yml", folder, GITHUB_REPOSITORY="someone/fork")
    return folder


@pytest.fixture(scope="session")
def small_site(shared):
    """The folder of the built small explainer."""
    folder = shared / "small"
    with alone(folder):
        if not folder.exists():
            build_site(EXPLAINER / "mkdocs.yml", folder, GITHUB_REPOSITORY="someone/small")
    return folder


@pytest.fixture(scope="session")
def read(site):
    """The built real site, read."""
    return Site(site, "https://someone.github.io/fork/")


@pytest.fixture(scope="session")
def kinds(read, ledger):
    """One page of each kind: all but those of claims, and a claim of each form and each verdict."""
    first = {}
    for claim in ledger.claims.values():
        first.setdefault(claim.form, claim.id)
        first.setdefault(claim.verdict.name, claim.id)
    chosen = {*first.values()}
    return [
        name
        for name in read.pages
        if not name.startswith("claims/") or name.split("/")[1] in chosen
    ]


@pytest.fixture(scope="session")
def looked_at(kinds, read, request):
    """The pages that are looked at closely: one of each kind or, with `--every-page`, all."""
    return [*read.pages] if request.config.getoption("--every-page") else kinds


@pytest.fixture(scope="session")
def address(site):
    """The address of the real site under a sub-path, as GitHub Pages serves it."""
    server = browsers.serve(site.parent)
    yield f"{server.address}fork/"
    server.shutdown()
