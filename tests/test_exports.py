"""What readers take with them: every figure can be cited, embedded, shared, downloaded and read by machines."""

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from html import unescape
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from conftest import DOCS, EXPLAINER
from PIL import Image

import build_charts
from charts import cards, exports, pages, render, theme, twins

ROOT = "https://someone.github.io/fork/"  # where the built site believes that it stands
IDS = sorted(path.stem for path in (DOCS / "claims").glob("*.md"))
PAGES = sorted(path.stem for path in DOCS.glob("*") if path.suffix in (".md", ".py"))
each_claim = pytest.mark.parametrize("claim_id", IDS)
each_page = pytest.mark.parametrize("stem", PAGES)


@pytest.fixture(scope="session")
def whole(real):
    """The real content as the site sees it."""
    return pages.Site(real.ledger, real.pictures, "https://github.com/someone/fork", name="A site", description="About it", address=ROOT)


@pytest.fixture(scope="session")
def small():
    """The small explainer as a site that does not know its address."""
    result = build_charts.build(EXPLAINER / "docs", EXPLAINER / ".cache" / "figures")
    return pages.Site(result.ledger, result.pictures, name="Roof & Valley")


def html(path):
    """A page, taken apart."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def page_of(site, stem):
    """The folder of a page that people wrote."""
    return site if stem == "index" else site / stem


def data_in(soup):
    """The structured data of a page: one node a script."""
    return [json.loads(script.string) for script in soup.select('script[type="application/ld+json"]')]


def within(site, address):
    """The file behind an address of the site."""
    assert address.startswith(ROOT), f"{address} leads elsewhere"
    path = address.removeprefix(ROOT).partition("#")[0]
    return site / (f"{path}index.html" if path.endswith("/") or not path else path)


# ---------------------------------------------------------------- under each figure


@each_claim
def test_a_figure_can_be_taken_away(site, claim_id):
    """Under each figure stand its data, pictures, record, citation, embed code and address, and each of them is there."""
    links = html(site / "claims" / claim_id / "index.html").select_one("figure .links")
    folder = site / "claims" / claim_id
    targets = {link["href"] for link in links.select("a[href]") if not link["href"].startswith("https://github.com")}
    assert {f"../../claims/{claim_id}.{ending}" for ending in ("csv", "svg", "png", "json")} < targets
    for target in targets:
        path = within(site, target) if target.startswith("http") else folder / target / ("index.html" if target.endswith("/") else "")
        assert path.resolve().is_file(), f"{target} is not there"
    assert ["Cite", "Embed"] == [summary.get_text() for summary in links.select("details.take > summary")]
    cited, bibtex, code = (part.get_text() for part in links.select("pre[data-copy]"))
    assert f"{ROOT}claims/{claim_id}/" in cited and f"url = {{{ROOT}claims/{claim_id}/}}" in bibtex
    assert f'<iframe src="{ROOT}claims/{claim_id}/embed/"' in code and "<script" not in code
    assert links.select_one('a[rel="bookmark"]')["href"] == f"{ROOT}claims/{claim_id}/"


def test_a_citation_names_finding_site_verdict_day_and_address(small):
    """A citation is enough to find the page again and to see whether it has changed; without a known address it names the path."""
    claim = small.ledger.claims["summit-height"]

    cited = exports.cite(claim, small)

    assert all(part in cited for part in (claim.title, "Roof & Valley", claim.judgement.verdict.name, f"{exports.checked(claim):%Y}", "claims/summit-height/"))


def test_bibtex_is_safe_for_tex(small):
    """No sign of a title or a name means anything to TeX."""
    claim = small.ledger.claims["summit-height"]
    odd = replace(claim, words=claim.words.model_copy(update={"title": "50% of $3_a #1 {b} ~ ^ \\ & c"}))

    text = exports.bibtex(odd, small)

    assert r"title = {{50\% of \$3\_a \#1 \{b\} \textasciitilde{} \textasciicircum{} \textbackslash{} \& c}}" in text
    assert r"author = {{Roof \& Valley}}" in text


@each_claim
def test_the_embed_page_is_light_and_complete(site, claim_id):
    """An embed page has title, verdict, both drawings and credit, no script, fewer than 30 kB; its links leave the frame, and search engines leave it."""
    path = site / "claims" / claim_id / "embed" / "index.html"
    soup = html(path)
    assert path.stat().st_size < 30_000
    assert soup.html["lang"] == "en" and soup.title.get_text()
    assert soup.select_one('meta[name="robots"]')["content"] == "noindex"
    assert not soup.find("script") and not soup.select("main [style]")
    assert soup.select_one(".chip") and soup.select_one(".drawing .wide svg") and soup.select_one(".drawing .narrow svg")
    assert soup.select_one(".drawing")["aria-label"]
    assert all(link["target"] == "_top" for link in soup.select("a"))
    assert all((path.parent / link["href"]).resolve().is_file() for link in soup.select('link[rel="stylesheet"]'))


def test_the_frame_is_high_enough(site, address, browser):
    """At any width from 320 px on, a frame of the height that the embed code gives shows the whole figure without scrolling."""
    high = {
        claim_id: int(re.search(r'height="(\d+)"', html(site / "claims" / claim_id / "index.html").select("pre[data-copy]")[2].get_text())[1])
        for claim_id in IDS
    }
    page = browser.new_page()
    short = []
    for width in (320, 375, 640, 900):
        page.set_viewport_size({"width": width, "height": 300})
        for claim_id in IDS:
            page.goto(f"{address}claims/{claim_id}/embed/")
            seen = page.evaluate("[document.querySelector('main').getBoundingClientRect().height, document.documentElement.scrollWidth]")
            if seen[0] > high[claim_id] or seen[1] > width:
                short.append((claim_id, width, high[claim_id], *seen))
    page.close()
    assert not short


# ---------------------------------------------------------------- share cards and previews


@pytest.mark.parametrize("path", [*(f"claims/{claim_id}.card.png" for claim_id in IDS), *(f"cards/{stem}.png" for stem in PAGES)])
def test_a_share_card_has_the_size_that_others_expect(site, path):
    """Each claim and page has a card of 1200 by 630 px that weighs at most 60 kB."""
    card = Image.open(site / path)
    assert (1200, 630) == card.size
    assert (site / path).stat().st_size <= 60_000


@each_claim
def test_a_card_is_legible_when_small(whole, claim_id):
    """On a card of 300 px the finding and the verdict are still 10 px high or more."""
    claim = whole.ledger.claims[claim_id]
    found = re.findall(r'font-size="(\d+)" font-weight="bold" fill="([^"]+)">([^<]+)</text>', unescape(cards.claim_card(claim, whole)))
    title = [(int(size), words) for size, colour, words in found if colour == theme.COLOURS["ink"][0]]
    verdict = [(int(size), words) for size, _, words in found if words == claim.judgement.verdict.name]
    assert claim.title == " ".join(words for _, words in title)
    assert verdict and min(size for size, _ in [*title, *verdict]) / 4 >= 10


def test_a_card_is_drawn_again_only_when_it_would_differ(small, tmp_path):
    """With nothing changed no card is drawn and the bytes are the same; with one title changed exactly that card is drawn."""
    first, again, changed = (render.Cache(tmp_path) for _ in range(3))
    drawn = cards.outputs(small, first)
    assert sorted(drawn) == sorted(first.drawn)
    assert drawn == cards.outputs(small, again) and not again.drawn

    claim = small.ledger.claims["visitors"]
    other = replace(claim, words=claim.words.model_copy(update={"title": "Another finding"}))
    cards.outputs(replace(small, ledger=replace(small.ledger, claims={**small.ledger.claims, "visitors": other})), changed)
    assert ["claims/visitors.card.png"] == changed.drawn


@pytest.mark.parametrize("path", [*(f"claims/{claim_id}" for claim_id in IDS), *("" if stem == "index" else stem for stem in PAGES)])
def test_a_page_tells_others_how_to_show_it(site, path):
    """The head of each page has a title, a description and a picture for previews, the feed, and the way to the page in Markdown."""
    soup = html(site / path / "index.html")
    told = {tag["property"]: tag["content"] for tag in soup.select("meta[property]")}
    assert told["og:title"] and told["og:description"] and told["og:image:alt"] and told["og:site_name"]
    assert within(site, told["og:url"]).is_file() and within(site, told["og:image"]).is_file()
    assert soup.select_one('meta[name="twitter:card"]')["content"] == "summary_large_image"
    for kind in ("application/atom+xml", "text/markdown"):
        assert (site / path / soup.select_one(f'link[rel="alternate"][type="{kind}"]')["href"]).resolve().is_file()


def test_without_an_address_nothing_pretends_to_have_one(small):
    """A site that does not know its address gives no picture for previews, which must be absolute, and names itself in the feed by a lasting name."""
    assert exports.about("claims/visitors.md", small, "../../").image == ""
    assert b"<id>urn:uuid:" in exports.feed(small) and b"None" not in exports.feed(small)


# ---------------------------------------------------------------- structured data


def faults(node, allowed=None):
    """Where a node departs from schema.org's vocabulary: unknown types and properties, and values out of a property's range."""
    from schema_org import registry

    kind = node["@type"]
    try:
        model = registry.get_model(kind)
    except KeyError:
        yield f"there is no type {kind}"
        return
    if allowed and not set(model.SCHEMA_TYPES) & set(allowed):
        yield f"{kind} is none of {allowed}"
    known = {item.schema_name: item.ranges for item in model.SCHEMA_PROPERTIES}
    for name, value in node.items():
        if name in ("@context", "@type", "@id"):
            continue
        if name not in known:
            yield f"{kind} has no {name}"
            continue
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                yield from faults(part, known[name])
            elif not set(known[name]) & ({"Number", "Integer", "Text"} if isinstance(part, int) else {"Text", "URL", "Date", "DateTime", "CreativeWork"}):
                yield f"{kind}.{name} cannot be {part!r}, it is one of {known[name]}"


@pytest.mark.parametrize("path", [*(f"claims/{claim_id}" for claim_id in IDS), *("" if stem == "index" else stem for stem in PAGES)])
def test_structured_data_keeps_to_the_vocabulary(site, path):
    """Every type, property and value of a page's structured data is one that schema.org knows; each node has an address of the site as its id."""
    found = data_in(html(site / path / "index.html"))
    assert found
    for node in found:
        assert "https://schema.org" == node["@context"]
        assert within(site, node["@id"]).is_file()
        assert [] == list(faults(node))


