"""Run first in the process of a notebook: notes each file and folder that it reads.

Python tells every opening to those who listen (PEP 578), so that nothing is left out that the
notebook reads in its own process, its imports too.
"""

import os
import sys
from importlib.util import source_from_cache
from pathlib import Path
from typing import Any

NOTES = "NOTEBOOK_READS"  # names the file that the notes go to, a path on each line
READS = ("open", "os.listdir", "os.scandir")


def listen(notes: int) -> None:
    """Write the path of what is read from now on to an open file, each path once."""
    known: set[str] = set()

    def note(event: str, arguments: tuple[Any, ...]) -> None:
        if event not in READS or isinstance(arguments[0], int):
            return
        if event == "open" and {*(arguments[1] or "")} & {*"wax"}:
            return
        # An import looks through whole folders for one file.
        if event != "open" and "importlib" in sys._getframe(1).f_code.co_filename:
            return
        path = str(Path(os.fsdecode(arguments[0] or ".")).absolute())
        if path.endswith(".pyc"):
            path = source_from_cache(path)
        if path not in known:
            known.add(path)
            os.write(notes, f"{path}\n".encode())

    sys.addaudithook(note)


if NOTES in os.environ:
    listen(os.open(os.environ.pop(NOTES), os.O_WRONLY | os.O_APPEND))
