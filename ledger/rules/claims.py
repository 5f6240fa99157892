"""The rules for claims: their readings, their history, their words."""

import re
from collections.abc import Iterator
from datetime import date

from ledger.claim import Claim
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.numbers import loose_figures, numbers_of
from ledger.reading import Reading
from ledger.sizes import Sizes
from ledger.ways import ways

MOST_RIVALS = 3
MOST_READINGS = 40
THREE = re.compile(r"[-+−]?\d{1,3}\.\d{3}")  # a number with three decimals
LETTER = re.compile(r"\w")
DIGIT = re.compile(r"\d")
WORDS = range(60, 201)  # of a claim's prose


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


def readings_are_few(content: Content) -> Iterator[Mistake]:
    """A claim has no more readings than a reader can look at."""
    for claim in content.ledger.claims.values():
        if len(claim.readings) > MOST_READINGS:
            told = f"there are {len(claim.readings)} readings, and {MOST_READINGS} is the most"
            remedy = "Keep those that a reader needs."
            line = claim.readings[MOST_READINGS].line
            yield Mistake(content.table(claim), line, f"{told}. {remedy}")


def readings_differ(content: Content) -> Iterator[Mistake]:
    """No two readings of a claim have the same name and the same sources, nor names that differ in
    capitals or spaces only.
    """
    for claim in content.ledger.claims.values():
        first: dict[tuple[str, str], int] = {}
        alike: dict[str, Reading] = {}
        for row in claim.readings:
            ids = " ".join(source.id for source in row.sources)
            line = first.setdefault((row.name, ids), row.line)
            if line != row.line:
                told = f"'{row.name}' by '{ids}' stands on line {line} already"
                remedy = "Name the two so that a reader can tell them apart, or keep one."
                yield Mistake(content.table(claim), row.line, f"{told}. {remedy}")
            other = alike.setdefault(" ".join(row.name.casefold().split()), row)
            if other.name != row.name:
                told = f"'{row.name}' is the name on line {other.line} but for capitals or spaces"
                remedy = "Write both alike, or tell them apart."
                yield Mistake(content.table(claim), row.line, f"{told}. {remedy}")


def names_in_columns_are_alike(content: Content) -> Iterator[Mistake]:
    """Names in a column of a form differ by more than capitals, marks or letters exchanged."""
    for claim in content.ledger.claims.values():
        found: dict[tuple[str, str], dict[str, list[int]]] = {}
        for row in claim.readings:
            for column, words in row.extra.items():
                if isinstance(words, str):
                    plain = "".join(LETTER.findall(words.casefold()))
                    key = plain if DIGIT.search(plain) else "".join(sorted(plain))
                    lines = found.setdefault((column, key), {}).setdefault(words, [])
                    lines.append(row.line)
        for (column, _), alike in found.items():
            usual = max(alike, key=lambda words: len(alike[words]))
            many = len(alike[usual])
            where = f"{many} other rows" if many > 1 else "a row above"
            for words, lines in alike.items():
                for line in lines if words != usual else ():
                    told = f"column '{column}' says '{words}', and '{usual}' in {where}"
                    remedy = "Write both alike, or tell them apart."
                    yield Mistake(content.table(claim), line, f"{told}. {remedy}")


def claims_are_told_apart(content: Content) -> Iterator[Mistake]:
    """No two claims have the same title, label or sentence."""
    for name in ("title", "label", "claim"):
        first: dict[str, Claim] = {}
        for claim in content.ledger.claims.values():
            words = claim.sentence if name == "claim" else getattr(claim, name)
            other = first.setdefault(words or claim.id, claim)
            if other is not claim and not (claim.draft or other.draft):
                told = f"'{name}' is that of the claim '{other.id}' too. Tell the two apart."
                yield Mistake(*content.words(claim, name), told)


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


def forms_show_what_is_stated(content: Content) -> Iterator[Mistake]:
    """A claim that states a number or a date is drawn by a form that has a place for it."""
    for claim in content.ledger.claims.values():
        stated = claim.stated
        if stated and stated.kind != "fact" and content.forms[claim.form].unstated:
            fitting = [
                form.name
                for form in content.forms.values()
                if stated.kind in form.shows and not form.unstated
            ]
            told = f"the form '{claim.form}' has no place for what is stated"
            remedy = f"One that has is {', '.join(fitting)}."
            yield Mistake(*content.words(claim, "form"), f"{told}. {remedy}")


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


def points_are_points(content: Content) -> Iterator[Mistake]:
    """No value has three decimals where all others are whole thousands: its point marks them."""
    for claim in content.ledger.claims.values():
        rows = [row for row in claim.readings if row.value.kind == "number" and not row.of]
        if claim.unit == "%" or not any("." in row.value.text for row in rows):
            continue
        for row in rows:
            others = [one.value for one in rows if one is not row]
            others += [claim.stated] if claim.stated and claim.stated.kind == "number" else []
            thousands = all(abs(one.low) >= 1000 and "." not in one.text for one in others)
            if others and thousands and THREE.fullmatch(row.value.text):
                told = f"'{row.value.text}' has a point where the others count thousands"
                whole = row.value.text.replace(".", "")
                remedy = f"Write {whole}; or if it is so small, {row.value.text}0."
                yield Mistake(content.table(claim), row.line, f"{told}. {remedy}")


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
            + (f"If the claim is new, write {now} here. " if len(claim.history) == 1 else "")
            + f"If the change is right, see whether {still}, and add below this line: {line}",
        )


# ---------------------------------------------------------------- words


def titles_go_the_right_way(content: Content) -> Iterator[Mistake]:
    """A title that tells of a fall or a rise by a number has asked readings that went that way."""
    for claim in checked(content):
        asked = [row.value for row in claim.asked if row.value.kind == "number"]
        for _, way, number in ways(claim.title, bare=True) if claim.signed else ():
            meant = [value for value in asked if number in (abs(value.low), abs(value.high))]
            if meant and all(value.direction != way for value in meant):
                told = "a fall, but what was asked is a rise"
                told = told if way < 0 else "a rise, but what was asked is a fall"
                remedy = "Correct the title or the reading."
                yield Mistake(*content.words(claim, "title"), f"'title' tells of {told}. {remedy}")


def numbers_of_claims_are_readings(content: Content) -> Iterator[Mistake]:
    """Every number in a claim's title, label and prose is a reading or a simple rounding of one, in
    its size and sign where the prose writes them.
    """
    article = content.ledger.article
    if not article:  # without its names nothing can be said
        return
    for claim in content.ledger.claims.values():
        allowed, sizes, among = numbers_of(claim), Sizes([claim]), "the readings of this claim"
        texts = {"title": claim.title, "label": claim.label or ""}
        for name, text in texts.items():
            file, line = content.words(claim, name)
            for at, sentence in loose_figures(text, line, allowed, sizes, article, among):
                yield Mistake(file, at, f"'{name}': {sentence}")
        told = loose_figures(claim.body, claim.body_line, allowed, sizes, article, among)
        for at, sentence in told:
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
    readings_are_few,
    readings_differ,
    names_in_columns_are_alike,
    claims_are_told_apart,
    forms_show_what_judges,
    forms_show_what_is_stated,
    powers_are_above_zero,
    hours_have_their_zone,
    points_are_points,
    unsettled_says_what_would_settle,
    verdicts_are_on_record,
    titles_go_the_right_way,
    numbers_of_claims_are_readings,
    prose_has_its_length,
)
