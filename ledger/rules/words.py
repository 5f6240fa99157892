"""The rules for the words of the article: each number stands at a word that can hold it."""

from collections.abc import Iterator
from itertools import pairwise

from ledger.claim import PrintedNumber
from ledger.content import Content, Rule
from ledger.mistakes import Mistake

MOST_MARKS = 3  # around a number, such as brackets and a comma
FEW = 2  # numbers at a wrong word may each be a slip of its own
MOVES = (1, -1, 2, -2, 3, -3)  # words by which places move where lengths are lost or added


def words_are_in_order(content: Content) -> Iterator[Mistake]:
    """A number of the article stands at no earlier word than the one before, and at one of its
    section.
    """
    file, ledger = content.file("article.csv"), content.ledger
    rows = [*_placed(content)]
    for (_, before), (line, number) in pairwise(rows):
        if (number.at or 0) < (before.at or 0):
            told = f"word {number.at} comes before word {before.at} of a line above"
            yield Mistake(file, line, f"{told}. Keep the article's order.")
    homes = [one.where for one in ledger.paragraphs for _ in one.lengths]
    known = homes and content.words_of_article.whole and not _first_moved(content)
    for line, number in rows if known else ():
        if number.at and number.at > len(homes):
            told = f"the article has {len(homes)} words by docs/words.csv, so there is no word"
            yield Mistake(file, line, f"{told} {number.at}. Correct one.")
        elif number.at and homes[number.at - 1] != number.where:
            told = f"word {number.at} stands in '{homes[number.at - 1]}' by docs/words.csv"
            yield Mistake(file, line, f"{told}, not in '{number.where}'. Correct one.")


def words_are_as_long_as_figures(content: Content) -> Iterator[Mistake]:
    """The word at which a number of the article stands is as long as what is printed there; where a
    blank or a sign of per cent shows that it ends there, it holds only marks besides. Where all
    numbers from one on would stand well if a length were there more or less, that is what is told.
    """
    if not content.words_of_article.whole:
        return
    if moved := _first_moved(content):
        line, number, by = moved
        words = "a length was" if abs(by) == 1 else f"{abs(by)} lengths were"
        words += " lost" if by < 0 else " added"
        told = f"from word {number.at} on all numbers of docs/article.csv stand {abs(by)} off"
        told += f", so {words} in this line or below it, before that word"
        remedy = "Compare the lengths with the article."
        yield Mistake(content.file("words.csv"), line, f"{told}. {remedy}")
        return
    lengths = _lengths(content)
    for line, number in _placed(content):
        if not _fits(number, lengths, 0) and number.at and number.at <= len(lengths):
            first = number.text.split(" ")[0]
            told = f"word {number.at} has {lengths[number.at - 1]} letters by docs/words.csv"
            told += f", and '{first}' has {len(first)}"
            remedy = "Count again, or leave the cell empty."
            yield Mistake(content.file("article.csv"), line, f"{told}. {remedy}")


def _placed(content: Content) -> Iterator[tuple[int, PrintedNumber]]:
    """The numbers of the article whose word is given, each with its line."""
    for (line, _), number in zip(content.printed.rows, content.ledger.printed, strict=True):
        if number.at:
            yield line, number


def _lengths(content: Content) -> list[int]:
    return [one for paragraph in content.ledger.paragraphs for one in paragraph.lengths]


def _fits(number: PrintedNumber, lengths: list[int], by: int) -> bool:
    """True when a number can be printed at its word, or at one so many words on."""
    first, *rest = number.text.split(" ")
    at = (number.at or 0) + by
    if not 0 < at <= len(lengths):
        return not by  # another rule tells that there is no such word
    more = lengths[at - 1] - len(first)
    return more >= 0 and (more <= MOST_MARKS or not (rest or first.endswith("%")))


def _first_moved(content: Content) -> tuple[int, PrintedNumber, int] | None:
    """Where all numbers from one on stand some words off: the line of the lengths behind the last
    number that stands well and would not when it were moved too, the first that is off, and by how
    much.
    """
    lengths, numbers = _lengths(content), [number for _, number in _placed(content)]
    off = [at for at, number in enumerate(numbers) if not _fits(number, lengths, 0)]
    if len(off) <= FEW or not content.words_of_article.whole:
        return None
    for by in MOVES:
        if all(_fits(number, lengths, by) for number in numbers[off[0] :]):
            kept = [one.at or 0 for one in numbers[: off[0]] if not _fits(one, lengths, by)]
            ends, table = 0, content.words_of_article.rows
            for (line, _), paragraph in zip(table, content.ledger.paragraphs, strict=True):
                ends += len(paragraph.lengths)
                if ends > max(kept, default=0):
                    return line, numbers[off[0]], by
    return None


RULES: tuple[Rule, ...] = (words_are_in_order, words_are_as_long_as_figures)
