"""Measure pages as a slow phone sees them: `make bench-page`, or `python -m tools.bench_page FOLDER PAGE…` for any built site.

An emulated phone (four times slower than this machine) and network (1.47 Mbit/s, 562 ms for each answer), cold cache.
Prints the median of the runs: bytes over the wire (compressed), requests, first paint and largest paint (s), layout shift,
and the time of the main thread (ms). Compare lines of one run only; machines differ and are noisy.
"""

import argparse
import gzip
import shutil
import statistics
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")
NETWORK = {"offline": False, "latency": 562.5, "downloadThroughput": 1474.56 * 1024 / 8, "uploadThroughput": 675 * 1024 / 8}
SLOWER = 4
WATCH = """window.seen = {largest: 0, shift: 0, first: 0};
new PerformanceObserver(list => { for (const e of list.getEntries()) seen.largest = e.startTime }).observe({type: 'largest-contentful-paint', buffered: true});
new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) seen.shift += e.value }).observe({type: 'layout-shift', buffered: true});
new PerformanceObserver(list => { for (const e of list.getEntries()) if (e.name === 'first-contentful-paint') seen.first = e.startTime }).observe({type: 'paint', buffered: true});"""


class Compressed(SimpleHTTPRequestHandler):
    """A file server that compresses text, as GitHub Pages does."""

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
        """Stay quiet."""


def measure(browser: Browser, address: str) -> dict[str, float]:
    """One cold visit of a page on the slow phone."""
    context = browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=1.75, is_mobile=True, has_touch=True)
    page = context.new_page()
    client, sizes = context.new_cdp_session(page), []
    client.send("Network.enable")
    client.send("Performance.enable")
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    client.send("Network.emulateNetworkConditions", NETWORK)
    client.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.add_init_script(WATCH)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(1500)  # the largest paint is only known when nothing larger follows
    seen = page.evaluate("seen")
    tasks = {metric["name"]: metric["value"] for metric in client.send("Performance.getMetrics")["metrics"]}
    context.close()
    return {
        "bytes": sum(sizes),
        "requests": len(sizes),
        "first": seen["first"] / 1000,
        "largest": seen["largest"] / 1000,
        "shift": seen["shift"],
        "main": tasks["TaskDuration"] * 1000,
    }


def main() -> None:
    """Measure and print one line a page."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("folder", type=Path, nargs="?", default=ROOT / "site")
    options.add_argument("pages", nargs="*", default=["", "the-day/", "claims/nvidia-drop/"])
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressed, directory=str(chosen.folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    print(f"{'page':28} {'kB':>7} {'requests':>9} {'first s':>8} {'largest s':>10} {'shift':>6} {'main ms':>8}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for path in chosen.pages:
            runs = [measure(browser, f"http://127.0.0.1:{server.server_port}/{path.lstrip('/')}") for _ in range(chosen.runs)]
            mid = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
            print(
                f"/{path.lstrip('/'):27} {mid['bytes'] / 1000:7.1f} {mid['requests']:9.0f} {mid['first']:8.2f} {mid['largest']:10.2f} {mid['shift']:6.3f} {mid['main']:8.0f}"
            )
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
