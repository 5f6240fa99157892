"""Share cards: a picture for each claim and each page, for previews elsewhere.

A card is described as plain data, which is its key: it is drawn again only when it would differ.
"""

from collections import deque
from pathlib import Path

from charts import card, pictures
from charts.cache import Cache, code_of, key_of, versions_of
from charts.card import Card, Chip, Count, Shown
from charts.pictures import Pictures
from charts.render import OVERVIEW
from charts.workers import Failure, Task, Undrawn, run
from ledger.claim import Claim, Ledger
from ledger.mistakes import Mistake
from ledger.pages import Page


def draw_cards(
    ledger: Ledger, figures: dict[str, Pictures], site: str, folder: Path
) -> dict[str, bytes]:
    """The card of each claim and of each page as PNG, by its address; `site` is the site's name.

    What is in the cache, a folder, is taken from there. Raises `Undrawn` as `draw_all` does.
    """
    cards = {
        f"claims/{id}.card.png": _of_claim(c, site, figures) for id, c in ledger.claims.items()
    }
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


def _of_claim(claim: Claim, site: str, figures: dict[str, Pictures]) -> Card:
    """The card of a claim: its finding, its verdict, what is said and recorded, and its chart."""
    aside: list[Chip | Shown | Count] = [] if claim.draft else [Chip(claim.verdict.name)]
    asked = next((row for row in claim.readings if row.role == "asked"), None)
    if claim.stated and claim.stated.kind != "fact":
        aside.append(Shown("the article says", claim.said, "said"))
        if asked:
            aside.append(Shown("the record says", claim.show(asked.value), "record"))
    return Card(claim.title, site, tuple(aside), figures[claim.id].wide)


def _of_page(page: Page, ledger: Ledger, site: str, figures: dict[str, Pictures]) -> Card:
    """The card of a page: its title, how the claims that it tells stand, the chart of the first.

    A page that tells none shows all of them.
    """
    told = [ledger.claims[id] for id in page.tells] or [*ledger.claims.values()]
    counts = [(sum(c.verdict is one for c in told), one.name) for one, _ in ledger.tally()]
    aside = tuple(Count(number, name) for number, name in counts if number)
    drawing = figures[page.tells[0] if page.tells else OVERVIEW].wide
    return Card(page.title, site, aside, drawing)