def test_the_check_of_the_vocabulary_finds_faults():
    """A type, a property and a value that schema.org does not know are each found."""
    assert ["there is no type Verdict"] == list(faults({"@type": "Verdict"}))
    assert ["Claim has no rating"] == list(faults({"@type": "Claim", "rating": 3}))
    assert list(faults({"@type": "ClaimReview", "reviewRating": {"@type": "Claim"}}))


@each_claim
def test_a_claim_that_is_judged_is_a_claim_review(site, whole, claim_id):
    """A judged claim has all fields that Google's and Full Fact's notes ask for; an opinion or a forecast is an article and rates nothing."""
    claim = whole.ledger.claims[claim_id]
    review, data = data_in(html(site / "claims" / claim_id / "index.html"))
    assert "Dataset" == data["@type"] and f"{ROOT}claims/{claim_id}.csv" in [file["contentUrl"] for file in data["distribution"]]
    assert f"{ROOT}claims/{claim_id}/" == review["@id"] == review["url"]
    assert review["author"]["name"] and review["author"]["correctionsPolicy"] == f"{ROOT}changes/"
    assert date.fromisoformat(review["datePublished"]) <= date.fromisoformat(review["dateModified"])
    said = review["about" if claim.stated is None else "itemReviewed"]
    assert "Claim" == said["@type"] and said["author"]["name"] and said["appearance"]["url"].startswith("https://")
    if claim.stated is None:
        assert "Article" == review["@type"] and "reviewRating" not in review
        return
    assert "ClaimReview" == review["@type"] and claim.claim == review["claimReviewed"]
    rating = review["reviewRating"]
    assert claim.judgement.verdict.name == rating["alternateName"]
    if claim.judgement.verdict.name == "Unsettled":
        assert "ratingValue" not in rating
    else:
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]


