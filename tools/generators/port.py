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
FILE = r"'([^']+)' \| material"  # a file of Material's, by a pattern
OURS = ("main.html", "partials", "assets")  # what of theme/ any generator needs
# Settings on how MkDocs takes the pages, which are made already.
WITHOUT = ("hooks", "watch", "validation", "not_in_nav", "strict")


class Outdated(Exception):
    """Theme and port no longer fit together; the sentence says where."""


def port_settings(settings: dict[str, Any], address: str, article: Article) -> dict[str, Any]:
    """The settings of mkdocs.yml for Zensical; what the hook hands to templates is among them."""
    kept = {name: value for name, value in settings.items() if name not in WITHOUT}
    return {
        **kept,
        "site_url": address,
        "docs_dir": "docs",
        "nav": _in_markdown(settings["nav"]),
        "plugins": ["search"],
        "extra": {"article": asdict(article)},
    }


def port_theme(theme: Path, target: Path, templates: Path) -> None:
    """Write our theme in Zensical's words; `templates` are its own.

    Raises `Outdated` when one of our words or a file is no longer found.
    """
    shutil.copytree(theme, target, ignore=lambda at, names: set(names) - {*OURS} if at == str(theme) else ())
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
    """A navigation in which a notebook's page is one in Markdown, like all others."""
    if isinstance(nav, dict):
        return {title: _in_markdown(part) for title, part in nav.items()}
    if isinstance(nav, list):
        return [_in_markdown(part) for part in nav]
    return re.sub(r"\.(py|ipynb)$", ".md", nav)
