"""The rules for sentences of the article in our words: their figures and names are as it prints
them.
"""

import re
from collections.abc import Iterator

from ledger.amounts import amounts
from ledger.claim import PrintedNumber, Statement
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.moments import days_told, is_told, moments
from ledger.rules.article import lines_of

Numbered = tuple[int, PrintedNumber]  # a figure of the article with its line


def sentences_have_figures_as_printed(content: Content) -> Iterator[Mistake]:
    """Figures of one kind, such as per cent, that name the claims of a sentence stand in our words
    for it in the order of the article; and where they tell days, months or years, those in our
    words are of its section.
    """
    file = content.file("statements.csv")
    for line, one, section in _sentences(content):
        own = [row for row in section if row[1].claim_id in one.claim_ids]
        if told := _exchanged(one.text, own) or _other_moment(one.text, own, section):
            yield Mistake(file, line, f"{told}. Write it as the article does.")


def sentences_have_names_as_printed(content: Content) -> Iterator[Mistake]:
    """The labels of claims stand in our words for a sentence in the order of the figures that the
    article prints for these claims, where our words have both.
    """
    file, claims = content.file("statements.csv"), content.ledger.claims
    for line, one, section in _sentences(content):
        labels = {id: claims[id].label for id in one.claim_ids if id in claims}
        named = {id: label for id, label in labels.items() if label and label in one.text}
        if told := _renamed(one.text, named, section) if len(named) > 1 else "":
            yield Mistake(file, line, f"{told}. Write it as the article does.")


def _sentences(content: Content) -> Iterator[tuple[int, Statement, list[Numbered]]]:
    """Each sentence with its line, and the figures of its section with theirs."""
    ledger = content.ledger
    sections: dict[str, list[Numbered]] = {}
    for row in zip(lines_of(content.printed.rows), ledger.printed, strict=True):
        sections.setdefault(row[1].where, []).append(row)
    rows = zip(lines_of(content.statements.rows), ledger.statements, strict=True)
    for line, one in rows if sections else ():
        yield line, one, sections.get(one.where, [])


def _renamed(text: str, labels: dict[str, str], section: list[Numbered]) -> str:
    """That two labels of claims have changed places beside their figures, or an empty string."""
    places = {(one.plain, one.power): one.at for one in amounts(text)}
    last: tuple[int, int, str, str] | None = None
    for line, number in section:
        label = labels.get(number.claim_id, "")
        stands = [found.start() for found in re.finditer(rf"\b{re.escape(label)}\b", text)]
        figures = {(one.plain, one.power): one.shown for one in amounts(number.text)}
        at = next((places[one] for one in figures if one in places), None)
        if not label or len(stands) != 1 or at is None:
            continue
        if last and stands[0] < last[0] and at > last[1]:
            told = f"{label} stands before {last[2]}, and its figure by docs/article.csv:{line}"
            return f"{told}, {number.text}, behind that of {last[2]}, {last[3]}"
        last = stands[0], at, label, number.text
    return ""


def _exchanged(text: str, own: list[Numbered]) -> str:
    """That two figures of one kind have changed places in a sentence, or an empty string."""
    places: dict[tuple[str, int], list[int]] = {}
    for figure in amounts(text):
        places.setdefault((figure.plain, figure.power), []).append(figure.at)
    last: dict[str, tuple[int, int, str]] = {}
    for line, number in own:
        for figure in amounts(number.text):
            at = places.get((figure.plain, figure.power), [])
            if len(at) == 1:
                before, above, shown = last.get(figure.sign, (0, line, ""))
                if at[0] < before:
                    told = f"{figure.shown} stands before {shown}, and docs/article.csv:{above}"
                    return f"{told} and {line} have them the other way round"
                last[figure.sign] = at[0], line, figure.shown
    return ""


def _other_moment(text: str, own: list[Numbered], section: list[Numbered]) -> str:
    """That a sentence tells a day, a month or a year where the figures of its claims tell another
    one, or an empty string.
    """
    printed = "\n".join(number.text for _, number in own)
    kinds = {one.kind for one in moments(printed)} | ({"day"} if days_told(printed) else set())
    known = "\n".join(number.text for _, number in section)
    for moment in moments(text) if kinds else ():
        if moment.kind in kinds and not is_told(moment, known):
            line, number = next(
                row for row in own if days_told(row[1].text) or any(moments(row[1].text))
            )
            told = f"the sentence tells of {moment.words}, and docs/article.csv:{line} of"
            return f"{told} {number.text}"
    return ""


RULES: tuple[Rule, ...] = (sentences_have_figures_as_printed, sentences_have_names_as_printed)
