"""CSV with the line of every row, and the usual causes where it cannot be read."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ledger.mistakes import Mistake, Telling, did_you_mean

Row = tuple[int, dict[str, str]]
MARKS = ((";", "semicolons"), ("\t", "tabs"))  # what else may part cells
ENDLESS = "a cell begins here and goes on without end. Close its quote, or shorten it."
LONGEST = 100_000  # letters of a cell; that of the csv module is whatever this process has set
COMMA = "A cell that holds a comma needs double quotes around it"


@dataclass(frozen=True)
class Table:
    """The rows that could be read, each with its line; `whole` when that is all of them."""

    rows: tuple[Row, ...]
    whole: bool


def read_table(
    shown: str, text: str, columns: Sequence[str], optional: Sequence[str] = ()
) -> Telling[Table]:
    """Read a CSV file with a fixed first line, which may leave out the optional ones of its
    columns.
    """
    rows: list[Row] = []
    whole = True
    header: list[str] | None = None
    for line, cells in _lines(text):
        if isinstance(cells, str):
            yield Mistake(shown, line, cells)
            return Table(tuple(rows), False)
        if header is None:
            header = cells
            columns = [name for name in columns if name not in optional or name in header]
            if sentence := _fault_of_header(header, columns):
                told = f"{sentence} The first line must be {','.join(columns)}".strip()
                yield Mistake(shown, line, told)
                return Table((), False)
        elif cells == header:
            yield Mistake(shown, line, "the first line stands here again. Take this one out.")
            whole = False
        elif sentence := _fault_of_row(cells, len(columns)):
            yield Mistake(shown, line, sentence)
            whole = False
        else:
            rows.append((line, dict(zip(columns, cells, strict=True))))
    return Table(tuple(rows), whole)


def _lines(text: str) -> Iterator[tuple[int, list[str] | str]]:
    """The rows as (line, cells); in the place of the cells a sentence, where this is not CSV."""
    reader, line = csv.reader(io.StringIO(text), strict=True), 1
    try:
        for cells in reader:
            if max(map(len, cells), default=0) > LONGEST:
                yield line, ENDLESS
                return
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        if "field limit" in str(error):
            yield line, ENDLESS
            return
        remedy = f'{COMMA}, and a quote inside it is doubled: "".'
        yield line, f"this is not valid CSV ({error}). {remedy}"


def _fault_of_header(header: list[str], columns: Sequence[str]) -> str:
    if header == list(columns):
        return ""
    alone = header[0] if header else ""
    if alone.startswith("version https://git-lfs"):
        return "this is a pointer of Git LFS, and not the table. Commit the file itself."
    for mark, name in MARKS:
        if len(header) == 1 and (mark in alone or alone.startswith("sep=")):
            return f"the cells are parted by {name}. Save the file as CSV with commas."
    wrong = [name for name in header if name not in columns]
    missing = [name for name in columns if name not in header]
    if wrong and not wrong[0].strip():
        return "a column too many stands here, without a name. Take out the commas that make it."
    if wrong:
        return (
            f"there is no column '{wrong[0]}'. {did_you_mean(wrong[0], missing or columns)}".strip()
        )
    if missing:
        return f"the column '{missing[0]}' is missing."
    if len(header) != len(columns):
        return "a column stands here twice."
    return "the columns are in another order."


def _fault_of_row(cells: list[str], count: int) -> str:
    if not any(cell.strip() for cell in cells):
        return "this line is empty. Delete it."
    if len(cells) != count:
        noun = "cell" if len(cells) == 1 else "cells"
        told = f"this line has {len(cells)} {noun}, but there are {count} columns"
        for mark, name in MARKS:
            if len(cells) == 1 and cells[0].count(mark) >= count - 1:
                return f"the cells of this line are parted by {name}. Write commas."
        if any(re.match(r'\s+"', cell) for cell in cells):
            return "a space stands before a quote. Take it out."
        for first, then in pairwise(cells):
            if re.fullmatch(r"[-+−]?\d{1,3}", first) and re.fullmatch(r"\d{3}(?:\.\d+)?", then):
                return f"{told}. Write numbers without a mark for the thousands: {first}{then}"
        if any(mark in cell for cell in cells for mark in "“”„"):
            return f'{told}. {COMMA}, and they must be straight ones: "'
        return f"{told}. {COMMA}."
    if cells[0].startswith("#") and not any(cells[1:]):
        return "a table holds no comments. Take this line out."
    for cell in cells:
        if cell and not cell.strip():
            return "a cell of this line is a space and nothing else. Empty it, or fill it in."
        if cell != cell.strip():
            return f"the cell '{cell.strip()}' begins or ends with a space. Take it out."
    return ""
