"""A list of sourced facts, each a yes, a no or a figure."""

import altair as alt
import pandas as pd

from charts import labels, marks, tables, words
from charts.labels import LINE
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {}
SHOWS = ("fact", "number", "date")
SIGNS = {"yes": "M-.9,.05L-.3,.65L.9,-.65", "no": "M-.7,-.7L.7,.7M.7,-.7L-.7,.7"}  # a tick, a cross
SLOT = 15  # px; a fact takes one for each line, and one for the space around it


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """One row a fact: a tick for yes, a cross for no, or the figure, and what it is about."""
    columns = ["reading", "text", "role", "note", "source", "href"]
    source = tables.readings(claim, frame, SHOWS)[columns]
    figures = [text if text not in SIGNS else "" for text in source["text"]]
    source["figure"] = [labels.wrap(text, frame.width * 0.4, True) for text in figures]
    gutter = max(26, labels.room(source["figure"], True) + 14)
    pairs = zip(source["reading"], source["role"] == "asked", strict=True)
    source["name"] = [labels.wrap(text, frame.width - gutter - 2, bold) for text, bold in pairs]

    rule = alt.Chart().mark_rule(style="grid").encode(alt.XValue(0), alt.X2Value("width"))
    layers = [rule.encode(alt.Y("reading:N", bandPosition=0))]
    slots = alt.Scale(domain=_slots(source), padding=0)
    first = alt.Y("reading:N", bandPosition=1, scale=slots, axis=None)
    for sign, shape in SIGNS.items():
        point = alt.Chart().transform_filter(alt.datum.text == sign).mark_point(shape=shape)
        some = source["role"][source["text"] == sign]
        point = point.encode(first, alt.XValue(gutter - 16))
        layers += marks.by_style(some, point, "-sign", sign)
    for column, align, x in (("figure", labels.RIGHT, gutter - 12), ("name", labels.LEFT, gutter)):
        text = alt.Chart().mark_text(align=align, lineBreak="\n", lineHeight=LINE)
        text = text.encode(first, alt.XValue(x), alt.Text(f"{column}:N"))
        layers += marks.by_style(source["role"][source[column] != ""], text, "-text")
    size = {"width": frame.width, "height": alt.Step(SLOT), "autosize": "none"}
    return marks.together(
        layers, {"y": alt.Y("reading:N", scale=slots, axis=None)}, data=source, **size
    )


def _slots(source: pd.DataFrame) -> list[str]:
    """The slots of the facts: each begins with its name, and has one more than it has lines."""
    found = []
    for reading, *texts in zip(source["reading"], source["figure"], source["name"], strict=True):
        lines = max(text.count("\n") + 1 for text in texts)
        found += [reading, *(f"{reading}\n{line}" for line in range(lines))]
    return found


def describe(claim: Claim) -> str:
    """What is stated, each fact with its answer, and the verdict."""
    return words.whole(claim, "A list of facts.")
