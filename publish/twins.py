"""The twin of each page in plain Markdown, and `llms.txt`, which lists them: for text browsers, language models and people who grep."""

import re
from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from ledger import values
from ledger.claim import Claim
from ledger.pages import BLOCK, Page, calls
from publish import blocks, exports
from publish.site import Site

SILENT = ["svg", "script", "style", "button", "fieldset", "input", ".links", ".key", "figure details.words", "[aria-hidden=true]"]
BLOCKS = ("p", "div", "section", "article", "header", "footer", "figure", "figcaption", "nav", "details", "summary", "aside")


def outputs(site: Site) -> dict[str, str]:
    """The twins of all pages but notebooks, whose results are known only when they have run, and `llms.txt`."""
    files = {"llms.txt": index(site)}
    for claim in site.ledger.claims.values():
        files[exports.twin_of(f"claims/{claim.id}/")] = of_claim(claim, site)
    for page in site.pages:
        if page.path.endswith(".md"):
            files[exports.twin_of(page.url)] = of_page(page, site)
    return files


def of_claim(claim: Claim, site: Site) -> str:
    """The page of a claim in Markdown: what is said, the verdict, the figure in words, the prose, the readings, the sources, the history."""
    home, judged = "../../", claim.stated is not None
    rows = [["Reading", "Role", "Value", *claim.columns, *(["If meant"] if judged else []), "Source", "Note"]]
    for row, line in zip(claim.readings, claim.judgement.lines, strict=True):
        meant = f"{line.verdict.name}{f', {line.distance}' if line.distance else ''}" if line.verdict else "not judged"
        rows.append(
            [
                row.name,
                row.role,
                claim.show(row.value),
                *(row.extra[name] for name in claim.columns),
                *([meant] if judged else []),
                f"{row.source.publisher} ({row.source.seen})",
                row.note,
            ]
        )
    sources = [
        f"- [{plain(source.title)}]({source.address}). {plain(source.publisher)}, {source.date}. Seen as: {source.seen}."
        + (f" {plain(source.note)}" if source.note else "")
        for source in claim.sources.values()
    ]
    history = [f"- {values.show_date(change.date)}: **{change.verdict}**. {plain(change.why)}" for change in reversed(claim.history)]
    files = [
        f"- [{name}]({site.at(f'claims/{claim.id}.{ending}', home)})"
        for name, ending in (("Data (CSV)", "csv"), ("Record (JSON)", "json"), ("Picture (SVG)", "svg"), ("Picture (PNG)", "png"))
    ]
    measure = f"{plain(claim.measure)}.\n\n" if claim.measure else ""
    settle = f"## What would settle it\n\n{plain(claim.settle)}\n\n" if claim.settle else ""
    return (
        f"# {plain(claim.title)}\n\n{_said(claim)}\n\n{measure}{plain(site.pictures[claim.id].alt)}\n\n"
        f"{_linked(claim.body, site, home, 'claims/').strip()}\n\n## What it depends on\n\n{_table(rows)}\n\n{settle}"
        f"## Sources\n\n{_lines(sources)}\n\n## History\n\n{_lines(history)}\n\n## Take it with you\n\n{_lines(files)}\n\n{_origin(f'claims/{claim.id}/', site, home)}\n"
    )


def of_page(page: Page, site: Site) -> str:
    """A page that people wrote, in Markdown: the figures of its claims in words, its other blocks as lists and tables."""
    home = "../" * page.url.count("/")

    def block(match: re.Match[str]) -> str:
        arguments = next(found for _, _, found in calls(match.group())) or ()
        if match[1] == "claim":
            return _short(site.ledger.claims[arguments[0]], site, home)
        return of_html(blocks.block(match[1], arguments, site, home), site, home)

    folder = page.path.rpartition("/")[0]
    body = BLOCK.sub(lambda match: f"\n{block(match)}\n", _linked(page.body, site, home, f"{folder}/" if folder else ""))
    return re.sub(r"\n{3,}", "\n\n", f"{body.strip()}\n\n{_origin(page.url, site, home)}\n")


def of_notebook(html: str, url: str, site: Site, home: str) -> str:
    """The page of a notebook, from the HTML of what it said and worked out."""
    return f"{of_html(html, site, home)}\n\n{_origin(url, site, home)}\n"


def index(site: Site) -> str:
    """`llms.txt`: what the site is, and where each page stands in Markdown, as https://llmstxt.org proposes."""

    def entry(title: str, url: str, words: str) -> str:
        return f"- [{plain(title)}]({site.at(exports.twin_of(url))}): {plain(words)}"

    article = exports.article_of(site)
    counts = ", ".join(f"{len(found)} {verdict.name}" for verdict, found in site.ledger.tally() if found)
    told = [entry(page.title, page.url, page.description) for page in sorted(site.pages, key=lambda page: bool(page.url))]
    every = [
        entry(claim.title, f"claims/{claim.id}/", f"the article says: {claim.sentence}. Verdict: {exports.summary(claim)}")
        for claim in site.ledger.claims.values()
    ]
    data = [
        f"- [{name}]({site.at(path)}): {words}"
        for name, path, words in (
            ("All claims", "claims.json", "each with its verdict, readings, sources and history"),
            ("All data", "data.zip", "tables with a description of every column (Frictionless Data Package)"),
            ("Feed", "feed.xml", "new and changed verdicts (Atom)"),
        )
    ]
    return (
        f"# {plain(site.name or 'Claims')}\n\n> {plain(site.description or exports.all_data(site)['description'])}\n\n"
        f"This site checks one article: “{plain(article.title)}” by {plain(article.author)}, {plain(article.publisher)} ({article.address}). "
        f"It has {len(site.ledger.claims)} claims: {counts}. A verdict is computed from readings of the record; nobody types one.\n\n"
        f"## Pages\n\n{_lines(told)}\n\n## Claims\n\n{_lines(every)}\n\n## Data\n\n{_lines(data)}\n"
    )


