"""The style of a page: what can match something on it stays as it was written, the rest goes."""

import base64
import hashlib
import re
import statistics

import pytest
from PIL import ImageFont

from charts import faces, labels
from publish.style import ADDED, Style
from theme.inline import FOREIGN, THEME, inline_style

ROOT = THEME.parent
FONTS = THEME / "assets" / "fonts"
PAGE = '<body class="js one" dir="ltr"><p id="here" title="a">…</p><div hidden class="two"></div>'
KEPT = {  # by what is tested: a rule that stays as it is
    "a tag": "p{color:red}",
    "a class": ".one{color:red}",
    "two classes of two things": ".one .two{color:red}",
    "an id": "#here{color:red}",
    "an attribute": "[hidden]{color:red}",
    "an attribute with its value": "[dir=ltr]{color:red}",
    "part of a value": "[title^=b]{color:red}",
    "every element": "*,:after{color:red}",
    "a state": "p:hover::before{color:red}",
    "what is not there": "p:not(.three){color:red}",
    "one of several": "p:is(.three,#here){color:red}",
    "what it holds": "body:has(> .two){color:red}",
    "a condition": "@media print{p{color:red}}",
    "conditions within conditions": "@supports (color:red){@media print{p{color:red}}}",
    "margins of paper": "@page{margin:1cm}",
    "a face that is used": "@font-face{font-family:Own;src:url(fonts/own.woff2)}p{font-family:Own}",
    "an animation that is used": "@keyframes turn{to{color:red}}p{animation:turn 1s}",
    "a custom property that is used": ":root{--a:red}p{color:var(--a)}",
    "one that another uses": ":root{--a:var(--b);--b:red}p{color:var(--a)}",
    "a value of many parts": 'p{background:url("a, b.svg");font:1rem/1.5 var(--x,serif)!important}',
    "sums": "p{width:calc(100% - 1px)}",
}
LOST = {
    "a tag": "table{color:red}",
    "a class": ".three{color:red}",
    "a class within one that is there": ".one .three{color:red}",
    "another value": "[dir=rtl]{color:red}",
    "an attribute": "[data-sortable]{color:red}",
    "none of several": "p:is(.three,.four){color:red}",
    "what it does not hold": "body:has(.three){color:red}",
    "a condition": "@media print{.three{color:red}}",
    "a face that nothing uses": "@font-face{font-family:Own;src:url(fonts/own.woff2)}",
    "an animation that nothing uses": "@keyframes turn{to{color:red}}",
    "a custom property that nothing uses": ":root{--a:red}",
    "nothing said": "p{}",
}
SHORTER = {
    "p , .three { color : red ; }": "p{color:red}",
    "/* why */ p > i, p > b, p{margin:0.5rem 0 -0.25em}": "p{margin:.5rem 0 -.25em}",
    "p:hover, .one::-moz-selection, .three{color:red}": "p:hover,.one::-moz-selection,.three{color:red}",
}
OTHER = """(foreign) => {
  const kinds = new Map();
  for (const one of document.querySelectorAll("body, body *:not(svg *)")) {
    if (one.closest(foreign)) continue;
    const kind = `${one.parentElement.className} > ${one.localName}.${one.className}`;
    if (!kinds.has(kind)) kinds.set(kind, one);
  }
  const looks = ["", "::before"].flatMap((part) => [...kinds].map(([kind, one]) => {
    const look = getComputedStyle(one, part || null);
    const names = [...look].filter((name) => !name.startsWith("--"));
    return [kind + part, names.map((name) => `${name}:${look.getPropertyValue(name)}`).join("; ")];
  }));
  window.firstLooks ??= new Map(looks);  // as it looked first
  return looks.filter(([kind, look]) => look !== window.firstLooks.get(kind));
}"""
LINKED = """(sheets) => Promise.all(sheets.map((href) => new Promise((done, fail) =>
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: done, onerror: fail })))))
  .then(() => document.querySelector("style").remove())"""


@pytest.mark.parametrize("sheet", KEPT.values(), ids=list(KEPT))
def test_kept(sheet):
    """What can match the page stays, word for word."""
    assert sheet == Style(sheet).of(PAGE)


