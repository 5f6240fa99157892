"""Measure pages as a slow phone sees them: `make bench-page`.

`python -m tools.bench_page FOLDER PAGE…` measures any built site. An emulated phone, four times
slower than this machine, on an emulated network (1.47 Mbit/s, 562 ms for each answer), cold cache.
Prints the median of the runs: bytes over the wire (compressed), requests, first paint and largest
paint (s), layout shift, and the time of the main thread (ms). Compare lines of one run only;
machines differ and are noisy.
"""

import argparse
import statistics
from pathlib import Path

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
SETTLED = 1500  # ms; the largest paint is only known when nothing larger follows
WATCH = """
window.seen = {largest: 0, shift: 0, first: 0};
const watch = (type, note) => new PerformanceObserver(list => list.getEntries().forEach(note))
  .observe({type, buffered: true});
watch('largest-contentful-paint', entry => { seen.largest = entry.startTime });
watch('layout-shift', entry => { if (!entry.hadRecentInput) seen.shift += entry.value });
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
    seen = page.evaluate("seen")
    metrics = client.send("Performance.getMetrics")["metrics"]
    tasks = {metric["name"]: metric["value"] for metric in metrics}
    context.close()
    return {
        "kB": sum(sizes) / 1000,
        "requests": len(sizes),
        "first s": seen["first"] / 1000,
        "largest s": seen["largest"] / 1000,
        "shift": seen["shift"],
        "main ms": tasks["TaskDuration"] * 1000,
    }


def main() -> None:
    """Measure and print one line a page."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("folder", type=Path, nargs="?", default=ROOT / "site")
    options.add_argument("pages", nargs="*", help="such as ledger/")
    options.add_argument("--runs", type=int, default=5)
    chosen = options.parse_args()
    server = serve(chosen.folder)
    digits = {"kB": 1, "requests": 0, "first s": 2, "largest s": 2, "shift": 3, "main ms": 0}
    print(f"{'page':28}", *(f"{name:>10}" for name in digits))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=FLAGS)
        for path in chosen.pages or usual_pages(chosen.folder):
            address = server.address + path.lstrip("/")
            runs = [measure(browser, address) for _ in range(chosen.runs)]
            middle = {name: statistics.median(run[name] for run in runs) for name in digits}
            figures = (f"{middle[name]:10.{places}f}" for name, places in digits.items())
            print(f"/{path.lstrip('/'):27}", *figures)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
