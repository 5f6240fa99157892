"""How long things take, each beside its floor, all in one run: a table, and `build/bench.json`.

*Bare MkDocs* builds the same finished Markdown and files with the same theme, without the hook.
"""

import json
import os
import re
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from math import log
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
TIMES = 3  # each build is timed so often, in turns
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
SIZES = (100, 1000)
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
ENGINE = ("ledger", "charts", "publish", "theme", "build_charts.py")
Row = dict[str, Any]


def main() -> None:
    """Measure, print the table, and write it as JSON."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = copy_project(folder / "project")
        for found in (builds(project, folder), checks(project, folder), serves(project)):
            rows += tell(found)
        rows += tell(figures(project))
    target = ROOT / "build" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def tell(rows: Iterator[Row]) -> Iterator[Row]:
    """The same lines, each printed as soon as it is known."""
    for one in rows:
        print(f"{one['what']:38} {one['measured']:9} {one['unit']:9} {one['target']}", flush=True)
        yield one


def row(what: str, measured: float, unit: str, target: str = "") -> Row:
    """One line of the table."""
    return {"what": what, "measured": round(measured, 3), "unit": unit, "target": target}


def copy_project(target: Path) -> Path:
    """A copy of the project to edit, with the cache as it is."""
    target.mkdir(parents=True)
    for name in (*ENGINE, "docs", "mkdocs.yml", ".cache/pictures"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        elif source.exists():
            shutil.copy(source, target / name)
    return target


# ---------------------------------------------------------------- builds


def builds(project: Path, folder: Path) -> Iterator[Row]:
    """Warm builds, and builds after one word, beside bare MkDocs, in turns."""
    start = [sys.executable, "theme/start.py", "build", "--strict", "--quiet"]
    timed([*start, "-d", folder / "site"], project)
    bare = write_bare(project, folder / "bare")
    plain = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", folder / "plain"]
    page = project / "docs" / "claims" / "nvidia-drop.md"
    text = page.read_text(encoding="utf-8")
    found: dict[str, list[tuple[float, float]]] = {"bare": [], "warm": [], "word": []}
    for number in range(TIMES):
        found["bare"].append(timed(plain, bare))
        found["warm"].append(timed([*start, "-d", folder / "site"], project))
        page.write_text(f"{text.rstrip()}\n\nSaved, {WORDS[number]}.\n", encoding="utf-8")
        found["word"].append(timed([*start, "-d", folder / "site"], project))
    seconds = {name: min(wall for wall, _ in times) for name, times in found.items()}
    cpu = {name: min(used for _, used in times) for name, times in found.items()}
    yield row("bare MkDocs", seconds["bare"], "s")
    for name, what, most in (("warm", "nothing changed", 1.5), ("word", "one word changed", 2)):
        yield row(f"make build, {what}", seconds[name], "s")
        ratio = f"at most {most}"
        yield row(f"make build, {what}", seconds[name] / seconds["bare"], "x bare", ratio)
        yield row(f"make build, {what}, CPU", cpu[name] / cpu["bare"], "x bare", ratio)


def timed(command: list[Any], place: Path) -> tuple[float, float]:
    """Seconds of the clock and of CPU that a command takes, its children included."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    run = subprocess.run(command, cwd=place, env=QUIET, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"{command}:\n{run.stderr}")
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def write_bare(project: Path, target: Path) -> Path:
    """The finished pages and files as a project that any MkDocs builds, without the hook."""
    docs = target / "docs"
    run: list[Any] = [sys.executable, "build_charts.py", "--pages", docs]
    subprocess.run(run, cwd=project, check=True, capture_output=True)
    for path in [*docs.rglob("index.html.md")]:  # a twin, which would become a page
        path.rename(path.with_suffix(".md.txt"))
    for path in docs.glob("*.py"):
        path.rename(path.with_suffix(".md"))
    shutil.copytree(project / "theme", target / "theme")
    templates = Path(str(files("material"))) / "templates"

    def real(match: re.Match[str]) -> str:
        return f"'{next(templates.glob(match[1])).relative_to(templates).as_posix()}'"

    for path in (target / "theme").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"'([^']*)' \| material", real, text), encoding="utf-8")
    settings = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {"hooks": [], "plugins": ["search"], "strict": False, "watch": []}
    text = yaml.safe_dump(settings, sort_keys=False).replace(".py\n", ".md\n")
    (target / "mkdocs.yml").write_text(text, encoding="utf-8")
    return target


# ---------------------------------------------------------------- figures and checks