def test_no_words_can_end_the_script():
    """Words that look like markup stay words inside structured data."""
    text = exports.as_json({"@type": "Claim", "name": "</script><script>alert(1)</script><!--"})

    assert "<" not in text
    assert "</script><script>alert(1)</script><!--" == json.loads(text)["name"]


# ---------------------------------------------------------------- the feed


def test_the_feed_is_atom_with_lasting_ids(site, whole):
    """Each dated line of each claim's history is an entry of its own, the newest first, with an id that is an address and never changes."""
    tag = f"{{{exports.ATOM}}}"
    feed = ElementTree.parse(site / "feed.xml").getroot()
    assert f"{tag}feed" == feed.tag and all(feed.find(f"{tag}{name}") is not None for name in ("id", "title", "updated", "author", "link"))
    entries = feed.findall(f"{tag}entry")
    ids = [entry.findtext(f"{tag}id") for entry in entries]
    days = [entry.findtext(f"{tag}updated") for entry in entries]
    assert len(whole.ledger.changes()) == len(entries) == len(set(ids))
    assert all(re.fullmatch(re.escape(ROOT) + r"claims/[a-z0-9-]+/#change-\d+", name) for name in ids)
    assert days == sorted(days, reverse=True) and feed.findtext(f"{tag}updated") == days[0]
    assert all(within(site, entry.find(f"{tag}link").get("href")).is_file() for entry in entries)


