"""All that knows MkDocs: it runs the steps of `charts` at the right moment of a build and hands the results over."""

import logging
import os
import re
import subprocess
import sys
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
import material
from bs4 import BeautifulSoup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from publish.site import Site

ROOT = Path(__file__).parent.parent
log = logging.getLogger("mkdocs.hooks")


class Build:
    """What one build has read and drawn; made anew for each, so that nothing is stale while the server runs."""

    site: "Site"
    serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is `mkdocs serve`, whose live reload needs a script that the published pages forbid."""
    Build.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Where the site and its repository are: from the environment, else from git, else nowhere."""
    repository = _repository()
    config.repo_url = repository or None
    config.edit_uri = "edit/main/docs/" if repository else None
    if os.environ.get("SITE_URL"):
        config.site_url = os.environ["SITE_URL"]
    elif match := re.fullmatch(r"https://github\.com/([^/]+)/([^/]+)", repository):
        owner, name = match.groups()
        root = f"https://{owner.lower()}.github.io/"
        config.site_url = root if name.lower() == f"{owner}.github.io".lower() else f"{root}{name}/"
    config.extra["repository"] = repository
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read, check, judge and draw; then add what is made of each claim beside the pages that people wrote."""
    sys.path.insert(0, str(ROOT)) if str(ROOT) not in sys.path else None
    for name in [name for name in sys.modules if name.partition(".")[0] in ("ledger", "charts", "publish", "build_charts")]:
        del sys.modules[name]  # an edited form or theme counts at once, without a restart
    import build_charts
    from charts import cards, render, theme
    from publish import exports, twins
    from publish.site import Site

    docs = Path(config.docs_dir)
    result = build_charts.build(docs, docs.parent / ".cache" / "figures")  # each explainer tidies a cache of its own
    if result.mistakes:
        print(*result.mistakes, sep="\n", file=sys.stderr)
        raise Abort(f"{len(result.mistakes)} mistakes in docs/. Nothing was changed; mend them and save.")
    log.info(result.summary)
    Build.site = Site(
        result.ledger,
        result.pictures,
        config.extra["repository"],
        name=config.site_name,
        description=config.site_description or "",
        address=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
        language=config.theme["language"],
    )
    drawn = cards.outputs(Build.site, render.Cache(docs.parent / ".cache" / "cards"))
    for path, content in {**build_charts.outputs(result), **exports.outputs(Build.site), **twins.outputs(Build.site), **drawn}.items():
        if path not in files.src_uris:
            files.append(_made(config, path, content))
    files.append(File.generated(config, "assets/colours.css", content=theme.stylesheet()))
    files.append(File.generated(config, "assets/vega.js", content=render.script_bundle(build_charts.CACHE.parent / "vega")))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Pages get their figures; a claim's page is made whole around its prose."""
    from publish import blocks

    home = _home(page)
    if page.file.src_uri.startswith("claims/"):
        claim = Build.site.ledger.claims[Path(page.file.src_uri).stem]
        page.meta["description"] = f"The article says: {claim.sentence}. Verdict: {claim.verdict.name}."
        return blocks.claim_page(claim, Build.site, home)
    return blocks.place(markdown, Build.site, home)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A notebook page keeps its words, its working and its results; the half megabyte of style and script around them goes."""
    if not page.file.src_uri.endswith((".py", ".ipynb")):
        return html
    parts = []
    for cell in BeautifulSoup(html, "html.parser").select(".jp-Notebook > .jp-Cell"):
        for anchor in cell.select(".anchor-link"):
            anchor.decompose()
        for words in cell.select(".jp-Cell-inputWrapper .jp-MarkdownOutput"):
            parts.append(words.decode_contents())
        for code in cell.select(".highlight-ipynb pre"):
            parts.append(
                f'<details class="words working"><summary>The working</summary><pre tabindex="0"><code>{escape(code.get_text())}</code></pre></details>'
            )
        parts += [output.decode_contents() for output in cell.select(".jp-OutputArea-output")]
    home = _home(page)
    whole = re.sub(r'href="([\w/-]+)\.md(#[\w-]+)?"', lambda link: f'href="{home}{link[1]}/{link[2] or ""}"', "\n".join(parts))
    from publish import exports, twins

    files.append(_made(config, exports.twin_of(page.url), twins.of_notebook(whole, page.url, Build.site, home)))
    return whole


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """A filter for templates: the one file of Material's that fits a pattern, whose name changes with each release."""
    folder = Path(material.__file__).parent / "templates"
    env.filters["material"] = lambda pattern: next(folder.glob(pattern)).relative_to(folder).as_posix()
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Templates may use the ledger, as blocks do."""
    from publish import exports

    context.update(ledger=Build.site.ledger, serving=Build.serving, about=exports.about(page.file.src_uri, Build.site, _home(page)))
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The same for templates that are no page, such as the one for addresses that do not exist."""
    context.update(ledger=Build.site.ledger, serving=Build.serving)
    return context


def _home(page: Page) -> str:
    """The way from a page to the site's root, such as `../../`."""
    return "../" * len([part for part in page.url.split("/") if part not in ("", ".")])


def _made(config: MkDocsConfig, path: str, content: str | bytes) -> File:
    """A file that was made, at its address; one in Markdown stays Markdown and becomes no page."""
    file = File.generated(config, f"{path}.txt" if path.endswith(".md") else path, content=content)
    file.dest_uri = path
    return file


def _repository() -> str:
    """The repository's web address from GitHub's own variables, else from the git remote, else an empty string."""
    if os.environ.get("GITHUB_REPOSITORY"):
        return f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{os.environ['GITHUB_REPOSITORY']}"
    try:
        remote = subprocess.run(["git", "remote", "get-url", "origin"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""
    match = re.fullmatch(r"(?:https://(?:[^@/]+@)?|git@|ssh://git@)(github\.com)[:/]([^/]+)/(.+?)(?:\.git)?/?", remote)
    return f"https://{match[1]}/{match[2]}/{match[3]}" if match else ""
