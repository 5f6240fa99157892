"""A share card: one picture of 1200 by 630 px, described as plain data."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from charts import labels, pictures, svg, theme
from charts.svg import Drawing

WIDTH, HEIGHT, PAD = 1200, 630, 56
ASIDE = 330  # px for the verdict, left of the chart
SIZES = (64, 58, 52, 46)  # px of the title; the smallest is still 11 px on a card of 300
COLOURS = 128  # of the palette; more are not to be seen
BOLD = {"font_weight": "bold"}


@dataclass(frozen=True)
class Chip:
    """The verdict of a claim, in a frame."""

    verdict: str
    height = 92

    def parts(self) -> list[Element]:
        """What is drawn, from the left upper corner of its place on."""
        role = self.verdict.lower()
        width = 100 + labels.width(self.verdict, bold=True, size=42)
        box = {"x": 1.5, "y": 1.5, "width": width, "height": 69, "rx": 35, "stroke_width": 3}
        edge = {"fill": theme.colour("card"), "stroke": theme.colour(role)}
        words = svg.words(self.verdict, 76, 51, 42, role, **BOLD)
        return [svg.element("rect", **box, **edge), svg.sign(self.verdict, 24, 16, 2.5), words]


@dataclass(frozen=True)
class Shown:
    """A value and who says so, in the colour of a role."""

    label: str
    value: str
    role: str

    @property
    def size(self) -> int:
        """The px of the value's type: the largest that has room."""
        return min(44, int(44 * ASIDE / labels.width(self.value, bold=True, size=44)))

    @property
    def height(self) -> int:
        """The px that it takes."""
        return 50 + self.size

    def parts(self) -> list[Element]:
        """What is drawn, from the left upper corner of its place on."""
        value = svg.words(self.value, 0, 30 + self.size, self.size, self.role, **BOLD)
        return [svg.words(self.label, 0, 24, 26, self.role), value]


@dataclass(frozen=True)
class Count:
    """How many claims have a verdict."""

    number: int
    verdict: str
    height = 48

    def parts(self) -> list[Element]:
        """What is drawn, from the left upper corner of its place on."""
        words = svg.words(f"{self.number} {self.verdict}", 50, 34, 36, self.verdict.lower(), **BOLD)
        return [svg.sign(self.verdict, 0, 5, 2.1), words]


@dataclass(frozen=True)
class Card:
    """A card as data: its title, the site's name, what stands beside the drawing, the drawing."""

    title: str
    site: str
    aside: tuple[Chip | Shown | Count, ...]
    drawing: Drawing


def draw(card: Card) -> bytes:
    """A card as PNG with a palette, which is a sixth of the size and looks the same."""
    return pictures.to_png(as_svg(card), scale=1, colours=COLOURS)


def as_svg(card: Card) -> str:
    """A card as an SVG: name and title above, the aside left, the drawing right in a white box.

    A tall drawing stands right of everything, a wide one under the title.
    """
    drawing = card.drawing
    beside = drawing.height > 0.6 * drawing.width
    box = WIDTH / 2 + 40
    title, size = _fitting(card.title, box - PAD - 32 if beside else WIDTH - 2 * PAD)
    parts = [svg.element("rect", width=WIDTH, height=12, fill=theme.colour("said"))]
    parts.append(svg.words(card.site, PAD, PAD + 28, 32, "muted"))
    y = PAD + 50
    for line in title.split("\n"):
        y += round(size * 1.16)
        parts.append(svg.words(line, PAD, y, size, "ink", **BOLD))
    top, bottom = y + 38, HEIGHT - 40
    at = top
    for part in card.aside:
        if at + part.height <= bottom + 8:
            parts.append(svg.group(PAD, at, *part.parts()))
            at += part.height
    left, top = (box, 52) if beside else (PAD + ASIDE + 24, top)
    parts += _boxed(drawing, left, top, WIDTH - PAD - left, bottom - top)
    return svg.picture(WIDTH, HEIGHT, "paper", *parts)


def _boxed(drawing: Drawing, x: float, y: float, width: float, height: float) -> list[Element]:
    """A drawing as large as it fits in the middle of a box, and the box."""
    look = {"rx": 10, "fill": theme.colour("card"), "stroke": theme.colour("rule")}
    box = svg.element("rect", x=x, y=y, width=width, height=height, **look)
    space, tall = width - 40, height - 32
    scale = min(space / drawing.width, tall / drawing.height)
    left = x + 20 + (space - drawing.width * scale) / 2
    above = y + 16 + (tall - drawing.height * scale) / 2
    return [box, svg.placed(drawing, left, above, scale)]


def _fitting(title: str, room: float) -> tuple[str, int]:
    """The title in lines, in the largest type that leaves the chart enough room."""
    wide = room > WIDTH / 2
    most = {SIZES[0]: 2} if wide else dict.fromkeys(SIZES[:2], 4)
    for size in SIZES:
        lines = labels.wrap(title, room, bold=True, size=size)
        if lines.count("\n") < most.get(size, 3 if wide else 5):
            return lines, size
    return lines, SIZES[-1]
