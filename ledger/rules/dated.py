"""The rules for the days of proofs: those of a value and of a source are those of its quotes."""

import re
from calendar import day_name, month_name
from collections.abc import Iterator
from datetime import date, timedelta

from ledger import values
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.moments import days_told, other_days
from ledger.passages import quotes_of
from ledger.reading import Proof, Reading
from ledger.rules.proof import rows

MONTHS = [*month_name]
ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
WEEKDAY = re.compile(rf"\b({'|'.join(day_name)})\b")
# What a proof says of the page that it quotes: a page of Tuesday 3 December 2024.
PAGE = re.compile(
    r"\ba page of (?:\w+day,? )?(?P<told>\d{1,2} [A-Z]\w+(?: \d{4})?|[A-Z]\w+ \d{1,2}(?:, \d{4})?)"
)
NEAR = timedelta(days=7)  # from a day of the week to the day of the page that names it


def days_are_those_of_quotes(content: Content) -> Iterator[Mistake]:
    """Where the quotes of a proof tell days, or days of the week, the day that a reading has as its
    value is one of them, or one that our words in the proof tell; of a day of the week it is one
    near to the day of the page.
    """
    for claim, row in rows(content):
        day, proof = _day_of(row), row.proof
        if not day or not proof or proof.kind != "phrase":
            continue
        quoted = " ".join(quotes_of(proof))
        told, weekdays = other_days(day, quoted), WEEKDAY.findall(quoted)
        own = f"{row.name} {row.note} {PAGE.sub('', proof.text)}"
        if not (told or weekdays) or (days_told(own) and not other_days(day, own)):
            continue
        fits = f"{day:%A}" in weekdays
        if fits and _is_near(day, proof):
            continue
        value = f"the value is {values.show_date(day)}, a {day:%A}"
        named = [f"{number} {MONTHS[month]}" for number, month in told]
        named += [f"a {weekday}" for weekday in dict.fromkeys(weekdays)]
        sentence = f"{value}, and its quote tells of {' and of '.join(named)}"
        if fits:
            page = PAGE.findall(proof.text)[0]
            sentence = f"{value}, and its quote is of a page of {page}, more than a week away"
        yield Mistake(content.table(claim), row.line, f"{sentence}. Correct one.")


def _day_of(row: Reading) -> date | None:
    """The day that a reading has as its value, if it is one day."""
    whole = row.value.kind == "date" and ISO.fullmatch(row.value.text)
    return date.fromisoformat(row.value.text) if whole else None


def _is_near(day: date, proof: Proof) -> bool:
    """True when a day is near to that of a page of a proof, or no page has one with its year."""
    pages = []
    for match in PAGE.finditer(proof.text):
        for (number, month), years in days_told(match["told"]).items():
            pages += [date(int(year), month, number) for year in years if year]
    return not pages or any(abs(page - day) <= NEAR for page in pages)


def sources_are_of_the_day_of_their_pages(content: Content) -> Iterator[Mistake]:
    """Where a proof says of which day the page is that it quotes, one of its sources is of this
    day, if their dates tell days.
    """
    fields, told = content.source_fields, set()
    for claim, row in rows(content) if fields else ():
        pages = PAGE.findall(row.proof.text if row.proof else "")
        dates = [days_told(source.date) for source in row.sources]
        known = {day: years for one in dates for day, years in one.items()}
        for page in pages if all(dates) else ():
            for day, years in days_told(page).items():
                same = day in known and (not years - {""} or years & (known[day] | {""}))
                source = row.source
                if same or source.id in told or not fields:
                    continue
                told.add(source.id)
                place = f"{content.table(claim)}:{row.line}"
                sentence = f"source '{source.id}': 'date' is {source.date}, and {place} calls it"
                line = fields.line((source.id, "date"))
                remedy = f"a page of {page}. Correct one."
                yield Mistake(content.file("sources.yml"), line, f"{sentence} {remedy}")


RULES: tuple[Rule, ...] = (days_are_those_of_quotes, sources_are_of_the_day_of_their_pages)
