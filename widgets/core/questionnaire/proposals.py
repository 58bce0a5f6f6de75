"""What the assessment already answers of the chooser, as proposals that a reader may overrule.

Pure functions.  The rule is our judgement: each practice that asks the same gives a step, and the
mean of the steps, halves rounded down, is proposed once at least half of the practices are
answered.  Where a question counts the practices in use, all must be answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil

from widgets.core.answers.states import ANSWERS, Answers
from widgets.core.model.maturity import Model
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.structures.asked import FromAssessment, Question
from widgets.core.structures.structures import Structures
from widgets.core.words.english import number_of

IN_USE = 3
"""From this rung on a practice is counted as in use."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An answer to a question that the assessment implies."""

    answer: int
    """-2 to 2."""
    reason: str
    """Says which practices it comes from, in one sentence."""
    practices: tuple[str, ...]
    """Ids of the answered practices."""
    sure: bool
    """Whether it may count; otherwise it is a hint."""


def proposals(model: Model, answers: Answers, structures: Structures) -> dict[str, Proposal]:
    """By question id, in model order, where enough practices that ask the same are answered."""
    found = ((q.id, _proposal(model, answers, q)) for q in structures.questions)
    return {id: proposal for id, proposal in found if proposal}


def _proposal(model: Model, answers: Answers, question: Question) -> Proposal | None:
    if (found := question.from_assessment) is None:
        return None
    asked = [id for id in found.practices if id in model.practice]
    rungs = {id: rung for id in asked if isinstance(rung := answers.practices.get(id), int)}
    step = _step(found, asked, rungs)
    if step is None:
        return None
    said = "; ".join(f"“{model.practice[id].statement}” {rung}" for id, rung in rungs.items())
    reason = f"{len(rungs)} of {number_of(len(asked), 'practice')}: {said}"
    return Proposal(step, reason, tuple(rungs), found.sure)


def _step(found: FromAssessment, asked: list[str], rungs: Mapping[str, int]) -> int | None:
    if not rungs or 2 * len(rungs) < len(asked):
        return None
    if found.steps == "count":
        in_use = sum(rung >= IN_USE for rung in rungs.values())
        return ANSWERS[0] + in_use if len(rungs) == len(asked) else None
    steps = [found.steps[rung] for rung in rungs.values()]
    return ceil(sum(steps) / len(steps) - 0.5)


def had(answers: Answers, structures: Structures) -> tuple[str, ...]:
    """Ids of the add-ons that the assessment tells to be there."""
    return tuple(
        one.id
        for one in structures.add_ons
        if (told := one.have_from)
        and isinstance(rung := answers.practices.get(told.practice), int)
        and rung >= told.rung
    )


def with_proposals(chooser: Chooser, proposed: Mapping[str, Proposal]) -> Chooser:
    """`chooser` with sure proposals for questions that have no answer of their own.

    Only once the reader has answered a question: an empty form ranks nothing.
    """
    if not chooser.answers:
        return chooser
    carried = {id: one.answer for id, one in proposed.items() if one.sure}
    return replace(chooser, answers={**carried, **chooser.answers})
