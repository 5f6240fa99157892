"""How a value is written: from the text in a cell to a `Value`, or to a sentence that says what to
write instead.
"""

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal

from ledger.values import DAY, NUMBER, Value

LONGEST = 40  # characters; no value of the grammar needs more
MOST_DIGITS = 15  # of a number; a chart cannot tell apart more, and nobody can read them
YEARS = range(1800, 2201)

EXAMPLES = {
    "number": "-6.5, about 5, at most 5.6, more than 21, 90 to 95",
    "date": "2024, 2024-09, 2024-09-20, by 2029",
    "fact": "yes, no",
}


def _pattern(atom: str, relations: str) -> re.Pattern[str]:
    hedged = rf"(?:(?P<relation>{relations}) )?(?P<low>{atom})"
    return re.compile(rf"{hedged}(?: to (?P<high>{atom}))?", re.ASCII)


PATTERNS = {
    "number": _pattern(NUMBER, "about|at most|at least|less than|more than"),
    "date": _pattern(DAY, "about|by|before|after"),
}
_BLANKS = re.compile(" {2,}")
_NEEDLESS = re.compile(r"[-+−]?0\d|[-−]0(?:\.0+)?$")  # a zero or a sign that says nothing

# What people write instead, and what to do about it: the first that fits is told.
_CAUSES = {
    "number": (
        (r"#[A-Z/0!?]+|#+", "is what a spreadsheet shows for an error. Type the number again"),
        (r".*[０-９].*", "holds digits of another width. Type the number again"),
        (r"\d{1,4}[/.]\d{1,2}[/.]\d{2,4}|\d+-[A-Za-z]+|[A-Za-z]{3}-\d+",
         "is a date that a spreadsheet made. Type the number again"),
        (r"[“”„‘’«»].*|.*[“”„‘’«»]", "holds curly quotes. Take them out"),
        (r"[-+−]?\d{1,3}(?:[, '’_\u00a0\u202f]\d{3})+(?:\.\d+)?",
         "marks the thousands. Write the digits without a mark: {digits}"),
        (r"[-+−]?\d{1,3}(?:\.\d{3}){2,}",
         "marks the thousands. Write the digits without a mark: {whole}"),
        (r"[-+−]?\d+,\d+", "holds a comma. Write the decimals after a point: {point}"),
        (rf"({NUMBER})[-–—]({NUMBER})", "is a range. Write it as {range}"),
        (r"[–—]\d[\d.]*", "begins with a dash. Write the minus as a hyphen: {minus}"),
        (r"[-+]?\d+(?:\.\d+)?[eE][-+]?\d+",
         "is short for a longer number. Write all of its digits"),
        (rf"\(({NUMBER})\)|({NUMBER})[-−]", "is how a ledger writes a fall. Write -{bare}"),
        (rf"['`]({NUMBER})", "begins with a quote. Write {bare}"),
        (rf"(?:~|≈|ca\.?|c\.|circa|approx\.?|approximately|around|roughly) ?({NUMBER})",
         "is said in another way here. Write about {bare}"),
        (rf"(?:<|under|below|up to) ?({NUMBER})",
         "is a bound. Write less than {bare} or at most {bare}"),
        (rf"(?:>|over|above) ?({NUMBER})|({NUMBER})\+",
         "is a bound. Write more than {bare} or at least {bare}"),
        (r"[-+−]?\.\d+|[-+−]?\d+\.",
         "lacks a digit beside its point. Write it with one, like 0.5"),
        (r"(?i)true|false|y|n|ja|nein|oui|non|yes|no",
         "is no number. For a statement of yes or no, write `stated: yes`"),
        (r"0[xX][0-9a-fA-F]+", "is a number for programs. Write its digits as people do"),
        (r"\d{4}-\d\d-\d\d.*", "is a day. Write `unit: date` for a day, or the number"),
        (rf"\$ ?({NUMBER})|({NUMBER}) ?[%$€£A-Za-z].*",
         "holds its unit. The field `unit` says it; write only {bare}"),
    ),
    "date": (
        (r".*[０-９].*", "holds digits of another width. Type the date again"),
        (r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d+-[A-Z][a-z]+(?:-\d+)?|[A-Z][a-z]{2}-\d+",
         "is a date that a spreadsheet rewrote. Write it like 2024-09-20"),
        (rf"({DAY})[–—]({DAY})", "is a range. Write it as {range}"),
    ),
    "fact": (),
}  # fmt: skip


