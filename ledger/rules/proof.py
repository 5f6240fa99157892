"""The rules for proofs: what is not seen, what was looked for, and one value for one quantity."""

import re
from collections.abc import Iterator

from ledger.claim import Claim
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.pages import without_code
from ledger.proofs import TRANSLATED
from ledger.prose import says_not_found
from ledger.reading import Reading

READ = ("original", "excerpt")  # how a source was seen whose words were read
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
    claims = content.ledger.claims.values() if content.source_fields else ()
    for claim in (claim for claim in claims if claim.checked):
        for line, text in enumerate(without_code(claim.body).split("\n"), claim.body_line):
            for address in WEB.findall(text):
                if address not in known:
                    told = f"'{address[:60]}' is no address in docs/sources.yml"
                    remedy = "Add the source and a reading of it, or take out the link."
                    yield Mistake(content.words(claim)[0], line, f"{told}. {remedy}")


def translated_words_have_a_language(content: Content) -> Iterator[Mistake]:
    """Words that are quoted and translated are of a source that says its language."""
    for claim, row in rows(content):
        translated = row.proof and TRANSLATED in row.proof.text
        if translated and content.source_fields and not any(one.language for one in row.sources):
            ids = " or ".join(f"'{source.id}'" for source in row.sources)
            remedy = f"Add `language: es`, or another code, to {ids} in docs/sources.yml."
            told = "the proof is translated, and no source of it says from which language"
            yield Mistake(content.table(claim), row.line, f"{told}. {remedy}")


RULES: tuple[Rule, ...] = (
    what_was_not_seen_is_no_original,
    a_quantity_has_one_value,
    translated_words_have_a_language,
    drafts_judge_nothing,
    not_found_was_looked_for,
    linked_sources_are_listed,
)
