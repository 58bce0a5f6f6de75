"""The ways from a programme score to a whole level that were tried."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from build_tools.calibration.grids import Trial
from build_tools.calibration.rules import best_of, row_by_row
from build_tools.calibration.sums import SLACK, Grid, Values
from widgets.core.model.maturity import TOP

EARLY: Mapping[str, float] = {
    "a level begins at its number": 0.0,
    "a level begins a quarter below its number": 0.25,
    "the nearest whole level": 0.5,
}
"""How far below its number a level begins, by the words for it."""

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
    at = np.arange(len(trial.cases))
    best = [best_of([grid.drawn(at[at != case]) for grid in grids]) for case in at]
    return row_by_row([grids[b] for b in best])


def _level(trial: Trial, early: float, capped: bool) -> Grid:
    levels = _reached(trial.programme.measured, early)
    if capped:
        at = [n for n, d in enumerate(trial.model.dimensions) if d.critical]
        weakest = np.nanmin(_reached(trial.dimensions.measured[:, :, at], early), axis=2)
        levels = np.minimum(levels, 1 + weakest[:, :, None])
    return Grid(levels, trial.programme.judged)


def _reached(scores: Values, early: float) -> Values:
    """The level of each score; 4 at the latest from 3.5, as in the model."""
    whole = np.floor(scores + early + SLACK)
    return np.where(scores >= TOP - 0.5 - SLACK, float(TOP), np.minimum(whole, TOP))
