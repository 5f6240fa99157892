"""Edit a project at random as `mkdocs serve` would see it: `python tests/edits.py PROJECT NUMBER SEED`.

Prints each served file that differs from a clean build of the same content. It runs in a process of
its own, because a build forgets and imports the engine's modules.
"""

import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

SLIP = "\n\n{{ talley() }}\n"


class Project:
    """The content of a project, and one edit for each way in which content changes."""

    def __init__(self, docs, chance):
        self.docs, self.chance = docs, chance
        self.edits = [
            self.word,
            self.cell,
            self.source,
            self.title,
            self.page,
            self.comes,
            self.slip,
        ]

    def put(self, path, old, new):
        """Replace the first match in a file."""
        text = (self.docs / path).read_text(encoding="utf-8")
        (self.docs / path).write_text(re.sub(old, new, text, count=1), encoding="utf-8")

    def number(self):
        """A number for a cell."""
        return self.chance.randrange(1000, 9999)

    def word(self):
        """A word of a claim's prose."""
        self.put(
            "claims/visitors.md", r"a meadow.*", f"a meadow number {self.words()} with a view."
        )

    def words(self):
        """A word to put."""
        return self.chance.choice(["one", "two", "three", "four", "five"])

    def cell(self):
        """A cell of a table."""
        number = self.number()
        for path in self.docs.glob("claims/*.csv"):  # the claim that comes has the same reading
            self.put(path.relative_to(self.docs), r"hotels in 2023,\d+", f"hotels in 2023,{number}")

    def source(self):
        """The title of a source."""
        self.put(
            "sources.yml", r"visitors' book of Hut 12.*", f"visitors' book of Hut 12 {self.words()}"
        )

    def title(self):
        """The title of a claim."""
        self.put(
            "claims/visitors.md",
            r"title: .*",
            f"title: Far fewer reached the {self.words()} summits",
        )

    def page(self):
        """A line more on a page."""
        self.put("method.md", r"$", f"\nA line {self.words()}.\n")

    def comes(self):
        """A claim comes, or goes when it is there."""
        new = [self.docs / "claims" / f"hut-goers.{ending}" for ending in ("md", "csv")]
        if new[0].exists():
            self.put("index.md", r"\n\nAnd .*\n", "\n")
            self.put("article.csv", r"\npaths,40 000,hut-goers.*", "")
            return [path.unlink() for path in new]
        for path in new:
            text = path.with_stem("visitors").read_text(encoding="utf-8")
            own = re.sub(r"(?m)^((?:title|claim|label): .*?)(\"?)$", r"\1 too\2", text)
            path.write_text(own if path.suffix == ".md" else text, encoding="utf-8")
        self.put("article.csv", r"\s*$", "\npaths,40 000,hut-goers,\n")
        return self.put("index.md", r"\s*$", "\n\nAnd [the hut](claims/hut-goers.md).\n")

    def slip(self):
        """A block that there is not; the edit that follows mends it."""
        self.put("method.md", r"\s*$", SLIP)

    def mend(self):
        """Take the slip away, if it is there."""
        self.put("method.md", re.escape(SLIP), "\n")


def served(folder):
    """The files of a site by path."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder): path.read_bytes() for path in paths}


def differing(folder):
    """The files of a served site that a clean build of the same content makes otherwise."""
    with tempfile.TemporaryDirectory() as clean:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", clean]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            return []  # a slip: there is no clean build
        now, then = served(folder), served(Path(clean))
    return sorted(str(path) for path in {*now, *then} if now.get(path) != then.get(path))


def main(project, number, seed):
    """Edit a project and compare what is served after every fourth edit."""
    os.chdir(project)
    chance = random.Random(seed)
    content = Project(Path("docs"), chance)
    with tempfile.TemporaryDirectory() as folder:
        whole = []

        def builder(config=None):
            whole.append(1)
            build(config or load_config(site_dir=folder), serve_url="http://127.0.0.1:8000/")

        config = load_config(site_dir=folder)
        config.dev_addr = type(config.dev_addr)("127.0.0.1", 0)
        config.plugins.on_startup(command="serve", dirty=False)
        content.slip()  # a mistake stands when it begins, too
        builder(config)
        server = LiveReloadServer(builder, "127.0.0.1", 8000, folder)
        server.watch(config.docs_dir)
        server.watch(config.config_file_path)
        server = config.plugins.on_serve(server, config=config, builder=builder)
        hooks = next(hook for name, hook in config.hooks.items() if name.endswith("hooks.py"))
        for at in range(number):
            edit = chance.choice(content.edits)
            content.mend()
            edit()
            server.builder()
            if at % 4 == 3 or chance.random() < 0.5:
                hooks.Build.renewal.settle()
                server.builder()  # as when it is asked to look once more
                hooks.Build.renewal.settle()
            if at % 4 == 3:
                for path in differing(Path(folder)):
                    print(f"edit {at + 1} ({edit.__name__}): {path}")
        print(f"{number} edits, {len(whole) - 1} built whole", file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
