"""The built site: every file of it, and every page in a real browser, under the address of a fork."""

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from conftest import DOCS
from PIL import Image
from reading import html
from visits import PAINT

from charts import theme

EDITOR = "https://github.com/someone/fork/edit/main/docs"
CLAIMS = sorted(path.stem for path in (DOCS / "claims").glob("*.md"))


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
    """Every page has one first heading, a title and a language."""
    pages = read.pages.items()

    assert [] == [name for name, page in pages if len(page.named("h1")) != 1]
    assert [] == [name for name, page in pages if not page.title.strip()]
    assert [] == [name for name, page in pages if page.named("html")[0].get("lang") != "en"]


def test_described(read):
    """A page that search engines may list has a title of its own, and is described."""
    listed = {
        name: page for name, page in read.pages.items() if "noindex" not in page.meta("robots")
    }
    titles = [page.title for page in listed.values()]

    assert [] == [name for name, page in listed.items() if titles.count(page.title) > 1]
    assert [] == [name for name, page in listed.items() if not page.meta("description")]


def test_ids(read):
    """No page has the same id twice."""
    twice = {
        name: {id for id in page.ids if page.ids.count(id) > 1} for name, page in read.pages.items()
    }

    assert {} == {name: ids for name, ids in twice.items() if ids}


def test_addresses_of_its_own(read, site):
    """Every address of the site that a page names to others, in its head or in its data, exists."""
    address = re.compile(re.escape(read.address) + r"[^\s\"'<>)#?]*")
    named = {
        found
        for page in read.pages.values()
        for _, attributes in page.tags
        for found in address.findall(" ".join(filter(None, attributes.values())))
    }

    assert named
    assert [] == [
        one for one in sorted(named) if not (site / one.removeprefix(read.address)).exists()
    ]


@pytest.mark.parametrize("id", CLAIMS)
class TestClaim:
    """What holds for the files of each claim."""

    def test_editor(self, read, id):
        """The page of a claim links to the editor on both of its files."""
        links = set(read.pages[f"claims/{id}/index.html"].links)

        assert {f"{EDITOR}/claims/{id}.md", f"{EDITOR}/claims/{id}.csv"} <= links

    def test_pictures(self, site, id):
        """A claim has its chart and its picture, and they are what their endings say."""
        chart = ElementTree.parse(site / "claims" / f"{id}.svg").getroot()

        assert "{http://www.w3.org/2000/svg}svg" == chart.tag
        assert "PNG" == Image.open(site / "claims" / f"{id}.png").format

    def test_data(self, site, id):
        """The table and the record of a claim hold the same readings."""
        text = (site / "claims" / f"{id}.csv").read_text(encoding="utf-8")
        record = json.loads((site / "claims" / f"{id}.json").read_text(encoding="utf-8"))
        rows = list(csv.DictReader(io.StringIO(text)))

        assert id == record["id"]
        assert [row["reading"] for row in record["readings"]] == [row["reading"] for row in rows]


def test_ledger_as_data(site):
    """`/claims.json` lists the record of every claim."""
    records = json.loads((site / "claims.json").read_text(encoding="utf-8"))
    single = [site / "claims" / f"{record['id']}.json" for record in records]

    assert CLAIMS == sorted(record["id"] for record in records)
    assert records == [json.loads(path.read_text(encoding="utf-8")) for path in single]


# ---------------------------------------------------------------- every page, in a browser


def rgb(colour):
    """A colour such as #1f4e8c as a browser names it."""
    return f"rgb({int(colour[1:3], 16)}, {int(colour[3:5], 16)}, {int(colour[5:], 16)})"


@pytest.mark.parametrize("way", ["with scripts", "without scripts"])
class TestVisit:
    """What holds on every page, with scripts and without."""

    @pytest.fixture
    def met(self, visits, way):
        """The visits of one way."""
        return visits[way]

    @pytest.fixture
    def looks(self, met):
        """What was seen: (page and width, look)."""
        return [
            (f"{name} at {width} px", look)
            for name, visit in met.items()
            for width, look in visit.seen["look"]
        ]

    def test_no_request_leaves(self, met, address):
        """No request leaves the site's own host."""
        own = (address, "data:")

        assert {} == {
            n: left
            for n, v in met.items()
            if (left := [u for u in v.asked if not u.startswith(own)])
        }

    def test_no_complaint(self, met):
        """The browser complains of nothing."""
        assert {} == {name: visit.complaints for name, visit in met.items() if visit.complaints}

    def test_nothing_wider_than_the_screen(self, looks):
        """Nothing is wider than the screen, from a desk to the smallest phone, or a zoom of 400%."""
        assert {} == {at: look["wider"] for at, look in looks if look["wider"] > 0}

    def test_one_drawing_of_each_figure(self, looks):
        """Of each figure one drawing is seen, the wide one or the narrow one."""
        assert {} == {at: look["drawings"] for at, look in looks if {*look["drawings"]} - {1}}

    def test_letters(self, looks):
        """No text of a chart is smaller than 12 px on the screen."""
        assert {} == {at: look["letters"] for at, look in looks if round(look["letters"], 1) < 12}

    def test_texts_stay_within(self, looks):
        """No text of a chart leaves its drawing."""
        assert {} == {at: look["beyond"] for at, look in looks if look["beyond"]}

    def test_legends_are_painted(self, looks):
        """The signs of a legend are painted in the colours of what is drawn above them."""
        assert {} == {at: look["strange"] for at, look in looks if look["strange"]}

    def test_paint(self, met, way):
        """Every page wears the reader's own scheme: dark with scripts, light without."""
        shade = ["without scripts", "with scripts"].index(way)
        paper, card, ink = (rgb(theme.COLOURS[role][shade]) for role in ("paper", "card", "ink"))
        paints = {(paper, ink), (card, ink)}

        assert {} == {
            name: visit.paint for name, visit in met.items() if (*visit.paint,) not in paints
        }


