"""Letters that no text of the site may hold: what cannot be seen, turns text around, is in no font,
or only looks like another letter.
"""

import re
import unicodedata
from functools import lru_cache

# Control, format, surrogate and private characters, and ends of lines that no editor shows.
REFUSED = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
# Letters by category, yet nothing is drawn for them.
SELECTORS = re.compile("[\ufe00-\ufe0e\U000e0100-\U000e01ef]")  # of variants; emoji need the last
BLANK = set("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
TAGS = 0xE0000  # from here on nothing is a letter
PILE = re.compile("[\u0300-\u036f]{4}")  # no language writes so many
LOST = "\ufffd"  # what a program writes where it could not read a letter
# Text in UTF-8 that was read as an older encoding: its first letters, and those that may follow.
_NEXT = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
GARBLED = re.compile(
    f"[ÂÃ]{_NEXT}{{1,3}}|(?:[Ã-ß]{_NEXT}){{2,}}|[à-ï]{_NEXT}{{2}}|[ð-ô]{_NEXT}{{3}}"
)
_CLOSING = re.compile("[à-ï][»”’›“‘]+")  # a word of small letters, and quotes behind it
# Letters of other alphabets that look like Latin ones, within a word of Latin letters.
_LOOKS = "\u0400-\u052f\u13a0-\u13ffΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρυϲј"
MIXED = re.compile(f"[A-Za-z\u00c0-\u024f][{_LOOKS}]|[{_LOOKS}][A-Za-z\u00c0-\u024f]")
STYLED = re.compile("[\U0001d400-\U0001d7ff]")  # bold and slanted letters of mathematics
JOINED = re.compile("[\ufb00-\ufb06]")  # two or three letters in one, as a PDF holds them
HYPHEN = re.compile("[\u2010\u2011]")  # they look like -, and no search for a word finds them
# Nearly all text is made of these, and of these nothing is wrong.
_USUAL = re.compile("[\n\t -~\u00a0-\u00ac\u00ae-\u024f\u2012-\u2026\u2030-\u205e€−≈≤≥●◐◇✓✕→]*")
_DOUBTFUL = re.compile(f"[Â-ô]{_NEXT}")


@lru_cache(maxsize=4096)
def refused(letter: str) -> bool:
    """True for a letter that no text may hold."""
    code = ord(letter)
    nobody = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # Unicode will never assign these
    return (
        (unicodedata.category(letter) in REFUSED and letter not in "\n\t")
        or nobody
        or code >= TAGS
        or letter in BLANK
        or bool(SELECTORS.match(letter))
        or letter == LOST
    )


def fault_of(text: str) -> tuple[int, str] | None:
    """The first letter of a text that it may not hold: its place, and what is wrong with it."""
    if text.isascii() and text.isprintable():
        return None
    if _USUAL.fullmatch(text) and not _DOUBTFUL.search(text):
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
        meant = "" if _CLOSING.fullmatch(match.group()) else _ungarbled(match.group())
        if meant:
            told = f"letters that were garbled, '{match.group()}' for '{meant}'"
            return match.start(), f"{told}. Save the file as UTF-8 and type them again"
    if mixed := MIXED.search(text):
        odd = next(letter for letter in mixed.group() if ord(letter) >= 0x370)
        told = f"'{odd}', U+{ord(odd):04X}, which only looks like a letter of the word around it"
        return mixed.start(), f"{told}. Type the word again"
    if styled := STYLED.search(text):
        meant = unicodedata.normalize("NFKC", styled.group())
        told = f"'{styled.group()}', a sign of mathematics, in the place of '{meant}'"
        return styled.start(), f"{told}. Type plain letters"
    if joined := JOINED.search(text):
        meant = unicodedata.normalize("NFKC", joined.group())
        told = f"'{joined.group()}', one sign in the place of '{meant}'"
        return joined.start(), f"{told}. Type the letters"
    if hyphen := HYPHEN.search(text):
        told = f"'{hyphen.group()}', U+{ord(hyphen.group()):04X}, which only looks like a hyphen"
        return hyphen.start(), f"{told}. Type -"
    return None


def _ungarbled(text: str) -> str:
    """What a garbled text was before an older encoding was taken for UTF-8, or an empty string."""
    for end in range(len(text), 1, -1):
        try:
            return text[:end].encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
    return ""
