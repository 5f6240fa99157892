"""The numbers of prose: each is one of a claim's readings, in size and sign too."""

import re
from bisect import bisect_left
from calendar import month_name
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from ledger import grammar, pages
from ledger.amounts import spelt
from ledger.claim import Article, Claim
from ledger.sizes import Sizes, marked

Told = Iterator[tuple[int, str]]

_MONTHS = "|".join(month_name[1:])
# Each pattern stops at the end of its line at the latest, so that looking takes time in proportion
# to the text.
_NO_NUMBERS = re.compile(
    rf"""
    `[^`\n]*`                                                                # code
    | \]\((?:[^()\n]|\([^()\n]*\))*\) | ^\[[^\]\n]+\]:.*$ | https?://\S+       # addresses
    | &\#\w{{1,8}};                                                            # letters by number
    | \{{\{{[^{{}}\n]*\}}\}}                                                     # blocks
    | \b\d{{1,2}}\ (?:{_MONTHS})\b | \b(?:{_MONTHS})\ \d{{1,2}}\b                 # days
    | \b\d{{1,2}}(?:\ (?:to|and)\ )(?=\d{{1,2}}\ (?:{_MONTHS})\b)                # 24 to 27 January
    | \b(?:18|19|20|21)\d\d(?:-\d\d){{0,2}}(?![.,]?\d)\b | \b(?:19|20)\d\ds\b   # years and dates
    | \b\d{{1,2}}:\d\d\b | \b\d{{1,2}}\ [ap]\.m\.                               # times of day
    | [A-Za-z][-–]?\d[\w.]*\b                                                # names: R1, GPT-4o
    | ^\s*\d+(?:\.\)?|\))\s                                                     # marks of a list
    | \[\^[^\[\]\n]+\] | ^\#+\d+                                                # told by `misread`
    """,
    re.VERBOSE | re.MULTILINE,
)
_NUMBER = re.compile(r"(?<![\w.,])[-+−]?\d[\d,]*(?:\.\d+)?")
_DIGIT = re.compile(r"\d")
_SIZED = re.compile(
    r"[%％$€£¥]|illion|thousand|\d ?[bmt]n\b|per[\s-]?cent|dollars|euros|yuan|yen\b"
)
_ADDRESSES = re.compile(
    r"`[^`\n]*`|\]\((?:[^()\n]|\([^()\n]*\))*\)|^\[[^\]\n]+\]:.*$|https?://\S+|\{\{[^{}\n]*\}\}",
    re.MULTILINE,
)
_REMEDY = "Write a number that is, add a reading that gives it, or tell it without a number."
_DIGITS = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")


def numbers_of(claim: Claim) -> set[Decimal]:
    """Every number that a claim's prose may use: all that its sentence and its table hold."""
    texts = [claim.stated.text if claim.stated else "", claim.sentence, claim.unit]
    for reading in claim.readings:
        texts += [reading.name, reading.value.text, reading.note, *map(str, reading.extra.values())]
    found = {digits.replace(",", "") for digits in _DIGITS.findall(" \n".join(texts))}
    return {Decimal(digits) for digits in found if len(digits) < grammar.LONGEST}


def loose_numbers(
    text: str, first_line: int, allowed: Iterable[Decimal], article: Article, among: str
) -> Told:
    """Every number in the prose is one of the allowed ones, or a simple rounding of one.

    A rounding is simple when the number agrees with it by the verdict's own rule.
    Dates, times, names that hold digits, code and addresses do not count.
    """
    if not _DIGIT.search(text):
        return
    text = _without_names(text, article.names)
    numbers = sorted(allowed)
    # Nearly all are written as they stand in the table; of the others it is asked what they mean.
    written = {one for one in map(str, numbers) if len(one) <= grammar.MOST_DIGITS}
    known: dict[str, bool] = {}
    for line, row in enumerate(text.split("\n"), first_line):
        if all(_digits_of(number) in written for number in _NUMBER.findall(row)):
            continue  # the more so without what does not count
        row = _NO_NUMBERS.sub(lambda match: " " * len(match.group()), row)
        found = dict.fromkeys(number.rstrip(",") for number in _NUMBER.findall(row))
        for number in found:
            plain = _digits_of(number)
            if plain not in known:
                known[plain] = plain in written or _among(plain, numbers)
            if not known[plain]:
                yield line, f"{number[: grammar.LONGEST]} is not among {among}. {_REMEDY}"


def loose_figures(
    text: str,
    first_line: int,
    allowed: Iterable[Decimal],
    sizes: Sizes,
    article: Article,
    among: str,
) -> Told:
    """Every number in the prose is an allowed one, and every one that a size word or a sign marks,
    `$246 billion`, `3.1%` or `two million`, is one of these in size and sign too.
    """
    done = set()
    for line, sentence in loose_numbers(text, first_line, allowed, article, among):
        done.add(line)
        yield line, sentence
    if not _SIZED.search(text):
        return
    text = _without_names(text, article.names)
    text = _ADDRESSES.sub(lambda match: " " * len(match.group()), text)
    figures = [one for one in marked(text) if one.power or one.sign]
    for one in sorted([*figures, *spelt(text)], key=lambda one: one.at):
        if sizes.hold(one):
            continue
        line = first_line + text.count("\n", 0, one.at)
        if line not in done:
            shown = " ".join(one.shown.split())[: grammar.LONGEST]
            yield line, f"{shown} is not among {among}. {_REMEDY}"


@lru_cache(maxsize=4)  # of a text first all numbers are asked for, and then its figures
def _without_names(text: str, names: tuple[str, ...]) -> str:
    """Prose with spaces in the place of fenced code and of names that hold digits."""
    text = pages.without_code(text)
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " " * len(name))
    return text


def _digits_of(number: str) -> str:
    """A number of prose without its sign and the marks of its thousands."""
    return number.replace(",", "").lstrip("+-−")


def _among(printed: str, numbers: list[Decimal]) -> bool:
    """True when one of these numbers, in their order, agrees with a printed one."""
    try:
        agreeing = grammar.parse(printed, "number").agreeing()
    except ValueError:  # too long, or digits of another script
        return False
    at = bisect_left(numbers, agreeing.low)
    return at < len(numbers) and numbers[at] <= agreeing.high
