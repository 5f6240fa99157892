"""Make the same site for another article: `make new article=text.txt name=../my-site`.

The engine is copied, the content is begun from the article's text, and the text itself is left
where it is. On a terminal it asks for what no text tells; elsewhere it takes options and defaults.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten

from ledger.read import read_ledger
from ledger.rules.sources import fault_of_date
from ledger.shapes import ArticleWords, shaped
from tools.new.first import UNKNOWN, About, contents_of, project_files
from tools.new.text import ArticleText, take_apart
from tools.questions import Ask, Refused, Wrong, asked, default_of, ended

ROOT = Path(__file__).parent.parent.parent
FIELDS = ("title", "author", "publisher", "date", "address")
LARGEST = 2_000_000  # bytes; the longest article is far shorter
# What belongs to one article and is written anew, never copied.
CONTENT = (
    "docs",
    "mkdocs.yml",
    "README.md",
    "CITATION.cff",
    "LICENSE-CONTENT.md",
    ".github/home.png",
)


def text_of(path: Path) -> str:
    """The article's text. Raises `Refused` when there is none to read."""
    if not path.is_file():
        raise Refused(f"there is no file {path}. Save the article as plain text and name it.")
    if path.stat().st_size > LARGEST:
        raise Refused(f"{path} is larger than {LARGEST:,} bytes. Give it one article.")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise Refused(
            f"{path}:{line} is not UTF-8 text. Save the article as plain text with the encoding "
            "UTF-8; a document of a word processor is none."
        ) from None
    if not text.strip() or "\0" in text:
        raise Refused(f"{path} holds no text. Save the article as plain text and name that file.")
    return text


def check_target(target: Path) -> None:
    """Refuse a folder that is there already, or that lies in this project."""
    if target.exists() or target.is_symlink():
        raise Refused(
            f"{target} is there already, and nothing is overwritten. Choose another name."
        )
    if ROOT.resolve() in target.resolve().parents:
        raise Refused(f"{target} lies in this project. Choose a folder beside it: ../{target.name}")
    if not target.resolve().parent.is_dir():
        raise Refused(f"there is no folder {target.resolve().parent}. Make it first.")


def about(article: ArticleText, given: argparse.Namespace, ask: Ask) -> About:
    """What only a person knows of an article: options first, then questions."""
    known = {"title": article.title, **UNKNOWN}
    options = {name: getattr(given, name) for name in FIELDS}
    for name, option in options.items():
        if option is not None and (sentence := _fault_of(name)(option)):
            raise Refused(f"--{name}: {sentence}")
    answers = {
        name: option or ask(name, _asking(name), known.get(name, ""), _fault_of(name))
        for name, option in options.items()
    }
    short = shorten(re.split(r": | [–—-] ", answers["title"])[0], 60, placeholder="…")
    usual, wrong = f"{short}, claim by claim", _fault_of("title")
    if given.site is not None and (sentence := wrong(given.site)):
        raise Refused(f"--site: {sentence}")
    site = given.site or ask("site", "the name of the new site", usual, wrong)
    return About(site=site, spelled=_spelled(article, given.spelled, ask), **answers)


def _asking(name: str) -> str:
    """What a field of the article is, in the words of its shape."""
    return str(ArticleWords.model_fields[name].description)


def _fault_of(name: str) -> Wrong:
    """What is wrong with an answer for a field of the article, in the words of its shape."""

    def wrong(answer: str) -> str:
        faults = shaped(ArticleWords, {name: answer})[1]
        told = next((sentence for place, sentence in faults if place[:1] == (name,)), "")
        return told or (fault_of_date(answer) if name == "date" else "")

    return wrong


def _spelled(article: ArticleText, given: str | None, ask: Ask) -> tuple[int, ...]:
    """Which of the numbers in words are figures: their places in the list, asked for at once."""
    count = len(article.spelled)

    def wrong(answer: str) -> str:
        parts = re.split(r"[\s,]+", answer.strip()) if answer.strip() else []
        if all(part.isdecimal() and 1 <= int(part) <= count for part in parts):
            return ""
        return f"Write their numbers, from 1 to {count}, with commas between them, or nothing."

    if given is None and count:
        listed = (f"  {n} {one.text}: “{one.beside}”" for n, one in enumerate(article.spelled, 1))
        asking = "\n".join(["numbers in words; which are figures of the article?", *listed])
        given = ask("spelled", asking, "", wrong)
    if given and (sentence := wrong(given)):
        raise Refused(f"--spelled: {sentence}")
    return tuple(sorted({int(part) for part in re.findall(r"\d+", given or "")}))


