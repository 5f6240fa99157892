"""The rules for sources and for the numbers that the article prints."""

from collections.abc import Iterator
from itertools import pairwise

from ledger.content import Content, Rule
from ledger.files import fault_of_id
from ledger.mistakes import Mistake, did_you_mean


def sources_are_used(content: Content) -> Iterator[Mistake]:
    """Every source has a reading that rests on it."""
    if content.source_fields and content.claims_whole:
        users = content.ledger.users
        for id in content.ledger.sources:
            if not users[id] and not fault_of_id(id):
                line = content.source_fields.line((id,))
                told = f"no reading rests on the source '{id}'. Name it in one, or take it out."
                yield Mistake(content.file("sources.yml"), line, told)


def sources_are_in_order(content: Content) -> Iterator[Mistake]:
    """Sources stand in the alphabetical order of their ids."""
    ids = [id for id in content.ledger.sources if not fault_of_id(id)]
    for before, id in pairwise(ids):
        if content.source_fields and id < before:
            after = max((one for one in ids if one < id), default="")
            place = f"below '{after}'" if after else "first"
            told = f"'{id}' stands out of the alphabetical order. Put it {place}."
            yield Mistake(content.file("sources.yml"), content.source_fields.line((id,)), told)


def printed_numbers_are_accounted_for(content: Content) -> Iterator[Mistake]:
    """Each number of the article stands in its order, and names a claim that covers it or the
    reason why none does.
    """
    ledger, file, latest = content.ledger, content.file("article.csv"), -1
    sections = list(ledger.article.sections) if ledger.article else []
    for line, number in zip(content.printed_lines, ledger.printed, strict=True):
        if sections and number.where not in sections:
            known = did_you_mean(number.where, sections, f"The sections are {', '.join(sections)}.")
            yield Mistake(file, line, f"the article has no section '{number.where}'. {known}")
        elif sections:
            place = sections.index(number.where)
            if place < latest:
                told = f"'{number.where}' comes earlier in the article than the line before"
                yield Mistake(file, line, f"{told}. Keep the article's order.")
            latest = place
        if number.claim_id and number.claim_id not in content.stems:
            yield Mistake(file, line, content.no_claim(number.claim_id))
        if bool(number.claim_id) == bool(number.reason):
            told = f"the figure '{number.text}' needs a claim that covers it"
            yield Mistake(file, line, f"{told}, or a reason why none does: one of the two.")


def stated_numbers_are_printed(content: Content) -> Iterator[Mistake]:
    """Where the numbers of the article are listed, each claim with a stated number or date has its
    line.
    """
    named = {number.claim_id for number in content.ledger.printed}
    lines = content.printed_lines
    for claim in content.ledger.claims.values() if lines and content.printed_whole else ():
        if claim.stated and claim.stated.kind != "fact" and claim.id not in named:
            told = (
                f"no figure names the claim '{claim.id}', which has a stated value. Add its line."
            )
            yield Mistake(content.file("article.csv"), lines[-1], told)


RULES: tuple[Rule, ...] = (
    sources_are_used,
    sources_are_in_order,
    printed_numbers_are_accounted_for,
    stated_numbers_are_printed,
)
