"""Slips by which one thing stands twice or stands for another, like `slips.py`: rings of references,
days and series by two names, pages and sentences written down again.
"""

from slips import CSV, all_of, put, swap
from slips_of_days import CSV as HUTS
from slips_of_days import DAYS, NAMED, days, typed
from slips_of_days import MD as HUT
from slips_of_proof import PLACED, WORDS
from slips_under_fire import dated, on_page

GLACIER, SOURCES = "claims/glacier-loss.csv", "sources.yml"
ICE = '"From 2018 to 2023",-10.4,context,glacier-watch,'
HUT_SEEN = "hut-count: The glacier beside the hut"
SEEN = f"From 2018 to 2023,see {HUT_SEEN},context,,"
LOWER = "The lower summit,2790,context,survey-office,"
LOWER_SEES = f"The lower summit,see {HUT_SEEN},context,,"
HERE = "Write the value with its source and proof into this one."
NO_HASH = (
    "begins with #, which makes a heading of its line. "
    "Put a word before it; or, where it is a heading, a space behind #."
)
LOST = (
    "The keepers did count, and wrote down everyone who passed the door of the hut on the way up."
)


def also(address):
    """Put another source beside that of the glacier, and let a reading rest on it."""
    entry = (
        "glacier-watch-again:\n  title: Twenty summers\n  publisher: The Glacier Watch\n"
        f"  date: 30 September 2023\n  address: {address}\n  seen: excerpt\n\n"
    )
    return all_of(
        swap(SOURCES, "hut-book:\n", f"{entry}hut-book:\n"),
        swap(GLACIER, "-10.4,context,glacier-watch", "-10.4,context,glacier-watch-again"),
    )


def same_page(address):
    """What is told of an address that leads to the page of the glacier."""
    told = "source 'glacier-watch-again': this address leads to the page of 'glacier-watch'"
    remedy = "Keep one of the two, or write the address of each."
    return (also(address), [f"sources.yml:14: {told}. {remedy}"])


def day_in_name(name, day="2023-07-04"):
    """A reading of a series whose name tells a day."""
    return days(rows=f"{name},-3.07,context,hut-book,,,,{day},Beds\n")


def other_day(column, told):
    """What is told of a day that is not that of the name."""
    told = f"{column}, and the name of the reading says {told}. Correct one."
    return [f"{HUTS}:5: {told}"]


