"""Slips that unlucky or hostile files hold, like `slips.py`: letters, names, fields, values, links."""

import os

from slips import CSV, MD, all_of, put, swap
from slips_of_proof import PLACED, WORDS, proof

HC, H, GC = "claims/hut-count.csv", "claims/hut-count.md", "claims/glacier-loss.csv"
V = "claims/visitors"
VALUES = {CSV: "2790", GC: "-10.4"}  # a value of context in each of these tables


def on_page(text):
    """Put Markdown on the home page."""
    return swap("index.md", "This page was", f"{text}\n\nThis page was")


def elsewhere(text):
    """Put Markdown on a page that shows no claim."""
    return swap("method.md", "# Method", f"# Method\n\n{text}")


def cell(new, file=CSV):
    """Write another value into a table."""
    return swap(file, VALUES[file], new)


def dated(day, told):
    """Make the summit a claim of days, and one row with a day and a note."""
    return all_of(
        swap(MD, "stated: 2912\nunit: metres", 'stated: "2024-04-10"\nunit: date'),
        swap(MD, "form: readings", "form: timeline"),
        put(
            CSV,
            "reading,value,role,source,note\nThe rock,2024-04-10,asked,survey-office,2874 and 2912\n"
            f"The mast,{day},context,survey-office,{told}\n".encode(),
        ),
        swap(MD, "verdict: Misplaced", "verdict: Holds"),
    )


def note(new):
    """Write another note into a table."""
    return swap(CSV, "surveyed in June 2019", new)


def label(new):
    """Write another field into the words of a claim."""
    return swap(MD, "label: The height", f"label: {new}")


def made(name, content=b"# A page\n"):
    """Add a file, with its folders."""

    def change(docs):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(content)

    return change


def moved(old, new):
    """Give a file another name."""
    return lambda docs: (docs / old).rename(docs / new)


def pipe(name):
    """Put a pipe, which would keep a reader waiting, in the place of a file."""

    def change(docs):
        (docs / name).unlink(missing_ok=True)
        os.mkfifo(docs / name)

    return change


