"""The rules for what the article prints: its numbers, its sentences and its words."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ledger.amounts import ANY, power_of, sign_of
from ledger.claim import UNCHECKED, Claim
from ledger.content import Content, Rule
from ledger.mistakes import Mistake, did_you_mean
from ledger.passages import IN_WORDS
from ledger.sizes import marked, other_size
from ledger.values import Value

DIGITS = re.compile(r"\d+(?:\.\d+)?")
RUNS = re.compile(r"\d+(?:[.,]\d+)+")  # 1.234,5 as some languages write it
PART = re.compile(r"\b(?:share|part|ratio|rate|point|cent)", re.IGNORECASE)
# Sizes in other languages, which nobody here reads: 2,5 Milliarden Euro.
FOREIGN = re.compile(
    r"\b(?:Tausend|Millionen|Milliarden?|Billionen|Mio|Mrd|mil|mille|mila|milliards?|[mb]illones"
    r"|millón|mil(?:ion[ei]|iard[oi]|joen|jard)|[mb]ilh(?:ão|ões)|[mb]illions? d(?:e|['’]))\b"
)
POINTED = re.compile(r"(?<![\w.,])\d{1,3}\.\d{3}(?![\d.,])(?! ?[^\W\d_])")  # 2.912, not 2.912 km
COMMAS = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\d.,])")
THOUSANDS = re.compile(r"(?<=\d)[ ,\u00a0\u202f](?=\d{3}(?!\d))")

# ---------------------------------------------------------------- places


def places_are_in_order(content: Content) -> Iterator[Mistake]:
    """Numbers, sentences and words stand in the sections of the article, in its order."""
    ledger = content.ledger
    sections = list(ledger.article.sections) if ledger.article else []
    for name, table in (
        ("article.csv", content.printed),
        ("statements.csv", content.statements),
        ("words.csv", content.words_of_article),
    ):
        latest = -1
        for line, row in table.rows if sections else ():
            where = row["where"]
            if where not in sections:
                known = did_you_mean(where, sections, f"The sections are {', '.join(sections)}.")
                told = f"the article has no section '{where}'. {known}"
                yield Mistake(content.file(name), line, told)
                continue
            place = sections.index(where)
            if place < latest:
                told = f"'{where}' comes earlier in the article than the line before"
                yield Mistake(content.file(name), line, f"{told}. Keep the article's order.")
            latest = place


def lines_of(rows: Iterable[tuple[int, object]]) -> list[int]:
    """The lines of the rows of a table."""
    return [line for line, _ in rows]


# ---------------------------------------------------------------- numbers and sentences


def everything_is_accounted_for(content: Content) -> Iterator[Mistake]:
    """Each number and each sentence of the article names a claim that covers it, or the reason why
    none does; only a draft may have both.
    """
    ledger = content.ledger
    drafts = {claim.id for claim in ledger.drafts} | (content.stems - ledger.claims.keys())
    numbers = zip(lines_of(content.printed.rows), ledger.printed, strict=True)
    sentences = zip(lines_of(content.statements.rows), ledger.statements, strict=True)
    listed: list[tuple[str, int, str, tuple[str, ...], str]] = [
        *(
            ("article.csv", line, f"the figure '{one.text}'", (one.claim_id,), one.reason)
            for line, one in numbers
        ),
        *(
            ("statements.csv", line, f"sentence {one.sentence}", one.claim_ids, one.reason)
            for line, one in sentences
        ),
    ]
    for name, line, what, named, reason in listed:
        ids = [id for id in named if id]
        for id in dict.fromkeys(ids):
            if id not in content.stems:
                yield Mistake(content.file(name), line, content.no_claim(id))
            elif ids.count(id) > 1:
                told = f"the claim '{id}' is named twice. Keep one."
                yield Mistake(content.file(name), line, told)
        if reason in content.stems:
            told = f"'{reason}' is a claim, and stands in the place of a reason"
            yield Mistake(content.file(name), line, f"{told}. Move it one cell to the left.")
        waits = reason == UNCHECKED and all(id in drafts for id in ids)
        if bool(ids) == bool(reason) and not waits:
            told = f"{what} needs a claim that covers it"
            yield Mistake(
                content.file(name), line, f"{told}, or a reason why none does: one of the two."
            )


def tables_are_there(content: Content) -> Iterator[Mistake]:
    """The tables of the article hold what `docs/article.yml` counts and what pages show of them."""
    ledger = content.ledger
    calls = {call.name for page in ledger.pages for call in page.calls}
    article = ledger.article
    sections = article.sections if article else {}
    counts = article.sentences.items() if article else ()
    counted = sum(count for section, count in counts if section in sections)
    stated = [one.id for one in ledger.claims.values() if one.stated and one.stated.kind != "fact"]
    shown = "a page shows the article as an X-ray"
    wanted = {
        "article.csv": "claims have a value that the article states"
        if stated and (counted or calls & {"map", "xray"})
        else "",
        "statements.csv": f"docs/article.yml counts {counted} sentences" if counted else "",
        "words.csv": shown if "xray" in calls else "",
    }
    tables = (content.printed, content.statements, content.words_of_article)
    for (name, reason), table in zip(wanted.items(), tables, strict=True):
        lost = not (content.folder.docs / name).exists()
        if reason and (lost or (table.whole and not table.rows)):
            told = "the file is missing" if lost else "no line stands below the first"
            remedy = "Add it, or take back the change that removed it."
            remedy = remedy if lost else "Add the lines, or take back the change that removed them."
            yield Mistake(content.file(name), 1, f"{told}, and {reason}. {remedy}")


def claims_stand_where_they_are_named(content: Content) -> Iterator[Mistake]:
    """A claim stands in a section in which the article's tables name it, if one does."""
    ledger = content.ledger
    sections = ledger.article.sections if ledger.article else {}
    named: dict[str, dict[str, str]] = {}
    for name, table in (("article.csv", content.printed), ("statements.csv", content.statements)):
        for line, row in table.rows:
            for id in row["claim"].split():
                place = f"{content.file(name)}:{line}"
                named.setdefault(id, {}).setdefault(row["where"], place)
    for id, places in named.items():
        claim = ledger.claims.get(id)
        if not claim or claim.where not in sections or places.keys() - sections.keys():
            continue  # another rule tells it
        if claim.where not in places:
            where, place = next(iter(places.items()))
            told = f"'where' is {claim.where}, and {place} names this claim in {where}"
            yield Mistake(*content.words(claim, "where"), f"{told}. Correct one.")


