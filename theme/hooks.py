"""All that knows MkDocs: what `publish` makes is handed over at the right moment of a build."""

import logging
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
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

try:
    import fcntl
except ImportError:  # on Windows
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from ledger.claim import Article
    from publish.pages import Published
    from publish.site import Site
    from theme.serving import Standing

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache"
BRANCH = "main"
OURS = ("ledger", "charts", "publish", "build_charts")
CODE = ("ledger", "charts", "publish", "build_charts.py", "theme/blocks", "theme/files")
log = logging.getLogger("mkdocs.hooks")


class PageFile(File):
    """A page that is made, finished but for its Markdown, in the place of a file that people wrote.

    Such a page is nothing that a plugin would read or run.
    """

    def is_documentation_page(self) -> bool:
        """True for a notebook too, whose name is no page's."""
        return True


class Build:
    """What one build has made; all of it anew each time, so that nothing is stale under `serve`."""

    site: "Site"
    article: "Article | None" = None
    published: "Published"
    target: str
    mistakes: tuple[str, ...] = ()
    serving = False
    started = False
    made = False  # what the build that begins is made of is there already
    standing: "Standing | None" = None  # under `serve`: the site that is served
    nav: Navigation
    files: Files
    env: jinja2.Environment
    code: ClassVar[dict[str, str]] = {}
    look: ClassVar[dict[str, str]] = {}


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is `mkdocs serve`, whose reload needs a script that others forbid."""
    Build.serving = command == "serve"
    for path in CACHE.glob("site-*"):  # of builds that were killed
        try:
            os.kill(int(path.name.removeprefix("site-")), 0)
        except ProcessLookupError:
            shutil.rmtree(path, ignore_errors=True)


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
    config.edit_uri = f"edit/{BRANCH}/{_place_of(Path(config.docs_dir))}/" if repository else None
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
    Build.look = _look(config)
    if not Build.made:
        _make(config)
    Build.made = False
    for mistake in Build.mistakes:
        print(mistake, file=sys.stderr)
    if Build.mistakes and not Build.serving:
        number = len(Build.mistakes)
        told = f"{number} {'mistake' if number == 1 else 'mistakes'}"
        raise Abort(f"{told}. Nothing was changed; mend {'it' if number == 1 else 'them'}.")
    if not Build.serving:
        Build.target = config.site_dir
        config.site_dir = str(CACHE / f"site-{os.getpid()}")


@event_priority(100)  # before plugins look at files
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Only what is known is published: pages, pictures beside them, and what was made."""
    kept = [_kept(file, config) for file in files if _is_known(file, config)]
    if Build.mistakes:
        config.nav = None
        return Files(kept)
    for path, content in Build.published.files.items():
        kept.append(_made(config, path, content))
    return Files(kept)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the navigation, for pages that are made again."""
    Build.nav = nav
    return nav


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """What templates need: the article under check, and the files of Material's by a pattern.

    The names of these files change with each release.
    """
    folder = Path(material.__file__).parent / "templates"

    def find(pattern: str) -> str:
        return next(folder.glob(pattern)).relative_to(folder).as_posix()

    env.filters["material"] = find
    env.globals.update(article=Build.article, serving=Build.serving)
    Build.env, Build.files = env, files
    return env


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]
) -> LiveReloadServer:
    """At a change only what differs is made again, and changes are seen sooner."""
    from theme import serving

    server.builder = lambda: renew(builder)
    serving.look_often(server, config)
    return server


@event_priority(-100)  # when all others are done with the new site
def on_post_build(config: MkDocsConfig) -> None:
    """The new site takes the place of the old one, unless a warning counts against it."""
    if Build.serving:
        from theme.serving import Standing

        if not Build.mistakes:
            Build.standing = Standing(config, Build.files, Build.nav, Build.env)
        return
    handlers = logging.getLogger("mkdocs").handlers
    if any(isinstance(one, utils.CountHandler) and one.get_counts() for one in handlers):
        return
    with (CACHE / "lock").open("w") as lock:
        if fcntl:  # two builds at once would empty and fill one folder
            fcntl.flock(lock, fcntl.LOCK_EX)
        utils.clean_directory(Build.target)
        Path(Build.target).mkdir(parents=True, exist_ok=True)
        for path in Path(config.site_dir).iterdir():
            shutil.move(path, Path(Build.target) / path.name)


def on_build_error(error: Exception) -> None:
    """Say what became of the old site."""
    if not Build.serving and not Build.mistakes:
        log.info("The site that was built before stays as it was.")


def on_shutdown() -> None:
    """Nothing is left lying about."""
    shutil.rmtree(CACHE / f"site-{os.getpid()}", ignore_errors=True)


def _refresh() -> None:
    """Forget the code of the last build when it was edited: a form counts without a restart."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from theme.serving import state_of

    code = state_of(ROOT / name for name in CODE)
    if code != Build.code:
        for name in [name for name in sys.modules if name.partition(".")[0] in OURS]:
            del sys.modules[name]
    Build.code = code


