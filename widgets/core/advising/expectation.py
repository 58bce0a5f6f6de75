"""What a plan would lift if its actions did what they aim at: the same score, over raised answers.

Pure.  A sum by the rules of the guide, and never a forecast.
"""

from collections.abc import Mapping

from widgets.core.advising.advice import raised
from widgets.core.advising.plan import Plan
from widgets.core.answers.states import Answers
from widgets.core.model.maturity import Model
from widgets.core.scoring.result_words import headline, names
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import score
from widgets.core.words.english import number_of
from widgets.core.words.numbers import number

ASSUMED = (
    "A sum by the rules of this guide, not a forecast: how likely an action is to get there, and "
    "by when, is not in it."
)
"""What a projection of the plan leaves out; our judgement."""


def expected(model: Model, answers: Answers, result: Result, made: Plan) -> tuple[str, ...]:
    """What the plan would lift and what that assumes, as sentences; or why it would lift nothing.

    `result` is the score of `answers`.  Nothing for an empty plan.
    """
    if not made.road:
        return ()
    aims: dict[str, int] = {}
    for action in made.road:
        for id, rung in action.advice.raises.items():
            aims[id] = max(rung, aims.get(id, rung))
    lifted = raised(model, answers, aims)
    risen = _risen(answers, lifted)
    if not risen or result.score is None:
        return (_nothing(answers, aims, len(made.road)),)
    after = score(model, lifted)
    was, will = headline(model, result), headline(model, after)
    level = f"the result stays “{was}”" if was == will else f"“{was}” becomes “{will}”"
    held = names(model, after.capped_by)
    return (
        f"If {_each(len(made.road))} to the rung it aims at, and no other answer changes, "
        f"{number_of(risen, 'answer rises', 'answers rise')}: {level}, and the score goes from "
        f"{number(result.score)} to {number(after.score)} of 4."
        + (f" What holds you back then: {held}." if held else ""),
        ASSUMED,
    )


def _each(actions: int) -> str:
    """The plan's actions as the subject of what they assume."""
    return "each action lifts its answers" if actions > 1 else "this action lifts its answers"


def _risen(answers: Answers, lifted: Answers) -> int:
    """How many answers differ."""
    pairs = ((answers.practices, lifted.practices), (answers.quick, lifted.quick))
    return sum(then[id] != was[id] for was, then in pairs for id in was)


def _nothing(answers: Answers, aims: Mapping[str, int], actions: int) -> str:
    """Why a plan lifts no answer."""
    these = "these actions aim" if actions > 1 else "this action aims"
    known = (answers.practices.get(id, answers.quick.get(id)) for id in aims)
    if any(isinstance(state, int) for state in known):
        return f"No lift to expect in the score: your answers stand where {these}, or higher."
    return (
        "What this plan lifts cannot be said: none of the answers is known to which "
        f"{these}. Answer them first."
    )
