"""A notebook's page: its words, its working and its results, without the style around them."""

from collections.abc import Iterator
from html import escape
from posixpath import dirname, join, normpath
from urllib.parse import urldefrag

from bs4 import BeautifulSoup, Tag

from ledger.pages import Page
from publish.site import View


def write_notebook_page(html: str, page: Page, view: View) -> str:
    """The HTML of a notebook that has run, as it stands on its page; links lead to other pages."""
    soup = BeautifulSoup(html, "html.parser")
    for anchor in soup.select(".anchor-link"):
        anchor.decompose()
    for link in soup.select("a[href]"):
        address, fragment = urldefrag(str(link["href"]))
        url = view.site.urls.get(normpath(join(dirname(page.path), address)))
        if url is not None:
            link["href"] = f"{view.home}{url}" + (f"#{fragment}" if fragment else "")
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
