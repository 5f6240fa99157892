"""The picture to take away: a chart with its title, its measure, the verdict and the source."""

from charts import faces, labels, svg
from charts.svg import Drawing

PAD = 24
TITLE, MEASURE, VERDICT, SOURCE = 21, 13, 14, 12  # px of type


def poster(drawing: Drawing, title: str, measure: str, verdict: str, credit: str) -> str:
    """An SVG that stands alone, in the light scheme; without a verdict it carries no sign."""
    room, parts = drawing.width, []
    top = PAD + 18.0
    for line in labels.wrap(title, room, bold=True, size=TITLE).split("\n"):
        parts.append(svg.words(line, PAD, top, TITLE, "ink", **faces.TITLE))
        top += 26
    for line in labels.wrap(measure, room, size=MEASURE).split("\n"):
        parts.append(svg.words(line, PAD, top - 4, MEASURE, "muted"))
        top += 18
    parts.append(svg.placed(drawing, PAD, top + 6))
    foot = top + drawing.height + 36
    if verdict:
        role, bold = verdict.lower(), {"font_weight": "bold"}
        parts.append(svg.sign(verdict, PAD, foot - 13))
        parts.append(svg.words(verdict, PAD + 22, foot, VERDICT, role, **bold))
    parts.append(svg.words(credit, room + PAD, foot, SOURCE, "muted", text_anchor="end"))
    return svg.picture(room + 2 * PAD, foot + PAD - 6, "card", *parts, title=title)
