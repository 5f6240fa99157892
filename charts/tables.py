"""What a chart is drawn on: the readings as a table, and the stated value.

Every value is in the unit of its claim. Beside the values stand the words that are shown, in lines.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import altair as alt
import pandas as pd

from charts import labels, subject, words
from charts.theme import Frame
from ledger import values
from ledger.claim import Claim
from ledger.reading import anchor
from ledger.values import Value

UP = {
    "more than": 1,
    "at least": 1,
    "after": 1,
    "less than": -1,
    "at most": -1,
    "by": -1,
    "before": -1,
}
SHORT = {"billion": "bn", "million": "m", "trillion": "tn"}
ENDS = ("low", "high", "least", "at")  # where the marks of a value may begin or end
DOT = 12  # px; a range that is shorter is drawn as a dot

# ---------------------------------------------------------------- the readings


def readings(claim: Claim, frame: Frame, kinds: Sequence[str] = ()) -> pd.DataFrame:
    """The readings that have a place on the claim's scale, or all of some kinds, in their order.

    What several sources give alike is one row, which says how many they are. Each row has
    `reading` and `name` (the same in lines); as numbers or timestamps `value` (the middle of a
    range), `low`, `high`, `least` (the end nearer to zero), and `edge` (the nearest value that the
    article's words allow); `ranged`, true for a range that is longer than a dot; `open`, the way in
    which a bound goes on (-1, 0 or 1); `text`, `short` and `plain`, the value as shown; `role`, and
    `style`, which is the role or `subject`; `verdict`, `note`, `source`; `href`, the way to its row
    on the claim's page; and the form's own columns.
    """
    found = _alike(claim, kinds or ("date" if claim.unit == "date" else "number",))
    styles = subject.styles(claim, [claim.readings[first] for first, *_ in found])
    rows = []
    for same, style in zip(found, styles, strict=True):
        row = _row(claim, same)
        rows.append({**row, "style": style, "href": f"#{anchor(same[0] + 1)}"})
    shown = [row[end] for row in rows for end in ("low", "high")] if len(kinds) < 2 else []
    plot = frame.width - (60 if frame.narrow else 260)  # about
    seen: dict[str, int] = {}
    for row in rows:
        length, name = row["high"] - row["low"], row["reading"]
        row["ranged"] = bool(shown and length) and length > (max(shown) - min(shown)) * DOT / plot
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:  # a name is a row's place, so no two may be the same
            row["reading"] = f"{name} ({seen[name]})"
    return named(pd.DataFrame(rows), frame)


def _alike(claim: Claim, kinds: Sequence[str]) -> list[list[int]]:
    """The places of the readings of some kinds, with those together that differ in their source
    alone.
    """
    found: dict[tuple[object, ...], list[int]] = {}
    for index, row in enumerate(claim.readings):
        if row.value.kind in kinds:
            cells = tuple(map(str, row.extra.values()))
            told = (row.name, claim.show(row.value), row.role, cells)
            found.setdefault(told, []).append(index)
    return [*found.values()]


def _row(claim: Claim, same: Sequence[int]) -> dict[str, Any]:
    every, line = [claim.readings[index] for index in same], claim.judgement.lines[same[0]]
    reading, value = every[0], every[0].value
    alone = len(every) == sum(other.name == reading.name for other in claim.readings)
    told = len({one.source.publisher for one in every})
    count = f" ({told} sources)" if told > 1 else ""
    low, high, middle = place(value)
    nearer = low if value.low >= 0 else high if value.high <= 0 else 0.0
    return {
        "reading": reading.name + count if alone else words.name(claim, reading),
        "value": middle,
        "low": low,
        "high": high,
        "least": low if low == high else nearer,
        "edge": _edge(claim, middle) if value.kind != "fact" else None,
        "open": UP.get(value.relation, 0) * value.direction,
        "text": claim.show(value),
        "short": short(claim, value),
        "plain": values.show(value, "", claim.signed),
        "role": reading.role,
        "verdict": line.verdict.name if line.verdict else "",
        "note": reading.note,
        "source": " and ".join(f"{one.source.named}; {one.source.seen}" for one in every),
        **{
            part: shown for name, cell in reading.extra.items() for part, shown in _cell(name, cell)
        },
    }


def _cell(name: str, cell: str | Value) -> list[tuple[str, Any]]:
    """A cell of a form's own column; a number or a date by its low end, and as `…_shown`."""
    if isinstance(cell, str):
        return [(name, cell)]
    return [(name, place(cell)[0]), (f"{name}_shown", values.show(cell, ""))]


def _edge(claim: Claim, value: Any) -> Any:
    """The value nearest to another one that the article's words allow, or None without any."""
    stated, ends = claim.stated, edges(claim)
    if stated is None or not ends:
        return None
    low, high = ends[0], ends[-1]
    if not stated.bound:
        return min(max(value, low), high)
    return max(value, low) if UP[stated.relation] * stated.direction > 0 else min(value, high)


def place(value: Value) -> tuple[Any, Any, Any]:
    """The low end, the high end and the middle of a value: floats, or timestamps for dates."""

    def convert(number: Decimal) -> Any:
        if value.kind == "date":
            return pd.Timestamp(date.fromordinal(int(number)))
        return float(number)

    low, high = convert(value.low), convert(value.high)
    if value.kind == "date" and value.bound:  # the day from which it goes on
        low = high = low if value.relation == "before" else high
        return low, high, low
    return low, high, convert((value.low + value.high) / 2)


def type_of(source: pd.DataFrame) -> str:
    """`T` for a table of dates, `Q` for one of numbers: the type of its channels."""
    return "T" if source["value"].dtype.kind == "M" else "Q"


def following(source: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, str]]:
    """The table without the ends that are the value itself, and how Vega finds these.

    So whoever edits a `value` of a published chart moves its marks with it.
    """
    names = [name for name in ENDS if name in source and type_of(source) == "Q"]
    names = [name for name in names if source[name].dtype.kind in "if"]
    kept = {name: source[name].where(source[name] != source["value"]) for name in names}
    found = {name: f"isValid(datum.{name}) ? datum.{name} : datum.value" for name in names}
    return source.assign(**kept), found


