"""Templates: the blocks of pages and the texts to take away, each escaped as its kind asks.

A file in `theme/blocks` is a block of a page; a file in `theme/files` is named by what it makes.
"""

import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from charts import strips, svg, theme
from charts.cache import Cache, key_of, versions_of
from charts.svg import Drawing
from ledger import values
from ledger.claim import Claim
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
    if kind not in ESCAPES:
        raise ValueError(f"{template}: nothing says how words are escaped in {kind} (ESCAPES)")
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


def thumbnail(drawing: Drawing) -> Markup:
    """A drawing as its marks alone."""
    return Markup(svg.without_words(drawing))  # noqa: S704  # the project's own drawing


def curly(text: str) -> str:
    """The same letters, with curly apostrophes and single quotes, as prose has them."""
    return re.sub(r"(?<!\w)'(?=\w)", "‘", text).replace("'", "’")


def unbroken(text: str) -> Markup:
    """A title with curly apostrophes, in which a name such as GPT-4 never breaks at its hyphen."""
    kept = Markup('<span class="kept">{}</span>')
    parts = re.split(r"(\w*[A-Za-z]-\d\w*)", curly(text))
    return Markup("").join(kept.format(part) if at % 2 else part for at, part in enumerate(parts))


def strip(claim: Claim) -> Markup:
    """A claim on one line: what is said against what is recorded; empty without a number."""
    return Markup(strips.small(claim))  # noqa: S704  # the project's own drawing


# How words are written in each kind of text, so that no title can break it; HTML and XML have
# Jinja's own way, None. `|safe` is for what is text of that kind already.
ESCAPES: dict[str, Callable[[object], str] | None] = {
    ".html": None,
    ".xml": None,
    ".md": plain,
    "llms.txt": plain,
    ".bib": tex,
    ".txt": str,
}


class Compiled(BytecodeCache):
    """Templates as Jinja has compiled them, kept between builds, trusted as little as all else."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept of a template, if it was compiled from these very bytes."""
        if kept := self.cache.get(self._key(bucket)):
            bucket.bytecode_from_string(kept["code"])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        self.cache.put(self._key(bucket), {"code": bucket.bytecode_to_string()})

    def _key(self, bucket: Bucket) -> str:
        made_with = (sys.version, versions_of("jinja2", "markupsafe"))
        return key_of("template", bucket.key, bucket.checksum, made_with)


def keep_compiled(cache: Cache) -> None:
    """From now on templates are compiled once, and kept in a cache."""
    _kept["compiled"] = Compiled(cache)


_kept: dict[str, Compiled] = {}


@cache
def _templates(kind: str) -> Environment:
    escape = ESCAPES[kind]

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
        bytecode_cache=_kept.get("compiled"),
        undefined=StrictUndefined,
    )
    environment.filters.update(
        sign=sign,
        thumbnail=thumbnail,
        strip=strip,
        curly=curly,
        unbroken=unbroken,
        day=values.show_date,
    )
    environment.globals.update(LICENCE=LICENCE)
    return environment