def figures(project: Path) -> Iterator[Row]:
    """Cold figures beside their floor: the same specifications in warm processes on all cores."""
    cold, _ = timed(
        [sys.executable, "build_charts.py", "--cache", ".cold", "--out", ".out"], project
    )
    done = subprocess.run(
        [sys.executable, "-c", FLOOR], cwd=project, capture_output=True, text=True, check=True
    )
    floor = float(done.stdout.split()[-1])
    yield row("figures, floor", floor, "s")
    yield row("figures, cold", cold, "s")
    yield row("figures, cold", cold / floor, "x floor", "at most 1.2")


FLOOR = """
import json, time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from charts import pictures
from charts.drawn import Drawn

def load(path):
    kept = json.loads(path.read_bytes().partition(b"\\n")[2])
    return Drawn(**kept) if {*kept} == {*Drawn.__annotations__} else None

def main():
    found = [one for one in map(load, Path(".cold/pictures").glob("*.json")) if one]
    with ProcessPoolExecutor() as pool:
        list(pool.map(pictures.render, found[:4], "abcd"))
        start = time.perf_counter()
        list(pool.map(pictures.render, found, [f"n{at}" for at in range(len(found))]))
        print(time.perf_counter() - start)

main()
"""


def checks(project: Path, folder: Path) -> Iterator[Row]:
    """CPU of a check for each claim beyond start-up, and how it grows with the claims."""
    used = {}
    for size in (0, *SIZES):
        docs = grown(project / "docs", folder / f"docs-{size}", size)
        run: list[Any] = [sys.executable, "build_charts.py", "--check", "--docs", docs]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(run, cwd=project, capture_output=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used[size] = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    small, large = SIZES
    each = (used[large] - used[0]) / large
    yield row("make check, a claim", each * 1000, "ms CPU", "at most 2.5")
    power = log((used[large] - used[0]) / (used[small] - used[0])) / log(large / small)
    yield row(f"make check, growth {small} to {large}", power, "exponent", "at most 1.05")


def grown(docs: Path, target: Path, number: int) -> Path:
    """Content with so many claims, copies of those that there are; none is nothing but pages."""
    shutil.copytree(docs, target)
    known = sorted(path.stem for path in (docs / "claims").glob("*.md"))
    for name in known[number:]:
        for ending in ("md", "csv"):
            (target / "claims" / f"{name}.{ending}").unlink(missing_ok=True)
    for at in range(len(known), number):
        for ending in ("md", "csv"):
            source = docs / "claims" / f"{known[at % len(known)]}.{ending}"
            shutil.copy(source, target / "claims" / f"{source.stem[:40]}-{at}.{ending}")
    return target


# ---------------------------------------------------------------- under serve


def serves(project: Path) -> Iterator[Row]:
    """From a saved file to the page that has it, the median of ten."""
    claim = project / "docs" / "claims" / "nvidia-drop.md"
    form, page = project / "charts" / "forms" / "readings.py", "claims/nvidia-drop/"
    with served(project) as get:
        said = [f"Saved, {number}." for number in WORDS]
        end = r"(\n\nSaved, .*)?\s*$"
        words = [until(get, page, one, claim, end, f"\n\n{one}\n") for one in said]
        yield row("serve, words to the page", statistics.median(words), "s", "at most 1.0")
        numbers = [
            until(get, page, f"18.{at}", claim.with_suffix(".csv"), r"-18\.\d+", f"-18.{at}")
            for at in range(21, 31)
        ]
        yield row("serve, a number with its chart", statistics.median(numbers), "s", "at most 1.5")
        figures = until(get, page, "Edited.", form, r"\Z", EDITED)
        yield row("serve, a form to all its figures", figures, "s", "2 to the first")


EDITED = """

_draw, _describe = draw, describe


def draw(claim, frame):
    chart = _draw(claim, frame)
    chart.usermeta = {"edited": True}
    return chart


def describe(claim):
    return _describe(claim) + " Edited."
"""


@contextmanager
def served(project: Path) -> Iterator[Callable[[str], str]]:
    """A project under `serve`: a function that gets a page from it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "theme/start.py", "serve", "-a", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        command, cwd=project, env=QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:

        def get(address: str) -> str:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{address}", timeout=60) as page:
                text: str = page.read().decode()
                return text

        while True:
            try:
                get("")
                break
            except OSError:
                if server.poll() is not None:
                    sys.exit("the server ended before it answered")
                time.sleep(0.2)
        try:
            yield get
        finally:
            server.terminate()


def until(
    get: Callable[[str], str], address: str, sign: str, path: Path, old: str, new: str
) -> float:
    """Save an edit: the seconds until a page has its sign. A moment of rest comes before."""
    time.sleep(1)
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(old, new, text, count=1), encoding="utf-8")
    start = time.perf_counter()
    while sign not in get(address):
        if time.perf_counter() - start > 60:
            sys.exit(f"{address} never has {sign!r}")
        time.sleep(0.01)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
