"""Words for charts: the parts of a text alternative, built from the same readings that the chart draws."""

import re
from collections.abc import Callable
from functools import cache

from ledger import values
from ledger.claim import Claim, Reading

FEW = 6  # readings of one role that are told one by one; more are summed up


def lines(text: str, most: float, measure: Callable[[str], float] = len) -> list[str]:
    """Text broken into as few lines as fit `most` (letters, or what `measure` counts), each about equally long."""
    measure = cache(measure)  # the same words are tried in many rooms

    def fill(room: float) -> list[str]:
        found = [""]
        for word in text.split():
            for part in pieces(word):
                longer = f"{found[-1]} {part}".strip()
                if found[-1] and measure(longer) > room:
                    found.append(part)
                else:
                    found[-1] = longer
        return found

    def pieces(word: str) -> list[str]:
        if measure(word) <= most:
            return [word]
        cut = max(1, next(end for end in range(len(word)) if measure(word[: end + 1]) > most))
        return [word[:cut], *(pieces(word[cut:]) if cut < len(word) else [])]

    widest = fill(most)
    if len(widest) == 1:
        return widest
    # The narrowest column with no more lines is the evenest: no word is left alone.
    step = most / 40
    rooms = (most - step * index for index in range(39, 0, -1))
    return next((found for found in map(fill, rooms) if len(found) <= len(widest)), widest)


def said(claim: Claim) -> str:
    """What the article says, in one sentence; empty for an opinion or a forecast."""
    if claim.stated is None:
        return ""
    if claim.stated.kind == "fact":
        return "The article states it as a fact."
    return f"The article says {claim.said}."


def name(claim: Claim, row: Reading) -> str:
    """A reading's name; where several sources give the same reading, with its publisher."""
    shared = sum(other.name == row.name for other in claim.readings) > 1
    return f"{row.name} ({re.split(r',| [(]', row.source.publisher)[0]})" if shared else row.name


def reading(claim: Claim, index: int) -> str:
    """One reading in words: its name, its value and how far it misses."""
    row, line = claim.readings[index], claim.judgement.lines[index]
    off = f", {line.distance}" if line.distance else ""
    return f"{name(claim, row)}: {claim.show(row.value)}{off}"


def by_role(claim: Claim, role: str, chosen: Callable[[Reading], bool] = lambda reading: True) -> str:
    """The chosen readings of one role in words, parted by semicolons; a long row of numbers as its range. Empty when there are none."""
    found = [index for index, row in enumerate(claim.readings) if row.role == role and chosen(row)]
    if len(found) <= FEW or any(claim.readings[index].value.kind == "fact" for index in found):
        return "; ".join(reading(claim, index) for index in found)
    ordered = sorted(found, key=lambda index: claim.readings[index].value.number)
    return f"{len(found)} readings, from {reading(claim, ordered[0])}, to {reading(claim, ordered[-1])}"


def judged(claim: Claim, chosen: Callable[[Reading], bool] = lambda reading: True) -> str:
    """The asked readings and the rivals, in one sentence each."""
    asked, rival = (by_role(claim, role, chosen) for role in ("asked", "rival"))
    return " ".join(part for part in (f"What the record shows: {asked}." if asked else "", f"Another way to read it: {rival}." if rival else "") if part)


def verdict(claim: Claim) -> str:
    """The verdict, in one sentence."""
    return f"Verdict: {claim.verdict.name}."


def whole(claim: Claim, picture: str = "") -> str:
    """The whole chart in words: what kind of picture it is, what is said, the asked readings, the rivals, the rest and the verdict."""
    context, told = by_role(claim, "context"), judged(claim)
    rest = f"{'To compare' if told else 'The record'}: {context}." if context else ""
    return joined(picture, said(claim), told, rest, verdict(claim))


def joined(*sentences: str) -> str:
    """Sentences as one text; empty ones are left out."""
    return " ".join(sentence for sentence in sentences if sentence)


def course(claim: Claim, series: str, found: list[Reading], place: Callable[[Reading], str]) -> str:
    """One series in a sentence: its first and last value and, between them, its lowest and highest.

    `found` are its readings in order; `place` tells when each one is.
    """

    def told(row: Reading) -> str:
        return f"{claim.show(row.value)} {place(row)}"

    if len(found) == 1:
        return f"{series}: {told(found[0])}."
    ends = [found[0], found[-1]]
    low, high = (pick(found, key=lambda row: row.value.number) for pick in (min, max))
    between = [f"{word} {told(row)}" for word, row in (("lowest", low), ("highest", high)) if row not in ends]
    return f"{series}: from {told(ends[0])} to {told(ends[1])}" + "".join(f", {part}" for part in between) + "."


def day(text: str) -> str:
    """A date cell as a reader says it: `27 January 2025`."""
    return values.show(values.parse(text, "date"), "")


def over_time(claim: Claim, picture: str, place: Callable[[Reading], str], column: str) -> str:
    """Lines over time in words: what is said, each series in a sentence, what was asked, yes and no, and the verdict."""
    order = sorted((row for row in claim.readings if row.value.kind != "fact"), key=lambda row: values.parse(row.extra[column], "date").low)
    names = dict.fromkeys(row.extra["series"] for row in claim.readings if row in order)
    series = (course(claim, one, [row for row in order if row.extra["series"] == one], place) for one in names)
    facts = by_role(claim, "context", lambda row: row.value.kind == "fact")
    return joined(picture, said(claim), *series, judged(claim), f"Also: {facts}." if facts else "", verdict(claim))
