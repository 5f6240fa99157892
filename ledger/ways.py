"""Falls and rises in words, `slid 3.1%` or `3.1% lower`: which way a number goes by its text."""

import re
from collections.abc import Iterator
from decimal import Decimal

_FALL = "fell|dropped|declined|sank|lost|down|slid|plummet|plummeted|tumbled|slumped|plunged"
_RISE = "rose|gained|grew|climbed|up|jumped|surged|soared"
_WAY = re.compile(rf"\b(?:(?P<fall>{_FALL})|(?P<rise>{_RISE}))\b", re.IGNORECASE)
# What makes of the number behind it a level, or a fall of a rise: then its text tells no way.
_ELSE = re.compile(
    r"\b(?:to|from|not|never|no|(?<!more )(?<!less )than|back|half|rest|won|fall\w*"
    r"|drop|drops|declines?|declining|los(?:e|es|ing|s|ses)|ris(?:e|es|ing|en)|gains?|losers?|recover\w*"
    r"|regain\w*|eras\w*|par(?:ed|ing)|lower|higher|below|above"
    r"|increase\w*|decrease\w*|rall\w*|rebound\w*)\b",
    re.IGNORECASE,
)
_FALLING = re.compile(
    rf"\b(?:{_FALL}|fall\w*|drops?|declin\w+|lose\w*|losing|loss\w*|lower|below|decrease\w*|off)\b",
    re.I,
)
_RISING = re.compile(
    rf"\b(?:{_RISE}|ris(?:e|es|ing|en)|gains?|higher|above|increase\w*|recover\w*|re(?:gain|bound)\w*"
    r"|rall\w*)\b",
    re.I,
)
# Words that tell of ways beside a number, and else of places, ranks and verbs: set up, above all.
_NO_WAY = re.compile(r"\b(?:above|below|off|(?:up|down)(?! (?:by )?\d))\b", re.IGNORECASE)
_NUMBER = r"(?P<number>(?<![\w.,])\d[\d,]*(?:\.\d+)?)"
_SIGN = r"(?: ?[%％]|[\s-]per[\s-]?cent\b)"
_BEHIND = r"(?:\s(?:(?P<lower>lower|down)|(?P<higher>higher|up))\b(?! (?:to|from)\b))?"
_CHANGE = re.compile(rf"{_NUMBER}(?P<sign>{_SIGN})?{_BEHIND}", re.IGNORECASE)
_POINTS = re.compile(r"[$€£]?\d[\d,]*(?:\.\d+)?(?: points)?,? (?:or |\()[-−]?$")
_STOP = re.compile(r"[\d,;:.()“”]")  # no words before it tell of the number behind it
NEAR = 40  # characters
_OF_NUMBER_BEFORE = re.compile(rf"^{_SIGN}\s(?:lower|higher|down|up)\b", re.IGNORECASE)


def ways(text: str, bare: bool = False) -> Iterator[tuple[int, int, Decimal]]:
    """The numbers of per cent, or where `bare` all, that a text says something fell or rose by: the
    place of each, -1 or +1 for its way, and the number.
    """
    if not (bare or "%" in text or "cent" in text or "％" in text):
        return
    for match in _CHANGE.finditer(text):
        if not (match["sign"] or bare):
            continue
        found = {-1} if match["lower"] else {1} if match["higher"] else set[int]()
        before = text[max(0, match.start() - 2 * NEAR) : match.start()]
        clause = _STOP.split(_POINTS.sub("", before)[-NEAR:])[-1]
        words = _OF_NUMBER_BEFORE.sub("", clause, count=1)
        told = [-1 if one["fall"] else 1 for one in _WAY.finditer(words)]
        if _ELSE.search(words) or len(told) > 1:
            continue
        found |= {*told}
        if len(found) == 1:
            digits = match["number"].replace(",", "")
            yield match.start(), found.pop(), Decimal(digits)


def both_ways(text: str) -> bool:
    """True when a text has words for falls and for rises."""
    return bool(_FALLING.search(text) and _RISING.search(text))


def way_of(text: str) -> int:
    """-1 for a text that has words for falls alone, +1 for rises alone, and 0 for any other."""
    text = _NO_WAY.sub(" ", text)
    return bool(_RISING.search(text)) - bool(_FALLING.search(text))
