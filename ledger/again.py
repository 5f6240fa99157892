"""One claim again, as its files are now, with all else as it was read before."""

from dataclasses import replace

from ledger.claim import Ledger
from ledger.files import Folder
from ledger.forms import read_forms
from ledger.mistakes import gather
from ledger.pairs import Known, judged, read_pair
from ledger.references import look_up


def read_again(ledger: Ledger, stem: str) -> Ledger | None:
    """The ledger with one claim of it read again; None where only the whole can be read.

    It is held to the rules of its own files alone: whoever shows it reads the whole afterwards.
    """
    if stem not in ledger.claims:
        return None
    folder = Folder(ledger.docs)
    forms, mistakes = gather(read_forms())
    pair, more = gather(read_pair(Known(folder, forms, ledger.article, ledger.sources), stem))
    if mistakes or more or not pair.claim:
        return None
    readings, mistakes = gather(look_up(stem, {stem: pair.rows}))
    if mistakes or readings is None:  # it may show a reading of another claim
        return None
    claim = judged(pair.claim, readings)
    return replace(ledger, claims={**ledger.claims, stem: claim})
