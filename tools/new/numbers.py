"""Finding the numbers that a text prints: each run of digits is found, or ignored with a reason.

Nothing is read into them here: what is found is the text as printed, with its currency, scale
and unit.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

ADDRESS = "part of an address"
FOOTNOTE = "a footnote mark"
LIST = "a list mark"
NAME = "part of a name"
NOTE = "in a note"
PLACE = "a place in a text"


@dataclass(frozen=True)
class Run:
    """A run of digits as printed, where it begins, and why it is ignored, or nothing."""

    text: str
    start: int
    reason: str = ""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def _any(words: str | Iterable[str]) -> str:
    """A pattern for one of these words, the longest first."""
    listed = words.split() if isinstance(words, str) else words
    return f"(?:{'|'.join(sorted(listed, key=len, reverse=True))})"


def _words(text: str) -> set[str]:
    """The words of a list."""
    return set(text.split())


# ---------------------------------------------------------------- words of several languages

MONTHS = """
January February March April May June July August September October November December
Januar Jänner Februar März Mai Juni Juli Oktober Dezember
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
"""
SHORT_MONTHS = """
Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Okt Dez
janv févr avr juil sept oct nov déc ene feb abr jun jul ago dic gen giu lug ott
"""
SCALES = """
hundred thousand million billion trillion bn mn tn lakh crore
Tausend Million Milliarde Billion Mio Mrd
mille millier milliard mil millón millones milione milioni miliardo miliardi mila
milhão milhões bilhão bilhões miljoen miljard
"""
CURRENCIES = """
dollar euro Euro pound yuan yen rupee rouble ruble franc Franken Dollar Pfund krone krona kronor
peso real won cent US-Dollar renminbi
USD EUR GBP CHF CNY RMB JPY INR SEK NOK DKK AUD CAD KRW BRL
"""
UNITS = """
nm µm mm cm km m kg mg g t kW MW GW TW kWh MWh GWh TWh Hz kHz MHz GHz kB MB GB TB PB
km² m² cm² m³ km2 m2 m3 ha l ml °C °F ° bps pp CO₂ km/h µg/m³ μg/m³ mg/m³ g/m³
"""
PLACES = r"""
pages? p\. pp\. Seiten? S\. chapters? Kapitel sections? Abschnitt figure fig\. figs\. Abb\.
Abbildung table Tabelle vol\. appendix footnote verse paragraphs? para\. articles? Artikel Art\.
Absatz Abs\. clause §§? chapitre capítulo página artículo
"""
# A hyphen after one of these makes no name: mid-2024, top-10.
BEFORE_HYPHEN = _words(
    """
    mid pre post non sub top over under early late anti inter near plus minus bottom bis ab unter
    über seit mitte anfang ende vor nach fin début sous one two three four five six seven eight
    nine ten twenty thirty forty fifty sixty seventy eighty ninety
    """
)
# A number after one of these belongs to a name, even a year or at the beginning of a sentence.
NAMING = _words(
    """
    Agenda Vision Expo Horizon Windows Boeing Airbus Apollo Fortune Route Formula Formel iPhone
    Galaxy Terminal Gate Room Highway Flight Version Typ Hut
    """
)
RANKS = _words("No Number Nr Rank Place Position Platz Rang Nummer")
NEAR = _words("in at of for to by from into across im aus bei nach von dans en à de")

# ---------------------------------------------------------------- patterns

SPACE = "[ \u00a0\u2009\u202f]"
LETTER = r"[^\W\d_\u2e80-\uffff]"  # scripts without spaces have no glued names
MONTH = rf"(?<!\w)(?:{_any(MONTHS)}\b|{_any(SHORT_MONTHS)}\b\.?)"
YEAR = r"(?:1\d|20|21)\d\d(?!\d|[.,]\d)"
DAY = r"(?<!\d)[0-3]?\d(?:st\b|nd\b|rd\b|th\b|er\b|º|\.)?"
PERCENT = (
    r"(?:[%‰％]|per[ -]?cent\b|percentage points?\b|Prozent(?:punkte?)?\b|pour cent\b"
    r"|por ciento\b|per cento\b|por cento\b|procent\b)"
)
FRACTION = "[½⅓⅔¼¾⅛⅜⅝⅞]"
RAISED = "[⁰¹²³⁴-⁹]"
DIGITS = (
    rf"(?:(?:(?<!\d)\d{{1,3}}(?:(?:{SPACE}|['’])\d{{3}}(?!\d))+(?:[.,]\d+)?"
    rf"|(?<![\d.,])10⁻?{RAISED}+|\d+(?:[.,٫٬·]\d+)*){FRACTION}?|{FRACTION})"
)
BEFORE = (
    r"(?:(?:(?<!\w)(?:US|AU|CA|NZ|HK|NT|A|C|R|S))?\$|[€£¥₹₽₩₺₪₫₴₦฿]"
    rf"|(?<!\w)(?:USD|EUR|GBP|CHF|CNY|RMB|JPY|Rs\.?)(?={SPACE}?\d)){SPACE}?"
)
SCALE = (
    rf"(?:(?:{SPACE}|-)?{_any(SCALES)}(?:en|n|s)?(?!\w)(?:(?<=Mio)\.|(?<=Mrd)\.)?"
    rf"|[kKBMT](?!\w)|{SPACE}?[万亿億兆萬])"
)
UNIT = (
    rf"(?:{SPACE}?{PERCENT}|{SPACE}?[$€£¥₹₽](?!\w)"
    rf"|{SPACE}(?:(?:US|U\.S\.|of|de){SPACE}|d[’'])?{_any(CURRENCIES)}s?(?!\w)"
    r"|(?:(?<=(?<!\d)\d)|(?<=(?<!\d)\d\d))p(?!\w)"  # pence; 1080p is a name
    rf"|{SPACE}?{_any(UNITS)}(?![\w’'])|{_any('st nd rd th er ère e ème º ª x')}(?!\w))"
)
SIGN = rf"(?:(?<![\w)%])[-−–+±~]|(?<=\()[-−–]{SPACE})?"
AMOUNT = rf"{SIGN}(?:{BEFORE})?{DIGITS}{SCALE}?{UNIT}?"
JOINED = (
    rf"(?:{SPACE}?[-–−]{SPACE}?|[/:×]|x(?=\d)|{SPACE}[x×]{SPACE}|{SPACE}(?:to|bis|à|a|tot){SPACE})"
)
BETWEEN = "".join(f"(?<={word} )|" for word in ("etween", "wischen", "ntre", "tussen", " tra"))
AND = rf"{SPACE}(?:and|und|et|y|e|en){SPACE}"
DATES = (
    rf"{DAY}(?:{SPACE}?(?:-|–|to|bis|and|und|au|al|et){SPACE}?{DAY})?{SPACE}(?:of{SPACE}|de{SPACE})?"
    rf"{MONTH}(?:,?{SPACE}(?:del?{SPACE})?{YEAR})?",
    rf"{MONTH}{SPACE}[0-3]?\d(?:st|nd|rd|th)?(?!\w|[.,]\d|{SPACE}?{PERCENT}|{SPACE}{_any(SCALES)}\b)"
    rf"(?:{SPACE}?[-–]{SPACE}?[0-3]?\d\b)?(?:,?{SPACE}{YEAR})?",
    rf"{MONTH},?{SPACE}(?:del?{SPACE})?{YEAR}",
    r"(?<![\w-])\d{4}-(?:0\d|1[0-2])(?:-[0-3]\d)?(?![\w-])",
    r"(?<![\d./])\d{1,2}(?P<mark>[./])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\d/]|\.\d)",
    r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?",
    r"\b(?:1\d|20)\d0(?:['’]?s|er)\b|(?<!\w)['’]\d0s\b",
    rf"\b(?:Q[1-4]|H[12])\b(?:{SPACE}(?:of{SPACE})?{YEAR})?|\bFY{SPACE}?['’]?\d{{2,4}}\b",
    rf"(?<![\d:])\d{{1,2}}:[0-5]\d(?::[0-5]\d)?(?:{SPACE}?[ap]\.m\.|{SPACE}?(?:[ap]m|[AP]M)\b|{SPACE}Uhr\b)?(?![\d:])",
    rf"(?<![\d.,])\d{{1,2}}(?:\.\d\d)?{SPACE}?(?:[ap]\.m\.|(?:[ap]m|[AP]M)\b|Uhr\b|o[’']clock\b)",
    rf"(?<!\w)\d{{1,2}}{SPACE}?h{SPACE}?[0-5]\d\b",
)
KINDS = {
    "address": rf"https?://[^\s<>]+|www\.[^\s<>]+|(?<![\w.+-])[\w.+-]{{1,64}}@[\w-]+\.[\w.-]+"
    rf"|\b(?:doi|DOI|arXiv|ISBN|ISSN):?{SPACE}?\d[^\s,;)]*",
    "footnote": rf"\[\^?\d{{1,3}}(?:[,–-]{SPACE}?\d{{1,3}})*\]|\^\d{{1,3}}\b"
    r"|(?<=[.,;!?”\"»])\(\d{1,3}\)(?!\w)",
    # a law or a paper by its number and year, a standard by its parts: no. 7/2025, NI 43-101
    "act": rf"(?i:(?<!\w)(?:n\.?[º°o]|núm\.|nr\.)|\((?:EU|UE|EG|EC|CE)\)){SPACE}?"
    r"(?P<numbered>\d+/\d+)(?![/\d])"
    rf"|(?<!\w)(?!{_any(CURRENCIES)}\b)[A-Z]{{2,5}}{SPACE}(?P<parted>\d+-\d{{3}})(?![\w,.]\d)",
    "place": rf"(?<![\w.])(?i:{_any(PLACES)}){SPACE}?(?P<placed>\d+(?:{SPACE}?[-–.]{SPACE}?\d+)*)"
    rf"(?!{SPACE}?{PERCENT}|\w|,\d)",
    "date": "|".join(DATES),
    "name": rf"(?<!{LETTER}){LETTER}[^\W_\u2e80-\uffff]*\d\w*",
    "raised": f"{RAISED}+",
    "between": rf"(?:{BETWEEN}(?!)){AMOUNT}{AND}{AMOUNT}",
    "amount": rf"{AMOUNT}(?:{JOINED}(?={BEFORE}|\d){AMOUNT})*",
}
FOUND = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in KINDS.items()))
LIST_MARK = re.compile(rf"\s*(?P<mark>\(?\d{{1,3}}[.)](?=\s)|\d{{1,3}}{SPACE}?[–—-](?=\s))")
CHAPTER = re.compile(rf"\s*(?P<mark>\d{{1,2}}(?:\.\d{{1,2}})*\.?)(?=\s+{LETTER})")
BARE = re.compile(r"\d+(?:\.\d+)*[A-Za-z]?")
FROM_TO = re.compile(rf"\b(?:from|von|vom|du|de|dal|desde|van){SPACE}$", re.IGNORECASE)


# ---------------------------------------------------------------- finding

NEARBY = 120  # letters before a number that tell what it belongs to


def runs(text: str, names: Iterable[str] = (), german: bool = False, at: int = 0) -> Iterator[Run]:
    """Every run of digits of a paragraph from a place on, in order; each digit belongs to one.

    `names` are names known to hold digits. Where nouns are written with a capital, as in `german`,
    a capital alone makes no name.
    """
    known = [match.span() for name in names for match in re.finditer(re.escape(name), text)]
    before = Run("", -9)
    while match := FOUND.search(text, at):
        run = _run(text, match, german, before)
        if any(start <= run.start and run.end <= end for start, end in known):
            run = replace(run, reason=NAME)
        at = max(run.end, match.start() + 1)
        if any(map(_digit, run.text)):
            yield run
            before = run


def list_mark(text: str, heading: bool = False) -> re.Match[str] | None:
    """The mark of a list with which a paragraph begins, or the number of a heading."""
    found = LIST_MARK.match(text) or (CHAPTER.match(text) if heading else None)
    dated = FOUND.match(text, found.start("mark")) if found else None
    return None if dated and _kind(dated) == "date" else found


def _digit(char: str) -> bool:
    return (char.isdigit() and char not in "₀₁₂₃₄₅₆₇₈₉") or bool(re.match(FRACTION, char))


def _run(text: str, match: re.Match[str], german: bool, before: Run) -> Run:
    """What was found, with the reason to ignore it."""
    start, end, kind = match.start(), match.end(), _kind(match)
    whole = Run(match.group().rstrip(), start)
    if kind == "address":
        return replace(whole, text=whole.text.rstrip(".,;:!?)]»”’\"'"), reason=ADDRESS)
    if kind in ("footnote", "raised"):
        ahead = text[max(0, start - 3) : start] if kind == "raised" else ""
        if re.search(r"(?<!\w)[cdkm]?m$", ahead):  # per m³
            return replace(whole, reason=NAME)
        return replace(whole, reason=FOOTNOTE)
    if kind == "place":
        return Run(match["placed"], match.start("placed"), PLACE)
    if kind == "act":
        part = "numbered" if match["numbered"] else "parted"
        return Run(match[part], match.start(part), NAME)
    if kind == "name":
        return replace(whole, reason=NAME)
    if kind == "date":
        return whole
    if kind == "amount":
        end = _joined_end(match)
    rest = re.compile(rf"(?!{RAISED}){LETTER}\w*").match(text, end)
    if rest and not text[end - 1].isspace() and text[end - 1].isalnum():  # 5G, 4o
        return Run(text[start : rest.end()], start, NAME)
    run = Run(text[start:end].rstrip(), start)
    return replace(run, reason=NAME if _named(text, run, german, before) else "")


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in KINDS if match[kind] is not None)


def _joined_end(match: re.Match[str]) -> int:
    """Where an amount ends: a range is one, but from 5 to 10, or 2005 to 280,000, are two."""
    text, start, end = match.string, match.start(), match.end()
    first = re.compile(AMOUNT).match(text, start)
    joint = re.compile(JOINED).match(text, first.end()) if first and first.end() < end else None
    if not first or not joint:
        return end
    second = text[joint.end() : end]
    years = [bool(re.fullmatch(YEAR, part)) for part in (first[0], second)]
    units = [re.sub(r"^.*\d\s?", "", part) for part in (first[0], second)]
    change = joint[0].strip().isalpha() and FROM_TO.search(text, max(0, start - 20), start)
    apart = joint[0] != "/" and years[0] != years[1] and not re.fullmatch(r"\d\d", second)
    return first.end() if change or apart or (units[0] not in ("", units[1])) else end


def _named(text: str, run: Run, german: bool, before: Run) -> bool:
    """Whether a number belongs to the name before it: Covid-19, S&P 500, “Made in Ambry 2025”."""
    ahead, behind = text[max(0, run.start - NEARBY) : run.start], text[run.end : run.end + 2]
    if hyphen := re.search(r"([\w&.]*[^\W\d_][\w&.]*)-$", ahead):
        return hyphen[1].lower() not in BEFORE_HYPHEN
    if not BARE.fullmatch(run.text):
        return False
    if before.reason == NAME and text[before.end : run.start] == " ":  # Orchid 3.1 405B
        return True
    word = re.search(rf"(?:^|(?<=[\s(“\"„«‘-]))((?:{LETTER}|[&’'])+) $", ahead)
    if not word or word[1] in RANKS:
        return False
    if word[1] in NAMING:
        return True
    if re.fullmatch(YEAR, run.text):
        quoted = re.search(r"[“\"„«‘]([^“”\"„«»‘]*)$", ahead)
        return bool(quoted and re.match('[”"“»’]', behind) and re.search("[A-Z]", quoted[1]))
    return _capital(ahead[: -len(word[1]) - 1], word[1], german)


def _capital(ahead: str, word: str, german: bool) -> bool:
    """Whether a word is a name by its letters and its place."""
    if re.search("[A-Z&]", word[1:]):  # GPT 4, S&P 500
        return True
    if german or not word[0].isupper() or re.fullmatch(MONTH, word):
        return False
    opening = re.search(r"(?:^|[.!?:;…]|[“\"„«(])\s*$", ahead)
    near = re.search(r"(\w+)\s$", ahead)
    return not opening and not (near and near[1].lower() in NEAR)
