"""The rules for sources."""

import re
from calendar import month_name, monthrange
from collections.abc import Iterator
from itertools import pairwise

from ledger.content import Content, Rule
from ledger.files import fault_of_id
from ledger.mistakes import Mistake
from ledger.rules.calendar import FAR, read_day

MONTHS = [*month_name]
DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS[1:])}) ((?:19|20)\d\d)\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def sources_are_used(content: Content) -> Iterator[Mistake]:
    """Every source has a reading that rests on it."""
    if content.source_fields and content.claims_whole:
        users = content.ledger.users
        for id in content.ledger.sources:
            if not users[id] and not fault_of_id(id):
                line = content.source_fields.line((id,))
                told = f"no reading rests on the source '{id}'. Name it in one, or take it out."
                yield Mistake(content.file("sources.yml"), line, told)


def sources_have_addresses_of_their_own(content: Content) -> Iterator[Mistake]:
    """No two sources have one address, so that one source is never counted as two."""
    first: dict[str, str] = {}
    for id, source in content.ledger.sources.items() if content.source_fields else ():
        other = first.setdefault(source.address.rstrip("/"), id)
        if source.address and other != id and content.source_fields:
            told = f"source '{id}': this is the address of '{other}' too"
            remedy = "Keep one of the two, or write the address of each."
            line = content.source_fields.line((id, "address"))
            yield Mistake(content.file("sources.yml"), line, f"{told}. {remedy}")


def sources_are_in_order(content: Content) -> Iterator[Mistake]:
    """Sources stand in the alphabetical order of their ids."""
    ids = [id for id in content.ledger.sources if not fault_of_id(id)]
    for before, id in pairwise(ids):
        if content.source_fields and id < before:
            after = max((one for one in ids if one < id), default="")
            place = f"below '{after}'" if after else "first"
            told = f"'{id}' stands out of the alphabetical order. Put it {place}."
            yield Mistake(content.file("sources.yml"), content.source_fields.line((id,)), told)


def sources_were_read_in_time(content: Content) -> Iterator[Mistake]:
    """No source was read years away from every check of the project, or appeared in a year after
    them all.
    """
    claims, fields = content.ledger.claims.values(), content.source_fields
    days = [change.date for change, _ in content.ledger.changes()]
    days += [claim.checked for claim in claims if claim.checked]
    if not days or not fields:
        return
    first, last = min(days), max(days)
    for source in content.ledger.sources.values():
        read = read_day(source)
        if read and min(abs(read - first), abs(read - last)) > FAR:
            told = f"source '{source.id}': {read} is years away from every check of the project"
            line = fields.line((source.id, "read"))
            yield Mistake(content.file("sources.yml"), line, f"{told}. Correct the date.")
        years = [int(year) for year in YEAR.findall(source.date)]
        if years and min(years) > last.year:
            told = f"source '{source.id}': {min(years)} comes after every check of the project"
            line = fields.line((source.id, "date"))
            yield Mistake(content.file("sources.yml"), line, f"{told}. Correct the date.")


def sources_have_days_that_exist(content: Content) -> Iterator[Mistake]:
    """A day in the date of a source is one of the calendar."""
    for source in content.ledger.sources.values() if content.source_fields else ():
        for day, month, year in DAY.findall(source.date):
            number = MONTHS.index(month)
            if int(day) > monthrange(int(year), number)[1] and content.source_fields:
                told = f"source '{source.id}': there is no {day} {month} {year}. Correct the date."
                line = content.source_fields.line((source.id, "date"))
                yield Mistake(content.file("sources.yml"), line, told)


RULES: tuple[Rule, ...] = (
    sources_have_days_that_exist,
    sources_are_used,
    sources_have_addresses_of_their_own,
    sources_are_in_order,
    sources_were_read_in_time,
)
