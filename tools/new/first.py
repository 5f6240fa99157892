"""The first content of a new site: every file, worked out from an article's text.

No source, no value and no verdict is invented: numbers stand as printed, and everything says that
it is not checked yet. The article's sentences are counted and never copied.
"""

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from string import Template

from ledger import grammar
from ledger.claim import UNCHECKED
from ledger.reading import COLUMNS
from tools.new.numbers import PERCENT
from tools.new.text import ArticleText, Printed

ROOT = Path(__file__).parent.parent.parent
SKELETON = Path(__file__).parent / "skeleton"
UNKNOWN = {name: f"{name} not shown" for name in ("author", "publisher", "date")}
SOURCE = "article"  # the id of the article as a source: the only one that is known at first
DECIMAL_COMMA = ("de", "es", "fr", "it", "nl", "pt")
# The words of sizes in several languages, as all claims write them.
SIZES = {
    word: size
    for size, words in {
        "thousand": "thousand Tausend mil mille mila",
        "million": "million mn Million Mio millón millone milione milioni milhão milhõe miljo",
        "billion": (
            "billion bn Milliarde Milliard Mrd milliard miliardo miliardi bilhão bilhõe miljard"
        ),
        "trillion": "trillion tn",
    }.items()
    for word in words.split()
}
LONG_SCALED = ("de", "es", "fr", "it", "nl")  # where a billion has twelve zeros
LONG_SCALE = dict.fromkeys(("billion", "Billion", "billón", "billone", "biljo"), "trillion")
LETTERS = {"k": "thousand", "m": "million", "b": "billion", "t": "trillion"}


@dataclass(frozen=True)
class About:
    """What only a person knows; `spelled` are the numbers in words that are figures."""

    title: str
    author: str
    publisher: str
    date: str
    address: str
    site: str
    spelled: tuple[int, ...] = ()


def contents_of(article: ArticleText, about: About) -> dict[str, str]:
    """The files below `docs/`, by path."""
    printed = _printed(article, about)
    first = next((one for one in printed if _stated(one, article.language)), None)
    claim_id = f"figure-{_slug(first.text)}" if first else "first-statement"
    words = {**_texts(about), "claim": claim_id}
    pages = {
        path.relative_to(SKELETON).as_posix(): Template(path.read_text(encoding="utf-8"))
        for path in sorted((SKELETON / "docs").rglob("*.md"))
    }
    return {
        **{path: template.substitute(words) for path, template in pages.items()},
        "docs/contribute.md": _guide(article),
        "docs/article.yml": _article(article, about),
        "docs/article.csv": _rows_of_numbers(printed, first, claim_id),
        "docs/statements.csv": _rows_of_statements(article),
        "docs/words.csv": _rows_of_words(article),
        "docs/sources.yml": _sources(about),
        f"docs/claims/{claim_id}.md": _claim(article, first),
        f"docs/claims/{claim_id}.csv": _readings(article, first),
    }


def project_files(about: About) -> dict[str, str]:
    """The files outside `docs/` that name the article, by path; the rest is copied."""
    words = _texts(about)
    made = {
        path.name: Template(path.read_text(encoding="utf-8")).substitute(words)
        for path in SKELETON.iterdir()
        if path.is_file()
    }
    made["mkdocs.yml"] = _settings((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), about)
    made["pyproject.toml"] = re.sub(
        r"(?m)^ignore-words-list = .*$",
        'ignore-words-list = ""  # in the titles of sources, as their publishers wrote them',
        (ROOT / "pyproject.toml").read_text(encoding="utf-8"),
    )
    return made


def _guide(article: ArticleText) -> str:
    """The guide for contributors, whose examples name a section of this article."""
    guide = (ROOT / "docs" / "contribute.md").read_text(encoding="utf-8")
    example = re.search(r"(?m)^where: (.+)$", guide)
    if example:
        here = next(iter(article.sections))
        guide = re.sub(rf"(?m)^(where: )?{re.escape(example[1])}(?=$|,)", rf"\g<1>{here}", guide)
    return guide


# ---------------------------------------------------------------- settings and words

NAVIGATION = """nav:
  - Home: index.md
  - All claims: ledger.md
  - Every number in its place: map.md
  - Method:
      - How verdicts are made: method.md
      - Sources: sources.md
      - Changes of mind: changes.md
      - Accessibility: accessibility.md
      - How to correct this site: contribute.md
"""


