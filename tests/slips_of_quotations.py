"""Slips in words that are quoted and in sums, like `slips.py`."""

from slips import CSV, MD, all_of, put, swap
from slips_of_proof import proof, two
from slips_under_fire import note, on_page

GC, GLACIER = "claims/glacier-loss.csv", "claims/glacier-loss.md"
HC = "claims/hut-count"
PROSE = "Nobody ever lived on this mountain"
QUOTE = (
    "Quote a source in a proof, word for word, or the article in docs/statements.csv; or take the "
    "marks off"
)
STARS = f"{QUOTE}; a term stands in *stars*."
CLAIM = "are quoted, and nothing of this claim has these words"
TOLD = "are quoted, and nothing of the claims that this page tells has these words"
ANY = "are quoted, and nothing of any claim has these words"
SHORTEST = "Correct one; or quote the shortest phrase that holds what is summed."
GIVE = "Quote the words that give it, or say where it stands: a line, a page."
WHOSE = "Correct one; or if both print them, say whose they are in the note."
STORY = swap("index.md", "{{ tally() }}", '{{ tally() }}\n\n{{ story("walk.md") }}')


def said(words, at=PROSE):
    """Put a sentence with quoted words into the prose of a claim."""
    return swap(MD, at, f"{words} {at}")


def part(words):
    """A part of the story that tells of the summit alone and quotes these words."""
    text = f'# A walk\n\nThe plate says {words}.\n\n{{{{ claim("summit-height") }}}}\n'
    return all_of(STORY, put("walk.md", text.encode()))


def statements(said):
    """The sentences of the article, one of which the claim on the summit covers."""
    rows = f"where,sentence,statement,claim,reason\nsummit,1,{said},summit-height,\n"
    return put("statements.csv", f"{rows}glacier,1,It shrank,glacier-loss visitors,\n".encode())


