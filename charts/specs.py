"""From a claim to finished specifications: its form draws it, and the theme gives it its look."""

import importlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from charts import theme
from charts.drawn import PARTS, Drawn, Spec
from charts.passages import Extract
from charts.theme import Frame
from ledger.claim import Claim, Ledger

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

LIBRARIES = ("altair", "narwhals", "pandas")  # what they draw may differ from release to release
MOST_PUBLISHERS = 2
LONGEST = 78  # letters of a source line
TABLES = {"role": "readings", "date": "days"}  # what a table is, by a column that it has


UNDRAWN: dict[str, Any] = {  # what no form reads of a claim, and of a reading
    "claim": {"body": "", "body_line": 0, "history": (), "checked": None, "next": None}
    | {"searches": (), "subject": "", "not_judged": (), "because": ""},
    "reading": {"line": 0, "proof": None, "tests": (), "of": ""},
}


def given(claim: Claim) -> Claim:
    """A claim as a form sees it: without what no form reads, so that this redraws nothing."""
    readings = tuple(replace(reading, **UNDRAWN["reading"]) for reading in claim.readings)
    return replace(claim, **{**UNDRAWN["claim"], "readings": readings})


def given_all(ledger: Ledger) -> Ledger:
    """The ledger as the picture of all claims sees it: the article, and its claims as forms do."""
    claims = {name: given(claim) for name, claim in ledger.claims.items()}
    return Ledger(Path(), ledger.article, (), claims, {}, ())


def draw_claim(claim: Claim) -> Drawn:
    """Draw a claim in its form, wide and narrow."""
    name = f"charts.forms.{claim.form}" if claim.readings else "charts.blank"
    form = importlib.import_module(name)
    drawn = _both(form.draw, claim)
    measure = claim.measure or f"The article says: {claim.sentence}"
    verdict = "" if claim.draft else claim.verdict.name
    return Drawn(form.describe(claim), claim.title, measure, verdict, _credit(claim), drawn)


def draw_overview(ledger: Ledger) -> Drawn:
    """Draw all claims together, wide and narrow."""
    from charts import overview

    drawn = _both(overview.draw, ledger)
    article = ledger.article.title[:LONGEST] if ledger.article else ""
    title, words = overview.title(ledger), overview.describe(ledger)
    return Drawn(words, title, overview.MEASURE, "", article, drawn)


def draw_clocks(claims: Sequence[Claim]) -> Drawn:
    """Draw the hours of several claims in one picture, wide and narrow."""
    from charts import clocks

    drawn = _both(clocks.draw, claims)
    title, words = clocks.title(claims), clocks.describe(claims)
    return Drawn(words, title, clocks.measure(claims), "", _credit(*claims), drawn)


def draw_xray(text: Extract) -> Drawn:
    """Draw the article, or some sections of it, as an X-ray, wide and narrow."""
    from charts import xray

    drawn = _both(xray.draw, text)
    title, words = xray.title(text), xray.describe(text)
    return Drawn(words, title, xray.MEASURE, "", text.article[:LONGEST], drawn)


def _both(draw: Callable[[Any, Frame], Any], what: object) -> str:
    """The wide and the narrow specification of something, as JSON."""
    with _quickly():
        specs = {name: spec_of(draw(what, one), one) for name, one in theme.FRAMES.items()}
    return json.dumps(specs, ensure_ascii=False, separators=(",", ":"))


def spec_of(chart: "alt.LayerChart | alt.HConcatChart | alt.VConcatChart", frame: Frame) -> Spec:
    """An Altair chart as a Vega-Lite specification in the site's theme, its tables named."""
    tables: dict[str, list[dict[str, Any]]] = {}
    spec: Spec = {**_written(chart, {"datasets": tables}), "config": theme.config(frame)}
    tables = {**spec.get("datasets", {}), **tables}
    names = _names(tables)
    for part in _parts(spec):
        if part.get("data", {}).get("name") in names:
            part["data"] = {"name": names[part["data"]["name"]]}
    return {**spec, "datasets": {names[name]: rows for name, rows in tables.items()}}


def _written(chart: Any, context: dict[str, Any]) -> Spec:
    """A chart as Altair writes it, part by part: asked for the whole, it copies each part twice."""
    kind = next((kind for kind in PARTS if getattr(chart, kind, None)), "")
    if not kind:
        spec: Spec = chart.to_dict(validate=False, context=context)
        return spec
    parts, chart[kind] = chart[kind], []
    spec = chart.to_dict(validate=False, context=context)
    chart[kind] = parts
    shared = {"data": chart.data} if "data" in spec else {}
    inner = {**context, **shared, "top_level": False}
    return {**spec, kind: [_written(part, inner) for part in parts]}


@contextmanager
def _quickly() -> Iterator[None]:
    """A block in which Altair neither checks its objects, which the tests do, nor its tables."""
    import altair as alt
    from altair.utils import schemapi

    alt.data_transformers.register("rows", _values)
    with schemapi.debug_mode(False), alt.data_transformers.enable("rows"):
        yield


def _values(table: "pd.DataFrame") -> dict[str, list[dict[str, Any]]]:
    """The rows of a table as data: a moment as text, and nothing for what is missing."""
    columns = [[_cell(value) for value in table[name].tolist()] for name in table]
    return {"values": [dict(zip(table, row, strict=True)) for row in zip(*columns, strict=True)]}


def _cell(value: Any) -> Any:
    if value != value:
        return None
    return value.isoformat() if isinstance(value, datetime) else value


def _names(tables: dict[str, list[dict[str, Any]]]) -> dict[str, str]:
    """Names for tables, by the hashes that Altair gives them: readings, days, what is stated."""
    names: dict[str, str] = {}
    for name, rows in tables.items():
        kind = next(
            (kind for column, kind in TABLES.items() if rows and column in rows[0]), "stated"
        )
        count = sum(other.partition("-")[0] == kind for other in names.values())
        names[name] = f"{kind}-{count + 1}" if count else kind
    return names


def _parts(spec: Spec) -> Iterator[Spec]:
    """A specification and each of its layers and plots, however deep."""
    yield spec
    for part in (part for kind in PARTS for part in spec.get(kind, ())):
        yield from _parts(part)


def _credit(*claims: Claim) -> str:
    """Who says what judges, or everything when nothing does."""
    every = [row for claim in claims for row in claim.readings]
    judging = [row for row in every if row.role != "context"] or every
    names = list(dict.fromkeys(row.source.teller for row in judging))
    more = " and others" if len(names) > MOST_PUBLISHERS else ""
    text = f"Source: {'; '.join(names[:MOST_PUBLISHERS])}{more}"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
