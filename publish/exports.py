"""What readers take with them: citations, structured data, a feed, and all data as one package.

All of it is made of the checked claims, through `Site`. The same claims give the same bytes.
"""

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from markupsafe import Markup

from charts import grammar, theme, words
from ledger import read, shapes, values, verdict
from ledger.claim import Claim
from ledger.pages import Page
from ledger.shapes import Article
from publish import blocks
from publish.site import Site

LICENCE = {"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0 International", "path": "https://creativecommons.org/licenses/by/4.0/"}
ATOM = "http://www.w3.org/2005/Atom"
# Numbers for machines that want one, from best to worst; Unsettled has none, for nothing was measured.
RATINGS = {"Holds": 4, "Nearly": 3, "Misplaced": 2, "Fails": 1}

Node = dict[str, Any]


def outputs(site: Site) -> dict[str, str | bytes]:
    """The files for taking away, by their address on the site."""
    files: dict[str, str | bytes] = {"feed.xml": feed(site), "data.zip": zipped(package(site))}
    for claim in site.ledger.claims.values():
        files[f"claims/{claim.id}/embed/index.html"] = f"<!doctype html>\n{blocks.block('claim-embed', (claim.id,), site, '../../../')}\n"
    return files


# ---------------------------------------------------------------- citing and embedding


def checked(claim: Claim) -> date:
    """The day from which its verdict stands."""
    day: date = claim.history[-1].date
    return day


def summary(claim: Claim) -> str:
    """A claim in one line, for previews: its verdict, and why."""
    return f"{claim.verdict.name}. {claim.judgement.because}"


def cite(claim: Claim, site: Site) -> str:
    """A short citation of a claim's page."""
    by = f"{site.name}. " if site.name else ""
    return f"“{claim.title}.” {by}Verdict: {claim.verdict.name}, {values.show_date(checked(claim))}. {site.at(f'claims/{claim.id}/')}"


def bibtex(claim: Claim, site: Site) -> str:
    """The citation of a claim's page for BibTeX."""
    day = checked(claim)
    fields = {
        "author": f"{{{_tex(site.name)}}}" if site.name else "",
        "title": f"{{{_tex(claim.title)}}}",
        "year": str(day.year),
        "month": f"{day:%b}".lower(),
        "note": _tex(f"Verdict: {claim.verdict.name}, {values.show_date(day)}"),
        "url": site.at(f"claims/{claim.id}/"),
    }
    lines = [f"  {name} = {text if name == 'month' else f'{{{text}}}'}" for name, text in fields.items() if text]
    return f"@misc{{{claim.id}-{day.year},\n" + ",\n".join(lines) + "\n}"


def _tex(text: str) -> str:
    special = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return re.sub(r"[\\~^&%$#_{}]", lambda sign: special.get(sign.group(), f"\\{sign.group()}"), text)


def publishers(claim: Claim) -> str:
    """Who published the sources of a claim, each named once."""
    return "; ".join(dict.fromkeys(source.publisher for source in claim.sources.values()))


def light(drawing: str) -> Markup:
    """A drawing without what the stylesheet of the embed page says once for all: the type, and where the halo lies."""
    short = re.sub(r"(\d\.\d\d)\d+", r"\1", drawing)
    return Markup(short.replace(f' font-family="{theme.FONT}"', "").replace(' paint-order="stroke"', ""))  # noqa: S704 - our own drawing


