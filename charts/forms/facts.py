"""A list of sourced facts, each a yes, a no or a figure."""

import altair as alt

from charts import labels, marks, tables, words
from charts.labels import LINE
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {}
SHOWS = ("fact", "number", "date")
SIGNS = {"yes": "M-.9,.05L-.3,.65L.9,-.65", "no": "M-.7,-.7L.7,.7M.7,-.7L-.7,.7"}  # a tick, a cross


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """One row a fact: a tick for yes, a cross for no, or the figure, and what it is about."""
    source = tables.readings(claim, frame, SHOWS)[["reading", "text", "role", "note", "source"]]
    figures = [text if text not in SIGNS else "" for text in source["text"]]
    source["figure"] = [labels.wrap(text, frame.width * 0.4, True) for text in figures]
    gutter = max(26, labels.room(source["figure"], True) + 14)
    pairs = zip(source["reading"], source["role"] == "asked", strict=True)
    source["name"] = [labels.wrap(text, frame.width - gutter - 2, bold) for text, bold in pairs]
    lines = max(text.count("\n") + 1 for column in ("figure", "name") for text in source[column])

    layers = []
    for sign, shape in SIGNS.items():
        point = alt.Chart().transform_filter(alt.datum.text == sign).mark_point(shape=shape)
        some = source[source["text"] == sign]
        layers += marks.by_style(some, point.encode(x=alt.value(10)), "-sign", kind=sign)
    for column, left in (("figure", 2), ("name", gutter)):
        middle = alt.expr(f"-{LINE / 2} * (length(split(datum.{column}, '\\n')) - 1)")
        text = alt.Chart().mark_text(align="left", dy=middle, lineBreak="\n", lineHeight=LINE)
        text = text.encode(x=alt.value(left), text=alt.Text(f"{column}:N"))
        layers += marks.by_style(source[source[column] != ""], text, "-text")
    between = alt.Axis(labels=False, tickBand="extent", title=None)
    y = alt.Y("reading:N", scale=alt.Scale(domain=[*source["reading"]]), axis=between)
    whole = alt.layer(*layers, data=source, width=frame.width, height=alt.Step(LINE * lines + 14))
    return whole.encode(y).properties(autosize="none")


def describe(claim: Claim) -> str:
    """What is stated, each fact with its answer, and the verdict."""
    return words.whole(claim, "A list of facts.")
