"""A share card: one picture of 1200 by 630 px, described as plain data.

It is made for feeds, which show it half as wide or smaller: type of two sizes, four marks at most.
"""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from charts import faces, labels, pictures, strips, svg, theme
from charts.strips import Strip
from charts.svg import Drawing

WIDTH, HEIGHT, PAD = 1200, 630, 56
SIZES = (62, 54, 46)  # px of the title, of which a card has one
SMALL, LINE = 34, 46  # px of all other type, and from one line of it to the next
ROOM = WIDTH - 2 * PAD
FOOT = HEIGHT - 40  # where the last line of words stands
DOT = 15  # px, the radius of a mark
COLOURS = 128  # of the palette; more are not to be seen
BOLD = {"font_weight": "bold"}


@dataclass(frozen=True)
class Facts:
    """Facts that are so or not, `yes` or `no` with a name, as lines."""

    lines: tuple[tuple[str, str], ...]

    def drawn(self, top: float) -> list[Element]:
        """A sign and a name a line, at the foot of the card."""
        found: list[Element] = []
        y = FOOT - LINE * (len(self.lines) - 1)
        for answer, name in self.lines:
            sign = "M3 17l8 8 16-21" if answer == "yes" else "M4 4l22 22M26 4L4 26"
            look = {"fill": "none", "stroke": theme.colour("record"), "stroke_width": 5}
            place = f"translate({PAD} {y - 27})"
            found.append(svg.element("path", d=sign, transform=place, **look))
            found.append(svg.words(_cut(name, ROOM - LINE), PAD + LINE, y, SMALL, "ink"))
            y += LINE
        return found


@dataclass(frozen=True)
class Words:
    """A sentence, in the colour of a role."""

    text: str
    role: str

    def drawn(self, top: float) -> list[Element]:
        """As many lines as there is room for."""
        lines = labels.wrap(self.text, ROOM, size=SMALL).split("\n")
        most = int((FOOT - top) / LINE) + 1
        return [
            svg.words(line, PAD, top + 24 + LINE * at, SMALL, self.role)
            for at, line in enumerate(lines[:most])
        ]


@dataclass(frozen=True)
class Scale:
    """A claim on one line, and below it each mark with its value and its name."""

    strip: Strip

    def drawn(self, top: float) -> list[Element]:
        """The line above, the words at the foot of the card, from left to right."""
        marks = sorted(self.strip.marks, key=lambda mark: mark.middle)
        y = FOOT - LINE * (len(marks) - 1)
        line = (top + y - SMALL) / 2 + DOT
        found = [svg.group(PAD, 0, *strips.drawn(self.strip, ROOM, line, DOT))]
        for mark in marks:
            role = "said" if mark.role == "said" else "record"
            sign = _key(mark.role, PAD + 14, y - 12)
            value = svg.words(mark.value, PAD + LINE, y, SMALL, role, **BOLD)
            left = LINE + labels.width(mark.value, bold=True, size=SMALL) + 18
            name = svg.words(_cut(mark.name, ROOM - left), PAD + left, y, SMALL, "muted")
            found += [sign, value, name]
            y += LINE
        return found


@dataclass(frozen=True)
class Picture:
    """A drawing as wide as the card, whose end is cut off at the foot."""

    drawing: Drawing

    def drawn(self, top: float) -> list[Element]:
        """The drawing from `top` on."""
        return [svg.placed(self.drawing, PAD, top, ROOM / self.drawing.width)]


