"""The rules for proofs: what is not seen, what was looked for, and one value for one quantity."""

import re
from calendar import month_name
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ledger import values
from ledger.cells import tracker
from ledger.claim import Claim
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.pages import without_code
from ledger.proofs import TRANSLATED
from ledger.prose import says_not_found
from ledger.reading import Reading

READ = ("original", "excerpt")  # how a source was seen whose words were read
MONTHS = tuple(name.lower() for name in month_name[1:])
DIGITS = r"\d[\d,]*(?:\.\d+)?"
_ONE = rf"[$€£]?({DIGITS})"
WORKED = re.compile(
    rf"{_ONE}(?: \w+)? (?P<way>to|of) (?:the \w+'s \w+ of )?{_ONE}(?![\d%]| times\b)"
)
DAY = re.compile(
    rf"\b(?:(\d{{1,2}}) ({'|'.join(MONTHS)})|({'|'.join(MONTHS)}) (\d{{1,2}}))\b", re.I
)
WEB = re.compile(r"\]\(<?(https?://[^\s<>]+?)>?(?: [\"'][^\n]*)?\)")


def rows(content: Content) -> Iterator[tuple[Claim, Reading]]:
    """Every reading of every claim that stands in its own table."""
    for claim in content.ledger.claims.values():
        yield from ((claim, row) for row in claim.readings if not row.of)


def what_was_not_seen_is_no_original(content: Content) -> Iterator[Mistake]:
    """A passage that was not seen stands in no source that was read in the original."""
    for claim, row in rows(content):
        seen = [source for source in row.sources if source.seen in READ]
        if row.proof and row.proof.kind == "not seen" and seen:
            told = f"the passage was not seen, but its source '{seen[0].id}' counts as"
            remedy = "Say in docs/sources.yml how it is known, or give the proof."
            yield Mistake(content.table(claim), row.line, f"{told} {seen[0].seen}. {remedy}")


def a_quantity_has_one_value(content: Content) -> Iterator[Mistake]:
    """One passage gives one value: the same sources and proof, in one unit, never two. Nor does a
    source give one name two days, or in one measure two numbers.
    """
    first: dict[tuple[str, ...], tuple[str, Claim, Reading]] = {}
    for claim, row in rows(content):
        ids, kind = " ".join(source.id for source in row.sources), row.value.kind
        keys: list[tuple[str, ...]] = []
        if row.proof and kind != "fact":
            keys.append((kind, claim.unit, ids, row.proof.text))
        if kind == "date" or (kind == "number" and claim.measure):
            keys.append(
                (kind, claim.unit, ids, row.name, "" if kind == "date" else claim.measure or "")
            )
        for key in keys:
            value, other, before = first.setdefault(key, (row.value.text, claim, row))
            told_already = other is claim and before.name == row.name  # by `readings_differ`
            if value != row.value.text and not told_already:
                there = f"{content.table(other)}:{before.line}"
                told = (
                    f"{row.value.text} stands here and {value} at {there}, for what is one quantity"
                )
                remedy = f"Correct one; here, write `see {other.id}: {before.name}`."
                if other is claim:
                    remedy = "Correct one, or tell the two apart in name and proof."
                yield Mistake(content.table(claim), row.line, f"{told}. {remedy}")
                break


def what_is_worked_out_adds_up(content: Content) -> Iterator[Mistake]:
    """Where a proof works out per cent, `3.1 to 2.4` or `3.1 of 12`, this is the value."""
    for claim, row in rows(content):
        exact = row.value.kind == "number" and row.value.relation in ("", "about")
        if not row.proof or row.proof.kind != "worked out" or claim.unit != "%" or not exact:
            continue
        match = WORKED.match(row.proof.rest)
        if not match:
            continue
        (low, high), (least, most) = _rounded(match[1]), _rounded(match[3])
        if match["way"] == "to" and low > 0:
            spans = [(100 * (least / high - 1), 100 * (most / low - 1))]
            spans += [] if claim.signed else [(-spans[0][1], -spans[0][0])]
        elif match["way"] == "of" and least > 0:
            spans = [(100 * low / most, 100 * high / least)]
            spans += [(100 - spans[0][1], 100 - spans[0][0])]
            spans += [(-spans[1][1], -spans[1][0])]
        else:
            continue
        given = row.value.agreeing()
        if all(given.apart(values.Span(*span)) for span in spans):
            one, other = (Decimal(match[at].replace(",", "")) for at in (1, 3))
            exactly = 100 * (other / one - 1) if match["way"] == "to" else 100 * one / other
            told = f"the proof works out {exactly:.2f}, and the value is {row.value.text}"
            yield Mistake(content.table(claim), row.line, f"{told}. Correct one.")


