"""The sentence of a claim taken apart: which words a reading tests, and which nothing judges."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

BETWEEN = " | "  # between phrases in one cell or field
_LETTER = re.compile(r"\w")  # of a word


@dataclass(frozen=True)
class Part:
    """A piece of a claim's sentence; all of them in their order are the sentence.

    `state` is `tested`, `subject`, `not judged` or `plain`. `rows` are the numbers, from 1, of the
    readings that test it, `ending` those of them whose words end with it, and `outcome` what they
    come to: `yes`, `no` or `partly`. `why` says why it is not judged.
    """

    text: str
    state: str
    rows: tuple[int, ...] = ()
    ending: tuple[int, ...] = ()
    outcome: str = ""
    why: str = ""


@dataclass(frozen=True)
class Tested:
    """What one reading tests: its number from 1, whether it holds, and words of the sentence."""

    row: int
    holds: bool
    phrases: tuple[str, ...]


def phrases_of(text: str) -> tuple[str, ...]:
    """The phrases of a cell or field that may name several, parted by ` | `."""
    return tuple(part.strip() for part in text.split(BETWEEN.strip()) if part.strip())


def spans(sentence: str, phrase: str) -> Iterator[tuple[int, int]]:
    """The places where a phrase stands in a sentence, letter for letter and as whole words."""
    at = sentence.find(phrase)
    while phrase and at >= 0:
        end = at + len(phrase)
        whole = not _LETTER.match(sentence[at - 1 : at]) and not _LETTER.match(sentence, end)
        if whole:
            yield at, end
        at = sentence.find(phrase, end if whole else at + 1)


def take_apart(
    sentence: str, tests: Sequence[Tested], subject: str, not_judged: Sequence[tuple[str, str]]
) -> tuple[Part, ...]:
    """The parts of a sentence; a word that is tested is neither its subject nor left out."""
    tested = [
        (start, end, test)
        for test in tests
        for phrase in test.phrases
        for start, end in spans(sentence, phrase)
    ]
    told = [(phrase, Part("", "subject")) for phrase in phrases_of(subject)]
    told += [(phrase, Part("", "not judged", why=why)) for phrase, why in not_judged]
    named = [(*span, mark) for phrase, mark in told for span in spans(sentence, phrase)]
    edges = {edge for start, end, _ in [*tested, *named] for edge in (start, end)}
    return tuple(
        _part(sentence[start:end], start, end, tested, named)
        for start, end in pairwise(sorted({0, *edges, len(sentence)}))
    )


def _part(
    text: str,
    start: int,
    end: int,
    tested: list[tuple[int, int, Tested]],
    named: list[tuple[int, int, Part]],
) -> Part:
    """What a stretch of a sentence is, in which no phrase begins or ends."""
    tests = [test for first, last, test in tested if first <= start and end <= last]
    if tests:
        held = {test.holds for test in tests}
        outcome = "partly" if len(held) > 1 else "yes" if True in held else "no"
        ending = {test.row for _, last, test in tested if last == end}
        rows = tuple(sorted({test.row for test in tests}))
        return Part(text, "tested", rows, tuple(sorted(ending)), outcome)
    marks = [mark for first, last, mark in named if first <= start and end <= last]
    return replace(marks[-1], text=text) if marks else Part(text, "plain")
