"""What a change does, for people: `make report base=main` writes it to `report/`, with the pictures from before and after.

Both states are read by the rule of today. The pages and pictures from before are made by the code from before.
"""

import difflib
import gzip
import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import zip_longest
from pathlib import Path

import markdown
from bs4 import BeautifulSoup

import build_charts
from ledger import read

ROOT = Path(__file__).parent.parent
OUT = ROOT / "report"
BASES = ROOT / ".cache" / "report"
CONTENT = re.compile(r"docs/(.+\.md|.+\.csv|sources\.yml)")
MOST = 25  # lines of prose shown for one page
STYLE = (
    "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'><title>What this change does</title>"
    "<style>body{font:16px/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}"
    "td,th{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}img{max-width:100%}</style>"
)


class Unknown(Exception):
    """There is nothing to compare with; the text says why."""


@dataclass(frozen=True)
class Side:
    """One side of a comparison: what was read of `docs/`, and the site built of it, where it could be built."""

    ledger: Ledger
    mistakes: list[Mistake]
    site: Path | None

    @property
    def claims(self) -> dict[str, Claim]:
        """The claims without a mistake, by id."""
        return self.ledger.claims

    def words(self, claim_id: str) -> str:
        """The text alternative of a claim's figure, as its page has it."""
        page = self.site / "claims" / claim_id / "index.html" if self.site else None
        if page is None or not page.exists():
            return ""
        drawing = BeautifulSoup(page.read_bytes(), "html.parser").select_one("[role=img][aria-label]")
        return str(drawing["aria-label"]) if drawing else ""

    def picture(self, claim_id: str, ending: str) -> bytes:
        """A claim's picture, or nothing."""
        path = self.site / "claims" / f"{claim_id}.{ending}" if self.site else None
        return path.read_bytes() if path and path.exists() else b""


# ---------------------------------------------------------------- the two sides


def git(*arguments: str) -> str:
    """What git answers; nothing when it cannot."""
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()


def before(base: str) -> Side:
    """The project as it was where this change branched off, kept by commit so that asking again is quick."""
    commit = git("merge-base", base, "HEAD") or git("rev-parse", "--verify", "--quiet", f"{base}^{{commit}}")
    if not commit:
        raise Unknown(f"there is no commit '{base}' here. Name a branch or a commit: make report base=main")
    tree = BASES / commit
    if not tree.exists():
        shutil.rmtree(BASES, ignore_errors=True)
        unpacked = BASES / "new"
        unpacked.mkdir(parents=True)
        archive = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=True).stdout
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            files.extractall(unpacked, filter="data")
        if build_charts.CACHE.exists():  # what is drawn the same way need not be drawn again
            shutil.copytree(build_charts.CACHE, unpacked / ".cache" / "figures", ignore=shutil.ignore_patterns(".new-*"))
        site_of(unpacked)
        unpacked.rename(tree)
    return side_of(tree / "docs", tree / "site" if (tree / "site").exists() else None)


def after() -> Side:
    """The project as it is now; with mistakes in its content there is no site."""
    read = side_of(ROOT / "docs")
    return read if read.mistakes else replace(read, site=site_of(ROOT))


def side_of(docs: Path, site: Path | None = None) -> Side:
    """A folder of content, read by the rule of today."""
    found = build_charts.check(docs)
    return Side(found.ledger, found.mistakes, site)


def site_of(tree: Path) -> Path | None:
    """Build the site of a folder of the project with its own code; nothing when that fails."""
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", "site"], cwd=tree, env=settings, capture_output=True, check=False)
    return tree / "site" if run.returncode == 0 else None


# ---------------------------------------------------------------- what is told


