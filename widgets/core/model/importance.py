"""How important a criterion is: five classes, and the weights that they stand for.

The mapping is our judgement: each class weighs twice the one before it.
"""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Importance:
    """A class of importance; `step` is what the form keeps."""

    step: int
    weight: int | float
    words: str


CLASSES = (
    Importance(-2, 0.25, "far less than the others"),
    Importance(-1, 0.5, "less"),
    Importance(0, 1, "as much as the others"),
    Importance(1, 2, "more"),
    Importance(2, 4, "far more than the others"),
)

EXACT = "="
"""Begins the text of a weight that is in no class, as a file may give one."""


def weight_of(text: str) -> int | float:
    """The weight that the text of a field stands for; `ValueError` where there is none."""
    if not text.startswith(EXACT):
        return CLASSES[[str(one.step) for one in CLASSES].index(text)].weight
    number = float(text.removeprefix(EXACT))
    if not math.isfinite(number) or number < 0:
        raise ValueError(text)
    return int(number) if number.is_integer() else number


def text_of(weight: object) -> str:
    """The text of the field for a weight."""
    return next((str(one.step) for one in CLASSES if one.weight == weight), f"{EXACT}{weight}")
