"""Slips in otherwise sound content: for each, how to make it and the exact words that it gives."""

from conftest import EXPLAINER

from ledger import grammar, shapes
from ledger.forms import forms

MD, CSV = "claims/summit-height.md", "claims/summit-height.csv"
FIELDS = (
    "title, claim, label, kind, stated, unit, measure, where, form, settle, subject, not_judged, "
    "checked, next, searches, draft, history"
)
COLUMNS = "reading,value,role,source,note"
NUMBERS, DATES = grammar.EXAMPLES["number"], grammar.EXAMPLES["date"]
FORMS = ", ".join(forms())
RETYPE = "Delete it and type the words again."
NO_YAML = "this is not valid YAML (mapping values are not allowed in this context)."
THOUSANDS = "Write numbers without a mark for the thousands:"
ADD = "and add below this line:"
QUOTES = "Put the whole value in double quotes:"
COMMA = "A cell that holds a comma needs double quotes around it"
COMMAND = "a value begins with &, * or !, which YAML reads as a command. Put the value in quotes."
MISSING = "the file is missing. Add it, or take back the change that removed it."
SITE_MARKUP = "Write plain Markdown; the site adds the markup."
LINKS = "Link to https://… or to a page of the site."
LOOSE = "Write a number that is, add a reading that gives it, or tell it without a number."
HISTORY = "  - {date: 2026-11-23, verdict: Misplaced, why: First check.}\n"
HOLDS = "  - {date: 2026-11-23, verdict: Holds, why: First check.}\n"
TITLE = "title: Mount Ambry reaches 2,912 metres only with its mast"
STRAY = (
    "no file of this kind belongs here: .md, .csv, .yml, pictures (.png, .jpg, .jpeg, .webp, .gif) do. "
    "Take it away."
)
LINKED = "this is a link to another file. Put the file itself here."
UTF_16 = "the file is UTF-16. Save it with the encoding UTF-8."
AS_UTF_8 = "Save the file as UTF-8 and type them again."
MERGE = (
    "this is a mark of a merge that was not finished. "
    "Keep one of the two versions, and take out the marks."
)
COMMENT = (
    "` #` begins a comment in YAML, which cuts the text off. Put the whole value in double quotes"
)
FORMULA = "which a spreadsheet runs as a formula. Begin with a word."
AS_DATE = "a date as a spreadsheet rewrites it. Write the date in words, like 9 September 2024."
HALF = "this is not valid YAML (found invalid Unicode character escape code)."
PLAIN_QUOTES = "Often a colon or quote in the text: put the whole value in double quotes."
FIRST_LINE = f"The first line must be {COLUMNS}"
DRAW_NUMBERS = ", ".join(form.name for form in forms().values() if "number" in form.shows)
PAGE_FIELDS = "Its fields are title, description, wide."
WORDS = "Tell in 60 to 200 words what the record shows."
# Letters of each kind that no text may hold, and what is told of them.
LETTERS = {
    code: f"an invisible character, U+{code:04X}. {RETYPE}"
    for code in (0x01, 0x1F, 0x7F, 0x85, 0x92, 0xAD, 0x200B, 0x2028, 0x202E, 0x2066, 0x3164, 0xE000)
} | {
    code: f"an invisible character, U+{code:04X}. {RETYPE}"
    for code in (0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0xE0041)
}
LETTERS[0xFFFD] = "a letter that was lost, U+FFFD. Save the file as UTF-8 and type it again."
# Where they are put: (file, the words before, line).
PLACES = {
    "in a cell": (CSV, "The lower", 4),
    "in a field": (MD, "label: The", 4),
    "in prose": (MD, "Nobody", 17),
    "on a page": ("index.md", "This page", 3),
    "in a source": ("sources.yml", "Twenty", 4),
}
ONE_OF_TWO = "needs a claim that covers it, or a reason why none does: one of the two."


# ---------------------------------------------------------------- ways to slip


def swap(file, old, new):
    """Replace the one place where a file says `old`."""

    def change(docs):
        before = (docs / file).read_text(encoding="utf-8")
        assert before.count(old) == 1, f"{file} must say {old!r} once"
        (docs / file).write_text(before.replace(old, new), encoding="utf-8")

    return change


def put(file, content):
    """Write a whole file."""
    return lambda docs: (docs / file).write_bytes(content)


def drop(file):
    """Delete a file."""
    return lambda docs: (docs / file).unlink()


def again(file, encoding):
    """Save a file with another encoding."""
    return lambda docs: (docs / file).write_bytes((docs / file).read_text("utf-8").encode(encoding))


def all_of(*changes):
    """Several changes in one."""
    return lambda docs: [change(docs) for change in changes]


def symlink(file, target):
    """Put a link to another place beside the files."""
    return lambda docs: (docs / file).symlink_to(target)


def rename(old, new):
    """Rename both files of a claim."""
    return lambda docs: [
        path.rename(path.with_stem(new)) for path in sorted((docs / "claims").glob(f"{old}.*"))
    ]


def link(file, target):
    """Put a link to another file in the place of a file."""
    return lambda docs: [drop(file)(docs), (docs / file).symlink_to(target)]


def nest(docs):
    """Put a claim in a folder below docs/claims."""
    (docs / "claims" / "more").mkdir()
    (docs / "claims" / "more" / "summit.md").write_text("# Summit\n")


