"""What is worked out from the code and kept beside it, `make schemas`: for editors and for people.

JSON Schemas complete the fields of `docs/*.yml`, and CONTRIBUTING.md lists what forms share.
"""

from pathlib import Path

from ledger import shapes
from tools import vocabulary

FOLDER = Path(__file__).parent.parent / ".vscode"
FILES = {"source": "sources.schema.json", "article": "article.schema.json"}


def main() -> None:
    """Write every schema, and the vocabulary of forms, anew."""
    for shape, name in FILES.items():
        (FOLDER / name).write_text(shapes.schema(shape), encoding="utf-8")
    vocabulary.write()


if __name__ == "__main__":
    main()
