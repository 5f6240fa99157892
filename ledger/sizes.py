"""Figures of our own prose that words mark by a size or a sign, `$246 billion`, `3.1%` or `two
million`, and those that a claim has.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property

from ledger import grammar
from ledger.amounts import ANY, Amount, amounts, money_before, power_of, sign_of, spelt
from ledger.claim import Claim
from ledger.values import Value

BARE = "bare"  # the sign of a figure of a claim's words that has none, which answers to all
_NAME = re.compile(r"[A-Za-z][-–]")  # makes the digits behind it part of a name: GPT-4


def marked(text: str) -> Iterator[Amount]:
    """Every figure in digits; part of a name is none, and a letter is a size behind money alone."""
    for one in amounts(text):
        before = text[max(0, one.at - 2) : one.at]
        if before[-1:].isalpha() or _NAME.fullmatch(before):
            continue
        yield one._replace(power=0) if one.letter and not money_before(text, one.at) else one


class Sizes:
    """The figures of claims by their sign, each as the whole number that its size word makes."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.claims = tuple(claims)

    @cached_property
    def values(self) -> set[tuple[str, Decimal]]:
        """What is stated and read, each with its sign and with none."""
        found = set()
        for claim in self.claims:
            sign, power = sign_of(claim.unit), power_of(claim.unit)
            for value in (claim.stated, *(row.value for row in claim.readings)):
                if value and value.kind == "number":
                    for end in (abs(value.low).scaleb(power), abs(value.high).scaleb(power)):
                        found |= {(sign, end), (ANY, end)}
        return found

    @cached_property
    def texts(self) -> list[tuple[str, int]]:
        """What the claims say in words, each text with the power of ten of its claim."""
        return [(words, power_of(claim.unit)) for claim in self.claims for words in _texts(claim)]

    @cached_property
    def found(self) -> set[tuple[str, Decimal]]:
        """All figures, as `values`."""
        return self.values.union(*(_told(words, power) for words, power in self.texts))

    def hold(self, one: Amount) -> bool:
        """True when a figure agrees with one of these, as printed numbers do."""
        if len(one.plain) >= grammar.LONGEST:
            return False
        number = Decimal(one.plain).scaleb(one.power)
        signs = {one.sign, BARE} if one.sign else {ANY}
        meant = {(sign, number) for sign in signs}
        # Nearly all are values, or stand in a text as they are.
        if not meant.isdisjoint(self.values) or any(
            one.plain in words and not meant.isdisjoint(_told(words, power))
            for words, power in self.texts
        ):
            return True
        try:
            agreeing = grammar.parse(one.plain, "number").agreeing()
        except ValueError:  # too long
            return False
        low, high = agreeing.low.scaleb(one.power), agreeing.high.scaleb(one.power)
        held = any(sign in signs and low <= number <= high for sign, number in self.found)
        return held or any(other_size(claim) for claim in self.claims)  # of which the unit is told


def other_size(claim: Claim) -> int | None:
    """The power of ten in which most quotes and the sentence of a claim tell its very numbers, when
    its unit has another.
    """
    own = power_of(claim.unit)
    if not own:
        return None
    told: Counter[int] = Counter()
    texts = [(claim.stated, claim.sentence)]
    texts += [
        (row.value, f"{row.proof.phrase} {row.proof.english}")
        for row in claim.readings
        if row.proof and row.proof.kind == "phrase" and not row.of
    ]
    for value, words in texts:
        if value and value.kind == "number":
            told.update(_sizes(value, words))
    most = max(told, key=lambda power: told[power], default=own)
    return most if most != own and told[most] > max(1, told.total() / 2) else None


def _sizes(value: Value, words: str) -> set[int]:
    """The powers of ten that words give to the digits of a value."""
    ends = {f"{abs(end):f}" for end in (value.low, value.high)}
    return {one.power for one in marked(words) if one.power and one.plain in ends}


def _told(words: str, power: int) -> set[tuple[str, Decimal]]:
    """The figures of a text, as `Sizes.values`; one that stands bare may be of any sign, and count
    in the unit of its claim or as another beside it.
    """
    found: set[tuple[str, Decimal]] = set()
    figures = [one for one in marked(words) if len(one.plain) < grammar.LONGEST]
    powers = {0, power, *(one.power for one in figures)}
    for one in (*figures, *spelt(words)):
        bare = not one.sign and not one.power
        for own in powers if bare else {one.power}:
            number = Decimal(one.plain).scaleb(own)
            found |= {(one.sign or BARE, number), (ANY, number)}
    return found


def _texts(claim: Claim) -> Iterator[str]:
    """What a claim says in words: its sentence, and the names, notes and cells of each reading."""
    yield claim.sentence
    for row in claim.readings:
        yield "\n".join([row.name, row.note, *map(str, row.extra.values())])
