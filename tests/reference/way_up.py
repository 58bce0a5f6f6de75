"""The shortest way up of docs/method/scoring.md, found by visiting every state and by counting."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod
from typing import Any

from tests.reference.figures import (
    Dimension,
    State,
    at,
    dimension_level,
    dimension_score,
    programme_level,
)

EXHAUSTIVE_STATES = 2_000
"""Up to so many reachable sets of rungs, `shortest_way_up` visits them all; beyond, it counts."""

Rungs = tuple[int, ...]
"""A rung for each unit, in model order."""

Search = Callable[[tuple[Dimension, ...], "tuple[Unit, ...]", int], Rungs]
"""`exhaustive` or `counted`: dimensions, units, target level -> the rungs to reach."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What one step raises: a practice with a rung, or a dimension on its quick answer."""

    dimension: int
    """Place of the dimension in the model."""
    practice: str | None
    """None: the quick answer of the dimension."""
    rung: int
    critical: bool


def shortest_way_up(
    dimensions: tuple[Dimension, ...], search: Search | None = None
) -> dict[str, Any] | None:
    """The least number of rung steps to the next level; None at level 4 or without a level.

    `search` is `exhaustive` or `counted`; by default the first up to `EXHAUSTIVE_STATES`.
    """
    level = programme_level(dimensions)
    if level is None or level == 4:
        return None
    units = units_of(dimensions)
    if search is None:
        states = prod(5 - unit.rung for unit in units)
        search = exhaustive if states <= EXHAUSTIVE_STATES else counted
    start = tuple(unit.rung for unit in units)
    end = search(dimensions, units, level + 1)
    raised = [(u, new) for u, old, new in zip(units, start, end, strict=True) if new > old]
    return {
        "to_level": level + 1,
        "steps": sum(end) - sum(start),
        "changes": {u.practice: new for u, new in raised if u.practice is not None},
        "quick_changes": {
            dimensions[u.dimension].id: new for u, new in raised if u.practice is None
        },
    }


def units_of(dimensions: tuple[Dimension, ...]) -> tuple[Unit, ...]:
    """Everything that may rise, in model order: practices with a rung, quick answers stood on."""
    units: list[Unit] = []
    for place, dimension in enumerate(dimensions):
        movable: list[tuple[str | None, State]] = [*dimension.states.items()]
        if dimension.basis == "quick":
            movable = [(None, dimension.quick)]
        units += [
            Unit(place, practice, rung, dimension.critical)
            for practice, rung in movable
            if isinstance(rung, int)
        ]
    return tuple(units)


def placed(
    dimensions: tuple[Dimension, ...], units: tuple[Unit, ...], rungs: Rungs
) -> tuple[Dimension, ...]:
    """The same answers with every unit at its given rung."""
    moved = list(dimensions)
    for unit, rung in zip(units, rungs, strict=True):
        dimension = moved[unit.dimension]
        if unit.practice is None:
            moved[unit.dimension] = replace(dimension, quick=rung)
        else:
            states = {**dimension.states, unit.practice: rung}
            moved[unit.dimension] = replace(dimension, states=states)
    return tuple(moved)


def raises(units: tuple[Unit, ...], rungs: Rungs) -> list[Rungs]:
    """Each set of rungs one step further; the preferred step first.

    Preferred: the lowest rung, then a critical dimension, then model order.
    """
    order = sorted(
        (place for place, rung in enumerate(rungs) if rung < 4),
        key=lambda place: (rungs[place], not units[place].critical, place),
    )
    return [(*rungs[:place], rungs[place] + 1, *rungs[place + 1 :]) for place in order]


def exhaustive(dimensions: tuple[Dimension, ...], units: tuple[Unit, ...], target: int) -> Rungs:
    """Visit all states one step away, two steps away, ... until some reach the target level.

    Those states are all the minimal sets; walk to one of them, always by the preferred step
    that still leads to one.
    """

    def arrived(rungs: Rungs) -> bool:
        level = programme_level(placed(dimensions, units, rungs))
        return level is not None and level >= target

    here = tuple(unit.rung for unit in units)
    layer = {here}
    goals: set[Rungs] = set()
    while not goals:
        layer = {further for rungs in layer for further in raises(units, rungs)}
        goals = {rungs for rungs in layer if arrived(rungs)}
    while here not in goals:
        here = next(
            further
            for further in raises(units, here)
            if any(all(a <= b for a, b in zip(further, goal, strict=True)) for goal in goals)
        )
    return here


def counted(dimensions: tuple[Dimension, ...], units: tuple[Unit, ...], target: int) -> Rungs:
    """Count the steps still needed, then take each preferred step that lowers the count."""
    here = tuple(unit.rung for unit in units)
    missing = fewest_steps(dimensions, target)
    while missing > 0:
        for further in raises(units, here):
            if fewest_steps(placed(dimensions, units, further), target) < missing:
                here = further
                missing -= 1
                break
        else:
            raise AssertionError("no step leads to a minimal set")
    return here


def fewest_steps(dimensions: tuple[Dimension, ...], target: int) -> int:
    """The least number of steps to the target level, by dimension.

    First a critical dimension must reach level `target - 1`: its mean depends on the number of
    steps only, whichever practice takes them.
    Then the programme score must suffice: one more step in a dimension of n known rungs adds
    1/n to its score, whichever practice takes it, so the steps with the largest gain come first.
    """
    total, scored, steps = Fraction(0), 0, 0
    gains: list[Fraction] = []
    for dimension in dimensions:
        value = dimension_score(dimension)
        if value is None:
            continue
        rungs = [unit.rung for unit in units_of((dimension,))]
        gain = Fraction(1, len(rungs))
        needed = steps_to_level(dimension, target - 1) if dimension.critical else 0
        total, scored, steps = total + value + needed * gain, scored + 1, steps + needed
        gains += [gain] * (4 * len(rungs) - sum(rungs) - needed)
    for gain in sorted(gains, reverse=True):
        if at(total / scored) >= target:
            break
        total += gain
        steps += 1
    return steps


def steps_to_level(dimension: Dimension, target: int) -> int:
    """How often a rung must rise until the dimension has the target level."""
    units = units_of((dimension,))
    rungs = tuple(unit.rung for unit in units)
    steps = 0
    while True:
        level = dimension_level(placed((dimension,), units, rungs)[0])
        assert level is not None
        if level >= target:
            return steps
        rungs = raises(units, rungs)[0]
        steps += 1
