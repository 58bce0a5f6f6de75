"""The statistics: each a function of a grid of measured and judged values.

The case is the unit: an interval comes from drawing whole cases anew, with all that belongs to
them.  NaN stands where a reading has no value; it takes no part.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray
from scipy import stats

type Values = NDArray[np.float64]

SEED = 20261128
"""Of the drawing of cases: the same at every run."""

DRAWS = 1000

SLACK = 1e-9
"""Of every comparison of two measured values, which are sums of floats."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Values of several readings of several cases beside the judgement of each case."""

    measured: Values
    """By case, reading and part: the dimensions, or the programme alone."""
    judged: Values
    """By case and part."""

    @property
    def errors(self) -> Values:
        """Measured less judged, by case, reading and part."""
        return self.measured - self.judged[:, None, :]

    def drawn(self, cases: NDArray[np.intp]) -> "Grid":
        """The grid of some cases, any of them perhaps several times."""
        return Grid(self.measured[cases], self.judged[cases])


type Statistic = Callable[[Grid], float]


def bias(grid: Grid) -> float:
    """The mean of measured less judged: above 0 where the tool is too kind."""
    return float(np.nanmean(grid.errors))


def mean_error(grid: Grid) -> float:
    """The mean distance between measured and judged."""
    return float(np.nanmean(np.abs(grid.errors)))


def beyond(grid: Grid, limit: float = 1.0) -> float:
    """The share of values more than `limit` away from the judgement."""
    errors = _known(grid.errors)
    return float(np.mean(np.abs(errors) > limit + SLACK))


def r(grid: Grid) -> float:
    """Pearson's correlation of measured and judged over all readings and parts."""
    judged = np.broadcast_to(grid.judged[:, None, :], grid.measured.shape)
    return correlation(grid.measured.ravel(), judged.ravel())


def r_within(grid: Grid) -> float:
    """Pearson's correlation of deviations from each reading's own mean: of the profile alone."""
    judged = np.where(np.isnan(grid.measured), np.nan, grid.judged[:, None, :])
    own = grid.measured - np.nanmean(grid.measured, axis=2, keepdims=True)
    theirs = judged - np.nanmean(judged, axis=2, keepdims=True)
    return correlation(own.ravel(), theirs.ravel())


def correlation(one: Values, other: Values) -> float:
    """Pearson's correlation of what both know; NaN where one of them does not vary."""
    return _both(lambda x, y: stats.pearsonr(x, y).statistic, one, other)


def rank_correlation(one: Values, other: Values) -> float:
    """Spearman's correlation, equal values sharing their mean rank; NaN as in `correlation`."""
    return _both(lambda x, y: stats.spearmanr(x, y).statistic, one, other)


def _both(of: Callable[[Values, Values], float], one: Values, other: Values) -> float:
    known = ~np.isnan(one) & ~np.isnan(other)
    x, y = one[known], other[known]
    if len(x) < 2 or np.ptp(x) < SLACK or np.ptp(y) < SLACK:
        return float("nan")
    return float(of(x, y))


def weighted_kappa(pairs: Sequence[tuple[int, int]]) -> float:
    """Cohen's kappa with linear weights: 1 less the mean distance over that expected by chance.

    Chance pairs every answer of one reader with every answer of the other.  NaN where it would
    find no distance either.
    """
    one, other = (np.array(side, dtype=float) for side in zip(*pairs, strict=True))
    by_chance = float(np.mean(np.abs(one[:, None] - other[None, :])))
    return 1 - float(np.mean(np.abs(one - other))) / by_chance if by_chance else float("nan")


def interval(grid: Grid, statistic: Statistic) -> tuple[float, float]:
    """Where 95 of 100 drawings of as many cases, with replacement, put `statistic`."""
    found = stats.bootstrap(
        (np.arange(len(grid.judged)),),
        lambda cases: statistic(grid.drawn(cases)),
        n_resamples=DRAWS,
        vectorized=False,
        method="percentile",
        rng=np.random.default_rng(SEED),
    )
    low, high = found.confidence_interval
    return float(low), float(high)


def nine_of_ten(grid: Grid) -> float:
    """The least error within which nine of ten results lie, rounded up to a tenth.

    A result is one part of one case; its error is that of the worse reading.  Each case weighs the
    same: with `n` parts each of them weighs a `n`th.  With eight cases and one part this is the
    largest error, since seven of eight are less than nine of ten.
    """
    worse = np.fmax.reduce(np.abs(grid.errors), axis=1)
    weights = 1 / np.sum(~np.isnan(worse), axis=1, keepdims=True) / len(worse)
    known = ~np.isnan(worse)
    errors, weight = worse[known], np.broadcast_to(weights, worse.shape)[known]
    order = np.argsort(errors)
    reached = np.cumsum(weight[order])
    least = errors[order][int(np.argmax(reached >= 0.9 - SLACK))]
    return ceil(10 * float(least) - 10 * SLACK) / 10


def largest(grid: Grid) -> float:
    """The largest error of all."""
    return float(np.nanmax(np.abs(grid.errors)))


def _known(values: Values) -> Values:
    return values[~np.isnan(values)]
