"""Claims in, figures out: check everything under docs/ and draw a figure for each claim.

Run it by hand, `python build_charts.py`, and find the figures in `build/`; or let MkDocs run the
same steps through `theme/hooks.py`.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ledger.claim import Ledger
from ledger.missing import missing, summed_up
from ledger.mistakes import Mistake
from ledger.read import read_ledger

if TYPE_CHECKING:  # checking alone needs none of them
    from charts.pictures import Pictures
    from publish.pages import Published
    from publish.site import Site

ROOT = Path(__file__).parent
CACHE = ROOT / ".cache"  # the script's and the site's, for every folder of content
WRITTEN = ".written.json"  # in a folder of figures: the files in it that this script has written


@dataclass(frozen=True)
class Result:
    """What one run read and drew; `summary` and `trouble` are each a line, or empty."""

    ledger: Ledger
    mistakes: list[Mistake]
    pictures: "dict[str, Pictures]" = field(default_factory=dict)
    summary: str = ""
    trouble: str = ""


def build(docs: Path, cache: Path = CACHE, progress: bool = False) -> Result:
    """Check a folder of content and draw what is not drawn yet. With a mistake, nothing is drawn.

    A claim that cannot be drawn is a mistake too; all others are drawn.
    """
    from charts import workers
    from charts.cache import Cache
    from charts.render import draw_all
    from charts.workers import Undrawn

    start = time.monotonic()
    if not Cache(cache, docs, "figures").folder.is_dir():  # all is to be drawn
        workers.load()
    ledger = read_ledger(docs)
    if ledger.mistakes:
        return Result(ledger, [*ledger.mistakes])
    mistakes: list[Mistake] = []
    try:
        figures = draw_all(ledger, cache, progress)
    except Undrawn as undrawn:
        figures, mistakes = undrawn.pictures, undrawn.mistakes
    redrawn = {name.partition(" ")[0] for name in figures.made}.intersection(ledger.claims)
    seconds = time.monotonic() - start
    summary = f"{len(ledger.claims)} claims, {len(redrawn)} redrawn, {seconds:.1f} s"
    return Result(ledger, mistakes, figures, summary, figures.trouble)


def outputs(result: Result) -> dict[str, bytes]:
    """The files of each claim that is drawn and the record of all, by their address on the site."""
    from publish.datapackage import write_json
    from publish.files import files_of

    files = {"claims.json": write_json(result.ledger.records())}
    for claim in result.ledger.claims.values():
        if claim.id in result.pictures:
            files |= files_of(claim, result.pictures[claim.id])
    return files


def publish_all(
    site: "Site", cache: Path = CACHE, pause: Callable[[], None] = lambda: None
) -> "Published":
    """Every page and every file of a site, its share cards among them.

    `pause` is called between pieces of work.
    """
    from charts.cache import Cache
    from charts.cards import draw_cards
    from publish.notebook import with_notebooks
    from publish.pages import publish
    from publish.templates import keep_compiled

    texts = Cache(cache, site.ledger.docs, "texts")
    site = replace(site, cache=texts)
    keep_compiled(texts)
    published = with_notebooks(publish(site, pause), site, cache)
    texts.tidy()
    made = draw_cards(site.ledger, site.pictures, site.name, cache)
    return replace(published, files={**published.files, **made})


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files to a folder, and take away what an earlier run wrote there and this one does not.

    Files of others are never touched.
    """
    from charts.cache import write

    for name in _written(folder) - {*files}:
        (folder / name).unlink(missing_ok=True)
    listed = {**files, WRITTEN: json.dumps(sorted(files), indent=0).encode()}
    for name, content in listed.items():
        target = folder / name
        if not target.is_file() or target.read_bytes() != content:
            write(target, content)


def _written(folder: Path) -> set[str]:
    """The files that an earlier run wrote to a folder, none of them outside."""
    try:
        names = json.loads((folder / WRITTEN).read_bytes())
    except (OSError, ValueError):
        return set()
    inside = folder.resolve()
    known = {name for name in names if isinstance(name, str)}
    return {name for name in known if (inside / name).resolve().is_relative_to(inside)}


