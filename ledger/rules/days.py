"""The rules for days, `<id>.series.csv`: drawn, named by readings, and in agreement with them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from ledger.claim import Claim
from ledger.content import Content, Rule
from ledger.days import Day, base_of
from ledger.mistakes import Mistake, did_you_mean, nearest
from ledger.named_days import other_day
from ledger.reading import Reading
from ledger.series import ENDING

LEAP = timedelta(days=60)  # from one day to the next, where others follow each other within
NEXT = timedelta(days=14)
SATURDAY = 5
MANY = 3  # series, of which one that lacks a day is the odd one out
FEW = 5  # days tell nothing of how they follow each other


def _file(content: Content, claim: Claim) -> str:
    return content.file(f"claims/{claim.id}{ENDING}.csv")


def _named(claim: Claim) -> list[tuple[Reading, str, str]]:
    """The readings that name a day of a series, with the two."""
    every = [
        (row, str(row.extra.get("series", "")), str(row.extra.get("day", "")))
        for row in claim.readings
    ]
    return [(row, series, day) for row, series, day in every if series or day]


def days_are_drawn(content: Content) -> Iterator[Mistake]:
    """A claim has days where its form draws them, and only there; they are changes in per cent."""
    for claim in content.ledger.claims.values():
        draws = content.forms[claim.form].days
        if claim.days and not draws:
            told = f"the form '{claim.form}' draws no days"
            forms = " or ".join(name for name, form in content.forms.items() if form.days)
            remedy = f"Write `form: {forms}` in {content.words(claim)[0]}, or delete this file."
            yield Mistake(_file(content, claim), 1, f"{told}. {remedy}")
        elif draws and not (content.folder.docs / "claims" / f"{claim.id}{ENDING}.csv").exists():
            file = _file(content, claim)
            told = f"the form '{claim.form}' draws closes day by day. Add them in {file}."
            yield Mistake(*content.words(claim, "form"), told)
        elif draws and claim.unit != "%":
            told = f"days are changes in %, and this claim counts '{claim.unit}'"
            yield Mistake(*content.words(claim, "unit"), f'{told}. Write `unit: "%"`.')


def _misspelt(claim: Claim) -> dict[str, str]:
    """The series that no reading names and whose name is a slip of another one's, which has none of
    its days: the name that is meant, by the one that was typed.
    """
    dates: dict[str, set[date]] = {}
    for day in claim.days:
        dates.setdefault(day.series, set()).add(day.date)
    named = {series for _, series, _ in _named(claim) if series}
    found = {}
    for series in dates.keys() - named:
        meant = nearest(series, [one for one in named if not dates.get(one, set()) & dates[series]])
        if meant:
            found[series] = meant
    return found


def _as_meant(claim: Claim) -> tuple[Day, ...]:
    """The days of a claim, each under the name that is meant."""
    meant = _misspelt(claim)
    return tuple(replace(day, series=meant.get(day.series, day.series)) for day in claim.days)


def days_have_one_base(content: Content) -> Iterator[Mistake]:
    """All series of a claim stand at 0 on one day: that of the close they are measured against."""
    for claim in content.ledger.claims.values():
        if claim.days and base_of(claim.days) is None and base_of(_as_meant(claim)) is None:
            told = "there is no day on which every series stands at 0.00"
            remedy = "Add the day of the close that all changes are measured against."
            yield Mistake(_file(content, claim), claim.days[0].line, f"{told}. {remedy}")


def _no_series(content: Content, claim: Claim, series: str) -> str:
    """What is told of a name that may be a slip of a series with days, or an empty string."""
    near = did_you_mean(series, {day.series for day in claim.days})
    return f"{_file(content, claim)} has no series '{series}'. {near}" if near else ""


def series_are_named(content: Content) -> Iterator[Mistake]:
    """Every series is named by a reading, which says what it is and where it comes from."""
    for claim in content.ledger.claims.values():
        named = {series for _, series, _ in _named(claim)}
        lost = dict.fromkeys(day.series for day in claim.days if day.series not in named)
        meant = _misspelt(claim) if lost else {}
        for series in lost:
            line = next(day.line for day in claim.days if day.series == series)
            told = f"no reading names '{series}' in its column 'series'"
            remedy = "Add one, or take out the days of this series."
            if series in meant:
                remedy = f"Did you mean '{meant[series]}'?"
            if series in meant and all(day.series != meant[series] for day in claim.days):
                line = next(row.line for row, one, _ in _named(claim) if one == meant[series])
                told = _no_series(content, claim, meant[series])
                yield Mistake(content.table(claim), line, told)
            else:
                yield Mistake(_file(content, claim), line, f"{told}. {remedy}")


def days_agree_with_readings(content: Content) -> Iterator[Mistake]:
    """Where a reading gives the change of a series on a day, the day gives the same."""
    for claim in content.ledger.claims.values():
        days = {(day.series, day.date.isoformat()): day for day in _as_meant(claim)}
        if not days:
            continue
        file, table = _file(content, claim), content.table(claim)
        series_of_days = {series for series, _ in days}
        alike: dict[str, set[str]] = {}  # what `names_in_columns_are_alike` tells
        for _, series, _ in _named(claim):
            alike.setdefault(_letters(series), set()).add(series)
        for row, series, named in _named(claim):
            if other_day(row):
                continue
            day = days.get((series, named))
            if not day:
                told = "" if series in series_of_days else _no_series(content, claim, series)
                remedy = "Correct 'series' and 'day', or add it."
                told = told or f"{file} has no '{series}' on '{named}'. {remedy}"
                if series in series_of_days or not alike[_letters(series)] - {series}:
                    yield Mistake(table, row.line, told)
            elif row.value.kind == "number" and not _same(day.value, row):
                told = f"'{series}' stands at {day.value} on {named}, and {table}:{row.line} has"
                remedy = "Correct the one that is wrong."
                yield Mistake(file, day.line, f"{told} {row.value.text}. {remedy}")


def days_are_those_of_names(content: Content) -> Iterator[Mistake]:
    """A reading whose name tells a day has no other day in a column, nor another date as value."""
    for claim in content.ledger.claims.values():
        for row in claim.readings:
            if other := other_day(row):
                what = f"column '{other.column}'" if other.column in row.extra else "the value"
                told = f"{what} is {other.day}, and the name of the reading says {other.told}"
                yield Mistake(content.table(claim), row.line, f"{told}. Correct one.")


def days_follow_each_other(content: Content) -> Iterator[Mistake]:
    """In a table whose days follow each other closely none lies months from its neighbours; and
    where all others are days of the week, none is of a weekend.
    """
    for claim in content.ledger.claims.values():
        dates = sorted({day.date for day in claim.days})
        if len(dates) < FEW:
            continue
        for at in _leaping(dates):
            near = dates[at - 1] if at else dates[1]
            told = f"{dates[at]} lies {abs(dates[at] - near).days} days from {near}, the day next"
            for day in claim.days:
                if day.date == dates[at]:
                    remedy = "Correct the date."
                    sentence = f"{told} to it. {remedy}"
                    yield Mistake(_file(content, claim), day.line, sentence)
        weekend = [one for one in dates if one.weekday() >= SATURDAY]
        leaping = {dates[at] for at in _leaping(dates)}
        if len(weekend) == 1 and weekend[0] not in leaping:
            for day in claim.days:
                if day.date == weekend[0]:
                    told = f"{day.date} is a {day.date:%A}, and all others are days of the week"
                    yield Mistake(_file(content, claim), day.line, f"{told}. Correct the date.")


def series_have_their_days(content: Content) -> Iterator[Mistake]:
    """Of three series or more none lacks a day of the week, between its first and its last, that
    all others have.
    """
    for claim in content.ledger.claims.values():
        dates: dict[str, dict[date, int]] = {}
        for day in claim.days:
            dates.setdefault(day.series, {})[day.date] = day.line
        named = {(series, day) for _, series, day in _named(claim)}
        for series, own in dates.items() if len(dates) >= MANY else ():
            others = [found.keys() for name, found in dates.items() if name != series]
            for lost in sorted(set[date].intersection(*map(set, others)) - own.keys()):
                within = min(own) < lost < max(own) and lost.weekday() < SATURDAY
                if within and (series, lost.isoformat()) not in named:
                    line = own[min(one for one in own if one > lost)]
                    told = f"'{series}' lacks {lost}, which all other series have"
                    remedy = "Add it; where its market was closed, it stands as on the day before."
                    yield Mistake(_file(content, claim), line, f"{told}. {remedy}")


def series_have_one_source(content: Content) -> Iterator[Mistake]:
    """No day of a series is of another source than all its other days, but one that a reading
    takes from there.
    """
    for claim in content.ledger.claims.values():
        lines: dict[str, dict[str, list[Day]]] = {}
        for day in claim.days:
            lines.setdefault(day.series, {}).setdefault(day.source.id, []).append(day)
        for series, sources in lines.items():
            usual, *others = sorted(sources, key=lambda id: -len(sources[id]))
            one = sources[others[0]][0] if len(others) == 1 else None
            if not one or len(sources[usual]) < 2 or len(sources[one.source.id]) > 1:
                continue
            place = (series, one.date.isoformat())
            named = [row for row, *found in _named(claim) if tuple(found) == place]
            if not any(one.source in row.sources for row in named):
                told = (
                    f"this day is of '{one.source.id}', and all others of '{series}' of '{usual}'"
                )
                remedy = "Correct it, or add a reading of this day by that source."
                yield Mistake(_file(content, claim), one.line, f"{told}. {remedy}")


def _leaping(dates: list[date]) -> list[int]:
    """The places of the first and the last day where one lies apart from all others."""
    gaps = [later - earlier for earlier, later in pairwise(dates)]
    found = [0] if gaps[0] >= LEAP and max(gaps[1:]) <= NEXT else []
    return found + ([len(gaps)] if gaps[-1] >= LEAP and max(gaps[:-1]) <= NEXT else [])


def _letters(name: str) -> str:
    return "".join(sorted(name.casefold()))


def _same(change: Decimal, row: Reading) -> bool:
    """True for two numbers that differ by no more than rounding to the reading's last digit."""
    low, high = row.value.low, row.value.high
    last = Decimal(1).scaleb(int(low.as_tuple().exponent)) / 2
    return low - last <= change <= high + last


RULES: tuple[Rule, ...] = (
    days_are_drawn,
    days_have_one_base,
    series_are_named,
    days_agree_with_readings,
    days_are_those_of_names,
    days_follow_each_other,
    series_have_their_days,
    series_have_one_source,
)
