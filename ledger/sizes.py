"""Figures that words mark by a size or a sign, `$246 billion`, `3.1%` or `two million`, and those
that a claim has.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import NamedTuple

from ledger import grammar
from ledger.amounts import POWERS, SHORT, power_of
from ledger.claim import Claim
from ledger.values import Value

ANY = ""  # the sign of a number without one, which any may answer
BARE = "bare"  # that of one in a text, which answers to all
SIGNS = {
    "%": r"[%％]|per[\s-]?cent(?:age)?\b|pct\b",
    "$": r"\$|dollars?\b|USD\b",
    "€": r"€|euros?\b|EUR\b",
    "£": r"£|GBP\b",
    "¥": r"¥|yuan\b|yen\b|renminbi\b|RMB\b|CNY\b|JPY\b",
}
_SIGN = "|".join(SIGNS.values())
_WAYS = {sign: re.compile(way, re.IGNORECASE) for sign, way in SIGNS.items()}
_SIZE = rf"(?:{'|'.join(POWERS)})\b|(?:bn|mn|tn)\b"
_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_MONEY = "$€£¥"
# A pattern that begins with a digit is looked for fast; what stands before it is asked of it then.
_MARKED = re.compile(
    rf"(?P<digits>\d(?<![\w.,].)(?<![A-Za-z][-–].)[\d,]*(?:\.\d+)?)"
    rf"(?i:[\s*_-]*(?P<size>{_SIZE})|(?P<letter>[kmbt]\b))?"
    rf"(?i:[\s*_-]*(?:US[\s-])?(?P<after>(?:{_SIGN})(?!(?<=[{_MONEY}])\s?\d)))?"
)
# `$1 to $2 billion`: the size of the last is that of the first.
_REST = re.compile(
    rf"(?:,|\s?[-–]|,?\s(?:to|and|or))\s?[$€£¥]?\s?{_DIGITS}[\s-]*(?P<size>{_SIZE})", re.IGNORECASE
)
_ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = (
    {word: number for number, word in enumerate(_ONES, 1)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)}
    | {"hundred": 100, "thousand": 1000}
)
_BEFORE = 90  # letters of the longest number in words
_ENDS = ("illion", "cent", "dollars", "euros", "yuan", "yen", "%")  # of what stands behind one
_SPELT = re.compile(
    rf"\b(?P<words>(?:(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))}|point)[\s-]+"
    r"(?:and[\s-]+)?)+)(?:(?P<size>[mb]|tr)|per[\s-]?)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"\s(?:US\s)?(?P<sign>{_SIGN})", re.IGNORECASE)


class Marked(NamedTuple):
    """A figure as it stands in words: where, its text, its number, its power of ten, its sign."""

    at: int
    text: str
    digits: str
    power: int
    sign: str


def marked(text: str) -> Iterator[Marked]:
    """Every figure in digits, with the size word and the sign that stand at it."""
    for match in _MARKED.finditer(text):
        begin = match.start()
        before = text[max(0, begin - 2) : begin].strip()[-1:]
        before = before if before and before in _MONEY else ""
        size = match["size"] or (match["letter"] if before else "") or ""
        if before and not size and (rest := _REST.match(text, match.end("digits"))):
            size = rest["size"]
        power = (POWERS | SHORT)[size.lower()] if size else 0
        digits = match["digits"].rstrip(",").replace(",", "")
        shown = before + match.group().strip(" \n,*_-")
        yield Marked(begin, shown, digits, power, sign_of(before or match["after"] or ""))


def without_figures(text: str) -> str:
    """A text without its figures in digits, their sizes and their signs."""
    return _MARKED.sub(" ", text)


def spelt(text: str) -> Iterator[Marked]:
    """Every number in words before a size or a sign: `thirty-one per cent`, `two million`."""
    for end in _ENDS:
        at = text.find(end)
        while at >= 0:
            if found := _before(text, at, end):
                yield found
            at = text.find(end, at + 1)


def _before(text: str, at: int, end: str) -> Marked | None:
    """The number in words that stands before a size or a sign, which ends there, if one does."""
    first = max(0, at - _BEFORE)
    window = text[first:at]
    words = window.replace("-", " ").lower().split()[-2:]
    if _WORDS.keys().isdisjoint(words):  # of most it can be told at once
        return None
    found = _SPELT.search(window)
    if not found or (end == "illion") != bool(found["size"]):
        return None
    begin, last = first + found.start(), at + len(end)
    power, sign = 0, sign_of("per cent" if end == "cent" else end)
    if found["size"]:
        power = POWERS[f"{found['size'].lower()}illion"]
        if behind := _BEHIND.match(text, last):
            sign, last = sign_of(behind["sign"]), behind.end()
    return Marked(begin, text[begin:last], _number(found["words"]), power, sign)


def _number(words: str) -> str:
    """The digits of a number in words."""
    whole, _, part = words.lower().partition("point")
    total = last = 0
    for word in re.findall("[a-z]+", whole):
        number = _WORDS.get(word, 0)
        if number == 1000:
            total, last = total + max(last, 1) * number, 0
        else:
            last = max(last, 1) * number if number == 100 else last + number
    decimals = "".join(str(_WORDS.get(word, 0)) for word in re.findall("[a-z]+", part))
    return f"{total + last}.{decimals}".rstrip(".")


class Sizes:
    """The figures of claims by their sign, each as the whole number that its size word makes."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.claims = tuple(claims)

    @cached_property
    def values(self) -> set[tuple[str, Decimal]]:
        """What is stated and read, each with its sign and with none."""
        found = set()
        for claim in self.claims:
            sign, power = sign_of(claim.unit), size_of(claim.unit)
            for value in (claim.stated, *(row.value for row in claim.readings)):
                if value and value.kind == "number":
                    for end in (abs(value.low).scaleb(power), abs(value.high).scaleb(power)):
                        found |= {(sign, end), (ANY, end)}
        return found

    @cached_property
    def texts(self) -> list[tuple[str, int]]:
        """What the claims say in words, each text with the power of ten of its claim."""
        return [(words, size_of(claim.unit)) for claim in self.claims for words in _texts(claim)]

    @cached_property
    def found(self) -> set[tuple[str, Decimal]]:
        """All figures, as `values`."""
        return self.values.union(*(_told(words, power) for words, power in self.texts))

    def hold(self, one: Marked) -> bool:
        """True when a figure agrees with one of these, as printed numbers do."""
        if len(one.digits) >= grammar.LONGEST:
            return False
        number = Decimal(one.digits).scaleb(one.power)
        signs = {one.sign, BARE} if one.sign else {ANY}
        meant = {(sign, number) for sign in signs}
        # Nearly all are values, or stand in a text as they are.
        if not meant.isdisjoint(self.values) or any(
            one.digits in words and not meant.isdisjoint(_told(words, power))
            for words, power in self.texts
        ):
            return True
        try:
            agreeing = grammar.parse(one.digits, "number").agreeing()
        except ValueError:  # too long
            return False
        low, high = agreeing.low.scaleb(one.power), agreeing.high.scaleb(one.power)
        held = any(sign in signs and low <= number <= high for sign, number in self.found)
        return held or any(other_size(claim) for claim in self.claims)  # of which the unit is told