@pytest.mark.parametrize("sheet", LOST.values(), ids=list(LOST))
def test_lost(sheet):
    """What can match nothing on the page goes."""
    assert "" == Style(sheet).of(PAGE)


@pytest.mark.parametrize("sheet", SHORTER, ids=list(SHORTER))
def test_shorter(sheet):
    """Comments, spaces, zeros and selectors that match nothing go; where one may be strange to a browser, none does."""
    assert SHORTER[sheet] == Style(sheet).of(PAGE)


def test_order():
    """Rules keep their order over all sheets, since a later one counts more."""
    first, second = "p{color:red}", "@media print{p{color:blue}}p{color:green}"

    assert first + second == Style(first, second).of(PAGE)


@pytest.mark.parametrize(("added", "call"), ADDED.items())
def test_added(added, call):
    """What a script adds to a page has its style there, and on no page where none adds it."""
    sheet = f"{added}{{color:red}}"
    tag = {"[": f"<i {call[1:-1]}>", ".": f'<i class="{call[1:]}">'}.get(call[0], f"<{call}>")

    assert sheet == Style(sheet).of(tag)
    assert "" == Style(sheet).of("<p>")


def test_also():
    """Custom properties that drawings use, or a sheet that is fetched later, are there."""
    assert ":root{--a:red}" == Style(":root{--a:red;--b:red}", also="i{color:var(--a)}").of("<p>")


def test_no_style():
    """A page without style sheets, such as one to be framed, stays as it is."""
    assert PAGE == inline_style(PAGE)


@pytest.mark.parametrize("sheet", ["p{color:red;.a{}}", "p{;x}", "}", "p"])
def test_wrong(sheet):
    """A sheet with a slip stops the build with its line."""
    with pytest.raises(ValueError, match="line 1 of a style sheet"):
        Style(sheet).of(PAGE)


# ---------------------------------------------------------------- the pages of the site


def test_policy(read, site):
    """The policy of each page allows its own style and early script by their hashes, and no others."""
    for name in (name for name in read.pages if "/embed/" not in name):
        html = (site / name).read_text(encoding="utf-8")
        style, script = re.findall(r"<style>(.*?)</style>|<script>(.*?)</script>", html, re.S)
        for kind, text in (("style", style[0]), ("script", script[1])):
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"{kind}-src 'self' 'sha256-{digest}'" in html, name
        assert "unsafe" not in html.partition("</head>")[0], name
        assert not re.search(r'<[^>]+\sstyle="', html.partition("</head>")[2]), name


