"""What was made before: used only when it is what would be made again, and forgotten in time."""

import dataclasses
import json
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from changes import CHANGES, CLAIM
from conftest import ROOT

from charts import cache, specs
from charts.cache import Cache, code_of, key_of, modules_of, write

FORMS = sorted((ROOT / "charts" / "forms").glob("[!_]*.py"))
ENTRY = {"svg": "<svg/>", "png": b"\x00\xff", "numbers": [1, 2.5], "deep": {"x": None}}
KEY, OTHER = "1" * 64, "2" * 64


@pytest.fixture
def store(tmp_path):
    """A cache with one entry, for a folder of content that exists."""
    (tmp_path / "docs").mkdir()
    store = Cache(tmp_path / "cache", tmp_path / "docs", "figures")
    store.put(KEY, ENTRY)
    return store


def again(store):
    """The same cache, opened by a later run."""
    return Cache(store.folder.parent, store.docs, store.part)


def names(store, ending=".json"):
    """The keys of the entries on disk."""
    return sorted(path.stem for path in store.folder.glob(f"*{ending}"))


# ---------------------------------------------------------------- keys


def test_every_shape_is_changed():
    """The list of changes reaches every field of every shape of a claim, however deep."""
    reached = {part for path in CHANGES for part in path.split(".")}
    shapes = (CLAIM, CLAIM.readings[0], CLAIM.readings[0].source, CLAIM.stated, CLAIM.history[0])

    fields = {field.name for shape in shapes for field in dataclasses.fields(shape)}

    assert set() == fields - reached


@pytest.mark.parametrize("path", CHANGES)
def test_key_of_a_claim(path):
    """Any change of what a form is given is another key; prose, lines, proofs and the like are not
    given to it.
    """
    parts = path.split(".")
    withheld = parts[0] in specs.UNDRAWN["claim"] or (
        parts[0] == "readings" and len(parts) > 2 and parts[2] in specs.UNDRAWN["reading"]
    )

    same = specs.given(CLAIM) == specs.given(CHANGES[path])

    assert withheld == same == (key_of(specs.given(CLAIM)) == key_of(specs.given(CHANGES[path])))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("ab",)),
        ((["a"], "b"), (["a", "b"],)),
        (({"a": 1, "b": 2},), ({"b": 2, "a": 1},)),
        ((1,), ("1",)),
        ((1.0,), (Decimal("1.0"),)),
        ((Decimal("1.0"),), (Decimal("1"),)),
        ((date(2025, 1, 27),), ("2025-01-27",)),
        ((None,), ("",)),
        ((True,), (1,)),
    ],
    ids=repr,
)
def test_keys_differ(one, other):
    """Values that are not the same have not the same key, nor has the same in another order."""
    assert key_of(*one) != key_of(*other)


def test_no_key():
    """What has no lasting form is refused, so that no change of it goes unseen."""
    with pytest.raises(TypeError, match="object has no place in a key"):
        key_of({"deep": [object()]})


