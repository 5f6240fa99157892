"""A second article on the same engine: content alone makes another site."""

import json
import re

import pytest
import yaml
from conftest import EXPLAINER
from reading import Site
from windows import watch

import build_charts
from publish import site
from publish.pages import publish
from tools import browser as browsers


@pytest.fixture(scope="module")
def read_small(small_site):
    """The small explainer's built site, read."""
    return Site(small_site, "https://someone.github.io/small/")


def test_pages(read_small):
    """The site has a page for each page and claim that people wrote, and nothing broken."""
    docs = EXPLAINER / "docs"
    written = {path.relative_to(docs).with_suffix("").as_posix() for path in docs.rglob("*.md")}
    built = {name.removesuffix(".html").removesuffix("/index") for name in read_small.pages}

    assert written <= built
    assert [] == read_small.broken()
    assert [] == read_small.loaded_from_elsewhere()


def test_data(small_site):
    """The ledger as data tells what the small explainer's content says."""
    records = json.loads((small_site / "claims.json").read_text(encoding="utf-8"))
    verdicts = {
        "summit-height": "Misplaced",
        "glacier-loss": "Holds",
        "visitors": "Fails",
        "hut-count": "Nearly",
    }

    assert verdicts == {record["id"]: record["verdict"] for record in records}


def test_in_a_browser(browser, small_site):
    """A reader of the home page sees the verdicts, a drawing with its finding, and the cards."""
    server = browsers.serve(small_site)
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    watch(page)

    page.goto(server.address)
    tally, cards = page.inner_text(".counts"), page.inner_text(".cards")
    drawing = page.locator("#figure-summit-height .wide svg").bounding_box()
    page.get_by_role("link", name="Mount Ambry reaches 2,912").first.click()
    page.wait_for_url("**/claims/summit-height/")
    heading = page.inner_text("h1")
    page.close()
    server.shutdown()

    assert ["1 Holds", "1 Misplaced", "1 Fails"] == re.findall(r"\d \w+", tally)
    assert drawing["width"] > 300
    assert "Recorded: −21.3%" in cards and "Recorded: 12,600 people" in cards
    assert "Mount Ambry reaches 2,912 metres only with its mast" == heading
    assert [] == page.complaints


def only_opinions(folder):
    """Leave one claim in a folder of content, and make it an opinion."""
    for stem in ("glacier-loss", "hut-count", "visitors"):
        for path in (folder / "claims").glob(f"{stem}.*"):
            path.unlink()
    (folder / "article.csv").unlink()
    words, table = (folder / "claims" / f"summit-height.{ending}" for ending in ("md", "csv"))
    sources = yaml.safe_load((folder / "sources.yml").read_text())
    named = {id: entry for id, entry in sources.items() if id in table.read_text()}
    (folder / "sources.yml").write_text(yaml.safe_dump(named, sort_keys=False))
    said = re.sub(r"stated: .*", "kind: opinion", words.read_text())
    words.write_text(said.replace("verdict: Misplaced", "verdict: Opinion"))
    table.write_text(re.sub("asked|rival", "context", table.read_text()))
    shown = '# One opinion\n\n{{ tally() }}\n\n{{ claim("summit-height") }}\n'
    (folder / "index.md").write_text(shown)
    (folder / "ledger.md").write_text("# All claims\n\n{{ ledger() }}\n")


def test_only_opinions(folder, tmp_path):
    """An article without a single number that can be compared makes a site, too."""
    only_opinions(folder)

    result = build_charts.build(folder, tmp_path / "cache")
    assert [] == [str(mistake) for mistake in result.mistakes]
    made = publish(site.Site(result.ledger, result.pictures))

    assert 1 == len(json.loads(made.files["claims.json"]))
    assert {"summit-height", "overview"} == {*result.pictures}
