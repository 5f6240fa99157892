"""The grammar of values: what may be written, when a reading meets what is stated, and how both are
shown.
"""

import re
from datetime import date

import pytest

from ledger import grammar, values

# ---------------------------------------------------------------- comparing numbers and facts

NUMBERS = [
    # stated, reading, comparison
    # half a unit of the last digit
    ("6.5", "6.5", "agrees"),
    ("6.5", "6.45", "agrees"),
    ("6.5", "6.55", "agrees"),
    ("6.5", "6.449", "nearly"),
    ("6.5", "6.551", "nearly"),
    ("6.50", "6.505", "agrees"),
    ("6.50", "6.51", "nearly"),
    ("-6.5", "-6.55", "agrees"),
    ("−6.5", "-6.5", "agrees"),
    # within a tenth, and beyond
    ("6.5", "5.85", "nearly"),
    ("6.5", "7.15", "nearly"),
    ("6.5", "5.849", "misses"),
    ("6.5", "7.151", "misses"),
    ("-6.5", "-7.15", "nearly"),
    ("-6.5", "-16.97", "misses"),
    # trailing zeros of a whole number are no precision, but 5% is the most
    ("2000", "2048", "agrees"),
    ("2000", "2100", "agrees"),
    ("2000", "2101", "nearly"),
    ("2000", "1900", "agrees"),
    ("2000", "1899", "nearly"),
    ("2001", "2048", "nearly"),
    ("2000.0", "2048", "nearly"),
    ("120", "125", "agrees"),
    ("120", "125.1", "nearly"),
    # never wider than 5% of the value
    ("5", "5.25", "agrees"),
    ("5", "5.26", "nearly"),
    ("5", "4.75", "agrees"),
    ("5", "4.74", "nearly"),
    ("1", "1.05", "agrees"),
    ("1", "1.06", "nearly"),
    ("1", "1.11", "misses"),
    ("0", "0", "agrees"),
    ("0", "0.1", "misses"),
    # about: 2% at least, and never less than without it
    ("3.15", "3.2", "nearly"),
    ("about 3.15", "3.213", "agrees"),
    ("about 3.15", "3.2131", "nearly"),
    ("about 3.15", "3.087", "agrees"),
    ("about -3.15", "-3.2", "agrees"),
    ("about 5", "5.25", "agrees"),
    ("about 5", "5.26", "nearly"),
    # a bound is met by what lies beyond it
    ("at most 5.6", "5.6", "agrees"),
    ("at most 5.6", "0", "agrees"),
    ("at most 5.6", "5.61", "nearly"),
    ("at most 5.6", "6.16", "nearly"),
    ("at most 5.6", "6.17", "misses"),
    ("less than 7", "6.99", "agrees"),
    ("less than 7", "7", "nearly"),
    ("less than 7", "7.69", "nearly"),
    ("less than 7", "7.7", "misses"),
    ("at least 100000", "100000", "agrees"),
    ("at least 100000", "5000000", "agrees"),
    ("at least 100000", "90000", "nearly"),
    ("at least 100000", "89999", "misses"),
    ("more than 21", "21.01", "agrees"),
    ("more than 21", "21", "nearly"),
    ("more than 21", "18.91", "nearly"),
    ("more than 21", "18.9", "misses"),
    # a bound on a fall is met by deeper falls
    ("more than -21", "-28", "agrees"),
    ("more than -21", "-21", "nearly"),
    ("more than -21", "-18.9", "misses"),
    ("at least -21", "-21", "agrees"),
    ("at most -5", "-3", "agrees"),
    ("at most -5", "-5.5", "nearly"),
    ("at most -5", "-5.6", "misses"),
    ("less than -5", "-5", "nearly"),
    # the other direction never agrees and is never near
    ("-6.5", "6.5", "misses"),
    ("6.5", "-6.5", "misses"),
    ("more than -21", "28", "misses"),
    ("more than 21", "-28", "misses"),
    ("at most -5", "1", "misses"),
    ("at most 5.6", "-1", "misses"),
    ("0.1", "-0.1", "misses"),
    # a range, with the finer end's half unit, and a tenth around
    ("90 to 95", "92", "agrees"),
    ("90 to 95", "89.5", "agrees"),
    ("90 to 95", "89.4", "nearly"),
    ("90 to 95", "95.5", "agrees"),
    ("90 to 95", "95.6", "nearly"),
    ("90 to 95", "81", "nearly"),
    ("90 to 95", "80.9", "misses"),
    ("90 to 95", "104.5", "nearly"),
    ("90 to 95", "104.6", "misses"),
    ("-3 to -2", "-2.5", "agrees"),
    ("-2 to -3", "-2.5", "agrees"),
    # a source that gives a bound judges only what it implies or excludes
    ("5", "more than 6", "misses"),
    ("5", "more than 3", "silent"),
    ("5", "at most 4", "misses"),
    ("5", "at most 9", "silent"),
    ("more than 2", "more than 3", "agrees"),
    ("more than 3", "more than 3", "agrees"),
    ("more than 3", "at least 3", "nearly"),
    ("more than 3", "more than 2", "silent"),
    ("at most 5", "less than 5", "agrees"),
    ("at most 5", "more than 6", "misses"),
    ("more than -21", "more than -25", "agrees"),
    ("more than -21", "less than -10", "misses"),
    # a source that gives a range agrees when all of it does
    ("5", "4.8 to 5.2", "agrees"),
    ("5", "4.6 to 5.4", "nearly"),
    ("5", "4 to 6", "silent"),
    ("5", "6 to 7", "misses"),
    ("at least 4", "4 to 6", "agrees"),
    ("5", "about 5.2", "agrees"),
    # facts
    ("yes", "yes", "agrees"),
    ("yes", "no", "misses"),
]