def lines_differ(content: Content) -> Iterator[Mistake]:
    """No number that stands at one word of the article, and no sentence, is listed twice."""
    for name, table in (("article.csv", content.printed), ("statements.csv", content.statements)):
        first: dict[tuple[str, ...], int] = {}
        for line, row in table.rows:
            key = tuple(row.values())
            told = name == "statements.csv" or row.get("at")
            if told and first.setdefault(key, line) != line:
                sentence = f"this line stands on line {first[key]} too. Keep one."
                yield Mistake(content.file(name), line, sentence)


def stated_numbers_are_printed(content: Content) -> Iterator[Mistake]:
    """Where the numbers of the article are listed, each claim with a stated number or date has its
    line; a draft may wait.
    """
    named = {number.claim_id for number in content.ledger.printed}
    table = content.printed
    lost = named - content.stems - {""}  # one that is not there may be this one by another name
    whole = table.rows and table.whole and not lost
    for claim in content.ledger.claims.values() if whole else ():
        judged = claim.stated and claim.stated.kind != "fact" and not claim.draft
        if judged and claim.id not in named:
            told = f"no figure names the claim '{claim.id}', which has a stated value"
            yield Mistake(content.file("article.csv"), table.rows[-1][0], f"{told}. Add its line.")


def figures_are_those_stated(content: Content) -> Iterator[Mistake]:
    """Of the figures that name a claim one prints the number that the claim states, where they
    print numbers, in its size and with its sign.
    """
    claims, file = content.ledger.claims, content.file("article.csv")
    found: dict[str, list[tuple[int, str, set[str]]]] = {}
    for line, number in zip(lines_of(content.printed.rows), content.ledger.printed, strict=True):
        text = THOUSANDS.sub("", number.text)
        digits = {*DIGITS.findall(text), *RUNS.findall(text)}
        if digits and number.claim_id in claims:
            found.setdefault(number.claim_id, []).append((line, text, digits))
    for id, figures in found.items():
        stated = claims[id].stated
        if not stated or stated.kind != "number":
            continue
        own = {*map(_plain, DIGITS.findall(stated.text))}
        same = [one for one in figures if own & set(map(_plain, one[2]))]
        if not same and len(figures) == 1:
            line, _, digits = figures[0]
            told = f"the figure holds {min(digits)}, and '{id}' states {stated.text}"
            yield Mistake(file, line, f"{told}. Correct one.")
        elif same and not (_is_stated(claims[id], stated, same) or other_size(claims[id])):
            line, text, _ = same[0]
            unit = f" {claims[id].unit}".replace(" %", "%")
            told = f"the figure is {text}, and '{id}' states {stated.text}{unit}"
            yield Mistake(file, line, f"{told}. Write both as the article prints it.")


