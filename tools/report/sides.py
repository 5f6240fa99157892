"""The two sides of a comparison: the project where a change branched off, and as it is now.

Both are read by the rule of today. The pages from before are made by the code from before.
"""

import io
import os
import shutil
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup

from ledger.claim import Claim, Ledger
from ledger.mistakes import Mistake
from ledger.read import read_ledger

ROOT = Path(__file__).parent.parent.parent
CACHE = ROOT / ".cache"


class Unknown(Exception):
    """There is nothing to compare with; the text says why."""


@dataclass(frozen=True)
class Side:
    """One side: what was read of `docs/`, the site built of it, or else why there is none."""

    ledger: Ledger
    site: Path | None = None
    fault: str = ""

    @property
    def claims(self) -> dict[str, Claim]:
        """The claims without a mistake, by id."""
        return self.ledger.claims

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """Every mistake of the content."""
        return tuple(self.ledger.mistakes)

    def words(self, claim_id: str) -> str:
        """The text alternative of a claim's figure, as its page has it."""
        page = self.site / "claims" / claim_id / "index.html" if self.site else None
        if page is None or not page.exists():
            return ""
        html = BeautifulSoup(page.read_bytes(), "html.parser")
        drawing = html.select_one("[role=img][aria-label]")
        return str(drawing["aria-label"]) if drawing else ""

    def picture(self, claim_id: str, ending: str) -> bytes:
        """A claim's picture, or nothing."""
        path = self.site / "claims" / f"{claim_id}.{ending}" if self.site else None
        return path.read_bytes() if path and path.exists() else b""


def git(*arguments: str) -> str:
    """What git answers; nothing when it cannot."""
    run = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return run.stdout.strip()


def before(base: str, built: bool = True) -> Side:
    """The project where this change branched off, with its site, which is kept by commit."""
    commit = git("merge-base", base, "HEAD") or git(
        "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}"
    )
    if not commit:
        raise Unknown(
            f"there is no commit '{base}' here. Name a branch or a commit: make report base=main"
        )
    kept = CACHE / "report" / commit
    if not kept.exists():
        unpacked = _unpack(commit)
        if not built:
            return Side(read_ledger(unpacked / "docs"))
        site, fault = site_of(unpacked)
        if site is None:  # the next report tries again
            return Side(read_ledger(unpacked / "docs"), fault=fault)
        unpacked.rename(kept)
    return Side(read_ledger(kept / "docs"), kept / "site")


def _unpack(commit: str) -> Path:
    """The files of a commit in a folder; it draws from, and into, the one cache of the project."""
    shutil.rmtree(CACHE / "report", ignore_errors=True)
    folder = CACHE / "report" / "new"
    folder.mkdir(parents=True)
    archive = subprocess.run(
        ["git", "archive", commit], cwd=ROOT, capture_output=True, check=True
    ).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")
    (folder / ".cache").symlink_to(CACHE)
    return folder


def after(built: bool = True) -> Side:
    """The project as it is now; with mistakes in its content there is no site."""
    ledger = read_ledger(ROOT / "docs")
    return Side(ledger, *site_of(ROOT)) if built and not ledger.mistakes else Side(ledger)


def _start(tree: Path) -> list[str]:
    """How the code of a folder starts MkDocs; older code has no way of its own."""
    return ["theme/start.py"] if (tree / "theme" / "start.py").is_file() else ["-m", "mkdocs"]


def site_of(tree: Path) -> tuple[Path | None, str]:
    """Build the site of a project's folder with its own code: its folder, or what went wrong."""
    run = subprocess.run(
        [sys.executable, *_start(tree), "build", "--strict"],
        cwd=tree,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return (tree / "site", "") if run.returncode == 0 else (None, run.stderr.strip())
