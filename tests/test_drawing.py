"""Drawings: every claim, wide and narrow, is drawn on its readings, and its words can be read."""

import ast
import copy
import importlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, product
from operator import itemgetter
from typing import Any

import pandas as pd
import pytest
import vl_convert
from altair.utils import schemapi
from conftest import DOCS, EXPLAINER, ROOT, claim_of
from PIL import ImageColor

from charts import blank, labels, places, specs, tables, theme
from charts.legend import legend_of
from charts.pictures import to_svg
from ledger.read import read_ledger

FORMS = sorted((ROOT / "charts" / "forms").glob("[!_]*.py"))
ALL = {**read_ledger(EXPLAINER / "docs").claims, **read_ledger(DOCS).claims}
CLAIMS = {id: claim for id, claim in ALL.items() if claim.readings}  # a draft may have none
SHIFT = 40  # px that a label may stand from its mark, at most
LONGEST = 30  # lines of a form's `draw`

every_drawing = pytest.mark.parametrize(
    "drawing",
    [(id, name) for id in CLAIMS for name in theme.FRAMES],
    ids=lambda drawing: "-".join((CLAIMS[drawing[0]].form, *drawing)),  # so `-k` runs one form
)


@dataclass(frozen=True)
class Item:
    """A thing that is drawn: its kind, the layer that it belongs to, its style, place and look."""

    kind: str
    layer: str
    style: str
    x: float
    y: float
    look: dict[str, Any]

    @property
    def lines(self) -> list[str]:
        """A text's lines."""
        text = self.look["text"]
        return list(text) if isinstance(text, list) else str(text).split("\n")

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Where the letters of a text stand: left, top, right, bottom."""
        size, bold = self.look.get("fontSize", 13), self.look.get("fontWeight") == "bold"
        wide = labels.room(["\n".join(self.lines)], bold, size)
        x, y = self.x + self.look.get("dx", 0), self.y + self.look.get("dy", 0)
        left = x - {"left": 0, "center": wide / 2, "right": wide}[self.look.get("align", "left")]
        middle = y + {"top": size / 2, "bottom": -size / 2}.get(
            self.look.get("baseline", "middle"), 0
        )
        more = labels.LINE * (len(self.lines) - 1)
        return left, middle - size * 0.4, left + wide, middle + size * 0.4 + more


@cache
def spec_of(id: str, name: str) -> dict[str, Any]:
    """The specification of a drawing."""
    claim, frame = CLAIMS[id], theme.FRAMES[name]
    with schemapi.debug_mode(False):
        return specs.spec_of(
            importlib.import_module(f"charts.forms.{claim.form}").draw(claim, frame), frame
        )


@cache
def scene_of(id: str, name: str) -> dict[str, Any]:
    """A drawing as Vega's scene, with its size."""
    return vl_convert.vegalite_to_scenegraph(spec_of(id, name))


@cache
def drawn(id: str, name: str) -> list[Item]:
    """All that a drawing shows."""
    return items_of(spec_of(id, name), scene_of(id, name))


def items_of(spec: dict[str, Any], scene: dict[str, Any]) -> list[Item]:
    """All that a scene shows."""
    styles = {name: style_of(layer) for name, layer in layers_of(spec)}
    return list(walk(scene["scenegraph"], styles, "", 0, 0))


def texts_of(id: str, name: str) -> list[Item]:
    """The words of a drawing."""
    return [item for item in drawn(id, name) if item.kind == "text" and any(item.lines)]


def walk(
    mark: dict[str, Any], styles: dict[str, str], layer: str, x: float, y: float
) -> Iterator[Item]:
    """The items of a mark of a scene and of all groups in it."""
    layer = mark.get("name") or layer
    for item in mark.get("items", []):
        at = x + item.get("x", 0), y + item.get("y", 0)
        if mark["marktype"] == "group":
            for part in item.get("items", []):
                yield from walk(part, styles, layer, *at)
        elif item.get("opacity") != 0:  # Vega hides the labels of an axis that have no room
            yield Item(
                mark["marktype"], layer, styles.get(layer.removesuffix("_marks"), ""), *at, item
            )


