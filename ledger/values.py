"""Values: what a figure or a reading may be, when one meets another, and how both are said."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

INFINITY = Decimal("Infinity")
NEAR = Decimal("0.1")  # the part of a stated number by which a near one may miss it
UNIT = Decimal("0.5")  # the part of the last digit's unit by which rounding may miss
ROUNDED = Decimal("0.05")  # the part of it that rounding may take, however few its digits
ABOUT = Decimal("0.02")  # the part of it that “about” allows at least

NUMBER = r"[-+−]?\d+(?:\.\d+)?"
DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
RELATIONS = ("at most", "at least", "less than", "more than", "by", "before", "after")


class Fit(StrEnum):
    """How what is known stands to what is stated; the last two only of several readings."""

    AGREES = "agrees"
    NEARLY = "nearly"
    MISSES = "misses"
    SILENT = "silent"  # it says too little
    DIFFER = "differ"  # sources for one quantity contradict each other
    UNKNOWN = "unknown"  # there is nothing


@dataclass(frozen=True)
class Span:
    """All values from `low` to `high`; an open end is not itself included."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def within(self, other: "Span") -> bool:
        """True when every value of this span lies in the other."""
        low_ok = self.low > other.low or (
            self.low == other.low and (self.low_open or not other.low_open)
        )
        high_ok = self.high < other.high or (
            self.high == other.high and (self.high_open or not other.high_open)
        )
        return low_ok and high_ok

    def apart(self, other: "Span") -> bool:
        """True when the two spans share no value."""

        def before(a: "Span", b: "Span") -> bool:
            return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))

        return before(self, other) or before(other, self)


@dataclass(frozen=True)
class Value:
    """One parsed value: a number, a date or a yes/no fact, with its hedge or bound.

    `kind` is `number`, `date` or `fact`; `low` and `high` are the numbers written (equal unless a
    range or a date), dates as day ordinals; `relation` is `""`, `about`, `to` or one of
    `RELATIONS`.
    """

    text: str
    kind: str
    low: Decimal
    high: Decimal
    relation: str = ""

    def __str__(self) -> str:
        return self.text

    @property
    def bound(self) -> bool:
        """True for `at most 5`, `more than 3`, `by 2029` and the like."""
        return self.relation in RELATIONS

    @property
    def number(self) -> float:
        """The value as one float for a chart's axis: the middle of a range, the edge of a bound."""
        return float((self.low + self.high) / 2)

    @property
    def start(self) -> date:
        """The first day of a date."""
        return date.fromordinal(int(self.low))

    @property
    def end(self) -> date:
        """The last day of a date."""
        return date.fromordinal(int(self.high))

    @property
    def day(self) -> date | None:
        """The one day that a date is, or None."""
        one = self.kind == "date" and self.low == self.high and not self.relation
        return self.start if one else None

    @property
    def direction(self) -> int:
        """-1 for a fall, +1 for anything else: a bound on a fall is met by deeper falls."""
        return -1 if self.kind == "number" and self.low < 0 else 1

    @property
    def digits(self) -> int:
        """How many significant digits are printed; a whole number's last zeros are no precision."""
        return max((len(_significant(part)) for part in re.findall(NUMBER, self.text)), default=0)

    def meaning(self) -> Span:
        """The span of values that this value stands for, read exactly, with no tolerance."""
        return self._meaning

    # Each span is asked for once a reading and more, and worked out once.
    @cached_property
    def _meaning(self) -> Span:
        if self.relation in ("at most", "less than"):
            span = Span(Decimal(0), abs(self.high), high_open=self.relation == "less than")
        elif self.relation in ("at least", "more than"):
            span = Span(abs(self.low), INFINITY, low_open=self.relation == "more than")
        elif self.relation == "by":
            return Span(-INFINITY, self.high)
        elif self.relation == "before":
            return Span(-INFINITY, self.low, high_open=True)
        elif self.relation == "after":
            return Span(self.high, INFINITY, low_open=True)
        else:
            return Span(self.low, self.high)
        return (
            span
            if self.direction > 0
            else Span(-span.high, -span.low, span.high_open, span.low_open)
        )

    def agreeing(self) -> Span:
        """The values that agree with this one: part of a unit of the last digit, 5% at most."""
        return self._agreeing

    @cached_property
    def _agreeing(self) -> Span:
        meaning = self.meaning()
        if self.kind != "number" or self.bound:
            return meaning
        part_of_unit = min(_part_of_unit(part) for part in re.findall(NUMBER, self.text))

        def tolerance(edge: Decimal) -> Decimal:
            widest = abs(edge) * ROUNDED
            hedged = abs(edge) * ABOUT if self.relation == "about" else Decimal(0)
            return max(min(part_of_unit, widest), hedged)

        return Span(meaning.low - tolerance(meaning.low), meaning.high + tolerance(meaning.high))

    def near(self) -> Span:
        """The values that nearly agree; of a date within one unit more, a month at most."""
        return self._near

    @cached_property
    def _near(self) -> Span:
        meaning = self.meaning()
        if self.kind == "date":
            one_day = len(re.findall(DAY, self.text)[0]) == 10
            low = meaning.low if meaning.low == -INFINITY else _shift(meaning.low, -1, one_day)
            high = meaning.high if meaning.high == INFINITY else _shift(meaning.high, 1, one_day)
            return Span(low, high, meaning.low_open, meaning.high_open)
        low = (
            meaning.low if meaning.low in (-INFINITY, 0) else meaning.low - abs(meaning.low) * NEAR
        )
        high = (
            meaning.high
            if meaning.high in (INFINITY, 0)
            else meaning.high + abs(meaning.high) * NEAR
        )
        return Span(low, high, meaning.low_open, meaning.high_open)


