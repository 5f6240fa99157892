"""What the first paint of a page needs stands in the page, so that one request shows it.

Templates link to style sheets and to the early script as any page does. Here the links give way to
what the page needs of them, and the policy of the page allows just these bytes.
"""

import base64
import hashlib
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import material

if TYPE_CHECKING:
    from publish.style import Style

THEME = Path(__file__).parent
TEMPLATES = Path(material.__file__).parent / "templates"
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]*assets/)([^"]*)">')
EARLY = re.compile(r'<script src="[^"]*assets/early\.js"></script>')
LINES = re.compile(r"\n\s+")
# What our pages show in their own way, and what only scripts of Material's would show.
FOREIGN = (
    *("details", "summary", "table", "[data-preview]", "[type]"),
    *(".md-dialog", ".md-dialog__inner", ".md-overlay"),
    *("[data-md-toggle=drawer]", "[data-md-scrolllock]", "[id=__comments]"),
)


def inline_style(page: str) -> str:
    """The page with its style and its early script inside; it hangs on the page's HTML alone."""
    from charts import theme  # anew under `serve`, when they were edited
    from publish.style import Style

    head, end, body = _closed(page).partition("</head>")
    links = SHEET.findall(head)
    if not links:
        return page
    sheets = tuple(_sheet(name) for _, name in links)
    also = _sheet("search.css") + "".join(map(theme.colour, theme.COLOURS))
    style = _style(Style, sheets, also).of(page)
    style = style.replace("url(fonts/", f"url({links[-1][0]}fonts/")
    first = SHEET.search(head)
    at = first.start() if first else 0
    head = f"{head[:at]}<style>{style}</style>{SHEET.sub('', head[at:])}"
    head = _allowed(head, "style-src", style)
    if EARLY.search(head):
        script = _early()
        head = EARLY.sub(lambda _: f"<script>{script}</script>", head)
        head = _allowed(head, "script-src", script)
    return f"{head}{end}{body}"


def _closed(page: str) -> str:
    """The page without the empty lines and indents that templates leave around the article."""
    before, start, rest = page.partition("<article")
    article, end, after = rest.rpartition("</article>")
    return LINES.sub("\n", before) + start + article + end + LINES.sub("\n", after)


def _allowed(head: str, kind: str, text: str) -> str:
    """The head with the hash of a text in its policy, after what the page's own origin may do."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return head.replace(f"{kind} 'self'", f"{kind} 'self' 'sha256-{digest}'", 1)


@lru_cache(maxsize=1)
def _style(kind: "type[Style]", sheets: tuple[str, ...], also: str) -> "Style":
    return kind(*sheets, also=also, foreign=FOREIGN)


def _sheet(name: str) -> str:
    """A style sheet by its name under `assets/`."""
    if name == "colours.css":
        from charts import theme

        return theme.stylesheet()
    own = THEME / "assets" / name
    return own.read_text(encoding="utf-8") if own.is_file() else _material(name)


@cache
def _material(name: str) -> str:
    """A style sheet of Material's, whose name changes with its content."""
    return (TEMPLATES / "assets" / name).read_text(encoding="utf-8")


def _early() -> str:
    """The early script without its comments."""
    lines = (THEME / "assets" / "early.js").read_text(encoding="utf-8").splitlines()
    return "\n".join(line.strip() for line in lines if not line.strip().startswith("//"))
