"""The pages that people wrote, other than those of claims, and the blocks that they call.

A block on a line of its own, `{{ claim("some-claim") }}`, is a template in `theme/blocks`.
Adding a block is creating a file.
"""

import ast
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

BLOCK = re.compile(r"[ \t]*\{\{[ \t]*([\w-]+)[ \t]*\(((?:(?!\}\}).)*)\)[ \t]*\}\}[ \t]*")
_FENCE = re.compile(r"(```+|~~~+) *([\w#.+-]*) *")
_FRONT = re.compile(r"---[ \t]*\n((?:.*\n)+?)?---[ \t]*(?:\n|$)")
PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")
BESIDE = re.compile(r"\]\(([\w-]+)\.md\b")  # a link from one claim to another
LINK = re.compile(r"\]\((?:\.\./)*claims/([\w-]+)\.md")
FIGURES = ("wide", "claim", "claims")  # the blocks that draw the claims that they name
STORY = "story"  # the block that names pages: the parts of the story, in their order
TELLING = (*FIGURES, "number", "quote", "example")  # the blocks that tell the claims that they name


@dataclass(frozen=True)
class Call:
    """A block that a page calls; its arguments are None when they cannot be read."""

    line: int
    name: str
    arguments: tuple[str, ...] | None


@dataclass(frozen=True)
class Page:
    """A page that people wrote.

    `path` is its file below `docs/`, `meta` the fields of its front matter, `body` its prose, which
    begins at `body_line`; `tells` are the ids of the claims that it shows or links to.
    """

    path: str
    title: str
    description: str
    meta: dict[str, str]
    body: str
    body_line: int
    tells: tuple[str, ...]
    calls: tuple[Call, ...]

    @property
    def point(self) -> str:
        """The id of the claim that it turns on: of its wide figure, else of its first, or empty."""
        wide = [call for call in self.calls if call.name == FIGURES[0]]
        drawn = [call for call in self.calls if call.name in FIGURES]
        return next((id for call in (*wide, *drawn) for id in call.arguments or ()), "")

    @property
    def url(self) -> str:
        """Its address from the site's root: `method/`, or an empty string for the home page."""
        return url_of(self.path)


def url_of(path: str) -> str:
    """The address of a page from the site's root, by its file: one of `index` is its folder's."""
    stem = path.rsplit(".", 1)[0]
    return "" if stem == "index" else f"{stem.removesuffix('/index')}/"


def front_matter(text: str) -> tuple[str | None, str, int]:
    """Part a page into its front matter, or None, its prose, and the line of the prose."""
    match = _FRONT.match(text)
    if not match:
        return None, text, 1
    return match[1] or "", text[match.end() :], text.count("\n", 0, match.end()) + 1


def fault_of_fields(text: str, head: str | None, body: str, line: int) -> tuple[int, str] | None:
    """Where the front matter of a page does not begin or end where it should, and what to do;
    of a text and the parts that it has.
    """
    if early := re.match(r"\s*\n---[ \t]*\n[\w-]+:", text):
        line = early.group().count("\n")
        return line, "the fields begin on the first line. Take out what stands above this one."
    if head is None and re.match(r"---[ \t]*\n", text):
        return 1, "the fields begin here and never end. Put a line --- below the last of them."
    if head is not None and re.match(r"\s*[a-z_]+:(?: |\n)(?:.*\n)*?---[ \t]*(?:\n|$)", body):
        return line - 1, "these three dashes end the fields too early. Take them out."
    return None


def page_of(path: str, about: dict[str, str], body: str, first_line: int = 1) -> Page:
    """The page of a file; without front matter its first heading and paragraph describe it."""
    heading = re.search(r"^# +(.+)$", body, re.MULTILINE)
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    called = tuple(part for part in parts(body, first_line) if isinstance(part, Call))
    told = [id for call in called if call.name in TELLING for id in call.arguments or ()]
    told += [match[1] for match in LINK.finditer(without_code(body))]
    return Page(
        path=path,
        title=plain_of(heading[1] if heading else about.get("title", stem)),
        description=plain_of(about.get("description") or _opening(body)),
        meta=about,
        body=body,
        body_line=first_line,
        tells=tuple(dict.fromkeys(told)),
        calls=called,
    )