def told(old: Side, new: Side, files: list[str]) -> Iterator[str]:
    """The whole report, a paragraph, a table or a heading at a time."""
    if new.mistakes:
        yield from _mistakes(new)
        return
    parts = [
        ("Verdicts", list(_verdicts(old, new))),
        ("Claims added and removed", list(_claims(old, new))),
        ("Numbers", list(_numbers(old, new))),
        ("Words of claims", list(_words(old, new))),
        ("Sources", list(_sources(old, new))),
        ("The figures of the article", list(_coverage(old, new))),
        ("Prose", list(_prose(old, new))),
        ("Pictures", list(_pictures(old, new))),
        ("Code and workflows", list(_code(files))),
        ("Weight and access", [*_weight(old, new), *_access(new)]),
    ]
    yield "# What this change does"
    yield _sum(old, new, files)
    if old.mistakes:
        yield (
            f"Read by the rule of today, the state before has {_count(len(old.mistakes), 'mistake')}, "
            f"so a claim may seem new that is not. The first: {plain(str(old.mistakes[0]))}"
        )
    for heading, lines in parts:
        if lines:
            yield f"## {heading}"
            yield from lines


def _mistakes(new: Side) -> Iterator[str]:
    yield "# This change cannot be built yet"
    yield (
        f"There {'is' if len(new.mistakes) == 1 else 'are'} {_count(len(new.mistakes), 'mistake')}, and each says what to do. "
        "When all are mended, this page tells what the change does."
    )
    yield table("File and line", "What is wrong, and what to do", rows=[(f"{problem.file}, line {problem.line}", problem.text) for problem in new.mistakes])


def _sum(old: Side, new: Side, files: list[str]) -> str:
    """The report in one sentence."""
    shared = _shared(old, new)
    parts = [
        (len([1 for a, b in shared if a.judgement.verdict.name != b.judgement.verdict.name]), "verdict"),
        (len(new.claims.keys() - old.claims.keys()), "new claim"),
        (len(old.claims.keys() - new.claims.keys()), "removed claim"),
        (len([1 for a, b in shared for _ in _cells(a, b)]), "changed cell"),
        (len(_changed_pictures(old, new)), "changed picture"),
        (len([1 for path in _pages(old, new)]), "changed text"),
        (len(files), "file of code"),
    ]
    named = [_count(number, word, {"file of code": "files of code"}.get(word)) for number, word in parts if number]
    if not named:
        return "**Nothing that a reader sees changes.**"
    kept = "" if parts[0][0] else " **No verdict changes.**"
    return f"In short: {', '.join(named)}.{kept}"


def _verdicts(old: Side, new: Side) -> Iterator[str]:
    """Each verdict that changes, with the reason from the claim's history."""
    rows = [
        (
            a.title if a.title == b.title else f"{a.title} → {b.title}",
            _mark(a),
            _mark(b),
            b.judgement.because,
            b.history[-1].why if len(b.history) > len(a.history) else "no reason is on record",
        )
        for a, b in _shared(old, new)
        if a.judgement.verdict.name != b.judgement.verdict.name
    ]
    if rows:
        yield table("Claim", "Before", "After", "Because", "What was learned", rows=rows)
        counts = {name: (len(x), len(y)) for (name, x), (_, y) in zip(_tally(old), _tally(new), strict=True)}
        yield "All claims now: " + ", ".join(f"{y} {name}" + (f" (was {x})" if x != y else "") for name, (x, y) in counts.items() if x or y) + "."
    for a, b in _shared(old, new):
        if a.judgement.verdict.name != b.judgement.verdict.name and a.title == b.title:
            yield f"*{plain(b.title)}*: the verdict changed, the title did not. Does it still hold?"
        kept = [(line.date, line.verdict) for line in b.history][: len(a.history)]
        if kept != [(line.date, line.verdict) for line in a.history]:
            yield (
                f"**Look here:** in *{plain(b.title)}* an older line of the history was changed or removed. That record is never rewritten; add a line instead."
            )


