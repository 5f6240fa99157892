"""One picture of all claims that state a number: how the record compares with what the article says."""

import math
from typing import Any, Literal

import altair as alt
import pandas as pd

from charts import grammar, theme
from ledger import values
from ledger.claim import Ledger

EDGE = 8  # times; whatever is further off stands at the edge, marked as such
LANE, PACKED = 21, 12  # px between dots that would touch: with a label, and without
ROWS = ("Holds", "Nearly", "Misplaced", "Fails")


def title(ledger: Ledger) -> str:
    """The finding, counted from the data: how many figures stand on the article's line or near it."""
    found = table(ledger)["verdict"]
    near = int(found.isin(["Holds", "Nearly"]).sum())
    return f"{near} of {len(found)} figures stand on the article's line or near it, {len(found) - near} stand elsewhere"


def table(ledger: Ledger) -> pd.DataFrame:
    """The claims with a number that can be compared: `id`, `label`, `verdict`, `times` (recorded over stated), `text`.

    A bound or a range that is met counts as 1; the opposite direction as 0.
    """
    rows = []
    for claim in ledger.claims.values():
        asked = next((r for r in claim.readings if r.role == "asked"), None)
        if claim.stated is None or claim.stated.kind != "number" or asked is None or claim.verdict.name not in ROWS:
            continue
        stated, recorded = claim.stated, asked.value
        edge = stated.low if recorded.low < stated.low else stated.high
        met = values.compare(stated, recorded) == "agrees" and (stated.bound or stated.relation == "to")
        times = 1.0 if met else max(float(recorded.low / edge), 0.0) if edge else 1.0
        rows.append(
            {
                "id": claim.id,
                "label": claim.name,
                "verdict": claim.verdict.name,
                "times": times,
                "said": claim.said,
                "recorded": claim.show(recorded),
            }
        )
    return pd.DataFrame(rows, columns=["id", "label", "verdict", "times", "said", "recorded"])


def draw(ledger: Ledger) -> alt.LayerChart:
    """Dots on a scale of how many times the article's figure the record shows, one band a verdict, the misses labelled."""
    narrow = theme.frame().narrow
    left, right = (6, theme.frame().width - 6) if narrow else (120, theme.frame().width - 10)
    scale = grammar.Scale((1 / EDGE, EDGE), left + 8, right - 8, log=True)
    spots: list[dict[str, Any]] = []
    names: list[dict[str, Any]] = []
    y = 48
    source = table(ledger)
    for verdict in ROWS:
        band = source[source["verdict"] == verdict].sort_values("times")
        if band.empty:
            continue
        if narrow:
            y += 16
        labelled = verdict in ("Misplaced", "Fails")
        placed, lanes = _placed(band, scale, labelled)
        step = LANE if labelled else PACKED
        names.append({"words": f"{verdict} ({len(band)})", "top": y - 4 if narrow else y + 10, "x": 2 if narrow else 4, "role": verdict.lower()})
        y += 10 if narrow else 0
        spots += [{**dot, "top": y + 10 + dot["lane"] * step, "size": 110 if labelled else 62} for dot in placed]
        y += lanes * step + 20
    dots = pd.DataFrame(spots, columns=["times", "lane", "label", "side", "top", "size"])
    ticks = [1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8]
    label = "datum.value == 1 ? 'the same' : datum.value < 1 ? (datum.value < 0.2 ? 'an eighth' : datum.value < 0.3 ? '' : 'half') : datum.value == 4 ? '' : datum.value + ' times'"
    axis = alt.Axis(values=ticks, labelExpr=label, labelFlush=True)
    layers = [
        alt.Chart(pd.DataFrame({"end": scale.domain})).mark_rule(style="zero", opacity=0).encode(x=scale.x("end", axis), y=alt.value(40), y2=alt.value(y)),
        alt.Chart(pd.DataFrame({"one": [1]})).mark_rule(style="said-rule").encode(x=scale.x("one"), y=alt.value(30), y2=alt.value(y)),
        alt.Chart(pd.DataFrame({"one": [1]})).mark_point(style="said-mark").encode(x=scale.x("one"), y=alt.value(30)),
        grammar.text_at(scale.pixel(1), 12, "what the article says", "said-text", "center"),
        alt.Chart(dots).mark_point(style="asked").encode(x=scale.x("times"), y=grammar.y(), size=alt.Size("size:Q", scale=None)),
    ]
    sides: list[tuple[int, Literal["left", "right"], int]] = [(1, "left", 10), (-1, "right", -10)]
    for side, align, shift in sides:
        part = dots[dots["side"] == side]
        if len(part):
            layers.append(
                alt.Chart(part).mark_text(style="rival-text", fontSize=12, align=align, dx=shift).encode(x=scale.x("times"), y=grammar.y(), text="label:N")
            )
    layers += [grammar.text_at(name["x"], name["top"], name["words"], "asked-text") for name in names]
    return grammar.layered(layers, y)


def _placed(band: pd.DataFrame, scale: grammar.Scale, labelled: bool) -> tuple[list[dict[str, Any]], int]:
    """The dots of one band, each in a lane where neither it nor its label touches another: (dots, number of lanes)."""
    ends: list[list[tuple[float, float]]] = []
    placed = []
    width = theme.frame().width
    for row in band.itertuples():
        times = min(max(row.times, 1 / EDGE), EDGE)
        x = scale.pixel(times)
        label = row.label + (" (the other way)" if row.times == 0 else f" ({round(row.times)} times)" if row.times > EDGE else "")
        text = len(label) * 6.6 + 14 if labelled else 0
        side = (1 if x + text < width else -1) if labelled else 0
        radius = 9 if labelled else 5
        low, high = x - radius - (text if side < 0 else 0), x + radius + (text if side > 0 else 0)
        lane = next((i for i, taken in enumerate(ends) if all(high < a or low > b for a, b in taken)), len(ends))
        if lane == len(ends):
            ends.append([])
        ends[lane].append((low, high))
        placed.append({"times": times, "lane": lane, "label": label, "side": side})
    return placed, max(len(ends), 1)


def describe(ledger: Ledger) -> str:
    """How many of the comparable figures stand where, and the largest misses, in words."""
    source = table(ledger)
    counts = ", ".join(f"{len(source[source['verdict'] == name])} {name.lower()}" for name in ROWS if (source["verdict"] == name).any())
    far = source.assign(off=[abs(math.log(t)) if t > 0 else 9 for t in source["times"]]).sort_values("off", ascending=False).head(6)
    worst = "; ".join(f"{row.label}: said {row.said}, recorded {row.recorded}" for row in far.itertuples())
    return f"Of {len(source)} figures that can be compared as numbers: {counts}. The furthest off: {worst}."
