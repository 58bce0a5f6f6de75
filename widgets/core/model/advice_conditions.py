"""When a rule of advice fires: a small closed form, written as data and never run as code.

Each kind of test is one dataclass whose fields are the keys of the data; `condition` reads it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class RungIs:
    """The practice has a rung within these bounds; no rung, no match."""

    practice: str
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class QuickIs:
    """The dimension stands on its quick answer, and that lies within these bounds."""

    quick: str
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class LevelIs:
    """The level of the dimension, whatever it stands on, lies within these bounds."""

    dimension: str
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Caps:
    """The dimension holds the programme below the level that its mean allows."""

    dimension: str
    caps: bool = True


@dataclass(frozen=True, slots=True)
class ExposureIs:
    """The exposure to the failure factor is known and at least this, 0 to 1."""

    factor: str
    exposure_at_least: float


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of these holds."""

    all: "tuple[AdviceCondition, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of these holds."""

    any: "tuple[AdviceCondition, ...]"


type AdviceCondition = RungIs | QuickIs | LevelIs | Caps | ExposureIs | AllOf | AnyOf


def advice_condition(data: Mapping[str, Any]) -> AdviceCondition:
    """The condition in `data`, which was checked when the site was built."""
    if "all" in data:
        return AllOf(tuple(advice_condition(item) for item in data["all"]))
    if "any" in data:
        return AnyOf(tuple(advice_condition(item) for item in data["any"]))
    if "practice" in data:
        return RungIs(**data)
    if "quick" in data:
        return QuickIs(**data)
    if "caps" in data:
        return Caps(**data)
    return LevelIs(**data) if "dimension" in data else ExposureIs(**data)
