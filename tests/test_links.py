"""From a figure to its proof: each value and mark in a drawing leads to its row, by every way of pointing."""

import json
import re
from collections import Counter
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import expect
from reading import html

from charts import extents, legend, links, pictures, svg, theme
from publish import evidence
from publish.blocks import draw_claim_page
from publish.site import Site


@pytest.fixture(scope="module")
def drawn(real):
    """The drawing of every claim, wide and narrow, as a tree: (claim, frame, tree)."""
    return [
        (claim, frame, ElementTree.fromstring(getattr(real.pictures[claim.id], frame).svg))
        for claim in real.ledger.claims.values()
        for frame in theme.FRAMES
    ]


@pytest.fixture(scope="module")
def pages(real):
    """The page of every claim, parsed, by its id."""
    site = Site(real.ledger, real.pictures, name="A site")
    return {
        claim.id: BeautifulSoup(
            draw_claim_page(claim, site.seen_from(f"claims/{claim.id}/")), "html.parser"
        )
        for claim in real.ledger.claims.values()
    }


def links_of(tree):
    """The links of a drawing."""
    return list(tree.iter(f"{{{svg.NAMESPACE}}}a"))


# ---------------------------------------------------------------- in every drawing


def test_links_lead_to_rows(real, pages):
    """Every link in every drawing, list and legend of a claim leads to a row that is there."""
    lost = [
        (name, link["href"])
        for name, page in pages.items()
        for link in page.select("figure a[href^='#'], .says a[href^='#'], .ruling a[href^='#']")
        if not page.find(id=link["href"][1:])
    ]

    assert [] == lost


def test_each_mark_is_a_link(real, examples):
    """Every mark and every value of a reading is a link, in each form; lines show several.

    A form that draws days has marks of days too, which are no readings and lead nowhere.
    """
    loose = []
    for claim in (one for one in examples.values() if not one.days):
        spec = links.linked(json.loads(real.pictures[claim.id].spec))
        groups = {part.get("class", ""): [*part] for part in svg.parts(pictures.to_svg(spec), "g")}
        shown = {name.rpartition(" ")[2]: marks for name, marks in groups.items()}
        for name, layer in legend.layers(spec):
            if isinstance(layer["mark"], dict) and "expr" in str(layer["mark"].get("href")):
                marks = shown.get(f"{name}_marks", [])
                loose += [(claim.id, name) for mark in marks if mark.tag != "a"]

    assert [] == loose


def test_each_reading_has_a_link(drawn):
    """Every reading that judges and that a form draws has a mark or a value that leads to its row,
    or to that of the first of several that differ in their source alone.

    The range of a session is one mark for two readings; an empty cell keeps one out of a form.
    What is only there to compare may stand in the table alone, and the figure then says so.
    """
    for claim, frame, tree in drawn:
        found = {link.get("href") for link in links_of(tree)}
        told = [(row.name, row.value, row.role, row.extra) for row in claim.readings]
        lost = [
            row.name
            for row, what in zip(claim.readings, told, strict=True)
            if row.value.kind in claim.shows
            and row.role != "context"
            and all(str(cell) for cell in row.extra.values())
            and not str(row.extra.get("time")).startswith("all of")
            and f"#reading-{told.index(what) + 1}" not in found
        ]
        assert [] == lost, (claim.id, frame)


def test_one_stop_a_reading(drawn):
    """The tab key stops once at each reading, at what says its name and value; doubles are mute."""
    for claim, frame, tree in drawn:
        stops = [link for link in links_of(tree) if "tabindex" not in link.attrib]
        doubles = [link for link in links_of(tree) if "tabindex" in link.attrib]
        hidden = {one for part in tree.iter() if part.get("aria-hidden") for one in part.iter()}
        where = claim.id, frame

        assert {1} >= {*Counter(link.get("href") for link in stops).values()}, where
        assert {link.get("href") for link in links_of(tree)} == {
            link.get("href") for link in stops
        }, where
        for link in stops:
            row = claim.readings[int(link.get("href").rpartition("-")[2]) - 1]
            assert link.get("aria-label").endswith(f": {claim.show(row.value)}"), where
            assert link not in hidden, where
        assert all(link in hidden for link in doubles), where
        assert all(link.get("tabindex") == "-1" for link in doubles), where


