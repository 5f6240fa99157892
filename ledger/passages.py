"""What the quotes of proofs say, and their amounts, in any language, held to values."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import product

from ledger import values
from ledger.amounts import ANY, Amount, amounts, power_of, sign_of
from ledger.reading import Proof, Reading

# Numbers in words, of which a quote may make a value; a half and a third among them.
IN_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|fifty"
    r"|hundred|half|halv\w+|third|quarter|doubl\w+|twice|tripl\w+|fold)\b",
    re.IGNORECASE,
)
PER_CENT = re.compile(
    r"(?!.*\bbasis point).*(?:[%％]|\bper ?cent|\bpct\b|pro[cz]ent|por ciento)", re.IGNORECASE
)
MANY = re.compile(r"\b(?:hundred|dozen|lakh|crore|mln|mld|mrd)s?\b", re.IGNORECASE)
METRIC = (-9, -6, -3, 3, 6, 9)  # powers by which units of one measure differ, such as kW and MW
BASIS_POINTS = re.compile(r"\s?(?:basis points?|bps?)\b", re.IGNORECASE)
_PARTS = re.compile(r"\b(?:share|part|ratio|rate|point|cent)", re.IGNORECASE)  # counts in per cent
_PREFIXES = {
    "tera": "T",
    "giga": "G",
    "mega": "M",
    "kilo": "k",
    "milli": "m",
    "nano": "n",
    "centi": "c",
}
_MEASURE = re.compile(
    r"[\s-]?\b(?P<prefix>[TGMkmnµc]|(?:tera|giga|mega|kilo|milli|nano|centi)(?=[a-z]))?"
    r"(?P<base>Wh|W|Hz|m|g|watt|met|gram|hertz)(?:[a-z-]*)\b"
)
_OTHER = re.compile(r"[\s-]?(points?|times|fold)\b", re.IGNORECASE)
_QUOTED = re.compile("“([^“”]*)”")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
_POINTS = re.compile(r"\d{1,3}\.\d{3}")  # marks of thousands in many languages


def words_of(proof: Proof) -> str:
    """What a source says itself: the quotes of a proof, or all of a place."""
    return proof.rest if proof.kind == "place" else " ".join(filter(None, quotes_of(proof)))


def quotes_of(proof: Proof) -> list[str]:
    """The quotes of a proof: the first, its translation, which may be empty, and further ones."""
    return [proof.phrase, proof.english, *_QUOTED.findall(proof.rest)]


def is_foreign(row: Reading) -> bool:
    """True where the words of a proof are of another language than English."""
    english = bool(row.proof and row.proof.english)
    return english or any(source.language for source in row.sources)


@lru_cache(maxsize=4096)  # several rules ask the same quotes
def quoted(text: str) -> tuple[Amount, ...]:
    """Every amount of a quote, where a blank may mark the thousands and may not."""
    joined = _THOUSANDS.sub("", text)
    return tuple(amount for one in dict.fromkeys((text, joined)) for amount in amounts(one))


def meanings(amount: Amount, foreign: bool = False) -> list[Decimal]:
    """The numbers that the digits of an amount may mean; in a `foreign` quote a point may mark the
    thousands.
    """
    found = [Decimal(amount.plain)]
    if _DECIMAL_COMMA.fullmatch(amount.digits):
        found.append(Decimal(amount.digits.replace(",", ".")))
    if foreign and _POINTS.fullmatch(amount.digits):
        found.append(Decimal(amount.digits.replace(".", "")))
    return found


def gives(
    amount: Amount, value: Decimal, unit: str, part: Decimal = Decimal(0), foreign: bool = False
) -> bool:
    """True when an amount is this value of this unit, but for a part of it that rounding takes."""
    numbers, own = meanings(amount, foreign), power_of(unit)
    if unit == "%" and BASIS_POINTS.match(amount.text, amount.end):
        numbers = [number.scaleb(-2) for number in numbers]
    alike = amount.power in (0, own) or amount.letter
    if alike and any(_near(number, value, part) for number in numbers):
        return True
    whole = value.scaleb(own)
    return unit != "%" and any(
        _near(number.scaleb(amount.power), whole, part) for number in numbers
    )


def prints(amount: Amount, number: str, unit: str, foreign: bool = False) -> bool:
    """True when a number of this unit, as it is typed, is an amount, or a rounding of it: it has no
    digit that the amount has not.
    """
    own, value = power_of(unit), abs(Decimal(number.replace("−", "-")))
    zeros = 0 if "." in number else len(number) - len(number.rstrip("0"))
    unit_of_last = Decimal(10) ** -len(number.partition(".")[2])
    step = unit_of_last.scaleb(zeros)  # trailing zeros of a whole number are no precision
    basis = unit == "%" and BASIS_POINTS.match(amount.text, amount.end)
    powers = {amount.power - 2 if basis else amount.power}
    if not basis and (amount.letter or not amount.power):
        powers.add(own)
    for printed, power in product(meanings(amount, foreign), powers):
        meant = printed.scaleb(power - own)
        finest = Decimal(1).scaleb(int(meant.as_tuple().exponent))
        if finest <= step and abs(meant - value) <= unit_of_last * values.UNIT:
            return True
    return False


def may_give(amount: Amount, value: Decimal, unit: str, loose: bool, named: bool) -> bool:
    """True when an amount that does not give a value could be it in other words: where those of
    its quote are `loose`, or do not name the unit and so may count in another.
    """
    if loose:
        return alike(meanings(amount)[0], value)
    plain = not named and unit != "%" and not amount.power and not power_of(unit)
    return plain and any(
        _near(number.scaleb(power), value, values.ROUNDED)
        for number in meanings(amount)
        for power in METRIC
    )


def other_unit(given: Sequence[Amount], unit: str) -> str:
    """In what else than a unit all of some amounts count, or an empty string: another money, per
    cent, points, times, or a larger or smaller measure, such as GWh for TWh.
    """
    signs = [_sign(one) for one in given]
    if signs and not {sign_of(unit), ANY} & {*signs} and not _PARTS.search(unit):
        return signs[0]
    own = _MEASURE.search(unit)
    found = [match for one in given if (match := _MEASURE.match(one.text, one.end))]
    if own and found and len(found) == len(given):
        others = [one for one in found if one["base"][0].lower() == own["base"][0].lower()]
        if len(others) == len(found) and _prefix(own) not in map(_prefix, others):
            return others[0].group().strip(" -")
    return ""


def _sign(one: Amount) -> str:
    """The sign of an amount; points that are none of per cent, and times, are one too."""
    match = _OTHER.match(one.text, one.end)
    return one.sign or (match[1].lower() if match else ANY)


def _prefix(measure: re.Match[str]) -> str:
    """The prefix of a measure as its letter."""
    written = measure["prefix"] or ""
    return _PREFIXES.get(written.lower(), written)


def alike(number: Decimal, value: Decimal) -> bool:
    """True when two numbers differ by rounding and by powers of ten at most."""
    if not number or not value:
        return number == value
    scaled = number.scaleb(value.adjusted() - number.adjusted())
    return any(_near(one, value, values.ROUNDED) for one in (scaled, scaled * 10, scaled / 10))


def _near(number: Decimal, value: Decimal, part: Decimal) -> bool:
    return abs(number - value) <= abs(value) * part
