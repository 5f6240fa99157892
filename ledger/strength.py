"""How strong the record behind a verdict is: origins that stand apart from each other, counted."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ledger.distances import count
from ledger.phrases import begun, listed

if TYPE_CHECKING:
    from ledger.claim import Claim
    from ledger.reading import Reading

COPIES = ("copy", "second-hand")
FEW = 4  # origins that are named; more are only counted


def strength(claim: "Claim") -> str:
    """How many origins stand behind a verdict, and how they do; empty where nothing judges."""
    parts = _judging(claim)
    rows = [row for part in parts for row in part]
    if not rows:
        return ""
    who, apart = givers(rows), [_apart(part) for part in parts]
    names = f": {listed(who)}" if len(who) <= FEW else ""
    if len(who) == 1:
        sources = {source.id: source.seen for row in rows for source in row.sources}
        copied = all(seen in COPIES for seen in sources.values())
        rests = f" It rests on {'one copy' if len(sources) == 1 else 'copies'}." if copied else ""
        return f"One origin stands behind this{names}.{rests}"
    if claim.verdict.name == "Unsettled":
        return f"{begun(count(len(who), 'origin'))} speak of this{names}."
    if min(map(len, apart)) > 1:
        told = count(len(who), "independent origin")
        return f"{begun(told)} stand behind this{names}."
    told = begun(count(len(who), "origin"))
    if len(parts) == 1:
        return f"{told} together stand behind this{names}."
    which = "Each part rests" if max(map(len, apart)) == 1 else "Some parts rest"
    return f"{told} stand behind this{names}. {which} on one alone."


def origins(claim: "Claim") -> tuple[str, ...]:
    """The origins that a verdict rests on, each once; none for what is not judged."""
    return givers(row for part in _judging(claim) for row in part)


def givers(rows: Iterable["Reading"]) -> tuple[str, ...]:
    """The origins of readings, each once."""
    found: dict[str, str] = {}
    for row in rows:
        for source in row.sources:
            found.setdefault(source.teller.casefold(), source.teller)
    return tuple(found.values())


def parts_of(claim: "Claim", role: str) -> list[list["Reading"]]:
    """The readings of a role by their names: each a quantity or a fact, with its sources."""
    parts: dict[str, list[Reading]] = {}
    for row in claim.readings:
        if row.role == role:
            parts.setdefault(row.name, []).append(row)
    return [*parts.values()]


def _judging(claim: "Claim") -> list[list["Reading"]]:
    """The parts that a verdict rests on: what was asked, and a rival that a misplaced one fits."""
    asked = [] if claim.draft else parts_of(claim, "asked")
    if claim.verdict.name != "Misplaced":
        return asked
    fitting = [
        part
        for part in parts_of(claim, "rival")
        if (found := claim.judgement.lines[claim.readings.index(part[0])].verdict)
        and found.name in ("Holds", "Nearly")
    ]
    return asked + fitting


def _apart(part: list["Reading"]) -> set[tuple[str, ...]]:
    """What confirms a part: each origin alone, or together those that it was worked out from."""
    found: set[tuple[str, ...]] = set()
    for row in part:
        together = row.proof is not None and row.proof.kind == "worked out"
        who = givers([row])
        found |= {who} if together else {(one,) for one in who}
    return found
