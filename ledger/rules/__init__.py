"""The rules: each yields the mistakes of all that was read, and its docstring is the rule."""

from ledger.content import Rule
from ledger.rules import claims, pages, sources

RULES: tuple[Rule, ...] = (*claims.RULES, *pages.RULES, *sources.RULES)
