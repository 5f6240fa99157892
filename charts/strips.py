"""A claim on one line: what is said, what is recorded and where it fits, on one true scale.

The rows of the ledger and the share cards show it; it has as few marks as a glance can take.
"""

from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from charts import svg, theme
from ledger.claim import Claim
from ledger.values import Value

MOST = 3  # asked readings that are shown; one that fits, and what is said, come to them
EDGE = 0.06  # of the scale, free at either end
DAYS = 45.0  # days around dates that are all the same
FITS = ("Holds", "Nearly")  # the best first
WIDE, TALL = 160, 24  # px of a strip in a table


@dataclass(frozen=True)
class Mark:
    """A value on the strip, from `start` to `end` as parts of its width, with its words."""

    role: str
    start: float
    end: float
    name: str
    value: str

    @property
    def middle(self) -> float:
        """Where its words belong."""
        return (self.start + self.end) / 2


@dataclass(frozen=True)
class Strip:
    """The marks of a claim, where zero is, if anywhere, and what a bound or a range allows."""

    marks: tuple[Mark, ...]
    zero: float | None
    band: tuple[float, float] | None


def strip_of(claim: Claim, most: int = MOST) -> Strip | None:
    """The strip of a claim; none where nothing is stated, or where it is a matter of yes or no."""
    stated = claim.stated
    if claim.draft or not stated or stated.kind == "fact":
        return None
    asked = [row for row in claim.asked if row.value.kind == stated.kind][:most]
    place = fitting(claim)
    fits = None if place is None else claim.readings[place]
    values = [stated, *(row.value for row in asked), *([fits.value] if fits else [])]
    low, high = _scale(values, stated.kind == "date")

    def mark(role: str, value: Value, name: str) -> Mark:
        start, end = (
            round((float(end) - low) / (high - low), 4) for end in (value.low, value.high)
        )
        return Mark(role, start, end, name, claim.show(value))

    marks = [mark("said", stated, "the article says")]
    marks += [mark("rival", fits.value, fits.name)] if fits else []
    marks += [mark("asked", row.value, row.name) for row in asked]
    zero = None if stated.kind == "date" else round(-low / (high - low), 4)
    return Strip(tuple(marks), zero, _band(stated, marks[0], zero))


def small(claim: Claim) -> str:
    """The strip of a claim as an SVG for a row of a table, or an empty string without one."""
    strip = strip_of(claim)
    if not strip:
        return ""
    look = {"viewBox": f"0 0 {WIDE} {TALL}", "width": WIDE, "height": TALL}
    root = svg.element("svg", aria_hidden="true", focusable="false", **look)
    root.set("class", "strip")
    root.extend(drawn(strip, WIDE, TALL - 10, 4))
    return ElementTree.tostring(root, encoding="unicode")


def drawn(strip: Strip, width: float, y: float, size: float) -> list[Element]:
    """The marks of a strip, on a line at height `y`; `size` is the radius of a dot."""
    amber, blue, card = (theme.colour(role) for role in ("said", "record", "card"))
    found = [svg.element("path", d=f"M0 {y:g}H{width:g}", stroke=theme.colour("rule"))]
    tall = 2 * size
    if strip.band:
        start, end = (edge * width for edge in strip.band)
        box = {"x": start, "y": y - tall, "width": end - start, "height": 2 * tall}
        found.append(svg.element("rect", **box, fill=amber, fill_opacity=0.25))
    if strip.zero is not None:
        line = f"M{strip.zero * width:.1f} {y - size:g}v{2 * size:g}"
        found.append(svg.element("path", d=line, stroke=theme.colour("muted")))
    for mark in strip.marks:
        start, end, x = mark.start * width, mark.end * width, mark.middle * width
        if mark.role == "said":
            line = "" if end - start > size / 2 else f"M{x:.1f} {y - tall:g}v{2 * tall:g}"
            s = f"{size:g}"
            sign = f"M{x:.1f} {y - tall - size:g}l{s} {s}-{s} {s}-{s}-{s}z"
            look = {"fill": amber, "stroke": amber, "stroke_width": size / 2.5}
            found.append(svg.element("path", d=line + sign, **look))
            continue
        look = {"fill": card if mark.role == "rival" else blue, "stroke": blue}
        look["stroke_width"] = size / 2.5
        if end - start > size / 2:
            bar = {"x": start, "y": y - size * 0.7, "width": end - start, "height": size * 1.4}
            found.append(svg.element("rect", **bar, rx=size * 0.7, **look))
        else:
            found.append(svg.element("circle", cx=round(x, 1), cy=y, r=size * 0.9, **look))
    return found


def _band(stated: Value, said: Mark, zero: float | None) -> tuple[float, float] | None:
    """What a bound or a range allows, as far as the scale goes."""
    if stated.relation == "to":
        return said.start, said.end
    if not stated.bound:
        return None
    outward = stated.relation in ("at least", "more than", "after")
    if zero is None:
        return (said.end, 1.0) if outward else (0.0, said.end)
    far = 0.0 if stated.direction < 0 else 1.0
    first, last = sorted((said.middle, far if outward else zero))
    return first, last


def fitting(claim: Claim) -> int | None:
    """The place of the rival that the stated value fits best, for a claim that is misplaced."""
    if claim.draft or claim.verdict.name != "Misplaced":
        return None
    pairs = enumerate(zip(claim.readings, claim.judgement.lines, strict=True))
    near = [
        (FITS.index(line.verdict.name), place)
        for place, (reading, line) in pairs
        if reading.role == "rival" and line.verdict and line.verdict.name in FITS
    ]
    return min(near)[1] if near else None


def _scale(values: list[Value], dates: bool) -> tuple[float, float]:
    """The ends of the scale: numbers begin at zero, dates do not; nothing stands on an end."""
    ends = [float(end) for value in values for end in (value.low, value.high)]
    low, high = (min(ends), max(ends)) if dates else (min(0.0, *ends), max(0.0, *ends))
    free = max(EDGE * (high - low), DAYS if dates else 0) or 1.0
    return low - free, high + free
