"""A picture first, the instrument on request: exploring a chart, and choosing the reading that was meant."""

import pytest


@pytest.fixture
def claim(ledger):
    """The first claim of readings that has a rival."""
    drawn = [claim for claim in ledger.claims.values() if claim.form == "readings"]
    return next(one for one in drawn if any(row.role == "rival" for row in one.readings))


@pytest.fixture
def page(open_page, claim):
    """The page of that claim."""
    return open_page(f"claims/{claim.id}/", viewport={"width": 1000, "height": 900})


def explore(page):
    """Press the button, and wait for the marks."""
    page.click(".explore")
    page.wait_for_selector(".live [tabindex]")


def test_marks_tell(page, claim):
    """Explored, every mark tells reading, value and source on focus."""
    explore(page)
    told = set()
    for mark in page.locator(".live [tabindex]").all():
        mark.focus()
        told.add(page.inner_text(".readout"))
    expected = {
        f"{row.name}: {claim.show(row.value)}. Source: {row.source.by}" for row in claim.readings
    }

    assert set() == {words for words in expected if not any(one.startswith(words) for one in told)}
    assert len(expected) == len(told)


def test_hover(page):
    """A mark tells the same on hover as on focus, and the page's security policy lets it."""
    explore(page)
    mark = page.locator(".live [tabindex]").first
    mark.focus()
    focused = page.inner_text(".readout")
    page.locator(".live [tabindex]").last.focus()
    mark.hover(force=True)

    assert focused == page.inner_text(".readout")
    assert [] == page.complaints


def test_as_large_as_the_picture(page):
    """The explored chart takes the place of the picture: the page stands still."""
    before = page.locator(".drawing svg:visible").bounding_box()
    explore(page)
    during = page.locator(".live svg").bounding_box()

    assert before["width"] == pytest.approx(during["width"], abs=2)
    assert before["height"] == pytest.approx(during["height"], abs=8)


def test_undone(page):
    """A second press brings the picture back, with nothing left behind."""
    explore(page)
    page.click(".explore")
    page.wait_for_selector(".live", state="detached")

    assert 1 == page.locator(".drawing svg:visible").count()


def test_failed_load(page):
    """When the chart's script cannot load, a sentence says so and the picture stays; the next press tries again."""
    page.route("**/vega.js*", lambda route: route.abort())
    page.click(".explore")
    page.locator(".readout", has_text="could not be loaded").wait_for()
    pictures = page.locator(".drawing svg:visible").count()
    page.unroute("**/vega.js*")
    explore(page)

    assert 1 == pictures


def test_failed_search(open_page, ledger):
    """When the search cannot load, a sentence says so; the next press asks for it again."""
    page = open_page("")
    page.route("**/search/*", lambda route: route.abort())
    page.keyboard.press("/")
    page.wait_for_function("document.body.textContent.includes('could not be loaded')")
    page.unroute("**/search/*")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    title = next(iter(ledger.claims.values())).title
    page.locator("[data-md-component=search-query]").fill(title)

    page.locator(".md-search-result__link").first.wait_for()


def test_lever(page, claim):
    """Choosing a reading shows the verdict under it, the one that the table gives."""
    options = page.locator(".lever .option")
    shown = []
    for index in range(1, options.count()):
        options.nth(index).locator("input").check()
        shown.append(page.locator(".lever .outcome:visible .chip").inner_text().strip())

    assert [line.verdict.name for line in claim.judgement.lines if line.verdict] == shown
