"""The rules for what is worked out: its quotes hold what is summed, and what is summed is known."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from itertools import islice, pairwise

from ledger import values
from ledger.amounts import Amount, amounts
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.passages import meanings
from ledger.proofs import QUOTED, TRANSLATION
from ledger.reading import Reading
from ledger.rules.calendar import DAY, TURNED
from ledger.rules.proof import rows

# What is no amount: times, years, and names that hold digits, such as Q2 and GPT-4; and days.
NONE = re.compile(
    r"\b\d{1,2}:\d\d\b|\b(?:1[89]|20|21)\d\d\b(?![.,]\d)|(?<![$€£¥\w])(?!US\d)[A-Za-z]+[-–]?\d[\w.]*"
    r"|\b\d{1,2} [ap]\.m\."
)
# What gives the place of a number that a sum takes: the reader finds it there.
PLACE = re.compile(r"\b(?:lines?|pages?|tables?|rows?|columns?|records?|files?)\b", re.IGNORECASE)
WHOLE = Decimal(100)


def quotes_beside_sums_hold_what_is_summed(content: Content) -> Iterator[Mistake]:
    """Beside a sum a quote holds no other number than those of the sum, of its reading and its
    note; a quote that begins a proof is itself what is summed.
    """
    for claim, row in rows(content):
        text = _sum_of(row)
        if "“" not in text[1:] or row.value.kind != "number" or text.startswith("“"):
            continue
        plain = _plain(text)
        told = " ".join([plain, *TRANSLATION.findall(text), row.value.text, row.note, row.name])
        own = [*_numbers([told])]
        own += [abs(one - other) for one, other in pairwise([*_numbers([plain])][:2])]
        for quote in QUOTED.findall(text):
            for amount in _amounts(quote):
                if not any(_is_one(number, own) for number in meanings(amount, foreign=True)):
                    sentence = f"a quote holds {amount.digits}, which is no part of the sum"
                    remedy = "Correct one; or quote the shortest phrase that holds what is summed."
                    yield Mistake(content.table(claim), row.line, f"{sentence}. {remedy}")


def what_is_summed_is_on_record(content: Content) -> Iterator[Mistake]:
    """A number of a sum that names no place stands in a quote of its proof, in another reading, or
    in the note of its source.
    """
    known = _Known(content)
    for claim, row in rows(content) if content.sources_whole else ():
        text = _sum_of(row)
        if not text or row.value.kind != "number" or PLACE.search(_plain(text)):
            continue
        quoted = [*QUOTED.findall(text), *TRANSLATION.findall(text)]
        own = [*_numbers([*quoted, *(source.note or "" for source in row.sources)])]
        for amount in _amounts(_plain(text)):
            number = meanings(amount)[0]
            if _is_one(number, own) or _is_rate(number, own):
                continue
            if not known.besides(row, amount.plain):
                sentence = f"the sum takes {amount.digits}, which no quote and no other reading has"
                remedy = "Quote the words that give it, or say where it stands: a line, a page."
                yield Mistake(content.table(claim), row.line, f"{sentence}. {remedy}")


def _sum_of(row: Reading) -> str:
    return row.proof.rest if row.proof and row.proof.kind == "worked out" else ""


class _Known:
    """Which readings tell a number that is no sum's."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.found: dict[str, list[Reading]] = {}

    @cached_property
    def texts(self) -> list[tuple[Reading, str]]:
        """Every reading with all of its value and its proof."""
        return [
            (row, f"{row.value.text} {row.proof.text if row.proof else ''}".replace(",", ""))
            for _, row in rows(self.content)
        ]

    def besides(self, row: Reading, number: str) -> bool:
        """True when another reading than one tells a number."""
        found = self.found.get(number)
        if found is None:
            stands = re.compile(rf"(?<![\d.]){re.escape(number)}(?!\.?\d)")
            telling = (one for one, text in self.texts if number in text and _tells(one, stands))
            found = self.found[number] = [*islice(telling, 2)]
        return any(one is not row for one in found)


def _tells(row: Reading, stands: re.Pattern[str]) -> bool:
    """True when a number stands in a value, in a quote, or in a proof that names its place."""
    text = row.proof.text if row.proof else ""
    known = text if PLACE.search(text) else " ".join(QUOTED.findall(text))
    return bool(stands.search(f"{row.value.text} {known}".replace(",", "")))


def _plain(text: str) -> str:
    """A proof without its quotes and their translations."""
    return QUOTED.sub(" ", TRANSLATION.sub(" ", text))


def _amounts(text: str) -> Iterator[Amount]:
    for pattern in (DAY, TURNED, NONE):
        text = pattern.sub(" ", text)
    return amounts(text)


def _numbers(some: Iterable[str]) -> Iterator[Decimal]:
    for text in some:
        for amount in _amounts(text):
            yield from meanings(amount)


def _digits(number: Decimal) -> Decimal:
    """A number by its digits alone, which are the same in millions and in billions."""
    return number.scaleb(-number.adjusted()).normalize()


def _is_one(number: Decimal, own: list[Decimal]) -> bool:
    """True when a number is among these, in whatever unit or rounded to its own last digit; or is
    the per cent of one that is a factor, 14.6 of 1.146 and 3.9 of 0.961.
    """
    half = Decimal(1).scaleb(int(number.as_tuple().exponent)) * values.UNIT
    return any(
        _digits(one) == _digits(number)
        or abs(one - number) <= min(half, number * values.ROUNDED)
        or abs(one - 1) * WHOLE == number
        for one in own
    )


def _is_rate(number: Decimal, own: list[Decimal]) -> bool:
    """True when a number is the factor of a rise or fall that is among these."""
    return abs(number - 1) * WHOLE in own


RULES: tuple[Rule, ...] = (quotes_beside_sums_hold_what_is_summed, what_is_summed_is_on_record)
