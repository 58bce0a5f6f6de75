"""Three first steps: what to do this week, who, what not to do, and where it comes from.

Pure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from widgets.core.advising.advice import Recommendation
from widgets.core.advising.reasons import Because
from widgets.core.answers.states import Answers
from widgets.core.model.maturity import Model, Page, Prose
from widgets.core.scoring.results import Result

STEPS = 3
"""How many first steps there are at most."""


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One thing to do first."""

    kind: Literal["do", "keep"]
    """Whether something changes, or what runs is written down so that it lasts."""
    id: str
    """Of a rule of advice; of a practice or a dimension where the step is to keep."""
    title: str
    """An order, in one line."""
    who: str
    this_week: str
    """The first hour of it."""
    do_not: Prose | None
    why: Prose
    """Where it comes from, with its citations."""
    pages: tuple[Page, ...]
    effect: str
    """How much it would change, in words; empty where nothing would change."""
    because: tuple[Because, ...]
    """The answers that lead to it."""


def first_steps(
    model: Model, answers: Answers, result: Result, advised: Sequence[Recommendation]
) -> tuple[FirstStep, ...]:
    """At most `STEPS` first steps for `answers`, whose score is `result`; the first first."""
    del model, answers, result
    return tuple(_do(item) for item in advised[:STEPS])


def _do(item: Recommendation) -> FirstStep:
    advice = item.advice
    return FirstStep(
        kind="do",
        id=advice.id,
        title=advice.title,
        who=advice.who,
        this_week=item.first_step,
        do_not=advice.do_not,
        why=advice.why,
        pages=advice.pages,
        effect="",
        because=item.because,
    )
