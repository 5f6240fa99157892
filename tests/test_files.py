"""What readers take with them: every figure can be cited, embedded, shared, downloaded and read by machines."""

import gzip
import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from urllib.parse import urldefrag
from xml.etree import ElementTree

import pytest
from conftest import EXPLAINER
from frictionless import Package
from PIL import Image
from reading import html
from schema_org import registry

import build_charts
from ledger.claim import Change
from publish import citing, evidence, machines
from publish.files import write_feed
from publish.site import Site

ROOT = "https://someone.github.io/fork/"  # where the built site believes that it stands
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="session")
def small():
    """The small explainer as a site that does not know its address."""
    result = build_charts.build(EXPLAINER / "docs")
    return Site(result.ledger, result.pictures, name="Roof & Valley")


@pytest.fixture
def visitors(small):
    """A claim of the small explainer."""
    return small.ledger.claims["visitors"]


@pytest.fixture
def pages(site, ledger):
    """The file of every page, by its address under the site's root."""
    urls = [*(page.url for page in ledger.pages), *(f"claims/{id}/" for id in ledger.claims)]
    return {url: site / url / "index.html" for url in urls}


def within(site, address):
    """The file behind an address of the site."""
    assert address.startswith(ROOT), f"{address} leads elsewhere"
    path = address.removeprefix(ROOT).partition("#")[0]
    return site / (f"{path}index.html" if path.endswith("/") or not path else path)


def changed(site, claim):
    """The same site with another claim in place of the one of that name."""
    claims = {**site.ledger.claims, claim.id: claim}
    return replace(site, ledger=replace(site.ledger, claims=claims))


# ---------------------------------------------------------------- under each figure


def test_files_of_each_claim(site, ledger):
    """Each claim has its data, pictures, specifications, record, card, embed page and twin."""
    endings = ("csv", "svg", "png", "vl.json", "json", "card.png")
    paths = [f"claims/{id}.{ending}" for id in ledger.claims for ending in endings]
    folders = ("embed/index.html", "index.html.md")
    paths += [f"claims/{id}/{path}" for id in ledger.claims for path in folders]

    assert [] == [path for path in paths if not (site / path).is_file()]


def test_share(pages, ledger):
    """Under each figure one can share it: link, pictures, record, citation, BibTeX and frame."""
    missing = []
    for id in ledger.claims:
        take = html(pages[f"claims/{id}/"]).select_one("figure .links details.take")
        told = take.get_text()
        targets = {link["href"] for link in take.select("a")}
        address = f"{ROOT}claims/{id}/"
        files = {f"../../claims/{id}.{ending}" for ending in ("svg", "png", "json")}
        frame = f'<iframe src="{address}embed/"'
        if (
            not {address, *files} <= targets
            or frame not in told
            or f"url = {{{address}}}" not in told
        ):
            missing.append(id)

    assert [] == missing


def test_source_line(pages, ledger):
    """Every figure on every page names who wrote its sources, each one tap from what proves it."""
    for url, path in pages.items():
        for figure in html(path).select("figure[id^=figure-]"):
            claim = ledger.claims[figure["id"].removeprefix("figure-")]
            links = figure.select("figcaption .source a")
            way = "" if url == f"claims/{claim.id}/" else f"claims/{claim.id}/"
            rows = html(pages[f"claims/{claim.id}/"])

            assert [*evidence.origins(claim)] == [link.get_text() for link in links], url
            for link in links:
                page, anchor = urldefrag(link["href"])
                assert page.endswith(way) and rows.find(id=anchor), (url, claim.id)


def test_told(pages, ledger):
    """What judges and cannot be drawn stands under the figure, with a sign that says yes or no."""
    for claim in ledger.claims.values():
        if claim.marked:
            continue  # its sentence has the signs
        listed = html(pages[f"claims/{claim.id}/"]).select(".told li")
        read = [(item.svg["aria-label"], item.span.get_text()) for item in listed]

        assert len(claim.told) == len(read), claim.id
        for row, (sign, words) in zip(claim.told, read, strict=True):
            assert (row.value.text, True) == (sign, words.startswith(row.name)), claim.id


