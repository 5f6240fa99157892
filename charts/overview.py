"""One picture of all claims that state a number: the record beside what the article says."""

import math
from typing import Any

import altair as alt
import pandas as pd

from charts import labels, marks, theme
from ledger.claim import Claim, Ledger
from ledger.reading import Reading
from ledger.values import Value, compare

VERDICTS = ("Holds", "Nearly", "Misplaced", "Fails")  # what a number that is on record can be
MEASURE = "What the record shows, as a multiple of what the article says, on a log axis"
SAID = "{'1': 'the same', '0.5': 'half', '0.25': 'a quarter', '0.125': 'an eighth'}[datum.value]"
WIDE = f"{SAID} || datum.value + ' times'"
NARROW = "{'0.5': '½', '0.25': '¼', '0.125': '⅛'}[datum.value] || datum.value"

SLOT = 8  # px; a claim that is named has two, one that holds has one
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
    """One mark a claim at its multiple: those that hold close together, the others in named rows.

    A line leads to each from what is said.
    """
    source = table(ledger)
    source["held"] = source["verdict"] == VERDICTS[0]
    named = source[~source["held"]]
    left = labels.room(named["label"], size=12) + 12
    away, right = (36, 10) if frame.narrow else (96, 24)  # left: what has no place on the scale
    width = frame.width - left - away - right
    numbers = [1 / 2, 2, *source["times"].dropna()]
    domain = [min(numbers) / 1.2, max(numbers) * 1.2]
    scale = alt.Scale(type="log", domain=domain, nice=False)
    x = alt.X("times:Q", axis=_multiples(frame), scale=scale)
    once = math.log(1 / domain[0]) / math.log(domain[1] / domain[0]) * width
    together = labels.wrap(
        "; ".join(source["label"][source["held"]]), left + away + once - 24, size=12
    )
    return marks.together(
        _layers(source, together, frame, left + away, away),
        {"x": x, "y": _rows(source, together, left + away - 8)},
        data=source,
        width=width,
        height=alt.Step(SLOT),
        autosize="none",
        padding={
            "left": left + away,
            "right": right,
            "top": 30,
            "bottom": 44 if frame.narrow else 28,
        },
    )


def _layers(
    source: pd.DataFrame, together: str, frame: theme.Frame, before: float, away: float
) -> list[alt.Chart]:
    """The marks, the amber line, and the column of what goes the other way."""
    words = "what the article says", "other\nway" if frame.narrow else "the other way"
    once = alt.Chart().transform_aggregate(claims="count()").transform_calculate(times="1")
    said = once.encode(alt.YValue(0))
    aside = once.encode(alt.XValue(-away / 2), alt.YValue("height"))
    held = alt.Chart().transform_filter("datum.held")
    others = alt.Chart().transform_filter("!datum.held")
    known, other = (others.transform_filter(f"{no}isValid(datum.times)") for no in ("", "!"))
    small: dict[str, Any] = {"fontSize": theme.SMALLEST, "lineBreak": "\n"}
    names = once.mark_text(style="context-text", align="left", lineHeight=2 * SLOT, **small)
    found = [
        said.mark_rule(style="said-rule").encode(alt.Y2Value("height")),
        said.mark_point(style="said-mark"),
        said.mark_text(
            style="said-text", dy=-16, align="right" if frame.narrow else "center"
        ).encode(alt.TextValue(words[0])),
        known.mark_rule(style="gap").encode(x2=alt.X2Datum(1)),
        known.mark_point(style="asked", size=90),
        held.mark_point(style="asked", size=30),
    ]
    if source["times"].isna().any():
        found = [
            aside.mark_rule(style="grid").encode(alt.Y2Value(0)),
            aside.mark_text(style="tick-text", dy=12, **small).encode(alt.TextValue(words[1])),
            other.mark_point(style="asked", size=90).encode(alt.XValue(-away / 2)),
            *found,
        ]
    if together:
        place = alt.YDatum(source["label"].iloc[0])
        text = names.encode(alt.XValue(8 - before), place, alt.TextValue(together))
        found.append(text)
    return found


def _multiples(frame: theme.Frame) -> alt.Axis:
    """An axis of halves and doubles, in words where there is room."""
    powers = [2.0**power for power in range(-9, 10)]
    return alt.Axis(values=powers, labelExpr=NARROW if frame.narrow else WIDE, labelFlush=False)


def _rows(source: pd.DataFrame, together: str, room: float) -> alt.Y:
    """A bold row for each verdict with its count, and two slots for each claim named below it.

    Claims that hold have a slot each, and all of them one text.
    """
    heads, slots = [], list[str]()
    for verdict, part in source.groupby("verdict", sort=False):
        heads.append(f"{verdict} ({len(part)})")
        slots += [*([f"{heads[-1]} above"] if slots else []), heads[-1], f"{heads[-1]} below"]
        if verdict == VERDICTS[0]:
            rest = 2 * (together.count("\n") + 1) - len(part)
            slots += [*part["label"], *(f"{heads[-1]} {line}" for line in range(rest))]
        else:
            slots += [slot for label in part["label"] for slot in (label, f"{label} free")]
    head = alt.FieldOneOfPredicate("label", heads)
    ink, muted = (alt.value(theme.colour(role)) for role in ("ink", "muted"))
    axis = alt.Axis(
        values=[*heads, *source["label"][~source["held"]]],
        grid=False,
        labelAlign="left",
        labelPadding=room,
        labelLimit=0,
        labelOverlap=False,
        labelColor=alt.condition(head, ink, muted),
        labelFontWeight=alt.condition(head, alt.value("bold"), alt.value("normal")),
    )
    return alt.Y("label:N", axis=axis, scale=alt.Scale(domain=slots, padding=0))


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
