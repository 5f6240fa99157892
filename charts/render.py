"""From a ledger to pictures: what has changed is drawn and rendered in workers, the rest is there.

Two keys decide. What a form is given, and its code, decide whether it draws. The specifications
that it draws, and the code and libraries that make pictures of them, decide whether these are made.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from charts import called, pictures, specs, svg
from charts.cache import Cache, code_of, key_of, versions_of
from charts.drawn import Drawn
from charts.pictures import Pictures
from charts.svg import Drawing
from charts.theme import Frame
from charts.workers import Failure, Task, Undrawn, in_sight, run
from ledger.claim import Ledger
from ledger.mistakes import Mistake

if TYPE_CHECKING:
    import altair as alt

HERE = Path(__file__).parent
OVERVIEW = "overview"  # the name of the picture of all claims


class Figures(dict[str, Pictures]):
    """The pictures of a ledger by name, in its order.

    `made` tells what was drawn or rendered now, `trouble` why it could not be kept, or is empty.
    """

    made: tuple[str, ...] = ()
    trouble: str = ""


def draw_all(ledger: Ledger, folder: Path, progress: bool = False) -> Figures:
    """The `Pictures` of every claim by its id, of all claims together as `overview`, and of what
    pages call.

    What is in the cache, a folder, is taken from there. Raises `Undrawn` when something could not
    be made: all else is made, and kept, and comes with it.
    """
    work = _Work(ledger, Cache(folder, ledger.docs, "figures"))
    for name, claim in ledger.claims.items():
        form = HERE / "forms" / f"{claim.form}.py"
        work.begin(name, form, specs.draw_claim, specs.given(claim))
    work.begin(OVERVIEW, HERE / "overview.py", specs.draw_overview, specs.given_all(ledger))
    for name, claims in called.clocks(ledger).items():
        some = tuple(map(specs.given, claims))
        work.begin(name, HERE / "clocks.py", specs.draw_clocks, some)
    for name, text in called.xrays(ledger).items():
        work.begin(name, HERE / "xray.py", specs.draw_xray, text)
    for task, result in in_sight(run(work.tasks), len(work.tasks), progress):
        work.go_on(task, result)
    work.cache.tidy()
    figures = Figures((name, work.done[name]) for name in work.forms if name in work.done)
    figures.made, figures.trouble = tuple(work.made), work.cache.trouble
    if work.mistakes:
        raise Undrawn([*_told_once(work.mistakes)], figures)
    return figures


def drawing_of(chart: "alt.LayerChart", frame: Frame, prefix: str) -> Drawing:
    """An Altair chart as a drawing for a page; `prefix` makes its ids unique there."""
    return svg.tidied(pictures.to_svg(specs.spec_of(chart, frame)), prefix)


def script_bundle(docs: Path, folder: Path) -> bytes:
    """Vega, Vega-Lite and Vega-Embed in one file, for a reader who wants to explore a chart."""
    cache = Cache(folder, docs, "script")
    key = key_of("script", versions_of("altair", "vl-convert-python"))
    kept = cache.get(key)
    if not kept:
        kept = {"script": pictures.bundle()}
        cache.put(key, kept)
    cache.tidy()
    script: str = kept["script"]
    return script.encode()


class _Work:
    """One run: what is done, what is still to be drawn or rendered, and what cannot be."""

    def __init__(self, ledger: Ledger, cache: Cache) -> None:
        self.ledger, self.cache = ledger, cache
        self.done: dict[str, Pictures] = {}
        self.tasks: deque[Task] = deque()
        self.mistakes: list[Mistake] = []
        self.made: list[str] = []
        self.forms: dict[str, Path] = {}
        self.code: dict[Path, str] = {}
        self.drawing = versions_of(*specs.LIBRARIES)
        self.rendering = versions_of(*pictures.LIBRARIES)

    def begin(self, name: str, form: Path, draw: Callable[..., Drawn], given: object) -> None:
        """Take up one picture: with what is kept, or as a task."""
        self.forms[name] = form
        key = key_of(given, self._code(form), self._code(HERE / "specs.py"), self.drawing)
        if kept := self.cache.get(key):
            self._render(name, Drawn(**kept))
        else:
            self.tasks.append(Task(name, key, draw, (given,)))

    def go_on(self, task: Task, result: Drawn | Pictures | Failure) -> None:
        """Take the result of a task, keep it, and see what comes next."""
        if isinstance(result, Failure):
            self.mistakes.append(self._mistake(task.name, result))
        elif isinstance(result, Drawn):
            self._keep(task, result, "drawn", self.forms[task.name], HERE / "specs.py")
            self._render(task.name, result)
        else:
            self._keep(task, replace(result, alt=""), "rendered", HERE / "pictures.py")
            self.done[task.name] = result

    def _keep(self, task: Task, result: Drawn | Pictures, how: str, *files: Path) -> None:
        """Keep a result, unless the code that made it was edited since its key was found."""
        self.made.append(f"{task.name} {how}")
        if all(code_of(file) == self._code(file) for file in files):
            self.cache.put(task.key, asdict(result))

    def _code(self, file: Path) -> str:
        if file not in self.code:
            self.code[file] = code_of(file)
        return self.code[file]

    def _render(self, name: str, drawn: Drawn) -> None:
        """Make pictures of what is drawn, or take those that are kept; the words cost nothing."""
        code = self._code(HERE / "pictures.py")
        key = key_of(name, replace(drawn, alt=""), code, self.rendering)
        if kept := self.cache.get(key):
            self.done[name] = Pictures.of(kept, drawn.alt)
        else:
            self.tasks.append(Task(name, key, pictures.render, (drawn, name)))

    def _mistake(self, name: str, failure: Failure) -> Mistake:
        """A failure in words, at the claim, with the line of the form where there is one."""
        form = self.forms[name].relative_to(HERE.parent).as_posix()
        claim = f"{self.ledger.docs.name}/claims/{name}.csv"
        lines = [place for place in failure.places if place.startswith(f"{form}:")]
        why = failure.error or "which said nothing"
        if failure.died:
            text = f"drawing it ends the process ({why}). Mend {form}, or look in the claim for"
            text += " characters that cannot be seen."
        elif lines:
            text = f"{lines[-1]} cannot draw it ({why}). Mend the form, or the claim."
        else:
            text = f"it cannot be drawn ({why}). Mend {form}, or the claim."
        return Mistake(claim if name in self.ledger.claims else form, 1, text)


def _told_once(mistakes: list[Mistake]) -> Iterator[Mistake]:
    """The mistakes in order; one that many claims share, such as a broken form's, is told once."""
    shared: dict[str, list[Mistake]] = {}
    for mistake in sorted(mistakes, key=str):
        shared.setdefault(mistake.text, []).append(mistake)
    for first, *others in shared.values():
        more = f" So it is with {len(others)} more." if others else ""
        yield replace(first, text=first.text + more)