def test_a_change_of_mind_is_a_new_entry(small):
    """When a verdict changes, the old entries keep their ids and a new one tells the verdict before; the review names the correction."""
    claim = small.ledger.claims["visitors"]
    before, number = claim.history[-1], len(claim.history) + 1
    change = before.model_copy(update={"date": date(2099, 1, 2), "why": "A better count.", "verdict": "Holds"})
    changed = replace(claim, words=claim.words.model_copy(update={"history": [*claim.history, change]}))
    site = replace(small, address=ROOT, ledger=replace(small.ledger, claims={**small.ledger.claims, "visitors": changed}))

    entries = re.findall(r"<id>(.*visitors/#change-.*)</id>", exports.feed(site).decode())

    assert [f"{ROOT}claims/visitors/#change-{index}" for index in range(number, 0, -1)] == entries
    assert f"Before: {before.verdict}. A better count." in exports.feed(site).decode()
    assert "2099-01-02" == exports.claim_review(changed, site)["correction"][-1]["datePublished"]


# ---------------------------------------------------------------- all data


def test_the_package_of_all_data_is_valid(site):
    """The library of Frictionless Data finds no fault in the package: every table fits its schema, its keys, its size and its hash."""
    from frictionless import Package

    report = Package(str(site / "data.zip")).validate()

    assert report.valid, report.flatten(["title", "message"])


def test_the_package_holds_everything(site, whole):
    """The package has each claim's file as people wrote it, the record of all claims, and one row for each reading, source and figure."""
    with zipfile.ZipFile(site / "data.zip") as archive:
        names = archive.namelist()
        assert sorted(names) == names
        assert {"README.md", "datapackage.json", "claims.json"} < set(names)
        for claim_id in IDS:
            assert (DOCS / "claims" / f"{claim_id}.csv").read_bytes() == archive.read(f"claims/{claim_id}.csv")
        assert (site / "claims.json").read_bytes() == archive.read("claims.json")
        described = {resource["path"]: resource for resource in json.loads(archive.read("datapackage.json"))["resources"]}
        assert set(names) - {"README.md", "datapackage.json"} == set(described)
        rows = {path: len(archive.read(path).decode().splitlines()) for path in ("readings.csv", "sources.csv", "article.csv")}
    assert sum(len(claim.readings) for claim in whole.ledger.claims.values()) < rows["readings.csv"]
    assert len(whole.ledger.sources) < rows["sources.csv"] and len(whole.ledger.figures) < rows["article.csv"]


