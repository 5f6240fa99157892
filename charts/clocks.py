"""The hours of several claims in one picture: the first large, the others small beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from charts import dial, hours, tables, words
from charts.dial import Panel
from charts.hours import Clock
from charts.theme import Frame
from ledger.claim import Claim

Chart = alt.HConcatChart | alt.VConcatChart
NUMBERS = ("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
SMALL, TALL = 78, 240  # px of a small plot, and of the large one at least
SHARE = 0.4  # of the width for the small plots
BETWEEN = 40  # px from one small plot to the next, for its name
HEAD = 18  # px more where what is said stands in a line of its own
GAP = 22  # px from the large plot to the numbers of the small ones
END = 22  # px that half a dot, or half of the axis's last hour, needs
TOP, FOOT = 44, 44  # px of the large plot's name above it, and of its hours below


# ---------------------------------------------------------------- the picture


def draw(claims: Sequence[Claim], frame: Frame) -> Chart:
    """The first claim large, the others small: beside it, or below it in pairs on phones."""
    clock = hours.clock_of(claims[0])
    clocks = [clock, *(hours.clock_of(claim, clock) for claim in claims[1:])]
    plots = [
        _Plot(claim, hours.table(claim, frame, own), own)
        for claim, own in zip(claims, clocks, strict=True)
    ]
    spans = [hours.domain(plot.source, plot.clock) for plot in plots]
    times = [min(first for first, _ in spans), max(last for _, last in spans)]
    return (_stacked if frame.narrow else _beside)(plots, frame, times)


@dataclass(frozen=True)
class _Plot:
    """What a plot of the picture is drawn from."""

    claim: Claim
    source: pd.DataFrame
    clock: Clock

    @property
    def gutter(self) -> float:
        """The px of its numbers."""
        return hours.gutter(self.source)

    def drawn(self, panel: Panel, times: Sequence[pd.Timestamp]) -> alt.LayerChart:
        """The plot under its claim's name, which leads to the claim."""
        way = f"claims/{self.claim.id}/"
        source = self.source.assign(href=way + self.source["href"])
        plot = dial.plot(self.claim, source, self.clock, panel, times)
        said = f"said {tables.short(self.claim, self.claim.stated)}" if self.claim.stated else ""
        row = {"name": self.claim.name, "said": said}
        head = alt.Chart(alt.InlineData(values=[row])).encode(
            alt.XValue(0), alt.YValue(0), href=alt.HrefValue(way)
        )
        up = -14 if panel.small and not panel.narrow else -32
        name = head.mark_text(style="asked-text", align="left", dx=-1, dy=up)
        plot.layer = [*plot.layer, name.encode(text=alt.Text("name:N"))]
        if panel.small:
            side = {"align": "left", "dx": -1} if panel.narrow else {"align": "right"}
            words = head.mark_text(style="said-text", dy=-14, **side).encode(alt.Text("said:N"))
            at = alt.XValue(0) if panel.narrow else alt.XValue("width")
            plot.layer = [*plot.layer, words.encode(at)]
        return plot


def _beside(plots: Sequence[_Plot], frame: Frame, times: Sequence[pd.Timestamp]) -> Chart:
    """The small plots in a column on the right."""
    first, others, clock = plots[0], plots[1:], plots[0].clock
    left, between = first.gutter, GAP + max([0, *(plot.gutter for plot in others)])
    free = frame.width - left - (between if others else 0) - END
    small = free * SHARE if others else 0
    tall = max(TALL, len(others) * (SMALL + BETWEEN) - BETWEEN)
    column = [
        plot.drawn(Panel(small, SMALL, clock if plot is others[-1] else None, small=True), times)
        for plot in others
    ]
    large = first.drawn(Panel(free - small, tall, clock), times)
    beside = alt.VConcatChart(spacing=BETWEEN, bounds="flush")
    beside.vconcat = [*column]
    whole = alt.HConcatChart(spacing=between, **_framed(frame, left, tall + FOOT))
    whole.hconcat = [large, *([beside] if column else [])]
    return whole


def _stacked(plots: Sequence[_Plot], frame: Frame, times: Sequence[pd.Timestamp]) -> Chart:
    """The small plots in pairs below the large one."""
    first, others, clock = plots[0], plots[1:], plots[0].clock
    left = max(plot.gutter for plot in (first, *others[::2]))
    between = GAP + max([0, *(plot.gutter for plot in others[1::2])])
    small = (frame.width - left - between - END) / 2
    lowest = (len(others) - 1) // 2 * 2
    pairs = [
        plot.drawn(Panel(small, SMALL, clock if at >= lowest else None, True, True), times)
        for at, plot in enumerate(others)
    ]
    large = first.drawn(Panel(frame.width - left - END, TALL, clock, narrow=True), times)
    step, apart = BETWEEN + HEAD, FOOT + HEAD + 26
    spacing = {"row": step, "column": between}
    below = alt.ConcatChart(columns=2, spacing=spacing, bounds="flush")
    below.concat = [*pairs]
    rows = -(-len(pairs) // 2)
    tall = TALL + (apart + rows * (SMALL + step) - step if rows else 0)
    tall += 28 if pairs else FOOT
    whole = alt.VConcatChart(spacing=apart, **_framed(frame, left, tall))
    whole.vconcat = [large, *([below] if pairs else [])]
    return whole


def _framed(frame: Frame, left: float, tall: float) -> dict[str, Any]:
    """The look of plots in a frame of a known size, which their axes and names do not change."""
    padding = {"left": left, "right": frame.width - left, "top": TOP, "bottom": tall}
    return {"padding": padding, "autosize": "none", "bounds": "flush"}


# ---------------------------------------------------------------- words


def title(claims: Sequence[Claim]) -> str:
    """The finding, counted: how many figures hold, and how many come near an earlier hour."""
    holding = sum(claim.verdict.name in ("Holds", "Nearly") for claim in claims)
    early = sum(any(_early(claim)) for claim in claims)
    count = f"{_number(holding)} of these {_number(len(claims)).lower()} figures"
    more = (
        f"; {_number(early).lower()} come{'s' * (early == 1)} near an earlier hour" if early else ""
    )
    return f"{count} {'is' if holding < 2 else 'are'} that of the close{more}"


def measure(claims: Sequence[Claim]) -> str:
    """What the plots measure, where all measure the same, and on whose clock."""
    told = {
        (claim.measure or "").partition(";")[0].replace(f"{claim.name}'s", "the")
        for claim in claims
    }
    what = told.pop() if len(told) == 1 else ""
    zone = hours.clock_of(claims[0]).zone
    return f"{what or 'What the article says and what the record shows'}, by the hour in {zone}"


def describe(claims: Sequence[Claim]) -> str:
    """Each claim in a sentence: what is said, what the close was, and which hour comes near."""
    return " ".join(["Dots and bars over the hours of one day.", *map(_told, claims)])


def _early(claim: Claim) -> Iterator[int]:
    """The rivals that agree, or nearly do, by their place among the readings."""
    for index, (row, line) in enumerate(zip(claim.readings, claim.judgement.lines, strict=True)):
        if row.role == "rival" and line.verdict and line.verdict.name in dial.NEAR:
            yield index


def _told(claim: Claim) -> str:
    asked = words.by_role(claim, "asked")
    near = "; ".join(words.reading(claim, index) for index in _early(claim))
    return f"{claim.name}: said {claim.said}; {asked}{f'; {near}' if near else ''}."


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)
