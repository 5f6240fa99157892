"""Every linter at once, `make lint`: a fault a line, `file:line: what is wrong`, for GitHub too."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROSE = ["docs", *sorted(path.name for path in ROOT.glob("*.md")), ".github"]
LINTERS = {
    "spelling": ["codespell"],
    "Markdown": ["pymarkdown", "scan", "--recurse", *PROSE],
    "phrases": ["proselint", "check", "--config", "tests/proselint.json", *PROSE],
    "Python": ["ruff", "check", "--quiet", "--output-format", "concise"],
    "layout of Python": ["ruff", "format", "--check", "--quiet", "--output-format", "concise"],
    "types": ["mypy", "--no-error-summary"],
    "imports": ["lint-imports", "--no-logo"],
    "workflows": [
        *("zizmor", "--offline", "--quiet", "--no-progress", "--strict-collection"),
        *("--persona", "auditor", "--format", "github", "."),
    ],
    "keys of workflows": [
        *("check-jsonschema", "--builtin-schema", "vendor.github-workflows"),
        *(str(path.relative_to(ROOT)) for path in sorted(ROOT.glob(".github/workflows/*.yml"))),
    ],
}


def lint(name: str) -> tuple[int, list[str]]:
    """Run one linter over the project: returns its exit status, and its faults a line each."""
    program, *arguments = LINTERS[name]
    run = subprocess.run(
        [Path(sys.executable).with_name(program), *arguments],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "1000"},
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, list(faults(run.stdout + run.stderr, ROOT))


def faults(told: str, root: Path) -> Iterator[str]:
    """What a linter tells, with each place as `file:line:` from the project's folder."""
    for line in told.splitlines():
        if annotation := re.match(r"::\w+ file=([^,]+),line=(\d+),[^:]*::[^:]+:\d+: (.+)", line):
            yield "{}:{}: {}".format(*annotation.groups())
        elif door := re.match(r"\W*([\w.]+) -> ([\w.]+) \(l\.(\d+)[^)]*\)", line):
            yield f"{_file_of(door[1], root)}:{door[3]}: may not import {door[2]}"
        elif line.strip(" -"):
            yield line.removeprefix("./").removeprefix(f"{root}/")


def _file_of(module: str, root: Path) -> str:
    """The file of a module, from the project's folder."""
    path = module.replace(".", "/")
    return f"{path}/__init__.py" if (root / path).is_dir() else f"{path}.py"


def main() -> int:
    """Run by `make lint`: quiet when all is well, else every fault of every linter, and 1."""
    bad = 0
    with ThreadPoolExecutor() as pool:
        for name, (status, told) in zip(LINTERS, pool.map(lint, LINTERS), strict=True):
            if status:
                bad = 1
                print(f"{name}:", *told, "", sep="\n")
    return bad


if __name__ == "__main__":
    sys.exit(main())
