"""What would change a verdict: from where to where a recorded value would hold, or nearly hold."""

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from ledger.phrases import brief
from ledger.values import INFINITY, Fit, Span, Value, show, show_date
from ledger.verdict import Evidence, rule, weigh

if TYPE_CHECKING:  # whoever reads claims makes these words; whoever draws them needs none
    from ledger.claim import Claim

_DOES = {"Nearly": "nearly hold", "Misplaced": "be misplaced", "Fails": "fail"}


def turns(claim: "Claim") -> str:
    """Where the asked value would hold, nearly hold, or not, by the rule itself, in one sentence.

    Empty where no value is stated. Where a rival of the claim fits, a value that misses does not
    make it fail: it is misplaced.
    """
    stated = claim.stated
    if claim.draft or stated is None or stated.kind == "fact":
        return ""
    known = weigh(stated, claim.kind, claim.readings)
    nearly, otherwise = (
        _DOES[rule(Evidence("fact", fit, known.rival, known.precise)).name]
        for fit in (Fit.NEARLY, Fit.MISSES)
    )
    parts = {row.name for row in claim.readings if row.role == "asked"}
    agreeing, near = stated.agreeing(), stated.near()
    words = f"{'Each part' if len(parts) > 1 else 'It'} would hold {_where(agreeing, claim.unit)}"
    if near.within(agreeing) or nearly == otherwise:
        return f"{words}, and otherwise {otherwise}."
    return f"{words}, {nearly} {_where(near, claim.unit, True)}, and otherwise {otherwise}."


def _where(span: Span, unit: str, again: bool = False) -> str:
    """A span in words; `again`: behind another, so that the unit and the fall are told already."""
    if unit == "date":
        return _when(span)
    unit = brief(unit) if again else unit
    if span.high > 0 or span.low == 0:
        return _between(span, unit)
    deep = Span(-span.high, -span.low, span.high_open, span.low_open)
    return f"for {'one' if again else 'a fall'} of {_sized(deep, unit)}"


def _between(span: Span, unit: str) -> str:
    """A span of numbers, of which most are no falls."""
    if span.high == INFINITY:
        low = _shown(span.low, unit)
        return f"above {low}" if span.low_open else f"from {low} up"
    if span.low == 0 < span.high:
        return f"{'below' if span.high_open else 'up to'} {_shown(span.high, unit)}"
    if span.low == span.high:
        return f"at {_shown(span.low, unit)}"
    return f"from {_range(span, unit)}"


def _sized(span: Span, unit: str) -> str:
    """A span of the sizes of falls."""
    if span.high == INFINITY:
        low = _shown(span.low, unit)
        return f"more than {low}" if span.low_open else f"{low} or more"
    if span.low == 0:
        return f"{'less than' if span.high_open else 'up to'} {_shown(span.high, unit)}"
    return _range(span, unit)


def _range(span: Span, unit: str) -> str:
    text = f"{_digits(span.low)} to {_digits(span.high)}"
    return show(Value(text, "number", span.low, span.high, "to"), unit)


def _shown(number: Decimal, unit: str) -> str:
    return show(Value(_digits(number), "number", number, number), unit)


def _digits(number: Decimal) -> str:
    """A number in plain digits, exactly: the edges of the rule are never rounded."""
    return f"{number.normalize():f}"


def _when(span: Span) -> str:
    """A span of days in words, as coarse as it is."""
    if span.low == -INFINITY:
        last = date.fromordinal(int(span.high))
        if span.high_open:
            return f"before {_begins(last)}"
        return f"until {'the end of ' * (_ends(last) != show_date(last))}{_ends(last)}"
    first = date.fromordinal(int(span.low))
    if span.high == INFINITY:
        return f"after {_ends(first)}"
    last = date.fromordinal(int(span.high))
    if first == last:
        return f"on {show_date(first)}"
    begin, end = _begins(first), _ends(last)
    whole = begin != show_date(first) and end != show_date(last)
    if not whole:
        begin, end = show_date(first), show_date(last)
    elif begin.isdigit() != end.isdigit():
        begin, end = f"{first:%B %Y}", f"{last:%B %Y}"
    if begin == end:
        return f"in {end}"
    same = last.strftime("%Y" if whole else "%B %Y")
    return f"from {begin.removesuffix(f' {same}')} to {end}"


def _begins(day: date) -> str:
    """The year or the month that begins on a day, or the day."""
    if day.day > 1:
        return show_date(day)
    return f"{day:%Y}" if day.month == 1 else f"{day:%B %Y}"


def _ends(day: date) -> str:
    """The year or the month that ends on a day, or the day."""
    if (day + timedelta(days=1)).day > 1:
        return show_date(day)
    return f"{day:%Y}" if day.month == 12 else f"{day:%B %Y}"
