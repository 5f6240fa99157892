"""The article as an X-ray: a grey bar for each word, and each printed number in its true place.

What a word says is never known here, only how long it is.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import altair as alt

from charts import labels, marks, theme
from charts.passages import Extract, Number, Passage
from charts.theme import Frame

LETTER = {"wide": 2.6, "narrow": 2.25, "strip": 4.0}  # px of a letter: sets a line's length
PITCH = {"wide": 8, "narrow": 7}  # px from one line of words to the next
LOUD = 18  # px of a line with numbers
APART = 1.0  # lines between paragraphs
NAMED = 20  # px of the name of a section
BETWEEN = 28  # px between two columns
SIZE = 12  # px of a number's type
CHIP = 16  # px of a number's height
SIGN = 10  # px of a verdict's sign
DRAFT = "draft"  # in place of a verdict, which a draft has not
MEASURE = (
    "A grey bar is a word of the article; a printed number stands in its place, by its verdict"
)


# ---------------------------------------------------------------- the picture


def draw(text: Extract, frame: Frame) -> alt.LayerChart:
    """Lines of grey bars and numbers; the whole article stands in two columns, where they fit."""
    two = text.whole and not frame.narrow
    width = (frame.width - BETWEEN) / 2 if two else frame.width
    letter = LETTER[frame.name if two or frame.narrow else "strip"]
    page = _Page(width / letter, letter, PITCH[frame.name], width + BETWEEN)
    for column in _columns(text.passages, page) if two else [text.passages]:
        page.set(column)
    lines, tall = page.bottom, page.bottom * page.pitch
    across = alt.Scale(domain=[0, frame.width / letter], nice=False)
    down = alt.Scale(domain=[lines, 0], nice=False, zero=False)
    x, y = alt.X("letters:Q", axis=None, scale=across), alt.Y("line:Q", axis=None, scale=down)
    size = {"width": frame.width, "height": tall, "padding": 0, "autosize": "none"}
    return marks.together(_layers(page), {"x": x, "y": y}, **size)


def _layers(page: "_Page") -> Iterator[alt.Chart]:
    words = alt.Chart(alt.InlineData(values=page.words)).mark_line(style="word")
    yield words.encode(order=alt.OrderValue(None))
    if page.heads:
        heads = alt.Chart(alt.InlineData(values=page.heads)).mark_text(
            style="tick-text", align="left"
        )
        yield heads.encode(text=alt.Text("head:N"))
    if not page.numbers:
        return
    names = [*theme.SIGNS, DRAFT]
    colours = [theme.colour("muted" if name == DRAFT else name) for name in names]
    numbers = alt.Chart(alt.InlineData(values=page.numbers))
    chip = numbers.encode(alt.X2("end"))
    shades = alt.Scale(domain=names, range=colours)
    shapes = alt.Scale(domain=[*theme.SIGNS], range=[*theme.SIGNS.values()])
    colour = alt.Color("verdict:N", legend=None, scale=shades)
    shape = alt.Shape("verdict:N", legend=None, scale=shapes)
    # A sign is a path in a square of 16, which begins where its mark stands.
    side = (2 * SIGN / 16) ** 2
    sign = numbers.transform_filter(alt.datum.verdict != DRAFT).mark_point(
        style="chip", size=side, xOffset=4, yOffset=-SIGN / 2, strokeWidth=0
    )
    yield chip.mark_bar(cornerRadius=3, size=CHIP, orient="horizontal").encode(colour)
    yield sign.encode(shape)
    text = numbers.mark_text(style="chip-text", align="left", dx=SIGN + 7)
    yield text.encode(text=alt.Text("text:N"))
    yield chip.mark_bar(style="row", size=CHIP, orient="horizontal").encode(href=alt.Href("href:N"))


def _width(number: Number) -> float:
    """The px that a number needs, with its sign."""
    return labels.width(number.text, bold=True, size=SIZE) * 1.06 + SIGN + 14


def _columns(parts: Sequence[Passage], page: "_Page") -> tuple[Sequence[Passage], ...]:
    """The paragraphs in two columns of about the same height."""
    tall = [_Page(page.letters, page.letter, page.pitch, 0).set([part]).bottom for part in parts]
    whole = sum(tall)
    cut = min(
        range(1, len(parts) + 1), key=lambda cut: max(sum(tall[:cut]), whole - sum(tall[:cut]))
    )
    return parts[:cut], parts[cut:]


class _Page:
    """Words and numbers set in lines, column by column, in letters and lines."""

    def __init__(self, letters: float, letter: float, pitch: float, step: float) -> None:
        self.letters, self.letter, self.pitch, self.step = letters, letter, pitch, step / letter
        self.words: list[dict[str, Any]] = []
        self.numbers: list[dict[str, Any]] = []
        self.heads: list[dict[str, Any]] = []
        self.left = -self.step
        self.bottom = 0.0

    def set(self, parts: Sequence[Passage]) -> "_Page":
        """Set the paragraphs of the next column."""
        self.left += self.step
        line = 0.0
        for part in parts:
            if part.head:
                middle = round(line + NAMED / 2 / self.pitch, 2)
                self.heads.append({"head": part.head, "letters": self.left, "line": middle})
                line += NAMED / self.pitch
            for row in self.rows(part):
                tall = LOUD / self.pitch if any(number for *_, number in row) else 1
                self.place(row, line + tall / 2)
                line += tall
            line += APART
        self.bottom = max(self.bottom, line)
        return self

    def rows(self, part: Passage) -> list[list[tuple[float, float, Number | None]]]:
        """The words of a paragraph in rows: where each begins and ends, and which number it is."""
        rows: list[list[tuple[float, float, Number | None]]] = [[]]
        at = 0.0
        for wide, number in self.pieces(part):
            if rows[-1] and at + wide > self.letters:
                rows.append([])
                at = 0.0
            rows[-1].append((at, at + wide, number))
            at += wide + 1
        return rows

    def pieces(self, part: Passage) -> Iterator[tuple[float, Number | None]]:
        """The letters that each word needs, or each number with its sign."""
        numbers = {number.at: number for number in part.numbers}
        until = 0
        for place, length in enumerate(part.lengths, part.first):
            if number := numbers.get(place):
                until = place + len(number.text.split())
                yield max(_width(number) / self.letter, length), number
            elif place >= until:
                yield min(length, self.letters), None

    def place(self, row: list[tuple[float, float, Number | None]], line: float) -> None:
        """Note a row's words and numbers as data; nothing is drawn between two words."""
        for start, end, number in row:
            begin, stop = round(self.left + start, 2), round(self.left + end, 2)
            here = {"letters": begin, "line": round(line, 2)}
            if number:
                way = f"claims/{number.claim}/"
                shown = {
                    "text": number.text,
                    "verdict": number.verdict.lower() or DRAFT,
                    "href": way,
                }
                self.numbers.append({**here, "end": stop, **shown})
            else:
                self.words += [here, {**here, "letters": stop}, {"letters": None, "line": None}]


