"""The rules for what quotes tell: the values of their readings, and the numbers of translations."""

import re
from calendar import month_abbr, month_name
from collections.abc import Iterator, Sequence

from ledger import values
from ledger.amounts import Amount
from ledger.claim import Claim
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.moments import other_days
from ledger.passages import (
    BASIS_POINTS,
    IN_WORDS,
    MANY,
    PER_CENT,
    alike,
    gives,
    is_foreign,
    may_give,
    meanings,
    other_unit,
    prints,
    quoted,
    words_of,
)
from ledger.reading import Reading
from ledger.rules.proof import rows
from ledger.sizes import other_size
from ledger.values import Value

YEAR = re.compile(r"(?<![\w.,$€£-])(1[89]\d\d|2[01]\d\d)(?!\w|[.,]\d|-\d\d\d)")
MONTHS = {name.lower(): at for at, name in enumerate(month_name) if name}
SHORT = {name.lower(): at for at, name in enumerate(month_abbr) if name}
MONTH = re.compile(rf"\b({'|'.join((*MONTHS, *SHORT))}|sept)\b\.?,? (1[89]\d\d|2[01]\d\d)\b", re.I)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
DIGITS = "Write the digits of the quote; or say how the value follows, `worked out: …`."
ELSE = "Correct one; or say how the value follows, `worked out: …`."


def quotes_hold_their_value(content: Content) -> Iterator[Mistake]:
    """A quote that holds numbers holds that of its reading, in whatever unit it counts; a value has
    no digit that its quote has not, and the quote counts in its unit, where it says in what.
    """
    for claim, row in rows(content):
        if not row.proof or row.proof.kind != "phrase" or row.value.kind != "number":
            continue
        told, unit, foreign = words_of(row.proof), claim.unit, is_foreign(row)
        found, ends = quoted(told), (abs(row.value.low), abs(row.value.high))
        given = [
            one
            for one in found
            if any(gives(one, end, unit, values.ROUNDED, foreign) for end in ends)
        ]
        if not given:
            if found and (sentence := _lost(claim, row, told, found)):
                yield Mistake(content.table(claim), row.line, f"{sentence}. {ELSE}")
            continue
        for number in re.findall(values.NUMBER, row.value.text):
            if not any(prints(one, number, unit, foreign) for one in found):
                sentence = f"the quote prints {given[0].digits}, and the value is {row.value.text}"
                yield Mistake(content.table(claim), row.line, f"{sentence}. {DIGITS}")
                break
        if other := other_unit(given, unit):
            sentence = f"the quote counts in {other}, and the unit is {unit}"
            yield Mistake(content.table(claim), row.line, f"{sentence}. {ELSE}")


def _lost(claim: Claim, row: Reading, told: str, found: Sequence[Amount]) -> str:
    """What is told of a quote none of whose amounts could be a reading's value."""
    unit, ends = claim.unit, (abs(row.value.low), abs(row.value.high))
    # What is no per cent there, or counts in dozens, may be the value in other words.
    other = not (BASIS_POINTS.search(told) or PER_CENT.match(told))
    loose = is_foreign(row) or (other if unit == "%" else bool(MANY.search(told)))
    named = bool(unit) and unit.split(" ")[-1].removesuffix("s") in told
    if any(may_give(one, end, unit, loose, named) for one in found for end in ends):
        return ""
    moved = any(alike(meanings(one)[0], end) for one in found for end in ends)
    if moved and not other_size(claim):
        own = f"{row.value.text} {unit}".replace(" %", "%").rstrip()
        return f"the quote holds {found[0].digits}, and {own} is not of its size"
    if moved or IN_WORDS.search(told):
        return ""
    return f"the quote holds no {row.value.text}, but {meanings(found[0])[0]}"


def years_are_those_of_quotes(content: Content) -> Iterator[Mistake]:
    """The date of a reading is of a year, and of a month, that its quote or its place tells, where
    they tell any; so is the date in a column beside its number.
    """
    for claim, row in rows(content):
        cells = [row.value, *(cell for cell in row.extra.values() if isinstance(cell, Value))]
        value, proof = next((one for one in cells if one.kind == "date"), None), row.proof
        if not value or not proof or proof.kind not in ("phrase", "place"):
            continue
        told, what = words_of(proof), "value" if value is row.value else "date"
        whole = value is row.value and value.low == value.high and proof.kind == "phrase"
        if whole and other_days(value.start, told):
            continue  # `days_are_those_of_quotes` tells it
        years = [int(year) for year in YEAR.findall(told)]
        own = range(value.start.year, value.end.year + 1)
        beside = [int(year) for year in YEAR.findall(f"{row.name} {row.note} {proof.text}")]
        if years and not {*own} & {*years, *beside}:
            where = "quote" if proof.kind == "phrase" else "proof"
            sentence = f"the {where} tells of {years[0]}, and the {what} is {value.text}"
            yield Mistake(content.table(claim), row.line, f"{sentence}. {ELSE}")
        elif month := _other_month(value, told, f"{row.name} {row.note} {proof.rest}"):
            sentence = f"the quote tells of {month}, and the {what} is {value.text}"
            yield Mistake(content.table(claim), row.line, f"{sentence}. {ELSE}")


def translations_have_the_numbers_of_quotes(content: Content) -> Iterator[Mistake]:
    """A translation tells no number in the place of another that its quote has."""
    for claim, row in rows(content):
        if row.proof and row.proof.english:
            quoted, english = _numbers(row.proof.phrase), _numbers(row.proof.english)
            lost = [number for plain, number in quoted.items() if plain not in english]
            new = [number for plain, number in english.items() if plain not in quoted]
            # A number of the one alone is in words in the other, as a month or a reign's year is.
            months = {str(at) for name, at in MONTHS.items() if name in row.proof.english.lower()}
            lost = [number for number in lost if number not in months]
            new = [number for number in new if not YEAR.fullmatch(number)]
            if lost and new:
                told = f"the translation holds {new[0]}, and the quote {lost[0]}"
                yield Mistake(content.table(claim), row.line, f"{told}. Correct one.")


def _numbers(words: str) -> dict[str, str]:
    """The numbers of a text, as they stand there, by their digits alone: 2.94 and 2,94 are one."""
    return {re.sub(r"\D", "", number).strip("0"): number for number in NUMBER.findall(words)}


def _other_month(value: Value, told: str, beside: str) -> str:
    """The month of this year that is told in the place of that of a value, or an empty string."""
    if (value.start.year, value.start.month) != (value.end.year, value.end.month):
        return ""
    found = [(_month(name), int(year), f"{name} {year}") for name, year in MONTH.findall(told)]
    if not found:
        return ""
    others = [(_month(name), int(year)) for name, year in MONTH.findall(beside)]
    own = value.start.month, value.start.year
    if own in others or any(own == (month, year) for month, year, _ in found):
        return ""
    return next((words for _, year, words in found if year == own[1]), "")


def _month(name: str) -> int:
    name = name.lower()
    return MONTHS.get(name) or SHORT[name[:3]]


RULES: tuple[Rule, ...] = (
    quotes_hold_their_value,
    years_are_those_of_quotes,
    translations_have_the_numbers_of_quotes,
)
