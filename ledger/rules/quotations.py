"""The rules for words in quotation marks: somebody said them, and the site shows where."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from ledger import texts
from ledger.claim import Claim, Ledger
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.pages import BESIDE, story_of, without_code
from ledger.passages import quotes_of
from ledger.quotations import lost_words, plain_words, quotations
from ledger.reading import Reading, Source

ON_RECORD = ("claim", "searches")  # what the article says, and what a search found, word for word
RUN = 8  # words that two texts hardly share by chance
MOST = 60  # letters of a quotation that a message shows
STARS = "or take the marks off; a term stands in *stars*."
SAYING = re.compile(
    r"(?P<name>\b[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*) (?:had )?"
    r"(?:wr(?:ote|ites|itten)|sa(?:id|ys)|print(?:ed|s)|report(?:ed|s)|call(?:ed|s)|told|tells|spoke)\b"
)
REMEDY = f"Quote a source in a proof, word for word, or the article in docs/statements.csv; {STARS}"
PLAIN = REMEDY.replace(STARS, "or take the marks off.")  # for fields, which hold no Markdown


def quotations_are_on_record(content: Content) -> Iterator[Mistake]:
    """Words that the prose of a claim quotes stand in its own table, searches or sources, in what
    the article says by it, or in those of a claim that it links to; so do those in its fields and
    cells. A part of the story quotes what is on record with the claims that it tells, another page
    what is with any claim or source; and each of them the article.
    """
    if not content.sources_whole:
        return
    record = _Record(content.ledger)
    yield from _of_prose(content, record)
    yield from _of_fields(content, record)
    yield from _of_pages(content, record)


def _of_prose(content: Content, record: "_Record") -> Iterator[Mistake]:
    for claim in content.ledger.claims.values():
        text = without_code(claim.body)
        for at, words in quotations(text):
            linked = [claim.id, *BESIDE.findall(text)]
            if lost := lost_words(words, record.of(linked)):
                line = claim.body_line + text.count("\n", 0, at)
                yield Mistake(content.words(claim)[0], line, _told(lost, "this claim", REMEDY))


def quotations_are_of_whom_they_name(content: Content) -> Iterator[Mistake]:
    """Where the sentence of a quotation says that a source wrote it, as in `AP wrote that “…”`, one
    of the readings with these words is of this source, or speaks of it.
    """
    parties = {name for one in content.ledger.sources.values() for name in _names_of(one)}
    for claim in content.ledger.claims.values():
        text = without_code(claim.body)
        for at, words in quotations(text):
            begin = max(text.rfind(end, 0, at) + len(end) for end in (". ", "\n"))
            said = [one["name"] for one in SAYING.finditer(text[begin:at])]
            named = [name for one in said for name in parties if f" {one}".endswith(f" {name}")]
            rows = [row for row in claim.readings if named and _has(row, words)]
            told = " ".join(_about(row) for row in rows)
            if rows and not any(name in told for name in named):
                line = claim.body_line + text.count("\n", 0, at)
                whose = rows[0].source.named
                sentence = f"{named[-1]} is named for these words, and they are of {whose}"
                yield Mistake(content.words(claim)[0], line, f"{sentence}. Correct one.")


def same_words_are_of_one_source(content: Content) -> Iterator[Mistake]:
    """Two proofs that quote a run of the same words have a source in common, or one of them speaks
    of who said those of the other, as where two papers print one press release.
    """
    first: dict[str, tuple[Claim, Reading]] = {}
    for claim in content.ledger.claims.values():
        for row in claim.readings:
            quotes = quotes_of(row.proof) if row.proof and not row.of else ()
            shared = (first.setdefault(run, (claim, row)) for one in quotes for run in _runs(one))
            for other, there in shared:
                if there is not row and not (_speaks(row, there) or _speaks(there, row)):
                    named, own = (" ".join(one.id for one in some.sources) for some in (there, row))
                    place = f"line {there.line}"
                    if other is not claim:
                        place = f"{content.table(other)}:{there.line}"
                    told = f"'{own}' is quoted with words that {place} quotes from '{named}'"
                    remedy = "Correct one; or if both print them, say whose they are in the note."
                    yield Mistake(content.table(claim), row.line, f"{told}. {remedy}")
                    break


def _runs(quote: str) -> Iterator[str]:
    """The runs of words of a quote that two texts hardly share by chance."""
    words = plain_words(quote).split()
    return (" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _speaks(row: Reading, other: Reading) -> bool:
    """True when a reading is of a source of another one, or speaks of who says so there."""
    told = _about(row)
    return any(one in row.sources or one.named in told for one in other.sources)


def _names_of(source: Source) -> Iterator[str]:
    """The short names of who wrote and who published a source."""
    for words in (source.origin, source.publisher):
        if name := re.split(r"[,;(]", words or "")[0].strip():
            yield name


def _has(row: Reading, words: str) -> bool:
    return bool(row.proof) and not lost_words(words, [row.proof.text if row.proof else ""])


def _about(row: Reading) -> str:
    parties = [f"{one.title} {one.origin} {one.publisher} {one.note}" for one in row.sources]
    return " ".join([row.name, row.note, row.proof.text if row.proof else "", *parties])


def _of_fields(content: Content, record: "_Record") -> Iterator[Mistake]:
    """In the reason why no claim covers a sentence any sentence of the article may be quoted."""
    for text in (*texts.of_claims(content), *texts.of_readings(content), *_reasons(content)):
        for _, words in quotations(text.words):
            if text.name in ON_RECORD or len(text.words) <= len(words) + 2:
                continue  # marks around the whole are told by other rules
            known: Iterable[str] = record.article
            among = "the article's sentences"
            if isinstance(text.owner, Claim):
                known = (one for one in record.of([text.owner.id]) if one != text.words)
                among = "this claim"
            if lost := lost_words(words, known):
                sentence = f"'{text.name}': {_told(lost, among, PLAIN)}"
                yield Mistake(*text.place(content), sentence)


def _of_pages(content: Content, record: "_Record") -> Iterator[Mistake]:
    parts = story_of(content.ledger.pages)
    for page in content.ledger.pages if content.claims_whole else ():
        if not page.path.endswith(".md"):
            continue
        file, text = content.file(page.path), without_code(page.body)
        of_part = page.path in parts and bool(page.tells)
        among = "the claims that this page tells" if of_part else "any claim"
        for at, words in quotations(text):
            if lost := lost_words(words, record.around(page.tells if of_part else None)):
                line = page.body_line + text.count("\n", 0, at)
                yield Mistake(file, line, _told(lost, among, REMEDY))
        for name, field in page.meta.items():
            for _, words in quotations(field):
                if lost := lost_words(words, record.around(page.tells if of_part else None)):
                    line = content.field_line(page.path, name)
                    yield Mistake(file, line, f"'{name}': {_told(lost, among, PLAIN)}")


class _Record:
    """What the site has of what was said: of a claim, of the article, of all sources."""

    def __init__(self, ledger: Ledger) -> None:
        self._claims = ledger.claims
        self._found: dict[str, list[str]] = {}
        self._said: dict[str, list[str]] = {}
        for statement in ledger.statements:
            for id in statement.claim_ids:
                self._said.setdefault(id, []).append(statement.text)
        title = [ledger.article.title] if ledger.article else []
        self.article = [*title, *(statement.text for statement in ledger.statements)]
        self._sources = ledger.sources.values()

    def around(self, ids: Iterable[str] | None) -> list[str]:
        """What the article says, and is on record with these claims; else with all, and sources."""
        if ids is not None:
            return [*self.article, *self.of(ids)]
        named = ((one.title, one.date, one.read or "", one.note or "") for one in self._sources)
        return [*self.article, *self.of(self._claims), *chain.from_iterable(named)]

    def of(self, ids: Iterable[str]) -> list[str]:
        """What is on record with these claims."""
        return [words for id in ids for words in self._of(id)]

    def _of(self, id: str) -> list[str]:
        if id not in self._found:
            claim = self._claims.get(id)
            self._found[id] = [*self._said.get(id, []), *_words_of(claim)] if claim else []
        return self._found[id]


def _words_of(claim: Claim) -> Iterator[str]:
    """All that a claim has of what others said: not its title, its notes and its history."""
    yield claim.sentence
    for search in claim.searches:
        yield from (search.index, search.words, search.found or "")
    for row in claim.readings:
        yield from (row.name, row.proof.text if row.proof else "")
        yield from (cell for cell in row.extra.values() if isinstance(cell, str))
    for source in claim.sources.values():
        yield from (source.title, source.by, source.publisher)


def _reasons(content: Content) -> Iterator[texts.Text]:
    return (text for text in texts.of_article(content) if text.name == "reason")


def _told(words: str, among: str, remedy: str) -> str:
    shown = words if len(words) <= MOST else f"{words[:MOST].rstrip()}…"
    return f"“{shown}” are quoted, and nothing of {among} has these words. {remedy}"


RULES: tuple[Rule, ...] = (
    quotations_are_on_record,
    quotations_are_of_whom_they_name,
    same_words_are_of_one_source,
)