def _published(result: Result, chosen: argparse.Namespace) -> dict[str, bytes]:
    """The pages and files of a site for any generator, by their path in one folder."""
    from ledger.files import PICTURES, is_dropping
    from publish import hosting
    from publish.site import Site

    article = result.ledger.article
    site = Site(
        result.ledger,
        result.pictures,
        chosen.repository,
        docs=hosting.place_of(chosen.docs, ROOT),
        name=chosen.name or (article.title if article else ""),
        description=chosen.description,
        address=chosen.address,
    )
    published = publish_all(site, chosen.cache)
    beside = [path.relative_to(chosen.docs) for path in chosen.docs.rglob("*")]
    pictures = {
        path.as_posix(): (chosen.docs / path).read_bytes()
        for path in beside
        if path.suffix in PICTURES and not is_dropping(path.as_posix())
    }
    pages = {path: text.encode() for path, text in published.pages.items()}
    return {**pictures, **published.files, **pages}


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    add = options.add_argument
    add("--docs", type=Path, default=ROOT / "docs", help="the folder of content (default: docs)")
    add("--out", type=Path, default=ROOT / "build", help="where figures go (default: build)")
    add("--cache", type=Path, default=CACHE, help="where they are kept between runs")
    add("--check", action="store_true", help="only check, draw nothing")
    add("--missing", action="store_true", help="only list what claims and sources still lack")
    add("--pages", type=Path, metavar="FOLDER", help="write all pages and files there instead")
    add("--name", default="", help="with --pages: the site's name (default: the article's title)")
    add("--description", default="", help="with --pages: one sentence on the site")
    add("--address", default="", help="with --pages: where the site will stand")
    add("--repository", default="", help="with --pages: its address (default: as git names it)")
    chosen = options.parse_args()
    if chosen.pages:
        try:
            _place(chosen)
        except ValueError as error:
            options.error(str(error))
    return chosen


def _place(chosen: argparse.Namespace) -> None:
    """Where the site and its repository are: as told, else as the surroundings tell."""
    from publish import hosting

    chosen.repository = chosen.repository.rstrip("/") or hosting.find_repository(ROOT)
    address = chosen.address or hosting.find_address(chosen.repository)
    chosen.address = f"{address.rstrip('/')}/" if address else ""


def _tell(mistakes: list[Mistake], rest: str) -> int:
    """Print mistakes and how many there are: returns the exit status."""
    if mistakes:
        number = f"{len(mistakes)} {'mistake' if len(mistakes) == 1 else 'mistakes'}"
        print(*mistakes, f"{number}. {rest}", sep="\n", file=sys.stderr)
    return 1 if mistakes else 0


def main() -> int:
    """Run by hand: returns 0, or 1 after telling everything that is wrong."""
    chosen = _options()
    if chosen.check or chosen.missing:
        ledger = read_ledger(chosen.docs)
        if chosen.missing:
            claims, sources = missing(ledger)
            lines = [str(one) for one in (*claims, *sources)]
            print(*(lines or ["Nothing is missing."]), sep="\n")
        elif not ledger.mistakes:
            print(f"{len(ledger.claims)} claims, no mistake. {summed_up(ledger)}".rstrip())
        return _tell([*ledger.mistakes], "Nothing was changed.")
    from charts.workers import Undrawn

    result = build(chosen.docs, chosen.cache, progress=sys.stderr.isatty())
    if result.mistakes and not result.pictures:
        return _tell(result.mistakes, "Nothing was drawn.")
    if result.mistakes and chosen.pages:
        return _tell(result.mistakes, "Nothing was written.")
    folder: Path = chosen.pages or chosen.out
    try:
        files = _published(result, chosen) if chosen.pages else outputs(result)
    except Undrawn as undrawn:  # a share card
        return _tell(undrawn.mistakes, "Nothing was written.")
    try:
        write_all(folder, files)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        print(f"{folder}: cannot be written ({reason}). Choose another folder.", file=sys.stderr)
        return 1
    if result.trouble:
        print(result.trouble, file=sys.stderr)
    print(result.summary)
    return _tell(result.mistakes, "The other figures were drawn.")


if __name__ == "__main__":
    sys.exit(main())
