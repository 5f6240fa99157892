"""The rules for what stands beside a figure: the name and the year whose figure it is."""

import re
from collections.abc import Iterator
from decimal import Decimal

from ledger import grammar
from ledger.amounts import Amount, money_before, power_of, sign_of
from ledger.claim import Claim
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.pages import FIGURES, without_code
from ledger.reading import Reading
from ledger.rules.sentences import FREE
from ledger.sizes import marked
from ledger.values import Value, show_date

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# A year that is a part of a name of its own: `2019`, `In 2019, by customs` or `World, 2025`.
OF_YEAR = re.compile(
    r"^(?:[A-Z][a-z]+ )?(?P<first>(?:19|20)\d\d)\b(?! to\b|[–-])"
    r"|(?<!\d), (?P<part>(?:19|20)\d\d)(?=,| \(|$)"
)
RECORDED = "recorded"
PARTS = re.compile(r", | \(|\)")  # of a name, such as those of `World, 2025`
WORD = re.compile(r"\w+")
_NAMED = r"[A-Z][\w&-]*(?:\.\w+)*(?:['’]s?)?"
NAME = re.compile(rf"{_NAMED}(?: {_NAMED})*")
_SAYS = (
    "it|lost|fell|dropped|declined|sank|slid|slumped|tumbled|plunged|gained|rose|grew|climbed|jumped"
    "|surged|ended|closed|stood|was|were|is|are|had|has|imported|exported|paid|made|spent|by|at|of"
    "|down|up|about|around|roughly|nearly|almost|over|only|just|even|alone|worth"
)
SAYS = frozenset(_SAYS.split("|"))
# What may stand between a name or a year and its figure, or a figure and whose it is.
_BETWEEN = rf"(?:\]\([^()\s]*\))?(?: (?:{_SAYS})){{0,4}} [*_]*$"
BEFORE = re.compile(
    rf"(?:(?P<name>{NAME.pattern})|\b(?:[Ii]n|[Oo]f|[Ff]or) (?P<year>(?:19|20)\d\d)){_BETWEEN}"
)
BEHIND = re.compile(
    r"(?: worth)?(?: of [a-z]+)? (?:(?:is|was|were|are) (?:what|th(?:at|e \w+) of)|in|for|at) "
    rf"(?:(?P<name>{NAME.pattern})|(?P<year>(?:19|20)\d\d)\b(?!,? by\b))"
)
LISTED = re.compile(r"[A-Za-z\])](?:,| and|, and| or) $")  # before the last of several names
OWN = re.compile(r"['’]s?\b")
SIZED = re.compile(r"[%$€£¥]|illion|per cent")
_PLACES = "in on by at from to of for about all after before with"
NO_NAMES = {*FREE, *_PLACES.split(" ")}  # words in capitals as the first of a name alone
NEAR = 80  # characters
Owners = dict[str, list[Reading]]  # the readings of each name and each year


def years_are_those_of_names(content: Content) -> Iterator[Mistake]:
    """A reading whose name tells its year has no other year in a column that places it."""
    for claim in content.ledger.claims.values():
        for row in claim.readings:
            match = OF_YEAR.search(row.name) if row.extra else None
            named = match and (match["first"] or match["part"])
            for column, cell in row.extra.items() if named else ():
                years = YEAR.findall(str(cell))
                if years and named not in years:
                    told = f"column '{column}' says {years[0]}, and the name of the reading {named}"
                    yield Mistake(content.table(claim), row.line, f"{told}. Correct one.")


def columns_are_those_of_names(content: Content) -> Iterator[Mistake]:
    """A reading whose name has a part that is another one's cell of a column has its own there."""
    for claim in content.ledger.claims.values():
        columns: dict[str, set[str]] = {}
        for row in claim.readings:
            for column, cell in row.extra.items():
                if cell and isinstance(cell, str):
                    columns.setdefault(column, set()).add(cell)
        for row in claim.readings if columns else ():
            parts = PARTS.split(row.name)
            for column, cells in columns.items():
                own = str(row.extra.get(column) or "")
                other = next((part for part in parts if part in cells), "") if own else ""
                if other and not {*WORD.findall(own)} & {*WORD.findall(row.name)}:
                    told = f"column '{column}' says {own}, and the name of the reading {other}"
                    yield Mistake(content.table(claim), row.line, f"{told}. Correct one.")


def what_is_recorded_is_past(content: Content) -> Iterator[Mistake]:
    """Nothing counts as recorded that lies after the day on which its claim was last looked at."""
    for claim in content.ledger.claims.values():
        looks = [change.date for change in claim.history] + [claim.checked]
        last = max((day for day in looks if day), default=None)
        for row in claim.readings if last else ():
            for column, cell in row.extra.items():
                if cell == RECORDED and last:
                    days = (one for one in row.extra.values() if isinstance(one, Value))
                    when = next((one for one in days if one.start > last), None)
                    if when:
                        told = f"'{column}' says {RECORDED}, and {when.text} lies after the last"
                        remedy = "Correct one."
                        sentence = f"{told} look, {show_date(last)}. {remedy}"
                        yield Mistake(content.table(claim), row.line, sentence)


def figures_are_of_whom_they_name(content: Content) -> Iterator[Mistake]:
    """A figure that stands right beside a name or a year, which readings have, is no figure of
    another reading.
    """
    claims = content.ledger.claims
    for claim in claims.values():
        file, line = content.words(claim, "title")
        for _, told in _misplaced(claim.title, 0, [claim], years=True):
            yield Mistake(file, line, f"'title': {told}")
        for at, told in _misplaced(claim.body, claim.body_line, [claim], years=True):
            yield Mistake(file, at, told)
    for page in content.ledger.pages:
        shows = any(call.name in FIGURES for call in page.calls)
        if page.path.endswith(".md") and shows and all(id in claims for id in page.tells):
            told_there = [claims[id] for id in page.tells]
            for at, told in _misplaced(page.body, page.body_line, told_there, years=False):
                yield Mistake(content.file(page.path), at, told)


