"""The shortest way up: the least total number of rung steps to the next level.

Exact, without search: a level needs a sum of rungs in each critical dimension and a programme mean.
Those sums are forced steps; the mean is reached soonest by the steps that add most to it.
Every step in one dimension adds the same to the mean, so taking the largest gains first is least.
Among equal sets the lowest rung is raised first, then critical dimensions, then model order: each
unit is raised as soon as some least set contains that raise.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from math import ceil, lcm

from widgets.core.model.maturity import TOP

HALF = 0.5
"""How far below its number a level begins: a level is the whole number nearest to a mean."""

TOLERANCE = 1e-9
"""Slack of every comparison of a mean with a threshold."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A dimension that has a score: what may rise in it."""

    critical: bool
    quick: bool
    """Whether it moves as one unit, on its quick answer."""
    rungs: Mapping[str, int]
    """Current rung by practice id; for a quick answer, by the dimension's own id."""


@dataclass(frozen=True, slots=True)
class Climb:
    """The least set of rung steps that reaches the next level."""

    to_level: int
    steps: int
    changes: Mapping[str, int]
    """New rung by practice id."""
    quick_changes: Mapping[str, int]
    """New quick answer by dimension id."""


def shortest_way_up(
    standings: Sequence[Standing],
    level: int | None,
    left_out: Collection[str] = (),
) -> Climb | None:
    """The least set of steps from `level` to the next; none at level 4 or without a level.

    `left_out` names units that must stay as they are; none if the rest cannot reach the level.
    """
    if level is None or level == TOP:
        return None
    ascent = _Ascent(standings, level + 1, left_out)
    if ascent.steps_needed() is None:
        return None
    raised = ascent.climb()
    now = {unit: rung for standing in standings for unit, rung in standing.rungs.items()}
    quick = {unit for standing in standings if standing.quick for unit in standing.rungs}
    changes = {unit: rung for unit, rung in raised.items() if rung != now[unit]}
    return Climb(
        to_level=level + 1,
        steps=sum(rung - now[unit] for unit, rung in changes.items()),
        changes={unit: rung for unit, rung in changes.items() if unit not in quick},
        quick_changes={unit: rung for unit, rung in changes.items() if unit in quick},
    )


@dataclass(slots=True)
class _Slope:
    """One dimension while it is being climbed; sums are kept so that a step costs little."""

    least: int
    """The total that it must have where it is critical: that of the level below the next."""
    total: int
    gain: int
    """What one step adds to the programme's sum, in units of 1 / (common denominator)."""
    top: int
    """The total that it can reach: that of all units but those left out at the highest rung."""


@dataclass(slots=True)
class _Ascent:
    standings: Sequence[Standing]
    target: int
    left_out: Collection[str] = ()
    slopes: list[_Slope] = field(init=False)
    steepest: list[_Slope] = field(init=False)
    """The same, the largest gain first."""
    needed: float = field(init=False)
    """Sum of dimension means that the target asks for, in units of 1 / (common denominator)."""

    def __post_init__(self) -> None:
        unit = lcm(*(len(s.rungs) for s in self.standings))
        self.needed = (self.target - HALF - TOLERANCE) * len(self.standings) * unit
        self.slopes = [self._slope(s, unit // len(s.rungs)) for s in self.standings]
        self.steepest = sorted(self.slopes, key=lambda slope: -slope.gain)

    def _slope(self, standing: Standing, gain: int) -> _Slope:
        rungs = standing.rungs
        return _Slope(
            least=ceil((self.target - 1 - HALF) * len(rungs)) if standing.critical else 0,
            total=sum(rungs.values()),
            gain=gain,
            top=sum(rung if unit in self.left_out else TOP for unit, rung in rungs.items()),
        )

    def climb(self) -> dict[str, int]:
        """The new rung of every unit."""
        units = {unit: rung for s in self.standings for unit, rung in s.rungs.items()}
        owner = {unit: n for n, s in enumerate(self.standings) for unit in s.rungs}
        candidates = [
            (rung, not self.standings[owner[unit]].critical, place, unit)
            for place, (unit, rung) in enumerate(units.items())
            if rung < TOP and unit not in self.left_out
        ]
        heapify(candidates)
        left = self.steps_needed() or 0
        while left:
            rung, minor, place, unit = heappop(candidates)
            slope = self.slopes[owner[unit]]
            slope.total += 1
            if self.steps_needed() == left - 1:
                units[unit] += 1
                left -= 1
                if rung + 1 < TOP:
                    heappush(candidates, (rung + 1, minor, place, unit))
            else:  # no least set raises it, nor will a later one: they are parts of these sets
                slope.total -= 1
        return units

    def steps_needed(self) -> int | None:
        """The least number of steps from here to the target; none if it cannot be reached."""
        steps, total, free = 0, 0, []
        for slope in self.steepest:
            stands = max(slope.least, slope.total)  # with the steps that are forced
            if stands > slope.top:
                return None
            steps += stands - slope.total
            total += stands * slope.gain
            free.append((slope.gain, slope.top - stands))
        for gain, room in free:
            if total >= self.needed:
                break
            taken = min(room, -int(-(self.needed - total) // gain))
            steps += taken
            total += taken * gain
        return steps if total >= self.needed else None
