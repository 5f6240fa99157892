"""Build the site with every generator and compare all pages: `make other-generators`.

ProperDocs builds the project as it is. Zensical takes the folder of `build_charts.py --pages`.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from ledger.read import read_ledger
from publish.search import Unsearchable, write_search
from tools.generators.compare import differences, differences_in_search, lost, pages_of
from tools.generators.port import Outdated, port_pages, port_settings, port_theme

ROOT = Path(__file__).parent.parent.parent
WORK = ROOT / ".cache" / "generators"
THEIRS = ROOT / ".venv" / "generators"  # the environment of the other generators
ADDRESS = "https://example.org/site/"
REPOSITORY = "https://github.com/someone/site"
MOST = 10  # differences told
# All build the same: at one address, from one repository.
SAME = {
    "SITE_URL": ADDRESS,
    "GITHUB_REPOSITORY": "/".join(REPOSITORY.split("/")[-2:]),
    "NO_MKDOCS_2_WARNING": "1",
}


class Failed(Exception):
    """A generator gave up; what it said is the message."""


def build_mkdocs() -> Path:
    """Build as `make build` does."""
    return _build("mkdocs", [sys.executable, "theme/start.py", "build", "--strict"])


def build_properdocs() -> Path:
    """Build with ProperDocs, which finds theme and plugins among the libraries of this project."""
    command = [
        str(THEIRS / "bin" / "properdocs"),
        "build",
        "--strict",
        "--config-file",
        "mkdocs.yml",
    ]
    return _build("properdocs", command, PYTHONPATH=sysconfig.get_path("purelib"))


def build_zensical(settings: dict[str, Any]) -> Path:
    """Write all pages and files to a folder, and build with Zensical from there."""
    article = read_ledger(ROOT / settings["docs_dir"]).article
    if article is None:
        raise Failed("There is no article.yml.")
    made, files, project = WORK / "made", WORK / "files", WORK / "zensical"
    named = ["--name", settings["site_name"], "--address", ADDRESS]
    named += ["--description", settings.get("site_description", "")]
    _run([sys.executable, "build_charts.py", "--pages", str(made), *named], ROOT)
    port_pages(made, project / "docs", files)
    (templates,) = THEIRS.glob("lib/python*/site-packages/zensical/templates")
    port_theme(ROOT / "theme", project / "theme", templates)
    ported = port_settings(settings, ADDRESS, REPOSITORY, article)
    (project / "mkdocs.yml").write_text(yaml.safe_dump(ported, sort_keys=False), "utf-8")
    _run([str(THEIRS / "bin" / "zensical"), "build", "--clean", "--strict"], project)
    site = Path(shutil.copytree(files, project / "site", dirs_exist_ok=True))
    write_search(site, ROOT / settings["docs_dir"], ROOT / ".cache")
    return site


def _build(name: str, command: list[str], **more: str) -> Path:
    _run([*command, "--site-dir", str(WORK / name)], ROOT, **more)
    return WORK / name


def _run(command: list[str], folder: Path, **more: str) -> None:
    run = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **SAME, **more},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if run.returncode:
        raise Failed(f"{' '.join(command)}\n{run.stdout}")


def tell(name: str, pages: int, found: Iterable[str]) -> int:
    """Print how many pages differ, and the first of them: returns how many differences."""
    lines = list(found)
    print(f"{name}: {pages} pages, {len(lines)} differences")
    print(*(f"  {line}" for line in lines[:MOST]), sep="\n", end="\n" if lines else "")
    return len(lines)


def main() -> int:
    """Run by `make other-generators`: returns 0, or 1 with the first differences."""
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    try:
        ours = build_mkdocs()
        theirs = {"ProperDocs": build_properdocs(), "Zensical": build_zensical(settings)}
    except (Failed, Outdated, Unsearchable) as error:
        print(error, file=sys.stderr)
        return 1
    found = []
    for name, site in theirs.items():
        told = [*differences(ours, site), *differences_in_search(ours, site)]
        found.append(tell(name, len(pages_of(site)), [*told, *lost(WORK / "files", site)]))
    return 1 if any(found) else 0


if __name__ == "__main__":
    sys.exit(main())
