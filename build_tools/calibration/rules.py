"""The rules from rungs to a dimension's score that were tried, each held against the judgements."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

import numpy as np

from build_tools.calibration.grids import Trial
from build_tools.calibration.readings import Case, Reading
from build_tools.calibration.sums import SLACK, Grid, mean_error
from widgets.core.model.maturity import RUNGS, Model

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
    """Every rule on the full readings of `cases`; a threshold is fitted without the case it meets."""
    whole = Trial(model, tuple(cases), "full")
    found = [Candidate(words, *_grids(whole, keys, rule)) for words, rule in RULES.items()]
    counts = [_grids(whole, keys, count(share)) for share in SHARES]
    at = np.arange(len(cases))
    best = [best_of([grid.drawn(at[at != case]) for grid, _ in counts]) for case in at]
    one_by_one = [row_by_row([counts[b][side] for b in best]) for side in (0, 1)]
    return (*found, Candidate(COUNTED, one_by_one[0], one_by_one[1]))


def best_of(grids: Sequence[Grid]) -> int:
    """Which of the grids lies closest to the judgements; the first of equals."""
    return int(np.argmin([mean_error(grid) for grid in grids]))


def row_by_row(grids: Sequence[Grid]) -> Grid:
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
