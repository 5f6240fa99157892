"""The chart forms and the blocks of pages, as far as their files say without being run."""

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from ledger.mistakes import Mistake, Telling, gather

ROOT = Path(__file__).parent.parent
FORMS = ROOT / "charts" / "forms"
BLOCKS = ROOT / "theme" / "blocks"
KINDS = ("number", "date", "fact")
# What a cell of a form's own column may be.
CELLS = ("number", "date", "day", "text", "hours", "zone")


@dataclass(frozen=True)
class Form:
    """A way to draw a claim: its further columns, the kinds of value it draws, its docstring.

    `means` says what stands in each column. `above_zero`: it has no place for 0 or less. `days`: it
    draws the days of a claim. `unstated`: it has no place for what the article says.
    """

    name: str
    columns: dict[str, str]
    shows: tuple[str, ...]
    doc: str
    above_zero: bool = False
    days: bool = False
    means: dict[str, str] = field(default_factory=dict)
    unstated: bool = False


def forms() -> dict[str, Form]:
    """The forms that can be read, by name."""
    return gather(read_forms())[0]


def read_forms() -> Telling[dict[str, Form]]:
    """Read what each file in `charts/forms` says of itself."""
    found = {}
    for path in sorted(FORMS.glob("[!_]*.py")):
        form = yield from _read_form(path)
        if form:
            found[form.name] = form
    return found


def _read_form(path: Path) -> Telling[Form | None]:
    shown = path.relative_to(ROOT).as_posix()
    try:
        tree = _parsed(path.read_text(encoding="utf-8"))
    except SyntaxError as error:
        yield Mistake(shown, error.lineno or 1, f"this is not valid Python ({error.msg}). Mend it.")
        return None
    said: dict[str, Any] = {"COLUMNS": {}, "MEANS": {}, "SHOWS": None}
    said |= {"ABOVE_ZERO": False, "DAYS": False, "UNSTATED": False}
    for node in tree.body:
        name, given = _assigned(node)
        if name in said and given:
            try:
                said[name] = ast.literal_eval(given)
            except ValueError:
                said[name] = None
            if not _CAN_BE[name](said[name]):
                yield Mistake(shown, node.lineno, f"{name} cannot be read. {_EXAMPLES[name]}")
                return None
            for kind in _strange_kinds(said[name]) if name == "COLUMNS" else ():
                told = f"COLUMNS: '{kind}' is no kind. Write {', '.join(CELLS)},"
                yield Mistake(shown, node.lineno, f"{told} or words like open|closed.")
                return None
    if said["SHOWS"] is None:
        told = f"the form does not say what it shows. {_EXAMPLES['SHOWS']}"
        yield Mistake(shown, 1, told)
        return None
    if strange := {*said["COLUMNS"]} ^ {*said["MEANS"]}:
        told = f"MEANS and COLUMNS do not name the same columns: {', '.join(sorted(strange))}."
        yield Mistake(shown, 1, f"{told} Say what each column means. {_EXAMPLES['MEANS']}")
        return None
    return Form(
        path.stem,
        said["COLUMNS"],
        tuple(said["SHOWS"]),
        ast.get_docstring(tree) or "",
        said["ABOVE_ZERO"],
        said["DAYS"],
        said["MEANS"],
        said["UNSTATED"],
    )


@lru_cache(maxsize=64)
def _parsed(text: str) -> ast.Module:
    """A form as Python reads it; whoever reads content twice parses no form twice."""
    return ast.parse(text)


_EXAMPLES = {
    "COLUMNS": 'Write it like COLUMNS = {"year": "date", "series": "text"}.',
    "MEANS": 'Write it like MEANS = {"year": "the year that the value is of"}.',
    "SHOWS": f"Write it like SHOWS = ('number',), with kinds out of {', '.join(KINDS)}.",
    "ABOVE_ZERO": "Write it like ABOVE_ZERO = True.",
    "DAYS": "Write it like DAYS = True.",
    "UNSTATED": "Write it like UNSTATED = True.",
}


def _assigned(node: ast.stmt) -> tuple[str, ast.expr | None]:
    """The name that a statement gives a value, with or without a type, and the value."""
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id, node.value
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return node.target.id, node.value
    return "", None


def _is_columns(given: Any) -> bool:
    return isinstance(given, dict) and all(
        isinstance(part, str) for pair in given.items() for part in pair
    )


def _strange_kinds(columns: dict[str, str]) -> list[str]:
    """What no cell can be: a kind is named, or is the words that a cell may hold."""
    return [
        kind
        for kind in columns.values()
        if kind not in CELLS and not re.fullmatch(r"[^\s|]+(\|[^\s|]+)+", kind)
    ]


def _is_shows(given: Any) -> bool:
    return isinstance(given, (tuple, list)) and bool(given) and all(kind in KINDS for kind in given)


_CAN_BE: dict[str, Callable[[Any], bool]] = {
    "COLUMNS": _is_columns,
    "MEANS": _is_columns,
    "SHOWS": _is_shows,
    "ABOVE_ZERO": lambda given: isinstance(given, bool),
    "DAYS": lambda given: isinstance(given, bool),
    "UNSTATED": lambda given: isinstance(given, bool),
}


def blocks() -> list[str]:
    """The names of the blocks that a page may call, but for those of a claim's own page."""
    names = [path.stem for path in sorted(BLOCKS.glob("[!_]*.html"))]
    return [name for name in names if not name.startswith("claim-")]
