"""Pictures: from claims to SVG and PNG, drawn only when something that they are made from has changed.

A picture's key is a hash of the bytes it is made from: the claim as its form sees it, the form's file, the code that draws,
and the versions of the libraries. A picture whose key is on disk is never drawn again.
"""

import base64
import hashlib
import html
import importlib
import json
import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from charts import theme, words
from ledger import read
from ledger.claim import Claim, Ledger

if TYPE_CHECKING:
    import altair as alt

HERE = Path(__file__).parent
CODE = ("theme", "grammar", "words", "render")
LIBRARIES = ("altair", "vl-convert-python", "pandas")
PNG_SCALE = 2


@dataclass(frozen=True)
class Pictures:
    """What is drawn of one claim: inline SVGs for wide and narrow pages, their text alternative, and pictures to take away.

    `title`, `measure` and `key` are for pictures that belong to no claim; `specs` is JSON, the Vega-Lite chart for each frame.
    """

    alt: str
    wide: str
    narrow: str
    svg: str
    png: bytes
    title: str = ""
    measure: str = ""
    key: str = ""
    specs: str = ""


def key_of(claim: Claim) -> str:
    """The hash of everything that the pictures of a claim are made from."""
    seen = {name: value for name, value in claim.record().items() if name not in ("sources", "history")}
    seen |= {"measure": claim.measure, "label": claim.name, "credit": _credit(claim)}
    form = (read.FORMS / f"{claim.form}.py").read_bytes()
    return _key(json.dumps(seen, sort_keys=True).encode(), form)


def _key(*inputs: bytes) -> str:
    digest = hashlib.sha256()
    code = [(HERE / f"{name}.py").read_bytes() for name in CODE]
    libraries = [f"{name} {version(name)}".encode() for name in LIBRARIES]
    for part in (*inputs, *code, *libraries):
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


class Cache:
    """Pictures on disk by key, in a folder. Writes are atomic; `kept` remembers which keys this build used."""

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        self.kept: set[str] = set()
        self.drawn: list[str] = []

    def get(self, name: str, key: str, draw: Callable[[], Pictures]) -> Pictures:
        """The `Pictures` for a key, from disk, or drawn by `draw()` and kept; `name` is noted in `drawn`."""
        path = self.folder / f"{key}.json"
        self.kept.add(path.name)
        try:
            stored = json.loads(path.read_bytes())
            return Pictures(**{**stored, "png": base64.b64decode(stored["png"])})
        except (OSError, ValueError, KeyError, TypeError):
            pictures = draw()
        self.drawn.append(name)
        write(path, json.dumps({**vars(pictures), "png": base64.b64encode(pictures.png).decode()}).encode())
        return pictures

    def tidy(self) -> None:
        """Forget the pictures that this build did not use."""
        for path in self.folder.glob("*.json"):
            if path.name not in self.kept:
                path.unlink(missing_ok=True)


def write(path: Path | str, data: bytes) -> None:
    """Write a file whole or not at all: killed at any moment, the old one or the new one is there."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def pictures_of(claim: Claim, cache: Cache) -> Pictures:
    """The `Pictures` of a claim, drawn only when nothing on disk fits."""
    return cache.get(claim.id, key_of(claim), lambda: draw(claim))


def overview_of(ledger: Ledger, cache: Cache) -> Pictures:
    """The `Pictures` of all claims together."""
    article = ledger.article.title if ledger.article else ""

    def draw_all() -> Pictures:
        from charts import overview

        drawn = {}
        for name in theme.FRAMES:
            with theme.drawing_for(name):
                drawn[name] = to_svg(overview.draw(ledger))
        title, measure = overview.title(ledger), "Recorded, as a multiple of what the article says"
        svg = framed(drawn["wide"], title, measure, None, article[:80])
        wide, narrow = (inline(part, f"overview-{name}") for name, part in drawn.items())
        return Pictures(
            overview.describe(ledger),
            wide,
            narrow,
            svg,
            to_png(svg),
            title,
            measure,
            "Amber: the article's figure. Each dot is a claim: right of the line, the record shows more; left, less.",
        )

    seen = [article, [claim.name for claim in ledger.claims.values()], ledger.records()]
    code = (HERE / "overview.py").read_bytes()
    return cache.get("overview", _key(json.dumps(seen, sort_keys=True, default=str).encode(), code), draw_all)


def draw(claim: Claim) -> Pictures:
    """Draw a claim in its form: both frames and the pictures to take away."""
    form = importlib.import_module(f"charts.forms.{claim.form}")
    specs, drawn = {}, {}
    for name in theme.FRAMES:
        with theme.drawing_for(name):
            specs[name] = spec_of(form.draw(claim))
            drawn[name] = spec_to_svg(specs[name])
    verdict = claim.verdict
    svg = framed(drawn["wide"], claim.title, claim.measure or f"The article says: {claim.sentence}", verdict.name, _credit(claim))
    wide, narrow = (inline(part, f"{claim.id}-{name}") for name, part in drawn.items())
    return Pictures(form.describe(claim), wide, narrow, svg, to_png(svg), specs=json.dumps(specs, ensure_ascii=False, separators=(",", ":")))


def spec_of(chart: "alt.LayerChart") -> dict[str, Any]:
    """An Altair chart as a Vega-Lite specification in the site's theme, for the current frame."""
    return {**chart.to_dict(), "config": theme.config()}


