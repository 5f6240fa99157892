"""The grammar of values: what a stated figure or a reading may look like, and when one meets another."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

INFINITY = Decimal("Infinity")
TENTH, TWENTIETH, FIFTIETH = Decimal("0.1"), Decimal("0.05"), Decimal("0.02")

NUMBER = r"[-+−]?\d+(?:\.\d+)?"
LONGEST = 40  # characters; no value of the grammar needs more
YEARS = range(1800, 2201)
DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
RELATIONS = ("at most", "at least", "less than", "more than", "by", "before", "after")

EXAMPLES = {
    "number": "-6.5, about 5, at most 5.6, more than 21, 90 to 95",
    "date": "2024, 2024-09, 2024-09-20, by 2029",
    "fact": "yes, no",
}


@dataclass(frozen=True)
class Span:
    """All values from `low` to `high`; an open end is not itself included."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def within(self, other: "Span") -> bool:
        """True when every value of this span lies in the other."""
        low_ok = self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
        high_ok = self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open))
        return low_ok and high_ok

    def apart(self, other: "Span") -> bool:
        """True when the two spans share no value."""

        def before(a: "Span", b: "Span") -> bool:
            return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))

        return before(self, other) or before(other, self)


@dataclass(frozen=True)
class Value:
    """One parsed value: a number, a date or a yes/no fact, with its hedge or bound.

    `kind` is `number`, `date` or `fact`; `low` and `high` are the numbers written (equal unless a range or a date),
    dates as day ordinals; `relation` is `""`, `about`, `to` or one of `RELATIONS`.
    """

    text: str
    kind: str
    low: Decimal
    high: Decimal
    relation: str = ""

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
    def direction(self) -> int:
        """-1 for a fall, +1 for anything else: a bound on a fall is met by deeper falls."""
        return -1 if self.kind == "number" and self.low < 0 else 1

    @property
    def digits(self) -> int:
        """How many significant digits are printed; a whole number's trailing zeros are no precision."""
        return max((len(_significant(part)) for part in re.findall(NUMBER, self.text)), default=0)

    def meaning(self) -> Span:
        """The span of values that this value stands for, read exactly, with no tolerance."""
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
        return span if self.direction > 0 else Span(-span.high, -span.low, span.high_open, span.low_open)

    def agreeing(self) -> Span:
        """The span of values that agree with this stated value: half a unit of the last digit, 5% at most."""
        meaning = self.meaning()
        if self.kind != "number" or self.bound:
            return meaning
        half = min(_half_unit(part) for part in re.findall(NUMBER, self.text))

        def tolerance(edge: Decimal) -> Decimal:
            widest = abs(edge) * TWENTIETH
            hedged = abs(edge) * FIFTIETH if self.relation == "about" else Decimal(0)
            return max(min(half, widest), hedged)

        return Span(meaning.low - tolerance(meaning.low), meaning.high + tolerance(meaning.high))

    def near(self) -> Span:
        """The span of values that nearly agree: within a tenth; a date within one unit, a month at most."""
        meaning = self.meaning()
        if self.kind == "date":
            one_day = len(re.findall(DAY, self.text)[0]) == 10
            low = meaning.low if meaning.low == -INFINITY else _shift(meaning.low, -1, one_day)
            high = meaning.high if meaning.high == INFINITY else _shift(meaning.high, 1, one_day)
            return Span(low, high, meaning.low_open, meaning.high_open)
        low = meaning.low if meaning.low in (-INFINITY, 0) else meaning.low - abs(meaning.low) * TENTH
        high = meaning.high if meaning.high in (INFINITY, 0) else meaning.high + abs(meaning.high) * TENTH
        return Span(low, high, meaning.low_open, meaning.high_open)


def parse(text: str, kind: str) -> Value:
    """Read one value written in the grammar.

    `kind` is `number`, `date` or `fact`. Raises ValueError with a sentence that says what to write instead.
    """
    text = " ".join(str(text).split())
    if len(text) > LONGEST:
        raise ValueError(f"'{text[:LONGEST]}…' is too long for a value. Write it like one of these: {EXAMPLES[kind]}")
    if kind == "fact":
        if text not in ("yes", "no"):
            raise ValueError(f"'{text}' is neither yes nor no")
        truth = Decimal(text == "yes")
        return Value(text, kind, truth, truth)
    atom = NUMBER if kind == "number" else DAY
    relations = "about|at most|at least|less than|more than" if kind == "number" else "about|by|before|after"
    match = re.fullmatch(rf"(?:(?P<relation>{relations}) )?(?P<low>{atom})(?: to (?P<high>{atom}))?", text, re.ASCII)
    if not match or (match["high"] and match["relation"]):
        raise ValueError(f"'{text}' is not a {kind} that the site can read. Write it like one of these: {EXAMPLES[kind]}")
    low, high = match["low"], match["high"] or match["low"]
    if kind == "number":
        ends = sorted(Decimal(end.replace("−", "-")) for end in (low, high))
    else:
        ends = [_day(low, last=False), _day(high, last=True)]
        if ends[0] > ends[1]:
            raise ValueError(f"'{text}' ends before it begins. Write the earlier date first")
    return Value(text, kind, ends[0], ends[1], match["relation"] or ("to" if match["high"] else ""))