def renew(builder: Callable[[], None]) -> None:
    """Make again what differs from the site that is served, or let MkDocs build the whole."""
    standing, Build.standing = Build.standing, None  # unless all goes well
    if not standing or Build.look != _look(standing.config):
        builder()
        return
    _refresh()
    before, article = Build.published, repr(Build.article)
    _make(standing.config)
    now = Build.published
    alike = {*before.pages} == {*now.pages} and {*before.files} == {*now.files}
    if not Build.mistakes and article == repr(Build.article) and alike:
        files = {name: data for name, data in now.files.items() if data != before.files[name]}
        pages = {path: text for path, text in now.pages.items() if text != before.pages[path]}
        if standing.renew(pages, files):
            Build.standing = standing
            return
    Build.made = True
    builder()


def _look(config: MkDocsConfig) -> dict[str, str]:
    """The state of all that any page may hang on beside its own Markdown."""
    from ledger.files import PICTURES
    from theme.serving import state_of

    docs = Path(config.docs_dir)
    pictures = (path for path in docs.rglob("*") if path.suffix in PICTURES)
    shell = [path for path in (ROOT / "theme").iterdir() if path.name not in ("blocks", "files")]
    return state_of([Path(config.config_file_path), *shell, *pictures])


def _make(config: MkDocsConfig) -> None:
    """Run the steps of a build up to where MkDocs comes in."""
    import build_charts
    from charts import workers
    from publish.site import Site

    docs = Path(config.docs_dir)
    result = build_charts.build(docs, CACHE, progress=sys.stderr.isatty())
    Build.mistakes = tuple(map(str, result.mistakes))
    Build.article = result.ledger.article
    if Build.mistakes:
        return
    Build.site = Site(
        result.ledger,
        result.pictures,
        config.repo_url or "",
        branch=BRANCH,
        docs=_place_of(docs),
        name=config.site_name,
        description=config.site_description or "",
        address=config.site_url or "",
        language=config.theme["language"],
    )
    try:
        Build.published = build_charts.publish_all(Build.site, CACHE)
    except workers.Undrawn as undrawn:
        Build.mistakes = tuple(map(str, undrawn.mistakes))
    for line in filter(None, (result.trouble, result.summary)):
        log.info(line)


def _is_known(file: File, config: MkDocsConfig) -> bool:
    """True for what may be published: pages that were checked, and pictures; no link elsewhere."""
    if file.src_dir != config.docs_dir:  # from the theme, whose templates are no files of the site
        return file.src_uri.startswith("assets/")
    from ledger.files import PICTURES, is_dropping

    docs = Path(config.docs_dir).resolve()
    if is_dropping(file.src_uri) or (docs / file.src_uri).resolve() != docs / file.src_uri:
        return False
    if Build.mistakes:
        return file.src_uri.endswith(".md")
    return file.src_uri in Build.published.pages or file.src_uri.endswith(PICTURES)


def _kept(file: File, config: MkDocsConfig) -> File:
    """A file that people wrote; in place of a page's, the page as it is made."""
    if file.src_uri not in Build.published.pages:
        return file
    page = PageFile.generated(config, file.src_uri, content=Build.published.pages[file.src_uri])
    page.edit_uri = file.src_uri
    return page


def _made(config: MkDocsConfig, path: str, content: str | bytes) -> File:
    """A file that was made, at its address; one in Markdown stays Markdown and becomes no page."""
    name = f"{path}.txt" if path.endswith((".md", ".html")) else path
    file = File.generated(config, name, content=content)
    file.dest_uri = path
    return file


def _place_of(docs: Path) -> str:
    """The folder of content as the repository names it."""
    here = docs.resolve()
    return here.relative_to(ROOT).as_posix() if here.is_relative_to(ROOT) else docs.name
