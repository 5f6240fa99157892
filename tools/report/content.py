"""What changes in claims, numbers, sources and the count of the article's numbers."""

from collections.abc import Iterator
from itertools import zip_longest

from ledger.claim import Claim, Ledger
from ledger.shapes import ClaimWords
from ledger.values import Value
from tools.report.markdown import plain, table
from tools.report.sides import Side

Row = dict[str, str]


def verdicts(old: Side, new: Side) -> Iterator[str]:
    """Each verdict that changes, with the reason from the claim's history."""
    changed = [(a, b) for a, b in shared(old, new) if a.verdict.name != b.verdict.name]
    if changed:
        heads = ("Claim", "Before", "After", "Because", "What was learned")
        yield table(*heads, rows=[_turn(a, b) for a, b in changed])
        yield f"All claims now: {_tally(old, new)}."
    for a, b in changed:
        if a.title == b.title:
            yield (
                f"*{plain(b.title)}*: the verdict changed, the title did not. Does it still hold?"
            )
    for a, b in shared(old, new):
        if _past(b)[: len(a.history)] != _past(a):
            yield (
                f"**Look here:** in *{plain(b.title)}* an older line of the history was changed "
                "or removed. That record is never rewritten; add a line instead."
            )


def _turn(a: Claim, b: Claim) -> tuple[str, ...]:
    """A claim whose verdict changed, as a row."""
    title = a.title if a.title == b.title else f"{a.title} → {b.title}"
    learned = b.history[-1].why if len(b.history) > len(a.history) else "no reason is on record"
    return title, _signed(a), _signed(b), b.because, learned


def _past(claim: Claim) -> list[tuple[object, str]]:
    return [(line.date, line.verdict) for line in claim.history]


def _tally(old: Side, new: Side) -> str:
    """How many claims have each verdict, with the number from before where it differs."""
    was = {verdict.name: len(claims) for verdict, claims in old.ledger.tally()}
    now = {verdict.name: len(claims) for verdict, claims in new.ledger.tally()}
    return ", ".join(
        f"{number} {name}" + (f" (was {was[name]})" if was[name] != number else "")
        for name, number in now.items()
        if number or was[name]
    )


def _signed(claim: Claim) -> str:
    return f"{claim.verdict.sign} {claim.verdict.name}"


def claims(old: Side, new: Side) -> Iterator[str]:
    """Each claim that comes or goes."""
    rows = [("added", claim) for id, claim in new.claims.items() if id not in old.claims]
    rows += [("removed", claim) for id, claim in old.claims.items() if id not in new.claims]
    if rows:
        heads = ("", "Claim", "What the article says", "Verdict", "Because")
        yield table(
            *heads,
            rows=[(what, one.title, one.sentence, _signed(one), one.because) for what, one in rows],
        )


def numbers(old: Side, new: Side) -> Iterator[str]:
    """Each cell of a table of readings that changes."""
    rows = [
        (b.title, name, what, x or "–", y or "–")
        for a, b in shared(old, new)
        for name, what, x, y in cells(a, b)
    ]
    if rows:
        yield table("Claim", "Reading", "What", "Before", "After", rows=rows)


def words(old: Side, new: Side) -> Iterator[str]:
    """Each field of a claim's front matter that changes."""
    rows = []
    for a, b in shared(old, new):
        x, y = _fields(a), _fields(b)
        rows += [
            (b.title, name, x[name] or "–", y[name] or "–") for name in y if x[name] != y[name]
        ]
        added = [line for line in b.history if line not in a.history]
        rows += [
            (b.title, "history", "–", f"{line.date}: {line.verdict}. {line.why}") for line in added
        ]
    if rows:
        yield table("Claim", "Field", "Before", "After", rows=rows)


def _fields(claim: Claim) -> Row:
    """The front matter of a claim as words, but for its history."""
    named = {"claim": "sentence", "stated": "said"}
    fields = [name for name in ClaimWords.model_fields if name != "history"]
    return {name: str(getattr(claim, named.get(name, name)) or "") for name in fields}


