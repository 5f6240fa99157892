"""JSON Schemas with which an editor completes the fields of `docs/*.yml`: `make schemas`."""

from pathlib import Path

from ledger import shapes

FOLDER = Path(__file__).parent.parent / ".vscode"
FILES = {"source": "sources.schema.json", "article": "article.schema.json"}


def main() -> None:
    """Write every schema anew."""
    for shape, name in FILES.items():
        (FOLDER / name).write_text(shapes.schema(shape), encoding="utf-8")


if __name__ == "__main__":
    main()
