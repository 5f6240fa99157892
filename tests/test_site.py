"""The built site: every file of it, and every page in a real browser, under the address of a fork."""

import csv
import io
import json
import re
from dataclasses import dataclass, field
from xml.etree import ElementTree

import pytest
from conftest import DOCS
from PIL import Image
from reading import Site

from charts import theme

ROOT_ADDRESS = "https://someone.github.io/fork/"
CLAIMS = sorted(path.stem for path in (DOCS / "claims").glob("*.md"))
EDITOR = "https://github.com/someone/fork/edit/main/docs"


@pytest.fixture(scope="session")
def read(site):
    """The built site, read."""
    return Site(site, ROOT_ADDRESS)


# ---------------------------------------------------------------- every file


def test_links(read):
    """Every link and anchor within the site leads somewhere, from every page."""
    assert [] == read.broken()


def test_no_other_host(read):
    """No page loads anything from another host."""
    assert [] == read.loaded_from_elsewhere()


def test_no_code_in_content(read):
    """No tag and no address runs code: scripts are files of the theme."""
    assert [] == read.running_code()


def test_head(read):
    """Every page has one first heading, a title and a language; and every page that search engines may list, words of its own."""
    listed = {name: page for name, page in read.pages.items() if not any("noindex" in meta.get("content", "") for meta in page.named("meta"))}
    titles = [page.title for page in listed.values()]

    assert [] == [name for name, page in read.pages.items() if len(page.named("h1")) != 1 or not page.title.strip()]
    assert [] == [name for name, page in read.pages.items() if page.named("html")[0].get("lang") != "en"]
    assert [] == [name for name, page in listed.items() if titles.count(page.title) > 1]
    assert [] == [name for name, page in listed.items() if not any(meta.get("name") == "description" and meta["content"] for meta in page.named("meta"))]


def test_ids(read):
    """No page has the same id twice."""
    assert [] == [f"{name}: {id}" for name, page in read.pages.items() for id in set(page.ids) if page.ids.count(id) > 1]


def test_addresses_of_its_own(read, site):
    """Every address of the site that a page names to others, in its head or in its data, exists."""
    named = {
        address
        for page in read.pages.values()
        for _, attributes in page.tags
        for address in re.findall(re.escape(ROOT_ADDRESS) + r"[^\s\"'<>)#?]*", " ".join(filter(None, attributes.values())))
    }

    assert named
    assert [] == [address for address in sorted(named) if not (site / address.removeprefix(ROOT_ADDRESS)).exists()]


@pytest.mark.parametrize("id", CLAIMS)
def test_claim_files(read, site, id):
    """A claim has its page, chart, picture, table and record, and its page links to the editor on both of its files."""
    page, files = read.pages[f"claims/{id}/index.html"], site / "claims"
    table = list(csv.DictReader(io.StringIO((files / f"{id}.csv").read_text(encoding="utf-8"))))
    record = json.loads((files / f"{id}.json").read_text(encoding="utf-8"))

    assert {f"{EDITOR}/claims/{id}.md", f"{EDITOR}/claims/{id}.csv"} <= set(page.links)
    assert ElementTree.parse(files / f"{id}.svg").getroot().tag == "{http://www.w3.org/2000/svg}svg"
    assert Image.open(files / f"{id}.png").format == "PNG"
    assert [row["reading"] for row in table] == [row["reading"] for row in record["readings"]]
    assert id == record["id"]


def test_ledger_as_data(site):
    """`/claims.json` lists the record of every claim."""
    records = json.loads((site / "claims.json").read_text(encoding="utf-8"))

    assert CLAIMS == sorted(record["id"] for record in records)
    assert [] == [record["id"] for record in records if record != json.loads((site / "claims" / f"{record['id']}.json").read_text(encoding="utf-8"))]


# ---------------------------------------------------------------- every page, in a browser

