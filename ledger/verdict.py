"""The verdict: a function of what was stated and of the readings. Nobody types one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from ledger import values


class Reading(Protocol):
    """What the rule reads of a reading."""

    @property
    def name(self) -> str: ...
    @property
    def value(self) -> values.Value: ...
    @property
    def role(self) -> str: ...


@dataclass(frozen=True)
class Evidence:
    """What the readings of a claim come to, before a verdict is named.

    `asked`: `agrees`, `nearly`, `misses`, `differ` (sources contradict each other), `silent` (sources say too little) or
    `unknown` (there are none). `rival`: the best of the rivals, `agrees`, `nearly` or `misses`. `precise`: the stated value
    has two or more significant digits.
    """

    kind: str
    asked: str
    rival: str
    precise: bool

    @property
    def rescued(self) -> bool:
        """True when a rival fits better than what was asked."""
        if self.asked == "nearly":
            return self.rival == "agrees" and self.precise
        return self.asked in ("misses", "unknown", "silent") and self.rival in ("agrees", "nearly")


@dataclass(frozen=True)
class Verdict:
    """One row of the verdict table: its word, its sign, a short gloss, when it is given, and the test that gives it."""

    name: str
    sign: str
    gloss: str
    when: str
    test: Callable[[Evidence], bool]


def _judged(evidence: Evidence, *asked: str) -> bool:
    return evidence.kind == "fact" and not evidence.rescued and evidence.asked in asked


VERDICTS = (
    Verdict("Holds", "●", "the record agrees", "What was asked agrees with what is stated.", lambda e: _judged(e, "agrees")),
    Verdict(
        "Nearly",
        "◐",
        "within a tenth",
        "It misses by no more than a tenth of the stated value; a date by one unit of its precision, a month at most; of several yes-or-no facts, some hold.",
        lambda e: _judged(e, "nearly"),
    ),
    Verdict(
        "Misplaced",
        "◇",
        "true of something else",
        "A rival reading fits better: it agrees where what was asked only nearly does (for a value of two or more "
        "significant digits), or it agrees or nearly agrees where what was asked misses by more, or where nothing "
        "that could be asked is known.",
        lambda e: e.kind == "fact" and e.rescued,
    ),
    Verdict("Fails", "✕", "no reading rescues it", "It misses by more than a tenth, and no reading rescues it.", lambda e: _judged(e, "misses")),
    Verdict(
        "Unsettled",
        "?",
        "the record cannot say",
        "Nothing that could be asked is known, or sources for the same quantity contradict each other and only some agree.",
        lambda e: _judged(e, "unknown", "silent", "differ"),
    ),
    Verdict("Opinion", "“", "shown, not judged", "A judgement that no record could settle; the evidence is shown.", lambda e: e.kind == "opinion"),
    Verdict(
        "Forecast",
        "→",
        "still open",
        "Its outcome lies ahead or is still open; what has happened since is shown. That a plan was announced is a fact, and is judged.",
        lambda e: e.kind == "forecast",
    ),
)
BY_NAME = {verdict.name: verdict for verdict in VERDICTS}

COMPARISON = (
    (
        "Agrees",
        "Within half a unit of the last digit printed, never wider than 5% of the value. A whole number's trailing "
        "zeros are no precision, so 2,048 meets 2000. “About” widens it to 2% at least. A bound is met by what lies beyond it.",
    ),
    ("Nearly", "Within a tenth of the stated value, the edge of a range or the bound."),
    ("Direction", "A fall is compared with a fall. A change in the opposite direction never agrees and is never near."),
    (
        "Parts",
        "Asked readings with different names are parts of one claim, and all must agree. Asked readings with the same name are sources for one quantity.",
    ),
    ("Yes or no", "Each asked reading is one sourced fact: all yes holds, none fails, some is nearly. A cause needs a source that states the cause."),
    (
        "Rivals",
        "At most three to a claim, in the same unit, each with a reason why a writer could have meant it. "
        "Against a bound, a rival counts only within a tenth of the bound itself.",
    ),
    ("A source that gives a bound", "“More than 3” judges only what it implies or excludes."),
)


@dataclass(frozen=True)
class Judgement:
    """A verdict with its reason in one sentence, and one `Reading`-by-reading line for each reading of the claim."""

    verdict: Verdict
    because: str
    lines: tuple["Line", ...]


@dataclass(frozen=True)
class Line:
    """What the verdict would be if one reading were what the article meant; `None` for context, and how far it misses."""

    verdict: Verdict | None
    distance: str


_WORST = ("misses", "nearly", "agrees")
_ALONE = {"agrees": "Holds", "nearly": "Nearly", "misses": "Fails", "silent": "Unsettled"}


def judge(stated: values.Value | None, kind: str, readings: Sequence[Reading]) -> Judgement:
    """Judge what was stated by the readings: returns a `Judgement`. The rule is the table `VERDICTS`, over the evidence.

    `kind` is `fact`, `opinion` or `forecast`; `stated` is None for the last two.
    """
    evidence = weigh(stated, kind, readings)
    verdict = next(verdict for verdict in VERDICTS if verdict.test(evidence))
    lines = tuple(_line(stated, reading) for reading in readings)
    return Judgement(verdict, _because(stated, evidence, verdict, list(zip(readings, lines, strict=True))), lines)


def weigh(stated: values.Value | None, kind: str, readings: Sequence[Reading]) -> Evidence:
    """Sum up the readings of a claim as `Evidence`."""
    if stated is None:
        return Evidence(kind, "unknown", "misses", False)
    groups: dict[str, list[str]] = {}
    for reading in readings:
        if reading.role == "asked":
            groups.setdefault(reading.name, []).append(values.compare(stated, reading.value))
    rivals = [_rival(stated, reading.value) for reading in readings if reading.role == "rival"]
    rival = next((fit for fit in ("agrees", "nearly") if fit in rivals), "misses")
    asked = _parts([_sources(fits) for fits in groups.values()], yes_or_no=stated.kind == "fact")
    return Evidence("fact", asked, rival, stated.kind != "number" or stated.digits >= 2)


def _sources(fits: list[str]) -> str:
    """Sources for one quantity: agreed, contradicting each other, or too vague to say."""
    telling = [fit for fit in fits if fit != "silent"]
    if not telling:
        return "silent"
    if "agrees" in telling and len(set(telling)) > 1:
        return "differ"
    return next(fit for fit in _WORST if fit in telling)


def _parts(parts: list[str], yes_or_no: bool) -> str:
    """Parts of one claim: all must agree; of yes-or-no facts, some make it nearly."""
    if not parts:
        return "unknown"
    if yes_or_no and "differ" not in parts and len(set(parts)) > 1:
        return "nearly"
    return next(fit for fit in ("misses", "differ", "silent", "nearly", "agrees") if fit in parts)


def _rival(stated: values.Value, value: values.Value) -> str:
    fit = values.compare(stated, value)
    if stated.bound and stated.kind == "number" and fit in ("agrees", "nearly"):
        edge = stated.low
        if abs(value.low - edge) > abs(edge) * values.TENTH or abs(value.high - edge) > abs(edge) * values.TENTH:
            return "misses"
    return fit


def _line(stated: values.Value | None, reading: Reading) -> Line:
    if stated is None or reading.role == "context":
        return Line(None, "")
    fit = (_rival if reading.role == "rival" else values.compare)(stated, reading.value)
    return Line(BY_NAME[_ALONE[fit]], values.distance(stated, reading.value))


def _because(stated: values.Value | None, evidence: Evidence, verdict: Verdict, pairs: list[tuple[Reading, Line]]) -> str:
    """One sentence, built from the readings, that says why the verdict is what it is."""
    def named(role: str, *names: str) -> list[tuple[Reading, Line]]:
        return [(r, line) for r, line in pairs if r.role == role and line.verdict and line.verdict.name in names]

    def listing(found: list[tuple[Reading, Line]]) -> str:
        seen = {r.name: f"“{r.name}”" + (f" ({line.distance})" if line.distance else "") for r, line in found}
        return "; ".join(seen.values())

    match verdict.name:
        case "Holds":
            return "The record agrees with what the article says."
        case "Nearly" if stated and stated.kind == "fact":
            return "Part of it holds. What does not: " + listing(named("asked", "Fails", "Unsettled")) + "."
        case "Nearly":
            return "Close, but not exact: " + listing(named("asked", "Nearly", "Holds")) + "."
        case "Misplaced":
            asked = listing(named("asked", "Fails", "Nearly"))
            fits = "It fits another reading: " + listing(named("rival", "Holds") or named("rival", "Nearly"))
            return f"{fits}. It does not fit what was asked: {asked}." if asked else f"{fits}."
        case "Fails":
            return "Contradicted by the record: " + listing(named("asked", "Fails")) + "."
        case "Unsettled" if evidence.asked == "differ":
            return "Sources for the same quantity contradict each other."
        case "Unsettled" if evidence.asked == "silent":
            return "The sources say too little to judge it."
        case "Unsettled":
            return "No source was found that could settle it; it was searched for in vain."
        case _:
            return verdict.when.split(". ")[0].rstrip(".") + "."
