"""The steps of a build, each as `publish` and `charts` take it, for one site with its settings.

The engine is imported inside, so that a step runs the code as it is now.
"""

import logging
import sys
import traceback
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from mkdocs.config.defaults import MkDocsConfig

if TYPE_CHECKING:
    from charts.pictures import Pictures
    from charts.render import Figures
    from ledger.claim import Ledger
    from publish.pages import Published
    from publish.site import Site

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache"
BRANCH = "main"
log = logging.getLogger("mkdocs.hooks")
LATER = ("pagefind/", "tree.sha256")  # what is made of finished files


class Faulty(Exception):
    """What was read or made has mistakes, each a line."""

    def __init__(self, mistakes: Iterable[object]) -> None:
        self.mistakes = tuple(map(str, mistakes))
        super().__init__("\n".join(self.mistakes))


class Steps:
    """The steps for one site."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.config, self.docs = config, Path(config.docs_dir)

    def all(self) -> tuple["Published", "Site"]:
        """Read, check, judge, draw and make everything; raises an error with `mistakes`."""
        import build_charts

        result = build_charts.build(self.docs, CACHE, progress=sys.stderr.isatty())
        if result.mistakes:
            raise Faulty(result.mistakes)
        site = self.site(result.ledger, result.pictures)
        published = self.publish(site)
        for line in filter(None, (result.trouble, result.summary)):
            log.info(line)
        return published, site

    def read(self) -> "Ledger":
        """Read and check the content."""
        from ledger.read import read_ledger

        ledger = read_ledger(self.docs)
        if ledger.mistakes:
            raise Faulty(ledger.mistakes)
        return ledger

    def read_soon(self, ledger: "Ledger", claims: Iterable[str]) -> "Ledger | None":
        """The ledger with some claims of it read again, where they can be read alone."""
        from ledger.again import read_again

        now: Ledger | None = ledger
        for claim in claims:
            now = now and read_again(now, claim)
        return now

    def draw(self, ledger: "Ledger", pause: Callable[[], None], before: "Figures") -> "Figures":
        """Draw everything that is not drawn yet, and was not so before."""
        from charts.render import draw_all

        return draw_all(ledger, CACHE, sys.stderr.isatty(), pause, before)

    def draw_soon(self, ledger: "Ledger", names: Iterable[str]) -> "Figures":
        """Draw some claims for their pages alone."""
        from charts.render import draw_soon

        return draw_soon(ledger, CACHE, names)

    def load(self) -> None:
        """Begin to load what drawing needs."""
        from charts import workers

        workers.load()

    def start_drawing(self) -> None:
        """Start a worker with the code as it is now, which draws when the content is read."""
        from charts import pictures, workers

        workers.start(pictures.begin)

    def keys(self, ledger: "Ledger") -> dict[str, str]:
        """For each claim the key of all that its pictures are made from."""
        from charts.render import keys_of

        return keys_of(ledger, CACHE)

    def site(self, ledger: "Ledger", pictures: "dict[str, Pictures]") -> "Site":
        """The site as data, with the settings of `mkdocs.yml`."""
        from publish.hosting import place_of
        from publish.site import Site

        return Site(
            ledger,
            pictures,
            self.config.repo_url or "",
            branch=BRANCH,
            docs=place_of(self.docs, ROOT),
            name=self.config.site_name,
            description=self.config.site_description or "",
            address=self.config.site_url or "",
            language=self.config.theme["language"],
        )

    def page(self, path: str, site: "Site") -> str:
        """One page in Markdown."""
        from publish.pages import write_page

        return write_page(path, site)

    def publish(self, site: "Site", pause: Callable[[], None] = lambda: None) -> "Published":
        """All pages in Markdown, and all files."""
        from build_charts import publish_all

        published = publish_all(site, CACHE, pause)
        return replace(published, pages={**published.pages}, files={**published.files})

    def finish(self, folder: Path) -> None:
        """Add to a folder of finished files what is made of them: the one place for such steps."""
        from publish.search import write_search
        from publish.tree import write_tree

        write_search(folder, self.docs, CACHE)
        write_tree(folder)


def faults_of(error: BaseException) -> tuple[str, ...]:
    """What is wrong in lines for people: mistakes, or an error at the line that raises it."""
    found = getattr(error, "mistakes", None)
    if found:
        return tuple(map(str, found))
    frames = [(Path(one.filename), one.lineno) for one in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError | jinja2.TemplateSyntaxError) and error.filename:
        frames.append((Path(error.filename), error.lineno))
    ours = [(path, line) for path, line in frames if path.is_relative_to(ROOT)]
    inside = [pair for pair in ours if ".venv" not in pair[0].parts]
    said = " ".join(str(error).split()) or "no word"
    why = f"{type(error).__name__}: {said}. Mend it."
    if not inside:
        return (why,)
    path, line = inside[-1]
    return (f"{path.relative_to(ROOT).as_posix()}:{line}: {why}",)
