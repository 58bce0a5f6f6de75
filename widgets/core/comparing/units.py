"""Several units side by side: the worst, the spread and the unit that differs (DESIGN 9).

Never a mean alone: a mean hides the unit in trouble.  Pure functions; answers are those of one
model, one for each unit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from widgets.core.answers.states import Answers
from widgets.core.comparing.comparison import rung
from widgets.core.model.maturity import Model
from widgets.core.scoring.climb import TOLERANCE
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import score

FROM_OTHERS = 1.0
"""Rungs from the median of the others at which a unit is named as the one that differs; our
judgement."""


@dataclass(frozen=True, slots=True)
class Across:
    """One figure in every unit."""

    values: tuple[float | None, ...]
    """In the order of the units, 0 to 4; none: not known there."""
    worst: float | None
    """The lowest value."""
    worst_in: tuple[int, ...]
    """Places of the units that have it."""
    spread: float | None
    """Highest less lowest; none with fewer than two values."""
    differs: int | None
    """Place of the one unit that stands apart from the rest; none with fewer than three values."""

    @property
    def n(self) -> int:
        """In how many units it is known."""
        return sum(value is not None for value in self.values)


@dataclass(frozen=True, slots=True)
class RollUp:
    """Several units."""

    results: tuple[Result, ...]
    """One a unit."""
    programme: Across
    """Scores of the programme."""
    levels: Across
    """Levels of the programme."""
    dimensions: Mapping[str, Across]
    """Scores by dimension id, in model order."""
    practices: Mapping[str, Across]
    """Rungs by practice id: those known in two units or more, the widest spread first, then the
    lowest worst, then critical dimensions, then model order."""


def roll_up(model: Model, units: Sequence[Answers]) -> RollUp:
    """The units in `units` side by side; every id in them is one of `model`."""
    results = tuple(score(model, answers) for answers in units)
    practices = {id: across([rung(a, id) for a in units]) for id in model.practice}
    shared = {id: found for id, found in practices.items() if found.n > 1}

    def widest(id: str) -> tuple[float, float, bool]:
        found = shared[id]
        return -(found.spread or 0), found.worst or 0, not model.home[id].critical

    return RollUp(
        results=results,
        programme=across([result.score for result in results]),
        levels=across([result.level for result in results]),
        dimensions={
            id: across([result.dimensions[id].score for result in results])
            for id in model.dimension
        },
        practices={id: shared[id] for id in sorted(shared, key=widest)},
    )


def across(values: Sequence[float | None]) -> Across:
    """One figure in every unit, with what it says about them."""
    known = [value for value in values if value is not None]
    worst = min(known, default=None)
    return Across(
        values=tuple(values),
        worst=worst,
        worst_in=tuple(
            place
            for place, value in enumerate(values)
            if value is not None and worst is not None and value <= worst + TOLERANCE
        ),
        spread=max(known) - min(known) if len(known) > 1 else None,
        differs=_differs(values),
    )


def _differs(values: Sequence[float | None]) -> int | None:
    """The one unit a rung or more from the median of the others, and farther than these lie apart.

    None if two units are: then the units are strung out, and nobody stands apart.
    """
    known = {place: value for place, value in enumerate(values) if value is not None}
    if len(known) < 3:
        return None
    apart = []
    for place, value in known.items():
        others = [other for at, other in known.items() if at != place]
        distance = abs(value - median(others))
        if distance >= FROM_OTHERS - TOLERANCE and distance > max(others) - min(others) + TOLERANCE:
            apart.append(place)
    return apart[0] if len(apart) == 1 else None
