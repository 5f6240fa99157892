"""What `mkdocs serve` answers: what is being made anew is waited for, and a mistake is told.

MkDocs puts a script into each page that reloads it. It stands in a file of its own here, so that
served pages have the same policy as published ones.
"""

import re
import string
import threading
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

Start = Callable[..., Any]
Headers = list[tuple[str, str]]
LONGEST = 120.0  # seconds that a browser waits for something that is being made
MISTAKES = "mistakes.html"
SCRIPT = re.compile(rb"<script>([^<]*livereload\([^<]*)</script>(?=</body>|\s*$)")
RELOAD = "livereload/script/"  # where the script of a page stands, with a number


class Answers:
    """The answers of a server: `told` are mistakes, which stand in the place of every page."""

    def __init__(self, server: LiveReloadServer) -> None:
        self.server = server
        self.inner: Callable[..., Iterable[bytes]] = server.get_app() or server.serve_request
        self.told: tuple[str, ...] = ()
        self.last = ""  # the page that a browser asked for last
        self.scripts: list[bytes] = []
        self._is_new: Callable[[str], bool] = lambda address: True
        self._changed = threading.Condition()

    def wait_unless(self, is_new: Callable[[str], bool]) -> None:
        """From now on who asks for an address waits, unless what it has is new already."""
        with self._changed:
            self._is_new = is_new
            self._changed.notify_all()

    def all_new(self) -> None:
        """Everything is as it should be: nobody waits any longer."""
        self.wait_unless(lambda address: True)

    def tell(self, mistakes: Iterable[str]) -> None:
        """Show mistakes in the place of pages, or pages again when there is none."""
        self.told = tuple(mistakes)
        path = Path(self.server.root) / MISTAKES
        if not self.told:
            path.unlink(missing_ok=True)
            return
        page = string.Template(
            Path(__file__).with_name(MISTAKES).read_text(encoding="utf-8")
        ).substitute(mistakes="".join(f"<li>{escape(one)}</li>" for one in self.told))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """Answer one request."""
        address = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if address.startswith(f"/{RELOAD}"):
            return self._script(address.rpartition("/")[2], start)
        if address.startswith("/livereload/"):
            return self.inner(environ, start)
        address = address.removeprefix(self.server.mount_path)
        address += "index.html" if address.endswith("/") or not address else ""
        if not address.endswith(".html"):
            return self.inner(environ, start) if self._is_there(address) else _later(start)
        if not self.told:
            self.last = address
            if not self._is_there(address):
                return _later(start)
        if self.told:
            told = {**environ, "PATH_INFO": f"{self.server.mount_path}{MISTAKES}"}
            status, headers, body = self._asked(told)
            if not status.startswith("404"):
                return self._page(status, headers, body, start)
            self._is_there(address)  # while the server built, they were mended
        return self._page(*self._asked(environ), start)

    def _is_there(self, address: str) -> bool:
        """Wait until what an address has is new: False when that takes too long."""

        def is_new() -> bool:
            return address.startswith("assets/") or self._is_new(address)

        with self._changed:
            return self._changed.wait_for(is_new, LONGEST)

    def _asked(self, environ: dict[str, Any]) -> tuple[str, Headers, bytes]:
        """What the server answers itself, once it has built."""
        said: list[Any] = []
        body = b"".join(self.inner(environ, lambda *head: said.extend(head)))
        return said[0], said[1], body

    def _page(self, status: str, headers: Headers, body: bytes, start: Start) -> Iterable[bytes]:
        """A page, with the script that reloads it in a file of its own."""
        if found := SCRIPT.search(body):
            self.scripts.append(found[1])
            way = f"/{RELOAD}{len(self.scripts) - 1}.js".encode()
            link = b'<script src="%b"></script>' % way
            body = body[: found.start()] + link + body[found.end() :]
        kept = [one for one in headers if one[0].lower() != "content-length"]
        start(status, [*kept, ("Content-Length", str(len(body)))])
        return [body]

    def _script(self, name: str, start: Start) -> Iterable[bytes]:
        number = int(name.removesuffix(".js")) if name.removesuffix(".js").isdecimal() else -1
        there = 0 <= number < len(self.scripts)
        head = [("Content-Type", "application/javascript")]
        start("200 OK" if there else "404 Not Found", head)
        return [self.scripts[number] if there else b""]


def _later(start: Start) -> Iterable[bytes]:
    """The answer to who has waited too long: what is old is never given."""
    head = [("Content-Type", "text/plain"), ("Retry-After", "1")]
    start("503 Service Unavailable", head)
    return [b"This is still being made. Ask again."]
