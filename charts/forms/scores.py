"""Test scores of several models, one line a test."""

from collections import Counter

import altair as alt
import pandas as pd

from charts import grammar, theme, words
from ledger.claim import Claim

COLUMNS = {"test": "text", "model": "text"}
ABOVE, DOT = 17, 14  # px for the subject's label and for the marks


def draw(claim: Claim) -> alt.LayerChart:
    """One row a test with a mark a model: the claim's subject solid and named above the line, the others named below."""
    table = grammar.placed(claim)
    table = table[table["test"] != ""].reset_index(drop=True)
    if table.empty or claim.unit == "date":
        return grammar.listing(claim)
    subject = _subject(claim)
    table["style"] = [
        "asked" if model == subject else "rival" if role != "context" else "context" for model, role in zip(table["model"], table["role"], strict=True)
    ]
    table["short"] = [f"{model} {text}".strip() for model, text in zip(table["model"], table["short"], strict=True)]
    tests = table.drop_duplicates("test").assign(role="rival").reset_index(drop=True)
    head = grammar.head(claim)
    left = grammar.rows(tests, head, name="test")[2]
    scale = grammar.Scale(grammar.across(claim, table, left).domain, left, theme.frame().width - 12)
    table = grammar.on(scale, table)
    floor = 0 if theme.frame().narrow else left - 12
    over = (table["style"] == "asked") & ~table.duplicated(["test", "style"])
    lanes = {index: lane for _, part in table[~over].groupby("test") for index, lane in _lanes(part, floor).items()}
    below = grammar.LINE * (max(lanes.values(), default=-1) + 1)
    tests, names, left, bottom = grammar.rows(tests, head, mark=ABOVE + DOT + below, name="test")
    middle = dict(zip(tests["test"], tests["top"] - below / 2 + ABOVE / 2, strict=True))
    table["top"] = table["test"].map(middle)
    labels = [
        grammar.label(
            row.short,
            grammar.inside(row.x, grammar.width(row.short, row.style == "asked"), floor),
            row.top - ABOVE if over[row.Index] else row.top + ABOVE + grammar.LINE * lanes[row.Index],
            f"{row.style}-text",
            "center",
        )
        for row in table.itertuples()
    ]
    axis, height = grammar.axis(claim, scale, head - 2, bottom)
    return grammar.layered(
        [
            *axis,
            *grammar.said_band(claim, scale, bottom),
            *grammar.levels([{"top": top, "style": "grid"} for top in middle.values()], scale.start, scale.end),
            *grammar.said(claim, scale, bottom),
            # The others stand on top: a small mark on the subject's large one stays in sight.
            *grammar.dots(table[table["style"] == "asked"]),
            *grammar.dots(table[table["style"] != "asked"]),
            *grammar.write([*names, *labels]),
        ],
        height,
    )


def _subject(claim: Claim) -> str:
    """The model that the claim is about: the one asked about most often, or else the first."""
    asked = Counter(row.extra["model"] for row in claim.readings if row.role == "asked" and row.extra["model"])
    return asked.most_common(1)[0][0] if asked else next((row.extra["model"] for row in claim.readings if row.extra["model"]), "")


def _lanes(part: pd.DataFrame, floor: float) -> dict[int, int]:
    """The lane below the line for each label of one test, so that none covers another."""
    taken, lanes = [], {}
    for row in part.sort_values("x").itertuples():
        wide = grammar.width(row.short)
        start = grammar.inside(row.x, wide, floor) - wide / 2
        lane = next((lane for lane, end in enumerate(taken) if end + 8 < start), len(taken))
        taken[lane : lane + 1] = [start + wide]
        lanes[row.Index] = lane
    return lanes


def describe(claim: Claim) -> str:
    """What is stated, the scores test by test, the facts that were asked, and the verdict."""
    scored = [row for row in claim.readings if row.extra["test"] and row.value.kind != "fact"]
    tests = dict.fromkeys(row.extra["test"] for row in scored)
    told = (f"{test}: " + ", ".join(f"{row.extra['model']} {claim.show(row.value)}" for row in scored if row.extra["test"] == test) + "." for test in tests)
    rest = words.by_role(claim, "context", lambda row: row not in scored)
    return words.joined(
        "One row a test, one mark a model.", words.said(claim), words.judged(claim), *told, f"Also: {rest}." if rest else "", words.verdict(claim)
    )