def named(source: pd.DataFrame, frame: Frame, column: str = "reading") -> pd.DataFrame:
    """The table with `name`: a column of words, in as many lines as have room."""
    room = frame.width - 28 if frame.narrow else 250  # a line at zero may stand at the right
    pairs = zip(source[column], source["role"] == "asked", strict=True)
    return source.assign(name=[labels.wrap(text, room, bold) for text, bold in pairs])


# ---------------------------------------------------------------- their order

QUARTERS = {"first": 1, "second": 4, "third": 7, "fourth": 10}
PARTS = {"early": 1, "mid": 6, "late": 11, "end": 12}
DAY = {", midday": 12, ", close": 24}  # how a name ends, and the hour that it tells


def moment(text: str) -> tuple[str, int, int] | None:
    """When a reading was, as its name tells: by the clock, or by year and month; else None."""
    if clock := re.search(r"\b(\d\d?)(?::(\d\d))? ([ap])\.m\.", text):
        return "clock", int(clock[1]) % 12 + 12 * (clock[3] == "p"), int(clock[2] or 0)
    if clock := re.search(r"\b(\d\d?):(\d\d) GMT\b", text):
        return "clock", int(clock[1]), int(clock[2])
    year = re.search(r"\b(?:19|20)\d\d\b", text)
    month = re.search(rf"\b({'|'.join(words.MONTHS)})\b", text)
    part = re.search(rf"(?i)\b({'|'.join(PARTS)}) (?:of )?(?=(?:19|20)\d\d\b)", text)
    quarter = re.search(rf"(?i)\b({'|'.join(QUARTERS)}) quarter\b", text)
    first = (
        words.MONTHS.index(month[1]) + 1
        if month
        else QUARTERS[quarter[1].lower()]
        if quarter
        else PARTS[part[1].lower()]
        if part
        else 0
    )
    return ("calendar", int(year[0]), first) if year else None


def in_time(source: pd.DataFrame) -> pd.DataFrame:
    """The table with the rows whose names tell a time in its order, in the places of such rows."""
    times = [moment(name) for name in source["reading"]]
    order = list(range(len(source)))
    for kind in ("clock", "calendar"):
        places = [row for row, time in enumerate(times) if time and time[0] == kind]
        for at, row in zip(places, sorted(places, key=lambda row: times[row] or ()), strict=True):
            order[at] = row
    return source.iloc[order].reset_index(drop=True)


