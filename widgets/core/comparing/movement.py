"""What a comparison of two assessments is made of, as frozen objects."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from widgets.core.answers.states import State
from widgets.core.scoring.climb import TOLERANCE
from widgets.core.scoring.results import Basis, DimensionResult, Result

type Direction = Literal["up", "down", "same"]


@dataclass(frozen=True, slots=True)
class PracticeMove:
    """One practice, the first time and the last."""

    practice: str
    before: State | None
    after: State | None
    steps: int | None
    """Rungs gained, below 0: lost; none where it cannot be compared."""
    why_not: str
    """What stands against comparing it, such as "not answered before"; empty if nothing does."""


@dataclass(frozen=True, slots=True)
class DimensionMove:
    """One dimension, the first time and the last."""

    dimension: str
    before: DimensionResult
    after: DimensionResult
    """As each assessment has it."""
    basis: Basis | None
    """What both stand on; none: it cannot be compared."""
    why_not: str
    common: int
    """Practices with a rung both times."""
    change: float | None
    """Difference of the scores over what both answered, -4 to 4."""
    level_change: int | None
    """Difference of the levels over what both answered."""
    risen: tuple[str, ...]
    fallen: tuple[str, ...]
    """Practices that moved, in model order."""
    clear: bool
    """Whether more moved than one rung: the level, or `CLEAR_STEPS` rungs up less down."""

    @property
    def direction(self) -> Direction | None:
        """Where it moved; none if it cannot be compared."""
        return None if self.change is None else direction(self.change)


@dataclass(frozen=True, slots=True)
class TargetMove:
    """The target of one dimension, and whether it was and is met."""

    dimension: str
    target: int
    """The later assessment's; both are held against it."""
    earlier_target: int
    before: bool | None
    after: bool | None
    """None: no level then."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two assessments of one model, `before` and `after`."""

    before: Result
    after: Result
    """As each assessment has it."""
    like: tuple[Result, Result]
    """Before and after, each scored over what both answered."""
    practices: Mapping[str, PracticeMove]
    """By id, in model order; only practices that have a state at least once."""
    dimensions: Mapping[str, DimensionMove]
    targets: Mapping[str, TargetMove]
    exposure: Mapping[str, float]
    """Change of the exposure to each failure factor, over what both answered; above 0: worse."""

    @property
    def change(self) -> float | None:
        """Change of the programme's score over what both answered."""
        return difference(self.like[0].score, self.like[1].score)

    @property
    def level_change(self) -> int | None:
        """Change of the programme's level over what both answered."""
        return steps_up(self.like[0].level, self.like[1].level)

    @property
    def common(self) -> int:
        """Practices with a rung both times."""
        return sum(move.steps is not None for move in self.practices.values())


def difference(before: float | None, after: float | None) -> float | None:
    """`after` less `before`; none where one is missing, and 0 within the tolerance."""
    if before is None or after is None:
        return None
    change = after - before
    return 0.0 if abs(change) <= TOLERANCE else change


def direction(change: float) -> Direction:
    """Where a change goes."""
    return "up" if change > TOLERANCE else "down" if change < -TOLERANCE else "same"


def steps_up(before: int | None, after: int | None) -> int | None:
    """Whole steps up from `before` to `after`; none where one is missing."""
    return None if before is None or after is None else after - before