def test_readings_without_blanks(site, ledger):
    """The table that a reader downloads has each reading and no blank line, whatever stood between."""
    for claim in ledger.claims.values():
        lines = (site / "claims" / f"{claim.id}.csv").read_text(encoding="utf-8").split("\n")

        assert len(claim.readings) + 2 == len(lines)
        assert [""] == [line for line in lines if not line.strip(", ")]


def test_citation(small, visitors):
    """A citation names finding, site, verdict, day and page."""
    cited = citing.cite(visitors, small.seen_from(""))

    for part in (visitors.title, "Roof & Valley", "Fails", "2026", "claims/visitors/"):
        assert part in cited


def test_bibtex_is_safe_for_tex(small, visitors):
    """No sign of a title or a name means anything to TeX."""
    odd = replace(visitors, title="50% of $3_a #1 {b} ~ ^ \\ & c")

    text = citing.bibtex(odd, small.seen_from(""))

    escaped = r"50\% of \$3\_a \#1 \{b\} \textasciitilde{} \textasciicircum{} \textbackslash{} \& c"
    assert f"title = {{{{{escaped}}}}}" in text
    assert r"author = {{Roof \& Valley}}" in text


def test_frame_is_safe(small, visitors):
    """No sign of a title ends the frame that somebody pastes into another page."""
    code = citing.frame(replace(visitors, title='"><script>'), small.seen_from(""))

    assert 'title="&#34;&gt;&lt;script&gt;"' in code


def test_embed(site, ledger):
    """An embed page stands alone and is light: verdict, both drawings, credit and style; no script."""
    for id, claim in ledger.claims.items():
        path = site / "claims" / id / "embed" / "index.html"
        soup = html(path)

        assert len(gzip.compress(path.read_bytes())) < 8_000, id
        assert soup.html["lang"] and soup.title.get_text() and soup.select_one(".chip")
        assert "noindex" == soup.select_one('meta[name="robots"]')["content"]
        assert not soup.select('script, link[rel="stylesheet"], img, main [style]')
        assert 2 == len(soup.select(".drawing svg")) and soup.select_one(".drawing")["aria-label"]
        assert all("_top" == link["target"] for link in soup.select("a"))
        assert next(iter(evidence.origins(claim))) in soup.select_one(".credit").get_text()


def test_embed_shows_the_same(site, pages, ledger):
    """The words and numbers of an embedded drawing are those of the page, to the last digit."""

    def words(path):
        return [text.get_text() for text in html(path).select(".drawing svg text")]

    drawn = [id for id, claim in ledger.claims.items() if not evidence.is_statement(claim)]
    for id in drawn:
        embedded = words(site / "claims" / id / "embed" / "index.html")

        assert words(pages[f"claims/{id}/"]) == embedded, id


# ---------------------------------------------------------------- previews


def test_cards(site, ledger):
    """Each claim and page has a card of 1200 by 630 px that weighs at most 60 kB."""
    cards = [*site.glob("claims/*.card.png"), *site.glob("cards/*.png")]

    assert len(ledger.claims) + len(ledger.pages) == len(cards)
    assert {(1200, 630)} == {Image.open(card).size for card in cards}
    assert [] == [card.name for card in cards if card.stat().st_size > 60_000]


def test_heads(site, pages):
    """The head of each page has title, description and picture for previews, the feed and its twin."""
    for url, path in pages.items():
        soup = html(path)
        told = {tag["property"]: tag["content"] for tag in soup.select("meta[property]")}
        description = soup.select_one('meta[name="description"]')["content"]

        assert all(told[f"og:{name}"] for name in ("title", "site_name", "image:alt")), url
        assert description and description == told["og:description"], url
        assert within(site, told["og:url"]).is_file() and within(site, told["og:image"]).is_file()
        for kind in ("application/atom+xml", "text/markdown"):
            link = soup.select_one(f'link[rel="alternate"][type="{kind}"]')
            assert (path.parent / link["href"]).resolve().is_file(), url


