"""An article's text, taken apart: its sections, paragraphs, sentences, words and printed numbers.

Everything here is worked out from the text alone. A word is what stands between white space, and
words are counted from 1 over the whole text, headings included.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from tools.new.numbers import FOOTNOTE, LIST, NOTE, Run, list_mark, runs
from tools.new.paragraphs import Paragraph, paragraphs
from tools.new.sentences import language_of, spelled, split

BESIDE = 30  # letters on each side of a number in words
SHORTEST_POINT = 40  # words; shorter ones are items of a list, and no sections of their own


@dataclass(frozen=True)
class Sentence:
    """A sentence: its section, its number there, and how many words it has."""

    where: str
    number: int
    words: int


@dataclass(frozen=True)
class Printed:
    """A printed number: its section, its first word, and why it is ignored, or nothing.

    `beside` is a number in words with the words around it.
    """

    where: str
    text: str
    at: int
    reason: str
    beside: str = ""


@dataclass(frozen=True)
class ArticleText:
    """A text taken apart; `sections` are names by id, in order.

    `spelled` are numbers in words: whether one is a figure, only a person can tell.
    """

    title: str
    language: str
    sections: dict[str, str]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    numbers: tuple[Printed, ...]
    spelled: tuple[Printed, ...]


def take_apart(text: str, names: Sequence[str] = ()) -> ArticleText:
    """Take a text apart; `names` are names known to hold digits, like S&P 500."""
    plain = paragraphs(text)
    title = plain[0].text if plain and plain[0].heading else ""
    language = language_of(text)
    sections, placed = _sections(plain)
    found = _with_footnotes(_runs(placed, names, language))
    words = ((p, *match) for p in placed for match in spelled(p.text, language))
    return ArticleText(
        title=_name_of(title) if title else "",
        language=language,
        sections=sections,
        paragraphs=tuple(placed),
        sentences=tuple(_sentences(placed)),
        numbers=tuple(Printed(p.where, run.text, p.at(run.start), run.reason) for p, run in found),
        spelled=tuple(
            Printed(p.where, text, p.at(start), "", _beside(p.text, start, start + len(text)))
            for p, text, start in words
        ),
    )


def _beside(text: str, start: int, end: int) -> str:
    """Words of a text with those around them, as far as they fit."""
    before = text[:start][-BESIDE:].rpartition("\n")[2]
    after = text[end:][:BESIDE].partition("\n")[0]
    if start > BESIDE:
        before = f"…{before.partition(' ')[2]}"
    if len(text) - end > BESIDE:
        after = f"{after.rpartition(' ')[0]}…"
    return f"{before}{text[start:end]}{after}".strip()


# ---------------------------------------------------------------- sections


def _sections(plain: list[Paragraph]) -> tuple[dict[str, str], list[Paragraph]]:
    """The sections, and the paragraphs with their section and the number of their first word."""
    titled = bool(plain) and plain[0].heading
    parts: list[list[Paragraph]] = [[]]
    for paragraph in plain[titled:]:
        if paragraph.heading:
            parts.append([])
        parts[-1].append(paragraph)
    parts = [part for part in parts if part]
    sections: dict[str, str] = {}
    placed: list[Paragraph] = []
    for part in parts:
        whole = "Introduction" if len(parts) > 1 else "The text"
        name = _name_of(part[0].text) if part[0].heading else whole
        stem = _unused(_slug(name) or f"part-{len(sections) + 1}", sections)
        for point, paragraph in zip(_points(part), part, strict=True):
            where = f"{stem}-{point}" if point else stem
            sections.setdefault(where, f"{name}, point {point}" if point else name)
            placed.append(replace(paragraph, where=where))
    if titled:
        sections = sections or {"text": "The text"}
        placed.insert(0, replace(plain[0], where=next(iter(sections))))
    counts = accumulate((len(paragraph.lengths) for paragraph in placed), initial=1)
    return sections, [replace(p, first=first) for p, first in zip(placed, counts, strict=False)]


def _points(part: list[Paragraph]) -> list[int]:
    """The number of the point of each paragraph; 0 before the first, and in a short list."""
    points, point = [], 0
    for paragraph in part:
        mark = list_mark(paragraph.text)
        if mark and not paragraph.heading and re.sub(r"\D", "", mark["mark"]) == str(point + 1):
            point += 1
        points.append(point)
    words = sum(len(p.lengths) for p, point in zip(part, points, strict=True) if point)
    if point < 2 or words < SHORTEST_POINT * point:
        return [0] * len(part)
    # A heading with nothing of its own belongs to its first point.
    return [
        1 if part[0].heading and points[1:2] == [1] and at == 0 else n
        for at, n in enumerate(points)
    ]


def _name_of(heading: str) -> str:
    """A heading without its number, its marks and its colon."""
    mark = list_mark(heading, heading=True)
    name = re.sub(r"[*_`<>]+|\[\^?\d+\]", "", heading[mark.end() :] if mark else heading)
    return re.sub(r"\s+", " ", name).strip(" :#") or heading


def _slug(name: str) -> str:
    """A name as an id: small letters, digits and hyphens, of five words at most."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("’", "'"))
    plain = re.sub(r"['\u0300-\u036f]", "", plain.lower())
    return "-".join(re.findall("[a-z0-9]+", plain)[:5])