WIDTHS = (320, 375, 768, 1440)
LOOK = """() => {
  const shown = (element) => { const box = element.getBoundingClientRect(); return box.width > 0 && box.height > 0; };
  const texts = [...document.querySelectorAll('.drawing text')].filter(shown);
  return {
    wider: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth,
    drawings: [...document.querySelectorAll('.drawing')].map((drawing) => [...drawing.querySelectorAll(':scope svg')].filter(shown).length),
    letters: Math.min(...texts.map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a), 99),
  };
}"""
WORDS = """() => {
  document.querySelectorAll('.needs-script').forEach((element) => element.remove());
  return document.querySelector('article, main, body').textContent.replace(/\\s+/g, ' ').trim();
}"""
PAINT = """() => {
  const style = getComputedStyle(document.body);
  return [style.backgroundColor, style.color];
}"""


def rgb(colour):
    """A colour such as #1f4e8c as a browser names it."""
    return f"rgb({int(colour[1:3], 16)}, {int(colour[3:5], 16)}, {int(colour[5:], 16)})"


@dataclass
class Visit:
    """What a browser met on one page."""

    words: str = ""
    paint: tuple = ()
    looks: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)
    faults: list = field(default_factory=list)


def visit(browser, address, pages, **settings):
    """Open every page, at every width: returns the `Visit` of each."""
    context = browser.new_context(viewport={"width": WIDTHS[-1], "height": 900}, **settings)
    page = context.new_page()
    visits, at = {}, [None]
    page.on("request", lambda request: visits[at[0]].asked.append(request.url))
    page.on("console", lambda message: visits[at[0]].faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: visits[at[0]].faults.append(str(error)))
    for name in pages:
        at[0], visits[name] = name, Visit()
        page.goto(address + name.removesuffix("index.html"))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            visits[name].looks[width] = page.evaluate(LOOK)
        visits[name].paint = tuple(page.evaluate(PAINT))
        visits[name].words = page.evaluate(WORDS)
    context.close()
    return visits


@pytest.fixture(scope="session")
def visits(browser, address, read):
    """Every page as met with scripts in the dark, and without scripts in the light."""
    return {
        "with scripts": visit(browser, address, read.pages, color_scheme="dark"),
        # A page that has no script is the same without.
        "without scripts": visit(
            browser, address, [name for name, page in read.pages.items() if page.named("script")], color_scheme="light", java_script_enabled=False
        ),
    }


@pytest.mark.parametrize("way", ["with scripts", "without scripts"])
class TestVisit:
    """What holds on every page, with scripts and without."""

    def test_no_request_leaves(self, visits, address, way):
        """No request leaves the site's own host."""
        assert [] == [f"{name}: {url}" for name, visit in visits[way].items() for url in visit.asked if not url.startswith((address, "data:"))]

    def test_no_fault(self, visits, way):
        """The browser reports no fault."""
        assert {} == {name: visit.faults for name, visit in visits[way].items() if visit.faults}

    @pytest.mark.parametrize("width", WIDTHS)
    def test_nothing_wider_than_the_screen(self, visits, way, width):
        """Nothing is wider than the screen, from a desk to the smallest phone."""
        assert {} == {name: visit.looks[width]["wider"] for name, visit in visits[way].items() if visit.looks[width]["wider"] > 0}

    @pytest.mark.parametrize("width", WIDTHS)
    def test_one_drawing_of_each_figure(self, visits, way, width):
        """Of each figure one drawing is seen, the wide one or the narrow one."""
        assert {} == {name: drawings for name, visit in visits[way].items() if set(drawings := visit.looks[width]["drawings"]) - {1}}

    @pytest.mark.parametrize("width", WIDTHS)
    def test_letters(self, visits, way, width):
        """No text of a chart is smaller than 12 px on the screen."""
        assert {} == {name: letters for name, visit in visits[way].items() if round(letters := visit.looks[width]["letters"], 1) < 12}

    def test_paint(self, visits, way):
        """Every page wears the named colours of the reader's own scheme: dark with scripts, light without."""
        shade = ["without scripts", "with scripts"].index(way)
        expected = {(rgb(theme.COLOURS[ground][shade]), rgb(theme.COLOURS["ink"][shade])) for ground in ("paper", "card")}

        assert {} == {name: visit.paint for name, visit in visits[way].items() if visit.paint not in expected}


