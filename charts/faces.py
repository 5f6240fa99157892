"""The face of titles in pictures to take away: the one that pages have for titles.

Charts are set in Liberation Sans, which the converter carries and pages have as wide a face for.
"""

import hashlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"
# What is drawn hangs on the face, so its bytes are named here: code is part of every picture's key.
DIGEST = "67ad2565207d7a8d952af5a278a91a092355b2170cf389f7cd7d8b3a09e11a04"
# As wide as bold Liberation Sans, by whose widths lines are broken, within 2%.
TITLE: dict[str, object] = {"font_family": "Text, Charter, Cambria, serif", "font_weight": 600}


@cache
def register() -> None:
    """Let the converter know the face."""
    import vl_convert

    if hashlib.sha256((FOLDER / "text.ttf").read_bytes()).hexdigest() != DIGEST:
        raise ValueError("charts/fonts/text.ttf is another face. Name its hash in charts/faces.py.")
    vl_convert.register_font_directory(str(FOLDER))
