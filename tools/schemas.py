"""What an editor needs to complete the fields of `docs/*.yml`: JSON Schemas, written from the one definition of the fields."""

from pathlib import Path

from ledger import shapes

FOLDER = Path(__file__).parent.parent / ".vscode"
NAMES = {"source": "sources.schema.json", "article": "article.schema.json"}


def main() -> None:
    """Write every schema anew."""
    for shape, name in NAMES.items():
        (FOLDER / name).write_text(shapes.schema(shape), encoding="utf-8")


if __name__ == "__main__":
    main()
