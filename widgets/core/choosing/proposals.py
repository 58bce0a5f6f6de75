"""What the assessment already answers of the chooser, as proposals that a reader may overrule.

Pure functions.  The rule is our judgement: the mean of the practices that ask the same, 0 to 4,
brought to -2 to 2 and halves rounded down, once at least half of them are answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil

from widgets.core.answers.states import Answers
from widgets.core.choosing.chooser import Chooser
from widgets.core.model.maturity import Model
from widgets.core.model.structures import Criterion, Structures
from widgets.core.words.numbers import number


@dataclass(frozen=True, slots=True)
class Proposal:
    """An answer to a criterion that the assessment implies."""

    answer: int
    """-2 to 2."""
    reason: str
    """Says which practices it comes from, in one sentence."""
    practices: tuple[str, ...]
    """Ids of the answered practices."""


def proposals(model: Model, answers: Answers, structures: Structures) -> dict[str, Proposal]:
    """By criterion id, in model order, where enough practices that ask the same are answered."""
    found = ((c.id, _proposal(model, answers, c)) for c in structures.criteria)
    return {id: proposal for id, proposal in found if proposal}


def _proposal(model: Model, answers: Answers, criterion: Criterion) -> Proposal | None:
    asked = [id for id in criterion.from_assessment if id in model.practice]
    rungs = {id: rung for id in asked if isinstance(rung := answers.practices.get(id), int)}
    if not rungs or 2 * len(rungs) < len(asked):
        return None
    mean = sum(rungs.values()) / len(rungs)
    said = "; ".join(f"“{model.practice[id].statement}” {rung}" for id, rung in rungs.items())
    reason = f"{len(rungs)} of {len(asked)} practices, mean {number(mean)} of 4: {said}"
    return Proposal(ceil(mean - 0.5) - 2, reason, tuple(rungs))


def with_proposals(chooser: Chooser, proposed: Mapping[str, Proposal]) -> Chooser:
    """`chooser` with proposals for criteria that have no answer of their own.

    Only once the reader has answered a criterion: an empty form ranks nothing.
    """
    if not chooser.criteria:
        return chooser
    carried = {id: one.answer for id, one in proposed.items()}
    return replace(chooser, criteria={**carried, **chooser.criteria})