def frame_height(claim: Claim, site: Site) -> int:
    """How tall a frame must be for a claim's embed page to need no scrolling, from 320 px wide on."""

    def tall(width: int) -> float:
        room = width - 32
        drawing = site.pictures[claim.id].wide if room >= 600 else site.pictures[claim.id].narrow
        size = re.search(r'width="([\d.]+)" height="([\d.]+)"', drawing)
        picture = min(room, 704 if room >= 600 else 368) * float(size[2]) / float(size[1]) if size else 300
        told = (  # as embed.css sets them: size and height of a line, in px, in type a little wider than here
            (claim.title, 19.2, 24),
            (f"The article says: {claim.sentence} {'x' * 16}", 14, 24),
            (claim.measure or "", 12.8, 20),
            (f"Sources: {publishers(claim)}", 12.8, 20),
            (f"{site.name}, {LICENCE['name']}", 12.8, 26),
        )
        set_in_lines = [line * len(words.lines(text, room * 0.88, partial(grammar.width, size=size))) for text, size, line in told if text]
        return picture + 100 + float(sum(set_in_lines))

    return -int(-max(map(tall, (320, 375, 400, 631, 632, 736))) // 10) * 10


def embed_code(claim: Claim, site: Site) -> str:
    """The HTML that puts a claim's figure into somebody else's page."""
    title = claim.title.replace("&", "&amp;").replace('"', "&quot;")
    return (
        f'<iframe src="{site.at(f"claims/{claim.id}/embed/")}" title="{title}" '
        f'width="100%" height="{frame_height(claim, site)}" loading="lazy" style="border:0"></iframe>'
    )


# ---------------------------------------------------------------- what machines read about a page


@dataclass(frozen=True)
class About:
    """What the head of a page says to machines: for previews, `data` as JSON-LD, and the way to its `twin` in Markdown."""

    kind: str
    title: str
    description: str
    image: str
    image_alt: str
    twin: str
    data: list[str]


def about(path: str, site: Site, home: str = "") -> About | None:
    """What is told about a page, by its file under `docs/`; None for a page that is not known. `home` leads to the site's root."""
    folder, _, stem = path.rpartition("/")
    if folder == "claims" and (claim := site.ledger.claims.get(stem.rsplit(".", 1)[0])):
        review = article(claim, site, home) if claim.stated is None else claim_review(claim, site, home)
        return About(
            "article",
            claim.title,
            summary(claim),
            site.at(f"claims/{claim.id}.card.png") if site.address else "",
            f"{claim.title}. {site.pictures[claim.id].alt}",
            twin_of(f"claims/{claim.id}/"),
            [as_json(review), as_json(claim_data(claim, site, home))],
        )
    if page := next((page for page in site.pages if page.path == path), None):
        return About(
            "article" if page.url else "website",
            page.title,
            page.description,
            site.at(card_of(page)) if site.address else "",
            f"{page.title}: {page.description}",
            twin_of(page.url),
            [as_json(node) for node in page_data(page, site, home)],
        )
    return None


def twin_of(url: str) -> str:
    """Where the Markdown of a page stands, as https://llmstxt.org proposes for addresses that end in a slash."""
    return f"{url}index.html.md"


def card_of(page: Page) -> str:
    """Where the share card of a page stands."""
    return f"cards/{page.url.rstrip('/') or 'index'}.png"


def as_json(node: Node) -> str:
    """JSON-LD that may stand inside a page: no text in it can end the script."""
    return json.dumps({"@context": "https://schema.org", **node}, ensure_ascii=False).replace("<", "\\u003c")


def claim_review(claim: Claim, site: Site, home: str = "") -> Node:
    """The review of a claim with the fields that Google's and Full Fact's notes ask for."""
    name = claim.verdict.name
    number = {"ratingValue": RATINGS[name], "bestRating": max(RATINGS.values()), "worstRating": min(RATINGS.values())} if name in RATINGS else {}
    return {
        "@type": "ClaimReview",
        **_work(claim, site, home),
        "claimReviewed": claim.sentence,
        "reviewRating": {"@type": "Rating", **number, "alternateName": name, "ratingExplanation": claim.judgement.because},
        "itemReviewed": _claim(claim, site, home),
    }


def article(claim: Claim, site: Site, home: str = "") -> Node:
    """The page of an opinion or a forecast: nothing is rated, so it is an article about a claim."""
    return {"@type": "Article", **_work(claim, site, home), "headline": claim.title, "about": _claim(claim, site, home)}


def claim_data(claim: Claim, site: Site, home: str = "") -> Node:
    """The readings of a claim as a data set."""
    page = site.at(f"claims/{claim.id}/", home)
    return {
        "@type": "Dataset",
        "@id": f"{page}#data",
        "name": f"Readings: {claim.title}",
        "description": f"What the record shows about one claim: {claim.sentence}. {site.pictures[claim.id].alt}",
        "url": page,
        "license": LICENCE["path"],
        "creator": publisher(site, home),
        "inLanguage": site.language,
        "dateModified": checked(claim).isoformat(),
        "isPartOf": {"@type": "Dataset", "@id": f"{site.at('', home)}#data"},
        "distribution": [_download(f"claims/{claim.id}.csv", "text/csv", site, home), _download(f"claims/{claim.id}.json", "application/json", site, home)],
    }


def page_data(page: Page, site: Site, home: str = "") -> list[Node]:
    """A page that people wrote: the home page stands for the site and its data, a page that tells claims is an article."""
    url = site.at(page.url, home)
    days = [checked(site.ledger.claims[claim_id]) for claim_id in page.tells] or [checked(claim) for claim in site.ledger.claims.values()]
    common = {
        "@id": url,
        "url": url,
        "description": page.description,
        "inLanguage": site.language,
        "publisher": publisher(site, home),
        "license": LICENCE["path"],
        "image": site.at(card_of(page), home),
    }
    if not page.url:
        return [{"@type": "WebSite", **common, "name": site.name or page.title, "about": _article(site)}, all_data(site, home)]
    if not page.tells:
        return [{"@type": "WebPage", **common, "name": page.title}]
    return [
        {
            "@type": "Article",
            **common,
            "headline": page.title,
            "author": publisher(site, home),
            "about": _article(site),
            "dateModified": max(days).isoformat(),
            "mentions": [{"@type": "Claim", "@id": f"{site.at(f'claims/{claim_id}/', home)}#claim"} for claim_id in page.tells],
        }
    ]


def all_data(site: Site, home: str = "") -> Node:
    """All claims, readings and sources as one data set."""
    days = [change.date for change, _ in site.ledger.changes()]
    return {
        "@type": "Dataset",
        "@id": f"{site.at('', home)}#data",
        "name": f"{site.name or 'This site'}: claims, readings and sources",
        "description": _counted(site),
        "url": site.at("", home),
        "license": LICENCE["path"],
        "creator": publisher(site, home),
        "inLanguage": site.language,
        "dateModified": max(days).isoformat(),
        "distribution": [_download("data.zip", "application/zip", site, home), _download("claims.json", "application/json", site, home)],
    }


def publisher(site: Site, home: str = "") -> Node:
    """The project as an organisation, with the page that tells how it corrects itself."""
    rules = {"publishingPrinciples": "verdicts", "correctionsPolicy": "changes"}
    found = {field: page.url for field, shown in rules.items() for page in site.pages if shown in page.blocks}
    return {
        "@type": "Organization",
        "@id": f"{site.at('', home)}#publisher",
        "name": site.name or "This site",
        "url": site.at("", home),
        **{field: site.at(url, home) for field, url in found.items()},
    }


def _work(claim: Claim, site: Site, home: str) -> Node:
    """What the page of a claim is, whatever its kind."""
    page = site.at(f"claims/{claim.id}/", home)
    later = claim.history[1:]
    corrections = [{"@type": "CorrectionComment", "text": f"{change.verdict}. {change.why}", "datePublished": change.date.isoformat()} for change in later]
    return {
        "@id": page,
        "url": page,
        "name": claim.title,
        "image": site.at(f"claims/{claim.id}.card.png", home),
        "datePublished": claim.history[0].date.isoformat(),
        "dateModified": checked(claim).isoformat(),
        "author": publisher(site, home),
        "publisher": publisher(site, home),
        "inLanguage": site.language,
        "license": LICENCE["path"],
        **({"correction": corrections} if corrections else {}),
        "citation": [
            {"@type": "CreativeWork", "name": source.title, "url": source.address, "publisher": {"@type": "Organization", "name": source.publisher}}
            for source in claim.sources.values()
        ],
    }


def _claim(claim: Claim, site: Site, home: str) -> Node:
    """The claim itself, as its author made it."""
    written = _article(site)
    day = {"datePublished": written["datePublished"]} if "datePublished" in written else {}
    return {
        "@type": "Claim",
        "@id": f"{site.at(f'claims/{claim.id}/', home)}#claim",
        "name": claim.sentence,
        "author": written["author"],
        **day,
        "appearance": written,
    }


def _article(site: Site) -> Node:
    """The article under check."""
    about = article_of(site)
    day = _day(about.date)
    author = {"@type": "Organization" if about.author == about.publisher else "Person", "name": about.author}
    return {
        "@type": "Article",
        "url": about.address,
        "headline": about.title,
        "author": author,
        "publisher": {"@type": "Organization", "name": about.publisher},
        **({"datePublished": day} if day else {}),
    }


def article_of(site: Site) -> Article:
    """The article under check, as docs/article.yml gives it."""
    if site.ledger.article is None:
        raise ValueError("docs/article.yml is missing")
    return site.ledger.article


def _download(path: str, media: str, site: Site, home: str) -> Node:
    return {"@type": "DataDownload", "encodingFormat": media, "contentUrl": site.at(path, home)}


def _day(text: str) -> str:
    """A date in words or digits as machines write it, or an empty string when there is none."""
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y"):
        try:
            return datetime.strptime(text.strip(), form).date().isoformat()
        except ValueError:
            continue
    return ""


def _counted(site: Site) -> str:
    counts = ", ".join(f"{len(found)} {name.name}" for name, found in site.ledger.tally() if found)
    return (
        f"{len(site.ledger.claims)} claims of one article, “{article_of(site).title}”, each with the readings that judge it, "
        f"their {len(site.ledger.sources)} sources, and a verdict computed from them ({counts})."
    )


# ---------------------------------------------------------------- the feed


def feed(site: Site) -> bytes:
    """New and changed verdicts, the newest first, as Atom. An entry keeps its id for good: the claim's address and the number of the change."""
    changes = site.ledger.changes()
    root = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": site.language})
    _add(root, "title", f"{site.name or 'This site'}: verdicts")
    if site.description:
        _add(root, "subtitle", site.description)
    _add(root, "id", _name(site, ""))
    _add(root, "updated", _moment(changes[0][0].date))
    _add(root, "link", rel="self", type="application/atom+xml", href=site.at("feed.xml"))
    _add(root, "link", rel="alternate", type="text/html", href=site.at("", "./"))
    _add(_add(root, "author"), "name", site.name or "This site")
    _add(root, "rights", f"{LICENCE['title']} ({LICENCE['path']})")
    for change, claim in changes:
        number = claim.history.index(change) + 1
        entry = _add(root, "entry")
        _add(entry, "title", f"{change.verdict}: {claim.title}")
        _add(entry, "id", _name(site, f"claims/{claim.id}/#change-{number}"))
        _add(entry, "updated", _moment(change.date))
        _add(entry, "published", _moment(change.date))
        _add(entry, "link", rel="alternate", type="text/html", href=site.at(f"claims/{claim.id}/"))
        _add(entry, "category", term=change.verdict)
        before = f"Before: {claim.history[number - 2].verdict}. " if number > 1 else ""
        _add(entry, "summary", f"The article says: {claim.sentence}. Verdict: {change.verdict}. {before}{change.why}")
    ElementTree.indent(root, " ")
    whole: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return whole + b"\n"


def _add(parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = text
    return element


def _name(site: Site, path: str) -> str:
    """A lasting name: the address, or a name made of the path while the site has none."""
    return site.at(path) if site.address else f"urn:uuid:{uuid5(NAMESPACE_URL, f'{site.name}/{path}')}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


# ---------------------------------------------------------------- all data

FIELDS = {
    "claims": {
        "id": "the claim, as in its address",
        "title": "the finding",
        "claim": "what the article says, in our words",
        "kind": "fact, opinion or forecast",
        "stated": "the value as the article prints it; empty for an opinion or a forecast",
        "unit": "what the value counts",
        "measure": "what the numbers measure",
        "where": "the part of the article",
        "form": "how it is drawn",
        "verdict": "computed from the readings",
        "because": "the reason in one sentence",
        "checked": "the day from which the verdict stands",
        "address": "its page",
    },
    "readings": {
        "claim": "the claim that it belongs to",
        "number": "its place in the claim's table",
        "reading": "what this number is",
        "value": "as it stands in the table",
        "low": "the number, or the lower end of a range",
        "high": "the number, or the upper end of a range",
        "relation": "about, a bound, or a range (to)",
        "unit": "what the value counts",
        "role": "asked: what the sentence plainly means; rival: another fair reading; context: only to compare",
        "verdict": "the verdict if this reading were meant; empty for context",
        "distance": "how far it misses",
        "source": "the source that says so",
        "note": "what a reader should know",
    },
    "sources": {
        "id": "the source, as readings name it",
        "title": "of the page, report or data set",
        "publisher": "who published it, and through whom it was read",
        "date": "the day it appeared",
        "address": "on the web",
        "seen": "original, excerpt, copy or second-hand: how it was seen",
        "note": "what a reader should know",
    },
    "article": {
        "where": "the part of the article",
        "figure": "the number as printed",
        "claim": "the claim that covers it, or empty",
        "reason": "why no claim covers it, or empty",
    },
    "history": {"claim": "the claim", "date": "the day", "verdict": "the verdict from that day on", "why": "what was learned"},
}
KEYS = {"claims": ["id"], "readings": ["claim", "number"], "sources": ["id"]}
POINTERS = {
    "readings": {"claim": ("claims", "id"), "source": ("sources", "id")},
    "article": {"claim": ("claims", "id")},
    "history": {"claim": ("claims", "id")},
}
TYPES = {"number": "integer", "low": "number", "high": "number"}
TITLES = {
    "claims": "All claims with their verdicts",
    "readings": "All readings of all claims",
    "sources": "All sources",
    "article": "Every figure that the article prints",
    "history": "Every change of a verdict",
}


def package(site: Site) -> dict[str, bytes]:
    """All data as a Frictionless Data Package: its files by path, `datapackage.json` and a README among them."""
    files = {f"{name}.csv": _table(FIELDS[name], rows) for name, rows in _rows(site).items()}
    resources = [_resource(name, files[f"{name}.csv"], TITLES[name], _schema(name)) for name in FIELDS]
    kinds = read.forms()
    for claim in site.ledger.claims.values():
        data = (site.ledger.docs / "claims" / f"{claim.id}.csv").read_bytes()
        files[f"claims/{claim.id}.csv"] = data
        shared = {name: shapes.ReadingRow.model_fields[name].description or "" for name in read.COLUMNS}
        fields = {**shared, **{name: f"{kinds[claim.form][name]}, for the form {claim.form}" for name in claim.columns}}
        schema = {
            "fields": [_field(name, text, "value" not in name and name in ("reading", "source")) for name, text in fields.items()],
            "foreignKeys": [_pointer("source", "sources", "id")],
        }
        resources.append(_resource(f"claims/{claim.id}", data, claim.title, schema))
    record = (json.dumps(site.ledger.records(), ensure_ascii=False, indent=1) + "\n").encode()
    files["claims.json"] = record
    resources.append(
        {
            "name": "records",
            "path": "claims.json",
            "title": "All claims as records",
            "type": "json",
            "format": "json",
            "mediatype": "application/json",
            "encoding": "utf-8",
            **_sum(record),
        }
    )
    described = {
        "profile": "data-package",
        "name": re.sub(r"[^a-z0-9]+", "-", (site.name or "claims").lower()).strip("-"),
        "title": site.name or "Claims",
        "description": _counted(site),
        **({"homepage": site.address} if site.address else {}),
        "version": max(change.date for change, _ in site.ledger.changes()).isoformat(),
        "licenses": [LICENCE],
        "contributors": [{"title": site.name or "This site", "role": "publisher", **({"path": site.address} if site.address else {})}],
        "sources": [{"title": article_of(site).title, "path": article_of(site).address}],
        "resources": resources,
    }
    files["datapackage.json"] = (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()
    files["README.md"] = readme(site).encode()
    return files


def zipped(files: dict[str, bytes]) -> bytes:
    """Files as one ZIP: sorted, with one fixed date, so that the same files give the same bytes."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, files[path])
    return whole.getvalue()


def readme(site: Site) -> str:
    """What is in the package, in words."""
    tables = "\n".join(f"- `{name}.csv`: {TITLES[name].lower()}." for name in FIELDS)
    words = "\n".join(f"- **{name.name}**: {name.when}" for name in verdict.VERDICTS)
    at = f"\nThe site: {site.address}\n" if site.address else ""
    return f"""# {site.name or "Claims"}

{_counted(site)}
{at}
## Files

{tables}
- `claims/<id>.csv`: the readings of one claim as people wrote them, with the further columns of its chart.
- `claims.json`: all claims as records.
- `datapackage.json`: a description of every column, for programs (https://specs.frictionlessdata.io/).

A value may be a number, a date to the precision known, a range (90 to 95), a bound (at most 5.6) or yes or no.
In `readings.csv` the columns `low` and `high` give numbers as numbers.

## Verdicts

{words}

## Licence

{LICENCE["title"]} ({LICENCE["path"]}): use it as you like, and name this project.
The article and the sources belong to their publishers.
"""


def _rows(site: Site) -> dict[str, Iterable[Node]]:
    """The rows of each table of the package."""
    every = site.ledger.claims.values()

    def readings() -> Iterator[Node]:
        for claim in every:
            for number, (row, line) in enumerate(zip(claim.readings, claim.judgement.lines, strict=True), 1):
                counted = row.value.kind == "number"
                yield {
                    "claim": claim.id,
                    "number": number,
                    "reading": row.name,
                    "value": row.value.text,
                    "relation": row.value.relation,
                    "low": row.value.low if counted else "",
                    "high": row.value.high if counted else "",
                    "unit": claim.unit,
                    "role": row.role,
                    "verdict": line.verdict.name if line.verdict else "",
                    "distance": line.distance,
                    "source": row.source.id,
                    "note": row.note,
                }

    return {
        "claims": (
            {
                "id": claim.id,
                "title": claim.title,
                "claim": claim.sentence,
                "kind": claim.kind,
                "stated": claim.stated.text if claim.stated else "",
                "unit": claim.unit,
                "measure": claim.measure or "",
                "where": claim.where,
                "form": claim.form,
                "verdict": claim.verdict.name,
                "because": claim.judgement.because,
                "checked": checked(claim).isoformat(),
                "address": site.at(f"claims/{claim.id}/"),
            }
            for claim in every
        ),
        "readings": readings(),
        "sources": (vars(source) for key, source in site.ledger.sources.items()),
        "article": ({"where": row.where, "figure": row.text, "claim": row.claim_id, "reason": row.reason} for row in site.ledger.printed),
        "history": ({"claim": claim.id, **change.model_dump(mode="json")} for claim in every for change in claim.history),
    }


def _table(columns: Iterable[str], rows: Iterable[Node]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _resource(path: str, data: bytes, title: str, schema: Node) -> Node:
    return {
        "name": path.replace("/", "-"),
        "path": f"{path}.csv",
        "title": title,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_sum(data),
        "schema": schema,
    }


def _sum(data: bytes) -> Node:
    return {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}


def _schema(name: str) -> Node:
    schema: Node = {"fields": [_field(field, text, field in KEYS.get(name, ())) for field, text in FIELDS[name].items()]}
    if name in KEYS:
        schema["primaryKey"] = KEYS[name]
    if name in POINTERS:
        schema["foreignKeys"] = [_pointer(field, *target) for field, target in POINTERS[name].items()]
    return schema


def _field(name: str, text: str, required: bool) -> Node:
    return {
        "name": name,
        "type": TYPES.get(name, "date" if name in ("checked",) else "string"),
        "description": text,
        **({"constraints": {"required": True}} if required else {}),
    }


def _pointer(field: str, table: str, key: str) -> Node:
    return {"fields": [field], "reference": {"resource": table, "fields": [key]}}
