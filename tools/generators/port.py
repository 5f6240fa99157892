"""The project as Zensical takes it: settings, and our templates in its template language."""

import re
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ledger.claim import Article

# What MiniJinja, its template language, says in another way, or its navigation by another name.
# Its page for addresses that do not exist has nothing in front of it, where MkDocs has no page.
WORDS = {
    r'{% extends "base.html" %}': r"\g<0>{% set page = page if page.meta else none %}",
    r"{% if article %}": r"{% set article = config.extra.article %}\g<0>",
    r'page\.file\.src_uri\.startswith\("claims/"\)': 'page.url[:7] == "claims/"',
    r"(\w+)\.is_homepage": r'\1.url == ""',
    r"(\w+)\.is_page": r"\1.url is not none",
    r"in nav %}": "in nav.items %}",
    r"mkdocs-{{ mkdocs_version }}": "{{ generator }}",
}
# HTML within Markdown: MkDocs takes its links as they are; Zensical, like Markdown's own, from the
# file, which lies a folder higher than the page that is made of it.
LINK = r'\b(href|src|srcset)="\.\./'
NOTEBOOK = r"\.(py|ipynb)(?=$|[)#])"  # at the end of a file's name, also in a link
FILE = r"'([^']+)' \| material"  # a file of Material's, by a pattern
PAGES = (".md", ".py", ".ipynb")
OURS = ("main.html", "partials", "assets")  # what of theme/ any generator needs
# Settings on how MkDocs takes the pages, which are made already.
WITHOUT = ("hooks", "watch", "validation", "not_in_nav", "strict")


class Outdated(Exception):
    """Theme and port no longer fit together; the sentence says where."""


def port_settings(
    settings: dict[str, Any], address: str, repository: str, article: Article
) -> dict[str, Any]:
    """The settings of mkdocs.yml for Zensical; what the hook hands to templates is among them."""
    kept = {name: value for name, value in settings.items() if name not in WITHOUT}
    return {
        **kept,
        "site_url": address,
        "repo_url": repository,
        "docs_dir": "docs",
        "nav": _in_markdown(settings["nav"]),
        "plugins": [],
        "extra": {"article": asdict(article)},
    }


def port_pages(made: Path, docs: Path, files: Path) -> None:
    """Part what `build_charts.py --pages` made: pages, in Zensical's form, and finished files."""
    for path in sorted(path for path in made.rglob("*") if path.is_file()):
        name = path.relative_to(made)
        page = path.suffix in PAGES and not path.name.endswith(".html.md")  # a page's twin
        target = docs / name.with_suffix(".md") if page else files / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if page:
            text = path.read_text("utf-8")
            target.write_text(port_page(text, home=name == Path("index.md")), "utf-8")
        elif not name.name.startswith("."):  # what the command remembers
            shutil.copy(path, target)


def port_page(text: str, home: bool) -> str:
    """A page as Zensical takes it, where the page of a notebook is one in Markdown like others."""
    text = re.sub(rf"(?<=\]\()([\w./-]+){NOTEBOOK}", r"\1.md", text)
    return text if home else re.sub(LINK, r'\1="', text)


def port_theme(theme: Path, target: Path, templates: Path) -> None:
    """Write our theme in Zensical's words; `templates` are its own.

    Raises `Outdated` when one of our words or a file is no longer found.
    """
    target.mkdir()
    for name in OURS:
        copy = shutil.copytree if (theme / name).is_dir() else shutil.copy
        copy(theme / name, target / name)
    texts = {path: path.read_text("utf-8") for path in target.rglob("*.html")}
    for word in WORDS:
        if not any(re.search(word, text) for text in texts.values()):
            raise Outdated(f"theme/: no template says {word} now. Change it in {__file__} too.")
    for path, text in texts.items():
        path.write_text(port_template(text, templates), "utf-8")


def port_template(text: str, templates: Path) -> str:
    """One of our templates in Zensical's words."""
    for word, theirs in WORDS.items():
        text = re.sub(word, theirs, text)
    return re.sub(FILE, lambda match: f"'{_find(match[1], templates)}'", text)


def _find(pattern: str, templates: Path) -> str:
    """Where Zensical has a file of Material's; of two styles, in the one that is as it was."""
    folder, name = pattern.rsplit("/", 1)
    found = [*templates.glob(f"{folder}/classic/{name}"), *templates.glob(pattern)]
    if not found:
        raise Outdated(f"theme/: Zensical has no file {pattern}. Find what took its place.")
    return found[0].relative_to(templates).as_posix()


def _in_markdown(nav: Any) -> Any:
    """A navigation in which all pages are Markdown."""
    if isinstance(nav, dict):
        return {title: _in_markdown(part) for title, part in nav.items()}
    if isinstance(nav, list):
        return [_in_markdown(part) for part in nav]
    return re.sub(NOTEBOOK, ".md", nav)
