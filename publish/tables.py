"""The tables of all data: their columns, what each means, and their rows."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ledger.claim import COLUMNS, Claim
from ledger.forms import Form
from publish.site import Site, View, url_of

Row = dict[str, Any]


@dataclass(frozen=True)
class Table:
    """A table of the package: its columns with what they mean, its key, and where columns point.

    A column whose word is the name of a shape means what that shape's field of the same name
    means; only what is computed is described here.
    """

    name: str
    title: str
    columns: dict[str, str]
    key: tuple[str, ...] = ()
    points: dict[str, str] = field(default_factory=dict)


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
            "verdict": "computed from the readings",
            "because": "the reason in one sentence",
            "checked": "the day from which the verdict stands",
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
            "source": "reading",
            "note": "reading",
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
            "publisher": "source",
            "date": "source",
            "address": "source",
            "seen": "source",
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
            "claim": "the claim that covers it, or empty",
            "reason": "why no claim covers it, or empty",
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
                yield {"id": id, "note": "", **source.record()}
        case "article":
            for printed in ledger.printed:
                where, figure = printed.where, printed.text
                claim_id, reason = printed.claim_id, printed.reason
                yield {"where": where, "figure": figure, "claim": claim_id, "reason": reason}
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
        "verdict": claim.verdict.name,
        "because": claim.judgement.because,
        "checked": claim.history[-1].date.isoformat(),
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
            "note": row.note,
        }


def table_of(claim: Claim, form: Form) -> Table:
    """The table of one claim: the columns that all share, and those of its form."""
    further = {name: f"{form.columns[name]}, for the form {claim.form}" for name in claim.columns}
    columns = dict.fromkeys(COLUMNS, "reading") | further
    return Table(claim.id, claim.title, columns, points={"source": "sources"})