def _claims(old: Side, new: Side) -> Iterator[str]:
    gone, come = old.claims.keys() - new.claims.keys(), new.claims.keys() - old.claims.keys()
    rows = [("added", claim) for claim_id, claim in new.claims.items() if claim_id in come]
    rows += [("removed", claim) for claim_id, claim in old.claims.items() if claim_id in gone]
    if rows:
        yield table(
            "",
            "Claim",
            "What the article says",
            "Verdict",
            "Because",
            rows=[(what, claim.title, claim.sentence, _mark(claim), claim.judgement.because) for what, claim in rows],
        )


def _numbers(old: Side, new: Side) -> Iterator[str]:
    """Each cell of a table of readings that changes."""
    rows = [(b.title, name, what, x or "–", y or "–") for a, b in _shared(old, new) for name, what, x, y in _cells(a, b)]
    if rows:
        yield table("Claim", "Reading", "What", "Before", "After", rows=rows)


def _words(old: Side, new: Side) -> Iterator[str]:
    """Each field of a claim's front matter that changes, and each sentence of its prose."""
    rows = []
    for a, b in _shared(old, new):
        for field in claims.ClaimWords.model_fields:
            x, y = getattr(a.words, field), getattr(b.words, field)
            if x != y and field != "history":
                rows.append((b.title, field, str(x or "–"), str(y or "–")))
        rows += [(b.title, "history", "–", f"{line.date}: {line.verdict}. {line.why}") for line in b.history if line not in a.history]
    if rows:
        yield table("Claim", "Field", "Before", "After", rows=rows)


def _sources(old: Side, new: Side) -> Iterator[str]:
    rows = []
    for source_id in sorted(old.ledger.sources.keys() | new.ledger.sources.keys()):
        a, b = old.ledger.sources.get(source_id), new.ledger.sources.get(source_id)
        if a == b:
            continue
        if not (source := b or a):
            continue
        what = "added" if a is None else "removed" if b is None else "changed"
        rows.append(
            (
                what,
                source_id,
                f"{source.title}. {source.publisher}, {source.date}. {source.address}",
                source.seen,
                "; ".join(claim.title for claim in (new if b else old).ledger.users(source_id)) or "no reading yet",
            )
        )
    if rows:
        yield table("", "Id", "Source", "Seen as", "Used for", rows=rows)


def _coverage(old: Side, new: Side) -> Iterator[str]:
    x, y = (_covered(side.ledger) for side in (old, new))
    if x != y:
        yield f"{y} Before: {x[0].lower()}{x[1:]}"


def _covered(ledger: Ledger) -> str:
    named = [figure for figure in ledger.printed if figure.claim]
    silent = len([1 for claim in ledger.claims.values() if claim.id not in {figure.claim for figure in named}])
    return (
        f"The article prints {len(ledger.printed)} figures: {len(named)} are judged, and {len(ledger.printed) - len(named)} are no claims, "
        f"with the reason given; {silent} more claims are statements without a figure."
    )


def _prose(old: Side, new: Side) -> Iterator[str]:
    """What was written and struck out on each page, a sentence a line."""
    for path, (x, y) in _pages(old, new).items():
        lines = [line for line in difflib.unified_diff(x, y, lineterm="", n=0) if not line.startswith(("---", "+++", "@@")) and line[1:].strip()]
        if lines:
            shown = [f"- {'<del>' if line[0] == '-' else '<ins>'}{plain(line[1:].strip())}{'</del>' if line[0] == '-' else '</ins>'}" for line in lines[:MOST]]
            more = [f"- and {_count(len(lines) - MOST, 'more line')}"] if len(lines) > MOST else []
            yield f"**{path}**"
            yield "\n".join([*shown, *more])


def _pages(old: Side, new: Side) -> dict[str, tuple[list[str], list[str]]]:
    """The prose of each text that changes, before and after, by its file."""
    found = {}
    folders = [side.ledger.docs for side in (old, new)]
    for path in sorted({page.relative_to(folder) for folder in folders for page in folder.rglob("*.md")}):
        x, y = (_lines(folder / path) for folder in folders)
        if x != y:
            found[f"docs/{path.as_posix()}"] = x, y
    return found


