"""How a time of day and a zone are written in the columns of a form."""

import re

_TIME = r"([01]?\d|2[0-3]):([0-5]\d)"
_SPAN = re.compile(rf"(?:all of )?{_TIME}(?: to {_TIME})?", re.ASCII)
_ZONE = re.compile(r"([^,]+), UTC([+\-−])(\d\d?)(?::([0-5]\d))?", re.ASCII)
FARTHEST = 14 * 60  # minutes that a zone may be from universal time


def span_of(text: str) -> tuple[int, int]:
    """The first and the last minute of `9:40`, `4:00 to 9:30` or `all of 9:30 to 16:00`.

    Raises ValueError with a sentence that says what to write instead.
    """
    found = _SPAN.fullmatch(text)
    if not found:
        told = f"'{text}' is no time of day"
        raise ValueError(f"{told}. Write it like 9:40, 4:00 to 9:30 or all of 9:30 to 16:00")
    numbers = [int(part) for part in found.groups() if part]
    first, last = numbers[0] * 60 + numbers[1], numbers[-2] * 60 + numbers[-1]
    if last < first:
        raise ValueError(f"'{text}' ends before it begins. Write the earlier time first")
    if last == first and len(numbers) > 2:
        raise ValueError(f"'{text}' ends when it begins. Write the time once")
    return first, last


def zone_of(text: str) -> tuple[str, int]:
    """The name of `New York, UTC-5`, and how many minutes it is ahead of universal time.

    Raises ValueError with a sentence that says what to write instead.
    """
    found = _ZONE.fullmatch(text)
    ahead = int(found[3]) * 60 + int(found[4] or 0) if found else 0
    if not found or ahead > FARTHEST:
        raise ValueError(f"'{text}' is no zone. Write it like New York, UTC-5")
    return found[1], ahead if found[2] == "+" else -ahead
