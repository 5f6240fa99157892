"""Amounts as prose and quotes write them, `$246 billion` or `3.1%`, held to values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

POWERS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
SHORT = {"bn": 9, "mn": 6, "tn": 12, "k": 3, "m": 6, "b": 9, "t": 12}
METRIC = (-9, -6, -3, 3, 6, 9)  # powers by which units of one measure differ, such as kW and MW
_DIGITS = r"(?:\d{1,3}(?:\.\d{3})+,\d+|\d[\d,]*(?:\.\d+)?)"
_AMOUNT = re.compile(
    rf"(?:(?<![\w.,])|(?<=[A-Za-z$€£¥]))(?P<digits>{_DIGITS})"
    rf"(?:[\s-]*(?P<word>{'|'.join(POWERS)})s?\b|\s?(?P<short>bn|mn|tn)\b|(?P<letter>[kmbt])\b)?",
    re.IGNORECASE,
)
_SCALE = re.compile("|".join(POWERS))
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_TURNED = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+")  # 1.234,5
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+")  # marks of thousands in many languages


@dataclass(frozen=True)
class Amount:
    """A number as it stands in a text; `power` is that of the word behind it, such as million, and
    None where none stands there; `letter`: only a letter says so, which may be a unit.
    """

    text: str
    numbers: tuple[Decimal, ...]  # that its digits may mean
    power: int | None = None
    letter: bool = False

    def gives(self, value: Decimal, unit: str, part: Decimal) -> bool:
        """True when it is this value of this unit, but for a part of it that rounding takes."""
        own = power_of(unit)
        alike = self.power in (None, own) or self.letter
        if alike and any(_near(number, value, part) for number in self.numbers):
            return True
        whole = value.scaleb(own)
        return unit != "%" and any(
            _near(number.scaleb(self.power or 0), whole, part) for number in self.numbers
        )

    def gives_in_another_unit(self, value: Decimal, part: Decimal) -> bool:
        """True when it is this value by thousands, as units of one measure differ."""
        return any(
            _near(number.scaleb(power), value, part) for number in self.numbers for power in METRIC
        )


def amounts(text: str, foreign: bool = False) -> Iterator[Amount]:
    """Every amount in a text; in a `foreign` one a point may mark the thousands."""
    joined = _THOUSANDS.sub("", text)
    for one in dict.fromkeys((text, joined)):
        for match in _AMOUNT.finditer(one):
            digits = match["digits"].rstrip(",")
            turned = re.sub(r"[.,]", lambda mark: "" if mark.group() == "." else ".", digits)
            numbers = [Decimal(turned if _TURNED.fullmatch(digits) else digits.replace(",", ""))]
            if _DECIMAL_COMMA.fullmatch(digits):
                numbers.append(Decimal(digits.replace(",", ".")))
            if foreign and _POINTS.fullmatch(digits):
                numbers.append(Decimal(digits.replace(".", "")))
            scale = (match["word"] or match["short"] or match["letter"] or "").lower()
            power = (POWERS | SHORT)[scale] if scale else None
            yield Amount(digits, tuple(numbers), power, bool(match["letter"]))


def power_of(unit: str) -> int:
    """The power of ten that a unit counts in: 9 for `$ billion`."""
    scale = _SCALE.search(unit)
    return POWERS[scale.group()] if scale else 0


def _near(number: Decimal, value: Decimal, part: Decimal) -> bool:
    return abs(number - value) <= abs(value) * part
