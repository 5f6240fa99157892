"""Random and hostile content: whatever stands in `docs/`, it is refused with a message or shown as
plain text.

`make test` tries a few hundred files, `make fuzz` thousands.
"""

import csv
import io
import os
import random
import re
import resource
import shutil
import signal
import tempfile
from contextlib import contextmanager
from functools import lru_cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import markdown
import pytest
import yaml
from conftest import EXPLAINER
from hypothesis import HealthCheck, currently_in_test_context, event, given, settings
from hypothesis import strategies as st

from charts.pictures import Pictures
from charts.render import draw_all
from charts.svg import Drawing
from ledger.pages import front_matter
from ledger.read import read_ledger
from ledger.reading import COLUMNS, OPTIONAL
from ledger.shapes import ChangeLine, SourceEntry, shaped
from publish.blocks import draw_claim_page
from publish.pages import publish
from publish.site import Site

EXAMPLES = int(os.environ.get("FUZZ", "30"))
# The same examples every time in the test run, new ones in `make fuzz`: a test that fails by chance
# teaches nothing.
thorough = settings(
    max_examples=EXAMPLES,
    derandomize="FUZZ" not in os.environ,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
SECONDS, MEMORY = 20, 1_000_000_000

FILES = {
    path.relative_to(EXPLAINER / "docs").as_posix(): path.read_bytes()
    for path in sorted((EXPLAINER / "docs").rglob("*.*"))
}
# Those of MkDocs and of mkdocs.yml.
EXTENSIONS = ["toc", "tables", "fenced_code", "abbr", "attr_list", "smarty"]

# Whatever of these comes out as markup, and not as text, has an element `x-evil`, an attribute
# `onevil` or an address with `evil`.
# fmt: off
HOSTILE = (
    "<x-evil>", "<x-evil onevil=1>", "<x-evil/onevil=1", "</p><x-evil>", "</style></script><x-evil>", "<!--", "-->", "<![CDATA[<x-evil>", "<?x-evil ?>",
    '" onevil="1', "' onevil='1", "x onevil=1 y", "`onevil=1", '"><x-evil>', "'><x-evil>", "&lt;x-evil&gt;", "&#60;x-evil&#62;", "&#x3c;x-evil&#x3e;",
    "<script>evil()</script>", "javascript:evil()", "JaVaScRiPt:evil()", "java\tscript:evil()", "data:text/html,<x-evil>", "vbscript:evil()",
    "[a](javascript:evil())", "[a](<javascript:evil()>)", "[a](java\nscript:evil())", "[a]: javascript:evil()", "[a][a]\n\n[a]: javascript:evil()",
    "> [a]: javascript:evil()\n\n[a]", "- b\n\n    [a]: javascript:evil()\n\n[a][]", "[a]:\njavascript:evil()\n\n[a]", "[a]: java\tscript:evil()\n\n[a]",
    "<javascript:evil()>", "![a](javascript:evil())", "![a](data:image/svg+xml,<x-evil>)", "[a](&#106;avascript:evil())", "[a]( javascript:evil())",
    "[a](//evil.example)", "[a](b){onevil=1}", "# A {onevil=1}", "a\n{: onevil=1 }", "*a*{: onevil='1'}", "{: #x-evil .evil style=evil }",
    "*[HTML]: <x-evil>", "```{.x onevil=1}\na\n```", "``` x onevil=1\n```", "|a|b|\n|-|-|\n|<x-evil>|c|", "`<x-evil>`", "``<x-evil>``", "``a`<x-evil>`", "`a\nb`<x-evil>`c`", "# a `\nb <x-evil> c `", "|a `|<x-evil>` b|\n|-|-|\n|a `|<x-evil>` b|", "`` ` <x-evil>",
    "\\<x-evil>", "a\\`<x-evil>`", "    <x-evil>", "- <x-evil>", "> <x-evil>", "{{ x }}", '{{ claim("visitors") }}', '{{ claim("../../x") }}', "{% x %}",
    '{{ claim-head("visitors") }}', '{{ claim("../index") }}', "{{ _macros() }}", "{{ ../x() }}", '{{ claim(__import__("os")) }}', "{{ claim(" + "(" * 300 + ") }}", "{{ claim(" + "-" * 3000 + "1) }}",
    "{{ claim(" + "9" * 5000 + ") }}", "${x}", "%s{0}", "\0", "\x1b[31m", "\x07", "\x85", "\u2028", "\u202e", "\u2066", "\u200b", "\ufeff", "\ud83d", "🙂", "é", "\u0301" * 50,
    "::error file=x::y", "\n::set-output name=x::y", "%0A::error::y", "=1+1", "@SUM(1)", "-2+3", "../../etc/passwd", "/etc/passwd", "C:\\x", "file:///etc/passwd",
    "!!python/object/apply:os.system [evil]", "!!binary x", "&a [*a]", "*a", "<<: *a", "!x", "? x", "- - - -", "{a: {a: {a: ", "[[[[[[[[", "---\n", "...\n", "%YAML 1.1", "|", ">-",
    # characters that XML forbids, that nobody sees, that were lost or doubly encoded
    "\ufffe", "\uffff", "\ufdd0", "\U0001fffe", "\u3164", "\u2800", "\ufffd", "\x92", "\xad", "\ue000", "\U000e0041", "mesurÃ©", "Itâ€™s", "\\uFFFE", "\\uD83D", "\\x92",
    # comments, marks of a merge, fields that MkDocs obeys
    " #1 app", " # x", "\n# x\n", "<<<<<<< HEAD\n", "\n=======\n", "\n>>>>>>> patch-1\n", "template: evil.html\n", "hide: [navigation]\n", "title: evil\n\n", "\n---\ntemplate: x\n---\n", "\n...\n", "search: {exclude: true}\n",
    # what spreadsheets write
    "09/01/2024", "Sep-24", "24-Sep", "#NAME?", "#REF!", "####", "1.2E+06", "=HYPERLINK(A1)", "+cmd", "-cmd|x", "＝1+1", "\t=1", "\n,,,,\n", "\n\n", ";;;;", "“a, b”", ', "a"', "2,790", "2\u00a0790", "2'790", "90-95", "90–95", "–5",
    # code, attributes, brackets, addresses
    '```\n{{ claim("visitors") }}\n```', "```{.x onevil=1}\n<x-evil>\n```", "~~~\n<x-evil>\n~~~", "```\n", "~~~", "```py hl_lines=\"1\"\n<x-evil>\n```", "\n```\n<x-evil>\n", "{#x-evil}", "{.evil}", "{: onevil }", "# A {onevil}",
    "![a](/\\evil.example/x.png)", "![a](\\\\evil.example/x.png)", "[a](/\\evil.example)", "![a][b]\n\n[b]: //evil.example/x.png", "![a](ht\ntp://evil.example/x.png)", "[a](<javascript:evil()> 'x')", "[a](java&#115;cript:evil())", "[a](\\javascript:evil())",
    "[[[[[a]]]]](javascript:evil())", "[![a](b)](javascript:evil())", "[a]\n(javascript:evil())", "[a][b]\n\n[b]: <javascript:evil()>", "<evil@example.org>", "{{\u00a0claim(\"visitors\")\u00a0}}", "con", "nul",
    # letters that look like others, and text in two encodings
    "r\u043eck", "\u0422he", "\U0001d413he", "\U000e0fff", "Cafe\u0301", "æ·±åº¦", "Ð¿Ñ€Ð¸", "«MENÜ»", "caffè»”", "שלום", "القمة", "👩\u200d🚀", "🇫🇷",
    # Markdown of other programs, tables, addresses that are none
    "It is so.[^a]", "[^a]: <x-evil>", "!!! evil\n    <x-evil>", "??? x", ":::evil", '--8<-- "/etc/passwd"', "{!/etc/passwd!}", "$$x<y$$", "- [ ] evil", "~~evil~~", "[[evil]]", "[a][nope]", "[a] (method.md)",
    "[a]((method.md))", "[a](method.md", "[a](my page.md)", "[a](#evil)", "[a](method.md#evil)", "[a](claims/visitors.md#evil)", "[a]: nowhere.md", "![](a.png)", "[a](https://good.example@evil.example/)", "[a](http://localhost)",
    "|a|b|\n|-|-|\n|x|y|<x-evil>|\n", "a|b\n-|-\n`x|y`|z\n", "####### evil", "# " + "evil " * 60, "{% include 'x' %}", "{# evil #}", "<https://evil.example>", "<evil@evil.example>", "=======\n", " <<<<<<< HEAD\n", ">>>>>>>>> x",
    # fields, numbers and days that look right
    "label:The", "label： The", "'The", "{The", "[a](b), c", "#1", "https://evil.example/, a", "\n---\nx: y\n---\n", "---\n", "\n...\n", "wide: no\n", "02912", "-0", "1e15", "9999999999999999", "2.790", "2.790.000", "2_790", "(10.4)",
    "10.4-", "'5", "~5", ">5", "<5", ".5", "5.", "0xB60", "true", "2027-11-23", "2099-11-23", "#BEZUG!", "Err:502", "TRUE", "43617", "01.06.2019", "2019-06-01 00:00:00", "-1+cmd|' /C calc'!A0", "'=1+1", "# a comment,,,,\n",
    # settings of the site
    "INHERIT: ../../etc/passwd\n", "INHERIT: mkdocs.yml\n", "INHERIT: .\n", "INHERIT: [x]\n", "\nexclude_docs: |\n  *\n", "\nhooks:\n", "\nnav: evil\n", "\nnav: {a: {b: [c]}}\n", "  - Sources: index.md\n", "  - [index.md]\n",
    "!ENV [X, y]", "!!python/name:os.system", "!relative", "theme: evil", "font: true", "permalink: true", "- toc: 1", "javascript:evil().md", "//evil.example", "\nmarkdown_extensions: tables\n",
    # quotes and hedges in prose, directions, days
    "He said “evil”.", "It is “evil.”", "“It is evil”, he said.", "“", "so-called “x”", "”evil“", "„evil“", "«evil»", "‘evil’", "\"evil\"", "“evil “x” evil”", "“evil\n\nevil”", "“It rose by 5%.”", "“about 5%”", "“...”", "“ ”", "“evil … evil”", "“[e]vil”", "[“evil”](method.md)", "*“evil”*",
    "about 5%", "roughly 5%", "approximately 5%", "around 5", "more than 5%", "at least 5%", "up to 5%", "nearly 5%", "almost -5%", "not 5%", "over 5%", "less than 5 m", "it fell 5%", "it rose -6.5%", "dropped by 5%", "higher", "a fall of 5% to 10%", "twice", "ten times", "half", "a third", "some five per cent",
    "On Tuesday 29 January", "On Monday, 27 January 2025,", "31 February", "the 1st of May", "in May 2024", "yesterday", "5 to 10", "between 5 and 10%", "from 5% to 10%", "5-10", "$5", "$5 billion", "5 bn", "€5m", "5 %", "5per cent", "fifty-five per cent", "2.790 Euro", "½", "5½%", "5×", "5x", "10⁻³", "10^3", "1/3", "½ of",
    # proofs, references to other claims, words of a sentence
    "“evil”", "“<x-evil>”, page 3", "“evil” (in English: <x-evil>)", "“", "””", "“" * 40, "worked out: evil", "worked out", "not seen: told by evil", "not seen:", "not seen: told by ",
    "see", "see ", "see made-up", "see visitors", "see hut-count: They counted all who passed", "see glacier-loss: From 2003 to 2023", "see ../x", "survey survey", " | ", "|", "a | b | | c",
    "yes", "no", "null", "~", "1e400", "-0", "nan", "inf", "9" * 39, "1" + "0" * 38, "0." + "0" * 36 + "1", "about 5", "90 to 95", "95 to 90", "at most -5", "more than 0", "٣", "５",
    "2024-02-30", "0001-01-01", "9999-12-31", "2200-12", "1800", "by 2029", "after 2200-12-31", "before 1800", ",", '"', '""', "'", ";", "\t", "\r", "\n", "\r\n", "", " ", "a" * 500,
)
# fmt: on
text = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=60),
    st.lists(st.sampled_from(HOSTILE), max_size=4).map("".join),
)
LINE = {"date": "2026-11-24", "verdict": "Holds"}
SOURCE = {"publisher": "A", "date": "A", "address": "https://example.org/", "seen": "copy"}


