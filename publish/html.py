"""HTML read again: as plain Markdown, and what a notebook's page takes of what Jupyter makes.

Only what was not kept is read, so nothing imports this before it is needed.
"""

import re
from collections.abc import Iterator, Mapping
from html import escape
from textwrap import indent
from urllib.parse import urldefrag

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement
from markdownify import ATX, MarkdownConverter

from publish.templates import plain

SILENT = (
    "svg, script, style, button, fieldset, input, "
    ".links, .legend, figure details.words, [aria-hidden=true]"
)
HEADINGS = ("", "h1", "h2", "h3", "h4", "h5", "h6")


def to_markdown(html: str, leads: Mapping[str, str]) -> str:
    """HTML as Markdown: pictures by their words, controls left out, links as `leads` has them."""
    soup = BeautifulSoup(html, "html.parser")
    for silent in soup.select(SILENT):
        silent.decompose()
    for drawing in soup.select(".drawing[aria-label]"):
        if not drawing.get_text(strip=True):
            drawing.string = str(drawing["aria-label"])
    for link in soup.select("a[href]"):
        address = str(link["href"])
        link["href"] = leads.get(urldefrag(address).url, address)
    for points in soup.select("ol"):
        for number, point in enumerate(points.find_all("li", recursive=False), 1):
            point["value"] = str(number)
    words: str = Twin().convert_soup(soup)
    return re.sub(r"\n{3,}", "\n\n", words).strip()


def led(html: str, leads: Mapping[str, str]) -> tuple[str, str]:
    """What a notebook says with links as `leads` has them: for its page, and as HTML.

    On its page a heading stands as Markdown's own, so that its table of contents knows it.
    """
    soup = BeautifulSoup(html, "html.parser")
    for link in soup.select("a[href]"):
        address, fragment = urldefrag(str(link["href"]))
        if address in leads:
            link["href"] = leads[address] + (f"#{fragment}" if fragment else "")
    return "".join(map(_placed, soup.contents)), soup.decode()


def told(html: str) -> str:
    """Of what mkdocs-jupyter makes of a notebook its words, its working and its results."""
    soup = BeautifulSoup(html, "html.parser")
    for anchor in soup.select(".anchor-link"):
        anchor.decompose()
    cells = soup.select(".jp-Notebook > .jp-Cell")
    return "\n".join(part for cell in cells for part in _parts_of(cell))


class Twin(MarkdownConverter):
    """How this site's HTML reads as Markdown."""

    class Options:
        """One way of writing headings."""

        heading_style = ATX

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Signs of Markdown in words stay words."""
        return plain(text)

    def convert_li(self, element: Tag, text: str, parent_tags: set[str]) -> str:
        """A point of a list, with its number where it has one.

        Markdownify counts the points before each anew, which takes too long for many.
        """
        if not text.strip():
            return "\n"
        mark = f"{element['value']}. " if "value" in element.attrs else "- "
        lines = indent(text.strip(), " " * len(mark), lambda line: bool(line.strip("\n")))
        return f"{mark}{lines[len(mark) :]}\n"

    def convert_span(self, element: Tag, text: str, parent_tags: set[str]) -> str:
        """What stands under a name stands behind it, in brackets."""
        is_under = "under" in element.get_attribute_list("class") and text.strip()
        return f" ({text.strip()})" if is_under else text


def _placed(part: PageElement) -> str:
    """A part of a page as Markdown takes it: a heading as its own, all else as HTML."""
    if not (isinstance(part, Tag) and part.name in HEADINGS):
        return str(part)
    words = part.decode_contents().strip()
    return f"\n\n{'#' * HEADINGS.index(part.name)} {words} {{: #{part['id']} }}\n\n"


def _parts_of(cell: Tag) -> Iterator[str]:
    """The words of a cell, its working folded up, and what it worked out."""
    for words in cell.select(".jp-Cell-inputWrapper .jp-MarkdownOutput"):
        yield words.decode_contents()
    for code in cell.select(".highlight-ipynb pre"):
        working = f'<pre tabindex="0"><code>{escape(code.get_text())}</code></pre>'
        yield f'<details class="words working"><summary>The working</summary>{working}</details>'
    for output in cell.select(".jp-OutputArea-output"):
        yield output.decode_contents()
