"""The contract of every claim, of its words and of its drawings, over all that there are."""

import ast
import pickle
import re
from xml.etree import ElementTree

import pytest
from conftest import DOCS

from charts import theme
from ledger.forms import FORMS, forms
from ledger.pairs import read_stated
from ledger.reading import COLUMNS
from ledger.verdict import BY_NAME

CLAIMS = sorted(path.stem for path in (DOCS / "claims").glob("*.md"))
COLOURS = {"none", "transparent", "currentColor", *(f"var(--{role})" for role in theme.COLOURS)}
SVG = "{http://www.w3.org/2000/svg}"
ROW = re.compile(r"claims/[a-z0-9-]+/(#reading-\d+)?$|#reading-\d+$")


def test_no_mistakes(ledger):
    """The content has no mistake, and every claim of it is read."""
    assert ((), CLAIMS) == (ledger.mistakes, sorted(ledger.claims))


# ---------------------------------------------------------------- claims


@pytest.mark.parametrize("id", CLAIMS)
class TestClaim:
    """What holds for each claim."""

    def test_record(self, ledger, id):
        """The record has the fields that others rely on, and the readings of the table."""
        record = ledger.claims[id].record()
        rows = [list(row)[: len(COLUMNS)] for row in record["readings"]]

        assert {"id", "claim", "stated", "unit", "verdict", "where", "readings", "sources"} <= {
            *record
        }
        assert record["draft"] or record["verdict"] in BY_NAME
        assert [list(COLUMNS)] * len(rows) == rows
        assert {id for row in record["readings"] for id in row["source"].split()} == {
            *record["sources"]
        }

    def test_table(self, ledger, id):
        """The table that is published is the one that was written."""
        lines = [line.split(",")[0] for line in written(id) if line]

        assert len(ledger.claims[id].rows()) == len(lines)
        assert list(ledger.claims[id].rows()[0]) == written(id)[0].split(",")

    def test_sentence(self, ledger, id):
        """The parts of a sentence taken apart make the sentence, and lead to what tests them."""
        claim = ledger.claims[id]
        asked = {number for number, row in enumerate(claim.readings, 1) if row.role == "asked"}

        assert "".join(part.text for part in claim.marked) in ("", claim.sentence)
        assert {row for part in claim.marked for row in part.rows} in (set(), asked)
        assert all(bool(part.rows) == (part.state == "tested") for part in claim.marked)
        assert all(bool(part.why) == (part.state == "not judged") for part in claim.marked)

    def test_readings_of_other_claims(self, ledger, id):
        """A reading of another claim has the value, the sources and the proof that stand there."""
        for row in ledger.claims[id].readings:
            there = ledger.claims[row.of].readings if row.of else [row]

            assert (row.value, row.sources, row.proof) in [
                (one.value, one.sources, one.proof) for one in there
            ]

    def test_stated(self, ledger, id):
        """What a claim states can be read from its words alone."""
        claim = ledger.claims[id]

        assert claim.stated is None or claim.stated == read_stated(DOCS, id)

    def test_travels(self, ledger, id):
        """A claim is drawn in another process: it comes back as it was sent."""
        assert ledger.claims[id] == pickle.loads(pickle.dumps(ledger.claims[id]))  # noqa: S301

    def test_something_judges(self, ledger, id):
        """What judges is drawn by the claim's form, or told as text beside it."""
        claim = ledger.claims[id]
        judging = [row for row in claim.readings if row.role != "context"]

        assert judging == [
            row for row in judging if row.value.kind in claim.shows or row in claim.told
        ]

    def test_words_for_the_picture(self, real, id):
        """The text alternative names what is stated and the verdict."""
        claim, alt = real.ledger.claims[id], real.pictures[id].alt

        assert claim.stated is None or claim.stated.kind == "fact" or claim.said in alt
        assert claim.verdict.name in alt


def written(id):
    """The lines of a claim's table."""
    return (DOCS / "claims" / f"{id}.csv").read_text(encoding="utf-8").split("\n")


def test_words_differ(real):
    """No two pictures have the same text alternative."""
    alts = [pictures.alt for pictures in real.pictures.values()]

    assert len(set(alts)) == len(alts)


# ---------------------------------------------------------------- drawings


@pytest.mark.parametrize("frame", theme.FRAMES)
@pytest.mark.parametrize("id", [*CLAIMS, "overview"])
class TestDrawing:
    """What holds for each drawing of each claim, wide and narrow."""

    @pytest.fixture
    def root(self, real, id, frame):
        """A drawing as a page holds it, parsed."""
        return ElementTree.fromstring(getattr(real.pictures[id], frame).svg)

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
        """Every colour is a named one, so that it follows light, dark and the reader's own colours."""
        names = ("fill", "stroke", "stop-color", "color")
        used = {element.get(name) for element in root.iter() for name in names} - {None}

        assert used <= COLOURS
        assert not any(element.get("style") for element in root.iter())

    def test_no_other_host(self, root):
        """A drawing loads nothing, and leads nowhere but to rows of its claim's page."""
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}
        attributes = [pair for element in root.iter() for pair in element.attrib.items()]
        targets = [value for name, value in attributes if name.endswith("href")]

        assert tags.isdisjoint({"image", "script", "style", "foreignObject", "use"})
        assert [] == [target for target in targets if not ROW.match(target)]

    def test_hidden_from_readers_of_words(self, root):
        """A drawing in which nothing can be reached is hidden from those who get its words."""
        reached = [link for link in root.iter(f"{SVG}a") if "tabindex" not in link.attrib]
        hidden = ("true", "false") == (root.get("aria-hidden"), root.get("focusable"))

        assert hidden == (not reached)


def test_ids_are_unique(real):
    """Drawings share no ids, so that any two can stand on one page."""
    drawings = [
        one for pictures in real.pictures.values() for one in (pictures.wide, pictures.narrow)
    ]
    ids = [id for drawing in drawings for id in re.findall(r'\bid="([^"]+)"', drawing.svg)]

    assert len(set(ids)) == len(ids)


# ---------------------------------------------------------------- forms


@pytest.mark.parametrize("name", sorted(forms()))
def test_form(name):
    """A form begins with a sentence, and has `draw` and `describe`, each with its own."""
    tree = ast.parse((FORMS / f"{name}.py").read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    sentences = {node.name: ast.get_docstring(node) for node in functions}

    assert re.match(r"[A-Z][^\n]*\.(\n|$)", forms()[name].doc)
    assert sentences["draw"]
    assert sentences["describe"]
