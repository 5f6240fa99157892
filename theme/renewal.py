"""A site under `serve` at a change: what was edited is shown at once, all else follows.

First the pages of what was edited are made, with the figures that they show, and browsers reload.
Then everything is made as in any build, and what differs is written. What may still change is not
served meanwhile: who asks for it waits. Where more may hang on a change (a page comes or goes, a
title in the navigation, a setting, a part of the theme), MkDocs builds the whole.
"""

import logging
import threading
import traceback
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, cast

from theme.answers import Answers
from theme.serving import Standing
from theme.steps import LATER, ROOT, Steps, faults_of

if TYPE_CHECKING:
    from charts.render import Figures
    from ledger.claim import Ledger
    from publish.pages import Published
    from publish.site import Site

MOST = 3  # pages that are shown before all others
JUDGES = ROOT / "ledger"  # the code that reads and judges
log = logging.getLogger("mkdocs.hooks")


class Left(Exception):
    """The work is no longer wanted: something else has changed."""


class Renewal:
    """Keeps a site as a build would make it; `again` makes the server look, and browsers reload."""

    def __init__(self, answers: Answers, again: Callable[[], None]) -> None:
        self.answers, self.again = answers, again
        self.steps: Steps
        self.standing: Standing | None = None
        self.site: Site
        self.published: Published
        self.figures: Figures  # as they were when all was made last
        self.state: dict[str, str] = {}  # of all that was read, by path
        self.whole = False  # only MkDocs can do what is left to do
        self._leave = threading.Event()
        self._made = threading.Event()
        self._made.set()
        self._finishing = threading.Lock()

    def stands(
        self, steps: Steps, standing: Standing, published: "Published", site: "Site"
    ) -> None:
        """MkDocs has built the whole."""
        self.steps, self.standing, self.published, self.site = steps, standing, published, site
        self.figures = cast("Figures", site.pictures)
        self.whole = False
        self.steps.load()
        self._follow(drawn=True)

    def renew(self, state: dict[str, str], code_changed: bool, build: Callable[[], None]) -> None:
        """Show what has changed. `state` tells all that is read; `build` lets MkDocs build all."""
        self.stop()
        before, self.state = self.state, state
        changed = {path for path in {*before, *state} if before.get(path) != state.get(path)}
        try:
            if code_changed and self.standing:
                self.steps.start_drawing()
            if self.whole or not self.standing or not self._show(changed, code_changed):
                self._build(build)
            self.answers.tell(())
        except (Exception, SystemExit) as error:
            self.tell(error)

    def stop(self) -> None:
        """Leave what is being made, as soon as it can be left."""
        self._leave.set()
        self._made.wait()

    def settle(self) -> None:
        """Wait until everything is made."""
        self._made.wait()
        with self._finishing:
            pass

    def _build(self, build: Callable[[], None]) -> None:
        """Let MkDocs build the whole; it says itself when the site stands."""
        self.standing = None
        self.answers.all_new()  # while it builds, MkDocs lets everybody wait
        with self._finishing:
            build()

    def _soon(self, changed: set[str], code_changed: bool) -> "Ledger | None":
        """The ledger, where all was well and only pairs of files have changed, or what draws.

        Then the claim that is looked at is read again, since its form says what its table holds.
        """
        docs, paths = self.steps.docs.resolve(), {*map(Path, changed)}
        if code_changed:
            content = any(one.is_relative_to(place) for one in paths for place in (docs, JUDGES))
            alone, stems = not content, {PurePosixPath(self._looked_at()).stem} - {""}
        else:
            pairs = [one for one in paths if one.suffix in (".md", ".csv")]
            alone = len(pairs) == len(paths) and {one.parent for one in paths} == {docs / "claims"}
            stems = {path.stem for path in paths}
        if self.answers.told or not alone:
            return None
        return self.steps.read_soon(self.site.ledger, sorted(stems))

    def _show(self, changed: set[str], code_changed: bool) -> bool:
        """Show what was edited and let all else follow: False when MkDocs must build the whole."""
        ledger = self._soon(changed, code_changed) or self.steps.read()
        if self.standing is None or not _alike(ledger, self.site.ledger):
            return False
        first = self._first(ledger, code_changed)
        names = [PurePosixPath(path).stem for path in first if path.startswith("claims/")]
        pictures = {**self.site.pictures, **self.steps.draw_soon(ledger, names)}
        self.site = self.steps.site(ledger, pictures)
        for path in first:
            if not self._page(path, self.steps.page(path, self.site)):
                return False
        shown = {f"{self.site.urls[path]}index.html" for path in first}
        self.answers.wait_unless(lambda address: address in shown)
        self._follow()
        return True

    def _first(self, ledger: "Ledger", code_changed: bool) -> list[str]:
        """The pages to show before all others: what was edited, what is looked at before the rest.

        Where only code has changed: the claim that is looked at, or one that is drawn otherwise.
        """
        was, looked_at = self.site.ledger, self._looked_at()
        if code_changed:
            if looked_at.startswith("claims/"):
                return [looked_at]
            keys = self.steps.keys(ledger)
            was_made = self.figures.made_from
            return [f"claims/{id}.md" for id, key in keys.items() if key != was_made.get(id)][:1]
        names = [id for id, claim in ledger.claims.items() if claim != was.claims[id]]
        before = {page.path: page for page in was.pages}
        pages = [page.path for page in ledger.pages if page != before[page.path]]
        edited = [looked_at, *pages, *(f"claims/{name}.md" for name in names)]
        return [path for path in dict.fromkeys(edited) if path.endswith(".md")][:MOST]

    def _looked_at(self) -> str:
        """The page that is looked at, by its file; empty for a notebook, which has to run."""
        seen = self.answers.last.removesuffix("index.html")
        found = [path for path, url in self.site.urls.items() if url == seen]
        return found[0] if found and found[0].endswith(".md") else ""

    def _follow(self, drawn: bool = False) -> None:
        """Make all else meanwhile; where all is `drawn`, only what is made of finished files."""
        self._leave, self._made = threading.Event(), threading.Event()
        threading.Thread(target=self._rest, args=(drawn,), daemon=True).start()

    def _rest(self, drawn: bool) -> None:
        leave, made = self._leave, self._made

        def pause() -> None:
            if leave.is_set():
                raise Left

        try:
            changed = False if drawn else self._make(pause)
            if self.whole:
                self.again()
                return
            self.answers.wait_unless(lambda address: not address.startswith(LATER))
            made.set()
            if changed:
                self.again()
            with self._finishing:
                pause()
                self._finish()
                pause()
                self.answers.all_new()
        except Left:
            pass
        except Exception as error:
            if not leave.is_set():
                self.tell(error)
                self.again()
        finally:
            made.set()

    def _make(self, pause: Callable[[], None]) -> bool:
        """Make everything and write what differs: True when browsers are to reload."""
        ledger = self.steps.read()
        pause()
        pictures = self.steps.draw(ledger, pause, self.figures)
        site = self.steps.site(ledger, pictures)
        now, before = self.steps.publish(site, pause), self.published
        if {*now.pages} != {*before.pages} or {*now.files} != {*before.files}:
            self.whole = True
            return False
        self.site, self.figures = site, pictures
        pages = {path: text for path, text in now.pages.items() if text != before.pages[path]}
        files = {name: data for name, data in now.files.items() if data != before.files[name]}
        for path, text in pages.items():
            pause()
            if not self._page(path, text):
                self.whole = True
                return False
        for name, data in files.items():
            pause()
            self._standing().write(name, data)
            before.files[name] = data
        return bool(pages) or any(name.endswith(".html") for name in files)

    def _page(self, path: str, text: str) -> bool:
        """Make one page: False when its title is told on others."""
        if text == self.published.pages.get(path):
            return True
        self.published.pages.pop(path, None)  # until it is made
        alike = self._standing().make(path, text)
        self.published.pages[path] = text
        return alike

    def _finish(self) -> None:
        self.steps.finish(Path(self._standing().config.site_dir))

    def _standing(self) -> Standing:
        if self.standing is None:
            raise Left
        return self.standing

    def tell(self, error: BaseException) -> None:
        """Say what is wrong, in the place of every page, and here."""
        faults = faults_of(error)
        if not hasattr(error, "mistakes"):
            traceback.print_exception(error)
        for fault in faults:
            log.error(fault)
        self.answers.tell(faults)
        self.answers.all_new()


def _alike(ledger: "Ledger", was: "Ledger") -> bool:
    """True when the same pages are there, and the article that each of them names."""
    same = {*ledger.claims} == {*was.claims} and repr(ledger.article) == repr(was.article)
    return same and {page.path for page in ledger.pages} == {page.path for page in was.pages}
