"""Share cards: one picture of 1200 by 630 px for each claim and page, for previews elsewhere.

A card is composed of drawings that exist already. Its key is a hash of its own SVG, so it is drawn again when, and only when, it would differ.
"""

import hashlib
import html
import io
import re
from functools import partial
from importlib.metadata import version

from charts import grammar, render, theme, words
from ledger.claim import Claim
from ledger.pages import Page
from publish import exports
from publish.site import Site

WIDTH, HEIGHT, PAD = 1200, 630, 56
ASIDE = 330  # px for the verdict, left of the chart
SIZES = (64, 58, 52, 46)  # px of the title, the largest that fits; the smallest is still 11 px on a card of 300
COLOURS = 128  # of the palette; more are not to be seen


def outputs(site: Site, cache: render.Cache) -> dict[str, bytes]:
    """The card of each claim and of each page, by its address; only what is not in the cache is drawn."""
    cards = {f"claims/{claim.id}.card.png": claim_card(claim, site) for claim in site.ledger.claims.values()}
    cards |= {exports.card_of(page): page_card(page, site) for page in site.pages}
    drawn = {path: cache.get(path, key_of(svg), partial(_picture, svg)).png for path, svg in cards.items()}
    cache.tidy()
    return drawn


def key_of(svg: str) -> str:
    """The hash of everything that a card is made from: its SVG, and the library that draws it."""
    return hashlib.sha256(f"{version('vl-convert-python')} {version('pillow')} {COLOURS}\n{svg}".encode()).hexdigest()


def claim_card(claim: Claim, site: Site) -> str:
    """The card of a claim: its finding, its verdict, what is said and recorded, and its chart."""
    aside = [_chip(claim.verdict.name)]
    asked = next((row for row in claim.readings if row.role == "asked"), None)
    if claim.stated and claim.stated.kind != "fact":
        aside.append(_figure("the article says", claim.said, "said"))
        aside += [_figure("the record says", claim.show(asked.value), "record")] if asked else []
    return _card(claim.title, site.name, aside, site.pictures[claim.id].wide)


def page_card(page: Page, site: Site) -> str:
    """The card of a page: its title, how the claims that it tells stand, and the chart of the first; of all claims when it tells none."""
    told = [site.ledger.claims[claim_id] for claim_id in page.tells] or list(site.ledger.claims.values())
    counts = [(verdict.name, sum(claim.verdict is verdict for claim in told)) for verdict, _ in site.ledger.tally()]
    aside = [_count(name, number) for name, number in counts if number]
    return _card(page.title, site.name, aside, site.pictures[page.tells[0] if page.tells else "overview"].wide)


def _picture(svg: str) -> render.Pictures:
    """The card as PNG with a palette, which is a sixth of the size and looks the same."""
    import vl_convert
    from PIL import Image

    whole, small = Image.open(io.BytesIO(vl_convert.svg_to_png(svg, scale=1))).convert("RGB"), io.BytesIO()
    whole.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return render.Pictures("", "", "", "", small.getvalue())


def _card(title: str, name: str, aside: list[tuple[str, int]], drawing: str) -> str:
    found = re.search(r'width="([\d.]+)" height="([\d.]+)"', drawing)
    wide, tall = (float(found[1]), float(found[2])) if found else (640.0, 300.0)
    beside = tall > 0.6 * wide  # a tall chart stands right of everything, a wide one under the title
    box = WIDTH / 2 + 40
    lines, size = _title(title, box - PAD - 32 if beside else WIDTH - 2 * PAD)
    y = PAD + 50
    parts = [
        f'<rect width="100%" height="100%" fill="var(--paper)"/><rect width="{WIDTH}" height="12" fill="var(--said)"/>',
        _text(PAD, PAD + 28, name, 32, "muted"),
    ]
    for line in lines:
        y += round(size * 1.16)
        parts.append(_text(PAD, y, line, size, "ink", bold=True))
    at, bottom = y + 38, HEIGHT - 40
    left, top = (box, 52.0) if beside else (PAD + ASIDE + 24.0, at)
    for part, height in aside:
        if at + height <= bottom + 8:
            parts.append(f'<g transform="translate({PAD} {at})">{part}</g>')
            at += height
    space, high = WIDTH - PAD - left - 40, bottom - top - 32
    scale = min(space / wide, high / tall)
    parts.append(f'<rect x="{left:g}" y="{top:g}" width="{WIDTH - PAD - left:g}" height="{bottom - top:g}" rx="10" fill="var(--card)" stroke="var(--rule)"/>')
    parts.append(
        re.sub(
            r'<svg ([^>]*?)width="[\d.]+" height="[\d.]+"',
            rf'<svg \1x="{left + 20 + (space - wide * scale) / 2:.1f}" y="{top + 16 + (high - tall * scale) / 2:.1f}" '
            rf'width="{wide * scale:.1f}" height="{tall * scale:.1f}"',
            drawing,
            count=1,
        )
    )
    whole: str = theme.fixed(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">{"".join(parts)}</svg>')
    return whole


def _title(title: str, room: float) -> tuple[list[str], int]:
    """The title in lines, in the largest type that leaves the chart enough room."""
    most = {SIZES[0]: 2} if room > WIDTH / 2 else dict.fromkeys(SIZES[:2], 4)
    lines: list[str] = []
    for size in SIZES:
        lines = words.lines(title, room, partial(grammar.width, bold=True, size=size))
        if len(lines) <= most.get(size, 3 if room > WIDTH / 2 else 5):
            return lines, size
    return lines, SIZES[-1]


def _chip(name: str) -> tuple[str, int]:
    role, wide = name.lower(), 100 + grammar.width(name, bold=True, size=42)
    return (
        f'<rect x="1.5" y="1.5" width="{wide:.0f}" height="69" rx="35" fill="var(--card)" stroke="var(--{role})" stroke-width="3"/>'
        f'<path transform="translate(24 16) scale(2.5)" d="{theme.MARKS[role]}" fill="var(--{role})" fill-rule="evenodd"/>'
        + _text(76, 51, name, 42, role, bold=True)
    ), 92


def _figure(label: str, value: str, role: str) -> tuple[str, int]:
    size = min(44, int(44 * ASIDE / grammar.width(value, bold=True, size=44)))
    return _text(0, 24, label, 26, role) + _text(0, 30 + size, value, size, role, bold=True), 50 + size


def _count(name: str, number: int) -> tuple[str, int]:
    role = name.lower()
    return (
        f'<path transform="translate(0 5) scale(2.1)" d="{theme.MARKS[role]}" fill="var(--{role})" fill-rule="evenodd"/>'
        + _text(50, 34, f"{number} {name}", 36, role, bold=True)
    ), 48


def _text(x: float, y: float, words: str, size: int, role: str, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x}" y="{y}" font-family="{theme.FONT}" font-size="{size}"{weight} fill="var(--{role})">{html.escape(words)}</text>'
