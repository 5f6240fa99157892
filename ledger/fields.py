"""YAML that is words and nothing else, with the line of every field."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from ledger.mistakes import Mistake, Slip, Telling

SWITCHES = ("true", "false")
NOTHING = ("~", "null", "Null", "NULL")
_LISTED = r"\s*(?:- )?[\w-]+: *([\[{])"  # a field whose value YAML takes for a list
_TOP = re.compile(r"[a-z_]+: +\S")  # a field of its own with a value
DEEPEST = 20  # lists in lists; no file of the project needs more than three
# The parser in C where there is one: the wheels of PyYAML bring it.
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
Path = tuple[Any, ...]


class Fields:
    """YAML with the line of each entry; every value stays the text that was typed, 3.50 too."""

    plain = True  # fields that people read; the settings of a program may hold its commands too

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.lines: dict[Path, int] = {}
        self.faults: list[tuple[int, str]] = []
        self.doubled = False  # True when a name stands twice, so that one of the two is lost
        self.first = first_line
        self.rows = text.split("\n")
        if "\t" in text:
            line = text.count("\n", 0, text.index("\t")) + first_line
            raise Slip(line, "the line holds a tab, which YAML does not take. Write spaces.")
        try:
            # `yaml.parse` asks twice for each event.
            self.data = self._document(iter(LOADER(text).get_event, None))
        except yaml.MarkedYAMLError as error:
            raise self._slip(error) from None
        except yaml.reader.ReaderError as error:
            place = text[: error.position].count("\n")
            told = f"the line holds a character that YAML refuses, U+{error.character:04X}"
            raise Slip(first_line + place, f"{told}. Delete it.") from None

    def line(self, path: Iterable[Any]) -> int:
        """The line of an entry, or of the nearest entry around it."""
        path = tuple(path)
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, self.first)

    def _document(self, events: Iterator[Any]) -> Any:
        found = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1 or event.explicit or event.version or event.tags:
                    raise self._told(
                        event,
                        "three dashes or a command of YAML stand here. Write fields only, one a "
                        "line.",
                    )
            elif isinstance(event, yaml.DocumentEndEvent):
                if event.explicit:
                    raise self._told(event, "three dots end the fields here. Take them out.")
            elif isinstance(event, yaml.NodeEvent):
                found = self._build(event, events, ())
        return found

    def _build(self, event: Any, events: Iterator[Any], path: Path) -> Any:
        self.lines[path] = event.start_mark.line + self.first
        if self.plain and (event.anchor or event.tag):  # what refers to an anchor bears its name
            raise self._told(
                event,
                "a value begins with &, * or !, which YAML reads as a command. Put the value in "
                "quotes.",
            )
        if len(path) > DEEPEST:
            raise self._told(event, "the YAML is nested too deep. Write plain fields, one a line.")
        if isinstance(event, yaml.AliasEvent):
            return ""  # only of settings, of which nothing that the checks ask for is one
        if isinstance(event, yaml.ScalarEvent):
            self._see_comment(event, path)
            return event.value
        if isinstance(event, yaml.SequenceStartEvent):
            built: list[Any] = []
            while not isinstance(item := next(events), yaml.SequenceEndEvent):
                built.append(self._build(item, events, (*path, len(built))))
            return built
        return self._fields(events, path)

    def _fields(self, events: Iterator[Any], path: Path) -> dict[str, Any]:
        built: dict[str, Any] = {}
        while not isinstance(key := next(events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent) or (self.plain and (key.anchor or key.tag)):
                raise self._told(key, "a field's name must be plain text.")
            mark: Any = key.start_mark
            line, name = mark.line + self.first, key.value
            if name in built:
                told = (
                    f"'{name}' is written twice; the first is on line {self.lines[(*path, name)]}"
                )
                self.faults.append((line, f"{told}. Keep one."))
                self.doubled = True
            built[name] = self._build(next(events), events, (*path, name))
            self.lines[(*path, name)] = line
        return built

    def _see_comment(self, event: Any, path: Path) -> None:
        """Tell a ` #` behind a plain value, which cuts it without a word; and YAML's nothing."""
        if event.style:
            return
        mark: Any = event.end_mark
        row = self.rows[mark.line] if mark.line < len(self.rows) else ""
        if not event.value:
            if re.match(r"\s*[\w-]+: +#", row):
                raise Slip(mark.line + self.first, _cut(_quoted(row)))
            return
        if event.value.startswith("“") and event.value.endswith("”"):
            told = "the quotes around this value are curly, so they would be shown"
            remedy = 'Write straight ones, "'
            self.faults.append((event.start_mark.line + self.first, f"{told}. {remedy}."))
        if event.value in NOTHING and self.plain:
            told = f"'{event.value}' is how YAML writes nothing. Take the field out, or fill it in."
            self.faults.append((event.start_mark.line + self.first, told))
        if not self.plain and event.value in SWITCHES:
            return  # no text is cut off
        rest = row[mark.column :]
        if rest.lstrip(" ").startswith("#") and rest.startswith(" "):
            other = "" if self.plain else "Give a note a line of its own. If this is none, p"
            self.faults.append((mark.line + self.first, _cut(_quoted(row), other)))

    def _told(self, event: Any, sentence: str) -> Slip:
        return Slip(event.start_mark.line + self.first, sentence)

    def _slip(self, error: yaml.MarkedYAMLError) -> Slip:
        """What is wrong with YAML that cannot be read: its cause, where it is a usual one."""
        marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark]
        at = min(marks[0] if marks else 0, len(self.rows) - 1)
        begins = min(marks[-1] if marks else 0, at)
        for line in range(at, max(at - 2, -1), -1):
            if re.search(r"[\[{].*\s#", self.rows[line]):
                return Slip(line + self.first, _cut(""))
        for line in range(at, max(at - 2, -1), -1):
            if found := re.match(r"( *)([A-Za-z_-]+)(?::(?=[^ :/])|：\s*)(.+)", self.rows[line]):
                remedy = f"{found[1]}{found[2]}: {found[3].strip()}"
                told = f"a field's colon has a space behind it. Write {remedy.strip()}"
                return Slip(line + self.first, told)
        if re.search("unknown escape|hexdec", error.problem or ""):
            told = "a backslash in double quotes is a command of YAML, and this one is none"
            return Slip(at + self.first, f"{told}. Write two of them, or take it out.")
        if "end of stream" in (error.problem or "") and begins < at:
            told = "a quote begins here, and does not end where it should"
            remedy = "Put the whole value in double quotes, or write an apostrophe as ’."
            return Slip(begins + self.first, f"{told}. {remedy}")
        for line in range(at, max(at - 3, -1), -1):
            quote = re.match(r"\s*(?:- )?[\w-]+: +([\"'])", self.rows[line])
            if quote and self.rows[line].replace(r"\"", "").count(quote[1]) % 2:
                told = "a quote begins here, and does not end where it should"
                remedy = "Put the whole value in double quotes, or write an apostrophe as ’."
                return Slip(line + self.first, f"{told}. {remedy}")
        for line in range(at, max(at - 3, -1), -1):
            row = self.rows[line]
            if re.match(r"\s*- \{", row) and row.count("{") > row.count("}"):
                return Slip(
                    line + self.first, "a brace opens here and never ends. Put } at its end."
                )
        for line, pattern in ((at, _LISTED + r".*[\]}]\s*\S"), (begins, _LISTED)):
            opened = re.match(pattern, self.rows[line])
            if not opened:
                continue
            told = f"a value that begins with {opened[1]} is a list for YAML, and this is none"
            return Slip(line + self.first, f"{told}. Put the whole value in double quotes.")
        for line in range(at, max(at - 3, -1), -1):
            if re.match(r"- ?\{date", self.rows[line]):
                told = "a line of the history begins with two spaces, then the dash"
                return Slip(line + self.first, f"{told}. Put them in.")
        if re.match(r" *-[^ -]", self.rows[at]):
            told = "a dash of a list has a space behind it. Put one in."
            return Slip(at + self.first, told)
        if at and re.match(r" {1,3}[a-z_]+: ", self.rows[at]) and _TOP.match(self.rows[at - 1]):
            return Slip(at + self.first, "a space stands before the field's name. Take it out.")
        if re.search("'-' indicator|<block end>", error.problem or "") and "- " in self.rows[at]:
            told = "this line of a list stands farther in or out than those above it"
            return Slip(at + self.first, f"{told}. Put it below them.")
        told = f"this is not valid YAML ({error.problem})"
        remedy = _quoted(self.rows[at])
        if remedy:
            return Slip(at + self.first, f"{told}. Put the whole value in double quotes: {remedy}")
        return Slip(
            at + self.first,
            f"{told}. Often a colon or quote in the text: put the whole value in double quotes.",
        )


