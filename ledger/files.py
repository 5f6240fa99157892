"""The files of a folder of content: which belong there, and the text of one."""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from ledger import letters
from ledger.chats import left_over
from ledger.mistakes import Mistake, Slip, Telling, did_you_mean
from ledger.pages import url_of
from ledger.settings import NAME as SETTINGS
from ledger.settings import Settings

LARGEST = 200_000  # bytes; the largest file that a person would write by hand
KNOWN = (".md", ".csv", ".yml")
# Beside pages and claims; whatever else ends so is read by nobody.
TABLES = ("article.yml", "sources.yml", "article.csv", "statements.csv", "words.csv")
BEGINS = {  # pictures by their endings, with what such a file begins with
    ".png": rb"\x89PNG\r\n\x1a\n",
    ".jpg": rb"\xff\xd8\xff",
    ".jpeg": rb"\xff\xd8\xff",
    ".webp": rb"RIFF....WEBP",
    ".gif": rb"GIF8[79]a",
}
PICTURES = tuple(BEGINS)
PROGRAMS = (".py", ".ipynb")  # that the settings of the site may take for pages
OTHERS = {  # what people rename by hand, with what such a file begins with
    "a spreadsheet or another packed file": (
        rb"PK[\x03\x05]|\x1f\x8b|\xd0\xcf\x11\xe0|7z\xbc\xaf|Rar!"
    ),
    "a PDF": rb"%PDF-",
    "a text of a word processor": rb"\{\\rtf",
    "a picture": rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|RIFF....WEBP",
}
LARGEST_PICTURE = 1_000_000  # bytes; a reader on a phone waits for each
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 60  # characters; it becomes an address and the name of several files
DEEPEST = 4  # folders, one in the other
# Names that Windows keeps for itself, so that nobody there could copy the project.
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")
NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?")
# What MkDocs takes for something else than a page of that name.
TAKEN = {"README.md": "the home page", "404.md": "the page for what is not there"}
# What editors and systems leave behind; the site leaves it out.
DROPPING = re.compile(
    r"\..*|.*~|#.*#|.*\.(?:swp|swo|bak|tmp|orig|rej|pyc)|Thumbs\.db|desktop\.ini|__pycache__"
)
MERGING = ("<<<<<<<", ">>>>>>>", "|||||||", "=======")
MERGE = re.compile(r"^ {0,3}(?:<{7,}.*|(?:>{7}|\|{7})(?: .*)?|={7})$", re.MULTILINE)


def is_dropping(path: str) -> bool:
    """True for a path below `docs/` that an editor or a system left there; no site publishes it."""
    return any(DROPPING.fullmatch(part) for part in path.split("/"))


