"""The settings of the site, `mkdocs.yml` beside the folder of content, as far as checks ask."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ledger.fields import Fields
from ledger.mistakes import Slip

NAME = "mkdocs.yml"
HOOK = "theme/hooks.py"  # where the engine comes into a build
WITHOUT_HOOK = "no block and no figure is drawn, and nothing is checked"
INCLUDING = "mkdocs-jupyter"  # the plugin that takes programs for pages


class _Settings(Fields):
    """YAML of a program, which may hold its commands."""

    plain = False


@dataclass(frozen=True)
class Entry:
    """An entry of the navigation: where it leads, its line, how deep it lies, from 0 on, and the
    name that the menu gives it, if it gives one.
    """

    address: str
    line: int
    depth: int
    name: str = ""


class Settings:
    """What `mkdocs.yml` says; of one that cannot be read, only what is wrong with it.

    `read` gives its text, or that of the file that it inherits from, which it names, or raises
    `Slip`; `known` is false where it cannot be read, so that nothing is said of what it may name.
    """

    def __init__(self, read: Callable[[str], str]) -> None:
        self.faults: list[tuple[int, str]] = []
        self.known = True
        self._fields: Fields | None = None
        try:
            text = read("")
            self._fields = _Settings(text) if text else None
        except Slip as slip:
            self.faults, self.known = [(slip.line, slip.text)], False
        if self._fields:
            self.faults = self._fields.faults
        if self._fields and not isinstance(self._fields.data, dict):
            told = "this must be a list of fields, one a line, like `site_name: Some words`."
            self.faults, self.known = [(1, told)], False
        self._inherited = self._parent(read)

    @property
    def written(self) -> bool:
        """True where there are settings that can be read, with all that they inherit."""
        return bool(self._data) and self.known and self._inherited is not None

    def found(self, *place: str) -> Any:
        """What stands at a place, or in the file that the settings inherit from, or None."""
        for data in (self._data, self._inherited or {}):
            found: Any = data
            for name in place:
                found = found.get(name) if isinstance(found, dict) else None
            if found is not None:
                return found
        return None

    def holds(self, place: Iterable[str], words: Iterable[str], paths: bool = False) -> bool:
        """True where something stands at a place, and these words are it, or are in its list in
        this order; of words that are `paths` only the end counts.
        """
        found = self.found(*place)
        if found in (None, ""):
            return False
        listed = found if isinstance(found, list) else [found]
        at = [
            next((n for n, one in enumerate(listed) if _is(one, word, paths)), -1) for word in words
        ]
        return -1 not in at and at == sorted(at)

    def line(self, *place: str) -> int:
        """The line of a setting, or of the one around it."""
        return self._fields.line(place) if self._fields else 1

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

    def _parent(self, read: Callable[[str], str]) -> dict[str, Any] | None:
        """What the file holds that these settings inherit from, or None where it cannot be read."""
        name = self._data.get("INHERIT")
        if not name:
            return {}
        try:
            data = _Settings(read(str(name))).data
        except Slip:
            return None
        return data if isinstance(data, dict) else None

    @property
    def _data(self) -> dict[str, Any]:
        data = self._fields.data if self._fields else None
        return data if isinstance(data, dict) else {}

    def _entries(self, found: Any, place: tuple[Any, ...], depth: int) -> Iterator[Entry]:
        if isinstance(found, str) and self._fields:
            name = place[-1] if isinstance(place[-1], str) else ""
            yield Entry(found, self._fields.line(place), depth, name)
        for at, one in enumerate(found) if isinstance(found, list) else ():
            here = (*place, at)
            for name, below in one.items() if isinstance(one, dict) else ():
                deeper = depth + 1 if isinstance(below, list) else depth
                yield from self._entries(below, (*here, name), deeper)
            if isinstance(one, str):
                yield from self._entries(one, here, depth)


def _is(found: Any, word: str, path: bool) -> bool:
    """True for a setting that is this word, by itself or with options."""
    if isinstance(found, dict):
        return word in found
    text = str(found).replace("\\", "/")
    return text == word or (path and text.endswith(f"/{word}"))


def _words_of(found: Any) -> Iterator[str]:
    """Every word within lists and fields of settings."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, (list, dict)):
        for one in found.values() if isinstance(found, dict) else found:
            yield from _words_of(one)
