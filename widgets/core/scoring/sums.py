"""Sums with the reader's own values: an expression, then what it comes to.

Text alone; each can be worked out by hand, from means with two decimals.
"""

from collections.abc import Iterable, Mapping, Sequence

from widgets.core.answers.states import Answers, NotApplicable, State
from widgets.core.model.maturity import TOP, Model
from widgets.core.scoring.results import DimensionResult, Exposure
from widgets.core.scoring.score import at, standing_state
from widgets.core.scoring.score import programme as of_programme
from widgets.core.words.answered import DOES_NOT_APPLY, unscored
from widgets.core.words.numbers import number, span

type Dimensions = Mapping[str, DimensionResult]

type Guards = tuple[State | None, ...]
"""The states of the practices that guard against a failure factor, as they stand."""

ENDS = (0, TOP)
"""What every answer that is not known counts as at the two ends of a range."""


def sum_of(found: DimensionResult) -> str:
    """A dimension's score: the mean of its known rungs."""
    if found.range is None:
        return DOES_NOT_APPLY
    if found.score is None:
        return f"{unscored(applies=True, asked=found.asked)}: counts 0 to 4 in the range"
    if found.basis == "quick":
        return f"{number(found.score)} (quick answer)"
    return f"({_plus(found.rungs.values())}) / {len(found.rungs)} = {number(found.score)}"


def level_of(found: DimensionResult) -> str:
    """A dimension's level: what its score reaches."""
    return "–" if found.level is None else str(found.level)


def score_range(found: DimensionResult) -> str:
    """A dimension's score with what is not known at 0, and at 4."""
    open_ = found.applicable - found.known
    if found.range is None or found.basis != "practices" or not open_:
        return span(found.range)
    known = sum(found.rungs.values())
    return _from_to(
        f"({known} + {open_} × {end}) / {found.applicable} = {number(value)}"
        for end, value in zip(ENDS, found.range, strict=True)
    )


def programme(model: Model, dimensions: Dimensions) -> tuple[str, str]:
    """The programme's score, the mean of the dimensions that have one; and its level.

    The level is what the mean allows, at most one above each critical dimension.
    """
    total, allows, reached = of_programme(model, dimensions)
    scores = [found.score for found in dimensions.values() if found.score is not None]
    critical = (dimensions[d.id].level for d in model.dimensions if d.critical)
    return _mean(scores, total), f"{_capped(allows, critical)} = {reached}"


def programme_score_range(dimensions: Dimensions, found: tuple[float, float]) -> str:
    """The mean of the lower ends of the dimensions' ranges, and of the upper ends."""
    ranges = [d.range for d in dimensions.values() if d.range is not None]
    return _from_to(
        _mean([range_[end] for range_ in ranges], value) for end, value in enumerate(found)
    )


def programme_level_range(
    model: Model, dimensions: Dimensions, means: tuple[float, float], found: tuple[int, int]
) -> str:
    """The level at the two ends of the range of the score, each with the levels of that end."""
    ranges = [r for d in model.dimensions if d.critical and (r := dimensions[d.id].level_range)]
    return _from_to(
        f"{_capped(at(means[end]), (r[end] for r in ranges))} = {value}"
        for end, value in enumerate(found)
    )


def guards(model: Model, answers: Answers, factor: str) -> Guards:
    """What stands behind the exposure to `factor`."""
    return tuple(standing_state(id, answers, model)[0] for id in model.guarding[factor])


def exposure(states: Guards, found: float | None) -> str:
    """An exposure: 1 less the mean rung of the known guards divided by 4."""
    known = [state for state in states if isinstance(state, int)]
    return f"1 − ({_plus(known)}) / ({TOP} × {len(known)}) = {number(found)}"


def exposure_range(states: Guards, found: Exposure) -> str:
    """An exposure with the guards that are not known at 4, and at 0."""
    applicable = sum(not isinstance(state, NotApplicable) for state in states)
    known = [state for state in states if isinstance(state, int)]
    open_ = applicable - len(known)
    if not open_ or found.range is None:
        return "all known"
    return _from_to(
        f"1 − ({sum(known)} + {open_} × {end}) / ({TOP} × {applicable}) = {number(value)}"
        for end, value in zip(reversed(ENDS), found.range, strict=True)
    )


def _mean(values: Sequence[float], found: float | None) -> str:
    return f"({' + '.join(map(number, values))}) / {len(values)} = {number(found)}"


def _capped(allows: int | None, critical: Iterable[int | None]) -> str:
    return _least([allows, *(f"1 + {level}" for level in critical if level is not None)])


def _least(parts: Sequence[object]) -> str:
    return f"min({', '.join(map(str, parts))})" if len(parts) > 1 else str(parts[0])


def _plus(rungs: Iterable[int]) -> str:
    return " + ".join(map(str, rungs))


def _from_to(ends: Iterable[str]) -> str:
    return " to ".join(ends)
