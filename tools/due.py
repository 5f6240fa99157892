"""What is due, `make due`: the claims that somebody meant to look at again by a day, today if none
is given.
"""

import sys
from datetime import date
from pathlib import Path

from ledger.claim import Claim, Ledger
from ledger.read import read_ledger

DOCS = Path(__file__).parent.parent / "docs"


def due(ledger: Ledger, day: date) -> list[Claim]:
    """The claims whose next look was planned for this day or an earlier one, the earliest first."""
    planned = [(claim.next, claim) for claim in ledger.claims.values() if claim.next]
    return [claim for next, claim in sorted(planned, key=lambda one: one[0]) if next <= day]


def main() -> int:
    """Run by `make due`: returns 0, or 1 when that is no day."""
    given = sys.argv[1] if len(sys.argv) > 1 else ""
    try:
        day = date.fromisoformat(given) if given else date.today()
    except ValueError:
        print(f"'{given}' is not a date. Write it like 2027-04-30.", file=sys.stderr)
        return 1
    found = due(read_ledger(DOCS), day)
    for claim in found:
        last = f"last checked on {claim.checked}" if claim.checked else "never dated"
        print(f"docs/claims/{claim.id}.md: due since {claim.next}, {last}: {claim.title}")
    what = f"{len(found)} {'claim is' if len(found) == 1 else 'claims are'} due on {day}"
    print(f"{what}." if found else f"Nothing is due on {day}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
