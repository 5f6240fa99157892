"""The verdict: a function of what was stated and of the readings. Nobody types one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from ledger import distances, values
from ledger.values import Fit


class Reading(Protocol):
    """What the rule reads of a reading."""

    @property
    def name(self) -> str:
        """What it is; readings with one name are sources for one quantity."""

    @property
    def value(self) -> values.Value:
        """What it gives."""

    @property
    def role(self) -> str:
        """`asked`, `rival` or `context`."""


@dataclass(frozen=True)
class Evidence:
    """What the readings of a claim come to, before a verdict is named.

    `kind` is the claim's: `fact`, `opinion` or `forecast`. `asked` is how all that was asked fits,
    `rival` the best of the rivals: agrees, nearly or misses. `precise`: the stated value has two or
    more significant digits.
    """

    kind: str
    asked: Fit
    rival: Fit
    precise: bool

    @property
    def rescued(self) -> bool:
        """True when a rival fits better than what was asked."""
        if self.asked is Fit.NEARLY:
            return self.rival is Fit.AGREES and self.precise
        missed = self.asked in (Fit.MISSES, Fit.UNKNOWN, Fit.SILENT)
        return missed and self.rival in (Fit.AGREES, Fit.NEARLY)


@dataclass(frozen=True)
class Verdict:
    """One row of the verdict table: word, sign, short gloss, when it is given, and its test."""

    name: str
    sign: str
    gloss: str
    when: str
    test: Callable[[Evidence], bool]

    def __reduce__(self) -> tuple[Callable[[str], "Verdict"], tuple[str]]:
        # A claim that is drawn in another process comes back with the very rows of this table.
        return _named, (self.name,)


def _named(name: str) -> Verdict:
    return UNCHECKED if name == UNCHECKED.name else BY_NAME[name]


def _judged(evidence: Evidence, *asked: Fit) -> bool:
    return evidence.kind == "fact" and not evidence.rescued and evidence.asked in asked


# The words of the rule say what the numbers of the rule are.
_UNIT, _NEAR, _ROUNDED, _ABOUT = map(
    distances.part, (values.UNIT, values.NEAR, values.ROUNDED, values.ABOUT)
)

VERDICTS = (
    Verdict(
        "Holds",
        "●",
        "the record agrees",
        "What was asked agrees with what is stated.",
        lambda e: _judged(e, Fit.AGREES),
    ),
    Verdict(
        "Nearly",
        "◐",
        f"within {_NEAR}, or part of it",
        f"It misses by no more than {_NEAR} of the stated value; a date by one unit of its "
        "precision, a month at most. Of several yes-or-no facts, part of them hold.",
        lambda e: _judged(e, Fit.NEARLY),
    ),
    Verdict(
        "Misplaced",
        "◇",
        "true of something else",
        "A rival reading fits better: it agrees where what was asked only nearly does (for a "
        "value of two or more significant digits), or it agrees or nearly agrees where what was "
        "asked misses by more, or where nothing that could be asked is known.",
        lambda e: e.kind == "fact" and e.rescued,
    ),
    Verdict(
        "Fails",
        "✕",
        "no reading rescues it",
        f"It misses by more than {_NEAR}, and no reading rescues it.",
        lambda e: _judged(e, Fit.MISSES),
    ),
    Verdict(
        "Unsettled",
        "?",
        "the record cannot say",
        "Nothing that could be asked is known, or sources for the same quantity contradict each "
        "other and only some agree.",
        lambda e: _judged(e, Fit.UNKNOWN, Fit.SILENT, Fit.DIFFER),
    ),
    Verdict(
        "Opinion",
        "“",
        "shown, not judged",
        "A judgement that no record could settle; the evidence is shown.",
        lambda e: e.kind == "opinion",
    ),
    Verdict(
        "Forecast",
        "→",
        "still open",
        "Its outcome lies ahead or is still open; what has happened since is shown. That a plan "
        "was announced is a fact, and is judged.",
        lambda e: e.kind == "forecast",
    ),
)
BY_NAME = {verdict.name: verdict for verdict in VERDICTS}
# What stands in the place of a verdict while a claim is a draft; no rule ever gives it.
UNCHECKED = Verdict("Draft", "", "not checked yet", "Nobody has checked it yet.", lambda e: False)

COMPARISON = (
    (
        "Agrees",
        f"Within {_UNIT} a unit of the last digit printed, never wider than {_ROUNDED} of the "
        "value. A whole number's trailing zeros are no precision, so 2,048 meets 2000. “About” "
        f"widens it to {_ABOUT} at least. A bound is met by what lies beyond it.",
    ),
    ("Nearly", f"Within {_NEAR} of the stated value, the edge of a range or the bound."),
    (
        "Direction",
        "A fall is compared with a fall. A change in the opposite direction never agrees and is "
        "never near.",
    ),
    (
        "Parts",
        "Asked readings with different names are parts of one claim, and all must agree. Asked "
        "readings with the same name are sources for one quantity.",
    ),
    (
        "Yes or no",
        "Each asked reading is one sourced fact: all yes holds, none fails, some is nearly. A "
        "cause needs a source that states the cause.",
    ),
    (
        "Rivals",
        "At most three to a claim, in the same unit, each with a reason why a writer could have "
        f"meant it. Against a bound, a rival counts only within {_NEAR} of the bound itself.",
    ),
    ("A source that gives a bound", "“More than 3” judges only what it implies or excludes."),
)


@dataclass(frozen=True)
class Line:
    """The verdict if one reading were what the article meant (None for context), and how far it
    misses.
    """

    verdict: Verdict | None
    distance: str


@dataclass(frozen=True)
class Judgement:
    """A verdict, and a `Line` for each reading of the claim."""

    verdict: Verdict
    lines: tuple[Line, ...]


_WORST = (Fit.MISSES, Fit.NEARLY, Fit.AGREES)
_ALONE = {
    Fit.AGREES: "Holds",
    Fit.NEARLY: "Nearly",
    Fit.MISSES: "Fails",
    Fit.SILENT: "Unsettled",
}


def judge(
    stated: values.Value | None, kind: str, readings: Sequence[Reading], unit: str = ""
) -> Judgement:
    """Judge what was stated by the readings. The rule is the table `VERDICTS`, over the evidence.

    `kind` is `fact`, `opinion` or `forecast`; `stated` is None for the last two. `unit` only words
    the distances.
    """
    lines = tuple(_line(stated, reading, unit) for reading in readings)
    return Judgement(rule(weigh(stated, kind, readings)), lines)


def rule(evidence: Evidence) -> Verdict:
    """The one verdict whose test the evidence passes."""
    return next(verdict for verdict in VERDICTS if verdict.test(evidence))


def unjudged(readings: Sequence[Reading]) -> Judgement:
    """The judgement of a draft: none, whatever its readings are."""
    return Judgement(UNCHECKED, tuple(Line(None, "") for _ in readings))


def weigh(stated: values.Value | None, kind: str, readings: Sequence[Reading]) -> Evidence:
    """Sum up the readings of a claim as `Evidence`."""
    if stated is None:
        return Evidence(kind, Fit.UNKNOWN, Fit.MISSES, False)
    groups: dict[str, list[Fit]] = {}
    for reading in readings:
        if reading.role == "asked":
            groups.setdefault(reading.name, []).append(values.compare(stated, reading.value))
    rivals = [_rival(stated, one.value) for one in readings if one.role == "rival"]
    rival = next((fit for fit in (Fit.AGREES, Fit.NEARLY) if fit in rivals), Fit.MISSES)
    asked = _parts([_sources(fits) for fits in groups.values()], stated.kind == "fact")
    return Evidence("fact", asked, rival, stated.kind != "number" or stated.digits >= 2)


def _sources(fits: list[Fit]) -> Fit:
    """Sources for one quantity: agreed, contradicting each other, or too vague to say."""
    telling = [fit for fit in fits if fit is not Fit.SILENT]
    if not telling:
        return Fit.SILENT
    if Fit.AGREES in telling and len(set(telling)) > 1:
        return Fit.DIFFER
    return next(fit for fit in _WORST if fit in telling)


def _parts(parts: list[Fit], yes_or_no: bool) -> Fit:
    """Parts of one claim: all must agree; of yes-or-no facts, some make it nearly."""
    if not parts:
        return Fit.UNKNOWN
    if yes_or_no and Fit.DIFFER not in parts and len(set(parts)) > 1:
        return Fit.NEARLY
    worst = (Fit.MISSES, Fit.DIFFER, Fit.SILENT, Fit.NEARLY, Fit.AGREES)
    return next(fit for fit in worst if fit in parts)


def _rival(stated: values.Value, value: values.Value) -> Fit:
    """How a rival fits: against a bound, only where it is near the bound itself."""
    fit = values.compare(stated, value)
    if stated.bound and stated.kind == "number" and fit in (Fit.AGREES, Fit.NEARLY):
        room = abs(stated.low) * values.NEAR
        if abs(value.low - stated.low) > room or abs(value.high - stated.low) > room:
            return Fit.MISSES
    return fit


def _line(stated: values.Value | None, reading: Reading, unit: str) -> Line:
    if stated is None or reading.role == "context":
        return Line(None, "")
    fit = (_rival if reading.role == "rival" else values.compare)(stated, reading.value)
    return Line(BY_NAME[_ALONE[fit]], distances.distance(stated, reading.value, unit))
