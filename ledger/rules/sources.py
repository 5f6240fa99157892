"""The rules for sources."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from urllib.parse import unquote

from ledger.content import Content, Rule
from ledger.files import fault_of_id
from ledger.mistakes import Mistake, did_you_mean
from ledger.moments import MONTHS
from ledger.reading import Source
from ledger.rules.calendar import FAR, ZONES, read_day

DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS[1:])}) ((?:19|20)\d\d)\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
STROKES = re.compile(r"\b\d{1,4}/\d{1,2}/\d{1,4}\b|\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b")
MONTH = re.compile(r"\b\d{1,2}(?:st|[nr]d|th|\.)? (?:de )?([^\W\d_]+)\.?,? (?:de )?(?:19|20)\d\d\b")
TURNED = re.compile(rf"\b({'|'.join(MONTHS[1:])}) (\d{{1,2}}),? ((?:19|20)\d\d)\b")
BEFORE = re.compile(r"before (\d{1,2}) ([A-Z][a-z]+) (\d{4})")
NOTHING = re.compile(r"\W*|n\W?/?a\W?|n\W?d\W?|none|nil|null|unknown|tba|tbd", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?:|www\.)\S*|(?:[\w-]+\.)+[a-z]{2,}/\S*", re.IGNORECASE)
# A copy in an archive: the digits of its day, and the page, with its first letters or without.
COPY = re.compile(
    r"https?://[^/]+/(?:[\w-]+/)*?(?P<day>(?:19|20)\d{2,12})(?:[a-z]{2}_)?/(?P<page>.+)"
)
BEGINS = re.compile(r"(?:https?:/{1,2})?(?:www\.)?", re.IGNORECASE)
# Part of a question in an address that asks for no other page.
NO_PAGE = re.compile(r"(?:utm_\w+|fbclid|gclid|igshid|mc_[ce]id|amp|outputType=amp)(?:=|$)")
NO_MONTHS = ("and", "for", "from", "until", "late", "early", "autumn", "winter", "spring", "summer")
# What a note says of a source of which nobody saw the page, or not the whole.
UNSEEN = re.compile(
    r"\b(?:own|itself)\b[^.;]*?\b(?:was|were) (?:not|never) (?:opened|seen|read)\b(?! again)", re.I
)
READ = ("original", "excerpt")  # how a source was seen of which somebody saw the page
UNTITLED = re.compile(r"\btitle (?:is|was) (?:inferred|not shown)\b", re.IGNORECASE)
PARTIES = ("title", "origin", "publisher")


def sources_are_used(content: Content) -> Iterator[Mistake]:
    """Every source has a reading that rests on it."""
    if content.source_fields and content.claims_whole:
        users = content.ledger.users
        for id in content.ledger.sources:
            if not users[id] and not fault_of_id(id):
                line = content.source_fields.line((id,))
                told = f"no reading rests on the source '{id}'. Name it in one, or take it out."
                yield Mistake(content.file("sources.yml"), line, told)


def sources_have_addresses_of_their_own(content: Content) -> Iterator[Mistake]:
    """No two sources have one address, nor two spellings of one, so that one source is never
    counted as two.
    """
    first: dict[str, Source] = {}
    for id, source in content.ledger.sources.items() if content.source_fields else ():
        other = first.setdefault(_page_of(source.address), source)
        if source.address and other is not source and content.source_fields:
            told = f"source '{id}': this is the address of '{other.id}' too"
            if other.address.rstrip("/") != source.address.rstrip("/"):
                told = f"source '{id}': this address leads to the page of '{other.id}'"
            remedy = "Keep one of the two, or write the address of each."
            line = content.source_fields.line((id, "address"))
            yield Mistake(content.file("sources.yml"), line, f"{told}. {remedy}")


def _page_of(address: str) -> str:
    """An address without what leads to the same page: its first letters, `www.`, a stroke at its
    end, a place within the page, and what tells of trackers or of a copy for telephones.
    """
    page, _, asked = address.partition("#")[0].partition("?")
    page = BEGINS.sub("", page, count=1).rstrip("/")
    host, stroke, path = page.partition("/")
    asked = "&".join(sorted(one for one in asked.split("&") if one and not NO_PAGE.match(one)))
    return f"{host.lower()}{stroke}{path}?{asked}"


def sources_are_in_order(content: Content) -> Iterator[Mistake]:
    """Sources stand in the alphabetical order of their ids."""
    ids = [id for id in content.ledger.sources if not fault_of_id(id)]
    for before, id in pairwise(ids):
        if content.source_fields and id < before:
            after = max((one for one in ids if one < id), default="")
            place = f"below '{after}'" if after else "first"
            told = f"'{id}' stands out of the alphabetical order. Put it {place}."
            yield Mistake(content.file("sources.yml"), content.source_fields.line((id,)), told)


def sources_were_read_in_time(content: Content) -> Iterator[Mistake]:
    """No source was read years away from every check of the project, or appeared in a year after
    them all.
    """
    claims, fields = content.ledger.claims.values(), content.source_fields
    days = [change.date for change, _ in content.ledger.changes()]
    days += [claim.checked for claim in claims if claim.checked]
    if not days or not fields:
        return
    first, last = min(days), max(days)
    for source in content.ledger.sources.values():
        read = read_day(source)
        if read and min(abs(read - first), abs(read - last)) > FAR:
            told = f"source '{source.id}': {read} is years away from every check of the project"
            line = fields.line((source.id, "read"))
            yield Mistake(content.file("sources.yml"), line, f"{told}. Correct the date.")
        years = [int(year) for year in YEAR.findall(source.date)]
        if years and min(years) > last.year:
            told = f"source '{source.id}': {min(years)} comes after every check of the project"
            line = fields.line((source.id, "date"))
            yield Mistake(content.file("sources.yml"), line, f"{told}. Correct the date.")


def sources_have_days_that_exist(content: Content) -> Iterator[Mistake]:
    """A day in the date of a source is one of the calendar."""
    for source in content.ledger.sources.values() if content.source_fields else ():
        for day, month, year in DAY.findall(source.date):
            number = MONTHS.index(month)
            if int(day) > monthrange(int(year), number)[1] and content.source_fields:
                told = f"source '{source.id}': there is no {day} {month} {year}. Correct the date."
                line = content.source_fields.line((source.id, "date"))
                yield Mistake(content.file("sources.yml"), line, told)


def dates_of_sources_can_be_read(content: Content) -> Iterator[Mistake]:
    """The date of a source is in English words, or is said not to be shown; and no source appeared
    after it was read.
    """
    changes = content.ledger.changes()
    last = changes[0][0].date if changes else date.max
    for source in content.ledger.sources.values() if content.source_fields else ():
        told = fault_of_date(source.date) or _too_late(source, last)
        if told and content.source_fields:
            place = content.file("sources.yml"), content.source_fields.line((source.id, "date"))
            yield Mistake(*place, f"source '{source.id}': {told}")


@lru_cache(maxsize=1024)
def fault_of_date(text: str) -> str:
    """Why the words of a date are none that every reader reads alike, or an empty string."""
    strange = [word for word in MONTH.findall(text) if word not in (*MONTHS, *NO_MONTHS)]
    strange = [word for word in strange if len(word) > 2]
    if found := STROKES.search(text):
        return f"'{found.group()}' is not read alike everywhere. Write it like 27 January 2025."
    if strange:
        near = did_you_mean(strange[0].title(), MONTHS[1:], "Write it like 27 January 2025.")
        return f"'{strange[0]}' is no month in English. {near}"
    if text and NOTHING.fullmatch(text):  # one that could not be read has none
        return f"'{text}' is no date. Write the day it appeared, or `date not shown`."
    return ""


def _too_late(source: Source, last: date) -> str:
    """Why a source cannot have appeared on the day that is given, or an empty string; where it is
    of a year after the last check, `sources_were_read_in_time` tells it.
    """
    found = DAY.findall(source.date) if source.read else []
    if found or (source.read and "," in source.date):
        found += [(day, month, year) for month, day, year in TURNED.findall(source.date)]
    for day, month, year in found:
        before = BEFORE.fullmatch(source.read or "")
        read = _date(*before.groups()) if before else read_day(source)
        appeared = _date(day, month, year)
        if appeared and read and appeared > read + ZONES and appeared.year <= last.year:
            return f"it appeared on {day} {month} {year}, after it was read. Correct one."
    return ""


def _date(day: str, month: str, year: str) -> date | None:
    """A day in words, where the calendar has it."""
    try:
        return date(int(year), MONTHS.index(month), int(day))
    except ValueError:
        return None


def sources_have_names(content: Content) -> Iterator[Mistake]:
    """Whoever wrote or published a source, and what it is called, has a name."""
    for source in content.ledger.sources.values() if content.source_fields else ():
        wrong: dict[str, str] = {}
        for name in PARTIES:
            words = getattr(source, name) or ""
            if words and NOTHING.fullmatch(words):
                remedy = "Write its name"
                remedy += ", or take the field out." if name == "origin" else "."
                wrong[name] = f"'{name}' is '{words}', which names nobody. {remedy}"
                if name == "title":
                    wrong[name] = f"'title' is '{words}', which says nothing. {remedy}"
            elif ADDRESS.fullmatch(words):
                remedy = "The field `address` has it; write the name here."
                wrong[name] = f"'{name}' is an address. {remedy}"
        for name, told in wrong.items():
            if content.source_fields:
                line = content.source_fields.line((source.id, name))
                yield Mistake(content.file("sources.yml"), line, f"source '{source.id}': {told}")


def sources_were_seen_as_their_notes_say(content: Content) -> Iterator[Mistake]:
    """No source of which the whole or a part was read has a note that its own page, or it itself,
    was not opened; and who read the whole of one knows its title.
    """
    fields = content.source_fields
    for source in content.ledger.sources.values() if fields else ():
        note, told = source.note or "", ""
        if source.seen in READ and (unseen := UNSEEN.search(note)):
            told = f"says '{unseen.group()}'"
        elif source.seen == READ[0] and UNTITLED.search(note):
            told = "says that its title was not shown"
        if told and fields:
            line = fields.line((source.id, "seen"))
            sentence = f"source '{source.id}': 'seen' says {source.seen}, and 'note' {told}"
            remedy = "Write how it was seen: excerpt, copy or second-hand; or correct the note."
            yield Mistake(content.file("sources.yml"), line, f"{sentence}. {remedy}")


def archives_are_of_their_page(content: Content) -> Iterator[Mistake]:
    """The address of an archived copy holds that of the very page, behind the day of the copy, as
    web.archive.org and archive.ph write it.
    """
    fields = content.source_fields
    for source in content.ledger.sources.values() if fields else ():
        if source.archive and source.address and fields:
            told = _fault_of_archive(source.archive, source.address)
            line = fields.line((source.id, "archive"))
            if told:
                sentence = f"source '{source.id}': 'archive' {told}"
                yield Mistake(content.file("sources.yml"), line, sentence)


def _fault_of_archive(archive: str, address: str) -> str:
    """Why this is no archived copy of the page of an address, or an empty string."""
    if archive.rstrip("/") == address.rstrip("/"):
        return "is the address of the page itself. Write that of a copy, or take the field out."
    like = f"https://web.archive.org/web/20250128101500/{address}"
    copy = COPY.match(archive)
    if not copy:
        told = "does not show which page it is a copy of"
        return f"{told}. Write its long form, like {like}, or take the field out."
    if not _is_day(copy["day"]):
        return f"is of '{copy['day']}', which is no day of the calendar. Copy the address again."
    one, other = (_page_of(unquote(page)) for page in (copy["page"], address))
    if _host_of(one) != _host_of(other):
        told = f"is a copy of a page of {_host_of(one)}, and the address is of {_host_of(other)}"
        return f"{told}. Write the copy of this page, or take the field out."
    if one != other:
        return (
            "is a copy of another page of this site. Write the copy of this page, or take it out."
        )
    return ""


def _host_of(page: str) -> str:
    return re.split(r"[/?]", page)[0][:60]


def _is_day(digits: str) -> bool:
    """True for a year, and as much of a day and its hour as follows, as archives write them."""
    try:
        datetime.strptime(f"{digits}{'00000101000000'[len(digits) :]}", "%Y%m%d%H%M%S")
    except ValueError:
        return False
    return True


RULES: tuple[Rule, ...] = (
    sources_have_days_that_exist,
    dates_of_sources_can_be_read,
    sources_have_names,
    archives_are_of_their_page,
    sources_were_seen_as_their_notes_say,
    sources_are_used,
    sources_have_addresses_of_their_own,
    sources_are_in_order,
    sources_were_read_in_time,
)
