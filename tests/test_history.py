"""Changes of mind are on record: the repository's own history is replayed, and no verdict ever changed without a dated line."""

import csv
import re
import shutil
import subprocess
from collections import defaultdict

import pytest
from conftest import EXPLAINER, ROOT

from ledger.read import read_ledger


def git(folder, *arguments, given=None):
    """What git answers, as bytes."""
    return subprocess.run(
        ["git", "-C", folder, *arguments], input=given, capture_output=True, check=True
    ).stdout


def versions(folder):
    """Every version of each pair of files that stood on the main line, oldest first, and as it lies in the folder now.

    A pull request counts as one step, however many commits it took.
    """
    log = git(
        folder,
        "log",
        "--first-parent",
        "-m",
        "--reverse",
        "--no-renames",
        "--format=commit %H",
        "--name-only",
        "--",
        "docs/claims",
    ).decode()
    steps, commit = [], ""
    for line in log.split("\n"):
        if line.startswith("commit "):
            commit = line.split()[1]
        elif line.endswith((".md", ".csv")) and (commit, line.rpartition(".")[0]) not in steps:
            steps.append((commit, line.rpartition(".")[0]))
    wanted = [f"{commit}:{stem}.{ending}" for commit, stem in steps for ending in ("md", "csv")]
    answers, at, files = git(folder, "cat-file", "--batch", given="\n".join(wanted).encode()), 0, []
    for _ in wanted:
        end = answers.index(b"\n", at)
        size = int(answers[at:end].split()[-1]) if not answers[at:end].endswith(b" missing") else -1
        files.append(answers[end + 1 : end + 1 + size] if size >= 0 else None)
        at = end + 1 + (size + 1 if size >= 0 else 0)
    found = defaultdict(list)
    order = list(dict.fromkeys(commit for commit, _ in steps))
    for (commit, stem), words, table in zip(steps, files[::2], files[1::2], strict=True):
        found[stem.rpartition("/")[2]].append((commit[:9], words, table, order.index(commit)))
    for path in sorted((folder / "docs" / "claims").glob("*.md")):
        if path.with_suffix(".csv").exists():
            words, table = path.read_bytes(), path.with_suffix(".csv").read_bytes()
            found[path.stem].append(("now", words, table, len(order)))
    return found


def led(table, found, then):
    """A table whose references lead to the version of each claim that stood at that time."""

    def version(match):
        steps = found.get(match[1].decode(), ())
        numbers = [number for number, step in enumerate(steps) if step[3] <= then]
        return b"see %s-%d" % (match[1], numbers[-1]) if numbers else match[0]

    return re.sub(rb"\bsee ([a-z0-9-]+)(?=[:,\"])", version, table)


def judged(found, scratch):
    """The versions that could be read, judged by the rule of today: for each claim a list of (commit, verdict, history)."""
    folder, names, sources = scratch / "docs" / "claims", [], set()
    folder.mkdir(parents=True)
    for stem, steps in found.items():
        for number, (commit, words, table, then) in enumerate(steps):
            if words and table:
                names.append((stem, commit, f"{stem}-{number}"))
                (folder / f"{stem}-{number}.md").write_bytes(words)
                (folder / f"{stem}-{number}.csv").write_bytes(led(table, found, then))
                rows = csv.DictReader(table.decode("utf-8", "replace").splitlines())
                sources |= {id for row in rows for id in (row.get("source") or "").split()}
    # A verdict does not depend on what a source is called, so a stand-in for each will do.
    entry = "{title: A, publisher: A, date: A, address: https://example.org/, seen: copy}"
    (scratch / "docs" / "sources.yml").write_text(
        "".join(f"{source}: {entry}\n" for source in sorted(sources) if source), encoding="utf-8"
    )
    read = read_ledger(scratch / "docs").claims
    lines = defaultdict(list)
    for stem, commit, name in names:
        if name in read:
            claim = read[name]
            lines[stem].append(
                (
                    commit,
                    claim.judgement.verdict.name,
                    [(line.date, line.verdict) for line in claim.history],
                )
            )
    return lines


def silent_changes(folder, scratch):
    """Each verdict that once stood and that the claim's history does not tell today, in its order, as a sentence.

    A version whose verdict differs from its own last line never stood: the build refuses it. A draft
    stands without any.
    """
    for stem, steps in judged(versions(folder), scratch).items():
        stood = [
            (commit, history)
            for commit, verdict, history in steps
            if not history or history[-1][1] == verdict
        ]
        today = stood[-1][1] if stood else []
        for commit, history in stood:
            told = iter(today)
            if missing := [line for line in history if line not in told]:
                day, verdict = missing[0]
                yield f"{stem}: {verdict} of {day}, which stood at {commit}, is no longer in its history. Put the line back."
                break