FIRE_SLIPS = {
    # slip: (change, lines printed)
    # ---- letters
    "a letter of another alphabet": (
        swap(CSV, "The lower", "The l\u043ewer"),
        [
            "claims/summit-height.csv:4: the line holds 'о', U+043E, which only looks like a letter of the word around it. Type the word again."
        ],
    ),
    "a capital of another alphabet in an id": (
        swap(CSV, "2790,context,survey-office", "2790,context,surv\u0435y-office"),
        [
            "claims/summit-height.csv:4: the line holds 'е', U+0435, which only looks like a letter of the word around it. Type the word again."
        ],
    ),
    "an address that is another one": (
        swap("sources.yml", "https://example.org/heights", "https://ex\u0430mple.org/heights"),
        [
            "sources.yml:22: the line holds 'а', U+0430, which only looks like a letter of the word around it. Type the word again."
        ],
    ),
    "letters of mathematics": (
        label("\U0001d413he height"),
        [
            "claims/summit-height.md:4: the line holds '𝐓', a sign of mathematics, in the place of 'T'. Type plain letters."
        ],
    ),
    "letters beyond all alphabets": (
        label("The \U000e0fff height"),
        [
            "claims/summit-height.md:4: the line holds an invisible character, U+E0FFF. Delete it and type the words again."
        ],
    ),
    "garbled letters of three pieces": (
        note("æ·±åº¦ in June"),
        [
            "claims/summit-height.csv:2: the line holds letters that were garbled, 'æ·±' for '深'. Save the file as UTF-8 and type them again."
        ],
    ),
    "garbled Cyrillic": (
        note("Ð¿Ñ€Ð¸ in June"),
        [
            "claims/summit-height.csv:2: the line holds letters that were garbled, 'Ð¿Ñ€Ð¸' for 'при'. Save the file as UTF-8 and type them again."
        ],
    ),
    "capitals and quotes that only look garbled": (
        all_of(
            on_page("He read “«MENÜ», « caffè »” and «CAFÉ»."),
            swap(CSV, "The lower summit", "The lower summit; menü caffè café"),
        ),
        [],
    ),
    "letters of other alphabets": (note("Москва and Αθήνα; kΩ and µm and β-rays"), []),
    "one letter in two spellings": (
        swap(
            CSV,
            "The lower summit,2790,context,survey-office,",
            "Caf\u00e9,2790,context,survey-office,\nCafe\u0301,2791,context,survey-office,",
        ),
        [
            "claims/summit-height.csv:5: 'Café' by 'survey-office' stands on line 4 already. Name the two so that a reader can tell them apart, or keep one."
        ],
    ),
    # ---- names of files
    "a table that nobody reads": (
        made("statement.csv", b"where\n"),
        ["statement.csv:1: nobody reads a file of this name. Did you mean 'statements.csv'?"],
    ),
    "settings that nobody reads": (
        made("extra.yml", b"a: b\n"),
        [
            "extra.yml:1: nobody reads a file of this name. These are read: article.yml, sources.yml, article.csv, statements.csv, words.csv."
        ],
    ),
    "an ending in capitals": (
        moved(f"{V}.csv", f"{V}.CSV"),
        ["claims/visitors.CSV:1: write the ending in small letters: visitors.csv."],
    ),
    "a second ending": (
        moved(f"{V}.csv", f"{V}.csv.txt"),
        ["claims/visitors.csv.txt:1: take the ending .txt off the name: visitors.csv."],
    ),
    "a page with spaces in its name": (
        made("my page.md"),
        ["my page.md:1: not every system takes this name. Use letters, digits and hyphens."],
    ),
    "a page with signs in its name": (
        made("100%.md"),
        ["100%.md:1: not every system takes this name. Use letters, digits and hyphens."],
    ),
    "a page with a bracket in its name": (
        made("{{ x }}.md"),
        ["{{ x }}.md:1: not every system takes this name. Use letters, digits and hyphens."],
    ),
    "a page with a letter in two pieces": (
        made("cafe\u0301.md"),
        ["café.md:1: not every system takes this name. Use letters, digits and hyphens."],
    ),
    "a folder that Windows keeps": (
        made("aux/x.md"),
        ["aux/x.md:1: Windows keeps the name 'aux' for itself. Choose another."],
    ),
    "a folder named like a file": (
        made("x.md/y.md"),
        ["x.md/y.md:1: not every system takes this name. Use letters, digits and hyphens."],
    ),
    "a page with a very long name": (
        made(f"{'x' * 61}.md"),
        [
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.md:1: not every system takes a name of this length. Use 60 characters at most, in 4 folders at most."
        ],
    ),
    "a page far down": (
        made("a/b/c/d/e/f.md"),
        [
            "a/b/c/d/e/f.md:1: not every system takes a name of this length. Use 60 characters at most, in 4 folders at most."
        ],
    ),
    "a page that MkDocs takes for the home page": (
        made("README.md"),
        ["README.md:1: MkDocs takes this name for the home page. Choose another."],
    ),
    "a page that MkDocs takes for another": (
        made("404.md"),
        ["404.md:1: MkDocs takes this name for the page for what is not there. Choose another."],
    ),
    "two names that differ in capitals only": (
        made("Method.md"),
        [
            "Method.md:1: on many systems this name is the same as 'method.md'. Choose another, or take one of the two away."
        ],
    ),
    "a claim's name that differs in capitals only": (
        made("claims/Visitors.md"),
        [
            "claims/Visitors.md:1: on many systems this name is the same as 'visitors.md'. Choose another, or take one of the two away."
        ],
    ),
    "a program that calls itself a picture": (
        made("a.png", b"<script>alert(1)</script>"),
        ["a.png:1: this is no picture of the kind .png. Save it anew as one."],
    ),
    "a picture of another kind": (
        made("a.jpg", b"\x89PNG\r\n\x1a\n"),
        ["a.jpg:1: this is no picture of the kind .jpg. Save it anew as one."],
    ),
    "a picture that is too large": (
        made("a.gif", b"GIF89a" + b"0" * 1_000_000),
        [
            "a.gif:1: this picture is larger than 1,000,000 bytes. Save it smaller; readers on phones wait for it."
        ],
    ),
    "a picture that is one": (made("a.png", b"\x89PNG\r\n\x1a\n"), []),
    "a pipe in the place of a table": (
        pipe(f"{V}.csv"),
        ["claims/visitors.csv:1: this is no file that can be read. Take it away."],
    ),
    "a pipe": (pipe("x.md"), ["x.md:1: this is no file that can be read. Take it away."]),
    # ---- fields
    "no space behind a colon": (
        swap(MD, "label: The", "label:The"),
        [
            "claims/summit-height.md:4: a field's colon has a space behind it. Write label: The height"
        ],
    ),
    "a colon of another script": (
        swap(MD, "label: The", "label：The"),
        [
            "claims/summit-height.md:4: a field's colon has a space behind it. Write label: The height"
        ],
    ),
    "a quote that does not end": (
        label("'The height"),
        [
            "claims/summit-height.md:4: a quote begins here, and does not end where it should. Put the whole value in double quotes, or write an apostrophe as ’."
        ],
    ),
    "a value that begins with a brace": (
        label("{The height"),
        [
            "claims/summit-height.md:4: a value that begins with { is a list for YAML, and this is none. Put the whole value in double quotes."
        ],
    ),
    "an address in brackets": (
        swap("sources.yml", "https://example.org/heights", "[heights](https://example.org/)"),
        [
            "sources.yml:22: a value that begins with [ is a list for YAML, and this is none. Put the whole value in double quotes."
        ],
    ),
    "a number sign at the start": (
        label("#1 height"),
        [
            'claims/summit-height.md:4: ` #` begins a comment in YAML, which cuts the text off. Put the whole value in double quotes: label: "#1 height"'
        ],
    ),
    "an address and a comma in a reason": (
        swap(MD, "why: First check.", "why: https://example.org/, see there."),
        ["claims/summit-height.md:11: the reason holds a comma. Put it in double quotes."],
    ),
    "a comma in the words of a search": (
        swap(H, "books of Hut 12", "books, of Hut 12"),
        ["claims/hut-count.md:15: a text here holds a comma. Put it in double quotes."],
    ),
    "fields that never end": (
        swap(MD, "First check.}\n---", "First check.}"),
        [
            "claims/summit-height.md:1: the fields begin here and never end. Put a line --- below the last of them."
        ],
    ),
    "fields that end too early": (
        swap(MD, "measure:", "---\nmeasure:"),
        ["claims/summit-height.md:7: these three dashes end the fields too early. Take them out."],
    ),
    "a line above the fields": (
        swap(MD, "---\ntitle", "\n---\ntitle"),
        [
            "claims/summit-height.md:2: the fields begin on the first line. Take out what stands above this one."
        ],
    ),
    "fields of a page that dots end": (
        put("method.md", b"---\ntemplate: main.html\n...\n\n# Method\n"),
        [
            "method.md:1: the fields begin here and never end. Put a line --- below the last of them."
        ],
    ),
    "fields of a page below a blank line": (
        put("method.md", b"\n---\ntemplate: main.html\n---\n\n# Method\n"),
        ["method.md:2: the fields begin on the first line. Take out what stands above this one."],
    ),
    "a wide page that is not wide": (
        put("method.md", b"---\nwide: no\n---\n\n# Method\n"),
        ["method.md:2: 'wide' is true, or is left out. Take it out."],
    ),
    "a long unit": (
        swap(MD, "unit: metres", f"unit: {'metres ' * 50}"),
        ["claims/summit-height.md:6: 'unit' is longer than 40 characters. Shorten it."],
    ),
    "an id that two sources have": (
        swap("sources.yml", "hut-book:", "glacier-watch:"),
        ["sources.yml:10: 'glacier-watch' is written twice; the first is on line 3. Keep one."],
    ),
    "no source in a row": (
        swap(CSV, "2790,context,survey-office", "2790,context,"),
        [
            "claims/summit-height.csv:4: no source is named. Write the id of one in docs/sources.yml."
        ],
    ),
    "sources that a comma parts": (
        swap(CSV, "2790,context,survey-office", '2790,context,"survey-office, hut-book"'),
        [
            "claims/summit-height.csv:4: the ids of several sources are parted by one space. Write survey-office hut-book."
        ],
    ),
    "no role": (
        swap(CSV, "2790,context", "2790,"),
        ["claims/summit-height.csv:4: 'role' is empty. It is one of asked, rival or context."],
    ),
    "a computer of one's own": (
        swap("sources.yml", "https://example.org/heights", "http://localhost:8000/heights"),
        [
            "sources.yml:22: source 'survey-office': 'localhost:8000' is the name of no computer that every reader can reach. Write the address of the page itself."
        ],
    ),
    "a number of a computer": (
        swap("sources.yml", "https://example.org/heights", "http://10.0.0.7/heights"),
        [
            "sources.yml:22: source 'survey-office': '10.0.0.7' is the name of no computer that every reader can reach. Write the address of the page itself."
        ],
    ),
    "no sentence in a part": (
        swap("article.yml", "names:", "sentences: {summit: 0}\nnames:"),
        ["article.yml:12: 'sentences.summit' must be a number, like 7."],
    ),
    "two parts with one name": (
        swap("article.yml", "paths: The paths", "paths: The summit"),
        [
            "article.yml:10: 'paths' has the name of 'summit'. Name the two so that a reader can tell them apart."
        ],
    ),
    # ---- days
    "a verdict of next year": (
        swap(MD, "2026-11-23", "2027-11-23"),
        [
            "claims/summit-height.md:11: 2027-11-23 lies 365 days after every other day of the project. Correct the year; or if it is right, write `checked: 2027-11-23` too."
        ],
    ),
    "a check of next year": (
        swap(H, "checked: 2026-11-23", "checked: 2027-09-23"),
        [
            "claims/hut-count.md:12: 2027-09-23 lies 304 days after every other day of the project. Correct the year; or if it is right, add a search of that day, or the day on which a source was read."
        ],
    ),
    "a source read next year": (
        swap("sources.yml", "read: 2026-11-23", "read: 2027-11-23"),
        [
            "sources.yml:32: 2027-11-23 lies 365 days after every other day of the project. Correct the year; or if it is right, write `checked: 2027-11-23` in a claim that rests on it."
        ],
    ),
    "a source that appeared later than it was read": (
        swap("sources.yml", "4 June 2019", "4 June 2091"),
        [
            "sources.yml:21: source 'survey-office': 2091 comes after every check of the project. Correct the date."
        ],
    ),
    "a search years ahead": (
        swap(H, "{date: 2026-11-23, index", "{date: 2099-11-23, index"),
        [
            "claims/hut-count.md:15: this search is of a day after that of the last check, 2026-11-23. Correct one."
        ],
    ),
    # ---- values
    "a number that nobody can read": (
        cell("1" + "0" * 38),
        [
            "claims/summit-height.csv:4: '100000000000000000000000000000000000000' has more than 15 digits. Count in a larger unit, like millions, or round it."
        ],
    ),
    "a number with zeros before it": (
        cell("02790"),
        ["claims/summit-height.csv:4: '02790' has a zero or a sign that says nothing. Write 2790."],
    ),
    "a sign that says nothing": (
        cell("-0"),
        ["claims/summit-height.csv:4: '-0' has a zero or a sign that says nothing. Write 0."],
    ),
    "thousands with points": (
        cell("2.790.000"),
        [
            "claims/summit-height.csv:4: '2.790.000' marks the thousands. Write the digits without a mark: 2790000."
        ],
    ),
    "a point that marks the thousands": (
        cell("2.790"),
        [
            "claims/summit-height.csv:4: '2.790' has a point where the others count thousands. Write 2790; or if it is so small, 2.7900."
        ],
    ),
    "thousands with low lines": (
        cell("2_790"),
        [
            "claims/summit-height.csv:4: '2_790' marks the thousands. Write the digits without a mark: 2790."
        ],
    ),
    "a fall in brackets": (
        cell("(10.4)", GC),
        ["claims/glacier-loss.csv:3: '(10.4)' is how a ledger writes a fall. Write -10.4."],
    ),
    "a fall with its sign behind": (
        cell("10.4-", GC),
        ["claims/glacier-loss.csv:3: '10.4-' is how a ledger writes a fall. Write -10.4."],
    ),
    "a number behind a quote": (
        cell("'-10.4", GC),
        ["claims/glacier-loss.csv:3: ''-10.4' begins with a quote. Write -10.4."],
    ),
    "about, in a sign": (
        cell("~2790"),
        ["claims/summit-height.csv:4: '~2790' is said in another way here. Write about 2790."],
    ),
    "more than, in a sign": (
        cell(">2790"),
        ["claims/summit-height.csv:4: '>2790' is a bound. Write more than 2790 or at least 2790."],
    ),
    "less than, in a sign": (
        cell("<2790"),
        ["claims/summit-height.csv:4: '<2790' is a bound. Write less than 2790 or at most 2790."],
    ),
    "a point without a digit": (
        cell(".5"),
        [
            "claims/summit-height.csv:4: '.5' lacks a digit beside its point. Write it with one, like 0.5."
        ],
    ),
    "a number for programs": (
        cell("0xB60"),
        [
            "claims/summit-height.csv:4: '0xB60' is a number for programs. Write its digits as people do."
        ],
    ),
    "a day and an hour": (
        cell("2019-06-01 00:00:00"),
        [
            "claims/summit-height.csv:4: '2019-06-01 00:00:00' is a day. Write `unit: date` for a day, or the number."
        ],
    ),
    "a stated truth": (
        swap(MD, "stated: 2912", "stated: true"),
        [
            "claims/summit-height.md:5: stated: 'true' is no number. For a statement of yes or no, write `stated: yes`."
        ],
    ),
    # ---- tables
    "semicolons in one row": (
        swap(
            CSV,
            "The lower summit,2790,context,survey-office,",
            "The lower summit;2790;context;survey-office;",
        ),
        [
            "claims/summit-height.csv:4: the cells of this line are parted by semicolons. Write commas."
        ],
    ),
    "tabs in one row": (
        swap(
            CSV,
            "The lower summit,2790,context,survey-office,",
            "The lower summit\t2790\tcontext\tsurvey-office\t",
        ),
        ["claims/summit-height.csv:4: the cells of this line are parted by tabs. Write commas."],
    ),
    "a comment in a table": (
        swap(CSV, "The lower", "# a comment,,,,\nThe lower"),
        ["claims/summit-height.csv:4: a table holds no comments. Take this line out."],
    ),
    "a name of spaces": (
        swap(CSV, "The lower summit", "\u00a0\u00a0"),
        [
            "claims/summit-height.csv:4: a cell of this line is a space and nothing else. Empty it, or fill it in."
        ],
    ),
    "a cell without end": (
        swap(CSV, "The lower summit", "x" * 150_000),
        [
            "claims/summit-height.csv:4: a cell begins here and goes on without end. Close its quote, or shorten it."
        ],
    ),
    "more readings than a reader can see": (
        swap(
            CSV,
            "The lower summit,2790,context,survey-office,\n",
            "".join(f"Peak {n},2790,context,survey-office,\n" for n in range(39)),
        ),
        [
            "claims/summit-height.csv:42: there are 41 readings, and 40 is the most. Keep those that a reader needs."
        ],
    ),
    "two names that differ in spaces only": (
        swap(CSV, "The lower summit", "The  rock of the summit"),
        [
            "claims/summit-height.csv:4: 'The  rock of the summit' is the name on line 2 but for capitals or spaces. Write both alike, or tell them apart."
        ],
    ),
    "one reading of another claim twice": (
        swap(
            HC,
            "The glacier beside",
            "The ice there,see glacier-loss: From 2018 to 2023,context,,,,\nThe glacier beside",
        ),
        [
            "claims/hut-count.csv:5: line 4, 'The ice there', and this one, 'The glacier beside the hut', show the same reading of 'glacier-loss', 'From 2018 to 2023'. Correct one of them, or take it out."
        ],
    ),
    "an error of a spreadsheet in another language": (
        note("#BEZUG!"),
        [
            "claims/summit-height.csv:2: 'note' holds '#BEZUG!', a spreadsheet's error. Type the words again."
        ],
    ),
    "an error of another spreadsheet": (
        note("Err:502"),
        [
            "claims/summit-height.csv:2: 'note' holds 'Err:502', a spreadsheet's error. Type the words again."
        ],
    ),
    "a truth of a spreadsheet": (
        note("TRUE"),
        [
            "claims/summit-height.csv:2: 'note' is 'TRUE', which a spreadsheet puts in the place of words or a day. Type the words again."
        ],
    ),
    "a day as a spreadsheet counts it": (
        note("43617"),
        [
            "claims/summit-height.csv:2: 'note' is '43617', which a spreadsheet puts in the place of words or a day. Type the words again."
        ],
    ),
    "a short number in the place of words": (
        swap(CSV, "The lower summit", "1.2E+06"),
        [
            "claims/summit-height.csv:4: 'reading' is '1.2E+06', which a spreadsheet puts in the place of words or a day. Type the words again."
        ],
    ),
    "a German date": (
        note("01.06.2019"),
        [
            "claims/summit-height.csv:2: 'note' holds '01.06.2019', a date as a spreadsheet rewrites it. Write the date in words, like 9 September 2024."
        ],
    ),
    "a date of machines": (
        note("2019-06-01"),
        [
            "claims/summit-height.csv:2: 'note' holds '2019-06-01', a date as a spreadsheet rewrites it. Write the date in words, like 9 September 2024."
        ],
    ),
    "a formula behind a number": (
        note("-1+cmd|' /C calc'!A0"),
        [
            "claims/summit-height.csv:2: 'note' begins with -, which a spreadsheet runs as a formula. Begin with a word."
        ],
    ),
    "a formula behind a quote": (
        note("'=1+1"),
        [
            "claims/summit-height.csv:2: 'note' begins with ', which a spreadsheet runs as a formula. Begin with a word."
        ],
    ),
    # ---- links and Markdown
    "a heading that is not there": (
        on_page("[x](#no-such-heading)"),
        [
            "index.md:3: 'index.md' has no place '#no-such-heading'. Link to a heading, in small letters and hyphens."
        ],
    ),
    "a heading that no other page has": (
        on_page("[x](sources.md) [y](method.md#nowhere)"),
        [
            "index.md:3: 'method.md' has no place '#nowhere'. Link to a heading, in small letters and hyphens."
        ],
    ),
    "a place that no claim has": (
        on_page("[x](claims/visitors.md#nowhere)"),
        [
            "index.md:3: 'claims/visitors.md' has no place '#nowhere'. Link to a heading, in small letters and hyphens."
        ],
    ),
    "places that there are": (
        on_page(
            "[x](#a-heading) [y](claims/visitors.md#history) [z](ledger.md#all-claims)\n\n## A heading"
        ),
        [],
    ),
    "a link by name to no page": (
        on_page("[x][r]\n\n[r]: nowhere.md"),
        [
            "index.md:5: 'nowhere.md' leads to no page or picture of docs. Did you mean 'sources.md'?"
        ],
    ),
    "a link by a name that is not there": (
        on_page("[x][nope]"),
        ["index.md:3: '[x][nope]' is a link by name, but no line says [nope]: … Add it."],
    ),
    "a space between the brackets": (
        on_page("[x] (method.md)"),
        [
            "index.md:3: '] (method.md' stands for a link, but a space parts the two brackets. Take it out."
        ],
    ),
    "brackets around an address twice": (
        on_page("[x]((method.md))"),
        ["index.md:3: ']((method.md))' has two brackets around its address. Keep one pair."],
    ),
    "a link that never ends": (
        on_page("See [x](method.md"),
        [
            "index.md:3: '](method.md' begins the address of a link that never ends. Close its bracket."
        ],
    ),
    "a space in an address": (
        on_page("[x](my page.md)"),
        [
            "index.md:3: '](my page.md)' is an address with a space. Write %20 in its place, or rename the file."
        ],
    ),
    "a link that shows another name": (
        on_page("[x](https://good.example@evil.example/)"),
        [
            "index.md:3: 'https://good.example@evil.example/' is not a link that a page can hold. Link to https://… or to a page of the site."
        ],
    ),
    "an address without words": (
        on_page("<https://example.org/>"),
        [
            "index.md:3: '<https://example.org/>' is an address without words. Write [words](https://…)."
        ],
    ),
    "a picture without words": (
        all_of(made("a.png", b"\x89PNG\r\n\x1a\n"), on_page("![](a.png)")),
        [
            "index.md:3: '![](a.png)' is a picture without words. Say in its brackets what it shows, for those who cannot see."
        ],
    ),
    "a command of a template": (
        on_page("{% include 'x' %}"),
        [
            "index.md:3: '{% include 'x' %}' is a command of a template, which does nothing on a page. Take it out."
        ],
    ),
    "a comment of a template": (
        swap(MD, "Nobody ever", "{# x #} Nobody ever"),
        [
            "claims/summit-height.md:17: '{# x #}' is a command of a template, which does nothing on a page. Take it out."
        ],
    ),
    "two blocks on a line": (
        on_page("{{ sources() }} {{ map() }}"),
        [
            "index.md:3: '{{ map() }}' must stand on a line of its own, and on a page, never in a claim's prose.",
            "index.md:3: '{{ sources() }}' must stand on a line of its own, and on a page, never in a claim's prose.",
        ],
    ),
    "a footnote": (
        on_page("It is so.[^a]\n\n[^a]: We saw it."),
        [
            "index.md:3: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "index.md:5: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
        ],
    ),
    "a box of another program": (
        on_page("!!! note\n    Beware."),
        [
            "index.md:3: '!!! note' is a box of another program's Markdown, which shows here as it is typed. Say it in plain words."
        ],
    ),
    "a file to insert": (
        swap("method.md", "# Method", '# Method\n\n--8<-- "/etc/passwd"'),
        [
            "method.md:3: '--8<--' is an order to insert a file of another program's Markdown, which shows here as it is typed. Say it in plain words."
        ],
    ),
    "a list of tasks": (
        on_page("- [ ] to do"),
        [
            "index.md:3: '- [ ]' is a list of tasks of another program's Markdown, which shows here as it is typed. Say it in plain words."
        ],
    ),
    "words struck out": (
        on_page("It is ~~not~~ so."),
        [
            "index.md:3: '~~not~~' is struck-out text of another program's Markdown, which shows here as it is typed. Say it in plain words."
        ],
    ),
    "a link of a wiki": (
        on_page("See [[method]]."),
        [
            "index.md:3: '[[method]]' is a link of another program's Markdown, which shows here as it is typed. Say it in plain words."
        ],
    ),
    "a row with a cell too many": (
        put("method.md", b"# Method\n\n| a | b |\n| - | - |\n| x | y | z |\n"),
        [
            "method.md:5: this row has 3 cells, and its table 2 columns. Take one out; a line within a cell is written \\|."
        ],
    ),
    "a line within a cell": (
        put("method.md", b"# Method\n\n| a | b |\n| - | - |\n| x | y \\| `a|b` |\n"),
        [],
    ),
    "a heading of seven signs": (
        on_page("####### Deep"),
        ["index.md:3: '####### Deep' is no heading. Write six # at most."],
    ),
    "a heading without end": (
        on_page("## " + "long " * 30),
        [
            "index.md:3: '## long long long long long long long lo' is a heading of more than 120 characters. Shorten it."
        ],
    ),
    "a page without a heading": (
        put("method.md", b"Text and no heading.\n\n{{ verdicts() }}\n"),
        ["method.md:1: the page has no heading. Begin its text with one: # What it is about"],
    ),
    "a second heading of a page": (
        on_page("# Again"),
        ["index.md:3: a page has one heading of this level. Begin this one with ##."],
    ),
    "lists far in lists": (
        on_page("\n".join(f"{'    ' * n}- so" for n in range(22))),
        [
            "index.md:3: more than 20 quotations or lists stand in each other. Write plain paragraphs."
        ],
    ),
    "a name without a letter": (
        swap(CSV, "The lower summit", "—"),
        [
            "claims/summit-height.csv:4: 'reading' is '—', which says nothing. Write it in words, or leave it empty."
        ],
    ),
    "the middle of a merge": (
        on_page("======="),
        [
            "index.md:3: this is a mark of a merge that was not finished. Keep one of the two versions, and take out the marks."
        ],
    ),
    "a mark of a merge with a space before it": (
        on_page(" <<<<<<< HEAD"),
        [
            "index.md:3: this is a mark of a merge that was not finished. Keep one of the two versions, and take out the marks."
        ],
    ),
    "many mistakes of one kind": (
        put("method.md", ("# Method\n\n" + "- It is so.[^a]\n" * 30).encode()),
        [
            "method.md:3: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:4: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:5: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:6: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:7: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:8: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:9: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:10: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:11: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:12: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:13: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:14: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:15: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:16: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:17: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:18: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:19: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:20: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:21: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:22: '[^a]' is a footnote of another program's Markdown, which shows here as it is typed. Say it in plain words.",
            "method.md:23: 10 more of this kind follow from here on. Mend the first ones first.",
        ],
    ),
    # ---- Markdown that the line above makes something else, and halves of it
    "a paragraph moved in": (
        on_page("    So it is."),
        ["index.md:3: four spaces or a tab before a paragraph make it code. Take them out."],
    ),
    "a paragraph of a list moved in": (on_page("- So it is.\n\n    And more so."), []),
    "code moved in within a list": (on_page("1. So it is.\n\n    ```\n    code\n    ```"), []),
    "a list right below a paragraph": (
        on_page("These are two:\n- one\n- two"),
        ["index.md:4: a list begins below an empty line. Put one above this line."],
    ),
    "a list right below a heading": (on_page("## Two\n- one\n  or so\n- two"), []),
    "three dashes right below a line": (
        on_page("So it is.\n---"),
        [
            "index.md:4: this line makes a heading of the one above. Begin a heading with ##; or put an empty line above this one."
        ],
    ),
    "stars that nothing closes": (
        on_page("So **it is.\nAnd *so* is **this**"),
        [],
    ),
    "one star that nothing closes": (
        on_page("So it is.\nAnd *so is **this**, and a * b"),
        [
            "index.md:4: '*so is **this**, and a * b' begins with a mark that nothing closes. Close it, or take it out."
        ],
    ),
    "two stars that nothing closes": (
        on_page("So **it is.\n\nAnd **so** is _this_"),
        [
            "index.md:3: '**it is.' begins with a mark that nothing closes. Close it, or take it out."
        ],
    ),
    "a link without the bracket between": (
        on_page("See [the sources(sources.md) first."),
        [
            "index.md:3: '[the sources(sources.md)' lacks the bracket that ends its words. Write [words](address)."
        ],
    ),
    "a link the wrong way round": (
        on_page("See (the sources)[sources.md] first."),
        [
            "index.md:3: '(the sources)[sources.md]' has its brackets the wrong way round. Write [words](address)."
        ],
    ),
    "a heading of the first level in a claim": (
        swap(MD, "Nobody ever lived", "# Nobody\n\nNobody ever lived"),
        [f"{MD}:17: the title of a claim is its heading. Begin this one with ##."],
    ),
    # ---- fields
    "a quote that stays open": (
        label('"The height'),
        [
            f"{MD}:4: a quote begins here, and does not end where it should. Put the whole value in double quotes, or write an apostrophe as ’."
        ],
    ),
    "an apostrophe in single quotes": (
        label("'The mount's height'"),
        [
            f"{MD}:4: a quote begins here, and does not end where it should. Put the whole value in double quotes, or write an apostrophe as ’."
        ],
    ),
    "a hard space behind a colon": (
        swap(MD, "label: The", "label:\u00a0The"),
        [f"{MD}:4: a field's colon has a space behind it. Write label: The height"],
    ),
    "a field moved in": (
        swap(MD, "label: The", " label: The"),
        [f"{MD}:4: a space stands before the field's name. Take it out."],
    ),
    "a dash without its space": (
        swap(MD, "  - {date", "  -{date"),
        [f"{MD}:11: a dash of a list has a space behind it. Put one in."],
    ),
    "a unit twice, on which another claim rests": (
        swap("claims/glacier-loss.md", 'unit: "%"', 'unit: "%"\nunit: points'),
        ["claims/glacier-loss.md:7: 'unit' is written twice; the first is on line 6. Keep one."],
    ),
    # ---- proofs
    "a number that its quote does not hold": (
        proof("“10.4% less ice”"),
        [
            f"{GC}:2: the quote holds no -21.3, but 10.4. Correct one; or say how the value follows, `worked out: …`."
        ],
    ),
    "a number that its quote tells in words": (proof("“a fifth of it, or one in 5”"), []),
    "a sign that its sum does not have": (
        all_of(proof("worked out: 2.4 to 3.1 square kilometres, table 2")),
        [f"{GC}:2: the proof works out 29.17, and the value is -21.3. Correct one."],
    ),
    "a share that is not worked out so": (
        proof("worked out: 1.2 of 3.1, page 4"),
        [f"{GC}:2: the proof works out 38.71, and the value is -21.3. Correct one."],
    ),
    "what is left, worked out": (proof("worked out: 2.44 of 3.1, page 4"), []),
    "an address for a proof": (
        proof("https://example.org/glacier-watch"),
        [f"{GC}:2: 'proof' holds a web address. The source has it; say where in it this stands."],
    ),
    "a quote in the place of a note": (
        note("“2790 m”"),
        [f"{CSV}:2: the note is a quote and nothing else. What a source says is its proof."],
    ),
    "the day of a month for its number": (
        dated("2024-04-09", "on 4 September"),
        [
            f"{CSV}:3: this is 9 April 2024, and the words tell of 4 September. If day and month are exchanged, write 2024-09-04; else tell this day in the note."
        ],
    ),
    "a day beside its mirror": (dated("2024-04-09", "not on September 4 but on 9 April"), []),
    # ---- sources, and words of the article
    "an address twice": (
        swap("sources.yml", "https://example.org/hut-book", "https://example.org/glacier-watch/"),
        [
            "sources.yml:14: source 'hut-book': this is the address of 'glacier-watch' too. Keep one of the two, or write the address of each."
        ],
    ),
    "an address that tells where it was found": (
        swap(
            "sources.yml",
            "https://example.org/heights",
            "https://example.org/heights?a=1&utm_source=x",
        ),
        [
            "sources.yml:22: source 'survey-office': 'address' holds 'utm_source', which tells where somebody found the page. Take it out, and see that the address still leads there."
        ],
    ),
    "two words in one": (
        all_of(
            put("words.csv", WORDS.replace("3 7 7", "377").encode()),
            put("article.csv", PLACED.encode()),
        ),
        ["words.csv:2: no word has 377 letters. A space is missing there: part it."],
    ),
    "a word counted one too far": (
        all_of(
            put("words.csv", WORDS.encode()),
            put("article.csv", PLACED.replace("t,,2", "t,,1").encode()),
        ),
        [
            "article.csv:2: word 1 has 3 letters by docs/words.csv, and '2912' has 4. Count again, or leave the cell empty."
        ],
    ),
    "digits of another width": (
        cell("２790"),
        [f"{CSV}:4: '２790' holds digits of another width. Type the number again."],
    ),
    "yes with a capital": (
        swap(HC, "passed,yes", "passed,Yes"),
        [f"{HC}:2: 'Yes' is neither yes nor no. Write one of them, in small letters."],
    ),
    # ---- what stands twice, and what is left behind
    "a line twice": (
        swap(
            MD, "Nobody ever lived on", "It was so and so.\nIt was so and so.\nNobody ever lived on"
        ),
        [f"{MD}:18: this line stands here twice. Take one out."],
    ),
    "the label of another claim": (
        label("The glacier"),
        [
            "claims/glacier-loss.md:4: 'label' is that of the claim 'summit-height' too. Tell the two apart."
        ],
    ),
    "a note to oneself in prose": (
        swap(MD, "Nobody ever lived", "TODO: more.\nNobody ever lived"),
        [f"{MD}:17: 'TODO' is a note to yourself. Write what is meant to stand here."],
    ),
    "a note to oneself in a cell": (
        note("TODO"),
        [f"{CSV}:2: 'note' holds 'TODO'. Write what is meant to stand here."],
    ),
    "an address in words": (
        on_page(
            "See https://example.org/a and [this](https://example.org/b), or [that].\n\n[that]: https://example.org/c"
        ),
        [
            "index.md:3: 'https://example.org/a' is shown, but leads nowhere. Write [words](https://…)."
        ],
    ),
    "a table without its line": (
        on_page("| a | b |\n| c | d |\n| e | f |"),
        ["index.md:3: this table has no line of dashes below its first. Add it: |---|---|."],
    ),
    "a table with its line": (on_page("| a | b |\n| --- | :-: |\n| e | f |\n| g | h |"), []),
    "the first line twice": (
        swap(CSV, "The lower summit", "reading,value,role,source,note\nThe lower summit"),
        [f"{CSV}:4: the first line stands here again. Take this one out."],
    ),
    "a range from above zero to below": (
        cell("10 to -8", GC),
        [
            f"{GC}:3: '10 to -8' begins above zero and ends below. Write -8 to 10; or if both are falls, -10 to -8."
        ],
    ),
    "a range over zero": (cell("-8 to 10.4", GC), []),
    "a claim for a reason": (
        swap("article.csv", "visitors,", ",visitors"),
        [
            "article.csv:4: 'visitors' is a claim, and stands in the place of a reason. Move it one cell to the left.",
            "article.csv:5: no figure names the claim 'visitors', which has a stated value. Add its line.",
        ],
    ),
    "a figure with its digits exchanged": (
        swap("article.csv", "2912 metres", "2921 metres"),
        ["article.csv:2: the figure holds 2921, and 'summit-height' states 2912. Correct one."],
    ),
    "a figure in millions": (swap("article.csv", "more than 40 000", "more than 0.04 million"), []),
    "a history a year too early": (
        swap(MD, "{date: 2026-11-23", "{date: 2025-11-23"),
        [
            f"{MD}:11: 2025-11-23 lies 362 days before every other day of the project. Correct the year; or if it is right, add a search of that day."
        ],
    ),
    "a part of the story that cannot be read": (
        all_of(
            on_page('{{ story("method.md") }}'),
            swap("method.md", "# Method", "# Method\0"),
        ),
        [
            "method.md:1: the line holds an invisible character, U+0000. Delete it and type the words again."
        ],
    ),
    "a year beside another one": (
        all_of(
            swap(MD, "form: readings", "form: years"),
            put(
                CSV,
                b"reading,value,role,source,note,year\n2018,2874,asked,survey-office,,2018\n"
                b"The mast,2912,rival,survey-office,as a plate of 2017 has it,2019\n"
                b"May 2020,2790,context,survey-office,,2002\n",
            ),
        ),
        [f"{CSV}:4: column 'year' says 2002, and the name of the reading 2020. Correct one."],
    ),
    "a heading two levels down": (
        on_page("#### Down"),
        ["index.md:3: this heading goes down several levels at once. Begin it with ##."],
    ),
    "headings down and up": (on_page("## A\n\n### B\n\n## C\n\n### D"), []),
    "a page to which nothing leads": (
        all_of(
            put(
                "../mkdocs.yml",
                b"INHERIT: ../engine.yml\n"
                b"nav:\n  - index.md\n  - All: [ledger.md, method.md]\n  - sources.md\n",
            ),
            put("extra.md", b"# Extra\n\nMore.\n"),
            put("linked.md", b"# Linked\n\nMore.\n"),
            on_page("See [more](linked.md)."),
        ),
        [
            "extra.md:1: no page leads here, and `nav` in mkdocs.yml does not name it. Link to it from a page, or take it away."
        ],
    ),
    "curly quotes around a value": (
        label("“The height”"),
        [
            f'{MD}:4: the quotes around this value are curly, so they would be shown. Write straight ones, ".'
        ],
    ),
    "a brace without its end": (
        swap(MD, "why: First check.}", "why: First check."),
        [f"{MD}:11: a brace opens here and never ends. Put }} at its end."],
    ),
    "two spellings in a column": (
        all_of(
            swap(MD, "form: readings", "form: plan"),
            put(
                CSV,
                b"reading,value,role,source,note,status,item\n"
                b"The rock,2874,asked,survey-office,,actual,The summit\n"
                b"The mast,2912,rival,survey-office,as a plate has it,planned,The Summit\n"
                b"The lower one,2790,context,survey-office,,actual,The sumimt\n",
            ),
        ),
        [
            f"{CSV}:3: column 'item' says 'The Summit', and 'The summit' in a row above. Write both alike, or tell them apart.",
            f"{CSV}:4: column 'item' says 'The sumimt', and 'The summit' in a row above. Write both alike, or tell them apart.",
        ],
    ),
    "another day than that of its quote": (
        all_of(
            dated("2024-05-20", "a note"),
            swap(CSV, "source,note", "source,note,proof"),
            swap(CSV, "2874 and 2912", "2874 and 2912,"),
            swap(CSV, "a note", 'a note,"“set up on May 2, 2024”"'),
        ),
        [
            f"{CSV}:3: the value is 20 May 2024, a Monday, and its quote tells of 2 May. Correct one."
        ],
    ),
    "a day beside that of its quote": (
        all_of(
            dated("2024-05-20", "a note"),
            swap(CSV, "source,note", "source,note,proof"),
            swap(CSV, "2874 and 2912", "2874 and 2912,"),
            swap(CSV, "a note", 'a note,"“set up by May 22, 2024”, on 20 May 2024"'),
        ),
        [],
    ),
    # ---- what no reader sees, or what is shown otherwise than it was typed
    "a meaning that only a pointer finds": (
        on_page("*[summit]: The surveyors were paid"),
        [
            "index.md:3: '*[summit]:' gives a word a meaning that only a pointer finds. Say it in the text."
        ],
    ),
    "an address at the foot that nothing uses": (
        on_page("[//]: # (the surveyors know that this is false)"),
        [
            "index.md:3: '[//]: # (' gives a link a second text that only a pointer finds. Say it in the text.",
            "index.md:3: no link uses '[//]:', so no reader sees it. Take it out.",
        ],
    ),
    "a second text of a link": (
        on_page('See [the mast](claims/visitors.md "2,913 by our own count").'),
        [
            "index.md:3: '](claims/visitors.md \"' gives a link a second text that only a pointer finds. Say it in the text."
        ],
    ),
    "an address that leads to another": (
        on_page("See [https://example.org/heights](https://example.com/fake)."),
        [
            "index.md:3: '[https://example.org/heights](' shows an address in the place of words. Say in words where the link leads."
        ],
    ),
    "a link without words": (
        on_page("See [](claims/visitors.md) too."),
        [
            "index.md:3: '[](claims/visitors.md)' is a link without words. Write in its brackets what it is."
        ],
    ),
    "a sign that is taken away": (
        on_page("- 3.07% was the change."),
        [
            "index.md:3: '- 3.07%' begins with a sign that Markdown takes away. Put a word before it, or write −.",
            "index.md:3: 3.07 is not among the readings of the claims that this page tells. Write a number that is, add a reading that gives it, or tell it without a number.",
        ],
    ),
    "a year that begins a paragraph": (
        elsewhere("2025. That was the year."),
        [
            "method.md:3: '2025.' is taken for a number of a list, and shown as 1. Put a word before it."
        ],
    ),
    "a heading without words": (
        on_page("##"),
        ["index.md:3: '##' is a heading without words. Write them, or take it out."],
    ),
    "a bracket at the end of an address": (
        swap("sources.yml", "https://example.org/heights", "https://example.org/heights)"),
        [
            "sources.yml:22: source 'survey-office': 'address' holds ')', which is no part of a page's address. Copy it from the bar of the browser."
        ],
    ),
    "an address copied out of HTML": (
        swap(
            "sources.yml", "https://example.org/heights", "https://example.org/heights?a=1&amp;b=2"
        ),
        [
            "sources.yml:22: source 'survey-office': 'address' holds '&amp;', which is no part of a page's address. Copy it from the bar of the browser."
        ],
    ),
    "a day that no calendar has": (
        swap("sources.yml", "date: 30 September 2023", "date: 31 September 2023"),
        ["sources.yml:6: source 'glacier-watch': there is no 31 September 2023. Correct the date."],
    ),
}
