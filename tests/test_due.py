"""What was due: a script adds it to a page by the reader's clock, since the build asks none."""

import pytest
from conftest import ROOT

SCRIPT = ROOT / "theme" / "assets" / "site.js"
PAGE = '<p>Next look: <time datetime="2027-04-30" data-due>30 April 2027</time>.</p>'


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ("2027-04-29T12:00:00Z", "Next look: 30 April 2027."),
        ("2027-04-30T12:00:00Z", "Next look: 30 April 2027."),
        ("2027-05-01T12:00:00Z", "Next look: 30 April 2027 (was due)."),
        ("2031-01-01T12:00:00Z", "Next look: 30 April 2027 (was due)."),
    ],
)
def test_was_due(browser, today, told):
    """A look that was planned for a day in the past was due; one for today is not yet."""
    page = browser.new_page()
    page.clock.set_fixed_time(today)
    page.set_content(PAGE)
    page.add_script_tag(content=SCRIPT.read_text(encoding="utf-8"), type="module")

    assert told == page.locator("p").inner_text()
    page.close()
