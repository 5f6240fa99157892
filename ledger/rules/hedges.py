"""The rules for hedges and bounds: a value has them where its words do, and only there."""

from collections.abc import Iterator

from ledger.content import Content, Rule
from ledger.hedges import LEAST, LESS, MORE, MOST, PLAIN, RANGE, Hedge, dates, hedge
from ledger.mistakes import Mistake
from ledger.passages import gives, quoted, quotes_of
from ledger.rules.article import lines_of
from ledger.rules.proof import rows
from ledger.values import Value

SIDES = (frozenset({MORE, LEAST}), frozenset({LESS, MOST}))  # of a number, on which a bound leaves


def quotes_hedge_as_values_do(content: Content) -> Iterator[Mistake]:
    """A value is about a number, or a bound, where its quote says so, and only there."""
    for claim, row in rows(content):
        value, proof = row.value, row.proof
        if not proof or proof.kind != "phrase" or value.kind != "number" or value.relation == RANGE:
            continue
        own, english, *others = quotes_of(proof)
        found = _hedges(value, claim.unit, own, bool(english))
        if english and all(PLAIN in one.relations for one in found):
            found = _hedges(value, claim.unit, english)
        found += [one for words in others for one in _hedges(value, claim.unit, words)]
        # Of other languages few words are known, so a number may only seem to stand without one.
        unknown = not english and any(source.language for source in row.sources)
        if (wrong := _wrong(value, found)) and not (unknown and PLAIN in wrong.relations):
            sentence = f"the quote says {wrong.words}, and the value is {value.text}"
            remedy = f"{_remedy(value, wrong)}, or correct the quote."
            yield Mistake(content.table(claim), row.line, f"{sentence}. {remedy}")


def sentences_hedge_as_stated(content: Content) -> Iterator[Mistake]:
    """What is stated is about a number, or a bound, where the claim's sentence says so, and only
    there.
    """
    for claim in content.ledger.claims.values():
        stated = claim.stated
        if not stated or stated.kind == "fact" or stated.relation == RANGE:
            continue
        if stated.kind == "number":
            found = _hedges(stated, claim.unit, claim.sentence)
        else:
            found = dates(claim.sentence, stated.end.year)
        if wrong := _wrong(stated, found):
            sentence = f"'claim' says {wrong.words}, and 'stated' is {stated.text}"
            remedy = f"{_remedy(stated, wrong)}, or correct the claim."
            yield Mistake(*content.words(claim, "stated"), f"{sentence}. {remedy}")


def sentences_of_article_keep_bounds(content: Content) -> Iterator[Mistake]:
    """A sentence of the article in our words turns no bound that its claims state."""
    file, claims = content.file("statements.csv"), content.ledger.claims
    rows = zip(lines_of(content.statements.rows), content.ledger.statements, strict=True)
    for line, one in rows:
        for claim in (claims[id] for id in one.claim_ids if id in claims):
            stated = claim.stated
            if not stated or stated.kind != "number" or not stated.relation:
                continue
            found = _hedges(stated, claim.unit, one.text)
            own, other = SIDES if stated.relation in SIDES[0] else SIDES[::-1]
            if stated.relation in own and found and all(has.relations <= other for has in found):
                told = f"the sentence says {found[0].words}, and '{claim.id}' states {stated.text}"
                yield Mistake(file, line, f"{told}. Write it as the article does.")


def _hedges(value: Value, unit: str, words: str, foreign: bool = False) -> list[Hedge]:
    """What some words say of the numbers that are a value's own, digit for digit."""
    found = quoted(words) if words else ()
    number = abs(value.low)
    return [hedge(one) for one in found if gives(one, number, unit, foreign=foreign)]


def _wrong(value: Value, found: list[Hedge]) -> Hedge | None:
    """What some hedges allow, in the words of the first, where none has the relation of a value."""
    allowed = frozenset().union(*(one.relations for one in found))
    return Hedge(allowed, found[0].words) if found and value.relation not in allowed else None


def _remedy(value: Value, hedge: Hedge) -> str:
    """What to write for a value, so that it says what its words say."""
    number = value.text.rpartition(" ")[2]
    if RANGE in hedge.relations:
        return "Write both ends, like 5 to 8"
    says = [f"{relation} {number}".strip() for relation in sorted(hedge.relations)]
    return f"Write {' or '.join(says)}"


RULES: tuple[Rule, ...] = (
    quotes_hedge_as_values_do,
    sentences_hedge_as_stated,
    sentences_of_article_keep_bounds,
)