class Folder:
    """A folder of content, and how its files are named to people: `docs/claims/some-claim.csv`."""

    def __init__(self, docs: Path) -> None:
        self.docs = docs
        self.claims = docs / "claims"
        whole, here = docs.absolute(), Path.cwd()
        base = here if here in whole.parents else whole.parent
        self.name = Path(os.path.relpath(whole, base)).as_posix()
        self._own = docs.as_posix() + "/"
        self.renamed: dict[Path, str] = {}  # what to say of missing files that have another name
        self._meant: set[Path] = set()  # what files would be called without a slip in their ending

    def shown(self, path: Path) -> str:
        """A file as people see it, from the folder in which they work."""
        return f"{self.name}/{path.as_posix().removeprefix(self._own)}"

    def has(self, name: str) -> bool:
        """True for a file below the folder; false too for a name that no system takes."""
        try:
            return (self.docs / name).is_file()
        except OSError:
            return False

    def paths(self) -> Telling[list[Path]]:
        """Every file, in the order of the names; what does not belong here is told by name."""
        found: dict[str, Path] = {}
        for path, entry in self._entries(self.docs):
            sentence = self._fault(entry, path) if entry else UNREADABLE
            alike = unicodedata.normalize("NFC", path.as_posix()).casefold()
            other = found.get(alike)
            if not sentence and other:
                told = f"on many systems this name is the same as '{other.name}'"
                sentence = f"{told}. Choose another, or take one of the two away."
            if sentence:
                yield Mistake(self.shown(path), 1, sentence)
            else:
                found[alike] = path
        return sorted(found.values())

    def _entries(self, folder: Path) -> Iterator[tuple[Path, os.DirEntry[str] | None]]:
        """Every file; and without its entry, each folder that cannot be read."""
        try:
            entries = sorted(os.scandir(folder), key=_small_letters_first)
        except FileNotFoundError:
            return
        except OSError:
            yield folder, None
            return
        for entry in entries:
            if is_dropping(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self._entries(Path(entry.path))
            else:
                yield Path(entry.path), entry

    def _fault(self, entry: os.DirEntry[str], path: Path) -> str:
        """Why a file does not belong here, or an empty string."""
        if entry.is_symlink():
            return LINK
        if not entry.is_file():
            return NO_FILE
        name = path.relative_to(self.docs)
        of_claims = name.parts[0] == "claims" and path.suffix in (".md", ".csv")
        return (
            self._fault_of_kind(path, name.as_posix(), of_claims)
            or ("" if of_claims else _fault_of_name(name))
            or (_fault_of_picture(path) if path.suffix in PICTURES else "")
        )

    def _fault_of_kind(self, path: Path, name: str, of_claims: bool) -> str:
        """Why nobody reads a file of this kind, or an empty string."""
        kinds = (*KNOWN, *PICTURES)
        if of_claims or path.suffix in (".md", *PICTURES) or name in (*TABLES, *self.notebooks):
            return ""
        if path.suffix in KNOWN:
            known = did_you_mean(name, TABLES, f"These are read: {', '.join(TABLES)}.")
            return f"nobody reads a file of this name. {known}"
        if path.suffix.lower() in kinds:
            self._meant.add(path.with_suffix(path.suffix.lower()))
            return f"write the ending in small letters: {path.stem}{path.suffix.lower()}."
        if path.suffix == ".txt" and Path(path.stem).suffix in KNOWN:
            self._meant.add(path.with_suffix(""))
            return f"take the ending .txt off the name: {path.stem}."
        named = f"{', '.join(KNOWN)}, pictures ({', '.join(PICTURES)})"
        return f"no file of this kind belongs here: {named} do. Take it away."

    @cached_property
    def notebooks(self) -> frozenset[str]:
        """The programs that `mkdocs.yml` beside the folder names as pages."""
        if self.settings.known:
            return self.settings.notebooks
        every = (path.relative_to(self.docs) for path in self.docs.rglob("*.*"))
        return frozenset(path.as_posix() for path in every if path.suffix in PROGRAMS)

    @cached_property
    def named(self) -> frozenset[str]:
        """The pages that the settings of the site name in its navigation, if they name any."""
        return self.settings.named

    @cached_property
    def settings(self) -> Settings:
        """What stands in `mkdocs.yml` beside the folder, if there is one."""
        path = self.docs.absolute().parent / SETTINGS

        def read(inherited: str) -> str:
            if inherited:
                return text_of((path.parent / inherited).resolve())
            return text_of(path.resolve()) if path.exists() else ""

        return Settings(read)

    @property
    def settings_shown(self) -> str:
        """The settings of the site as people see them."""
        return Path(os.path.normpath(f"{self.name}/../{SETTINGS}")).as_posix()

    def text(self, path: Path) -> Telling[str | None]:
        """The text of a file, or None when it is none that a page can be made of."""
        try:
            text = text_of(path)
        except Slip as slip:
            told = self.renamed.get(path, slip.text) if slip.text == MISSING else slip.text
            if slip.text != MISSING or path not in self._meant:
                yield Mistake(self.shown(path), slip.line, told)
            return None
        return text


def _small_letters_first(entry: os.DirEntry[str]) -> tuple[bool, str]:
    """Of two names that differ in capitals only, the one without them is the true one."""
    return entry.name != entry.name.lower(), entry.name


def _fault_of_name(name: Path) -> str:
    """Why a file cannot have this name, from the folder of content on, or an empty string."""
    parts = [*name.parts[:-1], name.stem]
    if kept := next((part for part in parts if RESERVED.fullmatch(part.lower())), ""):
        return f"Windows keeps the name '{kept}' for itself. Choose another."
    if not all(map(NAME.fullmatch, parts)):
        return "not every system takes this name. Use letters, digits and hyphens."
    if max(map(len, parts)) > LONGEST_ID or len(parts) > DEEPEST:
        told = f"{LONGEST_ID} characters at most, in {DEEPEST} folders at most"
        return f"not every system takes a name of this length. Use {told}."
    if name.as_posix() in TAKEN:
        return f"MkDocs takes this name for {TAKEN[name.as_posix()]}. Choose another."
    return ""


def _fault_of_picture(path: Path) -> str:
    """Why a file is no picture that a page can show, or an empty string."""
    try:
        with path.open("rb") as file:
            begins = file.read(16)
        size = path.stat().st_size
    except OSError:
        return UNREADABLE
    if not re.match(BEGINS[path.suffix], begins, re.DOTALL):
        return f"this is no picture of the kind {path.suffix}. Save it anew as one."
    if size > LARGEST_PICTURE:
        told = f"this picture is larger than {LARGEST_PICTURE:,} bytes"
        return f"{told}. Save it smaller; readers on phones wait for it."
    return ""


NO_FILE = "this is no file that can be read. Take it away."
UNREADABLE = "this cannot be read. Give everybody the right to read it."
LINK = "this is a link to another file. Put the file itself here."
MISSING = "the file is missing. Add it, or take back the change that removed it."


def text_of(path: Path) -> str:
    """The text of a file with plain line ends. Raises `Slip` when it is none."""
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            raise Slip(1, LINK)
        if not stat.S_ISREG(found.st_mode):
            raise Slip(1, MISSING if stat.S_ISDIR(found.st_mode) else NO_FILE)
        if found.st_size > LARGEST:
            with path.open("rb") as file:
                if other := _other_kind(file.read(16), path.suffix):
                    raise Slip(1, other)
            raise Slip(
                1, f"the file is larger than {LARGEST:,} bytes. Keep only what the claim needs."
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise Slip(1, MISSING) from None
    except OSError:
        raise Slip(1, UNREADABLE) from None
    if other := _other_kind(data, path.suffix):
        raise Slip(1, other)
    text = _decoded(data)
    if not text.strip():
        raise Slip(1, "the file is empty. Fill it, or delete it.")
    if left := left_over(text):
        told = f"'{left[1][:40]}' is left over from a chatbot. Take it out"
        line = text.count("\n", 0, left[0]) + 1
        raise Slip(line, f"{told}, and see that a source says what stands before it.")
    if fault := letters.fault_of(text):
        raise Slip(text.count("\n", 0, fault[0]) + 1, f"the line holds {fault[1]}.")
    if mark := MERGE.search(text) if any(sign in text for sign in MERGING) else None:
        line = text.count("\n", 0, mark.start()) + 1
        raise Slip(
            line,
            "this is a mark of a merge that was not finished. Keep one of the two versions, and "
            "take out the marks.",
        )
    return text


def _other_kind(data: bytes, suffix: str) -> str:
    """Why bytes are those of another program's file, whatever its name says, or an empty string."""
    for kind, pattern in OTHERS.items():
        if re.match(pattern, data):
            remedy = "Type its text here, or save it as plain text (UTF-8)."
            if suffix == ".csv":
                remedy = "Save the table as CSV (UTF-8), which a text editor can show."
            return f"this is {kind}, and only its name ends in {suffix}. {remedy}"
    return ""


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
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Some systems write é as two letters; here each text has one spelling.
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fault_of_id(name: str) -> str:
    """Why a name cannot be the id of a claim or a source, or an empty string."""
    if not ID.fullmatch(name):
        return "Use small letters, digits and hyphens."
    if len(name) > LONGEST_ID:
        return f"Use {LONGEST_ID} characters at most."
    if RESERVED.fullmatch(name):
        return "Windows keeps this name for itself. Choose another."
    return ""


def fault_of_claim_id(name: str) -> str:
    """Why a name cannot be the id of a claim, or an empty string."""
    if url_of(f"claims/{name}.md") != f"claims/{name}/":
        return "A page of this name is that of its whole folder. Choose another."
    return fault_of_id(name)
