"""What chatbots leave in a text that was copied from them: marks that mean nothing here."""

import re

_SIGNS = ("oaicite", "oai_citation", "†", "\ue200", "contentReference")
_TURN = re.compile("turn[0-9]")
_LEFT = re.compile(
    r"\ue200?:?contentReference\[[^\]\n]*\](?:\{[^}\n]*\})?|\[?oai_?cit(?:e|ation)[:\]][^\])\n]*\]?"
    r"|【\d+(?::\d+)?†[^】\n]*】|\ue200[a-z]+\ue202[^\ue201\n]*\ue201?"
    r"|\b(?:file|nav|image)?cite(?:turn\d+[a-z]+\d+)+|\bturn\d+(?:search|news|view|fetch|file|image)\d+"
)


def left_over(text: str) -> tuple[int, str] | None:
    """The first mark that a chatbot left in a text: its place, and its words."""
    if not any(sign in text for sign in _SIGNS) and not _TURN.search(text):
        return None
    found = _LEFT.search(text)
    return (found.start(), found.group()) if found else None