def _unused(stem: str, sections: dict[str, str]) -> str:
    """An id that no section has yet."""
    taken = {*sections, *(re.sub(r"-\d+$", "", known) for known in sections)}
    return next(
        name
        for n in range(1, 10_000)
        if (name := f"{stem}-part-{n}" if n > 1 else stem) not in taken
    )


# ---------------------------------------------------------------- sentences


def _sentences(placed: list[Paragraph]) -> Iterator[Sentence]:
    """The sentences of the paragraphs, numbered within their section; headings are none."""
    numbers: dict[str, int] = {}
    for where, text in _flowing(placed):
        for sentence in split(text):
            numbers[where] = numbers.get(where, 0) + 1
            yield Sentence(where, numbers[where], len(sentence.split()))


def _flowing(placed: list[Paragraph]) -> list[tuple[str, str]]:
    """The paragraphs as running text: one that was cut within a sentence goes on in the next."""
    flowing: list[tuple[str, str]] = []
    for paragraph in placed:
        if paragraph.heading:
            continue
        text, last = paragraph.text, flowing[-1] if flowing else ("", "")
        cut = last[0] == paragraph.where and not re.search(
            r"[.!?:…。][”\"’»)\]\d¹²³⁰-⁹]*$", last[1]
        )
        if cut and not list_mark(text) and (text[0].isdigit() or text[0].islower()):
            flowing[-1] = (last[0], f"{last[1]} {text}")
        else:
            flowing.append((paragraph.where, text))
    return flowing


# ---------------------------------------------------------------- numbers

NOTES = re.compile(
    r"(?i:(?:foot|end)?notes|references|sources|bibliography|works cited|further reading"
    r"|anmerkungen|fu(?:ß|ss)noten|quellen|einzelnachweise|literatur\w*|notes et références|sources"
    r"|références|notas|referencias|fuentes|note|fonti|riferimenti)"
)


def _runs(
    placed: list[Paragraph], names: Sequence[str], language: str
) -> Iterator[tuple[Paragraph, Run]]:
    """Every run of digits with its paragraph; marks of footnotes are known by their order."""
    notes = False
    for paragraph in placed:
        if paragraph.heading:
            notes = bool(NOTES.fullmatch(_name_of(paragraph.text)))
        mark = list_mark(paragraph.text, paragraph.heading)
        begins = [Run(mark["mark"], mark.start("mark"), LIST)] if mark else []
        found = list(runs(paragraph.text, names, language == "de", mark.end() if mark else 0))
        noted = notes or bool(found and found[0].reason == FOOTNOTE and found[0].start == 0)
        for run in [*begins, *found]:
            yield paragraph, replace(run, reason=run.reason or NOTE) if noted else run


def _with_footnotes(
    found: Iterator[tuple[Paragraph, Run]],
) -> Iterator[tuple[Paragraph, Run]]:
    """Tell marks of footnotes that stick to a word or a number: share.12 The, growth13, 2019.14."""
    last = 0
    for paragraph, run in found:
        before, mark = _stuck(paragraph.text, run, last + 1)
        if run.reason == FOOTNOTE:
            last = max(last, int(re.sub(r"\D", "", _plain(run.text))[-3:] or 0))
        elif mark:
            last = int(mark)
            if before and before[0].isdigit():
                yield paragraph, Run(before, run.start)
            run = Run(mark, run.end - len(mark), FOOTNOTE)
        yield paragraph, run


def _stuck(text: str, run: Run, due: int) -> tuple[str, str]:
    """A run parted into what it is and the footnote mark that sticks to it; none is empty."""
    ahead = text[max(0, run.start - 20) : run.start]
    if re.fullmatch(r"\d{1,3}", run.text) and not run.reason:
        loose = re.search(r"(?:[^\W\d]{4}|[%)])[.,;:!?]$|[.,!?%\w][”\"’»]$", ahead)
        due_here = run.text == str(due) and re.search(r"[^\W\d][.,;:!?”\"’»)]+$", ahead)
        return "", run.text if loose or due_here else ""
    parted = re.fullmatch(
        r"(?P<word>[^\W\d_A-Z]{3,})(?P<mark>\d{1,3})"
        r"|(?P<number>(?:1\d|20)\d\d|\d{1,3}(?:,\d{3})+)[.,](?P<after>\d{1,2})",
        run.text,
    )
    if not parted or str(due) not in (parted["mark"], parted["after"]):
        return "", ""
    ends = re.match(r"\s+[“\"]?[^\W\da-z]|\s*$", text[run.end :])
    return parted["word"] or parted["number"], str(due) if parted["word"] or ends else ""


def _plain(text: str) -> str:
    """Raised digits as plain ones."""
    return unicodedata.normalize("NFKC", text)
