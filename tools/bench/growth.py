"""How each stage grows with the number of claims, and what memory it takes."""

import json
from collections.abc import Iterator
from math import log
from pathlib import Path

from tools.bench.projects import grown
from tools.bench.rows import Row, python

SIZES = (1000, 10000)  # beside those that there are, which are about a hundred
STAGES = {"read": "read and check", "keys": "find what is drawn", "publish": "pages and files"}
Used = dict[str, float]


def growth(project: Path, folder: Path) -> Iterator[Row]:
    """CPU of each stage for each claim, how it grows, and the most memory.

    The growth is that of what one claim more costs, so that what a start costs does not hide it.
    """
    few = len([*(project / "docs" / "claims").glob("*.md")])
    used: dict[int, Used] = {}
    for size in (few, *SIZES):
        docs = grown(project / "docs", folder / f"docs-{size}", size)
        used[size] = json.loads(python(STEPS, project, docs))
    middle, large = SIZES
    each = _each(used, "read", few, middle)
    yield Row("make check, a claim", each * 1000, "ms CPU", "at most 2.5")
    for stage, what in STAGES.items():
        more = _each(used, stage, middle, large) / _each(used, stage, few, middle)
        power = 1 + log(more) / log(large / middle)
        yield Row(f"{what}, {few} to {large} claims", power, "exponent", "at most 1.05")
    for size in used:
        yield Row(f"memory at {size} claims", used[size]["memory"], "MB", "at most 1000")


def _each(used: dict[int, Used], stage: str, size: int, more: int) -> float:
    """What one claim more costs between two sizes."""
    return (used[more][stage] - used[size][stage]) / (more - size)


# Copies of a claim have its pictures, since to draw ten thousand would take hours.
STEPS = """
import json, resource, sys, time
from pathlib import Path
from charts.cache import key_of
from charts.render import draw_all
from charts import specs
from ledger.read import read_ledger
from publish.pages import publish as publish_all
from publish.site import Site

def used(work):
    start = time.process_time()
    result = work()
    return result, time.process_time() - start

real = read_ledger(Path("docs"))
pictures = draw_all(real, Path(".cache"))
ledger, read = used(lambda: read_ledger(Path(sys.argv[1])))
ids = sorted(real.claims)
drawn = {**pictures}
for id in ledger.claims:
    if id not in drawn:
        drawn[id] = pictures[ids[int(id.rpartition("-")[2]) % len(ids)]]
_, keys = used(lambda: [key_of(specs.given(one)) for one in ledger.claims.values()])
site = Site(ledger, drawn, "https://github.com/a/b", name="x", address="https://a.example/")
_, publish = used(lambda: publish_all(site))
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"read": read, "keys": keys, "publish": publish, "memory": memory}))
"""
