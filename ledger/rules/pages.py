"""The rules for pages, and for all that is Markdown."""

import re
from collections import Counter
from collections.abc import Iterator

from ledger.content import Content, Rule
from ledger.forms import blocks
from ledger.length import long_sentences, sentences
from ledger.mistakes import Mistake, did_you_mean
from ledger.numbers import loose_figures, numbers_of
from ledger.pages import FIGURES, STORY, Call, parts, placed, story_of, without_code
from ledger.prose import unsafe_markdown
from ledger.sizes import Sizes

FIRST = re.compile(r"^# .*\S", re.MULTILINE)  # the heading that names a page
SPACELESS = re.compile(r"^#[^#\s]", re.MULTILINE)  # a heading that `prose_is_plain` tells
HEADING = re.compile(r"^(#{1,6})[ ]+\S", re.MULTILINE)
FEW_WORDS = 8  # of a sentence that may stand in a text twice
OF_SECTIONS = ("xray",)  # the blocks whose arguments are sections of the article, not claims
OF_ONE = ("claim", "wide", "number", "quote", "example")  # the blocks that name one claim
OF_STORY = ("part",)  # the blocks that tell of the part of the story that their page is


def numbers_of_pages_are_readings(content: Content) -> Iterator[Mistake]:
    """Every number on a page that shows claims, and in its fields, is a reading of one of them, if
    all can be read.
    """
    claims, article = content.ledger.claims, content.ledger.article
    if not article:  # without its names nothing can be said
        return
    for page in content.ledger.pages:
        shows = any(call.name in FIGURES for call in page.calls)
        if page.path.endswith(".md") and shows and all(id in claims for id in page.tells):
            file = content.file(page.path)
            allowed = {number for id in page.tells for number in numbers_of(claims[id])}
            among = "the readings of the claims that this page tells"
            sizes = Sizes(claims[id] for id in page.tells)
            told = loose_figures(page.body, page.body_line, allowed, sizes, article, among)
            for at, sentence in told:
                yield Mistake(file, at, sentence)
            for name, words in page.meta.items():
                for _, sentence in loose_figures(words, 1, allowed, sizes, article, among):
                    line = content.field_line(page.path, name)
                    yield Mistake(file, line, f"'{name}': {sentence}")


def prose_is_plain(content: Content) -> Iterator[Mistake]:
    """Prose is plain Markdown that can harm no reader, and a page does not begin with a field."""
    pages = {content.file(page.path): page.path for page in content.ledger.pages}
    for prose in content.prose:
        text = prose.text
        if not pages.get(prose.file, ".md").endswith(".md"):
            continue
        if prose.file in pages:  # on a page, and only there, a line may be a block
            rows = (part if isinstance(part, str) else "" for part in parts(text))
            text = "".join(rows)
        for line, sentence in unsafe_markdown(text, prose.line):
            yield Mistake(prose.file, line, sentence)
        if prose.line == 1 and re.match(r" {0,3}[A-Za-z0-9_-]+:", text):
            told = "MkDocs takes this line for a field. Begin the page with its heading."
            yield Mistake(prose.file, 1, told)


def blocks_are_known(content: Content) -> Iterator[Mistake]:
    """A page calls blocks that there are, each once, with claims that there are."""
    known = blocks()
    story = story_of(content.ledger.pages)
    for page in content.ledger.pages:
        first: dict[tuple[str, tuple[str, ...] | None], int] = {}
        drawn: dict[str, int] = {}
        for call in page.calls:
            line = first.setdefault((call.name, call.arguments), call.line)
            if line != call.line:
                told = f"this stands on the page already, on line {line}. Keep one of the two."
            else:
                told = _fault_of_call(call, known, content)
            for id in call.arguments or () if call.name in FIGURES else ():
                if not told and drawn.setdefault(id, call.line) != call.line:
                    told = (
                        f"line {drawn[id]} draws '{id}' on this page already. Keep one of the two."
                    )
            if not told and call.name in OF_STORY and page.path not in story:
                told = (
                    f"the block '{call.name}' stands on a part of the story, and this page is none"
                )
                told += ". Take it out, or name the page in {{ story(…) }}."
            if told:
                yield Mistake(content.file(page.path), call.line, told)