def to_svg(chart: "alt.LayerChart") -> str:
    """An Altair chart as SVG in the site's theme, with colours as CSS variables."""
    return spec_to_svg(spec_of(chart))


def spec_to_svg(spec: dict[str, Any]) -> str:
    """A Vega-Lite specification as SVG."""
    import vl_convert

    svg = vl_convert.vegalite_to_svg(spec, vl_version=_vl_version(), show_warnings=False)
    # The halo that keeps labels readable over lines must lie under the letters, not over them.
    return svg.replace("<text ", '<text paint-order="stroke" ')


def script_bundle(folder: Path | str) -> bytes:
    """Vega, Vega-Lite and Vega-Embed in one file for the reader who wants to explore a chart, made once a version."""
    import vl_convert

    path = Path(folder) / f"vega-{_key(_vl_version().encode())[:16]}.js"
    if not path.exists():
        write(path, vl_convert.javascript_bundle(vl_version=_vl_version()).encode())  # type: ignore[call-arg]  # its types ask for more than it does
    return path.read_bytes()


def _vl_version() -> str:
    import altair

    return ".".join(altair.SCHEMA_VERSION.lstrip("v").split(".")[:2])


def to_png(svg: str) -> bytes:
    """A finished SVG, with fixed colours, as PNG bytes at double size."""
    import vl_convert

    return vl_convert.svg_to_png(svg, scale=PNG_SCALE)


def inline(svg: str, prefix: str) -> str:
    """An SVG to stand inside a page: unique ids, no fixed size, hidden from readers who get the words instead."""
    svg = re.sub(r'\bid="([^"]+)"', rf'id="{prefix}-\1"', svg)
    svg = re.sub(r"url\(#([^)]+)\)", rf"url(#{prefix}-\1)", svg)
    svg = re.sub(r' (?:aria-[a-z]+|role|xmlns:xlink)="[^"]*"', "", svg).replace(" xlink:href=", " href=")
    return re.sub(r'<svg ([^>]*?)class="marks" width="([\d.]+)" height="([\d.]+)"', r'<svg \1width="\2" height="\3" aria-hidden="true" focusable="false"', svg)


def framed(svg: str, title: str, subtitle: str, badge: str | None, credit: str) -> str:
    """A picture that stands alone: a chart with its title, what it measures, the verdict and where it is from, in fixed light colours."""
    width, height = (float(n) for n in re.findall(r'width="([\d.]+)" height="([\d.]+)"', svg)[0])
    pad, line, font = 24, 26, theme.FONT
    titles, subtitles = words.lines(title, 56), words.lines(subtitle, 96)
    rows, y = [], pad + 18
    for text in titles:
        rows.append(f'<text x="{pad}" y="{y}" font-family="{font}" font-size="21" font-weight="bold" fill="var(--ink)">{html.escape(text)}</text>')
        y += line
    for text in subtitles:
        rows.append(f'<text x="{pad}" y="{y - 4}" font-family="{font}" font-size="13" fill="var(--muted)">{html.escape(text)}</text>')
        y += 18
    top = y + 6
    foot = top + height + 30
    if badge:
        rows.append(
            f'<path transform="translate({pad} {foot - 13})" d="{theme.MARKS[badge.lower()]}" fill="var(--{badge.lower()})" fill-rule="evenodd"/>'
            f'<text x="{pad + 22}" y="{foot}" font-family="{font}" font-size="14" font-weight="bold" fill="var(--{badge.lower()})">{badge}</text>'
        )
    rows.append(f'<text x="{width + pad}" y="{foot}" font-family="{font}" font-size="12" fill="var(--muted)" text-anchor="end">{html.escape(credit)}</text>')
    inner = svg.replace("<svg ", f'<svg x="{pad}" y="{top}" ', 1)
    whole = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width + 2 * pad:g} {foot + pad - 6:g}" '
        f'width="{width + 2 * pad:g}" height="{foot + pad - 6:g}" role="img"><title>{html.escape(title)}</title>'
        f'<rect width="100%" height="100%" fill="var(--card)"/>{"".join(rows)}{inner}</svg>'
    )
    return theme.fixed(whole)


def _credit(claim: Claim) -> str:
    """The publishers behind what judges, or behind everything when nothing does."""
    judging = [r for r in claim.readings if r.role != "context"] or claim.readings
    names = list(dict.fromkeys(r.source.publisher.split(",")[0] for r in judging))
    text = "Source: " + "; ".join(names[:2]) + (" and others" if len(names) > 2 else "")
    return text if len(text) <= 78 else text[:77] + "…"
