"""Slips in proofs, in sentences taken apart and in what stands for the article, like `slips.py`."""

from conftest import EXPLAINER
from slips import HOLDS, MISSING, all_of, drop, put, swap

LATER = "From 2018 to 2023,-10.4,context,glacier-watch,"
SEEN = "see glacier-loss: From 2018 to 2023"
LOWER = "The lower summit,2790,context,survey-office,"
SEARCHES = (
    "  - {date: 2026-11-23, index: the shelves of the valley's library, words: books of Hut 12, "
    "found: the book of 2011 and those after it}"
)
MD, CSV = "claims/hut-count.md", "claims/hut-count.csv"
GLACIER, HEIGHT = "claims/glacier-loss", "claims/summit-height"
PROVEN = "claims/glacier-loss.csv"
SEE = "Write `see some-claim`, or `see some-claim: the name of its reading`."
FORMS = (
    "Write a phrase in curly quotes, “…”, or a place, or `worked out: …`, or `not seen: told by …`."
)
LEFT = "Name such words in 'tests' of the reading that does, in `subject`, or in `not_judged` with a reason."
DENIED = "which yes or no would turn round. Say what the claim asks, and let the value deny it."
ONE_OF_TWO = "needs a claim that covers it, or a reason why none does: one of the two."
NUMBERED = "Number the sentences from 1, in their order, and leave none out."
STATEMENTS = """where,sentence,statement,claim,reason
summit,1,It is so high,summit-height,
glacier,1,It shrank,glacier-loss visitors,
glacier,2,It shrank,,a picture in words
paths,1,,,not checked yet
"""
WORDS = "where,lengths\nsummit,3 7 7 10\nglacier,5 3\npaths,4 4 4\n"
PLACED = """where,figure,claim,reason,at
summit,2912 metres,summit-height,,2
glacier,21 per cent,glacier-loss,,6
paths,more than 40 000,visitors,,7
paths,Hut 12,,part of a name,9
"""


def text_of(name):
    """A file of the small explainer."""
    return (EXPLAINER / "docs" / name).read_text(encoding="utf-8")


def proof(text):
    """Give the asked reading of the glacier a proof as it stands in a cell."""
    table = "reading,value,role,source,note,proof\n"
    rows = f'From 2003 to 2023,-21.3,asked,glacier-watch,,"{text}"\n{LATER},'
    return put(PROVEN, f"{table}{rows}\n".encode())


def two(one, other, further=""):
    """Two rows of the glacier's table, told apart by their names, and further ones."""
    rows = f"reading,value,role,source,note,proof\nFrom 2003,-21.3,asked,{one}\n"
    return put(PROVEN, f"{rows}From 2018 to 2023,-10.4,context,{other}\n{further}".encode())


def sheet(name, content, *changes):
    """Write a table of the article with changes (old, new)."""
    for old, new in changes:
        assert content.count(old) == 1, old
        content = content.replace(old, new)
    return put(name, content.encode())


def clock(further, *change):
    """The glacier on a clock, with a further row, and one change (old, new) of the whole."""
    zone = '"New York, UTC-5"'
    rows = f"""reading,value,role,source,note,time,zone,session
Close,-21.3,asked,glacier-watch,,16:00,{zone},9:30 to 16:00
From 2018 to 2023,-10.4,context,glacier-watch,,,,
{further}"""
    text = rows.replace(*change) if change else rows
    drawn = swap(f"{GLACIER}.md", "form: readings", "form: clock")
    return all_of(put(PROVEN, text.encode()), drawn)