def sources(old: Side, new: Side) -> Iterator[str]:
    """Each source that comes, goes or changes."""
    x, y = old.ledger.sources, new.ledger.sources
    rows = []
    for source_id in sorted(x.keys() | y.keys()):
        a, b = x.get(source_id), y.get(source_id)
        if a == b:
            continue
        side, source = (new, b) if b else (old, a)
        if source is None:
            continue
        used = "; ".join(claim.title for claim in side.ledger.users.get(source_id, ()))
        rows.append(
            (
                "added" if a is None else "removed" if b is None else "changed",
                source_id,
                f"{source.title}. {source.publisher}, {source.date}. {source.address}",
                source.seen,
                used or "no reading yet",
            )
        )
    if rows:
        yield table("", "Id", "Source", "Seen as", "Used for", rows=rows)


def coverage(old: Side, new: Side) -> Iterator[str]:
    """How many of the article's numbers are judged, when that changes."""
    x, y = (_covered(side.ledger) for side in (old, new))
    if x != y:
        yield f"{y} Before: {x[0].lower()}{x[1:]}"


def _covered(ledger: Ledger) -> str:
    named = {number.claim_id for number in ledger.printed if number.claim_id}
    judged = len([number for number in ledger.printed if number.claim_id])
    silent = len([id for id in ledger.claims if id not in named])
    return (
        f"The article prints {len(ledger.printed)} figures: {judged} are judged, and "
        f"{len(ledger.printed) - judged} are no claims, with the reason given; "
        f"{silent} more claims are statements without a figure."
    )


def shared(old: Side, new: Side) -> list[tuple[Claim, Claim]]:
    """The claims that both sides have."""
    return [(old.claims[id], claim) for id, claim in new.claims.items() if id in old.claims]


def cells(old: Claim, new: Claim) -> Iterator[tuple[str, str, str, str]]:
    """Each cell that changes: (reading, what, before, after).

    A row with another name and the same numbers was renamed.
    """
    x, y = _rows(old), _rows(new)
    gone, come = [key for key in x if key not in y], [key for key in y if key not in x]
    for key in come[:]:
        twin = next((other for other in gone if _nameless(x[other]) == _nameless(y[key])), None)
        if twin:
            gone.remove(twin)
            come.remove(key)
            yield x[twin]["name"], "name", x[twin]["name"], y[key]["name"]
    for key in [key for key in y if key in x]:
        a, b = x[key], y[key]
        for what in {**a, **b}:
            if a.get(what, "") != b.get(what, ""):
                yield b["name"], what, a.get(what, ""), b.get(what, "")
    for left, right in zip_longest(gone, come):
        if left:
            yield x[left]["name"], "the whole line", _line(x[left]), ""
        if right:
            yield y[right]["name"], "a new line", "", _line(y[right])


def _nameless(row: Row) -> Row:
    return {**row, "name": ""}


def _rows(claim: Claim) -> dict[tuple[str, int], Row]:
    """A claim's readings as words, by name and by how many of that name came before."""
    found: dict[tuple[str, int], Row] = {}
    for reading in claim.readings:
        number = len([1 for name, _ in found if name == reading.name])
        found[reading.name, number] = {
            "name": reading.name,
            "value": claim.show(reading.value),
            "role": reading.role,
            "source": " ".join(source.id for source in reading.sources),
            "note": reading.note,
            "proof": reading.proof.text if reading.proof else "",
            **{name: _text(cell) for name, cell in reading.extra.items()},
        }
    return found


def _text(cell: str | Value) -> str:
    return cell.text if isinstance(cell, Value) else cell


def _line(row: Row) -> str:
    note = f", {row['note']}" if row["note"] else ""
    return f"{row['value']}, {row['role']}, {row['source']}{note}"
