"""Where a build puts what it makes, and how the new site takes the place of the old one."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from mkdocs import utils

try:
    import fcntl
except ImportError:  # on Windows
    fcntl = None  # type: ignore[assignment]

CACHE = Path(__file__).parent.parent / ".cache"
BESIDE = ".new-site"  # in a folder that cannot be renamed: the site that will stand there


def work_folder() -> Path:
    """Where a build keeps what it is making: the cache, or elsewhere when it cannot be written."""
    with suppress(OSError):
        CACHE.mkdir(exist_ok=True)
    return CACHE if CACHE.is_dir() and os.access(CACHE, os.W_OK) else Path(tempfile.gettempdir())


def put_in_place(old: Path, new: Path) -> None:
    """Put a new site in the place of the old one; of two builds at once one waits for the other."""
    with (work_folder() / "lock").open("w") as lock:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX)
        _replace(old, new)


def take_away_left() -> None:
    """Take away what builds and servers that were killed have left, each with its process's id."""
    for path in (path for kind in ("site", "again") for path in work_folder().glob(f"{kind}-*")):
        with suppress(ValueError, PermissionError):
            try:
                os.kill(int(path.stem.rpartition("-")[2]), 0)
            except ProcessLookupError:
                shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink()


def _replace(old: Path, new: Path) -> None:
    """Put a new folder in the place of an old one: at every moment the one or the other is whole.

    Where the folder itself cannot be renamed, such as one that is mounted, its content goes.
    """
    away = new.with_name(f"{new.name}.old")
    old.parent.mkdir(parents=True, exist_ok=True)
    try:
        if old.exists():
            old.rename(away)
        new.rename(old)
    except OSError:
        if away.exists():
            away.rename(old)
        _exchange(old, new)
    shutil.rmtree(away, ignore_errors=True)


def _exchange(old: Path, new: Path) -> None:
    """Put the content of a new folder in the place of an old one's, once all of it lies beside.

    So a disk that is full leaves the old content as it was.
    """
    old.mkdir(exist_ok=True)
    beside = old / BESIDE
    shutil.rmtree(beside, ignore_errors=True)  # of a build that was killed
    try:
        _copy(new, beside)
    except OSError as error:
        shutil.rmtree(beside, ignore_errors=True)
        told = f"{error.strerror} (the new site is put beside the old one first)"
        raise OSError(error.errno, told, str(old)) from None
    utils.clean_directory(str(old))  # but for hidden files
    for path in beside.iterdir():
        path.rename(old / path.name)
    beside.rmdir()


def _copy(folder: Path, target: Path) -> None:
    """Copy a folder; the first file that cannot be copied stops it."""
    target.mkdir()
    for path in folder.iterdir():
        if path.is_dir():
            _copy(path, target / path.name)
        else:
            shutil.copyfile(path, target / path.name)
