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
from pathlib import Path
from posixpath import dirname, relpath
from typing import Any

from charts.cache import Cache, code_of, key_of, versions_of
from charts.workers import Undrawn
from ledger.mistakes import Mistake
from ledger.pages import Page
from publish.listen import NOTES
from publish.pages import Published
from publish.site import Site, View
from publish.twins import twin_of, write_notebook

ROOT = Path(__file__).parent.parent
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
            placed, html = _placed(_said(page, site.ledger.docs, cache), page, view, cache)
            pages[page.path] += placed
            files[twin_of(page.url)] = write_notebook(html, page.url, view).encode()
    cache.tidy()
    return Published(pages, files)


def _said(page: Page, docs: Path, cache: Cache) -> str:
    """What a notebook says: kept, while all that it read is as it was, else by running it."""
    path = docs.resolve() / page.path
    code = [_state_of(HERE / name) for name in ("kernel.py", "listen.py", "html.py")]
    key = key_of("notebook", page.path, _state_of(path), code, versions_of(*LIBRARIES))
    kept = cache.get(key)
    if not kept or any(_state_of(Path(read)) != state for read, state in kept["reads"].items()):
        kept = _run(path, docs)
        cache.put(key, kept)
    html: str = kept["html"]
    return html


def _placed(html: str, page: Page, view: View, cache: Cache) -> tuple[str, str]:
    """What a notebook says, with links that lead to pages in place of files: for its page, and as
    HTML.
    """
    folder = dirname(page.path) or "."
    leads = {relpath(path, folder): f"{view.home}{url}" for path, url in view.site.urls.items()}

    def made() -> dict[str, str]:
        from publish.html import led

        placed, linked = led(html, leads)
        return {"placed": placed, "html": linked}

    code = code_of(HERE / "html.py")
    key = key_of("led", html, leads, code, versions_of("beautifulsoup4"))
    found = cache.entry(key, made)
    return found["placed"], found["html"]


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
    from publish.html import told

    return {"html": told(said["html"]), "reads": reads}


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
