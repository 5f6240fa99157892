"""What forms share, as CONTRIBUTING.md lists it: `make schemas` writes it anew."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
CHARTS = ROOT / "charts"
GUIDE = ROOT / "CONTRIBUTING.md"
HEAD = "| from `charts` | it gives |\n| --- | --- |\n"
# The rooms that a form needs first; the others follow.
ORDER = ("tables", "marks", "rows", "columns", "series", "labels", "places", "words")
Shared = ast.FunctionDef | ast.ClassDef


def table() -> str:
    """Each function and class that a form calls, with the first sentence of its docstring."""
    used = {pair for path in sorted((CHARTS / "forms").glob("[!_]*.py")) for pair in _used(path)}
    rooms = {room for room, _ in used}
    found = []
    for room in sorted(rooms, key=lambda room: ((*ORDER, room).index(room), room)):
        tree = ast.parse((CHARTS / f"{room}.py").read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, Shared) and (room, node.name) in used:
                called = f"{room}.{node.name}({', '.join(_arguments(node))})"
                found.append(f"| `{called}` | {_sentence(node)} |\n")
    return HEAD + "".join(found)


def _used(path: Path) -> Iterator[tuple[str, str]]:
    """What a form takes from the rooms of `charts`: pairs of a room and a name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    rooms = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "charts":
            rooms |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("charts."):
            room = str(node.module).partition(".")[2]
            yield from ((room, name.name) for name in node.names if room != "theme")
    called = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    for node in called:
        if isinstance(node.value, ast.Name) and node.value.id in rooms:
            yield node.value.id, node.attr


def _arguments(node: Shared) -> list[str]:
    """The names of what a function is given, or of the fields of a class."""
    if isinstance(node, ast.FunctionDef):
        given = node.args
        listed = (*given.args, given.vararg, *given.kwonlyargs, given.kwarg)
        return [one.arg for one in listed if one]
    fields = (part.target for part in node.body if isinstance(part, ast.AnnAssign))
    return [field.id for field in fields if isinstance(field, ast.Name)]


def _sentence(node: Shared) -> str:
    """The first sentence of a docstring, as a cell of a table."""
    first = (ast.get_docstring(node) or "").partition("\n\n")[0].replace("\n", " ")
    said = re.split(r"(?<=[.;])\s", first)[0].rstrip(".;").replace("|", "\\|")
    return said[:1].lower() + said[1:]


def with_table(text: str) -> str:
    """The guide with the table as it is today."""
    return re.sub(rf"{re.escape(HEAD)}(?:\|.*\n)*", lambda _: table(), text)


def write() -> None:
    """Write the table into the guide."""
    GUIDE.write_text(with_table(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
