"""From a number to its proof: what a page shows beside each reading, each word and each date."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from conftest import EXPLAINER

import build_charts
from ledger import grammar, verdict
from ledger.claim import NotJudged, Search, Statement
from ledger.days import Day
from ledger.reading import Proof
from publish import evidence, machines
from publish.blocks import draw_block, draw_claim_page
from publish.files import write_embed
from publish.site import Site
from publish.tables import TABLES, rows_of, write_readings
from publish.twins import write_claim

ADDRESS = "https://example.org/"


@pytest.fixture(scope="module")
def small():
    """The small explainer as a site."""
    result = build_charts.build(EXPLAINER / "docs")
    return Site(result.ledger, result.pictures, name="A site", address=ADDRESS)


@pytest.fixture
def visitors(small):
    """A claim of the small explainer."""
    return small.ledger.claims["visitors"]


def with_claims(site, *claims):
    """The same site with other claims in place of those of their names."""
    changed = {**site.ledger.claims, **{claim.id: claim for claim in claims}}
    return replace(site, ledger=replace(site.ledger, claims=changed))


def proven(claim, proof, **told):
    """A claim whose first reading has a proof, and whose sources have other fields."""
    readings = tuple(
        replace(row, sources=tuple(replace(source, **told) for source in row.sources))
        for row in claim.readings
    )
    return replace(claim, readings=(replace(readings[0], proof=proof), *readings[1:]))


def page_of(site, claim):
    """The page of a claim, parsed."""
    return BeautifulSoup(
        draw_claim_page(claim, with_claims(site, claim).seen_from(f"claims/{claim.id}/")),
        "html.parser",
    )


def apart(claim):
    """A claim of two facts, taken apart, with words that nobody judges."""
    facts = [("It rains on the mountain", "yes", "rain"), ("It rains each day", "no", "each day")]
    first = claim.readings[0]
    readings = tuple(
        replace(first, name=name, value=grammar.parse(answer, "fact"), tests=(words,), line=line)
        for line, (name, answer, words) in enumerate(facts, 2)
    )
    stated = grammar.parse("yes", "fact")
    return replace(
        claim,
        sentence="Notable rain falls each day",
        stated=stated,
        unit="",
        form="facts",
        shows=("fact", "number", "date"),
        readings=readings,
        judgement=verdict.judge(stated, "fact", readings),
        not_judged=(NotJudged("Notable", "How much is notable is a matter of taste."),),
        subject="falls",
    )


# ---------------------------------------------------------------- the proof of a reading


@pytest.mark.parametrize(
    ("proof", "shown"),
    [
        (Proof("“about 12,600”", "phrase", "about 12,600"), "“about 12,600”"),
        (
            Proof("“一万”, p. 2", "phrase", "一万", "ten thousand", "p. 2"),
            "“一万” In English: ten thousand p. 2",
        ),
        (Proof("table 2, line 7", "place", rest="table 2, line 7"), "table 2, line 7"),
        (Proof("worked out: 6 times 7", "worked out", rest="6 times 7"), "Worked out from 6 times"),
        (
            Proof("not seen: told by the keeper", "not seen", rest="the keeper"),
            "The passage was not seen; told by the keeper",
        ),
        (None, ""),
    ],
)
def test_proof_in_place(small, visitors, proof, shown):
    """The row of a reading shows its words or its place, without a script and without a tap."""
    row = page_of(small, proven(visitors, proof)).select_one("#reading-1 .proof")

    assert shown in row.get_text()
    assert not row.select("details, script")


@pytest.mark.parametrize(
    ("proof", "said"),
    [
        (Proof("", "phrase", "一万", "ten thousand"), ["一万"]),
        (
            Proof("", "phrase", "10,000", rest="Reuters prints “一万” (in English: ten thousand)"),
            ["一万"],
        ),
        (Proof("", "worked out", rest="“一万” (in English: ten thousand) and 2,600"), ["一万"]),
        (Proof("", "phrase", "about 12,600"), []),
    ],
)
def test_foreign_words(small, visitors, proof, said):
    """Words that are translated stand in the language of their source, for those who hear them."""
    row = page_of(small, proven(visitors, proof, language="zh")).select_one("#reading-1 .proof")

    assert said == [part.get_text() for part in row.select("[lang=zh]")]
    assert not said or "ten thousand" in row.get_text()


def test_one_name(small, visitors):
    """A source has one name: under the figure, in its row, and in what a mark tells."""
    claim = proven(visitors, None, origin="Reuters (Brenda Goh), on TechInsights")
    page = page_of(small, claim)

    assert "Reuters" == page.select_one("figcaption .source a").get_text()
    assert page.select_one("#reading-1 .proof a").get_text().startswith("Reuters, at ")
    assert page.select(".readout p")[1].get_text().endswith("Reuters")


def test_source_of_a_reading(small, visitors):
    """A row links the very page: who wrote it, then where and when it was read, and how seen."""
    told = {"origin": "Reuters", "publisher": "The Valley", "read": "2026-11-27"}

    row = page_of(small, proven(visitors, None, **told)).select_one("#reading-1 .proof")
    page, archive = row.select("a")

    assert "Reuters, at The Valley" == page.get_text()
    assert visitors.readings[0].source.address == page["href"]
    assert "Seen at second hand, on 27 November 2026." in row.get_text()
    assert "Look for an archived copy" == archive.get_text()
    assert f"https://web.archive.org/web/*/{page['href']}" == archive["href"]


def test_archived_copy(small, visitors):
    """A copy that is known is linked; only then a copy is promised."""
    kept = "https://web.archive.org/web/2025/https://example.org/"

    row = page_of(small, proven(visitors, None, archive=kept)).select_one("#reading-1 .proof")

    assert ("Archived copy", kept) == (row.select("a")[1].get_text(), row.select("a")[1]["href"])


def test_several_sources(small, visitors):
    """A reading of several sources links each of them, on the page, as data and as a table."""
    first, *rest = visitors.readings
    other = small.ledger.sources["glacier-watch"]
    both = replace(visitors, readings=(replace(first, sources=(first.source, other)), *rest))
    site = with_claims(small, both)

    links = page_of(small, both).select("#reading-1 .proof p > a:first-child")
    rows = [*rows_of(next(table for table in TABLES if table.name == "readings"), site)]

    assert [first.source.address, other.address] == [link["href"] for link in links]
    assert "hut-book glacier-watch" in [row["sources"] for row in rows if row["claim"] == both.id]
    assert b"hut-book glacier-watch" in write_readings(both)


def test_figure_of_another_claim(small, visitors):
    """A reading that another claim has too leads to its row there."""
    owner = small.ledger.claims["summit-height"]
    first, *rest = visitors.readings
    lent = replace(owner.readings[1], of=owner.id, role=first.role)

    page = page_of(small, replace(visitors, readings=(lent, *rest)))

    assert "../../claims/summit-height/#reading-2" == page.select_one("#reading-1 .proof a")["href"]


def test_one_tap(small, visitors):
    """The verdict's line and the figure's source line lead to rows that are there."""
    page = page_of(small, visitors)

    for link in page.select(".ruling a, figcaption .source a, .legend a, .outcome a"):
        assert page.find(id=link["href"].removeprefix("#")), link
    assert page.select(".ruling a") and page.select("figcaption .source a")


# ---------------------------------------------------------------- the sentence taken apart


def test_sentence(small, visitors):
    """Each tested word has a sign in shape and in words, and leads to the reading that tests it."""
    page = page_of(small, apart(visitors))
    links = page.select(".says a.tested")

    assert "Notable rain falls each day" in page.select_one(".says").get_text()
    assert [("rain", "yes", "#reading-1"), ("each day", "no", "#reading-2")] == [
        (link.get_text(), link.svg["aria-label"], link["href"]) for link in links
    ]


def test_not_judged(small, visitors):
    """What nobody judges is named, with the reason, in the page and in its twin."""
    claim = apart(visitors)
    site = with_claims(small, claim)

    said = page_of(small, claim).select_one(".says details")
    twin = write_claim(claim, site.seen_from(f"claims/{claim.id}/"))

    assert "Not judged: “Notable”" == said.summary.get_text()
    assert "a matter of taste" in said.li.get_text() and "a matter of taste" in twin
    assert "“each day”: no, It rains each day" in twin


def test_statement(small, visitors):
    """A statement that is taken apart shows its evidence as text: sign, words, origin and day."""
    claim = proven(apart(visitors), Proof("“it pours”", "phrase", "it pours"), origin="AP")

    figure = page_of(small, claim).figure
    first = figure.select_one(".evidence li")

    assert not figure.select(".drawing, .told, .readout")
    assert "yes" == first.svg["aria-label"] and "“it pours”" in first.get_text()
    assert "AP, 31 October 2023" in first.get_text() and "#reading-1" == first.a["href"]


RAINS, POURS, DRIPS = "It rains on the mountain", "“it pours”", "“it drips”"


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (("It rains each day", "yes", POURS), [(RAINS, ""), ("It rains each day", POURS)]),
        (("It rains each day", "yes", DRIPS), [(RAINS, POURS), ("It rains each day", DRIPS)]),
        (("It rains each day", "no", POURS), [(RAINS, POURS), ("It rains each day", POURS)]),
        ((RAINS, "yes", DRIPS), [(RAINS, POURS), ("AP", DRIPS)]),
        (
            (RAINS, "no", DRIPS),
            [(f"{RAINS}: yes, says AP", POURS), (f"{RAINS}: no, says AP", DRIPS)],
        ),
    ],
)
def test_evidence_stands_once(small, visitors, second, expected):
    """A passage or a name that two facts share stands once, and who says what where they differ."""
    claim = proven(apart(visitors), Proof(POURS, "phrase", POURS.strip("“”")), origin="AP")
    name, answer, passage = second
    other = replace(
        claim.readings[1],
        name=name,
        value=grammar.parse(answer, "fact"),
        sources=claim.readings[0].sources,
        proof=Proof(passage, "phrase", passage.strip("“”")),
    )

    shown = page_of(small, replace(claim, readings=(claim.readings[0], other)))
    items = shown.select(".figure .evidence li")
    quotes = [one.select_one(".quote") for one in items]

    told = [quote.get_text() if quote else "" for quote in quotes]
    assert expected == [*zip([one.a.get_text() for one in items], told, strict=True)]
    assert ["#reading-1", "#reading-2"] == [one.a["href"] for one in items]


@pytest.mark.parametrize(
    ("kinds", "days", "expected"),
    [
        (("asked", "context"), False, ["what it plainly means", "to compare"]),
        (("context", "hours"), False, ["another figure of that day", "at an hour that no source"]),
        (("context", "context-line"), True, ["to compare", "a close that the table gives"]),
        (("subject", "subject-line"), True, ["what it is about", "a close that the table gives"]),
    ],
)
def test_legend_words(small, visitors, kinds, days, expected):
    """What a mark stands for is told in words: on a clock and on lines over days in their own."""
    drawn = {**small.pictures, visitors.id: replace(small.pictures[visitors.id], legend=kinds)}
    close = Day(date(2025, 1, 27), "Hut", Decimal(1), visitors.readings[0].source, 2)
    claim = replace(visitors, days=(close,) if days else ())

    items = page_of(replace(small, pictures=drawn), claim).select(".legend li")

    assert [len(one.select("svg")) for one in items] == [1] * len(expected)
    for one, words in zip(items, expected, strict=True):
        assert one.get_text().strip().startswith(words)


# ---------------------------------------------------------------- searches, dates, drafts, tallies


def test_searches(small, visitors):
    """A search that was written down is told with its day, index, words and what it found."""
    search = Search(date(2026, 11, 27), "a full-text index", "hut 12", "nothing")
    site = with_claims(small, claim := replace(visitors, searches=(search,)))

    told = page_of(small, claim).select_one("#searches").get_text()
    twin = write_claim(claim, site.seen_from(f"claims/{claim.id}/"))

    for text in (told, twin):
        assert "on 27 November 2026, in a full-text index, for “hut 12”: found nothing." in text
    rows = [row for row in rows_of(table("searches"), site) if row["claim"] == claim.id]
    assert [("2026-11-27", "hut 12")] == [(row["date"], row["words"]) for row in rows]


def test_dates(small, visitors):
    """The page prints when a claim was last checked and when it is next; never that it is due."""
    page = page_of(small, replace(visitors, checked=date(2026, 11, 27), next=date(2027, 4, 30)))
    told = page.select_one(".standing")

    assert "Last checked on 27 November 2026. Next look: 30 April 2027." in told.get_text()
    assert "2027-04-30" == told.select_one("time[data-due]")["datetime"]
    assert "due" not in told.get_text()


def table(name):
    """A table of the package."""
    return next(one for one in TABLES if one.name == name)


@pytest.fixture
def draft(visitors):
    """A claim that somebody has begun."""
    rows = visitors.readings
    unchecked = verdict.unjudged(rows)
    return replace(
        visitors, draft=True, history=(), judgement=unchecked, because="Not checked yet."
    )


def test_draft(small, draft):
    """A draft has no verdict and no sign anywhere: its page says that it is not checked yet."""
    pictures = {**small.pictures, draft.id: replace(small.pictures[draft.id], alt="")}
    site = replace(with_claims(small, draft), pictures=pictures)
    view = site.seen_from(f"claims/{draft.id}/")
    page = page_of(site, draft)
    listed = BeautifulSoup(draw_block("ledger", [], site.seen_from("ledger/")), "html.parser")
    mapped = BeautifulSoup(draw_block("map", [], site.seen_from("map/")), "html.parser")
    texts = [write_claim(draft, view), write_embed(draft, view, ""), page.get_text()]
    texts += [listed.select_one("tr.draft").get_text(), mapped.select_one("li.draft").get_text()]

    assert all("not checked yet" in text.lower() for text in texts)
    assert not any("Fails" in text for text in texts)
    assert not page.select(".sign, .lever, #history")
    assert not [*listed.select("tr.draft .sign"), *mapped.select("li.draft .sign")]


def test_draft_for_machines(small, draft):
    """A draft is no review, in no tally, and has no verdict as data."""
    site = with_claims(small, draft)
    view = site.seen_from(f"claims/{draft.id}/")
    row = next(row for row in rows_of(table("claims"), site) if row["id"] == draft.id)
    tally = BeautifulSoup(draw_block("tally", [], view), "html.parser")

    assert "Article" == machines.review(draft, view)["@type"]
    assert "" == row["verdict"] and not json.loads(json.dumps(draft.record()))["verdict"]
    assert not tally.select(f'.square[href*="/{draft.id}/"]') and tally.select(".square")


def test_both_ledgers(small):
    """The map shows the numbers of each part, and its sentences where they are listed."""
    listed = (
        Statement("paths", 1, "Many climb it", ("visitors",), ""),
        Statement("paths", 2, "It is steep", (), "a matter of taste"),
    )
    site = replace(small, ledger=replace(small.ledger, statements=listed))

    page = BeautifulSoup(draw_block("map", [], site.seen_from("map/")), "html.parser")
    first, second = page.select("ol.sentences li")

    assert "../claims/visitors/" == first.a["href"] and "Many climb it" in first.get_text()
    assert "a matter of taste" in second.get_text() and not second.a
    assert [1, 2] == [row["sentence"] for row in rows_of(table("statements"), site)]


def test_seen_is_counted(small):
    """How the sources were seen is counted from them, and said as it is."""
    view = small.seen_from("method/")

    told = BeautifulSoup(draw_block("seen", [], view), "html.parser").get_text()

    counts = Counter(source.seen for source in small.ledger.sources.values())
    assert dict(counts) == evidence.seen_counts(view)
    assert f"{counts['original']} of {counts.total()} seen as the original" in told


def test_cited(small, visitors):
    """Structured data names the origin, the copy in an archive, the words, and the last look."""
    words = Proof("“about 12,600”", "phrase", "about 12,600")
    told = {"origin": "AP", "archive": "https://web.archive.org/web/2025/https://example.org/"}
    claim = replace(proven(visitors, words, **told), checked=date(2026, 11, 27))

    review = machines.review(claim, with_claims(small, claim).seen_from("claims/visitors/"))
    cited = review["citation"][0]

    assert ("AP", told["archive"]) == (cited["author"]["name"], cited["archivedAt"])
    assert "about 12,600" == cited["hasPart"][0]["text"]
    assert "2026-11-27" == review["mainEntityOfPage"]["lastReviewed"]
