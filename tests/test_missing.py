"""What claims and sources still lack, and what is due: lists, never mistakes."""

from datetime import date

import pytest
from conftest import EXPLAINER
from slips import HOLDS, all_of, swap
from slips_of_proof import CSV, MD, SEARCHES

from ledger.missing import missing, summed_up
from ledger.read import read_ledger
from tools.due import due

LACKS = {
    # change: what the claim hut-count lacks then
    "nothing": (lambda docs: None, ()),
    "the day": (swap(MD, "checked: 2026-11-23\n", ""), ("the day of the last check",)),
    "a proof": (
        swap(CSV, "“everyone who passed the door”", ""),
        ("a proof of what judges (line 2 of its table)",),
    ),
    "a search": (
        all_of(
            swap(MD, f"searches:\n{SEARCHES}\n", ""),
            swap(MD, "checked: 2026-11-23\n", ""),
            swap(MD, "next: 2027-10-31\n", ""),
        ),
        ("the day of the last check", "the search on record that its prose tells of"),
    ),
}


@pytest.mark.parametrize(("change", "lacks"), LACKS.values(), ids=LACKS)
def test_lacks(folder, change, lacks):
    """What a claim lacks is told by name, and is no mistake."""
    change(folder)
    ledger = read_ledger(folder)
    found = {one.id: one.lacks for one in missing(ledger)[0]}

    assert () == ledger.mistakes
    assert lacks == found.get("hut-count", ())


def test_everything_that_is_missing():
    """Each claim and each source is told once, with its file; one line sums them up."""
    ledger = read_ledger(EXPLAINER / "docs")
    claims, sources = missing(ledger)

    assert ["summit-height", "glacier-loss", "visitors"] == [one.id for one in claims]
    assert "docs/sources.yml: 'hut-book' lacks origin, read" in map(str, sources)
    assert summed_up(ledger) == (
        "3 claims lack proofs, dates or words that are tested; 3 sources lack who wrote it or when "
        "it was read: `make missing` lists them."
    )


def test_a_draft_lacks_nothing_more(folder):
    """A draft is told as one, and is in no other list and no tally."""
    swap("claims/glacier-loss.md", f"history:\n{HOLDS}", "draft: yes\n")(folder)
    ledger = read_ledger(folder)

    assert ["glacier-loss"] == [claim.id for claim in ledger.drafts]
    assert "glacier-loss" not in [one.id for one in missing(ledger)[0]]
    assert summed_up(ledger).startswith("Not checked yet: glacier-loss. 2 claims lack ")
    assert "glacier-loss" not in [claim.id for _, found in ledger.tally() for claim in found]
    assert None is ledger.claims["glacier-loss"].record()["verdict"]


@pytest.mark.parametrize(("day", "found"), [("2027-10-30", []), ("2027-10-31", ["hut-count"])])
def test_due(day, found):
    """A claim is due from the day of its next look on."""
    ledger = read_ledger(EXPLAINER / "docs")

    assert found == [claim.id for claim in due(ledger, date.fromisoformat(day))]
