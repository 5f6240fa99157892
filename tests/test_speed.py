"""What is not done again: promises of speed, told by what runs, what is imported and what is built."""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import EXPLAINER, ROOT

from charts.cache import Cache
from ledger.pages import page_of_notebook
from publish import notebook
from publish.listen import NOTES
from theme import places

HEAVY = {"altair", "pandas", "vl_convert", "numpy", "PIL", "jupytext", "nbconvert", "IPython"}
HEAVY |= {"jupyter_client", "nbformat", "ipykernel", "zmq"}

NOTEBOOK = """# %% [markdown]
# # A sum

# %%
from pathlib import Path
Path("docs/number.txt").read_text()
"""


def test_nothing_to_do(site, tmp_path):
    """A build with nothing to draw draws nothing, and loads neither what draws nor Jupyter."""
    copy = tmp_path / "project"  # with a cache that no other build tidies meanwhile
    left_out = shutil.ignore_patterns(".git", ".venv", ".hypothesis", "site", "build", "report")
    shutil.copytree(ROOT, copy, ignore=left_out)
    for _ in ("once to draw", "once with nothing to do"):
        run = subprocess.run(
            [
                sys.executable,
                "-X",
                "importtime",
                "theme/start.py",
                "build",
                "-d",
                tmp_path / "site",
            ],
            cwd=copy,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "GITHUB_REPOSITORY": "someone/fork"},
            capture_output=True,
            text=True,
            check=True,
        )
    lines = run.stderr.splitlines()
    imported = {
        line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")
    }

    assert " 0 redrawn" in run.stderr
    assert not HEAVY & imported
    assert (tmp_path / "site/tree.sha256").read_bytes() == (site / "tree.sha256").read_bytes()


def test_tree(site):
    """The site lists the hash of each of its files but the list, as `sha256sum --check` reads it."""
    lines = (site / "tree.sha256").read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    paths = [path for path in site.rglob("*") if path.is_file() and path.name != "tree.sha256"]
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}

    assert listed == {name: hashlib.sha256(data).hexdigest() for name, data in found.items()}


def flip(path):
    """One bit of a file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def cut(path):
    """The second half of a file goes."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def swap(path):
    """A file has what another one had."""
    other = min(one for one in path.parent.glob("*.json") if one != path)
    path.write_bytes(other.read_bytes())


