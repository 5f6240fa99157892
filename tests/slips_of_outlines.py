"""Slips in outlines, names and kinds of files, and in `mkdocs.yml`, like `slips.py`."""

from slips import CSV, HISTORY, MD, all_of, drop, put, rename, swap
from slips_under_fire import note, on_page

S, INDEX = "sources.yml", "index.md"
SITE = """site_name: The Roof
nav:
  - Home: index.md
  - Ledger: ledger.md
  - More:
      - Sources: sources.md
      - Method: method.md
strict: true  # of links
plugins:
  - mkdocs-jupyter: {include: [count.py]}
site_description: Every figure of one article.
theme:
  name: material
  custom_dir: theme
  font: false
  palette: {scheme: default, primary: custom, accent: custom}
hooks: [theme/hooks.py]
extra_css: [assets/colours.css, assets/site.css, assets/story.css]
markdown_extensions: [abbr, attr_list, tables, smarty, toc]
"""
LEFT = "is left over from a chatbot. Take it out, and see that a source says what stands before it."
COUNTS = "counts 3 sentences"


def settings(old="", new=""):
    """Settings of the site beside the content, a program that they name, and a slip in them."""
    assert not old or SITE.count(old) == 1
    count = put("count.py", b"# %% [markdown]\n# # Counting\n")
    made = put("../mkdocs.yml", SITE.replace(old, new).encode() if old else SITE.encode())
    return all_of(count, made, swap("method.md", "# Method", "# Method\n\n[It](count.py) counts."))


def counted(table, rows):
    """An article whose sentences are counted, a table of it, and a page that shows its words."""
    sentences = swap("article.yml", "names: [Hut 12]", "names: [Hut 12]\nsentences: {paths: 3}")
    listed = b"where,sentence,statement,claim,reason\n" + b"".join(
        b"paths,%d,They climb.,,no claim\n" % number for number in (1, 2, 3)
    )
    lengths = b"where,lengths\nsummit,3 4\nglacier,3 4\npaths,3 7\n"
    whole = [put("statements.csv", listed), put("words.csv", lengths)]
    change = put(table, rows) if rows else drop(table)
    return all_of(sentences, *whole, on_page("{{ xray() }}"), change)


def parts(*sections):
    """A story of two parts, each with these sections of the article over it."""
    pages = [
        put(f"{name}.md", f"# Part {name}\n\n{{{{ xray({ids}) }}}}\n".encode())
        for name, ids in zip(("one", "two"), sections, strict=True)
    ]
    story = on_page('{{ story("one.md", "two.md") }}')
    return all_of(counted("words.csv", b"where,lengths\npaths,3 7\n"), story, *pages)


ICE = "claims/glacier-loss.md"
NAMED = "Correct it; or if it is a name of its own, say in a note whose."
ALIKE = "Write both alike, or tell them apart."


def items(*names):
    """The summit drawn as a plan, with these names in a column."""
    rows = "".join(
        f"{row},survey-office,as the plate has it,actual,{name}\n"
        for row, name in zip(
            (
                "The rock,2874,asked",
                "The mast as the plate has it,2912,rival",
                "The lower one,2790,context",
                "The spur,2700,context",
            ),
            names,
            strict=True,
        )
    )
    return all_of(
        swap(MD, "form: readings", "form: plan"),
        put(CSV, f"reading,value,role,source,note,status,item\n{rows}".encode()),
    )


