"""The story: where a reader is and what leads on, and pages that nothing touches, on paper too."""

from types import SimpleNamespace

import pytest
from conftest import DOCS, ROOT
from reading import html
from slips import swap
from test_mistakes import mistakes_in

from charts import called, card, cards, strips, svg
from ledger import forms
from ledger.pages import TELLING
from ledger.read import read_ledger
from publish.site import POSTERS
from publish.story import parts_of, places_of
from publish.templates import curly, unbroken

LEDGER = read_ledger(DOCS)
PARTS = parts_of(LEDGER)
every_part = pytest.mark.parametrize("part", PARTS, ids=lambda part: part.page.path)

# ---------------------------------------------------------------- blocks and parts

STORY = 'story("ledger.md")'
SLIPS = {
    "no such page": (
        'story("legder.md")',
        "there is no page 'legder.md'. Did you mean 'ledger.md'?",
    ),
    "one of two": (
        'claims("visitors")',
        "the block 'claims' names two claims or more, but here are 1. "
        'For one, write {{ claim("some-claim") }}.',
    ),
    **{
        f"two of one in {name}": (
            f'{name}("visitors", "glacier-loss")',
            f"the block '{name}' names one claim, but here are 2. "
            f'Write {{{{ {name}("some-claim") }}}}.',
        )
        for name in ("wide", "number", "quote", "example")
    },
    "no part": (
        "part()",
        "the block 'part' stands on a part of the story, and this page is none. "
        "Take it out, or name the page in {{ story(…) }}.",
    ),
    "part of something": (
        'part("visitors")',
        "the block 'part' names nothing. Write {{ part() }}.",
    ),
    "drawn twice": (
        'wide("summit-height")',
        "line 7 draws 'summit-height' on this page already. Keep one of the two.",
    ),
}


@pytest.mark.parametrize(("call", "told"), SLIPS.values(), ids=SLIPS)
def test_slip(folder, call, told):
    """A slip in a block of the story is told at its line, with what to do."""
    swap("index.md", '{{ cards("glacier', f'{{{{ {call} }}}}\n\n{{{{ cards("glacier')(folder)

    assert [f"docs/index.md:9: {told}"] == [str(one) for one in mistakes_in(folder)]


def test_every_block_is_told():
    """CONTRIBUTING.md tells of every block that a page may call."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert [] == [name for name in forms.blocks() if f"`{{{{ {name}(" not in text]


def test_blocks_that_tell():
    """A block that tells claims makes its page tell them, whatever it is called."""
    pages = [page for page in LEDGER.pages if page.path.endswith(".md")]
    named = [
        (page.path, id)
        for page in pages
        for call in page.calls
        if call.name in TELLING
        for id in call.arguments
        if id not in page.tells
    ]

    assert {*TELLING} <= {*forms.blocks()}
    assert [] == named


@pytest.mark.skipif(not PARTS, reason="a site that has just been begun tells no story")
def test_every_claim_has_a_part():
    """The parts share the claims among them, and none is told by two of them."""
    told = [claim.id for part in PARTS for claim in part.claims]

    assert sorted(LEDGER.claims) == sorted(told)
    assert [*range(1, len(PARTS) + 1)] == [part.number for part in PARTS]


def test_places(read):
    """The place of each claim is an anchor that its part has."""
    lost = []
    for id, place in places_of(PARTS).items():
        page = read.pages[f"{place.part.url}index.html"]
        if place.anchor and place.anchor not in page.ids:
            lost.append((id, place.url))

    assert [] == lost


@pytest.mark.parametrize(
    ("title", "kept"),
    [("R1 and GPT-4o", "GPT-4o"), ("In 2021-22", ""), ("<b>", ""), ("o1-mini", "")],
)
def test_unbroken(title, kept):
    """A name with a number behind its hyphen never breaks, and the words stay as they are."""
    made = unbroken(title)

    assert (f'<span class="kept">{kept}</span>' in made) == bool(kept)
    assert title == made.replace('<span class="kept">', "").replace("</span>", "").unescape()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("the maker's", "the maker’s"),
        ("makers' models", "makers’ models"),
        ("an 'expert mixture' of", "an ‘expert mixture’ of"),
        ("'No'", "‘No’"),
    ],
)
def test_curly(typed, shown):
    """Apostrophes and single quotes are curly on a page, also where they are typed straight."""
    assert shown == curly(typed)


# ---------------------------------------------------------------- on one line


@pytest.mark.parametrize("id", LEDGER.claims)
def test_strip(id):
    """The strip shows what is said, all on its scale; it has four marks at most on a card."""
    claim = LEDGER.claims[id]
    counted = claim.stated is not None and claim.stated.kind != "fact" and not claim.draft
    strip = strips.strip_of(claim)

    assert counted == bool(strip)
    if strip:
        ends = [end for mark in strip.marks for end in (mark.start, mark.end)]
        assert ends == [min(1, max(0, end)) for end in ends]
        assert 1 == sum(mark.role == "said" for mark in strip.marks)
        assert (strips.fitting(claim) is not None) == any(m.role == "rival" for m in strip.marks)
    body = cards._of_claim(claim, "A site").body
    shown = getattr(body, "strip", None)
    assert len(shown.marks if shown else getattr(body, "lines", ())) <= 4


# ---------------------------------------------------------------- share cards

DRAWING = svg.Drawing('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>', 9, 9)
MARKS = tuple(strips.Mark(role, 0.1, 0.9, "A name " * 30, "−6.5%") for role in ("said", "rival"))
BODIES = {
    "facts": card.Facts((("no", "A fact"), ("yes", "Another " * 40))),
    "words": card.Words("A sentence " * 90, "muted"),
    "scale": card.Scale(strips.Strip(MARKS, 0.2, (0.1, 0.9))),
    "picture": card.Picture(DRAWING),
    "hours": card.Hours(
        "A name", (-6.5, "−6.5%"), (("asked", 1, 1, -17, "−17%"),), (0, 1, "9:30", "16:00")
    ),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("title", ["Short", "Rather a long finding of many words " * 3, "W" * 90])
def test_card(title, body):
    """A card has its size, all words of its title, type of two sizes, and no colour of a page."""
    made = card.as_svg(card.Card(title, "A site", "Misplaced", body))
    (root, *_) = svg.parts(made, "svg")
    words = [part.text or "" for part in svg.parts(made, "text")]

    assert ("1200", "630") == (root.get("width"), root.get("height"))
    assert "".join(title.split()) in "".join("".join(words).split())
    assert {"A site", "Misplaced"} <= {*words}
    assert 2 == len({part.get("font-size") for part in svg.parts(made, "text")})
    assert all(float(part.get("y")) <= card.HEIGHT for part in svg.parts(made, "text"))
    assert "var(" not in made


def test_cards_of_pages():
    """No page's card counts verdicts; a page with a point shows it, the home page its picture."""
    drawn = SimpleNamespace(title="A finding", wide=DRAWING)
    figures = dict.fromkeys(("xray", *called.clocks(LEDGER)), drawn)
    for page in LEDGER.pages:
        made = cards._of_page(page, LEDGER, "A site", figures)

        assert not made.verdict
        assert not page.point or not isinstance(made.body, card.Picture)
    if PARTS:
        home = next(page for page in LEDGER.pages if not page.url)
        assert isinstance(cards._of_page(home, LEDGER, "A site", figures).body, card.Hours)


