"""The rules for what quotes tell: the dates of their readings, and the numbers of translations."""

import re
from calendar import month_abbr, month_name
from collections.abc import Iterator

from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.reading import Proof
from ledger.rules.proof import QUOTED, WHOLE_DAY, rows
from ledger.values import Value

YEAR = re.compile(r"(?<![\w.,$€£-])(1[89]\d\d|2[01]\d\d)(?!\w|[.,]\d|-\d\d\d)")
MONTHS = {name.lower(): at for at, name in enumerate(month_name) if name}
SHORT = {name.lower(): at for at, name in enumerate(month_abbr) if name}
MONTH = re.compile(rf"\b({'|'.join((*MONTHS, *SHORT))}|sept)\b\.?,? (1[89]\d\d|2[01]\d\d)\b", re.I)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
ELSE = "Correct one; or say how the value follows, `worked out: …`."


def years_are_those_of_quotes(content: Content) -> Iterator[Mistake]:
    """The date of a reading is of a year, and of a month, that its quote or its place tells, where
    they tell any.
    """
    for claim, row in rows(content):
        value, proof = row.value, row.proof
        if value.kind != "date" or not proof or proof.kind not in ("phrase", "place"):
            continue
        told = _words_of(proof)
        if WHOLE_DAY.search(told) and proof.kind == "phrase" and value.low == value.high:
            continue  # `days_are_those_of_quotes` holds it to the whole day
        years = [int(year) for year in YEAR.findall(told)]
        own = range(value.start.year, value.end.year + 1)
        beside = [int(year) for year in YEAR.findall(f"{row.name} {row.note} {proof.text}")]
        if years and not {*own} & {*years, *beside}:
            what = "quote" if proof.kind == "phrase" else "proof"
            sentence = f"the {what} tells of {years[0]}, and the value is {value.text}"
            yield Mistake(content.table(claim), row.line, f"{sentence}. {ELSE}")
        elif month := _other_month(value, told, f"{row.name} {row.note} {proof.rest}"):
            sentence = f"the quote tells of {month}, and the value is {value.text}"
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


def _words_of(proof: Proof) -> str:
    """What a source says itself: the quotes of a proof, or all of a place."""
    if proof.kind == "place":
        return proof.rest
    return " ".join([proof.phrase, proof.english, *QUOTED.findall(proof.rest)])


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
    years_are_those_of_quotes,
    translations_have_the_numbers_of_quotes,
)
