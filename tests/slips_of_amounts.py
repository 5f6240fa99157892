"""Slips between an amount and the words that give it, like `slips.py`: hedges and bounds, digits,
units, ends of ranges, years.
"""

from slips import all_of, put, swap
from slips_of_figures import PRINTED, WORKED, counted, dated, printed, translated
from slips_of_proof import GLACIER, LATER, PROVEN

SUMMIT, VISITORS = "claims/summit-height.md", "claims/visitors.md"
MD = f"{GLACIER}.md"
DIGITS = "Write the digits of the quote; or say how the value follows, `worked out: …`."


def valued(value, quote):
    """The glacier with a value and the quote that gives it."""
    table = "reading,value,role,source,note,proof\n"
    return put(PROVEN, f"{table}From 2003,{value},context,glacier-watch,,{quote}\n{ASKED}".encode())


ASKED = f"From 2003 to 2023,-21.3,asked,glacier-watch,,\n{LATER},\n"


def hedged(words, value, says):
    """What is told of a value that hedges otherwise than its quote."""
    told = f"the quote says {words}, and the value is {value}"
    return [f"{PROVEN}:2: {told}. Write {says}, or correct the quote."]


def digits(quote, value):
    """What is told of a value with digits that its quote has not."""
    return [f"{PROVEN}:2: the quote prints {quote}, and the value is {value}. {DIGITS}"]


def counts(other, unit):
    """What is told of a quote that counts in something else."""
    return [f"{PROVEN}:2: the quote counts in {other}, and the unit is {unit}. {WORKED}"]


def stated(value):
    """State another value for the glacier, as the article prints it."""
    return swap(MD, "stated: -21", f"stated: {value}")


