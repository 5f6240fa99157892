"""What changes on the built pages: prose, pictures, weight, and words for those who do not see."""

import difflib
import gzip
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup

from ledger.pages import front_matter
from tools.report.markdown import count, kilobytes, plain, table
from tools.report.sides import Side

MOST = 25  # lines of prose shown for one page


def prose(old: Side, new: Side) -> Iterator[str]:
    """What was written and struck out on each page, a sentence a line."""
    for path, (x, y) in texts(old, new).items():
        lines = [line for line in _differences(x, y) if line[1:].strip()]
        if not lines:
            continue
        shown = [f"- {_struck(line) if line[0] == '-' else _added(line)}" for line in lines[:MOST]]
        rest = len(lines) - MOST
        yield f"**{path}**"
        yield "\n".join([*shown, *([f"- and {count(rest, 'more line')}"] if rest > 0 else [])])


def _differences(x: list[str], y: list[str]) -> list[str]:
    found = difflib.unified_diff(x, y, lineterm="", n=0)
    return [line for line in found if not line.startswith(("---", "+++", "@@"))]


def _struck(line: str) -> str:
    return f"<del>{plain(line[1:].strip())}</del>"


def _added(line: str) -> str:
    return f"<ins>{plain(line[1:].strip())}</ins>"


def texts(old: Side, new: Side) -> dict[str, tuple[list[str], list[str]]]:
    """The prose of each text that changes, before and after, by its file."""
    found = {}
    folders = [side.ledger.docs for side in (old, new)]
    paths = {page.relative_to(folder) for folder in folders for page in folder.rglob("*.md")}
    for path in sorted(paths):
        x, y = (_lines(folder / path) for folder in folders)
        if x != y:
            found[f"docs/{path.as_posix()}"] = x, y
    return found


def _lines(path: Path) -> list[str]:
    """The prose of a text, a line a sentence; nothing when there is no such file."""
    if not path.exists():
        return []
    return front_matter(path.read_text(encoding="utf-8-sig", errors="replace"))[1].splitlines()


def pictures(old: Side, new: Side) -> Iterator[str]:
    """Each figure that changes, before and after, side by side."""
    for claim_id in changed_pictures(old, new):
        claim = new.claims.get(claim_id) or old.claims[claim_id]
        sides = [("before", old), ("after", new)]
        there = [(name, side) for name, side in sides if side.picture(claim_id, "png")]
        added = {"after": " (a new picture)", "before": " (removed)"}
        yield f"**{plain(claim.title)}**" + (added[there[0][0]] if len(there) == 1 else "")
        heads = " | ".join(name.capitalize() for name, _ in there)
        images = " | ".join(f"![{name}]({claim_id}-{name}.png)" for name, _ in there)
        yield f"| {heads} |\n{'| --- ' * len(there)}|\n| {images} |"
        if old.words(claim_id) != new.words(claim_id):
            yield "\n".join(
                f"- In words, {name}: {plain(side.words(claim_id))}" for name, side in there
            )


def changed_pictures(old: Side, new: Side) -> list[str]:
    """The ids of the claims whose picture changes, comes or goes."""
    if old.site is None or new.site is None:
        return []
    ids = {**old.claims, **new.claims}
    return [id for id in ids if old.picture(id, "svg") != new.picture(id, "svg")]


def weight(old: Side, new: Side) -> Iterator[str]:
    """What a reader's device has to fetch for a page, compressed as it travels."""
    if new.site is None:
        return
    now, was = (_weights(side.site) if side.site else {} for side in (new, old))
    heavy = max(now, key=lambda name: now[name])
    yield (
        f"{len(now)} pages. The start page weighs {_weight(now, was, 'index.html')}, the heaviest, "
        f"{heavy.removesuffix('index.html')}, {_weight(now, was, heavy)}."
    )
    grown = [name for name in now if name in was and now[name] > was[name] * 1.1 + 1000]
    grown.sort(key=lambda name: was[name] - now[name])
    if grown:
        yield table(
            "Page that grew by more than a tenth",
            "Before",
            "After",
            rows=[
                (name.removesuffix("index.html"), kilobytes(was[name]), kilobytes(now[name]))
                for name in grown[:10]
            ],
        )


def _weights(site: Path) -> dict[str, int]:
    """Each page's HTML, compressed."""
    return {
        path.relative_to(site).as_posix(): len(gzip.compress(path.read_bytes(), mtime=0))
        for path in sorted(site.rglob("*.html"))
    }


def _weight(now: dict[str, int], was: dict[str, int], name: str) -> str:
    size = kilobytes(now[name])
    before = kilobytes(was.get(name, now[name]))
    return size if size == before else f"{size} (was {before})"


def access(old: Side, new: Side) -> Iterator[str]:
    """How many drawings have words for people who do not see them."""
    if new.site is None:
        return
    drawings = [
        drawing
        for path in sorted(new.site.rglob("*.html"))
        for drawing in BeautifulSoup(path.read_bytes(), "html.parser").select(".drawing")
    ]
    told = [drawing for drawing in drawings if drawing.get("aria-label")]
    yield (
        f"{len(told)} of {len(drawings)} drawings have their words for people who do not see "
        "them. Contrast, keyboard and structure are checked by the tests."
    )
