"""From a number to its proof: who stands behind a figure, and which row of which claim shows it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from charts import strips
from charts.pictures import Pictures
from ledger import wording
from ledger.claim import Claim
from ledger.proofs import TRANSLATED
from ledger.reading import Reading, Source
from ledger.reading import anchor as row
from publish.site import View, url_of

ARCHIVE = "https://web.archive.org/web/*/"  # lists the copies of an address, where there are any
FOREIGN = re.compile(rf"“([^“”]*)(?={re.escape(TRANSLATED)})")
SEEN = {
    "original": "as the original",
    "excerpt": "as an excerpt",
    "copy": "as a copy",
    "second-hand": "at second hand",
}


@dataclass(frozen=True)
class Fit:
    """A reading that a stated value fits: its name, its value as shown, and its anchor."""

    name: str
    value: str
    anchor: str


# Which reading decides a verdict: its role, and how it fits, what is looked for first in front.
DECIDES: dict[str, tuple[str, Sequence[str]]] = {
    "Holds": ("asked", ("Holds",)),
    "Nearly": ("asked", ("Fails", "Nearly")),
    "Fails": ("asked", ("Fails",)),
    "Misplaced": ("rival", ("Holds", "Nearly")),
    "Unsettled": ("asked", ("Fails", "Unsettled")),
}


@dataclass(frozen=True)
class Sign:
    """Whether a fact holds, `yes` or `no`, with the anchor of its reading."""

    anchor: str
    answer: str
    name: str


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
            found.setdefault(source.named, row(number))
    return found


def because(claim: Claim) -> list[tuple[str, str]]:
    """The line beside a verdict in parts, each with the anchor of the reading that it tells, or
    with none.
    """
    rows = claim.readings
    return [
        (part.words, row(rows.index(part.reading) + 1) if part.reading else "")
        for part in wording.line_of(claim)
    ]


def deciding(claim: Claim) -> str:
    """The anchor of the reading that decides a verdict: what is asked and misses most, the rival
    that fits, or what holds.

    Where none decides, of the first that the line beside the verdict names, else of the first that
    is asked, else of a rival, else of any.
    """
    lines = zip(claim.readings, claim.judgement.lines, strict=True)
    found = [(one.role, line.verdict.name if line.verdict else "") for one, line in lines]
    role, fits = DECIDES.get(claim.verdict.name, ("asked", ()))
    for wanted in ((role, fit) for fit in fits):
        if wanted in found:
            return row(found.index(wanted) + 1)
    for _, anchor in because(claim):
        if anchor:
            return anchor
    roles = [role for role, _ in found]
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
    return f"{reading.name} ({reading.source.teller})" if shared else reading.name


def disputed(claim: Claim, reading: Reading) -> bool:
    """True where others that judge have a reading's name and another value."""
    same = (other for _, other in judging(claim) if other.name == reading.name)
    return any(other.value.text != reading.value.text for other in same)


def proved_alike(one: Reading, other: Reading) -> bool:
    """True where one passage of one source gives two readings the same answer."""
    passage, answer = (one.source, one.proof), one.value.text
    return one.proof is not None and (passage, answer) == (
        (other.source, other.proof),
        other.value.text,
    )


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


def has_more(claim: Claim, pictures: Pictures) -> bool:
    """Whether the table has a number or a date that the drawing leaves out."""
    told = [(reading.name, claim.show(reading.value)) for reading in claim.readings]
    links = (f'href="#{row(number)}"' for number, _ in enumerate(claim.readings, 1))
    drawn = {one for one, link in zip(told, links, strict=True) if link in pictures.narrow.svg}
    kinds = (reading.value.kind for reading in claim.readings)
    return any(
        kind in claim.shows and one not in drawn for kind, one in zip(kinds, told, strict=True)
    )


def is_statement(claim: Claim) -> bool:
    """True for a sentence taken apart whose evidence is facts: it is set as text, not drawn."""
    return bool(claim.marked) and "fact" in claim.shows


def day_read(source: Source) -> str:
    """The day on which a source was read, as it stands in a sentence."""
    return source.read_on if source.read_on.startswith("before") else f"on {source.read_on}"


def language(reading: Reading) -> str:
    """The language of the words that a proof translates, or an empty string."""
    return next((source.language for source in reading.sources if source.language), "")


def voices(text: str) -> list[str]:
    """A proof in parts: by turns our own words, or English ones, and words that it translates."""
    return FOREIGN.split(text)


def copies_of(source: Source) -> str:
    """Where a public archive lists the copies of a source that it has, if it has any."""
    return f"{ARCHIVE}{source.address}"


def seen_counts(view: View) -> dict[str, int]:
    """How many sources were seen in each way, the best first."""
    counts = Counter(source.seen for source in view.ledger.sources.values())
    return {word: counts[word] for word in SEEN if counts[word]}


def fitting(claim: Claim) -> Fit | None:
    """Where the stated value belongs, for a claim that is misplaced: the rival that fits best."""
    place = strips.fitting(claim)
    if place is None:
        return None
    reading = claim.readings[place]
    return Fit(named(claim, reading), claim.show(reading.value), row(place + 1))


def facts(claim: Claim) -> tuple[int, int]:
    """How many of the facts that a claim asks are so, and how many are not."""
    answers = [reading.value.text for reading in claim.asked if reading.value.kind == "fact"]
    return answers.count("yes"), answers.count("no")


def phrase(claim: Claim) -> str:
    """The first phrase of the article's own that a claim quotes, or an empty string."""
    quoted = re.search("“([^”]+)”", claim.sentence)
    return quoted[1] if quoted else ""


def by_origin(view: View) -> tuple[dict[str, list[tuple[str, Source]]], list[tuple[str, Source]]]:
    """The sources with their ids by who wrote them, most first; then those of one source only."""
    found: dict[str, list[tuple[str, Source]]] = {}
    for id, source in view.ledger.sources.items():
        found.setdefault(source.by, []).append((id, source))
    names = sorted(found, key=lambda name: (-len(found[name]), name.casefold()))
    single = [found[name][0] for name in names if len(found[name]) == 1]
    return {name: found[name] for name in names if len(found[name]) > 1}, single