def _misplaced(
    text: str, first: int, claims: list[Claim], years: bool
) -> Iterator[tuple[int, str]]:
    """The figures of a text that stand beside another name or year than theirs in a claim."""
    every: list[tuple[Claim, Owners]] = []
    claims = [claim for claim in claims if _counts(claim)]
    for one, found in _named(text) if claims else ():
        every = every or [(claim, _owners(claim, years)) for claim in claims]
        for claim, owners in every:
            told = [(key, words) for match, words in found if (key := _known(match, owners))]
            own = [row for key, _ in told for row in owners[key]]
            if not own or _among(one, own, claim) or _beside(one, told, own, claim):
                continue
            key, words = told[0]
            others = (rows for name, rows in owners.items() if name.isdigit() == key.isdigit())
            if any(_among(one, rows, claim) for rows in others):
                name, value = own[0].name, own[0].value.text
                sentence = f"'{words}', and the reading '{name}' is {value}"
                yield first + text.count("\n", 0, one.at), f"{sentence}. Correct one."
                break


def _counts(claim: Claim) -> bool:
    """True where several readings are numbers of a sign or a size, which prose marks."""
    marks = sign_of(claim.unit) or power_of(claim.unit)
    return bool(marks) and sum(row.value.kind == "number" for row in claim.readings) > 1


def _named(text: str) -> Iterator[tuple[Amount, list[tuple[re.Match[str], str]]]]:
    """The figures of a text with a size or a sign that stand beside names or years: the matches
    that have these, each with the words of both.
    """
    if not SIZED.search(text):
        return
    text = without_code(text)
    for one in marked(text):
        if not (one.sign or one.power) or len(one.plain) >= grammar.LONGEST:
            continue
        at = one.at - len(money_before(text, one.at))
        start = max(0, at - NEAR)
        matches = []
        found = BEFORE.search(text[start:at]) if _may_be_named(text[start:at]) else None
        if found and not LISTED.search(text[start : start + found.start()]):
            matches.append((found, " ".join(text[start + found.start() : one.end].split())))
        if found := BEHIND.match(text, one.end):
            matches.append((found, " ".join(text[at : found.end()].split())))
        if matches:
            yield one, matches


def _may_be_named(above: str) -> bool:
    """True when the last word above a figure may belong to a name, which of most can be told."""
    last = above.split()[-1:] or [""]
    return last[0] in SAYS or last[0][:1].isupper() or last[0][-1:] in "0123456789)*_"


def _known(found: re.Match[str], owners: Owners) -> str:
    """The name or the year of a match, where readings have it, or an empty string."""
    if found["year"]:
        return found["year"] if found["year"] in owners else ""
    words = _plain(found["name"]).split(" ")
    for first in range(len(words)):
        for last in range(len(words), first, -1):
            if (key := " ".join(words[first:last])) in owners:
                return key
    return ""


def _plain(name: str) -> str:
    return OWN.sub("", name)


def _among(one: Amount, rows: list[Reading], claim: Claim) -> bool:
    """True when a figure is the value of one of these readings, or a rounding of one."""
    if one.sign != sign_of(claim.unit):
        return False
    power = power_of(claim.unit)
    number = Decimal(one.plain).scaleb(one.power - power)
    ends = [abs(end) for row in rows for end in (row.value.low, row.value.high)]
    if number in ends:
        return True
    agreeing = grammar.parse(one.plain, "number").agreeing()
    low, high = (end.scaleb(one.power - power) for end in (agreeing.low, agreeing.high))
    return any(low <= end <= high for end in ends)


def _beside(one: Amount, told: list[tuple[str, str]], rows: list[Reading], claim: Claim) -> bool:
    """True when a name or a note of these readings has a figure, or the claim states it of such a
    year.
    """
    number, stated = Decimal(one.plain), claim.stated
    ends = (abs(stated.low), abs(stated.high)) if stated and stated.kind == "number" else ()
    if number in ends and any(key.isdigit() and key in claim.sentence for key, _ in told):
        return True
    return any(Decimal(other.plain) == number for row in rows for other in _figures(row))


def _figures(row: Reading) -> Iterator[Amount]:
    return marked(f"{row.name} {row.note}")


def _owners(claim: Claim, years: bool) -> Owners:
    """The readings of numbers by the names with which theirs begin, and by their years."""
    found: Owners = {}
    for row in claim.readings:
        if row.value.kind == "number":
            for key in (*_names(row.name), *(_years(row) if years else ())):
                found.setdefault(key, []).append(row)
    return found


def _names(name: str) -> Iterator[str]:
    """The names in capitals with which that of a reading begins, each shorter by a word."""
    match = NAME.match(name)
    words = _plain(match.group()).split(" ") if match else []
    if words and words[0].lower() in NO_NAMES:
        words = words[1:]
    for last in range(1, len(words) + 1):
        yield " ".join(words[:last])


def _years(row: Reading) -> set[str]:
    """The years of a reading, by its name and its columns."""
    cells = (str(cell) for cell in row.extra.values() if isinstance(cell, Value))
    return {*YEAR.findall(" ".join([row.name, *cells]))}


RULES: tuple[Rule, ...] = (
    years_are_those_of_names,
    columns_are_those_of_names,
    what_is_recorded_is_past,
    figures_are_of_whom_they_name,
)
