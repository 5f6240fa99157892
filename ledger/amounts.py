"""Amounts in a text, `about $246 billion`, `3.1%` or `two million`: what each of them says.

They are read in one way; what may stand for what is for those who hold them to values:
`ledger/passages.py` in quotes of any language, and `ledger/sizes.py` in our own prose.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
SHORT = {"bn": 9, "mn": 6, "tn": 12, "k": 3, "m": 6, "b": 9, "t": 12}
ANY = ""  # the sign of an amount without one, which any may answer
SIGNS = {
    "%": r"[%％]|per[\s-]?cent(?:age)?\b|pct\b",
    "$": r"\$|dollars?\b|USD\b",
    "€": r"€|euros?\b|EUR\b",
    "£": r"£|GBP\b",
    "¥": r"¥|yuan\b|yen\b|renminbi\b|RMB\b|CNY\b|JPY\b",
}
_SIGN = "|".join(SIGNS.values())
_WAYS = {sign: re.compile(way, re.IGNORECASE) for sign, way in SIGNS.items()}
_SIZE = rf"(?:{'|'.join(POWERS)})s?\b|(?:bn|mn|tn)\b"
MONEY = "$€£¥"
CODES = {"USD": "$", "EUR": "€", "GBP": "£", "CNY": "¥", "RMB": "¥", "JPY": "¥"}
_TURNED = r"\d{0,2}(?:\.\d{3})+,\d+|\d{0,2}(?:\.\d{3}){2,}(?![\d.])"  # 1.234,5 and 1.234.567
# A pattern that begins with a digit is looked for fast; what stands before it is asked of it then.
_AMOUNT = re.compile(
    rf"(?P<digits>\d(?<![\d_.,].)(?:{_TURNED}|[\d,]*(?:\.\d+)?))"
    rf"(?i:[\s*_-]*(?P<size>{_SIZE})|(?P<letter>[kmbt]\b))?"
    rf"(?i:[\s*_-]*(?:U\.?S\.?[\s-])?(?P<after>(?:{_SIGN})(?!(?<=[{MONEY}])\s?\d)))?"
)
# `$1 to $2 billion`: the size of the last is that of the first.
_REST = re.compile(
    rf"(?:,|\s?[-–]|,?\s(?:to|and|or))\s?[{MONEY}]?\s?\d[\d,]*(?:\.\d+)?[\s-]*(?P<size>{_SIZE})",
    re.IGNORECASE,
)
_SCALE = re.compile("|".join(POWERS))

# Numbers in words. The package text2num reads these too, in eight languages, but knows no trillion
# in English, tells no place in a text, and makes `two to three million` one number of words.
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = (
    {word: number for number, word in enumerate(_ONES.split(), 1)}
    | {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
    | {"hundred": 100, "thousand": 1000}
)
_BEFORE = 90  # letters of the longest number in words
_ENDS = ("illion", "cent", "dollars", "euros", "yuan", "yen", "%")  # of what stands behind one
_SPELT = re.compile(
    rf"\b(?P<words>(?:(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))}|point)[\s-]+"
    r"(?:and[\s-]+)?)+)(?:(?P<size>[mb]|tr)|per[\s-]?)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"\s(?:U\.?S\.?\s)?(?P<sign>{_SIGN})", re.IGNORECASE)


class Amount(NamedTuple):
    """A number as it stands in a text: where, its digits as printed, the power of ten of the word
    behind it, such as million, and its sign; `letter`: only a letter tells the power.
    """

    at: int
    end: int
    digits: str
    power: int
    sign: str
    letter: bool
    text: str

    @property
    def plain(self) -> str:
        """Its digits without marks of thousands, with a point before decimals."""
        whole, comma, part = self.digits.rpartition(",")
        if comma and "." in whole:
            return f"{whole.replace('.', '')}.{part}"
        return self.digits.replace("." if self.digits.count(".") > 1 else ",", "")

    @property
    def shown(self) -> str:
        """All of it as it is printed, with its size and its sign."""
        return money_before(self.text, self.at) + self.text[self.at : self.end].strip(" \n,*_-")


def amounts(text: str) -> Iterator[Amount]:
    """Every amount in digits, with the size word and the sign that stand at it."""
    for match in _AMOUNT.finditer(text):
        at, digits = match.start(), match["digits"]
        size, after = match["size"] or match["letter"] or "", match["after"] or ""
        before = money_before(text, at)
        if before and not size and (rest := _REST.match(text, match.end("digits"))):
            size = rest["size"]
        sign = before or after or CODES.get(text[max(0, at - 4) : at].strip(), "")
        yield Amount(
            at,
            match.end(),
            digits.rstrip(","),
            _power(size) if size else 0,
            sign_of(sign) if sign else ANY,
            bool(match["letter"]),
            text,
        )


def spelt(text: str) -> Iterator[Amount]:
    """Every number in words before a size or a sign: `thirty-one per cent`, `two million`."""
    for end in _ENDS:
        at = text.find(end)
        while at >= 0:
            if found := _before(text, at, end):
                yield found
            at = text.find(end, at + 1)


def without_amounts(text: str) -> str:
    """A text without its numbers in digits, their sizes and their signs."""
    return _AMOUNT.sub(" ", text)


@lru_cache(256)
def sign_of(words: str) -> str:
    """The sign that words write, or that a unit counts in: `$` of `million US dollars`."""
    return next((sign for sign, way in _WAYS.items() if way.search(words)), ANY) if words else ANY


@lru_cache(256)
def power_of(unit: str) -> int:
    """The power of ten that a unit counts in: 9 of `$ billion`, 0 of `$ per million tokens`."""
    scale = _SCALE.search(re.split(r"\bper\b", unit)[0])
    return POWERS[scale.group()] if scale else 0


def _power(size: str) -> int:
    """The power of ten of a size word, or of its letters."""
    size = size.lower()
    return SHORT.get(size) or POWERS[size.removesuffix("s")]


def money_before(text: str, at: int) -> str:
    """The sign of money that stands right before a place, if one does."""
    before = text[at - 1 : at]
    if before.isspace():
        before = text[at - 2 : at - 1]
    return before if before and before in MONEY else ""


def _before(text: str, at: int, end: str) -> Amount | None:
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
    return Amount(begin, last, _number(found["words"]), power, sign, False, text)


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
