"""Where MkDocs comes in: what `publish` makes is handed over at the right moment of a build."""

import logging
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar

import jinja2
import material
from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from charts.cache import Cache
    from publish.pages import Published
    from publish.site import Site
    from theme.renewal import Renewal

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache"
OURS = ("ledger", "charts", "publish", "build_charts", "theme")
LASTING = ("theme.serving", "theme.answers", "theme.renewal", "theme.steps")  # of a server
PARTS = ("theme/blocks", "theme/files", "theme/inline.py")  # of the theme that make pages
CODE = ("ledger", "charts", "publish", "build_charts.py", *PARTS)
log = logging.getLogger("mkdocs.hooks")


def places() -> ModuleType:
    """Where things are put; the folder of this file is on no path before a build begins."""
    _find_engine()
    from theme import places

    return places


class PageFile(File):
    """A page that is made, finished but for its Markdown, in the place of a file that people wrote.

    Such a page is nothing that a plugin would read or run.
    """

    def is_documentation_page(self) -> bool:
        """True for a notebook too, whose name is no page's."""
        return True


class Build:
    """What one build has made; all of it anew each time, so that nothing is stale under `serve`."""

    published: "Published"
    site: "Site"
    target: str
    mistakes: tuple[str, ...] = ()
    serving = False
    started = False
    renewal: "Renewal | None" = None  # under `serve`: what keeps the site that is served
    nav: Navigation
    html: "Cache"
    finishing = ""  # the key of all that makes the HTML of pages final
    files: Files
    env: jinja2.Environment
    code: ClassVar[dict[str, str]] = {}
    look: ClassVar[dict[str, str]] = {}


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is `mkdocs serve`, and take away what builds that were killed left."""
    Build.serving = command == "serve"
    places().take_away_left()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Where the site and its repository are: from the environment, else from git, else nowhere."""
    _refresh()
    from publish import hosting
    from theme import serving

    if Build.serving:
        serving.count_no_warning()
    if Build.serving and not Build.started:
        serving.find_port(config)

    repository = hosting.find_repository(ROOT)
    config.repo_url = repository or None
    try:
        config.site_url = hosting.find_address(repository, config.site_url or "") or None
    except ValueError as error:
        raise Abort(str(error)) from None
    if not Build.started:
        log.info(f"The site's address: {config.site_url or 'unknown; SITE_URL can tell it'}")
    Build.started = True
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Read, check, judge, draw and make everything, before MkDocs empties the old site.

    MkDocs builds beside the old site, which is replaced at the end, when all is well.
    """
    from theme.steps import Steps, faults_of

    Build.look, Build.mistakes = _look(config), ()
    try:
        Build.published, Build.site = Steps(config).all()
    except Exception as error:
        if Build.renewal or not (hasattr(error, "mistakes") or Build.serving or _is_ours(error)):
            raise
        Build.mistakes = faults_of(error)
    print(*Build.mistakes, sep="\n", end="\n" if Build.mistakes else "", file=sys.stderr)
    if Build.mistakes and not Build.serving:
        number = len(Build.mistakes)
        told = f"{number} {'mistake' if number == 1 else 'mistakes'}"
        raise Abort(f"{told}. Nothing was changed; mend {'it' if number == 1 else 'them'}.")
    if not Build.serving:
        Build.target = config.site_dir
        config.site_dir = str(places().work_folder() / f"site-{os.getpid()}")


@event_priority(100)  # before plugins look at files
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Only what is known is published: pages, pictures beside them, and what was made."""
    from publish.pages import Published

    kept = [_kept(file, config) for file in files if _is_known(file, config)]
    if Build.mistakes:
        config.nav = None
        return Files(kept)
    for path, content in Build.published.files.items():
        kept.append(_made(config, path, content))
    if not Build.serving:  # nobody compares it later: what is written need not be held
        Build.published, Build.site = Published({}, {}), replace(Build.site, pictures={})
    return Files(kept)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Every page may have its HTML from the cache; the navigation is kept for pages made again."""
    from charts.cache import Cache
    from theme.kept import KeptPage, how_made

    Build.nav, Build.html = nav, Cache(CACHE, Path(config.docs_dir), "html")
    how = how_made(config)
    for file in files.documentation_pages():
        if file.page:
            KeptPage.of(file.page, Build.html, how)
    return nav


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """What templates need: the article under check, and the files of Material's by a pattern.

    The names of these files change with each release.
    """
    from charts.cache import code_of, installed, key_of
    from publish.templates import Compiled
    from theme.serving import state_of

    folder = Path(material.__file__).parent / "templates"

    def find(pattern: str) -> str:
        return next(folder.glob(pattern)).relative_to(folder).as_posix()

    env.filters["material"] = find
    env.bytecode_cache = Compiled(Build.html)
    code, assets = code_of(ROOT / "theme" / "inline.py"), state_of([ROOT / "theme" / "assets"])
    Build.finishing = key_of(code, installed(), assets)
    env.globals.update(article=None if Build.mistakes else Build.site.ledger.article)
    Build.env, Build.files = env, files
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The Markdown of a page that is HTML now need not be held."""
    page.file.content_string = page.markdown = ""
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """A page's final HTML, with the style that it needs inside."""
    return _final(output)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for the page that stands where there is none."""
    return _final(output) if template_name.endswith(".html") else output


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """At a change what was edited is shown at once, and changes are seen sooner."""
    from theme import serving
    from theme.answers import Answers
    from theme.renewal import Renewal

    answers, sign = Answers(server), places().work_folder() / f"again-{os.getpid()}"
    sign.write_bytes(b"")

    def again() -> None:
        sign.write_bytes(os.urandom(8))

    Build.renewal = renewal = Renewal(answers, again)
    server.set_app(answers)
    serving.look_often(server, config, sign)
    renewal.state = _state(config)
    if Build.mistakes:
        answers.tell(Build.mistakes)
    else:
        _stands(renewal, config)
    server.builder = lambda: renew(config, builder)
    return server


@event_priority(-100)  # when all others are done with the new site
def on_post_build(config: MkDocsConfig) -> None:
    """The new site takes the place of the old one, unless a warning counts against it."""
    Build.html.tidy()
    if Build.serving:
        if Build.renewal:
            _stands(Build.renewal, config)
        return
    loggers = [logging.getLogger(name) for name in ("mkdocs", "properdocs")]
    counters = [one for logger in loggers for one in logger.handlers if hasattr(one, "get_counts")]
    if any(one.get_counts() for one in counters):
        return
    from theme.steps import Steps

    Steps(config).finish(Path(config.site_dir))
    places().put_in_place(Path(Build.target), Path(config.site_dir))


def on_build_error(error: Exception) -> None:
    """Say what became of the old site."""
    if not Build.serving and not Build.mistakes:
        log.info("The site that was built before stays as it was.")


def on_shutdown() -> None:
    """Nothing is left lying about."""
    with suppress(OSError):
        (places().work_folder() / f"again-{os.getpid()}").unlink(missing_ok=True)
    shutil.rmtree(places().work_folder() / f"site-{os.getpid()}", ignore_errors=True)


def renew(config: MkDocsConfig, build: Callable[[], None]) -> None:
    """Under `serve`, when something was saved: show it, and make all that hangs on it."""
    renewal = Build.renewal
    if renewal is None:
        return
    try:
        state = _state(config)
        if state == renewal.state and not renewal.whole:
            return  # only browsers are to reload
        renewal.stop()  # what it makes is of the code that may go now
        code_changed = _refresh()
        renewal.whole |= Build.look != _look(config)
    except Exception as error:  # code that cannot be read, to begin with
        renewal.tell(error)
        return
    renewal.renew(state, code_changed, build)


def _final(html: str) -> str:
    """The HTML of a page as it is published: the one place for what hangs on nothing else."""
    from charts.cache import key_of
    from theme.inline import inline_style

    key = key_of("final", html, Build.finishing)
    final: str = Build.html.entry(key, lambda: {"html": inline_style(html)})["html"]
    return final


def _stands(renewal: "Renewal", config: MkDocsConfig) -> None:
    from theme.serving import Standing
    from theme.steps import Steps

    standing = Standing(config, Build.files, Build.nav, Build.env)
    renewal.stands(Steps(config), standing, Build.published, Build.site)


def _find_engine() -> None:
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))


def _refresh() -> bool:
    """Forget the code of the last build when it was edited: a form counts without a restart.

    True when it was.
    """
    _find_engine()
    from theme.serving import state_of

    code, before = state_of(ROOT / name for name in CODE), Build.code
    edited = {Path(path) for path in {*code, *before} if code.get(path) != before.get(path)}
    lasting = [*LASTING]
    if not any(path.is_relative_to(ROOT / "ledger") for path in edited):
        lasting.append("ledger")  # it imports nothing of the other rooms
    if not edited & {ROOT / "theme" / "inline.py", ROOT / "publish" / "style.py"}:
        lasting += ["theme.inline", "publish.style"]  # they hold style sheets, which parse slowly
    for name in [*sys.modules] if edited else []:
        known = name.partition(".")[0] in OURS
        if known and not any(f"{name}.".startswith(f"{one}.") for one in lasting):
            del sys.modules[name]
    Build.code = code
    return bool(edited)


def _look(config: MkDocsConfig) -> dict[str, str]:
    """The state of all that any page may hang on beside its own Markdown."""
    from charts.cache import code_of
    from theme.serving import state_of

    shell = [path for path in (ROOT / "theme").iterdir() if path.name not in ("blocks", "files")]
    files = state_of([Path(config.config_file_path), *shell, *_pictures(config)])
    return {**files, "what makes pages final": code_of(ROOT / "theme" / "inline.py")}


def _pictures(config: MkDocsConfig) -> Iterable[Path]:
    """The pictures that stand beside pages."""
    from ledger.files import PICTURES

    return [path for path in Path(config.docs_dir).rglob("*") if path.suffix in PICTURES]


def _state(config: MkDocsConfig) -> dict[str, str]:
    """The state of all that a build reads, by path."""
    from theme.serving import state_of

    read = [Path(config.docs_dir).resolve(), *(ROOT / name for name in CODE)]
    return {**state_of(read), **_look(config)}


def _is_ours(error: Exception) -> bool:
    """True for an error in a template, which the line alone explains."""
    return isinstance(error, jinja2.TemplateError)


def _is_known(file: File, config: MkDocsConfig) -> bool:
    """True for what may be published: pages that were checked, and pictures; no link elsewhere."""
    if file.src_dir != config.docs_dir:  # from the theme, whose templates are no files of the site
        ours = file.src_uri.startswith("assets/")  # its scripts are for pages of another make
        return ours and not file.src_uri.startswith("assets/javascripts/")
    from ledger.files import PICTURES, is_dropping

    docs = Path(config.docs_dir).resolve()
    if is_dropping(file.src_uri) or (docs / file.src_uri).resolve() != docs / file.src_uri:
        return False
    if Build.mistakes:
        return file.src_uri.endswith(".md")
    return file.src_uri in Build.published.pages or file.src_uri.endswith(tuple(PICTURES))


def _kept(file: File, config: MkDocsConfig) -> File:
    """A file that people wrote; in place of a page's, the page as it is made."""
    if Build.mistakes or file.src_uri not in Build.published.pages:
        return file
    return PageFile.generated(config, file.src_uri, content=Build.published.pages[file.src_uri])


def _made(config: MkDocsConfig, path: str, content: bytes) -> File:
    """A file that was made, written at its address; one in Markdown becomes no page."""
    name = f"{path}.txt" if path.endswith((".md", ".html")) else path
    target = str(Path(config.site_dir) / path)
    utils.write_file(content, target)
    file = File.generated(config, name, abs_src_path=target)
    file.dest_uri = path
    return file
