"""The rules for sentences taken apart: every word is tested, or named as what it is."""

import re
from collections.abc import Iterator

from ledger.claim import Claim
from ledger.content import Content, Rule
from ledger.mistakes import Mistake
from ledger.sentence import phrases_of, spans

DENIAL = re.compile(r"^(?:No|None|Nobody|Nothing|Neither|Never)\b|\bnot\b", re.IGNORECASE)
WORD = re.compile(r"\w(?:[\w'’.,-]*\w)?")
_FREE = (
    "a an the "
    "i he she it we you they me him her us them my his its our your their "
    "myself himself herself itself ourselves yourselves themselves "
    "this that these those who whom whose which what "
    "am is are was were be been being"
)
FREE = frozenset(_FREE.split())  # articles, pronouns and forms of to be
NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
    "hundred hundreds thousand thousands million millions billion billions trillion trillions half"
)
NEVER_SUBJECT = {
    "a number": NUMBERS,
    "a negation": "no not never none nobody nothing nor neither without cannot",
    "a comparison": "more less fewer most least than as like same other better best worse worst "
    "higher highest lower lowest larger largest smaller smallest greater greatest main equal twice "
    "above below over under beyond only",
    "a word of cause": "because cause causes caused causing lead leads led trigger triggers "
    "triggered drive drives drove driven driver due result results resulted thus therefore despite "
    "by through",
    "a word of time": "before after since until when while during now already still yet soon once "
    "always ever early late earlier later first last next past recent recently year years month "
    "months week weeks day days today yesterday",
    "a word of degree": "very almost nearly about quite wholly completely entirely partly largely "
    "mainly particularly significantly sharply increasingly even just too much many some all every "
    "any several few",
}
KINDS = {word: kind for kind, words in NEVER_SUBJECT.items() for word in words.split()}


def phrases_stand_in_the_claim(content: Content) -> Iterator[Mistake]:
    """Only asked readings of a yes-or-no claim test words, and what is named stands in the claim
    letter for letter.
    """
    for claim in content.ledger.claims.values():
        yes = _is_statement(claim)
        for place, name, words in _named(content, claim):
            if not yes:
                told = f"'{name}' is for claims with `stated: yes`. Take it out."
                yield Mistake(*place, told)
            elif not next(spans(claim.sentence, words), None):
                told = f"'{name}': the words '{words}' do not stand in the claim"
                yield Mistake(*place, f"{told}, letter for letter. Copy them from it.")
        for row in claim.readings:
            if row.tests and yes and row.role != "asked":
                told = f"'tests' is for asked readings, and this one is {row.role}. Empty it."
                yield Mistake(content.table(claim), row.line, told)
            elif not row.tests and row.role == "asked" and claim.taken_apart:
                told = "this asked reading names no words of the claim. Say in 'tests' which it"
                yield Mistake(content.table(claim), row.line, f"{told} tests.")


def _is_statement(claim: Claim) -> bool:
    return claim.stated is not None and claim.stated.kind == "fact"


def _named(content: Content, claim: Claim) -> Iterator[tuple[tuple[str, int], str, str]]:
    """All words that a claim names of itself: the place, the field, and the words."""
    for row in claim.readings:
        for words in row.tests:
            yield (content.table(claim), row.line), "tests", words
    for words in phrases_of(claim.subject):
        yield content.words(claim, "subject"), "subject", words
    for index, one in enumerate(claim.not_judged):
        yield content.words(claim, "not_judged", index), "not_judged", one.words


def facts_are_said_plainly(content: Content) -> Iterator[Mistake]:
    """The name of an asked yes-or-no reading says what is so, never what is not: its sign says
    that. Where the article itself denies something, a reading may.
    """
    for claim in content.ledger.claims.values():
        for row in claim.asked if not DENIAL.search(claim.sentence) else ():
            if row.value.kind == "fact" and DENIAL.search(row.name):
                told = f"'{row.name}' is said in the negative, which yes or no would turn round"
                remedy = "Say what the claim asks, and let the value deny it."
                yield Mistake(content.table(claim), row.line, f"{told}. {remedy}")


def every_word_is_covered(content: Content) -> Iterator[Mistake]:
    """In a sentence taken apart every word but articles, pronouns and forms of to be is tested, its
    subject, or named as not judged; and no word is two of these.
    """
    for claim in filter(_is_statement, content.ledger.claims.values()):
        plain = (part.text for part in claim.marked if part.state == "plain")
        left = [word for text in plain for word in WORD.findall(text) if word.lower() not in FREE]
        if left:
            listed = ", ".join(f"'{word}'" for word in left)
            told = f"nothing tests {listed}. Name such words in 'tests' of the reading that does"
            remedy = "in `subject`, or in `not_judged` with a reason."
            yield Mistake(*content.words(claim, "claim"), f"{told}, {remedy}")
        tested = {words for row in claim.readings for words in row.tests}
        about = {*phrases_of(claim.subject)}
        for place, name, words in _named(content, claim) if claim.marked else ():
            if name != "tests" and _touches(claim.sentence, words, tested):
                told = f"'{name}': a reading tests words of '{words}'. Take these words out here."
                yield Mistake(*place, told)
            elif name == "not_judged" and _touches(claim.sentence, words, about):
                told = f"'not_judged': '{words}' stands in `subject` too. Take it out of one."
                yield Mistake(*place, told)


def _touches(sentence: str, words: str, others: set[str]) -> bool:
    """True when words overlap with others in a sentence."""
    taken = {at for one in others for span in spans(sentence, one) for at in range(*span)}
    return any(at in taken for span in spans(sentence, words) for at in range(*span))


def subjects_say_only_what_it_is_about(content: Content) -> Iterator[Mistake]:
    """A subject holds no number, negation or comparison, and no word of cause, time or degree."""
    article = content.ledger.article
    if not article:  # without its names nothing can be said
        return
    for claim in content.ledger.claims.values():
        for phrase in phrases_of(claim.subject):
            plain = phrase
            for name in article.names:
                plain = plain.replace(name, " ")
            for word in WORD.findall(plain):
                kind = "a number" if word[0].isdigit() else KINDS.get(word.lower(), "")
                if kind:
                    told = f"'subject' holds '{word}', {kind}, which can be false"
                    remedy = "Let a reading test it, or name it in `not_judged`."
                    yield Mistake(*content.words(claim, "subject"), f"{told}. {remedy}")


RULES: tuple[Rule, ...] = (
    phrases_stand_in_the_claim,
    facts_are_said_plainly,
    every_word_is_covered,
    subjects_say_only_what_it_is_about,
)
