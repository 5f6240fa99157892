"""Days, months, years and hours as texts tell them, in words and in digits."""

import re
from calendar import month_name
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

MONTHS = [*month_name]
LEAP = 2024  # a year with 29 February, for days without a year
_LONG = "|".join(MONTHS[1:])
_SHORT = {name[:3].lower(): at for at, name in enumerate(MONTHS) if name}
_SHORT |= {"mär": 3, "mai": 5, "okt": 10, "dez": 12}
# In English and its neighbours; what only begins like a month, `20 margins`, is none.
_NAME = (
    r"(?P<month>jan(?:uary?|uari|vier)?|feb(?:ruary?|ruari)?|mar(?:ch|s)?|märz|apr(?:il)?"
    r"|(?-i:M)a[yi]|jun[ei]?|jul[yi]?|aug(?:ust|ustus)?|sept?(?:ember|embre)?|o[ck]t(?:ober|obre)?"
    r"|nov(?:ember|embre)?|de[cz](?:ember|embre)?)\b\.?"
)
_YEAR = r"(?:(?:1[89]|20)\d\d)"
# Each begins with what few texts hold. A list ends with its month: `24, 27 and 28 January`.
_LIST = re.compile(
    rf"(?P<days>(?:(?<![\d.,:-])\d{{1,2}}(?:st|[nr]d|th)?(?:, | to | and | or |[–-]))*"
    rf"(?<![\d.,:])\d{{1,2}})(?:st|[nr]d|th)?(?: of)? {_NAME}(?:,? (?P<year>{_YEAR}))?\b",
    re.IGNORECASE,
)
_TURNED = re.compile(
    rf"\b{_NAME} (?P<days>\d{{1,2}}(?:(?: to | and |[–-])\d{{1,2}})*)(?:st|[nr]d|th)?\b(?![:.]?\d)"
    rf"(?:,? (?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_DIGITS = (
    re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<days>\d{1,2})(?!\d)"),
    re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<days>\d{1,2})日"),
    re.compile(r"(?<!\d)(?P<days>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<month>\d{1,2})[-/.](?P<days>\d{1,2})[-/.](?P<year>\d{4})(?!\d)"),
)
# What stands before a number is asked behind it, which finds it sooner.
_IN_PROSE = re.compile(rf"(?P<days>\d{{1,2}}) (?P<month>{_LONG})\b(?:,? (?P<year>{_YEAR})\b)?")
_BEFORE_YEAR = re.compile(rf"\b(?P<month>{_LONG}),? $")
_LONGEST = 11  # letters of a month before its year
_MONTHS = (
    re.compile(rf"\b{_NAME}(?: of)?,? (?P<year>{_YEAR})(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\d)(?P<year>{_YEAR})-(?P<month>\d\d)(?!\d)"),
    re.compile(rf"(?P<year>{_YEAR})年(?P<month>\d{{1,2}})月"),
)
_BEFORE = tuple("0123456789.,:-")  # what makes a number longer than a day
_YEARS = re.compile(rf"{_YEAR}(?<![\w.,$€£¥-]\d{{4}})(?![\w%-]|[.,]\d)")
# With minutes, or with the half of its day: `14:05`, `2 p.m.`; and as others write it, `2 PM`.
# The day of what was read, which is no day of what it tells: a page of Tuesday 3 December 2024.
PAGE = re.compile(
    r"\ba page of (?:\w+day,? )?"
    r"(?P<told>\d{1,2} [A-Z]\w+(?: \d{4})?|[A-Z]\w+(?: \d{1,2},)?(?: \d{4}| \d{1,2})?)"
)
_HOUR = re.compile(r"(?<![\d:.-])(\d{1,2})(?::([0-5]\d)(?![\d:])| [ap]\.m\b)")
_ANY_HOUR = re.compile(r"(?<![\d:.-])(\d{1,2})(?::([0-5]\d)(?![\d:])| ?[apAP]\.?[mM]\b)")