# ---------------------------------------------------------------- code


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project of six files: a form, all that it imports, and a module of messages."""
    files = {
        "charts/__init__.py": "",
        "charts/forms/bars.py": "from charts import marks\nfrom ledger.claim import Claim\n",
        "charts/marks.py": "import json\n\ndef draw():\n    from charts.forms import deep\n",
        "charts/forms/deep.py": "from . import deeper\n",
        "charts/forms/deeper.py": "import ledger.values\n",
        "ledger/claim.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n"
        "    from ledger import rules\n",
        "ledger/values.py": "ONE = 1\n",
        "ledger/rules.py": "MESSAGE = 'mend it'\n",
    }
    for name, code in files.items():
        write(tmp_path / name, code.encode())
    monkeypatch.setattr(cache, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "seen"),
    [
        ("charts/__init__.py", True),
        ("charts/forms/bars.py", True),
        ("charts/marks.py", True),
        ("charts/forms/deep.py", True),
        ("charts/forms/deeper.py", True),
        ("ledger/claim.py", True),
        ("ledger/values.py", True),
        ("ledger/rules.py", False),
    ],
)
def test_code_changed(project, file, seen):
    """A change of any file that a form imports, however far off, is another key; no other change is."""
    before = code_of(project / "charts/forms/bars.py")
    with (project / file).open("a") as code:
        code.write("# a change\n")

    assert seen == (code_of(project / "charts/forms/bars.py") != before)


def test_code_elsewhere(project, tmp_path_factory):
    """The same code in another folder has the same key."""
    form = Path("charts/forms/bars.py")
    before = code_of(project / form)
    copy = Path(shutil.copytree(project, tmp_path_factory.mktemp("copy") / "copy"))
    cache.ROOT = copy

    assert before == code_of(copy / form)


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_forms_know_no_messages(form):
    """A form imports no more of the ledger than claims, values and verdicts: messages redraw nothing."""
    read = {name for name in modules_of(form) if name.startswith("ledger.")}

    words = {"ledger.reading", "ledger.sentence", "ledger.distances", "ledger.hours", "ledger.days"}
    assert {"ledger.claim", "ledger.values", "ledger.verdict", "ledger.__init__", *words} >= read


# ---------------------------------------------------------------- entries


def test_kept(store):
    """What was put in comes out as it was, in a later run too."""
    assert ENTRY == again(store).get(KEY)


def test_nothing_kept(store):
    """Where there is nothing, nothing is found."""
    assert again(store).get(OTHER) is None


DAMAGES = {
    "empty": lambda data: b"",
    "cut short": lambda data: data[:-3],
    "longer": lambda data: data + b" ",
    "one digit flipped": lambda data: data.replace(b"2.5", b"2.6"),
    "one digit of the digest flipped": lambda data: bytes([data[0] ^ 1]) + data[1:],
    "no digest": lambda data: data.partition(b"\n")[2],
    "another format": lambda data: json.dumps(["list"]).encode(),
    "no text": lambda data: b"\xff\xfe" + data,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged(store, damage):
    """An entry that is not what was put there, to the last digit, counts as none."""
    path = store.folder / f"{KEY}.json"
    path.write_bytes(DAMAGES[damage](path.read_bytes()))

    assert again(store).get(KEY) is None


def test_swapped(store):
    """A whole entry under the key of another counts as none."""
    shutil.copy(store.folder / f"{KEY}.json", store.folder / f"{OTHER}.json")

    assert again(store).get(OTHER) is None


def test_cannot_be_written(tmp_path):
    """A cache that cannot be written to says so once, in one line, and stops nothing."""
    (tmp_path / "file").write_bytes(b"")
    store = Cache(tmp_path / "file", tmp_path, "figures")

    store.put(KEY, ENTRY)
    store.put(OTHER, ENTRY)
    store.tidy()

    assert store.get(KEY) is None
    assert "nothing can be kept here (Not a directory)" in store.trouble
    assert "\n" not in store.trouble


# ---------------------------------------------------------------- what is forgotten


def test_forgets(store):
    """What a run does not use is forgotten at its end, and what it uses stays."""
    later = again(store)
    later.put(OTHER, ENTRY)

    later.tidy()

    assert [OTHER] == names(store)


@pytest.mark.parametrize(("docs", "part"), [("others", "figures"), ("docs", "cards")])
def test_shared(store, docs, part):
    """What another folder of content uses, or another part of the same site, is not forgotten."""
    store.tidy()
    (store.docs.parent / docs).mkdir(exist_ok=True)
    other = Cache(store.folder.parent, store.docs.parent / docs, part)
    other.put(OTHER, ENTRY)

    other.tidy()

    assert [KEY, OTHER] == names(store)


def test_content_is_gone(store):
    """What only a folder of content used that is gone is forgotten."""
    store.tidy()
    store.docs.rmdir()
    other = Cache(store.folder.parent, store.folder, "figures")

    other.tidy()

    assert [] == names(store)
    assert 1 == len(names(store, ".used"))


@pytest.mark.parametrize("note", [b"", b"[]", b"{}", b'{"docs": 1, "keys": []}', b"\xff"], ids=repr)
def test_note_is_damaged(store, note):
    """A damaged note of what is used stops nothing: at worst an entry is made again."""
    (store.folder / "some.used").write_bytes(note)

    again(store).tidy()

    assert [] == names(store)
    assert 1 == len(names(store, ".used"))


@pytest.mark.parametrize("step", ["os.replace", "os.fdopen", "os.chmod"])
def test_write_killed(tmp_path, monkeypatch, step):
    """A write that is stopped at any step leaves the old file whole and nothing beside it."""
    path = tmp_path / "picture.svg"
    write(path, b"old")
    monkeypatch.setattr(f"charts.cache.{step}", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))

    with pytest.raises(KeyboardInterrupt):
        write(path, b"new")

    assert ([path], b"old") == ([*tmp_path.iterdir()], path.read_bytes())