# ---------------------------------------------------------------- words

DOES = {  # what one number does, and what several do
    "Holds": ("holds", "hold"),
    "Nearly": ("nearly holds", "nearly hold"),
    "Misplaced": ("belongs to something else", "belong to something else"),
    "Fails": ("fails", "fail"),
}


def title(text: Extract) -> str:
    """The finding, counted: how many printed numbers hold, belong elsewhere, or fail."""
    count = Counter(number.verdict for number in text.numbers)
    whole = sum(count.values())
    figures = "one printed figure" if whole == 1 else f"{whole} printed figures"
    told = [
        f"{'all' if count[name] == whole > 1 else count[name]} {one if count[name] == 1 else many}"
        for name, (one, many) in DOES.items()
        if count[name]
    ]
    if not whole:
        return "Words alone: no printed figure to check"
    return f"Of {figures}, {', '.join(told)}" if told else f"{figures.capitalize()}, in their place"


def describe(text: Extract) -> str:
    """How many words and numbers there are, and in each section which number has which verdict."""
    found: dict[str, list[str]] = {}
    head = ""
    for part in text.passages:
        head = part.head or head
        found.setdefault(head, []).extend(
            f"{one.text} ({one.verdict or 'not checked yet'})" for one in part.numbers
        )
    words = sum(len(part.lengths) for part in text.passages)
    told = [
        f"{f'{name}: ' if name else ''}{', '.join(texts)}."
        for name, texts in found.items()
        if texts
    ]
    return " ".join(
        [f"{words:,} words as grey bars, with each printed number in its place.", *told]
    )
