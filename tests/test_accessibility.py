"""Every reader can use every page: checked with axe in a real browser, by keyboard, in forced colours."""

from pathlib import Path

import axe_playwright_python

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURED = ["color-contrast", "link-in-text-block"]  # all that depends on the scheme
CHECKED = {
    "light": {"runOnly": TAGS},
    "dark": {"runOnly": {"type": "rule", "values": COLOURED}},
}
UNCOLOURED = {"runOnly": TAGS, "rules": {rule: {"enabled": False} for rule in COLOURED}}
FRAMES = 3  # to be looked at; the others hold what the pages of their claims hold
PHONE = {"width": 375, "height": 800}
# Rows of one list are made alike, and of hundreds axe compares each with what lies around it.
SHORTEN = """() => {
  for (const row of document.querySelectorAll("ul.sources > :nth-child(n + 13)")) row.remove();
}"""
# With scripts a page chooses its scheme once, while it loads.
DRESS = """(scheme) => document.body.setAttribute("data-md-color-scheme", { light: "default", dark: "slate" }[scheme])"""
# Of texts that have the same look on the same ground one is enough; of texts in drawings axe knows no ground.
UNSEEN = """(seen) => {
  const grounds = new Map([[null, ""]]);
  const ground = (one) => {
    if (!grounds.has(one)) {
      const look = getComputedStyle(one), under = ground(one.parentElement);
      const own = [look.backgroundColor, look.backgroundImage, look.opacity].join();
      grounds.set(one, under.endsWith(own) ? under : `${under} ${own}`);
    }
    return grounds.get(one);
  };
  const kinds = new Map(), known = new Set(seen);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const one = texts.currentNode.parentElement, around = one.parentElement;
    if (!texts.currentNode.data.trim() || one.closest("svg, script, style, noscript") || !one.checkVisibility()) continue;
    const named = [one, around].map((part) => `${part.localName}.${part.className}`);
    const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(one);
    const kind = [...named, color, fontSize, fontWeight, textDecorationLine, ground(one)].join(" ");
    if (!known.has(kind) && !kinds.has(kind)) kinds.set(kind, one);
  }
  window.unseen = [...kinds.values()];
  return [...kinds.keys()];
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


def violations(page, rules, within="document"):
    """What axe finds wrong on the page, or within some of its elements: a list of sentences."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate(
        f"rules => axe.run({within}, rules).then(({{violations}}) =>"
        "  violations.map(({id, nodes}) => `${id}: ${nodes[0].html.slice(0, 200)}`))",
        {**rules, "resultTypes": ["violations"]},
    )
    return [f"{page.url}: {fault}" for fault in found]


def test_wcag(browser, address, looked_at):
    """axe finds no violation of WCAG 2.2 A and AA, nor of its best practices, in light and in dark."""
    # Less motion, since a colour that turns slowly is looked at half way.
    context = browser.new_context(viewport=PHONE, bypass_csp=True, reduced_motion="reduce")
    page, found = context.new_page(), []
    seen = {"light": [], "dark": []}
    frames = [name for name in looked_at if "/embed/" in name]
    for name in [name for name in looked_at if name not in frames[FRAMES:]]:
        page.emulate_media(color_scheme="light")
        page.goto(address + name.removesuffix("index.html"))
        page.evaluate(SHORTEN)
        found += violations(page, UNCOLOURED)
        for scheme, kinds in seen.items():
            page.emulate_media(color_scheme=scheme)
            page.evaluate(DRESS, scheme)
            new = page.evaluate(UNSEEN, kinds)
            kinds += new
            if new:
                found += violations(page, CHECKED["dark"], "unseen")
    context.close()

    assert not {*seen["light"]} & {*seen["dark"]}  # which is told by its colours
    assert [] == found


def test_touch(visits):
    """Buttons, switches and squares measure at least 24 by 24 px."""
    assert {} == {
        name: found
        for name, visit in visits["with scripts"].items()
        for _, found in visit.seen["small"]
        if found
    }


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