QUOTATION_SLIPS = {
    # slip: (change, lines printed)
    # ---- words in quotation marks
    "quoted words of a reading": (said("They speak of “the rock, with the mast”."), []),
    "quoted words of the claim, in other capitals": (said("“Mount Ambry is…” it says."), []),
    "quoted words of a source's title": (said("Its list is “Heights of the Ambry range”."), []),
    "quoted words with what is left out": (said("“The rock […] mast on it” it was."), []),
    "quoted words of the article": (
        all_of(statements("It “towers over the land”"), said("The article: it “towers over” all.")),
        [],
    ),
    "quoted words of a claim that is linked": (
        said("They wrote of “[everyone](hut-count.md) who passed the door”."),
        [],
    ),
    "quoted words of nobody": (
        said("The Office calls it “a giant of stone”."),
        [f"{MD}:17: “a giant of stone” {CLAIM}. {STARS}"],
    ),
    "a quoted word in the place of another": (
        all_of(statements("It is “roughly” so high"), said("The article says “nearly”.")),
        [f"{MD}:17: “nearly” {CLAIM}. {STARS}"],
    ),
    "quoted words in straight marks": (
        said('The Office calls it "a giant of stone".'),
        [f"{MD}:17: “a giant of stone” {CLAIM}. {STARS}"],
    ),
    "quoted words in marks of one stroke": (
        said("The Office calls it ‘a giant of stone’."),
        [f"{MD}:17: “a giant of stone” {CLAIM}. {STARS}"],
    ),
    "quoted words in marks of another language": (
        said("The Office calls it «a giant of stone»."),
        [f"{MD}:17: “a giant of stone” {CLAIM}. {STARS}"],
    ),
    "quoted words of another claim": (
        said("They wrote of “everyone who passed the door”."),
        [f"{MD}:17: “everyone who passed the door” {CLAIM}. {STARS}"],
    ),
    "quoted words of which a part is nobody's": (
        said("“The rock … a giant” it was."),
        [f"{MD}:17: “a giant” {CLAIM}. {STARS}"],
    ),
    "many quoted words of nobody": (
        said(f"“{'very ' * 20}high” it was."),
        [f"{MD}:17: “{('very ' * 12)[:60].strip()}…” {CLAIM}. {STARS}"],
    ),
    "the title of a link, code and a term": (
        said('[This](../method.md), `"a" + "b"` and a *giant* and it’s the keepers’.'),
        [],
    ),
    "quoted words in a title": (
        swap(MD, "reaches 2,912 metres only", "is “a giant” of 2,912 metres only"),
        [f"{MD}:2: 'title': “a giant” {CLAIM}. {QUOTE}."],
    ),
    "quoted words in a history": (
        swap(MD, "why: First check.", "why: The Office had said “a giant”."),
        [f"{MD}:11: 'history': “a giant” {CLAIM}. {QUOTE}."],
    ),
    "quoted words in a note": (
        note("the Office says “a giant”"),
        [f"{CSV}:2: 'note': “a giant” {CLAIM}. {QUOTE}."],
    ),
    "quoted words in a reason": (
        swap(f"{HC}.md", "The book does not say", "A book of “a giant” does not say"),
        [f"{HC}.md:11: 'not_judged': “a giant” {CLAIM}. {QUOTE}."],
    ),
    "quoted words of a note in a note": (note("the Office says “the rock with the mast”"), []),
    "quoted words of a part of the story": (part("“the rock, with the mast”"), []),
    "quoted words of a claim that a part does not tell": (
        part("“everyone who passed the door”"),
        [f"walk.md:3: “everyone who passed the door” {TOLD}. {STARS}"],
    ),
    "quoted words of any claim on another page": (
        on_page("They wrote of “everyone who passed the door”."),
        [],
    ),
    "quoted words of nobody on a page": (
        on_page("They wrote of “everyone who came”."),
        [f"index.md:3: “everyone who came” {ANY}. {STARS}"],
    ),
    "quoted words of whom they name": (said("The Survey Office called it “the rock”."), []),
    **{
        f"quoted words of another than {name}": (
            all_of(
                proof("“a fifth of the ice went”"),
                swap(GLACIER, "The Glacier", f"{text}\nThe Glacier"),
            ),
            [
                f"{GLACIER}:14: {name} is named for these words, and they are of The Glacier "
                "Watch. Correct one."
            ],
        )
        for name, text in {
            "The Survey Office": "The Survey Office wrote that “a fifth of the ice went”.",
            "The Alpine Friends": "So The Alpine Friends said: “a fifth of the ice” went.",
        }.items()
    },
    # ---- the same words of two sources
    **{
        f"the same words of two sources, {why}": (
            two("glacier-watch,,“a fifth of all the ice went in twenty years”", other),
            [
                f"{GC}:3: 'hut-book' is quoted with words that line 2 quotes from 'glacier-watch'. "
                f"{WHOSE}"
            ],
        )
        for why, other in {
            "all": "hut-book,,“a fifth of all the ice went in twenty years”",
            "in part": "hut-book,,“that a fifth of all the ice went in twenty summers”",
            "behind another": "hut-book,,“less”; “so a fifth of all the ice went in twenty years”",
        }.items()
    },
    "the same words of two sources in two claims": (
        all_of(
            two("glacier-watch,,“a fifth of all the ice went in twenty years”", "glacier-watch,,"),
            swap(
                f"{HC}.csv",
                "“everyone who passed the door”",
                "“everyone who passed the door”; “a fifth of all the ice went in twenty years”",
            ),
        ),
        [
            f"{HC}.csv:2: 'warden-letter' is quoted with words that docs/{GC}:2 quotes from "
            f"'glacier-watch'. {WHOSE}"
        ],
    ),
    "the same words of two sources, as a note says": (
        two(
            "glacier-watch,,“a fifth of all the ice went in twenty years”",
            "hut-book,The Glacier Watch said so,“a fifth of all the ice went in twenty years”",
        ),
        [],
    ),
    "few words that two sources share": (
        two("glacier-watch,,“a fifth of all the ice”", "hut-book,,“a fifth of all the ice”"),
        [],
    ),
    # ---- sums
    "a quote that holds its sum": (
        proof("worked out: 3.1 to 2.4 after “from 3.1 in 2003 to 2.4 (Q2 2023)” and “a fifth”"),
        [],
    ),
    "a quote of what is summed": (proof("worked out: “13.1 less than 34.4”"), []),
    "a quote with the factor of a sum": (
        proof("worked out: 3.1 times 0.787, after “3.1 square kilometres, down 21.3%”"),
        [],
    ),
    "a quote with two figures exchanged": (
        proof("worked out: 3.1 to 2.44 after “from 3.1 to 2.444, on 4 July”, table 2"),
        [f"{GC}:2: a quote holds 2.444, which is no part of the sum. {SHORTEST}"],
    ),
    "a quote with another share beside a sum": (
        proof("worked out: 3.1 to 2.44, table 2; the Watch prints “or 21.8%, to 2.44”"),
        [f"{GC}:2: a quote holds 21.8, which is no part of the sum. {SHORTEST}"],
    ),
    "a quote that holds more than its sum": (
        proof("worked out: 3.1 to 2.44 after “3.1, of 40 glaciers, to 2.44”"),
        [f"{GC}:2: a quote holds 40, which is no part of the sum. {SHORTEST}"],
    ),
    "a sum of a number from nowhere": (
        proof("worked out: 3.3 to 2.6 after “to 2.6 square kilometres”"),
        [f"{GC}:2: the sum takes 3.3, which no quote and no other reading has. {GIVE}"],
    ),
    "a sum of two numbers from nowhere": (
        proof("worked out: 34.4 less 13.1, by us"),
        [
            f"{GC}:2: the sum takes 13.1, which no quote and no other reading has. {GIVE}",
            f"{GC}:2: the sum takes 34.4, which no quote and no other reading has. {GIVE}",
        ],
    ),
    "a sum with a factor that no quote gives": (
        proof("worked out: 27.1 times 0.787, after “27.1, down 21.4%”"),
        [
            f"{GC}:2: a quote holds 21.4, which is no part of the sum. {SHORTEST}",
            f"{GC}:2: the sum takes 0.787, which no quote and no other reading has. {GIVE}",
        ],
    ),
    "a sum of another reading": (proof("worked out: 10.4 and 10.9, after “10.9% more”"), []),
}
