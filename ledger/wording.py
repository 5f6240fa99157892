"""The line beside a verdict: what was said, what the record has, and where it would fit.

It is made of the claim's own numbers and names, in two or three short sentences. It is kept in
parts, so that each number and name that tells of a reading can lead to it.
"""

import re
from calendar import month_name, monthrange
from collections.abc import Sequence
from datetime import date
from itertools import starmap
from typing import TYPE_CHECKING

from ledger.distances import count
from ledger.lines import Line, Part, joined, together
from ledger.phrases import begun, label, listed, negative, phrase, size, some, statement, told
from ledger.strength import givers, parts_of
from ledger.values import Fit, Value, compare, show_date

if TYPE_CHECKING:  # whoever reads claims makes these words; whoever draws them needs none
    from ledger.claim import Claim
    from ledger.reading import Reading

ROOM = 24  # words of a sentence that lists facts; further ones are counted
MONTHS = {name: number for number, name in enumerate(month_name) if name}
DATED = re.compile(rf"(?:(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) )?\b((?:19|20)\d\d)\b")
MORE = {"more than": "more", "at least": "more", "less than": "less", "at most": "less"}
WHEN = {"by": "in time", "before": "earlier", "after": "later"}


def because(claim: "Claim") -> str:
    """Why the verdict is what it is, with its numbers, as a person would say it."""
    return "".join(part.words for part in line_of(claim))


def line_of(claim: "Claim") -> Line:
    """The line of `because` in its parts."""
    if claim.draft:
        return together("Not checked yet.")
    if claim.stated is None:
        return _shown(claim)
    if claim.stated.kind == "fact":
        return _of_facts(claim)
    said = f"Said: {told(claim.stated, claim.unit)}. "
    return together(said, _of_figures(claim, claim.stated))


# ---------------------------------------------------------------- numbers and dates


def _of_figures(claim: "Claim", stated: Value) -> Line:
    """What the record has beside a number or a date that was said, and where that would fit."""
    asked, rivals = parts_of(claim, "asked"), parts_of(claim, "rival")
    match claim.verdict.name:
        case "Holds" | "Nearly":
            return _found(claim, stated, asked)
        case "Fails":
            other = " No other reading comes near it." if rivals else ""
            return together(_found(claim, stated, asked), other)
        case "Misplaced":
            missing = together(f"For the thing itself no {_noun(stated)} is on record.")
            found = _found(claim, stated, asked) if asked else missing
            return together(found, " ", _fitting(claim, stated))
    fits = [[compare(stated, row.value) for row in part] for part in asked]
    for part, fit in zip(asked, fits, strict=True):
        if Fit.AGREES in fit and {*fit} - {Fit.AGREES, Fit.SILENT}:
            return together("Sources differ: ", _sides(claim, stated, part), ".")
    if asked:
        silent = [part for part, fit in zip(asked, fits, strict=True) if {*fit} == {Fit.SILENT}]
        return together("The sources say too little: ", _figures(claim, stated, silent), ".")
    nothing = _nothing(claim)
    if not rivals:
        return together(nothing)
    return together(nothing, " Other readings miss it: ", _figures(claim, stated, rivals), ".")


def _found(claim: "Claim", stated: Value, parts: Sequence[Sequence["Reading"]]) -> Line:
    """What the record has for each part, and how far that is; of more than two, the ends."""
    if all(_same(stated, row.value) for part in parts for row in part):
        names = joined("; ", [_label(claim, part[0]) for part in parts])
        return together(f"The record has the same {_noun(stated)} (", names, ").")
    if len(parts) > 2:
        first, *_, last = sorted(parts, key=lambda part: part[0].value.number * stated.direction)
        falls = all(row.value.high < 0 for part in parts for row in part)
        ends = [_figure(claim, stated, part, falls) for part in (first, last)]
        return together("The record runs from ", joined(" to ", ends), ".")
    figures = [_figure(claim, stated, part) for part in parts]
    tails = [_tail(claim, stated, part[0]) for part in parts]
    if len({*tails}) == 1:
        return together("The record has ", joined(" and ", figures), f"{tails[0]}.")
    lines = [together(figure, tail) for figure, tail in zip(figures, tails, strict=True)]
    return together("The record has ", joined("; and ", lines), ".")