OUTLINE_SLIPS = {
    # slip: (change, lines printed)
    # ---- names
    **{
        f"a name that stands otherwise elsewhere, {slip}": (
            on_page(f"They speak of {slip}, which Ambry is."),
            [f"index.md:3: '{slip}' stands here alone, and 'Ambry' in 6 places. {NAMED}"],
        )
        for slip in ("Anbry", "Ambbry", "Abmry")
    },
    "a name that stands otherwise in a note": (
        note("surveyed at Ambrry in June 2019"),
        [f"{CSV}:2: 'note': 'Ambrry' stands here alone, and 'Ambry' in 5 places. {NAMED}"],
    ),
    **{
        f"names of their own, {name}": (on_page(f"They speak of {name}."), [])
        for name in ("Embry", "Ambryan", "Ambrose", "Camber")
    },
    **{
        f"the name of another claim in a title, {name}": (
            all_of(swap(MD, old, new), swap(file, title, retold)),
            [
                f"{file}:2: 'title': nothing of this claim tells of {name}. "
                "Correct it, or add what tells of it."
            ],
        )
        for name, old, new, file, title, retold in (
            ("Hut", "label: The", "label: Its", MD, "only with its mast", "only with its Hut"),
            ("Hut", "label: The", "label: Its", ICE, "did shrink", "of the Hut did shrink"),
            ("Peak", "label: The", "label: Peak", ICE, "The glacier did", "The Peak did"),
        )
    },
    **{
        f"one name of a column written otherwise, on line {line}": (
            items(*("Peak" if at != line else odd for at in range(2, 6))),
            [f"{CSV}:{line}: column 'item' says '{odd}', and 'Peak' in 3 other rows. {ALIKE}"],
        )
        for line, odd in ((2, "peak"), (3, "Paek"), (5, "Peak."))
    },
    # ---- the settings of the site
    "no slip in the settings": (settings(), []),
    "settings with a colon in a value": (
        settings("The Roof", "Checked: The Roof"),
        [
            "mkdocs.yml:1: this is not valid YAML (mapping values are not allowed in this context). "
            'Put the whole value in double quotes: site_name: "Checked: The Roof"'
        ],
    ),
    "settings with a tab": (
        settings("  - Ledger", "\t- Ledger"),
        ["mkdocs.yml:4: the line holds a tab, which YAML does not take. Write spaces."],
    ),
    "settings with a line too far in": (
        settings("  - Ledger", "   - Ledger"),
        [
            "mkdocs.yml:4: this line of a list stands farther in or out than those above it. "
            "Put it below them."
        ],
    ),
    "settings in the middle of a merge": (
        settings("strict: true", "<<<<<<< HEAD\nstrict: true"),
        [
            "mkdocs.yml:8: this is a mark of a merge that was not finished. "
            "Keep one of the two versions, and take out the marks."
        ],
    ),
    "settings that a comment cuts off": (
        settings("The Roof", "The #1 Roof"),
        [
            "mkdocs.yml:1: ` #` begins a comment in YAML, which cuts the text off. Give a note a "
            "line of its own. If this is none, put the whole value in double quotes: "
            'site_name: "The #1 Roof"'
        ],
    ),
    "a setting twice": (
        settings("strict: true", "strict: true\nstrict: false"),
        ["mkdocs.yml:9: 'strict' is written twice; the first is on line 8. Keep one."],
    ),
    "settings that are no fields": (
        all_of(put("count.py", b"# %% [markdown]\n"), put("../mkdocs.yml", b"- a\n")),
        ["mkdocs.yml:1: this must be a list of fields, one a line, like `site_name: Some words`."],
    ),
    "a page of a very long name in the menu": (
        settings("ledger.md", f"{'x' * 300}.md"),
        [
            "ledger.md:1: no page leads here, and `nav` in mkdocs.yml does not name it. "
            "Link to it from a page, or take it away.",
            f"mkdocs.yml:4: `nav` names '{'x' * 60}', and there is no such page. "
            "Take it out, or add the page.",
        ],
    ),
    "a link to a very long name": (
        on_page(f"See [it]({'x' * 300}.md)."),
        [
            f"{INDEX}:3: '{'x' * 60}' leads to no page or picture of docs. "
            "Link to a file there, like `method.md`."
        ],
    ),
    "settings with commands of a program": (
        settings("strict: true", "strict: !ENV [STRICT, true]\nextra: {a: &a 1, b: *a, c: null}"),
        [],
    ),
    "another site in the bar": (
        settings("  - More:", "  - Blog: https://example.org/blog\n  - More:"),
        [
            "mkdocs.yml:5: a link to another site stands in no bar. "
            "Put it on a page, or into a section of `nav`."
        ],
    ),
    "another site in a section": (
        settings("      - Sources", "      - Blog: https://example.org/blog\n      - Sources"),
        [],
    ),
    "a program in the menu": (
        settings("      - Sources", '      - Run: "javascript:alert(1)"\n      - Sources'),
        ["mkdocs.yml:6: 'javascript:alert(1)' is no address that a menu can lead to. Take it out."],
    ),
    "a section in a section": (
        settings("      - Method: method.md", "      - Deep:\n          - Method: method.md"),
        ["mkdocs.yml:8: a section in a section stands in no menu. Put its pages one level up."],
    ),
    "a page misspelt in the menu": (
        settings("ledger.md", "legder.md"),
        [
            "ledger.md:1: no page leads here, and `nav` in mkdocs.yml does not name it. "
            "Link to it from a page, or take it away.",
            "mkdocs.yml:4: `nav` names 'legder.md', and there is no such page. "
            "Did you mean 'ledger.md'?",
        ],
    ),
    "a page twice in the menu": (
        settings("      - Method", "      - Again: ledger.md\n      - Method"),
        ["mkdocs.yml:7: `nav` names 'ledger.md' on line 4 already. Keep one."],
    ),
    # ---- the outline of the sources
    "a source twice": (
        swap(S, "\nsurvey-office:", "\nhut-book:"),
        [f"{S}:18: 'hut-book' is written twice; the first is on line 10. Keep one."],
    ),
    "a source behind a comment": (
        swap(S, "\nsurvey-office:", "\n# survey-office:"),
        [
            f"{S}:18: the # makes a comment of 'survey-office', and the fields below lose their "
            "id. Take it out, or take out these fields too."
        ],
    ),
    "the first source behind a comment": (
        swap(S, "\nglacier-watch:", "\n# glacier-watch:"),
        [
            f"{S}:3: the # makes a comment of 'glacier-watch', and the fields below lose their "
            "id. Take it out, or take out these fields too."
        ],
    ),
    "a source without its id": (
        swap(S, "\nwarden-letter:\n", "\n"),
        [
            f"{S}:25: 'title' begins the fields of a source, and no line above it has its id. "
            "Put one there, from the beginning of the line: `some-id:`."
        ],
    ),
    "an id without a colon": (
        swap(S, "\nwarden-letter:", "\nwarden-letter"),
        [f"{S}:25: the id of a source ends with a colon. Write warden-letter:"],
    ),
    "an id with a dash": (
        swap(S, "\nwarden-letter:", "\n- warden-letter:"),
        [f"{S}:25: a source begins with its id, not with a dash. Take the dash out."],
    ),
    "an id with spaces": (
        swap(S, "\nwarden-letter:", "\nwarden letter:"),
        [
            f"{S}:25: 'warden letter' cannot be a source's id. "
            "Use small letters, digits and hyphens."
        ],
    ),
    "a source within another": (
        swap(S, "\nwarden-letter:", "\n  warden-letter:"),
        [
            f"{S}:25: 'warden-letter' looks like the id of a source, and stands among the fields "
            "of another. Take out the spaces before it, and leave two before its fields."
        ],
    ),
    "a field where an id stands": (
        swap(S, "  title: Heights", "title: Heights"),
        [
            f"{S}:19: 'title' is a field of a source, and stands where an id does. "
            "Put two spaces before it."
        ],
    ),
    "a first field too far in": (
        swap(S, "  title: Heights", "   title: Heights"),
        [f"{S}:19: 'title' stands farther in or out than other fields. Put 2 spaces before it."],
    ),
    "a field too far out": (
        swap(S, "  date: 4 June", " date: 4 June"),
        [f"{S}:21: 'date' stands farther in or out than other fields. Put 2 spaces before it."],
    ),
    "a source that is a comment, whole": (
        swap(S, "\nwarden-letter:\n  title: A letter on", "\n# warden-letter: a letter on"),
        [
            f"{S}:27: 'publisher' begins the fields of a source, and no line above it has its id. "
            "Put one there, from the beginning of the line: `some-id:`."
        ],
    ),
    "a command with a backslash": (
        swap(S, "Heights of the Ambry range", '"Heights of the \\d Ambry range"'),
        [
            f"{S}:19: a backslash in double quotes is a command of YAML, and this one is none. "
            "Write two of them, or take it out."
        ],
    ),
    # ---- claims with another name
    "a claim renamed": (
        rename("summit-height", "peak"),
        [
            f"{file}: there is no claim 'summit-height'. Nothing names the claim 'peak': is it "
            "this one, renamed? Then write its new id here, or give its files the old one back."
            for file in ("article.csv:2", "index.md:7")
        ],
    ),
    "half a claim renamed": (
        lambda docs: (docs / MD).rename(docs / "claims" / "peak.md"),
        [
            f"claims/{lost}:1: the file is missing, and {lone} has no {what}. "
            "Was it renamed? Give both files of a claim one name."
            for lost, lone, what in (
                ("peak.csv", "summit-height.csv", "words"),
                ("summit-height.md", "peak.md", "table"),
            )
        ],
    ),
    "an id that is the page of a folder": (
        rename("hut-count", "index"),
        [
            "claims/index.md:1: 'index' cannot be a claim's id, because it becomes its address. "
            "A page of this name is that of its whole folder. Choose another.",
            "ledger.md:5: there is no claim 'hut-count'. Add it to docs/claims.",
        ],
    ),
    **{
        f"an id of a page elsewhere, {id}": (
            all_of(rename("hut-count", id), swap("ledger.md", "hut-count", id)),
            [],
        )
        for id in ("readme", "404", "sources")
    },
    # ---- files of other programs
    "a spreadsheet that calls itself CSV": (
        put(CSV, b"PK\x03\x04\x14\0\x06\0"),
        [
            f"{CSV}:1: this is a spreadsheet or another packed file, and only its name ends in "
            ".csv. Save the table as CSV (UTF-8), which a text editor can show."
        ],
    ),
    "a large spreadsheet that calls itself CSV": (
        put(CSV, b"\xd0\xcf\x11\xe0" + b"\0" * 200_000),
        [
            f"{CSV}:1: this is a spreadsheet or another packed file, and only its name ends in "
            ".csv. Save the table as CSV (UTF-8), which a text editor can show."
        ],
    ),
    "a PDF that calls itself a page": (
        put("method.md", b"%PDF-1.7\n\xe2\xe3"),
        [
            "method.md:1: this is a PDF, and only its name ends in .md. "
            "Type its text here, or save it as plain text (UTF-8)."
        ],
    ),
    # ---- what chatbots leave
    "a source of a chatbot in prose": (
        swap(MD, "Nobody", "It fell.【4†source】 Nobody"),
        [f"{MD}:17: '【4†source】' {LEFT}"],
    ),
    "a reference of a chatbot on a page": (
        on_page("It fell :contentReference[oaicite:0]{index=0}."),
        [f"{INDEX}:3: ':contentReference[oaicite:0]{{index=0}}' {LEFT}"],
    ),
    "a search of a chatbot in a cell": (
        note("in June citeturn0search1"),
        [f"{CSV}:2: 'citeturn0search1' {LEFT}"],
    ),
    "a hidden search of a chatbot": (
        note("in June \ue200cite\ue202turn0search1\ue201"),
        [f"{CSV}:2: 'U+E200citeU+E202turn0search1U+E201' {LEFT}"],
    ),
    "a change that is marked": (
        on_page("It {++rose++} then."),
        [
            f"{INDEX}:3: '{{++rose++}}' has marks of a change from another program. "
            "Keep the words that hold, without the marks."
        ],
    ),
    "brackets that no chatbot left": (on_page("It says 【速報】 and 【a†b】 in turn."), []),
    "a link in prose that tells where it was found": (
        on_page("See [it](https://example.org/a?utm_source=chatgpt.com)."),
        [
            f"{INDEX}:3: 'https://example.org/a?utm_source=chatgpt.com' holds 'utm_source', which "
            "tells where somebody found the page. Take it out, and see that the address still "
            "leads there."
        ],
    ),
    "a link without its https": (
        on_page("See [it](//example.org/a)."),
        [
            f"{INDEX}:3: '//example.org/a' is not a link that a page can hold. "
            "Link to https://… or to a page of the site."
        ],
    ),
    # ---- tables of the article
    "no slip in the tables": (counted("words.csv", b"where,lengths\npaths,3 7\n"), []),
    "no figures of an article": (
        counted("article.csv", b""),
        [
            "article.csv:1: the file is missing, and claims have a value that the article states. "
            "Add it, or take back the change that removed it."
        ],
    ),
    "no sentences of an article": (
        counted("statements.csv", b"where,sentence,statement,claim,reason\n"),
        [
            "statements.csv:1: no line stands below the first, and docs/article.yml counts 3 "
            "sentences. Add the lines, or take back the change that removed them."
        ],
    ),
    "no words of an article": (
        counted("words.csv", b""),
        [
            "words.csv:1: the file is missing, and a page shows the article as an X-ray. "
            "Add it, or take back the change that removed it."
        ],
    ),
    "a figure twice at one word": (
        put(
            "article.csv",
            b"where,figure,claim,reason,at\nsummit,2912 metres,summit-height,,3\n"
            b"summit,2912 metres,summit-height,,3\nglacier,21 per cent,glacier-loss,,\n"
            b"glacier,21 per cent,glacier-loss,,\npaths,more than 40 000,visitors,,\n",
        ),
        ["article.csv:3: this line stands on line 2 too. Keep one."],
    ),
    # ---- sections of the article over the parts of the story
    "each section over its part": (parts('"summit"', '"glacier", "paths"'), []),
    "a section over two parts, and one over none": (
        parts('"summit"', '"summit", "paths"'),
        [
            "two.md:3: 'summit' is shown on docs/one.md:3 too, and 'glacier' on no part of the story. "
            "Correct one of them."
        ],
    ),
    "a section over two parts": (
        parts('"summit", "glacier"', '"glacier", "paths"'),
        ["two.md:3: 'glacier' is shown on docs/one.md:3 too. Correct one of them."],
    ),
    "sections over no part": (
        parts('"summit"', '"paths"'),
        [
            f"{INDEX}:5: the X-ray shows the section 'glacier' on no part of the story, and others "
            'on theirs. Show it on one, {{ xray("glacier") }}.'
        ],
    ),
    # ---- blocks, headings, reasons
    "a claim twice in one block": (
        on_page('{{ cards("hut-count", "visitors", "hut-count") }}'),
        [f"{INDEX}:3: the block 'cards' names 'hut-count' twice. Keep one."],
    ),
    "two headings alike": (
        on_page("## The hut\n\nIt is one.\n\n## The  Hut #\n\nIt is the same."),
        [f"{INDEX}:7: this heading stands on line 3 already. Say in each what is told below it."],
    ),
    "a fence with spaces before it": (
        on_page("  ~~~\n  the hut\n  ~~~"),
        [
            f"{INDEX}:{line}: '~~~' begins no block of code, because spaces stand before it. "
            "Take them out."
            for line in (3, 5)
        ],
    ),
    "a reason without a word": (
        swap(MD, "why: First check.", 'why: "."'),
        [f"{MD}:11: 'history.0.why' is '.', which says nothing. Write what was learned."],
    ),
    "two verdicts of one day": (
        swap(MD, HISTORY, HISTORY.replace("Misplaced", "Holds") + HISTORY),
        [],
    ),
}
