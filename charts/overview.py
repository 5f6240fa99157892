"""One picture of all claims that state a number: the record beside what the article says."""

import math

import altair as alt
import pandas as pd

from charts import labels, theme
from ledger.claim import Claim, Ledger
from ledger.reading import Reading
from ledger.values import Value, compare

VERDICTS = ("Holds", "Nearly", "Misplaced", "Fails")  # what a number that is on record can be
MEASURE = "What the record shows, as a multiple of what the article says, on a log axis"
SAID = "{'1': 'the same', '0.5': 'half', '0.25': 'a quarter', '0.125': 'an eighth'}[datum.value]"
WIDE = f"{SAID} || datum.value + ' times'"
NARROW = "{'0.5': '½', '0.25': '¼', '0.125': '⅛'}[datum.value] || datum.value"


NONE = "No number of the article has a number on record yet"


def title(ledger: Ledger) -> str:
    """The finding, counted from the data: how many of the numbers drawn hold, or nearly."""
    found = table(ledger)["verdict"]
    near = int(found.isin(["Holds", "Nearly"]).sum())
    return (
        f"Of {len(found)} numbers that the record has too, {near} hold or nearly hold"
        if len(found)
        else NONE
    )


def table(ledger: Ledger) -> pd.DataFrame:
    """One row a claim whose number can be compared, in the order of the picture.

    Columns: `label`, `verdict`, `times` (recorded over stated; empty for the opposite direction),
    `said` and `recorded` (as shown). A bound or a range that is met counts as once.
    """
    rows = []
    for claim in ledger.claims.values():
        asked = _deciding(claim)
        if claim.stated is None or asked is None:
            continue
        rows.append(
            {
                "label": claim.name,
                "verdict": claim.verdict.name,
                "times": _times(claim.stated, asked.value),
                "said": claim.said,
                "recorded": claim.show(asked.value),
            }
        )
    found = pd.DataFrame(rows, columns=["label", "verdict", "times", "said", "recorded"])
    return found.sort_values(
        ["verdict", "times"],
        key=lambda part: part.map(VERDICTS.index) if part.name == "verdict" else part,
        na_position="first",
        kind="stable",
        ignore_index=True,
    )


def _deciding(claim: Claim) -> Reading | None:
    """The number asked for that fits worst, the first of several: it decides the verdict."""
    if claim.stated is None or claim.stated.kind != "number" or claim.verdict.name not in VERDICTS:
        return None
    asked = [row for row in claim.readings if row.role == "asked" and row.value.kind == "number"]
    stated, fits = claim.stated, ("agrees", "nearly", "silent", "misses")
    return max(asked, key=lambda row: fits.index(compare(stated, row.value)), default=None)


def _times(stated: Value, recorded: Value) -> float:
    """How many times the stated number the record shows; `nan` when it shows the opposite."""
    if compare(stated, recorded) == "agrees" and (stated.bound or stated.relation == "to"):
        return 1.0
    edge, end = (
        (stated.low, recorded.high) if recorded.high < stated.low else (stated.high, recorded.low)
    )
    times = float(end / edge) if edge else 0.0
    return times if times > 0 else math.nan


def _off(times: float) -> float:
    """How far off a multiple is, the same for twice and for half."""
    return math.inf if math.isnan(times) else abs(math.log(times))


def draw(ledger: Ledger, frame: theme.Frame) -> alt.LayerChart:
    """One row a claim, by verdict: a dot at its multiple, with a line from what is said."""
    source = table(ledger)
    left = labels.room(source["label"], size=12) + 12
    away, right = (36, 10) if frame.narrow else (96, 24)  # left: what has no place on the scale
    numbers = [1 / 2, 2, *source["times"].dropna()]
    x = alt.X("times:Q", axis=_multiples(frame)).scale(
        type="log", domain=[min(numbers) / 1.2, max(numbers) * 1.2], nice=False
    )
    once = alt.Chart().transform_aggregate(claims="count()").transform_calculate(times="1")
    said = once.encode(y=alt.value(0))
    aside = once.encode(x=alt.value(-away / 2), y=alt.value("height"))
    known, other = (alt.Chart().transform_filter(f"{no}isValid(datum.times)") for no in ("", "!"))
    words = "what the article says", "other\nway" if frame.narrow else "the other way"
    layers = [
        aside.mark_rule(style="grid").encode(y2=alt.value(0)),
        aside.mark_text(style="tick-text", dy=12, lineBreak="\n").encode(text=alt.value(words[1])),
        said.mark_rule(style="said-rule").encode(y2=alt.value("height")),
        said.mark_point(style="said-mark"),
        said.mark_text(
            style="said-text", dy=-16, align="right" if frame.narrow else "center"
        ).encode(text=alt.value(words[0])),
        known.mark_rule(style="gap").encode(x2=alt.X2Datum(1)),
        known.mark_point(style="asked", size=90),
        other.mark_point(style="asked", size=90).encode(x=alt.value(-away / 2)),
    ]
    return (
        alt.layer(*layers, data=source)
        .encode(x, _rows(source, left + away - 8))
        .properties(
            width=frame.width - left - away - right,
            height=alt.Step(18),
            padding={
                "left": left + away,
                "right": right,
                "top": 30,
                "bottom": 44 if frame.narrow else 28,
            },
            autosize="none",
        )
    )


def _multiples(frame: theme.Frame) -> alt.Axis:
    """An axis of halves and doubles, in words where there is room."""
    powers = [2.0**power for power in range(-9, 10)]
    return alt.Axis(values=powers, labelExpr=NARROW if frame.narrow else WIDE, labelFlush=False)


def _rows(source: pd.DataFrame, room: float) -> alt.Y:
    """A row a claim, named on the left, under a bold row for each verdict with its count."""
    parts = {
        f"{name} ({len(part)})": part["label"]
        for name, part in source.groupby("verdict", sort=False)
    }
    head = alt.FieldOneOfPredicate("label", [*parts])
    ink, muted = (alt.value(theme.colour(role)) for role in ("ink", "muted"))
    axis = alt.Axis(
        grid=False,
        labelAlign="left",
        labelPadding=room,
        labelLimit=0,
        labelColor=alt.condition(head, ink, muted),
        labelFontWeight=alt.condition(head, alt.value("bold"), alt.value("normal")),
    )
    return alt.Y("label:N", axis=axis).scale(
        domain=[row for name in parts for row in (name, *parts[name])]
    )


def describe(ledger: Ledger) -> str:
    """How many of the comparable numbers stand where, and the largest misses, in words."""
    source = table(ledger)
    if source.empty:
        return f"{NONE}."
    count = source["verdict"].value_counts()
    counts = ", ".join(f"{count[name]} {name}" for name in VERDICTS if name in count)
    off = source["times"].map(_off).sort_values(ascending=False, kind="stable")
    far = source.loc[off.index[:6]].itertuples()
    worst = "; ".join(f"{row.label}: said {row.said}, recorded {row.recorded}" for row in far)
    return (
        f"One dot a claim, on a log axis. Of {len(source)} numbers that can be compared: {counts}. "
        f"The furthest off: {worst}."
    )
