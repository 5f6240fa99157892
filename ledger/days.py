"""The days of a claim: closes that are drawn day by day and never judge."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ledger.reading import Source

COLUMNS = ("date", "series", "value", "source")


@dataclass(frozen=True)
class Day:
    """A row of `<id>.series.csv`: the change of a series on a day, in per cent, as it was typed."""

    date: date
    series: str
    value: Decimal
    source: Source
    line: int

    def cells(self) -> dict[str, str]:
        """The row by column."""
        cells = (self.date.isoformat(), self.series, str(self.value), self.source.id)
        return dict(zip(COLUMNS, cells, strict=True))


def base_of(days: tuple[Day, ...]) -> date | None:
    """The day whose close all changes are measured against: there every series stands at 0."""
    zero = {(day.series, day.date) for day in days if not day.value}
    every = {day.series for day in days}
    shared = (date for _, date in zero if all((one, date) in zero for one in every))
    return min(shared, default=None)
