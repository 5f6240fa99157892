"""The pages that a change touches, as they will be, in one file that needs nothing beside it."""

import base64
import mimetypes
import re
from html import escape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from tools.report.sides import Side

MOST = 40  # pages that are shown
ADDRESS = re.compile(r"url\([\"']?(?!data:|#)([^)\"']+)[\"']?\)")
FRAME = """<!doctype html><html lang=en><meta charset=utf-8>
<meta name=viewport content='width=device-width'><title>The pages as they will be</title><style>
body{{font:16px/1.5 system-ui,sans-serif;margin:1rem auto;max-width:90rem;padding:0 1rem}}
iframe{{width:100%;height:80vh;border:1px solid #888;background:#fff}}summary{{padding:.6rem 0}}
</style><h1>The pages as they will be</h1><p>{told}</p>{pages}</html>
"""


def changed_pages(old: Side, new: Side) -> list[str]:
    """The pages that differ or are new, by their paths on the site; frames for others left out."""
    if new.site is None:
        return []
    paths = [path.relative_to(new.site).as_posix() for path in sorted(new.site.rglob("*.html"))]
    whole = [path for path in paths if "/embed/" not in path and path != "404.html"]
    return [path for path in whole if _bytes(old.site, path) != _bytes(new.site, path)]


def write_preview(old: Side, new: Side) -> str:
    """One HTML file with every changed page in a frame; scripts and links rest in it."""
    pages = changed_pages(old, new)
    told = f"{len(pages)} pages change." if pages else "No page changes."
    if len(pages) > MOST:
        told += f" The first {MOST} are shown."
    shown = [_frame(new.site, path) for path in pages[:MOST] if new.site]
    return FRAME.format(told=told, pages="".join(shown))


def _frame(site: Path, path: str) -> str:
    """A page in a frame, opened when it is asked for."""
    name = path.removesuffix("index.html") or "the start page"
    page = escape(_alone(site, path))
    frame = f'<iframe sandbox loading="lazy" title="{escape(name)}" srcdoc="{page}"></iframe>'
    return f"<details open><summary>{escape(name)}</summary>{frame}</details>"


def _alone(site: Path, path: str) -> str:
    """A page that asks for no other file: styles, fonts and pictures stand in itself."""
    soup = BeautifulSoup(_bytes(site, path), "html.parser")
    for part in soup.select("script, meta[http-equiv], link:not([rel=stylesheet])"):
        part.decompose()
    for link in soup.select("link[rel=stylesheet]"):
        style = soup.new_tag("style")
        place = _place(path, str(link["href"]))
        style.string = _styled(site, place, _bytes(site, place).decode())
        link.replace_with(style)
    for style in soup.select("style"):
        style.string = _styled(site, path, style.get_text())
    for picture in soup.select("img[src]"):
        picture["src"] = _data(site, path, str(picture["src"]))
    for link in soup.select("a[href]"):
        _rest(link)
    return str(soup)


def _rest(link: Tag) -> None:
    """A link to another page leads nowhere here; one to elsewhere opens beside."""
    if urlsplit(str(link["href"])).scheme:
        link["target"] = "_blank"
    elif not str(link["href"]).startswith("#"):
        link["href"] = "#"


def _styled(site: Path, place: str, style: str) -> str:
    return ADDRESS.sub(lambda match: f"url({_data(site, place, match[1])})", style)


def _data(site: Path, place: str, address: str) -> str:
    """A file of the site as an address that holds it; what is no file of the site stays."""
    if urlsplit(address).scheme or not (data := _bytes(site, _place(place, address))):
        return address
    kind = mimetypes.guess_type(address)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _place(place: str, address: str) -> str:
    return normpath(join(dirname(place), urlsplit(address).path))


def _bytes(site: Path | None, path: str) -> bytes:
    file = site / path if site else None
    return file.read_bytes() if file and file.is_file() else b""
