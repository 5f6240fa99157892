"""The tables of all data: their columns, what each means, and their rows."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ledger import days
from ledger.claim import Claim
from ledger.days import Day
from ledger.forms import Form
from publish.site import Site, View, url_of

Row = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """A table of the package: its columns with what they mean, its key, and where columns point.

    A column whose word is the name of a shape means what that shape's field of the same name
    means; only what is computed is described here. `caveats` says of columns what to mind, and
    `types` which are no text.
    """

    name: str
    title: str
    columns: dict[str, str]
    key: tuple[str, ...] = ()
    points: dict[str, str] = field(default_factory=dict)
    description: str = ""
    caveats: dict[str, str] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)


# What to mind in the table of a claim, whose cells are the words that people wrote.
CAVEATS = {
    "reading": "several rows of one name are several sources for one quantity",
    "value": "text: it may be a range, a bound, a date to its precision, or yes or no",
    "role": "context never judges, and its rows are a choice, not all that is known",
    "source": "several are parted by a space",
    "proof": "empty where nobody has written it down yet",
    "tests": "several are parted by |",
}

# How a cell of a form's own column is written, by its kind.
CELLS = {
    "number": "a number in the unit of the claim, or a range",
    "date": "a year, a month or a day",
    "day": "a day, like 2025-01-27",
    "text": "words",
    "hours": "a time like 9:40, hours like 4:00 to 9:30, or `all of` the hours that a lowest or "
    "highest value is of",
    "zone": "a place and its difference from universal time, like New York, UTC-5",
}

TABLES = (
    Table(
        "claims",
        "All claims with their verdicts",
        {
            "id": "the claim, as in its address",
            "title": "claim",
            "claim": "claim",
            "kind": "fact, opinion or forecast",
            "stated": "claim",
            "unit": "claim",
            "measure": "claim",
            "where": "claim",
            "form": "claim",
            "verdict": "computed from the readings; empty while the claim is not checked yet",
            "because": "what the verdict rests on, with its numbers",
            "since": "the day from which the verdict stands",
            "checked": "claim",
            "next": "claim",
            "address": "its page",
        },
        key=("id",),
    ),
    Table(
        "readings",
        "All readings of all claims",
        {
            "claim": "the claim that it belongs to",
            "number": "its place in the claim's table",
            "reading": "reading",
            "value": "reading",
            "low": "the number, or the lower end of a range",
            "high": "the number, or the upper end of a range",
            "relation": "about, a bound, or a range (to)",
            "unit": "claim",
            "role": "reading",
            "verdict": "the verdict if this reading were meant; empty for context",
            "distance": "how far it misses",
            "source": "the first of its sources",
            "sources": "all of its sources, parted by a space",
            "note": "reading",
            "proof": "reading",
            "tests": "reading",
            "of": "the claim whose reading this is, where it is another claim's; else empty",
        },
        key=("claim", "number"),
        points={"claim": "claims", "source": "sources"},
    ),
    Table(
        "sources",
        "All sources",
        {
            "id": "the source, as readings name it",
            "title": "source",
            "origin": "source",
            "publisher": "source",
            "date": "source",
            "address": "source",
            "seen": "source",
            "read": "source",
            "language": "source",
            "archive": "source",
            "note": "source",
        },
        key=("id",),
    ),
    Table(
        "article",
        "Every figure that the article prints",
        {
            "where": "claim",
            "figure": "the number as printed",
            "at": "the place of its word in the article, from 1 on, where that is known",
            "claim": "the claim that covers it, or empty",
            "reason": "why no claim covers it, or empty",
        },
        points={"claim": "claims"},
    ),
    Table(
        "statements",
        "Every sentence of the article, in our words",
        {
            "where": "claim",
            "sentence": "its place in its section, from 1 on",
            "statement": "what it says, in our words",
            "claim": "the claims that cover it, parted by a space, or empty",
            "reason": "why no claim covers it, or empty",
        },
    ),
    Table(
        "searches",
        "Every search for sources that was written down",
        {
            "claim": "the claim that it was made for",
            "date": "the day of the search",
            "index": "where the search was made, as a reader would name it",
            "words": "the words that were searched for",
            "found": "what came back, or empty",
        },
        points={"claim": "claims"},
    ),
    Table(
        "history",
        "Every change of a verdict",
        {"claim": "the claim", "date": "change", "verdict": "change", "why": "change"},
        points={"claim": "claims"},
    ),
)


def write_readings(claim: Claim) -> bytes:
    """The readings of a claim as they were checked, without blank lines and spaces."""
    head, *rows = claim.rows()
    return write_table(head, (dict(zip(head, row, strict=True)) for row in rows))


def write_days(claim: Claim) -> bytes:
    """The days of a claim as they were checked."""
    return write_table(days.COLUMNS, map(Day.cells, claim.days))


def write_table(columns: Iterable[str], rows: Iterable[Row]) -> bytes:
    """Rows as CSV."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def rows_of(table: Table, site: Site) -> Iterator[Row]:
    """The rows of one table."""
    ledger, view = site.ledger, View(site, "")
    match table.name:
        case "claims":
            yield from (_claim(claim, view) for claim in ledger.claims.values())
        case "readings":
            for claim in ledger.claims.values():
                yield from _readings(claim)
        case "sources":
            for id, source in ledger.sources.items():
                yield {"id": id, **source.record()}
        case "article":
            for printed in ledger.printed:
                yield {"where": printed.where, "figure": printed.text, "at": printed.at} | {
                    "claim": printed.claim_id,
                    "reason": printed.reason,
                }
        case "statements":
            for one in ledger.statements:
                yield {"where": one.where, "sentence": one.sentence, "statement": one.text} | {
                    "claim": " ".join(one.claim_ids),
                    "reason": one.reason,
                }
        case "searches":
            for claim in ledger.claims.values():
                for search in claim.searches:
                    yield {"claim": claim.id, **vars(search), "date": search.date.isoformat()}
        case "history":
            for claim in ledger.claims.values():
                for change in claim.history:
                    day = change.date.isoformat()
                    told = {"date": day, "verdict": change.verdict, "why": change.why}
                    yield {"claim": claim.id, **told}


