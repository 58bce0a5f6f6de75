"""What the tool would show for each reading, by the same engine as on the site."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import nan
from statistics import fmean

from build_tools.calibration.readings import Case, Given, Reading, Way
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable, State
from widgets.core.model.maturity import Model
from widgets.core.scoring.score import score


@dataclass(frozen=True, slots=True)
class Shown:
    """The figures of one reading of one firm, each 0 to 4; none where nothing is known."""

    programme: float | None
    """The programme score, before any cap."""
    level: int | None
    """The programme level as the page shows it."""
    dimensions: Mapping[str, float | None]
    """Score by dimension."""
    levels: Mapping[str, int | None]
    """Level by dimension."""


def shown(model: Model, case: Case, way: Way) -> tuple[Shown, ...]:
    """The figures of each reading of `case`, in the order of the readers."""
    return tuple(_shown(model, _answers(reading, way)) for reading in case.readings(way))


def _shown(model: Model, answers: Answers) -> Shown:
    result = score(model, answers)
    return Shown(
        programme=result.score,
        level=result.level,
        dimensions={id: found.score for id, found in result.dimensions.items()},
        levels={id: found.level for id, found in result.dimensions.items()},
    )


def _answers(reading: Reading, way: Way) -> Answers:
    if way == "quick":
        return Answers(
            quick={id: g if isinstance(g, int) else UNKNOWN for id, g in reading.items()}
        )
    return Answers(practices={id: _state(given) for id, given in reading.items()})


def _state(given: Given) -> State:
    if isinstance(given, int):
        return given
    return NotApplicable("it does not apply") if given == "na" else UNKNOWN


def judged_programme(case: Case) -> float:
    """The mean of the judgements of the whole programme."""
    return fmean(judgement.programme for judgement in case.judged)


def judged_dimension(case: Case, dimension: str) -> float:
    """The mean of the judgements of one dimension; NaN where one of them left it out."""
    return fmean(judgement.dimensions.get(dimension, nan) for judgement in case.judged)
