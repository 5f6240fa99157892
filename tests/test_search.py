"""Search: a word of any page finds it, a claim with its verdict, and nothing is fetched before."""

import re
import shutil
from collections import Counter

import pytest
from conftest import DOCS, EXPLAINER
from reading import html
from test_accessibility import CHECKED, violations

from charts import theme
from publish import search
from publish.templates import curly

PHONE = {"width": 320, "height": 640}


@pytest.fixture
def page(open_page):
    """The home page, with the dialog of the search open."""
    page = open_page("")
    page.keyboard.press("/")
    page.wait_for_selector("dialog.search[open]")
    return page


def ask(page, words):
    """Type words into the search: returns the addresses of its hits, in their order."""
    page.locator(".search input").fill(words)
    page.wait_for_function(
        "words => document.querySelector('.search').dataset.answered === words", arg=words
    )
    return page.locator(".search li a").evaluate_all("(links) => links.map((link) => link.href)")


def words_of(path):
    """The long words of a page that its search may find, but for its title's."""
    body = html(path).select_one("[data-pagefind-body]")
    texts = body.find_all(string=True) if body else []
    unfound = ["[data-pagefind-ignore]", search.UNFOUND, "svg", "script", "form", "nav"]
    hidden = (
        {
            id(text)
            for part in body.select(", ".join(unfound))
            for text in part.find_all(string=True)
        }
        if body
        else {}
    )
    return {
        word
        for text in texts
        if id(text) not in hidden
        for word in re.findall(r"[a-z]{5,}", text.lower())
    }


def test_every_kind_of_page(page, kinds, read, site, address):
    """Words that stand on few pages find them, whatever kind of page it is."""
    words = {name: words_of(site / name) for name in read.pages}
    common = Counter(word for found in words.values() for word in found)
    asked = {
        name: sorted(words[name], key=lambda word: (common[word], word))[:3]
        for name in kinds
        if words[name]
    }
    lost = {}
    for name, chosen in asked.items():
        found = [
            link.removeprefix(address).partition("#")[0] for link in ask(page, " ".join(chosen))
        ]
        if name.removesuffix("index.html") not in found:
            lost[name] = (chosen, found)

    assert {} != asked
    assert {} == lost
    assert [] == page.complaints


def test_claims_first(page, judged, address):
    """What a claim is about finds that claim first, once, with the word and the sign of its verdict."""
    labels = [claim.label for claim in judged]
    claims = [one for one in judged if one.label and labels.count(one.label) == 1]
    wrong = {}
    for claim in claims[::8]:
        found = ask(page, claim.label)
        first = page.locator(".search li").first
        told = first.inner_text().replace("\n", " ")
        sign = first.locator("svg path").get_attribute("d")
        right = (f"{address}claims/{claim.id}/", theme.SIGNS[claim.verdict.name.lower()])
        if (
            right != (found[0], sign)
            or claim.verdict.name not in told
            or told.count(curly(claim.title)) != 1
        ):
            wrong[claim.id] = (claim.label, found[:3], told)

    assert claims
    assert {} == wrong


def test_nothing_before(open_page):
    """Nothing of the search is fetched before a reader asks for it, and then only from this site."""
    page = open_page("")
    page.wait_for_load_state("networkidle")
    before = [url for url in page.asked if "search" in url or "pagefind" in url]
    page.keyboard.press("/")
    ask(page, "verdict")

    assert [] == before
    assert {True} == {url.startswith("http://127.0.0.1") for url in page.asked}
    assert any("pagefind/index/" in url for url in page.asked)


def test_keyboard(page, ledger):
    """Keys open it, move among hits, follow the first, and close it where the reader was."""
    claim = next(iter(ledger.claims.values()))
    ask(page, claim.title)
    page.keyboard.press("ArrowDown")
    first = page.evaluate("document.activeElement.href")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    shut = page.locator("dialog.search[open]").count()
    page.click(".site-search")
    page.wait_for_selector("dialog.search[open]")
    page.keyboard.press("Escape")

    assert f"claims/{claim.id}/" in first
    assert 0 == shut
    assert "site-search" in page.evaluate("document.activeElement.className")


