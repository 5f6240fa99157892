"""A picture first, the instrument on request: exploring a chart, and choosing the reading that was meant."""

import pytest


@pytest.fixture
def page(browser, address):
    """A page on which every complaint of the browser is kept in `page.complaints`."""
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(address)
    yield page
    context.close()


def open_claim(page, real, address):
    """Open the page of the first claim that has a rival."""
    claim = next(c for c in real.ledger.claims.values() if c.form == "readings" and any(r.role == "rival" for r in c.readings))
    page.goto(f"{address}claims/{claim.id}/")
    return claim


def test_each_mark_tells_its_value_and_source(page, real, address):
    """Explored, every mark tells reading, value and source on focus and on hover, under the page's own security policy."""
    claim = open_claim(page, real, address)
    page.click(".explore")
    page.wait_for_selector(".live [tabindex]")
    told = []
    for mark in page.locator(".live [tabindex]").all():
        mark.focus()
        told.append(page.inner_text(".readout"))
    page.locator(".live [tabindex]").first.hover(force=True)
    hovered = page.inner_text(".readout")

    assert len(told) == len({reading.reading for reading in claim.readings})
    assert all(any(t.startswith(f"{r.reading}: {claim.show(r.value)}. Source: {r.source.publisher}") for t in told) for r in claim.readings)
    assert hovered in told
    assert page.complaints == []


def test_exploring_keeps_the_page_still_and_can_be_undone(page, real, address):
    """The explored chart is as large as the picture; the button brings the picture back, with nothing left behind."""
    open_claim(page, real, address)
    before = page.locator(".drawing svg:visible").bounding_box()
    page.click(".explore")
    page.wait_for_selector(".live [tabindex]")
    during = page.locator(".live svg").bounding_box()
    page.click(".explore")
    page.wait_for_selector(".live", state="detached")

    assert abs(before["width"] - during["width"]) < 2 and abs(before["height"] - during["height"]) < 8
    assert page.locator(".live").count() == 0 and page.locator(".drawing svg:visible").count() == 1


def test_without_its_script_the_picture_stays(page, real, address):
    """When the chart's script cannot load, a plain sentence says so and the picture stays."""
    page.route("**/vega.js", lambda route: route.abort())
    open_claim(page, real, address)
    page.click(".explore")
    page.wait_for_function("document.querySelector('.readout').textContent.includes('could not be loaded')")

    assert page.locator(".drawing svg:visible").count() == 1


def test_the_verdict_follows_the_reading_that_a_reader_chooses(page, real, address):
    """Choosing a reading shows the verdict under it, the one that the table gives."""
    claim = open_claim(page, real, address)
    judged = [line for line in claim.judgement.lines if line.verdict]
    options = page.locator(".lever .option")
    shown = []
    for index in range(1, options.count()):
        options.nth(index).locator("input").check()
        shown.append(page.locator(".lever .outcome:visible .chip").inner_text().strip())

    assert shown == [line.verdict.name for line in judged]