@dataclass(frozen=True)
class Hours:
    """A day: what is said as a line, what is recorded at its hours; times are parts of the width.

    `name` is what it is about; `marks` are (role, start, end, value, words); `session` is its
    start and its end, and how both are called.
    """

    name: str
    said: tuple[float, str]
    marks: tuple[tuple[str, float, float, float, str], ...]
    session: tuple[float, float, str, str]
    tall = 400

    def drawn(self, top: float) -> list[Element]:
        """The day in the right half of the card."""
        left, wide, top = WIDTH / 2 + 20, WIDTH / 2 - PAD - 20, 120
        values = [0.0, self.said[0], *(value for *_, value, _ in self.marks)]
        low, high = min(values), max(values)

        def height(value: float) -> float:
            return top + (high - value) / ((high - low) or 1) * self.tall

        first, last, opens, closes = self.session
        box = {"x": left + first * wide, "width": (last - first) * wide}
        ground = {"y": top, "height": self.tall, "fill": theme.colour("record")}
        found = [svg.element("rect", **box, **ground, fill_opacity=0.08)]
        zero = f"M{left:g} {height(0):g}h{wide:g}"
        found.append(svg.element("path", d=zero, stroke=theme.colour("muted"), stroke_width=2))
        right = {"text_anchor": "end"}
        found.append(svg.words(self.name, WIDTH - PAD, top - 16, SMALL, "ink", **BOLD, **right))
        amber = {"stroke": theme.colour("said"), "stroke_width": 7}
        line = height(self.said[0])
        found.append(svg.element("path", d=f"M{left:g} {line:g}h{wide:g}", **amber))
        found.append(svg.words(self.said[1], left, line - 18, SMALL, "said", **BOLD))
        blue, card = theme.colour("record"), theme.colour("card")
        for role, start, end, value, words in self.marks:
            y, x, stop = height(value), left + start * wide, left + end * wide
            look = {"fill": blue if role == "asked" else card, "stroke": blue, "stroke_width": 5}
            if end > start:
                bar = {"x": x, "y": y - 2, "width": stop - x, "height": 2 * DOT, "rx": DOT}
                found.append(svg.element("rect", **bar, **look))
                found.append(svg.words(words, x, y + 72, SMALL, "ink"))
            else:
                found.append(svg.element("circle", cx=x, cy=y, r=DOT + 4, **look))
                end_at = {"text_anchor": "end"} if start > 0.5 else {}
                found.append(svg.words(words, x, y - 36, SMALL, "ink", **BOLD, **end_at))
        foot = top + self.tall + 44
        at = {"text_anchor": "middle"}
        found.append(svg.words(opens, left + first * wide, foot, SMALL, "muted", **at))
        found.append(svg.words(closes, left + last * wide, foot, SMALL, "muted", **right))
        return found


@dataclass(frozen=True)
class Card:
    """A card as data: its title, the site's name, a verdict or none, and what it shows."""

    title: str
    site: str
    verdict: str
    body: Facts | Words | Scale | Picture | Hours


def draw(card: Card) -> bytes:
    """A card as PNG with a palette, which is a sixth of the size and looks the same."""
    return pictures.to_png(as_svg(card), scale=1, colours=COLOURS)


def as_svg(card: Card) -> str:
    """A card as an SVG: name and verdict above, then the title, then what it shows."""
    beside = isinstance(card.body, Hours)
    title, size = _fitting(card.title, WIDTH / 2 - PAD - 20 if beside else ROOM, 7 if beside else 4)
    parts = [svg.element("rect", width=WIDTH, height=12, fill=theme.colour("said"))]
    parts.append(svg.words(card.site, PAD, PAD + 28, SMALL, "muted"))
    if card.verdict:
        left = WIDTH - PAD - labels.width(card.verdict, bold=True, size=SMALL)
        parts.append(svg.sign(card.verdict, left - 44, PAD, 2))
        parts.append(svg.words(card.verdict, left, PAD + 28, SMALL, card.verdict.lower(), **BOLD))
    y = PAD + 56
    for line in title.split("\n"):
        y += round(size * 1.13)
        parts.append(svg.words(line, PAD, y, size, "ink", **faces.TITLE))
    return svg.picture(WIDTH, HEIGHT, "paper", *parts, *card.body.drawn(y + 44))


def _key(role: str, x: float, y: float) -> Element:
    """The mark of a role, to stand before its words."""
    colour = theme.colour("said" if role == "said" else "record")
    if role == "said":
        d = DOT * 0.85
        sign = f"M{x:g} {y - d:g}l{d:g} {d:g}-{d:g} {d:g}-{d:g}-{d:g}z"
        return svg.element("path", d=sign, fill=colour)
    look = {"fill": theme.colour("card") if role == "rival" else colour, "stroke": colour}
    return svg.element("circle", cx=x, cy=y, r=DOT * 0.7, stroke_width=5, **look)


def _fitting(title: str, room: float, most: int) -> tuple[str, int]:
    """The title in lines, in the largest type in which it has less lines than `most`."""
    for size in SIZES:
        lines = labels.wrap(title, room, bold=True, size=size)
        if lines.count("\n") + 1 < most:
            break
    return lines, size


def _cut(text: str, room: float) -> str:
    """As many whole words as have room."""
    words = text.split(" ")
    while len(words) > 1 and labels.width(" ".join(words), size=SMALL) > room:
        words = [*words[:-2], "…"] if words[-1] == "…" else [*words[:-1], "…"]
    return " ".join(words).replace(" …", "…")
