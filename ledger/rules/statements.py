"""The rules for sentences of the article in our words: their figures are as it prints them."""

from collections.abc import Iterator

from ledger.amounts import amounts
from ledger.claim import PrintedNumber
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.moments import days_told, is_told, moments
from ledger.rules.article import lines_of


def sentences_have_figures_as_printed(content: Content) -> Iterator[Mistake]:
    """Figures of one kind, such as per cent, that name the claims of a sentence stand in our words
    for it in the order of the article; and where they tell days, months or years, those in our
    words are of its section.
    """
    ledger, file = content.ledger, content.file("statements.csv")
    numbers = [*zip(lines_of(content.printed.rows), ledger.printed, strict=True)]
    rows = zip(lines_of(content.statements.rows), ledger.statements, strict=True)
    for line, one in rows if numbers else ():
        section = [row for row in numbers if row[1].where == one.where]
        own = [row for row in section if row[1].claim_id in one.claim_ids]
        if told := _exchanged(one.text, own) or _other_moment(one.text, own, section):
            yield Mistake(file, line, f"{told}. Write it as the article does.")


def _exchanged(text: str, own: list[tuple[int, PrintedNumber]]) -> str:
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


def _other_moment(
    text: str, own: list[tuple[int, PrintedNumber]], section: list[tuple[int, PrintedNumber]]
) -> str:
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


RULES: tuple[Rule, ...] = (sentences_have_figures_as_printed,)
