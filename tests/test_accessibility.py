"""Every reader can use every page: checked with axe in a real browser, by keyboard, in forced colours."""

from pathlib import Path

import axe_playwright_python
import pytest

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHECKED = {  # contrast is all that depends on the scheme
    "light": {"runOnly": RULES},
    "dark": {"runOnly": {"type": "rule", "values": ["color-contrast"]}},
}
FRAMES = 3  # to be looked at; the others hold what the pages of their claims hold
PHONE = {"width": 375, "height": 800}
# WCAG's exception is for links within a sentence.
SMALL = """() => {
  const controls = "button, summary, .square, .links a, .filter label, .option label, .site-footer li a";
  return [...document.querySelectorAll(controls)].filter((spot) => spot.offsetParent)
    .map((spot) => [spot.outerHTML.slice(0, 80), spot.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([name, box]) => `${name} ${box.width} x ${box.height}`);
}"""
# Rows of one list are made alike, and of hundreds axe compares each with what lies around it.
SHORTEN = """() => {
  for (const row of document.querySelectorAll("ul.sources > :nth-child(n + 13)")) row.remove();
}"""
STOP = """() => {
  const spot = document.activeElement, bar = document.querySelector(".site-header");
  const box = spot.getBoundingClientRect();
  const free = bar.contains(spot) || spot.matches(".md-skip");
  const top = free ? 0 : bar.getBoundingClientRect().bottom;
  return {
    name: spot.outerHTML.slice(0, 90),
    seen: box.width > 0 && box.bottom > top && box.top < innerHeight,
    outline: getComputedStyle(spot).outlineStyle !== "none",
  };
}"""


def violations(page, rules):
    """What axe finds wrong on the page: a list of sentences."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", rules)["violations"]
    return [f"{page.url}: {fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in found]


@pytest.mark.parametrize("scheme", CHECKED)
def test_wcag(browser, address, looked_at, scheme):
    """axe finds no violation of WCAG 2.2 A and AA, nor of its best practices, in light and in dark."""
    context = browser.new_context(viewport=PHONE, color_scheme=scheme, bypass_csp=True)
    page, found = context.new_page(), []
    frames = [name for name in looked_at if "/embed/" in name]
    for name in [name for name in looked_at if name not in frames[FRAMES:]]:
        page.goto(address + name.removesuffix("index.html"))
        page.evaluate(SHORTEN)
        found += violations(page, CHECKED[scheme])
    context.close()

    assert [] == found


def test_touch(browser, address, kinds):
    """Buttons, switches and squares measure at least 24 by 24 px."""
    context = browser.new_context(viewport=PHONE)
    page, small = context.new_page(), {}
    for name in kinds:
        page.goto(address + name.removesuffix("index.html"))
        small[name] = page.evaluate(SMALL)
    context.close()

    assert {} == {name: controls for name, controls in small.items() if controls}


def test_forced_colours(open_page, judged):
    """In the reader's own colours, verdicts keep word and shape, and marks take those colours."""
    page = open_page("", forced_colors="active", bypass_csp=True)
    ink = page.evaluate("getComputedStyle(document.body).getPropertyValue('--said').trim()")
    signs = page.locator(".square svg").evaluate_all(
        "(signs) => signs.map((sign) => sign.getBoundingClientRect().width)"
    )

    assert [] == violations(page, CHECKED["light"])
    assert "CanvasText" == ink
    assert signs and min(signs) > 8


def test_keyboard(open_page):
    """Every stop of the tab key is seen, has an outline, and is not hidden under the bar on top."""
    page = open_page("ledger/", viewport={"width": 1000, "height": 700})
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(STOP))
        if stops[-1]["name"].startswith("<body"):  # past the last one
            stops.pop()

    assert [] == [stop["name"] for stop in stops if not (stop["seen"] and stop["outline"])]
