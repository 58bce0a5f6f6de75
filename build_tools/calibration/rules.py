"""The rules that were tried: from rungs to a dimension's score, and from a score to a level.

Each is held against the judgements.  A threshold is fitted without the firm that it then meets.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

import numpy as np

from build_tools.calibration.grids import Trial
from build_tools.calibration.readings import Case, Reading
from build_tools.calibration.sums import SLACK, Grid, Values, mean_error
from widgets.core.model.maturity import RUNGS, TOP, Model
from widgets.core.scoring.climb import HALF

type Rungs = Mapping[str, int]
"""The known rungs of one dimension, by practice; never empty."""

type Rule = Callable[[Rungs, Collection[str]], float]
"""From rungs and the keystones of their dimension to a score."""

SHARES = (0.4, 0.5, 0.6, 0.7, 0.8)
"""Shares of answers that a rung may need, for the count: the best of them is fitted."""


def mean(rungs: Rungs, _: Collection[str]) -> float:
    """The plain mean."""
    return fmean(rungs.values())


def capped(rungs: Rungs, _: Collection[str]) -> float:
    """The mean, at most one above the lowest rung."""
    return min(fmean(rungs.values()), 1 + min(rungs.values()))


def keystones(rungs: Rungs, keys: Collection[str]) -> float:
    """The mean, at most one above the lowest known keystone."""
    return min([fmean(rungs.values()), *(1 + r for id, r in rungs.items() if id in keys)])


def trimmed(rungs: Rungs, _: Collection[str]) -> float:
    """The mean without the lowest and the highest rung, where four or more are known."""
    ordered = sorted(rungs.values())
    return fmean(ordered[1:-1] if len(ordered) > 3 else ordered)


def weighted(rungs: Rungs, keys: Collection[str]) -> float:
    """The mean in which keystones count twice."""
    return fmean(rungs.values(), [2 if id in keys else 1 for id in rungs])


def middle(rungs: Rungs, _: Collection[str]) -> float:
    """The median."""
    return float(median(rungs.values()))


def count(share: float) -> Rule:
    """The highest rung that at least `share` of the answers reach."""

    def reached(rungs: Rungs, _: Collection[str]) -> float:
        needed = share * len(rungs) - SLACK
        return float(max(k for k in RUNGS if sum(r >= k for r in rungs.values()) >= needed))

    return reached


RULES: Mapping[str, Rule] = {
    "Mean (taken)": mean,
    "Mean, at most one above the lowest rung": capped,
    "Mean, at most one above the lowest keystone": keystones,
    "Mean without the lowest and the highest": trimmed,
    "Mean, keystones counting twice": weighted,
    "Median": middle,
}
"""Those without a threshold, by their words."""

COUNTED = "Highest rung that enough answers reach"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One rule held against the judgements."""

    words: str
    dimensions: Grid
    programme: Grid


def candidates(
    model: Model, cases: Sequence[Case], keys: Mapping[str, Collection[str]]
) -> tuple[Candidate, ...]:
    """Every rule on the full readings; a threshold is fitted without the case that it meets."""
    whole = Trial(model, tuple(cases), "full")
    found = [Candidate(words, *_grids(whole, keys, rule)) for words, rule in RULES.items()]
    counts = [_grids(whole, keys, count(share)) for share in SHARES]
    best = _best_without_each([grid for grid, _ in counts])
    one_by_one = [_row_by_row([counts[b][side] for b in best]) for side in (0, 1)]
    return (*found, Candidate(COUNTED, one_by_one[0], one_by_one[1]))


def _best_of(grids: Sequence[Grid]) -> int:
    """Which of the grids lies closest to the judgements; the first of equals."""
    return int(np.argmin([mean_error(grid) for grid in grids]))


def _best_without_each(grids: Sequence[Grid]) -> list[int]:
    """By case, which of the grids lies closest to the judgements of all the other cases."""
    at = np.arange(len(grids[0].judged))
    return [_best_of([grid.drawn(at[at != case]) for grid in grids]) for case in at]


def _row_by_row(grids: Sequence[Grid]) -> Grid:
    """The first case of the first grid, the second of the second, and so on."""
    return Grid(
        np.stack([grid.measured[case] for case, grid in enumerate(grids)]),
        np.stack([grid.judged[case] for case, grid in enumerate(grids)]),
    )


def _grids(trial: Trial, keys: Mapping[str, Collection[str]], rule: Rule) -> tuple[Grid, Grid]:
    dimensions = np.array(
        [
            [
                [
                    _score(reading, [p.id for p in d.practices], keys.get(d.id, ()), rule)
                    for d in trial.model.dimensions
                ]
                for reading in case.full
            ]
            for case in trial.cases
        ]
    )
    programme = np.nanmean(dimensions, axis=2, keepdims=True)
    return Grid(dimensions, trial.dimensions.judged), Grid(programme, trial.programme.judged)


def _score(reading: Reading, ids: Sequence[str], keys: Collection[str], rule: Rule) -> float:
    rungs = {id: rung for id in ids if isinstance(rung := reading.get(id), int)}
    return rule(rungs, keys) if rungs else float("nan")


EARLY: Mapping[str, float] = {
    "the nearest whole level": HALF,
    "a level begins a quarter below its number": 0.25,
    "a level begins at its number, 4 at 3.5": 0.0,
}
"""How far below its number a level begins, by the words for it; the model's own first."""

FITTED = tuple(tenth / 10 for tenth in range(8))
"""What a fitted beginning is chosen from: 0 to 0.7 below the number."""


@dataclass(frozen=True, slots=True)
class Step:
    """One way to a level, held against the judgements."""

    words: str
    capped: bool
    """Whether the weakest critical dimension holds the level at most one above its own."""
    level: Grid


def steps(trial: Trial) -> tuple[Step, ...]:
    """Every way, without and with the cap; a fitted beginning never saw the case it meets."""
    found = []
    for capped in (False, True):
        found += [
            Step(words, capped, _level(trial, early, capped)) for words, early in EARLY.items()
        ]
        found.append(Step("a beginning fitted to the other firms", capped, _fitted(trial, capped)))
    return tuple(found)


def _fitted(trial: Trial, capped: bool) -> Grid:
    grids = [_level(trial, early, capped) for early in FITTED]
    return _row_by_row([grids[best] for best in _best_without_each(grids)])


def _level(trial: Trial, early: float, capped: bool) -> Grid:
    levels = _reached(trial.programme.measured, early)
    if capped:
        at = [n for n, d in enumerate(trial.model.dimensions) if d.critical]
        weakest = np.nanmin(_reached(trial.dimensions.measured[:, :, at], early), axis=2)
        levels = np.minimum(levels, 1 + weakest[:, :, None])
    return Grid(levels, trial.programme.judged)


def _reached(scores: Values, early: float) -> Values:
    """The level of each score; 4 at the latest from 3.5, as in model 1.0.0 too."""
    whole = np.floor(scores + early + SLACK)
    return np.where(scores >= TOP - HALF - SLACK, float(TOP), np.minimum(whole, TOP))
