"""The rules for the days of a project. They are held to each other; a clock is asked for one thing
only, that none of them is still to come, so that what was right on one day is right ever after.
"""

import re
from calendar import day_name, monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from ledger import texts
from ledger.claim import Claim
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.moments import LEAP, MONTHS
from ledger.reading import Source

FAR = timedelta(days=5 * 366)  # between a day of the history and the nearest other one
AHEAD = timedelta(days=183)  # that one day may lie ahead of every other one
ZONES = timedelta(days=1)  # by which somebody may be ahead of the clock of another place
_MONTH = rf"(?P<month>{'|'.join(MONTHS[1:])})"
# Friday 24 January 2025, or Friday, January 24, 2025; each begins with what few texts hold.
DAY = re.compile(
    rf"(?P<day>[0-9]{{1,2}})(?:st|[nr]d|th)?(?: of)?\s{_MONTH}\b"
    r"(?:,?\s(?P<year>(?:1[89]|20)\d\d)\b)?"
)
TURNED = re.compile(rf"{_MONTH} (?P<day>[0-9]{{1,2}})\b(?:, (?P<year>(?:1[89]|20)\d\d)\b)?")
YEAR = re.compile(r"(?<![\w.,$€£-])(?:19|20)\d\d(?!\w|[.,]\d)")
WEEKDAY = re.compile(rf"\b({'|'.join(day_name)}),? (?:the )?$")
BEHIND = re.compile(rf"(?:, a | \()({'|'.join(day_name)})\b")
FAR_ABOVE = 10_000  # letters, more than a text of ours has, for the year of a day
LONGEST = 15  # letters before a day that name the day of the week


def history_is_in_order(content: Content) -> Iterator[Mistake]:
    """A history is in order, has no line twice, no verdict that stood already, and no day years
    from all others of the project. A day may have several verdicts, for each that stood is on
    record; but each of them once.
    """
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
            elif index and change.verdict == claim.history[index - 1].verdict:
                told = "this is the verdict of the line before it, and a history tells of changes"
                yield Mistake(*place, f"{told}. Correct one, or take this line out.")
            seen.add((change.date, change.verdict))
            if len(days) > 1 and change.date not in near:
                told = f"{change.date} is years away from every other day of the project's history"
                yield Mistake(*place, f"{told}. Correct the date.")


def days_of_looks_are_in_order(content: Content) -> Iterator[Mistake]:
    """A claim was last checked when its history says so or later, and the next look comes later."""
    for claim in content.ledger.claims.values():
        last = claim.history[-1].date if claim.history else None
        if claim.draft and claim.checked:
            told = "a draft is not checked yet. If this claim was judged, take out `draft` and keep"
            told += " its history; if it never was, take out `checked`."
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


def no_day_is_to_come(content: Content) -> Iterator[Mistake]:
    """No day on which something was done is still to come. Where most of them are, the clock of
    this computer is what is wrong.
    """
    latest = today() + ZONES
    read = (source.read or "" for source in content.ledger.sources.values())
    claims = content.ledger.claims.values()
    if (
        all(change.date <= latest for claim in claims for change in claim.history)
        and all(search.date <= latest for claim in claims for search in claim.searches)
        and all(claim.checked <= latest for claim in claims if claim.checked)
        and not any(day > str(latest) for day in read if day[:1].isdigit())
    ):
        return
    of_claims = [*_of_claims(content)]
    days = [*of_claims, *_of_sources(content)]
    last = max((day for day, _, _ in of_claims), default=date.max - FAR)
    ahead = [one for one in days if latest < one[0] <= last + FAR]
    if not ahead or 2 * len(ahead) > len(days):
        return
    told = {
        (mistake.file, mistake.line)
        for rule in (history_is_in_order, days_of_looks_are_in_order, no_day_runs_ahead)
        for mistake in rule(content)
    }
    for day, place, _ in ahead:
        if place not in told:
            yield Mistake(*place, f"{day} is still to come. Write the day on which it was done.")


def today() -> date:
    """The day of today by the clock of this computer."""
    return date.today()