def sections_are_shown_once(content: Content) -> Iterator[Mistake]:
    """Where parts of the story show sections of the article, each section is shown once."""
    pages = {page.path: page for page in content.ledger.pages}
    sections = content.ledger.article.sections if content.ledger.article else {}
    first: dict[str, str] = {}
    twice: list[tuple[str, int, str]] = []
    for path in story_of(pages.values()) if content.pages_whole else ():
        for call in pages[path].calls if path in pages else ():
            for id in call.arguments or () if call.name in OF_SECTIONS else ():
                place = f"{content.file(path)}:{call.line}"
                if first.setdefault(id, place) != place:
                    twice.append((content.file(path), call.line, id))
    lost = [id for id in sections if id not in first] if {*first} <= {*sections} else []
    missing = f"{' and '.join(map(repr, lost))} on no part of the story" if lost and first else ""
    for file, line, id in twice:
        told = f"'{id}' is shown on {first[id]} too" + (f", and {missing}" if missing else "")
        yield Mistake(file, line, f"{told}. Correct one of them.")
    for page in content.ledger.pages if missing and not twice else ():
        for call in page.calls:
            if call.name == STORY:
                told = f"the X-ray shows the section {missing}, and others on theirs"
                remedy = f'Show it on one, {{{{ {OF_SECTIONS[0]}("{lost[0]}") }}}}.'
                yield Mistake(content.file(page.path), call.line, f"{told}. {remedy}")


def _fault_of_call(call: Call, known: list[str], content: Content) -> str:
    """What is wrong with a block, or an empty string."""
    name, arguments = call.name, call.arguments
    if name not in known:
        there = did_you_mean(name, known, f"The blocks are {', '.join(known)}.")
        return f"there is no block '{name}'. {there}"
    if arguments is None:
        remedy = f'Write claim ids in quotes: {{{{ {name}("some-claim") }}}}.'
        return f"what stands between the brackets of '{name}' cannot be read. {remedy}"
    twice = next((one for one, count in Counter(arguments).items() if count > 1), "")
    if twice and not (name == "claims" and len({*arguments}) < 2):
        return f"the block '{name}' names '{twice}' twice. Keep one."
    if name in OF_ONE and len(arguments) != 1:
        told = f"the block '{name}' names one claim, but here are {len(arguments)}"
        return f'{told}. Write {{{{ {name}("some-claim") }}}}.'
    if name == "claims" and len({*arguments}) < 2:
        told = f"the block 'claims' names two claims or more, but here are {len({*arguments})}"
        return f'{told}. For one, write {{{{ claim("some-claim") }}}}.'
    if name in OF_STORY and arguments:
        return f"the block '{name}' names nothing. Write {{{{ {name}() }}}}."
    if name == STORY:
        pages = [page.path for page in content.ledger.pages]
        lost = [path for path in arguments if path not in pages and not content.folder.has(path)]
        told = f"there is no page '{lost[0]}'. " if lost else ""
        return told + (did_you_mean(lost[0], pages, "Name it as `the-page.md`.") if lost else "")
    if name in content.forms and not arguments:
        told = f"the block '{name}' draws the claims that it names, and here is none"
        return f'{told}. Write {{{{ {name}("some-claim") }}}}.'
    if name in OF_SECTIONS:
        sections = content.ledger.article.sections if content.ledger.article else {}
        lost = [id for id in arguments if sections and id not in sections]
        near = (
            did_you_mean(lost[0], sections, f"The sections are {', '.join(sections)}.")
            if lost
            else ""
        )
        return f"the article has no section '{lost[0]}'. {near}" if lost else ""
    for id in arguments:
        if id not in content.stems:
            return content.no_claim(id)
        claim = content.ledger.claims.get(id)
        if claim and name in content.forms and claim.form != name:
            told = f"the block '{name}' draws claims of the form '{name}', and '{id}'"
            return f"{told} is of the form '{claim.form}'. Take it out."
        if claim and name in content.forms and not claim.readings:
            return f"'{id}' has no readings yet, so '{name}' cannot draw it. Take it out."
    return ""


def pages_have_a_heading(content: Content) -> Iterator[Mistake]:
    """A page begins with the heading that names it, once; a claim's is its title."""
    for claim in content.ledger.claims.values():
        for line, _ in placed(FIRST, without_code(claim.body), claim.body_line):
            told = "the title of a claim is its heading. Begin this one with ##."
            yield Mistake(content.words(claim)[0], line, told)
    for page in content.ledger.pages:
        if not page.path.endswith(".md"):
            continue
        text = without_code(page.body)
        firsts = [line for line, _ in placed(FIRST, text, page.body_line)]
        if not firsts and not SPACELESS.search(text):
            told = "the page has no heading. Begin its text with one: # What it is about"
            yield Mistake(content.file(page.path), page.body_line, told)
        for line in firsts[1:]:
            told = "a page has one heading of this level. Begin this one with ##."
            yield Mistake(content.file(page.path), line, told)


