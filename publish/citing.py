"""What stands under a figure for those who pass it on: citations, and a frame."""

import math

from charts.svg import Drawing
from ledger.claim import Claim
from publish import evidence
from publish.site import View, url_of
from publish.templates import LICENCE, fill

# Type on the embed page, as embed.css sets it, in px: size, and height of a line.
TITLE, SENTENCE, SMALL, LINK = (19.2, 24), (14, 24), (12.8, 20), (12.8, 26)
# Px of a letter for each px of type, on the average of a line that was broken at a word.
LETTER = 0.6
PADDING = 32
SWITCH = 600  # px of room from which the embed page shows the wide drawing
WIDEST = {"wide": 704, "narrow": 368}
# Letters that take the room of the verdict behind the sentence, and of a tick before a fact.
CHIP, TICK = "x" * 16, "xxx"


def cite(claim: Claim, view: View) -> str:
    """A short citation of a claim's page."""
    return fill("files/cite.txt", claim=claim, site=view.site, address=view.at(url_of(claim)))


def bibtex(claim: Claim, view: View) -> str:
    """The citation of a claim's page for BibTeX."""
    return fill("files/cite.bib", claim=claim, site=view.site, address=view.at(url_of(claim)))


def frame(claim: Claim, view: View) -> str:
    """The HTML that puts a claim's figure into somebody else's page."""
    address = view.at(f"{url_of(claim)}embed/")
    height = frame_height(claim, view)
    return fill("files/frame.html", claim=claim, address=address, height=height)


def frame_height(claim: Claim, view: View) -> int:
    """How tall a frame must be, in px, for the embed page to need no scrolling from 320 px on."""
    texts = [
        (claim.title, *TITLE),
        (f"The article says: {claim.sentence} {CHIP}", *SENTENCE),
        (claim.measure or "", *SMALL),
        (f"Sources: {'; '.join(evidence.origins(claim))}", *SMALL),
        (f"{view.site.name}, {LICENCE['name']}", *LINK),
        *((f"{TICK} {row.name} ({row.source.teller})", *SENTENCE) for row in claim.told),
    ]

    def height_in(width: int) -> float:
        room = width - PADDING
        name = "wide" if room >= SWITCH else "narrow"
        drawing: Drawing = getattr(view.site.pictures[claim.id], name)
        picture = min(room, WIDEST[name]) * drawing.height / drawing.width
        lines = [line * math.ceil(len(text) * size * LETTER / room) for text, size, line in texts]
        return picture + 100 + sum(lines)

    # Of each drawing, the narrowest frame, and the one in which it is as wide as it gets.
    widths = (320, WIDEST["narrow"] + PADDING, SWITCH + PADDING, WIDEST["wide"] + PADDING)
    return math.ceil(max(map(height_in, widths)) / 10) * 10
