"""The index of the search, made by Pagefind from the finished pages, whatever generator built them.

A page is found when its main part bears `data-pagefind-body`, which `theme/main.html` sets. What
stands on other pages too, and what is a picture, bears `data-pagefind-ignore`.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from charts.cache import Cache, key_of, versions_of

FOLDER = "pagefind"  # in the site; its scripts look for each other and for the index there
UNFOUND = "h1"  # each hit bears the title anyway
# What Pagefind brings for looks, which are our own, beside what `theme/assets/search.js` asks for.
LOOKS = ("*-ui.*", "pagefind-highlight.js")


class Unsearchable(Exception):
    """No index could be made; the message says why."""


def write_search(site: Path, docs: Path, cache: Path) -> None:
    """Write the search of a built site into it, made again only when a page differs.

    Raises `Unsearchable` when Pagefind gives up.
    """
    pages = {page.relative_to(site).as_posix(): page for page in sorted(site.rglob("*.html"))}
    digests = {name: hashlib.sha256(page.read_bytes()).hexdigest() for name, page in pages.items()}
    key = key_of(versions_of("pagefind-bin"), UNFOUND, LOOKS, digests)
    entries = Cache(cache, docs, "search")
    found = entries.get(key)
    if found is None:
        found = _index(site)
        entries.put(key, found)
    entries.tidy()
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    for name, data in found.items():
        target = site / FOLDER / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _index(site: Path) -> dict[str, bytes]:
    """The files of the search by their names, from the pages of a site."""
    with tempfile.TemporaryDirectory() as made:
        options = ["--site", str(site), "--output-path", made, "--exclude-selectors", UNFOUND]
        run = subprocess.run(
            [sys.executable, "-m", "pagefind", "--quiet", *options],
            capture_output=True,
            text=True,
            check=False,
        )
        if run.returncode:
            raise Unsearchable(f"Pagefind made no index for the search: {run.stderr or run.stdout}")
        files = [path for path in sorted(Path(made).rglob("*")) if path.is_file()]
        kept = [path for path in files if not any(map(path.match, LOOKS))]
        return {path.relative_to(made).as_posix(): path.read_bytes() for path in kept}
