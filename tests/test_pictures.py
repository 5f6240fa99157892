"""Pictures: words and numbers stay as they are, and every file to take away stands on its own."""

import io
import json
from xml.etree import ElementTree

import altair
import pytest
import vl_convert
from PIL import Image

from charts import legend, pictures, poster, render, specs, svg, theme

# ---------------------------------------------------------------- what is drawn


WORDS = 'The sign role="mast" here, url(#x), <b>&amp; 0.98765432 id="y" var(--said)'


def texts(markup):
    """The words of an SVG, each text in its place."""
    return ["".join(part.itertext()) for part in svg.parts(markup, "text")]


def svg_of(text="", **attributes):
    """A small SVG as the converter writes them, with one text or other element in it."""
    inner = svg.element("text", text, **attributes)
    root = svg.element("svg", xmlns=svg.NAMESPACE, width=100, height="40.5")
    root.append(inner)
    return ElementTree.tostring(root, encoding="unicode")


def test_words_stay():
    """No word of a drawing is changed, whatever it looks like."""
    assert [WORDS] == texts(svg.tidied(svg_of(WORDS), "one").svg)


def test_words_stay_in_posters():
    """A title, a measure and a source stand on the poster as they are."""
    drawing = svg.Drawing(svg_of(WORDS), 640, 40)

    words = texts(poster.poster(drawing, WORDS, WORDS, "Holds", WORDS))

    assert "Holds" in words
    assert 3 == words.count(WORDS)  # the measure, the chart and the source
    assert WORDS.split() == " ".join(words).split()[: len(WORDS.split())]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("id", "clip", "one-clip"),
        ("clip-path", "url(#clip)", "url(#one-clip)"),
        ("href", "#clip", "#one-clip"),
        ("href", "https://example.org/#clip", "https://example.org/#clip"),
        ("role", "graphics-symbol", None),
        ("aria-label", "x: 1", None),
        ("font-family", theme.FONT, None),
        ("opacity", "1", None),
        ("opacity", "0.14", "0.14"),
        ("font-family", "serif", "serif"),
        ("fill", "var(--said)", "var(--said)"),
        ("transform", "translate(1.23456,-0.0001) rotate(-90)", "translate(1.23,0) rotate(-90)"),
        ("d", "M-5.244,0.005L1e-7,-.5ZA2,2,0,1,1,3.999,12", "M-5.24,0.01L0,-0.5ZA2,2,0,1,1,4,12"),
        ("stroke-dasharray", "1.5,4.123", "1.5,4.123"),
        ("class", "mark-text role-mark", None),
    ],
)
def test_attributes(name, before, after):
    """Attributes are made fit for a page: unique ids, short numbers, nothing for screen readers."""
    (text,) = svg.parts(svg.tidied(svg_of("x", **{name: before}), "one").svg, "text")

    assert after == text.get(name)


@pytest.mark.parametrize(("look", "count"), [({}, 0), ({"fill": "red"}, 1), ({"stroke": "red"}, 1)])
def test_grounds(look, count):
    """A ground that nothing paints is left out."""
    root = svg.element("svg", xmlns=svg.NAMESPACE, width=1, height=1)
    root.append(svg.element("path", d="M0,0h1", **{"class": "background"}, **look))

    made = svg.tidied(ElementTree.tostring(root, encoding="unicode"), "one")

    assert count == len([*svg.parts(made.svg, "path")])


def test_size():
    """A drawing knows its size, and is hidden from those who get the words instead."""
    drawing = svg.tidied(svg_of(), "one")
    (root,) = svg.parts(drawing.svg, "svg")

    assert (100, 40.5) == (drawing.width, drawing.height)
    assert ("true", "false") == (root.get("aria-hidden"), root.get("focusable"))


def test_halo():
    """The halo of a label lies under its letters."""
    halo = svg.tidied(svg_of("x", stroke="white"), "one").svg

    assert ["stroke"] == [part.get("paint-order") for part in svg.parts(halo, "text")]


def example(ledger, form):
    """One real claim of a form."""
    return next((claim for claim in ledger.claims.values() if claim.form == form), None)


@pytest.fixture(
    scope="module", params=sorted(path.stem for path in render.HERE.glob("forms/[!_]*.py"))
)
def sample(request, ledger):
    """A real claim of each form, drawn: its specifications and its pictures."""
    claim = example(ledger, request.param)
    if not claim:
        pytest.skip(f"no claim is drawn as {request.param}")
    drawn = specs.draw_claim(specs.given(claim))
    return drawn, pictures.render(drawn, claim.id)


