"""Days, years and hours as texts tell them, in words and in digits."""

import re
from calendar import month_name
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

MONTHS = [*month_name]
_LONG = "|".join(MONTHS[1:])
_SHORT = {name[:3].lower(): at for at, name in enumerate(MONTHS) if name}
_NAME = rf"(?P<month>{'|'.join(_SHORT)})[a-z]*\.?"
_YEAR = r"(?:(?:1[89]|20)\d\d)"
# Each begins with what few texts hold. A list ends with its month: `24, 27 and 28 January`.
_LIST = re.compile(
    rf"(?P<days>(?:(?<![\d.,:-])\d{{1,2}}(?:st|nd|rd|th)?(?:, | to | and | or |[–-]))*"
    rf"(?<![\d.,:])\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_NAME}(?:,? (?P<year>{_YEAR}))?\b",
    re.IGNORECASE,
)
_TURNED = re.compile(
    rf"\b{_NAME} (?P<days>\d{{1,2}}(?:(?: to | and |[–-])\d{{1,2}})*)(?:st|nd|rd|th)?\b(?![:.]?\d)"
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
_BEFORE = tuple("0123456789.,:-")  # what makes a number longer than a day
_YEARS = re.compile(rf"{_YEAR}(?<![\w.,$€£¥-]\d{{4}})(?![\w-]|[.,]\d)")
_HOUR = re.compile(r"(?<![\d:.-])(\d{1,2}):([0-5]\d)(?![\d:])")


class Moment(NamedTuple):
    """A day, a year or an hour that a text tells: where, its words, and `key`, the same for every
    way to write it; a `year` that it is told with, or an empty string.
    """

    at: int
    words: str
    key: tuple[int, ...]
    year: str = ""


def moments(text: str) -> Iterator[Moment]:
    """What prose tells of days, years and hours, in the ways in which it is our habit."""
    taken = set()
    for match in _IN_PROSE.finditer(text):
        if text[match.start() - 1 : match.start()] in _BEFORE:
            continue
        key = int(match["days"]), MONTHS.index(match["month"])
        taken.add(match.end())
        yield Moment(match.start(), match.group(), key, match["year"] or "")
    for match in _YEARS.finditer(text):
        if match.end() not in taken:
            yield Moment(match.start(), match.group(), (int(match.group()),))
    for match in _HOUR.finditer(text) if ":" in text else ():
        yield Moment(match.start(), match.group(), (int(match[1]) % 12, int(match[2]), 0))


def is_told(moment: Moment, text: str) -> bool:
    """True when a text has a moment in whatever way; of a day it may leave out the year."""
    if _stands(moment.words, text):  # nearly all are written alike
        return True
    if len(moment.key) == 1:
        return bool(re.search(rf"(?<!\d){moment.words}(?!\d)", text))
    if len(moment.key) == 3:
        return moment.key in {one.key for one in moments(text)}
    if f"{moment.year}-{moment.key[1]:02}-{moment.key[0]:02}" in text:
        return True
    years = _days(text).get(moment.key, set())
    return bool(years) and (not moment.year or bool({moment.year, ""} & years))


def _stands(words: str, text: str) -> bool:
    """True where words stand in a text and are no end or beginning of others."""
    at = text.find(words)
    while at >= 0:
        around = text[at - 1 : at] + text[at + len(words) : at + len(words) + 1]
        if not any(one.isalnum() for one in around):
            return True
        at = text.find(words, at + 1)
    return False


@lru_cache(maxsize=32)
def _days(text: str) -> dict[tuple[int, ...], set[str]]:
    """The days that a text tells in any way, each with its years, empty where none is told."""
    found: dict[tuple[int, ...], set[str]] = {}
    for pattern in (_LIST, _TURNED, *_DIGITS):
        for match in pattern.finditer(text):
            name = match["month"].lower()
            month = _SHORT.get(name[:3]) or int(name)
            for day in re.findall(r"\d+", match["days"]):
                found.setdefault((int(day), month), set()).add(match["year"] or "")
    return found