@pytest.mark.skipif(not PARTS, reason="a site that has just been begun tells no story")
def test_posters(site):
    """The pictures of the whole have addresses of their own."""
    names = [f"{stem}.{ending}" for stem in POSTERS for ending in ("svg", "png")]

    assert [] == [name for name in names if not (site / name).is_file()]


# ---------------------------------------------------------------- where a reader is


@every_part
class TestPart:
    """What holds on each page of the story."""

    @pytest.fixture
    def page(self, site, part):
        """The built page."""
        return html(site / part.url / "index.html")

    def test_steps(self, page, part):
        """A part says which of how many it is, in words; of the steps, it alone is the current."""
        steps = page.select_one(".steps")
        words = " ".join(steps.select_one(".kicker").get_text().split())

        assert f"Part {part.number} of {len(PARTS)} · {part.title}" == words
        assert len(PARTS) == len(steps.select("li"))
        assert [str(part.number)] == [one.get_text() for one in steps.select("[aria-current]")]

    def test_onward(self, page, part):
        """It leads on to the next part by what that finds, in the words of its own heading."""
        found = [" ".join(one.get_text().split()) for one in page.select(".onward-next b")]
        following = PARTS[part.number : part.number + 1]

        assert 1 == len(found)
        assert [one.finding for one in following] == found[: len(following)]

    def test_margin(self, page, part):
        """The margins hold every part, and every claim of this one with the sign of its verdict."""
        left, right = (page.select(f".margin--{side} li") for side in ("left", "right"))

        assert [f"{one.number} {one.title}" for one in PARTS] == [li.get_text() for li in left]
        assert [claim.name for claim in part.claims] == [li.get_text(strip=True) for li in right]
        assert len(part.claims) == len(page.select(".margin--right .sign"))


def test_margin_of_claims(site):
    """A claim's margin marks it among its siblings, and its part; the bar lights the story."""
    for id, place in places_of(PARTS).items():
        page = html(site / "claims" / id / "index.html")
        here = [link["href"] for link in page.select(".margin--right [aria-current]")]
        lit = page.select(".site-nav [aria-current]")

        assert [f"../../claims/{id}/"] == here
        assert str(place.part.number) == page.select_one(".margin--left .here").get_text()[0]
        assert 1 == len(lit), id


# ---------------------------------------------------------------- in a browser


@pytest.fixture(scope="module")
def window(browser, address):
    """One window for all pages: returns how to open a page in it."""
    context = browser.new_context()
    page = context.new_page()

    def open_at(name, width=1440, height=900):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(address + name.removesuffix("index.html"))
        return page

    yield open_at
    context.close()


def test_nothing_touches(visits):
    """At eight widths nothing in a row touches its neighbour, is cut, or leaves the screen."""
    assert {} == faults(visits, "touching")


def test_margins_are_free(visits):
    """The margins lie beside what stands on the page, wide pictures too, and within the screen."""
    assert {} == faults(visits, "margins")


def faults(visits, what):
    """What was found wrong with each page, by its name and width."""
    return {
        (name, width): found
        for name, visit in visits["with scripts"].items()
        for width, found in visit.seen[what]
        if found
    }


def test_paper(visits):
    """On paper there are no rows of links, and each figure is its wide drawing."""
    seen = {name: visit.paper for name, visit in visits["with scripts"].items() if visit.paper}

    assert seen
    assert {} == {name: found for name, found in seen.items() if any(found.values())}


def test_finding_on_a_phone(window):
    """On a phone the title of the home page's picture stands within the first screen."""
    page = window("", 375, 812)

    assert page.locator(".figure-title").first.bounding_box()["y"] < 812


@pytest.mark.skipif(not PARTS, reason="a site that has just been begun tells no story")
def test_lost(window):
    """The page for lost addresses leads to the story, to all claims and to a search."""
    page = window("404.html")
    leads = page.locator("article a").evaluate_all("(all) => all.map((one) => one.textContent)")

    assert {"The story", "All claims"} <= {*leads}
    assert "search" in page.inner_text("article").lower()