def _lines(path: Path) -> list[str]:
    """The prose of a text, a line a sentence; nothing when there is no such file."""
    return read.front_matter(path.read_text(encoding="utf-8", errors="replace"))[1].splitlines() if path.exists() else []


def _pictures(old: Side, new: Side) -> Iterator[str]:
    for claim_id in _changed_pictures(old, new):
        claim = new.claims.get(claim_id) or old.claims[claim_id]
        x, y = (bool(side.picture(claim_id, "png")) for side in (old, new))
        yield f"**{plain(claim.title)}**" + ("" if x and y else " (a new picture)" if y else " (removed)")
        sides = [(name, side) for name, side, there in (("before", old, x), ("after", new, y)) if there]
        yield (
            "| "
            + " | ".join(name.capitalize() for name, _ in sides)
            + " |\n"
            + "| --- " * len(sides)
            + "|\n| "
            + " | ".join(f"![{name}]({claim_id}-{name}.png)" for name, _ in sides)
            + " |"
        )
        if old.words(claim_id) != new.words(claim_id):
            yield "\n".join(f"- In words, {name}: {plain(side.words(claim_id))}" for name, side in sides)


def _changed_pictures(old: Side, new: Side) -> list[str]:
    if old.site is None or new.site is None:
        return []
    return [claim_id for claim_id in {**old.claims, **new.claims} if old.picture(claim_id, "svg") != new.picture(claim_id, "svg")]


def _code(files: list[str]) -> Iterator[str]:
    if files:
        yield "These files are not content. Somebody who reads code should look at them."
        yield "\n".join(f"- `{name}`" for name in files)


def _weight(old: Side, new: Side) -> Iterator[str]:
    """What a reader's device has to fetch for a page, compressed as it travels."""
    if new.site is None:
        return
    now, was = (_weights(side.site) if side.site else {} for side in (new, old))
    heavy = max(now, key=lambda name: now[name])
    yield (
        f"{len(now)} pages. The start page weighs {_kb(now['index.html'])}"
        + _was(now, was, "index.html")
        + f", the heaviest, {heavy.removesuffix('index.html')}, {_kb(now[heavy])}"
        + _was(now, was, heavy)
        + "."
    )
    grown = sorted((name for name in now.keys() & was.keys() if now[name] > was[name] * 1.1 + 1000), key=lambda name: was[name] - now[name])
    if grown:
        rows = [(name.removesuffix("index.html"), _kb(was[name]), _kb(now[name])) for name in grown[:10]]
        yield table("Page that grew by more than a tenth", "Before", "After", rows=rows)


def _weights(site: Path) -> dict[str, int]:
    """Each page's HTML, compressed."""
    return {path.relative_to(site).as_posix(): len(gzip.compress(path.read_bytes(), mtime=0)) for path in sorted(site.rglob("*.html"))}


def _was(now: dict[str, int], was: dict[str, int], name: str) -> str:
    return f" (was {_kb(was[name])})" if name in was and _kb(was[name]) != _kb(now[name]) else ""


def _access(new: Side) -> Iterator[str]:
    if new.site is None:
        return
    drawings = [drawing for path in sorted(new.site.rglob("*.html")) for drawing in BeautifulSoup(path.read_bytes(), "html.parser").select(".drawing")]
    silent = [drawing for drawing in drawings if not drawing.get("aria-label")]
    yield (
        f"{len(drawings) - len(silent)} of {len(drawings)} drawings have their words for people who do not see them. "
        "Contrast, keyboard and structure are checked by the tests."
    )


# ---------------------------------------------------------------- small parts


def _shared(old: Side, new: Side) -> list[tuple[Claim, Claim]]:
    return [(old.claims[claim_id], claim) for claim_id, claim in new.claims.items() if claim_id in old.claims]


def _tally(side: Side) -> list[tuple[str, list[Claim]]]:
    return [(verdict.name, found) for verdict, found in side.ledger.tally()]


def _mark(claim: Claim) -> str:
    verdict = claim.verdict
    return f"{verdict.mark} {verdict.name}"


