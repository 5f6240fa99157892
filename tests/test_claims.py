"""The contract of every claim and of every chart form, over all that there are."""

import ast
import io
import json
import re
from xml.etree import ElementTree

import pytest
from conftest import DOCS
from PIL import Image

import build_charts
from charts import claims, pages, render, theme, verdict

CLAIMS = sorted(path.stem for path in (DOCS / "claims").glob("*.md"))
FORMS = sorted(claims.forms())
FRAMES = list(theme.FRAMES)
COLOURS = {"none", "transparent", "currentColor", *(f"var(--{role})" for role in theme.COLOURS)}
SVG = "{http://www.w3.org/2000/svg}"


def test_no_mistakes():
    """The content has no mistake."""
    assert [] == [str(problem) for problem in build_charts.check(DOCS).problems]


# ---------------------------------------------------------------- drawings


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("id", [*CLAIMS, "overview"])
class TestDrawing:
    """What holds for each drawing of each claim, wide and narrow."""

    @pytest.fixture
    def root(self, real, id, frame):
        """A drawing as a page holds it, parsed."""
        return ElementTree.fromstring(getattr(real.pictures[id], frame))

    def test_size(self, root, frame):
        """A drawing fits its frame, and has room for something."""
        _, _, width, height = map(float, root.get("viewBox").split())

        assert 0 < width <= theme.FRAMES[frame].width
        assert 0 < height

    def test_letters(self, root):
        """No text is smaller than 12 px."""
        sizes = {element.get("font-size") for element in root.iter(f"{SVG}text")}

        assert sizes
        assert [] == [size for size in sizes if float(size.removesuffix("px")) < theme.SMALLEST]

    def test_colours(self, root):
        """Every colour is one of the named ones, so that it follows light, dark and the reader's own colours."""
        used = {element.get(name) for element in root.iter() for name in ("fill", "stroke", "stop-color", "color")} - {None}

        assert used <= COLOURS
        assert not any(element.get("style") for element in root.iter())

    def test_no_other_host(self, root):
        """A drawing loads nothing and leads nowhere: what it shows is linked from the page, for a keyboard too."""
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}
        targets = [value for element in root.iter() for name, value in element.attrib.items() if name.endswith("href")]

        assert tags.isdisjoint({"a", "image", "script", "style", "foreignObject", "use"})
        assert [] == [target for target in targets if not target.startswith("#")]

    def test_hidden_from_readers_of_words(self, root):
        """A drawing is hidden from those who get its words instead, and holds no reader's keyboard."""
        assert ("true", "false") == (root.get("aria-hidden"), root.get("focusable"))


def test_ids_are_unique(real):
    """Drawings share no ids, so that any two can stand on one page."""
    ids = [id for pictures in real.pictures.values() for svg in (pictures.wide, pictures.narrow) for id in re.findall(r'\bid="([^"]+)"', svg)]

    assert len(set(ids)) == len(ids)


# ---------------------------------------------------------------- claims


@pytest.mark.parametrize("id", CLAIMS)
class TestClaim:
    """What holds for each claim."""

    def test_words_for_the_picture(self, real, id):
        """The text alternative names what is stated and the verdict."""
        claim, alt = real.ledger.claims[id], real.pictures[id].alt

        assert claim.stated is None or claim.stated.kind == "fact" or claim.said in alt
        assert claim.judgement.verdict.name in alt

    def test_prose(self, real, id):
        """The prose is 60 to 200 words long."""
        words = len(re.findall(r"\w[\w'’.,-]*", real.ledger.claims[id].body))

        assert 60 <= words <= 200

    def test_record(self, real, id):
        """The record has the fields that others rely on, and says of each reading what the table says."""
        record = real.ledger.claims[id].record()

        assert {"id", "claim", "stated", "unit", "verdict", "where", "readings", "sources"} <= set(record)
        assert record["verdict"] in verdict.BY_NAME
        assert [list(claims.COLUMNS)] * len(record["readings"]) == [list(row)[:5] for row in record["readings"]]
        assert {row["source"] for row in record["readings"]} == set(record["sources"])

    def test_picture_to_take_away(self, real, id):
        """The picture that leaves the site says its finding, its verdict and its source, in colours of its own."""
        claim, svg = real.ledger.claims[id], real.pictures[id].svg
        words = " ".join("".join(element.itertext()) for element in ElementTree.fromstring(svg).iter(f"{SVG}text"))

        assert claim.title == ElementTree.fromstring(svg).findtext(f"{SVG}title")
        assert "var(" not in svg
        assert claim.judgement.verdict.name in words
        assert "Source: " in words

    def test_png(self, real, id):
        """The PNG is a picture at double the size of the SVG."""
        width, height = map(float, ElementTree.fromstring(real.pictures[id].svg).get("viewBox").split()[2:])
        size = Image.open(io.BytesIO(real.pictures[id].png)).size

        assert size == pytest.approx((render.PNG_SCALE * width, render.PNG_SCALE * height), abs=1)


def test_words_differ(real):
    """No two pictures have the same text alternative."""
    alts = [pictures.alt for pictures in real.pictures.values()]

    assert len(set(alts)) == len(alts)


def test_every_claim_is_told(real):
    """Every claim is told or linked on a page that people wrote, beside the lists that the site makes."""
    told = set()
    for path in DOCS.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        told |= set(re.findall(r"\]\(claims/([\w-]+)\.md", text))
        told |= {id for _, _, arguments in pages.marks(text) for id in arguments or ()}

    assert [] == sorted(set(real.ledger.claims) - told)


def test_every_source_is_used(real):
    """Every source has the address of a web page, and a claim that rests on it."""
    assert [] == [id for id, source in real.ledger.sources.items() if not re.match(r"https?://[\w.-]+", source.address)]
    assert [] == [id for id in real.ledger.sources if not real.ledger.users(id)]


def test_ledger_as_data(real):
    """The whole ledger as data is the list of all records, in the article's order."""
    data = json.loads(build_charts.outputs(real)["claims.json"])

    assert [claim.record() for claim in real.ledger.claims.values()] == data


# ---------------------------------------------------------------- forms


@pytest.mark.parametrize("name", FORMS)
class TestForm:
    """What holds for each chart form."""

    @pytest.fixture
    def source(self, name):
        """The text of a form's file."""
        return (claims.FORMS / f"{name}.py").read_text(encoding="utf-8")

    def test_shape(self, name, source):
        """A form is a docstring of one sentence, its columns, and the functions `draw` and `describe`, each with its sentence."""
        tree = ast.parse(source)
        functions = {node.name: ast.get_docstring(node) for node in tree.body if isinstance(node, ast.FunctionDef)}

        assert re.fullmatch(r"[A-Z][^\n]*\.", ast.get_docstring(tree))
        assert isinstance(claims.forms()[name], dict)
        assert functions["draw"] and functions["describe"]

    def test_used(self, real, name, source):
        """A form is used by at least one claim, and names none."""
        assert name in {claim.form for claim in real.ledger.claims.values()}
        assert [] == [id for id in real.ledger.claims if f'"{id}"' in source]

    def test_no_colours(self, source):
        """A form sets no colours: the theme does."""
        words = [node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        set_here = [node.arg for node in ast.walk(ast.parse(source)) if isinstance(node, ast.keyword) and node.arg in ("color", "fill", "stroke")]

        assert [] == [word for word in words if re.search(r"#[0-9a-fA-F]{3,8}\b|var\(|rgb|hsl", word)]
        assert [] == set_here
