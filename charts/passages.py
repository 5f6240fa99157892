"""The article as its X-ray shows it: paragraphs as lengths of words, and the numbers among them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from ledger.claim import Ledger


@dataclass(frozen=True)
class Number:
    """A printed number that a claim covers: the place of its first word, its claim and verdict."""

    at: int
    text: str
    claim: str
    verdict: str


@dataclass(frozen=True)
class Passage:
    """A paragraph: the name of the section that begins with it, its first word, its words."""

    head: str
    first: int
    lengths: tuple[int, ...]
    numbers: tuple[Number, ...]


@dataclass(frozen=True)
class Extract:
    """Some paragraphs of the article, whose title it bears, or the `whole` of it."""

    article: str
    passages: tuple[Passage, ...]
    whole: bool

    @property
    def numbers(self) -> list[Number]:
        """All its numbers."""
        return [number for passage in self.passages for number in passage.numbers]


def extract(ledger: Ledger, sections: Sequence[str] = ()) -> Extract:
    """The paragraphs of some sections, or of the whole article, with their numbers."""
    names = ledger.article.sections if ledger.article else {}
    firsts = accumulate((len(part.lengths) for part in ledger.paragraphs), initial=1)
    found, before = [], ""
    for part, first in zip(ledger.paragraphs, firsts, strict=False):
        if sections and part.where not in sections:
            continue
        begins = part.where != before and len(sections) != 1
        numbers = _numbers(ledger, range(first, first + len(part.lengths)))
        head = names.get(part.where, "") if begins else ""
        found.append(Passage(head, first, part.lengths, numbers))
        before = part.where
    title = ledger.article.title if ledger.article else ""
    return Extract(title, tuple(found), not sections)


def _numbers(ledger: Ledger, places: range) -> tuple[Number, ...]:
    """The numbers at some places that a claim covers; a draft has no verdict yet."""
    found = []
    for printed in ledger.printed:
        claim = ledger.claims.get(printed.claim_id)
        if claim and printed.at in places:
            verdict = "" if claim.draft else claim.verdict.name
            found.append(Number(printed.at or 0, printed.text, claim.id, verdict))
    return tuple(found)