def _rounded(digits: str) -> tuple[Decimal, Decimal]:
    """The numbers that a printed one may have been before it was rounded."""
    number = Decimal(digits.replace(",", ""))
    half = Decimal(10) ** -len(digits.partition(".")[2]) * values.UNIT
    return number - half, number + half


def days_are_not_turned_round(content: Content) -> Iterator[Mistake]:
    """No date has its day and its month exchanged: its own row or prose would tell the other."""
    for claim, row in rows(content):
        value = row.value
        if value.kind != "date" or value.low != value.high or value.start.day > len(MONTHS):
            continue
        told = " ".join([row.name, row.note, row.proof.text if row.proof else "", claim.body])
        days = set(map(_day_of, DAY.findall(told)))
        own, other = (value.start.day, value.start.month), (value.start.month, value.start.day)
        if other in days and own not in days:
            turned = date(value.start.year, value.start.day, value.start.month)
            sentence = f"this is {values.show_date(value.start)}, and the words tell of"
            remedy = (
                f"If day and month are exchanged, write {turned}; else tell this day in the note."
            )
            shown = values.show_date(turned).rsplit(" ", 1)[0]
            yield Mistake(content.table(claim), row.line, f"{sentence} {shown}. {remedy}")


def _day_of(found: tuple[str, str, str, str]) -> tuple[int, int]:
    """A day in words, as (day, month)."""
    day, month = found[:2] if found[0] else (found[3], found[2])
    return int(day), MONTHS.index(month.lower()) + 1


def drafts_judge_nothing(content: Content) -> Iterator[Mistake]:
    """No claim is judged by a reading of a draft, which nobody has checked yet."""
    drafts = {claim.id for claim in content.ledger.drafts}
    for claim in content.ledger.claims.values():
        for row in claim.readings if not claim.draft else ():
            if row.of in drafts and row.role != "context":
                told = f"'{row.of}' is not checked yet, so its readings judge nothing"
                remedy = "Check that claim first, or make this row context."
                yield Mistake(content.table(claim), row.line, f"{told}. {remedy}")


def not_found_was_looked_for(content: Content) -> Iterator[Mistake]:
    """That nothing was found is said only of a claim with a search on record."""
    for claim in content.ledger.claims.values():
        if not claim.searches and claim.checked:
            for line, words in says_not_found(claim.body, claim.body_line):
                told = f"'{words}' tells of a search, but none is on record"
                remedy = "Add it under `searches`, as it was made, or say what is known."
                yield Mistake(content.words(claim)[0], line, f"{told}. {remedy}")


def linked_sources_are_listed(content: Content) -> Iterator[Mistake]:
    """The prose of a checked claim links to no source that is not in `docs/sources.yml`."""
    known = {source.address for source in content.ledger.sources.values()}
    fields = content.source_fields
    whole = fields and not fields.doubled and "" not in known  # else the one may be what is lost
    claims = content.ledger.claims.values() if whole else ()
    for claim in (claim for claim in claims if claim.checked):
        for line, text in enumerate(without_code(claim.body).split("\n"), claim.body_line):
            for address in WEB.findall(text):
                if address not in known and not tracker(address):  # of which links.py tells
                    told = f"'{address[:60]}' is no address in docs/sources.yml"
                    remedy = "Add the source and a reading of it, or take out the link."
                    yield Mistake(content.words(claim)[0], line, f"{told}. {remedy}")


def translated_words_have_a_language(content: Content) -> Iterator[Mistake]:
    """Words that are quoted and translated are of a source that says its language."""
    for claim, row in rows(content):
        translated = row.proof and TRANSLATED in row.proof.text
        known = all(source.address for source in row.sources)  # one that cannot be read has none
        if translated and known and not any(one.language for one in row.sources):
            ids = " or ".join(f"'{source.id}'" for source in row.sources)
            remedy = f"Add `language: es`, or another code, to {ids} in docs/sources.yml."
            told = "the proof is translated, and no source of it says from which language"
            yield Mistake(content.table(claim), row.line, f"{told}. {remedy}")


RULES: tuple[Rule, ...] = (
    what_was_not_seen_is_no_original,
    a_quantity_has_one_value,
    what_is_worked_out_adds_up,
    days_are_not_turned_round,
    translated_words_have_a_language,
    drafts_judge_nothing,
    not_found_was_looked_for,
    linked_sources_are_listed,
)
