"""Reading a built site: its files as a browser without scripts would see them, and its pages in a real browser."""

from dataclasses import dataclass, field
from functools import cache, cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup

LOADING = {
    ("img", "src"),
    ("script", "src"),
    ("iframe", "src"),
    ("source", "src"),
    ("source", "srcset"),
    ("object", "data"),
    ("embed", "src"),
}
EMPTY = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
}


@cache
def html(path):
    """A built page, parsed once for all tests that look into it."""
    return BeautifulSoup(path.read_bytes(), "html.parser")


class Page(HTMLParser):
    """One HTML file: its tags, ids, links, what it loads, and the words of its title."""

    def __init__(self, path, address):
        super().__init__()
        self.address, self.tags, self.ids, self.links, self.loads, self.title, self.open = (
            address,
            [],
            [],
            [],
            [],
            "",
            [],
        )
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        """Note a tag with its attributes."""
        found = dict(attrs)
        self.tags.append((tag, found))
        self.open += [] if tag in EMPTY else [tag]
        if "id" in found:
            self.ids.append(found["id"])
        for name in ("href", "src", "data"):
            if (tag, name) in LOADING or (
                tag == "link"
                and name == "href"
                and found.get("rel") in ("stylesheet", "icon", "preload")
            ):
                self.loads += [found[name]] if found.get(name) else []
            elif name == "href" and found.get("href") is not None:
                self.links.append(found["href"])

    def handle_endtag(self, tag):
        """Close the tag that was opened last under this name."""
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]

    def handle_data(self, data):
        """Note the words of the title."""
        if self.open[-2:] == ["head", "title"]:
            self.title += data

    def named(self, tag):
        """The attributes of each tag of this name."""
        return [attributes for name, attributes in self.tags if name == tag]

    def meta(self, name):
        """What the head says under this name; nothing where it says nothing."""
        found = [meta["content"] for meta in self.named("meta") if meta.get("name") == name]
        return found[0] if found else ""


@dataclass
class Site:
    """A built site: its folder, and the address where it would be published."""

    folder: Path
    address: str
    pages: dict = field(init=False)

    def __post_init__(self):
        self.pages = {
            path.relative_to(self.folder).as_posix(): Page(
                path, urljoin(self.address, path.relative_to(self.folder).as_posix())
            )
            for path in sorted(self.folder.rglob("*.html"))
        }

    @cached_property
    def ids(self):
        """The ids of each page."""
        return {name: set(page.ids) for name, page in self.pages.items()}

    def whole(self, page, link):
        """True when a link leads out of the site, or to a file of the site and, where it says so, to an id in it."""
        target, anchor = urldefrag(urljoin(page.address, link))
        if not target.startswith(self.address):
            return urlsplit(target).netloc != urlsplit(self.address).netloc
        name = unquote(target.removeprefix(self.address).partition("?")[0])
        name = f"{name}index.html" if name == "" or name.endswith("/") else name
        return (self.folder / name).is_file() and (not anchor or anchor in self.ids.get(name, ()))

    def broken(self):
        """Every link of the site that leads nowhere, as `page: link`."""
        return [
            f"{name}: {link}"
            for name, page in self.pages.items()
            for link in (*page.links, *page.loads)
            if not self.whole(page, link)
        ]

    def loaded_from_elsewhere(self):
        """Everything that a page would load from another host, as `page: address`."""
        return [
            f"{name}: {load}"
            for name, page in self.pages.items()
            for load in page.loads
            if not urljoin(page.address, load).startswith((self.address, "data:"))
        ]

    def running_code(self):
        """Every attribute that would run code of its own, as `page: attribute`."""
        return [
            f"{name}: {attribute}={value}"
            for name, page in self.pages.items()
            for _, attributes in page.tags
            for attribute, value in attributes.items()
            if attribute.startswith("on")
            or (value or "").strip().lower().startswith(("javascript:", "vbscript:", "data:text"))
        ]