AMOUNT_SLIPS = {
    # slip: (change, lines printed)
    # ---- hedges and bounds of quotes
    **{
        f"a hedge or a bound that is lost, {words}": (
            valued(-8, f"“it lost {words} in a year”"),
            hedged(words, -8, says),
        )
        for words, says in (
            ("about 8%", "about -8"),
            ("roughly 8 per cent", "about -8"),
            ("nearly 8%", "about -8 or less than -8"),
            ("just over 8%", "about -8 or more than -8"),
            ("more than 8%", "more than -8"),
            ("at least 8%", "at least -8"),
            ("8% or more", "at least -8"),
            ("less than 8%", "less than -8"),
            ("up to 8%", "at most -8"),
            ("no more than 8%", "at most -8"),
            ("up to about 8%", "about -8 or at most -8"),
        )
    },
    **{
        f"a hedge that is lost, in another language: {quote}": (
            all_of(
                translated("x", "y"),
                valued(-8, f"“{quote}” (in English: it lost {english})"),
            ),
            hedged(words, -8, says),
        )
        for quote, english, words, says in (
            ("perdió casi un 8%", "8%", "casi un 8%", "about -8 or less than -8"),
            ("ging um rund 8% zurück", "8%", "rund 8%", "about -8"),
            ("减少了超过8%", "8%", "超过8%", "more than -8"),
            ("se redujo un 8%", "over 8%", "over 8%", "more than -8"),
        )
    },
    "a bound that is turned": (
        valued("less than -8", "“it lost more than 8%”"),
        hedged("more than 8%", "less than -8", "more than -8"),
    ),
    "a hedge that no quote has": (
        valued("about -8", "“it lost 8%”"),
        hedged("8%", "about -8", "-8"),
    ),
    "a bound that no quote has": (
        valued("more than -8", "“it lost 8% and never rose”"),
        hedged("8%", "more than -8", "-8"),
    ),
    "one end of a range": (
        valued(-8, "“it lost 8 to 10%”"),
        hedged("8 to 10%", -8, "both ends, like 5 to 8"),
    ),
    **{
        f"a hedge or a bound as it is said: {value}, {quote}": (valued(value, f"“{quote}”"), [])
        for value, quote in (
            ("about -8", "it lost an estimated 8%"),
            ("-8", "it lost more than a cubic mile (8%)"),
            ("-8", "over 8 years it lost 8%"),
            ("about -8", "it lost 8.2%"),
            ("-10 to -8", "it lost between 8% and 10%"),
            ("-8", "its yearly loss went from 8% to 10%"),
            ("-8", "over 7% at first and then 8%"),
        )
    },
    # ---- digits
    **{
        f"digits that no quote has, {value}": (
            valued(value, f"“it lost {told}%”"),
            digits(told, value),
        )
        for value, told in (("-8.10", "8.1"), ("-8.14", "8.1"), ("-8.2", "8.1"), ("-8.0", "8"))
    },
    "an end that no quote has": (
        valued("-10 to -8", "“it lost 8% and more”"),
        digits("8", "-10 to -8"),
    ),
    "digits that are left out": (valued("-8.1", "“it lost 8.149%”"), []),
    # ---- units
    **{
        f"a quote in another unit, {words}": (valued(-8, f"“it lost {words}”"), counts(other, "%"))
        for words, other in (
            ("8 points", "points"),
            ("$8", "$"),
            ("EUR 8", "€"),
            ("8 times as much", "times"),
        )
    },
    "a quote in another money": (counted("$ billion", "“€21.3 billion”"), counts("€", "$ billion")),
    "a quote in a larger measure": (counted("GWh", "“21.3 TWh”"), counts("TWh", "GWh")),
    "a quote in a larger measure, in words": (
        counted("GWh", "“21.3 terawatt-hours”"),
        counts("terawatt-hours", "GWh"),
    ),
    "a quote in the same measure, in words": (counted("GWh", "“21.3 gigawatt-hours”"), []),
    "basis points that are another part": (
        valued(-8, "“it lost 80 basis points”"),
        [f"{PROVEN}:2: the quote holds 80, and -8% is not of its size. {WORKED}"],
    ),
    "basis points": (valued(-8, "“it lost 800 basis points”"), []),
    "a minus that its quote has": (
        valued(8, "“it stood at -8%”"),
        [f"{PROVEN}:2: the quote prints −8, and the value is 8. Correct its sign."],
    ),
    # ---- what is stated
    "a hedge that is not stated": (
        swap(MD, "lost 21 per cent", "lost about 21 per cent"),
        [
            f"{MD}:5: 'claim' says about 21 per cent, and 'stated' is -21. "
            "Write about -21, or correct the claim."
        ],
    ),
    "a hedge that only is stated": (
        stated("about -21"),
        [
            f"{MD}:5: 'claim' says 21 per cent, and 'stated' is about -21. "
            "Write -21, or correct the claim."
        ],
    ),
    "a bound that is stated the other way": (
        swap(VISITORS, "stated: more than 40000", "stated: at least 40000"),
        [
            f"{VISITORS}:5: 'claim' says More than 40000, and 'stated' is at least 40000. "
            "Write more than 40000, or correct the claim."
        ],
    ),
    "a range of which one end is stated": (
        all_of(
            swap(MD, "lost 21 per cent", "lost 19 to 21 per cent"),
            printed("21 per cent", "19 to 21 per cent"),
        ),
        [
            f"{MD}:5: 'claim' says 19 to 21 per cent, and 'stated' is -21. "
            "Write both ends, like 5 to 8, or correct the claim."
        ],
    ),
    "a range that runs down": (
        swap(SUMMIT, "stated: 2912", "stated: 2950 to 2912"),
        [f"{SUMMIT}:5: stated: '2950 to 2912' ends below its begin. Write 2912 to 2950."],
    ),
    "a bound of a date that is lost": (
        all_of(
            dated("2024-05", "“in May 2024”"),
            swap(
                SUMMIT,
                "claim: Mount Ambry is 2912 metres high",
                "claim: It was there by April 2024",
            ),
            printed("2912 metres", "2024"),
        ),
        [
            f"{SUMMIT}:5: 'claim' says by April 2024, and 'stated' is 2024-04-10. "
            "Write by 2024-04-10, or correct the claim."
        ],
    ),
    "decimals that are only stated": (
        swap(SUMMIT, "stated: 2912", "stated: 2912.0"),
        [f"{SUMMIT}:3: 'claim' prints 2912, and 'stated' is 2912.0. {PRINTED}"],
    ),
    "a unit that the claim has not": (
        all_of(
            swap(SUMMIT, "claim: Mount Ambry is 2912 metres", "claim: Mount Ambry is $2912"),
        ),
        [f"{SUMMIT}:3: 'claim' counts in $, and 'unit' is metres. {PRINTED}"],
    ),
}