def days_in_words_are_in_the_calendar(content: Content) -> Iterator[Mistake]:
    """A day that words tell is one of the calendar, and its day of the week is the right one; one
    without a year is of the last year, or of that of the last whole day, that is told before it;
    else of that which its row, its claim or the article tells alone.
    """
    notebooks = {content.file(name) for name in content.folder.notebooks}
    claims = {content.words(claim)[0]: claim for claim in content.ledger.claims.values()}
    for prose in content.prose:
        if prose.file not in notebooks:
            about = partial(words_about, content, claims.get(prose.file), prose.text)
            for at, told in strange_days(prose.text, about):
                yield Mistake(prose.file, prose.line + prose.text.count("\n", 0, at), told)
    every = (texts.of_claims, texts.of_readings, texts.of_article)
    cells = [text for some in every for text in some(content)]
    # Nearly always nothing is wrong with all; what holds a day of the week is asked by itself.
    whole = "\n".join(text.words for text in cells if "day" not in text.words)
    wrong = any(strange_days(whole, tuple))
    for text in cells:
        if wrong or "day" in text.words:  # of the week
            about = partial(words_about, content, text.owner, line=text.at)
            for _, told in strange_days(text.words, about):
                yield Mistake(*text.place(content), f"'{text.name}': {told}")


def words_about(
    content: Content, owner: Claim | str | None, text: str = "", line: object = 0
) -> Iterator[str]:
    """The words that may tell the year of a day: of a text, of a row, if the claim has one on this
    line, of a claim, and of the article.
    """
    yield text
    if isinstance(owner, Claim):
        told = {
            row.line: f"{row.name} {row.note} {row.proof.text if row.proof else ''}"
            for row in owner.readings
        }
        if isinstance(line, int) and line in told:
            yield told[line]
        yield " ".join([owner.sentence, owner.title, *(row.name for row in owner.readings)])
        yield " ".join(told.values())
    if content.ledger.article:
        yield content.ledger.article.date


def strange_days(text: str, about: Callable[[], Iterable[str]]) -> Iterator[tuple[int, str]]:
    """The days of a text that the calendar has not, each with its place and what to do. The first
    of the texts `about` it that tells one year alone tells that of a day without one.
    """
    found = list(DAY.finditer(text))
    if ", 20" in text or ", 19" in text or ", 18" in text or "day, " in text:
        found += TURNED.finditer(text)
    for match in found:
        words, name, year = match["day"], match["month"], match["year"]
        above = text[max(match.start() - LONGEST, 0) : match.start()]
        day, month = int(words), MONTHS.index(name)
        if above[-1:].isdigit() or above[-1:] in (".", ",", "-"):
            continue  # the end of a longer number
        weekday = WEEKDAY.search(above) if "day" in above else None
        weekday = weekday or BEHIND.match(text, match.end())
        if not year and not weekday and match.re is TURNED:
            continue  # `In May 40 firms`
        if not 1 <= day <= monthrange(int(year or LEAP), month)[1]:
            yield match.start(), f"there is no {day} {name} {year or ''}".strip() + ". Correct it."
        elif weekday:
            years = [year] if year else [*_years(text[: match.start()], about)]
            told = [_other_weekday(day, month, int(one), weekday[1]) for one in years]
            if told and all(told):
                remedy = "Correct one." if year else "Correct one, or write its year."
                yield match.start(), f"{told[0]}. {remedy}"


def _other_weekday(day: int, month: int, year: int, weekday: str) -> str:
    """That a day is none of that day of the week, or not in the calendar; or an empty string."""
    when = f"{day} {MONTHS[month]} {year}"
    if day > monthrange(year, month)[1]:
        return f"there is no {when}"
    right = f"{date(year, month, day):%A}"
    return f"{when} was a {right}, not a {weekday}" if right != weekday else ""


def _years(above: str, about: Callable[[], Iterable[str]]) -> Iterator[str]:
    """The years that a day without one may be of: those of the last whole day and of the last year
    that are told above it, else the first that other texts tell alone.
    """
    above = above[-FAR_ABOVE:]
    whole = [match["year"] for match in (*DAY.finditer(above), *TURNED.finditer(above))]
    before = [*filter(None, whole)][-1:] + YEAR.findall(above)[-1:]
    alone = (one.pop() for some in about() if len(one := {*YEAR.findall(some)}) == 1)
    yield from before or filter(None, [next(alone, "")])


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
    no_day_is_to_come,
    days_in_words_are_in_the_calendar,
)