DATES = [
    # a day: within a day
    ("2024-09-20", "2024-09-20", "agrees"),
    ("2024-09-20", "2024-09-21", "nearly"),
    ("2024-09-20", "2024-09-22", "misses"),
    ("2024-03-01", "2024-02-29", "nearly"),
    ("2024-09-20", "2024-09", "silent"),
    # a month: within a month
    ("2024-09", "2024-09-01", "agrees"),
    ("2024-09", "2024-09-30", "agrees"),
    ("2024-09", "2024-10-31", "nearly"),
    ("2024-09", "2024-11-01", "misses"),
    ("2024-09", "2024-08", "nearly"),
    ("2024-09", "2024-07-31", "misses"),
    ("2024-01", "2023-12-01", "nearly"),
    ("2024-03", "2024-02", "nearly"),
    ("2024-09", "2024", "silent"),
    # a year: within a month too
    ("2024", "2024-12-31", "agrees"),
    ("2024", "2024", "agrees"),
    ("2024", "2025-01-31", "nearly"),
    ("2024", "2025-02-01", "misses"),
    ("2024", "2023-12-01", "nearly"),
    ("2024", "2023-11-30", "misses"),
    # bounds
    ("by 2029", "2029-12-31", "agrees"),
    ("by 2029", "2025", "agrees"),
    ("by 2029", "2030-01-31", "nearly"),
    ("by 2029", "2030-02-01", "misses"),
    ("by 2029", "by 2028", "agrees"),
    ("by 2029", "after 2030", "misses"),
    ("by 2029", "after 2028", "silent"),
    ("before 2024-09", "2024-08-31", "agrees"),
    ("before 2024-09", "2024-09-01", "nearly"),
    ("before 2024-09", "2024-09-30", "nearly"),
    ("before 2024-09", "2024-10-01", "misses"),
    ("after 2024-09", "2024-10-01", "agrees"),
    ("after 2024-09", "2024-09-30", "nearly"),
    ("after 2024-09", "2024-08-31", "misses"),
    ("after 2024-09-20", "2024-09-21", "agrees"),
    # ranges
    ("2024-09 to 2024-11", "2024-10-05", "agrees"),
    ("2024-09 to 2024-11", "2024-12", "nearly"),
    ("2024-09 to 2024-11", "2025-01", "misses"),
    ("2024", "2024-03 to 2024-05", "agrees"),
    ("about 2024-09", "2024-09-12", "agrees"),
]


@pytest.mark.parametrize(("stated", "reading", "expected"), NUMBERS)
def test_numbers_and_facts(stated, reading, expected):
    """A reading agrees, nearly agrees, misses or says too little, exactly at the edges of the rule."""
    kind = "fact" if stated == "yes" else "number"

    assert expected == values.compare(grammar.parse(stated, kind), grammar.parse(reading, kind))