@lru_cache(64)
def sign_of(words: str) -> str:
    """The sign that words write, or that a unit counts in: `$` of `million US dollars`."""
    return next((sign for sign, way in _WAYS.items() if way.search(words)), ANY) if words else ANY


def size_of(unit: str) -> int:
    """The power of ten of what a unit counts: 9 of `$ billion`, 0 of `$ per million tokens`."""
    return power_of(re.split(r"\bper\b", unit)[0])


def other_size(claim: Claim) -> int | None:
    """The power of ten in which most quotes and the sentence of a claim tell its very numbers, when
    its unit has another.
    """
    own = size_of(claim.unit)
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
    return {one.power for one in marked(words) if one.power and one.digits in ends}


def _told(words: str, power: int) -> set[tuple[str, Decimal]]:
    """The figures of a text, as `Sizes.values`; one that stands bare may be of any sign, and count
    in the unit of its claim or as another beside it.
    """
    found: set[tuple[str, Decimal]] = set()
    figures = [one for one in marked(words) if len(one.digits) < grammar.LONGEST]
    powers = {0, power, *(one.power for one in figures)}
    for one in (*figures, *spelt(words)):
        bare = not one.sign and not one.power
        for own in powers if bare else {one.power}:
            number = Decimal(one.digits).scaleb(own)
            found |= {(one.sign or BARE, number), (ANY, number)}
    return found


def _texts(claim: Claim) -> Iterator[str]:
    """What a claim says in words: its sentence, and the names, notes and cells of each reading."""
    yield claim.sentence
    for row in claim.readings:
        yield "\n".join([row.name, row.note, *map(str, row.extra.values())])
