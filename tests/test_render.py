"""Pictures: made when something that they are made from has changed, and only then; the same twice."""

import os
import re
import shutil
import subprocess
import sys
from collections import deque
from dataclasses import replace
from pathlib import Path

import pytest
from changes import CHANGES, CLAIM
from conftest import EXPLAINER, ROOT

import build_charts
from charts import pictures, render, specs, svg, workers
from charts.drawn import Drawn
from charts.pictures import Pictures
from charts.workers import Failure, Task, Undrawn
from ledger.claim import Ledger
from ledger.read import read_ledger

HEAVY = ("altair", "pandas", "vl_convert", "PIL", "numpy")
NAMES = ["glacier-loss", "hut-count", "overview", "summit-height", "visitors"]


@pytest.fixture(scope="session")
def drawn(tmp_path_factory):
    """A folder with the small explainer's content, and its pictures in `cache`, drawn by workers."""
    home = tmp_path_factory.mktemp("drawn")
    shutil.copytree(EXPLAINER / "docs", home / "docs")
    render.draw_all(read_ledger(home / "docs"), home / "cache")
    return home


@pytest.fixture
def home(drawn, tmp_path):
    """A copy of that folder, to change something in."""
    return Path(shutil.copytree(drawn, tmp_path / "home"))


@pytest.fixture
def inline(monkeypatch):
    """Everything is drawn in this process, so that a test may look on."""

    def run(tasks):
        while tasks:
            task = tasks.popleft()
            yield task, task.function(*task.arguments)

    monkeypatch.setattr(render, "run", run)


def edit(path, old, new):
    """Change the one place where a file says `old`."""
    before = path.read_text(encoding="utf-8")
    assert before.count(old) == 1, f"{path} must say {old!r} once"
    path.write_text(before.replace(old, new), encoding="utf-8")


def made(home):
    """What is made anew in a folder: the names of what is drawn, and of what is rendered."""
    done = render.draw_all(read_ledger(home / "docs"), home / "cache").made
    parts = [
        [name.split()[0] for name in done if name.endswith(how)] for how in ("drawn", "rendered")
    ]
    return tuple(" ".join(sorted(part)) for part in parts)


def by_hand(*options, **settings):
    """Run build_charts.py in a process of its own."""
    return subprocess.run(
        [sys.executable, ROOT / "build_charts.py", *options],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )


# ---------------------------------------------------------------- what is made again


def test_nothing_changed(home, inline):
    """A second run makes nothing."""
    assert ("", "") == made(home)


def test_files_touched(home, inline):
    """A new date on every file, as a fresh checkout gives them, makes nothing."""
    for path in home.rglob("*.*"):
        path.touch()

    assert ("", "") == made(home)


def test_another_folder(home, inline, tmp_path):
    """The same content in another folder makes nothing, with the same cache."""
    shutil.copytree(home / "docs", tmp_path / "other" / "docs")
    shutil.copytree(home / "cache", tmp_path / "other" / "cache")

    assert ("", "") == made(tmp_path / "other")


VISITORS, BOTH = "visitors", "overview visitors"


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("claims/visitors.csv", "12600", "12700", (BOTH, BOTH)),
        ("claims/visitors.csv", "By the cable car", "In the cable car", (BOTH, VISITORS)),
        ("claims/visitors.md", "title: Far fewer", "title: Fewer", (BOTH, VISITORS)),
        ("claims/visitors.md", "measure: People", "measure: Visitors", (BOTH, VISITORS)),
        ("claims/visitors.md", "label: The climbers", "label: Climbers", (BOTH, "overview")),
        ("claims/visitors.md", "with a view", "with a fine view", ("", "")),
        (
            "sources.yml",
            "publisher: The Alpine Friends\n  date: 31 October",
            "publisher: The Alpine Club\n  date: 31 October",
            (BOTH, VISITORS),
        ),
        ("article.yml", "title: The Roof", "title: The Top", ("overview", "overview")),
        ("index.md", "This page", "This small page", ("", "")),
    ],
)
def test_content_changed(home, inline, file, old, new, expected):
    """A change of content is drawn where a form is given it, and rendered where it is then seen."""
    edit(home / "docs" / file, old, new)

    assert expected == made(home)


