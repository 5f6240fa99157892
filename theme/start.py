"""`mkdocs`, but without the plugin for notebooks: `theme/hooks.py` hands MkDocs finished pages.

MkDocs loads every plugin that its settings name before it asks any of them, and this one loads
Jupyter. The settings stay as they are: they say which files are notebooks.
"""

import sys
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from mkdocs.__main__ import cli
from mkdocs.plugins import BasePlugin

NAME = "mkdocs.yml"
PLUGIN = "mkdocs_jupyter.plugin"


class Resting(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """A plugin that takes any settings and does nothing."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[list[Any], list[Any]]:
        """No setting is wrong."""
        return [], []


def _unhooked(settings: Path) -> str:
    """What to say of settings that do not name the hook, without which MkDocs asks nobody of us."""
    sys.path.insert(0, str(Path(__file__).parent.parent))
    from ledger.files import Folder
    from ledger.settings import HOOK, WITHOUT_HOOK

    found = Folder(settings.absolute().parent / "docs").settings
    if not found.written or found.holds(("hooks",), (HOOK,), paths=True):
        return ""
    told = f"without `hooks: [{HOOK}]` {WITHOUT_HOOK}. Write it so"
    return f"{settings}:{found.line('hooks')}: {told}. Nothing was changed."


def main() -> None:
    """Run MkDocs."""
    named = dict(pairwise(sys.argv))
    settings = named.get("-f") or named.get("--config-file") or NAME
    if fault := _unhooked(Path(settings)):
        sys.exit(fault)
    module = ModuleType(PLUGIN)
    module.__dict__["Plugin"] = Resting
    sys.modules[PLUGIN] = module
    try:
        cli(prog_name="mkdocs")
    except OSError as error:  # a full disk, a folder that may not be written to
        place, reason = error.filename2 or error.filename, error.strerror
        sys.exit(f"{place or 'The site'}: {reason or error}. Nothing else was changed.")


if __name__ == "__main__":
    main()
