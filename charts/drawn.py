"""What passes from drawing to rendering."""

from dataclasses import dataclass
from typing import Any

Spec = dict[str, Any]  # a Vega-Lite specification
PARTS = ("layer", "concat", "hconcat", "vconcat")  # what a specification is put together from


@dataclass(frozen=True)
class Drawn:
    """What is drawn of a claim: its text alternative, the words around a poster, and its charts.

    A picture of many claims has no verdict. `specs` is JSON: by a frame's name, its specification.
    """

    alt: str
    title: str
    measure: str
    verdict: str
    credit: str
    specs: str
