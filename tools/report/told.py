"""The whole report, in words for somebody who does not code."""

from collections.abc import Iterator

from tools.report import built, content
from tools.report.markdown import count, plain, table
from tools.report.sides import Side


def told(old: Side, new: Side, files: list[str]) -> Iterator[str]:
    """The report, a paragraph, a table or a heading at a time. `files` are those of code."""
    if new.mistakes:
        yield from _mistakes(new)
        return
    yield "# What this change does"
    yield _sum(old, new, files)
    if old.mistakes:
        mistakes = count(len(old.mistakes), "mistake")
        yield (
            f"Read by the rule of today, the state before has {mistakes}, so a claim may seem "
            f"new that is not. The first: {plain(str(old.mistakes[0]))}"
        )
    for name, side in (("before", old), ("of this change", new)):
        if side.fault:
            yield f"The site {name} cannot be built, so no picture of it is shown:"
            yield "\n".join(f"    {line}" for line in side.fault.splitlines()[-10:])
    parts = {
        "Verdicts": content.verdicts,
        "Claims added and removed": content.claims,
        "Numbers": content.numbers,
        "Words of claims": content.words,
        "Sources": content.sources,
        "The figures of the article": content.coverage,
        "Prose": built.prose,
        "Pictures": built.pictures,
        "Code and workflows": lambda old, new: _code(files),
        "Weight": built.weight,
        "Access": built.access,
    }
    for heading, part in parts.items():
        if paragraphs := list(part(old, new)):
            yield f"## {heading}"
            yield from paragraphs


def _mistakes(new: Side) -> Iterator[str]:
    number = len(new.mistakes)
    yield "# This change cannot be built yet"
    yield (
        f"There {'is' if number == 1 else 'are'} {count(number, 'mistake')}, and each says what "
        "to do. When all are mended, this page tells what the change does."
    )
    yield table(
        "File and line",
        "What is wrong, and what to do",
        rows=[(f"{one.file}, line {one.line}", one.text) for one in new.mistakes],
    )


def _sum(old: Side, new: Side, files: list[str]) -> str:
    """The report in one sentence."""
    shared = content.shared(old, new)
    turned = len([1 for a, b in shared if a.verdict.name != b.verdict.name])
    parts = [
        (turned, "verdict"),
        (len(new.claims.keys() - old.claims.keys()), "new claim"),
        (len(old.claims.keys() - new.claims.keys()), "removed claim"),
        (len([1 for a, b in shared for _ in content.cells(a, b)]), "changed cell"),
        (len(built.changed_pictures(old, new)), "changed picture"),
        (len(built.texts(old, new)), "changed text"),
        (len(files), "file of code"),
    ]
    plurals = {"file of code": "files of code"}
    named = [count(number, word, plurals.get(word)) for number, word in parts if number]
    if not named:
        return "**Nothing that a reader sees changes.**"
    kept = "" if turned else " **No verdict changes.**"
    return f"In short: {', '.join(named)}.{kept}"


def _code(files: list[str]) -> Iterator[str]:
    if files:
        yield "These files are not content. Somebody who reads code should look at them."
        yield "\n".join(f"- `{name}`" for name in files)
