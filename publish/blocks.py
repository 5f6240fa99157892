"""Blocks: from a page's Markdown to Markdown with its figures, tables and lists in place.

A line of its own, `{{ claim("some-claim") }}`, calls a block: a template in `theme/blocks`.
"""

import re
from collections.abc import Callable, Sequence

from ledger import shapes, verdict
from ledger.claim import Claim
from ledger.pages import Call, Page, parts
from ledger.strength import strength
from ledger.tallies import tallies
from ledger.turns import turns
from publish import citing, evidence, machines
from publish.site import View
from publish.templates import fill

Block = Callable[[Call, Sequence[Claim]], str]


def place_blocks(page: Page, view: View) -> str:
    """The Markdown of a page that people wrote, each call of a block replaced by the block."""
    return place(page, view, lambda call, claims: draw_call(call, claims, view))


def place(page: Page, view: View, block: Block) -> str:
    """The Markdown of a page, each call of a block replaced by what `block(call, claims)` gives."""

    def placed(part: str | Call) -> str:
        if isinstance(part, str):
            return part
        named = part.arguments or ()  # of claims, or of sections
        claims = [view.ledger.claims[id] for id in named if id in view.ledger.claims]
        return f"\n{block(part, claims)}\n"

    return "".join(map(placed, parts(page.body)))


def draw_claim_page(claim: Claim, view: View) -> str:
    """A claim's own page: what is said, the verdict, the figure, the prose, the readings."""
    before = draw_block("claim-head", [claim], view)
    after = draw_block("claim-tail", [claim], view)
    return f"{before}\n\n{claim.body.strip()}\n\n{after}\n"


def draw_call(call: Call, claims: Sequence[Claim], view: View) -> str:
    """The block that a page calls, as HTML; `claims` are those that it names."""
    return draw_block(call.name, claims, view, call.arguments or ())


def draw_block(
    name: str, claims: Sequence[Claim], view: View, arguments: Sequence[str] = ()
) -> str:
    """One block as HTML that Markdown leaves alone."""
    html = fill(
        f"blocks/{name}.html",
        site=view.site,
        view=view,
        home=view.home,
        ledger=view.ledger,
        arguments=arguments,
        claims=claims,
        claim=claims[0] if claims else None,
        pictures=view.site.pictures,
        verdicts=verdict.VERDICTS,
        comparison=verdict.COMPARISON,
        shapes=shapes.SHAPES,
        ratings=machines.RATINGS,
        citing=citing,
        evidence=evidence,
        turns=turns,
        strength=strength,
        tallies=tallies,
    )
    # A blank line would end the HTML for Markdown, and so would an indented first line.
    return re.sub(r"\n\s*\n+", "\n", html.strip())
