"""Run by `make report`: compares with a base and writes the report."""

import argparse
import re
import shutil
import sys
from pathlib import Path

import markdown

from tools.report import sides
from tools.report.built import changed_pictures
from tools.report.preview import write_preview
from tools.report.sides import ROOT, Side, Unknown, git
from tools.report.told import told

OUT = ROOT / "report"
CONTENT = re.compile(r"docs/(.+\.md|.+\.csv|sources\.yml|article\.yml)")
STYLE = """<!doctype html><html lang=en><meta charset=utf-8>
<meta name=viewport content='width=device-width'><title>What this change does</title><style>
body{font:16px/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse}img{max-width:100%}
td,th{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}</style>
"""
HINT = """
At the foot of this page: *preview* has the changed pages as they will be, in one file, and *report*
the pictures from before and after. Unpack them; of *report* open `index.html`.
"""


def write(parts: list[str], old: Side, new: Side, folder: Path) -> None:
    """Write `report.md` and `index.html` with the pictures, and `summary.md` without them.

    `preview.html` has the changed pages as they will be.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for claim_id in changed_pictures(old, new):
        for name, side in (("before", old), ("after", new)):
            if picture := side.picture(claim_id, "png"):
                (folder / f"{claim_id}-{name}.png").write_bytes(picture)
    text = "\n\n".join(parts) + "\n"
    html = STYLE + markdown.markdown(text, extensions=["tables", "sane_lists"])
    short = "\n\n".join(part for part in parts if "![" not in part.replace("\\![", "")) + "\n"
    short += HINT if "## Pictures" in parts else ""
    texts = {"report.md": text, "index.html": html, "summary.md": short}
    if new.site:
        texts["preview.html"] = write_preview(old, new)
    for name, words in texts.items():
        (folder / name).write_text(words, encoding="utf-8")


def files_of_code(base: str) -> list[str]:
    """The files that change and are not content."""
    changed = git("diff", "--name-only", "--merge-base", base).split("\n")
    new = git("ls-files", "--others", "--exclude-standard").split("\n")
    return sorted({name for name in [*changed, *new] if name and not CONTENT.fullmatch(name)})


def main() -> int:
    """Return 0, also when the content has mistakes, which the report then tells."""
    options = argparse.ArgumentParser(prog="make report", description=__doc__.split("\n")[0])
    options.add_argument("base", nargs="?", default="main", help="a branch or a commit")
    options.add_argument("--words", action="store_true", help="build nothing, show no pictures")
    options.add_argument("--code", action="store_true", help="only list the files of code")
    chosen = options.parse_args()
    if chosen.code:
        print(*files_of_code(chosen.base), sep="\n")
        return 0
    try:
        old = sides.before(chosen.base, not chosen.words)
    except Unknown as unknown:
        print(f"No report: {unknown}", file=sys.stderr)
        return 1
    new = sides.after(not chosen.words)
    write(list(told(old, new, files_of_code(chosen.base))), old, new, OUT)
    print(f"Written: {OUT.name}/report.md, and index.html with the pictures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
