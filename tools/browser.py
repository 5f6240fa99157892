"""A real browser, and a server that answers as GitHub Pages does: for measuring and for tests."""

import gzip
import shutil
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Playwright

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FIREFOX = ("firefox-esr", "firefox")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


# A reader with a mouse who wants less motion, and bars for scrolling that take no room.
PREFERENCES: dict[str, str | float | bool] = {
    "ui.prefersReducedMotion": 1,
    "ui.primaryPointerCapabilities": 6,
    "ui.allPointerCapabilities": 6,
    "ui.useOverlayScrollbars": 1,
}


def program(names: tuple[str, ...] = CHROMIUM) -> str | None:
    """The path of a browser on this machine, by the names of its program, or None."""
    return next(filter(None, map(shutil.which, names)), None)


class Firefox:
    """A stock Firefox that opens windows as Playwright's browsers do.

    It takes scripts and colours only at its start, so it runs once for each choice of them that is
    asked for. Who does not care gets dark with scripts and light without.
    """

    def __init__(self, driver: "Playwright", program: str) -> None:
        self._driver, self._program = driver, program
        self._running: dict[tuple[str, bool], Browser] = {}

    def new_context(
        self,
        *,
        color_scheme: str = "",
        java_script_enabled: bool = True,
        reduced_motion: str = "reduce",
        **settings: Any,
    ) -> "BrowserContext":
        """Windows of their own, with the settings that Playwright names so."""
        scheme = color_scheme or ("dark" if java_script_enabled else "light")
        choice = scheme, java_script_enabled
        if choice not in self._running:
            self._running[choice] = self._driver.firefox.launch(
                channel="moz-firefox",
                executable_path=self._program,
                timeout=60_000,
                firefox_user_prefs={
                    **PREFERENCES,
                    "javascript.enabled": java_script_enabled,
                    "layout.css.prefers-color-scheme.content-override": int(scheme == "light"),
                },
            )
        return self._running[choice].new_context(**settings)

    def close(self) -> None:
        """Close every window."""
        for browser in self._running.values():
            browser.close()


class Pages(SimpleHTTPRequestHandler):
    """A file server that compresses text, and keeps its requests to itself."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with the file, its folder's index, or the file without its `.html`."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        path = path if path.is_file() else path.with_name(path.name + ".html")
        if not path.is_file():
            return self.send_error(404)
        data, kind = path.read_bytes(), self.guess_type(str(path))
        self.send_response(200)
        if kind.startswith("text/") or kind.split("/")[-1] in ("javascript", "json", "svg+xml"):
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        return None

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A server on a free port of this machine, with its root at `address`."""

    daemon_threads = True

    @property
    def address(self) -> str:
        """Where it answers, such as `http://127.0.0.1:8123/`."""
        return f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves in the middle of an answer is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def serve(folder: Path) -> Server:
    """Serve a folder until `shutdown` is called."""
    server = Server(("127.0.0.1", 0), partial(Pages, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    return server
