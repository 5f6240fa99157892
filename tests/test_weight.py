"""Light: what a page weighs over the wire, what it asks for, and that it stands still while it loads."""

import gzip
import re

import pytest

KB = 1000
BUDGETS = {"": 150, "arithmetic/": 200}  # kB compressed, in all; every claim's page: CLAIM
CLAIM = 100


def weight(site, path):
    """The bytes of a page with everything that it loads at once, compressed as GitHub Pages compresses."""
    html = (site / path / "index.html").read_text(encoding="utf-8")
    parts = [tag for tag in re.findall(r"<(?:link|script|img)\b[^>]*>", html) if not re.search(r'rel="(?:canonical|prev|next|alternate)"', tag)]
    files = {site / path / "index.html"}
    for tag in parts:
        if address := re.search(r'(?:href|src)="([^"#?]+)"', tag):
            files.add((site / path / address[1]).resolve())
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)


def test_every_claim_page_is_light(site):
    """A claim's page weighs at most 100 kB over the wire before a reader asks for more."""
    heavy = {path.parent.name: weight(site, f"claims/{path.parent.name}/") for path in site.glob("claims/*/index.html")}

    assert {name: size for name, size in heavy.items() if size > CLAIM * KB} == {}


@pytest.mark.parametrize(("path", "budget"), BUDGETS.items())
def test_other_pages_keep_their_budget(site, path, budget):
    """The home page weighs at most 150 kB, the notebook page at most 200 kB."""
    assert weight(site, path) <= budget * KB


@pytest.mark.parametrize("path", ["", "the-day/", "ledger/", "arithmetic/", "a claim"])
def test_nothing_moves_and_no_chart_script_loads(browser, address, real, path):
    """While a page loads nothing shifts, the chart is there before any script has run, and no chart script is fetched."""
    path = path if path != "a claim" else f"claims/{next(iter(real.ledger.claims))}/"
    context = browser.new_context(viewport={"width": 375, "height": 800})
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script("""window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; })
        .observe({type: 'layout-shift', buffered: true})""")
    page.goto(address + path, wait_until="networkidle")
    shift = page.evaluate("window.shift")
    context.close()

    assert shift == 0
    assert not [url for url in asked if "vega" in url or "bundle" in url]