def compare(stated: Value, reading: Value) -> str:
    """How a reading stands to a stated value: `agrees`, `nearly`, `misses`, or `silent` when it says too little."""
    meant = reading.meaning()
    if meant.within(stated.agreeing()):
        return "agrees"
    if stated.kind == "fact":
        return "misses"
    if meant.within(stated.near()):
        return "nearly"
    if meant.apart(stated.near()) and meant.apart(stated.agreeing()):
        return "misses"
    return "silent"


def distance(stated: Value, reading: Value) -> str:
    """How far a reading is from a stated value, in words: `6% off`, `5 months off`, or `` when it is met."""
    if stated.kind == "fact" or compare(stated, reading) == "silent" or reading.bound and compare(stated, reading) != "agrees":
        return ""
    meant, wanted = reading.meaning(), stated.meaning()
    if meant.within(wanted):
        return ""
    if stated.kind == "date":
        days = int(max(wanted.low - meant.high, meant.low - wanted.high))
        if days < 45:
            return f"{days} {'day' if days == 1 else 'days'} off"
        return f"{round(days / 30.44)} months off" if days < 700 else f"{round(days / 365.25)} years off"
    edge = wanted.low if meant.low < wanted.low else wanted.high
    if edge == 0:
        return ""
    if meant.low * edge < 0:
        return "the other direction"
    miss = max(wanted.low - meant.low, meant.high - wanted.high)
    percent = abs(miss / edge) * 100
    if percent < 1:
        return f"{percent:.1f}% off" if percent >= TWENTIETH else "less than 0.1% off"
    return f"{round(percent):,}% off"


def show(value: Value, unit: str, signed: bool = False) -> str:
    """A value as a reader sees it: `−6.5%`, `$600 billion`, `more than 21%`, `September 2024`, `yes`.

    `signed` puts a plus before rises, for claims that speak of falls and rises.
    """
    if value.kind == "fact":
        return value.text
    if value.kind == "date":
        return re.sub(DAY, lambda match: _show_day(match.group()), value.text)
    unit = unit or ""
    before, after = ("$", unit[1:]) if unit.startswith("$") else ("", unit)
    after = after if after in ("", "%") or after.startswith(" ") else f" {after}"

    def number(match: re.Match[str]) -> str:
        digits = match.group().replace("−", "-")
        sign = "−" if digits.startswith("-") else "+" if signed and Decimal(digits) > 0 else ""
        whole, dot, rest = digits.lstrip("+-").partition(".")
        return f"{sign}{before}{int(whole):,}{dot}{rest}"

    return re.sub(NUMBER, number, value.text) + after


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


def _half_unit(text: str) -> Decimal:
    """Half of the last printed digit's unit; a whole number's trailing zeros are no precision."""
    decimals = len(text.partition(".")[2])
    zeros = 0 if decimals else len(text) - len(text.rstrip("0"))
    return Decimal(10) ** (zeros - decimals) / 2


def _day(text: str, last: bool) -> Decimal:
    year, *rest = map(int, text.split("-"))
    try:
        if year not in YEARS:
            raise ValueError
        month = rest[0] if rest else 12 if last else 1
        day = rest[1] if len(rest) > 1 else monthrange(year, month)[1] if last else 1
        found = date(year, month, day)
    except ValueError:
        raise ValueError(f"'{text}' is not in the calendar. Write dates like {EXAMPLES['date']}") from None
    return Decimal(found.toordinal())


def _shift(ordinal: Decimal, sign: int, one_day: bool) -> Decimal:
    day = date.fromordinal(int(ordinal))
    if one_day:
        return Decimal((day + timedelta(days=sign)).toordinal())
    month = day.month - 1 + sign
    year, month = day.year + month // 12, month % 12 + 1
    # A span of months begins on a first and ends on a last day; so must the shifted one.
    return Decimal(date(year, month, 1 if day.day == 1 else monthrange(year, month)[1]).toordinal())
