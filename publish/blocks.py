"""Pages: from a page's Markdown to Markdown with its figures in place. Plain functions that know no site generator.

A mark on a line of its own, `{{ claim("some-claim") }}`, names a block: a template in `theme/blocks`. Adding a block is creating a file.
"""

import re
from functools import cache

import jinja2
from markupsafe import Markup

from charts import theme
from ledger import shapes, values, verdict
from ledger.claim import Claim
from ledger.pages import BLOCK, BLOCKS, arguments_of
from publish.site import Site


def place(markdown: str, site: Site, home: str = "") -> str:
    """A page's Markdown with each mark replaced by its block.

    `home` is the way from the page to the site's root, such as `../../`. Raises ValueError on a mark that `marks` would refuse.
    """
    return BLOCK.sub(lambda match: "\n" + block(match[1], arguments_of(match[2]), site, home) + "\n", markdown)


def claim_page(claim: Claim, site: Site, home: str = "../../") -> str:
    """The Markdown of a claim's own page: what is said, the verdict, the figure, the prose, the readings and their history."""
    before = block("claim-head", (claim.id,), site, home)
    after = block("claim-tail", (claim.id,), site, home)
    return f"{before}\n\n{claim.body.strip()}\n\n{after}\n"


def block(name: str, arguments: tuple[str, ...], site: Site, home: str) -> str:
    """One block as HTML that Markdown leaves alone."""
    context = {
        "site": site,
        "ledger": site.ledger,
        "home": home,
        "verdicts": verdict.VERDICTS,
        "comparison": verdict.COMPARISON,
        "shapes": shapes.SHAPES,
        "arguments": arguments,
        "claims": site.ledger.claims,
    }
    html = _templates().get_template(f"{name}.html").render(context)
    # A blank line would end the HTML for Markdown, and so would an indented first line.
    return re.sub(r"\n\s*\n+", "\n", html.strip())


@cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(BLOCKS),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    from publish import exports  # here, because it builds on this module

    environment.filters.update(mark=mark, day=values.show_date, svg=Markup)
    environment.globals.update(exports=exports)
    return environment


def mark(name: str) -> Markup:
    """A verdict's shape as a small inline picture; the word always stands beside it."""
    return Markup('<svg class="mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path fill-rule="evenodd" d="{}"/></svg>').format(
        theme.MARKS[name.lower()]
    )
