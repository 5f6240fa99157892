"""How strong the record behind a verdict is, and how claims are counted."""

from dataclasses import replace

import pytest
from conftest import claim_of

from ledger.reading import Proof
from ledger.strength import origins, strength
from ledger.tallies import tallies


def sourced(claim, *given):
    """A claim whose readings have sources: for each the origins, how they were seen, and the proof."""
    rows = []
    for row, (who, seen, proof) in zip(claim.readings, given, strict=True):
        sources = tuple(
            replace(row.source, id=f"{one}-{seen}".lower(), origin=one, seen=seen) for one in who
        )
        rows.append(replace(row, sources=sources, proof=Proof("", proof)))
    return replace(claim, readings=tuple(rows))


ONE, PARTS = [("asked", "9", "A")], [("asked", "9", "A"), ("asked", "9", "B")]
STRENGTH = [
    # rows, origins, seen and proof of each, line
    (ONE, [(["AP"], "original", "phrase")], "One origin stands behind this: AP."),
    (ONE, [(["AP"], "copy", "phrase")], "One origin stands behind this: AP. It rests on one copy."),
    (ONE, [(["Not named on the page"], "original", "phrase")], "One origin stands behind this: Somebody."),
    (ONE, [(["AP", "CNBC"], "copy", "phrase")], "Two independent origins stand behind this: AP and CNBC."),
    (ONE, [(["AP", "CNBC"], "copy", "worked out")], "Two origins together stand behind this: AP and CNBC."),
    (PARTS, [(["AP"], "copy", "phrase"), (["ap"], "excerpt", "phrase")], "One origin stands behind this: AP."),
    (PARTS, [(["AP"], "copy", "phrase"), (["AP"], "second-hand", "phrase")], "One origin stands behind this: AP. It rests on copies."),
    (PARTS, [(["AP"], "copy", "phrase"), (["A bank, in a note"], "copy", "phrase")], "Two origins stand behind this: AP and a bank. Each part rests on one alone."),
    (PARTS, [(["AP", "CNBC"], "copy", "phrase"), (["AP"], "copy", "phrase")], "Two origins stand behind this: AP and CNBC. Some parts rest on one alone."),
    (PARTS, [(["A1", "A2", "A3"], "copy", "phrase"), (["A4", "A5"], "copy", "phrase")], "Five independent origins stand behind this."),
    ([("asked", "6.5", "A"), ("asked", "9", "A")], [(["AP"], "copy", "phrase"), (["CNBC"], "copy", "phrase")], "Two origins speak of this: AP and CNBC."),
    ([("asked", "9", "A"), ("rival", "6.5", "B"), ("rival", "1", "C")], [(["AP"], "copy", "phrase"), (["CNBC"], "copy", "phrase"), (["X"], "copy", "phrase")], "Two origins stand behind this: AP and CNBC. Each part rests on one alone."),
    ([("context", "9", "A")], [(["AP"], "original", "phrase")], ""),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "given", "line"), STRENGTH)
def test_strength(rows, given, line):
    """How strong a verdict is says how many origins stand behind it, each counted once."""
    claim = sourced(claim_of("6.5", "%", rows), *given)

    assert line == strength(claim)
    assert bool(line) == bool(origins(claim))


def test_tallies(ledger, judged):
    """Printed figures and statements are counted apart, and each claim stands in one of the two."""
    counted = [
        claim.id for tally in tallies(ledger) for _, found in tally.claims for claim in found
    ]
    checked = [claim.id for claim in judged]

    assert ["printed figures", "statements"] == [tally.name for tally in tallies(ledger)]
    assert sorted(checked) == sorted(counted)
    assert len(checked) == sum(tally.total for tally in tallies(ledger))
