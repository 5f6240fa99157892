"""The rules for days, years and hours that prose tells: they are among those on record."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from ledger.claim import Claim
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.moments import Moment, is_told, moments
from ledger.pages import FIGURES, without_code
from ledger.quotations import shown_words
from ledger.rules.calendar import strange_days, words_about

LINK = re.compile(r"\]\(([\w-]+)\.md\b")  # from one claim to another
REMEDY = "Correct it, or add what tells of it."


def moments_are_on_record(content: Content) -> Iterator[Mistake]:
    """A day, a year or an hour in the prose of a claim, its title and its label stands in its
    readings, its searches or its sources, or in those of a claim that the prose links to; on a page
    that shows claims, and in its fields, in those of claims that it tells, or in the article.
    """
    record = _Record(content)
    for claim in content.ledger.claims.values():
        file, text = content.words(claim)[0], without_code(claim.body)
        ids = [claim.id, *LINK.findall(text)]
        about = partial(words_about, content, claim, text)
        for line, moment in _lost(text, claim.body_line, record, ids, about):
            yield Mistake(file, line, _sentence(moment, "this claim"))
        for name, words in (("title", claim.title), ("label", claim.label or "")):
            for _, moment in _lost(words, 1, record, [claim.id], tuple):
                sentence = f"'{name}': {_sentence(moment, 'this claim')}"
                yield Mistake(*content.words(claim, name), sentence)
    among = "the claims of this page"
    for page in content.ledger.pages if content.claims_whole else ():
        if not page.path.endswith(".md") or not any(call.name in FIGURES for call in page.calls):
            continue
        file, text, ids = content.file(page.path), without_code(page.body), ["", *page.tells]
        about = partial(words_about, content, None, text)
        for line, moment in _lost(text, page.body_line, record, ids, about):
            yield Mistake(file, line, _sentence(moment, among))
        for name, words in page.meta.items():
            for _, moment in _lost(words, 1, record, ids, tuple):
                line = content.field_line(page.path, name)
                yield Mistake(file, line, f"'{name}': {_sentence(moment, among)}")


class _Record:
    """All that the site has of a claim but its prose, and of the article, as one text each."""

    def __init__(self, content: Content) -> None:
        self._ledger = content.ledger
        self._found: dict[str, str] = {}

    def of(self, id: str) -> str:
        """What is on record with a claim; of the article without an id."""
        if id not in self._found:
            claim = self._ledger.claims.get(id)
            words = _words_of(claim) if claim else []
            said = [one.text for one in self._ledger.statements if not id or id in one.claim_ids]
            if not id and self._ledger.article:
                said += [self._ledger.article.date, self._ledger.article.title]
            self._found[id] = "\n".join([*words, *said])
        return self._found[id]


def _words_of(claim: Claim) -> Iterator[str]:
    yield claim.sentence
    yield from (claim.measure or "", claim.settle or "", claim.stated.text if claim.stated else "")
    yield from (str(change.date) for change in claim.history)
    yield from (str(day) for day in (claim.checked, claim.next) if day)
    yield from (left.why for left in claim.not_judged)
    for search in claim.searches:
        yield from (str(search.date), search.words, search.found or "")
    for row in claim.readings:
        yield from (row.name, row.value.text, row.note, row.proof.text if row.proof else "")
        yield from map(str, row.extra.values())
    for source in claim.sources.values():
        yield from (source.title, source.date, source.note or "", source.read or "")
    yield from (str(day.date) for day in claim.days)


def _lost(
    text: str,
    first_line: int,
    record: _Record,
    ids: Iterable[str],
    about: Callable[[], Iterable[str]],
) -> Iterator[tuple[int, Moment]]:
    """What a text tells of days, years and hours that is not on record, each with its line; but for
    the days that the calendar tells.
    """
    for moment in moments(shown_words(text)):
        known = any(is_told(moment, record.of(id)) for id in ids)
        if not known and not any(at == moment.at for at, _ in strange_days(text, about)):
            yield first_line + text.count("\n", 0, moment.at), moment


def _sentence(moment: Moment, among: str) -> str:
    return f"nothing of {among} tells of {moment.words}. {REMEDY}"


RULES: tuple[Rule, ...] = (moments_are_on_record,)