def recorded(claim):
    """A form that draws a part of what it is given, and tells all of it in words."""
    told = [(row.name, row.value) for row in claim.readings]
    return Drawn(repr(claim), claim.title, claim.measure or "", "", "", repr(told))


def rendered(drawn, name):
    """A converter that makes a picture of all that it is given."""
    drawing = svg.Drawing(repr((replace(drawn, alt=""), name)), 1, 1)
    return Pictures(drawn.alt, (), drawing, drawing, drawing.svg, b"", "", "", "")


@pytest.mark.parametrize("path", CHANGES)
def test_never_stale(tmp_path, inline, monkeypatch, path):
    """After any one change of a claim, the old cache gives what an empty one does.

    It renders again only when what is drawn differs.
    """
    monkeypatch.setattr(specs, "draw_claim", recorded)
    monkeypatch.setattr(specs, "draw_overview", lambda ledger: recorded(ledger.claims["one"]))
    monkeypatch.setattr(pictures, "render", rendered)
    monkeypatch.setattr(pictures, "to_png", str.encode)

    def figures(claim, cache):
        ledger = Ledger(tmp_path, None, (), {"one": claim}, {}, ())
        return render.draw_all(ledger, tmp_path / cache)

    figures(CLAIM, "old")
    changed = CHANGES[path]
    differs = replace(recorded(CLAIM), alt="") != replace(recorded(changed), alt="")

    warm = figures(changed, "old")

    assert figures(changed, "empty") == warm
    assert differs == ("one rendered" in warm.made)


def test_edited_meanwhile(home, inline, monkeypatch):
    """What code drew that was edited since its key was told is used once, and never kept."""
    edit(home / "docs" / "claims" / "visitors.csv", "12600", "12700")
    code_of, told = render.code_of, []
    monkeypatch.setattr(
        render, "code_of", lambda file: code_of(file) + str(told.append(1) or len(told))
    )

    assert (" ".join(NAMES), " ".join(NAMES)) == made(home)

    monkeypatch.setattr(render, "code_of", code_of)
    assert "visitors" in made(home)[0]


def test_told_once(home):
    """A mistake that many claims share is told once, and how many share it."""
    ledger = read_ledger(home / "docs")
    claims = {name: unfinished(claim) for name, claim in ledger.claims.items()}
    claims = {name: replace(claim, form="ranked") for name, claim in claims.items()}

    with pytest.raises(Undrawn) as caught:
        render.draw_all(replace(ledger, claims=claims), home / "cache")

    (mistake,) = map(str, caught.value.mistakes)
    assert mistake.startswith("docs/claims/glacier-loss.csv:1: charts/forms/ranked.py:")
    assert mistake.endswith(" So it is with 3 more.")


def test_nothing_heavy(drawn):
    """When everything is there, what is heavy is not imported."""
    code = f"""
import sys
from pathlib import Path
from charts.render import draw_all
from ledger.read import read_ledger
figures = draw_all(read_ledger(Path({str(drawn / "docs")!r})), Path({str(drawn / "cache")!r}))
print(figures.made, [name for name in {HEAVY!r} if name in sys.modules])
"""
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert "() []\n" == run.stdout


def test_soon(drawn, tmp_path):
    """What is wanted soon is the same but for the files to take away, and makes no second drawing."""
    ledger = read_ledger(drawn / "docs")
    whole = render.draw_all(ledger, drawn / "cache")

    soon = render.draw_soon(ledger, drawn / "cache", ["visitors"])

    assert {"visitors": replace(whole["visitors"], png=b"")} == soon
    assert () == soon.made
    assert render.keys_of(ledger, drawn / "cache").items() <= whole.made_from.items()


