"""Reading: from the folder `docs/` to a `Ledger`, checked and judged.

What reads something yields the mistakes that it meets and returns what could be read; none stops
the reading of the rest.
"""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from ledger.article import read_article, read_printed, read_statements, read_words
from ledger.cells import plain_words
from ledger.claim import UNCHECKED, Article, Claim, Ledger, PrintedNumber, Statement
from ledger.content import Content, Prose
from ledger.fields import Fields, read_fields
from ledger.files import Folder, fault_of_id
from ledger.forms import read_forms
from ledger.mistakes import Mistake, Telling, did_you_mean, few, gather
from ledger.names import Names, count_names, halves
from ledger.outline import fault_of_outline, has_outline
from ledger.pages import LINK, Page, fault_of_fields, front_matter, page_of, page_of_notebook
from ledger.pairs import Known, Pair, judged, read_pair
from ledger.reading import Source
from ledger.references import look_up
from ledger.rows import Reference, stand_in
from ledger.rules import RULES
from ledger.series import claim_of
from ledger.shapes import SourceEntry, shaped

HARMLESS = ("title", "description", "wide")  # fields of a page; MkDocs obeys others


def read_ledger(docs: Path | str) -> Ledger:
    """Read a folder of content, judge its claims and hold it to every rule.

    A claim that cannot be read is left out of `claims`, the rest is read all the same.
    Mistakes are sorted by place.
    """
    with _uncollected():
        content, mistakes = gather(_content(Folder(Path(docs))))
        for rule in RULES:
            mistakes += few(rule(content))
    return replace(content.ledger, mistakes=tuple(sorted(set(mistakes))))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles: reading makes very many objects, and none of them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _content(folder: Folder) -> Telling[Content]:
    """Everything that a folder holds, with its places."""
    docs = folder.docs
    paths = yield from folder.paths()
    forms = yield from read_forms()
    article = yield from read_article(folder)
    printed, printed_table = yield from read_printed(folder)
    statements, statement_table = yield from read_statements(folder)
    paragraphs, word_table = yield from read_words(folder)
    source_fields = yield from _fields_of_sources(folder)
    sources = yield from _sources(folder, source_fields)
    beside = (path for path in paths if path.parent == folder.claims)
    files = [path for path in beside if path.suffix in (".md", ".csv")]
    folder.renamed = halves(files)
    stems = sorted({claim_of(path) for path in files})
    begun = article and all(number.reason == UNCHECKED for number in printed)
    if not stems and not begun:
        told = "there are no claims here. Add a pair of files, <id>.md and <id>.csv."
        yield Mistake(folder.shown(folder.claims), 1, told)
    doubtful = not source_fields or source_fields.doubled or any(map(fault_of_id, sources))
    known = Known(folder, forms, article, None if doubtful else sources)
    pairs = {}
    for stem in stems:
        pairs[stem] = yield from read_pair(known, stem)
    prose = [pair.prose for pair in pairs.values() if pair.prose]
    pages, whole = yield from _pages(folder, paths)
    prose += [Prose(folder.shown(docs / one.path), one.body, one.body_line) for one in pages]
    names = _names(pairs, pages, prose, printed, statements)
    claims = yield from _claims(pairs, names)
    ordered = _in_order(claims, printed, article)
    ledger = Ledger(
        docs,
        article,
        printed,
        ordered,
        sources,
        pages,
        statements=statements,
        paragraphs=paragraphs,
    )
    return Content(
        ledger=ledger,
        folder=folder,
        stems=names.stems,
        names=names,
        fields={stem: pair.fields for stem, pair in pairs.items() if pair.fields},
        prose=tuple(prose),
        printed=printed_table,
        statements=statement_table,
        words_of_article=word_table,
        source_fields=source_fields,
        pages_whole=whole,
        forms=forms,
    )


def _names(
    pairs: Mapping[str, Pair],
    pages: tuple[Page, ...],
    prose: list[Prose],
    printed: tuple[PrintedNumber, ...],
    statements: tuple[Statement, ...],
) -> Names:
    """Which claims there are, and how often pages, tables and other claims name each."""
    drafts = {stem for stem, pair in pairs.items() if pair.claim and pair.claim.draft}
    rows = (row for pair in pairs.values() for row in pair.rows.found)
    named = count_names(
        (id for page in pages for call in page.calls for id in call.arguments or ()),
        (match[1] for one in prose for match in LINK.finditer(one.text)),
        (number.claim_id for number in printed),
        (id for statement in statements for id in statement.claim_ids),
        (row.claim_id for row in rows if isinstance(row, Reference)),
    )
    return Names(frozenset(pairs), frozenset(drafts), named)


