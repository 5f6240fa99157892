"""The rules: each yields the mistakes of all that was read, and its docstring is the rule."""

from ledger.content import Rule
from ledger.rules import article, claims, pages, proof, sentences, sources

RULES: tuple[Rule, ...] = (
    *claims.RULES,
    *proof.RULES,
    *sentences.RULES,
    *pages.RULES,
    *sources.RULES,
    *article.RULES,
)
