"""Templates: the blocks of pages and the texts to take away, each escaped as its kind asks.

A file in `theme/blocks` is a block of a page; a file in `theme/files` is named by what it makes.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from charts import theme
from ledger import values
from ledger.verdict import Verdict

THEME = Path(__file__).parent.parent / "theme"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def fill(template: str, /, **context: Any) -> str:
    """The text that a template makes, by its name under `theme`, such as `files/feed.xml`."""
    path = Path(template)
    kind = path.name if path.name in ESCAPES else path.suffix
    return _templates(kind).get_template(template).render(**context)


def plain(text: object) -> str:
    """Words that mean nothing to Markdown."""
    return re.sub(r"([\\`*\[\]<|])", r"\\\1", "" if text is None else str(text))


def tex(text: object) -> str:
    """Words that mean nothing to TeX."""
    special = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}

    def escaped(sign: re.Match[str]) -> str:
        return special.get(sign.group(), f"\\{sign.group()}")

    return re.sub(r"[\\~^&%$#_{}]", escaped, str(text))


def sign(verdict: Verdict | str) -> Markup:
    """A verdict's shape as a small inline picture; the word always stands beside it."""
    name = verdict if isinstance(verdict, str) else verdict.name
    return Markup(
        '<svg class="sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">'
        '<path fill-rule="evenodd" d="{}"/></svg>'
    ).format(theme.SIGNS[name.lower()])


# How words are written in each kind of text, so that no title can break it; HTML and XML have
# Jinja's own way. `|safe` is for what is text of that kind already.
ESCAPES: dict[str, Callable[[object], str]] = {
    ".md": plain,
    "llms.txt": plain,
    ".bib": tex,
    ".txt": str,
}


@cache
def _templates(kind: str) -> Environment:
    escape = ESCAPES.get(kind)

    def escaped(part: object) -> object:
        return part if escape is None or isinstance(part, Markup) else escape(part)

    braces = ("<<", ">>") if kind == ".bib" else ("{{", "}}")  # TeX has braces of its own
    environment = Environment(
        loader=FileSystemLoader(THEME),
        autoescape=escape is None,  # noqa: S701  # what is no HTML is escaped by `finalize`
        finalize=escaped,
        variable_start_string=braces[0],
        variable_end_string=braces[1],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        undefined=StrictUndefined,
    )
    environment.filters.update(sign=sign, day=values.show_date)
    environment.globals.update(LICENCE=LICENCE)
    return environment
