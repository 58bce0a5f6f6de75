"""The score of a programme, exactly as `docs/method/scoring.md` defines it.

Pure functions from a model and answers to a `Result` that carries its own working.
Scores and levels run from 0 to 4, exposures from 0 (guarded) to 1 (unguarded).
"""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from math import floor, fsum

from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable, State
from widgets.core.model.maturity import TOP, Dimension, FailureFactor, Model
from widgets.core.model.measured import Errors, Of
from widgets.core.scoring.climb import HALF, TOLERANCE, Climb, Standing, shortest_way_up
from widgets.core.scoring.results import (
    Basis,
    DimensionResult,
    Exposure,
    Headline,
    LevelRange,
    Margin,
    Range,
    Result,
)

APART = 1
"""Rungs from which a quick answer and the mean of the practices tell two stories; our judgement."""


def score(model: Model, answers: Answers) -> Result:
    """The score of `answers`; every id in them is one of `model`."""
    dimensions = {d.id: score_dimension(d, answers) for d in model.dimensions}
    critical = [dimensions[d.id] for d in model.dimensions if d.critical]
    total, allows, level = programme(model, dimensions)
    return Result(
        level=level,
        level_range=_level_range(dimensions, critical),
        score=total,
        score_range=_score_range(dimensions.values()),
        mean_allows=allows,
        capped_by=capped_by(model, dimensions, level, allows),
        dimensions=dimensions,
        exposure={f.id: score_exposure(f, answers, model) for f in model.failure_factors},
        shortest_way_up=shortest_way_up(_standings(model, dimensions), level),
        headline=_headline(model, dimensions),
        measured=_measured(model, dimensions.values()),
    )


def way_up(model: Model, result: Result, left_out: Collection[str]) -> Climb | None:
    """The shortest way up without the units in `left_out`; none where it cannot be reached."""
    if not left_out:
        return result.shortest_way_up
    standings = _standings(model, result.dimensions)
    return shortest_way_up(standings, result.level, left_out)


def programme(
    model: Model, dimensions: Mapping[str, DimensionResult]
) -> tuple[float | None, int | None, int | None]:
    """The programme's score, the level that it allows and its level; none without a score."""
    total = _mean(d.score for d in dimensions.values() if d.score is not None)
    allows = None if total is None else at(total)
    critical = (dimensions[d.id].level for d in model.dimensions if d.critical)
    return total, allows, _capped(allows, critical)


def at(mean: float) -> int:
    """The level of a mean rung: the nearest whole number, a half counting up."""
    return floor(mean + HALF + TOLERANCE)


def score_dimension(dimension: Dimension, answers: Answers) -> DimensionResult:
    """Score, level and ranges of one dimension."""
    quick = answers.quick.get(dimension.id)
    states = tuple((p.id, answers.practices.get(p.id)) for p in dimension.practices)
    if any(state is not None for _, state in states):
        answer = quick if isinstance(quick, int) else None
        return _on_practices(states, answer)
    applicable = len(states)
    if isinstance(quick, int):
        return _result("quick", quick, (quick, quick), applicable, quick=quick)
    basis: Basis | None = "quick" if quick == UNKNOWN else None
    return _result(basis, None, (0, TOP), applicable, quick=None)


def _result(
    basis: Basis | None,
    level: int | None,
    level_range: LevelRange,
    applicable: int,
    quick: int | None,
) -> DimensionResult:
    """A dimension that stands on its quick answer, or on nothing."""
    lo, hi = level_range
    return DimensionResult(
        basis=basis,
        score=None if level is None else float(level),
        range=(float(lo), float(hi)),
        level=level,
        level_range=level_range,
        known=0,
        applicable=applicable,
        rungs={},
        quick=quick,
        quick_differs=False,
        asked=basis == "quick" and level is None,
    )


@lru_cache(maxsize=1024)  # after an answer all dimensions but one are as they were
def _on_practices(
    states: tuple[tuple[str, State | None], ...], quick: int | None
) -> DimensionResult:
    """A dimension by the states of its practices, each with its id."""
    rungs = {id: s for id, s in states if isinstance(s, int)}
    open_ = sum(1 for _, s in states if s is None or s == UNKNOWN)
    known = list(rungs.values())
    mean = _mean(known)
    ends = _pair(_mean(known + [0] * open_), _mean(known + [TOP] * open_))
    return DimensionResult(
        basis="practices",
        score=mean,
        range=ends,
        level=None if mean is None else at(mean),
        level_range=None if ends is None else (at(ends[0]), at(ends[1])),
        known=len(known),
        applicable=len(known) + open_,
        rungs=rungs,
        quick=quick,
        quick_differs=_differs(quick, mean),
        asked=any(s == UNKNOWN for _, s in states),
    )


