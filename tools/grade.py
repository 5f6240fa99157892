"""How hard each page is to read, `make grade`: the grade of its prose, a year of school, and its
hardest sentences. A report: nothing fails.

The grade is that of Flesch and Kincaid, by textstat. Names, words of the glossary, numbers and
quotations are left out, because no other words could stand in their place.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from ledger.claim import Ledger
from ledger.length import QUOTED, WORD, Sentence, sentences
from ledger.pages import Call
from ledger.read import read_ledger
from ledger.rules.pages import OF_SECTIONS

DOCS = Path(__file__).parent.parent / "docs"
AIM = 9  # of pages that tell claims: the home page and the story
FEWEST = 100  # words; of fewer a grade says little
HARDEST = 3  # sentences that are shown of a page
GLOSSARY = "glossary.md"  # its headings are terms
_SMALL = re.compile(r"(?:and|or|of|the|an?|in|on|to|for|with)")


@dataclass(frozen=True)
class Grade:
    """The grade of a page; `tells`: it tells claims, as the home page and the story do."""

    file: str
    grade: float
    tells: bool
    hardest: tuple[tuple[float, Sentence], ...]

    def lines(self) -> Iterator[str]:
        """What is printed of it: a line for the page, then its hardest sentences."""
        yield f"{self.file}: {self.grade:.1f}"
        for grade, sentence in self.hardest:
            told = " ".join(re.sub(r"\]\([^()\n]*\)|[*_`\[\]]", "", sentence.text).split())
            yield f"  {self.file}:{sentence.line}: {grade:.1f}: {told}"


def grades(ledger: Ledger) -> list[Grade]:
    """The grade of each page with enough words: those that tell claims first, then by grade."""
    prose = [
        (page.path, any(_named(call) for call in page.calls), page.body, page.body_line)
        for page in ledger.pages
        if page.path.endswith(".md")
    ]
    prose += [
        (f"claims/{one.id}.md", False, one.body, one.body_line) for one in ledger.claims.values()
    ]
    read = [(path, tells, [*sentences(body, line)]) for path, tells, body, line in prose]
    left_out = _names(chain.from_iterable(told for _, _, told in read)) | _terms(ledger)
    names = sorted(ledger.article.names if ledger.article else (), key=len, reverse=True)
    found = [
        _graded(f"{ledger.docs.name}/{path}", tells, told, names, left_out)
        for path, tells, told in read
        if sum(len(WORD.findall(one.words)) for one in told) > FEWEST
    ]
    return sorted(found, key=lambda one: (not one.tells, -one.grade, one.file))


def _named(call: Call) -> bool:
    """True for a block that shows claims, each by its id."""
    return call.name not in OF_SECTIONS and bool(call.arguments)


def _graded(
    file: str, tells: bool, told: list[Sentence], names: list[str], left_out: set[str]
) -> Grade:
    """The grade of one page; a sentence of which nothing is left counts for nothing."""
    kept = [(one, _kept(one.words, names, left_out)) for one in told]
    kept = [(one, words) for one, words in kept if words]
    graded = [(_grade([words]), one) for one, words in kept]
    hardest = sorted(graded, key=lambda pair: -pair[0])[:HARDEST]
    return Grade(file, _grade([words for _, words in kept]), tells, tuple(hardest))


def _kept(text: str, names: Iterable[str], left_out: set[str]) -> list[str]:
    """The words of a sentence that are graded."""
    for name in names:
        text = text.replace(name, " ")
    words = (word.strip(".,'’-") for word in WORD.findall(text))
    return [
        word
        for word in words
        if word != QUOTED and not re.search(r"\d", word) and _bare(word) not in left_out
    ]


def _grade(told: list[list[str]]) -> float:
    """The grade of sentences, each given as its words."""
    return float(_textstat().flesch_kincaid_grade(" ".join(f"{' '.join(one)}." for one in told)))


@cache
def _textstat() -> Any:
    import textstat  # takes a second, and is not there without the tests' requirements

    return textstat


def _bare(word: str) -> str:
    """A word in small letters, without the ending of its genitive or of its plural."""
    return re.sub(r"(?:['’]s?|(?<=[^s])s)$", "", word.lower())


def _names(told: Iterable[Sentence]) -> set[str]:
    """Proper names: words that stand with a capital within a sentence and never without one."""
    capital, small = set[str](), set[str]()
    for sentence in told:
        for word in [word.strip(".,'’-") for word in WORD.findall(sentence.words)][1:]:
            (capital if word[:1].isupper() else small).add(_bare(word))
    return capital - small


def _terms(ledger: Ledger) -> set[str]:
    """The words of the terms in the glossary, where there is one."""
    bodies = [page.body for page in ledger.pages if page.path == GLOSSARY]
    headings = (match[1] for body in bodies for match in re.finditer(r"^## +(.+)$", body, re.M))
    words = (word for heading in headings for word in WORD.findall(heading))
    return {_bare(word) for word in words if not _SMALL.fullmatch(word.lower())}


def main() -> int:
    """Run by `make grade`: always returns 0, for what it tells is no mistake."""
    ledger = read_ledger(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS)
    found = grades(ledger)
    for one in found:
        print(*one.lines(), sep="\n")
    telling = [one for one in found if one.tells]
    hard = [one.file for one in telling if one.grade > AIM]
    told = f"{len(telling)} pages tell claims, and {AIM} is the most that they should be"
    print(f"{told}: {len(hard)} are harder." if hard else f"{told}. None is harder.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