def _figures(claim: "Claim", stated: Value, parts: Sequence[Sequence["Reading"]]) -> Line:
    return joined(" and ", [_figure(claim, stated, part) for part in parts[:2]])


def _figure(claim: "Claim", stated: Value, part: Sequence["Reading"], falls: bool = True) -> Line:
    """What sources give for one quantity, with its name; `falls`: all that is told are falls.

    The name tells of the first reading whose value another has given.
    """
    values = _values(claim, stated, part, falls)
    again = [row for row in part if row not in values.values()]
    name = _label(claim, part[0])
    name = Part(name.words, again[0] if again else None)
    return together(joined(" or ", [*starmap(_value, values.items())]), " (", name, ")")


def _values(
    claim: "Claim", stated: Value, rows: Sequence["Reading"], falls: bool = True
) -> dict[str, "Reading"]:
    """Each value of some readings, as it is told, with the first that gives it."""
    found: dict[str, Reading] = {}
    for row in rows:
        found.setdefault(size(row.value, claim.unit, stated, falls), row)
    return found


def _value(words: str, row: "Reading") -> Line:
    """A value that tells of its reading; that it is a fall stands beside it."""
    plain = words.removeprefix("a fall of ")
    return together(words[: -len(plain)], Part(plain, row))


def _label(claim: "Claim", row: "Reading") -> Part:
    return Part(label(row.name, _text(claim)), row)


def _tail(claim: "Claim", stated: Value, row: "Reading") -> str:
    """How a reading meets what was said, or how far it misses."""
    if compare(stated, row.value) is Fit.AGREES:
        return f", {_meeting(stated, row.value)}"
    far = claim.judgement.lines[claim.readings.index(row)].distance
    # A rise for a fall is told by these words already.
    return f", {far}" if far and far != "the other direction" else ""


def _meeting(stated: Value, value: Value) -> str:
    """In which way a value that agrees meets what was said."""
    if (stated.low, stated.high) == (value.low, value.high):
        return "exactly that"
    if stated.relation == "to":
        return "which lies between the two"
    if stated.bound:
        return f"which is {(MORE | WHEN)[stated.relation]}"
    if stated.kind == "date":
        return f"which is in that {_noun(stated)}"
    plain = Value(stated.text.removeprefix("about "), stated.kind, stated.low, stated.high)
    rounded = compare(plain, value) is Fit.AGREES
    return "which is the same when rounded" if rounded else "close enough for “about”"


def _fitting(claim: "Claim", stated: Value) -> Line:
    """Which other reading a misplaced number or date fits: the first of those that fit best."""
    for verdict, verb in (("Holds", "fits"), ("Nearly", "comes near")):
        for row, line in zip(claim.readings, claim.judgement.lines, strict=True):
            if row.role == "rival" and line.verdict and line.verdict.name == verdict:
                if _same(stated, row.value):
                    belongs = f"The {_noun(stated)} belongs to something else: "
                    return together(belongs, _label(claim, row), ".")
                return together(f"It {verb} ", _figure(claim, stated, [row]), ".")
    return ()


def _sides(claim: "Claim", stated: Value, part: Sequence["Reading"]) -> Line:
    """Who has which value, where sources contradict each other."""
    sides: list[Line] = []
    for value, first in _values(claim, stated, part).items():
        rows = [row for row in part if size(row.value, claim.unit, stated) == value]
        sides.append(together(f"{_who(rows, 'has', 'have')} ", _value(value, first)))
    return joined(", ", sides)


def _same(stated: Value, value: Value) -> bool:
    """True when a reading gives the very value that was said."""
    hedges = ("", "about", "to")
    alike = stated.relation == value.relation or {stated.relation, value.relation} <= {*hedges}
    return alike and (stated.low, stated.high) == (value.low, value.high)


def _noun(stated: Value) -> str:
    if stated.kind == "number":
        return "figure"
    return {4: "year", 7: "month"}.get(len(stated.text), "date")


# ---------------------------------------------------------------- yes or no


