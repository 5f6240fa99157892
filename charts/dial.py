"""A plot of the hours of one claim, large or small, and a place for each of its words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import inf
from operator import itemgetter
from typing import Any

import altair as alt
import pandas as pd

from charts import hours, labels, marks, places, tables
from charts.hours import Clock
from charts.places import Box, Label, Offer
from charts.theme import Frame
from ledger.claim import Claim


@dataclass(frozen=True)
class Panel:
    """The size of a plot in px; a `small` one has words for nothing but what is asked.

    `hours` is the clock whose hours its axis names, or None.
    """

    width: float
    height: float
    hours: Clock | None
    narrow: bool = False
    small: bool = False


def plot(
    claim: Claim,
    source: pd.DataFrame,
    clock: Clock,
    panel: Panel,
    times: Sequence[pd.Timestamp],
) -> alt.LayerChart:
    """One claim over the hours: the session, what the article says, the readings, their words.

    The room of its axes is set aside by whoever puts plots together.
    """
    values = marks.domain(claim, source)
    source, said = _Words(claim, source, clock, panel, times, values).placed()
    look: dict[str, Any] = {"tickCount": 2} if panel.small else {}
    frame = Frame("narrow" if panel.narrow else "wide", int(panel.width))
    named = hours.axis(times, panel.hours, panel.width, panel.small) if panel.hours else None
    x = alt.X("at:T", axis=named, scale=alt.Scale(domain=times))
    scale = alt.Scale(domain=values, nice=False, zero=False)
    y = alt.Y("value:Q", axis=marks.axis(claim, frame, **look), scale=scale, stack=None)
    words = places.text("label").encode(alt.X("place:T"))
    layers = [
        *hours.session(source, clock),
        *([] if panel.small else _heads(times, clock, panel)),
        *marks.said_band(claim, "y"),
        *said,
        *hours.readings(source, 0.6 if panel.small else 1),
        *marks.by_style(source["style"][source["label"] != ""], words, "-text"),
    ]
    size = {"width": panel.width, "height": panel.height}
    return marks.together(layers, {"x": x, "y": y}, data=source, **size)


def _heads(times: Sequence[pd.Timestamp], clock: Clock, panel: Panel) -> Iterator[alt.Chart]:
    """The words above the plot: which hours lie before the open, and which are the session."""
    opens = places.along(clock.opens, times, panel.width)
    row = {"opens": clock.opens.isoformat()}
    head = alt.Chart(alt.InlineData(values=[row])).encode(alt.X("opens:T"), alt.YValue(0))
    before, after = alt.TextValue("before the open"), alt.TextValue("the session")
    if opens > labels.width("before the open", size=12):
        yield head.mark_text(style="tick-text", align="right", dx=-6, dy=-10).encode(text=before)
    yield head.mark_text(style="tick-text", align="left", dx=6, dy=-10).encode(text=after)


# ---------------------------------------------------------------- words

NEAR = {"Holds": "the article's figure", "Nearly": "near the article's figure"}
FINE = 40  # what a place for more words may cost
APART = 10  # px from one label to the next, so that two values never read as one
HALF = {"asked": 8.0, "rival": 7.0, "context": 5.0}  # px of half a dot
BAR: dict[
    str, Sequence[Offer]
] = {  # where a label may stand at a bar's start, its middle and its end
    "start": (Offer(2, "left", -1), Offer(2, "left", 1)),
    "at": (Offer(0, "center", -1), Offer(0, "center", 1)),
    "end": (Offer(8, "left"), Offer(-2, "right", -1), Offer(-2, "right", 1)),
}
THIN = {  # at a thin bar, which is to compare, first nearer by what its thickness leaves free
    end: (*(replace(offer, down=-4 * offer.over) for offer in offers if offer.over), *offers)
    for end, offers in BAR.items()
}
BAND: dict[str, Sequence[Offer]] = {"start": (Offer(8, "left", 1), Offer(8, "left", -1))}
DOT: dict[str, Sequence[Offer]] = {"at": places.AROUND}
LINE = tuple(
    Offer(dx, align, over, (down - 4) * over)
    for down in (0, 12, 24)
    for over in (-1, 1)
    for dx, align in ((4, "left"), (-4, "right"))
)
ALONG = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)  # where on the line the article's words may hang
ORDER = ("asked", "rival", "said", "context")  # who chooses first


@dataclass
class _Words:
    """The words of a plot, for which places are chosen one after the other."""

    claim: Claim
    source: pd.DataFrame
    clock: Clock
    panel: Panel
    times: Sequence[pd.Timestamp]
    values: Sequence[float]
    told: set[str] = field(default_factory=set)

    def across(self, moment: pd.Timestamp) -> float:
        return places.along(moment, self.times, self.panel.width)

    def down(self, value: float) -> float:
        return self.panel.height - places.along(value, self.values, self.panel.height)

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.source.to_dict("records")
        return rows

    def placed(self) -> tuple[pd.DataFrame, list[alt.Chart]]:
        """The table with a label for each reading, and the layers of what is said.

        What is only there to compare is left out where it would run into the words of another
        reading, or has no room for its own: it stands in the claim's table.
        """
        none = {"label": "", "dx": 0.0, "dy": 0.0, "align": "left", "place": self.times[0]}
        found = dict[int, dict[str, Any]]()
        said: list[alt.Chart] = []
        ranks = [(ORDER.index(row["role"]), row["spread"], n) for n, row in enumerate(self.rows)]
        for rank, spread, index in sorted([*ranks, (ORDER.index("said"), False, -1)]):
            if index < 0:
                said = self.said() if self.picture.walls else []
                continue
            row, compared = self.rows[index], ORDER[rank] == "context"
            worded = not self.panel.small or not rank
            place = self.settled(self.options(row, index)) if worded else None
            if compared and not row["extreme"]:
                if not place:
                    continue
                if self.boxes[index] not in self.picture.marks:
                    self.picture.marks.append(self.boxes[index])
            found[index] = place or none
            self.told |= {row["short"]} if place and spread else set()
        kept = pd.DataFrame.from_dict(found, orient="index")
        return self.source.join(kept, how="inner").reset_index(drop=True), said

    def options(self, row: dict[str, Any], index: int) -> Iterator[dict[pd.Timestamp, Label]]:
        """The places for each wording of a reading, the best wording first."""
        bar = THIN if row["role"] == "context" else BAR
        ends = bar if row["spread"] else BAND if row["extreme"] else DOT
        for words in self.wordings(row):
            yield {
                row[end]: Label(
                    words,
                    self.across(row[end]),
                    self.down(row["value"]),
                    self.boxes[index],
                    row["role"] == "asked",
                    [offer for offer in offers if self.on_its_side(row, offer)],
                    row["role"] != "context",
                )
                for end, offers in ends.items()
            }

    def on_its_side(self, row: dict[str, Any], offer: Offer) -> bool:
        """False for a place beyond a line that runs right beside the mark."""
        at = self.down(row["value"])
        near = [wall for wall in self.picture.walls if 0.1 < abs(wall - at) <= 3]
        return all(offer.over == (1 if at > wall else -1) for wall in near)

    def wordings(self, row: dict[str, Any]) -> Iterator[str]:
        """What a reading's label may say: its value, when it was, and how near it is."""
        value, compared = str(row["short"]), row["role"] == "context" and not row["extreme"]
        if row["spread"] and row["short"] in self.told:
            return  # two reports of one figure are told once
        if compared and self.picture.covers(self.box(row)):
            return
        if row["extreme"]:
            if row["extent"]:
                yield row["extent"]
                yield row["extent"].replace(": ", ":\n")
            return
        timed = value
        if not row["spread"]:
            when = self.clock.named(row["start"])
            after = row["role"] == "asked" or when.startswith("at ")
            timed = f"{value} {when}" if after else f"{when} {value}"
        if near := NEAR.get(row["verdict"]) if row["role"] == "rival" else None:
            yield f"{timed}, {near}"
            yield f"{timed},\n{near}"
        yield timed
        yield value

    def settled(self, wordings: Iterable[dict[pd.Timestamp, Label]]) -> dict[str, Any] | None:
        """The first wording that has a good place, and that; else the last, if it is needed."""
        best = inf, self.times[0], Label("", 0, 0, (0, 0, 0, 0), needed=False), Offer(0, "left")
        for options in wordings:
            costs = [
                (cost, moment, label, offer)
                for moment, label in options.items()
                for offer, cost in self.picture.costs(label).items()
            ]
            best = min(costs, key=itemgetter(0))
            if best[0] < FINE:
                break
        cost, moment, label, offer = best
        if cost >= (inf if label.needed else places.GOOD):
            return None
        left, top, right, bottom = label.box(offer)
        self.picture.taken.append((left - APART, top - 2, right + APART, bottom + 2))
        place = {"dx": offer.dx, "dy": label.dy(offer), "align": offer.align, "place": moment}
        return {"label": label.words, **place}

    def said(self) -> list[alt.Chart]:
        """What the article says: an amber line across, with its words where there is room."""
        claim, wide = self.claim, self.panel.width
        data = alt.Chart(tables.stated(claim))
        rule = data.mark_rule(style="said-rule")
        rule = rule.encode(alt.Y("said:Q"), alt.XValue(0), alt.X2Value("width"))
        if self.panel.small:
            return [rule]
        words, lasts = tables.said(claim, wide), self.times[-1] - self.times[0]
        line = sum(self.picture.walls) / len(self.picture.walls)
        mark = (0, line, wide, line)
        options = {
            self.times[0] + lasts * part: Label(words, wide * part, line, mark, True, LINE)
            for part in ALONG
        }
        one = self.settled([options]) or {}
        at = {"said": tables.edges(claim)[0], "place": one["place"].isoformat()}
        text = alt.Chart(alt.InlineData(values=[at])).mark_text(
            style="said-text", align=one["align"], dx=one["dx"], dy=one["dy"]
        )
        label = alt.TextValue(one["label"])
        return [rule, text.encode(alt.X("place:T"), alt.Y("said:Q"), label)]

    # ------------------------------------------------------------ what is in their way

    @cached_property
    def boxes(self) -> list[Box]:
        """What the mark of each reading covers."""
        return [self.box(row) for row in self.rows]

    def box(self, row: dict[str, Any]) -> Box:
        high, low = self.down(row["high"]), self.down(row["low"])
        if row["spread"] or row["extreme"]:
            half = hours.SIZES[row["role"]][0] / 2
            return self.across(row["start"]), high - half, self.across(row["end"]), low + half
        at, half = self.across(row["at"]), HALF[row["role"]]
        return at - half, high - half, at + half, low + half

    @cached_property
    def picture(self) -> places.Plot:
        """The plot with its marks and lines."""
        wide, tall = self.panel.width, self.panel.height
        pairs = zip(self.boxes, self.rows, strict=True)
        # Bars to compare come last, and where there is room; a report of one moment comes first.
        marked = [
            box
            for box, row in pairs
            if row["role"] != "context" or not (row["spread"] or row["extreme"])
        ]
        found = places.Plot((2, -2, wide + 16, tall - 1), marked)
        found.walls = [self.down(edge) for edge in tables.edges(self.claim)]
        for moment in (self.clock.opens, self.clock.closes):
            found.line((self.across(moment), 0), (self.across(moment), tall))
        if self.values[0] < 0 < self.values[-1]:
            found.line((0, self.down(0)), (wide, self.down(0)))
        for row in self.rows:
            if row["role"] == "asked" and row["verdict"] != "Holds" and row["edge"] is not None:
                at = self.across(row["at"])
                found.line((at, self.down(row["value"])), (at, self.down(row["edge"])))
        return found
