"""Pages: from a page's Markdown to Markdown with its figures in place. Plain functions that know no site generator.

A mark on a line of its own, `{{ claim("some-claim") }}`, names a block: a template in `theme/blocks`. Adding a block is creating a file.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import jinja2
import yaml
from markupsafe import Markup

from charts import claims, theme, values, verdict

if TYPE_CHECKING:
    from charts import render

BLOCKS = Path(__file__).parent.parent / "theme" / "blocks"
MARK = re.compile(r"^[ \t]*\{\{[ \t]*([\w-]+)[ \t]*\((.*)\)[ \t]*\}\}[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Site:
    """What every block may use: the checked content, the pictures by claim, and where readers edit and report.

    `pictures` maps a claim's id to its `Pictures` and `"overview"` to the picture of all claims; `repository` is an address
    such as https://github.com/someone/something, or empty, and then there are no links to an editor. `address` is where the
    site stands, ending in a slash, or empty when nobody knows yet.
    """

    ledger: claims.Ledger
    pictures: dict[str, "render.Pictures"]
    repository: str = ""
    branch: str = "main"
    chapters: dict[str, str] = field(default_factory=dict)
    name: str = ""
    description: str = ""
    address: str = ""
    language: str = "en"

    @cached_property
    def pages(self) -> list["Page"]:
        """The pages that people wrote, other than those of claims: a list of `Page`s."""
        return list(written(self.ledger))

    def at(self, path: str, home: str = "") -> str:
        """Where a part of the site is to be found: its whole address when the site has one, else the way from the page."""
        return f"{self.address or home}{path}"

    def edit(self, path: str) -> str:
        """The address of GitHub's editor on a file of the project, or an empty string when there is no repository."""
        return f"{self.repository}/edit/{self.branch}/{path}" if self.repository else ""

    def report(self, claim: claims.Claim, home: str) -> str:
        """The address of GitHub's form for a wrong fact, filled with the claim, or an empty string when there is no repository."""
        page = quote(self.at(f"claims/{claim.id}/", home), safe="")
        return f"{self.repository}/issues/new?template=wrong-fact.yml&claim={claim.id}&page={page}" if self.repository else ""


@dataclass(frozen=True)
class Page:
    """A page that people wrote: its file, its title and description, its Markdown, the claims it tells and the blocks it shows."""

    path: str
    title: str
    description: str
    body: str
    tells: tuple[str, ...]
    blocks: tuple[str, ...]

    @property
    def url(self) -> str:
        """Its address from the site's root: `method/`, or an empty string for the home page."""
        stem = self.path.rsplit(".", 1)[0]
        return "" if stem == "index" else f"{stem.removesuffix('/index')}/"


def place(markdown: str, site: Site, home: str = "") -> str:
    """A page's Markdown with each mark replaced by its block.

    `home` is the way from the page to the site's root, such as `../../`. Raises ValueError on a mark that `marks` would refuse.
    """
    return MARK.sub(lambda match: "\n" + block(match[1], _arguments(match[2]), site, home) + "\n", markdown)


def claim_page(claim: claims.Claim, site: Site, home: str = "../../") -> str:
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
        "shapes": claims.SHAPES,
        "arguments": arguments,
        "claims": site.ledger.claims,
    }
    html = _templates().get_template(f"{name}.html").render(context)
    # A blank line would end the HTML for Markdown, and so would an indented first line.
    return re.sub(r"\n\s*\n+", "\n", html.strip())


def marks(markdown: str) -> Iterator[tuple[int, str, tuple[str, ...] | None]]:
    """The marks of a page: yields (line, block name, arguments or None when they cannot be read)."""
    for match in MARK.finditer(markdown):
        try:
            arguments = _arguments(match[2])
        except ValueError:
            arguments = None
        yield markdown[: match.start(1)].count("\n") + 1, match[1], arguments