def test_same_look(browser, address, site, kinds):
    """Every kind of element on a page looks as it does with all style sheets, whole; but for closed details."""
    (main,) = site.glob("assets/stylesheets/main.*.css")
    extra = re.search(r"extra_css: \[(.*?)\]", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    sheets = [main.relative_to(site).as_posix(), *extra[1].split(", ")]
    context = browser.new_context(bypass_csp=True, viewport={"width": 375, "height": 800})
    context.route("**/*.woff2", lambda route: route.abort())  # which may come now or later
    page, other = context.new_page(), {}
    names = [name for name in kinds if "/embed/" not in name]
    for name in sorted(names, key=lambda name: -(site / name).stat().st_size)[::4]:
        page.goto(address + name.removesuffix("index.html"))
        page.add_style_tag(content="* { transition: none !important }")
        page.evaluate(OTHER, ", ".join(FOREIGN))
        page.evaluate(LINKED, [address + sheet for sheet in sheets])
        found = page.evaluate(OTHER, ", ".join(FOREIGN))
        other |= {f"{name}: {kind}": look for kind, look in found}
    context.close()

    assert {} == other


# ---------------------------------------------------------------- lines and rows

LETTERS = """() => [...document.querySelectorAll(".md-content__inner > p:not([class])")].map((prose) => {
  const lines = Math.round(prose.getBoundingClientRect().height / parseFloat(getComputedStyle(prose).lineHeight));
  return [lines, prose.textContent.length];
}).filter(([lines]) => lines > 2)"""
TOUCHING = """() => {
  const around = (part) => { const range = document.createRange(); range.selectNodeContents(part.querySelector("summary") ?? part); return range.getBoundingClientRect(); };
  return [...document.querySelectorAll(".site-header__inner, .site-nav, .counts, .legend, .links, .filter, .steps ol")].flatMap((row) => {
    const parts = [...row.children].filter((part) => part.offsetParent && around(part).width);
    return parts.slice(1).map((part, at) => [around(parts[at]), around(part), part.textContent.trim().slice(0, 30)])
      .filter(([one, next]) => Math.min(one.bottom, next.bottom) - Math.max(one.top, next.top) > 4 && next.left - one.right < 4)
      .map(([one, next, words]) => `${row.className}: ${words} ${next.left - one.right}`);
  });
}"""
WIDTHS = (320, 375, 480, 600, 768, 1024, 1280, 1440)


@pytest.fixture
def varied(read, site):
    """Two pages with a tally, the longest page of people's words, and the longest of a claim."""
    pages = [name for name in read.pages if "/embed/" not in name]
    html = {name: (site / name).read_text(encoding="utf-8") for name in pages}
    longest = sorted(pages, key=lambda name: -html[name].count("<p>"))
    told = [name for name in pages if 'class="counts"' in html[name]][:2]
    claims = [name for name in longest if name.startswith("claims/")][:1]
    return [*told, *claims, *[name for name in longest if not name.startswith("claims/")][:2]]


@pytest.mark.parametrize("late", [False, True], ids=["own face", "fallback"])
def test_line_length(browser, address, varied, late):
    """A line of prose has about 70 letters at most, in the site's own face and in what stands in for it."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page, found = context.new_page(), []
    if late:
        context.route("**/*.woff2", lambda route: route.abort())
    for name in varied:
        page.goto(address + name.removesuffix("index.html"))
        page.evaluate("document.fonts.ready")
        page.reload()  # by now a face is there
        found += page.evaluate(LETTERS)
    context.close()

    assert found
    assert statistics.median(letters / (lines - 0.5) for lines, letters in found) <= 72
    assert max(letters / lines for lines, letters in found) <= 76


def test_nothing_touches(browser, address, varied):
    """Words in a row stand apart at eight widths: bar, tally, legend, links, filter."""
    context = browser.new_context(viewport={"width": 320, "height": 900})
    page, near = context.new_page(), []
    for name in varied:
        page.goto(address + name.removesuffix("index.html"))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            near += [f"{name} at {width}: {one}" for one in page.evaluate(TOUCHING)]
    context.close()

    assert [] == near


# ---------------------------------------------------------------- faces


def test_widths():
    """The face of charts is as wide as the one they are measured with, letter by letter."""
    face = ImageFont.truetype(FONTS / "label.woff2", 1000)
    face.set_variation_by_axes([400])
    found = {letter: round(face.getlength(letter)) for letter in labels._WIDTHS if letter != "|"}

    assert {letter: width for letter, width in labels._WIDTHS.items() if letter != "|"} == found


@pytest.mark.parametrize("face", ["text", "label"])
def test_faces(face):
    """Each face has one width for all figures, weights from 400 to 700, and its licence beside it."""
    font = ImageFont.truetype(FONTS / f"{face}.woff2", 1000)
    (weight,) = font.get_variation_axes()
    font.set_variation_by_axes([700])

    assert (400, 700) == (weight["minimum"], weight["maximum"])
    assert 1 == len({font.getlength(figure) for figure in "0123456789"})
    assert "SIL OPEN FONT LICENSE" in (FONTS / f"{face}.OFL.txt").read_text(encoding="utf-8")


def test_titles():
    """The face of titles in pictures is the one that their keys name, and about as wide as bold Liberation Sans."""
    face = faces.FOLDER / "text.ttf"
    words = "Prices fell more than two and a half times as far as the article says: 16.97%"
    share = ImageFont.truetype(face, 1000).getlength(words) / labels.width(
        words, bold=True, size=1000
    )

    assert hashlib.sha256(face.read_bytes()).hexdigest() == faces.DIGEST
    assert 0.9 < share < 1.03
    assert "SIL OPEN FONT LICENSE" in (faces.FOLDER / "text.OFL.txt").read_text(encoding="utf-8")