def build_small(project, target):
    """Build a small explainer: the hash of every file."""
    command = [sys.executable, project / "engine/theme/start.py", "build", "--strict"]
    run = subprocess.run(
        [*command, "-d", target],
        cwd=project / "content",
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "GITHUB_REPOSITORY": "someone/small"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == run.returncode, run.stderr
    return (target / "tree.sha256").read_bytes()


def test_damaged_cache(tmp_path):
    """Whatever has happened to what was kept, a build makes the same site."""
    engine = tmp_path / "engine"
    for name in ("ledger", "charts", "publish", "theme"):
        shutil.copytree(ROOT / name, engine / name)
    for name in ("build_charts.py", "mkdocs.yml"):
        shutil.copy(ROOT / name, engine)
    shutil.copytree(EXPLAINER, tmp_path / "content")
    settings = tmp_path / "content" / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("../..", "../engine")
    settings.write_text(text, encoding="utf-8")
    expected = build_small(tmp_path, tmp_path / "clean")

    for at, path in enumerate(sorted((engine / ".cache/pictures").glob("*.json"))):
        (flip, cut, swap)[at % 3](path)

    assert expected == build_small(tmp_path, tmp_path / "damaged")
    assert expected == build_small(tmp_path, tmp_path / "damaged")  # in the place of the old site


@pytest.fixture
def mounted(tmp_path, monkeypatch):
    """A folder that cannot be renamed, with a site, and a new site elsewhere."""
    old, new = tmp_path / "mount", tmp_path / "new"
    for folder, names in ((old, ("index.html", "gone/a.html")), (new, ("index.html", "b/c.html"))):
        for name in names:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{folder.name} {name}", encoding="utf-8")
    rename = Path.rename

    def held(path, target):
        if old in (path, target):
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", held)
    return old, new


def names_in(folder):
    """What each file of a folder says."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}


def test_mounted(mounted):
    """A folder that cannot be renamed gets the content of the new site, and nothing else stays."""
    old, new = mounted
    expected = names_in(new)

    places.put_in_place(old, new)

    assert expected == names_in(old)


def test_mounted_and_full(mounted, monkeypatch):
    """Where the new site has no room in such a folder, the old one stays whole, and it is said."""
    old, new = mounted
    expected, copyfile = names_in(old), shutil.copyfile

    def full(path, target):
        if path.name == "c.html":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return copyfile(path, target)

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OSError, match=r"No space left on device \(the new site is put .*mount'$"):
        places.put_in_place(old, new)

    assert expected == names_in(old)


def test_notes_of_what_is_read(tmp_path):
    """What a process reads is noted: files, those it wants in vain, folders, and its imports."""
    (tmp_path / "helper.py").write_text("import os\n")
    code = "import publish.listen, helper, os, pathlib; os.listdir('docs'); open('helper.py')\n"
    code += "list(pathlib.Path('theme').iterdir()); open('mine', 'w')\ntry: open('none')\nexcept OSError: 0"
    (tmp_path / "docs").mkdir()
    (tmp_path / "theme").mkdir()
    notes = tmp_path / "notes"
    notes.touch()
    path = os.pathsep.join(map(str, (tmp_path, ROOT)))
    env = {**os.environ, NOTES: str(notes), "PYTHONPATH": path}

    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, check=True)
    noted = {Path(line) for line in notes.read_text().splitlines()}

    assert {tmp_path / name for name in ("docs", "theme", "helper.py", "none")} <= noted
    assert tmp_path / "mine" not in noted


def test_notebook_runs_when_what_it_reads_changes(tmp_path, monkeypatch):
    """A notebook runs when something that it reads has changed, and only then."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "sum.py").write_text(NOTEBOOK.replace('Path("docs', f'Path("{docs}'))
    (docs / "number.txt").write_text("one and one")
    page, cache = page_of_notebook("sum.py", NOTEBOOK), Cache(tmp_path, docs, "notebooks")
    runs, run = [], notebook._run
    monkeypatch.setattr(notebook, "_run", lambda *given: runs.append(1) or run(*given))

    first = notebook._said(page, docs, cache)
    (docs / "another.txt").write_text("two")
    again = notebook._said(page, docs, cache)
    (docs / "number.txt").write_text("two and two")
    changed = notebook._said(page, docs, cache)

    assert first == again and "one and one" in first
    assert "two and two" in changed
    assert 2 == len(runs)


def test_failing_cell(tmp_path):
    """A cell that fails is a mistake at its first line, and nothing is kept."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "sum.py").write_text(NOTEBOOK + "assert 1 + 1 == 3, 'not so'\n")
    page, cache = page_of_notebook("sum.py", NOTEBOOK), Cache(tmp_path, docs, "notebooks")

    with pytest.raises(notebook.Undrawn, match=r"docs/sum\.py:5: the cell fails \(FileNotFound"):
        notebook._said(page, docs, cache)

    assert not [*(tmp_path / "pictures").glob("*.json")]


def test_served_is_built(tmp_path, request):
    """After edits under `serve` every served file is what a clean build makes, byte for byte."""
    project = tmp_path / "project"
    shutil.copytree(EXPLAINER, project)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("../..", str(ROOT)), encoding="utf-8")
    number = "200" if request.config.getoption("--every-page") else "12"

    run = subprocess.run(
        [sys.executable, ROOT / "tests/edits.py", project, number, "2"],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "GITHUB_REPOSITORY": "someone/small"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert 0 == run.returncode, run.stderr
    assert "" == run.stdout
    assert int(run.stderr.rpartition(" edits, ")[2].split()[0]) < int(number)
