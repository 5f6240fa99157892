"""Every reader can use every page: checked with axe in a real browser, with the keyboard, and with forced colours."""

from pathlib import Path

import axe_playwright_python
import pytest

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pages_of(site):
    """The addresses of all pages below the site's root."""
    return sorted(path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html"))


def violations(page, rules):
    """What axe finds wrong on the page: a list of sentences."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", rules)["violations"]
    return [f"{page.url}: {fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_violates_wcag(browser, address, site, scheme):
    """axe finds no violation of WCAG 2.2 A and AA, nor of its best practices, on any page, in light and in dark."""
    context = browser.new_context(viewport={"width": 375, "height": 800}, color_scheme=scheme, bypass_csp=True)
    page, found = context.new_page(), []
    for path in pages_of(site):
        page.goto(address + path, wait_until="load")
        found += violations(page, {"runOnly": RULES} if scheme == "light" else {"runOnly": {"type": "rule", "values": ["color-contrast"]}})
    context.close()

    assert found == []


def test_forced_colours_leave_every_mark_in_sight(browser, address):
    """With the reader's own forced colours, verdicts keep word and shape, and the marks of a chart take those colours."""
    context = browser.new_context(forced_colors="active", bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    found = violations(page, {"runOnly": RULES})
    ink = page.evaluate("getComputedStyle(document.body).getPropertyValue('--said').trim()")
    marks = page.evaluate("[...document.querySelectorAll('.square .mark')].every(mark => mark.getBoundingClientRect().width > 8)")
    context.close()

    assert (found, ink, marks) == ([], "CanvasText", True)


def test_the_keyboard_reaches_everything_and_focus_is_never_covered(browser, address):
    """Every stop of the tab key is visible, has an outline, and is not hidden under the bar on top."""
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    page = context.new_page()
    page.goto(address + "ledger/")
    covered, stops = [], 0
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate("""() => {
            const spot = document.activeElement, box = spot.getBoundingClientRect(), style = getComputedStyle(spot);
            const bar = document.querySelector(".site-header");
            const top = bar.contains(spot) || spot.matches(".md-skip") ? 0 : bar.getBoundingClientRect().bottom;
            return {name: spot.outerHTML.slice(0, 90), seen: box.width > 0 && box.bottom > top && box.top < innerHeight, outline: style.outlineStyle !== "none"};
        }""")
        stops += 1
        if not (stop["seen"] and stop["outline"]):
            covered.append(stop["name"])
    context.close()

    assert (covered, stops) == ([], 60)


def test_controls_are_large_enough_to_touch(browser, address, real):
    """Buttons, switches and squares measure at least 24 by 24 px; WCAG's exception is for links within a sentence."""
    context = browser.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    small = []
    for path in ("", "ledger/", "map/", f"claims/{next(iter(real.ledger.claims))}/"):
        page.goto(address + path)
        small += page.evaluate("""() => [...document.querySelectorAll("button, summary, .square, .links a, .filter label, .option label, .site-footer li a")]
            .filter(spot => spot.offsetParent).map(spot => [spot.outerHTML.slice(0, 80), spot.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24).map(([name, box]) => `${name} ${box.width}x${box.height}`)""")
    context.close()

    assert small == []


def test_zoom_and_narrow_screens_lose_nothing(browser, address, site):
    """At 320 px, which is also 1280 px at 400%, no page scrolls sideways."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page, wide = context.new_page(), []
    for path in pages_of(site):
        page.goto(address + path, wait_until="load")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide.append(f"{path}: {width} px")
    context.close()

    assert wide == []