def _settings(text: str, about: About) -> str:
    """The settings of MkDocs with this site's name and pages, without another's notebooks."""
    description = "One article, checked number by number against the record."
    nested = r"(?:[ #-].*\n|\n(?= ))+"
    text = re.sub(r"(?m)^site_name:.*$", lambda _: f"site_name: {_yaml(about.site)}", text)
    text = re.sub(
        r"(?m)^site_description:.*$", lambda _: f"site_description: {_yaml(description)}", text
    )
    text = re.sub(rf"(?m)^nav:\n{nested}", lambda _: NAVIGATION, text)
    return re.sub(rf"(?m)^plugins:\n{nested}", "plugins: []\n", text)


def _texts(about: About) -> dict[str, str]:
    """What the templates print: as Markdown, and as a value of YAML in `…_yaml`."""
    known = {
        name: getattr(about, name) for name in ("title", "author", "publisher", "date", "site")
    }
    printed = [known[name] for name in ("publisher", "date") if known[name] != UNKNOWN[name]]
    printed = [_markdown(text) for text in printed]
    return {
        **{name: _markdown(text) for name, text in known.items()},
        **{f"{name}_yaml": _yaml(text) for name, text in known.items()},
        "printed": f" ({', '.join(printed)})" if printed else "",
        "by": "" if about.author == UNKNOWN["author"] else f", by {_markdown(about.author)}",
        "address": about.address,
    }


def _markdown(text: str) -> str:
    """A text of one line that means nothing to Markdown."""
    return re.sub(r"([\\`*_\[\]#])", r"\\\1", re.sub("[<>{}]", "", text))


def _yaml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _slug(text: str) -> str:
    """A number as printed in an id: $5.6 million is 5-6-million."""
    plain = text.replace("%", " per cent").replace("−", "-")
    return "-".join(re.findall("[a-z0-9]+", plain.lower()))[:40].strip("-")


# ---------------------------------------------------------------- the article


def _article(article: ArticleText, about: About) -> str:
    """`article.yml`: what the article is, and its sections."""
    names = [
        name for name in (about.title, about.author, about.publisher) if re.search(r"\d", name)
    ]
    sections = "".join(f"  {id}: {_yaml(name)}\n" for id, name in article.sections.items())
    return (
        f"title: {_yaml(about.title)}\nauthor: {_yaml(about.author)}\n"
        f"publisher: {_yaml(about.publisher)}\ndate: {_yaml(about.date)}\n"
        f"address: {about.address}\n\n"
        "# The parts of the article, in its order. A claim's `where` is one of these ids.\n"
        f"sections:\n{sections}\n"
        "# Names that hold digits and are not figures.\n"
        f"names: {json.dumps(names, ensure_ascii=False)}\n"
    )


def _printed(article: ArticleText, about: About) -> list[Printed]:
    """The numbers in digits and the chosen ones in words, in the article's order."""
    words = [article.spelled[number - 1] for number in about.spelled]
    sections = list(article.sections)
    return sorted([*article.numbers, *words], key=lambda one: (sections.index(one.where), one.at))


def _rows_of_numbers(printed: list[Printed], first: Printed | None, claim_id: str) -> str:
    """`article.csv`: each number as printed, with its claim or why it has none."""
    rows = [["where", "figure", "claim", "reason", "at"]]
    for one in printed:
        claim, reason = (claim_id, "") if one is first else ("", one.reason or UNCHECKED)
        rows.append([one.where, one.text, claim, reason, str(one.at)])
    return _csv(rows)


def _rows_of_statements(article: ArticleText) -> str:
    """`statements.csv`: a row for each sentence by its place, to be told in other words."""
    rows = [[one.where, str(one.number), "", "", UNCHECKED] for one in article.sentences]
    return _csv([["where", "sentence", "statement", "claim", "reason"], *rows])


def _rows_of_words(article: ArticleText) -> str:
    """`words.csv`: the lengths of the words of each paragraph, for the picture of the article."""
    rows = [[one.where, " ".join(map(str, one.lengths))] for one in article.paragraphs]
    return _csv([["where", "lengths"], *rows])


def _sources(about: About) -> str:
    """`sources.yml`: the article itself, for nothing else has been read."""
    return (
        "# Every source that a reading rests on, by id. Keep the ids in alphabetical order.\n\n"
        f"{SOURCE}:\n  title: {_yaml(about.title)}\n"
        f"  publisher: {_yaml(about.publisher)}\n"
        f"  date: {_yaml(about.date)}\n  address: {about.address}\n  seen: original\n"
        "  note: The article under check itself.\n"
    )


