"""Reading the days of a claim, `<id>.series.csv`, which few claims have."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from os.path import lexists
from pathlib import Path

from ledger.days import COLUMNS, Day
from ledger.files import Folder
from ledger.mistakes import Mistake, Telling, did_you_mean
from ledger.reading import Source
from ledger.shapes import DayRow, shaped
from ledger.tables import read_table

ENDING = ".series"  # of the file's stem, behind the claim's id


def claim_of(path: Path) -> str:
    """The id of the claim that a file belongs to: its words, its readings or its days."""
    return path.stem.removesuffix(ENDING) if path.suffix == ".csv" else path.stem


def read_days(
    folder: Folder, sources: Mapping[str, Source] | None, id: str
) -> Telling[tuple[Day, ...]]:
    """Read the days of a claim, which few claims have; none where one of them cannot be read."""
    path = folder.claims / f"{id}{ENDING}.csv"
    text = (yield from folder.text(path)) if lexists(path) else None
    if not text:
        return ()
    file, found, faults = folder.shown(path), list[Day](), list[Mistake]()
    table = yield from read_table(file, text, COLUMNS)
    for line, row in table.rows:
        fitted, wrong = shaped(DayRow, row)
        known = sources is None or row["source"] in sources
        told = [sentence for _, sentence in wrong]
        if not known:
            near = did_you_mean(row["source"], sources or (), "Add it to docs/sources.yml.")
            told.append(f"there is no source '{row['source']}'. {near}")
        faults += (Mistake(file, line, sentence) for sentence in told)
        if fitted and sources and known:
            day = Day(
                fitted.date, fitted.series, Decimal(fitted.value), sources[row["source"]], line
            )
            found.append(day)
    faults += _out_of_order(file, found)
    yield from faults
    return tuple(found) if table.whole and not faults else ()


def _out_of_order(file: str, days: list[Day]) -> Iterator[Mistake]:
    """The days of a series stand in their order, each once; only those that do not are told."""
    found: dict[str, list[Day]] = {}
    for day in days:
        found.setdefault(day.series, []).append(day)
    for series, every in found.items():
        first: dict[date, Day] = {}
        for day in every:
            if first.setdefault(day.date, day) is not day:
                line = first[day.date].line
                told = f"'{series}' has {day.date} on line {line} already. Keep one."
                yield Mistake(file, day.line, told)
        once = [*first.values()]
        kept = _longest_in_order(once)
        lines = {one.line for one in kept}
        for day in (one for one in once if one.line not in lines):
            before = next((one for one in reversed(kept) if one.line < day.line), None)
            after = next((one for one in kept if one.line > day.line), None)
            told = f"{day.date} stands above {after.date}" if after else ""
            if before and before.date > day.date:
                told = f"{day.date} stands below {before.date}"
            remedy = f"Correct it, or sort the days of '{series}', the earliest first."
            yield Mistake(file, day.line, f"{told}. {remedy}")


def _longest_in_order(days: list[Day]) -> list[Day]:
    """As many of the days as stand in the order of time; of two such rows the one that is closer
    together, which a slip of the year is no part of.
    """
    places = [day.date.toordinal() for day in days]
    last = len(places) - 1
    forward = _longest_rise(places)
    mirrored = _longest_rise([-place for place in reversed(places)])
    back = [last - at for at in reversed(mirrored)]
    rows = [row for row in (forward, back) if row]
    closest = min(rows, key=lambda row: places[row[-1]] - places[row[0]], default=[])
    return [days[at] for at in closest]


def _longest_rise(numbers: list[int]) -> list[int]:
    """The places of as many numbers as rise from one to the next; none is as large as another."""
    ends: list[int] = []  # the last number of the best row of each length
    lasts: list[int] = []  # and its place
    before: list[int] = []  # for each number, the place of the one before it in its row
    for place, number in enumerate(numbers):
        at = bisect_left(ends, number)
        before.append(lasts[at - 1] if at else -1)
        ends[at : at + 1], lasts[at : at + 1] = [number], [place]
    row = []
    place = lasts[-1] if lasts else -1
    while place >= 0:
        row.append(place)
        place = before[place]
    return row[::-1]
