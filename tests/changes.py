"""A claim, and every claim that differs from it in one thing."""

import dataclasses
from datetime import date
from decimal import Decimal

from conftest import claim_of


def changes(value, path=()):
    """Each field of a value with another content, one at a time: pairs of (path, whole value)."""
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            for place, part in changes(getattr(value, field.name), (*path, field.name)):
                yield place, dataclasses.replace(value, **{field.name: part})
    elif isinstance(value, tuple | list) and value:
        yield (*path, "fewer"), type(value)(value[:-1])
        for index, part in enumerate(value):
            for place, other in changes(part, (*path, index)):
                yield place, type(value)((*value[:index], other, *value[index + 1 :]))
    elif isinstance(value, dict):
        yield (*path, "more"), {**value, "more": "x"}
        for name, part in value.items():
            for place, other in changes(part, (*path, name)):
                yield place, {**value, name: other}
    elif not callable(value):
        yield path, other_than(value)


def other_than(value):
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, date):
        return value.replace(day=value.day % 28 + 1)
    if isinstance(value, Decimal | int | float):
        return value + 1
    return f"{value}x"


CLAIM = claim_of("at most 5.6", "%", [("asked", "5 to 6", "One"), ("rival", "7", "Other")])
CLAIM = dataclasses.replace(CLAIM, columns=("year",))
CLAIM.readings[0].extra.update({"year": CLAIM.readings[0].value})
CHANGES = {
    ".".join(map(str, path)): dataclasses.replace(changed, form="ranked")
    if path == ("form",)
    else changed
    for path, changed in changes(CLAIM)
}