def page_of_notebook(path: str, text: str) -> Page:
    """The page of a notebook: its words are the comments of its Markdown cells."""
    cells = re.findall(r"^# %% \[markdown\]\n((?:#.*\n)+)", text, re.MULTILINE)
    return page_of(path, {}, re.sub(r"^# ?", "", "\n".join(cells), flags=re.MULTILINE))


def _opening(body: str) -> str:
    """The first paragraph that is neither a heading nor a block."""
    paragraphs = (part for part in re.split(r"\n\s*\n", body) if part.strip())
    return next((part for part in paragraphs if not re.match(r"\s*(#|\{\{)", part)), "")


def plain_of(markdown: str) -> str:
    """Markdown of one line or paragraph as plain words."""
    return " ".join(re.sub(r"\[([^\[\]\n]*)\]\([^()\n]*\)|[*`\\]", r"\1", markdown).split())


def story_of(pages: Iterable[Page]) -> tuple[str, ...]:
    """The pages that are parts of the story, in their order, as its block names them."""
    calls = (call for page in pages for call in page.calls if call.name == STORY)
    return tuple(dict.fromkeys(path for call in calls for path in call.arguments or ()))


# ---------------------------------------------------------------- blocks and code


def parts(markdown: str, first_line: int = 1) -> Iterator[str | Call]:
    """The Markdown of a page and the blocks between, in order; a block in fenced code is none."""
    code = code_lines(markdown)
    plain: list[str] = []
    for line, row in enumerate(markdown.split("\n"), first_line):
        match = BLOCK.fullmatch(row) if "{{" in row and line - first_line + 1 not in code else None
        if match:
            if plain:
                yield "\n".join([*plain, ""])
            yield Call(line, match[1], _arguments(match[2]))
            plain = [""]
        else:
            plain.append(row)
    yield "\n".join(plain)


def _arguments(text: str) -> tuple[str, ...] | None:
    """What stands between the brackets of a block, or None when it is not a list of words."""
    try:
        found: tuple[str, ...] = ast.literal_eval(f"({text},)" if text.strip() else "()")
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return None
    return found if all(isinstance(argument, str) for argument in found) else None


def code_lines(markdown: str) -> set[int]:
    """The numbers of the lines that are fenced code, fences too, as Markdown finds them."""
    if "```" not in markdown and "~~~" not in markdown:
        return set()
    rows = markdown.split("\n")
    ends: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        if row.startswith(("```", "~~~")):
            ends.setdefault(row.rstrip(" "), []).append(at)
    found: set[int] = set()
    at = 0
    while at < len(rows):
        match = _FENCE.fullmatch(rows[at])
        closing = ends.get(match[1], []) if match else []
        nearest = bisect_right(closing, at)
        if nearest < len(closing):
            found |= set(range(at + 1, closing[nearest] + 2))
            at = closing[nearest]
        at += 1
    return found


def without_code(markdown: str) -> str:
    """The same lines with nothing on those that are fenced code."""
    code = code_lines(markdown)
    rows = enumerate(markdown.split("\n"), 1)
    return "\n".join("" if line in code else row for line, row in rows) if code else markdown


def placed(
    pattern: re.Pattern[str], text: str, first_line: int
) -> Iterator[tuple[int, re.Match[str]]]:
    """All that a pattern finds in a text, each with its line."""
    at, line = 0, first_line
    for match in pattern.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        yield line, match


def open_fences(markdown: str) -> Iterator[int]:
    """The lines that look like fences and belong to no block of code."""
    code = code_lines(markdown)
    for line, row in enumerate(markdown.split("\n"), 1):
        if line not in code and row.startswith(("```", "~~~")):
            yield line