# ---------------------------------------------------------------- the new folder


def engine() -> Iterator[Path]:
    """The files of this project that belong to no article, by their path in it."""
    for name in _listed():
        path = ROOT / name
        own = any(name == one or name.startswith(f"{one}/") for one in CONTENT)
        if not own and path.is_file() and not path.is_symlink():
            yield Path(name)


def _listed() -> list[str]:
    """Every file of the project but what it makes: git knows them; without it, .gitignore tells."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode == 0 and run.stdout:
        return sorted(set(run.stdout.strip("\0").split("\0")))
    ignored = {line.strip().strip("/") for line in (ROOT / ".gitignore").read_text().splitlines()}
    paths = [path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file()]
    return sorted(p.as_posix() for p in paths if not {*p.parts} & {*ignored, ".git"})


def make(article: ArticleText, known: About, target: Path) -> None:
    """Make the new folder; it appears whole and checked, or not at all."""
    with tempfile.TemporaryDirectory(dir=target.resolve().parent, prefix=".new-") as folder:
        made = Path(folder) / "site"
        for name in engine():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, made / name)
        for path, text in {**project_files(known), **contents_of(article, known)}.items():
            (made / path).parent.mkdir(parents=True, exist_ok=True)
            (made / path).write_text(text, encoding="utf-8")
        if mistakes := read_ledger(made / "docs").mistakes:
            raise Refused("\n".join(["what came out would be wrong:", *map(str, mistakes)]))
        made.rename(target)


def main() -> int:
    """Run by `make new`: returns 0, or 1 after one sentence on what to do."""
    options = argparse.ArgumentParser(prog="make new", description=__doc__.split("\n")[0])
    options.add_argument("article", type=Path, help="the article's text, a file in UTF-8")
    options.add_argument("name", type=Path, help="the folder to make")
    for name in FIELDS:
        options.add_argument(f"--{name}", help=_asking(name))
    options.add_argument("--site", help="the name of the new site")
    options.add_argument("--spelled", help="which numbers in words are figures, like 1,3; or ''")
    given = options.parse_args()
    return ended("Nothing was made", lambda: _begin(given))


def _begin(given: argparse.Namespace) -> None:
    """Make the site, and tell what was found and how to go on."""
    if not str(given.article).strip(".") or not str(given.name).strip("."):
        raise Refused("say which: make new article=text.txt name=../my-site")
    check_target(given.name)
    article = take_apart(text_of(given.article))
    print(_told(article))
    ask = asked if sys.stdin.isatty() else default_of
    make(article, about(article, given, ask), given.name)
    print(f"Made {given.name}. Nothing in it is checked yet.")
    print(*_to_fill(given.name), "Go on there:", sep="\n")
    print(f"  cd {given.name}", "  make check", "  make serve", sep="\n")


def _told(article: ArticleText) -> str:
    """What was found, in a few lines."""
    ignored = sum(bool(number.reason) for number in article.numbers)
    found = len(article.numbers) - ignored
    lines = [
        f"{_count(len(article.sections), 'section')}, "
        f"{_count(len(article.sentences), 'sentence')}, {_count(found, 'number')} in digits; "
        f"{ignored} more are passed over, each with its reason."
    ]
    if len(article.sections) == 1:
        lines.append("It has no headings, so it is one section; docs/article.yml can name more.")
    return "\n".join(lines)


def _to_fill(made: Path) -> Iterator[str]:
    """Each line of the new content that waits for what was not told."""
    lines = (made / "docs" / "article.yml").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        field = line.partition(":")[0]
        if field in UNKNOWN and UNKNOWN[field] in line:
            yield f"docs/article.yml:{number}: the {field} is not known. Write it there."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


if __name__ == "__main__":
    sys.exit(main())
