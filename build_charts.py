"""Claims in, figures out: check everything under docs/ and draw a figure for each claim.

Run it by hand, `python build_charts.py`, and find the figures in `build/`; or let MkDocs run the same steps through `theme/hooks.py`.
"""

import argparse
import hashlib
import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from charts import render
from ledger import pages, read
from ledger.claim import Ledger
from ledger.mistakes import Mistake

ROOT = Path(__file__).parent
CACHE = ROOT / ".cache" / "figures"


@dataclass
class Result:
    """What one run read and drew: the `Ledger`, the `Pictures` by claim, the mistakes, and one line that sums it up."""

    ledger: Ledger
    mistakes: list[Mistake]
    pictures: dict[str, render.Pictures] = field(default_factory=dict)
    summary: str = ""


def check(docs: Path | str) -> Result:
    """Read and check a folder of content, pages too. Returns a `Result` without pictures."""
    ledger = read.read_ledger(docs)
    mistakes = [*ledger.mistakes, *pages.check(ledger)]
    return Result(ledger, sorted(mistakes, key=lambda problem: (problem.file, problem.line, problem.text)))


def build(docs: Path | str, cache: Path | None = None, progress: bool = False) -> Result:
    """Check a folder of content and draw what is not drawn yet. With a mistake, nothing is drawn.

    Each folder of content has its own part of the cache, unless one is named, so that building one never forgets another's pictures.
    """
    start = time.monotonic()
    result = check(docs)
    if result.mistakes:
        return result
    store = render.Cache(cache or CACHE / hashlib.sha256(str(Path(docs).resolve()).encode()).hexdigest()[:12])
    from tqdm import tqdm

    listed = tqdm(result.ledger.claims.values(), desc="figures", unit="claim", leave=False, disable=not progress)
    result.pictures = {claim.id: render.pictures_of(claim, store) for claim in listed}
    result.pictures["overview"] = render.overview_of(result.ledger, store)
    store.tidy()
    drawn = len([name for name in store.drawn if name in result.ledger.claims])
    result.summary = f"{len(result.ledger.claims)} claims, {drawn} redrawn, {time.monotonic() - start:.1f} s"
    return result


def outputs(result: Result) -> dict[str, str | bytes]:
    """The files made of the claims, by their address on the site.

    They are `claims/<id>.svg`, `.png`, `.csv`, `.json`, `.vl.json` (the chart itself, for Vega-Lite), and `claims.json`.
    """
    files: dict[str, str | bytes] = {"claims.json": _json(result.ledger.records())}
    for claim in result.ledger.claims.values():
        pictures, path = result.pictures[claim.id], f"claims/{claim.id}"
        files[f"{path}.svg"] = pictures.svg
        files[f"{path}.png"] = pictures.png
        files[f"{path}.vl.json"] = pictures.specs
        files[f"{path}.json"] = _json(claim.record())
        files[f"{path}.csv"] = (result.ledger.docs / "claims" / f"{claim.id}.csv").read_bytes()
    return files


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Run by hand: returns 0, or 1 after listing every mistake."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--docs", type=Path, default=ROOT / "docs", help="the folder of content (default: docs)")
    options.add_argument("--out", type=Path, default=ROOT / "build", help="where the figures go (default: build)")
    options.add_argument("--cache", type=Path, help="where drawn figures are kept between runs (default: .cache/figures)")
    options.add_argument("--check", action="store_true", help="only check, draw nothing")
    chosen = options.parse_args()
    result = check(chosen.docs) if chosen.check else build(chosen.docs, chosen.cache, progress=sys.stderr.isatty())
    if result.mistakes:
        print(*result.mistakes, sep="\n", file=sys.stderr)
        print(f"{len(result.mistakes)} {'mistake' if len(result.mistakes) == 1 else 'mistakes'}. Nothing was drawn.", file=sys.stderr)
        return 1
    if chosen.check:
        print(f"{len(result.ledger.claims)} claims, no mistake")
        return 0
    for path, content in outputs(result).items():
        data = content.encode() if isinstance(content, str) else content
        target = chosen.out / path
        if not target.exists() or target.read_bytes() != data:
            render.write(target, data)
    print(result.summary)
    return 0


if __name__ == "__main__":
    sys.exit(main())
