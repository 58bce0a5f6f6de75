"""The second criterion, without the sentence that levels are named by: which programme lasts."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from build_tools.calibration.grids import Trial
from build_tools.calibration.readings import Calibration, Choice, Group
from build_tools.calibration.scores import judged_programme
from build_tools.calibration.sums import Values, rank_correlation

ROUNDS = 2000
"""Of working out strengths; after some hundred nothing changes any more."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """How figures rank the firms beside those who never saw a level; NaN: not read."""

    pairs: float
    """Rank correlation with the strengths that the judges of pairs give the firms."""
    sequels: float
    """Rank correlation with what is left in the sequel."""


def strengths(ids: Sequence[str], judges: Sequence[Sequence[Choice]]) -> Values:
    """How strong each of `ids` is by all choices (Bradley and Terry's model); NaN without one.

    A firm of strength 2 wins two of three against one of strength 1.  Each also won and lost half a
    time against a firm of strength 1, so that one which always wins has a strength too.
    """
    at = {id: place for place, id in enumerate(ids)}
    met, won = np.zeros((len(ids), len(ids))), np.full(len(ids), 0.5)
    for choice in (choice for judge in judges for choice in judge):
        one, other = (at[id] for id in choice.pair)
        met[one, other] += 1
        met[other, one] += 1
        won[at[choice.lasts]] += 1
    if not met.any():
        return np.full(len(ids), np.nan)
    found = np.ones(len(ids))
    for _ in range(ROUNDS):
        shared = (met / (found[:, None] + found[None, :])).sum(axis=1)
        found = won / (shared + 1 / (found + 1))
    return found


def same_choice(judges: Sequence[Sequence[Choice]]) -> float:
    """The share of pairs on which two judges choose the same firm; NaN where no two met a pair."""
    chosen = [{frozenset(c.pair): c.lasts for c in judge} for judge in judges]
    same = [
        one[pair] == other[pair]
        for one, other in combinations(chosen, 2)
        for pair in one.keys() & other.keys()
    ]
    return sum(same) / len(same) if same else float("nan")


def lasting(calibration: Calibration, trial: Trial, group: Group | None) -> Lasting:
    """The programme scores of `trial`; pairs count within the one group in which they were met."""
    return _lasting(calibration, trial, group, np.nanmean(trial.programme.measured, axis=(1, 2)))


def lasting_judged(calibration: Calibration, trial: Trial, group: Group | None) -> Lasting:
    """The same of the judged levels: no score could be asked to rank the firms much better."""
    judged = np.array([judged_programme(case) for case in trial.cases])
    return _lasting(calibration, trial, group, judged)


def _lasting(
    calibration: Calibration, trial: Trial, group: Group | None, figures: Values
) -> Lasting:
    judges = calibration.choices.get(group, ()) if group else ()
    left = [np.nan if case.lasted is None else case.lasted for case in trial.cases]
    return Lasting(
        pairs=rank_correlation(figures, strengths([case.id for case in trial.cases], judges)),
        sequels=rank_correlation(figures, np.array(left, dtype=float)),
    )
