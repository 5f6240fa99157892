"""What is missing: no mistakes, but what a claim or a source still lacks to be shown with all of
its proof.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.claim import Claim, Ledger
from ledger.prose import says_not_found

MOST = 5  # drafts by name in one line


@dataclass(frozen=True)
class Missing:
    """What one claim or one source lacks: its file, its id, and each thing in a few words."""

    file: str
    id: str
    lacks: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.file}: '{self.id}' lacks {', '.join(self.lacks)}"


def missing(ledger: Ledger, folder: str = "docs") -> tuple[list[Missing], list[Missing]]:
    """The claims and the sources that lack something; `folder` is how people see that of content.

    A draft is not checked yet, so that it lacks nothing more.
    """
    claims = [
        Missing(f"{folder}/claims/{claim.id}.md", claim.id, lacks)
        for claim in ledger.claims.values()
        if not claim.draft and (lacks := tuple(_of_claim(claim)))
    ]
    sources = [
        Missing(f"{folder}/sources.yml", source.id, lacks)
        for source in ledger.sources.values()
        if (lacks := tuple(n for n in ("origin", "read") if not getattr(source, n)))
    ]
    return claims, sources


def _of_claim(claim: Claim) -> Iterator[str]:
    if not claim.checked:
        yield "the day of the last check"
    judging = [row for row in claim.readings if row.role != "context"]
    if lines := [str(row.line) for row in judging if not row.proof]:
        yield f"a proof of what judges (line {', '.join(lines)} of its table)"
    yes = claim.stated and claim.stated.kind == "fact"
    if yes and claim.asked and not claim.taken_apart:
        yield "the words that its readings test"
    if claim.verdict.name == "Unsettled" and not claim.asked and not claim.searches:
        yield "a search on record"
    elif not claim.searches and next(says_not_found(claim.body, claim.body_line), None):
        yield "the search on record that its prose tells of"


def summed_up(ledger: Ledger) -> str:
    """The drafts and what is missing, in one line, or an empty string."""
    claims, sources = missing(ledger)
    told = []
    if claims:
        few = f"{len(claims)} {'claim lacks' if len(claims) == 1 else 'claims lack'}"
        told.append(f"{few} proofs, dates or words that are tested")
    if sources:
        few = f"{len(sources)} {'source lacks' if len(sources) == 1 else 'sources lack'}"
        told.append(f"{few} who wrote it or when it was read")
    rest = f"{'; '.join(told)}: `make missing` lists them." if told else ""
    drafts = [claim.id for claim in ledger.drafts]
    more = f" and {len(drafts) - MOST} more" if len(drafts) > MOST else ""
    waiting = f"Not checked yet: {', '.join(drafts[:MOST])}{more}."
    return " ".join([waiting] * bool(drafts) + [rest] * bool(rest))
