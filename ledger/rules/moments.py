"""The rules for days, years and hours that prose tells: they are among those on record."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from ledger.claim import Claim
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.moments import PAGE, Moment, is_told, moments
from ledger.pages import BESIDE, FIGURES, PARAGRAPH, TELLING, Page, placed, without_code
from ledger.pages import LINK as TO_CLAIM
from ledger.quotations import shown_words
from ledger.rules.calendar import strange_days, words_about

SECTION = re.compile(r"^## ", re.MULTILINE)
REMEDY = "Correct it, or add what tells of it."


def moments_are_on_record(content: Content) -> Iterator[Mistake]:
    """A day, a month, a year or an hour in the prose of a claim, its title and its label stands in
    its readings, its searches or what its sources are called, or in those of a claim that the prose
    links to; on a page that shows claims in those that its paragraph links to, else in any that the
    page tells, as in its fields; or in the article. The days of pages, of searches and of checks
    are none of the story: prose may name one of ours whole, and no more.
    """
    if not content.sources_whole:
        return
    record = _Record(content)
    for claim in content.ledger.claims.values():
        file, text = content.words(claim)[0], without_code(claim.body)
        ids = [claim.id, *BESIDE.findall(text)]
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
        for line, moment in _of_others(page, text, record):
            told = f"the claims that this paragraph links to tell nothing of {moment.words}"
            yield Mistake(file, line, f"{told}. Correct it, or link to a claim that does.")
        for name, words in page.meta.items():
            for _, moment in _lost(words, 1, record, ids, tuple):
                line = content.field_line(page.path, name)
                yield Mistake(file, line, f"'{name}': {_sentence(moment, among)}")


class _Record:
    """All that the site has of a claim but its prose, and of the article, as one text each; and
    the days of our own work on it.
    """

    def __init__(self, content: Content) -> None:
        self._ledger = content.ledger
        self._found: dict[str, tuple[str, str]] = {}
        self._said: dict[str, list[str]] = {}
        for one in content.ledger.statements:
            for id in ("", *one.claim_ids):
                self._said.setdefault(id, []).append(one.text)

    def tells(self, moment: Moment, id: str) -> bool:
        """True when a moment is on record with a claim; with the article without an id."""
        if id not in self._found:
            claim = self._ledger.claims.get(id)
            words = _words_of(claim) if claim else []
            said = [*self._said.get(id, [])]
            if not id and self._ledger.article:
                said += [self._ledger.article.date, self._ledger.article.title]
            own = " ".join(map(str, _own_days(claim))) if claim else ""
            self._found[id] = "\n".join([*words, *said]), own
        story, own = self._found[id]
        return is_told(moment, story) or (moment.kind == "day" and is_told(moment, own))


def _words_of(claim: Claim) -> Iterator[str]:
    yield claim.sentence
    yield from (claim.measure or "", claim.settle or "", claim.stated.text if claim.stated else "")
    yield from (left.why for left in claim.not_judged)
    for search in claim.searches:
        yield from (search.words, search.found or "")
    for row in claim.readings:
        yield from (row.name, row.value.text, row.note)
        proof = row.proof.text if row.proof else ""
        yield PAGE.sub("", proof) if "a page of" in proof else proof
        yield from map(str, row.extra.values())
    for source in claim.sources.values():
        yield from (source.title, source.note or "")
    yield from (str(day.date) for day in claim.days)


def _own_days(claim: Claim) -> Iterator[date]:
    yield from (change.date for change in claim.history)
    yield from (search.date for search in claim.searches)
    yield from (day for day in (claim.checked, claim.next) if day)


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
        known = any(record.tells(moment, id) for id in ids)
        if not known and not any(at == moment.at for at, _ in strange_days(text, about)):
            yield first_line + text.count("\n", 0, moment.at), moment


def _of_others(page: Page, text: str, record: _Record) -> Iterator[tuple[int, Moment]]:
    """What a paragraph of a page tells of days, years and hours that is on record with claims of
    the page, and with none of those that the paragraph links to, if it links to any, nor of those
    that a block of its section shows.
    """
    for line, match in placed(PARAGRAPH, text, page.body_line):
        linked = TO_CLAIM.findall(match.group())
        for moment in moments(shown_words(match.group())) if linked else ():
            ids = ["", *linked, *_shown(page, text, match.start())]
            known = any(record.tells(moment, id) for id in ids)
            if not known and any(record.tells(moment, id) for id in page.tells):
                yield line + match.group().count("\n", 0, moment.at), moment


def _shown(page: Page, text: str, at: int) -> Iterator[str]:
    """The claims that blocks show in the section of a place of a page's text."""
    heads = [match.start() for match in SECTION.finditer(text)]
    begin = max((head for head in heads if head <= at), default=0)
    end = min((head for head in heads if head > at), default=len(text))
    first, last = (page.body_line + text.count("\n", 0, one) for one in (begin, end))
    for call in page.calls:
        if first <= call.line <= last and call.name in TELLING:
            yield from call.arguments or ()


def _sentence(moment: Moment, among: str) -> str:
    return f"nothing of {among} tells of {moment.words}. {REMEDY}"


RULES: tuple[Rule, ...] = (moments_are_on_record,)