def test_the_same_claims_give_the_same_bytes(whole):
    """Feed, package, embed pages and twins come out the same, byte for byte, each time; the ZIP bears one fixed date."""
    again = replace(whole)
    assert exports.outputs(whole) == exports.outputs(again)
    assert twins.outputs(whole) == twins.outputs(again)
    with zipfile.ZipFile(io.BytesIO(exports.outputs(whole)["data.zip"])) as archive:
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in archive.infolist()}


# ---------------------------------------------------------------- plain Markdown


@each_claim
def test_the_twin_of_a_claim_tells_all_of_it(site, whole, claim_id):
    """The Markdown of a claim has its title, what is said, its verdict, each reading, each source's address and each change, and no HTML."""
    claim = whole.ledger.claims[claim_id]
    text = (site / "claims" / claim_id / "index.html.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {twins.plain(claim.title)}\n")
    assert f"**Verdict: {claim.judgement.verdict.name}.**" in text
    for told in (
        claim.claim,
        *(row.reading for row in claim.readings),
        *(claim.show(row.value) for row in claim.readings),
        *(change.why for change in claim.history),
    ):
        assert twins.plain(told) in text
    assert all(source.address in text for source in claim.sources().values())
    assert not re.search(r"</?(div|span|svg|p|a|table|figure)\b", text)


@each_page
def test_the_twin_of_a_page_has_no_markup_left(site, stem):
    """The Markdown of a page begins with its title and holds no HTML, no mark and no drawing."""
    text = (page_of(site, stem) / "index.html.md").read_text(encoding="utf-8")
    assert text.startswith("# ")
    words = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)
    assert not re.search(r"</?(div|span|svg|p|a|table|figure|details)\b|\{\{ ", words)


@each_page
def test_links_between_twins_lead_somewhere(site, stem):
    """Each link of a twin into the site leads to a file."""
    text = (page_of(site, stem) / "index.html.md").read_text(encoding="utf-8")
    for target in re.findall(rf"\]\(({re.escape(ROOT)}[^)]*)\)", text):
        assert within(site, target).is_file(), target
    assert not re.search(r"\]\((?!https?:|#)[^)]*\.md", text)


def test_llms_txt_lists_every_page(site):
    """`llms.txt` begins with the site's name and leads to the Markdown of every claim and page, and to the data."""
    text = (site / "llms.txt").read_text(encoding="utf-8")
    found = {target.removeprefix(ROOT) for target in re.findall(rf"\]\(({re.escape(ROOT)}[^)]*)\)", text)}
    assert text.startswith("# ") and "\n> " in text
    assert {f"claims/{claim_id}/index.html.md" for claim_id in IDS} < found
    assert {f"{'' if stem == 'index' else f'{stem}/'}index.html.md" for stem in PAGES} < found
    assert {"claims.json", "data.zip", "feed.xml"} < found
    assert all((site / path).is_file() for path in found)


def test_html_becomes_plain_markdown(small):
    """Headings, lists, tables and links become Markdown, controls and drawings go, and signs of Markdown in words stay words."""
    text = twins.of_html(
        "<h2>A *b*</h2><p>See <a href='../claims/visitors/#top'>this</a> and <b>that</b>.</p><ul><li>one</li><li>two <span class='under'>more</span></li></ul>"
        "<table><tr><th>x</th><th>y</th></tr><tr><td>1 | 2</td></tr></table><button>Go</button>"
        "<div role='img' aria-label='A line that rises'><svg><text>9</text></svg></div>",
        small,
        "../",
    )

    assert (
        "## A \\*b\\*\n\nSee [this](../claims/visitors/index.html.md) and **that**.\n\n- one\n- two (more)\n\n"
        "| x | y |\n| --- | --- |\n| 1 \\| 2 |  |\n\nA line that rises"
    ) == text