def passes(piece):
    """True for a piece that may stand where words do."""
    reason, source = {**LINE, "why": piece}, {**SOURCE, "title": piece}
    return not shaped(ChangeLine, reason)[1] and not shaped(SourceEntry, source)[1]


# What rules look for beyond one field: figures and days, quotations, links, errors of spreadsheets.
LOOKED_FOR = re.compile(
    r"[\d½]|[“”„«»‘\"]|\]\s*[(\[]|\{[{%#!]|#[A-Z]|\b(?:yes|no)\b"
    r"|yesterday|twice|half|third|per cent|times|higher|fall|rose|May|Febr"
)
ALLOWED = [one for one in HOSTILE if one == one.strip() and passes(one)]
allowed = st.sampled_from([one for one in ALLOWED if not LOOKED_FOR.search(one)])
words = st.one_of(st.sampled_from(["A finding", "What is said", "It rose by 5%"]), text)


# ---------------------------------------------------------------- what must hold


@contextmanager
def limits():
    """Stop what takes too long, and refuse it more memory than it may have."""

    def late(*_):
        raise TimeoutError(f"it took more than {SECONDS} seconds")

    told = Path("/proc/self/statm")
    pages = int(told.read_text(encoding="ascii").split()[0]) if told.exists() else 0
    used = pages * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    signal.signal(signal.SIGALRM, late)
    signal.alarm(SECONDS)
    if used:
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        signal.alarm(0)


