"""What would change a verdict: the line says what the rule says, on both sides of each edge."""

import re
from datetime import date, datetime
from decimal import Decimal

import pytest
from conftest import claim_of
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger import grammar
from ledger.turns import turns

TURNS = [
    ("-6.5", "%", "It would hold for a fall of 6.45 to 6.55%, nearly hold for one of 5.85 to 7.15%, and otherwise fail."),
    ("6.5", "%", "It would hold from 6.45 to 6.55%, nearly hold from 5.85 to 7.15%, and otherwise fail."),
    ("600", "$ billion", "It would hold from $570 to $630 billion, nearly hold from $540 to $660 billion, and otherwise fail."),
    ("about 0.55", "$ per million tokens", "It would hold from $0.539 to $0.561 per million tokens, nearly hold from $0.495 to $0.605, and otherwise fail."),
    ("0", "jobs", "It would hold at 0 jobs, and otherwise fail."),
    ("-2 to 3", "%", "It would hold from −2.1 to 3.15%, nearly hold from −2.2 to 3.3%, and otherwise fail."),
    ("at most 5.6", "$ million", "It would hold up to $5.6 million, nearly hold up to $6.16 million, and otherwise fail."),
    ("less than 7", "days", "It would hold below 7 days, nearly hold below 7.7, and otherwise fail."),
    ("at least 100000", "jobs", "It would hold from 100,000 jobs up, nearly hold from 90,000 up, and otherwise fail."),
    ("more than 21", "%", "It would hold above 21%, nearly hold above 18.9%, and otherwise fail."),
    ("more than -21", "%", "It would hold for a fall of more than 21%, nearly hold for one of more than 18.9%, and otherwise fail."),
    ("at least -21", "%", "It would hold for a fall of 21% or more, nearly hold for one of 18.9% or more, and otherwise fail."),
    ("at most -5", "%", "It would hold for a fall of up to 5%, nearly hold for one of up to 5.5%, and otherwise fail."),
    ("less than -5", "%", "It would hold for a fall of less than 5%, nearly hold for one of less than 5.5%, and otherwise fail."),
    ("2024", "date", "It would hold in 2024, nearly hold from December 2023 to January 2025, and otherwise fail."),
    ("2024-09", "date", "It would hold in September 2024, nearly hold from August to October 2024, and otherwise fail."),
    ("2024-12", "date", "It would hold in December 2024, nearly hold from November 2024 to January 2025, and otherwise fail."),
    ("2025-01-22", "date", "It would hold on 22 January 2025, nearly hold from 21 to 23 January 2025, and otherwise fail."),
    ("2023 to 2024", "date", "It would hold from 2023 to 2024, nearly hold from December 2022 to January 2025, and otherwise fail."),
    ("by 2029", "date", "It would hold until the end of 2029, nearly hold until the end of January 2030, and otherwise fail."),
    ("by 2029-05-10", "date", "It would hold until 10 May 2029, nearly hold until 11 May 2029, and otherwise fail."),
    ("before 2024-09", "date", "It would hold before September 2024, nearly hold before October 2024, and otherwise fail."),
    ("after 2024-09", "date", "It would hold after September 2024, nearly hold after August 2024, and otherwise fail."),
    ("yes", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("stated", "unit", "line"), TURNS)
def test_turns(stated, unit, line):
    """From where to where a verdict would hold is one line, also of falls, bounds and dates."""
    asked = "no" if stated == "yes" else "1900" if unit == "date" else "999999"

    assert line == turns(claim_of(stated, unit, [("asked", asked, "Close")]))


def test_turns_with_a_rival():
    """Beside a rival that fits, what misses would not fail; parts are each told of."""
    rows = [("asked", "9", "A"), ("asked", "9", "B"), ("rival", "6.5", "C")]

    assert "Each part would hold from 6.45 to 6.55%, and otherwise be misplaced." == turns(
        claim_of("6.5", "%", rows)
    )


def given_verdict(stated, value, unit=""):
    """The verdict where one asked reading has this value."""
    return claim_of(stated, unit, [("asked", value, "Close")]).verdict.name


def edges(line):
    """The numbers that a line prints, by verdict: of each, one edge or two."""
    numbers = [
        [
            Decimal(one.replace(",", "").replace("−", "-"))
            for one in re.findall(r"−?[\d,]*\d(?:\.\d+)?", part)
        ]
        for part in re.split(r", (?=nearly|and otherwise)", line)
    ]
    return dict(zip(("Holds", "Nearly"), numbers, strict=False))


STATED = st.decimals("-9999", "9999", places=2).filter(bool).map(lambda one: f"{one.normalize():f}")
RELATION = st.sampled_from(["", "about ", "at most ", "less than ", "at least ", "more than "])
STEP = Decimal("0.0000001")


@settings(deadline=None)  # how busy the machine is proves nothing
@given(RELATION, STATED)
def test_turns_tell_the_rule(relation, number):
    """On both sides of each edge that a line prints, the rule gives the verdict that the line says."""
    stated = relation + number
    line = turns(claim_of(stated, "", [("asked", "0.5", "Close")]))
    sign = -1 if "a fall" in line else 1
    open_end = any(word in line for word in ("below", "above", "less than", "more than"))
    upward = any(word in line for word in ("below", "less than", "up to"))
    order = ["Holds", "Nearly", "Fails"]

    for name, printed in edges(line).items():
        beyond = order[order.index(name) + 1 :]
        for place, edge in enumerate(printed):
            outward = (1 if place else -1) if len(printed) > 1 else 1 if upward else -1
            inside, outside = (
                given_verdict(stated, f"{sign * (edge + way * outward * STEP):f}")
                for way in (-1, 1)
            )
            at = given_verdict(stated, f"{sign * edge:f}")

            assert (name, True) == (inside, outside in beyond), (line, edge)
            assert (at == name) != open_end, (line, edge)


def days_in(words):
    """The first and the last day that the words of a span name, as ordinals; None where it is open."""

    def ends(told):
        day, month, year = re.fullmatch(r"(?:(\d+) )?(?:([A-Z]\w+) )?(\d{4})", told).groups()
        number = month and f"-{datetime.strptime(month, '%B').month:02}"
        value = grammar.parse(f"{year}{number or ''}{f'-{int(day):02}' if day else ''}", "date")
        return int(value.low), int(value.high)

    match words.split(" ", 1):
        case ["in" | "on", one]:
            return ends(one)
        case ["until", one]:
            return None, ends(one.removeprefix("the end of "))[1]
        case ["before", one]:
            return None, ends(one)[0] - 1
        case ["after", one]:
            return ends(one)[1] + 1, None
    first, last = words.removeprefix("from ").split(" to ")
    missing = (
        "" if re.search(r"\d{4}$", first) else last[last.index(" ") if first.isdigit() else -5 :]
    )
    return ends(first + missing)[0], ends(last)[1]


@settings(deadline=None)
@given(
    st.sampled_from(["", "by ", "before ", "after "]),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]),
)
def test_turns_tell_the_rule_of_dates(relation, day, precision):
    """On both sides of each day that a line names, the rule gives the verdict that the line says."""
    stated = f"{relation}{day.strftime(precision)}"
    line = turns(claim_of(stated, "date", [("asked", "1850", "Launch")]))
    words = re.fullmatch(
        r"It would hold (.+), nearly hold (.+), and otherwise fail\.", line
    ).groups()
    order = ["Holds", "Nearly", "Fails"]

    for name, span in zip(order, map(days_in, words), strict=False):
        beyond = order[order.index(name) + 1 :]
        for edge, outward in zip(span, (-1, 1), strict=True):
            if edge:
                at, after = (str(date.fromordinal(one)) for one in (edge, edge + outward))

                assert given_verdict(stated, at, "date") == name, (line, at)
                assert given_verdict(stated, after, "date") in beyond, (line, after)