def _differs(quick: int | None, mean: float | None) -> bool:
    """Whether a quick answer and the mean of the practices lie far enough apart to ask."""
    return quick is not None and mean is not None and abs(quick - mean) >= APART - TOLERANCE


def _mean(values: Iterable[float]) -> float | None:
    numbers = list(values)
    return fsum(numbers) / len(numbers) if numbers else None


def _pair[T](low: T | None, high: T | None) -> tuple[T, T] | None:
    return None if low is None or high is None else (low, high)


def _capped(allows: int | None, levels: Iterable[int | None]) -> int | None:
    """The level that the mean allows, at most one above the lowest critical level."""
    if allows is None:
        return None
    return min([allows, *(1 + level for level in levels if level is not None)])


def capped_by(
    model: Model,
    dimensions: Mapping[str, DimensionResult],
    level: int | None,
    allows: int | None,
) -> tuple[str, ...]:
    """Critical dimensions that hold `level` below the level that the mean `allows`."""
    if level is None or allows is None or level >= allows:
        return ()
    return tuple(d.id for d in model.dimensions if d.critical and dimensions[d.id].cap == level)


def _score_range(dimensions: Iterable[DimensionResult]) -> Range | None:
    ranges = [d.range for d in dimensions if d.range is not None]
    return _pair(_mean(lo for lo, _ in ranges), _mean(hi for _, hi in ranges))


def _level_range(
    dimensions: Mapping[str, DimensionResult], critical: Iterable[DimensionResult]
) -> LevelRange | None:
    span = _score_range(dimensions.values())
    if span is None:
        return None
    caps = [d.level_range for d in critical if d.level_range is not None]
    low = _capped(at(span[0]), (lo for lo, _ in caps))
    high = _capped(at(span[1]), (hi for _, hi in caps))
    return _pair(low, high)


def score_exposure(factor: FailureFactor, answers: Answers, model: Model) -> Exposure:
    """Exposure to one failure factor: 1 - mean(rung) / 4 over its guarding practices."""
    guards = model.guarding.get(factor.id, ())
    return _exposed(tuple(standing_state(practice, answers, model) for practice in guards))


@lru_cache(maxsize=1024)  # an answer touches the few factors that its practice guards against
def _exposed(guards: tuple[tuple[State | None, bool], ...]) -> Exposure:
    """An exposure by the states of its guards, each with whether it is a quick answer's."""
    known: list[int] = []
    applicable, rough = 0, False
    for state, from_quick in guards:
        if isinstance(state, NotApplicable):
            continue
        applicable += 1
        if isinstance(state, int):
            known.append(state)
            rough = rough or from_quick
    if not applicable:
        return Exposure(value=None, range=None, rough=False)
    open_ = applicable - len(known)
    best = 1 - (sum(known) + TOP * open_) / (TOP * applicable)
    worst = 1 - sum(known) / (TOP * applicable)
    value = 1 - sum(known) / (TOP * len(known)) if known else None
    return Exposure(value=value, range=(best, worst), rough=rough)


def standing_state(practice: str, answers: Answers, model: Model) -> tuple[State | None, bool]:
    """State of a practice, or the quick answer that its dimension stands on, and which."""
    state = answers.practices.get(practice)
    if state is not None:
        return state, False
    dimension = model.home[practice]
    if any(p.id in answers.practices for p in dimension.practices):
        return None, False
    return answers.quick.get(dimension.id), True


def _standings(model: Model, dimensions: Mapping[str, DimensionResult]) -> list[Standing]:
    """The dimensions that have a score, as the shortest way up sees them."""
    standings = []
    for dimension in model.dimensions:
        result = dimensions[dimension.id]
        if result.score is None:
            continue
        quick = result.basis == "quick"
        rungs = {dimension.id: int(result.score)} if quick else dict(result.rungs)
        standings.append(Standing(critical=dimension.critical, quick=quick, rungs=rungs))
    return standings


def _headline(model: Model, dimensions: Mapping[str, DimensionResult]) -> Headline:
    critical = {d.id: dimensions[d.id] for d in model.dimensions if d.critical}
    missing = tuple(id for id, d in critical.items() if d.counts and d.level is None)
    scored = any(d.score is not None for d in dimensions.values())
    return Headline(
        kind="nothing" if not scored else "between" if missing else "level",
        missing=missing,
        without=tuple(id for id, d in critical.items() if not d.counts),
        quick_answers=sum(d.basis == "quick" and d.score is not None for d in dimensions.values()),
    )


def _measured(model: Model, dimensions: Iterable[DimensionResult]) -> Margin:
    """The errors of results that stand on the same kinds of answers."""
    bases = {d.basis for d in dimensions if d.score is not None}
    of: Of = "mixed" if len(bases) > 1 else "quick" if "quick" in bases else "full"
    errors = model.measured.errors(of) if bases else Errors()
    return Margin(of, errors.programme, errors.dimension, model.measured.cases)
