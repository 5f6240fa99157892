"""How hard pages are to read: a report that leaves out what nobody can put in other words."""

import pytest

from ledger.read import read_ledger
from tools.grade import FEWEST, HARDEST, grades

EASY = "The cat sat on the mat and saw the dog. " * 12
HARD = "Institutional capitalisation necessitates considerable administrative deliberation. "


@pytest.fixture
def graded(folder):
    """Write a page with its glossary, and return its grade, or None."""

    def graded(prose, glossary="# Glossary\n"):
        (folder / "story.md").write_text(f"# Story\n\n{prose}\n", encoding="utf-8")
        (folder / "glossary.md").write_text(glossary, encoding="utf-8")
        found = {one.file: one for one in grades(read_ledger(folder))}
        return found.get("docs/story.md")

    return graded


def test_harder(graded):
    """Long words and long sentences make a page harder, and it ends with its hardest sentences."""
    easy, hard = graded(EASY), graded(f"{EASY}\n\n{HARD * 12}")

    assert easy.grade < 2 < 9 < hard.grade
    assert (HARDEST, 5) == (len(hard.hardest), hard.hardest[0][1].line)
    lines = [*hard.lines()]
    assert lines[0] == f"docs/story.md: {hard.grade:.1f}"
    assert lines[1].startswith("  docs/story.md:5: ") and lines[1].endswith(HARD.strip())


def test_short(graded):
    """Of few words a grade says little, so a short page has none."""
    assert not graded("A word. " * (FEWEST // 2)) and graded("A word or two. " * FEWEST)


LEFT_OUT = {
    "a quotation": "We read “considerable administrative deliberation” there. ",
    "code": "We read `considerable.administrative.deliberation` there. ",
    "numbers": "We read 1,234,567.89 there. ",
    "a name": "We read Institutional-Capitalisation there. ",
    "a name that begins a sentence": "Institutional-Capitalisation we read there. ",
    "a word of the glossary": "We read a capitalisation there. ",
    "its plural": "We read capitalisations there. ",
    "an address": "We read [it](https://example.org/considerable/administration.html) there. ",
}


@pytest.mark.parametrize("words", LEFT_OUT.values(), ids=LEFT_OUT)
def test_left_out(graded, words):
    """Names, words of the glossary, numbers, quotations and addresses make no page harder."""
    glossary = "# Glossary\n\n## Capitalisation\n\nA sum.\n"
    named = "We know Institutional-Capitalisation here. "

    assert graded(f"{EASY}{named}{words}", glossary).grade <= graded(EASY, glossary).grade + 0.2


def test_claims_first(folder):
    """Pages that tell claims come first: they are the home page and the story."""
    for name, block in (("story.md", '{{ claim("summit-height") }}'), ("plain.md", "")):
        (folder / name).write_text(f"# Page\n\n{EASY}\n\n{block}\n", encoding="utf-8")
    found = grades(read_ledger(folder))

    assert [(True, "docs/story.md")] == [(one.tells, one.file) for one in found if one.tells]
    assert {"docs/plain.md"} <= {one.file for one in found}
