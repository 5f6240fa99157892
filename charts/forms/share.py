"""Parts of a whole, each a bar out of 100%."""

import altair as alt

from charts import grammar, theme, words
from ledger.claim import Claim

COLUMNS = {}


def draw(claim: Claim) -> alt.LayerChart:
    """Each reading as a bar in a faint track that stands for the whole, with the stated value as an amber line."""
    table = grammar.placed(claim)
    if table.empty or claim.unit == "date":
        return grammar.listing(claim)
    if any(not 0 <= number <= 100 for number in (*table["low"], *table["high"], *grammar.stated_edges(claim))):
        return grammar.bar_rows(claim, table)
    head = grammar.head(claim)
    table, names, left, bottom = grammar.rows(table, head)
    room = max(grammar.width(text, bold=True) for text in table["short"]) + 12
    right = max(theme.frame().width - room, (left + theme.frame().width) / 2)
    scale = grammar.Scale((0, 100), left, right)
    table = grammar.on(scale, table)
    base, whole = scale.pixel(0), scale.pixel(100)
    track = table.assign(base=base, whole=whole, y=table["top"] - 9, y2=table["top"] + 9)
    ends = [grammar.label(text, place, bottom + 11, "tick-text", align) for text, place, align in (("0", base, "center"), ("the whole: 100%", whole, "right"))]
    values = [grammar.label(row.short, whole + 8, row.top, f"{row.role}-text") for row in table.itertuples()]
    return grammar.layered(
        [
            *grammar.said_band(claim, scale, bottom),
            alt.Chart(track).mark_rect(style="track").encode(x=grammar.x("base"), x2="whole", y=grammar.y("y"), y2="y2"),
            *grammar.arrows(table, scale, 0),
            *grammar.bars(table, base),
            *grammar.said(claim, scale, bottom),
            *grammar.write([*names, *values, *ends]),
        ],
        grammar.below(ends, bottom),
    )


def describe(claim: Claim) -> str:
    """The article's share, each reading with how far it misses, and the verdict."""
    return words.whole(claim, "Bars out of 100%.")