def test_more(page):
    """A question with many answers shows some, and more on request, where the reader goes on."""
    some = len(ask(page, "article"))
    if not page.is_visible(".search__more"):
        pytest.skip("this site has too few pages for so many answers")
    page.click(".search__more")
    page.wait_for_function(
        "some => document.querySelectorAll('.search li').length > some", arg=some
    )

    assert (
        page.evaluate(
            "[...document.querySelectorAll('.search li a')].indexOf(document.activeElement)"
        )
        == some
    )


@pytest.mark.parametrize("scheme", CHECKED)
def test_wcag(open_page, scheme):
    """The open search has no barrier on a phone, in light and in dark, and no word of it is cut."""
    page = open_page("", viewport=PHONE, color_scheme=scheme, bypass_csp=True)
    page.keyboard.press("/")
    page.wait_for_selector("dialog.search[open]")
    ask(page, "verdict")

    assert [] == violations(page, CHECKED[scheme])
    assert page.evaluate("document.querySelector('.search').scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize(
    "lost", ["**/assets/search.js*", "**/pagefind/*", "**/pagefind/pagefind-worker.js*"]
)
def test_failed(open_page, ledger, lost):
    """When the search cannot load, a sentence says so and where the list is; it can be tried again."""
    page = open_page("")
    page.route(lost, lambda route: route.abort())
    page.reload()  # a page that is there already may ask once more past a new route
    page.keyboard.press("/")
    page.get_by_text("could not be loaded").wait_for()
    page.unroute(lost)
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.wait_for_selector("dialog.search[open]")

    assert ask(page, next(iter(ledger.claims.values())).title)


# ---------------------------------------------------------------- the index


def files(folder):
    """The files of a search by name, with their bytes."""
    made = folder / search.FOLDER
    return {
        str(path.relative_to(made)): path.read_bytes() for path in made.rglob("*") if path.is_file()
    }


def test_same_bytes(small_site, tmp_path):
    """The same pages give the same search, byte for byte, wherever they lie."""
    made = []
    for name in ("one", "another/place"):
        copy = shutil.copytree(small_site, tmp_path / name)
        shutil.rmtree(copy / search.FOLDER)
        search.write_search(copy, EXPLAINER / "docs", tmp_path / f"cache of {name[:3]}")
        made.append(files(copy))

    assert made[0] == made[1] == files(small_site)


def test_kept(small_site, tmp_path, monkeypatch):
    """Pages that did not change are not read again; a page that did is, and old files go."""
    copy = shutil.copytree(small_site, tmp_path / "site")
    search.write_search(copy, EXPLAINER / "docs", tmp_path)
    made, indexed = files(copy), search._index
    with monkeypatch.context() as patched:
        patched.delattr(search, "_index")
        search.write_search(copy, EXPLAINER / "docs", tmp_path)
    again = files(copy)
    page = copy / "index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("</article>", "<p>quokka</p></article>"),
        encoding="utf-8",
    )
    search.write_search(copy, EXPLAINER / "docs", tmp_path)

    assert made == again
    assert made.keys() != files(copy).keys() == indexed(copy).keys()


def test_no_looks(site):
    """Of what Pagefind brings, only what is asked for is published, and nothing of the theme's scripts."""
    names = {path.name for path in (site / search.FOLDER).iterdir()}

    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"} <= names
    assert [] == [name for name in names if "ui" in name or "highlight" in name]
    assert [] == [*site.rglob("lunr*"), *site.rglob("search_index.json"), *site.rglob("bundle*.js")]


def test_refusal(tmp_path):
    """A folder without pages has no search, and the sentence says why."""
    with pytest.raises(search.Unsearchable, match="Pagefind made no index"):
        search.write_search(tmp_path, DOCS, tmp_path / "cache")
