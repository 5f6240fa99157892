"""The words beside a verdict: what was said, what the record has, and where it would fit."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from conftest import claim_of

from ledger import grammar, verdict
from ledger.claim import Search
from ledger.distances import distance, part
from ledger.phrases import label, negative, phrase
from ledger.strength import strength
from ledger.turns import turns
from ledger.wording import because

# ---------------------------------------------------------------- the line beside the verdict

LINES = [
    # stated, unit, rows of (role, value, name), line
    # ---- holds
    ("2000", "chips", [("asked", "2048", "Training of V3")], "Said: 2,000 chips. The record has 2,048 (Training of V3), which is the same when rounded."),
    ("671", "billion parameters", [("asked", "671", "V3")], "Said: 671 billion parameters. The record has the same figure (V3)."),
    ("90 to 95", "%", [("asked", "93", "Input")], "Said: 90 to 95%. The record has 93% (input), which lies between the two."),
    ("at most 5.6", "$ million", [("asked", "5.576", "V3")], "Said: at most $5.6 million. The record has $5.576 million (V3), which is less."),
    ("at most 5", "$ million", [("asked", "5", "V3")], "Said: at most $5 million. The record has $5 million (V3), exactly that."),
    ("more than 21", "%", [("asked", "more than 21", "The plan")], "Said: more than 21%. The record has the same figure (the plan)."),
    ("more than -21", "%", [("asked", "-21.52", "Close, 27 January")], "Said: a fall of more than 21%. The record has 21.52% (close, 27 January), which is more."),
    ("about 15", "chips", [("asked", "15.2", "In all")], "Said: about 15 chips. The record has 15.2 (in all), which is the same when rounded."),
    ("about -3.15", "%", [("asked", "-3.2", "Close")], "Said: a fall of about 3.15%. The record has 3.2% (close), close enough for “about”."),
    ("2023", "date", [("asked", "2023", "Founded")], "Said: 2023. The record has the same year (Founded)."),
    ("2024-12", "date", [("asked", "2024-12-02", "The rule")], "Said: December 2024. The record has 2 December 2024 (the rule), which is in that month."),
    ("by 2029", "date", [("asked", "2029-01", "The end")], "Said: by 2029. The record has January 2029 (the end), which is in time."),
    ("6.5", "%", [("asked", "6.5", "First part"), ("asked", "6.52", "Last part")], "Said: 6.5%. The record has 6.5% (first part), exactly that; and 6.52% (last part), which is the same when rounded."),
    # ---- nearly
    ("2025-01-22", "date", [("asked", "2025-01-21", "In public")], "Said: 22 January 2025. The record has 21 January 2025 (in public), one day earlier."),
    ("90 to 95", "%", [("asked", "96.3", "Input"), ("asked", "96.4", "Output")], "Said: 90 to 95%. The record has 96.3% (input), 1.3 points more; and 96.4% (output), 1.4 points more."),
    # ---- misplaced
    ("-6.5", "%", [("asked", "-16.97", "Close"), ("rival", "-6.9", "Before the open, in a report that gives futures as of four")], "Said: a fall of 6.5%. The record has 16.97% (close), 2.6 times as far. It comes near 6.9% (before the open)."),
    ("-3.5", "%", [("asked", "-2.14", "Close"), ("rival", "-3.3", "Early"), ("rival", "-3.5", "At ten")], "Said: a fall of 3.5%. The record has 2.14% (close), 1.4 points less. The figure belongs to something else: at ten."),
    ("600", "$ billion", [("rival", "589", "Ambry alone (Bloomberg)")], "Said: $600 billion. For the thing itself no figure is on record. It fits $589 billion (Ambry alone, Bloomberg)."),
    ("-10 to -8", "%", [("asked", "-1.77", "Ether"), ("asked", "-2.41", "Solana"), ("asked", "0.89", "XRP"), ("rival", "-8", "Lowest")], "Said: a fall of 8% to 10%. The record runs from a rise of 0.89% (XRP) to a fall of 2.41% (Solana). It fits 8% (Lowest)."),
    # ---- fails
    ("-2.5", "%", [("asked", "0.24", "Close"), ("rival", "-3.68", "At the open")], "Said: a fall of 2.5%. The record has a rise of 0.24% (close). No other reading comes near it."),
    ("2024-09", "date", [("asked", "2024-04-18", "Ambry 9010")], "Said: September 2024. The record has 18 April 2024 (Ambry 9010), five months earlier."),
    ("at most 1", "%", [("asked", "7.5", "Of GPT-4")], "Said: at most 1%. The record has 7.5% (of GPT-4), 7.5 times what was said."),
    ("350", "$ billion", [("asked", "305", "2019"), ("asked", "306", "2019")], "Said: $350 billion. The record has $305 billion or $306 billion (2019), 13% less."),
    # ---- unsettled
    ("10", "million yuan", [("asked", "10", "Capital"), ("asked", "1", "Capital")], "Said: 10 million yuan. Sources differ: a page has 10 million, Somebody has 1 million."),
    ("6.5", "%", [("asked", "more than 3", "Close")], "Said: 6.5%. The sources say too little: more than 3% (close)."),
    ("450", "%", [("rival", "522", "January 2024")], "Said: 450%. Nothing on record settles it yet. Other readings miss it: 522% (January 2024)."),
    # ---- yes or no
    ("yes", "", [("asked", "yes", "Vallor fell"), ("asked", "yes", "The Ambrex fell")], "On record: Vallor fell; the Ambrex fell."),
    ("yes", "", [("asked", "yes", "Own tests: ahead of o1")], "On record: own tests (ahead of o1)."),
    ("yes", "", [("asked", "yes", "A ban was imposed"), ("asked", "no", "It held for every country")], "Part of it holds: a ban was imposed. But not: it held for every country."),
    ("yes", "", [("asked", "yes", "They pay"), ("asked", "no", "No one else pays")], "Part of it holds: they pay. Contradicted: No one else pays."),
    ("yes", "", [("asked", "no", "It held")], "Contradicted by the record: it held."),
    ("yes", "", [("asked", "no", "It held"), ("rival", "yes", "The other held")], "Contradicted by the record: it held. It is true of something else: the other held."),
    ("yes", "", [("rival", "yes", "The other held")], "It is true of something else: the other held."),
    ("yes", "", [("asked", "yes", "It got round"), ("asked", "no", "It got round")], "Sources contradict each other: it got round. A page says yes; Somebody says no."),
    ("yes", "", [("context", "yes", "One"), ("context", "yes", "Two")], "Nothing on record settles it yet. Two readings are shown beside it."),
]  # fmt: skip


def made(stated, unit, rows, kind="fact"):
    """A claim of which the first reading comes from another origin than the rest."""
    claim = claim_of(stated, unit, rows, kind)
    first, *rest = claim.readings
    other = replace(first.source, id="other", origin="A page, second edition")
    return replace(claim, readings=(replace(first, sources=(other,)), *rest))


@pytest.mark.parametrize(("stated", "unit", "rows", "line"), LINES)
def test_because(stated, unit, rows, line):
    """The line beside a verdict says with numbers what was said, what is on record, and what fits."""
    assert line == because(made(stated, unit, rows))


@pytest.mark.parametrize(
    ("kind", "unit", "rows", "line"),
    [
        ("opinion", "%", [("context", "1", "R1")], "An opinion, so it is not judged. One reading is shown beside it."),
        ("forecast", "TWh", [("context", "485", "World, 2025"), ("context", "945", "World, 2030")], "Still open. Two readings are shown beside it. The latest: 485 TWh (World, 2025)."),
        ("opinion", "date", [("context", "2025-11-09", "Ambria waits"), ("context", "2024", "It began")], "An opinion, so it is not judged. Two readings are shown beside it. The latest: 9 November 2025 (Ambria waits)."),
        ("forecast", "%", [("context", "-3", "Ambrex, May 2025")], "Still open. One reading is shown beside it. The latest: a fall of 3% (Ambrex, May 2025)."),
    ],
)  # fmt: skip
def test_because_of_what_is_not_judged(kind, unit, rows, line):
    """An opinion and a forecast tell how many readings are shown, and the latest known one."""
    assert line == because(claim_of(None, unit, rows, kind))


def test_because_of_a_search():
    """That nothing was found is said only where a search is on record, with its day."""
    claim = claim_of("yes", "", [("context", "yes", "One")])
    search = Search(date(2026, 11, 27), "an index", "some words")

    assert "earch" not in because(claim)
    assert because(replace(claim, searches=(search,))).startswith(
        "Searched on 27 November 2026; nothing found that settles it."
    )


def test_because_of_a_draft():
    """Nothing is said of a draft but that it is one."""
    draft = replace(claim_of("6.5", "%", [("asked", "9", "Close")]), draft=True)

    assert ["Not checked yet.", "", ""] == [say(draft) for say in (because, turns, strength)]


def test_lines_are_short(ledger):
    """Each claim has a line of at most three sentences of at most 30 words, and none says it twice."""
    for claim in ledger.claims.values():
        sentences = re.split(r"(?<=[.”)]) (?=[A-Z])", claim.because)

        assert len(sentences) <= 3, claim.because
        assert max(len(one.split()) for one in sentences) <= 30, claim.because
        assert claim.because == because(claim)


def test_lists_are_cut():
    """Of many facts those are told for which there is room, and the rest are counted."""
    rows = [("asked", "yes", f"The {word} share of the day rose") for word in "abcdefg"]
    line = because(claim_of("yes", "", rows))

    assert line.endswith("; the d share of the day rose; and three more.") or "and" in line
    assert len(line.split()) <= 30


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("Close, 27 January", "", "close, 27 January"),
        ("Training of V3", "its training took long", "training of V3"),
        ("Training of V3", "", "Training of V3"),
        ("Bank of America wrote", "a bank", "Bank of America wrote"),
        ("White House aides asked", "white", "White House aides asked"),
        ("Meta said so", "meta, as Meta said", "Meta said so"),
        ("AI was named", "ai", "AI was named"),
        ("May 2026", "it may be", "May 2026"),
        ("DeepMine fell", "deepmine", "DeepMine fell"),
    ],
)
def test_phrase(name, text, words):
    """A name within a sentence begins small where its first word is no name."""
    assert words == phrase(name, text)


def test_label():
    """Within brackets a name has none of its own, and a long one is told by its first part."""
    assert "of GPT-4, OpenMind" == label("Of GPT-4 (OpenMind)", "")
    assert "before the open" == label("Before the open, in a report as of the hour of four", "")


@pytest.mark.parametrize("name", ["No one else pays", "None of it came", "It isn't open"])
def test_negative(name):
    """A name in the negative is known, so that it is not denied twice."""
    assert negative(name)
    assert not negative("Nomura, Notre Dame and knots")


# ---------------------------------------------------------------- distances

DISTANCES = [
    # stated, reading, unit, words
    # nothing is said of one that fits, or says too little
    ("6.5", "6.5", "%", ""),
    ("at most 5.6", "3", "%", ""),
    ("less than 7", "7", "%", ""),
    ("90 to 95", "93", "%", ""),
    ("5", "4 to 6", "m", ""),
    ("5", "4.9 to 5.1", "m", ""),
    ("5", "more than 6", "m", ""),
    ("0", "3", "m", ""),
    ("2024-09", "2024-09-11", "date", ""),
    ("by 2029", "2028", "date", ""),
    ("2024-09", "2024", "date", ""),
    ("before 2024-09", "2024-09-01", "date", ""),
    ("yes", "no", "", ""),
    # per cents are counted in points
    ("6.5", "6.54", "%", "0.04 points more"),
    ("-9", "-7.01", "%", "2 points less"),
    ("-3.15", "-2.15", "%", "1 point less"),
    ("-3.15", "-2.19", "%", "1 point less"),
    ("-6.5", "-6.9", "%", "0.4 points more"),
    ("at most 5.6", "7", "%", "1.4 points more"),
    ("more than -21", "-14", "%", "7 points less"),
    ("90 to 95", "45", "%", "45 points less"),
    ("450", "1522.25", "%", "3.4 times what was said"),
    # other numbers in parts of what is stated
    ("5", "5.3", "m", "6% more"),
    ("2000", "2048", "chips", "2% more"),
    ("350", "350.04", "$ billion", "0.01% more"),
    ("2000", "2001", "chips", "0.05% more"),
    ("1", "0.993", "$ billion", "0.7% less"),
    ("5", "6 to 8", "m", "60% more"),
    # where the part has a name, by it
    ("more than 21", "14", "m", "33% less"),
    ("10", "1", "million yuan", "a tenth of what was said"),
    ("10", "5", "m", "half of what was said"),
    ("90 to 95", "30", "m", "a third of what was said"),
    # from double on, in times
    ("-6.5", "-16.97", "%", "2.6 times as far"),
    ("90 to 95", "190", "m", "twice what was said"),
    ("at most 1", "7.5", "%", "7.5 times what was said"),
    ("1", "75", "firms", "75 times what was said"),
    ("1", "1234567", "firms", "1,234,567 times what was said"),
    # a rise for a fall
    ("-6.5", "2", "%", "the other direction"),
    ("6.5", "-6.5", "%", "the other direction"),
    # dates on the calendar, as a title would count them
    ("2024-09-20", "2024-09-21", "date", "one day later"),
    ("2024-09-20", "2024-09-10", "date", "ten days earlier"),
    ("2024-09-20", "2024-12", "date", "three months later"),
    ("2024-09", "2024-12-31", "date", "three months later"),
    ("2024-09", "2024-04-18", "date", "five months earlier"),
    ("2024-09", "2024-08", "date", "one month earlier"),
    ("2024", "2025-01-31", "date", "one month later"),
    ("2024", "2021-06-01", "date", "three years earlier"),
    ("by 2029", "2031-03", "date", "15 months later"),
]


@pytest.mark.parametrize(("stated", "reading", "unit", "words"), DISTANCES)
def test_distance(stated, reading, unit, words):
    """How far a reading misses is said as a person would say it; of one that fits, nothing."""
    kind = "date" if unit == "date" else "fact" if stated == "yes" else "number"
    said, known = grammar.parse(stated, kind), grammar.parse(reading, kind)

    assert words == distance(said, known, unit)


def test_the_rule_says_its_numbers():
    """A part that has a name is said by it, and another in per cent: so the rule prints its own."""
    assert ["a tenth", "a fifth", "5%", "12.5%"] == [
        part(Decimal(one)) for one in ("0.1", "0.2", "0.05", "0.125")
    ]
    assert "within a tenth, or part of it" == verdict.BY_NAME["Nearly"].gloss
