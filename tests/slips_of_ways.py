"""Slips in which words and figures go two ways, like `slips.py`: signs, sections, days, tables."""

from slips import all_of, swap
from slips_of_days import CSV, DAYS, ROWS, days
from slips_of_proof import GLACIER, PROVEN, proof
from slips_under_fire import on_page

MD = f"{GLACIER}.md"
NEXT_DAYS = "".join(
    f"2023-07-0{day},{name},{value},hut-book\n"
    for name in ("Beds", "Meals", "Maps")
    for day, value in ((3, "0.00"), (4, "-3.07"), (5, "1.20"), (6, "1.30"))
)
NAMED = "".join(
    f"{name} on the second day,-3.07,context,hut-book,,,,2023-07-04,{name}\n"
    for name in ("Beds", "Meals", "Maps")
)


def risen(told):
    """The glacier whose second reading has lost its minus, with a proof for it."""
    return all_of(
        proof("“21.3% less ice”"),
        swap(PROVEN, "-10.4,context,glacier-watch,,", f"10.4,context,glacier-watch,,{told}"),
    )


def written(text):
    """A further sentence in the prose of the glacier."""
    return swap(MD, "It is told", f"{text} It is told")


def three(lost=""):
    """Three series of the hut, of which one may lack a day."""
    assert not lost or NEXT_DAYS.count(lost) == 1
    return days(lambda _: ROWS.split("2023", 1)[0] + NEXT_DAYS.replace(lost, ""), NAMED)


def turned(words, other, number="10.4"):
    """What is told of prose that goes the other way."""
    told = f"this tells of {words} by {number}%, and the readings of {other}"
    return f"{told}. Correct the words or the reading."


WAY_SLIPS = {
    # slip: (change, lines printed)
    # ---- quotes
    **{
        f"a minus that is lost, {quote}": (
            risen(quote),
            [f"{PROVEN}:3: the quote tells of a fall, and the value is 10.4. Correct its sign."],
        )
        for quote in (
            "“slid 10.4%”",
            "“it is down 10.4%”",
            "“dropped 12.3 points or 10.4 per cent”",
            "“10.4% lower”",
        )
    },
    **{
        f"a value without a minus, {quote}": (risen(quote), [])
        for quote in (
            "“rose 10.4%”",
            "“fell to 10.4%”",
            "“fell and rose by 10.4%”",
            "“lost ice and stood 10.4% up”",
        )
    },
    # ---- titles and prose
    "a title that ends with the wrong direction": (
        swap(MD, "title: The glacier did shrink by a fifth", "title: The ice is 21.3% higher"),
        [
            f"{MD}:2: 'title' tells of a rise, but what was asked is a fall. "
            "Correct the title or the reading."
        ],
    ),
    **{
        f"prose that goes the other way, {text}": (
            written(text),
            [f"{MD}:18: {turned('a rise', 'a fall')}"],
        )
        for text in (
            "The ice rose 10.4%.",
            "It grew by more than 10.4 per cent.",
            "It is 10.4% up.",
        )
    },
    "prose that goes the right way": (
        written(
            "It fell 10.4%. It rose to 10.4%. It won back the lost 10.4%, up from 10.4%. "
            "It was 10.4% down on Monday and on Tuesday 10.4% more."
        ),
        [],
    ),
    "a page that goes the other way": (
        on_page('The glacier gained 10.4%.\n\n{{ claim("glacier-loss") }}'),
        [f"index.md:3: {turned('a rise', 'a fall')}"],
    ),
    "a page that goes another way than the note of a fact": (
        all_of(
            swap(CSV, "The first book is of 2011", "2011; the count is up 7.5%"),
            on_page('The count fell 7.5%.\n\n{{ claim("hut-count") }}'),
        ),
        [f"index.md:3: {turned('a fall', 'a rise', '7.5')}"],
    ),
    # ---- sections
    "a claim in another section than its figure": (
        swap(MD, "where: glacier", "where: paths"),
        [
            f"{MD}:8: 'where' is paths, and docs/article.csv:3 names this claim in glacier. "
            "Correct one."
        ],
    ),
    # ---- days
    "a day that one series lacks": (
        three("2023-07-05,Meals,1.20,hut-book\n"),
        [
            f"{DAYS}:8: 'Meals' lacks 2023-07-05, which all other series have. "
            "Add it; where its market was closed, it stands as on the day before."
        ],
    ),
    "a last day that one series lacks": (three("2023-07-06,Meals,1.30,hut-book\n"), []),
    "a day that one series lacks and a reading names": (
        three("2023-07-04,Meals,-3.07,hut-book\n"),
        [
            f"{CSV}:6: docs/{DAYS} has no 'Meals' on '2023-07-04'. "
            "Correct 'series' and 'day', or add it."
        ],
    ),
    "three series with all of their days": (three(), []),
    # ---- tables
    "a table with too few dashes": (
        on_page("| A | B | C |\n| --- | --- |\n| one | two | three |\n| one | two | three |"),
        [
            "index.md:4: this line of dashes has 2 cells, and the one above it 3; so this is no "
            "table. Make them as many."
        ],
    ),
    "a table with too many dashes": (
        on_page("| A | B |\n| --- | --- | --- |\n| one | two |"),
        [
            "index.md:4: this line of dashes has 3 cells, and the one above it 2; so this is no "
            "table. Make them as many."
        ],
    ),
}
