"""A draft that has no readings yet: a line of words in the place of a picture."""

import altair as alt
import pandas as pd

from charts import words
from charts.theme import Frame
from ledger.claim import Claim

WORDS = "No reading stands here yet."


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """The words alone, for there is nothing to draw."""
    table = pd.DataFrame([{"reading": WORDS, "role": "context"}])
    place = alt.XValue(0), alt.YValue(14), alt.Text("reading:N")
    text = alt.Chart().mark_text(style="context-text", align="left").encode(*place)
    return alt.LayerChart(layer=[text], data=table).properties(width=frame.width, height=28)


def describe(claim: Claim) -> str:
    """What is said, and that nothing has been looked up."""
    return words.whole(claim, WORDS)
