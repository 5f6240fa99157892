"""Mistakes in content: this slip, in an otherwise sound folder, gives exactly these words."""

import subprocess
import sys
from datetime import date

import pytest
from conftest import EXPLAINER, ROOT

import build_charts
from charts import claims, values

MD, CSV = "claims/summit-height.md", "claims/summit-height.csv"
FIELDS = "title, claim, label, kind, stated, unit, measure, where, form, settle, history"
COLUMNS = "reading,value,role,source,note"
NUMBERS, DATES = values.EXAMPLES["number"], values.EXAMPLES["date"]
FORMS = ", ".join(claims.forms())
QUOTES = "Often a colon or quote in the text: put the whole value in double quotes."
COMMA = "A cell that holds a comma needs double quotes around it"
COMMAND = "a value begins with &, * or !, which YAML reads as a command. Put the value in quotes."
MISSING = "the file is missing. Add it, or take back the change that removed it."
SITE_MARKUP = "Write plain Markdown; the site adds the markup."
LINKS = "Link to https://… or to a page of the site."
LOOSE = "Write a figure that is, add a reading that gives it, or say it in words."
HISTORY = "  - {date: 2026-11-23, verdict: Misplaced, why: First check.}\n"
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


def rename(old, new):
    """Rename both files of a claim."""
    return lambda docs: [path.rename(path.with_stem(new)) for path in sorted((docs / "claims").glob(f"{old}.*"))]


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
    "no md": (drop(MD), [f"{MD}:1: {MISSING}", "index.md:7: there is no claim 'summit-height'. Add it to docs/claims."]),
    "no sources": (drop("sources.yml"), [f"sources.yml:1: {MISSING}"]),
    "no article": (drop("article.yml"), [f"article.yml:1: {MISSING}"]),
    "empty file": (put(CSV, b""), [f"{CSV}:1: the file is empty. Fill it, or delete it."]),
    "blank file": (put(MD, b" \n\n"), [f"{MD}:1: the file is empty. Fill it, or delete it."]),
    "not UTF-8": (put(CSV, b"reading,value\nglaci\xe8re,1\n"), [f"{CSV}:2: the file is not UTF-8 text here. Save it with the encoding UTF-8."]),
    "a page that is not UTF-8": (put("method.md", b"# M\xe9thode\n"), ["method.md:1: the file is not UTF-8 text here. Save it with the encoding UTF-8."]),
    "NUL": (swap(CSV, "lower", "lo\0wer"), [f"{CSV}:4: the line holds a NUL character. Delete it and type the line again."]),
    "too large": (put(CSV, b"x" * 200_001), [f"{CSV}:1: the file is larger than 200,000 bytes. Keep only the figures that the claim needs."]),
    "a link to another file": (link(CSV, "/etc/hostname"), [f"{CSV}:1: this is a link to another file. Put the file itself here."]),
    "a link to itself": (link(CSV, "summit-height.csv"), [f"{CSV}:1: this is a link to another file. Put the file itself here."]),
    "capitals and spaces in the name": (
        rename("glacier-loss", "Glacier Loss"),
        [
            "article.csv:3: there is no claim 'glacier-loss'. Did you mean 'Glacier Loss'?",
            "claims/Glacier Loss.md:1: 'Glacier Loss' cannot be a claim's id, because it becomes its address. Use small letters, digits and hyphens.",
            "index.md:9: there is no claim 'glacier-loss'. Add it to docs/claims.",
        ],
    ),
    "a folder of claims": (nest, ["claims/more/summit.md:1: claims lie in docs/claims itself, never in a folder below. Move it up."]),
    # ---- front matter
    "no front matter": (
        swap(MD, "---\ntitle", "title"),
        [f"{MD}:1: the front matter is missing. Begin the file with a line ---, the fields, and another line ---."],
    ),
    "colon in a title": (swap(MD, "title: Mount", "title: Look: Mount"), [f"{MD}:2: this is not valid YAML (mapping values are not allowed here). {QUOTES}"]),
    "tab": (
        swap(MD, "unit: metres", "unit:\tmetres"),
        [f"{MD}:6: this is not valid YAML (found character '\\t' that cannot start any token). Use spaces, never a tab."],
    ),
    "YAML anchor": (swap(MD, "label: The", "label: &a The"), [f"{MD}:4: {COMMAND}"]),
    "YAML alias": (swap(MD, "label: The height", "label: *a"), [f"{MD}:4: {COMMAND}"]),
    "YAML tag": (swap(MD, "label: The", "label: !!python/name:os.system The"), [f"{MD}:4: {COMMAND}"]),
    "YAML tag in a list": (swap(MD, "why: First", "why: !a First"), [f"{MD}:11: {COMMAND}"]),
    "deep YAML": (swap(MD, "label: The height", "label: " + "[" * 3000), [f"{MD}:2: the YAML is nested too deep. Write plain fields, one a line."]),
    "control character": (swap(MD, "label: The", "label: The \a"), [f"{MD}:4: the line holds a character that YAML refuses, U+0007. Delete it."]),
    "repeated field": (swap(MD, "label:", "label: A\nlabel:"), [f"{MD}:5: 'label' is written twice; the first is on line 4. Keep one."]),
    "field misspelt": (swap(MD, "measure:", "mesure:"), [f"{MD}:7: there is no field 'mesure'. Did you mean 'measure'?"]),
    "field unknown": (swap(MD, "measure:", "colour:"), [f"{MD}:7: there is no field 'colour'. The fields are {FIELDS}."]),
    "a verdict typed": (swap(MD, "form: readings", "form: readings\nverdict: Holds"), [f"{MD}:10: there is no field 'verdict'. The fields are {FIELDS}."]),
    "no title": (
        swap(MD, "title: Mount Ambry reaches 2,912 metres only with its mast\n", ""),
        [f"{MD}:2: there is no 'title'. Add it: the finding, in a sentence."],
    ),
    "empty claim": (swap(MD, "claim: Mount Ambry is 2912 metres high", "claim:"), [f"{MD}:3: 'claim' is empty. Fill it in."]),
    "long title": (swap(MD, "title: Mount", "title: " + "M" * 120), [f"{MD}:2: 'title' is longer than 120 characters. Shorten it."]),
    "HTML in a title": (swap(MD, "title: Mount", "title: <b>Mount</b>"), [f"{MD}:2: 'title' holds HTML. Write plain words; the site adds the markup."]),
    "script in a claim": (
        swap(MD, "claim: Mount", "claim: <script>alert()</script>Mount"),
        [f"{MD}:3: 'claim' holds HTML. Write plain words; the site adds the markup."],
    ),
    "text turned around": (
        swap(MD, "label: The", "label: The \u202e"),
        [f"{MD}:4: 'label' holds an invisible character, U+202E. Delete it and type the words again."],
    ),
    "section misspelt": (swap(MD, "where: summit", "where: sumit"), [f"{MD}:8: the article has no section 'sumit'. Did you mean 'summit'?"]),
    "section unknown": (
        swap(MD, "where: summit", "where: appendix"),
        [f"{MD}:8: the article has no section 'appendix'. The sections are summit, glacier, paths."],
    ),
    "form misspelt": (swap(MD, "form: readings", "form: reading"), [f"{MD}:9: there is no form 'reading'. Did you mean 'readings'?"]),
    "form unknown": (swap(MD, "form: readings", "form: pie"), [f"{MD}:9: there is no form 'pie'. The forms are {FORMS}."]),
    "path as a form": (swap(MD, "form: readings", "form: ../theme"), [f"{MD}:9: there is no form '../theme'. The forms are {FORMS}."]),
    # ---- what is stated
    "nothing stated": (
        swap(MD, "stated: 2912\n", ""),
        [f"{MD}:2: there is no 'stated'. Add the value as the article prints it, or `kind: opinion` or `kind: forecast`."],
    ),
    "stated with its unit": (
        swap(MD, "stated: 2912", "stated: 2912 m"),
        [f"{MD}:5: stated: '2912 m' is not a number that the site can read. Write it like one of these: {NUMBERS}."],
    ),
    "stated as no": (
        swap(MD, "stated: 2912", "stated: no"),
        [
            f"{CSV}:2: '2874' is neither yes nor no.",
            f"{CSV}:3: '2912' is neither yes nor no.",
            f"{MD}:5: a statement that the article makes is stated as yes. Write `stated: yes`.",
        ],
    ),
    "kind misspelt": (swap(MD, "stated: 2912", "kind: opinon"), [f"{MD}:5: 'kind' cannot be 'opinon'. Did you mean 'opinion'?"]),
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
            "claims/glacier-loss.csv:2: an opinion is shown, not judged, so its readings are context. Change the role 'asked' to context.",
            "claims/glacier-loss.md:5: opinion claims are shown, not judged. Take out `stated`, or take out `kind`.",
        ],
    ),
    "a date in words": (
        swap(MD, "stated: 2912\nunit: metres", "stated: June 2019\nunit: date"),
        [
            *(f"{CSV}:{line}: '{year}' is not in the calendar. Write dates like {DATES}." for line, year in ((2, 2874), (3, 2912), (4, 2790))),
            f"{MD}:5: stated: 'June 2019' is not a date that the site can read. Write it like one of these: {DATES}.",
        ],
    ),
    # ---- readings
    "open quote": (
        swap(CSV, 'names no mast"', "names no mast"),
        [f'{CSV}:3: this is not valid CSV (unexpected end of data). {COMMA}, and a quote inside it is doubled: "".'],
    ),
    "quote in a quote": (
        swap(CSV, "the mast on it", 'the "mast" on it'),
        [
            f"""{CSV}:3: this is not valid CSV (',' expected after '"'). {COMMA}, and a quote inside it is doubled: "".""",
        ],
    ),
    "column misspelt": (
        swap(CSV, "value,role", "valeu,role"),
        [f"{CSV}:1: there is no column 'valeu'. Did you mean 'value'? The first line must be {COLUMNS}"],
    ),
    "column too many": (swap(CSV, "source,note", "source,note,year"), [f"{CSV}:1: there is no column 'year'. The first line must be {COLUMNS}"]),
    "column missing": (swap(CSV, ",note\n", "\n"), [f"{CSV}:1: the column 'note' is missing. The first line must be {COLUMNS}"]),
    "columns in another order": (swap(CSV, "reading,value", "value,reading"), [f"{CSV}:1: the columns are in another order. The first line must be {COLUMNS}"]),
    "comma in a number": (swap(CSV, "2874", "2,874"), [f"{CSV}:2: this line has 6 cells, but there are 5 columns. {COMMA}."]),
    "cell missing": (
        swap(CSV, "2790,context,survey-office,", "2790,context,survey-office"),
        [f"{CSV}:4: this line has 4 cells, but there are 5 columns. {COMMA}."],
    ),
    "source misspelt": (
        swap(CSV, "2790,context,survey-office", "2790,context,survey-ofice"),
        [f"{CSV}:4: there is no source 'survey-ofice'. Did you mean 'survey-office'?"],
    ),
    "source unknown": (swap(CSV, "2790,context,survey-office", "2790,context,memory"), [f"{CSV}:4: there is no source 'memory'. Add it to docs/sources.yml."]),
    "role misspelt": (swap(CSV, "2790,context", "2790,contxt"), [f"{CSV}:4: 'role' cannot be 'contxt'. Did you mean 'context'?"]),
    "role unknown": (swap(CSV, "2790,context", "2790,main"), [f"{CSV}:4: 'role' cannot be 'main'. It is one of asked, rival or context."]),
    "no number": (swap(CSV, "2790", "high"), [f"{CSV}:4: 'high' is not a number that the site can read. Write it like one of these: {NUMBERS}."]),
    "HTML in a note": (swap(CSV, "surveyed in", "<i>surveyed</i> in"), [f"{CSV}:2: 'note' holds HTML. Write plain words; the site adds the markup."]),
    "long note": (swap(CSV, "surveyed in June 2019", "x" * 401), [f"{CSV}:2: 'note' is longer than 400 characters. Shorten it."]),
    "rival without a reason": (
        swap(CSV, '"the plate at the foot of the mast gives this height, and names no mast"', ""),
        [f"{CSV}:3: a rival needs a reason. Say in its note why a writer could have meant it."],
    ),
    "four rivals": (
        swap(CSV, "The lower summit,2790,context,survey-office,\n", "".join(f"Peak {i},2790,rival,survey-office,why\n" for i in "ABC")),
        [f"{CSV}:6: there are more than 3 rivals, and with enough of them something always fits. Keep the best; make the others context."],
    ),
    "no readings": (put(CSV, f"{COLUMNS}\n".encode()), [f"{CSV}:1: there are no readings. Add at least one line under the first."]),
    # ---- history
    "no history": (
        swap(MD, f"history:\n{HISTORY}", ""),
        [f"{MD}:2: there is no 'history'. Add it: one dated line for each change of verdict, the newest last."],
    ),
    "history in words": (
        swap(MD, f"history:\n{HISTORY}", "history: none\n"),
        [f"{MD}:10: 'history' must be a list: one line for each entry, beginning with a dash."],
    ),
    "verdict misspelt": (swap(MD, "verdict: Misplaced", "verdict: Misplace"), [f"{MD}:11: 'verdict' cannot be 'Misplace'. Did you mean 'Misplaced'?"]),
    "day out of the calendar": (swap(MD, "2026-11-23", "2026-11-31"), [f"{MD}:11: '2026-11-31' is not a date. Write it like 2026-11-23."]),
    "another verdict": (
        swap(CSV, "summit,2874", "summit,2912"),
        [
            f"{MD}:11: the verdict is now Holds, but the history ends with Misplaced. If the change is right, add below this line: "
            '- {date: TODAY, verdict: Holds, why: "what was learned"}',
            f"{MD}:14: 2,874 is not among the readings of this claim. {LOOSE}",
        ],
    ),
    "history out of order": (
        swap("claims/visitors.md", "2026-11-20", "2026-11-24"),
        ["claims/visitors.md:10: the history is not in the order of its dates. Put the newest last."],
    ),
    "unsettled without a way to settle": (
        swap("claims/visitors.csv", "12600,asked", "12600,context"),
        [
            "claims/visitors.md:2: the verdict is Unsettled, but nothing says what would settle it. Add a line `settle: …`.",
            "claims/visitors.md:12: the verdict is now Unsettled, but the history ends with Fails. If the change is right, add below this line: "
            '- {date: TODAY, verdict: Unsettled, why: "what was learned"}',
        ],
    ),
    # ---- prose
    "no prose": (
        put("claims/glacier-loss.md", (EXPLAINER / "docs/claims/glacier-loss.md").read_bytes().split(b"\nThe")[0]),
        ["claims/glacier-loss.md:13: there is no prose. Tell in 60 to 200 words what the record shows."],
    ),
    "loose number": (swap(MD, "Nobody ever", "None of 17 guides"), [f"{MD}:17: 17 is not among the readings of this claim. {LOOSE}"]),
    "loose number on a page": (
        swap("index.md", "This page", "One of 17 pages"),
        [f"index.md:3: 17 is not among the readings of the claims that this page tells. {LOOSE}"],
    ),
    "HTML in prose": (swap(MD, "Nobody ever", "<br>Nobody ever"), [f"{MD}:17: '<br>' is HTML. {SITE_MARKUP}"]),
    "script on a page": (swap("ledger.md", "# All", "<script src=x>\n\n# All"), [f"ledger.md:1: '<script src=x>' is HTML. {SITE_MARKUP}"]),
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
        [f"{MD}:17: '![Nobody]' is a picture from another host. Readers' browsers ask no host but this one."],
    ),
    "invisible character": (
        swap("index.md", "This page", "This \u2066page"),
        ["index.md:3: the line holds an invisible character, U+2066. Delete it and type the words again."],
    ),
    # ---- marks on pages
    "claim misspelt on a page": (
        swap("index.md", 'claim("summit-height")', 'claim("sumit-height")'),
        ["index.md:7: there is no claim 'sumit-height'. Did you mean 'summit-height'?"],
    ),
    "claim unknown on a card": (swap("index.md", '"visitors"', '"weather"'), ["index.md:9: there is no claim 'weather'. Add it to docs/claims."]),
    "block misspelt": (swap("index.md", "tally()", "taly()"), ["index.md:5: there is no block 'taly'. Did you mean 'tally'?"]),
    "claim without quotes": (
        swap("index.md", '"summit-height"', "summit-height"),
        ["index.md:7: what stands between the brackets of 'claim' cannot be read. Write claim ids in quotes: {{ claim(\"some-claim\") }}."],
    ),
    "claim without its name": (
        swap("index.md", '"summit-height"', ""),
        ["index.md:7: the mark 'claim' names one claim, but here are 0. Write {{ claim(\"some-claim\") }}."],
    ),
    "mark within a line": (
        swap("index.md", "This page", "{{ tally() }} This page"),
        ["index.md:3: '{{ tally() }}' must stand on a line of its own, and on a page, never in a claim's prose."],
    ),
    # ---- sources and the article
    "source written twice": (
        swap("sources.yml", "  note:", "  note: A\n  note:"),
        ["sources.yml:17: 'note' is written twice; the first is on line 16. Keep one."],
    ),
    "source with capitals": (
        swap(
            "sources.yml", "survey-office:", "Survey:\n  title: A\n  publisher: B\n  date: C\n  address: https://example.org/\n  seen: copy\n\nsurvey-office:"
        ),
        ["sources.yml:18: 'Survey' cannot be a source's id. Use small letters, digits and hyphens."],
    ),
    "source without how it was seen": (
        swap("sources.yml", "  seen: excerpt\n", ""),
        [f"sources.yml:3: source 'glacier-watch': there is no 'seen'. Add it: {claims.Source.model_fields['seen'].description}."],
    ),
    "no web address": (
        swap("sources.yml", "https://example.org/heights", "www.example.org"),
        ["sources.yml:22: source 'survey-office': 'www.example.org' is not a web address. Write it from https:// on."],
    ),
    "address that runs code": (
        swap("sources.yml", "https://example.org/heights", "javascript:alert()"),
        ["sources.yml:22: source 'survey-office': 'javascript:alert()' is not a web address. Write it from https:// on."],
    ),
    "a list of sources": (put("sources.yml", b"- one\n- two\n"), ["sources.yml:1: this must be a list of fields, one a line, like `title: Some words`."]),
    "article without sections": (
        put("article.yml", b"title: A\nauthor: B\npublisher: C\ndate: D\naddress: https://example.org/\n"),
        ["article.yml:1: there is no 'sections'. Add it: its parts in order: an id, and the name that a reader sees."],
    ),
    "figure of an unknown claim": (
        swap("article.csv", "Hut 12,,part of a name", "Hut 12,visitor,"),
        ["article.csv:5: there is no claim 'visitor'. Did you mean 'visitors'?"],
    ),
    "figure with neither": (swap("article.csv", "part of a name", ""), [f"article.csv:5: the figure 'Hut 12' {ONE_OF_TWO}"]),
    "figure with both": (swap("article.csv", "Hut 12,,", "Hut 12,visitors,"), [f"article.csv:5: the figure 'Hut 12' {ONE_OF_TWO}"]),
    "claim without its figure": (
        swap("article.csv", "glacier,21 per cent,glacier-loss,\n", ""),
        ["article.csv:4: no figure names the claim 'glacier-loss', which has a stated value. Add its line."],
    ),
    "figures out of order": (
        swap("article.csv", "paths,Hut 12", "summit,Hut 12"),
        ["article.csv:5: 'summit' comes earlier in the article than the line before. Keep the article's order."],
    ),
    "figure in an unknown section": (
        swap("article.csv", "glacier,21", "glaciers,21"),
        ["article.csv:3: the article has no section 'glaciers'. Did you mean 'glacier'?"],
    ),
}