GOOD = {  # what is no slip
    "a phrase": proof("“21.3% less ice”"),
    "a phrase and its place": proof("“21.3% less ice”, page 3"),
    "a foreign phrase": all_of(
        proof("“冰减少了” (in English: there was less ice), page 3"),
        swap("sources.yml", "  seen: excerpt\n", "  seen: excerpt\n  language: zh\n"),
    ),
    "a place": proof("maps.csv at 1a2b3c4, line 7"),
    "worked out": proof("worked out: 3.1 to 2.4 square kilometres, table 2"),
    "no proof": proof(""),
    "one passage with two names and one value": two(
        'glacier-watch,,"“x”"', 'glacier-watch,,"“y”"', 'C,-10.4,context,glacier-watch,,"“y”"\n'
    ),
    "statements": sheet("statements.csv", STATEMENTS),
    "words": all_of(put("words.csv", WORDS.encode()), put("article.csv", PLACED.encode())),
    "a number whose word nobody counted": sheet("article.csv", PLACED, (",,6", ",,")),
    "a source with all of its fields": swap(
        "sources.yml",
        "  seen: excerpt\n",
        "  seen: excerpt\n  origin: The Glacier Watch\n  read: before 24 November 2026\n"
        "  archive: https://archive.ph/2023/https://example.org/glacier-watch\n",
    ),
    "a draft without readings, value and prose": all_of(
        put(
            f"{GLACIER}.md",
            b"---\ntitle: To do\nclaim: To do\nwhere: glacier\nform: readings\ndraft: yes\n---\n",
        ),
        put(PROVEN, b"reading,value,role,source,note\n"),
        swap(CSV, f"The glacier beside the hut,{SEEN},context,,,,\n", ""),
        swap("article.csv", "glacier-loss,", "glacier-loss,not checked yet"),
    ),
    "no claim and no source yet": all_of(
        *(
            drop(f"claims/{stem}.{end}")
            for stem in ("glacier-loss", "hut-count", "summit-height", "visitors")
            for end in ("md", "csv")
        ),
        put("article.csv", b"where,figure,claim,reason\nsummit,2912 metres,,not checked yet\n"),
        put("sources.yml", b"# None so far.\n"),
        put("index.md", b"# Nothing so far\n"),
        put("ledger.md", b"# Nothing here either\n"),
    ),
}
PROOF_SLIPS = {name: (change, []) for name, change in GOOD.items()} | {
    # slip: (change, lines printed)
    # ---- proofs
    "an open quote": (
        proof("“21.3% less ice"),
        [f"{PROVEN}:2: 'proof' opens a quote and does not close it, or the other way round: “…”."],
    ),
    "quotes of another kind": (
        proof("'21.3% less ice'"),
        [f"{PROVEN}:2: 'proof' begins with quotes of another kind. Write curly ones: “…”."],
    ),
    "an empty quote": (proof("“ ”"), [f"{PROVEN}:2: 'proof' quotes nothing. {FORMS}"]),
    "a long quote": (
        proof(f"worked out: from “{'word ' * 16}”"),
        [
            f"{PROVEN}:2: 'proof' quotes 16 words, 'word word word word word word …'. "
            "Quote 15 at most, and say the rest in your own words."
        ],
    ),
    "a foreign quote without its translation": (
        proof("“冰减少了”"),
        [
            f"{PROVEN}:2: 'proof' quotes foreign words without a translation. "
            "Add one behind the quote: “…” (in English: …)."
        ],
    ),
    "a translation from an unknown language": (
        proof("“el hielo” (in English: the ice)"),
        [
            f"{PROVEN}:2: the proof is translated, and no source of it says from which language. "
            "Add `language: es`, or another code, to 'glacier-watch' in docs/sources.yml."
        ],
    ),
    "worked out from nothing": (
        proof("worked out"),
        [f"{PROVEN}:2: 'proof' does not say from what. Write it like `worked out: …`."],
    ),
    "not seen, told by nobody": (
        proof("not seen: somewhere"),
        [f"{PROVEN}:2: 'proof' does not say who tells it. Write it like `not seen: told by …`."],
    ),
    "not seen, in the original": (
        proof("not seen: told by a friend"),
        [
            f"{PROVEN}:2: the passage was not seen, but its source 'glacier-watch' counts as excerpt. "
            "Say in docs/sources.yml how it is known, or give the proof."
        ],
    ),
    "a source twice": (
        swap(CSV, "warden-letter glacier-watch", "warden-letter warden-letter"),
        [f"{CSV}:3: the source 'warden-letter' is named twice. Keep one."],
    ),
    "one of two sources misspelt": (
        swap(CSV, "warden-letter glacier-watch", "warden-letter glacier-watt"),
        [f"{CSV}:3: there is no source 'glacier-watt'. Did you mean 'glacier-watch'?"],
    ),
    "one passage with two values": (
        two('glacier-watch,,"“less ice”"', 'glacier-watch,,"“less ice”"'),
        [
            f"{PROVEN}:3: -10.4 stands here and -21.3 at docs/{PROVEN}:2, for what is one quantity. "
            "Correct one, or tell the two apart in name and proof."
        ],
    ),
    "two values in two claims": (
        all_of(
            proof("“less ice”"),
            put(
                "claims/visitors.csv",
                "reading,value,role,source,note,proof\nIn 2023,12600,asked,hut-book,,\n"
                "B,31000,context,hut-book,,“less ice”\nC,9,context,glacier-watch,,“less ice”\n".encode(),
            ),
            swap("claims/visitors.md", "unit: people", "unit: '%'"),
        ),
        [
            f"claims/visitors.csv:4: 9 stands here and -21.3 at docs/{PROVEN}:2, for what is one quantity. "
            "Correct one; here, write `see glacier-loss: From 2003 to 2023`."
        ],
    ),
    # ---- readings of other claims
    "see an unknown claim": (
        swap(CSV, "see glacier-loss:", "see glacier-los:"),
        [f"{CSV}:4: there is no claim 'glacier-los' to see. Did you mean 'glacier-loss'?"],
    ),
    "see an unknown reading": (
        swap(CSV, ": From 2018 to 2023", ": From 2018 to 2032"),
        [
            f"{CSV}:4: the claim 'glacier-loss' has no reading 'From 2018 to 2032'. "
            "Did you mean 'From 2018 to 2023'?"
        ],
    ),
    "see a reading by no name": (
        swap(CSV, ": From 2018 to 2023", ""),
        [
            f"{CSV}:4: the claim 'glacier-loss' has no reading 'The glacier beside the hut'. "
            "Its readings are “From 2003 to 2023”, “From 2018 to 2023”."
        ],
    ),
    "see nothing": (
        swap(CSV, SEEN, "see the rock"),
        [f"{CSV}:4: 'see the rock' does not say which reading to see. {SEE}"],
    ),
    "see the claim itself": (
        swap(CSV, SEEN, "see hut-count: A later book is lost"),
        [f"{CSV}:4: a row cannot refer to its own claim. Write the value here."],
    ),
    "see a reference": (
        swap(f"{HEIGHT}.csv", LOWER, "The ice,see hut-count: The glacier beside the hut,context,,"),
        [
            f"{HEIGHT}.csv:4: 'The glacier beside the hut' stands in 'hut-count' as a reference too. "
            "Refer to its own claim: `see glacier-loss: From 2018 to 2023`."
        ],
    ),
    "see a name that stands twice": (
        swap(PROVEN, "watch,\n", "watch,\nFrom 2018 to 2023,-10.4,context,survey-office,\n"),
        [
            f"{CSV}:4: 'From 2018 to 2023' stands in 'glacier-loss' 2 times. "
            "Give its readings names of their own."
        ],
    ),
    "see with a source": (
        swap(CSV, "2023,context,,,,", "2023,context,survey-office,,,"),
        [f"{CSV}:4: 'source' is taken from the reading that this row refers to. Empty it."],
    ),
    "see another unit": (
        swap(MD, 'unit: "%"', "unit: feet"),
        [
            f"{CSV}:4: 'From 2018 to 2023' of 'glacier-loss' counts '%', and this claim 'feet'. "
            "Add a reading of its own, worked out from it."
        ],
    ),
    "see another kind": (
        swap(
            f"{HEIGHT}.csv", LOWER, "The count,see hut-count: They counted all who passed,context,,"
        ),
        [
            f"{HEIGHT}.csv:4: 'They counted all who passed' of 'hut-count' is a fact, which cannot stand here."
        ],
    ),
    "see a claim that cannot be read": (
        drop(f"{GLACIER}.md"),
        [f"{GLACIER}.md:1: {MISSING}"],
    ),
    # ---- sentences taken apart
    "tests words that are not there": (
        swap(CSV, "since 2003\n", "since 2004\n"),
        [
            f"{CSV}:3: 'tests': the words 'since 2004' do not stand in the claim, letter for letter. Copy them from it.",
            f"{MD}:3: nothing tests 'since', '2003'. {LEFT}",
        ],
    ),
    "a word that nothing tests": (
        swap(MD, "claim: The keepers of Hut 12", "claim: Today the keepers of Hut 12"),
        [
            f"{MD}:3: nothing tests 'Today', 'keepers', 'of', 'Hut', '12'. {LEFT}",
            f"{MD}:9: 'subject': the words 'The keepers of Hut 12' do not stand in the claim, letter for letter. Copy them from it.",
        ],
    ),
    "tests in a row that is not asked": (
        swap(CSV, "told by the keeper,", "told by the keeper,climber"),
        [
            f"{CSV}:5: 'tests' is for asked readings, and this one is context. Empty it.",
            f"{MD}:11: 'not_judged': a reading tests words of 'climber'. Take these words out here.",
        ],
    ),
    "an asked row that tests nothing": (
        swap(CSV, 'after 2003",since 2003', 'after 2003",'),
        [
            f"{CSV}:3: this asked reading names no words of the claim. Say in 'tests' which it tests.",
            f"{MD}:3: nothing tests 'since', '2003'. {LEFT}",
        ],
    ),
    "tests of a number": (
        put(
            PROVEN,
            b"reading,value,role,source,note,tests\nFrom 2003,-21.3,asked,glacier-watch,,lost\nFrom 2018 to 2023,-10.4,context,glacier-watch,,\n",
        ),
        [f"{PROVEN}:2: 'tests' is for claims with `stated: yes`. Take it out."],
    ),
    "a subject that says more": (
        swap(
            MD,
            "subject: The keepers of Hut 12",
            "subject: The keepers of Hut 12 | every | since 2003",
        ),
        [
            f"{MD}:9: 'subject' holds '2003', a number, which can be false. Let a reading test it, or name it in `not_judged`.",
            f"{MD}:9: 'subject' holds 'every', a word of degree, which can be false. Let a reading test it, or name it in `not_judged`.",
            f"{MD}:9: 'subject' holds 'since', a word of time, which can be false. Let a reading test it, or name it in `not_judged`.",
            f"{MD}:9: 'subject': a reading tests words of 'every'. Take these words out here.",
            f"{MD}:9: 'subject': a reading tests words of 'since 2003'. Take these words out here.",
        ],
    ),
    "not judged, without a reason": (
        swap(MD, "climber, why: The book does not say who of them climbed on.", "climber"),
        [f"{MD}:11: there is no 'why'. Add it: why nothing judges them, in one sentence."],
    ),
    "asked in the negative": (
        swap(CSV, "They had begun by 2003", "They had not begun by 2003"),
        [f"{CSV}:3: 'They had not begun by 2003' is said in the negative, {DENIED}"],
    ),
    # ---- looks and searches
    "a search without its words": (
        swap(MD, ", words: books of Hut 12", ""),
        [f"{MD}:15: there is no 'words'. Add it: the words that were searched for."],
    ),
    "searches in words": (
        swap(MD, SEARCHES, "  - The shelves"),
        [
            f"{MD}:15: 'searches.0' must hold named fields, like "
            '{date: 2026-11-23, index: "a library catalogue", words: "the words"}.'
        ],
    ),
    "not found, and never searched": (
        swap(MD, f"searches:\n{SEARCHES}\n", ""),
        [
            f"{MD}:20: 'not found' tells of a search, but none is on record. "
            "Add it under `searches`, as it was made, or say what is known."
        ],
    ),
    "checked before the verdict": (
        swap(MD, "checked: 2026-11-23", "checked: 2026-11-22"),
        [
            f"{MD}:12: the last day of the history is 2026-11-23, after the day of the last check. "
            "Write `checked: 2026-11-23`, or the day of a later look."
        ],
    ),
    "the next look before the last": (
        swap(MD, "next: 2027-10-31", "next: 2026-10-31"),
        [f"{MD}:13: the day of the next look is no later than that of the last. Correct one."],
    ),
    "no day of a look": (
        swap(MD, "next: 2027-10-31", "next: soon"),
        [f"{MD}:13: 'soon' is not a date. Write it like 2026-11-23."],
    ),
    "a link to a source that is not listed": (
        swap(
            MD,
            "the valley's library.\nWhether",
            "[the library](https://example.org/library).\nWhether",
        ),
        [
            f"{MD}:22: 'https://example.org/library' is no address in docs/sources.yml. "
            "Add the source and a reading of it, or take out the link."
        ],
    ),
    "a day of reading in other words": (
        swap("sources.yml", "  seen: excerpt\n", "  seen: excerpt\n  read: last week\n"),
        [
            "sources.yml:9: source 'glacier-watch': 'last week' is not a date. "
            "Write it like 2026-11-23, or in words, like before 23 November 2026."
        ],
    ),
    "a title with the wrong direction": (
        swap(
            f"{GLACIER}.md",
            "title: The glacier did shrink by a fifth",
            "title: The glacier grew by 21.3%",
        ),
        [
            f"{GLACIER}.md:2: 'title' tells of a rise, but what was asked is a fall. Correct the title or the reading."
        ],
    ),
    # ---- drafts
    "a draft with a history": (
        swap(f"{GLACIER}.md", "history:", "draft: yes\nhistory:"),
        [f"{GLACIER}.md:11: a draft has no history. Take out `draft`, or take out `history`."],
    ),
    "a draft that was checked": (
        swap(f"{GLACIER}.md", f"history:\n{HOLDS}", "draft: yes\nchecked: 2026-11-23\n"),
        [
            f"{GLACIER}.md:11: a draft is not checked yet. If this claim was judged, take out `draft` "
            "and keep its history; if it never was, take out `checked`."
        ],
    ),
    "not checked yet, with a verdict": (
        swap("article.csv", "glacier-loss,", "glacier-loss,not checked yet"),
        [f"article.csv:3: the figure '21 per cent' {ONE_OF_TWO}"],
    ),
    # ---- the article
    "a sentence left out": (
        sheet("statements.csv", STATEMENTS, ("glacier,2,", "glacier,3,")),
        [f"statements.csv:4: sentence 3 of 'glacier' follows on sentence 1. {NUMBERED}"],
    ),
    "too few sentences": (
        all_of(
            sheet("statements.csv", STATEMENTS),
            swap("article.yml", "names:", "sentences: {summit: 1, glacier: 3, paths: 1}\nnames:"),
        ),
        [
            "statements.csv:5: 'glacier' has 3 sentences by docs/article.yml, and here the last is 2. Add what is missing."
        ],
    ),
    "sentences of another part": (
        swap("article.yml", "names:", "sentences: {sumit: one}\nnames:"),
        ["article.yml:12: 'sentences.sumit' must be a number, like 7."],
    ),
    "sentences of an unknown part": (
        swap("article.yml", "names:", "sentences: {sumit: 1}\nnames:"),
        ["article.yml:12: 'sentences' counts 'sumit', which is none of the sections. Correct it."],
    ),
    "a sentence with neither": (
        sheet("statements.csv", STATEMENTS, (",,a picture in words", ",,")),
        [f"statements.csv:4: sentence 2 {ONE_OF_TWO}"],
    ),
    "a sentence of an unknown claim": (
        sheet("statements.csv", STATEMENTS, ("glacier-loss visitors", "glacier-loss visitor")),
        ["statements.csv:3: there is no claim 'visitor'. Did you mean 'visitors'?"],
    ),
    "a sentence without its statement": (
        sheet("statements.csv", STATEMENTS, ("summit,1,It is so high", "summit,1,")),
        [
            "statements.csv:2: 'statement' is empty. Say in our own words what this sentence says, "
            "or give the reason 'not checked yet'."
        ],
    ),
    "a sentence without its number": (
        sheet("statements.csv", STATEMENTS, ("paths,1,", "paths,one,")),
        ["statements.csv:5: 'sentence' cannot be 'one'. Write a number, like 3."],
    ),
    "a word that comes too early": (
        all_of(put("words.csv", WORDS.encode()), sheet("article.csv", PLACED, (",,7", ",,5"))),
        [
            "article.csv:4: word 5 comes before word 6 of a line above. Keep the article's order.",
            "article.csv:4: word 5 stands in 'glacier' by docs/words.csv, not in 'paths'. Correct one.",
        ],
    ),
    "a word that is not there": (
        all_of(
            put("words.csv", WORDS.encode()), sheet("article.csv", PLACED, ("name,9", "name,10"))
        ),
        [
            "article.csv:5: the article has 9 words by docs/words.csv, so there is no word 10. Correct one."
        ],
    ),
    "lengths in words": (
        sheet("words.csv", WORDS, ("4 4 4", "four")),
        ["words.csv:4: 'lengths' cannot be 'four'. Write lengths, like 3 7 10."],
    ),
    # ---- hours and powers of ten
    "no time of day": (
        clock('Noon,-9,context,survey-office,,around noon,"New York, UTC-5",\n'),
        [
            "claims/glacier-loss.csv:4: column 'time': 'around noon' is no time of day. Write it like 9:40, 4:00 to 9:30 or all of 9:30 to 16:00.",
        ],
    ),
    "an hour that no day has": (
        clock('Noon,-9,context,survey-office,,25:99,"New York, UTC-5",\n'),
        [
            "claims/glacier-loss.csv:4: column 'time': '25:99' is no time of day. Write it like 9:40, 4:00 to 9:30 or all of 9:30 to 16:00.",
        ],
    ),
    "hours that end before they begin": (
        clock('Noon,-9,context,survey-office,,16:00 to 9:30,"New York, UTC-5",\n'),
        [
            "claims/glacier-loss.csv:4: column 'time': '16:00 to 9:30' ends before it begins. Write the earlier time first.",
        ],
    ),
    "a session without length": (
        clock('Noon,-9,context,survey-office,,12:00,"New York, UTC-5",9:30 to 9:30\n'),
        [
            "claims/glacier-loss.csv:4: column 'session': '9:30 to 9:30' ends when it begins. Write the time once.",
        ],
    ),
    "a zone by its letters": (
        clock("Noon,-9,context,survey-office,,12:00,EST,\n"),
        [
            "claims/glacier-loss.csv:4: column 'zone': 'EST' is no zone. Write it like New York, UTC-5.",
        ],
    ),
    "a zone that the world has not": (
        clock('Noon,-9,context,survey-office,,12:00,"New York, UTC-99",\n'),
        [
            "claims/glacier-loss.csv:4: column 'zone': 'New York, UTC-99' is no zone. Write it like New York, UTC-5.",
        ],
    ),
    "a time without its zone": (
        clock("Noon,-9,context,survey-office,,12:00,,\n"),
        [
            "claims/glacier-loss.csv:4: 'zone' is empty, so this reading has no place on the clock. Fill it in.",
        ],
    ),
    "an asked reading without its session": (
        clock("", "9:30 to 16:00\n", "\n"),
        [
            "claims/glacier-loss.csv:2: 'session' is empty, so this reading has no place on the clock. Fill it in.",
        ],
    ),
    "powers of ten of a fall": (
        swap(f"{GLACIER}.md", "form: readings", "form: magnitudes"),
        [
            "claims/glacier-loss.md:9: the form 'magnitudes' has no place for 0 or less, which `stated` is. One that has is facts, ranked, readings, share.",
        ],
    ),
    # ---- days
    "a look that is never due": (
        swap(MD, "next: 2027-10-31", "next: 9999-12-31"),
        [
            "claims/hut-count.md:13: 9999-12-31 is years after the last look. Correct the date.",
        ],
    ),
    "the next look before the verdict": (
        swap(MD, "checked: 2026-11-23\nnext: 2027-10-31", "next: 2020-01-01"),
        [
            "claims/hut-count.md:12: the day of the next look is no later than that of the last. Correct one.",
        ],
    ),
    "a check that is years away": (
        swap(MD, "checked: 2026-11-23\nnext: 2027-10-31", "checked: 2062-11-23"),
        [
            "claims/hut-count.md:12: 2062-11-23 is years after the last day of the history, 2026-11-23. Correct the date.",
        ],
    ),
    "a search of another century": (
        swap(MD, "{date: 2026-11-23, index", "{date: 1900-01-01, index"),
        [
            "claims/hut-count.md:15: 1900-01-01 is years before the check. Correct the date.",
        ],
    ),
    "a search after the check": (
        swap(MD, "{date: 2026-11-23, index", "{date: 2026-12-24, index"),
        [
            "claims/hut-count.md:15: this search is of a day after that of the last check, 2026-11-23. Correct one.",
        ],
    ),
    "read before a day of no calendar": (
        swap("sources.yml", "read: 2026-11-23", "read: before 31 February 2026"),
        [
            "sources.yml:32: source 'warden-letter': 'before 31 February 2026' is not in the calendar. Correct the day.",
        ],
    ),
    "read in another century": (
        swap("sources.yml", "read: 2026-11-23", "read: 2099-01-01"),
        [
            "sources.yml:32: source 'warden-letter': 2099-01-01 is years away from every check of the project. Correct the date.",
        ],
    ),
    # ---- words
    "nothing, as YAML writes it": (
        swap(MD, "label: The count", "label: ~"),
        [
            "claims/hut-count.md:4: '~' is how YAML writes nothing. Take the field out, or fill it in.",
        ],
    ),
    "not judged, and what it is about": (
        swap(MD, "{words: climber,", "{words: keepers, why: Nobody asks.}\n  - {words: climber,"),
        [
            "claims/hut-count.md:11: 'not_judged': 'keepers' stands in `subject` too. Take it out of one.",
        ],
    ),
    "a long sentence": (
        swap(
            f"{GLACIER}.md",
            "told here for no other reason.",
            "told here " + "for a test " * 9 + "too.",
        ),
        [
            "claims/glacier-loss.md:18: this sentence has 32 words. Make two of it; 30 is the most.",
        ],
    ),
    "a long sentence on a page": (
        swap("index.md", "This page", "This page, " + "and so on, " * 10 + "this page"),
        [
            "index.md:3: this sentence has 50 words. Make two of it; 30 is the most.",
        ],
    ),
    # ---- proofs and references
    "a quote that closes early": (
        proof("“less” ice” or “more"),
        [
            "claims/glacier-loss.csv:2: 'proof' opens a quote and does not close it, or the other way round: “…”.",
        ],
    ),
    "a proof that a spreadsheet lost": (
        proof("#REF!"),
        [
            "claims/glacier-loss.csv:2: 'proof' holds '#REF!', a spreadsheet's error. Type the words again.",
        ],
    ),
    "a long quote in straight quotes": (
        proof('page 3, ""' + "ice and " * 8 + '""'),
        [
            "claims/glacier-loss.csv:2: 'proof' quotes 16 words, 'ice and ice and ice and ice an…'. Quote 15 at most, and say the rest in your own words.",
        ],
    ),
    "a reading of a draft that judges": (
        all_of(
            swap(f"{GLACIER}.md", f"history:\n{HOLDS}", "draft: yes\n"),
            swap(f"{HEIGHT}.csv", LOWER, "From 2003 to 2023,see glacier-loss,rival,,a test"),
            swap(f"{HEIGHT}.md", "unit: metres", 'unit: "%"'),
        ),
        [
            "claims/summit-height.csv:4: 'glacier-loss' is not checked yet, so its readings judge nothing. Check that claim first, or make this row context.",
        ],
    ),
    # ---- blocks and links
    "a picture of no claim": (
        swap("sources.md", "# ", "{{ clock() }}\n\n# "),
        [
            "sources.md:1: the block 'clock' draws the claims that it names, and here is none. "
            'Write {{ clock("some-claim") }}.'
        ],
    ),
    "a picture of a claim without readings": (
        all_of(
            put(
                "claims/to-do.md",
                b"---\ntitle: To do\nclaim: To do\nwhere: glacier\nform: clock\ndraft: yes\n---\n",
            ),
            put("claims/to-do.csv", b"reading,value,role,source,note,time,zone,session\n"),
            swap("sources.md", "# ", '{{ clock("to-do") }}\n\n# '),
        ),
        ["sources.md:1: 'to-do' has no readings yet, so 'clock' cannot draw it. Take it out."],
    ),
    "a link out of the folder": (
        swap(f"{GLACIER}.md", "This glacier", "[This](../../README.md) glacier"),
        [
            "claims/glacier-loss.md:17: '../../README.md' leads out of docs. Link to https://… or to a page of the site.",
        ],
    ),
    "a link from the root": (
        swap(f"{GLACIER}.md", "This glacier", "[This](/method/) glacier"),
        [
            "claims/glacier-loss.md:17: '/method/' leads out of docs. Link to https://… or to a page of the site.",
        ],
    ),
    "a link to no page": (
        swap(f"{GLACIER}.md", "This glacier", "[This](../metod.md#x) glacier"),
        [
            "claims/glacier-loss.md:17: '../metod.md#x' leads to no page or picture of docs. Did you mean 'method.md'?",
        ],
    ),
    "a link to no claim beside it": (
        swap(f"{GLACIER}.md", "This glacier", "[This](visitor.md) glacier"),
        [
            "claims/glacier-loss.md:17: there is no claim 'visitor'. Did you mean 'visitors'?",
        ],
    ),
    "a link without an address": (
        swap(f"{GLACIER}.md", "This glacier", "[This]() glacier"),
        [
            f"{GLACIER}.md:17: a link without an address stands here. "
            "Fill it in, or write plain words."
        ],
    ),
    "a pile of accents": (
        proof("“e" + "\u0301" * 9 + "”"),
        [
            f"{PROVEN}:2: the line holds a pile of accents on one letter. "
            "Delete it and type the words again."
        ],
    ),
    "a picture that is not there": (
        swap("index.md", "This page", "![This](hut.png) page"),
        [
            "index.md:3: 'hut.png' leads to no page or picture of docs. Link to a file there, like `method.md`.",
        ],
    ),
    "an address with a name and password": (
        swap("sources.yml", "https://example.org/letter", "https://a:b@example.org/letter"),
        [
            "sources.yml:30: source 'warden-letter': 'https://a:b@example.org/letter' has a name before '@', and its host is 'example.org'. Take out the name and the '@', or write the other host.",
        ],
    ),
    "an address with a port too high": (
        swap("sources.yml", "https://example.org/letter", "https://example.org:99999/letter"),
        [
            "sources.yml:30: source 'warden-letter': 'https://example.org:99999/letter' is not a web address. Write it from https:// on.",
        ],
    ),
    # ---- the article, again
    "a sentence with one claim twice": (
        sheet("statements.csv", STATEMENTS, ("glacier-loss visitors", "glacier-loss glacier-loss")),
        [
            "statements.csv:3: the claim 'glacier-loss' is named twice. Keep one.",
        ],
    ),
    "a long statement": (
        sheet("statements.csv", STATEMENTS, ("so high", "so " * 140 + "high")),
        [
            "statements.csv:2: 'statement' is longer than 400 characters. Shorten it.",
        ],
    ),
    "a long number": (
        sheet("article.csv", PLACED, ("2912 metres", "2912 " + "m" * 120)),
        [
            "article.csv:2: 'figure' is longer than 120 characters. Shorten it.",
        ],
    ),
    "a word without letters": (
        sheet("words.csv", WORDS, ("4 4 4", "4 0 4")),
        [
            "words.csv:4: 'lengths' cannot be '4 0 4'. Write lengths, like 3 7 10.",
        ],
    ),
}
