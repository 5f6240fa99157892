"""From a ledger to pictures: what has changed is drawn and rendered in workers, the rest is there.

Two keys decide. What a form is given, and its code, decide whether it draws. The specifications
that it draws, and the code and libraries that make pictures of them, decide whether these are made.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from charts import called, pictures, specs, svg
from charts.cache import Cache, code_of, key_of, versions_of
from charts.drawn import Drawn
from charts.pictures import Pictures
from charts.svg import Drawing
from charts.theme import Frame
from charts.workers import Failure, Task, Undrawn, in_sight, nothing, run
from ledger.claim import Claim, Ledger
from ledger.mistakes import Mistake

if TYPE_CHECKING:
    import altair as alt

HERE = Path(__file__).parent
OVERVIEW = "overview"  # the name of the picture of all claims


class Figures(dict[str, Pictures]):
    """The pictures of a ledger by name, in its order.

    `made` tells what was drawn or rendered now, `trouble` why it could not be kept, or is empty.
    `made_from` has for each the key of all that it is made from, `kept` the keys of the cache.
    """

    made: tuple[str, ...] = ()
    trouble: str = ""
    made_from: Mapping[str, str] = MappingProxyType({})
    kept: frozenset[str] = frozenset()


def draw_all(
    ledger: Ledger,
    folder: Path,
    progress: bool = False,
    pause: Callable[[], None] = nothing,
    before: Figures | None = None,
) -> Figures:
    """The `Pictures` of every claim by its id, of all claims together as `overview`, and of what
    pages call.

    What is the same as `before` is taken from there, and what is in the cache, a folder, from
    there. Raises `Undrawn` when something could not be made: all else is made, and kept, and comes
    with it. `pause` is called between pictures.
    """
    work = _Work(ledger, Cache(folder, ledger.docs, "figures"), before=before)
    for name, claim in ledger.claims.items():
        work.begin_claim(name, claim)
        pause()
    work.begin(OVERVIEW, HERE / "overview.py", specs.draw_overview, specs.given_all(ledger))
    for name, claims in called.clocks(ledger).items():
        some = tuple(map(specs.given, claims))
        work.begin(name, HERE / "clocks.py", specs.draw_clocks, some)
    for name, text in called.xrays(ledger).items():
        work.begin(name, HERE / "xray.py", specs.draw_xray, text)
    for task, result in in_sight(run(work.tasks), len(work.tasks), progress):
        work.go_on(task, result)
        pause()
    work.cache.tidy()
    return work.figures()


def draw_soon(ledger: Ledger, folder: Path, names: Iterable[str]) -> Figures:
    """The `Pictures` of some claims for their pages alone: nothing to take away is made of them."""
    work = _Work(ledger, Cache(folder, ledger.docs, "figures"), soon=True)
    for name in names:
        work.begin_claim(name, ledger.claims[name])
    for task, result in run(work.tasks):
        work.go_on(task, result)
    return work.figures()


def keys_of(ledger: Ledger, folder: Path) -> dict[str, str]:
    """For each claim the key of all that its pictures are made from."""
    work = _Work(ledger, Cache(folder, ledger.docs, "figures"))
    keys = {name: work.key(_form(one), specs.given(one)) for name, one in ledger.claims.items()}
    return {name: work.whole_key(key) for name, key in keys.items()}


def drawing_of(chart: "alt.LayerChart", frame: Frame, prefix: str) -> Drawing:
    """An Altair chart as a drawing for a page; `prefix` makes its ids unique there."""
    return svg.tidied(pictures.to_svg(specs.spec_of(chart, frame)), prefix)


@dataclass(frozen=True)
class Poster:
    """A poster as it is kept."""

    png: bytes


def _form(claim: Claim) -> Path:
    """The file of the form that draws a claim."""
    return HERE / "forms" / f"{claim.form}.py"


class _Work:
    """One run: what is done, what is still to be drawn or rendered, and what cannot be.

    A run for what is wanted `soon` makes no PNG, which takes as long as all the rest.
    """

    def __init__(
        self, ledger: Ledger, cache: Cache, soon: bool = False, before: Figures | None = None
    ) -> None:
        self.ledger, self.cache, self.soon = ledger, cache, soon
        self.before = before or Figures()
        self.cache.kept |= self.before.kept
        self.keys: dict[str, str] = {}
        self.done: dict[str, Pictures] = {}
        self.tasks: deque[Task] = deque()
        self.mistakes: list[Mistake] = []
        self.made: list[str] = []
        self.forms: dict[str, Path] = {}
        self.code: dict[Path, str] = {}
        self.drawing = versions_of(*specs.LIBRARIES)
        self.rendering = versions_of(*pictures.LIBRARIES)

    def figures(self) -> Figures:
        """What is done; raises `Undrawn` where something could not be made."""
        figures = Figures((name, self.done[name]) for name in self.forms if name in self.done)
        figures.made, figures.trouble = tuple(self.made), self.cache.trouble
        figures.made_from, figures.kept = self.keys, frozenset(self.cache.kept)
        if self.mistakes:
            raise Undrawn([*_told_once(self.mistakes)], figures)
        return figures

    def key(self, form: Path, given: object) -> str:
        """The key of all that a form draws from."""
        return key_of(given, self._code(form), self._code(HERE / "specs.py"), self.drawing)

    def whole_key(self, key: str) -> str:
        """The key of all that pictures are made from, by that of what is drawn."""
        return key_of(key, self._code(HERE / "pictures.py"), self.rendering)

    def begin_claim(self, name: str, claim: Claim) -> None:
        """Take up the picture of a claim."""
        self.begin(name, _form(claim), specs.draw_claim, specs.given(claim))

    def begin(self, name: str, form: Path, draw: Callable[..., Drawn], given: object) -> None:
        """Take up one picture: as it was, with what is kept, or as a task."""
        self.forms[name], key = form, self.key(form, given)
        self.keys[name] = whole = self.whole_key(key)
        if self.before.made_from.get(name) == whole:
            self.done[name] = self.before[name]
        elif kept := self.cache.get(key):
            self._render(name, Drawn(**kept))
        elif name in self.ledger.claims:
            self.tasks.append(Task(name, key, draw, (given,)))
        else:  # the largest pictures first, so that none is left for one worker in the end
            self.tasks.appendleft(Task(name, key, draw, (given,)))

    def go_on(self, task: Task, result: Drawn | Pictures | bytes | Failure) -> None:
        """Take the result of a task, keep it, and see what comes next."""
        if isinstance(result, Failure):
            self.mistakes.append(self._mistake(task.name, result))
        elif isinstance(result, Drawn):
            self._keep(task, result, "drawn", self.forms[task.name], HERE / "specs.py")
            self._render(task.name, result)
        elif isinstance(result, Pictures):
            self._keep(task, replace(result, alt=""), "rendered", HERE / "pictures.py")
            self._take_away(task.name, result)
        else:
            self._keep(task, Poster(result), "to take away", HERE / "pictures.py")
            self.done[task.name] = replace(self.done[task.name], png=result)

    def _keep(self, task: Task, result: Drawn | Pictures | Poster, how: str, *files: Path) -> None:
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
            self._take_away(name, Pictures.of(kept, drawn.alt))
        else:
            self.tasks.append(Task(name, key, pictures.render, (drawn, name)))

    def _take_away(self, name: str, made: Pictures) -> None:
        """Make the PNG of a poster, or take the one that is kept."""
        self.done[name] = made
        if self.soon:
            return
        key = key_of("png", made.svg, self._code(HERE / "pictures.py"), self.rendering)
        if kept := self.cache.get(key):
            self.done[name] = replace(made, png=kept["png"])
        else:
            self.tasks.append(Task(name, key, pictures.to_png, (made.svg,)))

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
