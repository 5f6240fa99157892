"""The rules: each yields the mistakes of all that was read, and its docstring is the rule."""

from ledger.content import Rule
from ledger.rules import (
    article,
    calendar,
    claims,
    days,
    hours,
    links,
    pages,
    proof,
    quotes,
    sentences,
    settings,
    sources,
    stated,
    typed,
    ways,
)

RULES: tuple[Rule, ...] = (
    *claims.RULES,
    *stated.RULES,
    *calendar.RULES,
    *days.RULES,
    *hours.RULES,
    *proof.RULES,
    *quotes.RULES,
    *sentences.RULES,
    *pages.RULES,
    *typed.RULES,
    *ways.RULES,
    *links.RULES,
    *sources.RULES,
    *article.RULES,
    *settings.RULES,
)
