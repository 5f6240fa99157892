"""Hedges and bounds in words, `about 3.1%` or `more than 12%`: which relations of a value they say.

English has most of its words here, other languages the usual ones; of words that are not known
nothing is said.
"""

import re
from calendar import month_name
from typing import NamedTuple

from ledger.amounts import Amount, amounts, money_before

ABOUT, MORE, LEAST, LESS, MOST, RANGE = (
    "about",
    "more than",
    "at least",
    "less than",
    "at most",
    "to",
)
PLAIN = ""  # the relation of a number that stands without such words
_TOLD: dict[tuple[str, ...], str] = {
    (ABOUT,): (
        "about|around|roughly|approximately|approx.|approx|circa|c.|ca.|ca|in the region of|etwa"
        "|rund|ungefähr|zirka|cirka|alrededor de|cerca de|aproximadamente|environ|ongeveer|omkring"
    ),
    (ABOUT, PLAIN): "some|estimated|estimated at|near|unos|unas|algunos|algunas|quelque",
    (ABOUT, MORE): (
        "just over|just above|just more than|slightly over|slightly above|slightly more than"
        "|a little over|a little more than|a bit over|a bit more than"
    ),
    (ABOUT, LESS): (
        "nearly|almost|just under|just below|just short of|close to|approaching|knapp|fast|beinahe"
        "|casi|presque|près de|quasi|bijna|næsten|nästan|quase"
    ),
    (MORE,): (
        "more than|greater than|higher than|larger than|bigger than|over|above|exceed|exceeds"
        "|exceeded|exceeding|in excess of|upwards of|beyond|topped|topping|surpassed|surpassing"
        "|mehr als|über|más de|plus de|più di|oltre|meer dan|ruim|mere end|mais de"
    ),
    (LEAST,): (
        "at least|no less than|no fewer than|not less than|not fewer than|a minimum of|mindestens"
        "|wenigstens|al menos|por lo menos|au moins|almeno|minstens|mindst|pelo menos"
    ),
    (LESS,): (
        "less than|fewer than|lower than|smaller than|under|below|weniger als|unter|menos de"
        "|moins de|meno di|minder dan|mindre end"
    ),
    (MOST,): (
        "at most|up to|no more than|not more than|as much as|as many as|as high as|as far as"
        "|a maximum of|höchstens|bis zu|maximal|como máximo|au plus|al massimo|hoogstens|højst"
    ),
}
_SAYS = {
    phrase: frozenset(says) for says, phrases in _TOLD.items() for phrase in phrases.split("|")
}
_LONGEST = max(len(phrase.split()) for phrase in _SAYS)  # words
_MARKED = {
    mark: frozenset(says)
    for says, marks in (
        ({ABOUT}, "~ ≈ 约 約"),
        ({ABOUT, LESS}, "近"),
        ({MORE}, "超过 超 逾"),
        ({LEAST}, "至少"),
        ({LESS}, "不到"),
        ({MOST}, "最多"),
    )
    for mark in marks.split()
}
_WENT = ("is", "was", "went", "rose", "climbed")  # up to: as far as that, and not at most
_SPACES = r"[\s*_]*"
_MONEY = rf"(?:(?:US|A|C|HK)?[$€£¥])?{_SPACES}"
# What may stand between such words and a number.
_GAP = re.compile(
    rf"(?:\s(?:an?|un[ae]?|eine?|een))?{_SPACES}(?:(?:USD|EUR|GBP|RMB|CNY)\s)?{_MONEY}$", re.I
)
_GAP_LENGTH = 12  # characters
_BEHIND = re.compile(
    r"\s?(?:(?P<about>or so\b|or thereabouts\b|左右)|(?P<more>\+|[- ]plus\b)"
    r"|(?P<least>(?:or|and) (?:more|higher|above|up)\b|oder mehr\b|以上)"
    r"|(?P<most>or (?:less|fewer|lower|under)\b))",
    re.IGNORECASE,
)
_SAID_BEHIND = {"about": ABOUT, "more": MORE, "least": LEAST, "most": MOST}
_LASTS = re.compile(r"\s(?:trading )?(?:year|month|week|day|hour|decade|quarter|session)s?\b", re.I)
_IN_BRACKETS = re.compile(r"(?:\w+ ){0,4}\S*\d[^()\d]*\([^()\d]*$")
_NEAR = 40  # characters
_OF_DATES = {"by": "by", "until": "by", "before": "before", "after": "after"}
_DATE = (
    rf"(?:(?P<relation>{'|'.join(_OF_DATES)})\s)?(?:the (?:end|start|beginning) of )?"
    rf"(?:\d{{1,2}} )?(?:(?:{'|'.join(month_name[1:])}) )?(?:\d{{1,2}}, )?"
)
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_JOINED = re.compile(rf"{_SPACES}[-–]{_SPACES}[$€£¥]?\d")
_JOINED_BEFORE = re.compile(rf"(?<![\w.,-]){_NUMBER}\s?%?{_SPACES}[-–]{_SPACES}{_MONEY}$")
_BETWEEN = re.compile(rf"\b(?:between|zwischen|entre){_SPACES}{_MONEY}$", re.IGNORECASE)
_AND = re.compile(rf"\s(?:and|to|und|y|et){_SPACES}{_MONEY}\d")
_BETWEEN_BEFORE = re.compile(
    rf"\b(?:between|zwischen|entre) {_MONEY}\d[^;:()]{{0,24}}\s(?:and|to|und|y|et)\s{_MONEY}$",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"\sto\s(?P<money>[$€£¥])?{_NUMBER}(?:\s?[%％]|\sper ?cent|\s?(?:[mb]|tr)illion|\s?bn)", re.I
)
_TO_BEFORE = re.compile(rf"(?<![\w.,$€£¥])(?P<money>[$€£¥])?{_NUMBER}\sto\s[$€£¥]?$")
_FROM = re.compile(r"\bfrom\b", re.IGNORECASE)  # from 3.1 to 2.4 is no range, but a change


