"""Light: what a page weighs over the wire, what it asks for, and that it stands still while it loads."""

import gzip
import re

import pytest

CLAIM, OTHER = 100_000, 200_000  # bytes over the wire, before a reader asks for more
HOME = 150_000
ELSEWHERE = re.compile(r'rel="(?:canonical|prev|next|alternate)"|(?:href|src)="data:')
SHIFT = """window.shift = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => { window.shift += entry.value; }))
  .observe({type: 'layout-shift', buffered: true})"""


def weight(page):
    """The bytes of a page with everything that it loads at once, as GitHub Pages compresses them."""
    files = {page}
    for tag in re.findall(r"<(?:link|script|img)\b[^>]*>", page.read_text(encoding="utf-8")):
        address = re.search(r'(?:href|src)="([^"#?]+)"', tag)
        if address and not ELSEWHERE.search(tag):
            files.add((page.parent / address[1]).resolve())
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)


def test_pages_are_light(site):
    """A page of a claim weighs at most 100 kB over the wire, the home page 150 kB, others 200 kB."""
    heavy = {}
    for page in site.rglob("index.html"):
        name = page.relative_to(site).as_posix()
        most = HOME if name == "index.html" else CLAIM if name.startswith("claims/") else OTHER
        if (size := weight(page)) > most:
            heavy[name] = size

    assert {} == heavy


@pytest.fixture
def heaviest(kinds, site):
    """The home page, and the heaviest page of a claim and of the rest."""
    sizes = {name: (site / name).stat().st_size for name in kinds if name.endswith("/index.html")}
    claims = {name for name in sizes if name.startswith("claims/") and name.count("/") == 2}
    others = {name for name in sizes if not name.startswith("claims/")}
    return ["index.html", *(max(group, key=sizes.get) for group in (claims, others))]


def test_loading(open_page, heaviest):
    """While a page loads nothing shifts, and no script of a chart is fetched."""
    for name in heaviest:
        page = open_page("404.html", viewport={"width": 375, "height": 800})
        page.add_init_script(SHIFT)
        page.asked.clear()
        page.goto(page.url.replace("404.html", name.removesuffix("index.html")))
        page.wait_for_load_state("networkidle")

        assert 0 == page.evaluate("window.shift"), name
        assert [] == [url for url in page.asked if "vega" in url], name
