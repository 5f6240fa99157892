"""The files to take away, by their address on the site."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from charts import theme
from charts.pictures import Pictures
from charts.workers import nothing
from ledger.claim import Claim
from publish import evidence, twins
from publish.datapackage import write_json, write_package
from publish.machines import changed
from publish.site import Site, View, url_of
from publish.tables import write_days, write_readings
from publish.templates import THEME, fill

# What lies in the folder of content and is published as it stands.
AS_WRITTEN = ("article.csv", "article.yml", "sources.yml", "statements.csv")


def write_files(site: Site, pause: Callable[[], None] = nothing) -> dict[str, bytes]:
    """Every file that is made of the content, by its address; share cards and scripts apart.

    `pause` is called between them.
    """
    records = write_json(site.ledger.records())
    files = {
        "claims.json": records,
        "data.zip": write_package(site, records),
        "feed.xml": write_feed(site.seen_from("")).encode(),
        "llms.txt": twins.write_index(site.seen_from("")).encode(),
        "assets/colours.css": theme.stylesheet().encode(),
        "assets/signs.json": write_json(theme.SIGNS),
    }
    for stem, poster in site.posters.items():
        files |= {f"{stem}.svg": poster.svg.encode(), f"{stem}.png": poster.png}
    for name in AS_WRITTEN:
        path = site.ledger.docs / name
        if path.is_file() and not path.is_symlink():
            files[name] = path.read_bytes()
    style = theme.stylesheet() + (THEME / "assets" / "embed.css").read_text(encoding="utf-8")
    for claim in site.ledger.claims.values():
        url = url_of(claim)
        files |= files_of(claim, site.pictures[claim.id])
        frame = site.seen_from(f"{url}embed/")
        files[f"{url}embed/index.html"] = write_embed(claim, frame, style).encode()
        files[twins.twin_of(url)] = twins.write_claim(claim, site.seen_from(url)).encode()
        pause()
    for page in site.ledger.pages:
        if page.path.endswith(".md"):  # what a notebook says is known only when it has run
            view = site.seen_from(page.url)
            files[twins.twin_of(page.url)] = twins.write_page(page, view).encode()
            pause()
    return files


def files_of(claim: Claim, pictures: Pictures) -> dict[str, bytes]:
    """The pictures of a claim, its charts as specifications, its record, readings and days."""
    path = f"claims/{claim.id}"
    return {
        f"{path}.svg": pictures.svg.encode(),
        f"{path}.png": pictures.png,
        f"{path}.vl.json": pictures.spec.encode(),
        f"{path}.json": write_json(claim.record()),
        f"{path}.csv": write_readings(claim),
        **({f"{path}.series.csv": write_days(claim)} if claim.days else {}),
    }


def write_embed(claim: Claim, view: View, style: str) -> str:
    """The page of one figure, for a frame on somebody else's page; its style stands in itself.

    In a frame that is a sandbox WebKit refuses every style sheet that is a file of its own.
    """
    return fill(
        "files/embed/index.html",
        claim=claim,
        site=view.site,
        view=view,
        address=view.at(url_of(claim)),
        pictures=view.site.pictures[claim.id],
        evidence=evidence,
        style=style,
    )


def write_feed(view: View) -> str:
    """New and changed verdicts, the newest first, as Atom.

    An entry keeps its id for good: the claim's address and the number of the change. Entries of
    one day are a second apart, for some programs show one entry of each moment only.
    """
    seconds: Counter[Any] = Counter()
    entries = []
    for change, claim in reversed(view.ledger.changes()):
        number = next(at for at, line in enumerate(claim.history, 1) if line is change)
        seconds[change.date] += 1
        day = datetime.combine(change.date, time())
        moment = day + timedelta(seconds=seconds[change.date] - 1)
        entries.append(
            {
                "change": change,
                "claim": claim,
                "before": claim.history[number - 2] if number > 1 else None,
                "id": _lasting(f"{url_of(claim)}#change-{number}", view.site),
                "moment": f"{moment.isoformat()}Z",
            }
        )
    return fill(
        "files/feed.xml",
        site=view.site,
        view=view,
        name=view.site.name or "This site",
        id=_lasting("", view.site),
        updated=entries[-1]["moment"] if entries else f"{changed(view.site)}T00:00:00Z",
        entries=entries[::-1],
    )


def _lasting(path: str, site: Site) -> str:
    """A name that lasts: the address, or one made of the path while the site has none."""
    if site.address:
        return f"{site.address}{path}"
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{site.name}/{path}')}"