class Hedge(NamedTuple):
    """The relations of a value that the words at an amount allow, and the amount with its words."""

    relations: frozenset[str]
    words: str


def hedge(one: Amount) -> Hedge:
    """What the words at an amount say of it; a plain number allows `PLAIN`."""
    first = max(0, one.at - _NEAR)
    before, behind = one.text[first : one.at], one.text[one.end : one.end + _NEAR]
    if place := _in_range(one, before, behind):
        return Hedge(frozenset({RANGE, LEAST if place == "first" else MOST}), _range(one, place))
    says, words = _before(before)
    if words.lower().startswith("over ") and _LASTS.match(behind):  # over three years
        says, words = set(), ""
    end = one.end
    if match := _BEHIND.match(behind):
        says.add(_SAID_BEHIND[match.lastgroup or ""])
        end += match.end()
    if _IN_BRACKETS.search(before):  # what an amount in another unit says, it may say too
        others = [*amounts(before)][-1:]
        says |= {PLAIN}.union(*(hedge(other).relations for other in others))
    words = (words or money_before(one.text, one.at)) + one.text[one.at : end]
    return Hedge(frozenset(says or {PLAIN}), " ".join(words.split()).strip(" ,*_-"))


def _before(text: str) -> tuple[set[str], str]:
    """What the last words of a text say of the number behind it, and these words."""
    says: set[str] = set()
    rest = text
    while True:
        gap = _GAP.search(rest, max(0, len(rest) - _GAP_LENGTH))
        plain = rest[: gap.start()] if gap else rest
        found = _phrase(plain)
        if not found:
            return says, text[len(rest) :] if says else ""
        says |= _MARKED[found] if found in _MARKED else _SAYS[found.lower()]
        rest = plain.removesuffix(found)


def _phrase(text: str) -> str:
    """The longest hedge that ends a text, or an empty string."""
    for mark in _MARKED:
        if text.endswith(mark):
            return mark
    words = text.split(" ")
    for count in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(words[-count:]).lstrip("(“\"'*_")
        if phrase.lower() in _SAYS:
            went = phrase.lower() == "up to" and words[-count - 1 : -count]
            return "" if went and went[0] in _WENT else phrase
    return ""


def dates(words: str, year: int) -> list[Hedge]:
    """What some words say of each date of this year."""
    found = re.finditer(rf"(?<![\w-]){_DATE}{year}\b", words, re.IGNORECASE)
    return [
        Hedge(frozenset({_OF_DATES.get((one["relation"] or "").lower(), PLAIN)}), one.group())
        for one in found
    ]


def _range(one: Amount, place: str) -> str:
    """A range of which an amount is the first or the last."""
    if place == "first":
        other = re.match(rf"\D{{1,12}}{_NUMBER}\s?%?", one.text[one.end :])
        return one.text[one.at : one.end + (other.end() if other else 0)]
    other = re.search(rf"{_NUMBER}\D{{1,12}}$", one.text[: one.at])
    return one.text[other.start() if other else one.at : one.end]


def _in_range(one: Amount, before: str, behind: str) -> str:
    """Whether an amount is the first or the last of a range, or an empty string."""
    if _JOINED.match(behind) or (_BETWEEN.search(before) and _AND.match(behind)):
        return "first"
    if _JOINED_BEFORE.search(before) or _BETWEEN_BEFORE.search(before):
        return "last"
    money = bool(money_before(one.text, one.at))
    bare = one.text[one.end - 1].isdigit()
    match, place = (_TO.match(behind), "first") if bare else (_TO_BEFORE.search(before), "last")
    return place if match and bool(match["money"]) is money and not _FROM.search(before) else ""
