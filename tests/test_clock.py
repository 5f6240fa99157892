"""The clock: reports stand at their time, and over hours where no source gives it."""

import re
from dataclasses import replace

import pandas as pd
import pytest
import vl_convert
from conftest import claim_of
from test_drawing import items_of, walk

from charts import clocks, hours, specs, svg, theme
from charts.forms import clock
from charts.render import drawing_of

NEW_YORK, SESSION = "New York, UTC-5", "9:30 to 16:00"
ROWS = [
    ("asked", "-17", "Close", "16:00", NEW_YORK),
    ("rival", "-6.9", "A report without an hour", "4:00 to 9:30", NEW_YORK),
    ("context", "-9.8", "A report with its hour", "5:11", NEW_YORK),
    ("context", "-12", "A report of elsewhere", "12:05", "GMT, UTC+0"),
    ("context", "-10", "Smallest fall", "all of 9:30 to 16:00", NEW_YORK),
    ("context", "-18", "Deepest fall", "all of 9:30 to 16:00", NEW_YORK),
    ("context", "-3", "Another day", "", NEW_YORK),
]
every_frame = pytest.mark.parametrize("frame", theme.FRAMES.values(), ids=lambda frame: frame.name)


def timed(rows=ROWS, stated="-6.5", name="made-up"):
    """A claim whose readings have a time, a zone and a session."""
    claim = claim_of(stated, "%", [row[:3] for row in rows])
    readings = [
        replace(reading, extra={"time": row[3], "zone": row[4], "session": SESSION})
        for reading, row in zip(claim.readings, rows, strict=True)
    ]
    return replace(claim, id=name, label=name.title(), form="clock", readings=tuple(readings))


def drawn(claim, frame):
    """All that the picture of one claim shows."""
    spec = specs.spec_of(clock.draw(claim, frame), frame)
    return items_of(spec, vl_convert.vegalite_to_scenegraph(spec))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("9:40", "09:40", "09:40"),
        ("4:00 to 9:30", "04:00", "09:30"),
        ("all of 9:30 to 16:00", "09:30", "16:00"),
    ],
)
def test_times(text, first, last):
    """A time is a moment, or the hours from its first to its last."""
    start, end = hours.span(text)

    assert (f"{start:%H:%M}", f"{end:%H:%M}") == (first, last)


@pytest.mark.parametrize(
    ("read", "text"),
    [(hours.span, "in the morning"), (hours.span, "9.40"), (hours.zone, "New York")],
)
def test_unreadable_times(read, text):
    """A time or a zone that cannot be read is refused with an example."""
    with pytest.raises(ValueError, match=f"'{re.escape(text)}' is no .*Write it like "):
        read(text)


def test_one_clock_for_all_zones():
    """A report of another zone stands at its moment on the clock of what is asked."""
    claim, frame = timed(), theme.FRAMES["wide"]

    table = hours.table(claim, frame, hours.clock_of(claim))

    at = dict(zip(table["reading"], table["at"], strict=True))
    assert at["A report of elsewhere"] == hours.DAY + pd.Timedelta(hours=7, minutes=5)
    assert "Another day" not in at


@every_frame
def test_no_hour_is_no_point(frame):
    """A figure whose hour no source gives is a bar over its hours, and the others are points."""
    items = [item for item in drawn(timed(), frame) if item.kind != "text"]

    kinds = {style: [i.kind for i in items if i.style == style] for style in ("asked", "rival")}

    assert kinds == {"asked": ["symbol"], "rival": ["rect"]}
    assert 2 == sum(item.style == "context" and item.kind == "symbol" for item in items)


@every_frame
def test_nothing_joins_two_reports(frame):
    """No line leads from one report to another: each is upright, or level with what is said."""
    items = drawn(timed(), frame)

    rules = [item for item in items if item.kind == "rule"]

    assert not [item for item in items if item.kind in ("line", "trail", "area")]
    assert all("y2" not in i.look or "x2" not in i.look or i.x == i.look["x2"] for i in rules)


@pytest.mark.parametrize(("rows", "bands"), [(ROWS, 1), ([*ROWS[:5], *ROWS[6:]], 0)])
def test_range_of_the_session(rows, bands):
    """The session's range is a band where both its ends are known, and none where one is."""
    items = drawn(timed(rows), theme.FRAMES["wide"])

    assert bands == sum(item.style == "session" for item in items)


@every_frame
@pytest.mark.parametrize("count", [1, 2, 5])
def test_picture_of_many(frame, count):
    """Every claim has its name, which leads to it, and the names fit into the frame."""
    claims = [timed(name=f"firm-{number}") for number in range(count)]

    chart = clocks.draw(claims, frame)
    scene = vl_convert.vegalite_to_scenegraph(specs.spec_of(chart, frame))
    texts = [i for i in walk(scene["scenegraph"], {}, "", 0, 0) if i.kind == "text"]
    links = {part.get("href") for part in svg.parts(drawing_of(chart, frame, "x").svg, "a")}

    left, top = (-part for part in scene["origin"])
    names = {line for item in texts for line in item.lines}
    assert {claim.name for claim in claims} <= names
    assert {f"claims/{claim.id}/" for claim in claims} == links
    for box in (item.box for item in texts):
        assert left - 1 <= box[0] and box[2] <= left + frame.width + 1
        assert top - 1 <= box[1] and box[3] <= top + scene["height"] + 1


def test_finding_is_counted():
    """The title counts the figures that are of the close, and those that come near another hour."""
    early, late = timed(), timed(stated="-17")

    assert clocks.title([early, late]) == (
        "One of these two figures is that of the close; one comes near an earlier hour"
    )
