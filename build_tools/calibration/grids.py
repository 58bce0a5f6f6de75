"""Grids of a set of firms: the programme, the dimensions, and the two ways to answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from build_tools.calibration.readings import Case, Way
from build_tools.calibration.scores import Shown, judged_dimension, judged_programme, shown
from build_tools.calibration.sums import Grid, Values, correlation
from widgets.core.model.maturity import Model


@dataclass(frozen=True)
class Trial:
    """Some firms with what one way to answer shows for each of their readings."""

    model: Model
    cases: tuple[Case, ...]
    way: Way

    @cached_property
    def shown(self) -> tuple[tuple[Shown, ...], ...]:
        """By case and reading."""
        return tuple(shown(self.model, case, self.way) for case in self.cases)

    @cached_property
    def programme(self) -> Grid:
        """The programme score."""
        scores = [[[one.programme] for one in of] for of in self.shown]
        return Grid(_values(scores), self._programmes)

    @cached_property
    def level(self) -> Grid:
        """The programme level as shown."""
        levels = [[[one.level] for one in of] for of in self.shown]
        return Grid(_values(levels), self._programmes)

    @cached_property
    def dimensions(self) -> Grid:
        """The dimension scores."""
        return Grid(self._by_dimension("dimensions"), self._dimensions)

    @cached_property
    def levels(self) -> Values:
        """The dimension levels, by case, reading and dimension."""
        return self._by_dimension("levels")

    @cached_property
    def copied(self) -> Grid:
        """Each reading's own programme score in the place of every dimension."""
        scores = self.programme.measured
        return Grid(np.repeat(scores, len(self.model.dimensions), axis=2), self._dimensions)

    def dimension(self, id: str) -> Grid:
        """The scores of one dimension."""
        at = [d.id for d in self.model.dimensions].index(id)
        whole = self.dimensions
        return Grid(whole.measured[:, :, [at]], whole.judged[:, [at]])

    @property
    def _programmes(self) -> Values:
        return _values([[judged_programme(case)] for case in self.cases])

    @property
    def _dimensions(self) -> Values:
        ids = [d.id for d in self.model.dimensions]
        return _values([[judged_dimension(case, id) for id in ids] for case in self.cases])

    def _by_dimension(self, key: str) -> Values:
        ids = [d.id for d in self.model.dimensions]
        return _values([[[getattr(one, key)[id] for id in ids] for one in of] for of in self.shown])


def _values(nested: Sequence[object]) -> Values:
    """Numbers, NaN for none."""
    return np.array(nested, dtype=float)


@dataclass(frozen=True, slots=True)
class Judges:
    """How far two judges agree about the same firms."""

    r: float
    difference: float
    """The mean of the first less the second."""
    distance: float


def judges(cases: Sequence[Case], dimensions: Sequence[str]) -> Judges:
    """The two judges of `cases`, on some dimensions; without any, on the whole programme."""
    one, other = (
        np.array([v for case in cases for v in _judged(case, n, dimensions)]) for n in (0, 1)
    )
    apart = one - other
    return Judges(
        correlation(one, other), float(np.nanmean(apart)), float(np.nanmean(np.abs(apart)))
    )


def _judged(case: Case, judge: int, dimensions: Sequence[str]) -> list[float]:
    said = case.judged[judge]
    return [said.dimensions.get(id, np.nan) for id in dimensions] or [said.programme]


@dataclass(frozen=True, slots=True)
class Apart:
    """How far the quick and the full readings of the same firms lie apart, by dimension."""

    mean: float
    """Quick less full, score by score."""
    distance: float
    """The mean distance of scores."""
    two_levels: float
    """The share of comparisons in which the levels as shown lie two or more apart."""
    two_points: float
    """The share in which the scores do."""


def apart(quick: Trial, full: Trial) -> Apart:
    """Every quick reading of a firm against each of its full readings."""
    scores = _differences(quick.dimensions.measured, full.dimensions.measured)
    levels = _differences(quick.levels, full.levels)
    return Apart(
        mean=float(np.mean(scores)),
        distance=float(np.mean(np.abs(scores))),
        two_levels=float(np.mean(np.abs(levels) >= 2)),
        two_points=float(np.mean(np.abs(scores) >= 2)),
    )


def _differences(quick: Values, full: Values) -> Values:
    every = quick[:, :, None, :] - full[:, None, :, :]
    return every[~np.isnan(every)]
