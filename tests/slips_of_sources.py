"""Slips in copies of sources, in links and in the names of pages, like `slips.py`."""

from slips import all_of, put, swap
from slips_under_fire import on_page

LETTER = "https://example.org/letter"
LONG = "does not show which page it is a copy of. Write its long form, like"
LIKE = f"https://web.archive.org/web/20250128101500/{LETTER}, or take the field out."


def archived(copy):
    """Give a source an archived copy."""
    return swap("sources.yml", f"address: {LETTER}", f"address: {LETTER}\n  archive: {copy}")


def told(sentence):
    """What is told of the archived copy of this source."""
    return [f"sources.yml:31: source 'warden-letter': 'archive' {sentence}"]


SOURCE_SLIPS = {
    # slip: (change, lines printed)
    # ---- archived copies
    **{
        f"a copy of the page {place}": (archived(copy), [])
        for place, copy in {
            "in an archive": f"https://web.archive.org/web/20231105101500/{LETTER}",
            "of a year, with a stroke at its end": f"https://archive.ph/2023/{LETTER}/",
            "as it was saved": f"https://web.archive.org/web/20231105id_/{LETTER}",
            "without its first letters": "https://arquivo.pt/wayback/20231105/www.example.org/letter",
            "in a collection": f"https://wayback.archive-it.org/1234/20231105101500/{LETTER}",
        }.items()
    },
    "a copy that is the page itself": (
        archived(f"{LETTER}/"),
        told("is the address of the page itself. Write that of a copy, or take the field out."),
    ),
    "a copy of a page of another site": (
        archived("https://web.archive.org/web/20231105101500/https://example.com/letter"),
        told(
            "is a copy of a page of example.com, and the address is of example.org. "
            "Write the copy of this page, or take the field out."
        ),
    ),
    "a copy of another page of the site": (
        archived("https://archive.ph/20231105/https://example.org/letters"),
        told(
            "is a copy of another page of this site. Write the copy of this page, or take it out."
        ),
    ),
    "a copy that another site may hold": (
        archived("https://example.net/copies/letter"),
        told(f"{LONG} {LIKE}"),
    ),
    "a copy by its short name": (archived("https://archive.ph/Ab3dE"), told(f"{LONG} {LIKE}")),
    "a list of copies": (
        archived(f"https://web.archive.org/web/2023*/{LETTER}"),
        told(f"{LONG} {LIKE}"),
    ),
    "a copy of a day that is none": (
        archived(f"https://web.archive.org/web/20231305101500/{LETTER}"),
        told("is of '20231305101500', which is no day of the calendar. Copy the address again."),
    ),
    # ---- links, and pages by their names
    "a link with the title of another page": (
        on_page("See [Method](ledger.md)."),
        [
            "index.md:3: 'Method' is the title of method.md, and the link leads to ledger.md. Correct one."
        ],
    ),
    "a link with the title of another claim": (
        on_page("[The glacier did shrink by a fifth](claims/visitors.md)."),
        [
            "index.md:3: 'The glacier did shrink by a fifth' is the title of "
            "claims/glacier-loss.md, and the link leads to claims/visitors.md. Correct one."
        ],
    ),
    "a link with the title of its own page": (on_page("See [Method](method.md)."), []),
    "two links with the same words": (
        on_page("[Here](method.md) and [here](ledger.md)."),
        ["index.md:3: 'here' leads to method.md too. Say in each where it leads."],
    ),
    "a link with a number of another claim": (
        on_page("It is [2,874 metres](claims/glacier-loss.md) high."),
        [
            "index.md:3: '2,874 metres' holds a number that the claim 'glacier-loss' has not. "
            "Correct it, or lead to the claim that has it."
        ],
    ),
    "a link with a number of its claim": (
        on_page("It is [2,874 metres](claims/summit-height.md) high."),
        [],
    ),
    "two pages with one heading": (
        all_of(put("way.md", b"# method\n"), on_page("[A way](way.md).")),
        ["way.md:1: the heading is that of docs/method.md too. Tell the two apart."],
    ),
    "two pages with one description": (
        all_of(
            put("walk.md", b"---\ndescription: A walk.\n---\n# Walk\n"),
            put("way.md", b"---\ntitle: Way\ndescription: A walk.\n---\n# Way\n"),
            on_page("[A walk](walk.md) and [a way](way.md)."),
        ),
        ["way.md:3: 'description' is that of docs/walk.md too. Tell the two apart."],
    ),
}