def _claims(pairs: Mapping[str, Pair], names: Names) -> Telling[dict[str, Claim]]:
    """The claims that can be judged, each with its readings, those of other claims too."""
    tables = {stem: pair.rows for stem, pair in pairs.items()}
    claims = {}
    for stem, pair in pairs.items():
        readings = yield from look_up(stem, tables, names)
        if pair.claim and readings is not None and (readings or pair.claim.draft):
            claims[stem] = judged(pair.claim, readings)
    return claims


# ---------------------------------------------------------------- sources, and the order


def _fields_of_sources(folder: Folder) -> Telling[Fields | None]:
    """The fields of `docs/sources.yml`, or None when they cannot be read; it may have none yet."""
    path = folder.docs / "sources.yml"
    text = yield from folder.text(path)
    if not text:
        return None
    fields, mistakes = gather(read_fields(folder.shown(path), text, empty=True))
    sound = fields and not mistakes and has_outline(fields.data)
    if not sound and (fault := fault_of_outline(text)):  # one cause, in the place of all else
        yield Mistake(folder.shown(path), *fault)
        return None
    yield from mistakes
    return fields


def _sources(folder: Folder, fields: Fields | None) -> Telling[dict[str, Source]]:
    """The sources by id, each with a stand-in where its entry has a mistake."""
    if not fields:
        return {}
    file = folder.shown(folder.docs / "sources.yml")
    sources = {}
    for key, entry in fields.data.items():
        if remedy := fault_of_id(key):
            told = f"'{key}' cannot be a source's id. {remedy}"
            yield Mistake(file, fields.line((key,)), told)
        words, faults = shaped(SourceEntry, entry)
        for place, sentence in faults:
            yield Mistake(file, fields.line((key, *place)), f"source '{key}': {sentence}")
        sources[key] = Source(key, **words.model_dump()) if words else stand_in(key)
    return sources


def _in_order(
    claims: Mapping[str, Claim], printed: tuple[PrintedNumber, ...], article: Article | None
) -> dict[str, Claim]:
    """Claims by section, within one in the order in which the article prints their numbers, then by
    id.
    """
    first: dict[str, int] = {}
    for index, number in enumerate(printed):
        first.setdefault(number.claim_id, index)
    sections = {id: index for index, id in enumerate(article.sections if article else ())}

    def place(claim: Claim) -> tuple[int, int, str]:
        section = sections.get(claim.where, len(sections))
        return section, first.get(claim.id, len(printed)), claim.id

    return {claim.id: claim for claim in sorted(claims.values(), key=place)}


# ---------------------------------------------------------------- pages


def _pages(folder: Folder, paths: list[Path]) -> Telling[tuple[tuple[Page, ...], bool]]:
    """The pages other than claims, in the order of their names, and whether they are all."""
    found, whole = [], True
    for path in (one for one in paths if one.parent != folder.claims):
        name = path.relative_to(folder.docs).as_posix()
        if folder.claims in path.parents:
            if path.suffix in (".md", ".csv"):
                told = "claims lie in docs/claims itself, never in a folder below. Move it up."
                yield Mistake(folder.shown(path), 1, told)
        elif path.suffix == ".md" or name in folder.notebooks:
            text = yield from folder.text(path)
            page = (yield from _page(folder.shown(path), name, text)) if text else None
            whole = whole and page is not None
            found += [page] if page else []
    return tuple(found), whole


def _page(shown: str, name: str, text: str) -> Telling[Page | None]:
    """One page, or None when its front matter cannot be read."""
    if not name.endswith(".md"):
        return page_of_notebook(name, text)
    head, body, line = front_matter(text)
    if fault := fault_of_fields(text, head, body, line):
        yield Mistake(shown, *fault)
        return None
    if head is None:
        return page_of(name, {}, body, line)
    fields = yield from read_fields(shown, head, 2)
    meta = {}
    for field, words in fields.data.items() if fields else ():
        at = fields.line((field,)) if fields else line
        if field not in HARMLESS:
            near = did_you_mean(field, HARMLESS, f"Its fields are {', '.join(HARMLESS)}.")
            yield Mistake(shown, at, f"a page has no field '{field}'. {near}")
        elif not isinstance(words, str):
            yield Mistake(shown, at, f"'{field}' must be words. Put the value in double quotes.")
        elif field == "wide" and words not in ("true", "yes"):
            yield Mistake(shown, at, "'wide' is true, or is left out. Take it out.")
        else:
            try:
                meta[field] = plain_words(words)
            except ValueError as error:
                yield Mistake(shown, at, f"'{field}' {error}.")
    return page_of(name, meta, body, line) if fields else None