def test_same_words(visits):
    """Without scripts a page says the same as with them."""
    plain, scripted = visits["without scripts"], visits["with scripts"]

    assert [] == [name for name in plain if plain[name].words != scripted[name].words]


def test_frames_are_high_enough(visits, site):
    """A frame of the height that the embed code gives shows the whole figure without scrolling."""
    short = {}
    for id in CLAIMS:
        page = html(site / "claims" / id / "index.html")
        codes = " ".join(code.get_text() for code in page.select("pre[data-copy]"))
        height = int(re.search(r'<iframe[^>]* height="(\d+)"', codes)[1])
        looks = visits["with scripts"][f"claims/{id}/embed/index.html"].seen["look"]
        short |= {(id, width): look for width, look in looks if look["height"] > height}

    assert {} == short


# ---------------------------------------------------------------- what readers do


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", f"claims/{CLAIMS[0]}/"], ids=["home", "claim"])
def test_scheme(open_page, path, scheme, scripts):
    """A page and its drawings follow the reader's scheme, with scripts and without."""
    page = open_page(path, color_scheme=scheme, java_script_enabled=scripts)
    shade = ["light", "dark"].index(scheme)
    named = {rgb(shades[shade]) for shades in theme.COLOURS.values()}
    fills = page.evaluate(
        "[...document.querySelectorAll('.drawing [fill]')].map((e) => getComputedStyle(e).fill)"
    )

    assert [rgb(theme.COLOURS[role][shade]) for role in ("paper", "ink")] == page.evaluate(PAINT)
    assert named >= {*fills} - {"none", "rgba(0, 0, 0, 0)"} > set()


def test_switch_of_scheme(open_page):
    """The switch turns a light page dark, and the next page stays so."""
    page = open_page("", color_scheme="light")
    page.click("#scheme")
    switched = page.evaluate(PAINT)
    page.goto(page.url + "ledger/")

    assert [rgb(theme.COLOURS[role][1]) for role in ("paper", "ink")] == switched
    assert switched == page.evaluate(PAINT)


def shown_rows(page):
    """The verdict of each row of the ledger that is seen, in their order."""
    rows = page.locator(".ledger-table tbody tr:not(.group):visible")
    return rows.evaluate_all("(rows) => rows.map((row) => row.className)")


@pytest.mark.parametrize("width", [1440, 375])
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_ledger_filter(open_page, ledger, scripts, width):
    """The ledger shows all claims, or those of one verdict, with and without scripts, on a phone too."""
    screen = {"width": width, "height": 900}
    page = open_page("ledger/", java_script_enabled=scripts, viewport=screen)
    verdicts = [claim.verdict.name.lower() for claim in ledger.claims.values()]

    assert verdicts == shown_rows(page)
    for verdict in dict.fromkeys(verdicts):
        page.check(f"input[value={verdict}]")
        assert [verdict] * verdicts.count(verdict) == shown_rows(page)


def test_ledger_link(open_page, judged):
    """An address that names a verdict opens the ledger on it."""
    verdict = judged[-1].verdict.name.lower()

    assert {verdict} == set(shown_rows(open_page(f"ledger/#{verdict}")))


def test_ledger_sort(open_page):
    """A press on a column's head sorts the ledger by it, and a second press the other way."""
    page = open_page("ledger/")
    head = page.locator(".ledger-table thead th").nth(1)
    head.get_by_role("button").click()
    up, says_up = shown_rows(page), head.get_attribute("aria-sort")
    head.get_by_role("button").click()

    assert (sorted(up), "ascending") == (up, says_up)
    assert (sorted(up, reverse=True), "descending") == (
        shown_rows(page),
        head.get_attribute("aria-sort"),
    )


def test_menu_without_scripts(open_page):
    """On a phone without scripts the menu opens and leads to the ledger."""
    page = open_page("", java_script_enabled=False, viewport={"width": 375, "height": 800})
    page.locator(".site-menu summary").click()
    page.locator(".site-menu a[href$='ledger/']").click()

    page.wait_for_url("**/fork/ledger/")
