"""The rules: each yields the mistakes of all that was read, and its docstring is the rule."""

from ledger.content import Rule
from ledger.rules import article, calendar, claims, days, links, pages, proof, sentences, sources

RULES: tuple[Rule, ...] = (
    *claims.RULES,
    *calendar.RULES,
    *days.RULES,
    *proof.RULES,
    *sentences.RULES,
    *pages.RULES,
    *links.RULES,
    *sources.RULES,
    *article.RULES,
)
