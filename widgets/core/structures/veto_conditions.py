"""When a veto fires: a tiny closed form, written as data and never run as code.

Each kind of test is one dataclass whose fields are the keys of the data; `condition` reads it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal


class Bounds:
    """What has a lower and an upper bound; None: there is none."""

    __slots__ = ()
    at_least: int | None
    at_most: int | None

    def holds(self, answer: int) -> bool:
        """Whether `answer`, -2 to 2, lies within the bounds."""
        low, high = self.at_least, self.at_most
        return (low is None or answer >= low) and (high is None or answer <= high)


@dataclass(frozen=True, slots=True)
class AnswerIs(Bounds):
    """The answer to the criterion lies within these bounds; one of the two is given."""

    criterion: str
    at_least: int | None = None
    at_most: int | None = None

    @property
    def beyond(self) -> int:
        """The nearest answer that lies outside the bounds."""
        return self.at_least - 1 if self.at_least is not None else (self.at_most or 0) + 1


@dataclass(frozen=True, slots=True)
class GateIs:
    """The gate says "not KAM"."""

    gate: Literal["not-kam"] = "not-kam"


@dataclass(frozen=True, slots=True)
class TestIs:
    """The test of the gate has this answer."""

    gate_test: str
    answer: str


@dataclass(frozen=True, slots=True)
class ContextIs:
    """The question of the context is answered by this; without an answer, no match."""

    context: str
    holds: bool


type Single = AnswerIs | GateIs | TestIs | ContextIs


@dataclass(frozen=True, slots=True)
class EitherOf:
    """At least one of these holds; no criterion stands in two of them."""

    any: tuple[Single, ...]


type VetoCondition = Single | EitherOf


def veto_condition(data: Mapping[str, Any]) -> VetoCondition:
    """The condition in `data`, which was checked when the site was built."""
    return EitherOf(tuple(map(single, data["any"]))) if "any" in data else single(data)


def parts(found: VetoCondition) -> tuple[Single, ...]:
    """The tests of which one must hold."""
    return found.any if isinstance(found, EitherOf) else (found,)


def single(data: Mapping[str, Any]) -> Single:
    """One test in `data`, which was checked when the site was built."""
    if "criterion" in data:
        return AnswerIs(**data)
    if "gate_test" in data:
        return TestIs(**data)
    return ContextIs(**data) if "context" in data else GateIs(**data)