@pytest.mark.parametrize(("stated", "reading", "expected"), DATES)
def test_dates(stated, reading, expected):
    """A date is met to the precision printed, and nearly met by one unit more, a month at most."""
    assert expected == values.compare(grammar.parse(stated, "date"), grammar.parse(reading, "date"))


# ---------------------------------------------------------------- reading


@pytest.mark.parametrize(
    ("text", "low", "high", "relation", "digits"),
    [
        ("-6.5", -6.5, -6.5, "", 2),
        ("−6.5", -6.5, -6.5, "", 2),
        ("+6.5", 6.5, 6.5, "", 2),
        ("about 5", 5, 5, "about", 1),
        ("at most 5.6", 5.6, 5.6, "at most", 2),
        ("at least 100000", 100000, 100000, "at least", 1),
        ("less than 7", 7, 7, "less than", 1),
        ("more than 21", 21, 21, "more than", 2),
        ("90 to 95", 90, 95, "to", 2),
        ("2000", 2000, 2000, "", 1),
        ("2048", 2048, 2048, "", 4),
        ("5.0", 5, 5, "", 2),
        ("0.05", 0.05, 0.05, "", 1),
        ("  at   most  5 ", 5, 5, "at most", 1),
    ],
)
def test_reading_numbers(text, low, high, relation, digits):
    """A number keeps its ends, its hedge or bound, and how many significant digits were printed."""
    value = grammar.parse(text, "number")

    assert (low, high, relation, digits) == (
        float(value.low),
        float(value.high),
        value.relation,
        value.digits,
    )


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-09-20", date(2024, 9, 20), date(2024, 9, 20)),
        ("by 2029", date(2029, 1, 1), date(2029, 12, 31)),
        ("2024-09 to 2025", date(2024, 9, 1), date(2025, 12, 31)),
        ("1800", date(1800, 1, 1), date(1800, 12, 31)),
        ("2200", date(2200, 1, 1), date(2200, 12, 31)),
    ],
)
def test_reading_dates(text, start, end):
    """A date stands for all days of the precision printed."""
    value = grammar.parse(text, "date")

    assert (start, end) == (value.start, value.end)


NUMBER, DATE = grammar.EXAMPLES["number"], grammar.EXAMPLES["date"]


NO_NUMBER = f"is not a number that the site can read. Write it like one of these: {NUMBER}"
NO_DATE = f"is not a date that the site can read. Write it like one of these: {DATE}"
NO_DAY = f"is not in the calendar. Write dates like {DATE}"
UNIT = "holds its unit. The field `unit` says it; write only"
THOUSANDS = "marks the thousands. Write the digits without a mark:"
ERROR = "is what a spreadsheet shows for an error. Type the number again"
REFUSED = [
    # text, kind, sentence
    # no number at all
    ("", "number", NO_NUMBER),
    ("nan", "number", NO_NUMBER),
    ("٥", "number", NO_NUMBER),
    ("over 21", "number", "is a bound. Write more than 21 or at least 21"),
    ("21+", "number", "is a bound. Write more than 21 or at least 21"),
    ("≈21", "number", "is said in another way here. Write about 21"),
    ("(21)", "number", "is how a ledger writes a fall. Write -21"),
    ("021", "number", "has a zero or a sign that says nothing. Write 21"),
    ("-0", "number", "has a zero or a sign that says nothing. Write 0"),
    (
        "1234567890123456",
        "number",
        "has more than 15 digits. Count in a larger unit, like millions, or round it",
    ),
    ("by 21", "number", NO_NUMBER),
    ("about 90 to 95", "number", NO_NUMBER),
    # a number with something about it
    ("6.5%", "number", f"{UNIT} 6.5"),
    ("$5", "number", f"{UNIT} 5"),
    ("671 billion", "number", f"{UNIT} 671"),
    ("-3.08%", "number", f"{UNIT} -3.08"),
    ("6,5", "number", "holds a comma. Write the decimals after a point: 6.5"),
    ("-3,07", "number", "holds a comma. Write the decimals after a point: -3.07"),
    ("2,790", "number", f"{THOUSANDS} 2790"),
    ("2 790", "number", f"{THOUSANDS} 2790"),
    ("2\u00a0790.5", "number", f"{THOUSANDS} 2790.5"),
    ("−1'234'567", "number", f"{THOUSANDS} -1234567"),
    ("90-95", "number", "is a range. Write it as 90 to 95"),
    ("90–95", "number", "is a range. Write it as 90 to 95"),
    ("–6.5", "number", "begins with a dash. Write the minus as a hyphen: -6.5"),
    ("1e9", "number", "is short for a longer number. Write all of its digits"),
    ("1.2E+06", "number", "is short for a longer number. Write all of its digits"),
    ("“90 to 95”", "number", "holds curly quotes. Take them out"),
    # what a spreadsheet made of it
    ("#REF!", "number", ERROR),
    ("#NAME?", "number", ERROR),
    ("####", "number", ERROR),
    ("Sep-24", "number", "is a date that a spreadsheet made. Type the number again"),
    ("09/01/2024", "number", "is a date that a spreadsheet made. Type the number again"),
    ("09/01/2024", "date", "is a date that a spreadsheet rewrote. Write it like 2024-09-20"),
    ("24-Sep", "date", "is a date that a spreadsheet rewrote. Write it like 2024-09-20"),
    # no date
    ("September 2024", "date", NO_DATE),
    ("2024-9", "date", NO_DATE),
    ("at most 2024", "date", NO_DATE),
    ("2024–2025", "date", "is a range. Write it as 2024 to 2025"),
    ("2024-13", "date", NO_DAY),
    ("2024-00", "date", NO_DAY),
    ("2023-02-29", "date", NO_DAY),
    ("1799", "date", NO_DAY),
    ("0000", "date", NO_DAY),
    ("2025 to 2024", "date", "ends before it begins. Write the earlier date first"),
    # no fact
    ("maybe", "fact", "is neither yes nor no. Write one of them, in small letters"),
    ("Yes", "fact", "is neither yes nor no. Write one of them, in small letters"),
]


