"""Slips in copies of sources, in links and in the names of pages, like `slips.py`."""

from slips import all_of, put, swap
from slips_under_fire import on_page

LETTER = "https://example.org/letter"
ITSELF = "this link leads to its own page. Name the one that is meant."
LONG = "does not show which page it is a copy of. Write its long form, like"
LIKE = f"https://web.archive.org/web/20250128101500/{LETTER}, or take the field out."


def archived(copy):
    """Give a source an archived copy."""
    return swap("sources.yml", f"address: {LETTER}", f"address: {LETTER}\n  archive: {copy}")


def seen_as(day, old, seen, note):
    """Say otherwise how the source of a day was seen, and write a note to it."""

    def change(docs):
        text = (docs / "sources.yml").read_text(encoding="utf-8")
        head, mark, rest = text.partition(f"date: {day}")
        rest = rest.replace(f"seen: {old}", f'seen: {seen}\n  note: "{note}"', 1)
        (docs / "sources.yml").write_text(head + mark + rest, encoding="utf-8")

    return change


def at_address(day, address):
    """Say otherwise when a source appeared, and at which address."""
    return all_of(
        swap("sources.yml", "date: 4 June 2019", f"date: {day}"),
        swap("sources.yml", "https://example.org/heights", address),
    )


def told(sentence):
    """What is told of the archived copy of this source."""
    return [f"sources.yml:31: source 'warden-letter': 'archive' {sentence}"]


SEEN = "Write how it was seen: excerpt, copy or second-hand; or correct the note."
TERMS = put(
    "terms.md", b"# Terms\n\n## Mast\n\nHigh.\n\n## Rock\n\nHard.\n\n## The plate\n\nSmall.\n"
)

STATEMENTS = "where,sentence,statement,claim,reason\nsummit,1,It is so high,summit-height,\n"
PRINTED = """where,figure,claim,reason{at}
summit,2912 metres,summit-height,{0}
summit,"June 4, 2019",summit-height,{1}
glacier,21 per cent,glacier-loss,{2}
glacier,3%,visitors,{3}
glacier,September 2003,visitors,{4}
paths,more than 40 000,visitors,{5}
paths,Hut 12,,part of a name{6}
"""


def article(sentence, section="glacier"):
    """The numbers of the article, and a sentence of it in our words."""
    claims = "glacier-loss visitors" if section == "glacier" else "summit-height"
    rows = STATEMENTS if section == "glacier" else STATEMENTS.partition("summit")[0]
    rows += f'{section},1,"{sentence}",{claims},\n'
    printed = PRINTED.format(*[""] * 7, at="")
    return all_of(put("statements.csv", rows.encode()), put("article.csv", printed.encode()))


def lengths(*lines, at=(2, 4, 8, 11, 12, 15, 19)):
    """The numbers of the article at their words, and the lengths of its words by section."""
    printed = PRINTED.format(*(f",{one}" for one in at), at=",at")
    words = "\n".join(["where,lengths", *lines, ""])
    return all_of(put("article.csv", printed.encode()), put("words.csv", words.encode()))


