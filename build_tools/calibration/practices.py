"""What each question tells: how its answers spread, and how often it has none."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from build_tools.calibration.readings import Case, Given, Reading
from build_tools.calibration.scores import judged_dimension
from build_tools.calibration.sums import correlation, weighted_kappa
from build_tools.reading.readings_schema import NOT_CHOSEN
from widgets.core.model.maturity import RUNGS, TOP, Model


@dataclass(frozen=True, slots=True)
class Told:
    """What the readings say of one practice; shares run from 0 to 1."""

    id: str
    dimension: str
    rungs: tuple[int, ...]
    """How many answers chose each rung, lowest first."""
    silent: float
    unanswerable: float
    ill: float
    na: float
    equal: float
    """The share of firms on which both readers gave the same answer."""
    r: float
    """Correlation of the rung with the judged dimension."""
    mean: float
    """The mean rung: the lower, the harder."""

    @property
    def floor(self) -> float:
        """The share of chosen rungs that is the lowest."""
        return self.rungs[0] / max(1, sum(self.rungs))

    @property
    def ceiling(self) -> float:
        """The share of chosen rungs that is the highest."""
        return self.rungs[TOP] / max(1, sum(self.rungs))

    @property
    def tells_nothing(self) -> bool:
        """Whether all firms stand at one rung."""
        return sum(count > 0 for count in self.rungs) <= 1


def told(model: Model, cases: Sequence[Case]) -> tuple[Told, ...]:
    """Every practice that was read of all `cases`, in the order of the model."""
    return tuple(
        _told(practice.id, dimension.id, cases)
        for dimension in model.dimensions
        for practice in dimension.practices
        if _is_read(practice.id, cases)
    )


def unread(model: Model, cases: Sequence[Case]) -> tuple[str, ...]:
    """Practices that at least one reading leaves out."""
    return tuple(p.id for p in model.practices() if not _is_read(p.id, cases))


def _is_read(id: str, cases: Sequence[Case]) -> bool:
    return all(id in reading for case in cases for reading in case.full)


def _told(id: str, dimension: str, cases: Sequence[Case]) -> Told:
    given = [reading[id] for case in cases for reading in case.full]
    chosen = [one for one in given if isinstance(one, int)]
    judged = [judged_dimension(case, dimension) for case in cases for _ in case.full]
    count = Counter(chosen)
    return Told(
        id=id,
        dimension=dimension,
        rungs=tuple(count[rung] for rung in RUNGS),
        **{why: given.count(why) / len(given) for why in NOT_CHOSEN},
        equal=equal([(case.full[0][id], case.full[1][id]) for case in cases]),
        r=correlation(_rungs(given), np.array(judged)),
        mean=sum(chosen) / len(chosen) if chosen else float("nan"),
    )


def _rungs(given: Iterable[Given]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([one if isinstance(one, int) else np.nan for one in given], dtype=float)


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two readings of the same firms agree."""

    answers: int
    equal: float
    """The share of equal answers; the reason why no rung was chosen counts as part of it."""
    chose: int
    """In how many both chose a rung."""
    within_one: float
    kappa: float
    """Over those in which both chose."""


def agreement(pairs: Sequence[tuple[Given, Given]]) -> Agreement:
    """How far the two sides of `pairs` agree."""
    chosen = [(a, b) for a, b in pairs if isinstance(a, int) and isinstance(b, int)]
    return Agreement(
        answers=len(pairs),
        equal=equal(pairs),
        chose=len(chosen),
        within_one=sum(abs(a - b) <= 1 for a, b in chosen) / len(chosen),
        kappa=weighted_kappa(chosen),
    )


def equal(pairs: Sequence[tuple[Given, Given]]) -> float:
    """The share of pairs whose sides are the same."""
    return sum(a == b for a, b in pairs) / len(pairs)


def full_pairs(model: Model, cases: Sequence[Case]) -> list[tuple[Given, Given]]:
    """Both answers to every practice of the model, firm by firm."""
    ids = [p.id for p in model.practices() if _is_read(p.id, cases)]
    return [(case.full[0][id], case.full[1][id]) for case in cases for id in ids]


def quick_pairs(cases: Sequence[Case]) -> list[tuple[Given, Given]]:
    """Both answers to every quick question, firm by firm."""
    return [(case.quick[0][id], case.quick[1][id]) for case in cases for id in case.quick[0]]


def reasons(readings: Iterable[Reading], ids: Iterable[str]) -> Mapping[str, float]:
    """The share of answers that chose no rung, by reason, over the questions `ids`."""
    wanted = set(ids)
    given = [one for reading in readings for id, one in reading.items() if id in wanted]
    return {why: given.count(why) / len(given) for why in NOT_CHOSEN}