def _of_facts(claim: "Claim") -> Line:
    """Which of the tested facts are on record, and which are not."""
    asked = parts_of(claim, "asked")
    so = [part[0] for part in asked if all(row.value.low for row in part)]
    other = [part[0] for part in asked if not any(row.value.low for row in part)]
    against = together("Contradicted by the record: ", _statements(claim, other), ".")
    match claim.verdict.name:
        case "Holds":
            return together("On record: ", _statements(claim, so), ".")
        case "Nearly":
            twice = any(negative(row.name) or " without " in row.name for row in other)
            but = f". {'Contradicted' if twice else 'But not'}: "
            holds, fails = _statements(claim, so), _statements(claim, other)
            return together("Part of it holds: ", holds, but, fails, ".")
        case "Fails":
            return against
        case "Misplaced":
            rivals = [row for row in claim.readings if row.role == "rival" and row.value.low]
            elsewhere = _statements(claim, rivals)
            belongs = together("It is true of something else: ", elsewhere, ".")
            return together(against, " ", belongs) if other else belongs
    for part in asked:
        if len({row.value.low for row in part}) > 1:
            return _contradiction(claim, part)
    return together(f"{_nothing(claim)} {_beside(claim)}")


def _contradiction(claim: "Claim", part: Sequence["Reading"]) -> Line:
    """On which fact sources contradict each other, and who says what."""
    yes, no = ([row for row in part if bool(row.value.low) is so] for so in (True, False))
    who = f"{begun(_who(yes, 'says', 'say'))} yes; {_who(no, 'says', 'say')} no."
    fact = Part(phrase(part[0].name, _text(claim)), part[0])
    return together("Sources contradict each other: ", fact, f". {who}")


def _statements(claim: "Claim", rows: Sequence["Reading"]) -> Line:
    """The names of readings, which are statements, as far as there is room; the rest counted."""
    found, left = some([statement(row.name, _text(claim)) for row in rows], ROOM)
    told = [Part(words, row) for words, row in zip(found, rows, strict=False)]
    return joined("; ", [*told, *([Part(f"and {count(left, 'more', 'more')}")] if left else [])])


# ---------------------------------------------------------------- opinions and forecasts


def _shown(claim: "Claim") -> Line:
    """What is shown of an opinion or a forecast: how many readings, and the latest of them."""
    opinion = "An opinion, so it is not judged." if claim.kind == "opinion" else "Still open."
    latest = _latest(claim)
    last = together(" The latest: ", latest, ".") if latest else ()
    return together(f"{opinion} {_beside(claim)}", last)


def _latest(claim: "Claim") -> Line:
    """The last reading that was known when the claim was checked; empty where no dates tell it."""
    known = claim.checked or max((line.date for line in claim.history), default=date.max)
    dated = [(day, row) for row in claim.readings if (day := _last_day(row)) and day <= known]
    if not dated:
        return ()
    row = max(dated, key=lambda one: one[0])[1]
    if row.value.kind == "fact":
        so = "" if row.value.low else "not so: "
        return together(so, Part(phrase(row.name, _text(claim)), row))
    name = label(row.name, _text(claim))
    return together(Part(told(row.value, claim.unit), row), f" ({name})")


def _last_day(row: "Reading") -> date | None:
    """The last day of a reading's date: its value, a date beside it, or the date in its name."""
    for value in (row.value, *row.extra.values()):
        if isinstance(value, Value) and value.kind == "date":
            return value.end
    for day, month, year in DATED.findall(row.name):
        number = MONTHS.get(month, 12)
        return date(int(year), number, int(day or monthrange(int(year), number)[1]))
    return None


# ---------------------------------------------------------------- what they share


def _nothing(claim: "Claim") -> str:
    """That nothing is known; that it was searched for, only where a search is on record."""
    if claim.searches:
        last = max(search.date for search in claim.searches)
        return f"Searched on {show_date(last)}; nothing found that settles it."
    return "Nothing on record settles it yet."


def _beside(claim: "Claim") -> str:
    shown = count(len(claim.readings), "reading is", "readings are")
    return f"{begun(shown)} shown beside it."


def _who(rows: Sequence["Reading"], one: str, many: str) -> str:
    """Who gives these readings, with a verb."""
    who = givers(rows)
    return f"{listed(who)} {one if len(who) == 1 else many}"


def _text(claim: "Claim") -> str:
    """All that a claim says in words, to see how it writes a word within a sentence."""
    rows = (word for row in claim.readings for word in (row.name, row.note))
    return "\n".join((claim.sentence, claim.title, claim.measure or "", *rows, claim.body))
