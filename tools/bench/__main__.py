"""Run by `make bench`: measures everything in one run, some minutes."""

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path

from tools.bench.builds import builds, figures
from tools.bench.growth import growth
from tools.bench.projects import copy_project, grown
from tools.bench.rows import HEAD, ROOT, Row, tell
from tools.bench.serve import serves

LIMIT = 1800  # seconds for a stage; a thousand claims are drawn first


def many(project: Path, folder: Path) -> Iterator[Row]:
    """The same under `serve` with a thousand claims."""
    docs = grown(project / "docs", folder / "docs-many", 1000)
    (project / "docs").rename(folder / "docs-few")
    docs.rename(project / "docs")
    yield from serves(project, ", 1000 claims", slack=2)


def main() -> None:
    """Measure, print the table, and write it as JSON."""
    options = argparse.ArgumentParser(prog="make bench", description=__doc__)
    options.add_argument("stages", nargs="*", help="builds, figures, growth, serves, many")
    chosen = options.parse_args().stages
    rows: list[Row] = []
    print(HEAD)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = copy_project(folder / "project")
        stages: dict[str, Callable[[], Iterator[Row]]] = {
            "builds": partial(builds, project, folder),
            "growth": partial(growth, project, folder),
            "serves": partial(serves, project),
            "figures": partial(figures, project),
            "many": partial(many, project, folder),
        }
        for stage, measure in stages.items():
            if stage in (chosen or [*stages][:4]):
                rows += tell(stage, measure, LIMIT)
    target = ROOT / "build" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps([*map(asdict, rows)], indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
