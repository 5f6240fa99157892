"""Share cards: a picture for each claim and each page, for previews elsewhere.

A card is described as plain data, which is its key: it is drawn again only when it would differ.
"""

from collections import deque
from pathlib import Path

from charts import called, card, pictures, strips
from charts.cache import Cache, code_of, key_of, versions_of
from charts.card import Card, Facts, Hours, Picture, Scale, Words
from charts.pictures import Pictures
from charts.workers import Failure, Task, Undrawn, run
from ledger.claim import Claim, Ledger
from ledger.hours import span_of, zone_of
from ledger.mistakes import Mistake
from ledger.pages import Page

MOST = 4  # facts on a card


def draw_cards(
    ledger: Ledger, figures: dict[str, Pictures], site: str, folder: Path
) -> dict[str, bytes]:
    """The card of each claim and of each page as PNG, by its address; `site` is the site's name.

    What is in the cache, a folder, is taken from there. Raises `Undrawn` as `draw_all` does.
    """
    cards = {f"claims/{id}.card.png": _of_claim(c, site) for id, c in ledger.claims.items()}
    cards |= {card_of(page): _of_page(page, ledger, site, figures) for page in ledger.pages}
    cache = Cache(folder, ledger.docs, "cards")
    how = [code_of(Path(card.__file__)), *versions_of(*pictures.LIBRARIES)]
    keys = {address: key_of(one, how) for address, one in cards.items()}
    kept = {address: cache.get(key) for address, key in keys.items()}
    drawn: dict[str, bytes] = {address: found["png"] for address, found in kept.items() if found}
    tasks = deque(Task(a, keys[a], card.draw, (one,)) for a, one in cards.items() if not kept[a])
    mistakes = []
    for task, result in run(tasks):
        if isinstance(result, Failure):
            why = result.error or "the process that draws it dies"
            text = f"the share card {task.name} cannot be drawn ({why}). Mend charts/card.py."
            mistakes.append(Mistake(ledger.docs.name, 1, text))
        else:
            cache.put(task.key, {"png": result})
            drawn[task.name] = result
    cache.tidy()
    if mistakes:
        raise Undrawn(mistakes, drawn)
    return {address: drawn[address] for address in cards}


def card_of(page: Page) -> str:
    """Where the share card of a page stands on the site."""
    return f"cards/{page.url.rstrip('/') or 'index'}.png"


def _of_claim(claim: Claim, site: str) -> Card:
    """The card of a claim: its finding, its verdict, and what is said beside what is recorded."""
    return Card(claim.title, site, "" if claim.draft else claim.verdict.name, _body(claim))


def _of_page(page: Page, ledger: Ledger, site: str, figures: dict[str, Pictures]) -> Card:
    """The card of a page: its point, or its picture of the whole; no verdicts are counted."""
    for call in page.calls:
        arguments = call.arguments or ()
        name = called.name_of(call.name, arguments)
        if call.name == "clock" and name in figures:
            return Card(figures[name].title, site, "", _hours(ledger.claims[arguments[0]]))
        if name == "xray" and name in figures:
            return Card(page.title, site, "", Picture(figures[name].wide))
    if page.point:
        return Card(page.title, site, "", _body(ledger.claims[page.point]))
    return Card(page.title, site, "", Words(page.description, "muted"))


def _body(claim: Claim) -> Scale | Facts | Words:
    """What is said against what is recorded, facts that are so or not, or else the sentence."""
    strip = strips.strip_of(claim, 1 if strips.fitting(claim) is not None else 2)
    if strip:
        return Scale(strip)
    facts = {(row.value.text, row.name) for row in claim.asked if row.value.kind == "fact"}
    if not facts or claim.draft:
        return Words(f"The article says: {claim.sentence}", "said")
    return Facts(tuple(sorted(facts)[:MOST]))  # what is not so comes first, lest it is cut off


def _hours(claim: Claim) -> Hours:
    """The day of a claim whose readings have hours: what is asked, and what fits, if anything."""
    asked, place = claim.asked[0], strips.fitting(claim)
    rows = [asked] if place is None else [claim.readings[place], asked]
    ahead = zone_of(str(asked.extra["zone"]))[1]
    spans = [
        [
            minute - zone_of(str(row.extra["zone"]))[1] + ahead
            for minute in span_of(str(row.extra["time"]))
        ]
        for row in rows
    ]
    opens, closes = span_of(str(asked.extra["session"]))
    first = min(opens, *(span[0] for span in spans))
    last = max(closes, *(span[1] for span in spans))

    def part(minute: int) -> float:
        return (minute - first) / (last - first)

    marks = tuple(
        (row.role, part(start), part(end), row.value.number, claim.show(row.value))
        for row, (start, end) in zip(rows, spans, strict=True)
    )
    said = (claim.stated.number if claim.stated else 0.0, f"the article says {claim.said}")
    return Hours(claim.name, said, marks, (part(opens), part(closes), _time(opens), _time(closes)))


def _time(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"
