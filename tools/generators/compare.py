"""What a reader finds on each page of a built site, and where two sites tell different things."""

import gzip
import json
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from urllib.parse import urljoin

from bs4 import BeautifulSoup

from publish.search import FOLDER

OURS = "title, .site-header, .page, .site-footer"  # the parts of a page that our templates make
UNSEEN = "script, style, template"
LEADS = ("href", "src", "srcset")
AROUND = 6  # words told before and after a difference


def pages_of(site: Path) -> dict[str, Path]:
    """Every page of a site by its address; what stands in another site's frame is none."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    return {address: path for address, path in found.items() if "/embed/" not in address}


def text_of(html: str, address: str) -> list[str]:
    """The visible words of a page in their order, then where its links and pictures come from."""
    soup = BeautifulSoup(html, "html.parser")
    for unseen in soup.select(UNSEEN):
        unseen.decompose()
    parts = soup.select(OURS)
    words = " ".join(part.get_text() for part in parts).split()
    leads = (tag.get(name) for part in parts for tag in part.find_all() for name in LEADS)
    whole = (urljoin(address, str(lead)) for lead in leads if lead is not None)
    return words + [lead.removesuffix("index.html") for lead in whole]


def differences(ours: Path, theirs: Path) -> Iterator[str]:
    """Each page that tells something else, with the first words, or that only one site has."""
    here, there = pages_of(ours), pages_of(theirs)
    for address in sorted(here.keys() | there.keys()):
        if address not in here or address not in there:
            yield f"{address}: only in {ours if address in here else theirs}"
            continue
        root = f"https://example.org/site/{address}"
        first, second = (text_of(site[address].read_text("utf-8"), root) for site in (here, there))
        if first != second:
            yield f"{address}: {_told(first, second)}"


def lost(files: Path, theirs: Path) -> Iterator[str]:
    """Each file to take away that a site lacks, or has with another content."""
    for path in sorted(path for path in files.rglob("*") if path.is_file()):
        address = path.relative_to(files)
        if not (theirs / address).is_file():
            yield f"{address}: is not in {theirs}"
        elif (theirs / address).read_bytes() != path.read_bytes():
            yield f"{address}: has another content in {theirs}"


def differences_in_search(ours: Path, theirs: Path) -> Iterator[str]:
    """Each page that the search of one site finds by other words, or with another verdict."""
    here, there = found_by_search(ours), found_by_search(theirs)
    for address in sorted(here.keys() | there.keys()):
        if here.get(address) != there.get(address):
            yield f"{address}: the search knows another page in {theirs}"


def found_by_search(site: Path) -> dict[str, tuple[dict[str, str], list[str]]]:
    """What the search of a site tells of each page, and its words in their order."""
    found = {}
    for path in (site / FOLDER / "fragment").iterdir():
        page = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[page["url"]] = (page["meta"], page["content"].split())
    return found


def _told(first: list[str], second: list[str]) -> str:
    """Where two texts part."""
    pairs = enumerate(zip_longest(first, second))
    at = next(index for index, (one, other) in pairs if one != other)
    here, there = (" ".join(text[max(at - AROUND, 0) : at + AROUND]) for text in (first, second))
    return f"'{here}' is '{there}' there"
