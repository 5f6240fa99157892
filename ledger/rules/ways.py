"""The rules for falls and rises: quotes and prose tell of a number by its sign."""

import re
from collections.abc import Iterator
from decimal import Decimal

from ledger.claim import Claim
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.pages import FIGURES, without_code
from ledger.passages import gives, quoted, words_of
from ledger.rules.proof import rows
from ledger.ways import both_ways, ways

Signs = dict[Decimal, set[int]]
MINUS = re.compile(r"(?:^|[\s(])[-−][$€£¥]?$")  # before a number
WORDS = {-1: "a fall", 1: "a rise"}


def quotes_go_the_way_of_values(content: Content) -> Iterator[Mistake]:
    """A change in per cent whose quote says that it fell is below zero, and one that rose above."""
    for claim, row in rows(content):
        value, proof = row.value, row.proof
        if claim.unit != "%" or not claim.signed or value.kind != "number" or not value.low:
            continue
        if not proof or proof.kind != "phrase":
            continue
        quoted = words_of(proof)
        ends = (abs(value.low), abs(value.high))
        told = {way for _, way, number in ways(quoted) if number in ends}
        if told == {-value.direction} and not both_ways(quoted):
            sentence = (
                f"the quote tells of {WORDS[-value.direction]}, and the value is {value.text}"
            )
            yield Mistake(content.table(claim), row.line, f"{sentence}. Correct its sign.")


def minuses_of_quotes_are_kept(content: Content) -> Iterator[Mistake]:
    """A number that its quote prints with a minus is below zero."""
    for claim, row in rows(content):
        proof, value = row.proof, row.value
        if not proof or proof.kind != "phrase" or value.kind != "number" or value.low <= 0:
            continue
        told = words_of(proof)
        if "-" not in told and "−" not in told:
            continue
        found = [one for one in quoted(told) if gives(one, value.low, claim.unit)]
        if found and all(MINUS.search(one.text[: one.at]) for one in found):
            sentence = f"the quote prints −{found[0].digits}, and the value is {value.text}"
            yield Mistake(content.table(claim), row.line, f"{sentence}. Correct its sign.")


def prose_goes_the_way_of_readings(content: Content) -> Iterator[Mistake]:
    """Prose says that a number fell or rose where a reading has it with that sign, if any has it
    with a sign.
    """
    claims = content.ledger.claims
    for claim in claims.values():
        if claim.signed:
            file = content.words(claim)[0]
            yield from _turned(file, claim.body, claim.body_line, [claim])
    for page in content.ledger.pages:
        shows = any(call.name in FIGURES for call in page.calls)
        if page.path.endswith(".md") and shows and all(id in claims for id in page.tells):
            told = [claims[id] for id in page.tells]
            yield from _turned(content.file(page.path), page.body, page.body_line, told)


def _turned(file: str, text: str, first_line: int, claims: list[Claim]) -> Iterator[Mistake]:
    """The numbers of a text that all of these claims' readings have with the other sign."""
    text = without_code(text)
    signs: Signs = {}
    for at, way, number in ways(text):
        signs = signs or _signs(claims)
        if signs.get(number) == {-way}:
            told = f"this tells of {WORDS[way]} by {number}%, and the readings of {WORDS[-way]}"
            line = first_line + text.count("\n", 0, at)
            yield Mistake(file, line, f"{told}. Correct the words or the reading.")


def _signs(claims: list[Claim]) -> Signs:
    """The numbers of claims with the ways that they go; both, where a claim counts no changes.

    What is yes or no has its numbers in words, in its note and its proof.
    """
    found: Signs = {}
    for claim in claims:
        values = [row.value for row in claim.readings] + ([claim.stated] if claim.stated else [])
        for value in values:
            if value.kind == "number":
                signs = {value.direction} if claim.signed and claim.unit == "%" else {-1, 1}
                for end in (value.low, value.high):
                    if end.is_finite():
                        found.setdefault(abs(end), set()).update(signs)
        for row in claim.readings:
            if row.value.kind == "fact":
                for _, way, number in ways(f"{row.note}; {row.proof.text if row.proof else ''}"):
                    found.setdefault(number, set()).add(way)
    return found


RULES: tuple[Rule, ...] = (
    quotes_go_the_way_of_values,
    minuses_of_quotes_are_kept,
    prose_goes_the_way_of_readings,
)