def read_fields(
    shown: str, text: str, first_line: int = 1, empty: bool = False
) -> Telling[Fields | None]:
    """The fields of a text in YAML, or None when they cannot be read; `empty` when it may have
    none.
    """
    try:
        found = Fields(text, first_line)
    except Slip as slip:
        yield Mistake(shown, slip.line, slip.text)
        return None
    for line, sentence in found.faults:
        yield Mistake(shown, line, sentence)
    if found.data is None and empty:
        found.data = {}
    if not isinstance(found.data, dict):
        told = "this must be a list of fields, one a line, like `title: Some words`."
        yield Mistake(shown, first_line, told)
        return None
    return found


def _cut(quoted: str, other: str = "") -> str:
    told = "` #` begins a comment in YAML, which cuts the text off"
    remedy = f"{other or 'P'}ut the whole value in double quotes"
    return f"{told}. {remedy}: {quoted}" if quoted else f"{told}. {remedy}."


def _quoted(row: str) -> str:
    """A line of one field with its value in double quotes, ready to paste, or an empty string."""
    match = re.fullmatch(r"( *(?:- )?[\w-]+: +)([^\s\"'{\[&*!|>].*?)\s*", row)
    if not match:
        return ""
    value = match[2].replace("\\", "\\\\").replace('"', '\\"')
    return f'{match[1].strip()} "{value}"'
