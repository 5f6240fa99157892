"""Runs one notebook, in a process of its own: Jupyter is loaded here and nowhere else.

`python -m publish.kernel NOTEBOOK` writes JSON: the notebook's `html`, or the `error` of a cell and
the `cell`.
"""

import json
import sys
from pathlib import Path

import zmq
from jupyter_client.manager import KernelManager
from mkdocs_jupyter.convert import nb2html
from nbclient.exceptions import CellExecutionError

# A kernel that talks without encryption prints a warning.
KernelManager.transport_encryption.default_value = "auto" if zmq.has("curve") else "disabled"


def run(path: Path) -> dict[str, str]:
    """What a notebook says when it is run, as mkdocs-jupyter shows it, or why it ends early."""
    try:
        return {"html": nb2html(str(path), execute=True, allow_errors=False, no_prompt=True)}
    except CellExecutionError as error:
        cell = error.traceback.split("\n------------------\n")[1]
        return {"error": f"{error.ename}: {error.evalue}", "cell": cell}


if __name__ == "__main__":
    json.dump(run(Path(sys.argv[1])), sys.stdout)
