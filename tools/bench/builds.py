"""Builds beside bare MkDocs, and cold figures beside their floor."""

import sys
from collections.abc import Iterator
from pathlib import Path

from tools.bench.projects import claim_to_edit, write_bare
from tools.bench.rows import Row, Time, python, timed

TIMES = 3  # each build is timed so often, in turns
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
BUILD = [sys.executable, "theme/start.py", "build", "--strict", "--quiet"]


def builds(project: Path, folder: Path) -> Iterator[Row]:
    """Warm builds, and builds after one word, beside bare MkDocs, in turns."""
    start = [*BUILD, "-d", folder / "site"]
    timed(start, project)
    bare = write_bare(project, folder / "bare")
    plain = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", folder / "plain"]
    page, _ = claim_to_edit(project)
    text = page.read_text(encoding="utf-8").rstrip()
    found: dict[str, list[Time]] = {"bare": [], "warm": [], "word": []}
    for number in range(TIMES):
        found["bare"].append(timed(plain, bare))
        found["warm"].append(timed(start, project))
        page.write_text(f"{text}\n\nSaved, {WORDS[number]}.\n", encoding="utf-8")
        found["word"].append(timed(start, project))
    page.write_text(f"{text}\n", encoding="utf-8")
    wall = {name: min(time.wall for time in times) for name, times in found.items()}
    cpu = {name: min(time.cpu for time in times) for name, times in found.items()}
    for name, what, most in (("warm", "nothing changed", 1.5), ("word", "one word changed", 2)):
        yield Row(f"make build, {what}", wall[name], "s", "", peer=wall["bare"])
        yield Row(f"make build, {what}", wall[name] / wall["bare"], "x peer", f"at most {most}")
        yield Row(f"make build, {what}, CPU", cpu[name], "s CPU", "", peer=cpu["bare"])
        yield Row(f"make build, {what}, CPU", cpu[name] / cpu["bare"], "x peer", f"at most {most}")


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