def test_as_before(home, tmp_path):
    """What is as it was before is taken from there, with no cache to look in; all else is drawn."""
    before = render.draw_all(read_ledger(home / "docs"), home / "cache")
    edit(home / "docs" / "claims" / "visitors.csv", "12600", "12700")
    ledger = read_ledger(home / "docs")

    after = render.draw_all(ledger, tmp_path / "empty", before=before)

    assert {"overview", "visitors"} == {name.partition(" ")[0] for name in after.made}
    assert after == render.draw_all(ledger, home / "cache")
    assert before.kept < after.kept


def test_left(drawn, tmp_path):
    """Drawing that is no longer wanted is left at once, and what was drawn by then is kept."""
    ledger, pauses = read_ledger(drawn / "docs"), []

    def pause():
        pauses.append(1)
        if len(pauses) > len(ledger.claims) + 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render.draw_all(ledger, tmp_path, pause=pause)

    assert [*(tmp_path / "pictures").glob("*.json")]


def test_same_bytes(drawn, tmp_path):
    """Another process, hash seed, time zone and language give the same bytes, drawn anew."""
    options = ("--docs", drawn / "docs", "--cache", tmp_path / "cache", "--out", tmp_path / "out")
    ledger = read_ledger(drawn / "docs")
    expected = render.draw_all(ledger, drawn / "cache")

    by_hand(*options, PYTHONHASHSEED="7", TZ="Asia/Kathmandu", LC_ALL="C")

    assert expected == render.draw_all(ledger, tmp_path / "cache")
    assert (tmp_path / "out/claims/visitors.png").read_bytes() == expected["visitors"].png


YEAR = """
from collections import deque
from charts import pictures, workers
days = [{"day": f"2025-{month:02}-01T00:00:00"} for month in range(1, 13)]
spec = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.4.1.json",
    "data": {"values": days},
    "mark": "tick",
    "encoding": {"x": {"field": "day", "type": "temporal"}},
}
if __name__ == "__main__":
    print(*(made for _, made in workers.run(deque([workers.Task("", "", pictures.to_svg, (spec,))]))))
"""


def test_days_are_days(tmp_path):
    """A year is drawn the same in a time zone that skips an hour of it."""
    script = tmp_path / "year.py"
    script.write_text(YEAR, encoding="utf-8")
    places = {"PYTHONPATH": str(ROOT)}

    utc, chatham = (
        subprocess.check_output([sys.executable, script], env={**os.environ, **places, "TZ": zone})
        for zone in ("UTC", "Pacific/Chatham")
    )

    assert utc.startswith(b"<svg")
    assert utc == chatham


# ---------------------------------------------------------------- what cannot be drawn


def test_every_end_of_a_task():
    """A result, an exception and the death of a process all come back, each with its task."""
    tasks = [
        Task("good", "", abs, (-1,)),
        Task("raises", "", int, ("seven",)),
        Task("dies", "", os.abort, ()),
        Task("leaves", "", sys.exit, ("bye",)),
        *(Task(f"good {number}", "", abs, (number,)) for number in range(9)),
    ]

    found = {task.name: result for task, result in workers.run(deque(tasks))}

    assert {task.name for task in tasks} == set(found)
    assert Failure("ValueError: invalid literal for int() with base 10: 'seven'") == replace(
        found["raises"], places=()
    )
    assert Failure("", died=True) == found["dies"]
    assert Failure("SystemExit: bye") == replace(found["leaves"], places=())
    assert [1, *range(9)] == [found[task.name] for task in tasks if task.name.startswith("good")]


def spoilt(claim, **changes):
    """A claim with its first reading changed."""
    first, *others = claim.readings
    return replace(claim, readings=(replace(first, **changes), *others))


def invisible(claim):
    """The claim with a character in a name that no SVG may hold."""
    first, *others = claim.readings
    return replace(claim, readings=(replace(first, name="a\ufffeb"), *others))


