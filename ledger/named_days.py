"""The day that the name of a reading tells, against the day that its columns or its value give."""

import re
from calendar import day_name, monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ledger.moments import LEAP, MONTHS
from ledger.reading import Reading
from ledger.values import Value

_MONTH = "|".join(MONTHS[1:])
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)\b"
# A day of its own, `Vistra, 28 January` or `Vistra on January 28, 2025`: no end of a range, and no
# day of a letter or of a report, which may tell of another day.
_BEFORE = rf"(?:^|[,:(] |\bon )(?:(?:{'|'.join(day_name)}),? )?"
_DAYS = (
    re.compile(rf"{_BEFORE}(?P<told>(?P<day>\d{{1,2}}) (?P<month>{_MONTH})\b(?:,? {_YEAR})?)"),
    re.compile(rf"{_BEFORE}(?P<told>(?P<month>{_MONTH}) (?P<day>\d{{1,2}})\b(?:,? {_YEAR})?)"),
)
_ANY_MONTH = re.compile(rf"\b(?:{_MONTH})\b")
_ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class OtherDay(NamedTuple):
    """A day that is not the one in the name of its reading: where it stands, a column or
    `value`; the day there, the one that the name tells, and the name that would tell the other.
    """

    column: str
    day: str
    told: str
    name: str


def other_day(row: Reading) -> OtherDay | None:
    """The first day of a reading that is another than the one that its name tells, or None."""
    if not (row.extra or row.value.kind == "date") or not _ANY_MONTH.search(row.name):
        return None
    days = [*_days(row)]
    match = next(filter(None, (pattern.search(row.name) for pattern in _DAYS)), None)
    if not days or not match or len(_ANY_MONTH.findall(row.name)) > 1:
        return None
    month, day, year = MONTHS.index(match["month"]), int(match["day"]), match["year"]
    if day > monthrange(int(year or LEAP), month)[1]:
        return None  # the calendar tells it
    for column, there, yearless in days:
        same = (month, day) == (there.month, there.day) and int(year or there.year) == there.year
        if not same and (year or yearless):
            words = f"{there.day} {MONTHS[there.month]}{f' {there.year}' if year else ''}"
            if not match["told"][0].isdigit():
                words = f"{MONTHS[there.month]} {there.day}{f', {there.year}' if year else ''}"
            name = row.name.replace(match["told"], words)
            return OtherDay(column, there.isoformat(), match["told"], name)
    return None


def _days(row: Reading) -> Iterator[tuple[str, date, bool]]:
    """The days of a reading, each with its column, and whether a name without a year tells it too,
    as it does in a column of days.
    """
    for column, cell in row.extra.items():
        if isinstance(cell, str) and _ISO.fullmatch(cell):
            yield column, date.fromisoformat(cell), True
        elif isinstance(cell, Value) and cell.day:
            yield column, cell.day, False
    if row.value.day:
        yield "value", row.value.day, False
