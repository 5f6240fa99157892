"""The verdict: what follows from a stated value and a table of readings."""

import pickle
from itertools import product

import pytest
from conftest import claim_of

from ledger import verdict
from ledger.values import Fit

CASES = {
    # name of the case: (stated, unit, rows of (role, value, name of the reading), verdict)
    # ---- one asked reading
    "it agrees": ("-6.5", "%", [("asked", "-6.52", "Close")], "Holds"),
    "a bound is met": ("at most 5.6", "$ million", [("asked", "5.576", "Rent")], "Holds"),
    "a range is met": ("90 to 95", "%", [("asked", "93", "List price")], "Holds"),
    "a date is met": ("2024-09", "date", [("asked", "2024-09-20", "Launch")], "Holds"),
    "a deadline is met": ("by 2029", "date", [("asked", "2028-12", "Plan")], "Holds"),
    "within a tenth": ("-6.5", "%", [("asked", "-7.1", "Close")], "Nearly"),
    "a bound missed by a tenth": ("more than 21", "%", [("asked", "20", "Close")], "Nearly"),
    "a month late": ("2024-09", "date", [("asked", "2024-10-05", "Launch")], "Nearly"),
    "a day late": ("2024-09-20", "date", [("asked", "2024-09-21", "Launch")], "Nearly"),
    "far off": ("-6.5", "%", [("asked", "-16.97", "Close")], "Fails"),
    "two months late": ("2024-09", "date", [("asked", "2024-11-05", "Launch")], "Fails"),
    "the other direction": ("-6.5", "%", [("asked", "6.5", "Close")], "Fails"),
    "context does not judge": (
        "-6.5",
        "%",
        [("asked", "-16.97", "Close"), ("context", "-6.5", "Night")],
        "Fails",
    ),
    # ---- rivals
    "a rival agrees where asked misses": (
        "-6.5",
        "%",
        [("asked", "-16.97", "Close"), ("rival", "-6.5", "Night")],
        "Misplaced",
    ),
    "a rival nearly agrees where asked misses": (
        "-6.5",
        "%",
        [("asked", "-16.97", "Close"), ("rival", "-6.9", "Night")],
        "Misplaced",
    ),
    "a rival agrees where asked nearly does": (
        "6.5",
        "%",
        [("asked", "6.9", "Close"), ("rival", "6.5", "Night")],
        "Misplaced",
    ),
    "one digit is too coarse to be misplaced": (
        "7",
        "%",
        [("asked", "7.5", "Close"), ("rival", "7", "Night")],
        "Nearly",
    ),
    "a trailing zero is no second digit": (
        "70",
        "%",
        [("asked", "75", "Close"), ("rival", "70", "Night")],
        "Nearly",
    ),
    "one digit can be misplaced where asked misses": (
        "7",
        "%",
        [("asked", "9", "Close"), ("rival", "7", "Night")],
        "Misplaced",
    ),
    "a rival no better than asked": (
        "6.5",
        "%",
        [("asked", "6.9", "Close"), ("rival", "6.8", "Night")],
        "Nearly",
    ),
    "a rival changes nothing where asked agrees": (
        "6.5",
        "%",
        [("asked", "6.5", "Close"), ("rival", "6.5", "Night")],
        "Holds",
    ),
    "a rival that misses rescues nothing": (
        "-6.5",
        "%",
        [("asked", "-16.97", "Close"), ("rival", "-9.9", "Low")],
        "Fails",
    ),
    "a rival in the other direction rescues nothing": (
        "-6.5",
        "%",
        [("asked", "-16.97", "Close"), ("rival", "6.5", "Night")],
        "Fails",
    ),
    "one of two rivals fits": (
        "-6.5",
        "%",
        [("asked", "-17", "Close"), ("rival", "-9.9", "Low"), ("rival", "-6.5", "Night")],
        "Misplaced",
    ),
    "only a rival is known": ("140", "firms", [("rival", "140", "Subsidiaries too")], "Misplaced"),
    "only a rival is known, and it misses": (
        "140",
        "firms",
        [("rival", "300", "Subsidiaries too")],
        "Unsettled",
    ),
    "a rival fits a date": (
        "2024-09",
        "date",
        [("asked", "2023-05", "Paper"), ("rival", "2024-09-02", "Press")],
        "Misplaced",
    ),
    "a rival near the bound": (
        "at most 5.6",
        "%",
        [("asked", "9", "All"), ("rival", "5.5", "Rent")],
        "Misplaced",
    ),
    "a rival a tenth from the bound": (
        "at most 5",
        "%",
        [("asked", "9", "All"), ("rival", "4.5", "Rent")],
        "Misplaced",
    ),
    "a rival far inside the bound": (
        "at most 5.6",
        "%",
        [("asked", "9", "All"), ("rival", "2", "Rent")],
        "Fails",
    ),
    "a rival near the bound of a fall": (
        "more than -21",
        "%",
        [("asked", "-14", "Close"), ("rival", "-22", "Low")],
        "Misplaced",
    ),
    "a rival far beyond the bound of a fall": (
        "more than -21",
        "%",
        [("asked", "-14", "Close"), ("rival", "-28", "Low")],
        "Fails",
    ),
    # ---- parts of one claim
    "all parts agree": ("6.5", "%", [("asked", "6.5", "A"), ("asked", "6.45", "B")], "Holds"),
    "a part nearly agrees": ("6.5", "%", [("asked", "6.5", "A"), ("asked", "6.9", "B")], "Nearly"),
    "a part misses": ("6.5", "%", [("asked", "6.5", "A"), ("asked", "9", "B")], "Fails"),
    "a part of two sources differs": (
        "6.5",
        "%",
        [("asked", "6.5", "A"), ("asked", "6.5", "B"), ("asked", "9", "B")],
        "Unsettled",
    ),
    "a part misses, another of two sources differs": (
        "6.5",
        "%",
        [("asked", "9", "A"), ("asked", "6.5", "B"), ("asked", "9", "B")],
        "Fails",
    ),
    "a part is too vague": (
        "6.5",
        "%",
        [("asked", "6.5", "A"), ("asked", "more than 3", "B")],
        "Unsettled",
    ),
    "a part misses, another is too vague": (
        "6.5",
        "%",
        [("asked", "9", "A"), ("asked", "more than 3", "B")],
        "Fails",
    ),
    "a part misses, a rival fits": (
        "6.5",
        "%",
        [("asked", "6.5", "A"), ("asked", "9", "B"), ("rival", "6.5", "C")],
        "Misplaced",
    ),
    # ---- sources for one quantity
    "sources agree": ("6.5", "%", [("asked", "6.5", "Close"), ("asked", "6.52", "Close")], "Holds"),
    "sources contradict each other": (
        "6.5",
        "%",
        [("asked", "6.5", "Close"), ("asked", "9", "Close")],
        "Unsettled",
    ),
    "one source agrees, one nearly": (
        "6.5",
        "%",
        [("asked", "6.5", "Close"), ("asked", "6.9", "Close")],
        "Unsettled",
    ),
    "a rival does not settle a contradiction": (
        "6.5",
        "%",
        [("asked", "6.5", "A"), ("asked", "9", "A"), ("rival", "6.5", "B")],
        "Unsettled",
    ),
    "no source agrees": ("6.5", "%", [("asked", "6.9", "Close"), ("asked", "9", "Close")], "Fails"),
    "all sources nearly agree": (
        "6.5",
        "%",
        [("asked", "6.9", "Close"), ("asked", "6.1", "Close")],
        "Nearly",
    ),
    "a vague source does not contradict": (
        "6.5",
        "%",
        [("asked", "6.5", "Close"), ("asked", "more than 3", "Close")],
        "Holds",
    ),
    # ---- nothing that could be asked, or too little
    "nothing is known": ("6.5", "%", [("context", "6.5", "Night")], "Unsettled"),
    "the source says too little": ("6.5", "%", [("asked", "more than 3", "Close")], "Unsettled"),
    "the source excludes it": ("6.5", "%", [("asked", "more than 9", "Close")], "Fails"),
    "the source implies it": ("more than 2", "%", [("asked", "more than 3", "Close")], "Holds"),
    "too little, but a rival fits": (
        "6.5",
        "%",
        [("asked", "more than 3", "Close"), ("rival", "6.5", "Night")],
        "Misplaced",
    ),
    # ---- yes or no
    "all is so": ("yes", None, [("asked", "yes", "A"), ("asked", "yes", "B")], "Holds"),
    "nothing is so": ("yes", None, [("asked", "no", "A"), ("asked", "no", "B")], "Fails"),
    "some is so": ("yes", None, [("asked", "yes", "A"), ("asked", "no", "B")], "Nearly"),
    "sources differ on a fact": (
        "yes",
        None,
        [("asked", "yes", "A"), ("asked", "no", "A")],
        "Unsettled",
    ),
    "sources differ on one of two facts": (
        "yes",
        None,
        [("asked", "yes", "A"), ("asked", "no", "A"), ("asked", "yes", "B")],
        "Unsettled",
    ),
    "no source for a cause": ("yes", None, [("context", "yes", "A")], "Unsettled"),
    "true of another": ("yes", None, [("asked", "no", "A"), ("rival", "yes", "B")], "Misplaced"),
    "partly so, wholly of another": (
        "yes",
        None,
        [("asked", "yes", "A"), ("asked", "no", "B"), ("rival", "yes", "C")],
        "Misplaced",
    ),
}


