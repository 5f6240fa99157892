"""Test scores of several models, one line a test."""

from collections import Counter

import altair as alt
import pandas as pd

from charts import labels, marks, places, tables, words
from charts.labels import LINE
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {"test": "text", "model": "text"}
MEANS = {
    "test": "the test that gave the score; empty where the reading is none",
    "model": "the model that was tested",
}
SHOWS = ("number",)
EDGE = 20  # px right of the scale, for half a mark or a value


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """One row a test and one mark a model; a key names the models once, the subject in blue."""
    source = tables.readings(claim, frame)
    source = tables.named(source[source["test"] != ""].reset_index(drop=True), frame, "test")
    models = sorted(source["model"].unique(), key=lambda model: model != _subject(claim))
    source["face"] = source["model"].map(lambda model: "asked" if model == models[0] else "context")
    domain = marks.domain(claim, source)
    left = _left(source, domain, frame)
    width = frame.width - left - EDGE
    over = LINE * max(name.count("\n") + 1 for name in source["name"]) if frame.narrow else 0
    source, step = _placed(source, domain, width, over, left)
    points, top = _points(models, frame.width - left)
    values = marks.by_style(source["face"], places.text("short"), "-text")
    bottom = 42 if tables.rest(claim) else 24
    scale = alt.Scale(domain=domain, nice=False)
    x = alt.X("value:Q", axis=marks.axis(claim, frame), scale=scale)
    return marks.together(
        [*points, *values, _names(left, over)],
        {"x": x, "y": _rows([*source["name"].unique()], over / step)},
        data=source,
        width=width,
        height=alt.Step(step),
        autosize="none",
        padding={"left": left, "right": EDGE, "top": top, "bottom": bottom},
    )


def _left(source: pd.DataFrame, domain: list[float], frame: Frame) -> float:
    """How many px stand left of the scale: for names, or on phones for the lowest value."""
    if not frame.narrow:
        return labels.room(source["name"]) + 26
    lowest = source.loc[source["value"].idxmin()]
    at = places.along(lowest["value"], domain, frame.width - 10 - EDGE)
    return max(10, labels.width(lowest["short"], lowest["face"] == "asked") + 18 - at)


def _rows(tests: list[str], room: float) -> alt.Y:
    """A row a test; its name may take so much of it, above the marks."""
    scale = alt.Scale(type="band", domain=tests, paddingInner=room, paddingOuter=room / 2, align=1)
    return alt.Y("name:N", axis=alt.Axis(labels=False, title=None), scale=scale)


def _subject(claim: Claim) -> str:
    """The model that the claim is about: the one asked about most often, or else the first."""
    models = [(row.role, str(row.extra["model"])) for row in claim.readings if row.extra["model"]]
    asked = Counter(model for role, model in models if role == "asked")
    return asked.most_common(1)[0][0] if asked else models[0][1]


def _points(models: list[str], room: float) -> tuple[list[alt.Chart], float]:
    """The marks, each model in its shape, with a key in one line where that fits, and its height.

    The subject's mark is the largest, so the others lie on top and stay in sight.
    """
    fits = sum(labels.width(model) + 34 for model in models) < room
    legend = alt.Legend(offset=10, columns=len(models) if fits else 3)
    scale = alt.Scale(domain=models)
    each = [channel("model:N", scale=scale, legend=legend) for channel in (alt.Fill, alt.Shape)]
    shades = alt.Chart().encode(*each)
    subject = shades.transform_filter(alt.datum.model == models[0]).mark_point(
        style=["subject", "edged"], size=190
    )
    others = shades.transform_filter(alt.datum.model != models[0]).mark_point(
        style=["context", "edged"], size=100
    )
    return [subject, others], 10 + 18 * (1 if fits else -(-len(models) // 3))


def _names(left: float, over: float) -> alt.Chart:
    """The names of the tests, left of their rows, or on phones above them."""
    lines = "(length(split(datum.name, '\\n')) - 1)"
    once = alt.Chart().transform_aggregate(groupby=["name"])
    names = once.mark_text(
        style="rival-text",
        align="left" if over else "right",
        dy=alt.expr(f"-{LINE} * {lines} - 8" if over else f"-{LINE / 2} * {lines}"),
        lineBreak="\n",
        lineHeight=LINE,
    )
    layer: alt.Chart = names.encode(
        alt.XValue(2 - left if over else -14),
        alt.Y("name:N", bandPosition=0 if over else 0.5),
        alt.Text("name:N"),
    )
    return layer


def _placed(
    source: pd.DataFrame, domain: list[float], width: float, over: float, left: float
) -> tuple[pd.DataFrame, float]:
    """The table with offsets for each value, and the height of a row under a name that is so tall.

    In a low row values stand beside their marks or at the height of the name, in a higher one also
    above and below.
    """
    for half in (15, 23):
        rows = [_row(part, domain, width, over, half, left) for _, part in source.groupby("name")]
        if all(worst < 100 for _, worst in rows):
            break
    return source.join(pd.concat([offsets for offsets, _ in rows])), over + 2 * half


def _row(
    part: pd.DataFrame, domain: list[float], width: float, over: float, half: float, left: float
) -> tuple[pd.DataFrame, float]:
    """The offsets of a test's values, its lowest and highest outside, and what the worst costs."""
    x = {row: places.along(value, domain, width) for row, value in part["value"].items()}
    dots = {row: (at - 5, -5.0, at + 5, 5.0) for row, at in x.items()}
    plot = places.Plot(
        (2 - left if over else -12, -half - over, width + EDGE - 2, half), [*dots.values()]
    )
    if over:
        plot.taken.append(
            (-EDGE, -half - over, labels.room([part["name"].iloc[0]]) - EDGE / 2, -half)
        )
    else:  # a value never follows a name as if it were its last word
        plot.taken.append((-EDGE, -labels.LINE / 2, -2, labels.LINE / 2))
    offers = dict.fromkeys(x, (places.RIGHT, places.LEFT, *places.SPREAD))
    right, left = max(x, key=x.__getitem__), min(x, key=x.__getitem__)
    offers[right] = (places.RIGHT, *(offer for offer in places.SPREAD if offer.dx >= 0))
    offers[left] = (places.LEFT, *(offer for offer in places.SPREAD if offer.dx <= 0))
    bold = {row: face == "asked" for row, face in part["face"].items()}
    order = sorted(x, key=lambda row: (not bold[row], x[row]))
    wanted = [
        places.Label(part["short"][row], x[row], 0, dots[row], bold[row], offers[row])
        for row in order
    ]
    placed = plot.settle(wanted).set_index(pd.Index(order))
    return placed[["dx", "dy", "align"]], plot.worst


def describe(claim: Claim) -> str:
    """What is stated, the scores test by test, the facts that were asked, and the verdict."""
    tests: dict[str, list[str]] = {}
    for row in claim.readings:
        if row.extra["test"] and row.value.kind != "fact":
            tests.setdefault(str(row.extra["test"]), []).append(
                f"{row.extra['model']} {claim.show(row.value)}"
            )
    told = (f"{test}: {', '.join(scores)}." for test, scores in tests.items())
    rest = words.by_role(
        claim, "context", lambda row: not row.extra["test"] or row.value.kind == "fact"
    )
    also = f"Also: {rest}." if rest else ""
    picture = "One row a test, one mark a model."
    return words.joined(
        picture, words.said(claim), words.judged(claim), *told, also, words.verdict(claim)
    )
