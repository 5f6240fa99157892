"""Look at a form, `make form name=readings`: its claims in both frames, light and dark."""

import re
import sys
from importlib import import_module
from pathlib import Path
from traceback import extract_tb
from types import ModuleType

from jinja2 import Environment

from charts import theme
from charts.render import drawing_of
from ledger.claim import Claim, Ledger
from ledger.forms import forms
from ledger.mistakes import Mistake, did_you_mean
from ledger.read import read_ledger

ROOT = Path(__file__).parent.parent
PAGE = Environment(autoescape=True).from_string("""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{{ name }}</title>
<style>
body { font: 16px/1.5 sans-serif; margin: 2rem }
div { display: flex; flex-wrap: wrap; gap: 1rem }
span { padding: 1rem }
</style>
<h1>{{ name }}</h1>
{% for claim, words, drawings in claims %}
<h2 id="{{ claim.id }}">{{ claim.title }}</h2>
<p>{{ words }}</p>
<div>
{% for ground, svg in drawings %}<span style="background: {{ ground }}">{{ svg | safe }}</span>
{% endfor %}
</div>
{% endfor %}
</html>
""")


def look(name: str, claims: list[Claim]) -> str:
    """The page of a form: each claim with its words and its drawings."""
    form = import_module(f"charts.forms.{name}")
    return PAGE.render(name=name, claims=[_shown(form, claim) for claim in claims])


def _shown(form: ModuleType, claim: Claim) -> tuple[Claim, str, list[tuple[str, str]]]:
    """A claim, its words and its drawings; what goes wrong ends with the line of the form."""
    try:
        return claim, form.describe(claim), _drawings(form, claim)
    except Exception as error:
        path = Path(str(form.__file__))
        steps = extract_tb(error.__traceback__)
        lines = [step.lineno for step in steps if step.filename == str(path)]
        line = lines[-1] if lines else form.draw.__code__.co_firstlineno
        error.add_note(f"{path.relative_to(ROOT)}:{line}: this happened with {claim.id}.")
        raise


def _drawings(form: ModuleType, claim: Claim) -> list[tuple[str, str]]:
    """A claim in each frame, light and dark: the colour of the ground, and the SVG."""
    found = []
    for frame in theme.FRAMES.values():
        svg = drawing_of(form.draw(claim, frame), frame, f"{claim.id}-{frame.name}").svg
        for scheme, ground in zip(("light", "dark"), theme.COLOURS["card"], strict=True):
            found.append((ground, theme.fixed(svg, scheme)))
    return found


def _mistakes_of(name: str, ledger: Ledger) -> list[Mistake]:
    """The mistakes of a form's file and of the claims that are to be drawn so."""
    drawn = {
        path.stem
        for path in (ROOT / "docs" / "claims").glob("*.md")
        if re.search(rf"(?m)^form: *{re.escape(name)} *$", path.read_text(encoding="utf-8"))
    }
    files = {f"claims/{stem}{ending}" for stem in drawn for ending in (".md", ".csv")}
    return [
        mistake
        for mistake in ledger.mistakes
        if mistake.file == f"charts/forms/{name}.py" or mistake.file.removeprefix("docs/") in files
    ]


def main() -> int:
    """Run by `make form`: returns 0, or 1 after a sentence on what to do."""
    name = sys.argv[1] if len(sys.argv) == 2 else ""
    known = forms()
    ledger = read_ledger(ROOT / "docs")
    mistakes = _mistakes_of(name, ledger)
    print(*mistakes, sep="\n", end="\n" if mistakes else "", file=sys.stderr)
    if name not in known:
        listed = f"The forms are {', '.join(known)}."
        if not mistakes:
            print(
                f"There is no form '{name}'. {did_you_mean(name, known, listed)}", file=sys.stderr
            )
        return 1
    claims = [one for one in ledger.claims.values() if one.form == name]
    if not claims:
        if not mistakes:
            told = f"No claim is drawn so yet. Write `form: {name}` in one of docs/claims."
            print(told, file=sys.stderr)
        return 1
    path = ROOT / "build" / "forms" / f"{name}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(look(name, claims), encoding="utf-8")
    print(f"Written: {path.relative_to(ROOT)}. Open it in a browser.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
