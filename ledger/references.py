"""References: rows of a claim that show readings of other claims."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from ledger.mistakes import Mistake, Telling, did_you_mean
from ledger.named_days import other_day
from ledger.names import Names
from ledger.reading import Reading
from ledger.rows import Reference, Rows

MOST_NAMED = 6  # readings in one message
TWICE = "Correct one of them, or take it out."


def look_up(
    stem: str, tables: Mapping[str, Rows], names: Names | None = None
) -> Telling[tuple[Reading, ...] | None]:
    """The readings of a claim with each reference in its place; None when one leads nowhere.
    `names` give a hint for the id of a claim that is not there.
    """
    rows = tables[stem]
    found = []
    shown: dict[tuple[str, int], Reading] = {}  # the row of a reading elsewhere, by its place
    for row in rows.found:
        if isinstance(row, Reading):
            found.append(row)
            continue
        target = _target(row, stem, tables, names)
        if isinstance(target, Reading):
            first = shown.setdefault((row.claim_id, target.line), row.row)
            if first is not row.row:
                both = f"line {first.line}, '{first.name}', and this one, '{row.row.name}', show"
                target = f"{both} the same reading of '{row.claim_id}', '{target.name}'. {TWICE}"
        if isinstance(target, str):
            yield Mistake(rows.file, row.row.line, target)
        elif target and (sentence := _misfit(row, target, rows, tables[row.claim_id])):
            yield Mistake(rows.file, row.row.line, sentence)
        elif target:
            value, sources, proof = target.value, target.sources, target.proof
            seen = replace(row.row, value=value, sources=sources, proof=proof, of=row.claim_id)
            found.append(seen)
    return tuple(found) if rows.whole and len(found) == len(rows.found) else None


def _target(
    row: Reference, stem: str, tables: Mapping[str, Rows], names: Names | None
) -> Reading | str | None:
    """The reading that a row refers to; or what is wrong; or None when that cannot be told."""
    if row.claim_id == stem:
        return "a row cannot refer to its own claim. Write the value here."
    if row.claim_id not in tables:
        known = names.hint(row.claim_id, "Name one of docs/claims.") if names else ""
        return f"there is no claim '{row.claim_id}' to see. {known}".rstrip()
    there = tables[row.claim_id]
    hits = [one for one in there.found if _name_of(one) == row.name]
    if not hits:
        named = dict.fromkeys(map(_name_of, there.found))
        if not there.whole or not named or any(_mended(one) == row.name for one in there.found):
            return None
        rest = f"Its readings are {', '.join(f'“{name}”' for name in [*named][:MOST_NAMED])}."
        told = f"the claim '{row.claim_id}' has no reading '{row.name}'"
        return f"{told}. {did_you_mean(row.name, named, rest)}"
    if len(hits) > 1:
        told = f"'{row.name}' stands in '{row.claim_id}' {len(hits)} times"
        return f"{told}. Give its readings names of their own."
    if isinstance(hits[0], Reference):
        return _fault_of_way(row, stem, tables)
    return hits[0]


def _fault_of_way(row: Reference, stem: str, tables: Mapping[str, Rows]) -> str | None:
    """Why a row cannot show a reference; None where that is told at another row."""
    way = _way(row, stem, tables)
    *_, (home, last) = way
    if isinstance(last, Reading):
        told = f"'{row.name}' stands in '{row.claim_id}' as a reference too"
        if home == stem:
            own = f"line {last.line} of this table"
            return f"'{row.name}' of '{row.claim_id}' shows {own}. Take this row out."
        return f"{told}. Refer to its own claim: `see {home}: {last.name}`."
    if len(way) < 3 or last is not row or (stem, row) != _owner(way[1:], tables):
        return None
    named = [f"'{claim}: {_name_of(one)}'" for claim, one in way[1:-1]]
    shown = ", which sees ".join(named[:MOST_NAMED])
    remedy = "Write the value with its source and proof into this one"
    return f"this row sees {shown}, which sees this row again. {remedy}."


def _way(
    row: Reference, stem: str, tables: Mapping[str, Rows]
) -> list[tuple[str, Reading | Reference]]:
    """The rows that a reference leads along, itself first, each with its claim: to a reading, to
    a row that leads nowhere, or to one of the rows again.
    """
    way: list[tuple[str, Reading | Reference]] = [(stem, row)]
    last: Reading | Reference = row
    places = {id(row)}
    while isinstance(last, Reference) and last.claim_id in tables:
        home, name = last.claim_id, last.name
        hits = [one for one in tables[home].found if _name_of(one) == name]
        if len(hits) != 1:
            break
        last = hits[0]
        way.append((home, last))
        if id(last) in places:
            break
        places.add(id(last))
    return way


def _owner(
    ring: list[tuple[str, Reading | Reference]], tables: Mapping[str, Rows]
) -> tuple[str, Reading | Reference]:
    """The row of a ring where its value must stand: the one that most rows see, then one that
    judges.
    """
    seen = Counter(
        (row.claim_id, row.name)
        for table in tables.values()
        for row in table.found
        if isinstance(row, Reference)
    )

    def place(one: tuple[str, Reading | Reference]) -> tuple[int, bool, str, int]:
        home, row = one
        plain = row.row if isinstance(row, Reference) else row
        return -seen[home, plain.name], plain.role == "context", home, plain.line

    return min(ring, key=place)


def _name_of(row: Reading | Reference) -> str:
    return row.name if isinstance(row, Reading) else row.row.name


def _mended(row: Reading | Reference) -> str:
    """The name that a row would have by the day in its columns, where that is another one."""
    other = other_day(row if isinstance(row, Reading) else row.row)
    return other.name if other else ""


def _misfit(row: Reference, target: Reading, here: Rows, there: Rows) -> str:
    """Why a reading of another claim cannot stand here, or an empty string."""
    kind = target.value.kind
    if kind not in here.asked.kinds(row.row.role):
        return f"'{row.name}' of '{row.claim_id}' is a {kind}, which cannot stand here."
    if kind == "number" and here.unit != there.unit:
        told = f"'{row.name}' of '{row.claim_id}' counts '{there.unit}', and this claim"
        return f"{told} '{here.unit}'. Add a reading of its own, worked out from it."
    return ""