def _cells(old: Claim, new: Claim) -> Iterator[tuple[str, str, str, str]]:
    """Each cell that changes: (reading, what, before, after). A row with another name and the same numbers was renamed."""
    x, y = _rows(old), _rows(new)
    gone, come = [key for key in x if key not in y], [key for key in y if key not in x]
    for key in come[:]:
        twin = next((other for other in gone if {**x[other], "name": ""} == {**y[key], "name": ""}), None)
        if twin:
            gone.remove(twin)
            come.remove(key)
            yield x[twin]["name"], "name", x[twin]["name"], y[key]["name"]
    for key in [key for key in y if key in x]:
        yield from ((y[key]["name"], what, x[key].get(what, ""), y[key].get(what, "")) for what in y[key] if x[key].get(what, "") != y[key][what])
    for a, b in zip_longest(gone, come):
        if a:
            yield x[a]["name"], "the whole line", _line(x[a]), ""
        if b:
            yield y[b]["name"], "a new line", "", _line(y[b])


def _rows(claim: Claim) -> dict[tuple[str, int], dict[str, str]]:
    """A claim's readings as words, by name and by how many of that name came before."""
    found: dict[tuple[str, int], dict[str, str]] = {}
    for reading in claim.readings:
        number = len([1 for name, _ in found if name == reading.reading])
        found[reading.reading, number] = {
            "name": reading.reading,
            "value": claim.show(reading.value),
            "role": reading.role,
            "source": reading.source_id,
            "note": reading.note,
            **reading.extra,
        }
    return found


def _line(row: dict[str, str]) -> str:
    return f"{row['value']}, {row['role']}, {row['source']}" + (f", {row['note']}" if row["note"] else "")


def _count(number: int, word: str, plural: str | None = None) -> str:
    return f"{number} {word if number == 1 else plural or word + 's'}"


def _kb(size: int) -> str:
    return f"{size / 1000:.0f} kB"


def plain(text: str) -> str:
    """A text in which nothing is Markdown."""
    return re.sub(r"([\\`*_{}\[\]|~#!])", r"\\\1", escape(" ".join(text.split()), quote=False))


def table(*heads: str, rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table of plain texts."""
    lines = [heads, ["---"] * len(heads), *([plain(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def write(parts: list[str], old: Side, new: Side) -> None:
    """Write the report to `report/`: `report.md` and `index.html` with the pictures, `summary.md` without them."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir()
    for claim_id in _changed_pictures(old, new):
        for name, side in (("before", old), ("after", new)):
            if picture := side.picture(claim_id, "png"):
                (OUT / f"{claim_id}-{name}.png").write_bytes(picture)
    text = "\n\n".join(parts) + "\n"
    (OUT / "report.md").write_text(text, encoding="utf-8")
    (OUT / "index.html").write_text(STYLE + markdown.markdown(text, extensions=["tables", "sane_lists"]), encoding="utf-8")
    short = "\n\n".join(part for part in parts if "![" not in part.replace("\\![", ""))
    hint = "\n\nThe pictures from before and after are in the file *report*, at the foot of this page: unpack it and open `index.html`.\n"
    (OUT / "summary.md").write_text(short + (hint if short.count("\n## Pictures") else "\n"), encoding="utf-8")


def main() -> int:
    """Run by `make report`: returns 0, also when the content has mistakes, which the report then tells."""
    base = sys.argv[1] if len(sys.argv) == 2 else "main"
    try:
        old = before(base)
    except Unknown as unknown:
        print(f"No report: {unknown}", file=sys.stderr)
        return 1
    new = after()
    changed = git("diff", "--name-only", "--merge-base", base), git("ls-files", "--others", "--exclude-standard")
    files = sorted({name for names in changed for name in names.split("\n") if name and not CONTENT.fullmatch(name)})
    write(list(told(old, new, files)), old, new)
    print(f"Written: {OUT.relative_to(ROOT)}/report.md, and index.html with the pictures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