def compare(stated: Value, reading: Value) -> Fit:
    """How a reading stands to a stated value: it agrees, nearly does, misses, or is too vague."""
    meant = reading.meaning()
    agreeing = stated.agreeing()
    if meant.within(agreeing):
        return Fit.AGREES
    if stated.kind == "fact":
        return Fit.MISSES
    near = stated.near()
    if meant.within(near):
        return Fit.NEARLY
    if meant.apart(near) and meant.apart(agreeing):
        return Fit.MISSES
    return Fit.SILENT


# ---------------------------------------------------------------- how a value is said


def show(value: Value, unit: str, signed: bool = False) -> str:
    """A value as a reader sees it: `−6.5%`, `$600 billion`, `a fall of more than 21%`, `yes`.

    `signed` puts a plus before rises, for claims that speak of falls and rises.
    """
    if value.kind == "fact":
        return value.text
    if value.kind == "date":
        return re.sub(DAY, lambda match: _show_day(match.group()), value.text)
    before, after = ("$", unit[1:]) if unit.startswith("$") else ("", unit)
    after = after if after in ("", "%") or after.startswith(" ") else f" {after}"
    if value.high < 0 and (value.bound or value.relation == "to"):
        return f"a fall of {_show_fall(value, before, after)}"

    def number(match: re.Match[str]) -> str:
        digits = match.group().replace("−", "-")
        sign = "−" if digits.startswith("-") else "+" if signed and Decimal(digits) > 0 else ""
        return f"{sign}{before}{_grouped(digits)}"

    return re.sub(NUMBER, number, value.text) + after


def _show_fall(value: Value, before: str, after: str) -> str:
    """The size of a fall that is a bound or a range: `more than 21%`, `8% to 10%`."""
    sizes = sorted(
        re.findall(NUMBER, value.text), key=lambda one: abs(Decimal(one.replace("−", "-")))
    )
    shown = [f"{before}{_grouped(one)}" for one in sizes]
    if value.bound:
        return f"{value.relation} {shown[0]}{after}"
    return f"{shown[0]}{after if after == '%' else ''} to {shown[1]}{after}"


def _grouped(digits: str) -> str:
    """The digits of a number without its sign, with a comma for each thousand."""
    whole, dot, rest = digits.lstrip("+-−").partition(".")
    return f"{int(whole):,}{dot}{rest}"


def show_date(day: date) -> str:
    """A calendar day in words: `27 January 2025`."""
    return f"{day.day} {day:%B %Y}"


def _show_day(text: str) -> str:
    parts = text.split("-")
    if len(parts) == 1:
        return text
    month = date(int(parts[0]), int(parts[1]), 1).strftime("%B %Y")
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"


def _significant(text: str) -> str:
    digits = re.sub(r"[-+−.]", "", text).lstrip("0")
    return digits if "." in text else digits.rstrip("0")


def _part_of_unit(text: str) -> Decimal:
    """The part of the last printed digit's unit that rounding takes; a whole number's trailing
    zeros are no precision.
    """
    decimals = len(text.partition(".")[2])
    zeros = 0 if decimals else len(text) - len(text.rstrip("0"))
    return Decimal(10) ** (zeros - decimals) * UNIT


def _shift(ordinal: Decimal, sign: int, one_day: bool) -> Decimal:
    day = date.fromordinal(int(ordinal))
    if one_day:
        return Decimal((day + timedelta(days=sign)).toordinal())
    month = day.month - 1 + sign
    year, month = day.year + month // 12, month % 12 + 1
    # A span of months begins on a first and ends on a last day; so must the shifted one.
    return Decimal(date(year, month, 1 if day.day == 1 else monthrange(year, month)[1]).toordinal())