def unfinished(claim):
    """The claim with a judgement that its form cannot work with."""
    return replace(claim, judgement=replace(claim.judgement, lines=()))


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (
            invisible,
            r"drawing it ends the process \(.*NonXmlChar.*\)\. Mend charts/forms/ranked\.py, .*",
        ),
        (
            unfinished,
            r"charts/forms/ranked\.py:\d+ cannot draw it \(\w+Error: .*\)\. Mend the form, .*",
        ),
    ],
)
def test_undrawn(home, capfd, spoil, expected):
    """A claim that cannot be drawn is named in one line, and all others are made and kept."""
    ledger = read_ledger(home / "docs")
    claims = {**ledger.claims, "visitors": spoil(ledger.claims["visitors"])}

    with pytest.raises(Undrawn) as caught:
        render.draw_all(replace(ledger, claims=claims), home / "cache")

    (mistake,) = map(str, caught.value.mistakes)
    assert re.fullmatch(rf"docs/claims/visitors\.csv:1: {expected}", mistake)
    assert ["glacier-loss", "hut-count", "overview", "summit-height"] == sorted(
        caught.value.pictures
    )
    assert ("", "") == capfd.readouterr()
    assert ("", "") == made(home)


# ---------------------------------------------------------------- by hand


def files(folder):
    """The files of a folder by name."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_by_hand(home):
    """The script writes the figures, and says how many claims there are."""
    run = by_hand("--docs", home / "docs", "--cache", home / "cache", "--out", home / "out")

    assert (0, "") == (run.returncode, run.stderr)
    assert re.fullmatch(r"4 claims, 0 redrawn, \d+\.\d s\n", run.stdout)
    assert {"claims.json", "claims/visitors.svg", "claims/visitors.vl.json"} <= files(home / "out")


def test_claim_is_gone(home):
    """The files of a claim that is gone go too, and those that others made stay."""
    out = home / "out"
    build_charts.write_all(out, {"claims.json": b"[]", "claims/gone.svg": b"", "claims/a.svg": b""})
    (out / "claims" / "mine.svg").write_bytes(b"")
    (out / "claims.json").write_bytes(b"edited")

    build_charts.write_all(out, {"claims.json": b"[]", "claims/a.svg": b"new"})

    assert {".written.json", "claims.json", "claims/a.svg", "claims/mine.svg"} == files(out)
    assert (b"[]", b"new") == (
        (out / "claims.json").read_bytes(),
        (out / "claims/a.svg").read_bytes(),
    )


@pytest.mark.parametrize("note", [b"", b"{}", b"[1]", b'["../precious"]', b'["/etc/passwd"]'])
def test_note_of_what_was_written(tmp_path, note):
    """A damaged note of what was written never reaches outside its folder."""
    (tmp_path / "out").mkdir()
    (tmp_path / "precious").write_bytes(b"")
    (tmp_path / "out" / ".written.json").write_bytes(note)

    build_charts.write_all(tmp_path / "out", {})

    assert (tmp_path / "precious").exists()


def test_out_cannot_be_written(home):
    """A folder that cannot be written to is told in one sentence, with status 1."""
    (home / "out").write_bytes(b"")

    run = by_hand("--docs", home / "docs", "--cache", home / "cache", "--out", home / "out")

    assert 1 == run.returncode
    assert (
        f"{home / 'out'}: cannot be written (File exists). Choose another folder.\n" == run.stderr
    )


def test_cache_cannot_be_written(home):
    """A cache that cannot be written to is told in one line, and stops nothing."""
    (home / "file").write_bytes(b"")

    run = by_hand("--docs", home / "docs", "--cache", home / "file", "--out", home / "out")

    assert 0 == run.returncode
    assert re.fullmatch(r".*: nothing can be kept here \(Not a directory\), so .*\n", run.stderr)
    assert "claims/visitors.png" in files(home / "out")


def test_mistake(home):
    """With a mistake nothing is drawn, all are told, and the status is 1."""
    edit(home / "docs" / "claims" / "visitors.csv", "12600", "many")

    run = by_hand("--docs", home / "docs", "--cache", home / "cache", "--out", home / "out")

    assert (1, "") == (run.returncode, run.stdout)
    assert re.search(r"^docs/claims/visitors\.csv:\d+: ", run.stderr)
    assert "Nothing was drawn." in run.stderr
    assert not (home / "out").exists()
