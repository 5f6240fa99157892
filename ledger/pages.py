"""The pages that people wrote, other than those of claims, and the blocks that they call.

A block on a line of its own, `{{ claim("some-claim") }}`, is a template in `theme/blocks`. Adding a block is creating a file.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from ledger.claim import Ledger
from ledger.mistakes import Mistake, Slip, did_you_mean
from ledger.read import front_matter, loose_numbers, numbers_of, place, text_of, unsafe_markdown

BLOCKS = Path(__file__).parent.parent / "theme" / "blocks"
BLOCK = re.compile(r"^[ \t]*\{\{[ \t]*([\w-]+)[ \t]*\((.*)\)[ \t]*\}\}[ \t]*$", re.MULTILINE)


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


def calls(markdown: str) -> Iterator[tuple[int, str, tuple[str, ...] | None]]:
    """The marks of a page: yields (line, block name, arguments or None when they cannot be read)."""
    for match in BLOCK.finditer(markdown):
        try:
            arguments = arguments_of(match[2])
        except ValueError:
            arguments = None
        yield markdown[: match.start(1)].count("\n") + 1, match[1], arguments


def check(ledger: Ledger) -> Iterator[Mistake]:
    """The rules for pages other than claims: known marks, known claims, no loose numbers, no HTML. Yields `Problem`s."""
    blocks = [path.stem for path in sorted(BLOCKS.glob("[!_]*.html")) if not path.stem.startswith("claim-")]
    stems = {path.stem for path in (ledger.docs / "claims").glob("*.md")}
    told = set()
    for path in sorted(ledger.docs.rglob("*.md")):
        if path.parent == ledger.docs / "claims":
            continue
        shown = place(ledger, path)
        if ledger.docs / "claims" in path.parents:
            yield Mistake(shown, 1, "claims lie in docs/claims itself, never in a folder below. Move it up.")
            continue
        try:
            _, body, first = front_matter(text_of(path))
        except Slip as slip:
            yield Mistake(shown, slip.line, slip.text)
            continue
        tells = set(re.findall(r"\]\((?:\.\./)*claims/([\w-]+)\.md", body))
        placed: dict[tuple[str, tuple[str, ...] | None], int] = {}
        for line, name, arguments in calls(body):
            line += first - 1
            if placed.setdefault((name, arguments), line) != line:
                yield Mistake(shown, line, f"this stands on the page already, on line {placed[name, arguments]}. Keep one of the two.")
            elif name not in blocks:
                yield Mistake(
                    shown, line, f"there is no block '{name}'. {did_you_mean(name, blocks, 'The blocks are ' + ', '.join(blocks) + '.')}"
                )
            elif arguments is None:
                yield Mistake(
                    shown, line, f"what stands between the brackets of '{name}' cannot be read. Write claim ids in quotes: {{{{ {name}(\"some-claim\") }}}}."
                )
            elif name == "claim" and len(arguments) != 1:
                yield Mistake(shown, line, f"the mark 'claim' names one claim, but here are {len(arguments)}. Write {{{{ claim(\"some-claim\") }}}}.")
            else:
                for claim_id in arguments:
                    if claim_id not in ledger.claims and claim_id not in stems:
                        yield Mistake(
                            shown, line, f"there is no claim '{claim_id}'. {did_you_mean(claim_id, ledger.claims, 'Add it to docs/claims.')}"
                        )
                    tells.add(claim_id)
        told |= tells
        if any(name == "claim" for _, name, _ in calls(body)):
            allowed = [number for claim_id in tells if claim_id in ledger.claims for number in numbers_of(ledger.claims[claim_id])]
            for line, sentence in loose_numbers(body, first, allowed, ledger.article, "the readings of the claims that this page tells"):
                yield Mistake(shown, line, sentence)
        for line, sentence in unsafe_markdown(BLOCK.sub("", body), first):
            yield Mistake(shown, line, sentence)


def arguments_of(text: str) -> tuple[str, ...]:
    try:
        found: tuple[str, ...] = ast.literal_eval(f"({text},)" if text.strip() else "()")
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        raise ValueError(f"cannot read {text!r}") from None
    if not all(isinstance(argument, str) for argument in found):
        raise ValueError(f"not all words: {text!r}")
    return found


def written(ledger: Ledger) -> Iterator[Page]:
    """The pages that people wrote, other than those of claims, in the order of their names: yields `Page`s."""
    for path in sorted(ledger.docs.rglob("*")):
        if path.suffix not in (".md", ".py") or path.parent == ledger.docs / "claims":
            continue
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".py":  # a notebook: its words are comments
            cells = re.findall(r"^# %% \[markdown\]\n((?:#.*\n)+)", text, re.MULTILINE)
            text = re.sub(r"^# ?", "", "\n".join(cells), flags=re.MULTILINE)
        head, body, _ = front_matter(text)
        about = yaml.safe_load(head or "") or {}
        heading = re.search(r"^# +(.+)$", body, re.MULTILINE)
        opening = next((part for part in re.split(r"\n\s*\n", body) if part.strip() and not re.match(r"\s*(#|\{\{)", part)), "")
        found = list(calls(body))
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