def test_published(sample):
    """The published specification is one valid chart, in real colours, on its own."""
    _, made = sample
    spec = json.loads(made.spec)

    altair.LayerChart.from_dict(spec)

    assert "var(" not in made.spec
    assert spec["$schema"].startswith("https://vega.github.io/schema/vega-lite/v")
    assert "readings" in spec["datasets"]
    assert {"width", "height"} <= set(spec)


def test_published_picture(sample):
    """The published specification, rendered, is the drawing of the page in light colours."""
    drawn, made = sample

    shown = svg.tidied(pictures.to_svg(json.loads(made.spec)), "one").svg

    size = f'width="{made.wide.width:g}" height="{made.wide.height:g}"'
    ground = f'<rect {size} fill="{theme.COLOURS["card"][0]}" />'
    page = theme.fixed(svg.tidied(pictures.to_svg(json.loads(drawn.specs)["wide"]), "one").svg)
    assert page == shown.replace(ground, "", 1)


def test_poster(sample):
    """The poster says finding, verdict and source, has colours of its own, and its PNG is small."""
    drawn, made = sample
    words = " ".join(texts(made.svg))

    assert all(part in words for part in (drawn.title, drawn.verdict, drawn.credit))
    assert "var(" not in made.svg
    png = pictures.to_png(made.svg)  # which is made apart
    assert len(png) < 160_000
    assert (png[:4], pictures.PNG_SCALE) == (b"\x89PNG", 2)


def test_png_without_loss():
    """The PNG of a poster has the very pixels that the converter made."""
    markup = svg.picture(30, 20, "said", svg.words("x", 2, 15, 14, "ink"))

    expected = Image.open(io.BytesIO(vl_convert.svg_to_png(markup, scale=2))).convert("RGB")

    found = Image.open(io.BytesIO(pictures.to_png(markup))).convert("RGB")
    assert (expected.size, expected.tobytes()) == (found.size, found.tobytes())


# ---------------------------------------------------------------- what a legend says


def layer(style, rows, **mark):
    """A layer of points in a style, for some rows."""
    place = {"field": "x", "type": "quantitative"}
    return {
        "data": {"values": [{"x": row, "role": "asked"} for row in rows]},
        "mark": {"type": "point", "style": style, **mark},
        "encoding": {"x": place},
    }


NEVER = {"transform": [{"filter": "datum.role == 'rival'"}]}


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ([layer("context", [1]), layer("asked", [1, 2])], ("asked", "context")),
        ([layer("asked", []), layer("rival", [1])], ("rival",)),
        ([layer("asked", [1]) | NEVER], ()),
        (
            [{"layer": [layer("asked", [1]), layer("rival", [])]}, layer("gap", [2])],
            ("asked", "gap"),
        ),
        ([layer(["asked-line", "bound"], [1])], ("bound",)),
        ([layer(["asked", "range"], [1], type="bar")], ("asked", "range")),
        (
            [layer("asked", [1], type="bar"), layer("rival-line", [1], type="tick")],
            ("asked-bar", "rival-line"),
        ),
        (
            [layer("context-hollow", [1], type="bar"), layer("asked-hollow", [1])],
            ("asked-planned", "planned-bar"),
        ),
        ([layer(["asked-line", "planned"], [1], type="tick")], ("asked-planned",)),
        ([layer(["asked-sign", "yes"], [1]), layer(["rival-sign", "no"], [1])], ("yes", "no")),
        ([layer("asked-text", [1]), layer("leader", [1])], ()),
        ([layer("said-rule", [1]), layer("said-mark", [1])], ("said",)),
    ],
)
def test_legend(layers, expected):
    """The legend names the kinds of mark that are seen, in reading order, and no others."""
    schema = f"https://vega.github.io/schema/vega-lite/{altair.SCHEMA_VERSION}.json"
    spec = {"$schema": schema, "layer": layers, "config": theme.config(theme.FRAMES["wide"])}

    assert expected == legend.legend_of(spec, pictures.to_svg(spec))


def test_legend_has_styles():
    """Each kind of mark is known by styles that the theme has."""
    known = {*legend.PLAIN, *legend.SIGNS}.union(*legend.ROLES.values())

    assert set() == known - set(theme.config(theme.FRAMES["wide"])["style"])