def thousands_are_marked_alike(content: Content) -> Iterator[Mistake]:
    """Where figures of the article mark thousands by a comma, none that a claim states so large
    marks them by a point.
    """
    claims, file = content.ledger.claims, content.file("article.csv")
    numbers = [*zip(lines_of(content.printed.rows), content.ledger.printed, strict=True)]
    pointed = [row for row in numbers if POINTED.search(row[1].text)]
    usual = next((one.text for _, one in numbers if COMMAS.search(one.text)), "")
    for line, one in pointed if usual else ():
        stated = claims[one.claim_id].stated if one.claim_id in claims else None
        for figure in POINTED.findall(one.text):
            whole = Decimal(figure.replace(".", ""))
            if stated and stated.kind == "number" and whole in (abs(stated.low), abs(stated.high)):
                read = f"{Decimal(figure).normalize():f}"
                told = f"{figure} reads as {read}, and '{one.claim_id}' states {stated.text}"
                remedy = f"Write {figure.replace('.', ',')}, like {usual}, in quotes."
                yield Mistake(file, line, f"{told}. {remedy}")


def _is_stated(claim: Claim, stated: Value, figures: list[tuple[int, str, set[str]]]) -> bool:
    """True when one of the figures is what is stated in size and sign too."""
    return any(_as_stated(text, stated, claim.unit) for _, text, _ in figures)


def _as_stated(text: str, stated: Value, unit: str) -> bool:
    """False when a figure has another size word or sign than what is stated with the same digits.

    An article may leave out a sign of money; and what counts in words is not held to any.
    """
    sign, power = sign_of(unit), power_of(unit)
    figures = [*marked(text)]
    if IN_WORDS.search(text) or FOREIGN.search(text) or not figures:
        return True
    signs = {one.sign for one in figures} - {ANY}
    counts = PART.search(unit)  # in parts of a whole, however they are written
    if not counts and "%" in {sign, *signs} and signs != {sign}:
        return bool(re.search(r"[^\W\d_]", text)) and not signs  # `fell by 3.15`, as it is printed
    if unit and signs and sign not in signs and not counts:
        return False
    powers = {one.power for one in figures}
    if not power and powers == {0}:
        return True
    ends = {abs(end).scaleb(power) for end in (stated.low, stated.high)}
    return any(Decimal(one.plain).scaleb(one.power) in ends for one in figures)


def _plain(digits: str) -> str:
    """The digits of a number that are the same in every unit, such as millions."""
    return re.sub(r"\D", "", digits).strip("0")


def sentences_are_all_there(content: Content) -> Iterator[Mistake]:
    """Where the sentences of the article are listed, each section has its own from 1 on, in order,
    as many as `docs/article.yml` counts.
    """
    ledger, table, file = content.ledger, content.statements, content.file("statements.csv")
    last: dict[str, int] = {}
    if not table.whole:  # what cannot be read may be what is missing
        return
    for (line, _), one in zip(table.rows, ledger.statements, strict=True):
        before = last.get(one.where, 0)
        if one.sentence not in (before, before + 1) or not one.sentence:
            told = f"sentence {one.sentence} of '{one.where}' follows on sentence {before}"
            remedy = "Number the sentences from 1, in their order, and leave none out."
            yield Mistake(file, line, f"{told}. {remedy}")
        last[one.where] = one.sentence
    counted = ledger.article.sentences if ledger.article else {}
    for section, count in counted.items() if table.rows else ():
        if last.get(section, 0) != count:
            told = f"'{section}' has {count} sentences by docs/article.yml, and here the last is"
            yield Mistake(
                file, table.rows[-1][0], f"{told} {last.get(section, 0)}. Add what is missing."
            )


RULES: tuple[Rule, ...] = (
    places_are_in_order,
    everything_is_accounted_for,
    tables_are_there,
    claims_stand_where_they_are_named,
    lines_differ,
    stated_numbers_are_printed,
    figures_are_those_stated,
    thousands_are_marked_alike,
    sentences_are_all_there,
)