def pages_are_told_apart(content: Content) -> Iterator[Mistake]:
    """No two pages have one heading, or one description among their fields."""
    for name in ("title", "description"):
        first: dict[str, str] = {}
        for page in content.ledger.pages:
            words = page.title if name == "title" else page.meta.get(name, "")
            other = first.setdefault(" ".join(words.casefold().split()) or page.path, page.path)
            if other != page.path:
                what, line = "the heading", page.body_line
                if name == "description":
                    what, line = "'description'", content.field_line(page.path, name)
                told = f"{what} is that of {content.file(other)} too. Tell the two apart."
                yield Mistake(content.file(page.path), line, told)


def headings_go_down_by_one(content: Content) -> Iterator[Mistake]:
    """A heading is at most one level below the one before, so that who hears them loses no way."""
    notebooks = {content.file(name) for name in content.folder.notebooks}
    for prose in content.prose:
        above = 1
        text = without_code(prose.text) if prose.file not in notebooks else ""
        for line, match in placed(HEADING, text, prose.line):
            level = len(match[1])
            if level > above + 1:
                told = "this heading goes down several levels at once"
                yield Mistake(prose.file, line, f"{told}. Begin it with {'#' * (above + 1)}.")
            above = level


def headings_differ(content: Content) -> Iterator[Mistake]:
    """No two headings of a page say the same, so that whoever jumps between them knows each."""
    notebooks = {content.file(name) for name in content.folder.notebooks}
    for prose in content.prose:
        first: dict[str, int] = {}
        text = without_code(prose.text) if prose.file not in notebooks else ""
        for line, match in placed(HEADING, text, prose.line):
            heading = text[match.start() :].split("\n", 1)[0]
            words = " ".join(heading.strip("# ").casefold().split())
            if first.setdefault(words, line) != line:
                told = f"this heading stands on line {first[words]} already"
                yield Mistake(prose.file, line, f"{told}. Say in each what is told below it.")


def sentences_are_short(content: Content) -> Iterator[Mistake]:
    """No sentence of a claim's prose or of a page is longer than a reader's breath."""
    notebooks = {content.file(name) for name in content.folder.notebooks}
    for prose in content.prose:
        if prose.file not in notebooks:
            for line, sentence in long_sentences(prose.text, prose.line):
                yield Mistake(prose.file, line, sentence)


def sentences_stand_once(content: Content) -> Iterator[Mistake]:
    """No sentence of more than a few words stands in a text twice; of a passage that does, its
    first is told.
    """
    notebooks = {content.file(name) for name in content.folder.notebooks}
    for prose in content.prose:
        if prose.file in notebooks or not _repeats(prose.text):
            continue
        first: dict[str, int] = {}
        going_on = False
        for sentence in sentences(prose.text, prose.line):
            words = " ".join(sentence.text.split())
            if len(words.split()) <= FEW_WORDS:
                continue
            line = first.setdefault(words, sentence.line)
            # A line that stands twice without another between is told by `prose_is_plain`.
            next_to_it = line == sentence.line - 1 and "\n" not in sentence.text
            if line != sentence.line and not going_on and not next_to_it:
                told = f"this stands on line {line} already, word for word. Keep one of the two."
                yield Mistake(prose.file, sentence.line, told)
            going_on = line != sentence.line


def _repeats(text: str) -> bool:
    """True where two sentences of a text may end alike, which in most texts none do."""
    plain = text.rstrip().replace("”", "").replace("?", ".").replace(".\n", ". ")
    ends = [one[-3 * FEW_WORDS :].replace("\n", " ") for one in plain.rstrip(".").split(". ")]
    return len({*ends}) < len(ends)


def claims_are_told(content: Content) -> Iterator[Mistake]:
    """Every claim is told or linked on a page that people wrote; a draft may wait."""
    calls = [call for page in content.ledger.pages for call in page.calls]
    known = blocks()
    if not content.pages_whole or any(_fault_of_call(call, known, content) for call in calls):
        return  # what cannot be read may tell it
    told = {id for page in content.ledger.pages for id in page.tells}
    told |= {
        id
        for call in calls
        if call.name not in (*OF_SECTIONS, STORY)
        for id in call.arguments or ()
    }
    for claim in content.ledger.claims.values():
        if claim.id not in told and not claim.draft:
            block = f'{{{{ claim("{claim.id}") }}}}'
            remedy = f"Show it on one, {block}, or link to claims/{claim.id}.md."
            yield Mistake(*content.words(claim), f"no page tells this claim. {remedy}")


RULES: tuple[Rule, ...] = (
    numbers_of_pages_are_readings,
    prose_is_plain,
    blocks_are_known,
    sections_are_shown_once,
    pages_have_a_heading,
    pages_are_told_apart,
    headings_go_down_by_one,
    headings_differ,
    sentences_are_short,
    sentences_stand_once,
    claims_are_told,
)
