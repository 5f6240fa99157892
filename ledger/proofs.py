"""How a proof is written: from the text in a cell to a `Proof`, or to a sentence that says what to
write instead.
"""

import re
from math import ceil

from ledger.reading import Proof

LONGEST = 15  # words of a quote
TRANSLATED = "” (in English: "  # what stands behind a quote in another language
FORMS = (
    "Write a phrase in curly quotes, “…”, or a place, or `worked out: …`, or `not seen: told by …`"
)
_PHRASE = re.compile(r"“(?P<phrase>[^“”]*)”(?: \(in English: (?P<english>.+?)\))?(?P<rest>.*)")
_QUOTES = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")
QUOTED = re.compile("“([^“”]*)”")
TRANSLATION = re.compile(r"(?<=”) \(([^()]*)\)")  # of a quote in another language
_ENDS = re.compile("[“”]")  # of quotes
_ADDRESS = re.compile(r"https?://|\bwww\.")
_MARKS = re.compile(r"(worked out|not seen)\b(?P<colon>: ?)?(?P<rest>.*)", re.IGNORECASE)
# Letters of scripts that write no spaces between words; about two of them make a word.
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u1aaf\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def parse_proof(text: str) -> Proof | None:
    """Read the cell of a proof; an empty one is None.

    Raises ValueError with a sentence that says what to write instead.
    """
    if not text:
        return None
    if not quotes_end(text):
        raise ValueError("opens a quote and does not close it, or the other way round: “…”")
    for quote in (one or other for one, other in _QUOTES.findall(text)):
        if (count := _words(quote)) > LONGEST:
            told = f"quotes {count} words, '{quote[:30]}…'"
            raise ValueError(f"{told}. Quote {LONGEST} at most, and say the rest in your own words")
    if _ADDRESS.search(text):
        raise ValueError("holds a web address. The source has it; say where in it this stands")
    if text.startswith("“"):
        return _phrase(text)
    if match := _MARKS.match(text):
        return _told(text, match)
    if text[0] in "\"'‘„«»”＂＇「『《〈〝‹›‚‛‟":
        raise ValueError("begins with quotes of another kind. Write curly ones: “…”")
    return Proof(text, "place", rest=text)


def quotes_end(text: str) -> bool:
    """True when each “ of a text is followed by a ” before the next one, and no ” stands alone."""
    return not "".join(_ENDS.findall(text)).replace("“”", "")


def _phrase(text: str) -> Proof:
    match = _PHRASE.fullmatch(text)
    if not match or not match["phrase"].strip():
        raise ValueError(f"quotes nothing. {FORMS}")
    english, rest = match["english"] or "", match["rest"].lstrip(" ,;")
    if _FOREIGN.search(match["phrase"]) and not english:
        told = "quotes foreign words without a translation"
        raise ValueError(f"{told}. Add one behind the quote: “…” (in English: …)")
    return Proof(text, "phrase", match["phrase"], english, rest)


def _told(text: str, match: re.Match[str]) -> Proof:
    """What is worked out, or not seen."""
    kind, rest = match[1].lower(), match["rest"].strip()
    if match[1] != kind or not match["colon"] or not rest:
        what = "from what" if kind == "worked out" else "who tells it"
        like = "worked out: …" if kind == "worked out" else "not seen: told by …"
        raise ValueError(f"does not say {what}. Write it like `{like}`")
    if kind == "not seen" and not rest.startswith("told by "):
        raise ValueError("does not say who tells it. Write it like `not seen: told by …`")
    return Proof(text, kind, rest=rest.removeprefix("told by ") if kind == "not seen" else rest)


def _words(quote: str) -> int:
    """How many words a quote has."""
    dense = len(_DENSE.findall(quote))
    return len(_DENSE.sub(" ", quote).split()) + ceil(dense / 2)
