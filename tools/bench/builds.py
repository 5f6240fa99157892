"""Builds beside bare MkDocs, and cold figures beside their floor."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tools.bench.projects import claim_to_edit, write_bare
from tools.bench.rows import Row, Time, python, timed

TIMES = 3  # each build is timed so often, in turns
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NOTEBOOK = [sys.executable, "-m", "publish.kernel", "docs/arithmetic.py"]
BUILD = [sys.executable, "theme/start.py", "build", "--strict", "--quiet"]


def builds(project: Path, folder: Path) -> Iterator[Row]:
    """Warm builds, and builds after one word, beside bare MkDocs, in turns.

    A word of a claim that a notebook reads runs the notebook, whose run alone is the floor.
    """
    start = [*BUILD, "-d", folder / "site"]
    timed(start, project)
    bare = write_bare(project, folder / "bare")
    plain = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", folder / "plain"]
    edited = {"word": claim_to_edit(project)[0], "noted": claim_to_edit(project, noted=True)[0]}
    found: dict[str, list[Time]] = {name: [] for name in ("bare", "warm", *edited, "notebook")}
    for number in range(TIMES):
        found["bare"].append(timed(plain, bare))
        found["warm"].append(timed(start, project))
        for name, page in edited.items():
            text = page.read_text(encoding="utf-8").partition("\n\nSaved, ")[0].rstrip()
            page.write_text(f"{text}\n\nSaved, {WORDS[number]}.\n", encoding="utf-8")
            found[name].append(timed(start, project))
        found["notebook"].append(timed(NOTEBOOK, project))
    wall = {name: min(time.wall for time in times) for name, times in found.items()}
    cpu = {name: min(time.cpu for time in times) for name, times in found.items()}
    for name, what, most in (
        ("warm", "nothing changed", "at most 1.5"),
        ("word", "one word changed", "at most 2"),
        ("noted", "a word, notebook run", ""),
    ):
        for used, seconds, end in ((wall, "s", ""), (cpu, "s CPU", ", CPU")):
            least = used["notebook"] if name == "noted" else None
            bare_time = used["bare"]
            yield Row(f"make build, {what}{end}", used[name], seconds, "", least, bare_time)
            yield Row(f"make build, {what}{end}", used[name] / bare_time, "x peer", most)


def figures(project: Path) -> Iterator[Row]:
    """Cold figures beside their floor: the same specifications in warm processes on all cores.

    By the clock alone: the workers outlive whoever would count their CPU.
    """
    options = ["--cache", ".cold", "--out", ".out"]
    cold = timed([sys.executable, "build_charts.py", *options], project)
    wall = float(python(FLOOR, project))
    yield Row("figures, cold", cold.wall, "s", "", floor=wall)
    yield Row("figures, cold", cold.wall / wall, "x floor", "at most 1.2")


FLOOR = """
import json, time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from charts import pictures
from charts.drawn import Drawn

def load(path):
    kept = json.loads(path.read_bytes().partition(b"\\n")[2])
    return Drawn(**kept) if {*kept} == {*Drawn.__annotations__} else None

def render(drawn, name):
    pictures.to_png(pictures.render(drawn, name).svg)

def main():
    found = [one for one in map(load, Path(".cold/pictures").glob("*.json")) if one]
    with ProcessPoolExecutor() as pool:
        list(pool.map(render, found[:4], "abcd"))
        start = time.perf_counter()
        list(pool.map(render, found, [f"n{at}" for at in range(len(found))]))
        print(time.perf_counter() - start)

main()
"""
