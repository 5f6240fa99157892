"""Processes that draw, beside this one: all cores work, and one that dies takes only its task.

A converter of pictures can abort its whole process without a word. The tasks that were on their way
are run again, each alone, so that an accident is forgiven and a culprit gets a name.
"""

import multiprocessing
import os
import threading
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import forkserver
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ledger.mistakes import Mistake

ROOT = Path(__file__).parent.parent
CORES = os.cpu_count() or 1
LONGEST = 200  # letters of what another program says about an error
# Loaded once, in a process of which every worker is a copy, so that a new one starts in 10 ms. The
# code of the project is not among them: it is fresh in every worker.
HEAVY = ["__main__", "altair", "pandas", "vl_convert", "PIL.PngImagePlugin"]


@dataclass(frozen=True)
class Task:
    """A piece of work: its name, the key of its result, and the function that does it."""

    name: str
    key: str
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


@dataclass(frozen=True)
class Failure:
    """Why a task was not done: the error in one line, the lines of code that it went through.

    Where the process `died` of it, the error is what the process said last, or nothing.
    """

    error: str
    places: tuple[str, ...] = ()
    died: bool = False


class Undrawn(Exception):
    """Some pictures could not be made: a mistake for each, and those that could."""

    def __init__(self, mistakes: list[Mistake], pictures: Any) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes, self.pictures = mistakes, pictures


def load() -> None:
    """Begin to load what workers are copied from, beside this process, for who will need them."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        _context()
        forkserver.ensure_running()


def start(function: Callable[[], None]) -> None:
    """Start a worker, and let it do what takes long the first time, before any task comes."""
    _Warm.pool().submit(function)


def nothing() -> None:
    """Do nothing: what is called between pieces of work where nobody wants to stop them."""


def run(tasks: deque[Task]) -> Iterator[tuple[Task, Any]]:
    """Do the tasks, in any order: yields each with its result, or with a `Failure`.

    Who receives a result may add tasks.
    """
    while tasks:
        suspects = yield from _together(tasks, _Warm.pool(), CORES)
        for task in suspects:
            with TemporaryDirectory() as folder:
                said = Path(folder) / "said"
                with _start(1, said) as pool:
                    died = yield from _together(deque([task]), pool, 1)
                yield from ((one, Failure(_reason(said), died=True)) for one in died)


def in_sight(
    results: Iterator[tuple[Task, Any]], least: int, progress: bool
) -> Iterator[tuple[Task, Any]]:
    """The same results, with a bar that counts them where one is wanted; `least` are to come."""
    if not progress or not least:
        yield from results
        return
    from tqdm import tqdm

    yield from tqdm(results, desc="pictures", total=least, leave=False)


class _Warm:
    """The workers of this process, who stay for what comes next: a converter starts slowly.

    They go with this module, so that no worker outlives the code that it has loaded.
    """

    workers: ProcessPoolExecutor | None = None

    @classmethod
    def pool(cls) -> ProcessPoolExecutor:
        """The workers who are there, or new ones."""
        cls.workers = cls.workers or _start(CORES, Path(os.devnull))
        return cls.workers

    @classmethod
    def leave(cls, pool: ProcessPoolExecutor) -> None:
        """Forget workers of whom one has died."""
        if cls.workers is pool:
            cls.workers = None


def _start(workers: int, said: Path) -> ProcessPoolExecutor:
    """New workers; what they say of their own accord goes to the file `said`."""
    return ProcessPoolExecutor(workers, _context(), _listen, (said,))


def _together(
    tasks: deque[Task], pool: ProcessPoolExecutor, workers: int
) -> Generator[tuple[Task, Any], None, list[Task]]:
    """Do tasks until none is left or a process dies: returns those that were on their way then."""
    running: dict[Future[Any], Task] = {}
    try:
        while tasks or running:
            while tasks and len(running) < 2 * workers:  # one to do, and one to go on with
                running[pool.submit(_attempt, tasks[0])] = tasks[0]
                tasks.popleft()
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                result = future.result()
                yield running.pop(future), result
    except BrokenProcessPool:
        _Warm.leave(pool)
        return [*running.values()]
    finally:
        for future in running:  # of a run that was left: nobody waits for it
            future.cancel()
    return []


def _context() -> Any:
    """How processes start: copied from one that has loaded what is heavy, where a system can."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(HEAVY)
    return context


def _listen(said: Path) -> None:
    """In a worker: what it says on its way, of which a panic is a page, goes to a file.

    It ends with the process that it works for, also when that is killed. It draws in UTC, since a
    converter reads days in the zone of its process, of which some hours are missing in spring.
    """
    os.environ["TZ"] = "UTC"
    with said.open("ab") as file:
        os.dup2(file.fileno(), 2)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _reason(said: Path) -> str:
    """What a process said of its end: the line that follows the first word of a panic."""
    lines = said.read_text(encoding="utf-8", errors="replace").splitlines()
    places = [place for place, line in enumerate(lines, 1) if " panicked at " in line]
    return _short(lines[places[0]]) if places and places[0] < len(lines) else ""


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _attempt(task: Task) -> Any:
    """Do a task in a worker: whatever is raised comes back as a `Failure`."""
    try:
        return task.function(*task.arguments)
    except BaseException as error:  # a converter's panic is no Exception
        frames = traceback.extract_tb(error.__traceback__)
        paths = [(Path(frame.filename), frame.lineno) for frame in frames]
        places = [f"{p.relative_to(ROOT)}:{line}" for p, line in paths if p.is_relative_to(ROOT)]
        lines = str(error).strip().splitlines()
        said = f"{type(error).__name__}: {lines[0] if lines else 'no word'}"
        return Failure(_short(said), tuple(places))
