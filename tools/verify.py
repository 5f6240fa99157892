"""Run by `make verify`: two builds from nothing, under different conditions, give the same bytes.

Each has a folder, a time zone, a language and a hash seed of its own, and draws every figure anew.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.bench.projects import copy_project

CONDITIONS = (
    ("one", {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"}),
    ("another/place", {"TZ": "Pacific/Chatham", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}),
)
TREE = "tree.sha256"


def built(folder: Path, conditions: dict[str, str]) -> dict[str, str]:
    """The hash of each file of a site that is built from nothing, by the file's name."""
    project = copy_project(folder, drawn=False)
    command = [sys.executable, "theme/start.py", "build", "--strict", "--quiet"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **conditions}
    subprocess.run(command, cwd=project, env=environment, check=True)
    check = ["sha256sum", "--check", "--quiet", TREE]
    subprocess.run(check, cwd=project / "site", check=True)
    lines = (project / "site" / TREE).read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def main() -> int:
    """Return 0 when every file is the same, else 1 after naming those that are not."""
    with tempfile.TemporaryDirectory() as name:
        try:
            one, other = (built(Path(name) / place, how) for place, how in CONDITIONS)
        except subprocess.CalledProcessError as error:
            print(f"{error}. Mend the build first: make build", file=sys.stderr)
            return 1
    unlike = sorted(path for path in {*one, *other} if one.get(path) != other.get(path))
    for path in unlike:
        print(f"site/{path}: two builds of the same content differ.", file=sys.stderr)
    print(f"{len(one)} files, {len(unlike)} differ between two builds from nothing.")
    return 1 if unlike else 0


if __name__ == "__main__":
    sys.exit(main())
