"""What a field or a cell may hold: plain words, days, addresses.

Each check returns what it was given, or raises ValueError with a sentence that says what to write.
"""

import re
from calendar import month_name
from datetime import date

from ledger import letters

PLACEHOLDER = "what was learned"  # stands in the line of history that the check suggests
LAST_PORT = 65535
_UNFINISHED = re.compile(r"\b(?:TODO|FIXME)\b|\b[Ll]orem ipsum\b")
MARKUP = re.compile(r"</?[A-Za-z!]|&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
FORMULA = re.compile(
    r"'?[=@＝＋－＠]|[+-](?![\d.$€£])|[+-][$€£]?[\d.,]+%?\s*[-+*/^&=<>|!](?=\s*[\w('\"$])"
)


def unfinished(text: str) -> str:
    """The first note to oneself that stands in a text, or an empty string."""
    if "TODO" in text or "FIXME" in text or "orem ipsum" in text:
        found = _UNFINISHED.search(text)
        return found.group() if found else ""
    return ""


def plain_words(text: str) -> str:
    """Titles, names and notes are words on one line, without HTML or hidden letters."""
    text = text.strip()
    if not text:
        return text
    if ("<" in text or "&" in text) and MARKUP.search(text):
        raise ValueError("holds HTML. Write plain words; the site adds the markup")
    if fault := letters.fault_of(text):
        raise ValueError(f"holds {fault[1]}")
    if note := unfinished(text):
        raise ValueError(f"holds '{note}'. Write what is meant to stand here")
    if "\n" in text:
        raise ValueError("runs over several lines. Write it on one line")
    if "\t" in text:
        raise ValueError("holds a tab. Write a space")
    if FORMULA.match(text):
        raise ValueError(
            f"begins with {text[0]}, which a spreadsheet runs as a formula. Begin with a word"
        )
    return text


# What a spreadsheet writes in the place of a date, of words, and of what it could not work out.
_DATE_WITHIN = re.compile(r"\b\d{1,4}/\d{1,2}/\d{2,4}\b|\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b")
_DATE = re.compile(
    r"\d{1,2}-[A-Z][a-z]{2}(?:-\d{2,4})?|[A-Z][a-z]{2}-\d{2,4}"
    r"|\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?"
)
_WORD = re.compile(r"TRUE|FALSE|WAHR|FALSCH|VRAI|FAUX|\d{5}(?:\.\d+)?|-?\d(?:[.,]\d+)?E[+-]\d+")
_ERROR = re.compile(r"#(?:DIV/0!|N/A|NV\b|[^\W\d_a-zß-ÿ]{3,}[!?])|^#{3,}$|^Err:\d{3}$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SAYS = re.compile(r"\w")
_PER_CENT = re.compile(
    r"(?:in )?\(?(?:per[ -]?cent(?:ages?)?|pct\.?|[％﹪٪])\)?|in %|\(%\)", re.IGNORECASE
)
_WIDE = re.compile("[\uff01-\uff5e\uffe0-\uffe6\ufe69\ufe6a٪]")  # ％, ＄ and other wide signs


def cell_words(text: str) -> str:
    """A cell of words holds nothing that a spreadsheet put in their place."""
    text = proof_words(text)
    if not text:
        return text
    if not _SAYS.search(text):
        raise ValueError(f"is '{text}', which says nothing. Write it in words, or leave it empty")
    parted = text.count("/") > 1 or text.count(".") > 1
    if dated := _DATE.fullmatch(text) or (_DATE_WITHIN.search(text) if parted else None):
        told = f"holds '{dated.group()}', a date as a spreadsheet rewrites it"
        raise ValueError(f"{told}. Write the date in words, like 9 September 2024")
    if _WORD.fullmatch(text):
        told = f"is '{text}', which a spreadsheet puts in the place of words or a day"
        raise ValueError(f"{told}. Type the words again")
    return text


def proof_words(text: str) -> str:
    """A proof may hold a date with strokes, as a file's name does, and no spreadsheet's error."""
    text = plain_words(text)
    error = _ERROR.search(text) if "#" in text or text.startswith("Err") else None
    if error:
        raise ValueError(f"holds '{error.group()}', a spreadsheet's error. Type the words again")
    return text


def day(text: object) -> date:
    """A day of the calendar, written 2026-11-23."""
    try:
        if not _DAY.fullmatch(str(text)):
            raise ValueError
        return date.fromisoformat(str(text))
    except ValueError:
        raise ValueError(f"'{text}' is not a date. Write it like 2026-11-23") from None


def change(text: str) -> str:
    """A change in per cent with two decimals."""
    if not re.fullmatch(r"-?\d{1,4}\.\d\d", text, re.ASCII):
        raise ValueError(f"'{text}' is no change with two decimals. Write it like -3.07")
    return text


def web_address(text: str) -> str:
    """A web address that a reader can open."""
    named = re.fullmatch(r"https?://[^\s/?#]*@([^\s\"'<>\\/?#@]+).*", text)
    if named:
        told = f"'{text}' has a name before '@', and its host is '{named[1][:60]}'"
        raise ValueError(f"{told}. Take out the name and the '@', or write the other host")
    host = re.fullmatch(r"https?://([^\s\"'<>\\/?#]+)(?:[/?#][^\s\"'<>\\]*)?", text)
    port = re.fullmatch(r"[\w.-]+(?::(\d{1,5}))?", host[1]) if host else None
    if not host or not port or int(port[1] or 0) > LAST_PORT:
        raise ValueError(f"'{text}' is not a web address. Write it from https:// on")
    if not re.fullmatch(r"(?:\w[\w-]*\.)+(?:[^\W\d_]{2,}|xn--\w+)(?::\d+)?", host[1]):
        told = f"'{host[1]}' is the name of no computer that every reader can reach"
        raise ValueError(f"{told}. Write the address of the page itself")
    odd = re.search(r"…|&amp;|//(?:www\.)?google\.\w+/url\b|[.,;:]$", text)
    if odd or (text.endswith(")") and "(" not in text):
        told = f"holds '{odd.group() if odd else ')'}', which is no part of a page's address"
        raise ValueError(f"{told}. Copy it from the bar of the browser")
    return text


def tracker(address: str) -> str:
    """What of an address tells where it was found, such as `utm_source`, or an empty string."""
    found = re.search(r"[?&](utm_\w+|fbclid|gclid|igshid|mc_[ce]id)=", address)
    return found[1] if found else ""


def untracked(text: str) -> str:
    """An address without what tells where somebody found it, such as `utm_source`."""
    if found := tracker(text):
        told = f"holds '{found}', which tells where somebody found the page"
        raise ValueError(f"{told}. Take it out, and see that the address still leads there")
    return text


def unit(text: str) -> str:
    """A unit in the letters that all claims share: per cent is always %."""
    if _PER_CENT.fullmatch(text):
        raise ValueError(f"'{text}' is per cent in other letters. Write it as all claims do: \"%\"")
    if wide := _WIDE.search(text):
        raise ValueError(f"holds '{wide.group()}', a sign of another width. Type it again")
    return text


def language(text: str) -> str:
    """A language by its code, in two or three letters, and its script where it has several."""
    if not re.fullmatch(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?", text):
        raise ValueError(f"'{text}' is no code of a language. Write it like es, or zh-Hant")
    return text


def reason(text: str) -> str:
    """A reason says something."""
    if text and not _SAYS.search(text):
        raise ValueError(f"is '{text}', which says nothing. Write what was learned")
    if text.strip(" .").lower() == PLACEHOLDER:
        raise ValueError(f"still says '{PLACEHOLDER}'. Write in its place what was learned")
    return text


def count(text: str) -> str:
    """A number of things."""
    if not re.fullmatch(r"[1-9][0-9]{0,3}", text):
        raise ValueError("must be a number, like 7")
    return text


def read_on(text: str) -> str:
    """The day on which a source was read, or `before` a day where nobody wrote it down."""
    told = re.fullmatch(r"before (\d{1,2}) ([A-Z][a-z]+) (\d{4})", text, re.ASCII)
    month = [*month_name].index(told[2]) if told and told[2] in month_name else 0
    try:
        day(f"{told[3]}-{month:02}-{int(told[1]):02}" if told else text)
    except ValueError as error:
        words = f"'{text}' is not in the calendar. Correct the day"
        other = f"{error}, or in words, like before 23 November 2026"
        raise ValueError(words if told else other) from None
    return text