@pytest.mark.parametrize(("text", "kind", "sentence"), REFUSED)
def test_refused(text, kind, sentence):
    """What cannot be read is refused in a sentence that names the cause and says what to write."""
    with pytest.raises(ValueError, match=f"^'{re.escape(text)}' {re.escape(sentence)}$"):
        grammar.parse(text, kind)


def test_too_long():
    """What is longer than any value is refused without being shown whole."""
    with pytest.raises(ValueError, match=f"^'{'9' * 40}…' is too long for a value"):
        grammar.parse("9" * 41, "number")


# ---------------------------------------------------------------- showing


@pytest.mark.parametrize(
    ("text", "kind", "unit", "words"),
    [
        ("-6.5", "number", "%", "−6.5%"),
        ("about -3.15", "number", "%", "about −3.15%"),
        ("600", "number", "$ billion", "$600 billion"),
        ("-600", "number", "$ billion", "−$600 billion"),
        ("5", "number", "$", "$5"),
        ("7", "number", "nm", "7 nm"),
        ("1234567.80", "number", "", "1,234,567.80"),
        ("at least 100000", "number", "jobs", "at least 100,000 jobs"),
        ("more than 21", "number", "%", "more than 21%"),
        ("90 to 95", "number", "%", "90 to 95%"),
        ("90 to 95", "number", "$ billion", "$90 to $95 billion"),
        # a bound and a range of falls
        ("more than -21", "number", "%", "a fall of more than 21%"),
        ("at most −5", "number", "%", "a fall of at most 5%"),
        ("at least -1500", "number", "$ billion", "a fall of at least $1,500 billion"),
        ("-10 to -8", "number", "%", "a fall of 8% to 10%"),
        ("-8 to -10", "number", "points", "a fall of 8 to 10 points"),
        ("-2 to 3", "number", "%", "−2 to 3%"),
        # dates and facts
        ("2024", "date", "", "2024"),
        ("2024-09", "date", "", "September 2024"),
        ("2024-09-02", "date", "", "2 September 2024"),
        ("by 2029", "date", "", "by 2029"),
        ("2024-09 to 2024-11", "date", "", "September 2024 to November 2024"),
        ("yes", "fact", "", "yes"),
    ],
)
def test_show(text, kind, unit, words):
    """A value is shown as a reader would write it, with its unit and a true minus."""
    assert words == values.show(grammar.parse(text, kind), unit)


@pytest.mark.parametrize(
    ("text", "words"), [("6.5", "+6.5%"), ("-6.5", "−6.5%"), ("0", "0%"), ("2 to 3", "+2 to +3%")]
)
def test_show_signed(text, words):
    """Beside falls, a rise is shown with its plus."""
    assert words == values.show(grammar.parse(text, "number"), "%", signed=True)
