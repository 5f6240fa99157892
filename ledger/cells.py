"""What a field or a cell may hold: plain words, days, addresses.

Each check returns what it was given, or raises ValueError with a sentence that says what to write.
"""

import re
from calendar import month_name
from datetime import date

from ledger import letters

PLACEHOLDER = "what was learned"  # stands in the line of history that the check suggests
LAST_PORT = 65535
MARKUP = re.compile(r"</?[A-Za-z!]|&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
FORMULA = re.compile(r"[=@＝＋－＠]|[+-](?![\d.$€£])")


def plain_words(text: str) -> str:
    """Titles, names and notes are words on one line, without HTML or hidden letters."""
    text = text.strip()
    if ("<" in text or "&" in text) and MARKUP.search(text):
        raise ValueError("holds HTML. Write plain words; the site adds the markup")
    if fault := letters.fault_of(text):
        raise ValueError(f"holds {fault[1]}")
    if "\n" in text:
        raise ValueError("runs over several lines. Write it on one line")
    if "\t" in text:
        raise ValueError("holds a tab. Write a space")
    if FORMULA.match(text):
        raise ValueError(
            f"begins with {text[0]}, which a spreadsheet runs as a formula. Begin with a word"
        )
    return text


REWRITTEN = re.compile(
    r"(?P<date>\b\d{1,4}/\d{1,2}/\d{2,4}\b|^\d{1,2}-[A-Z][a-z]{2}(?:-\d{2,4})?$|^[A-Z][a-z]{2}-\d{2,4}$)"
    r"|(?P<error>#(?:NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!)|^#{3,}$)"
)


def cell_words(text: str) -> str:
    """A cell of words holds nothing that a spreadsheet put in their place."""
    text = plain_words(text)
    match = REWRITTEN.search(text)
    if match and match["date"]:
        told = f"holds '{match['date']}', a date as a spreadsheet rewrites it"
        raise ValueError(f"{told}. Write the date in words, like 9 September 2024")
    if match:
        raise ValueError(f"holds '{match['error']}', a spreadsheet's error. Type the words again")
    return text


def proof_words(text: str) -> str:
    """A proof may hold a date with strokes, as a file's name does, and no spreadsheet's error."""
    match = REWRITTEN.search(text)
    return cell_words(text) if match and match["error"] else plain_words(text)


def day(text: object) -> date:
    """A day of the calendar, written 2026-11-23."""
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(text), re.ASCII):
            raise ValueError
        return date.fromisoformat(str(text))
    except ValueError:
        raise ValueError(f"'{text}' is not a date. Write it like 2026-11-23") from None


def web_address(text: str) -> str:
    """A web address that a reader can open."""
    host = re.fullmatch(r"https?://([^\s\"'<>\\/?#]+)(?:[/?#][^\s\"'<>\\]*)?", text)
    port = re.fullmatch(r"[\w.-]+(?::(\d{1,5}))?", host[1]) if host else None
    if not port or int(port[1] or 0) > LAST_PORT:
        raise ValueError(f"'{text}' is not a web address. Write it from https:// on")
    return text


def reason(text: str) -> str:
    """A reason says something."""
    if text.strip(" .").lower() == PLACEHOLDER:
        raise ValueError(f"still says '{PLACEHOLDER}'. Write in its place what was learned")
    return text


def count(text: str) -> str:
    """A number of things."""
    if not re.fullmatch(r"[0-9]{1,4}", text):
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
