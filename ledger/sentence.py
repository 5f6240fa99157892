"""The sentence of a claim taken apart: which words a reading tests, and which nothing judges."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

BETWEEN = " | "  # between phrases in one cell or field


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
    for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", sentence):
        yield match.span()


def take_apart(
    sentence: str, tests: Sequence[Tested], subject: str, not_judged: Sequence[tuple[str, str]]
) -> tuple[Part, ...]:
    """The parts of a sentence; a word that is tested is neither its subject nor left out."""
    marks = [Part("", "plain")] * len(sentence)
    told = [(phrase, Part("", "subject")) for phrase in phrases_of(subject)]
    told += [(phrase, Part("", "not judged", why=why)) for phrase, why in not_judged]
    for phrase, mark in told:
        for start, end in spans(sentence, phrase):
            marks[start:end] = [mark] * (end - start)
    rows: list[tuple[int, ...]] = [()] * len(sentence)
    ends: dict[int, set[int]] = {}
    for test in tests:
        for start, end in (place for words in test.phrases for place in spans(sentence, words)):
            rows[start:end] = [tuple(sorted({*at, test.row})) for at in rows[start:end]]
            ends.setdefault(end, set()).add(test.row)
    holding = {test.row: test.holds for test in tests}
    for at, numbers in enumerate(rows):
        if numbers:
            found = {holding[number] for number in numbers}
            outcome = "partly" if len(found) > 1 else "yes" if True in found else "no"
            marks[at] = Part("", "tested", numbers, outcome=outcome)
    return tuple(_joined(sentence, marks, ends))


def _joined(sentence: str, marks: list[Part], ends: dict[int, set[int]]) -> Iterator[Part]:
    """Neighbouring letters with one mark as one part."""
    start = 0
    for end in range(1, len(sentence) + 1):
        if end == len(sentence) or marks[end] != marks[start]:
            ending = tuple(sorted(ends.get(end, ())))
            yield replace(marks[start], text=sentence[start:end], ending=ending)
            start = end
