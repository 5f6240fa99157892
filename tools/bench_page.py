"""Measure pages as a slow phone sees them: `make bench-page`.

`python -m tools.bench_page FOLDER PAGE…` measures any built site. An emulated phone, four times
slower than this machine, on an emulated network (1.47 Mbit/s, 562 ms for each answer), cold cache.
Each page is measured in turn with a bare page that has the same words and no style, script or
picture: the floor. Prints the median of the runs: bytes over the wire (compressed), requests, those
among them that the first paint waits for, first paint and largest paint (s), how many times the
bare page's largest paint that is, layout shift, and the time of the main thread (ms). Compare lines
of one run only; machines differ and are noisy.
"""

import argparse
import statistics
import tempfile
from html import escape
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import Browser, sync_playwright

from tools.browser import FLAGS, program, serve

ROOT = Path(__file__).parent.parent
NETWORK = {
    "offline": False,
    "latency": 562.5,
    "downloadThroughput": 1474.56 * 1024 / 8,
    "uploadThroughput": 675 * 1024 / 8,
}
SLOWER = 4
DIGITS = {
    "kB": 1,
    "requests": 0,
    "first waits": 0,
    "first s": 2,
    "largest s": 2,
    "shift": 3,
    "main ms": 0,
}
WORDS = "h1, h2, h3, p, li, th, td, dt, dd, figcaption, label, summary, text"
SETTLED = 1500  # ms; the largest paint is only known when nothing larger follows
WATCH = """
window.seen = {largest: 0, shift: 0, first: 0};
const watch = (type, note) => new PerformanceObserver(list => list.getEntries().forEach(note))
  .observe({type, buffered: true});
watch('largest-contentful-paint', entry => { seen.largest = entry.startTime });
watch('layout-shift', entry => { if (!entry.hadRecentInput) seen.shift += entry.value });
window.waited = () => 1 + performance.getEntriesByType('resource')
  .filter(entry => entry.renderBlockingStatus === 'blocking').length;
watch('paint', entry => {
  if (entry.name === 'first-contentful-paint') seen.first = entry.startTime;
});
"""


def usual_pages(site: Path) -> list[str]:
    """The start page, the heaviest page that people wrote, and the heaviest page of a claim."""
    pages = sorted(site.rglob("index.html"), key=lambda path: -path.stat().st_size)
    names = [path.parent.relative_to(site).as_posix() + "/" for path in pages]
    claims = [name for name in names if name.startswith("claims/") and name.count("/") == 2]
    others = [name for name in names if not name.startswith(("claims/", "./"))]
    return ["", *others[:1], *claims[:1]]


def strip(page: str) -> str:
    """A bare page with the words of a page in their order, and nothing else."""
    soup = BeautifulSoup(page, "html.parser")
    title = escape(soup.title.get_text() if soup.title else "")
    lines = []
    for part in soup.select(WORDS):
        if not part.find_parent(WORDS.split(", ")):
            name = part.name if part.name in ("h1", "h2", "h3") else "p"
            lines.append(f"<{name}>{escape(' '.join(part.get_text(' ').split()))}</{name}>")
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    icon = '<link rel="icon" href="data:,">'
    return f"<!doctype html><html lang=en>{head}{icon}<title>{title}</title>\n" + "\n".join(lines)


def measure(browser: Browser, address: str) -> dict[str, float]:
    """One cold visit of a page on the slow phone."""
    context = browser.new_context(
        viewport={"width": 412, "height": 823},
        device_scale_factor=1.75,
        is_mobile=True,
        has_touch=True,
    )
    page = context.new_page()
    client = context.new_cdp_session(page)
    sizes: list[float] = []
    client.send("Network.enable")
    client.send("Performance.enable")
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    client.send("Network.emulateNetworkConditions", NETWORK)
    client.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.add_init_script(WATCH)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(SETTLED)
    seen, waited = page.evaluate("seen"), page.evaluate("waited()")
    metrics = client.send("Performance.getMetrics")["metrics"]
    tasks = {metric["name"]: metric["value"] for metric in metrics}
    context.close()
    return {
        "kB": sum(sizes) / 1000,
        "requests": len(sizes),
        "first waits": waited,
        "first s": seen["first"] / 1000,
        "largest s": seen["largest"] / 1000,
        "shift": seen["shift"],
        "main ms": tasks["TaskDuration"] * 1000,
    }


def main() -> None:
    """Measure and print two lines for each page: its own and the bare page's."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("folder", type=Path, nargs="?", default=ROOT / "site")
    options.add_argument("pages", nargs="*", help="such as ledger/")
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    paths = [path.lstrip("/") for path in chosen.pages or usual_pages(chosen.folder)]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for path in paths:
            bare = Path(folder) / path / "index.html"
            bare.parent.mkdir(parents=True, exist_ok=True)
            html = (chosen.folder / path / "index.html").read_text(encoding="utf-8")
            bare.write_text(strip(html), encoding="utf-8")
        servers = serve(chosen.folder), serve(Path(folder))
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        print(f"{'page':32}", *(f"{name:>11}" for name in [*DIGITS, "x bare"]))
        for path in paths:
            runs: tuple[list[dict[str, float]], ...] = ([], [])
            for _ in range(chosen.runs):  # in turn, so that a noisy moment meets both
                for server, results in zip(servers, runs, strict=True):
                    results.append(measure(browser, server.address + path))
            own, floor = map(middle, runs)
            tell(f"/{path}", own, own["largest s"] / floor["largest s"])
            tell(f"  bare, {path or 'home'}", floor, 1)
        browser.close()
        for server in servers:
            server.shutdown()


def middle(runs: list[dict[str, float]]) -> dict[str, float]:
    """The median of each measure."""
    return {name: statistics.median(run[name] for run in runs) for name in DIGITS}


def tell(name: str, measured: dict[str, float], ratio: float) -> None:
    """Print a line."""
    figures = (f"{measured[one]:11.{places}f}" for one, places in DIGITS.items())
    print(f"{name:32}", *figures, f"{ratio:11.2f}", flush=True)


if __name__ == "__main__":
    main()