class Markup(HTMLParser):
    """What a browser would take for markup: elements, attributes, and addresses that it may follow."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.found = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Note an element that came from content, or an attribute or address that would run it."""
        if tag in (
            "x-evil",
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "base",
            "meta",
            "link",
        ):
            self.found.add(f"<{tag}>")
        for name, value in attrs:
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            code = re.match(r"(javascript|data|vbscript|file):", address)
            foreign = tag == "img" and re.match(r"([a-z]+:)?[/\\]{2}", address)
            led = name in ("href", "src") and (code or foreign)
            if name.startswith("on") or name in ("style", "srcdoc") or led:
                self.found.add(f"{tag}[{name}={value}]")


def folder_of(files, root):
    """Write a folder of content, `docs/`, from its files by name."""
    docs = Path(root) / "docs"
    for name, content in files.items():
        path = docs / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(
            content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        )
    return docs


SETTINGS = "mkdocs.yml"  # beside the folder
TOLD = re.compile(rf"(?:docs.*|{SETTINGS}):[1-9]\d*: \S.*")


def hold(files):
    """Read a folder: each mistake is one line with its place, or all comes out as plain text."""
    with tempfile.TemporaryDirectory() as root:
        docs = folder_of(files, root)
        with limits():
            ledger = read_ledger(docs)
        printed = [str(mistake) for mistake in ledger.mistakes]
        assert [] == [line for line in printed if not TOLD.fullmatch(line)]
        assert [] == [line for line in printed if not line.isprintable()]
        assert len(set(printed)) == len(printed)
        if currently_in_test_context():
            event("refused" if printed else "accepted")
        if not printed:
            with limits():
                shown(ledger)
        assert {"docs", SETTINGS} >= {path.name for path in Path(root).iterdir()}


