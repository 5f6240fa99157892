"""From a number to its proof: who stands behind a figure, and which row of which claim shows it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ledger.claim import Claim
from ledger.reading import Reading, Source
from publish.site import View, url_of

ARCHIVE = "https://web.archive.org/web/*/"  # lists the copies of an address, where there are any
# Japanese comes first: it also has the letters of Chinese.
SCRIPTS = {"ja": "[\u3040-\u30ff]", "ko": "[\uac00-\ud7af]", "zh": "[\u4e00-\u9fff]"}
SEEN = {
    "original": "as the original",
    "excerpt": "as an excerpt",
    "copy": "as a copy",
    "second-hand": "at second hand",
}


@dataclass(frozen=True)
class Sign:
    """Whether a fact holds, `yes` or `no`, with the anchor of its reading."""

    anchor: str
    answer: str
    name: str


def row(number: int) -> str:
    """The anchor of a reading on the page of its claim, by its place in the table from 1 on."""
    return f"reading-{number}"


def judging(claim: Claim) -> list[tuple[int, Reading]]:
    """The readings that judge, with their places in the table; all of them when none judges."""
    numbered = [*enumerate(claim.readings, 1)]
    return [pair for pair in numbered if pair[1].role != "context"] or numbered


def origins(claim: Claim) -> dict[str, str]:
    """Who wrote the sources of the readings that judge, each with the anchor of its first reading.

    Of all readings when none judges.
    """
    found: dict[str, str] = {}
    for number, reading in judging(claim):
        for source in reading.sources:
            found.setdefault(source.teller, row(number))
    return found


def deciding(claim: Claim) -> str:
    """The anchor of the reading that a reader wants to see first: what is asked, else a rival."""
    roles = [reading.role for reading in claim.readings]
    first = next((role for role in ("asked", "rival") if role in roles), "context")
    return row(roles.index(first) + 1) if roles else "readings"


def common(claim: Claim) -> dict[str, str]:
    """The columns of the form in which all readings say the same, with what they say."""
    cells = {name: {str(row.extra[name]) for row in claim.readings} for name in claim.columns}
    alike = {name: said.pop() for name, said in cells.items() if len(said) == 1}
    return {name: said for name, said in alike.items() if said and len(claim.readings) > 1}


def by_role(claim: Claim) -> dict[str, str]:
    """The anchor of the first reading of each role."""
    numbered = reversed([*enumerate(claim.readings, 1)])
    return {reading.role: row(number) for number, reading in numbered}


def named(claim: Claim, reading: Reading) -> str:
    """A reading's name; where several give the same one, with who wrote it."""
    shared = sum(other.name == reading.name for other in claim.readings) > 1
    return f"{reading.name} ({reading.source.by})" if shared else reading.name


def home_of(reading: Reading, view: View) -> str:
    """The way to the row of another claim that a reading takes its figure from."""
    claim = view.ledger.claims[reading.of]
    pairs = [*enumerate(claim.readings, 1)]
    same = [n for n, other in pairs if (other.value, other.proof) == (reading.value, reading.proof)]
    named = [n for n, other in pairs if n in same and other.name == reading.name] or same
    return f"{view.home}{url_of(claim)}#{row(named[0]) if named else 'readings'}"


def signs(claim: Claim, numbers: Sequence[int]) -> list[Sign]:
    """A sign for each fact and answer of some readings, by their places in the table."""
    found: dict[tuple[str, str], int] = {}
    for number in numbers:
        reading = claim.readings[number - 1]
        found.setdefault((reading.name, reading.value.text), number)
    return [Sign(row(number), answer, name) for (name, answer), number in found.items()]


def is_statement(claim: Claim) -> bool:
    """True for a sentence taken apart whose evidence is facts: it is set as text, not drawn."""
    return bool(claim.marked) and "fact" in claim.shows


def day_read(source: Source) -> str:
    """The day on which a source was read, as it stands in a sentence."""
    return source.read_on if source.read_on.startswith("before") else f"on {source.read_on}"


def language(text: str) -> str:
    """The code of the language of a phrase, where its script alone tells it; else empty."""
    return next((code for code, letters in SCRIPTS.items() if re.search(letters, text)), "")


def copies_of(source: Source) -> str:
    """Where a public archive lists the copies of a source that it has, if it has any."""
    return f"{ARCHIVE}{source.address}"


def seen_counts(view: View) -> dict[str, int]:
    """How many sources were seen in each way, the best first."""
    counts = Counter(source.seen for source in view.ledger.sources.values())
    return {word: counts[word] for word in SEEN if counts[word]}
