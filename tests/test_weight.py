"""Light: what a page weighs over the wire, what it asks for, and that it stands still while it loads."""

import gzip
import re
import statistics
import time
from typing import NamedTuple

import pytest


class Most(NamedTuple):
    """Bytes over the wire: of a page with its style, and of all before a reader asks for more."""

    page: int
    whole: int


KB = 1024
CLAIM = Most(22 * KB, 65 * KB)
MEDIAN = 18 * KB  # of the pages of claims
STORY = Most(40 * KB, 85 * KB)  # and the home page
OTHER = Most(72 * KB, 112 * KB)  # those that list all claims, sources or statements are long
FRAME = "/embed/"
REQUESTS = 4  # the page, its script and two faces
ELSEWHERE = re.compile(r'rel="(?:canonical|prev|next|alternate)"|(?:href|src)="data:')
HOLDS_UP = re.compile(
    r"""<link[^>]*rel="?stylesheet|<script(?![^>]*(?:type="module"|type="application/|defer|async))[^>]*src=|@import"""
)
SHIFT = """window.shift = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shift += entry.value; }))
  .observe({type: 'layout-shift', buffered: true})"""


def size(file):
    """The bytes of a file over the wire: GitHub Pages compresses text, and a face is compressed."""
    data = file.read_bytes()
    return len(data if file.suffix in (".woff2", ".png") else gzip.compress(data, 6))


def loaded(page):
    """A page with every file that it loads at once; of a face that its style names it loads all."""
    html, files = page.read_text(encoding="utf-8"), {page}
    for tag in re.findall(r"<(?:link|script|img)\b[^>]*>", html):
        address = re.search(r'(?:href|src)="([^"#?]+)"', tag)
        if address and not ELSEWHERE.search(tag):
            files.add((page.parent / address[1]).resolve())
    for style in re.findall(r"<style>.*?</style>", html, re.S):
        files |= {(page.parent / url).resolve() for url in re.findall(r"url\(([^:)]+)\)", style)}
    return files


@pytest.fixture(scope="module")
def pages(read, site):
    """The pages of claims, of the story with the home page, and the rest; frames are no pages."""
    groups = {CLAIM: [], STORY: [], OTHER: []}
    for name in (name for name in read.pages if name.endswith("index.html") and FRAME not in name):
        part = 'class="steps"' in (site / name).read_text(encoding="utf-8") or name == "index.html"
        most = CLAIM if name.startswith("claims/") else STORY if part else OTHER
        groups[most].append(site / name)
    return groups


@pytest.mark.parametrize("most", [CLAIM, STORY, OTHER], ids=["claims", "stories", "others"])
def test_pages_are_light(pages, most, site):
    """No page weighs more than its kind may: alone with its style, and with all that it loads at once."""
    assert pages[most]
    weights = {page: (size(page), sum(map(size, loaded(page)))) for page in pages[most]}

    heavy = {
        page.relative_to(site).as_posix(): weight
        for page, weight in weights.items()
        if weight[0] > most.page or weight[1] > most.whole
    }

    assert {} == heavy


def test_median(pages):
    """Half of the claims' pages weigh at most 18 kB."""
    assert statistics.median(map(size, pages[CLAIM])) <= MEDIAN


def test_one_request(read, site):
    """One request shows a page: no style sheet and no script holds up its first paint; four load it all."""
    for name in read.pages:
        html = (site / name).read_text(encoding="utf-8")
        assert [] == HOLDS_UP.findall(html), name
        if name.endswith(
            "index.html"
        ):  # the page for any address names its files by their whole address
            assert len(loaded(site / name)) <= REQUESTS, name


def come_late(route):
    """Let a face arrive when the page has long been shown."""
    time.sleep(0.4)
    route.continue_()


@pytest.fixture
def heaviest(pages, site):
    """The home page, and the heaviest page of each kind."""
    found = [max(group, key=size).relative_to(site).as_posix() for group in pages.values()]
    return ["index.html", *found]


def test_loading(open_page, address, heaviest):
    """While a page loads nothing shifts, late faces included, and it asks for no more than it must."""
    page = open_page("404.html", viewport={"width": 375, "height": 800})
    page.add_init_script(SHIFT)
    page.route("**/*.woff2", come_late)
    for name in heaviest:
        page.asked.clear()
        page.complaints.clear()
        page.goto(address + name.removesuffix("index.html"))
        page.wait_for_load_state("networkidle")

        assert 0 == page.evaluate("window.shift"), name
        assert len(page.asked) <= REQUESTS, name
        assert [] == page.complaints, name
