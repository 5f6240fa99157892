"""What the tests share: the folders, claims made up in one line, the built sites and one browser."""

import os
import shutil
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
EXPLAINER = ROOT / "tests" / "explainer"
sys.path.insert(0, str(ROOT))

import build_charts
from charts import claims, values

# The quick tests run first, the browser last, and what is not named here in between.
QUICK = ("test_values", "test_verdict", "test_theme", "test_mistakes", "test_readme", "test_contributing", "test_claims", "test_render")
SLOW = ("test_explainer", "test_site", "test_exports", "test_weight", "test_explore", "test_accessibility")
BROWSER_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items):
    """Run the quick tests first, so that a slip shows within seconds."""
    order = [*QUICK, *sorted({item.path.stem for item in items} - {*QUICK, *SLOW}), *SLOW]
    items.sort(key=lambda item: order.index(item.path.stem))


# ---------------------------------------------------------------- claims


def claim_of(stated, unit, rows, kind=None):
    """A claim made up in one line: what the article prints, its unit, and rows of (role, value, name of the reading)."""
    source = claims.Source(title="A page", publisher="Somebody", date="2025", address="https://example.org/", seen="original")
    words = claims.ClaimWords(
        title="A finding",
        claim="What is said",
        stated=stated,
        unit=unit,
        kind=kind,
        where="part",
        form="readings",
        history=[{"date": "2026-11-23", "verdict": "Holds", "why": "First check."}],
    )
    reads = "fact" if stated == "yes" else "date" if unit == "date" else "number"
    readings = tuple(
        claims.Reading(name, values.parse(value, reads), role, source, "a-page", "A reason", {}, line) for line, (role, value, name) in enumerate(rows, 2)
    )
    return claims.Claim("made-up", words, values.parse(stated, reads) if stated else None, readings, "", 1, ())


@pytest.fixture
def folder(tmp_path):
    """A copy of the small explainer's content, to make a slip in."""
    return Path(shutil.copytree(EXPLAINER / "docs", tmp_path / "docs"))


@pytest.fixture(scope="session")
def real():
    """The real content, read, checked and drawn."""
    result = build_charts.build(DOCS)
    assert not result.problems, "\n".join(map(str, result.problems))
    return result


# ---------------------------------------------------------------- sites


def build_site(config, target, **settings):
    """Build a site with MkDocs as strictly as CI does, with the given environment settings."""
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-f", config, "-d", target],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return target


class Quiet(SimpleHTTPRequestHandler):
    """A file server that keeps its requests to itself."""

    def log_message(self, *_):
        """Say nothing."""


def serve(folder):
    """Serve a folder on a free port of this machine: returns the server, its root at `server.address`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    server.address = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder of the built real site, as a fork of the repository would publish it, under `fork/`."""
    return build_site(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("published") / "fork", GITHUB_REPOSITORY="someone/fork")


@pytest.fixture(scope="session")
def address(site):
    """The address of the real site under a sub-path, as GitHub Pages serves it."""
    server = serve(site.parent)
    yield f"{server.address}/fork/"
    server.shutdown()


@pytest.fixture(scope="session")
def small_site(tmp_path_factory):
    """The folder of the built small explainer."""
    return build_site(EXPLAINER / "mkdocs.yml", tmp_path_factory.mktemp("small") / "site", GITHUB_REPOSITORY="someone/small")


# ---------------------------------------------------------------- browser


@pytest.fixture(scope="session")
def browser():
    """A real Chromium. Without one the browser tests are skipped, but not in CI, where they fail."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not program:
        reason = "NO BROWSER HERE: nothing that a reader sees was tested. Install the package 'chromium'."
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=BROWSER_FLAGS)
        yield browser
        browser.close()