DOUBLE_SLIPS = {
    # slip: (change, lines printed)
    # ---- references
    "two rows that see each other": (
        swap(GLACIER, ICE, SEEN),
        [
            f"{GLACIER}:3: this row sees 'hut-count: The glacier beside the hut', "
            f"which sees this row again. {HERE}"
        ],
    ),
    "a row that sees a ring": (
        all_of(swap(GLACIER, ICE, SEEN), swap(CSV, LOWER, LOWER_SEES)),
        [
            f"{HUTS}:4: this row sees 'glacier-loss: From 2018 to 2023', "
            f"which sees this row again. {HERE}"
        ],
    ),
    "three rows that see each other": (
        all_of(
            swap(GLACIER, ICE, SEEN.replace(HUT_SEEN, "summit-height: The lower summit")),
            swap(CSV, LOWER, LOWER_SEES),
        ),
        [
            f"{GLACIER}:3: this row sees 'summit-height: The lower summit', "
            f"which sees 'hut-count: The glacier beside the hut', which sees this row again. {HERE}"
        ],
    ),
    "a row that sees one of its own table by another": (
        swap(GLACIER, ICE, f"{ICE}\nThe hut,see {HUT_SEEN},context,,"),
        [
            f"{GLACIER}:4: 'The glacier beside the hut' of 'hut-count' shows line 3 of this table. "
            "Take this row out."
        ],
    ),
    # ---- series
    "a series in other letters": (
        typed("05,Beds", "05,BEDS"),
        [f"{DAYS}:4: no reading names 'BEDS' in its column 'series'. Did you mean 'Beds'?"],
    ),
    "a series with a slip, on the day of the close": (
        typed("03,Beds", "03,Bed"),
        [f"{DAYS}:2: no reading names 'Bed' in its column 'series'. Did you mean 'Beds'?"],
    ),
    "a series with a slip, on the day of a reading": (
        typed("04,Beds", "04,Besd"),
        [f"{DAYS}:3: no reading names 'Besd' in its column 'series'. Did you mean 'Beds'?"],
    ),
    "a series in other letters in a reading": (
        days(rows=NAMED.replace("Beds\n", "beds\n")),
        [f"{HUTS}:5: docs/{DAYS} has no series 'beds'. Did you mean 'Beds'?"],
    ),
    "a series with a slip in one of two readings": (
        days(
            rows=f"{NAMED}{NAMED.replace('second', 'third').replace('-3.07', '1.20').replace('04,Beds', '05,Bedds')}"
        ),
        [f"{HUTS}:6: docs/{DAYS} has no series 'Bedds'. Did you mean 'Beds'?"],
    ),
    # ---- days in names
    "a name of another day than its column": (
        day_in_name('"Beds, 5 July"'),
        other_day("column 'day' is 2023-07-04", "5 July"),
    ),
    "a column of another day than its name": (
        day_in_name("Beds on 4 July", "2023-07-05"),
        other_day("column 'day' is 2023-07-05", "4 July"),
    ),
    "a name of another year than its column": (
        day_in_name('"Beds, July 4, 2022"'),
        other_day("column 'day' is 2023-07-04", "July 4, 2022"),
    ),
    "a name of the day of its column": (day_in_name('"Beds, Tuesday 4 July 2023"'), []),
    "a name of several days": (day_in_name('"Beds, 3 to 4 July 2023, told on 6 July"'), []),
    "a name of a letter of another day": (day_in_name("Beds by the letter of 9 July"), []),
    "a name of another date than its value": (
        all_of(dated("2024-04-11", "told"), swap(CSV, "The mast,", '"The mast, 10 April 2024",')),
        [
            f"{CSV}:3: the value is 2024-04-11, and the name of the reading says 10 April 2024. "
            "Correct one."
        ],
    ),
    "a name without a year and the date of another": (
        all_of(dated("2024-04-11", "told"), swap(CSV, "The mast,", '"The mast, 10 April",')),
        [],
    ),
    # ---- headings that are none
    "a hashtag": (on_page("So it was.\n#Ambry was seen."), [f"index.md:4: '#Ambry' {NO_HASH}"]),
    "a number behind a sign of number": (
        swap(HUT, "The keepers did", "#1 of the huts is this. The keepers did"),
        [f"{HUT}:20: '#1' {NO_HASH}"],
    ),
    "a hashtag in a list": (on_page("- #Ambry was seen."), [f"index.md:3: '- #Ambry' {NO_HASH}"]),
    "a hashtag as a hashtag": (on_page("\\#Ambry was seen, and #Ambry again."), []),
    "the heading of a page without a space": (
        swap("index.md", "# How high", "#How high"),
        [f"index.md:1: '#How' {NO_HASH}"],
    ),
    "a footnote": (
        swap(HUT, "way up.\n", "way up.[^1]\n"),
        [
            f"{HUT}:20: '[^1]' is a footnote of another program's Markdown, which shows here as it is "
            "typed. Say it in plain words."
        ],
    ),
    # ---- what stands twice
    "a paragraph twice": (
        on_page(
            f"{LOST}\nSo it was.\n{LOST[:-1]} again.\n\nAnd so on.\n\n{LOST}\nSo it was.\n{LOST[:-1]} again."
        ),
        ["index.md:9: this stands on line 3 already, word for word. Keep one of the two."],
    ),
    "a sentence twice, in other lines": (
        swap(HUT, "An older book", f"{LOST.replace(' who', chr(10) + 'who')}\nAn older book"),
        [f"{HUT}:22: this stands on line 20 already, word for word. Keep one of the two."],
    ),
    "a line twice": (
        swap(HUT, f"{LOST}\n", f"{LOST}\n{LOST}\n"),
        [f"{HUT}:21: this line stands here twice. Take one out."],
    ),
    "a short sentence twice": (on_page("So it was, they say.\n\nYes. So it was, they say."), []),
    # ---- addresses
    "one address with www.": same_page("https://www.example.org/glacier-watch"),
    "one address for telephones": same_page("http://example.org/glacier-watch/?amp=1"),
    "one address at a place of its page": same_page("https://example.org/glacier-watch#ice"),
    "another page by what is asked for": (also("https://example.org/glacier-watch?page=2"), []),
    # ---- words of the article
    "a word that is too long": (
        all_of(
            put("words.csv", WORDS.replace("5 3", "5 9").encode()),
            put("article.csv", PLACED.encode()),
        ),
        [
            "article.csv:3: word 6 has 9 letters by docs/words.csv, and '21' has 2. "
            "Count again, or leave the cell empty."
        ],
    ),
    "a word with a name around its figure": (
        all_of(
            put("words.csv", WORDS.replace("4 4 4", "4 4 12").encode()),
            put("article.csv", PLACED.replace("Hut 12", "12").encode()),
        ),
        [],
    ),
}
