"""From a saved file to the page that has it, under `serve`."""

import csv
import io
import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.bench.builds import WORDS
from tools.bench.projects import claim_to_edit
from tools.bench.rows import QUIET, Failed, Row

Get = Callable[[str], str]
MISTAKES = "<h1>There are mistakes</h1>"
TURN = 60  # seconds for a page to have what was saved
REST = 150  # seconds for an answer; the server itself gives up before


def serves(project: Path, claims: str = "", slack: float = 1) -> Iterator[Row]:
    """The median of ten for words and for a number with its chart, and a form to the first figure.

    `claims` says how many there are, `slack` how much longer it may take with so many.
    """
    form = project / "charts" / "forms" / "readings.py"
    claim, line = claim_to_edit(project)
    page = f"claims/{claim.stem}/"
    with served(project) as get:
        said = [f"Saved, {number}." for number in WORDS]
        end = r"(\n\nSaved, .*)?\s*$"
        words = [until(get, page, one, claim, end, f"\n\n{one}\n") for one in said]
        yield _row(f"serve, words to the page{claims}", words, 1.0 * slack)
        table = claim.with_suffix(".csv")
        row = rf"\A((?:.*\n){{{line - 1}}}).*"
        numbers = [
            until(get, page, number, table, row, rf"\g<1>{_edited(table, line, number)}")
            for number in (f"7.{part}" for part in range(2117, 2127))
        ]
        yield _row(f"serve, a number with its chart{claims}", numbers, 1.5 * slack)
        figure = until(get, page, "Edited.", form, r"\Z", EDITED)
        yield _row(f"serve, a form to the first figure{claims}", [figure], 2.0 * slack)


def _edited(table: Path, line: int, number: str) -> str:
    """A line of a table with another number, a name and a proof that no other claim has."""
    with table.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        head = next(lines)
        row = dict(zip(head, next(one for one in lines if lines.line_num == line), strict=True))
    own = {"reading": "Edited", "value": number, "proof": "the last table", "note": "Edited"}
    text = io.StringIO()
    csv.writer(text, lineterminator="").writerow({**row, **own}.values())
    return text.getvalue()


def _row(what: str, times: list[float], most: float) -> Row:
    return Row(what, statistics.median(times), "s", f"at most {most:g}", floor=0.15)


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
def served(project: Path) -> Iterator[Get]:
    """A project under `serve`: a function that gets a page from it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "theme/start.py", "serve", "-a", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        command, cwd=project, env=QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:

        def get(address: str) -> str:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{address}", timeout=REST) as page:
                text: str = page.read().decode()
                return text

        try:
            while not _answers(get):
                if server.poll() is not None:
                    raise Failed("the server ended before it answered")
                time.sleep(0.2)
            yield get
        finally:
            server.terminate()


def _answers(get: Get) -> bool:
    try:
        return bool(get("tree.sha256"))
    except OSError:
        return False


def until(get: Get, address: str, sign: str, path: Path, old: str, new: str) -> float:
    """Save an edit: the seconds until a page has its sign. All else is made before the edit."""
    get("tree.sha256")
    if MISTAKES in get(address):
        raise Failed(f"a mistake stands before {path.name} has {sign!r}")
    text = path.read_text(encoding="utf-8")
    edited = re.sub(old, new, text, count=1)
    start = time.perf_counter()
    path.write_text(edited, encoding="utf-8")
    while sign not in (page := get(address)):
        if MISTAKES in page:
            raise Failed(f"{path.name} has a mistake with {sign!r}")
        if time.perf_counter() - start > TURN:
            raise Failed(f"{address} never has {sign!r}")
        time.sleep(0.01)
    return time.perf_counter() - start
