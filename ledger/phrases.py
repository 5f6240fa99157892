"""Values and names as parts of a sentence."""

import re
from collections.abc import Iterable, Sequence

from ledger.values import Value, show

LONG = 9  # words; a longer name is told by its first part
# Words that begin names and are no names themselves.
_USUAL = re.compile(
    r"an?|the|that|this|these|those|some|most|many|all|both|each|few|other|another|own"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|first|last|early|late|largest|smallest"
    r"|at|in|on|of|by|for|from|before|after|within|above|below|under|over|with|using"
    r"|it|its|s?he|they|his|her|their|close|midday|input|output|analysts|investors|governments"
)
_PLAIN = re.compile(r"[A-Z]?[a-z-]*[,:]?")  # a word as a sentence may begin with it
_NAMED = re.compile(r"May\b|Bank of |[A-Z][a-z]+ [A-Z][a-z]+")  # names that hold usual words
_NEGATIVE = re.compile(r"\b(?:no|not|none|nobody|nothing|never|neither)\b|n't\b", re.IGNORECASE)


def told(value: Value, unit: str) -> str:
    """A value as it is first told: `a fall of 6.5%`, `$600 billion`, `September 2024`."""
    if value.kind == "date":
        return show(value, "")
    words = show(value, unit)
    if value.high >= 0 or words.startswith("a fall of "):
        return words
    return f"a fall of {words.replace('−', '')}"


def size(value: Value, unit: str, beside: Value, falls: bool = True) -> str:
    """A value as it is told beside another: its unit in short, and of two falls only the size."""
    words = told(value, brief(unit))
    if value.kind != "number":
        return words
    if beside.direction < 0 and value.low > 0:
        return f"a rise of {words}"
    return words.removeprefix("a fall of ") if falls and beside.direction < 0 else words


def brief(unit: str) -> str:
    """A unit that was told before, without its nouns: `million` of `million yuan`."""
    match = re.match(r"%|\$? ?\b(?:thousand|million|billion|trillion)\b|\$", unit)
    return match.group() if match else ""


def phrase(name: str, text: str) -> str:
    """A name within a sentence: it begins small where that is no name, by the text or as usual."""
    first, _, rest = name.partition(" ")
    word = first.rstrip(",:").lower()
    if not _PLAIN.fullmatch(first):
        return name
    if _USUAL.fullmatch(word) or (not _NAMED.match(name) and _is_written_small(word, name, text)):
        return f"{first.lower()} {rest}".strip()
    return name


def _is_written_small(word: str, name: str, text: str) -> bool:
    """True when a text has the first word of a name in small letters, and never the name itself
    within a sentence.
    """
    if word not in text or not re.search(rf"(?<![\w'’-]){re.escape(word)}(?![\w'’-])", text):
        return False
    begins = " ".join(name.split(" ")[:2])
    return begins not in text or not re.search(rf"[a-z,;] {re.escape(begins)}\b", text)


def statement(name: str, text: str) -> str:
    """A name as one of several statements: what stands behind a colon goes into brackets."""
    return re.sub(r": (.+)", r" (\1)", phrase(name, text))


def label(name: str, text: str) -> str:
    """A name within brackets: without brackets of its own, and of a long one its first part."""
    name = phrase(name, text).replace(" (", ", ").replace(")", "")
    return name.partition(",")[0] if len(name.split()) > LONG else name


def listed(words: Iterable[str]) -> str:
    """Several words as one part of a sentence: `Reuters, AP and CNBC`."""
    *most, last = dict.fromkeys(words) or ("nobody",)
    return f"{', '.join(most)} and {last}" if most else last


def begun(words: str) -> str:
    """Words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def negative(name: str) -> bool:
    """True for a name that says something in the negative, so that “not” would deny it twice."""
    return bool(_NEGATIVE.search(name))


def some(words: Sequence[str], room: int) -> tuple[list[str], int]:
    """As many of the words as there is room for, at least one, and how many are left."""
    found: list[str] = []
    for word in words:
        room -= len(word.split())
        if found and room < 0:
            break
        found.append(word)
    return found, len(words) - len(found)