def few(source: pd.DataFrame, most: int) -> pd.DataFrame:
    """The rows that judge, and the first of the others, in their order: so many, if not more judge.

    All of them stand in the claim's table; a picture of very many is not read.
    """
    rest = source["role"] == "context"
    return source[~rest | (rest.cumsum() <= most - (~rest).sum())].reset_index(drop=True)


def by_size(source: pd.DataFrame) -> pd.DataFrame:
    """The table with what is farthest from zero first; or in time where every name tells one, be it
    midday or the close.
    """
    falls = bool((source["value"] < 0).mean() > 0.5)
    ranked = source.sort_values("value", ascending=falls, kind="stable", ignore_index=True)
    times = [moment(name) or _of_day(name) for name in ranked["reading"]]
    if not all(times):
        return ranked
    order = sorted(range(len(times)), key=lambda row: times[row] or ())
    return ranked.iloc[order].reset_index(drop=True)


def _of_day(text: str) -> tuple[str, int, int] | None:
    """When midday and the close are, after which a day has no hour."""
    return next((("clock", hour, 0) for word, hour in DAY.items() if text.endswith(word)), None)


# ---------------------------------------------------------------- numbers in short


def unit(claim: Claim) -> tuple[str, str, str]:
    """A claim's unit in three parts: the sign before a number, what stands behind it, the rest."""
    if claim.unit == "date":
        return "", "", ""
    dollars = claim.unit.startswith("$")
    sign, rest = ("$", claim.unit[1:].strip()) if dollars else ("", claim.unit)
    if rest.startswith("%"):
        return sign, "%", rest[1:].strip()
    first, _, more = rest.partition(" ")
    return (sign, SHORT[first], more) if first in SHORT else (sign, "", rest)


def short(claim: Claim, value: Value) -> str:
    """A value as a label on its mark, with the rest of the unit left out: `−6.5%`, `$593bn`."""
    sign, suffix, _ = unit(claim)
    shown = values.show(value, sign, claim.signed) + suffix
    if sign and not suffix:
        shown = re.sub(r"(\.\d)(?!\d)", r"\g<1>0", shown)  # a price has two decimals, or none
    # A number of very many digits as one that fits: 3.4e+24.
    return re.sub(r"\d[\d,]{18,}", lambda found: f"{float(found[0].replace(',', '')):.3g}", shown)


def rest(claim: Claim) -> str | None:
    """The rest of the unit for the title of an axis; None where the stated value names it."""
    return f"in {claim.unit}" if unit(claim)[2] and not edges(claim) else None


# ---------------------------------------------------------------- what the article says


def edges(claim: Claim) -> list[Any]:
    """The values that the article names: one, two for a range, none for a fact or an opinion."""
    stated = claim.stated
    if stated is None or stated.kind == "fact":
        return []
    low, high, middle = ends(stated)
    return sorted({low, high}) if stated.kind == "number" or stated.relation == "to" else [middle]


def ends(stated: Value) -> tuple[Any, Any, Any]:
    """The place of what the article says; that of `by 2029` is the whole year, which is allowed."""
    return place(replace(stated, relation="") if is_period(stated) else stated)


def is_period(stated: Value) -> bool:
    """True for a month or a year that is named, or until which something is to be."""
    whole = stated.kind == "date" and stated.low < stated.high
    return whole and (not stated.bound or stated.relation == "by")


def stated(claim: Claim) -> alt.InlineData:
    """The stated value as data: a row for each edge (`said`), with the ends of what it spans."""
    low, high, _ = ends(claim.stated) if claim.stated else (None, None, None)
    rows = [{"said": edge, "low": low, "high": high} for edge in edges(claim)]
    if claim.unit == "date":
        rows = [{name: value.isoformat() for name, value in row.items()} for row in rows]
    return alt.InlineData(values=rows)


def said(claim: Claim, room: float) -> str:
    """The words beside the stated value, in lines of so many px: `the article says −6.5%`."""
    return labels.wrap(f"the article says {claim.said}", room, bold=True)
