"""How far a reading misses what was said, as a person would say it."""

import re
from datetime import date
from decimal import Decimal

from ledger.values import DAY, INFINITY, Fit, Span, Value, compare

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PARTS = {2: "half", 3: "a third", 4: "a quarter", 5: "a fifth", 10: "a tenth"}
_ALIKE = Decimal("0.03")  # so near to a third it is called a third


def count(number: int, one: str, many: str = "") -> str:
    """A number of things, in words up to ten: `one month`, `five months`, `15 months`."""
    told = _SMALL[number] if number < len(_SMALL) else f"{number:,}"
    return f"{told} {one if number == 1 else many or one + 's'}"


def part(ratio: Decimal, alike: Decimal = Decimal(0)) -> str:
    """A part of something: `a tenth`, or `15%` where none that has a name is `alike`."""
    for parts, name in _PARTS.items():
        if abs(ratio * parts - 1) <= alike:
            return name
    return f"{(ratio * 100).normalize():f}%"


def distance(stated: Value, reading: Value, unit: str = "") -> str:
    """How far a reading misses a stated value, as a person would say it; nothing when it does not.

    `10.5 points more` for per cents, `6% less` for other numbers; from double on `2.6 times as far`
    for a fall and `twice what was said` for others; `five months earlier` for dates.
    """
    fit = compare(stated, reading)
    meant, wanted = reading.meaning(), stated.meaning()
    vague = fit is Fit.SILENT or (reading.bound and fit is not Fit.AGREES)
    if stated.kind == "fact" or vague or not meant.apart(wanted):
        return ""
    if stated.kind == "date":
        return _time_between(stated, wanted, meant)
    edge = wanted.low if meant.low < wanted.low else wanted.high
    miss = max(wanted.low - meant.low, meant.high - wanted.high)
    if edge == 0 or miss == 0:
        return ""
    if meant.low * edge < 0:
        return "the other direction"
    sizes = sorted((abs(meant.low), abs(meant.high)))
    if sizes[1] >= 2 * abs(edge):
        return _times(sizes[1] / abs(edge)) + (" as far" if edge < 0 else " what was said")
    more = "more" if sizes[1] > abs(edge) else "less"
    if unit == "%":
        points = _rounded(miss)
        return f"{points} {'point' if points == '1' else 'points'} {more}"
    fraction = part(sizes[0] / abs(edge), _ALIKE)
    if not fraction.endswith("%"):
        return f"{fraction} of what was said"
    return f"{_rounded(miss / abs(edge) * 100, whole=True)}% {more}"


def _times(ratio: Decimal) -> str:
    told = f"{ratio:,.0f}" if ratio >= 10 else f"{ratio:.1f}".removesuffix(".0")
    return "twice" if told == "2" else f"{told} times"


def _rounded(number: Decimal, whole: bool = False) -> str:
    """A distance in a few digits, of which the first is never a zero that hides it."""
    if number >= 1 and whole:
        return f"{number:,.0f}"
    places = 1 if number >= 1 else -number.adjusted()
    text = f"{number:,.{places}f}"
    return text.rstrip("0").rstrip(".")


def _time_between(stated: Value, wanted: Span, meant: Span) -> str:
    """The time between a stated date and one outside it, counted on the calendar."""
    early = meant.low < wanted.low
    ends = (meant.low, wanted.low) if early else (wanted.high, meant.high)
    if INFINITY in map(abs, ends):
        return ""
    first, last = (date.fromordinal(int(end)) for end in ends)
    days = (last - first).days
    one_day = len(re.findall(DAY, stated.text)[0]) == 10
    months = (last.year - first.year) * 12 + last.month - first.month
    if one_day and days < 45:
        told = count(days, "day")
    elif months < 24:
        told = count(months, "month")
    else:
        told = count(round(months / 12), "year")
    return f"{told} {'earlier' if early else 'later'}" if days else ""
