"""Reading the days of a claim, `<id>.series.csv`, which few claims have."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
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
    path = folder.docs / "claims" / f"{id}{ENDING}.csv"
    text = (yield from folder.text(path)) if path.exists() or path.is_symlink() else None
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
    """The days of a series stand in their order, each once."""
    last: dict[str, Day] = {}
    for day in days:
        before = last.get(day.series)
        if before and before.date == day.date:
            told = f"'{day.series}' has {day.date} on line {before.line} already. Keep one."
            yield Mistake(file, day.line, told)
        elif before and before.date > day.date:
            told = f"{day.date} stands below {before.date}"
            remedy = f"Sort the days of '{day.series}', the earliest first."
            yield Mistake(file, day.line, f"{told}. {remedy}")
        else:
            last[day.series] = day
