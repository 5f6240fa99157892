"""Make the site's fonts again: `make fonts`; theme/assets/fonts/README.md tells of them.

The same versions give the same bytes. Packages come through `npm`, as their hashes say.
"""

import hashlib
import io
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "theme" / "assets" / "fonts"
DRAWN = ROOT / "charts" / "fonts"  # for share cards, whose converter reads no compressed face
WEIGHTS = {"wght": (400, 700)}
TITLES = {"wght": 600}
# What English needs, the signs of figures and money, and the accents of names; what is missing is
# left to the reader's system.
LETTERS = {
    *map(chr, range(0x20, 0x7F)),
    *"ÀÁÄÅÇÉÑÓÖØÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ",
    *"£€¼½·×÷±°§«»–—‘’“”„…−\N{NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}",
}
NAMES = {0: "copyright", 13: "licence", 14: "address of the licence"}  # records that are kept


class Face(NamedTuple):
    """A face of the site: its file and family here, and where it comes from."""

    file: str
    family: str
    package: str
    sha256: str  # of the package
    source: str
    titles: bool  # the titles of share cards are set in it


FACES = (
    Face(
        "text.woff2",
        "Text",
        "@fontsource-variable/source-serif-4@5.3.1",
        "8c452853c74be1e43e9fbfe76321c26f4678a2d431e93209ff1d9faec03fd96f",
        "source-serif-4-latin-wght-normal.woff2",
        titles=True,
    ),
    Face(
        "label.woff2",
        "Label",
        "@fontsource-variable/arimo@5.3.0",
        "58c9c86954bc3566678eb7c131465f08f27c79e4b6146151398a8b6d4d023d06",
        "arimo-latin-wght-normal.woff2",
        titles=False,
    ),
)


def cut(source: bytes, family: str, weights: dict[str, Any], flavor: str | None) -> TTFont:
    """A font with the letters of the site and these weights, under a name of our own.

    The licence keeps the name `Source` for the font as its maker gives it out.
    """
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    font = instancer.instantiateVariableFont(font, weights)
    for glyph in font.getGlyphOrder() if "gvar" in font else ():  # one that never varies says so
        font["gvar"].variations.setdefault(glyph, [])
    for table in font["cmap"].tables:  # a hyphen that holds a word together looks like any other
        table.cmap[ord("\N{NON-BREAKING HYPHEN}")] = table.cmap[ord("-")]
    options = subset.Options()
    options.layout_features = ["kern"]
    options.name_IDs = [*NAMES]
    options.hinting = False
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted(LETTERS)))
    subsetter.subset(font)
    for record, text in ((1, family), (2, "Regular"), (4, family), (6, family)):
        font["name"].setName(text, record, 3, 1, 0x409)
    font.flavor = flavor
    return font


def fetch(face: Face, folder: str) -> dict[str, bytes]:
    """The font and the licence of a package, by their names."""
    command = ["npm", "pack", "--silent", face.package]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    package = (Path(folder) / run.stdout.strip()).read_bytes()
    if (found := hashlib.sha256(package).hexdigest()) != face.sha256:
        raise SystemExit(f"{face.package} is another than it was: {found}. Nothing was changed.")
    with tarfile.open(fileobj=io.BytesIO(package)) as files:
        members = {Path(member.name).name: member for member in files if member.isfile()}
        taken = {name: files.extractfile(members[name]) for name in (face.source, "LICENSE")}
        return {name: file.read() for name, file in taken.items() if file}


def main() -> None:
    """Write each face and its licence, and say what it weighs."""
    for folder in (FOLDER, DRAWN):
        folder.mkdir(exist_ok=True)
    for face in FACES:
        with tempfile.TemporaryDirectory() as fetched:
            found = fetch(face, fetched)
        font = cut(found[face.source], face.family, WEIGHTS, "woff2")
        font.save(FOLDER / face.file)
        licence = f"{font['name'].getDebugName(0)}\n\n"
        licence += found["LICENSE"].decode().partition("\n\n")[2]
        places = [FOLDER]
        if face.titles:
            cut(found[face.source], face.family, TITLES, None).save(DRAWN / "text.ttf")
            places.append(DRAWN)
        for place in places:
            name = f"{face.family.lower()}.OFL.txt"
            (place / name).write_text(licence, encoding="utf-8")
        print(f"{face.file}: {(FOLDER / face.file).stat().st_size} bytes")


if __name__ == "__main__":
    main()
