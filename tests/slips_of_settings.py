"""Slips in what `mkdocs.yml` holds for the engine and in its menu, like `slips.py`."""

from slips import all_of, put
from slips_of_outlines import settings
from slips_under_fire import on_page

NEED = "Write it so."
BELOW = "Write it so below `theme`."
LISTED = "Put it into the list of `markdown_extensions`."
HOOK = f"without `hooks: [theme/hooks.py]` no block and no figure is drawn, and nothing is checked. {NEED}"
PARTS = "pages have neither the look nor the parts of the site"
STYLE = f"without `extra_css: [assets/colours.css, assets/site.css, assets/story.css]` pages have another look. {NEED}"


def told_in_parts(first, second):
    """A home page that tells a story of two pages, which the menu has in the order first, second."""
    menu = settings(
        "  - More:\n", f"  - Story:\n      - A: {first}\n      - B: {second}\n  - More:\n"
    )
    story = on_page('{{ story("one.md", "two.md") }}')
    pages = [
        put(f"{name}.md", f"# Part {name}\n\nIt is told.\n".encode()) for name in ("one", "two")
    ]
    return all_of(menu, story, *pages)


SETTING_SLIPS = {
    # slip: (change, lines printed)
    "no hook": (settings("hooks: [theme/hooks.py]\n", ""), [f"mkdocs.yml:1: `hooks`: {HOOK}"]),
    "a hook in a comment": (
        settings("hooks: [theme", "# hooks: [theme"),
        [f"mkdocs.yml:1: `hooks`: {HOOK}"],
    ),
    "another hook": (
        settings("theme/hooks.py", "theme/serving.py"),
        [f"mkdocs.yml:17: `hooks`: {HOOK}"],
    ),
    "a hook among others": (settings("[theme/hooks.py]", "[more.py, ./theme/hooks.py]"), []),
    "no theme of the engine": (
        settings("  custom_dir: theme\n", ""),
        [f"mkdocs.yml:12: `theme.custom_dir`: without `custom_dir: theme` {PARTS}. {BELOW}"],
    ),
    "another theme": (
        settings("name: material", "name: readthedocs"),
        [f"mkdocs.yml:13: `theme.name`: without `name: material` {PARTS}. {BELOW}"],
    ),
    "letters of another host": (
        settings("font: false", "font: {text: Roboto}"),
        [
            "mkdocs.yml:15: `theme.font`: without `font: false` every reader's browser asks "
            f"another host for letters. {BELOW}"
        ],
    ),
    "another language of the pages": (
        settings("font: false", "font: false\n  language: de"),
        ["mkdocs.yml:16: `language` is 'de', and all words of the pages are English. Write en."],
    ),
    "a style sheet lost": (
        settings("assets/site.css, ", ""),
        [f"mkdocs.yml:18: `extra_css`: {STYLE}"],
    ),
    "style sheets in another order": (
        settings("assets/colours.css, assets/site.css", "assets/site.css, assets/colours.css"),
        [f"mkdocs.yml:18: `extra_css`: {STYLE}"],
    ),
    "a style sheet more": (settings("assets/story.css]", "assets/story.css, assets/own.css]"), []),
    "tables lost": (
        settings("tables, ", ""),
        [
            "mkdocs.yml:19: `markdown_extensions`: without `- tables` tables stand in the text "
            f"with all their bars. {LISTED}"
        ],
    ),
    "signs behind headings": (
        settings("smarty, toc]", "smarty, toc: {permalink: true}]"),
        [
            "mkdocs.yml:19: `permalink` puts a sign behind every heading, and the pages have their "
            "own way. Write `toc: {permalink: false}`."
        ],
    ),
    "a sentence on the site lost": (
        settings("site_description: Every figure of one article.\n", ""),
        [
            "mkdocs.yml:1: `site_description`: without `site_description: …` search engines are "
            f"told nothing of what the site is about. {NEED}"
        ],
    ),
    "pages taken away": (
        settings("strict: true", "exclude_docs: |\n  /claims/\nstrict: true"),
        [
            "mkdocs.yml:8: `exclude_docs` takes pages away to which others lead. Take it out.",
        ],
    ),
    "other addresses": (
        settings("strict: true", "use_directory_urls: false\nstrict: true"),
        ["mkdocs.yml:8: `use_directory_urls` changes the address of every page. Take it out."],
    ),
    "settings that inherit what is not there": (
        settings("hooks: [theme/hooks.py]", "INHERIT: ../nowhere.yml"),
        [],
    ),
    "names of the menu swapped": (
        settings(
            "Sources: sources.md\n      - Method: method.md",
            "Sources: method.md\n      - Method: sources.md",
        ),
        [
            "mkdocs.yml:6: the menu calls method.md 'Sources', and sources.md has that name. "
            "Write sources.md here, or the name of the page.",
            "mkdocs.yml:7: the menu calls sources.md 'Method', and method.md has that name. "
            "Write method.md here, or the name of the page.",
        ],
    ),
    "a short name in the menu": (settings("Method: method.md", "How: method.md"), []),
    "the story in the order of the menu": (told_in_parts("one.md", "two.md"), []),
    "the story in another order than the menu": (
        told_in_parts("two.md", "one.md"),
        [
            "mkdocs.yml:7: the story tells one.md before two.md, and the menu after it. "
            "Put them in one order, here or in {{ story(…) }}."
        ],
    ),
}
