"""Projects to measure: a copy of this one, the same for bare MkDocs, and one with more claims."""

import csv
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from textwrap import shorten
from typing import Any

import yaml

from ledger.read import read_ledger
from tools.bench.rows import ROOT, Failed

PAGE = 100  # copies of claims that a page leads to
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


def claim_to_edit(project: Path, noted: bool = False) -> tuple[Path, int]:
    """The words of a claim in the form `readings`, and the line of a number that may be edited.

    No prose tells that number, so that its edit is no mistake where its proof is edited too.
    `noted`: one that a notebook names, so that the notebook runs when its words change.
    """
    form, ledger = "readings", read_ledger(project / "docs")
    notebooks = "".join(path.read_text("utf-8") for path in (project / "docs").glob("*.py"))
    fitting = (one for one in ledger.claims.values() if one.form == form)
    for claim in (one for one in fitting if (f'"{one.id}"' in notebooks) == noted):
        for row in claim.readings:
            plain = row.role == "context" and not row.of and row.value.kind == "number"
            if plain and row.value.text.lstrip("-") not in f"{claim.title} {claim.body}":
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
    """Content with so many claims, copies of those that there are, each with its printed number.

    The settings go with it, since they say which notebooks belong to the pages.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(docs, target)
    shutil.copy(docs.parent / "mkdocs.yml", target.parent)
    known = sorted(path.stem for path in (docs / "claims").glob("*.md"))
    copies = {f"{known[at % len(known)][:40]}-{at}": at for at in range(len(known), number)}
    for name, at in copies.items():
        stem = known[at % len(known)]
        for path in (docs / "claims").glob(f"{stem}.*"):
            copy = target / "claims" / f"{name}{path.name.removeprefix(stem)}"
            text = path.read_text(encoding="utf-8")
            copy.write_text(_renamed(text, at) if copy.suffix == ".md" else text, encoding="utf-8")
    _print(target / "article.csv", known, copies)
    starts = range(0, len(copies), PAGE)
    for first in starts:
        names = [f"claims/{name}.md" for name in [*copies][first : first + PAGE]]
        _link(target / f"copies-{first}.md", names, f"Copies {_spelt(first)}")
    _link(target / "index.md", [f"copies-{first}.md" for first in starts])
    return target


def _renamed(text: str, number: int) -> str:
    """A claim with a title, a sentence and a label of its own, and no words of the article."""
    own = _spelt(number)
    text = text.translate(dict.fromkeys(map(ord, "“”")))

    def name(match: re.Match[str]) -> str:
        known = shorten(match[2], 100, placeholder="") if match[1] == "title" else match[2]
        return f'{match[1]}: "{known} {own}"'

    return re.sub(r'(?m)^(title|claim|label): "?(.*?)"?$', name, text)


def _spelt(number: int) -> str:
    """A number in words that no check looks at."""
    words = ("a", "an", "the", "he", "she", "it", "they", "we", "is", "are")
    return " ".join(words[int(digit)] for digit in str(number))


def _link(path: Path, pages: Iterable[str], heading: str = "") -> None:
    """Lead from a page to others, from a new one below its heading."""
    with path.open("a", encoding="utf-8") as file:
        file.write(f"# {heading}\n\n" if heading else "\n")
        file.writelines(f"- [{_spelt(at)}]({page})\n" for at, page in enumerate(pages))


def _print(path: Path, known: Sequence[str], copies: Mapping[str, int]) -> None:
    """Give each copy the printed numbers of its claim, each in the same place."""
    with path.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    place = head.index("claim")
    of: dict[str, list[str]] = {}
    for name, at in copies.items():
        of.setdefault(known[at % len(known)], []).append(name)
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(head)
        for row in rows:
            lines.writerow(row)
            for name in of.get(row[place], ()):
                lines.writerow([*row[:place], name, *row[place + 1 :]])
