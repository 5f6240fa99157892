"""The pictures of many claims that pages call by a block, by the name of each."""

from collections.abc import Iterable

from charts.passages import Extract, extract
from ledger.claim import Claim, Ledger


def name_of(block: str, arguments: Iterable[str]) -> str:
    """The name of the picture that a block shows."""
    return "-".join([block, *arguments])


def clocks(ledger: Ledger) -> dict[str, tuple[Claim, ...]]:
    """The claims of every clock that a page calls."""
    return {
        name_of("clock", ids): tuple(ledger.claims[id] for id in ids)
        for ids in _arguments(ledger, "clock")
        if ids and all(id in ledger.claims and ledger.claims[id].form == "clock" for id in ids)
    }


def xrays(ledger: Ledger) -> dict[str, Extract]:
    """What every X-ray that a page calls shows; without lengths of words there is none."""
    found = {
        name_of("xray", sections): extract(ledger, sections)
        for sections in _arguments(ledger, "xray")
    }
    return {name: part for name, part in found.items() if part.passages}


def _arguments(ledger: Ledger, block: str) -> list[tuple[str, ...]]:
    """The arguments of every call of a block."""
    calls = [call for page in ledger.pages for call in page.calls if call.name == block]
    return [call.arguments for call in calls if call.arguments is not None]
