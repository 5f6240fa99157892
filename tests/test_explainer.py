"""A second article on the same engine: content alone makes another site."""

import json
import re

import pytest
from conftest import DOCS, EXPLAINER, ROOT, serve
from reading import Site

import build_charts
from charts import claims

ENGINE = [
    ROOT / "build_charts.py",
    *(ROOT / "charts").rglob("*.py"),
    *(path for path in (ROOT / "theme").rglob("*") if path.suffix in (".py", ".html", ".css", ".js")),
]


@pytest.fixture(scope="module")
def read(small_site):
    """The small explainer's built site, read."""
    return Site(small_site, "https://someone.github.io/small/")


def test_pages(read):
    """The site has a page for each page and each claim that people wrote, and nothing broken."""
    written = {path.relative_to(EXPLAINER / "docs").with_suffix("").as_posix() for path in (EXPLAINER / "docs").rglob("*.md")}

    assert written <= {name.removesuffix("/index.html").removesuffix(".html") for name in read.pages}
    assert [] == read.broken()
    assert [] == read.loaded_from_elsewhere()


def test_data(small_site):
    """The ledger as data tells what the small explainer's content says."""
    assert {"summit-height": "Misplaced", "glacier-loss": "Holds", "visitors": "Fails"} == {
        claim["id"]: claim["verdict"] for claim in json.loads((small_site / "claims.json").read_text(encoding="utf-8"))
    }


def test_in_a_browser(browser, small_site):
    """A reader of the home page sees the verdicts, a drawing with its finding, and the cards."""
    server = serve(small_site)
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)

    page.goto(f"{server.address}/")
    tally, cards = page.locator(".counts").inner_text(), page.locator(".cards").inner_text()

    assert re.findall(r"\d \w+", tally) == ["1 Holds", "1 Misplaced", "1 Fails"]
    assert page.locator("#figure-summit-height .wide svg").bounding_box()["width"] > 300
    assert "Recorded: −21.3%" in cards
    assert "Recorded: 12,600 people" in cards
    page.get_by_role("link", name="Mount Ambry reaches 2,912 metres only with its mast").first.click()
    assert page.locator("h1").inner_text() == "Mount Ambry reaches 2,912 metres only with its mast"
    assert [] == faults
    page.close()
    server.shutdown()


def test_only_opinions(folder, tmp_path):
    """An article without a single number that can be compared can be explained too."""
    for stem in ("glacier-loss", "visitors"):
        for path in (folder / "claims").glob(f"{stem}.*"):
            path.unlink()
    (folder / "article.csv").unlink()
    words, table = folder / "claims" / "summit-height.md", folder / "claims" / "summit-height.csv"
    words.write_text(re.sub(r"stated: .*", "kind: opinion", words.read_text()).replace("verdict: Misplaced", "verdict: Opinion"))
    table.write_text(re.sub("asked|rival", "context", table.read_text()))
    (folder / "index.md").write_text('# One opinion\n\n{{ tally() }}\n\n{{ claim("summit-height") }}\n')

    result = build_charts.build(folder, tmp_path / "cache")

    assert [] == [str(problem) for problem in result.problems]
    assert {"summit-height", "overview"} == set(result.pictures)


def test_engine_knows_no_article():
    """Nothing in the engine or in the look names this project's article, its claims, or what it is about."""
    article = claims.read(DOCS).article
    words = {article.author, article.publisher, "DeepSeek", "Nvidia", "Nasdaq", "Washington", "Stargate", "OpenAI", "Huawei"}
    words |= {path.stem for path in (DOCS / "claims").glob("*.md")}

    assert [] == [f"{path.relative_to(ROOT)}: {word}" for path in ENGINE for word in words if word.lower() in path.read_text(encoding="utf-8").lower()]
