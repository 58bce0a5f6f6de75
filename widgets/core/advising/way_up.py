"""The shortest way up, editable: moves that a reader leaves out, and what the rest would change.

A what-if only: the answers stay as they are.
"""

from dataclasses import dataclass

from widgets.core.advising.advice import what_if
from widgets.core.answers.states import Answers
from widgets.core.model.maturity import TOP, Model
from widgets.core.scoring import result_words
from widgets.core.scoring.climb import Climb
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import way_up
from widgets.core.words import numbers


@dataclass(frozen=True, slots=True)
class WayUp:
    """The shortest way up from some answers, without what their reader leaves out."""

    to_level: int
    left: tuple[str, ...]
    """Units left out that could rise: practices, and dimensions on their quick answer."""
    climb: Climb | None
    """None where the level cannot be reached without what is left out."""
    after: Result | None
    """The score once the steps are taken."""


def find(model: Model, answers: Answers, result: Result) -> WayUp | None:
    """The way up; none at the top, or without a level."""
    if result.level is None or result.level == TOP:
        return None
    left = tuple(id for id in answers.left_out if rung_of(model, result, id) is not None)
    climb = way_up(model, result, left)
    if climb is None:
        return WayUp(result.level + 1, left, None, None)
    after = what_if(model, answers, {**climb.changes, **climb.quick_changes})
    return WayUp(result.level + 1, left, climb, after)


def rung_of(model: Model, result: Result, unit: str) -> int | None:
    """Where a unit stands; none where it cannot move."""
    if unit in model.practice:
        return result.dimensions[model.home[unit].id].rungs.get(unit)
    found = result.dimensions[unit]
    return found.level if found.basis == "quick" else None


def lines(model: Model, result: Result, way: WayUp | None) -> tuple[str, ...]:
    """The way up as lines of text: a sentence, then one line for each move."""
    if way is None:
        return ()
    if way.climb is None:
        level = result_words.level_name(model, way.to_level)
        return (f"{level} cannot be reached without what you left out. Put something back.",)
    first, *moves = result_words.way_up(model, result, way.climb)
    if way.left:
        first = f"{first.removesuffix(':')}, without the {len(way.left)} left out:"
    return (first, *moves)


def then(model: Model, result: Result, way: WayUp | None) -> str:
    """What the way leads to, in a few words for whoever cannot see it change; empty without one."""
    if way is None:
        return ""
    if way.after is None or way.after.level is None:
        return lines(model, result, way)[0]
    level = result_words.level_name(model, way.after.level)
    return f"Then {level}, score {numbers.number(way.after.score)}."
