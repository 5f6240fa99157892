"""All data as one Frictionless Data Package: tables, a description of every column, a README."""

import hashlib
import io
import json
import re
import zipfile
from typing import Any

from ledger import verdict
from ledger.forms import forms
from ledger.shapes import SHAPES
from publish.machines import article_of, changed, count
from publish.site import Site
from publish.tables import (
    TABLES,
    Row,
    Table,
    rows_of,
    table_of,
    table_of_days,
    write_days,
    write_readings,
    write_table,
)
from publish.templates import LICENCE, fill

PROFILES = "https://datapackage.org/profiles/2.0"
TYPES = dict.fromkeys(("number", "sentence", "at"), "integer")
TYPES |= dict.fromkeys(("low", "high"), "number") | dict.fromkeys(
    ("since", "checked", "next"), "date"
)


def write_package(site: Site, records: bytes) -> bytes:
    """The package as a ZIP, whose files are sorted and bear one fixed date; all claims as records
    stand in it as they are given.
    """
    files = {
        f"{table.name}.csv": write_table(table.columns, rows_of(table, site)) for table in TABLES
    }
    resources = [_resource(table.name, files[f"{table.name}.csv"], table) for table in TABLES]
    kinds = forms()
    for claim in site.ledger.claims.values():
        path = f"claims/{claim.id}.csv"
        files[path] = write_readings(claim)
        resources.append(
            _resource(f"claims/{claim.id}", files[path], table_of(claim, kinds[claim.form]))
        )
        if claim.days:
            files[f"claims/{claim.id}.series.csv"] = data = write_days(claim)
            resources.append(_resource(f"claims/{claim.id}.series", data, table_of_days(claim)))
    files["claims.json"] = records
    resources.append(_records(files["claims.json"]))
    files["datapackage.json"] = write_json(_described(site, resources))
    files["README.md"] = fill(
        "files/README.md", site=site, counted=count(site), tables=TABLES, verdicts=verdict.VERDICTS
    ).encode()
    return _zipped(files)


def write_json(data: Any) -> bytes:
    """Data as JSON that people can read, too."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(path: str, data: bytes, table: Table) -> Row:
    schema: Row = {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(name, word, table) for name, word in table.columns.items()],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.points:
        schema["foreignKeys"] = [
            {"fields": [name], "reference": {"resource": other, "fields": ["id"]}}
            for name, other in table.points.items()
        ]
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": path.replace("/", "-"),
        "type": "table",
        "path": f"{path}.csv",
        "title": table.title,
        **({"description": table.description} if table.description else {}),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        **_sum(data),
        "schema": schema,
    }


def _field(name: str, word: str, table: Table) -> Row:
    told = SHAPES[word].model_fields[name].description if word in SHAPES else word
    told = "; ".join(filter(None, (told, table.caveats.get(name))))
    kinds = TYPES | table.types
    required = {"constraints": {"required": True}} if name in table.key else {}
    return {"name": name, "type": kinds.get(name, "string"), "description": told, **required}


def _records(data: bytes) -> Row:
    return {
        "$schema": f"{PROFILES}/dataresource.json",
        "name": "records",
        "path": "claims.json",
        "title": "All claims as records",
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        **_sum(data),
    }


def _sum(data: bytes) -> Row:
    return {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}


def _described(site: Site, resources: list[Row]) -> Row:
    at = {"path": site.address} if site.address else {}
    article = article_of(site)
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": re.sub(r"[^a-z0-9]+", "-", (site.name or "claims").lower()).strip("-"),
        "title": site.name or "Claims",
        "description": count(site),
        **({"homepage": site.address} if site.address else {}),
        "version": changed(site).isoformat(),
        "licenses": [LICENCE],
        "contributors": [{"title": site.name or "This site", "roles": ["publisher"], **at}],
        "sources": [{"title": article.title, "path": article.address}],
        "resources": resources,
    }


def _zipped(files: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[path])
    return whole.getvalue()
