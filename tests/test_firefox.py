"""What readers of Firefox get: the promises of the other files, kept in a real Firefox on a page of each kind."""

import pytest
from test_lever import test_lever as test_lever
from test_lever import test_pointed_at as test_pointed_at
from test_links import test_by_finger as test_by_finger
from test_links import test_by_keys as test_by_keys
from test_search import page as page
from test_search import test_claims_first as test_claims_first
from test_site import TestVisit as TestVisit
from test_site import test_same_words as test_same_words
from test_story import PARTS
from test_story import test_margins_are_free as test_margins_are_free
from test_story import test_nothing_touches as test_nothing_touches
from visits import PAPER, visit

WIDTHS = (375, 1440)
FEW = 3  # forms differ in what they draw, and not in how a reader acts on it
# A stock Firefox takes no order to show a page as on paper, so its rules for paper and screen trade places.
PRINTED = """() => {
  const trade = { print: "screen", screen: "print" };
  const turn = (rules) => [...rules].forEach((rule) => {
    if (rule.media) rule.media.mediaText = rule.media.mediaText.replace(/print|screen/g, (word) => trade[word]);
    if (rule.cssRules) turn(rule.cssRules);
  });
  [...document.styleSheets].forEach((sheet) => turn(sheet.cssRules));
}"""
FACES = """() => Promise.all([...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  .filter((rule) => rule instanceof CSSFontFaceRule && rule.style.src.includes("url("))
  .map((rule) => new FontFace("Tried", rule.style.src).load().then((face) => face.status)))"""


@pytest.fixture(scope="module")
def browser(firefox):
    """The browser of all that is tested here."""
    return firefox


@pytest.fixture(scope="module")
def kinds(kinds):
    """Home, a part of the story, the lists of all claims, the method, and a claim of each form."""
    story = [f"{part.page.path}/" for part in PARTS[:1]]
    named = [f"{name}index.html" for name in ("", *story, "ledger/", "map/", "method/")]
    claims = [name for name in kinds if name.startswith("claims/") and "/embed/" not in name]
    return [*(name for name in named if name in kinds), *claims]


@pytest.fixture(scope="module")
def some(kinds):
    """All of these pages but for most of the claims."""
    return [name for at, name in enumerate(kinds) if "claims/" not in name or at % (FEW + 1) == 0]


@pytest.fixture(scope="module")
def few(request):
    """How many examples are enough for what readers do; all with `--every-page`."""
    return None if request.config.getoption("--every-page") else FEW


@pytest.fixture(scope="module")
def examples(examples, few):
    """Claims of some forms."""
    return dict([*examples.items()][:few])


@pytest.fixture(scope="module")
def levered(levered, few):
    """Claims of some forms that have a lever."""
    return dict([*levered.items()][:few])


@pytest.fixture(scope="module")
def visits(browser, address, kinds, some):
    """Each page as met with scripts in the dark, and some without in the light."""
    plan, plain = dict.fromkeys(kinds, WIDTHS), dict.fromkeys(some, WIDTHS)
    return {
        "with scripts": visit(browser, address, plan),
        "without scripts": visit(browser, address, plain, java_script_enabled=False),
    }


def test_paper(open_page, some):
    """On paper there are no rows of links, and each figure is its wide drawing."""
    found = {}
    for name in some:
        page = open_page(name.removesuffix("index.html"), viewport={"width": 700, "height": 900})
        page.evaluate(PRINTED)
        if any((seen := page.evaluate(PAPER)).values()):
            found[name] = seen

    assert {} == found


def test_faces(open_page):
    """The faces of the site's letters load under the page's own policy."""
    assert {"loaded"} == {*open_page("").evaluate(FACES)}
