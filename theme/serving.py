"""`mkdocs serve`: the site that stands, made again page by page, and what is asked of MkDocs."""

import hashlib
import logging
import socket
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import jinja2
from mkdocs import utils
from mkdocs.commands.build import get_context
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

    def make(self, path: str, markdown: str) -> bool:
        """Make a page again, by its path, as MkDocs makes it: False when others tell its title."""
        file, plugins = self.files.src_uris[path], self.config.plugins
        page = file.page
        if page is None:
            return False
        titles = [other.title for other in self.nav.pages]
        file.content_string = markdown
        page = plugins.on_pre_page(page, config=self.config, files=self.files)
        page.read_source(self.config)
        page.markdown = plugins.on_page_markdown(
            page.markdown or "", page=page, config=self.config, files=self.files
        )
        page.render(self.config, self.files)
        page.content = plugins.on_page_content(
            page.content or "", page=page, config=self.config, files=self.files
        )
        if titles != [other.title for other in self.nav.pages]:
            return False
        self._write(page)
        level = self.config.validation.links.anchors
        page.validate_anchor_links(files=self.files, log_level=level)
        return True

    def write(self, address: str, content: bytes) -> None:
        """Write a file that is made, at its address."""
        utils.write_file(content, str(Path(self.config.site_dir) / address))

    def _write(self, page: Page) -> None:
        plugins = self.config.plugins
        page.active = True
        try:
            found = self.files.documentation_pages()
            context = get_context(self.nav, found, self.config, page)
            template = self.env.get_template(page.meta.get("template", "main.html"))
            context = plugins.on_page_context(context, page=page, config=self.config, nav=self.nav)
            html = template.render(context)
            html = plugins.on_post_page(html, page=page, config=self.config)
            data = html.encode("utf-8", errors="xmlcharrefreplace")
            utils.write_file(data, page.file.abs_dest_path)
        finally:
            page.active = False


def state_of(paths: Iterable[Path]) -> dict[str, str]:
    """The bytes of files, and of all in folders, as hashes by path."""
    found = {}
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts:
                with suppress(OSError):  # an editor has taken it away meanwhile
                    found[str(file)] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found


def look_often(server: LiveReloadServer, config: MkDocsConfig, sign: Path) -> None:
    """See a change within a tenth of a second, where MkDocs takes half of one; a sign's too."""
    paths = [config.docs_dir, *filter(None, [config.config_file_path])]
    for path in paths:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=0.1)
    server.build_delay = 0.05
    for path in [*paths, str(sign)]:
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