@pytest.mark.parametrize(("stated", "unit", "rows", "expected"), CASES.values(), ids=CASES)
def test_verdict(stated, unit, rows, expected):
    """The verdict follows from what is stated and from the readings, as the method page says."""
    judgement = claim_of(stated, unit, rows).judgement

    assert expected == judgement.verdict.name


@pytest.mark.parametrize("kind", ["opinion", "forecast"])
def test_not_judged(kind):
    """An opinion and a forecast are shown with their evidence, and no reading judges them."""
    judgement = claim_of(None, "%", [("context", "6.5", "Night")], kind).judgement
    lines = [line.verdict for line in judgement.lines]

    assert (kind.capitalize(), [None]) == (judgement.verdict.name, lines)


KINDS = ("fact", "opinion", "forecast")
RIVALS = (Fit.AGREES, Fit.NEARLY, Fit.MISSES)
EVIDENCE = [verdict.Evidence(*parts) for parts in product(KINDS, Fit, RIVALS, (True, False))]


@pytest.mark.parametrize("evidence", EVIDENCE, ids=str)
def test_one_verdict(evidence):
    """Whatever the evidence, exactly one row of the verdict table fits it."""
    fitting = [row.name for row in verdict.VERDICTS if row.test(evidence)]

    assert 1 == len(fitting), fitting


def test_every_verdict_has_a_case():
    """Every word of the verdict table can be reached."""
    reached = {case[-1] for case in CASES.values()} | {"Opinion", "Forecast"}

    assert set(verdict.BY_NAME) == reached


def test_each_reading_alone():
    """The page can show the verdict under each reading, and how far each one misses."""
    rows = [
        ("asked", "-16.97", "Close"),
        ("rival", "-6.9", "Night"),
        ("rival", "-6.5", "Dawn"),
        ("context", "-9.97", "High"),
    ]
    lines = claim_of("-6.5", "%", rows).judgement.lines

    assert [
        ("Fails", "2.6 times as far"),
        ("Nearly", "0.4 points more"),
        ("Holds", ""),
        (None, ""),
    ] == [(line.verdict and line.verdict.name, line.distance) for line in lines]


def test_sent_to_another_process():
    """A claim that is sent to another process and back has the very same verdict."""
    claim = claim_of("-6.5", "%", [("asked", "-6.5", "Close")])

    assert claim == pickle.loads(pickle.dumps(claim))  # noqa: S301  # our own bytes
    assert claim.verdict is pickle.loads(pickle.dumps(claim)).verdict  # noqa: S301
