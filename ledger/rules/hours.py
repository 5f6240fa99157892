"""The rules for hours and zones: a row has the hour that its name or its proof tells."""

import re
from collections.abc import Iterator

from ledger.claim import Claim
from ledger.content import Content, Rule
from ledger.hours import span_of, zone_of
from ledger.mistakes import Mistake
from ledger.reading import Reading

TIME = re.compile(
    r"(?<![\d:.-])(\d{1,2}):([0-5]\d)(?![\d:])(?: ?([apAP])\.?[mM]\b\.?)?(?: ([A-Z]{2,4})\b)?"
    r"(?P<where> (?:in|at) [A-Z])?"
)
# Zones by the letters that texts give them, in hours from universal time, in winter and in summer.
LETTERS = {
    "ET": (-5, -4), "EST": (-5,), "EDT": (-4,), "CET": (1, 2), "CEST": (2,), "GMT": (0,),
    "UTC": (0,), "JST": (9,), "HKT": (8,),
}  # fmt: skip
DAY = 24 * 60


def _columns(content: Content, claim: Claim) -> tuple[str, str]:
    """The names of the columns with the hour and the zone of a claim's form, or empty strings."""
    form = content.forms.get(claim.form)
    kinds = form.columns.items() if form else ()
    zone = next((name for name, kind in kinds if kind == "zone"), "")
    hours = [name for name, kind in kinds if kind == "hours"]
    return (hours[0] if hours else ""), zone


def hours_are_those_told(content: Content) -> Iterator[Mistake]:
    """The hours of a row hold the one that its name tells, or its proof with a zone."""
    for claim in content.ledger.claims.values():
        column, zone = _columns(content, claim)
        for row in claim.readings if column and zone else ():
            cell, place = str(row.extra.get(column) or ""), str(row.extra.get(zone) or "")
            proof = row.proof.text if row.proof and not row.of else ""
            if cell and place and (told := _other_hour(cell, place, row, proof)):
                sentence = f"'{column}' says {cell} in {place}, and {told}"
                yield Mistake(content.table(claim), row.line, f"{sentence}. Correct one.")


def _other_hour(cell: str, place: str, row: Reading, proof: str) -> str:
    """An hour that a row tells and that is not its own, in words, or an empty string."""
    first, last = span_of(cell)
    ahead = zone_of(place)[1]
    for what, text in (("its name", row.name), ("its proof", proof)):
        told, fits = "", False
        for match in TIME.finditer(text):
            letters = (match[4] or "").upper()
            zones = [60 * hours for hours in LETTERS.get(letters, ())]
            if match["where"] or (letters and not zones) or (what == "its proof" and not zones):
                continue
            hour, minute, half = int(match[1]), int(match[2]), (match[3] or "").lower()
            known = [hour % 12 + 12 * (half == "p")] if half else [hour]
            minutes = [60 * one + minute for one in known]
            if not half and hour <= 12:
                minutes.append((60 * (hour + 12) + minute) % DAY)
            own = [(one - (zone - ahead)) % DAY for one in minutes for zone in zones or [ahead]]
            fits = fits or any(first <= one <= last for one in own)
            told = told or match.group().strip(" .")
        if told and not fits:
            return f"{what} {told}"
    return ""


def zones_are_alike(content: Content) -> Iterator[Mistake]:
    """In one table a place is of one zone, but where several rows have the other."""
    for claim in content.ledger.claims.values():
        _, zone = _columns(content, claim)
        found: dict[str, dict[str, list[Reading]]] = {}
        for row in claim.readings if zone else ():
            if cell := str(row.extra.get(zone) or ""):
                found.setdefault(zone_of(cell)[0].casefold(), {}).setdefault(cell, []).append(row)
        for cells in found.values():
            usual = max(cells, key=lambda one: len(cells[one]))
            for cell, few in cells.items():
                if len(few) == 1 and cell != usual and len(cells[usual]) > 1:
                    told = f"'{zone}' says '{cell}', and '{usual}' in the rows beside it"
                    remedy = "Correct one; or if the clocks differ, say it: New York in summer."
                    yield Mistake(content.table(claim), few[0].line, f"{told}. {remedy}")


RULES: tuple[Rule, ...] = (hours_are_those_told, zones_are_alike)
