"""Which values an axis names: round ones, each with its line and with room for its words."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import altair as alt
import pandas as pd

from charts import labels, places, tables
from ledger.claim import Claim

APART = 56  # px from one line to the next, at least
FREE = 12  # px between two labels
# Steps of time: of how many days, months or years, and how their moments are written.
CALENDAR = (
    *(("D", days, "%-d %b") for days in (1, 2, 7, 14)),
    *(("MS", months, "%b %Y") for months in (1, 3, 6)),
    *(("YS", years, "%Y") for years in (1, 2, 5, 10, 20, 50)),
)
DAYS = {"D": 1, "MS": 31, "YS": 366}  # of a day, a month and a year, at most


def named(
    claim: Claim, axis: alt.Axis, domain: Sequence[Any], length: float, room: tuple[float, float]
) -> alt.Axis:
    """The axis with the round values that have room along so many px, and within `room`'s ends.

    Without two of them it is left as it was.
    """
    most = length / APART + 1
    steps = _dates(domain, most) if claim.unit == "date" else _numbers(claim, domain, axis)
    for values, texts, look in steps:
        if len(values) > most:
            continue
        at = [places.along(value, domain, length) for value in values]
        half = [labels.width(text, size=12) / 2 for text in texts]
        kept = [
            index
            for index, middle in enumerate(at)
            if room[0] < middle - half[index] and middle + half[index] < room[1]
        ]
        free = (at[b] - half[b] - at[a] - half[a] >= FREE for a, b in pairwise(kept))
        if len(kept) > 1 and all(free):
            found = axis.copy()
            look = {**look, "values": [values[index] for index in kept]}
            # Vega would drop every second value for a smaller count.
            for name, part in {**look, "tickCount": alt.Undefined}.items():
                found[name] = part
            return found
    return axis


def _numbers(
    claim: Claim, domain: Sequence[float], axis: alt.Axis
) -> Iterator[tuple[list[float], list[str], dict[str, Any]]]:
    """Values at steps of 1, 2 and 5 and their tenfolds, the shortest step first."""
    low, high = domain[0], domain[-1]
    least = math.floor(math.log10((high - low) / 20))
    sign, suffix, _ = tables.unit(claim)
    for step in (part * 10.0**power for power in range(least, least + 3) for part in (1, 2, 5)):
        if axis["tickMinStep"] is not alt.Undefined and step < axis["tickMinStep"]:
            continue
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        values = [round(count * step, 10) for count in range(first, last + 1)]
        yield values, [f"{sign}{_short(value)}{suffix}" if value else "0" for value in values], {}


def _short(value: float) -> str:
    """About what an axis makes of a number."""
    size = 1e9 if abs(value) >= 1e9 else 1e6
    return f"{value / size:,g}bn" if abs(value) >= 1e6 else f"{value:+,.10g}"


def _dates(
    domain: Sequence[pd.Timestamp], most: float
) -> Iterator[tuple[list[Any], list[str], dict[str, Any]]]:
    """Days, months or years, the shortest step first, but for those of which more than `most` lie
    there.
    """
    for unit, step, form in CALENDAR:
        if (domain[-1] - domain[0]).days // (DAYS[unit] * step) > most + 1:
            continue
        every = pd.date_range(domain[0].ceil("D"), domain[-1], freq=unit)
        count = {"D": every.map(pd.Timestamp.toordinal), "MS": every.month - 1, "YS": every.year}[
            unit
        ]
        values = [*every[count % step == 0]]
        yield values, [value.strftime(form) for value in values], {"format": form}