def test_axes_are_mute(drawn):
    """Whoever hears a drawing hears its readings, and no axis."""
    for claim, frame, tree in drawn:
        hidden = {one for part in tree.iter() if part.get("aria-hidden") for one in part.iter()}
        said = [
            text
            for text in tree.iter(f"{{{svg.NAMESPACE}}}text")
            if text not in hidden and not any(text in [*link] for link in links_of(tree))
        ]
        assert [] == said, (claim.id, frame)


def test_decides(real):
    """The proof beside a verdict is the row that decides it."""
    for claim in (one for one in real.ledger.claims.values() if one.readings):
        number = int(evidence.deciding(claim).rpartition("-")[2])
        row, line = claim.readings[number - 1], claim.judgement.lines[number - 1]
        fit = line.verdict.name if line.verdict else ""
        roles = [one.role for one in claim.readings]
        match claim.verdict.name:
            case "Holds":
                assert ("asked", "Holds") == (row.role, fit), claim.id
            case "Nearly":
                assert "asked" == row.role and fit in ("Nearly", "Fails"), claim.id
            case "Fails":
                assert ("asked", "Fails") == (row.role, fit), claim.id
            case "Misplaced":
                assert "rival" == row.role and fit in ("Holds", "Nearly"), claim.id
            case _:
                first = next(one for one in ("asked", "rival", "context") if one in roles)
                assert first == row.role, claim.id


def test_line_leads_to_rows(real):
    """What the line beside a verdict tells of the record leads to its row, and loses no word."""
    for claim in real.ledger.claims.values():
        parts = evidence.because(claim)
        told = {anchor for _, anchor in parts if anchor}
        judged = claim.verdict.name in ("Holds", "Nearly", "Fails", "Misplaced")

        assert claim.because == "".join(words for words, _ in parts)
        assert told <= {evidence.row(number) for number, _ in enumerate(claim.readings, 1)}
        assert told or not judged or claim.draft, claim.id


# ---------------------------------------------------------------- how a link comes about


READINGS = [{"reading": "One", "text": "1%", "href": "#reading-1"}]


@pytest.mark.parametrize(
    ("layer", "whence"),
    [
        ({"mark": "point"}, "datum.href"),
        ({"mark": {"type": "text"}}, "datum.href"),
        ({"mark": "line"}, None),
        ({"mark": "area"}, None),
        ({"mark": "point", "data": {"name": "stated"}}, None),
        ({"mark": "point", "data": {"values": [{"x": 1}]}}, None),
        ({"mark": "point", "encoding": {"href": {"value": "x"}}}, None),
        ({"mark": "bar", "transform": [{"aggregate": [], "groupby": []}]}, "datum.every[0].href"),
    ],
)
def test_linked(layer, whence):
    """A mark of readings links to its row; what shows several, or none, does not."""
    spec = {
        "data": {"name": "readings"},
        "datasets": {"readings": READINGS, "stated": [{"said": 1}]},
        "layer": [layer],
    }

    made = links.linked(spec)["layer"][0]["mark"]

    assert whence == (made.get("href", {}).get("expr") if isinstance(made, dict) else None)
    assert "href" not in str(spec["layer"][0].get("mark"))


def drawing(*parts):
    """A drawing with some links, as the converter writes them."""
    inside = "".join(f'<a href="{href}">{shape}</a>' for href, shape in parts)
    return ElementTree.fromstring(f'<svg><g transform="translate(10,20)"><g>{inside}</g></g></svg>')


