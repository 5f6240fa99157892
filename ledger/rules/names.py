"""The rules for names: they are spelt as elsewhere, and a title names what its claim tells of."""

import re
from collections import Counter
from collections.abc import Iterator

from ledger import texts
from ledger.claim import Claim
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.pages import without_code
from ledger.quotations import shown_words

NAME = re.compile(r"\b[A-Z][a-z]{4,}\b(?![/-])")  # long enough that a slip shows
OFTEN = 3  # places where a name stands that another one may be a slip of
ANY_NAME = re.compile(r"(?<![\w.])[A-Z]\w*[A-Za-z]")


def names_are_spelt_alike(content: Content) -> Iterator[Mistake]:
    """In our words no name stands in one place alone, of all that was read, that is one letter off
    another name which stands in several; an end such as that of Austrian is none.
    """
    prose = [(one, shown_words(without_code(one.text))) for one in content.prose]
    every = (texts.of_claims, texts.of_readings, texts.of_article)
    cells = [text for some in every for text in some(content) if text.name != "searches"]
    whole = "\n".join(
        [*(text for _, text in prose), *(text.words for text in cells), *_of_others(content)]
    )
    found = Counter(NAME.findall(whole))
    often: dict[tuple[str, int], list[str]] = {}  # by the first letter and the length
    for name, count in found.items():
        for length in range(len(name) - 1, len(name) + 2) if count >= OFTEN else ():
            often.setdefault((name[0], length), []).append(name)
    for name in (name for name, count in found.items() if count == 1):
        near = often.get((name[0], len(name)), ())
        meant = next((one for one in near if _is_slip(name, one)), "")
        if meant and any(f" {one.lower()}" in whole for one in (name, meant)):
            continue  # a word, no name
        told = f"'{name}' stands here alone, and '{meant}' in {found[meant]} places"
        remedy = "Correct it; or if it is a name of its own, say in a note whose."
        for one, text in prose if meant else ():
            if match := re.search(rf"\b{name}\b", text):
                line = one.line + text.count("\n", 0, match.start())
                yield Mistake(one.file, line, f"{told}. {remedy}")
        for cell in cells if meant else ():
            if name in NAME.findall(cell.words):
                yield Mistake(*cell.place(content), f"'{cell.name}': {told}. {remedy}")


def _is_slip(name: str, other: str) -> bool:
    """True when one letter is too many, too few, another, or exchanged with the next."""
    if name[:2] != other[:2] and name[-2:] != other[-2:]:  # nearly all, fast
        return False
    if name.startswith(other) or other.startswith(name):
        return False
    at = next(at for at, (one, two) in enumerate(zip(name, other, strict=False)) if one != two)
    rest, right = name[at:], other[at:]
    exchanged = rest[:2] == right[1::-1] and rest[2:] == right[2:]
    return exchanged or rest[1:] == right[1:] or rest[1:] == right or rest == right[1:]


def _of_others(content: Content) -> Iterator[str]:
    """What is not ours to spell."""
    for claim in content.ledger.claims.values():
        yield from (row.proof.text for row in claim.readings if row.proof)
        for search in claim.searches:
            yield from (search.index, search.words, search.found or "")
    for source in content.ledger.sources.values():
        yield from (source.title, source.by, source.publisher, source.note or "")


def titles_name_what_is_told(content: Content) -> Iterator[Mistake]:
    """A name in the title of a claim that labels or subjects of others have, too, stands somewhere
    else in this claim: in its fields, its prose, its table or its sources.
    """
    claims = content.ledger.claims.values()
    known = {
        name
        for claim in claims
        for words in (claim.label, claim.subject)
        for name in ANY_NAME.findall(words or "")
    }
    said: dict[str, list[str]] = {}
    for one in content.ledger.statements:
        for id in one.claim_ids:
            said.setdefault(id, []).append(one.text)
    for claim in claims:
        own = ""
        for name in dict.fromkeys(ANY_NAME.findall(claim.title)):
            if name in known:
                own = own or " ".join([*_words_of(claim), *said.get(claim.id, [])]).casefold()
                if name.casefold() not in own:
                    told = f"'title': nothing of this claim tells of {name}"
                    remedy = "Correct it, or add what tells of it."
                    yield Mistake(*content.words(claim, "title"), f"{told}. {remedy}")


def _words_of(claim: Claim) -> Iterator[str]:
    yield from (claim.sentence, claim.label or "", claim.subject or "", claim.measure or "")
    yield from (claim.body, claim.settle or "", claim.unit)
    for row in claim.readings:
        yield from (row.name, row.note, row.proof.text if row.proof else "")
        yield from map(str, row.extra.values())
    for source in claim.sources.values():
        yield from (source.title, source.by, source.publisher, source.note or "")


RULES: tuple[Rule, ...] = (names_are_spelt_alike, titles_name_what_is_told)