# ---------------------------------------------------------------- the first claim


def _claim(article: ArticleText, first: Printed | None) -> str:
    """The words of the first claim: a draft, which says what is printed."""
    where = first.where if first else next(iter(article.sections))
    stated, unit = (_stated(first, article.language) if first else None) or ("yes", "")
    shown = _in_english(first, article.language, stated, unit) if first else ""
    what = f"its number {shown}" if first else "its first sentence"
    lines = [
        f"title: {_yaml('Not checked yet: ' + (shown or 'the first sentence'))}",
        f"claim: {_yaml(f'To do: say in your own words what the article says with {what}')}",
        f"stated: {_yaml(stated)}",
        *([f"unit: {_yaml(unit)}"] if unit else []),
        f"where: {where}",
        f"form: {'readings' if first else 'facts'}",
        "draft: yes",
    ]
    return "---\n" + "\n".join(lines) + "\n---\n\n" + PROSE


PROSE = """Nobody has looked up the record yet.
To do: add readings to the table of this claim, each with its source, and write here what they show.
Say first how the record answers the article, and which reading decides.
"""


def _readings(article: ArticleText, first: Printed | None) -> str:
    """The table of the first claim: what is printed, to compare, and nothing that could judge."""
    value = (_stated(first, article.language) if first else None) or ("yes", "")
    row = ["As the article says it", value[0], "context", SOURCE, "To do: look up the record"]
    return _csv([list(COLUMNS), row])


def _in_english(printed: Printed, language: str, stated: str, unit: str) -> str:
    """A printed number as a page in English writes it."""
    if language not in DECIMAL_COMMA:
        return printed.text
    number = re.sub(r"\d+(?:\.\d+)?", lambda digits: f"{Decimal(digits.group()):,}", stated)
    return f"{number} {unit}".replace(" %", "%").strip()


def _stated(printed: Printed, language: str) -> tuple[str, str] | None:
    """A printed number as a value with its unit; years and dates are passed over."""
    amount = re.fullmatch(
        r"(?P<sign>[-−]?)(?P<before>[A-Z]*[$€£¥₹]?)\s?(?P<number>\d[\d.,'’\u00a0\u202f ]*?)"
        r"(?P<range>(?: to |–|-)\d[\d.,]*)?(?P<unit>[\s-]?[^\d]*)",
        printed.text,
    )
    power = re.search("10⁻?[⁰¹²³⁴-⁹]", printed.text)
    if printed.reason or power or not amount or re.fullmatch(r"(?:1\d|20|21)\d\d.*", printed.text):
        return None
    number = _plain(amount["number"], language)
    if amount["range"]:
        number += f" to {_plain(re.sub('^( to |–|-)', '', amount['range']), language)}"
    stated = amount["sign"].replace("−", "-") + number
    behind = _size(amount["unit"].strip(" -"), language, bool(amount["before"]))
    unit = f"{amount['before']} {behind}".strip()
    try:
        grammar.parse(stated, "number")
    except ValueError:
        return None
    return (stated, unit) if "date" not in unit else None


def _size(unit: str, language: str, money: bool) -> str:
    """What stands behind a number, with its size and per cent in the words that all claims share.

    Behind a sum of money a letter is a size: £18.4m.
    """
    if re.fullmatch(PERCENT, unit):
        return "%"
    first, _, rest = unit.partition(" ")
    bare = re.sub(r"(?:en|n|s)?\.?$", "", first)
    long = LONG_SCALE.get(bare, "") if language in LONG_SCALED else ""
    size = long or SIZES.get(bare) or SIZES.get(first, "")
    if not size and money:
        size = LETTERS.get(first.lower(), "")
    return f"{size} {rest}".strip() if size else unit


def _plain(number: str, language: str) -> str:
    """A number without its thousands marks and with a decimal point."""
    number = re.sub(r"['’\u00a0\u202f ]", "", number)
    point, thousands = (",", ".") if language in DECIMAL_COMMA else (".", ",")
    number = re.sub(rf"{re.escape(thousands)}(?=\d{{3}}(?!\d))", "", number)
    return number.replace(point, ".")


def _csv(rows: Iterable[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
