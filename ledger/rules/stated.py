"""The rules for what is stated: the same figure in the field, in the sentence and in the article's
own sentences.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from ledger import values
from ledger.amounts import POWERS
from ledger.claim import Claim
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.moments import MONTHS, days_told
from ledger.numbers import loose_numbers, numbers_of
from ledger.passages import IN_WORDS, gives, other_unit, prints, quoted
from ledger.rules.ways import WORDS
from ledger.sizes import other_size
from ledger.values import Value
from ledger.ways import way_of

DIGIT = re.compile(r"\d")
THOUSANDS = re.compile(r"(?<=\d)[ ,\u00a0\u202f](?=\d{3}(?!\d))")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
SIZES = {power: word for word, power in POWERS.items()}
_MONTH = rf"(?:{'|'.join(f'{name[:3]}(?:{name[3:]}|t)?' for name in MONTHS[1:])})\b\.?"
MONTH = re.compile(rf"\b{_MONTH}")
YEAR = re.compile(r"(?<![\w.,-])(?:1[89]|20|21)\d\d(?![\w,.]*\d)")


def units_are_of_the_size_of_quotes(content: Content) -> Iterator[Mistake]:
    """Most quotes of a claim, and its sentence, do not tell its numbers in another power of ten."""
    for claim in content.ledger.claims.values():
        if told := other_size(claim):
            word = SIZES[told]
            sentence = f"'unit' is {claim.unit}, and the quotes and the claim count in {word}"
            yield Mistake(*content.words(claim, "unit"), f"{sentence}. Correct the unit.")


def sentences_say_what_is_stated(content: Content) -> Iterator[Mistake]:
    """A claim's sentence that holds figures holds the stated one, in its unit; one that holds years
    holds that of a stated date.
    """
    article = content.ledger.article
    names = article.names if article else ()
    for claim in content.ledger.claims.values():
        stated, text = claim.stated, claim.sentence
        if not stated or stated.kind == "fact" or not DIGIT.search(text):
            continue
        for name in sorted(names, key=len, reverse=True):
            text = text.replace(name, " ")
        told = ""
        if stated.kind == "date":
            years = [int(year) for year in YEAR.findall(text)]
            if years and not {stated.start.year, stated.end.year} & {*years}:
                told = str(years[0])
            else:
                told = _other_day(stated, text)
        elif article and not IN_WORDS.search(text):
            found = quoted(text)
            ends = {abs(stated.low), abs(stated.high)}
            if not all(
                any(gives(one, end, claim.unit, foreign=True) for one in found) for end in ends
            ):
                # Days, years and names hold digits, and are no figures.
                figures = loose_numbers(text, 1, (), article, "")
                told = next((sentence.split(" ")[0] for _, sentence in figures), "")
        if told and not (stated.kind == "number" and other_size(claim)):
            unit = "" if claim.unit == "date" else f" {claim.unit}".replace(" %", "%")
            sentence = f"'claim' tells of {told}, and 'stated' is {stated.text}{unit}"
            remedy = "Write both as the article prints it."
            yield Mistake(*content.words(claim, "claim"), f"{sentence}. {remedy}")


def _other_day(stated: Value, text: str) -> str:
    """The day, or the month, that a text tells in the place of that of a stated date, or an empty
    string; in whichever order it writes them, with a year or without.
    """
    day, end = stated.start, stated.end
    if day == end and (days := days_told(text)):
        own = days.get((day.day, day.month), set())
        (other, month), years = next(iter(days.items()))
        shown = f"{other} {MONTHS[month]} {max(years)}".rstrip()
        return "" if {"", str(day.year)} & own else shown
    months = [*MONTH.finditer(text)] if (day.year, day.month) == (end.year, end.month) else []
    told = MONTHS[day.month][:3]
    alike = not months or any(one.group().startswith(told) for one in months)
    return "" if alike else months[0].group()


def sentences_go_the_way_of_claims(content: Content) -> Iterator[Mistake]:
    """A sentence of the article tells of a fall where its claims do, and of a rise where they do,
    if all of them go one way.
    """
    claims = content.ledger.claims
    for (line, _), one in zip(content.statements.rows, content.ledger.statements, strict=True):
        way = way_of(one.text)
        found = [claims[id] for id in one.claim_ids if id in claims] if way else []
        told = [(_way(claim), claim.id) for claim in found]
        known = [(own, id) for own, id in told if own]
        if known and all(own == -way for own, _ in known):
            sentence = f"this tells of {WORDS[way]}, and '{known[0][1]}' of {WORDS[-way]}"
            remedy = "Write it as the article does."
            yield Mistake(content.file("statements.csv"), line, f"{sentence}. {remedy}")


def _way(claim: Claim) -> int:
    """The way that a claim goes by what it states, or by its sentence; 0 where neither tells."""
    if claim.signed and claim.stated and claim.stated.kind == "number":
        return claim.stated.direction
    return way_of(claim.sentence)


def stated_is_as_printed(content: Content) -> Iterator[Mistake]:
    """What is stated has the digits that the claim's sentence prints, no more, and its money."""
    for claim in content.ledger.claims.values():
        stated, unit = claim.stated, claim.unit
        if not stated or stated.kind != "number":
            continue
        found, ends = quoted(claim.sentence), (abs(stated.low), abs(stated.high))
        given = [one for one in found if any(gives(one, end, unit, foreign=True) for end in ends)]
        sentence = ""
        if given and (other := other_unit(given, unit)):
            sentence = f"'claim' counts in {other}, and 'unit' is {unit}"
        elif given and not all(
            any(prints(one, number, unit, foreign=True) for one in found)
            for number in re.findall(values.NUMBER, stated.text)
        ):
            sentence = f"'claim' prints {given[0].digits}, and 'stated' is {stated.text}"
        if sentence:
            remedy = "Write both as the article prints it."
            yield Mistake(*content.words(claim, "claim"), f"{sentence}. {remedy}")


def figures_of_sentences_are_known(content: Content) -> Iterator[Mistake]:
    """A figure in a sentence of the article is one of its claims, or one that the article is said
    to print in that section.
    """
    ledger = content.ledger
    printed: dict[str, set[Decimal]] = {}
    for number in ledger.printed:
        for digits in NUMBER.findall(THOUSANDS.sub("", number.text)):
            printed.setdefault(number.where, set()).add(Decimal(digits.replace(",", "")))
    for (line, _), one in zip(content.statements.rows, ledger.statements, strict=True):
        claims = [ledger.claims.get(id) for id in one.claim_ids]
        if not ledger.article or not DIGIT.search(one.text) or None in claims:
            continue
        said = " ".join(claim.sentence for claim in claims if claim)
        if {*NUMBER.findall(one.text)} <= {*NUMBER.findall(said)}:
            continue
        allowed = {number for claim in claims if claim for number in numbers_of(claim)}
        allowed |= printed.get(one.where, set())
        among = "the figures of its claims, nor of this section in article.csv"
        for _, told in loose_numbers(one.text, line, allowed, ledger.article, among):
            sentence = told.partition(". ")[0]
            yield Mistake(
                content.file("statements.csv"), line, f"{sentence}. Write it as the article does."
            )


RULES: tuple[Rule, ...] = (
    units_are_of_the_size_of_quotes,
    sentences_say_what_is_stated,
    stated_is_as_printed,
    figures_of_sentences_are_known,
    sentences_go_the_way_of_claims,
)