@pytest.mark.parametrize(("change", "lines"), SLIPS.values(), ids=SLIPS)
def test_slip(folder, change, lines):
    """A mistake in content is told by its file, its line, what is wrong and what to do, and by nothing else."""
    change(folder)

    printed = [str(problem) for problem in build_charts.check(folder).problems]

    assert [f"docs/{line.replace('TODAY', str(date.today()))}" for line in lines] == printed


def test_no_slip(folder):
    """The folder in which the slips are made has no mistake of its own."""
    assert [] == build_charts.check(folder).problems


def test_windows_files(folder):
    """Files saved on Windows, with a byte order mark and two-character line ends, are as good as others."""
    for path in filter(lambda path: path.is_file(), folder.rglob("*")):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert [] == build_charts.check(folder).problems


def test_all_at_once(folder, tmp_path):
    """By hand: every mistake at once on standard error, exit status 1, no traceback, and what was drawn before stays."""
    kept = tmp_path / "build" / "claims" / "summit-height.svg"
    kept.parent.mkdir(parents=True)
    kept.write_text("drawn before")
    for name in ("role misspelt", "section misspelt", "block misspelt", "no web address"):
        SLIPS[name][0](folder)

    run = subprocess.run(
        [sys.executable, "build_charts.py", "--docs", folder, "--out", tmp_path / "build", "--cache", tmp_path / "cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.stderr.splitlines() == [
        f"docs/{CSV}:4: 'role' cannot be 'contxt'. Did you mean 'context'?",
        f"docs/{MD}:8: the article has no section 'sumit'. Did you mean 'summit'?",
        "docs/index.md:5: there is no block 'taly'. Did you mean 'tally'?",
        "docs/sources.yml:22: source 'survey-office': 'www.example.org' is not a web address. Write it from https:// on.",
        "4 mistakes. Nothing was drawn.",
    ]
    assert (1, "", "drawn before") == (run.returncode, run.stdout, kept.read_text())
