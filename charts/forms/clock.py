"""Readings over the hours of one day: dots at their time, bars where no source gives the hour."""

import altair as alt

from charts import dial, hours, words
from charts.theme import Frame
from ledger.claim import Claim

COLUMNS = {"time": "hours", "zone": "zone", "session": "hours"}
MEANS = {
    "time": "when the value stood, as its source tells: a time, or the hours that it lies between",
    "zone": "the place on whose clock that is, and how far it is from universal time",
    "session": "the hours of trading, on the same clock",
}
SHOWS = ("number",)


def draw(claim: Claim, frame: Frame) -> alt.LayerChart:
    """Each reading at its time, the session's range as a band, and an amber line across."""
    clock = hours.clock_of(claim)
    source = hours.table(claim, frame, clock)
    left = hours.gutter(source)
    panel = dial.Panel(frame.width - left - 22, 270 if frame.narrow else 310, clock, frame.narrow)
    plot = dial.plot(claim, source, clock, panel, hours.domain(source, clock))
    plot.padding, plot.autosize = {"left": left, "right": 22, "top": 24, "bottom": 46}, "none"
    return plot


def describe(claim: Claim) -> str:
    """The article's figure, each reading with how far it misses, and the verdict."""
    picture = f"Dots and bars over the hours of one day in {hours.clock_of(claim).zone}."
    return words.whole(claim, picture)
