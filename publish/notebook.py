"""A notebook's page: its words, its working and its results, without the style around them.

A notebook runs when something that it reads has changed, and only then. What it reads is noted
while it runs.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import urldefrag

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from charts.cache import Cache, key_of, versions_of
from charts.workers import Undrawn
from ledger.mistakes import Mistake
from ledger.pages import Page
from publish.listen import NOTES
from publish.pages import Published
from publish.site import Site, View
from publish.twins import twin_of, write_notebook

ROOT = Path(__file__).parent.parent
HEADINGS = ("", "h1", "h2", "h3", "h4", "h5", "h6")
HERE = Path(__file__).parent
# What shapes the page of a notebook beside what it reads; versions are found without an import.
LIBRARIES = ("mkdocs-jupyter", "nbconvert", "ipykernel", "altair", "pandas", "vl-convert-python")


def with_notebooks(published: Published, site: Site, folder: Path) -> Published:
    """The same with the words of each notebook on its page, and their twins.

    What a notebook said is kept in `folder`. Raises `Undrawn` with the mistakes of cells that fail.
    """
    pages, files = {**published.pages}, {**published.files}
    cache = Cache(folder, site.ledger.docs, "notebooks")
    for page in site.ledger.pages:
        if not page.path.endswith(".md"):
            view = site.seen_from(page.url)
            soup = _linked(_said(page, site.ledger.docs, cache), page, view)
            pages[page.path] += "".join(map(_as_markdown, soup.contents))
            files[twin_of(page.url)] = write_notebook(soup.decode(), page.url, view)
    cache.tidy()
    return Published(pages, files)


def _said(page: Page, docs: Path, cache: Cache) -> str:
    """What a notebook says: kept, while all that it read is as it was, else by running it."""
    path = docs.resolve() / page.path
    code = [_state_of(file) for file in (path, HERE / "kernel.py", HERE / "listen.py")]
    key = key_of("notebook", page.path, code, versions_of(*LIBRARIES))
    kept = cache.get(key)
    if not kept or any(_state_of(Path(read)) != state for read, state in kept["reads"].items()):
        kept = _run(path, docs)
        cache.put(key, kept)
    html: str = kept["html"]
    return html


def _linked(html: str, page: Page, view: View) -> BeautifulSoup:
    """What a notebook says, with links that lead to pages in place of files."""
    soup = BeautifulSoup(html, "html.parser")
    for link in soup.select("a[href]"):
        address, fragment = urldefrag(str(link["href"]))
        url = view.site.urls.get(normpath(join(dirname(page.path), address)))
        if url is not None:
            link["href"] = f"{view.home}{url}" + (f"#{fragment}" if fragment else "")
    return soup


def _as_markdown(part: PageElement) -> str:
    """A part of a page as Markdown takes it: a heading as its own, all else as HTML.

    So the page's table of contents knows its headings.
    """
    if not (isinstance(part, Tag) and part.name in HEADINGS):
        return str(part)
    words = part.decode_contents().strip()
    return f"\n\n{'#' * HEADINGS.index(part.name)} {words} {{: #{part['id']} }}\n\n"


def _told(html: str) -> str:
    """Of what mkdocs-jupyter makes of a notebook its words, its working and its results."""
    soup = BeautifulSoup(html, "html.parser")
    for anchor in soup.select(".anchor-link"):
        anchor.decompose()
    cells = soup.select(".jp-Notebook > .jp-Cell")
    return "\n".join(part for cell in cells for part in _parts_of(cell))


def _parts_of(cell: Tag) -> Iterator[str]:
    """The words of a cell, its working folded up, and what it worked out."""
    for words in cell.select(".jp-Cell-inputWrapper .jp-MarkdownOutput"):
        yield words.decode_contents()
    for code in cell.select(".highlight-ipynb pre"):
        working = f'<pre tabindex="0"><code>{escape(code.get_text())}</code></pre>'
        yield f'<details class="words working"><summary>The working</summary>{working}</details>'
    for output in cell.select(".jp-OutputArea-output"):
        yield output.decode_contents()


def _run(path: Path, docs: Path) -> dict[str, Any]:
    """Run a notebook: its HTML, and what it read with the state in which it was."""
    with tempfile.NamedTemporaryFile() as notes:
        listening = {NOTES: notes.name, "PYTHONSTARTUP": str(HERE / "listen.py")}
        done = subprocess.run(
            [sys.executable, "-m", "publish.kernel", path],
            cwd=ROOT,
            env={**os.environ, **listening},
            capture_output=True,
            text=True,
            check=False,
        )
        paths = notes.read().decode().splitlines()
    said = json.loads(done.stdout) if done.returncode == 0 else {}
    if "html" not in said:
        why = said.get("error") or (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise Undrawn([_mistake(path, docs, why, said.get("cell", ""))], {})
    places = (ROOT, docs.resolve())
    reads = {read: _state_of(Path(read)) for read in sorted(paths) if _is_ours(read, places)}
    return {"html": _told(said["html"]), "reads": reads}


def _is_ours(read: str, places: tuple[Path, ...]) -> bool:
    """True for what the project holds; libraries count by their version, caches not at all."""
    inside = [Path(read).relative_to(one) for one in places if Path(read).is_relative_to(one)]
    return bool(inside) and not any(part.startswith(".") for part in inside[-1].parts)


def _state_of(path: Path) -> str:
    """The bytes of a file as a hash, or the names in a folder, or nothing where nothing is."""
    try:
        if path.is_dir():
            return key_of(sorted(entry.name for entry in path.iterdir()))
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _mistake(path: Path, docs: Path, why: str, cell: str) -> Mistake:
    """A cell that fails, at its first line."""
    before, found, _ = path.read_text(encoding="utf-8").partition(cell or "\0")
    line = before.count("\n") + 1 if found else 1
    name = f"{docs.name}/{path.relative_to(docs.resolve()).as_posix()}"
    return Mistake(name, line, f"the cell fails ({why}). Mend it, or what it reads.")
