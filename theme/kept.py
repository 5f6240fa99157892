"""Pages whose HTML is kept between builds: Markdown that was turned to HTML once stays turned.

The key of a page is its Markdown, the settings of the converter and every installed library; a link
counts by where the file stands that it names. A page that makes MkDocs say something is never kept,
so it says it again.
"""

import logging
from collections.abc import Iterable
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from charts.cache import Cache, installed, key_of


class KeptPage(Page):
    """A page of MkDocs whose HTML is taken from a cache when nothing that shapes it has changed."""

    cache: Cache
    how: str  # the key of what shapes every page alike

    @classmethod
    def of(cls, page: Page, cache: Cache, how: str) -> "KeptPage":
        """The same page, which from now on asks the cache first."""
        page.__class__ = cls
        kept = cast("KeptPage", page)
        kept.cache, kept.how = cache, how
        return kept

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the HTML from the cache, or convert the Markdown and keep what comes of it."""
        key = key_of("page", self.how, self.file.src_uri, self.file.url, self.markdown)
        found = self.cache.get(key)
        if found and all(_place(files, path) == url for path, url in found["asked"].items()):
            self._take(found, files)
            return
        asking = _Asking(files)
        with _Listening() as said:
            super().render(config, cast("Files", asking))
        links = self.links_to_anchors or {}
        if not said.anything:
            found = {
                "content": self.content,
                "toc": [*map(_token, self.toc)],
                "title": self._title_from_render,
                "anchors": sorted(self.present_anchor_ids or ()),
                "links": {file.src_uri: anchors for file, anchors in links.items()},
                "asked": asking.asked,
            }
            self.cache.put(key, found)

    def _take(self, found: dict[str, Any], files: Files) -> None:
        self.content = found["content"]
        self.toc = get_toc(found["toc"])
        self._title_from_render = found["title"]
        self.present_anchor_ids = set(found["anchors"])
        self.links_to_anchors = {files.src_uris[to]: each for to, each in found["links"].items()}


def how_made(config: MkDocsConfig) -> str:
    """The key of all that turns the Markdown of any page into HTML, beside the Markdown."""
    settings = [config.markdown_extensions, config.mdx_configs, config.use_directory_urls]
    return key_of(settings, dict(config.validation.links), installed())


class _Asking:
    """The files of a site for one page: notes for which of them it asks, and where they are."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.asked: dict[str, str | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """What the files say themselves."""
        self.asked[path] = _place(self.files, path)
        return self.files.get_file_from_path(path)


def _place(files: Files, path: str) -> str | None:
    file = files.get_file_from_path(path)
    return file.url if file else None


def _token(link: AnchorLink) -> dict[str, Any]:
    """A line of a table of contents as Markdown's own converter tells it."""
    children: Iterable[AnchorLink] = link.children
    return {
        "name": link.title,
        "id": link.id,
        "level": link.level,
        "children": [*map(_token, children)],
    }


class _Listening(logging.Handler):
    """While it is open: whether MkDocs says anything of a page."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.anything = False
        self.logger = logging.getLogger("mkdocs")

    def emit(self, record: logging.LogRecord) -> None:
        """Note it, and no more."""
        self.anything = True

    def __enter__(self) -> "_Listening":
        self.logger.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        self.logger.removeHandler(self)
