"""Slips that unlucky or hostile files hold, like `slips.py`: letters, names, fields, values, links."""

import os

from slips import CSV, MD, all_of, put, swap

HC, H, GC = "claims/hut-count.csv", "claims/hut-count.md", "claims/glacier-loss.csv"
V = "claims/visitors"
VALUES = {CSV: "2790", GC: "-10.4"}  # a value of context in each of these tables


def on_page(text):
    """Put Markdown on the home page."""
    return swap("index.md", "This page was", f"{text}\n\nThis page was")


def cell(new, file=CSV):
    """Write another value into a table."""
    return swap(file, VALUES[file], new)


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
        on_page("He read «MENÜ», « caffè »” and «CAFÉ»."),
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
        ["aux/x.md:1: not every system takes this name. Use letters, digits and hyphens."],
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
        ["claims/hut-count.csv:5: line 4 shows the same reading of 'glacier-loss'. Keep one."],
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
}