def test_replay(tmp_path):
    """No verdict in the whole history of this repository changed without a dated line: each that ever stood is on record today."""
    if (
        not (ROOT / ".git").exists()
        or git(ROOT, "rev-parse", "--is-shallow-repository").strip() == b"true"
    ):
        pytest.skip("the history of the repository is not here")
    silent = list(silent_changes(ROOT, tmp_path))

    assert not silent, "\n".join(silent)


# ---------------------------------------------------------------- the replay itself

DRAFT, HEAD = "draft: yes\n", "history:\n"
LINE = "  - {date: 2026-11-20, verdict: %s, why: First check.}\n"
NEW = "  - {date: 2026-11-25, verdict: %s, why: Measured again.}\n"


@pytest.fixture
def project(tmp_path):
    """A small repository with one claim that holds, and a way to change and commit it."""
    root = tmp_path / "project"
    shutil.copytree(EXPLAINER / "docs", root / "docs")
    for path in (root / "docs" / "claims").iterdir():
        path.unlink()

    def commit(stated, *history):
        (root / "docs" / "claims" / "hill.md").write_text(
            f"---\ntitle: A hill\nclaim: It is so high\nstated: {stated}\nunit: m\nwhere: summit\nform: readings\n"
            f"{HEAD if history else DRAFT}{''.join(history)}---\n\nSome prose.\n",
            encoding="utf-8",
        )
        (root / "docs" / "claims" / "hill.csv").write_text(
            "reading,value,role,source,note\nHeight,300,asked,survey,\n", encoding="utf-8"
        )
        git(root, "add", "-A")
        git(
            root,
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@example.org",
            "commit",
            "-q",
            "--allow-empty",
            "-m",
            "A change",
        )

    git(tmp_path, "init", "-q", "-b", "main", root)
    commit("300", LINE % "Holds")
    return root, commit


GONE = "hill: Holds of 2026-11-20"


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([], []),
        ([("300", LINE % "Holds", NEW % "Holds")], []),
        ([("600", LINE % "Holds", NEW % "Fails")], []),
        ([("600", LINE % "Holds"), ("600", LINE % "Holds", NEW % "Fails")], []),
        ([("600", LINE % "Fails"), ("600", LINE % "Holds", LINE % "Fails")], []),
        ([("600", LINE % "Fails")], [GONE]),
        ([("600", NEW % "Fails")], [GONE]),
        ([("600", LINE % "Holds", NEW % "Fails"), ("600", NEW % "Fails")], [GONE]),
        ([("300",)], [GONE]),
        ([("300",), ("300", LINE % "Holds")], []),
        ([("so high", LINE % "Holds"), ("600", LINE % "Fails")], [GONE]),
    ],
    ids=[
        "nothing changes",
        "a line without a change",
        "a change with its line",
        "the line comes a commit later, before anything is published",
        "the line is put back",
        "the last line is rewritten",
        "the lines are replaced",
        "an older line is dropped",
        "a draft again",
        "a draft again, and taken back",
        "rewritten behind a version that cannot be read",
    ],
)
def test_silent_changes(project, tmp_path, steps, expected):
    """The replay finds each verdict that changed in silence, and nothing else."""
    root, commit = project
    for step in steps:
        commit(*step)

    assert expected == [sentence.partition(",")[0] for sentence in silent_changes(root, tmp_path)]


def test_reading_of_another_claim(project, tmp_path):
    """A reading of another claim is judged as it stood then: its change needs a line here too."""
    root, commit = project
    folder = root / "docs" / "claims"
    words = (folder / "hill.md").read_text(encoding="utf-8")
    (folder / "copy.md").write_text(words, encoding="utf-8")
    rows = "reading,value,role,source,note\nHeight,see hill,asked,,\n"
    (folder / "copy.csv").write_text(rows, encoding="utf-8")
    commit("300", LINE % "Holds")
    table = (folder / "hill.csv").read_text(encoding="utf-8")
    (folder / "hill.csv").write_text(table.replace("300", "600"), encoding="utf-8")
    for stem in ("hill", "copy"):
        told = words.replace("Holds", "Fails")
        (folder / f"{stem}.md").write_text(told, encoding="utf-8")

    gone = [sentence.partition(",")[0] for sentence in silent_changes(root, tmp_path)]
    assert [GONE, GONE.replace("hill", "copy")] == gone


def test_uncommitted(project, tmp_path):
    """What lies in the folder and is not committed yet is looked at too."""
    root, _ = project
    path = root / "docs" / "claims" / "hill.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("300", "600").replace("Holds", "Fails"),
        encoding="utf-8",
    )

    assert [GONE] == [sentence.partition(",")[0] for sentence in silent_changes(root, tmp_path)]
