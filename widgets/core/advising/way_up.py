"""The shortest way up, editable: moves that a reader leaves out, and what the rest would change.

A what-if only: the answers stay as they are.  A move says what to do, never what the rung says.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from widgets.core.advising.advice import Recommendation, what_if
from widgets.core.answers.states import Answers
from widgets.core.model.lasting import lasting, title
from widgets.core.model.maturity import TOP, Dimension, Model
from widgets.core.scoring import result_words
from widgets.core.scoring.climb import Climb
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import way_up
from widgets.core.words.english import lower_first, number_of, upper_first

FURTHER = 2
"""Rung from which a practice runs at part of the accounts, so that what carries it further is
advice, and its own first step is behind it.  Our judgement."""


@dataclass(frozen=True, slots=True)
class Rise:
    """One answer that would rise."""

    unit: str
    """A practice, or a dimension on its quick answer."""
    todo: str
    """What to do, in one or two sentences."""
    was: int
    will: int
    name: str
    """Of the unit, without a full stop."""
    page: str
    """Its page, from the root of the site."""

    @property
    def steps(self) -> str:
        """Such as "From 1 to 2"."""
        return f"From {self.was} to {self.will}"

    @property
    def text(self) -> str:
        """The move in one line."""
        return f"{self.todo} {self.steps}: {self.name}."


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
    moves: tuple[Rise, ...] = ()
    """In model order."""


def find(
    model: Model, answers: Answers, result: Result, advised: Sequence[Recommendation] = ()
) -> WayUp | None:
    """The way up, whose moves may be what is `advised`; none at the top, or without a level."""
    if result.level is None or result.level == TOP:
        return None
    left = tuple(id for id in answers.left_out if rung_of(model, result, id) is not None)
    climb = way_up(model, result, left)
    if climb is None:
        return WayUp(result.level + 1, left, None, None)
    rungs = {**climb.changes, **climb.quick_changes}
    after = what_if(model, answers, rungs)
    found = tuple(_moves(model, result, rungs, advised))
    return WayUp(result.level + 1, left, climb, after, found)


def rung_of(model: Model, result: Result, unit: str) -> int | None:
    """Where a unit stands; none where it cannot move."""
    if unit in model.practice:
        return result.dimensions[model.home[unit].id].rungs.get(unit)
    found = result.dimensions[unit]
    return found.level if found.basis == "quick" else None


def _moves(
    model: Model, result: Result, rungs: Mapping[str, int], advised: Sequence[Recommendation]
) -> Iterator[Rise]:
    taken: set[str] = set()
    for unit in (unit for d in model.dimensions for unit in (d.id, *(p.id for p in d.practices))):
        if unit not in rungs:
            continue
        was, will = rung_of(model, result, unit) or 0, rungs[unit]
        todo = []
        if was < TOP - 1:
            order = _order(unit, was, advised, taken)
            taken.add(order)
            todo.append(f"{order}." if order else _first_hour(model, unit))
        if will == TOP:
            keep = f"keep it through the next change: write down {lasting(model, unit).write_down}."
            todo.append(f"Then {keep}" if todo else upper_first(keep))
        page = f"practices/{unit}/" if unit in model.practice else model.dimension[unit].page
        yield Rise(unit, " ".join(todo), was, will, title(model, unit), page)


def _order(unit: str, was: int, advised: Sequence[Recommendation], taken: set[str]) -> str:
    """The best advice that raises a unit and that no move has taken; empty if there is none.

    For a practice none either while its own first step lies ahead.
    """
    for item in advised:
        raises = unit in item.quick_changes or (was >= FURTHER and unit in item.changes)
        if raises and item.advice.title not in taken:
            return item.advice.title
    return ""


def _first_hour(model: Model, unit: str) -> str:
    """The first step of a practice; of a dimension that of its first practice, or a talk."""
    if unit in model.practice:
        return model.practice[unit].first_step
    dimension: Dimension = model.dimension[unit]
    if dimension.practices:
        return dimension.practices[0].first_step
    return f"Take an hour for it with {lower_first(dimension.ask)}."


def lines(model: Model, way: WayUp | None) -> tuple[str, ...]:
    """The way up as lines of text: a sentence, then one line for each move."""
    if way is None:
        return ()
    level = result_words.level_name(model, way.to_level)
    if way.climb is None:
        return (f"{level} cannot be reached without what you left out. Put something back.",)
    level = result_words.level_name(model, way.climb.to_level)
    without = f", without the {len(way.left)} left out" if way.left else ""
    steps = number_of(way.climb.steps, "step")
    first = f"The shortest way to {level} takes {steps}{without}:"
    return (first, *(move.text for move in way.moves))


def then(model: Model, way: WayUp | None) -> str:
    """What the way leads to, in a few words for whoever cannot see it change; empty without one."""
    if way is None:
        return ""
    if way.after is None or way.after.level is None:
        return lines(model, way)[0]
    return f"Then {result_words.level_name(model, way.after.level)}."
