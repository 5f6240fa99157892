"""The twin of every page in plain Markdown, and the list of them."""

import re

import pytest
from conftest import EXPLAINER

import build_charts
from publish.site import Site
from publish.templates import plain
from publish.twins import twin_of, write_html

ROOT = "https://someone.github.io/fork/"
HTML = re.compile(r"</?(div|span|svg|p|a|table|figure|details|li|ul)\b")


@pytest.fixture(scope="module")
def twins(site, ledger):
    """The twin of every page, by the page's address."""
    urls = [*(page.url for page in ledger.pages), *(f"claims/{id}/" for id in ledger.claims)]
    return {url: (site / twin_of(url)).read_text(encoding="utf-8") for url in urls}


def test_twins_of_claims(twins, ledger):
    """The twin of a claim has its title, sentence, verdict, readings, sources and history."""
    for id, claim in ledger.claims.items():
        text = twins[f"claims/{id}/"]
        told = [claim.sentence, *(change.why for change in claim.history)]
        told += [words for row in claim.readings for words in (row.name, claim.show(row.value))]

        assert text.startswith(f"# {plain(claim.title)}\n"), id
        assert claim.draft or f"**Verdict: {claim.verdict.name}.**" in text
        assert [] == [words for words in told if plain(words) not in text], id
        assert all(source.address in text for source in claim.sources.values()), id


def test_no_markup(twins):
    """A twin begins with its title, and holds no HTML, no block and no drawing outside of code."""
    for url, text in twins.items():
        words = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)

        assert text.startswith("# "), url
        assert not HTML.search(words) and "{{ " not in words, url
        assert "\n\n\n" not in text, url


def test_links(twins, site):
    """Each link from a twin into the site leads to a file, and none to a file of the content."""
    for url, text in twins.items():
        for target in re.findall(rf"\]\({re.escape(ROOT)}([^)#]*)[^)]*\)", text):
            path = site / (f"{target}index.html" if target.endswith("/") or not target else target)
            assert path.is_file(), (url, target)
        assert not re.search(r"\]\((?!https?:|#)[^)]*\.(md|py)\b", text), url


def test_list(site, twins):
    """`llms.txt` leads to the twin of every page, and to the data."""
    text = (site / "llms.txt").read_text(encoding="utf-8")
    found = set(re.findall(rf"\]\({re.escape(ROOT)}([^)]*)\)", text))

    assert text.startswith("# ") and "\n> " in text
    assert {*map(twin_of, twins), "claims.json", "data.zip", "feed.xml"} == found


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<h2>A *b*</h2><p>and <b>that</b></p>", "## A \\*b\\*\n\nand **that**"),
        ("<p><a href='../claims/visitors/#x'>it</a></p>", "[it](../claims/visitors/index.html.md)"),
        ("<p><a href='https://example.org/a'>it</a></p>", "[it](https://example.org/a)"),
        ("<ul><li>one<ul><li>two</li></ul></li></ul>", "- one\n  - two"),
        ("<p>a <span class='under'>more</span></p>", "a  (more)"),
        ("<button>Go</button><p>on</p>", "on"),
        ("<div class='drawing' aria-label='A line'><svg><text>9</text></svg></div>", "A line"),
        (
            "<table><tr><th>x</th></tr><tr><td>1 | 2</td></tr></table>",
            "| x |\n| --- |\n| 1 \\| 2 |",
        ),
    ],
)
def test_html(html, markdown):
    """HTML of blocks becomes plain Markdown: pictures by their words, controls left out."""
    result = build_charts.build(EXPLAINER / "docs")
    view = Site(result.ledger, result.pictures).seen_from("method/")

    assert markdown == write_html(html, view)
