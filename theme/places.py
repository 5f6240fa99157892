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
    """Take away what builds that were killed have left."""
    for path in work_folder().glob("site-*"):
        with suppress(ValueError, PermissionError):
            try:
                os.kill(int(path.stem.removeprefix("site-")), 0)
            except ProcessLookupError:
                shutil.rmtree(path, ignore_errors=True)


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
        utils.clean_directory(str(old))
        old.mkdir(exist_ok=True)
        for path in new.iterdir():
            shutil.move(path, old / path.name)
    shutil.rmtree(away, ignore_errors=True)
