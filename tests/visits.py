"""What a browser meets on every page: each is opened once, and all that tests ask of a page is looked at there."""

import json
from dataclasses import asdict, dataclass, field

import pytest
from sharing import alone
from windows import watch

WIDTHS = (320, 375, 768, 1440)
ROWS = (320, 375, 480, 600, 768, 900, 1220, 1440)  # at which nothing in a row may touch
DESKS = (1220, 1280, 1440, 1920)  # at which there are margins
FRAMED = (320, 768)  # an embed page is narrow in a column of text, and wide in a whole page
WAYS = {
    "with scripts": {"color_scheme": "dark"},
    "without scripts": {"color_scheme": "light", "java_script_enabled": False},
}
SHARES = 6  # of the pages; as many workers may visit at once
LOOK = """() => {
  const shown = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0;
  };
  const size = (text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
  const root = document.documentElement, main = document.querySelector('main');
  const beyond = (drawing) => {  // a text's own box is without its halo
    const room = drawing.getBoundingClientRect();
    return [...drawing.querySelectorAll('text')].filter((text) => {
      const box = text.getBBox(), place = text.getScreenCTM();
      return [[box.x, box.y], [box.x + box.width, box.y + box.height]].some(([x, y]) => {
        const spot = new DOMPoint(x, y).matrixTransform(place);
        return spot.x < room.left - 2 || spot.x > room.right + 2
          || spot.y < room.top - 2 || spot.y > room.bottom + 2;
      });
    }).map((text) => text.textContent);
  };
  const paints = (part, query) => ['fill', 'stroke'].flatMap((way) =>
    [...part.querySelectorAll(`${query} [${way}]`)].map((one) => getComputedStyle(one)[way]));
  const strange = (figure) => {
    const drawn = paints(figure, '.drawing');
    return paints(figure, '.legend').filter((paint) => !drawn.includes(paint));
  };
  return {
    wider: Math.max(root.scrollWidth, document.body.scrollWidth) - innerWidth,
    drawings: [...document.querySelectorAll('.drawing')].map(
      (drawing) => [...drawing.querySelectorAll('svg')].filter(shown).length),
    letters: Math.min(99, ...[...document.querySelectorAll('.drawing text')].filter(shown).map(size)),
    beyond: [...document.querySelectorAll('.drawing svg')].filter(shown).flatMap(beyond),
    strange: [...document.querySelectorAll('figure')].flatMap(strange),
    height: main ? main.getBoundingClientRect().height : 0,
  };
}"""
TOUCHING = """() => {
  const rows = ".site-header__inner, .steps, .steps ol, .counts, .filter, .links, .legend, .cards, .story, .big dl, .abreast, .ledger-table tr, .onward";
  const seen = (one) => { const box = one.getBoundingClientRect(); return box.width && box.height && getComputedStyle(one).clipPath === "none" && getComputedStyle(one).position !== "absolute"; };
  const found = [];
  for (const row of document.querySelectorAll(rows)) {
    const parts = [...row.children].filter(seen).map((one) => [one, one.getBoundingClientRect()]);
    parts.forEach(([one, a], at) => parts.slice(at + 1).forEach(([other, b]) => {
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        found.push(`${one.outerHTML.slice(0, 60)} / ${other.outerHTML.slice(0, 60)}`);
    }));
    for (const [one, box] of parts) if (box.right > innerWidth + 1 || one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline")
      found.push(`cut: ${one.outerHTML.slice(0, 80)}`);
  }
  return found.slice(0, 3);
}"""
MARGINS = """() => {
  const side = [...document.querySelectorAll(".margin > div")].map((one) => one.getBoundingClientRect());
  const text = [...document.querySelectorAll("article > :not(.margin)")].map((one) => one.getBoundingClientRect());
  return side.filter((a) => a.left < 0 || a.right > innerWidth || text.some((b) => a.left < b.right && b.left < a.right)).length;
}"""
# WCAG's exception is for links within a sentence.
SMALL = """() => {
  const controls = "button, summary, .square, .links a, .filter label, .option label, .site-footer li a";
  return [...document.querySelectorAll(controls)].filter((spot) => spot.offsetParent)
    .map((spot) => [spot.outerHTML.slice(0, 80), spot.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([name, box]) => `${name} ${box.width} x ${box.height}`);
}"""
PAPER = """() => {
  const shown = (one) => { const box = one.getBoundingClientRect(); return box.width > 0 && box.height > 0; };
  const all = (query) => [...document.querySelectorAll(query)].filter(shown);
  return {
    links: all(".links, .onward, .neighbours, .margin, .site-footer ul, .filter, .site-header, .steps ol").length,
    narrow: all(".drawing:not(.drawing--small) .narrow").length,
    missing: [...document.querySelectorAll(".drawing:not(.drawing--small) .wide")].filter((one) => !shown(one)).length,
  };
}"""
WORDS = """() => {
  document.querySelectorAll('.needs-script').forEach((element) => element.remove());
  const words = document.querySelector('article, main, body').textContent;
  return words.replace(/\\s+/g, ' ').trim();
}"""
PAINT = """() => {
  const style = getComputedStyle(document.body);
  return [style.backgroundColor, style.color];
}"""
ASKED = {  # of a page, by the widths at which it is asked
    "look": (LOOK, {*WIDTHS, *FRAMED}),
    "touching": (TOUCHING, {*ROWS}),
    "margins": (MARGINS, {*DESKS}),
    "small": (SMALL, {375}),
}


