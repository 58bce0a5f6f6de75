"""The raters compared: the figures of `agree`, with who said what by function.

Compares practices; where fewer than two raters have any, their quick answers to the dimensions.
Pure; draws nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from widgets.core.comparing.agreement import (
    Agreement,
    PracticeAgreement,
    Rating,
    agree,
    alpha,
    icc,
    practice_agreement,
)
from widgets.core.model.ladders import Ladder
from widgets.core.model.maturity import RUNGS, Model
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import score
from widgets.core.team.raters import FUNCTIONS, Rater


@dataclass(frozen=True, slots=True)
class RatedQuestion:
    """One practice, or one dimension with its quick question, as the raters answered it."""

    id: str
    dimension: str
    """Name of its dimension; empty for a dimension."""
    statement: str
    why: str
    ask: str
    ladder: Ladder
    page: str
    """Address from the root of the site."""
    found: PracticeAgreement
    by_function: Mapping[str, tuple[int, ...]]
    """How many of each function chose each rung, rung 0 first; "" where none is told."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Several raters, as the page shows them."""

    topics: tuple[RatedQuestion, ...]
    """In the order in which to talk: all that somebody answered."""
    open: tuple[str, ...]
    """Statements that no rater chose a rung for, in model order."""
    figures: Agreement
    quick: bool
    """Whether quick answers are compared, for want of practices."""
    left_out: tuple[Rater, ...]
    """Raters who have no answer of the kind that is compared."""
    levels: tuple[tuple[int, Rater, Result], ...]
    """The level of each rater who has one, with the result it is of, the lowest first."""


def compared(model: Model, raters: Sequence[Rater]) -> Compared:
    """What `raters`, raters who are not removed, agree and disagree about."""
    quick = sum(rater.rungs > 0 for rater in raters) < 2 <= sum(map(_quick, raters))
    states = [_states(rater, quick) for rater in raters]
    counts = {
        id: _tally(id, raters, states) for id in (model.dimension if quick else model.practice)
    }
    figures = (
        _quick_figures(counts, sum(map(bool, states)))
        if quick
        else agree(model, [Rating(rater.answers, rater.function or None) for rater in raters])
    )
    return Compared(
        topics=tuple(
            _topic(model, id, figures.practices[id], counts[id], quick) for id in figures.talk_first
        ),
        open=tuple(_statement(model, id, quick) for id, by in counts.items() if not by),
        figures=figures,
        quick=quick,
        left_out=tuple(rater for rater, of in zip(raters, states, strict=True) if not of),
        levels=tuple(sorted(_levels(model, raters), key=lambda one: one[0])),
    )


def _quick(rater: Rater) -> bool:
    return any(isinstance(state, int) for state in rater.answers.quick.values())


def _states(rater: Rater, quick: bool) -> dict[str, int]:
    """The rungs of a rater by id."""
    states = rater.answers.quick if quick else rater.answers.practices
    return {id: state for id, state in states.items() if isinstance(state, int)}


def _tally(
    id: str, raters: Sequence[Rater], states: Sequence[Mapping[str, int]]
) -> dict[str, tuple[int, ...]]:
    """How many of each function chose each rung of `id`; functions in their fixed order."""
    found: dict[str, tuple[int, ...]] = {}
    for function in (*(one.id for one in FUNCTIONS), ""):
        rungs = [
            of[id]
            for rater, of in zip(raters, states, strict=True)
            if rater.function == function and id in of
        ]
        if rungs:
            found[function] = tuple(map(rungs.count, RUNGS))
    return found


def _sum(by_function: Mapping[str, Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*by_function.values(), strict=True)] or [0] * len(RUNGS)


def _quick_figures(counts: Mapping[str, Mapping[str, tuple[int, ...]]], raters: int) -> Agreement:
    """The figures of `agree`, of dimensions in the place of practices."""
    rows = {id: _sum(by) for id, by in counts.items()}
    found = {
        id: practice_agreement(row, {f: of for f, of in counts[id].items() if f})
        for id, row in rows.items()
    }
    complete = [row for row in rows.values() if raters and sum(row) == raters]
    answered = [id for id, one in found.items() if one.n]
    first = sorted(answered, key=lambda i: (-(found[i].ad or 0), -(found[i].function_gap or 0)))
    one, average = icc(complete)
    return Agreement(
        practices=found,
        talk_first=tuple(first),
        raters=raters,
        complete_practices=len(complete),
        icc_1=one,
        icc_1_k=average,
        alpha=alpha(list(rows.values())),
    )


def _statement(model: Model, id: str, quick: bool) -> str:
    return model.dimension[id].question if quick else model.practice[id].statement


def _topic(
    model: Model,
    id: str,
    found: PracticeAgreement,
    by_function: Mapping[str, tuple[int, ...]],
    quick: bool,
) -> RatedQuestion:
    if quick:
        dimension = model.dimension[id]
        ask, ladder = dimension.ask, dimension.ladder
        name, statement = "", dimension.question
        return RatedQuestion(
            id, name, statement, "", ask, ladder, dimension.page, found, by_function
        )
    practice = model.practice[id]
    name = next(d.name for d in model.dimensions if any(p.id == id for p in d.practices))
    return RatedQuestion(
        id=id,
        dimension=name,
        statement=practice.statement,
        why=practice.why,
        ask=practice.ask,
        ladder=practice.ladder,
        page=f"practices/{id}/",
        found=found,
        by_function=by_function,
    )


def _levels(model: Model, raters: Sequence[Rater]) -> list[tuple[int, Rater, Result]]:
    """The level of each rater whose answers give one without gaps in what is critical."""
    found = []
    for rater in raters:
        result = score(model, rater.answers)
        if result.headline.kind == "level" and result.level is not None:
            found.append((result.level, rater, result))
    return found
