"""What machines read about a page: previews elsewhere, and structured data as JSON-LD."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from charts.cards import card_of
from ledger.claim import Article, Claim
from ledger.pages import Page
from ledger.reading import Source
from ledger.tallies import tallies
from publish.evidence import judging
from publish.site import Site, View, url_of
from publish.templates import LICENCE

# Numbers for machines that want one, from best to worst; Unsettled has none: nothing was measured.
RATINGS = {"Holds": 4, "Nearly": 3, "Misplaced": 2, "Fails": 1}

Node = dict[str, Any]


@dataclass(frozen=True)
class About:
    """What the head of a page says to machines: for previews, and `data` as JSON-LD."""

    kind: str
    title: str
    description: str
    image: str
    image_alt: str
    data: list[str]


def describe_claim(claim: Claim) -> str:
    """A claim in one line, for previews and lists: what is said, its verdict, and why."""
    verdict = "" if claim.draft else f"Verdict: {claim.verdict.name}. "
    return f"The article says: {claim.sentence}. {verdict}{claim.because}"


def count(site: Site) -> str:
    """What there is to take away, in one sentence."""
    ledger = site.ledger
    return (
        f"{len(ledger.claims)} claims of one article, “{article_of(site).title}”, each with the "
        f"readings that judge it, their {len(ledger.sources)} sources, and a verdict computed "
        f"from them ({count_verdicts(site)})."
    )


def count_verdicts(site: Site) -> str:
    """How many claims have each verdict, for printed figures and for statements."""
    return "; ".join(
        f"{tally.name}: " + ", ".join(f"{number} {one.name}" for one, number in tally.counts)
        for tally in tallies(site.ledger)
    )


def changed(site: Site) -> date:
    """The day of the newest change of a verdict; the first of all days while there is none."""
    return max((change.date for change, _ in site.ledger.changes()), default=date.min)


def about_claim(claim: Claim, view: View) -> About:
    """What is told about the page of a claim."""
    told = describe_claim(claim)
    card, alt = _image(_card(claim), view), f"{claim.title}. {told}"
    data = [write_json(review(claim, view)), write_json(readings_of(claim, view))]
    return About("article", claim.title, told, card, alt, data)


def about_page(page: Page, view: View) -> About:
    """What is told about a page that people wrote."""
    kind = "article" if page.url else "website"
    alt = f"{page.title}: {page.description}"
    data = [write_json(node) for node in nodes_of(page, view)]
    return About(kind, page.title, page.description, _image(card_of(page), view), alt, data)


def write_json(node: Node) -> str:
    """JSON-LD that may stand inside a page: no text in it can end the script."""
    whole = {"@context": "https://schema.org", **node}
    return json.dumps(whole, ensure_ascii=False).replace("<", "\\u003c")


def review(claim: Claim, view: View) -> Node:
    """The review of a claim, with the fields that Google's and Full Fact's notes ask for.

    An opinion, a forecast or a draft is not rated: its page is an article about a claim.
    """
    work, said = _work(claim, view), _said(claim, view)
    if claim.stated is None or claim.draft:
        return {"@type": "Article", **work, "headline": claim.title, "about": said}
    rating: Node = {"@type": "Rating", "alternateName": claim.verdict.name}
    if claim.verdict.name in RATINGS:
        rating["ratingValue"] = RATINGS[claim.verdict.name]
        rating |= {"bestRating": max(RATINGS.values()), "worstRating": min(RATINGS.values())}
    rating["ratingExplanation"] = claim.because
    return {
        "@type": "ClaimReview",
        **work,
        "claimReviewed": claim.sentence,
        "reviewRating": rating,
        "itemReviewed": said,
    }


def readings_of(claim: Claim, view: View) -> Node:
    """The readings of a claim as a data set."""
    page = view.at(url_of(claim))
    return {
        "@type": "Dataset",
        "@id": f"{page}#data",
        "name": f"Readings: {claim.title}",
        "description": f"What the record shows about one claim: {claim.sentence}.",
        "url": page,
        "license": LICENCE["path"],
        "creator": _known(publisher(view)),
        "inLanguage": view.site.language,
        **_dates(claim),
        "isPartOf": {"@type": "Dataset", "@id": f"{view.at('')}#data"},
        "distribution": [
            _download(f"claims/{claim.id}.csv", "text/csv", view),
            *([_download(f"claims/{claim.id}.series.csv", "text/csv", view)] if claim.days else []),
            _download(f"claims/{claim.id}.json", "application/json", view),
        ],
    }


def nodes_of(page: Page, view: View) -> list[Node]:
    """A page that people wrote: the home page stands for the site and its data."""
    site, url = view.site, view.at(page.url)
    common = {
        "@id": url,
        "url": url,
        "description": page.description,
        "inLanguage": site.language,
        "publisher": publisher(view),
        "license": LICENCE["path"],
        "image": view.at(card_of(page)),
    }
    if not page.url:
        name = site.name or page.title
        home = {"@type": "WebSite", **common, "name": name, "about": _article(site)}
        return [home, all_data(view)]
    told = [site.ledger.claims[id] for id in page.tells]
    days = [change.date for claim in told for change in claim.history]
    if not told:
        return [{"@type": "WebPage", **common, "name": page.title}]
    return [
        {
            "@type": "Article",
            **common,
            "headline": page.title,
            "author": publisher(view),
            "about": _article(site),
            **({"dateModified": max(days).isoformat()} if days else {}),
            "mentions": [{"@type": "Claim", "@id": _id_of(claim, view)} for claim in told],
        }
    ]


def all_data(view: View) -> Node:
    """All claims, readings and sources as one data set."""
    return {
        "@type": "Dataset",
        "@id": f"{view.at('')}#data",
        "name": f"{view.site.name or 'This site'}: claims, readings and sources",
        "description": count(view.site),
        "url": view.at(""),
        "license": LICENCE["path"],
        "creator": publisher(view),
        "inLanguage": view.site.language,
        **({"dateModified": changed(view.site).isoformat()} if view.ledger.claims else {}),
        "distribution": [
            _download("data.zip", "application/zip", view),
            _download("claims.json", "application/json", view),
        ],
    }


def publisher(view: View) -> Node:
    """The project as an organisation, with the pages that tell how it works and corrects itself."""
    rules = {"publishingPrinciples": "verdicts", "correctionsPolicy": "changes"}
    places = view.site.blocks
    found = {field: view.at(places[name]) for field, name in rules.items() if name in places}
    return {
        "@type": "Organization",
        "@id": f"{view.at('')}#publisher",
        "name": view.site.name or "This site",
        "url": view.at(""),
        **found,
    }


def _known(node: Node) -> Node:
    """What a page has told already, by its type and name for machines alone."""
    return {name: node[name] for name in ("@type", "@id")}


def article_of(site: Site) -> Article:
    """The article under check, as docs/article.yml gives it."""
    if site.ledger.article is None:
        raise ValueError("docs/article.yml is missing")
    return site.ledger.article


def _image(card: str, view: View) -> str:
    """A picture for previews, which must have its whole address."""
    return view.at(card) if view.site.address else ""


def _card(claim: Claim) -> str:
    return f"claims/{claim.id}.card.png"


def _id_of(claim: Claim, view: View) -> str:
    return f"{view.at(url_of(claim))}#claim"


def _work(claim: Claim, view: View) -> Node:
    """What the page of a claim is, whatever its kind."""
    page = view.at(url_of(claim))
    corrections = [
        {
            "@type": "CorrectionComment",
            "text": f"{change.verdict}. {change.why}",
            "datePublished": change.date.isoformat(),
        }
        for change in claim.history[1:]
    ]
    rows = (row for _, row in judging(claim))
    resting = {source.id: source for row in rows for source in row.sources}
    looked = {"lastReviewed": claim.checked.isoformat()} if claim.checked else {}
    return {
        "@id": page,
        "url": page,
        "name": claim.title,
        "image": view.at(_card(claim)),
        **_dates(claim),
        "mainEntityOfPage": {"@type": "WebPage", "@id": page, **looked},
        "author": publisher(view),
        "publisher": _known(publisher(view)),
        "inLanguage": view.site.language,
        "license": LICENCE["path"],
        **({"correction": corrections} if corrections else {}),
        "citation": [_cited(claim, source) for source in resting.values()],
    }


def _dates(claim: Claim) -> Node:
    """When a claim was first judged, and when its verdict last changed; a draft has neither."""
    if not claim.history:
        return {}
    first, last = (claim.history[at].date.isoformat() for at in (0, -1))
    return {"datePublished": first, "dateModified": last}


def _cited(claim: Claim, source: Source) -> Node:
    """A source with its words that prove readings of a claim."""
    phrases = [
        row.proof.phrase
        for row in claim.readings
        if row.proof and row.proof.phrase and source in row.sources
    ]
    quoted = [{"@type": "Quotation", "text": phrase} for phrase in dict.fromkeys(phrases)]
    credited = source.origin and source.origin != source.publisher
    return {
        "@type": "CreativeWork",
        "name": source.title,
        "url": source.address,
        **({"author": {"@type": "Organization", "name": source.origin}} if credited else {}),
        "publisher": {"@type": "Organization", "name": source.publisher},
        **({"archivedAt": source.archive} if source.archive else {}),
        **({"hasPart": quoted} if quoted else {}),
    }


def _said(claim: Claim, view: View) -> Node:
    """The claim itself, as its author made it."""
    written = _article(view.site)
    day = {"datePublished": written["datePublished"]} if "datePublished" in written else {}
    return {
        "@type": "Claim",
        "@id": _id_of(claim, view),
        "name": claim.sentence,
        "author": written["author"],
        **day,
        "appearance": written,
    }


def _article(site: Site) -> Node:
    """The article under check."""
    about = article_of(site)
    day = _day(about.date)
    signed = "Organization" if about.author == about.publisher else "Person"
    return {
        "@type": "Article",
        "url": about.address,
        "headline": about.title,
        "author": {"@type": signed, "name": about.author},
        "publisher": {"@type": "Organization", "name": about.publisher},
        **({"datePublished": day} if day else {}),
    }


def _download(path: str, media: str, view: View) -> Node:
    return {"@type": "DataDownload", "encodingFormat": media, "contentUrl": view.at(path)}


def _day(text: str) -> str:
    """A date in words or digits as machines write it, or an empty string when there is none."""
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y"):
        try:
            return datetime.strptime(text.strip(), form).date().isoformat()
        except ValueError:
            continue
    return ""