def test_no_prefetch(pages):
    """No page asks a browser to fetch the next one, which its own policy would forbid."""
    links = [url for url, path in pages.items() if html(path).select("head link[rel=next]")]

    assert [] == links


def test_without_an_address(small, visitors):
    """A site that does not know its address shows no picture to others, and names itself for good."""
    view = small.seen_from("claims/visitors/")

    assert "" == machines.about_claim(visitors, view).image
    assert "<id>urn:uuid:" in write_feed(view) and "None" not in write_feed(view)


# ---------------------------------------------------------------- structured data


def faults(node, allowed=None):
    """Where a node departs from schema.org: unknown types and properties, values out of range."""
    kind = node["@type"]
    try:
        model = registry.get_model(kind)
    except KeyError:
        yield f"there is no type {kind}"
        return
    if allowed and not set(model.SCHEMA_TYPES) & set(allowed):
        yield f"{kind} is none of {allowed}"
    known = {item.schema_name: item.ranges for item in model.SCHEMA_PROPERTIES}
    texts = {"Text", "URL", "Date", "DateTime", "CreativeWork"}
    for name, value in node.items():
        if name in ("@context", "@type", "@id"):
            continue
        if name not in known:
            yield f"{kind} has no {name}"
            continue
        for part in value if isinstance(value, list) else [value]:
            fitting = {"Number", "Integer", "Text"} if isinstance(part, int) else texts
            if isinstance(part, dict):
                yield from faults(part, known[name])
            elif not set(known[name]) & fitting:
                yield f"{kind}.{name} cannot be {part!r}, it is one of {known[name]}"


def data_in(path):
    """The structured data of a page: one node a script."""
    scripts = html(path).select('script[type="application/ld+json"]')
    return [json.loads(script.string) for script in scripts]


def test_vocabulary(site, pages):
    """Every type, property and value of structured data is one that schema.org knows."""
    for url, path in pages.items():
        nodes = data_in(path)

        assert nodes, url
        for node in nodes:
            assert "https://schema.org" == node["@context"]
            assert within(site, node["@id"]).is_file()
            assert [] == list(faults(node)), url


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Verdict"}, "there is no type Verdict"),
        ({"@type": "Claim", "rating": 3}, "Claim has no rating"),
        ({"@type": "ClaimReview", "reviewRating": {"@type": "Claim"}}, "Claim is none of"),
    ],
)
def test_faults_are_found(node, fault):
    """A type, a property and a value that schema.org does not know are each found."""
    assert next(faults(node)).startswith(fault)


def test_claim_reviews(pages, judged):
    """A judged claim is a review with all fields that others ask for; an opinion rates nothing."""
    for claim in judged:
        id = claim.id
        review, data = data_in(pages[f"claims/{id}/"])
        said = review["about" if claim.stated is None else "itemReviewed"]
        published, modified = review["datePublished"], review["dateModified"]

        assert "Dataset" == data["@type"], id
        assert review["author"]["name"] and said["author"]["name"] and said["appearance"]["url"]
        assert date.fromisoformat(published) <= date.fromisoformat(modified)
        if claim.stated is None:
            assert "Article" == review["@type"] and "reviewRating" not in review
        else:
            assert ("ClaimReview", claim.sentence) == (review["@type"], review["claimReviewed"])
            assert claim.verdict.name == review["reviewRating"]["alternateName"]
            rated = "ratingValue" in review["reviewRating"]
            assert rated == (claim.verdict.name in machines.RATINGS)


def test_no_words_can_end_the_script():
    """Words that look like markup stay words inside structured data."""
    words = "</script><script>alert(1)</script><!--"

    text = machines.write_json({"@type": "Claim", "name": words})

    assert "<" not in text
    assert words == json.loads(text)["name"]


# ---------------------------------------------------------------- the feed


def test_feed(site, ledger):
    """Each dated line of each history is an entry, the newest first, at an id that never changes."""
    feed = ElementTree.parse(site / "feed.xml").getroot()
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    lasting = re.compile(re.escape(ROOT) + r"claims/[a-z0-9-]+/#change-\d+")

    for name in ("id", "title", "updated", "author", "link"):
        assert feed.find(f"{ATOM}{name}") is not None
    assert len(ledger.changes()) == len(ids) == len({*ids})
    assert all(lasting.fullmatch(id) for id in ids)
    assert all(within(site, entry.find(f"{ATOM}link").get("href")).is_file() for entry in entries)


