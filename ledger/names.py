"""Which claims are named where, so that what names a claim that is not there gets the right hint:
a slip in typing, or a claim whose files have another name now.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from ledger.files import fault_of_claim_id
from ledger.mistakes import did_you_mean

NEAR = 0.85  # how alike a slip in typing is to what was meant, at least


@dataclass(frozen=True)
class Names:
    """The ids of all claims, the drafts among them, and how often each id is named anywhere."""

    stems: frozenset[str]
    drafts: frozenset[str]
    named: Mapping[str, int]

    @cached_property
    def unnamed(self) -> list[str]:
        """The claims that nothing names, though they are no drafts."""
        every = sorted(self.stems - self.drafts - {*self.named})
        return [id for id in every if not fault_of_claim_id(id)]

    def hint(self, id: str, none: str) -> str:
        """What to do about the id of a claim that is not there, else `none`."""
        slip = get_close_matches(id[:100], self.stems, n=1, cutoff=NEAR)
        meant = get_close_matches(id[:100], self.unnamed, n=1)
        meant = meant or (self.unnamed if len(self.unnamed) == 1 else [])
        if not meant or (slip and slip[0] not in self.unnamed and self.named.get(id, 0) < 2):
            return did_you_mean(id, self.stems, none) if not self.unnamed or slip else none
        told = f"Nothing names the claim '{meant[0]}': is it this one, renamed?"
        return f"{told} Then write its new id here, or give its files the old one back."


def count_names(*ids: Iterable[str]) -> Counter[str]:
    """How often each id is named in several lists of them."""
    return Counter(id for some in ids for id in some if id)


def halves(files: Iterable[Path]) -> dict[Path, str]:
    """The missing files of claims with one file, where another claim lacks the other one: what to
    say of each.
    """
    there = {path.name: path for path in files if not path.name.endswith(".series.csv")}
    lone = [path for name, path in there.items() if _other(name) not in there]
    words = [path for path in lone if path.suffix == ".md"]
    tables = [path for path in lone if path.suffix == ".csv"]
    found = {}
    for path in sorted(words):
        names = [one.stem for one in sorted(tables)]
        close = get_close_matches(path.stem, names, n=1) or (names if len(names) == 1 else [])
        if not close:
            continue
        other = path.with_name(f"{close[0]}.csv")
        tables.remove(other)
        remedy = "Was it renamed? Give both files of a claim one name."
        for one, there_is, what in ((other, path, "table"), (path, other, "words")):
            missing = one.with_name(_other(one.name))
            found[missing] = f"the file is missing, and {there_is.name} has no {what}. {remedy}"
    return found


def _other(name: str) -> str:
    """The other file of a claim with one: its words or its table."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{'csv' if ending == 'md' else 'md'}"
