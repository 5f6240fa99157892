"""Events on a line of time, with the stated date marked."""

import altair as alt
import pandas as pd

from charts import grammar, theme, words
from ledger.claim import Claim

COLUMNS = {}


def draw(claim: Claim) -> alt.LayerChart:
    """Events in their order, each with its date beside it: spread along an axis, or on a phone as a list down a line."""
    table = grammar.placed(claim) if claim.unit == "date" else pd.DataFrame()
    if table.empty:
        return grammar.listing(claim)
    table = table.sort_values(["value", "high"], kind="stable").reset_index(drop=True)
    return _list(claim, table) if theme.frame().narrow else _axis(claim, table)


def _axis(claim: Claim, table: pd.DataFrame) -> alt.LayerChart:
    """One row an event, stepping down the axis, with date and name on the side that has more room."""
    frame, head = theme.frame(), grammar.head(claim)
    low, high = grammar.span(claim, table)
    scale = grammar.Scale((low, high), 10, frame.width - 10)
    table = grammar.on(scale, table.assign(short=table["text"]))
    said_at = [scale.pixel(edge) for edge in grammar.stated_edges(claim)]
    tops, labels, bottom = [], [], head
    for row in table.itertuples():
        bold = row.role == "asked"
        need = max(grammar.width(text, bold) for text in (row.short, row.reading))
        right, left = max(row.x_low, row.x_high) + 14, min(row.x_low, row.x_high) - 14
        rooms = {"left": frame.width - 4 - right, "right": left - 4, "center": min(need, frame.width - 8)}
        places = {"left": right, "right": left, "center": grammar.inside(row.x, rooms["center"])}
        clear = {"left": not any(right < place < right + need for place in said_at), "right": not any(left - need < place < left for place in said_at)}
        beside = max(rooms["left"], rooms["right"]) >= min(need, 180)
        # Where there is room, then where the stated line does not cross it, then to the right; below the mark of a long span.
        align = max(
            rooms, key=lambda side: (beside == (side != "center"), min(rooms[side], need, 120), clear.get(side), min(rooms[side], need), side == "left")
        )
        text = f"{row.short}\n{grammar.wrap(row.reading, rooms[align], bold)}"
        shift = grammar.LINE if align == "center" else 0
        labels.append(grammar.label(text, places[align], bottom + 5 + shift + grammar.height(text) / 2, f"{row.role}-text", align))
        tops.append(bottom + 5 + grammar.LINE / 2)
        bottom += grammar.height(text) + shift + 12
    table["top"] = tops
    axis, height = grammar.axis(claim, scale, head - 4, bottom)
    return grammar.layered(
        [
            *axis,
            *grammar.said_band(claim, scale, bottom),
            *grammar.said(claim, scale, bottom),
            *grammar.dots(table),
            *grammar.write(labels),
        ],
        height,
    )


def _list(claim: Claim, table: pd.DataFrame) -> alt.LayerChart:
    """A line downwards with the events on it in order, the stated date among them."""
    events = [
        {
            "at": row.value,
            "words": [row.text, grammar.wrap(row.reading, 258, row.role == "asked")],
            "style": row.role,
            "reading": row.reading,
            "text": row.text,
            "source": row.source,
        }
        for row in table.itertuples()
    ]
    for edge in grammar.stated_edges(claim)[:1]:
        events.append({"at": edge, "words": [grammar.said_words(claim, 258)], "style": "said"})
    events.sort(key=lambda event: event["at"])
    bottom, labels = 0, []
    for event in events:
        text = "\n".join(event.pop("words"))
        event.update(x=10, top=bottom + 6 + grammar.LINE / 2)
        labels.append(grammar.label(text, 26, bottom + 6 + grammar.height(text) / 2, f"{event['style']}-text"))
        bottom += grammar.height(text) + 12
    dots = pd.DataFrame(events)
    marks = [
        alt.Chart(part).mark_point(style="said-mark" if style == "said" else style).encode(x=grammar.x(), y=grammar.y())
        for style, part in dots.groupby("style")
    ]
    spine = grammar.uprights([{"x": 10, "style": "leader"}], events[0]["top"], events[-1]["top"])
    return grammar.layered([*spine, *marks, *grammar.write(labels)], bottom)


def describe(claim: Claim) -> str:
    """The stated date, each event with its date and how far it is off, and the verdict."""
    return words.whole(claim, "Events in the order of time.")
