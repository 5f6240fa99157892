"""What the workers of one run share: a folder, and turns at what one makes for all."""

import fcntl
import os
from contextlib import contextmanager

import pytest


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """A folder of this run that all its workers share."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@contextmanager
def alone(path, wait=True):
    """Let one worker at a time do what makes this path: gives whether it is this one's turn."""
    with path.with_suffix(".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