def layers_of(
    spec: dict[str, Any], name: str = "", data: str = ""
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each layer that has marks, by its name in the scene, with the name of its data in `table`."""
    data = spec.get("data", {}).get("name", data)
    if "layer" not in spec:
        yield name, {**spec, "table": data}
    for index, layer in enumerate(spec.get("layer", [])):
        yield from layers_of(layer, f"{name}_layer_{index}".lstrip("_"), data)


def style_of(layer: dict[str, Any]) -> str:
    """The first style of a layer's mark."""
    style = layer["mark"].get("style", "") if isinstance(layer["mark"], dict) else ""
    return style if isinstance(style, str) else style[0]


def parts(thing: Any) -> Iterator[dict[str, Any]]:
    """Every object of a specification but its data."""
    if isinstance(thing, dict):
        yield thing
        for name, part in thing.items():
            if name not in ("datasets", "config"):
                yield from parts(part)
    elif isinstance(thing, list):
        for part in thing:
            yield from parts(part)


@every_drawing
def test_real_scales(drawing):
    """Every place comes from a scale of Vega's, in the unit of the data, never from px."""
    spec = spec_of(*drawing)
    sizes = [spec.get("width"), spec.get("height")]

    channels = [part for part in parts(spec) if {"field", "datum"} & part.keys()]
    domains = [part["domain"] for part in parts(spec) if isinstance(part.get("domain"), list)]

    assert not [channel for channel in channels if channel.get("scale", {}) is None]
    assert not [domain for domain in domains if domain[0] == 0 and domain[-1] in sizes]
    assert not [
        part for part in parts(spec) if part.get("reverse") or part.get("sort") == "descending"
    ]


@every_drawing
def test_real_data(drawing):
    """Every layer draws the readings or the stated value, whose rows are no places in px."""
    spec, claim = spec_of(*drawing), CLAIMS[drawing[0]]

    tables = {layer["table"] for _, layer in layers_of(spec)}
    names = {
        row.get("reading", "").partition("\n")[0] for row in spec["datasets"].get("readings", [])
    }

    assert tables <= {"readings", "stated"} | {
        name for name in spec["datasets"] if name.startswith(("readings", "stated", "days"))
    }
    assert len(names) <= len(claim.readings)
    assert not {column for rows in spec["datasets"].values() for row in rows for column in row} & {
        "x",
        "y",
        "x2",
        "y2",
        "top",
        "left",
    }


@every_drawing
def test_styles(drawing):
    """Every style that a mark names is one of the theme's, so that it has its colours."""
    named = [layer["mark"].get("style", []) for _, layer in layers_of(spec_of(*drawing))]
    known = theme.config(theme.FRAMES[drawing[1]])["style"]

    assert [] == [
        style
        for styles in named
        for style in ([styles] if isinstance(styles, str) else styles)
        if style not in known
    ]


@every_drawing
def test_the_subject_is_blue(drawing):
    """What a chart is about is blue: a mark of each has the colour of the record."""
    blue = theme.colour("record")

    assert [
        item
        for item in drawn(*drawing)
        if item.kind != "text" and item.layer and blue in map(item.look.get, ("fill", "stroke"))
    ]


@every_drawing
def test_the_legend_is_the_marks(drawing):
    """The legend names each role that a mark has, and what is stated; ✓ and ✕ tell themselves."""
    id, name = drawing
    spec = spec_of(id, name)
    roles = ("said", "asked", "rival", "context", "subject")
    marked = {item.style for item in drawn(id, name) if item.kind != "text"}
    marked = {style for style in marked if not style.endswith("-sign")}

    told = legend_of(spec, to_svg(spec))
    told = {"context" if kind == "planned" else kind for kind in told}

    assert {role for role in roles if any(kind.startswith(role) for kind in told)} == {
        role for role in roles if any(style.startswith(role) for style in marked)
    }


@every_drawing
def test_asked_readings_are_drawn(drawing):
    """Every asked reading that the form can show has a mark and a label, which readings that differ
    in their source alone share.
    """
    claim = CLAIMS[drawing[0]]
    asked = {
        (row.name, claim.show(row.value), *map(str, row.extra.values()))
        for row in claim.readings
        if row.role == "asked" and row.value.kind in claim.shows
    }

    rows = [row for row in spec_of(*drawing)["datasets"]["readings"] if row["role"] == "asked"]
    marked = [item for item in drawn(*drawing) if item.kind != "text" and item.layer]
    texts = " ".join(line for item in texts_of(*drawing) for line in item.lines)

    assert len(rows) == len(asked) <= len(marked)
    for row in rows:
        assert row.get("value") is None or row["short"] in texts or row["plain"] in texts


@every_drawing
def test_no_label_is_cut(drawing):
    """No text of a drawing is cut by its frame."""
    scene, frame = scene_of(*drawing), theme.FRAMES[drawing[1]]
    left, top = (-part for part in scene["origin"])
    right, bottom = left + frame.width, top + scene["height"]

    cut = [
        item.lines
        for item in texts_of(*drawing)
        for box in [item.box]
        if box[0] < left - 1 or box[1] < top - 1 or box[2] > right + 1 or box[3] > bottom + 1
    ]

    assert not cut


@every_drawing
def test_no_labels_overlap(drawing):
    """No two texts of a drawing lie on one another."""
    texts = texts_of(*drawing)

    both = [
        (a.lines, b.lines)
        for a, b in combinations(texts, 2)
        if a.box[0] < b.box[2] - 1
        and b.box[0] < a.box[2] - 1
        and a.box[1] < b.box[3] - 1
        and b.box[1] < a.box[3] - 1
    ]

    assert not both


@every_drawing
def test_labels_keep_to_their_side(drawing):
    """The label of a value is never crossed by the amber line, and never beyond it."""
    fields = {
        name: layer.get("encoding", {}).get("text", {}).get("field")
        for name, layer in layers_of(spec_of(*drawing))
    }
    values = [
        item
        for item in texts_of(*drawing)
        if fields.get(item.layer.removesuffix("_marks")) in ("short", "label", "plain")
    ]
    lines = [item for item in drawn(*drawing) if item.style == "said-rule"]

    for line, item in product(lines, values):
        across = "y2" in line.look  # an upright line, which parts left from right
        at, mark = (line.x, item.x) if across else (line.y, item.y)
        first, last = (item.box[0], item.box[2]) if across else (item.box[1], item.box[3])
        assert (
            last <= at + 1
            if mark < at - 0.1
            else first >= at - 1
            if mark > at + 0.1
            else not first + 1 < at < last - 1
        )


@every_drawing
def test_only_labels_are_moved(drawing):
    """A label stands at most 40 px from its mark, and nothing but labels is moved from its place."""
    moved = [
        part
        for part in parts(spec_of(*drawing))
        if {"xOffset", "yOffset", "x2Offset", "y2Offset"} & part.keys()
    ]

    far = [
        item.lines
        for item in texts_of(*drawing)
        if max(abs(item.look.get(side, 0)) for side in ("dx", "dy")) > SHIFT
    ]

    assert not far
    assert not [part for part in moved if not {"field", "shorthand"} & part.keys()]


@pytest.mark.parametrize(
    "id",
    [
        id
        for id, claim in CLAIMS.items()
        if "fact" not in claim.shows and "number" in {row.value.kind for row in claim.readings}
    ],
    ids=lambda id: f"{CLAIMS[id].form}-{id}",
)
def test_one_value_moves_its_own_marks(id):
    """Another number in one row moves that reading's marks and no others, since Vega finds the places."""
    spec = copy.deepcopy(spec_of(id, "wide"))
    rows = sorted(
        (row for row in spec["datasets"]["readings"] if isinstance(row.get("value"), int | float)),
        key=itemgetter("value"),
    )
    row, old, new = (
        rows[len(rows) // 2],
        rows[len(rows) // 2]["value"],
        (rows[0]["value"] + rows[-1]["value"]) * 0.47,
    )

    row["value"] = new
    after = items_of(spec, vl_convert.vegalite_to_scenegraph(spec))
    moved = moved_of(drawn(id, "wide"), after)

    assert moved or new == old
    # A point of a series has a line to either side.
    assert all(n == 1 or (kind == "rule" and n == 2) for (_, kind), n in moved.items())


def moved_of(before: list[Item], after: list[Item]) -> Counter[tuple[str, str]]:
    """How many marks of each layer have moved; where their number changed, how many columns."""

    def by_layer(items: list[Item]) -> dict[tuple[str, str], list[Item]]:
        keys = {(item.layer, item.kind) for item in items}
        return {key: [item for item in items if (item.layer, item.kind) == key] for key in keys}

    first, then = by_layer(before), by_layer(after)
    found = Counter[tuple[str, str]]()
    for key, items in first.items():
        others = then.get(key, [])
        if len(items) == len(others):
            found[key] = sum(one != other for one, other in zip(items, others, strict=True))
        else:
            changed = [one for one in items if one not in others]
            changed += [one for one in others if one not in items]
            found[key] = len({one.x for one in changed})
    return +found


@pytest.mark.parametrize("name", theme.FRAMES)
def test_every_kind_of_value_has_its_mark(name):
    """A range is drawn from its low to its high end, a bound with an arrow, and neither as a number that nobody gave."""
    rows = [
        ("asked", "4 to 9", "A range"),
        ("rival", "more than 6", "A bound"),
        ("context", "5", "A number"),
    ]
    claim, frame = claim_of("at most 7", "days", rows), theme.FRAMES[name]
    spec = specs.spec_of(importlib.import_module("charts.forms.readings").draw(claim, frame), frame)

    items = items_of(spec, vl_convert.vegalite_to_scenegraph(spec))
    found = {
        style: [item for item in items if item.style == style and item.kind != "text"]
        for style in ("asked", "rival", "rival-line")
    }

    assert [item.kind for item in found["asked"]] == ["rect"]
    assert [item.kind for item in found["rival"]] == ["symbol"]
    assert [item.kind for item in found["rival-line"]] == ["symbol"]


def test_one_figure_of_several_sources_is_one_row():
    """Readings that differ in their source alone are one row, which says how many sources it has."""
    rows = [("asked", "7", "A count"), ("asked", "7", "A count"), ("context", "8", "A count")]
    claim = claim_of("7", "days", rows)
    first, *others = claim.readings
    told = replace(first.source, publisher="Another house", origin="Another house")
    readings = (first, *(replace(row, sources=(told,)) for row in others))

    both = tables.readings(replace(claim, readings=readings[:2]), theme.FRAMES["wide"])
    three = tables.readings(replace(claim, readings=readings), theme.FRAMES["wide"])

    assert ["A count (2 sources)"] == list(both["reading"])
    assert [7, 8] == list(three["value"])


def test_one_moment_alone():
    """A scale of one moment has it in the middle, as Vega does."""
    assert 50 == places.along(3, [3, 3], 100)


@pytest.mark.parametrize("name", theme.FRAMES)
def test_nothing_to_draw(name):
    """A draft without readings has a picture of one line of words, whatever its form."""
    spec = json.loads(specs.draw_claim(claim_of("7", "days", [])).specs)[name]

    items = items_of(spec, vl_convert.vegalite_to_scenegraph(spec))

    assert [[blank.WORDS]] == [item.lines for item in items if item.kind == "text"]


@pytest.mark.parametrize(
    ("names", "order"),
    [
        (
            ["May 2024", "2023", "A comparison", "December 2023"],
            ["2023", "December 2023", "A comparison", "May 2024"],
        ),
        (
            ["Noon, 2 p.m.", "Report, 3:58 a.m.", "12:30 a.m."],
            ["12:30 a.m.", "Report, 3:58 a.m.", "Noon, 2 p.m."],
        ),
        (["Second quarter of 2025", "February 2025"], ["February 2025", "Second quarter of 2025"]),
        (["The larger", "The smaller"], ["The larger", "The smaller"]),
    ],
)
def test_rows_that_tell_a_time_stand_in_its_order(names, order):
    """Rows whose names tell a time stand in its order, and all others where they were."""
    table = pd.DataFrame({"reading": names})

    assert list(tables.in_time(table)["reading"]) == order


@pytest.mark.parametrize(
    ("names", "order"),
    [
        (["9:41 GMT", "An index, close", "An index, midday", "8:15 GMT"], [3, 0, 2, 1]),
        (["9:41 GMT", "An index", "An index, midday", "8:15 GMT"], [0, 1, 2, 3]),
    ],
)
def test_ranked_rows_that_all_tell_an_hour_stand_in_its_order(names, order):
    """Rows are ranked by size, but stand in the order of time where every name tells an hour."""
    table = pd.DataFrame({"reading": names, "value": [-4, -3, -2, -1]})

    assert [names[row] for row in order] == list(tables.by_size(table)["reading"])


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_knows_no_claim_and_no_colour(path):
    """A form's file names no claim and no colour, and its `draw` is short enough to be read at a glance."""
    text = path.read_text()
    tree = ast.parse(text)
    draw = next(
        part for part in tree.body if isinstance(part, ast.FunctionDef) and part.name == "draw"
    )
    words = {part.value for part in ast.walk(tree) if isinstance(part, ast.Constant)}
    given = [
        part.arg
        for part in ast.walk(tree)
        if isinstance(part, ast.keyword)
        and re.search("(?i)(colou?r|fill|stroke|background)$", part.arg or "")
        and isinstance(part.value, ast.Constant)
        and part.value.value is not None
    ]

    assert not given
    assert not words & {*ImageColor.colormap}
    assert not re.findall(r"#[0-9a-f]{3,8}\b|var\(|rgb|colour\(", text)
    assert not [id for id in CLAIMS if f'"{id}"' in text]
    assert draw.end_lineno - draw.lineno < LONGEST
