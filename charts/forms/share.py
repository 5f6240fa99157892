"""Parts of a whole, each a bar out of 100%."""

import altair as alt

from charts import marks, rows, tables, words
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {}
SHOWS = ("number",)


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """Each reading as a bar in a faint track that stands for the whole, with an amber line."""
    source = tables.in_time(tables.readings(claim, frame))
    whole = marks.axis(
        claim,
        frame,
        values=[0, 100],
        labelExpr="datum.value ? 'the whole: 100%' : '0'",
        grid=False,
        labelFlush=True,
    )
    shown = [0, 100, *source["low"], *source["high"], *tables.edges(claim)]
    scale = alt.Scale(domain=[min(shown), max(shown)], nice=False, zero=False)
    x = alt.X("least:Q", scale=scale, axis=whole)
    track = alt.Chart().mark_bar(style="track", size=18).encode(alt.X("whole:Q"))
    return rows.across(
        claim, frame, source.assign(whole=100), x, [track, *marks.bars(source)], bars=True
    )


def describe(claim: Claim) -> str:
    """The article's share, each reading with how far it misses, and the verdict."""
    return words.whole(claim, "Bars out of 100%.")