def _claim(claim: Claim, view: View) -> Row:
    return {
        "id": claim.id,
        "title": claim.title,
        "claim": claim.sentence,
        "kind": claim.kind,
        "stated": claim.stated.text if claim.stated else "",
        "unit": claim.unit,
        "measure": claim.measure or "",
        "where": claim.where,
        "form": claim.form,
        "verdict": "" if claim.draft else claim.verdict.name,
        "because": claim.because,
        "since": claim.history[-1].date if claim.history else "",
        "checked": claim.checked or "",
        "next": claim.next or "",
        "address": view.at(url_of(claim)),
    }


def _readings(claim: Claim) -> Iterator[Row]:
    pairs = zip(claim.readings, claim.judgement.lines, strict=True)
    for number, (row, line) in enumerate(pairs, 1):
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
            "sources": " ".join(source.id for source in row.sources),
            "note": row.note,
            "proof": row.proof.text if row.proof else "",
            "tests": " | ".join(row.tests),
            "of": row.of,
        }


def table_of(claim: Claim, form: Form) -> Table:
    """The table of one claim: the columns that all share, and those of its form."""
    own = {
        name: f"{form.means[name]}; {CELLS.get(kind) or 'one of ' + kind.replace('|', ', ')}"
        for name, kind in form.columns.items()
    }
    drawn = dict.fromkeys(own, f"read by the form '{claim.form}', never by the verdict")
    caveats = {**CAVEATS, **drawn}
    if claim.unit and claim.unit != "date":
        caveats["value"] = f"in {claim.unit}; {CAVEATS['value']}"
    return Table(
        claim.id,
        claim.title,
        {name: own.get(name, "reading") for name in claim.header},
        points={} if any(len(row.sources) > 1 for row in claim.readings) else {"source": "sources"},
        description=". ".join(filter(None, (claim.sentence, claim.measure))),
        caveats=caveats,
    )


def table_of_days(claim: Claim) -> Table:
    """The table of a claim's days."""
    return Table(
        f"{claim.id}.series",
        f"Day by day: {claim.title}",
        dict.fromkeys(days.COLUMNS, "day"),
        key=("date", "series"),
        points={"source": "sources"},
        description="Drawn beside the readings; nothing here judges the claim.",
        types={"date": "date", "value": "number"},
    )