@lru_cache(maxsize=200)  # most pages are those of the example before
def markup_of(text):
    """What a browser would take for markup of a page."""
    return frozenset(Markup(markdown.markdown(text, extensions=EXTENSIONS)).found)


DRAWING = Drawing("<svg></svg>", 10, 10)
PICTURES = Pictures("In words", (), DRAWING, DRAWING, "<svg/>", b"", "{}", "A title", "A measure")


def shown(ledger):
    """What is published of a checked folder is plain text, and no file leaves the output."""
    pictures = dict.fromkeys([*ledger.claims, "overview"], PICTURES)
    published = publish(Site(ledger, pictures, "https://github.com/someone/something"))
    for page in published.pages.values():
        assert frozenset() == markup_of(front_matter(page)[1])
    for path in published.files:
        assert re.fullmatch(r"[a-z][a-z0-9/._-]*", path), path
        assert ".." not in path, path
    ElementTree.fromstring(published.files["feed.xml"])


# ---------------------------------------------------------------- files made up


@thorough
@given(
    st.sampled_from(sorted(FILES)),
    st.one_of(st.binary(max_size=2000), text.map(lambda t: t.encode("utf-8", "surrogatepass"))),
)
def test_raw(name, content):
    """Any bytes at all in the place of any file."""
    hold({**FILES, name: content})


@st.composite
def wounded(draw, files=FILES):
    """A file of the explainer with hostile pieces put in, pieces cut out, and lines repeated."""
    name = draw(st.sampled_from(sorted(files)))
    content = files[name].decode()
    for _ in range(draw(st.integers(1, 4))):
        at, length = draw(st.integers(0, len(content))), draw(st.integers(0, 30))
        piece = draw(text)
        match draw(st.sampled_from(["insert", "replace", "repeat", "value", "cell"])):
            case "insert":
                content = content[:at] + piece + content[at:]
            case "replace":
                content = content[:at] + piece + content[at + length :]
            case "repeat":
                content = (
                    content[:at]
                    + content[at : at + length] * draw(st.integers(2, 5))
                    + content[at + length :]
                )
            case "value":
                count = draw(st.integers(1, 3))
                content = re.sub(
                    r"(?m)^(\s*[a-z]+: ).*$", lambda m, to=piece: m[1] + to, content, count=count
                )
            case "cell":
                cells = content.split(",")
                cells[draw(st.integers(0, len(cells) - 1))] = piece
                content = ",".join(cells)
    return name, content


