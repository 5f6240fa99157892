"""The hash of every file of a site in one list, so that anybody can check a copy of it.

`sha256sum --check tree.sha256` in the folder of a site says whether each file is as it was built.
"""

import hashlib
from pathlib import Path

NAME = "tree.sha256"


def write_tree(site: Path) -> None:
    """List every file of a site but the list itself, in the order of their names."""
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    lines = [f"{_hash(paths[name])}  {name}\n" for name in sorted(paths) if name != NAME]
    (site / NAME).write_text("".join(lines), encoding="utf-8", newline="\n")


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
