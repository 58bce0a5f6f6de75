"""Which answers that are not known would decide level or cap, found by scoring each anew."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.model.maturity import TOP, Dimension, Model
from widgets.core.scoring.result_words import level_name
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import capped_by, programme, score_dimension
from widgets.core.words.english import lower_first

ENDS = (0, TOP)
"""What an answer that is not known is filled in with."""


@dataclass(frozen=True, slots=True)
class Filling:
    """The programme if one answer that is not known were a given rung."""

    score: float | None
    level: int | None
    capped_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Open:
    """An answer that is not known, and what it could change."""

    id: str
    """A practice, or a dimension of which nothing is known: its quick question."""
    dimension: str
    low: Filling
    """With the answer 0."""
    high: Filling
    """With the answer 4."""
    exposure: tuple[str, ...]
    """Ids of the failure factors whose exposure it changes, in model order."""
    text: str

    @property
    def levels(self) -> int:
        """By how many levels of the programme it decides, 0 to 4."""
        return (self.high.level or 0) - (self.low.level or 0)


def would_change(model: Model, answers: Answers, result: Result) -> tuple[Open, ...]:
    """What is not known and would change the level, or what caps it; most first.

    Not known is what is blank or unknown.  A dimension of which nothing is known counts
    as one answer, its quick question; one that stands on its quick answer is known.
    Each is filled alone, with 0 and with 4, and scored anew.  An answer counts if the two differ.
    Order: more levels between the two, then a difference in what caps, then more score between the
    two, then model order.  Nothing answered: nothing to change.
    """
    if result.level is None:
        return ()
    tried = [_try(id, home, model, answers, result) for id, home in _open(model, answers, result)]
    telling = [open_ for open_ in tried if _differs(open_)]
    return tuple(sorted(telling, key=_weight))


def _open(model: Model, answers: Answers, result: Result) -> Iterator[tuple[str, Dimension]]:
    for dimension in model.dimensions:
        found = result.dimensions[dimension.id]
        if found.basis == "practices":
            for practice in dimension.practices:
                if answers.practices.get(practice.id) in (None, UNKNOWN):
                    yield practice.id, dimension
        elif found.score is None:
            yield dimension.id, dimension


def _try(id: str, dimension: Dimension, model: Model, answers: Answers, result: Result) -> Open:
    low, high = (_fill(filled(answers, id, rung, model), dimension, model, result) for rung in ENDS)
    mine = {id} if id in model.practice else {p.id for p in dimension.practices}
    return Open(
        id=id,
        dimension=dimension.id,
        low=low,
        high=high,
        exposure=tuple(f.id for f in model.failure_factors if mine & set(model.guarding[f.id])),
        text=_say(id, dimension, model, low, high),
    )


def filled(answers: Answers, id: str, rung: int, model: Model) -> Answers:
    """`answers` with a practice, or the quick question of a dimension, at a rung."""
    if id in model.practice:
        return replace(answers, practices={**answers.practices, id: rung})
    return replace(answers, quick={**answers.quick, id: rung})


def _fill(answers: Answers, dimension: Dimension, model: Model, result: Result) -> Filling:
    """Scores anew what one answer can change: its own dimension and the programme."""
    mine = {dimension.id: score_dimension(dimension, answers)}
    dimensions = {**result.dimensions, **mine}
    score, allows, level = programme(model, dimensions)
    return Filling(score, level, capped_by(model, dimensions, level, allows))


def _differs(open_: Open) -> bool:
    low, high = open_.low, open_.high
    return (low.level, low.capped_by) != (high.level, high.capped_by)


def _weight(open_: Open) -> tuple[int, bool, float]:
    low, high = open_.low, open_.high
    return (
        -open_.levels,
        low.capped_by == high.capped_by,
        -round((high.score or 0) - (low.score or 0), 9),
    )


def _say(id: str, dimension: Dimension, model: Model, low: Filling, high: Filling) -> str:
    asked = model.practice[id].statement if id in model.practice else dimension.name
    ask = lower_first(model.practice[id].ask if id in model.practice else dimension.ask)
    if low.level is not None and high.level is not None and low.level != high.level:
        ends = f"{level_name(model, low.level)} or at {level_name(model, high.level)}"
        decides = f"much. By the model it decides whether the programme stands at {ends}."
    else:
        decides = "some. By the model it decides what holds the programme down."
    return f"“{asked.rstrip('.')}”: ask {ask}. What it would change: {decides}"
