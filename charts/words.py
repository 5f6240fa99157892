"""Words for charts: the parts of a text alternative, from the readings that the chart draws."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import cast

from ledger.claim import Claim
from ledger.reading import Reading
from ledger.values import Value, show

MONTHS = [f"{date(2000, month, 1):%B}" for month in range(1, 13)]
FEW = 6  # readings of one role that are told one by one; more are summed up


def said(claim: Claim) -> str:
    """What the article says, in one sentence; empty for an opinion or a forecast."""
    if claim.stated is None:
        return ""
    if claim.stated.kind == "fact":
        return "The article states it as a fact."
    return f"The article says {claim.said}."


def name(claim: Claim, row: Reading) -> str:
    """A reading's name; where several sources give the same reading, with what tells them apart:
    the origin, or where that is one, the publisher.
    """
    same = [other.source for other in claim.readings if other.name == row.name]
    alike = len({source.teller for source in same}) < len(same)
    who = row.source.publisher if alike else row.source.teller
    return f"{row.name} ({who})" if len(same) > 1 else row.name


def reading(claim: Claim, index: int) -> str:
    """One reading in words: its name, its value and how far it misses."""
    row, line = claim.readings[index], claim.judgement.lines[index]
    off = f", {line.distance}" if line.distance else ""
    return f"{name(claim, row)}: {claim.show(row.value)}{off}"


def by_role(
    claim: Claim, role: str, chosen: Callable[[Reading], bool] = lambda reading: True
) -> str:
    """The chosen readings of one role in words; a long row of numbers as its range.

    Empty when there are none.
    """
    found = [index for index, row in enumerate(claim.readings) if row.role == role and chosen(row)]
    if len(found) <= FEW or any(claim.readings[index].value.kind == "fact" for index in found):
        return "; ".join(reading(claim, index) for index in found)
    first, *_, last = sorted(found, key=lambda index: claim.readings[index].value.number)
    return f"{len(found)} readings, from {reading(claim, first)}, to {reading(claim, last)}"


def judged(claim: Claim, chosen: Callable[[Reading], bool] = lambda reading: True) -> str:
    """The asked readings and the rivals, in one sentence each."""
    asked, rival = (by_role(claim, role, chosen) for role in ("asked", "rival"))
    return joined(
        f"What the record shows: {asked}." if asked else "",
        f"Another way to read it: {rival}." if rival else "",
    )


def verdict(claim: Claim) -> str:
    """The verdict, in one sentence."""
    return f"Verdict: {claim.verdict.name}."


def whole(claim: Claim, picture: str) -> str:
    """The whole chart in words: picture, what is said, what was asked, the rest, the verdict."""
    context, told = by_role(claim, "context"), judged(claim)
    rest = f"{'To compare' if told else 'The record'}: {context}." if context else ""
    return joined(picture, said(claim), told, rest, verdict(claim))


def joined(*sentences: str) -> str:
    """Sentences as one text; empty ones are left out."""
    return " ".join(sentence for sentence in sentences if sentence)


def over_time(claim: Claim, picture: str, column: str, when: Callable[[Reading, str], str]) -> str:
    """Lines over time in words: what is said, each series, what was asked, and the verdict.

    `column` holds the date of each reading; `when` says it, from the reading and that date.
    """

    def moment(row: Reading) -> Value:
        return cast("Value", row.extra[column])

    def told(row: Reading) -> str:
        return f"{claim.show(row.value)} {when(row, show(moment(row), ''))}"

    drawn = [row for row in claim.readings if row.value.kind != "fact"]
    names = dict.fromkeys(str(row.extra["series"]) for row in drawn)
    drawn.sort(key=lambda row: moment(row).low)
    series = (
        _course(name, [row for row in drawn if row.extra["series"] == name], told) for name in names
    )
    facts = by_role(claim, "context", lambda row: row.value.kind == "fact")
    also = f"Also: {facts}." if facts else ""
    return joined(picture, said(claim), *series, judged(claim), also, verdict(claim))


def _course(series: str, found: Sequence[Reading], told: Callable[[Reading], str]) -> str:
    """One series in a sentence: its first and last value, and its lowest and highest between."""
    if len(found) == 1:
        return f"{series}: {told(found[0])}."
    ends = [found[0], found[-1]]
    low, high = (pick(found, key=lambda row: row.value.number) for pick in (min, max))
    between = {"lowest": low, "highest": high}
    parts = [f"{word} {told(row)}" for word, row in between.items() if row not in ends]
    return ", ".join([f"{series}: from {told(ends[0])} to {told(ends[1])}", *parts]) + "."
