"""The second criterion, without the sentence that levels are named by: which programme lasts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from build_tools.calibration.grids import Trial
from build_tools.calibration.readings import Calibration, Choice, Group
from build_tools.calibration.sums import Values, rank_correlation


@dataclass(frozen=True, slots=True)
class Lasting:
    """How the programme score ranks the firms beside those who never saw a level."""

    pairs: float
    """Rank correlation with the share of its pairs that a firm wins; NaN: not read."""
    sequels: float
    """Rank correlation with what is left in the sequel; NaN: not read."""


def win_shares(ids: Sequence[str], judges: Sequence[Sequence[Choice]]) -> Values:
    """The share of its pairs that each of `ids` wins over all judges; NaN for one in no pair."""
    choices = [choice for judge in judges for choice in judge]
    won = np.array([sum(c.lasts == id for c in choices) for id in ids], dtype=float)
    met = np.array([sum(id in c.pair for c in choices) for id in ids], dtype=float)
    return np.divide(won, met, out=np.full(len(ids), np.nan), where=met > 0)


def same_choice(judges: Sequence[Sequence[Choice]]) -> float:
    """The share of pairs on which two judges choose the same firm; NaN for fewer than two."""
    if len(judges) < 2:
        return float("nan")
    one, other = ({frozenset(c.pair): c.lasts for c in judge} for judge in judges[:2])
    both = one.keys() & other.keys()
    return sum(one[pair] == other[pair] for pair in both) / len(both)


def lasting(calibration: Calibration, trial: Trial, group: Group | None) -> Lasting:
    """The ranks of the firms of `trial`; the pairs of one group only, within which each was met."""
    scores = np.nanmean(trial.programme.measured, axis=(1, 2))
    ids = [case.id for case in trial.cases]
    judges = calibration.choices.get(group, ()) if group else ()
    left = [np.nan if case.lasted is None else case.lasted for case in trial.cases]
    return Lasting(
        pairs=rank_correlation(scores, win_shares(ids, judges)),
        sequels=rank_correlation(scores, np.array(left, dtype=float)),
    )