@dataclass
class Visit:
    """What a browser met on one page: what is seen at each width, and what went wrong."""

    words: str = ""
    paint: list = field(default_factory=list)
    seen: dict = field(default_factory=dict)  # by what was asked: pairs of a width and the answer
    paper: dict | None = None
    asked: list = field(default_factory=list)
    complaints: list = field(default_factory=list)


def visit(browser, address, plan, paper=(), **settings):
    """Open each page of a plan at its widths, and some as on paper: returns the `Visit` of each."""
    context = browser.new_context(viewport={"width": 320, "height": 900}, **settings)
    page = context.new_page()
    watch(page)
    visits = {}
    for name, widths in plan.items():
        page.asked.clear()
        page.complaints.clear()
        page.set_viewport_size({"width": widths[0], "height": 900})
        page.goto(address + name.removesuffix("index.html"))
        met = visits[name] = Visit(seen={what: [] for what in ASKED})
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            for what, (script, where) in ASKED.items():
                if width in where:
                    met.seen[what].append((width, page.evaluate(script)))
        if name in paper:
            page.set_viewport_size({"width": 700, "height": 900})
            page.emulate_media(media="print")
            met.paper = page.evaluate(PAPER)
            page.emulate_media(media="screen")
        met.paint, met.words = page.evaluate(PAINT), page.evaluate(WORDS)
        met.asked, met.complaints = [*page.asked], [*page.complaints]
    context.close()
    return visits


@pytest.fixture(scope="session")
def visits(browser, address, read, looked_at, shared):
    """Every page as met with scripts in the dark, and those that have any without, in the light.

    A page of each kind is seen at every width, the others on the smallest phone. Each worker takes a
    share of the pages that no other has taken yet, and all read what was met.
    """
    frames = {name for name in read.pages if name.endswith("/embed/index.html")}
    closely = tuple(sorted({*WIDTHS, *ROWS, *DESKS}))
    usual = {name: FRAMED if name in frames else WIDTHS[:1] for name in read.pages}
    near = {name: WIDTHS if name in frames else closely for name in looked_at}
    plans = {
        "with scripts": usual | near,
        "without scripts": {name: WIDTHS for name in looked_at if read.pages[name].named("script")},
    }
    shares = {
        (way, at): shared / f"visits-{way.replace(' ', '-')}-{at}.json"
        for way in WAYS
        for at in range(SHARES)
    }
    for wait in (False, True):  # first what nobody is at, then for what others make
        for (way, at), path in shares.items():
            with alone(path, wait) as free:
                if free and not path.exists():
                    plan = dict([*plans[way].items()][at::SHARES])
                    paper = near.keys() - frames if way == "with scripts" else ()
                    found = visit(browser, address, plan, paper, **WAYS[way])
                    path.write_text(json.dumps({name: asdict(one) for name, one in found.items()}))
    met = {way: {} for way in WAYS}
    for (way, _), path in shares.items():
        for name, one in json.loads(path.read_text()).items():
            met[way][name] = Visit(**one)
    return met
