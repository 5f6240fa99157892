"""The settings of the site, `mkdocs.yml` beside the folder of content, as far as checks ask."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ledger.fields import Fields
from ledger.mistakes import Slip

NAME = "mkdocs.yml"
INCLUDING = "mkdocs-jupyter"  # the plugin that takes programs for pages


class _Settings(Fields):
    """YAML of a program, which may hold its commands."""

    plain = False


@dataclass(frozen=True)
class Entry:
    """An entry of the navigation: where it leads, its line, and how deep it lies, from 0 on."""

    address: str
    line: int
    depth: int


class Settings:
    """What `mkdocs.yml` says; of one that cannot be read, only what is wrong with it.

    `read` gives its text, or raises `Slip`; `known` is false where it cannot be read, so that
    nothing is said of what it may name.
    """

    def __init__(self, read: Callable[[], str]) -> None:
        self.faults: list[tuple[int, str]] = []
        self.known = True
        self._fields: Fields | None = None
        try:
            text = read()
            self._fields = _Settings(text) if text else None
        except Slip as slip:
            self.faults, self.known = [(slip.line, slip.text)], False
        if self._fields:
            self.faults = self._fields.faults
        if self._fields and not isinstance(self._fields.data, dict):
            told = "this must be a list of fields, one a line, like `site_name: Some words`."
            self.faults, self.known = [(1, told)], False

    @property
    def notebooks(self) -> frozenset[str]:
        """The programs that are named as pages."""
        plugins = self._data.get("plugins")
        listed = plugins if isinstance(plugins, (list, dict)) else ()
        every = [listed] if isinstance(listed, dict) else [*listed]
        found = [one[INCLUDING] for one in every if isinstance(one, dict) and INCLUDING in one]
        included = found[0] if found else None
        return frozenset(_words_of(included.get("include")) if isinstance(included, dict) else ())

    @property
    def named(self) -> frozenset[str]:
        """The pages that are named in the navigation, if there is one."""
        return frozenset(_words_of(self._data.get("nav")))

    def entries(self) -> Iterator[Entry]:
        """All that the navigation leads to, in its order."""
        yield from self._entries(self._data.get("nav"), ("nav",), 0)

    @property
    def _data(self) -> dict[str, Any]:
        data = self._fields.data if self._fields else None
        return data if isinstance(data, dict) else {}

    def _entries(self, found: Any, place: tuple[Any, ...], depth: int) -> Iterator[Entry]:
        if isinstance(found, str) and self._fields:
            yield Entry(found, self._fields.line(place), depth)
        for at, one in enumerate(found) if isinstance(found, list) else ():
            here = (*place, at)
            for name, below in one.items() if isinstance(one, dict) else ():
                deeper = depth + 1 if isinstance(below, list) else depth
                yield from self._entries(below, (*here, name), deeper)
            if isinstance(one, str):
                yield from self._entries(one, here, depth)


def _words_of(found: Any) -> Iterator[str]:
    """Every word within lists and fields of settings."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, (list, dict)):
        for one in found.values() if isinstance(found, dict) else found:
            yield from _words_of(one)