def test_same_words(visits):
    """Without scripts a page says the same as with them."""
    assert [] == [name for name, visit in visits["without scripts"].items() if visit.words != visits["with scripts"][name].words]


# ---------------------------------------------------------------- what readers do


@pytest.fixture
def open_page(browser, address):
    """Open a page of the site in a window of its own: returns the page."""
    contexts = []

    def open_page(path, **settings):
        contexts.append(browser.new_context(**settings))
        page = contexts[-1].new_page()
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", f"claims/{CLAIMS[0]}/"], ids=["home", "claim"])
def test_scheme(open_page, path, scheme, scripts):
    """A page and its drawings follow the reader's scheme, with scripts and without."""
    page = open_page(path, color_scheme=scheme, java_script_enabled=scripts)
    shade = ["light", "dark"].index(scheme)

    assert [rgb(theme.COLOURS[role][shade]) for role in ("paper", "ink")] == page.evaluate(PAINT)
    fills = page.evaluate("[...document.querySelectorAll('.drawing [fill]')].map((element) => getComputedStyle(element).fill)")
    assert {rgb(shades[shade]) for shades in theme.COLOURS.values()} >= set(fills) - {"none", "rgba(0, 0, 0, 0)"} > set()


def test_switch_of_scheme(open_page):
    """The switch turns a light page dark, and the next page stays so."""
    page = open_page("", color_scheme="light")
    page.click("#scheme")
    switched = page.evaluate(PAINT)
    page.goto(page.url + "ledger/")

    assert [rgb(theme.COLOURS[role][1]) for role in ("paper", "ink")] == switched == page.evaluate(PAINT)


def shown_rows(page):
    """The verdict of each row of the ledger that is seen, in their order."""
    return page.locator(".ledger-table tbody tr:visible").evaluate_all("(rows) => rows.map((row) => row.className)")


@pytest.mark.parametrize("width", [1440, 375])
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_ledger_filter(open_page, site, scripts, width):
    """The ledger shows all claims, or those of one verdict, with scripts and without, at a desk and on a phone."""
    page = open_page("ledger/", java_script_enabled=scripts, viewport={"width": width, "height": 900})
    verdicts = [record["verdict"].lower() for record in json.loads((site / "claims.json").read_text(encoding="utf-8"))]

    assert verdicts == shown_rows(page)
    for verdict in dict.fromkeys(verdicts):
        page.check(f"input[value={verdict}]")
        assert [verdict] * verdicts.count(verdict) == shown_rows(page)


def test_ledger_link(open_page):
    """An address that names a verdict opens the ledger on it."""
    assert {"fails"} == set(shown_rows(open_page("ledger/#fails")))


def test_ledger_sort(open_page):
    """A press on a column's head sorts the ledger by it, and a second press the other way."""
    page = open_page("ledger/")
    head = page.locator(".ledger-table thead th").nth(1)
    head.get_by_role("button").click()
    up, says_up = shown_rows(page), head.get_attribute("aria-sort")
    head.get_by_role("button").click()

    assert (sorted(up), "ascending") == (up, says_up)
    assert (sorted(up, reverse=True), "descending") == (shown_rows(page), head.get_attribute("aria-sort"))


def test_search(open_page, site):
    """A word of a claim's title, typed into the search, finds the claim's page."""
    record = json.loads((site / "claims.json").read_text(encoding="utf-8"))[0]
    page = open_page("")
    page.keyboard.press("/")
    page.locator("[data-md-component=search-query]").fill(record["title"])

    page.locator(f".md-search-result__link[href*='claims/{record['id']}/']").first.wait_for()


def test_menu_without_scripts(open_page):
    """On a phone without scripts the menu opens and leads to the ledger."""
    page = open_page("", java_script_enabled=False, viewport={"width": 375, "height": 800})
    page.locator(".site-menu summary").click()
    page.locator(".site-menu a[href$='ledger/']").click()

    assert page.url.endswith("/fork/ledger/")