SLIPS = {
    # slip: (change, lines printed)
    # ---- files
    "no csv": (drop(CSV), [f"{CSV}:1: {MISSING}"]),
    "no md": (drop(MD), [f"{MD}:1: {MISSING}"]),
    "no sources": (drop("sources.yml"), [f"sources.yml:1: {MISSING}"]),
    "no article": (drop("article.yml"), [f"article.yml:1: {MISSING}"]),
    "empty file": (put(CSV, b""), [f"{CSV}:1: the file is empty. Fill it, or delete it."]),
    "blank file": (put(MD, b" \n\n"), [f"{MD}:1: the file is empty. Fill it, or delete it."]),
    "not UTF-8": (
        put(CSV, b"reading,value\nglaci\xe8re,1\n"),
        [f"{CSV}:2: the file is not UTF-8 text here. Save it with the encoding UTF-8."],
    ),
    "a page that is not UTF-8": (
        put("method.md", b"# M\xe9thode\n"),
        ["method.md:1: the file is not UTF-8 text here. Save it with the encoding UTF-8."],
    ),
    "NUL": (
        swap(CSV, "lower", "lo\0wer"),
        [f"{CSV}:4: the line holds an invisible character, U+0000. {RETYPE}"],
    ),
    "too large": (
        put(CSV, b"x" * 200_001),
        [f"{CSV}:1: the file is larger than 200,000 bytes. Keep only what the claim needs."],
    ),
    "a link to another file": (
        link(CSV, "/etc/hostname"),
        [f"{CSV}:1: this is a link to another file. Put the file itself here."],
    ),
    "a link to itself": (
        link(CSV, "summit-height.csv"),
        [f"{CSV}:1: this is a link to another file. Put the file itself here."],
    ),
    "capitals and spaces in the name": (
        rename("glacier-loss", "Glacier Loss"),
        [
            "article.csv:3: there is no claim 'glacier-loss'. Did you mean 'Glacier Loss'?",
            "claims/Glacier Loss.md:1: 'Glacier Loss' cannot be a claim's id, because it becomes its address. Use small letters, digits and hyphens.",
            "claims/hut-count.csv:4: there is no claim 'glacier-loss' to see. Did you mean 'Glacier Loss'?",
            "index.md:9: there is no claim 'glacier-loss'. Did you mean 'Glacier Loss'?",
        ],
    ),
    "a folder of claims": (
        nest,
        [
            "claims/more/summit.md:1: claims lie in docs/claims itself, never in a folder below. Move it up."
        ],
    ),
    "an unknown kind of file": (put("visitors.xlsx", b"PK"), [f"visitors.xlsx:1: {STRAY}"]),
    "a page of HTML": (put("x.html", b"<script>"), [f"x.html:1: {STRAY}"]),
    "a program": (put("claims/x.js", b"alert()"), [f"claims/x.js:1: {STRAY}"]),
    "a picture that can hold a program": (put("x.svg", b"<svg/>"), [f"x.svg:1: {STRAY}"]),
    "a notebook that no setting names": (put("x.py", b"print()"), [f"x.py:1: {STRAY}"]),
    "a link to a system file": (symlink("x.md", "/etc/passwd"), [f"x.md:1: {LINKED}"]),
    "a link to another folder": (symlink("more", "/etc"), [f"more:1: {LINKED}"]),
    "a link to a picture": (symlink("x.png", "/etc/passwd"), [f"x.png:1: {LINKED}"]),
    "a name that Windows keeps": (
        rename("visitors", "con"),
        [
            "article.csv:4: there is no claim 'visitors'. Add it to docs/claims.",
            "claims/con.md:1: 'con' cannot be a claim's id, because it becomes its address. "
            "Windows keeps this name for itself. Choose another.",
            "index.md:9: there is no claim 'visitors'. Add it to docs/claims.",
        ],
    ),
    "a name that is too long": (
        rename("visitors", "v" * 61),
        [
            "article.csv:4: there is no claim 'visitors'. Add it to docs/claims.",
            f"claims/{'v' * 61}.md:1: '{'v' * 61}' cannot be a claim's id, because it becomes its address. "
            "Use 60 characters at most.",
            "index.md:9: there is no claim 'visitors'. Add it to docs/claims.",
        ],
    ),
    "UTF-16": (again("method.md", "utf-16"), [f"method.md:1: {UTF_16}"]),
    "UTF-16 without its mark": (again("method.md", "utf-16-le"), [f"method.md:1: {UTF_16}"]),
    "a page that Windows cannot hold": (
        put("aux.md", b"# Aux\n"),
        ["aux.md:1: Windows keeps the name 'aux' for itself. Choose another."],
    ),
    "a page whose name nobody sees": (
        put("x\u202e.md", b"# Aux\n"),
        ["xU+202E.md:1: not every system takes this name. Use letters, digits and hyphens."],
    ),
    # ---- letters
    **{
        f"U+{code:04X} {kind}": (swap(file, old, f"{old}{chr(code)}"), [f"{file}:{line}: {told}"])
        for code, what in LETTERS.items()
        for kind, (file, old, line) in PLACES.items()
        for told in [f"the line holds {what}"]
    },
    "garbled letters": (
        swap(CSV, "surveyed in", "mesurÃ© in"),
        [f"{CSV}:2: the line holds letters that were garbled, 'Ã©' for 'é'. {AS_UTF_8}"],
    ),
    "a garbled apostrophe": (
        swap(MD, "Nobody ever", "Itâ€™s so. Nobody ever"),
        [f"{MD}:17: the line holds letters that were garbled, 'â€™' for '’'. {AS_UTF_8}"],
    ),
    "marks of a merge": (
        swap("index.md", "This page", "<<<<<<< HEAD\nThis page"),
        [f"index.md:3: {MERGE}"],
    ),
    "marks of a merge in a table": (
        swap(CSV, "The lower", ">>>>>>> patch-1\nThe lower"),
        [f"{CSV}:4: {MERGE}"],
    ),
    "marks of a merge in the fields": (
        swap(MD, "label:", "<<<<<<< HEAD\nlabel:"),
        [f"{MD}:4: {MERGE}"],
    ),
    # ---- front matter
    "no front matter": (
        swap(MD, "---\ntitle", "title"),
        [
            f"{MD}:1: the front matter is missing. Begin the file with a line ---, the fields, and another line ---."
        ],
    ),
    "colon in a title": (
        swap(MD, "title: Mount", "title: Look: Mount"),
        [
            f'{MD}:2: {NO_YAML} {QUOTES} title: "Look: Mount Ambry reaches 2,912 metres only with its mast"'
        ],
    ),
    "tab": (
        swap(MD, "unit: metres", "unit:\tmetres"),
        [f"{MD}:6: the line holds a tab, which YAML does not take. Write spaces."],
    ),
    "a comment behind a title": (
        swap(MD, "title: Mount Ambry", "title: Mount Ambry, the #1 mountain,"),
        [
            f'{MD}:2: {COMMENT}: title: "Mount Ambry, the #1 mountain, reaches 2,912 metres only with its mast"'
        ],
    ),
    "a comment behind a section": (
        swap("article.yml", "  paths: The paths", "  paths: The # paths"),
        [f'article.yml:10: {COMMENT}: paths: "The # paths"'],
    ),
    "a comment in a source": (
        swap("sources.yml", "range", 'range, report #3 of "us"'),
        [f'sources.yml:19: {COMMENT}: title: "Heights of the Ambry range, report #3 of \\"us\\""'],
    ),
    "a comment in the history": (
        swap(MD, "why: First check.", "why: The #1 check."),
        [f"{MD}:11: {COMMENT}."],
    ),
    "an escaped letter that XML forbids": (
        swap(MD, TITLE, 'title: "Mount \\uFFFE Ambry"'),
        [f"{MD}:2: 'title' holds an invisible character, U+FFFE. {RETYPE}"],
    ),
    "half of an escaped letter": (
        swap(MD, TITLE, 'title: "Mount \\uD83D Ambry"'),
        [f"{MD}:2: {HALF} {PLAIN_QUOTES}"],
    ),
    "an escaped tab": (
        swap(MD, TITLE, 'title: "Mount\\tAmbry"'),
        [f"{MD}:2: 'title' holds a tab. Write a space."],
    ),
    "three dots": (
        swap(MD, "label: The height", "label: The height\n...\ntemplate: x"),
        [f"{MD}:5: three dots end the fields here. Take them out."],
    ),
    "a command of YAML": (
        swap(MD, "---\ntitle", "---\n%YAML 1.1\n---\ntitle"),
        [f"{MD}:3: these three dashes end the fields too early. Take them out."],
    ),
    "a title that a spreadsheet would run": (
        swap(MD, TITLE, 'title: "=1+1 is Mount Ambry"'),
        [f"{MD}:2: 'title' begins with =, {FORMULA}"],
    ),
    "a wrong number in a title": (
        swap(MD, "2,912 metres only", "2,921 metres only"),
        [f"{MD}:2: 'title': 2,921 is not among the readings of this claim. {LOOSE}"],
    ),
    "a wrong number in a label": (
        swap(MD, "label: The height", "label: The height, 2700"),
        [f"{MD}:4: 'label': 2700 is not among the readings of this claim. {LOOSE}"],
    ),
    "a form that cannot draw what judges": (
        swap(MD, "form: readings", "form: timeline"),
        [
            f"{MD}:9: the form 'timeline' cannot draw a number that judges. One that can is {DRAW_NUMBERS}."
        ],
    ),
    "a form that cannot draw anything": (
        all_of(
            swap(MD, "stated: 2912\nunit: metres", "stated: yes"),
            put(
                CSV,
                b"reading,value,role,source,note\nA,yes,asked,survey-office,\nB,no,asked,survey-office,\n",
            ),
            swap(MD, "verdict: Misplaced", "verdict: Nearly"),
            swap(MD, "2,912 ", ""),
            swap(MD, "2912 ", ""),
            swap(MD, "2,874 ", ""),
        ),
        [f"{MD}:8: the form 'readings' cannot draw any of these readings. One that can is facts."],
    ),
    "a field that MkDocs obeys": (
        put("method.md", b"---\ntitle: Method\ntemplate: main.html\n---\n\n# Method\n"),
        [f"method.md:3: a page has no field 'template'. {PAGE_FIELDS}"],
    ),
    "fields without their lines": (
        put("method.md", b"template: main.html\n\n# Method\n"),
        ["method.md:1: MkDocs takes this line for a field. Begin the page with its heading."],
    ),
    "no fields between the lines": (
        put("method.md", b"---\n---\ntemplate: main.html\n---\n"),
        [
            "method.md:2: three dashes or a command of YAML stand here. Write fields only, one a line."
        ],
    ),
    "HTML in a description": (
        put("method.md", b"---\ndescription: <b>All</b>\n---\n\n# Method\n"),
        ["method.md:2: 'description' holds HTML. Write plain words; the site adds the markup."],
    ),
    "YAML anchor": (swap(MD, "label: The", "label: &a The"), [f"{MD}:4: {COMMAND}"]),
    "YAML alias": (swap(MD, "label: The height", "label: *a"), [f"{MD}:4: {COMMAND}"]),
    "YAML tag": (
        swap(MD, "label: The", "label: !!python/name:os.system The"),
        [f"{MD}:4: {COMMAND}"],
    ),
    "YAML tag in a list": (swap(MD, "why: First", "why: !a First"), [f"{MD}:11: {COMMAND}"]),
    "deep YAML": (
        swap(MD, "label: The height", "label: " + "[" * 3000),
        [f"{MD}:4: the YAML is nested too deep. Write plain fields, one a line."],
    ),
    "control character": (
        swap(MD, "label: The", "label: The \a"),
        [f"{MD}:4: the line holds an invisible character, U+0007. {RETYPE}"],
    ),
    "repeated field": (
        swap(MD, "label:", "label: A\nlabel:"),
        [f"{MD}:5: 'label' is written twice; the first is on line 4. Keep one."],
    ),
    "field misspelt": (
        swap(MD, "measure:", "mesure:"),
        [f"{MD}:7: there is no field 'mesure'. Did you mean 'measure'?"],
    ),
    "field unknown": (
        swap(MD, "measure:", "colour:"),
        [f"{MD}:7: there is no field 'colour'. The fields are {FIELDS}."],
    ),
    "a verdict typed": (
        swap(MD, "form: readings", "form: readings\nverdict: Holds"),
        [f"{MD}:10: there is no field 'verdict'. The fields are {FIELDS}."],
    ),
    "no title": (
        swap(MD, "title: Mount Ambry reaches 2,912 metres only with its mast\n", ""),
        [f"{MD}:2: there is no 'title'. Add it: the finding, in a sentence."],
    ),
    "empty claim": (
        swap(MD, "claim: Mount Ambry is 2912 metres high", "claim:"),
        [f"{MD}:3: 'claim' is empty. Fill it in."],
    ),
    "long title": (
        swap(MD, "title: Mount", "title: " + "M" * 120),
        [f"{MD}:2: 'title' is longer than 120 characters. Shorten it."],
    ),
    "HTML in a title": (
        swap(MD, "title: Mount", "title: <b>Mount</b>"),
        [f"{MD}:2: 'title' holds HTML. Write plain words; the site adds the markup."],
    ),
    "script in a claim": (
        swap(MD, "claim: Mount", "claim: <script>alert()</script>Mount"),
        [f"{MD}:3: 'claim' holds HTML. Write plain words; the site adds the markup."],
    ),
    "text turned around": (
        swap(MD, "label: The", "label: The \u202e"),
        [f"{MD}:4: the line holds an invisible character, U+202E. {RETYPE}"],
    ),
    "section misspelt": (
        swap(MD, "where: summit", "where: sumit"),
        [f"{MD}:8: the article has no section 'sumit'. Did you mean 'summit'?"],
    ),
    "section unknown": (
        swap(MD, "where: summit", "where: appendix"),
        [
            f"{MD}:8: the article has no section 'appendix'. The sections are summit, glacier, paths."
        ],
    ),
    "form misspelt": (
        swap(MD, "form: readings", "form: reading"),
        [f"{MD}:9: there is no form 'reading'. Did you mean 'readings'?"],
    ),
    "form unknown": (
        swap(MD, "form: readings", "form: pie"),
        [f"{MD}:9: there is no form 'pie'. The forms are {FORMS}."],
    ),
    "path as a form": (
        swap(MD, "form: readings", "form: ../theme"),
        [f"{MD}:9: there is no form '../theme'. The forms are {FORMS}."],
    ),
    # ---- what is stated
    "nothing stated": (
        swap(MD, "stated: 2912\n", ""),
        [
            f"{MD}:2: there is no 'stated'. Add the value as the article prints it, or `kind: opinion` or `kind: forecast`."
        ],
    ),
    "stated with its unit": (
        swap(MD, "stated: 2912", "stated: 2912 m"),
        [f"{MD}:5: stated: '2912 m' holds its unit. The field `unit` says it; write only 2912."],
    ),
    "stated as no": (
        swap(MD, "stated: 2912", "stated: no"),
        [
            f"{MD}:5: a statement that the article makes is stated as yes. Write `stated: yes`.",
        ],
    ),
    "kind misspelt": (
        swap(MD, "stated: 2912", "kind: opinon"),
        [f"{MD}:5: 'kind' cannot be 'opinon'. Did you mean 'opinion'?"],
    ),
    "an opinion judged": (
        swap(MD, "stated: 2912", "kind: opinion"),
        [
            f"{CSV}:2: an opinion is shown, not judged, so its readings are context. Change the role 'asked' to context.",
            f"{CSV}:3: an opinion is shown, not judged, so its readings are context. Change the role 'rival' to context.",
        ],
    ),
    "an opinion stated": (
        swap("claims/glacier-loss.md", "unit:", "kind: opinion\nunit:"),
        [
            "claims/glacier-loss.md:5: opinion claims are shown, not judged. Take out `stated`, or take out `kind`.",
        ],
    ),
    "a date in words": (
        swap(MD, "stated: 2912\nunit: metres", "stated: June 2019\nunit: date"),
        [
            *(
                f"{CSV}:{line}: '{year}' is not in the calendar. Write dates like {DATES}."
                for line, year in ((2, 2874), (3, 2912), (4, 2790))
            ),
            f"{MD}:5: stated: 'June 2019' is not a date that the site can read. Write it like one of these: {DATES}.",
        ],
    ),
    "a comment in a list": (
        swap("article.yml", "names: [Hut 12]", "names: [Hut #12, Hut 12]"),
        [f"article.yml:12: {COMMENT}."],
    ),
    "an id of a section with a space": (
        swap("article.yml", "  paths: The paths", "  paths: The paths\n  The end: The end"),
        [
            "article.yml:11: 'The end' cannot be a section's id. Use small letters, digits and hyphens."
        ],
    ),
    "an address with a backslash": (
        swap("sources.yml", "https://example.org/heights", "https://example.org\\\\heights"),
        [
            "sources.yml:22: source 'survey-office': 'https://example.org\\\\heights' is not a web address. Write it from https:// on."
        ],
    ),
    # ---- readings
    "pointer of Git LFS": (
        put(CSV, b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 812\n"),
        [
            f"{CSV}:1: this is a pointer of Git LFS, and not the table. Commit the file itself. {FIRST_LINE}"
        ],
    ),
    "open quote": (
        swap(CSV, 'names no mast"', "names no mast"),
        [
            f'{CSV}:3: this is not valid CSV (unexpected end of data). {COMMA}, and a quote inside it is doubled: "".'
        ],
    ),
    "quote in a quote": (
        swap(CSV, "the mast on it", 'the "mast" on it'),
        [
            f"""{CSV}:3: this is not valid CSV (',' expected after '"'). {COMMA}, and a quote inside it is doubled: "".""",
        ],
    ),
    "column misspelt": (
        swap(CSV, "value,role", "valeu,role"),
        [
            f"{CSV}:1: there is no column 'valeu'. Did you mean 'value'? The first line must be {COLUMNS}"
        ],
    ),
    "column too many": (
        swap(CSV, "source,note", "source,note,year"),
        [f"{CSV}:1: there is no column 'year'. The first line must be {COLUMNS}"],
    ),
    "column missing": (
        swap(CSV, ",note\n", "\n"),
        [f"{CSV}:1: the column 'note' is missing. The first line must be {COLUMNS}"],
    ),
    "columns in another order": (
        swap(CSV, "reading,value", "value,reading"),
        [f"{CSV}:1: the columns are in another order. The first line must be {COLUMNS}"],
    ),
    "comma in a number": (
        swap(CSV, "2874", "2,874"),
        [f"{CSV}:2: this line has 6 cells, but there are 5 columns. {THOUSANDS} 2874"],
    ),
    "cell missing": (
        swap(CSV, "2790,context,survey-office,", "2790,context,survey-office"),
        [f"{CSV}:4: this line has 4 cells, but there are 5 columns. {COMMA}."],
    ),
    "semicolons": (
        put(CSV, b"reading;value;role;source;note\nA;1;asked;survey-office;\n"),
        [
            f"{CSV}:1: the cells are parted by semicolons. Save the file as CSV with commas. {FIRST_LINE}"
        ],
    ),
    "a separator named": (
        put(CSV, b"sep=;\nreading;value;role;source;note\n"),
        [
            f"{CSV}:1: the cells are parted by semicolons. Save the file as CSV with commas. {FIRST_LINE}"
        ],
    ),
    "tabs": (
        put(CSV, b"reading\tvalue\trole\tsource\tnote\nA\t1\tasked\tsurvey-office\t\n"),
        [f"{CSV}:1: the cells are parted by tabs. Save the file as CSV with commas. {FIRST_LINE}"],
    ),
    "a column without a name": (
        swap(CSV, "source,note\n", "source,note,\n"),
        [
            f"{CSV}:1: a column too many stands here, without a name. Take out the commas that make it. {FIRST_LINE}"
        ],
    ),
    "curly quotes": (
        swap(CSV, '"The rock, with the mast on it"', "“The rock, with the mast on it”"),
        [
            f'{CSV}:3: this line has 6 cells, but there are 5 columns. {COMMA}, and they must be straight ones: "'
        ],
    ),
    "a space before a quote": (
        swap(CSV, 'survey-office,"the plate', 'survey-office, "the plate'),
        [f"{CSV}:3: a space stands before a quote. Take it out."],
    ),
    "a space before a source": (
        swap(CSV, "2790,context,survey-office", "2790,context, survey-office"),
        [f"{CSV}:4: the cell 'survey-office' begins or ends with a space. Take it out."],
    ),
    "an empty line at the end": (
        swap(CSV, "2790,context,survey-office,\n", "2790,context,survey-office,\n\n"),
        [f"{CSV}:5: this line is empty. Delete it."],
    ),
    "an empty line in between": (
        swap(CSV, "The lower", "\nThe lower"),
        [f"{CSV}:4: this line is empty. Delete it."],
    ),
    "a row of commas": (
        swap(CSV, "The lower", ",,,,\nThe lower"),
        [f"{CSV}:4: this line is empty. Delete it."],
    ),
    "two readings with one name": (
        swap(CSV, "The lower summit", "The rock of the summit"),
        [
            f"{CSV}:4: 'The rock of the summit' by 'survey-office' stands on line 2 already. "
            "Name the two so that a reader can tell them apart, or keep one."
        ],
    ),
    "a formula as a name": (
        swap(CSV, "The lower summit", "=HYPERLINK(A1)"),
        [f"{CSV}:4: 'reading' begins with =, {FORMULA}"],
    ),
    "a formula as a note": (
        swap(CSV, "surveyed in", "@SUM(A1)"),
        [f"{CSV}:2: 'note' begins with @, {FORMULA}"],
    ),
    "a formula with a sign": (
        swap(CSV, "surveyed in", "-cmd"),
        [f"{CSV}:2: 'note' begins with -, {FORMULA}"],
    ),
    "a signed number at the start": (swap(CSV, "surveyed in", "-3.07% or +$5 in"), []),
    "a date that a spreadsheet rewrote": (
        swap(CSV, "surveyed in June 2019", "06/01/2019"),
        [f"{CSV}:2: 'note' holds '06/01/2019', {AS_DATE}"],
    ),
    "a month that a spreadsheet rewrote": (
        swap(CSV, "The lower summit", "Jun-19"),
        [f"{CSV}:4: 'reading' holds 'Jun-19', {AS_DATE}"],
    ),
    "an error of a spreadsheet": (
        swap(CSV, "surveyed in June 2019", "#NAME?"),
        [f"{CSV}:2: 'note' holds '#NAME?', a spreadsheet's error. Type the words again."],
    ),
    "a range with a hyphen": (
        swap(CSV, "2790", "90-95"),
        [f"{CSV}:4: '90-95' is a range. Write it as 90 to 95."],
    ),
    "source misspelt": (
        swap(CSV, "2790,context,survey-office", "2790,context,survey-ofice"),
        [f"{CSV}:4: there is no source 'survey-ofice'. Did you mean 'survey-office'?"],
    ),
    "source unknown": (
        swap(CSV, "2790,context,survey-office", "2790,context,memory"),
        [f"{CSV}:4: there is no source 'memory'. Add it to docs/sources.yml."],
    ),
    "role misspelt": (
        swap(CSV, "2790,context", "2790,contxt"),
        [f"{CSV}:4: 'role' cannot be 'contxt'. Did you mean 'context'?"],
    ),
    "role unknown": (
        swap(CSV, "2790,context", "2790,main"),
        [f"{CSV}:4: 'role' cannot be 'main'. It is one of asked, rival or context."],
    ),
    "no number": (
        swap(CSV, "2790", "high"),
        [
            f"{CSV}:4: 'high' is not a number that the site can read. Write it like one of these: {NUMBERS}."
        ],
    ),
    "HTML in a note": (
        swap(CSV, "surveyed in", "<i>surveyed</i> in"),
        [f"{CSV}:2: 'note' holds HTML. Write plain words; the site adds the markup."],
    ),
    "long note": (
        swap(CSV, "surveyed in June 2019", "x" * 401),
        [f"{CSV}:2: 'note' is longer than 400 characters. Shorten it."],
    ),
    "rival without a reason": (
        swap(CSV, '"the plate at the foot of the mast gives this height, and names no mast"', ""),
        [f"{CSV}:3: a rival needs a reason. Say in its note why a writer could have meant it."],
    ),
    "four rivals": (
        swap(
            CSV,
            "The lower summit,2790,context,survey-office,\n",
            "".join(f"Peak {i},2790,rival,survey-office,why\n" for i in "ABC"),
        ),
        [
            f"{CSV}:6: there are more than 3 rivals, and with enough of them something always fits. Keep the best; make the others context."
        ],
    ),
    "no readings": (
        put(CSV, f"{COLUMNS}\n".encode()),
        [f"{CSV}:1: there are no readings. Add at least one line under the first."],
    ),
    # ---- history
    "no history": (
        swap(MD, f"history:\n{HISTORY}", ""),
        [
            f"{MD}:2: there is no 'history'. Add it: one dated line for each change of verdict, the newest last."
        ],
    ),
    "history in words": (
        swap(MD, f"history:\n{HISTORY}", "history: none\n"),
        [f"{MD}:10: 'history' must be a list: one line for each entry, beginning with a dash."],
    ),
    "verdict misspelt": (
        swap(MD, "verdict: Misplaced", "verdict: Misplace"),
        [f"{MD}:11: 'verdict' cannot be 'Misplace'. Did you mean 'Misplaced'?"],
    ),
    "day out of the calendar": (
        swap(MD, "2026-11-23", "2026-11-31"),
        [f"{MD}:11: '2026-11-31' is not a date. Write it like 2026-11-23."],
    ),
    "another verdict": (
        swap(CSV, "summit,2874", "summit,2912"),
        [
            f"{MD}:11: the verdict is now Holds, but the history ends with Misplaced. If the claim is new, write Holds here. If the change is right, "
            f"see whether the title on line 2 and the prose from line 14 on still hold, {ADD} "
            '  - {date: TODAY, verdict: Holds, why: "what was learned"}',
            f"{MD}:14: 2,874 is not among the readings of this claim. {LOOSE}",
        ],
    ),
    "history out of order": (
        swap("claims/visitors.md", "2026-11-20", "2026-11-24"),
        [
            "claims/visitors.md:10: the history is not in the order of its dates. Put the newest last."
        ],
    ),
    "a day without its hyphens": (
        swap(MD, "2026-11-23", "20261123"),
        [f"{MD}:11: '20261123' is not a date. Write it like 2026-11-23."],
    ),
    "the same line of history twice": (
        swap(MD, HISTORY, HISTORY * 2),
        [f"{MD}:12: this day and verdict stand in the history already. Keep one line."],
    ),
    "a day far in the future": (
        swap(MD, "2026-11-23", "2099-11-23"),
        [
            f"{MD}:11: 2099-11-23 is years away from every other day of the project's history. Correct the date."
        ],
    ),
    "a day far in the past": (
        swap(MD, "2026-11-23", "0226-11-23"),
        [
            f"{MD}:11: 0226-11-23 is years away from every other day of the project's history. Correct the date."
        ],
    ),
    "a reason that is a placeholder": (
        swap(MD, "why: First check.", "why: What was learned."),
        [
            f"{MD}:11: 'history.0.why' still says 'what was learned'. Write in its place what was learned."
        ],
    ),
    "a comma in an unquoted reason": (
        swap(MD, "why: First check.", "why: First check, and more."),
        [f"{MD}:11: the reason holds a comma. Put it in double quotes."],
    ),
    "a line of history without its spaces": (
        swap(MD, HISTORY, f"{HISTORY}- {{date: 2026-11-24, verdict: Misplaced, why: Again.}}\n"),
        [f"{MD}:12: a line of the history begins with two spaces, then the dash. Put them in."],
    ),
    "unsettled without a way to settle": (
        swap("claims/visitors.csv", "12600,asked", "12600,context"),
        [
            "claims/visitors.md:2: the verdict is Unsettled, but nothing says what would settle it. Add a line `settle: …`.",
            "claims/visitors.md:12: the verdict is now Unsettled, but the history ends with Fails. If the change is right, "
            f"see whether the title on line 2 and the prose from line 15 on still hold, {ADD} "
            '  - {date: TODAY, verdict: Unsettled, why: "what was learned"}',
        ],
    ),
    # ---- prose
    "no prose": (
        put(
            "claims/glacier-loss.md",
            (EXPLAINER / "docs/claims/glacier-loss.md").read_bytes().split(b"\nThe")[0],
        ),
        [
            "claims/glacier-loss.md:13: there is no prose. Tell in 60 to 200 words what the record shows."
        ],
    ),
    "short prose": (
        put(
            "claims/glacier-loss.md",
            (EXPLAINER / "docs/claims/glacier-loss.md").read_bytes().split(b"\nHalf")[0],
        ),
        [f"claims/glacier-loss.md:14: the prose has 25 words. {WORDS}"],
    ),
    "long prose": (
        swap(MD, "Nobody ever", "Word. " * 200 + "Nobody ever"),
        [f"{MD}:14: the prose has 268 words. {WORDS}"],
    ),
    "a draft": (
        all_of(
            put(
                "claims/glacier-loss.md",
                (EXPLAINER / "docs/claims/glacier-loss.md").read_bytes().split(b"\nHalf")[0],
            ),
            swap("claims/glacier-loss.md", f"history:\n{HOLDS}", "draft: yes\n"),
        ),
        [],
    ),
    "a picture from elsewhere by its slashes": (
        swap(MD, "Nobody ever", "![Nobody](/\\evil.example/x.png) ever"),
        [
            f"{MD}:17: '/\\evil.example/x.png' is a picture from another host. Readers' browsers ask no host but this one."
        ],
    ),
    "a picture without its scheme": (
        swap(MD, "Nobody ever", "![Nobody](//evil.example/x.png) ever"),
        [
            f"{MD}:17: '//evil.example/x.png' is a picture from another host. Readers' browsers ask no host but this one."
        ],
    ),
    "a picture as data": (
        swap("index.md", "This page", "![a](data:image/png;base64,AAAA) This page"),
        [
            "index.md:3: 'data:image/png;base64,AAAA' is a picture from another host. Readers' browsers ask no host but this one."
        ],
    ),
    "a link that runs code, in other letters": (
        swap(MD, "Nobody ever", "[Nobody](&#106;avascript:alert) ever"),
        [f"{MD}:17: '&#106;avascript:alert' is not a link that a page can hold. {LINKS}"],
    ),
    "a link to a file of the system": (
        swap(MD, "Nobody ever", "[Nobody](file:///etc/passwd) ever"),
        [f"{MD}:17: 'file:///etc/passwd' is not a link that a page can hold. {LINKS}"],
    ),
    "a link to a claim that is not there": (
        swap("index.md", "This page", "[This](claims/sumit-height.md) page"),
        ["index.md:3: there is no claim 'sumit-height'. Did you mean 'summit-height'?"],
    ),
    "a letter that nobody sees, by its number": (
        swap(MD, "Nobody ever", "Nobody&#x202e; ever"),
        [f"{MD}:17: '&#x202e;' is an invisible character. Take it out."],
    ),
    "letters by their names": (swap(MD, "Nobody ever", "Nobody &amp; &#233; ever"), []),
    "open brackets": (
        swap(MD, "Nobody ever", "[" * 21 + " ever"),
        [
            f"{MD}:14: more than 20 brackets are open at once in this paragraph. Close them, or take them out."
        ],
    ),
    "quotations in quotations": (
        swap(MD, "Nobody ever", "\n" + "> " * 21 + "Nobody ever"),
        [f"{MD}:18: more than 20 quotations or lists stand in each other. Write plain paragraphs."],
    ),
    "a long line of dashes": (swap("method.md", "# Method", f"# Method\n\n{'-' * 60}"), []),
    "lists in lists": (
        swap(MD, "Nobody ever", "\n" + "- " * 21 + "Nobody ever"),
        [
            f"{MD}:18: more than 20 quotations or lists stand in each other. Write plain paragraphs.",
        ],
    ),
    "marks without end": (
        swap(MD, "Nobody ever", "*A_. " * 600 + "Nobody ever"),
        [
            f"{MD}:14: more than 1000 stars, lines and backticks stand in this paragraph. Part it.",
            f"{MD}:14: the prose has 668 words. {WORDS}",
        ],
    ),
    "a block of code without end": (
        swap("index.md", "This page", "```yaml\n\nThis page"),
        [
            "index.md:3: a block of code begins here and never ends. Put ``` alone on a line below it, or take this line out."
        ],
    ),
    "an attribute without a value": (
        swap("index.md", "# How high", "# How high {onclick}"),
        [f"index.md:1: '{{onclick}}' sets attributes. {SITE_MARKUP}"],
    ),
    "loose number": (
        swap(MD, "Nobody ever", "None of 17 guides"),
        [f"{MD}:17: 17 is not among the readings of this claim. {LOOSE}"],
    ),
    "loose number on a page": (
        swap("index.md", "This page", "One of 17 pages"),
        [f"index.md:3: 17 is not among the readings of the claims that this page tells. {LOOSE}"],
    ),
    "HTML in prose": (
        swap(MD, "Nobody ever", "<br>Nobody ever"),
        [f"{MD}:17: '<br>' is HTML. {SITE_MARKUP}"],
    ),
    "script on a page": (
        swap("ledger.md", "# All", "<script src=x>\n\n# All"),
        [f"ledger.md:1: '<script src=x>' is HTML. {SITE_MARKUP}"],
    ),
    "link that runs code": (
        swap(MD, "Nobody ever", "[Nobody](javascript:alert) ever"),
        [f"{MD}:17: 'javascript:alert' is not a link that a page can hold. {LINKS}"],
    ),
    "link that runs code, at the foot": (
        swap(MD, "Nobody ever", "\n[a]: javascript:alert\n\n[Nobody][a] ever"),
        [f"{MD}:18: 'javascript:alert' is not a link that a page can hold. {LINKS}"],
    ),
    "attributes": (
        swap(MD, "Nobody ever", "[Nobody](https://example.org/){onclick=alert} ever"),
        [f"{MD}:17: '{{onclick=alert}}' sets attributes. {SITE_MARKUP}"],
    ),
    "picture from elsewhere": (
        swap(MD, "Nobody ever", "![Nobody](https://example.org/a.png) ever"),
        [
            f"{MD}:17: 'https://example.org/a.png' is a picture from another host. Readers' browsers ask no host but this one."
        ],
    ),
    "invisible character": (
        swap("index.md", "This page", "This \u2066page"),
        [
            "index.md:3: the line holds an invisible character, U+2066. Delete it and type the words again."
        ],
    ),
    # ---- marks on pages
    "claim misspelt on a page": (
        swap("index.md", 'claim("summit-height")', 'claim("sumit-height")'),
        ["index.md:7: there is no claim 'sumit-height'. Did you mean 'summit-height'?"],
    ),
    "claim unknown on a card": (
        swap("index.md", '"visitors"', '"weather"'),
        ["index.md:9: there is no claim 'weather'. Add it to docs/claims."],
    ),
    "block misspelt": (
        swap("index.md", "tally()", "taly()"),
        ["index.md:5: there is no block 'taly'. Did you mean 'tally'?"],
    ),
    "claim without quotes": (
        swap("index.md", '"summit-height"', "summit-height"),
        [
            "index.md:7: what stands between the brackets of 'claim' cannot be read. Write claim ids in quotes: {{ claim(\"some-claim\") }}."
        ],
    ),
    "claim without its name": (
        swap("index.md", '"summit-height"', ""),
        [
            "index.md:7: the block 'claim' names one claim, but here are 0. Write {{ claim(\"some-claim\") }}."
        ],
    ),
    "mark within a line": (
        swap("index.md", "This page", "{{ tally() }} This page"),
        [
            "index.md:3: '{{ tally() }}' must stand on a line of its own, and on a page, never in a claim's prose."
        ],
    ),
    "a block within code": (
        swap(
            "index.md",
            "This page",
            '```\n{{ taly() }}\n{{ claim("summit-height") }}\n<b> 17\n```\n\nThis page',
        ),
        [],
    ),
    "a block twice": (
        swap("index.md", "{{ tally() }}", "{{ tally() }}\n\n{{ tally() }}"),
        ["index.md:7: this stands on the page already, on line 5. Keep one of the two."],
    ),
    "a claim that no page tells": (
        swap("index.md", ', "visitors"', ""),
        [
            "claims/visitors.md:2: no page tells this claim. "
            'Show it on one, {{ claim("visitors") }}, or link to claims/visitors.md.'
        ],
    ),
    # ---- one slip, one message
    "a row of the article's numbers that cannot be read": (
        swap("article.csv", "glacier,21 per cent,", "glacier,21 per cent,,"),
        [f"article.csv:3: this line has 5 cells, but there are 4 columns. {COMMA}."],
    ),
    "the first line of history without its spaces": (
        swap(MD, HISTORY, f"- {{date: 2026-11-20, verdict: Fails, why: Again.}}\n{HISTORY}"),
        [f"{MD}:11: a line of the history begins with two spaces, then the dash. Put them in."],
    ),
    "a slip in one claim, and a page with its numbers": (
        all_of(
            swap("index.md", "This page", "At 2,874 metres this page"),
            swap(CSV, "2790,context", "2790,contxt"),
        ),
        [f"{CSV}:4: 'role' cannot be 'contxt'. Did you mean 'context'?"],
    ),
    "a new source that is not there yet, and a page with its number": (
        all_of(
            swap("index.md", "This page", "At 2,874 metres this page"),
            swap(CSV, "2874,asked,survey-office", "2874,asked,survey-2026"),
        ),
        [f"{CSV}:2: there is no source 'survey-2026'. Add it to docs/sources.yml."],
    ),
    "a colon in a source's title": (
        swap("sources.yml", "title: Heights", "title: Look: Heights"),
        [f'sources.yml:19: {NO_YAML} {QUOTES} title: "Look: Heights of the Ambry range"'],
    ),
    "a bad field of a source that judges": (
        swap("sources.yml", "seen: original", "seen: orignal"),
        [
            "sources.yml:23: source 'survey-office': 'seen' cannot be 'orignal'. Did you mean 'original'?"
        ],
    ),
    "a quote in a title": (
        swap(MD, TITLE, 'title: "Mount" Ambry'),
        [f"{MD}:2: this is not valid YAML (did not find expected key). {PLAIN_QUOTES}"],
    ),
    # ---- sources and the article
    "source written twice": (
        swap("sources.yml", "  note:", "  note: A\n  note:"),
        ["sources.yml:17: 'note' is written twice; the first is on line 16. Keep one."],
    ),
    "source with capitals": (
        swap(
            "sources.yml",
            "survey-office:",
            "Survey:\n  title: A\n  publisher: B\n  date: C\n  address: https://example.org/\n  seen: copy\n\nsurvey-office:",
        ),
        [
            "sources.yml:18: 'Survey' cannot be a source's id. Use small letters, digits and hyphens."
        ],
    ),
    "source without how it was seen": (
        swap("sources.yml", "  seen: excerpt\n", ""),
        [
            f"sources.yml:3: source 'glacier-watch': there is no 'seen'. Add it: {shapes.SourceEntry.model_fields['seen'].description}."
        ],
    ),
    "a source that nobody uses": (
        swap(
            "sources.yml",
            "glacier-watch:",
            "atlas:\n  title: A\n  publisher: B\n  date: C\n  address: https://example.org/\n  seen: copy\n\nglacier-watch:",
        ),
        ["sources.yml:3: no reading rests on the source 'atlas'. Name it in one, or take it out."],
    ),
    "sources out of order": (
        all_of(
            swap("sources.yml", "hut-book:", "zoo-book:"),
            swap("claims/visitors.csv", "12600,asked,hut-book", "12600,asked,zoo-book"),
            swap("claims/visitors.csv", "31000,rival,hut-book", "31000,rival,zoo-book"),
            swap("claims/visitors.csv", "8400,context,hut-book", "8400,context,zoo-book"),
        ),
        [
            "sources.yml:18: 'survey-office' stands out of the alphabetical order. Put it below 'glacier-watch'."
        ],
    ),
    "no web address": (
        swap("sources.yml", "https://example.org/heights", "www.example.org"),
        [
            "sources.yml:22: source 'survey-office': 'www.example.org' is not a web address. Write it from https:// on."
        ],
    ),
    "address that runs code": (
        swap("sources.yml", "https://example.org/heights", "javascript:alert()"),
        [
            "sources.yml:22: source 'survey-office': 'javascript:alert()' is not a web address. Write it from https:// on."
        ],
    ),
    "a list of sources": (
        put("sources.yml", b"- one\n- two\n"),
        ["sources.yml:1: this must be a list of fields, one a line, like `title: Some words`."],
    ),
    "article without sections": (
        put(
            "article.yml",
            b"title: A\nauthor: B\npublisher: C\ndate: D\naddress: https://example.org/\n",
        ),
        [
            "article.yml:1: there is no 'sections'. Add it: its parts in order: an id, and the name that a reader sees."
        ],
    ),
    "figure of an unknown claim": (
        swap("article.csv", "Hut 12,,part of a name", "Hut 12,visitor,"),
        ["article.csv:5: there is no claim 'visitor'. Did you mean 'visitors'?"],
    ),
    "figure with neither": (
        swap("article.csv", "part of a name", ""),
        [f"article.csv:5: the figure 'Hut 12' {ONE_OF_TWO}"],
    ),
    "figure with both": (
        swap("article.csv", "Hut 12,,", "Hut 12,visitors,"),
        [f"article.csv:5: the figure 'Hut 12' {ONE_OF_TWO}"],
    ),
    "claim without its figure": (
        swap("article.csv", "glacier,21 per cent,glacier-loss,\n", ""),
        [
            "article.csv:4: no figure names the claim 'glacier-loss', which has a stated value. Add its line."
        ],
    ),
    "figures out of order": (
        swap("article.csv", "paths,Hut 12", "summit,Hut 12"),
        [
            "article.csv:5: 'summit' comes earlier in the article than the line before. Keep the article's order."
        ],
    ),
    "figure in an unknown section": (
        swap("article.csv", "glacier,21", "glaciers,21"),
        ["article.csv:3: the article has no section 'glaciers'. Did you mean 'glacier'?"],
    ),
}
