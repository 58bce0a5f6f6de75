"""The statistics: each a function of a grid of measured and judged values.

The case is the unit: an interval comes from drawing whole cases anew, with all that belongs to
them.  NaN stands where a reading has no value; it takes no part.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import cast

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from build_tools.structure_trial.shares import bounds

type Values = NDArray[np.float64]

SLACK = 1e-9
"""Of every comparison of two measured values, which are sums of floats."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Values of several readings of several cases beside the judgement of each case.

    Many drawings of the cases stand in one grid, along axes before those named here.
    """

    measured: Values
    """By case, reading and part: the dimensions, or the programme alone."""
    judged: Values
    """By case and part."""

    @property
    def own(self) -> Values:
        """The measured values, NaN where the judgement is."""
        return np.where(np.isnan(self.judged[..., None, :]), np.nan, self.measured)

    @property
    def beside(self) -> Values:
        """The judgements in the shape of `measured`, NaN where that is."""
        return np.where(np.isnan(self.measured), np.nan, self.judged[..., None, :])

    @property
    def errors(self) -> Values:
        """Measured less judged, by case, reading and part."""
        return self.measured - self.judged[..., None, :]

    def drawn(self, cases: NDArray[np.intp]) -> "Grid":
        """The grid of some cases, any of them perhaps several times."""
        return Grid(self.measured[cases], self.judged[cases])


type Statistic = Callable[[Grid], float]
"""A figure of one grid; of a grid of many drawings, an array with the figure of each."""

_ALL = (-3, -2, -1)
"""The axes of cases, readings and parts."""


def bias(grid: Grid) -> float:
    """The mean of measured less judged: above 0 where the tool is too kind."""
    return cast("float", np.nanmean(grid.errors, axis=_ALL))


def mean_error(grid: Grid) -> float:
    """The mean distance between measured and judged."""
    return cast("float", np.nanmean(np.abs(grid.errors), axis=_ALL))


def beyond(grid: Grid, limit: float = 1.0) -> float:
    """The share of values more than `limit` away from the judgement."""
    far = np.where(np.isnan(grid.errors), np.nan, np.abs(grid.errors) > limit + SLACK)
    return cast("float", np.nanmean(far, axis=_ALL))


def r(grid: Grid) -> float:
    """Pearson's correlation of measured and judged over all readings and parts."""
    return _pearson(grid.own, grid.beside, _ALL)


def r_within(grid: Grid) -> float:
    """Pearson's correlation of deviations from each reading's own mean: of the profile alone."""
    own, theirs = grid.own, grid.beside
    return _pearson(
        own - np.nanmean(own, axis=-1, keepdims=True),
        theirs - np.nanmean(theirs, axis=-1, keepdims=True),
        _ALL,
    )


def correlation(one: Values, other: Values) -> float:
    """Pearson's correlation of what both know; NaN where one of them does not vary."""
    known = ~np.isnan(one) & ~np.isnan(other)
    return float(_pearson(one[known], other[known], (0,))) if known.any() else float("nan")


def _pearson(one: Values, other: Values, axes: tuple[int, ...]) -> float:
    """Pearson's correlation over `axes` of two sides that lack the same values."""
    x = one - np.nanmean(one, axis=axes, keepdims=True)
    y = other - np.nanmean(other, axis=axes, keepdims=True)
    spread = np.nansum(x * x, axis=axes) * np.nansum(y * y, axis=axes)
    varies = spread > SLACK
    found = np.nansum(x * y, axis=axes) / np.sqrt(np.where(varies, spread, 1))
    return cast("float", np.where(varies, found, np.nan)[()])


def rank_correlation(one: Values, other: Values) -> float:
    """Spearman's correlation, equal values sharing their mean rank; NaN as in `correlation`."""
    known = ~np.isnan(one) & ~np.isnan(other)
    return correlation(stats.rankdata(one[known]), stats.rankdata(other[known]))


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
    return bounds(
        np.arange(len(grid.judged)),
        lambda cases, axis: statistic(grid.drawn(cases)),  # noqa: ARG005 - the cases stand last
    )


def nine_of_ten(grid: Grid) -> float:
    """The least error within which nine of ten results lie, rounded up to a tenth.

    A result is one part of one case; its error is that of the worse reading.  Each case weighs the
    same: with `n` parts each of them weighs a `n`th.  With eight cases and one part this is the
    largest error, since seven of eight are less than nine of ten.
    """
    worse = np.fmax.reduce(np.abs(grid.errors), axis=1)
    known = ~np.isnan(worse)
    weights = 1 / np.sum(known, axis=1, keepdims=True) / len(worse)
    errors, weight = worse[known], np.broadcast_to(weights, worse.shape)[known]
    order = np.argsort(errors)
    reached = np.cumsum(weight[order])
    least = errors[order][int(np.argmax(reached >= 0.9 - SLACK))]
    return ceil(10 * float(least) - 10 * SLACK) / 10


def largest(grid: Grid) -> float:
    """The largest error of all."""
    return float(np.nanmax(np.abs(grid.errors)))
