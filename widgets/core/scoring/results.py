"""What scoring gives: a `Result` that carries its own working, as frozen objects.

Scores and levels run from 0 to 4, exposures from 0 (guarded) to 1 (unguarded).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from widgets.core.model.maturity import TOP
from widgets.core.model.measured import Of
from widgets.core.scoring.climb import Climb

type Range = tuple[float, float]
type LevelRange = tuple[int, int]
NARROW = 1
"""Levels between the ends of a range that is told before there is a level: two neighbours.

More than that is most of the ladder; our judgement."""

type Basis = Literal["practices", "quick"]


@dataclass(frozen=True, slots=True)
class DimensionResult:
    """What the answers say about one dimension."""

    basis: Basis | None
    """What it stands on: its practices, its quick answer, or nothing."""
    score: float | None
    """Mean of the known rungs, or the quick answer; none if nothing is known."""
    range: Range | None
    """The mean with every unknown or blank practice at 0, and at 4; none if nothing applies."""
    level: int | None
    level_range: LevelRange | None
    known: int
    """How many practices have a rung."""
    applicable: int
    """How many practices are not marked "does not apply"."""
    rungs: Mapping[str, int] = field(hash=False)
    """The known rungs by practice id: what `score` is the mean of."""
    quick: int | None
    """The quick answer, where there is one with a rung."""
    quick_differs: bool
    """Whether a quick answer, no longer counted, lies a rung or more from the practices' mean."""
    asked: bool = False
    """Whether an answer that it stands on is "we don't know"."""

    @property
    def counts(self) -> bool:
        """Whether the dimension enters the programme's range."""
        return self.range is not None

    @property
    def cap(self) -> int | None:
        """The highest level that it lets the programme have, if it is critical."""
        return None if self.level is None else self.level + 1


@dataclass(frozen=True, slots=True)
class Exposure:
    """How exposed the programme is to one failure factor."""

    value: float | None
    """1 - mean(rung) / 4 over the known guarding practices; none if none is known."""
    range: Range | None
    """Unknowns at 4, and at 0; none if no guarding practice applies."""
    rough: bool
    """Whether a quick answer stands in for a practice."""


@dataclass(frozen=True, slots=True)
class Headline:
    """What may be said in one line."""

    kind: Literal["level", "between", "nothing"]
    """A single level, "between a and b", or nothing to say."""
    missing: tuple[str, ...]
    """Critical dimensions that apply and have no level yet."""
    without: tuple[str, ...]
    """Critical dimensions that were marked as not applying."""
    quick_answers: int
    """How many dimensions stand on a quick answer; above 0 the figures are rough."""


@dataclass(frozen=True, slots=True)
class Margin:
    """How far results of this kind lay from independent judgement, in levels."""

    of: Of
    programme: float | None
    """None where it was not measured, or nothing is scored."""
    dimension: float | None
    cases: int


@dataclass(frozen=True, slots=True)
class Result:
    """The score of a programme, with its working."""

    level: int | None
    level_range: LevelRange | None
    score: float | None
    score_range: Range | None
    mean_allows: int | None
    """The level that the programme's mean alone would give."""
    capped_by: tuple[str, ...]
    """Critical dimensions that hold the level below what the mean allows."""
    dimensions: Mapping[str, DimensionResult]
    exposure: Mapping[str, Exposure]
    shortest_way_up: Climb | None
    headline: Headline
    measured: Margin

    @property
    def tells(self) -> bool:
        """Whether its range of levels says something: around a level, or narrow without one."""
        low, high = self.level_range or (0, TOP)
        if self.headline.kind == "between":
            return high - low <= NARROW
        return self.headline.kind == "level"