def _said(claim: Claim) -> str:
    return f"The article says: {plain(claim.sentence)}.\n\n**Verdict: {claim.verdict.name}.** {plain(claim.judgement.because)}"


def _short(claim: Claim, site: Site, home: str) -> str:
    """A claim told on another page."""
    at = site.at(exports.twin_of(f"claims/{claim.id}/"), home)
    return f"> **[{plain(claim.title)}]({at})**\n>\n> " + _said(claim).replace("\n\n", "\n>\n> ") + f"\n>\n> {plain(site.pictures[claim.id].alt)}"


def _origin(url: str, site: Site, home: str) -> str:
    return f"---\n\nThis page with its pictures: {site.at(url, home) or './'}\n{exports.LICENCE['title']}: {exports.LICENCE['path']}"


def _linked(markdown: str, site: Site, home: str, folder: str) -> str:
    """Markdown whose links between pages lead to their twins."""
    known = {page.path: page.url for page in site.pages} | {f"claims/{claim_id}.md": f"claims/{claim_id}/" for claim_id in site.ledger.claims}

    def link(match: re.Match[str]) -> str:
        parts: list[str] = []
        for part in f"{folder}{match[1]}".split("/"):
            parts = parts[:-1] if part == ".." else [*parts, part]
        path = "/".join(parts)
        return f"]({site.at(exports.twin_of(known[path]), home)}{match[2] or ''})" if path in known else match.group()

    return re.sub(r"\]\(([\w./-]+\.(?:md|py))(#[\w-]+)?\)", link, markdown)


def _lines(items: Iterable[str]) -> str:
    return "\n".join(items)


def plain(text: str | None) -> str:
    """Words that mean nothing to Markdown."""
    return re.sub(r"([\\`*\[\]<|])", r"\\\1", text or "")


def _table(rows: list[list[str]]) -> str:
    """Rows of plain words as a table, the first as its head."""
    lines = [f"| {' | '.join(plain(cell) for cell in row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


# ---------------------------------------------------------------- from the HTML of blocks and notebooks


def of_html(html: str, site: Site, home: str) -> str:
    """HTML as Markdown: headings, paragraphs, lists, tables and links; pictures by their words, controls left out."""
    soup = BeautifulSoup(html, "html.parser")
    for silent in soup.select(", ".join(SILENT)):
        silent.decompose()
    for drawing in soup.select("[role=img][aria-label]"):
        if not drawing.get_text(strip=True):
            drawing.string = str(drawing["aria-label"])
    for link in soup.select("a[href]"):  # from a page of the site to its twin
        target = re.fullmatch(rf"{re.escape(home)}((?:[\w-]+/)+)(?:#.*)?", str(link["href"]))
        if target:
            link["href"] = f"{site.at(exports.twin_of(target[1]), home)}"
    return re.sub(r"\n{3,}", "\n\n", "\n\n".join(part for part in _parts(soup) if part.strip()))


def _parts(element: Tag) -> Iterator[str]:
    """The blocks inside an element, one after another."""
    run: list[str] = []
    for child in element.children:
        name = child.name if isinstance(child, Tag) else None
        if not isinstance(child, Tag) or name not in (*BLOCKS, "table", "ul", "ol", "dl", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"):
            run.append(_inline(child))
            continue
        yield " ".join("".join(run).split())
        run = []
        match name:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                yield f"{'#' * int(name[1])} {_text(child)}"
            case "p" | "summary":
                yield _text(child)
            case "table":
                yield _table_of(child)
            case "ul" | "ol":
                mark = "-" if name == "ul" else "1."
                yield "\n".join(f"{mark} {item}" for item in map(_text, child.find_all("li", recursive=False)) if item)
            case "dl":
                yield "\n".join(f"- **{_text(term)}**: {_text(term.find_next_sibling('dd') or term)}" for term in child.find_all("dt"))
            case "pre":
                yield f"```\n{child.get_text().strip()}\n```"
            case "blockquote":
                yield "\n".join(f"> {line}" for line in "\n\n".join(_parts(child)).split("\n"))
            case _:
                yield from _parts(child)
    yield " ".join("".join(run).split())


def _table_of(table: Tag) -> str:
    rows = [[_text(cell) for cell in row.find_all(["th", "td"])] for row in table.find_all("tr")]
    wide = max((len(row) for row in rows), default=0)
    lines = [f"| {' | '.join([*row, *[''] * (wide - len(row))])} |" for row in rows]
    return "\n".join([*lines[:1], "|" + " --- |" * wide, *lines[1:]])


def _text(element: Tag) -> str:
    """The words of an element on one line."""
    return " ".join("".join(map(_inline, element.children)).split())


def _inline(node: object) -> str:
    if isinstance(node, Tag):
        words = "".join(map(_inline, node.children))
        if not words.strip():
            return words
        match node.name:
            case "a" if node.has_attr("href"):
                return f"[{words.strip()}]({node['href']})"
            case "b" | "strong":
                return f"**{words.strip()}**"
            case "i" | "em":
                return f"*{words.strip()}*"
            case "code":
                return f"`{node.get_text()}`"
            case "br":
                return " "
            case "p" | "li" | "div" | "dd":
                return f" {words} "
            case "span" if "under" in (node.get("class") or []):
                return f" ({words.strip()})"
            case _:
                return words
    return plain(str(node)) if type(node) is NavigableString else ""