class Moment(NamedTuple):
    """A `day`, a `month` of a year, a `year` or an `hour` that a text tells: where, its words, its
    kind, and `key`, the same for every way to write it; a `year` that a day is told with, or none.
    """

    at: int
    words: str
    kind: str
    key: tuple[int, ...]
    year: str = ""


def moments(text: str) -> Iterator[Moment]:
    """What prose tells of days, months, years and hours, in the ways in which it is our habit."""
    taken = set()
    for match in _IN_PROSE.finditer(text):
        if text[match.start() - 1 : match.start()] in _BEFORE:
            continue
        key = int(match["days"]), MONTHS.index(match["month"])
        taken.add(match.end())
        yield Moment(match.start(), match.group(), "day", key, match["year"] or "")
    for match in _YEARS.finditer(text):
        if match.end() in taken:
            continue
        year, first = int(match.group()), max(match.start() - _LONGEST, 0)
        if month := _BEFORE_YEAR.search(text[first : match.start()]):
            at = first + month.start()
            key = MONTHS.index(month["month"]), year
            yield Moment(at, text[at : match.end()], "month", key)
        else:
            yield Moment(match.start(), match.group(), "year", (year,))
    for match in _HOUR.finditer(text):
        yield Moment(match.start(), match.group(), "hour", _of_clock(match))


def is_told(moment: Moment, text: str) -> bool:
    """True when a text has a moment in whatever way; of a day it may leave out the year."""
    if _stands(moment.words, text):  # nearly all are written alike
        return True
    if moment.kind == "year":
        return bool(re.search(rf"(?<!\d){moment.words}(?!\d)", text))
    if moment.kind == "hour":
        return any(moment.key == _of_clock(match) for match in _ANY_HOUR.finditer(text))
    if moment.kind == "month":
        return moment.key in _months(_lines(str(moment.key[1]), text))
    if f"{moment.year}-{moment.key[1]:02}-{moment.key[0]:02}" in text:
        return True
    years = days_told(_lines(str(moment.key[0]), text)).get(moment.key, set())
    return bool(years) and (not moment.year or bool({moment.year, ""} & years))


def _of_clock(match: re.Match[str]) -> tuple[int, int]:
    """Hour and minute on a face of twelve hours."""
    return int(match[1]) % 12, int(match[2] or 0)


def _stands(words: str, text: str) -> bool:
    """True where words stand in a text and are no end or beginning of others."""
    at = text.find(words)
    while at >= 0:
        around = text[at - 1 : at] + text[at + len(words) : at + len(words) + 1]
        if not any(one.isalnum() for one in around):
            return True
        at = text.find(words, at + 1)
    return False


def _lines(digits: str, text: str) -> str:
    """The lines of a text that hold some digits, which are soon found."""
    return "\n".join(line for line in text.split("\n") if digits in line)


@lru_cache(maxsize=32)
def days_told(text: str) -> dict[tuple[int, ...], set[str]]:
    """The days that a text tells in any way, as day and month, each with its years, empty where
    none is told.
    """
    found: dict[tuple[int, ...], set[str]] = {}
    for pattern in (_LIST, _TURNED, *_DIGITS):
        for match in pattern.finditer(text):
            month = _number_of(match["month"])
            for day in re.findall(r"\b(?:0?[1-9]|[12]\d|3[01])\b", match["days"]):
                found.setdefault((int(day), month), set()).add(match["year"] or "")
    return found


def other_days(day: date, text: str) -> list[tuple[int, ...]]:
    """The days that a text tells, as day and month, where this day is none of them."""
    told = days_told(text)
    own = told.get((day.day, day.month), set())
    return [] if {"", str(day.year)} & own else [*told]


@lru_cache(maxsize=32)
def _months(text: str) -> set[tuple[int, ...]]:
    """The months of years that a text tells in any way, with a day or without."""
    whole = days_told(text).items()
    found: set[tuple[int, ...]]
    found = {(day[1], int(year)) for day, years in whole for year in years if year}
    for pattern in _MONTHS:
        for match in pattern.finditer(text):
            found.add((_number_of(match["month"]), int(match["year"])))
    return found


def _number_of(month: str) -> int:
    return _SHORT.get(month[:3].lower()) or int(month)
