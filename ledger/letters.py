"""Letters that no text of the site may hold: what cannot be seen, turns text around, or is in no
font.
"""

import re
import unicodedata
from functools import lru_cache

# Control, format, surrogate and private characters, and ends of lines that no editor shows.
REFUSED = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
# Letters by category, yet nothing is drawn for them.
SELECTORS = re.compile("[\ufe00-\ufe0e\U000e0100-\U000e01ef]")  # of variants; emoji need the last
BLANK = set("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
PILE = re.compile("[\u0300-\u036f]{4}")  # no language writes so many
LOST = "\ufffd"  # what a program writes where it could not read a letter
# Text in UTF-8 that was read as an older encoding: its first letters, and those that may follow.
GARBLED = re.compile("[ÂÃâð][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}")


@lru_cache(maxsize=4096)
def refused(letter: str) -> bool:
    """True for a letter that no text may hold."""
    code = ord(letter)
    nobody = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # Unicode will never assign these
    return (
        (unicodedata.category(letter) in REFUSED and letter not in "\n\t")
        or nobody
        or letter in BLANK
        or bool(SELECTORS.match(letter))
        or letter == LOST
    )


def fault_of(text: str) -> tuple[int, str] | None:
    """The first letter of a text that it may not hold: its place, and what is wrong with it."""
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return None
    if wrong := [letter for letter in set(text) if refused(letter)]:
        at = min(map(text.index, wrong))
        if text[at] == LOST:
            return at, "a letter that was lost, U+FFFD. Save the file as UTF-8 and type it again"
        sentence = f"an invisible character, U+{ord(text[at]):04X}"
        return at, f"{sentence}. Delete it and type the words again"
    if pile := PILE.search(text):
        return pile.start(), "a pile of accents on one letter. Delete it and type the words again"
    for match in GARBLED.finditer(text):
        if meant := _ungarbled(match.group()):
            told = f"letters that were garbled, '{match.group()}' for '{meant}'"
            return match.start(), f"{told}. Save the file as UTF-8 and type them again"
    return None


def _ungarbled(text: str) -> str:
    """What a garbled text was before an older encoding was taken for UTF-8, or an empty string."""
    for end in range(len(text), 1, -1):
        try:
            return text[:end].encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
    return ""
