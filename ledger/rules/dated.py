"""The rules for the days of proofs and of sources: those of a value and of a source are those of
its quotes, and that of a source is that of its address.
"""

import re
from calendar import day_name, monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from ledger import values
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.moments import MONTHS, PAGE, days_told, moments, other_days
from ledger.passages import quotes_of
from ledger.reading import Proof, Source
from ledger.rules.proof import rows
from ledger.rules.sources import READ

WEEKDAY = re.compile(rf"\b({'|'.join(day_name)})\b")
# The day, or the month, that an address holds: /2025/01/27/, 2025-01-27, /2025/01/.
IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[/-])(?P<month>0[1-9]|1[0-2])"
    r"(?:(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)|(?<=/\d\d)(?=/))"
)
ABOUT = timedelta(days=2)  # between the day of a page and that of its address
LATER = timedelta(days=10)  # from the day of a page to that of its copy, or of a report of it
NEAR = timedelta(days=7)  # from a day of the week to the day of the page that names it


def days_are_those_of_quotes(content: Content) -> Iterator[Mistake]:
    """Where the quotes of a proof tell days, or days of the week, the day that a reading has as its
    value is one of them, or one that our words in the proof tell; of a day of the week it is one
    near to the day of the page.
    """
    for claim, row in rows(content):
        day, proof = row.value.day, row.proof
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


def sources_are_of_the_day_of_their_addresses(content: Content) -> Iterator[Mistake]:
    """Where the address of a source holds a day, or a month of a year, the date of the source is
    near to it; of a copy, or of a report of another page, it may be some days earlier.
    """
    fields = content.source_fields
    for source in content.ledger.sources.values() if fields else ():
        held = IN_ADDRESS.search(source.address)
        if held and fields and _is_far(source, held):
            sentence = f"source '{source.id}': 'date' is {source.date}, and 'address' holds"
            line = fields.line((source.id, "date"))
            told = f"{sentence} {held.group()}. Correct one."
            yield Mistake(content.file("sources.yml"), line, told)


def _is_far(source: Source, held: re.Match[str]) -> bool:
    """True when all that the date of a source tells is far from what its address holds."""
    begin, end = _span(int(held["year"]), int(held["month"]), int(held["day"] or 0))
    later = ABOUT if source.seen in READ else LATER
    told = []
    for moment in moments(source.date):
        if moment.kind == "day" and moment.year:
            told.append(_span(int(moment.year), moment.key[1], moment.key[0]))
        elif moment.kind == "month":
            told.append(_span(moment.key[1], moment.key[0]))
        elif moment.kind == "year":
            told.append(_span(moment.key[0]))
    return bool(told) and all(begin - later > last or end + ABOUT < first for first, last in told)


def _span(year: int, month: int = 0, day: int = 0) -> tuple[date, date]:
    """The first and the last day of a year, of a month of it, or of a day that may be too late in
    its month.
    """
    latest = monthrange(year, month or 12)[1]
    first = date(year, month or 1, min(day, latest) or 1)
    return first, date(year, month or 12, min(day or 31, latest))


RULES: tuple[Rule, ...] = (
    days_are_those_of_quotes,
    sources_are_of_the_day_of_their_pages,
    sources_are_of_the_day_of_their_addresses,
)