@thorough
@given(wounded())
def test_wounded(file):
    """A good file with slips and hostile pieces in it."""
    hold({**FILES, file[0]: file[1]})


SITE = b"""site_name: The Roof
site_description: An article that was made up.
theme:
  name: material
  custom_dir: theme
  language: en
  font: false
  palette: {scheme: default, primary: custom, accent: custom}
nav:
  - Home: index.md
  - All claims: ledger.md
  - Method:
      - Sources: sources.md
      - Method: method.md
not_in_nav: |
  /claims/
hooks: [theme/hooks.py]
extra_css: [assets/colours.css, assets/site.css, assets/story.css]
plugins:
  - mkdocs-jupyter: {include: [count.py]}
markdown_extensions:
  - abbr
  - attr_list
  - tables
  - smarty
  - toc: {permalink: false}
"""


@thorough
@given(wounded({f"../{SETTINGS}": SITE}))
def test_settings(file):
    """Settings of the site with slips and hostile pieces in them."""
    hold({**FILES, file[0]: file[1]})


def csv_of(rows):
    """Rows as CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def front(fields, body):
    """Fields and prose as a page, with every text in quotes."""
    return f"---\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)}---\n\n{body}\n"


VALUES = [
    "5",
    "-6.5",
    "about 5",
    "at most 5.6",
    "90 to 95",
    "2024-09",
    "yes",
    "no",
    "more than 0",
    "0",
    "see glacier-loss: From 2003 to 2023",
    "see made-up",
]
value = st.one_of(st.sampled_from(VALUES), text)
PROSE = "Nobody knows what the record of this hill says. " * 7


def further(word, quiet):
    """Some of the fields that a claim may have beside the others, with anything in their words."""
    day = st.just("2026-11-27") if quiet else st.one_of(st.just("2026-11-27"), word)
    search = st.fixed_dictionaries({"date": day, "index": word, "words": word, "found": word})
    left = st.fixed_dictionaries({"words": word, "why": word})
    fields = {"checked": day, "searches": st.lists(search, max_size=2)}
    if not quiet:
        fields |= {
            "next": day,
            "subject": word,
            "not_judged": st.lists(left, max_size=2),
            "draft": st.sampled_from(["yes", "no", ""]),
        }
    return st.fixed_dictionaries({}, optional=fields)


@st.composite
def claim_files(draw):
    """A claim, a source, an article and a page of the right shape, with anything in their fields."""
    quiet = draw(st.booleans())  # then only the words are wild, so that many pass and are shown
    word = st.lists(allowed, min_size=1, max_size=2).map(" ".join) if quiet else words
    named = allowed if quiet else words
    number = st.sampled_from(["5", "6", "-6.5", "92"]) if quiet else value
    source_id = "survey" if quiet else draw(st.one_of(st.just("survey"), text))
    fields = {
        "title": draw(named),
        "claim": draw(word),
        "label": draw(named),
        "stated": draw(st.sampled_from(["5", "-6.5", "90 to 95"]) if quiet else value),
        "unit": draw(st.sampled_from(["%", "m", "$ billion"]) if quiet else words),
        "measure": draw(word),
        "where": "summit" if quiet else draw(words),
        "form": "readings" if quiet else draw(words),
        "settle": draw(word),
        **draw(further(word, quiet)),
        "history": [{**LINE, "why": draw(word)}]
        if quiet
        else draw(st.one_of(words, st.lists(words, max_size=2), st.just([]))),
    }
    before, behind = {"%": ("", "%"), "m": ("", " m")}.get(fields["unit"], ("$", " billion"))
    figure = f"{before}{fields['stated']}{behind}"
    roles = st.sampled_from(["asked", "rival", "context"])
    rows = [[*COLUMNS, *OPTIONAL]]
    for n in range(draw(st.integers(1, 3))):
        shown = st.sampled_from(
            ["", f"“evil {'abc'[n - 1]}”", f"worked out: by hand, {'abc'[n - 1]}", f"line {n}"]
        )
        proof = shown if quiet else st.one_of(shown, words)
        tests = st.just("") if quiet else st.one_of(st.just(""), words)
        cells = [draw(word), draw(number), draw(roles), source_id, draw(word)]
        rows.append([*cells, draw(proof), draw(tests)])
    source = {
        "title": draw(word),
        "publisher": draw(word),
        "date": draw(word),
        "address": "https://example.org/" if quiet else draw(words),
        "seen": "copy",
        "note": draw(word),
        "origin": draw(word),
        "read": "2026-11-27" if quiet else draw(words),
        "archive": "https://archive.ph/2026/example.org" if quiet else draw(words),
    }
    article = yaml.safe_load(FILES["article.yml"])
    sections = {key: f"{draw(word)} {key}" if quiet else draw(word) for key in article["sections"]}
    article |= {"title": draw(word), "author": draw(word), "sections": sections}
    printed = [
        ["where", "figure", "claim", "reason"],
        ["summit", figure if quiet else draw(word), "made-up", ""],
        ["glacier", draw(word), "", draw(word)],
    ]
    statements = [
        ["where", "sentence", "statement", "claim", "reason"],
        ["summit", "1", draw(word), "made-up", ""],
        ["glacier", "1" if quiet else draw(words), draw(word), "", draw(word)],
    ]
    body = PROSE if quiet else draw(text)
    lengths = "5 3" if quiet else draw(words)
    return {
        "claims/made-up.md": front(fields, body),
        "claims/made-up.csv": csv_of(rows),
        "sources.yml": yaml.safe_dump({source_id: source}, allow_unicode=True),
        "article.yml": yaml.safe_dump(article, allow_unicode=True, sort_keys=False),
        "article.csv": csv_of(printed),
        "statements.csv": csv_of(statements),
        "words.csv": csv_of([["where", "lengths"], ["summit", "3 7"], ["glacier", lengths]]),
        "index.md": f'# A page\n\n{body}\n\n{{{{ claim("made-up") }}}}\n',
    }


@thorough
@given(claim_files())
def test_claims(files):
    """Files of the right shape with anything in their fields, and the verdict that they come to."""
    with tempfile.TemporaryDirectory() as root:
        claim = read_ledger(folder_of(files, root)).claims.get("made-up")
    if claim:
        mended = f"verdict: {claim.verdict.name}"
        files["claims/made-up.md"] = files["claims/made-up.md"].replace("verdict: Holds", mended)
    hold(files)


@thorough
@given(
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=6),
    st.sampled_from(["", " ", "\n", "\n\n"]),
)
def test_prose(pieces, between):
    """Hostile pieces in the prose of a claim and of a page."""
    prose = between.join(pieces).encode("utf-8", "surrogatepass")
    hold({**FILES, "claims/visitors.md": FILES["claims/visitors.md"] + b"\n" + prose + b"\n"})
    hold({**FILES, "index.md": FILES["index.md"] + b"\n" + prose + b"\n"})


@thorough
@given(
    st.sampled_from(["claims/", "", "more/", "con/", "a b/", ".x/"]),
    st.text(
        st.characters(exclude_characters="/\0", exclude_categories=("Cs",)), min_size=1, max_size=30
    ),
    st.sampled_from([".md", ".csv", ".yml", ".html", ".svg", ".png", ".MD", ".csv.txt", ".py", ""]),
)
def test_names(folder, stem, ending):
    """Any name of a file, anywhere."""
    name = f"{folder}{stem}{ending}"
    if stem in (".", "..") or len(name.encode()) > 200:
        return
    hold({**FILES, name: FILES["claims/visitors.md"]})


# ---------------------------------------------------------------- files that were made to break
# something

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in pairwise("abcdefghi")
)
BOMBS = {
    "billion laughs": ("sources.yml", LAUGHS),
    "billion laughs in a claim": ("claims/visitors.md", f"---\n{LAUGHS}---\n"),
    "deep lists": ("sources.yml", "a: " + "[" * 90_000),
    "deep fields": ("article.yml", "{a: " * 40_000),
    "deep dashes": ("claims/visitors.md", "---\n" + "- " * 90_000 + "\n---\n"),
    "deep indent": ("sources.yml", "".join(" " * n + "a:\n" for n in range(600))),
    "YAML tags": ("sources.yml", "a: !!python/object/apply:os.system ['touch /tmp/evil']\n"),
    "a merge of itself": ("article.yml", "a: &a\n  <<: *a\n"),
    "many anchors": ("sources.yml", "".join(f"a{n}: &b{n} x\n" for n in range(9000))),
    "a long key": ("sources.yml", "a" * 190_000 + ": x\n"),
    "many columns": ("claims/visitors.csv", "," * 190_000),
    "many lines": (
        "claims/visitors.csv",
        "reading,value,role,source,note\n" + "a,1,context,x,\n" * 12_000,
    ),
    "one open quote": ("claims/visitors.csv", 'reading,value,role,source,note\n"' + "a\n" * 90_000),
    "a huge cell": ("claims/visitors.csv", "reading,value,role,source,note\n" + "a" * 190_000),
    "a huge file": ("claims/visitors.csv", "a" * 30_000_000),
    "a huge page": ("index.md", "a " * 15_000_000),
    "a huge number": (
        "claims/visitors.csv",
        "reading,value,role,source,note\nA," + "9" * 100_000 + ",asked,counter,\n",
    ),
    "a huge number in prose": ("index.md", "# A\n\n" + "9" * 190_000),
    "many numbers": ("claims/visitors.md", FILES["claims/visitors.md"].decode() + "7 " * 90_000),
    "many marks": ("index.md", '{{ claim("visitors") }}\n' * 7000),
    "a deep mark": ("index.md", "{{ claim(" + "(" * 90_000 + ")" * 90_000 + ") }}\n"),
    "a mark of minus signs": ("index.md", "{{ claim(" + "-" * 190_000 + "1) }}\n"),
    "a mark of brackets": ("index.md", "{{ claim(" + "[" * 190 + "]" * 190 + ") }}\n"),
    "a mark that adds": ("index.md", '{{ claim("a"' + ' + "a"' * 30_000 + ") }}\n"),
    "open links": ("index.md", "[" * 195_000),
    "open links in many paragraphs": ("index.md", ("[" * 20 + "\n\n") * 3_000),
    "closed links": ("index.md", "[" * 90_000 + "]" * 90_000),
    "links in a row": ("index.md", "[a](b) " * 10_000),
    "open images": ("index.md", "![a](" * 30_000),
    "addresses without end": ("index.md", "](" * 95_000),
    "blocks without end": ("index.md", "{{" * 95_000),
    "open braces": ("index.md", "{a" * 95_000),
    "fences without end": ("index.md", "```a\n" * 39_000),
    "fences": ("index.md", "```\n" * 48_000),
    "open references": ("index.md", "[\n" * 95_000),
    "years without end": ("index.md", "2000." * 39_000),
    "names with digits": ("index.md", "a1" * 95_000),
    "letters nobody sees": ("index.md", "\u3164" * 60_000),
    "garbled letters": ("index.md", "Ã©" * 45_000),
    "marks of a merge": ("index.md", "<<<<<<< \n" * 20_000),
    "comments": ("sources.yml", "a: b # c\n" * 20_000),
    "many keys": ("sources.yml", "".join(f"a{n}: b\n" for n in range(20_000))),
    "flow without end": ("sources.yml", "{a: b, " * 25_000),
    "empty rows": ("claims/visitors.csv", "reading,value,role,source,note\n" + "\n" * 60_000),
    "open wikis": ("index.md", "[[" * 95_000),
    "open footnotes": ("index.md", "[^" * 95_000),
    "open inserts": ("index.md", "{!" * 95_000),
    "open commands": ("index.md", "{%" * 95_000),
    "open comments": ("index.md", "{#" * 95_000),
    "addresses with spaces": ("index.md", "](a " * 48_000),
    "struck out without end": ("index.md", "~~a" * 60_000),
    "a wide table": ("index.md", "a|" * 30_000 + "\n" + "-|" * 30_000 + "\n" + "a|" * 30_000),
    "a long table": ("index.md", "a|b\n-|-\n" + "a|b|c\n" * 30_000),
    "many names of addresses": ("index.md", "[a][b] " * 27_000),
    "many headings": ("index.md", "# a\n" * 48_000),
    "many anchors of links": ("index.md", "[a](#a) " * 20_000),
    "many footnotes": ("index.md", "".join(f"[^{n}]\n" for n in range(25_000))),
    "fields without end": ("claims/visitors.md", "---\n" + "a: b\n" * 38_000),
    "many ends of fields": ("claims/visitors.md", "---\na: b\n---\n" + "a: b\n" * 38_000),
    "blank lines": ("index.md", "\n" * 190_000),
    "letters of two alphabets": ("index.md", "r\u043e" * 60_000),
    "a large picture": ("a.png", b"\x89PNG\r\n\x1a\n" + b"0" * 5_000_000),
    "stars": ("index.md", "*a_ " * 40_000),
    "quotes": ("index.md", "> " * 30_000),
    "open code": ("claims/visitors.md", FILES["claims/visitors.md"].decode() + "`" * 100_000),
    "open tags": ("index.md", "<a " * 60_000),
    "many colons": ("claims/visitors.md", "---\n" + "a: " * 60_000 + "\n---\n"),
    "NUL": ("claims/visitors.csv", b"reading,value,role,source,note\nA\0,1,asked,counter,\n"),
    "UTF-16": ("claims/visitors.md", FILES["claims/visitors.md"].decode().encode("utf-16")),
    "half a character": ("sources.yml", FILES["sources.yml"] + b"\xf0\x9f"),
    "old line ends": ("claims/visitors.md", FILES["claims/visitors.md"].replace(b"\n", b"\r")),
    "no file": ("claims/visitors.csv", b""),
    "random": ("claims/visitors.md", random.Random(1).randbytes(150_000)),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_bomb(bomb):
    """What was made to fill the memory, to hang or to run is refused, or harmless."""
    name, content = BOMBS[bomb]

    hold({**FILES, name: content})


LINKS = [*FILES, "claims/another.md", "another.png", "another", "claims/another", "another.html"]


@pytest.mark.parametrize("name", LINKS)
def test_no_way_out(tmp_path, name):
    """A link to another place is refused: what lies outside `docs/` never comes into a page."""
    docs = folder_of(FILES, tmp_path)
    (docs / name).unlink(missing_ok=True)
    secret = tmp_path / "secret"
    secret.write_bytes(FILES.get(name, FILES["claims/visitors.md"]))
    (docs / name).symlink_to(secret)

    assert f"docs/{name}" in {mistake.file for mistake in read_ledger(docs).mistakes}


PLACES = ["claims/visitors.md", "claims/visitors.csv", "sources.yml", "article.yml", "article.csv"]


@pytest.mark.parametrize("name", PLACES)
def test_folder_for_a_file(tmp_path, name):
    """A folder in the place of a file gives a message."""
    docs = folder_of(FILES, tmp_path)
    (docs / name).unlink(missing_ok=True)
    (docs / name).mkdir()

    with limits():
        assert f"docs/{name}" in {mistake.file for mistake in read_ledger(docs).mistakes}


def test_no_folder(tmp_path):
    """A folder of content that is not there, or empty, gives messages too."""
    (tmp_path / "docs").mkdir()

    assert read_ledger(tmp_path / "docs").mistakes
    assert read_ledger(tmp_path / "nothing").mistakes


def test_plain_text_stays_plain(tmp_path):
    """Hostile pieces that are accepted stand on page and pictures letter for letter."""
    docs = Path(shutil.copytree(EXPLAINER / "docs", tmp_path / "docs"))
    odd = "Odd: < & >, a_low_line, x*y, \"quote, 'single', {x}, $z, [a] (b), # and | end"
    words, table = docs / "claims" / "visitors.md", docs / "claims" / "visitors.csv"
    quoted = "'" + odd.replace("'", "''") + "'"
    told = re.sub(r"(?m)^(title|claim|measure): .*$", rf"\1: {quoted}", words.read_text("utf-8"))
    words.write_text(told, encoding="utf-8")
    rows = list(csv.reader(table.read_text(encoding="utf-8").splitlines()))
    table.write_text(csv_of([rows[0], [odd, *rows[1][1:4], odd], *rows[2:]]), encoding="utf-8")
    ledger = read_ledger(docs)

    assert [] == [str(mistake) for mistake in ledger.mistakes]
    site = Site(ledger, draw_all(ledger, tmp_path / "cache"))
    page = draw_claim_page(ledger.claims["visitors"], site.seen_from("claims/visitors/"))
    html = markdown.markdown(page, extensions=EXTENSIONS)
    shown_text = re.sub(r"\s+", " ", "".join(_Text(html).parts))
    drawn = re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)
    assert (True, set()) == (shown_text.count(odd) >= 4, Markup(drawn).found)


class _Text(HTMLParser):
    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.parts = []
        self.feed(html)

    def handle_data(self, data):
        self.parts.append(data)