def parse(text: str, kind: str) -> Value:
    """Read one value written in the grammar; `kind` is `number`, `date` or `fact`.

    Raises ValueError with a sentence that says what to write instead.
    """
    text = _BLANKS.sub(" ", text.strip())
    if len(text) > LONGEST:
        told = f"'{text[:LONGEST]}…' is too long for a value"
        raise ValueError(f"{told}. Write it like one of these: {EXAMPLES[kind]}")
    if kind == "fact":
        if text not in ("yes", "no"):
            raise ValueError(f"'{text}' is neither yes nor no. Write one of them, in small letters")
        truth = Decimal(text == "yes")
        return Value(text, kind, truth, truth)
    match = PATTERNS[kind].fullmatch(text)
    if not match or (match["high"] and match["relation"]):
        raise ValueError(_refusal(text, kind))
    low, high = match["low"], match["high"] or match["low"]
    if kind == "number":
        for end in dict.fromkeys((low, high)):
            _see_digits(text, end)
        first, last = (Decimal(end.replace("−", "-")) for end in (low, high))
        if last < 0 < first:
            told = f"'{text}' begins above zero and ends below"
            remedy = f"Write {high} to {low}; or if both are falls, -{low} to {high}"
            raise ValueError(f"{told}. {remedy}")
        if 0 <= last < first:
            raise ValueError(f"'{text}' ends below its begin. Write {high} to {low}")
        ends = sorted((first, last))
    else:
        ends = [_day(low, last=False), _day(high, last=True)]
        if ends[0] > ends[1]:
            raise ValueError(f"'{text}' ends before it begins. Write the earlier date first")
    relation = match["relation"] or ("to" if match["high"] else "")
    return Value(text, kind, ends[0], ends[1], relation)


def _see_digits(text: str, number: str) -> None:
    """Refuse a number that cannot be shown as it is written."""
    if _NEEDLESS.match(number):
        plain = re.sub(r"0+(?=\d)", "", number, count=1)
        told = f"'{text}' has a zero or a sign that says nothing"
        raise ValueError(f"{told}. Write {plain.lstrip('-−') if not Decimal(plain) else plain}")
    if len(number) > MOST_DIGITS and len(re.sub(r"\D", "", number)) > MOST_DIGITS:
        told = f"'{text}' has more than {MOST_DIGITS} digits"
        raise ValueError(f"{told}. Count in a larger unit, like millions, or round it")


def _refusal(text: str, kind: str) -> str:
    """What is wrong with a text that is no value, and what to write instead."""
    for pattern, sentence in _CAUSES[kind]:
        match = re.fullmatch(pattern, text, re.ASCII)
        if match:
            found = [part for part in match.groups() if part]
            return f"'{text}' " + sentence.format(
                digits=re.sub(r"[^\d.+-]", "", text.replace("−", "-")),
                whole=re.sub(r"[^\d+-]", "", text.replace("−", "-")),
                point=text.replace(",", "."),
                range=" to ".join(found),
                minus="-" + text[1:],
                bare=found[0] if found else "",
            )
    told = f"'{text}' is not a {kind} that the site can read"
    return f"{told}. Write it like one of these: {EXAMPLES[kind]}"


def _day(text: str, last: bool) -> Decimal:
    """The first or last day that a date written to any precision stands for."""
    year, *rest = map(int, text.split("-"))
    try:
        if year not in YEARS:
            raise ValueError
        month = rest[0] if rest else 12 if last else 1
        day = rest[1] if len(rest) > 1 else monthrange(year, month)[1] if last else 1
        found = date(year, month, day)
    except ValueError:
        told = f"'{text}' is not in the calendar"
        raise ValueError(f"{told}. Write dates like {EXAMPLES['date']}") from None
    return Decimal(found.toordinal())