def check(ledger: claims.Ledger) -> Iterator[claims.Problem]:
    """The rules for pages other than claims: known marks, known claims, no loose numbers, no HTML. Yields `Problem`s."""
    blocks = [path.stem for path in sorted(BLOCKS.glob("[!_]*.html")) if not path.stem.startswith("claim-")]
    stems = {path.stem for path in (ledger.docs / "claims").glob("*.md")}
    told = set()
    for path in sorted(ledger.docs.rglob("*.md")):
        if path.parent == ledger.docs / "claims":
            continue
        shown = claims.place(ledger, path)
        if ledger.docs / "claims" in path.parents:
            yield claims.Problem(shown, 1, "claims lie in docs/claims itself, never in a folder below. Move it up.")
            continue
        try:
            _, body, first = claims.front_matter(claims.text_of(path))
        except claims.Slip as slip:
            yield claims.Problem(shown, slip.line, slip.text)
            continue
        tells = set(re.findall(r"\]\((?:\.\./)*claims/([\w-]+)\.md", body))
        placed: dict[tuple[str, tuple[str, ...] | None], int] = {}
        for line, name, arguments in marks(body):
            line += first - 1
            if placed.setdefault((name, arguments), line) != line:
                yield claims.Problem(shown, line, f"this stands on the page already, on line {placed[name, arguments]}. Keep one of the two.")
            elif name not in blocks:
                yield claims.Problem(
                    shown, line, f"there is no block '{name}'. {claims.did_you_mean(name, blocks, 'The blocks are ' + ', '.join(blocks) + '.')}"
                )
            elif arguments is None:
                yield claims.Problem(
                    shown, line, f"what stands between the brackets of '{name}' cannot be read. Write claim ids in quotes: {{{{ {name}(\"some-claim\") }}}}."
                )
            elif name == "claim" and len(arguments) != 1:
                yield claims.Problem(shown, line, f"the mark 'claim' names one claim, but here are {len(arguments)}. Write {{{{ claim(\"some-claim\") }}}}.")
            else:
                for claim_id in arguments:
                    if claim_id not in ledger.claims and claim_id not in stems:
                        yield claims.Problem(
                            shown, line, f"there is no claim '{claim_id}'. {claims.did_you_mean(claim_id, ledger.claims, 'Add it to docs/claims.')}"
                        )
                    tells.add(claim_id)
        told |= tells
        if any(name == "claim" for _, name, _ in marks(body)):
            allowed = [number for claim_id in tells if claim_id in ledger.claims for number in claims.numbers_of(ledger.claims[claim_id])]
            for line, sentence in claims.loose_numbers(body, first, allowed, ledger.article, "the readings of the claims that this page tells"):
                yield claims.Problem(shown, line, sentence)
        for line, sentence in claims.unsafe_markdown(MARK.sub("", body), first):
            yield claims.Problem(shown, line, sentence)


def _arguments(text: str) -> tuple[str, ...]:
    try:
        found: tuple[str, ...] = ast.literal_eval(f"({text},)" if text.strip() else "()")
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        raise ValueError(f"cannot read {text!r}") from None
    if not all(isinstance(argument, str) for argument in found):
        raise ValueError(f"not all words: {text!r}")
    return found


def written(ledger: claims.Ledger) -> Iterator[Page]:
    """The pages that people wrote, other than those of claims, in the order of their names: yields `Page`s."""
    for path in sorted(ledger.docs.rglob("*")):
        if path.suffix not in (".md", ".py") or path.parent == ledger.docs / "claims":
            continue
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".py":  # a notebook: its words are comments
            cells = re.findall(r"^# %% \[markdown\]\n((?:#.*\n)+)", text, re.MULTILINE)
            text = re.sub(r"^# ?", "", "\n".join(cells), flags=re.MULTILINE)
        head, body, _ = claims.front_matter(text)
        about = yaml.safe_load(head or "") or {}
        heading = re.search(r"^# +(.+)$", body, re.MULTILINE)
        opening = next((part for part in re.split(r"\n\s*\n", body) if part.strip() and not re.match(r"\s*(#|\{\{)", part)), "")
        found = list(marks(body))
        told = [claim_id for _, name, arguments in found if name == "claim" for claim_id in arguments or ()]
        told += re.findall(r"\]\((?:\.\./)*claims/([\w-]+)\.md", body)
        yield Page(
            path=path.relative_to(ledger.docs).as_posix(),
            title=_words(heading[1] if heading else str(about.get("title", path.stem))),
            description=_words(str(about.get("description") or opening)),
            body=body,
            tells=tuple(claim_id for claim_id in dict.fromkeys(told) if claim_id in ledger.claims),
            blocks=tuple(name for _, name, _ in found),
        )


def _words(markdown: str) -> str:
    """Markdown of one line or paragraph as plain words."""
    return " ".join(re.sub(r"\[([^\]]*)\]\([^)]*\)|[*`\\]", r"\1", markdown).split())


@cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(BLOCKS),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    from charts import exports  # here, because it builds on this module

    environment.filters.update(mark=mark, day=values.show_date, svg=Markup)
    environment.globals.update(exports=exports)
    return environment


def mark(name: str) -> Markup:
    """A verdict's shape as a small inline picture; the word always stands beside it."""
    return Markup('<svg class="mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path fill-rule="evenodd" d="{}"/></svg>').format(
        theme.MARKS[name.lower()]
    )
