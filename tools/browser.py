"""A real browser, and a server that answers as GitHub Pages does: for measuring and for tests."""

import gzip
import shutil
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def program() -> str | None:
    """The path of a Chromium on this machine, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


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