WHOLE = ("summit,2 4 6 4 2 4", "glacier,1 2 3 4 2 9 4", "paths,2 4 4 2 3 3 2")
MOVED = "Compare the lengths with the article."

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
    # ---- how a source was seen
    **{
        f"a source that was seen and not opened, {seen}, {note}": (
            seen_as("4 June 2019", "original", seen, note),
            [
                f"sources.yml:23: source 'survey-office': 'seen' says {seen}, and 'note' {told_of}. {SEEN}"
            ],
        )
        for seen, note, told_of in (
            ("original", "The list itself was not opened.", "says 'itself was not opened'"),
            ("excerpt", "The Office's own page was not seen.", "says 'own page was not seen'"),
            ("original", "The title is inferred.", "says that its title was not shown"),
        )
    },
    **{
        f"a source that was seen so, {seen}, {note}": (
            seen_as("4 June 2019", "original", seen, note),
            [],
        )
        for seen, note in (
            ("copy", "The Office's own page was not opened."),
            ("second-hand", "The list itself was not opened."),
            ("excerpt", "The title is inferred."),
            ("original", "The list itself was not opened again."),
        )
    },
    # ---- sentences and words of the article
    "a sentence in the article's order": (
        article("It lost 21 per cent, then 3 per cent from September 2003"),
        [],
    ),
    "a sentence with one figure of two": (article("It lost 3 per cent"), []),
    "a sentence with figures exchanged": (
        article("It lost 3% and 21% of its ice"),
        [
            "statements.csv:3: 3% stands before 21 per cent, and docs/article.csv:4 and 5 have them the "
            "other way round. Write it as the article does."
        ],
    ),
    **{
        f"a sentence with another {what} than is printed": (
            article(f"It is so high by {words}", section),
            [
                f"statements.csv:{line}: the sentence tells of {words}, and docs/article.csv:{at} "
                f"of {printed}. Write it as the article does."
            ],
        )
        for what, words, section, line, at, printed in (
            ("day", "5 June 2019", "summit", 2, 3, "June 4, 2019"),
            ("month", "October 2003", "glacier", 3, 6, "September 2003"),
            ("day of a month", "4 July", "summit", 2, 3, "June 4, 2019"),
        )
    },
    "lengths of the article's words": (lengths(*WHOLE), []),
    **{
        f"lengths of the article's words, {what}": (
            lengths(*WHOLE[:at], changed, *WHOLE[at + 1 :]),
            [
                f"words.csv:2: from word {word} on all numbers of docs/article.csv stand 1 off, so "
                f"a length was {told} in this line or below it, before that word. {MOVED}"
            ],
        )
        for what, at, changed, word, told in (
            ("one lost", 0, "summit,4 6 4 2 4", 4, "lost"),
            ("one lost below", 1, "glacier,2 3 4 2 9 4", 11, "lost"),
            ("one added", 0, "summit,2 9 4 6 4 2 4", 2, "added"),
        )
    },
    "lengths of the article's words, one wrong": (
        lengths("summit,2 4 6 4 2 4", "glacier,1 2 3 4 2 5 4", WHOLE[2]),
        [
            "article.csv:6: word 12 has 5 letters by docs/words.csv, and 'September' has 9. "
            "Count again, or leave the cell empty."
        ],
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
    **{
        f"a link with the name of another page, {words}": (
            all_of(
                put("walk.md", b"---\ntitle: Walks\n---\n# All the ways up the mountain\n"),
                on_page(f"[Up](walk.md) and [{words}](ledger.md)."),
            ),
            [
                f"index.md:3: '{words}' is the title of walk.md, and the link leads to ledger.md. Correct one."
            ],
        )
        for words in ("Walks", "the walks", "All the ways up the mountain")
    },
    "a link with the name of its page": (
        all_of(
            put("walk.md", b"---\ntitle: Walks\n---\n# All the ways up the mountain\n"),
            on_page("Up go [the walks](walk.md)."),
        ),
        [],
    ),
    "a link of a page to itself": (
        on_page("See [this page](index.md)."),
        [f"index.md:3: {ITSELF}"],
    ),
    "a link of a claim to itself": (
        swap(
            "claims/summit-height.md",
            "Nobody ever lived",
            "It [is so](summit-height.md). Nobody ever lived",
        ),
        [f"claims/summit-height.md:17: {ITSELF}"],
    ),
    "a link from a claim through the folder above to itself": (
        swap(
            "claims/summit-height.md",
            "Nobody ever lived",
            "It [is so](../claims/summit-height.md). Nobody ever lived",
        ),
        [f"claims/summit-height.md:17: {ITSELF}"],
    ),
    "a link to a place of its own page": (
        on_page("See [below](index.md#below).\n\n## Below\n\nIt is here."),
        [],
    ),
    # ---- the days of addresses
    **{
        f"a source with another day than its address, {day}, {held}": (
            at_address(day, f"https://example.org/{held}/heights"),
            [
                f"sources.yml:21: source 'survey-office': 'date' is {day}, and 'address' holds "
                f"{told}. Correct one."
            ],
        )
        for day, held, told in (
            ("4 June 2018", "2019/06/04", "2019/06/04"),
            ("4 June 2019", "a-2019-06-14", "2019-06-14"),
            ("May 2019", "2019/08", "2019/08"),
        )
    },
    **{
        f"a source with the day of its address, {day}, {held}": (
            at_address(day, f"https://example.org/{held}/heights"),
            [],
        )
        for day, held in (
            ("4 June 2019", "2019/06/05"),
            ("31 May 2019", "2019/06"),
            ("2019, by its content", "2019/06/04"),
            ("4 June 2019", "2011-12/2019-50"),
            ("date not shown", "2019-06-04"),
        )
    },
    "a letter told days later": (
        swap("sources.yml", f"address: {LETTER}", "address: https://example.org/2023/11/12/letter"),
        [],
    ),
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
    **{
        f"a link with the words of another heading, {words}": (
            all_of(TERMS, on_page(f"[{words}](terms.md#{place})")),
            [
                f"index.md:3: '{words}' is a heading of terms.md, and the link leads to #{place}. "
                f"Lead to #{right}, or correct the words."
            ],
        )
        for words, place, right in (
            ("mast", "rock", "mast"),
            ("Rocks", "mast", "rock"),
            ("The plate", "mast", "the-plate"),
        )
    },
    "a link with words of its own": (all_of(TERMS, on_page("[the high mast](terms.md#rock)")), []),
    "a link with the words of its heading": (all_of(TERMS, on_page("[Mast](terms.md#mast)")), []),
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