def spot(link):
    """The room around a link: left, top, right, bottom."""
    x, y, width, height = (float(link[0].get(name)) for name in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


BAR = '<path d="M0,{y}h{w}v18h-{w}Z"/>'
DOT = '<path transform="translate({x},{y})" d="M6,0A6,6,0,1,1,-6,0A6,6,0,1,1,6,0"/>'


def test_room_for_a_finger():
    """A small mark that stands alone leads to its row from 24 px around it."""
    root = drawing(("#a", DOT.format(x=50, y=50)))

    links.make_reachable(root, {"#a": "A: 1"})

    assert (38, 38, 62, 62) == spot(next(root.iter("a")))


def test_mark_and_value_together():
    """A mark and its value are one room, so that a finger between them is no miss."""
    text = '<text transform="translate(120,13)" font-size="13px">1.5%</text>'
    root = drawing(("#a", BAR.format(y=0, w=100)), ("#a", text))

    links.make_reachable(root, {"#a": "A: 1.5%"})
    first, second = root.iter("a")

    assert spot(first)[0] <= 0 and spot(first)[2] > 140
    assert ("-1", None) == (second.get("tabindex"), first.get("tabindex"))


def test_rooms_meet_half_way():
    """Two marks that stand close share the room between them."""
    root = drawing(("#a", DOT.format(x=50, y=50)), ("#b", DOT.format(x=66, y=50)))

    links.make_reachable(root, {"#a": "A: 1", "#b": "B: 2"})
    one, other = (spot(link) for link in root.iter("a"))

    assert one[2] == other[0] == 58


@pytest.mark.parametrize(
    ("shape", "box"),
    [
        (BAR.format(y=5, w=40), (10, 25, 50, 43)),
        (DOT.format(x=50, y=50), (54, 64, 66, 76)),
        ('<line transform="translate(5,5)" x2="0" y2="-4"/>', (15, 21, 15, 25)),
        ('<path transform="translate(0,0) rotate(180)" d="M0,0H3"/>', (7, 20, 10, 20)),
        ('<path d="M0,0l4,6"/>', (10, 20, 14, 26)),
    ],
)
def test_extents(shape, box):
    """What a shape covers is measured from the corner of the drawing."""
    (link,) = extents.links(drawing(("#a", shape)))

    assert pytest.approx(box, abs=0.1) == link.box


def test_taken_away(real):
    """A poster and a specification hold no link: alone, they have nowhere to lead."""
    for claim in real.ledger.claims.values():
        files = real.pictures[claim.id]
        assert "<a" not in files.svg
        assert '"href":{"expr"' not in files.spec


# ---------------------------------------------------------------- in a browser


def test_by_keys(open_page, examples):
    """From the keyboard: each reading is one stop with a name, and Enter shows its proof."""
    for claim in examples.values():
        page = open_page(f"claims/{claim.id}/", viewport={"width": 375, "height": 800})
        stops = page.locator(".drawing .narrow a:not([tabindex])")
        names = [stop.get_attribute("aria-label") for stop in stops.all()]
        stops.first.focus()
        reached = []
        while page.evaluate("document.activeElement.closest('.drawing') !== null"):
            reached.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
            page.keyboard.press("Tab")
        stops.last.focus()
        page.keyboard.press("Enter")

        assert names == reached, claim.id
        expect(page.locator("tbody:target .proof"), claim.id).to_be_visible()


def leads_to(page, place):
    """A press is answered before the page has moved on, so its new address is waited for."""
    page.wait_for_url(re.compile(f"{re.escape(place)}$"))


def test_by_finger(open_page, examples):
    """A tap on a value or on a mark leads to its row, at every width and without a script."""
    for claim in examples.values():
        for width, frame in ((375, "narrow"), (1440, "wide")):
            page = open_page(
                f"claims/{claim.id}/",
                viewport={"width": width, "height": 900},
                java_script_enabled=False,
            )
            link = page.locator(f".drawing .{frame} a").last
            link.click(force=True)  # whatever lies on it there leads to the same row

            leads_to(page, link.get_attribute("href"))
            assert page.locator("tbody:target").is_visible(), (claim.id, frame)


def test_below_a_drawing_by_finger(open_page, examples):
    """On a touch screen nothing moves under the finger: a source and a legend lead to their rows."""
    for claim in examples.values():
        page = open_page(
            f"claims/{claim.id}/",
            viewport={"width": 375, "height": 800},
            has_touch=True,
            is_mobile=True,
        )
        for link in page.locator(".source a, .legend a").all():
            link.tap()

            leads_to(page, link.get_attribute("href"))


def test_from_the_story_and_in_a_frame(site, examples):
    """On a page of the story a mark leads to the claim's page; in a frame, in the whole window."""
    ways = [
        link["href"]
        for page in site.glob("*/index.html")
        for link in html(page).select("figure[id^='figure-'] .drawing a")
    ]

    assert all(re.fullmatch(r"\.\./claims/[\w-]+/#reading-\d+", way) for way in ways)
    for claim in examples.values():
        frame = html(site / "claims" / claim.id / "embed" / "index.html")
        for link in frame.select(".drawing a"):
            assert "_top" == link["target"]
            assert re.fullmatch(rf"https://.+/claims/{claim.id}/#reading-\d+", link["href"])
