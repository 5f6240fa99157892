"""Telling sentences, the language of a text, and the numbers that it spells in words."""

import re
from collections.abc import Iterator

ABBREVIATIONS = """
Mr Mrs Ms Dr Prof St Sr Jr Inc Corp Ltd Co vs No Nr Nos Gov Sen Rep Gen Lt Col Jan Feb Mar Apr
Jun Jul Aug Sep Sept Oct Nov Dec e.g i.e cf ca approx est etc p pp S vol ed Fig fig Abb Tab
bzw usw z.B d.h u.a Mio Mrd Tsd ggf vgl Art Abs M Mme Mlle env Sra Ud EE.UU
"""
ENDS = re.compile(
    r"[.!?…]+[”\"’»)\]]*(?:\[\d+\]|[¹²³⁰-⁹]|\^\d+)*\s+(?=[“\"„«‘(¿¡\[]*[^\W_])|[。！？]"
)


def split(text: str) -> list[str]:
    """The sentences of a paragraph."""
    found, start = [], 0
    for match in ENDS.finditer(text):
        word = text[max(start, match.start() - 40) : match.start()].split()[-1:] or [""]
        stem = word[0].lstrip('(“"„«‘')
        after = text[match.end() : match.end() + 1]
        dotted = match.group().startswith(".") and not match.group().startswith("..")
        short = stem in ABBREVIATIONS.split() or re.fullmatch(
            r"(?:[^\W\d_]\.)*[A-ZÄÖÜ]|\d{1,2}", stem
        )
        if after.islower() or (dotted and short):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


# ---------------------------------------------------------------- languages

COMMON = {
    "en": "the and of to that is was",
    "de": "der die und das nicht ist den",
    "fr": "les des et dans est une du",
    "es": "los las y del una por con",
    "it": "gli che della di è nel il",
    "pt": "os não uma em do ao com",
    "nl": "het een van en niet dat zijn",
}


def language_of(text: str) -> str:
    """The language of a text by its commonest words; English where none is known."""
    words = re.findall(r"\w+", text.lower())
    counts = {name: sum(map(words.count, common.split())) for name, common in COMMON.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else "en"


# Numbers in words. Only a person can tell which of them is a figure, so they are asked about.
SPELLED = {
    "en": r"""
        (?:an?|one|two|three|four)[- ](?:third|quarter|fifth|sixth|eighth|tenth)s?
        |one\ in\ (?:two|three|four|five|six|eight|ten|\w+ty|a\ hundred)
        |two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen
        |(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|(?:hundred|thousand|million|billion|trillion)s?
        |half|halves|thirds|quarters?|dozens?|doubled?|tripled?|quadrupled?|twice|thrice|\w+fold|(?:bi|tri)-\w+
        |(?:less|more)\ than\ an?\ (?:hour|day|week|month|year|decade|century|third|quarter|half)
    """,
    "de": r"""
        zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w*zehn|\w*(?:zwanzig|dreißig|ßig|zig)
        |(?:\w*hundert|\w*tausend)(?:e|en)?|Millionen?|Milliarden?|Hunderte|Tausende
        |(?:die\ )?Hälfte|(?:ein(?:em|es)?\ )?(?:Drittel|Viertel|Fünftel|Zehntel)|Dutzende?
        |doppelt|verdoppel\w+|verdreifach\w+|\w+fach
    """,
    "fr": r"""
        deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|trente|quarante|cinquante|soixante|cents?
        |mille|milliers|millions?|milliards?|moitié|tiers|quart|dizaines?|centaines?|double|triple
    """,
    "es": r"""
        dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|veinte|treinta|cuarenta|cincuenta|cien(?:tos)?
        |mil|miles|millón|millones|mitad|tercio|cuarto|docenas?|doble|triple
    """,
}
SCALED = re.compile(r"\d[.,\d]*[\s-]$")


def spelled(text: str, language: str) -> Iterator[tuple[str, int]]:
    """The numbers that a text spells in words, as far as they are known: (words, place)."""
    if language not in SPELLED:
        return
    one = SPELLED[language]
    several = rf"(?<![\w-])(?:{one})(?:(?:\s(?:(?:and|of)\s)?|-)(?:{one}))*(?![\w-])"
    for match in re.finditer(several, text, re.IGNORECASE | re.VERBOSE):
        if not SCALED.search(
            text, max(0, match.start() - 30), match.start()
        ):  # 5 million is printed in digits
            yield match.group(), match.start()
