"""The table: one line for each thing that is measured, and how a thing is timed."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).parent.parent.parent
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, beside what is aimed at.

    `floor` is the least that is possible; `peer` is bare MkDocs, which builds the same finished
    Markdown and files with the same theme, without the hook.
    """

    what: str
    measured: float | None
    unit: str
    target: str = ""
    floor: float | None = None
    peer: float | None = None
    trouble: str = ""

    def __str__(self) -> str:
        cells = [_shown(one) for one in (self.measured, self.floor, self.peer)]
        numbers = "".join(f"{cell:>9}" for cell in cells)
        return f"{self.what:44}{numbers}  {self.unit:10}{self.trouble or self.target}"


HEAD = f"{'':44}{'measured':>9}{'floor':>9}{'peer':>9}"


def _shown(number: float | None) -> str:
    return "–" if number is None else f"{number:.3g}" if number < 100 else f"{number:.0f}"


def tell(name: str, stage: Callable[[], Iterator[Row]], limit: int) -> Iterator[Row]:
    """The lines of a stage, each printed as soon as it is known; one that hangs is ended."""

    def end(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"ended after {limit} s")

    signal.signal(signal.SIGALRM, end)
    signal.alarm(limit)
    try:
        for row in stage():
            print(row, flush=True)
            yield row
    except (OSError, subprocess.SubprocessError, Failed) as error:
        row = Row(name, None, "", trouble=str(error))
        print(row, flush=True)
        yield row
    finally:
        signal.alarm(0)


class Failed(Exception):
    """A command that should have worked did not."""


@dataclass(frozen=True)
class Time:
    """Seconds of the clock and of CPU, and the most memory in MB, children included."""

    wall: float
    cpu: float
    memory: float = 0


def timed(command: list[Any], place: Path) -> Time:
    """What a command takes."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    run = subprocess.run(command, cwd=place, env=QUIET, capture_output=True, text=True, check=False)
    if run.returncode:
        raise Failed(f"{' '.join(map(str, command))}: {run.stderr.strip()[-300:]}")
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Time(wall, cpu, after.ru_maxrss / 1024)


def python(code: str, place: Path, *arguments: object) -> str:
    """What a piece of Python says last, in a process of its own."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    run = subprocess.run(command, cwd=place, env=QUIET, capture_output=True, text=True, check=False)
    if run.returncode:
        raise Failed(run.stderr.strip()[-300:])
    return run.stdout.strip().splitlines()[-1]
