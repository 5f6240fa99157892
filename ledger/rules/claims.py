"""The rules for claims: their readings, their history, their words."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from ledger.claim import Claim
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.prose import loose_numbers, numbers_of, ways

MOST_RIVALS = 3
WORDS = range(60, 201)  # of a claim's prose
FAR = timedelta(days=5 * 366)  # between a day of the history and the nearest other one


def checked(content: Content) -> list[Claim]:
    """The claims that are no drafts."""
    return [claim for claim in content.ledger.claims.values() if not claim.draft]


# ---------------------------------------------------------------- readings


def rivals_are_few(content: Content) -> Iterator[Mistake]:
    """A claim has at most three rivals: with enough of them something always fits."""
    for claim in content.ledger.claims.values():
        rivals = [row for row in claim.readings if row.role == "rival"]
        if len(rivals) > MOST_RIVALS:
            told = f"there are more than {MOST_RIVALS} rivals"
            reason = "with enough of them something always fits"
            remedy = "Keep the best; make the others context."
            yield Mistake(
                content.table(claim), rivals[MOST_RIVALS].line, f"{told}, and {reason}. {remedy}"
            )


def readings_differ(content: Content) -> Iterator[Mistake]:
    """No two readings of a claim have the same name and the same sources."""
    for claim in content.ledger.claims.values():
        first: dict[tuple[str, str], int] = {}
        for row in claim.readings:
            ids = " ".join(source.id for source in row.sources)
            line = first.setdefault((row.name, ids), row.line)
            if line != row.line:
                told = f"'{row.name}' by '{ids}' stands on line {line} already"
                remedy = "Name the two so that a reader can tell them apart, or keep one."
                yield Mistake(content.table(claim), row.line, f"{told}. {remedy}")


def forms_show_what_judges(content: Content) -> Iterator[Mistake]:
    """A form can draw each number and date that judges, and at least one reading."""
    for claim in checked(content):
        kinds = {row.value.kind for row in claim.readings}
        hidden = next((row for row in claim.told if row.value.kind != "fact"), None)
        if not hidden and kinds & set(claim.shows):
            continue
        what = f"a {hidden.value.kind} that judges" if hidden else "any of these readings"
        wanted = {hidden.value.kind} if hidden else kinds
        fitting = [form.name for form in content.forms.values() if wanted & set(form.shows)]
        told = f"the form '{claim.form}' cannot draw {what}. One that can is {', '.join(fitting)}."
        yield Mistake(*content.words(claim, "form"), told)


def powers_are_above_zero(content: Content) -> Iterator[Mistake]:
    """A form of powers of ten draws no claim with a value of 0 or less."""
    for claim in content.ledger.claims.values():
        form = content.forms.get(claim.form)
        if not form or not form.above_zero:
            continue
        stated = claim.stated and claim.stated.kind == "number" and claim.stated.low <= 0
        rows = [row for row in claim.readings if row.value.kind == "number" and row.value.low <= 0]
        if stated or rows:
            where = "which `stated` is" if stated else f"like '{rows[0].name}'"
            others = [
                one.name
                for one in content.forms.values()
                if not one.above_zero and "number" in one.shows and not one.columns
            ]
            told = f"the form '{claim.form}' has no place for 0 or less, {where}"
            remedy = f"One that has is {', '.join(others)}."
            yield Mistake(*content.words(claim, "form"), f"{told}. {remedy}")


def hours_have_their_zone(content: Content) -> Iterator[Mistake]:
    """Where a form draws the hours of a day, an asked reading has its time and its session, and no
    time is without its zone.
    """
    for claim in content.ledger.claims.values():
        form = content.forms.get(claim.form)
        columns = form.columns.items() if form else ()
        timed = [name for name, kind in columns if kind in ("hours", "zone")]
        first = claim.asked or claim.readings[:1]
        for row in claim.readings if timed else ():
            empty = [name for name in timed if not row.extra[name]]
            zones = [name for name in empty if columns and form and form.columns[name] == "zone"]
            lacking = empty if row in first else zones if len(empty) < len(timed) else []
            if lacking:
                told = f"'{lacking[0]}' is empty, so this reading has no place on the clock"
                yield Mistake(content.table(claim), row.line, f"{told}. Fill it in.")


# ---------------------------------------------------------------- the history of a verdict


def unsettled_says_what_would_settle(content: Content) -> Iterator[Mistake]:
    """An unsettled claim says what would settle it."""
    for claim in content.ledger.claims.values():
        if claim.verdict.name == "Unsettled" and not claim.settle:
            told = "the verdict is Unsettled, but nothing says what would settle it"
            yield Mistake(*content.words(claim), f"{told}. Add a line `settle: …`.")


def verdicts_are_on_record(content: Content) -> Iterator[Mistake]:
    """A history ends with the verdict of today; when it changes, a dated line says why."""
    for claim in checked(content):
        last, now = claim.history[-1], claim.verdict.name
        if last.verdict == now:
            continue
        title = content.words(claim, "title")[1]
        prose = content.prose_line(claim)
        still = f"the title on line {title} and the prose from line {prose} on still hold"
        line = f'  - {{date: {date.today()}, verdict: {now}, why: "what was learned"}}'
        yield Mistake(
            *content.words(claim, "history", len(claim.history) - 1),
            f"the verdict is now {now}, but the history ends with {last.verdict}. "
            f"If the change is right, see whether {still}, and add below this line: {line}",
        )


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
            elif latest and latest - search.date > FAR:
                yield Mistake(*place, f"{search.date} is years before the check. Correct the date.")


# ---------------------------------------------------------------- words


def titles_go_the_right_way(content: Content) -> Iterator[Mistake]:
    """A title that tells of a fall or a rise by a number has asked readings that went that way."""
    for claim in checked(content):
        asked = [row.value for row in claim.asked if row.value.kind == "number"]
        for way, number in ways(claim.title) if claim.signed else ():
            meant = [value for value in asked if number in (abs(value.low), abs(value.high))]
            if meant and all(value.direction != way for value in meant):
                told = "a fall, but what was asked is a rise"
                told = told if way < 0 else "a rise, but what was asked is a fall"
                remedy = "Correct the title or the reading."
                yield Mistake(*content.words(claim, "title"), f"'title' tells of {told}. {remedy}")


def numbers_of_claims_are_readings(content: Content) -> Iterator[Mistake]:
    """Every number in a claim's title, label and prose is a reading or a simple rounding of one."""
    article = content.ledger.article
    if not article:  # without its names nothing can be said
        return
    for claim in content.ledger.claims.values():
        allowed, among = numbers_of(claim), "the readings of this claim"
        texts = {"title": claim.title, "label": claim.label or ""}
        for name, text in texts.items():
            file, line = content.words(claim, name)
            for at, sentence in loose_numbers(text, line, allowed, article, among):
                yield Mistake(file, at, f"'{name}': {sentence}")
        for at, sentence in loose_numbers(claim.body, claim.body_line, allowed, article, among):
            yield Mistake(content.words(claim)[0], at, sentence)


def prose_has_its_length(content: Content) -> Iterator[Mistake]:
    """A claim is told in 60 to 200 words; a draft may be shorter."""
    least, most = WORDS[0], WORDS[-1]
    for claim in content.ledger.claims.values():
        count = len(re.findall(r"\w[\w'’.,-]*", claim.body))
        file = content.words(claim)[0]
        remedy = f"Tell in {least} to {most} words what the record shows."
        if claim.draft:
            continue
        if not claim.body.strip():
            yield Mistake(file, claim.body_line, f"there is no prose. {remedy}")
        elif count not in WORDS:
            first = content.prose_line(claim)
            yield Mistake(
                file, first, f"the prose has {count} {'word' if count == 1 else 'words'}. {remedy}"
            )


RULES: tuple[Rule, ...] = (
    rivals_are_few,
    readings_differ,
    forms_show_what_judges,
    powers_are_above_zero,
    hours_have_their_zone,
    unsettled_says_what_would_settle,
    verdicts_are_on_record,
    history_is_in_order,
    days_of_looks_are_in_order,
    titles_go_the_right_way,
    numbers_of_claims_are_readings,
    prose_has_its_length,
)