def test_moments(site, judged):
    """No two entries of the feed have one moment, which some programs take for one entry."""
    feed = ElementTree.parse(site / "feed.xml").getroot()
    moments = [entry.findtext(f"{ATOM}updated") for entry in feed.findall(f"{ATOM}entry")]

    assert sorted({*moments}, reverse=True) == moments
    assert moments[0] == feed.findtext(f"{ATOM}updated")


def test_change_of_mind(small, visitors):
    """When a verdict changes, old entries keep their ids, and a new one tells the verdict before."""
    change = Change(date(2099, 1, 2), "Holds", "A better count.")
    later = replace(visitors, history=(*visitors.history, change))
    site = replace(changed(small, later), address=ROOT)

    feed = write_feed(site.seen_from(""))
    review = machines.review(later, site.seen_from("claims/visitors/"))

    ids = re.findall(r"<id>(.*visitors/#change-.*)</id>", feed)
    numbers = range(len(later.history), 0, -1)
    assert [f"{ROOT}claims/visitors/#change-{number}" for number in numbers] == ids
    assert f"Before: {visitors.history[-1].verdict}. A better count." in feed
    assert "2099-01-02" == review["correction"][-1]["datePublished"]


def test_equal_changes(small, visitors):
    """Two lines of history that say the same are two entries all the same."""
    twice = replace(visitors, history=(replace(visitors.history[0]), *visitors.history))

    feed = write_feed(changed(small, twice).seen_from(""))

    ids = re.findall(r"<id>(.*)</id>", feed)
    assert len({*ids}) == len(ids)


# ---------------------------------------------------------------- all data


def test_package_is_valid(site):
    """Frictionless finds no fault: every table fits its schema, its keys, its size and its hash."""
    report = Package(str(site / "data.zip")).validate()

    assert report.valid, report.flatten(["title", "message"])


def test_package_holds_everything(site, ledger):
    """The package has each claim's table, the record of all, and a row for each of everything."""
    with zipfile.ZipFile(site / "data.zip") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
        days = {entry.date_time for entry in archive.infolist()}
    described = [one["path"] for one in json.loads(files["datapackage.json"])["resources"]]
    counted = {"readings": sum(len(claim.readings) for claim in ledger.claims.values())}
    counted |= {"sources": len(ledger.sources), "article": len(ledger.printed)}

    assert sorted(files) == [*files] and {(1980, 1, 1, 0, 0, 0)} == days
    assert {*described, "README.md", "datapackage.json"} == {*files}
    assert (site / "claims.json").read_bytes() == files["claims.json"]
    for id in ledger.claims:
        assert (site / "claims" / f"{id}.csv").read_bytes() == files[f"claims/{id}.csv"]
    for name, rows in counted.items():
        assert rows == len(files[f"{name}.csv"].decode().splitlines()) - 1


def test_package_of_version_2(site):
    """The package, its tables and their schemas say by which profiles of version 2 they are made."""
    with zipfile.ZipFile(site / "data.zip") as archive:
        package = json.loads(archive.read("datapackage.json"))
    tables = [one for one in package["resources"] if one["path"].endswith(".csv")]
    profiles = {one["$schema"] for one in (package, *tables, *(one["schema"] for one in tables))}

    names = ("datapackage", "dataresource", "tableschema")
    assert {f"https://datapackage.org/profiles/2.0/{name}.json" for name in names} == profiles
    assert {"table"} == {one["type"] for one in tables}


def test_every_column_is_described(site):
    """Every column of every table of the package says what it means."""
    with zipfile.ZipFile(BytesIO((site / "data.zip").read_bytes())) as archive:
        described = json.loads(archive.read("datapackage.json"))["resources"]
    schemas = [one["schema"] for one in described if "schema" in one]

    assert all(" " in field["description"] for schema in schemas for field in schema["fields"])
