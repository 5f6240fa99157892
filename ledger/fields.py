"""YAML that is words and nothing else, with the line of every field."""

from collections.abc import Iterable
from typing import Any

import yaml

from ledger.mistakes import Slip


class _Command(Exception):
    """A tag, an anchor or an alias: YAML that does something. `args` hold its line."""


class _Words(yaml.BaseLoader):
    """YAML that is words and nothing else."""

    def _refuse(self) -> None:
        raise _Command(self.get_mark().line)

    fetch_tag = fetch_anchor = fetch_alias = _refuse


class Fields:
    """YAML read with the line of each entry; every scalar stays the text that was typed, so `yes` is yes and 3.50 is 3.50."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.lines: dict[tuple[Any, ...], int] = {}
        self.repeated: list[tuple[int, str, int]] = []
        self.first = first_line
        try:
            node = yaml.compose(text, Loader=_Words)
            self.data: Any = self._build(node, ()) if node else None
        except _Command as error:
            raise Slip(first_line + error.args[0], "a value begins with &, * or !, which YAML reads as a command. Put the value in quotes.") from None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            remedy = (
                "Use spaces, never a tab." if r"'\t'" in str(error.problem) else "Often a colon or quote in the text: put the whole value in double quotes."
            )
            raise Slip(first_line + (mark.line if mark else 0), f"this is not valid YAML ({error.problem}). {remedy}") from None
        except yaml.reader.ReaderError as error:
            line = text[: error.position].count("\n")
            raise Slip(first_line + line, f"the line holds a character that YAML refuses, U+{ord(text[error.position]):04X}. Delete it.") from None
        except RecursionError:
            raise Slip(first_line, "the YAML is nested too deep. Write plain fields, one a line.") from None

    def _build(self, node: yaml.Node, path: tuple[Any, ...]) -> Any:
        self.lines[path] = node.start_mark.line + self.first
        if isinstance(node, yaml.ScalarNode):
            return node.value
        if isinstance(node, yaml.SequenceNode):
            return [self._build(item, (*path, index)) for index, item in enumerate(node.value)]
        built = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.MarkedYAMLError(None, None, "a field's name must be plain text", key.start_mark)
            if key.value in built:
                self.repeated.append((key.start_mark.line + self.first, key.value, self.lines[(*path, key.value)]))
            built[key.value] = self._build(value, (*path, key.value))
            self.lines[(*path, key.value)] = key.start_mark.line + self.first
        return built

    def line(self, path: Iterable[Any]) -> int:
        """The line of an entry, or of the nearest entry around it."""
        path = tuple(path)
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, self.first)
