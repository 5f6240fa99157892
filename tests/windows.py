"""Windows of real browsers, Chromium's and Firefox's, in which tests open pages of the site."""

import os

import pytest

from tools import browser as browsers


@pytest.fixture(scope="session")
def driver(request):
    """What drives a browser, one for all of them."""
    if request.config.getoption("--no-browser"):
        pytest.skip("no browser was asked for")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # as long as it waits for all else
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(driver):
    """A real Chromium. Without one the browser tests are skipped, but not in CI, where they fail."""
    program = browsers.program()
    if not program:
        reason = "NO BROWSER HERE: nothing that a reader sees was tested. Install 'chromium'."
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    browser = driver.chromium.launch(executable_path=program, args=browsers.FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(driver):
    """A real Firefox. Where there is none that can be driven, its tests are skipped, and say so."""
    from playwright.sync_api import Error

    program = browsers.program(browsers.FIREFOX)
    if not program:
        pytest.skip("NO FIREFOX HERE: what its readers see was not tested. Install 'firefox-esr'.")
    firefox = browsers.Firefox(driver, program)
    try:
        firefox.new_context().close()
    except Error as refusal:
        firefox.close()
        why = refusal.message.splitlines()[0]
        pytest.skip(f"FIREFOX CANNOT BE DRIVEN: what its readers see was not tested. {why}")
    yield firefox
    firefox.close()


@pytest.fixture
def open_page(browser, address):
    """Open a page of the site in a window of its own settings: returns the page.

    What the browser complains of is kept in its `complaints`, what it asked for in `asked`. A test
    that opens one page after another with the same settings does so in the same window.
    """
    windows = {}

    def open_page(path, **settings):
        key = repr(settings)
        if key not in windows:
            windows[key] = browser.new_context(**settings).new_page()
            watch(windows[key])
        page = windows[key]
        page.mouse.move(0, 0)
        page.asked.clear()
        page.complaints.clear()
        page.goto(address + path)
        return page

    yield open_page
    for page in windows.values():
        page.context.close()


def watch(page):
    """Keep what a page asks for in `page.asked`, and what the browser complains of."""
    page.asked, page.complaints = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on(
        "console",
        lambda message: page.complaints.append(message.text) if message.type == "error" else None,
    )
