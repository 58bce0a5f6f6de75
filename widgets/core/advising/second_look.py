"""Second-look questions: what a careful colleague would ask about the answers.

They ask and never change the score, an answer or a range.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from widgets.core.advising.pace import seconds_to_read
from widgets.core.answers.states import NO_DETAILS, Answers
from widgets.core.model.maturity import Dimension, Model, Practice
from widgets.core.scoring.results import Result
from widgets.core.words.numbers import number

HIGH = 3
"""Rung from which an answer is a high claim."""

SAME_FROM = 8
"""How many answers must be the same before we ask; our judgement, and the length of the quick
scan."""

type SecondLookKind = Literal[
    "critical-left-out", "quick-differs", "precondition", "no-proof", "all-the-same", "too-fast"
]


@dataclass(frozen=True, slots=True)
class SecondLook:
    """One question about the answers."""

    kind: SecondLookKind
    text: str
    """What is, then a question, in plain words."""
    practices: tuple[str, ...] = ()
    """Ids of the practices that it is about, in model order."""
    dimensions: tuple[str, ...] = ()
    """Ids of the dimensions that it is about, in model order."""


def questions(
    model: Model, answers: Answers, result: Result, pace: Mapping[str, float] | None = None
) -> tuple[SecondLook, ...]:
    """What to ask about `answers`, whose score is `result`; by kind, then in model order.

    `pace`: seconds that an answer took, by practice id; missing: not measured.
    """
    return (
        *_left_out(model, result),
        *quick_differs(model, result),
        *_preconditions(model, answers),
        *_no_proof(model, answers),
        *_all_the_same(model, answers, result),
        *_too_fast(model, answers, pace or {}),
    )


def _left_out(model: Model, result: Result) -> Iterator[SecondLook]:
    for id in result.headline.without:
        dimension = model.dimension[id]
        yield SecondLook(
            "critical-left-out",
            f"“{dimension.name}” is marked as not applying at all, and it is one of the dimensions "
            "that can cap a programme. Is there really nothing here that could fail?",
            practices=tuple(p.id for p in dimension.practices),
            dimensions=(id,),
        )


def quick_differs(model: Model, result: Result) -> Iterator[SecondLook]:
    """Asks, dimension by dimension, where a quick answer and the practices tell two stories."""
    for dimension in model.dimensions:
        found = result.dimensions[dimension.id]
        if not found.quick_differs or found.quick is None or found.level is None:
            continue
        furthest = _furthest(found.rungs, found.quick)
        yield SecondLook(
            "quick-differs",
            f"In the quick scan you chose “{dimension.ladder[found.quick].label}” ({found.quick}) "
            f"for {dimension.name}; your answers on its practices come to "
            f"{number(found.score)}, “{dimension.ladder[found.level].label}” ({found.level}). "
            f"Furthest from the quick answer is rung {found.rungs[furthest]} of "
            f"“{model.practice[furthest].statement}” Which is nearer?",
            practices=tuple(found.rungs),
            dimensions=(dimension.id,),
        )


def _furthest(rungs: Mapping[str, int], quick: int) -> str:
    """The practice whose rung lies furthest from a quick answer; of equal ones the first."""
    return max(rungs, key=lambda practice: abs(rungs[practice] - quick))


def _preconditions(model: Model, answers: Answers) -> Iterator[SecondLook]:
    for practice in model.practices():
        before = practice.precondition
        if before is None or not _is_high(answers, practice) or answers.practices.get(before) != 0:
            continue
        yield SecondLook(
            "precondition",
            f"You chose rung {answers.practices[practice.id]} of “{practice.statement}” and rung 0 "
            f"of “{model.practice[before].statement}” The first builds on the second. "
            "Do both hold?",
            practices=(before, practice.id),
            dimensions=_homes(model, before, practice.id),
        )


def _no_proof(model: Model, answers: Answers) -> Iterator[SecondLook]:
    """One question a dimension, so that many claims do not become many questions."""
    for dimension in model.dimensions:
        bare = [p for p in dimension.practices if _is_high(answers, p) and not _proved(answers, p)]
        if bare:
            yield SecondLook(
                "no-proof",
                _ask_for_proof(dimension, bare),
                practices=tuple(p.id for p in bare),
                dimensions=(dimension.id,),
            )


def _ask_for_proof(dimension: Dimension, bare: list[Practice]) -> str:
    if len(bare) == 1:
        practice = bare[0]
        return (
            f"You chose rung {HIGH} or more of “{practice.statement}” and named no evidence. "
            f"What would you show a colleague who doubts it? It could be: {practice.evidence_hint}"
        )
    return (
        f"“{dimension.name}”: {len(bare)} practices stand at rung {HIGH} or more with no evidence "
        "named. What would you show a colleague who doubts them?"
    )


def _all_the_same(model: Model, answers: Answers, result: Result) -> Iterator[SecondLook]:
    rungs = {p.id: s for p in model.practices() if isinstance(s := _state(answers, p), int)}
    quick = {
        d.id: found.level
        for d in model.dimensions
        if (found := result.dimensions[d.id]).basis == "quick" and found.level is not None
    }
    given = [*rungs.values(), *quick.values()]
    if len(given) < SAME_FROM or len(set(given)) > 1:
        return
    yield SecondLook(
        "all-the-same",
        f"All your {len(given)} answers are {given[0]}. Hardly any programme is the same "
        "everywhere. Which one is the weakest, and which the strongest?",
        practices=tuple(rungs),
        dimensions=tuple(quick),
    )


def _too_fast(model: Model, answers: Answers, pace: Mapping[str, float]) -> Iterator[SecondLook]:
    fast = tuple(
        practice.id
        for practice in model.practices()
        if isinstance(rung := _state(answers, practice), int)
        and 0 <= pace.get(practice.id, -1.0) < seconds_to_read(practice, rung)
    )
    if fast:
        many = f"{len(fast)} answers" if len(fast) > 1 else "One answer"
        yield SecondLook(
            "too-fast",
            f"{many} came faster than the words can be read. Do you know the questions, or would "
            "another reading change what you say?",
            practices=fast,
            dimensions=_homes(model, *fast),
        )


def _state(answers: Answers, practice: Practice) -> object:
    return answers.practices.get(practice.id)


def _is_high(answers: Answers, practice: Practice) -> bool:
    state = answers.practices.get(practice.id)
    return isinstance(state, int) and state >= HIGH


def _proved(answers: Answers, practice: Practice) -> bool:
    """Whether the reader named evidence or its date, or ticked that it is at hand."""
    found = answers.details.get(practice.id, NO_DETAILS)
    return found.proof or bool(found.evidence.strip() or found.dated)


def _homes(model: Model, *practices: str) -> tuple[str, ...]:
    """Dimensions of `practices`, each once, in model order."""
    homes = {model.home[id].id for id in practices}
    return tuple(d.id for d in model.dimensions if d.id in homes)
