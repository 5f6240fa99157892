"""How claims stand, counted apart: figures that are printed, and statements taken apart by people.

They are made differently: a figure is measured against a figure, while of a statement somebody has
chosen what is asked. One sum of both would say less than either.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ledger.verdict import VERDICTS, Verdict

if TYPE_CHECKING:
    from ledger.claim import Claim, Ledger


@dataclass(frozen=True)
class Tally:
    """The claims of one kind by verdict, in the order of the verdict table; only what occurs."""

    name: str
    claims: tuple[tuple[Verdict, tuple["Claim", ...]], ...]

    @property
    def counts(self) -> tuple[tuple[Verdict, int], ...]:
        """How many claims there are of each verdict."""
        return tuple((verdict, len(found)) for verdict, found in self.claims)

    @property
    def total(self) -> int:
        """How many claims there are."""
        return sum(number for _, number in self.counts)


def tallies(ledger: "Ledger") -> tuple[Tally, ...]:
    """The tally of printed figures and that of statements; neither where there is nothing in it."""
    judged = [claim for claim in ledger.claims.values() if not claim.draft]
    figures = [claim for claim in judged if claim.stated and claim.stated.kind != "fact"]
    statements = [claim for claim in judged if not claim.stated or claim.stated.kind == "fact"]
    both = (_tally("printed figures", figures), _tally("statements", statements))
    return tuple(tally for tally in both if tally.total)


def _tally(name: str, claims: Sequence["Claim"]) -> Tally:
    by_verdict = ((one, tuple(c for c in claims if c.verdict is one)) for one in VERDICTS)
    return Tally(name, tuple((one, found) for one, found in by_verdict if found))
