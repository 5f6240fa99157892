"""The rules for the days of a project. The build asks no clock, so days are held to each other."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.reading import Source

FAR = timedelta(days=5 * 366)  # between a day of the history and the nearest other one
AHEAD = timedelta(days=183)  # that one day may lie ahead of every other one


def history_is_in_order(content: Content) -> Iterator[Mistake]:
    """A history is in order, has no line twice, and no day years from all others of the project."""
    days = sorted({change.date for change, _ in content.ledger.changes()})
    near = {day for pair in pairwise(days) if pair[1] - pair[0] <= FAR for day in pair}
    for claim in content.ledger.claims.values():
        seen: set[tuple[date, str]] = set()
        dates = [change.date for change in claim.history]
        if dates != sorted(dates):
            told = "the history is not in the order of its dates. Put the newest last."
            yield Mistake(*content.words(claim, "history"), told)
        for index, change in enumerate(claim.history):
            place = content.words(claim, "history", index)
            if (change.date, change.verdict) in seen:
                yield Mistake(
                    *place, "this day and verdict stand in the history already. Keep one line."
                )
            seen.add((change.date, change.verdict))
            if len(days) > 1 and change.date not in near:
                told = f"{change.date} is years away from every other day of the project's history"
                yield Mistake(*place, f"{told}. Correct the date.")


def days_of_looks_are_in_order(content: Content) -> Iterator[Mistake]:
    """A claim was last checked when its history says so or later, and the next look comes later."""
    for claim in content.ledger.claims.values():
        last = claim.history[-1].date if claim.history else None
        if claim.draft and claim.checked:
            told = "a draft is not checked yet. Take out `draft`, or take out `checked`."
            yield Mistake(*content.words(claim, "checked"), told)
        elif claim.checked and last and claim.checked < last:
            told = f"the last day of the history is {last}, after the day of the last check"
            remedy = f"Write `checked: {last}`, or the day of a later look."
            yield Mistake(*content.words(claim, "checked"), f"{told}. {remedy}")
        latest = claim.checked or last
        if claim.next and latest and claim.next <= latest:
            told = "the day of the next look is no later than that of the last. Correct one."
            yield Mistake(*content.words(claim, "next"), told)
        elif claim.next and latest and claim.next - latest > FAR:
            told = f"{claim.next} is years after the last look. Correct the date."
            yield Mistake(*content.words(claim, "next"), told)
        if claim.checked and last and claim.checked - last > FAR:
            told = f"{claim.checked} is years after the last day of the history, {last}"
            yield Mistake(*content.words(claim, "checked"), f"{told}. Correct the date.")
            continue
        for index, search in enumerate(claim.searches):
            place = content.words(claim, "searches", index)
            if claim.checked and search.date > claim.checked >= (last or claim.checked):
                told = f"this search is of a day after that of the last check, {claim.checked}"
                yield Mistake(*place, f"{told}. Correct one.")
            elif latest and abs(latest - search.date) > FAR:
                way = "before" if search.date < latest else "after"
                told = f"{search.date} is years {way} the check. Correct the date."
                yield Mistake(*place, told)


def no_day_runs_ahead(content: Content) -> Iterator[Mistake]:
    """No day lies half a year or more before or after every other day of the project: a slip of the
    year. One that lies years away from them is told by the rules above.
    """
    days = [*_of_claims(content), *_of_sources(content)]
    if len(days) < 2:
        return
    days.sort(key=lambda one: one[0])
    (early, early_place, _), (then, _, _) = days[:2]
    if len(days) > 2 and AHEAD <= then - early <= FAR:
        told = f"{early} lies {(then - early).days} days before every other day of the project"
        remedy = "Correct the year; or if it is right, add a search of that day"
        yield Mistake(*early_place, f"{told}. {remedy}.")
    (before, _, _), (latest, place, named) = days[-2:]
    if AHEAD <= latest - before <= FAR:
        told = f"{latest} lies {(latest - before).days} days after every other day of the project"
        remedy = f"Correct the year; or if it is right, {named}."
        yield Mistake(*place, f"{told}. {remedy}")


def _of_claims(content: Content) -> Iterator[tuple[date, tuple[str, int], str]]:
    """Every day that a claim dates: the day, its place, and how it could be borne out."""
    for claim in content.ledger.claims.values():
        for index, change in enumerate(claim.history):
            told = f"write `checked: {change.date}` too"
            yield change.date, content.words(claim, "history", index), told
        for index, search in enumerate(claim.searches):
            told = f"write `checked: {search.date}` too"
            yield search.date, content.words(claim, "searches", index), told
        if claim.checked:
            told = "add a search of that day, or the day on which a source was read"
            yield claim.checked, content.words(claim, "checked"), told


def _of_sources(content: Content) -> Iterator[tuple[date, tuple[str, int], str]]:
    fields = content.source_fields
    for source in content.ledger.sources.values() if fields else ():
        read = read_day(source)
        if read and fields:
            place = content.file("sources.yml"), fields.line((source.id, "read"))
            yield read, place, f"write `checked: {read}` in a claim that rests on it"


def read_day(source: Source) -> date | None:
    """The day on which a source was read; None where it is told in words, or not at all."""
    try:
        return date.fromisoformat(source.read or "")
    except ValueError:
        return None


RULES: tuple[Rule, ...] = (
    history_is_in_order,
    days_of_looks_are_in_order,
    no_day_runs_ahead,
)
