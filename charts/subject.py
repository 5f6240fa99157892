"""What a chart is about, where nothing that it draws judges: what the claim's title names."""

import re
from collections.abc import Sequence

from charts.words import MONTHS
from ledger.claim import Claim
from ledger.reading import Reading

WORD = re.compile(r"[\w&]+(?:[-\u2011.][\w&]+)*")
HYPHEN = re.compile(r"[-\u2011]")
PROPER = re.compile(r"[A-Z]|\d[^\W\d]|[^\W\d]\d")  # a capital, or letters and digits: `o1`
COMMON = frozenset(  # what a name or a title may begin with
    (
        *(
            "A",
            "All",
            "An",
            "And",
            "At",
            "Before",
            "Both",
            "By",
            "First",
            "For",
            "From",
            "In",
            "Its",
            "Last",
            "Most",
        ),
        *(
            "New",
            "No",
            "Not",
            "Of",
            "On",
            "One",
            "Other",
            "Second",
            "Some",
            "The",
            "Third",
            "Two",
            "What",
            "When",
        ),
    )
)


def styles(claim: Claim, drawn: Sequence[Reading]) -> list[str]:
    """The style of each reading that is drawn: its role, or `subject`.

    Where one of them judges, a style is a role. Else the readings are subjects that the title
    names, or where it names none, those that the measure names, or all of them: the record is blue,
    and grey is there to compare.
    """
    roles = [reading.role for reading in drawn]
    if set(roles) != {"context"}:
        return roles
    for text in (claim.title, claim.measure or ""):
        named = [not _words(text).isdisjoint(_names(reading)) for reading in drawn]
        if any(named):
            return ["subject" if one else "context" for one in named]
    return ["subject"] * len(drawn)


def _words(text: str) -> set[str]:
    """The words of a text, and of a name such as `Ambry-R1` also what tells it apart."""
    words = WORD.findall(text)
    return {*words, *(HYPHEN.split(word)[-1] for word in words)}


def _names(reading: Reading) -> set[str]:
    """The proper names in a reading's name, whole and in the parts that hyphens divide."""
    words = {*WORD.findall(reading.name)} - COMMON - {*MONTHS}
    proper = [word for word in words if PROPER.search(word)]
    return {*proper, *(part for word in proper for part in HYPHEN.split(word))}
