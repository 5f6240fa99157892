"""Words in quotation marks, as prose, fields and cells hold them, and whether texts have them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_DENSE = "\u3040-\u30ff\u3400-\u9fff"  # letters of scripts that write no spaces between words
_WORD = re.compile(rf"[{_DENSE}]|[^\W{_DENSE}]+")
_QUOTATION = re.compile(
    r"“([^“”]+)”|(?<![\w\"])\"(?=\S)([^\"\n]*[^\"\s])\"(?!\w)|«([^«»]+)»|„([^„“”]+)[“”]"
    r"|(?<!\w)‘([^‘’\n]+)’(?!\w)"
)
# What quotes nobody: code, blocks, where links lead, and an order to insert a file.
_HIDDEN = re.compile(
    r"`[^`\n]*`|\{\{[^{}\n]*\}\}|\]\((?:[^()\n]|\([^()\n]*\))*\)|^ {0,3}\[[^\]\n]+\]:.*$|^-+8<-.*$",
    re.MULTILINE,
)
_MARK = re.compile('[“"«„‘]')
_LEFT_OUT = re.compile(r"…|\.\.\.|\[[^\[\]]*\]")  # where a quotation leaves something out


def quotations(text: str) -> Iterator[tuple[int, str]]:
    """Every quotation of a text of Markdown or of plain words: where its words begin, and they."""
    if not _MARK.search(text):
        return
    for match in _QUOTATION.finditer(shown_words(text)):
        at = match.lastindex or 0
        yield match.start(at), match[at]


def shown_words(text: str) -> str:
    """A text of Markdown with spaces in the place of code, blocks and where links lead."""
    return _HIDDEN.sub(lambda match: " " * len(match.group()), text)


def lost_words(quoted: str, texts: Iterable[str]) -> str:
    """The words of a quotation that none of the texts has in their order, whatever their capitals
    and marks; where it leaves something out, those of a part. An empty string where all are there.
    """
    known = [*texts]
    for part in _LEFT_OUT.split(quoted):
        words = " ".join(part.split())
        plain = plain_words(words)
        if not plain.strip() or any(words in text and plain in plain_words(text) for text in known):
            continue  # nearly all stand there letter for letter
        if not any(plain in plain_words(text) for text in known):
            return words
    return ""


@lru_cache(maxsize=4096)
def plain_words(text: str) -> str:
    """The words of a text alone, each between two spaces."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
