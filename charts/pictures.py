"""From finished specifications to pictures: two drawings for pages, and a poster to take away."""

import io
import json
from dataclasses import dataclass
from typing import Any

from charts import faces, theme
from charts.drawn import Drawn, Spec
from charts.legend import legend_of
from charts.links import linked, names_of
from charts.poster import poster
from charts.svg import Drawing, tidied

LIBRARIES = ("pillow", "vl-convert-python")  # what they make may differ from release to release
PNG_SCALE = 2


@dataclass(frozen=True)
class Pictures:
    """What is made of a claim: two drawings for pages, the words for them, and files to take away.

    `alt` is the text alternative, `legend` the kinds of mark that are seen. `svg` and `png` are the
    poster. `spec` is the wide chart as one specification.
    """

    alt: str
    legend: tuple[str, ...]
    wide: Drawing
    narrow: Drawing
    svg: str
    png: bytes
    spec: str
    title: str
    measure: str

    @classmethod
    def of(cls, kept: dict[str, Any], alt: str) -> "Pictures":
        """The pictures that were kept as data, with their text alternative."""
        frames = {frame: Drawing(**kept[frame]) for frame in theme.FRAMES}
        return cls(**{**kept, **frames, "legend": tuple(kept["legend"]), "alt": alt})


def render(drawn: Drawn, name: str) -> Pictures:
    """Make the pictures of what is drawn, but for the PNG of the poster, which `to_png` makes.

    `name` makes the ids in its SVGs unique on a page.
    """
    specs = json.loads(drawn.specs)
    made = {frame: to_svg(linked(specs[frame])) for frame in theme.FRAMES}
    wide, narrow = (
        tidied(svg, f"{name}-{frame}", names_of(specs[frame])) for frame, svg in made.items()
    )
    svg = poster(wide, drawn.title, drawn.measure, drawn.verdict, drawn.credit)
    return Pictures(
        drawn.alt,
        legend_of(specs["wide"], made["wide"]),
        wide,
        narrow,
        svg,
        b"",
        published(specs["wide"]),
        drawn.title,
        drawn.measure,
    )


def begin() -> None:
    """Make a picture of nothing: a converter takes long for its first one."""
    import altair as alt

    to_svg({"$schema": alt.SCHEMA_URL, "data": {"values": []}, "mark": "point"})


def to_svg(spec: Spec) -> str:
    """A Vega-Lite specification as SVG, as the converter writes it."""
    import vl_convert

    release = _release(spec["$schema"].rpartition("/")[2])
    svg: str = vl_convert.vegalite_to_svg(spec, vl_version=release, show_warnings=False)
    return svg


def to_png(svg: str, scale: float = PNG_SCALE, colours: int = 0) -> bytes:
    """A whole SVG on an opaque ground as a small PNG, without loss unless `colours` are counted."""
    import vl_convert
    from PIL import Image

    faces.register()
    picture = Image.open(io.BytesIO(vl_convert.svg_to_png(svg, scale=scale))).convert("RGB")
    if colours:
        palette, no = Image.Quantize.MEDIANCUT, Image.Dither.NONE
        picture = picture.quantize(colours, method=palette, dither=no)
    small = io.BytesIO()
    picture.save(small, "PNG", optimize=bool(colours))
    return small.getvalue()


def published(spec: Spec) -> str:
    """A chart as a specification that shows it anywhere: JSON, in real, light colours."""
    look = {name: part for name, part in spec.items() if name != "datasets"}
    look["config"] = {**look["config"], "background": theme.colour("card")}
    look = json.loads(theme.fixed(json.dumps(look, ensure_ascii=False)))
    whole = {**look, "datasets": spec["datasets"]}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _release(version: str) -> str:
    """`6.4` of `v6.4.1` or `v6.4.1.json`, which is how the converter names a release."""
    return ".".join(version.lstrip("v").split(".")[:2])
