"""The files of a folder of content: which belong there, and the text of one."""

import os
import re
import stat
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import yaml

from ledger import letters
from ledger.mistakes import Mistake, Slip, Telling

LARGEST = 200_000  # bytes; the largest file that a person would write by hand
KNOWN = (".md", ".csv", ".yml")
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 60  # characters; it becomes an address and the name of several files
# Names that Windows keeps for itself, so that nobody there could copy the project.
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")
NO_NAME = re.compile(r'[<>:"|?*\\\n\t]|[ .](?:/|$)')
# What editors and systems leave behind; the site leaves it out.
DROPPING = re.compile(
    r"\..*|.*~|#.*#|.*\.(?:swp|swo|bak|tmp|orig|rej|pyc)|Thumbs\.db|desktop\.ini|__pycache__"
)
MERGE = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)


def is_dropping(path: str) -> bool:
    """True for a path below `docs/` that an editor or a system left there; no site publishes it."""
    return any(DROPPING.fullmatch(part) for part in path.split("/"))


class Folder:
    """A folder of content, and how its files are named to people: `docs/claims/some-claim.csv`."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        whole, here = docs.absolute(), Path.cwd()
        base = here if here in whole.parents else whole.parent
        self.name = Path(os.path.relpath(whole, base)).as_posix()
        self._own = docs.as_posix() + "/"

    def shown(self, path: Path) -> str:
        """A file as people see it, from the folder in which they work."""
        return f"{self.name}/{path.as_posix().removeprefix(self._own)}"

    def paths(self) -> Telling[list[Path]]:
        """Every file, in the order of the names; what does not belong here is told by name."""
        found = []
        for entry in self._entries(self.docs):
            path = Path(entry.path)
            sentence = self._fault(entry, path)
            if sentence:
                yield Mistake(self.shown(path), 1, sentence)
            else:
                found.append(path)
        return sorted(found)

    def _entries(self, folder: Path) -> Iterator[os.DirEntry[str]]:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            return
        for entry in entries:
            if is_dropping(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self._entries(Path(entry.path))
            else:
                yield entry

    def _fault(self, entry: os.DirEntry[str], path: Path) -> str:
        """Why a file does not belong here, or an empty string."""
        if entry.is_symlink():
            return LINK
        if not entry.is_file():
            return "this is no file that can be read. Take it away."
        name = path.relative_to(self.docs).as_posix()
        if path.parent.name != "claims" and (
            RESERVED.fullmatch(path.stem.lower()) or NO_NAME.search(name) or letters.fault_of(name)
        ):
            return "not every system takes this name. Use letters, digits and hyphens."
        if path.suffix in (*KNOWN, *PICTURES) or name in self.notebooks:
            return ""
        kinds = f"{', '.join(KNOWN)}, pictures ({', '.join(PICTURES)})"
        return f"no file of this kind belongs here: {kinds} do. Take it away."

    @cached_property
    def notebooks(self) -> frozenset[str]:
        """The programs that `mkdocs.yml` beside the folder names as pages."""
        return frozenset(_included(self.docs.absolute().parent / "mkdocs.yml"))

    def text(self, path: Path) -> Telling[str | None]:
        """The text of a file, or None when it is none that a page can be made of."""
        try:
            text = text_of(path)
        except Slip as slip:
            yield Mistake(self.shown(path), slip.line, slip.text)
            return None
        return text


def _included(config: Path) -> list[str]:
    """What the notebook plugin includes, by the settings of a site."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        settings = yaml.load(config.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506  # words only
        plugins = settings["plugins"]
        return next(one["mkdocs-jupyter"]["include"] for one in plugins if "mkdocs-jupyter" in one)
    except (OSError, yaml.YAMLError, KeyError, TypeError, StopIteration):
        return []


LINK = "this is a link to another file. Put the file itself here."
MISSING = "the file is missing. Add it, or take back the change that removed it."


def text_of(path: Path) -> str:
    """The text of a file with plain line ends. Raises `Slip` when it is none."""
    if path.is_symlink():
        raise Slip(1, LINK)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Slip(1, MISSING)
        if found.st_size > LARGEST:
            raise Slip(
                1, f"the file is larger than {LARGEST:,} bytes. Keep only what the claim needs."
            )
        data = path.read_bytes()
    except OSError:
        raise Slip(1, MISSING) from None
    text = _decoded(data)
    if not text.strip():
        raise Slip(1, "the file is empty. Fill it, or delete it.")
    if fault := letters.fault_of(text):
        raise Slip(text.count("\n", 0, fault[0]) + 1, f"the line holds {fault[1]}.")
    if mark := MERGE.search(text):
        line = text.count("\n", 0, mark.start()) + 1
        raise Slip(
            line,
            "this is a mark of a merge that was not finished. Keep one of the two versions, and "
            "take out the marks.",
        )
    return text


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[1:200:2].count(0) > 20:
        raise Slip(1, "the file is UTF-16. Save it with the encoding UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Slip(
            line, "the file is not UTF-8 text here. Save it with the encoding UTF-8."
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def fault_of_id(name: str) -> str:
    """Why a name cannot be the id of a claim or a source, or an empty string."""
    if not ID.fullmatch(name):
        return "Use small letters, digits and hyphens."
    if len(name) > LONGEST_ID:
        return f"Use {LONGEST_ID} characters at most."
    if RESERVED.fullmatch(name):
        return "Windows keeps this name for itself. Choose another."
    return ""
