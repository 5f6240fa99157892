"""What was made before, on disk: its key says what it was made from, so nothing is ever stale.

A key is a hash of contents: of the data that is handed over, of the code that works on it, and of
that code's imports. No entry is trusted either: each carries a digest, and one that does not fit is
made again. Several explainers share one folder; each notes which entries it uses.
"""

import ast
import base64
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache as remembered
from importlib.metadata import version
from operator import attrgetter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


def key_of(*parts: object) -> str:
    """The hash of values: plain ones, dates, lists, dicts and dataclasses, however deep."""
    return _hash(json.dumps(parts, ensure_ascii=False, default=_plain).encode())


def versions_of(*libraries: str) -> list[str]:
    """The installed versions of libraries, for a key, found without importing them."""
    return [f"{name} {version(name)}" for name in libraries]


def installed() -> list[str]:
    """Every installed library with its version, for the key of what any of them may shape.

    The folders beside libraries carry both in their names.
    """
    places = [Path(place) for place in sys.path if Path(place).is_dir()]
    return sorted({path.name for place in places for path in place.glob("*.dist-info")})


def code_of(*files: Path) -> str:
    """The hash of files of Python and of everything in this project that they import."""
    return key_of({name: _hash(code) for name, code in sorted(modules_of(*files).items())})


def modules_of(*files: Path) -> dict[str, bytes]:
    """Files of Python, and all that they import in this project: the code of each by its name."""
    found: dict[str, bytes] = {}
    waiting = [*files]
    while waiting:
        path = waiting.pop()
        if _module(path) not in found:
            found[_module(path)] = code = path.read_bytes()
            waiting += _imported(path, code)
    return found


class Cache:
    """Entries by key in a folder. `part` names what of a site uses them: its figures, its cards."""

    def __init__(self, folder: Path, docs: Path, part: str) -> None:
        self.folder, self.docs, self.part = folder / "pictures", docs.resolve(), part
        self.kept: set[str] = set()
        self.trouble = ""  # why nothing can be kept, in one line, once that is known

    def get(self, key: str) -> dict[str, Any] | None:
        """The entry of a key; None when there is none, or when it is not what was put there."""
        self.kept.add(key)
        try:
            digest, _, stored = (self.folder / f"{key}.json").read_bytes().partition(b"\n")
            whole = digest.decode("ascii") == _digest(key, stored)
            found: dict[str, Any] | None = json.loads(stored, object_hook=_bytes) if whole else None
        except (OSError, ValueError):
            return None
        return found

    def entry(self, key: str, make: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """The entry of a key; what is not there yet is made, and kept."""
        found = self.get(key)
        if found is None:
            found = make()
            self.put(key, found)
        return found

    def put(self, key: str, entry: dict[str, Any]) -> None:
        """Keep an entry. A folder that cannot be written to costs time, and no more."""
        self.kept.add(key)
        stored = json.dumps(entry, ensure_ascii=False, default=_text).encode()
        self._write(f"{key}.json", f"{_digest(key, stored)}\n".encode() + stored)

    def tidy(self) -> None:
        """Note what this run used, and forget the entries that no folder of content uses."""
        owner = {"docs": str(self.docs), "part": self.part}
        note = f"{key_of(owner)}.used"
        self._write(note, json.dumps({**owner, "keys": sorted(self.kept)}).encode())
        if self.trouble:
            return
        used = set(self.kept)
        for path in self.folder.glob("*.used"):
            used |= self._used(path)
        for path in self.folder.glob("*.json"):
            if path.stem not in used:
                path.unlink(missing_ok=True)

    def _used(self, path: Path) -> set[str]:
        """The keys of one note. It goes with its folder of content, or when it cannot be read."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            note = json.loads(path.read_bytes())
            if Path(note["docs"]).is_dir():
                return set(note["keys"])
        path.unlink(missing_ok=True)
        return set()

    def _write(self, name: str, data: bytes) -> None:
        if self.trouble:
            return
        try:
            write(self.folder / name, data)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self.trouble = f"{self.folder}: nothing can be kept here ({reason}), so the next run"
            self.trouble += " makes everything again."


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: killed at any moment, the old or the new one is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


@remembered
def _imported(path: Path, code: bytes) -> list[Path]:
    """The files of this project that a file imports, but for what only a checker of types reads."""
    found: list[Path] = []
    waiting: list[ast.AST] = [ast.parse(code, str(path))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            package = _module(path).split(".")[: -node.level] if node.level else []
            base = ".".join([*package, *([node.module] if node.module else [])])
            names = [base, *(f"{base}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.expr):  # no statement stands in one
            continue
        else:
            typed = isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
            waiting += ast.iter_child_nodes(node) if not typed else getattr(node, "orelse", [])
            continue
        for name in names:
            place = ROOT.joinpath(*name.split("."))
            found += filter(Path.is_file, (place.with_suffix(".py"), place / "__init__.py"))
    return found


@remembered
def _module(path: Path) -> str:
    """The name under which a file is imported; a file of elsewhere has its own."""
    inside = path.relative_to(ROOT) if path.is_relative_to(ROOT) else Path(path.name)
    return ".".join(inside.with_suffix("").parts)


def _plain(value: object) -> object:
    """A value that is none of JSON's own, as JSON can hold it, with the name of what it is.

    What has no lasting form is refused, never left out.
    """
    kind: Any = type(value)
    if get := _fields(kind):
        return {kind.__name__: get(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal | date | Path):
        return {kind.__name__: str(value)}
    if callable(value):  # code, which is keyed as code
        return {"code": [value.__module__, getattr(value, "__qualname__", "")]}
    raise TypeError(f"{kind.__name__} has no place in a key")


@remembered
def _fields(kind: Any) -> Callable[[object], object] | None:
    """What gives the values of a dataclass, in their order; None for any other kind."""
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    return attrgetter(*names) if names else None


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _digest(key: str, stored: bytes) -> str:
    return _hash(key.encode() + stored)


def _text(value: bytes) -> dict[str, str]:
    return {"base64": base64.b64encode(value).decode("ascii")}


def _bytes(found: dict[str, Any]) -> Any:
    return base64.b64decode(found["base64"]) if [*found] == ["base64"] else found
