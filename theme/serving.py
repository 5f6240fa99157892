"""`mkdocs serve` at a change: of a site that stands, only what differs is made again.

MkDocs builds every page at each change. Here a page is made again when its Markdown differs, and a
file is written when its bytes differ. Where more may hang on a change (a page comes or goes, a
title in the navigation, a setting, a template), MkDocs builds the whole.
"""

import hashlib
import logging
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import jinja2
from mkdocs import utils
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserver


@dataclass
class Standing:
    """A site as MkDocs has built it: what its pages were made with."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: jinja2.Environment

    def renew(self, pages: dict[str, str], files: dict[str, str | bytes]) -> bool:
        """Make pages again, by path with their Markdown, and write files by address.

        False when the whole must be built.
        """
        titles = self._titles()
        changed = [self._page(path, markdown) for path, markdown in pages.items()]
        for page in changed:
            _populate_page(page, self.config, self.files)
        if titles != self._titles():
            return False
        for address, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            utils.write_file(data, str(Path(self.config.site_dir) / address))
        found = self.files.documentation_pages()
        for page in changed:
            with _Entries(self.config, page):
                _build_page(page, self.config, found, self.nav, self.env)
        for page in changed:
            level = self.config.validation.links.anchors
            page.validate_anchor_links(files=self.files, log_level=level)
        self.config.plugins.on_post_build(config=self.config)
        return True

    def _page(self, path: str, markdown: str) -> Page:
        file = self.files.src_uris[path]
        file.content_string = markdown
        return cast("Page", file.page)

    def _titles(self) -> list[str | None]:
        """What pages tell of each other: the titles of those in the navigation."""
        return [page.title for page in self.nav.pages]


class _Entries:
    """While a page is built: what the search finds on it takes the place of what it found before.

    The plugin adds a page at the end, where only the last page belongs.
    """

    def __init__(self, config: MkDocsConfig, page: Page) -> None:
        plugin: Any = config.plugins.get("material/search")
        self.index, self.url = plugin.search_index, page.url

    def __enter__(self) -> None:
        entries = self.index.entries
        own = [entry["location"].partition("#")[0] == self.url for entry in entries]
        at = own.index(True) if True in own else len(entries)
        rest = [entry for entry, mine in zip(entries, own, strict=True) if not mine]
        self.index.entries, self.after = rest[:at], rest[at:]

    def __exit__(self, *_: object) -> None:
        self.index.entries += self.after


def state_of(paths: Iterable[Path]) -> dict[str, str]:
    """The bytes of files, and of all in folders, as hashes by path."""
    found = {}
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts:
                found[str(file)] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found


def look_often(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """See a change within a tenth of a second, where MkDocs takes half of one."""
    paths = [config.docs_dir, *filter(None, [config.config_file_path])]
    for path in paths:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=0.1)
    server.build_delay = 0.05
    for path in paths:
        server.watch(path)


def count_no_warning() -> None:
    """A warning is told, and the page is served all the same: a strict build would hang."""
    logger = logging.getLogger("mkdocs")
    for handler in [*logger.handlers]:
        if isinstance(handler, utils.CountHandler):
            logger.removeHandler(handler)


def find_port(config: MkDocsConfig) -> None:
    """Stop with a sentence when something else answers where this site would be served."""
    host, port = config.dev_addr
    try:
        socket.create_server((host, port)).close()
    except OSError:
        told = f"Something else uses port {port} already. Stop it, or serve elsewhere"
        raise Abort(f"{told}: .venv/bin/mkdocs serve -a {host}:{port + 1}") from None
