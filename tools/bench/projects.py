"""Projects to measure: a copy of this one, the same for bare MkDocs, and one with more claims."""

import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from ledger.read import read_ledger
from tools.bench.rows import ROOT, Failed

ENGINE = ("ledger", "charts", "publish", "theme", "build_charts.py")


def copy_project(target: Path, drawn: bool = True) -> Path:
    """A copy of the project to edit; what is `drawn` already comes with it."""
    target.mkdir(parents=True)
    for name in (*ENGINE, "docs", "mkdocs.yml", *([".cache/pictures"] if drawn else [])):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        elif source.exists():
            shutil.copy(source, target / name)
    return target


def claim_to_edit(project: Path, form: str = "readings") -> tuple[Path, int]:
    """The words of a claim in a form, and the line of a number in its table that no prose tells.

    Such a number may be edited without a mistake.
    """
    ledger = read_ledger(project / "docs")
    for claim in (one for one in ledger.claims.values() if one.form == form):
        for row in claim.readings:
            free = row.role == "context" and row.value.kind == "number" and not row.of
            if free and row.value.text.lstrip("-") not in f"{claim.title} {claim.body}":
                return project / "docs" / "claims" / f"{claim.id}.md", row.line
    raise Failed(f"no claim in the form {form} has a number that its prose does not tell")


def write_bare(project: Path, target: Path) -> Path:
    """The finished pages and files as a project that any MkDocs builds, without the hook."""
    docs = target / "docs"
    run: list[Any] = [sys.executable, "build_charts.py", "--pages", docs]
    done = subprocess.run(run, cwd=project, check=False, capture_output=True, text=True)
    if done.returncode:
        raise Failed(done.stderr.strip()[-300:])
    for path in [*docs.rglob("index.html.md")]:  # a twin, which would become a page
        path.rename(path.with_suffix(".md.txt"))
    for path in docs.glob("*.py"):
        path.rename(path.with_suffix(".md"))
    shutil.copytree(project / "theme", target / "theme")
    templates = Path(str(files("material"))) / "templates"

    def real(match: re.Match[str]) -> str:
        return f"'{next(templates.glob(match[1])).relative_to(templates).as_posix()}'"

    for path in (target / "theme").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"'([^']*)' \| material", real, text), encoding="utf-8")
    settings = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {"hooks": [], "plugins": [], "strict": False, "watch": []}
    text = yaml.safe_dump(settings, sort_keys=False).replace(".py\n", ".md\n")
    (target / "mkdocs.yml").write_text(text, encoding="utf-8")
    return target


def grown(docs: Path, target: Path, number: int) -> Path:
    """Content with so many claims, copies of those that there are; none is nothing but pages."""
    shutil.copytree(docs, target)
    known = sorted(path.stem for path in (docs / "claims").glob("*.md"))
    for name in known[number:]:
        for path in (target / "claims").glob(f"{name}.*"):
            path.unlink()
    for at in range(len(known), number):
        stem = known[at % len(known)]
        for path in (docs / "claims").glob(f"{stem}.*"):
            ending = path.name.removeprefix(stem)
            shutil.copy(path, target / "claims" / f"{stem[:40]}-{at}{ending}")
    return target
