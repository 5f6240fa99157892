"""What a reader can do with a figure: point at a mark, and choose the reading that was meant; no script."""

import re

from conftest import ROOT
from reading import html

from ledger.rules.claims import MOST_READINGS
from publish.templates import curly

MOST = len(
    re.findall(
        r"#meant-\d+:checked\) \.drawing", (ROOT / "theme/assets/site.css").read_text("utf-8")
    )
)


def shown(page):
    """The verdicts that are seen in the head of a claim."""
    return page.locator(".ruling").evaluate_all(
        "all => all.filter(one => getComputedStyle(one).visibility === 'visible')"
        ".map(one => one.querySelector('.chip').textContent.trim())"
    )


def lit(page):
    """Where those links of a drawing lead that are not faded."""
    return page.locator(".drawing .wide a").evaluate_all(
        "all => [...new Set(all.filter(one => getComputedStyle(one).opacity === '1')"
        ".map(one => one.getAttribute('href')))]"
    )


def test_style_knows_every_reading():
    """The style can tell apart as many readings as a claim may have."""
    assert MOST_READINGS == MOST


def test_lever(open_page, levered):
    """Choosing a reading brings its marks forward, and shows the verdict that the table gives."""
    for claim in levered.values():
        page = open_page(
            f"claims/{claim.id}/",
            viewport={"width": 1000, "height": 900},
            java_script_enabled=False,
            reduced_motion="reduce",
        )
        judged = [
            (number, line.verdict.name)
            for number, line in enumerate(claim.judgement.lines, 1)
            if line.verdict
        ]
        every = lit(page)
        tall = page.locator(".claim-head").bounding_box()["height"]

        assert [claim.verdict.name] == shown(page), claim.id
        for number, verdict in judged:
            page.check(f"#meant-{number}", force=True)

            assert [verdict] == shown(page), (claim.id, number)
            assert {f"#reading-{number}"}.intersection(every) == {*lit(page)}, (claim.id, number)
            assert page.locator(f"#outcome-{number}").is_visible(), (claim.id, number)
            assert tall == page.locator(".claim-head").bounding_box()["height"], claim.id
        page.check("#meant-0", force=True)

        assert ([claim.verdict.name], every) == (shown(page), lit(page)), claim.id


def test_pointed_at(open_page, examples):
    """A mark tells its reading and value below the chart on hover and on focus; the page stands."""
    for claim in examples.values():
        page = open_page(
            f"claims/{claim.id}/",
            viewport={"width": 1000, "height": 900},
            java_script_enabled=False,
        )
        told = page.locator(".readout p:visible")
        stop = page.locator(".drawing .wide a:not([tabindex])").last
        number = int(stop.get_attribute("href").rpartition("-")[2])
        row = claim.readings[number - 1]
        before = told.all_inner_texts()
        stop.focus()
        focused = told.all_inner_texts()
        page.locator("h1").focus()
        page.evaluate("document.activeElement?.blur()")
        stop.hover(force=True)
        hovered = told.all_inner_texts()

        assert before[0].startswith("Each value leads to its proof."), claim.id
        assert focused == hovered, claim.id
        assert focused[0].startswith(f"{curly(row.name)}: {claim.show(row.value)}. "), claim.id
        assert curly(row.source.named) in focused[0] and 1 == len(focused), claim.id


def test_one_quiet_row(site, ledger):
    """Under each figure stand data, share and the editor; all else waits behind share."""
    for claim in ledger.claims.values():
        figure = html(site / "claims" / claim.id / "index.html").select_one("figure")
        row = [item.find(["a", "summary"]).get_text() for item in figure.select(".links > li")]
        days = ["Days"] if claim.days else []

        assert ["Data", *days, "Share", "Fix a number"] == row, claim.id
        assert "Report a problem" in figure.select_one(".take").get_text(), claim.id


def test_where_a_claim_belongs(site, read, ledger):
    """Each claim that the story tells leads back to its place there, where it is told."""
    for claim in ledger.claims.values():
        page = html(site / "claims" / claim.id / "index.html")
        way = page.select_one(".claim-head .kicker a")
        if not way:
            continue
        path, _, anchor = way["href"].partition("#")
        part = html(site / path.removeprefix("../../") / "index.html")

        assert re.match(r"Part \d of \d · ", way.get_text()), claim.id
        assert not anchor or part.find(id=anchor), (claim.id, way["href"])
        assert part.select_one(f'main a[href*="claims/{claim.id}/"]'), claim.id
