"""What a question in place says beneath itself: before it is answered, and what follows from it.

The first steps are those of the practices and of the advice; what runs already is to be
written down, so that it lasts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import htpy as h

from widgets.core.advising.advice import advise
from widgets.core.advising.first_steps import KEEP_FROM, SURVIVES
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable, QuickState, State
from widgets.core.model.lasting import lasting
from widgets.core.model.maturity import Dimension, Practice
from widgets.core.page.view import Place
from widgets.core.scoring.result_words import level_name
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import score
from widgets.core.words.english import lower_first, number_of
from widgets.core.words.numbers import hundredths

KEPT = "It is kept in this browser, and your first step shows here."
FIRST = "First step:"
KEEP = "Keep it:"
type _Step = tuple[str, str]
"""What leads in a step, and the step."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The answers of a reader, where their questions are asked."""

    place: Place
    answers: Answers
    result: Result
    own_page: bool
    """Whether the page is that of what is asked."""


def of_practice(asked: Asked, practice: Practice) -> h.Node:
    """Beneath the question of a practice."""
    state = asked.answers.practices.get(practice.id)
    if state is None:
        hint = f"What would prove it: {practice.evidence_hint}"
        return _before(f"Choose the line that is true today. {KEPT}" if asked.own_page else hint)
    return _after(_practice_step(asked, practice, state), _standing(asked, practice))


def of_dimension(asked: Asked, dimension: Dimension) -> h.Node:
    """Beneath the quick question of a dimension."""
    state = asked.answers.quick.get(dimension.id)
    in_force = [p for p in dimension.practices if p.id in asked.answers.practices]
    overruled = _overruled(asked, dimension, len(in_force)) if in_force else None
    if state is None:
        return _before(f"Choose the line that is true today. {KEPT}"), overruled
    return _after(_quick_step(asked, dimension, state), overruled or _scanned(asked, state))


def _before(words: str) -> h.Node:
    return h.p(".kam-after__blank")[words]


def _after(step: _Step, standing: h.Node) -> h.Node:
    lead, words = step
    return bool(words) and h.p[h.strong[f"{lead} "], words], standing


def _practice_step(asked: Asked, practice: Practice, state: State) -> _Step:
    if isinstance(state, NotApplicable):
        return "Left out.", "It counts in no figure. Write the reason down beside it."
    if state == UNKNOWN:
        return _find_out(practice.ask)
    if state >= KEEP_FROM:
        return _keep(asked, practice.id)
    return _advised(asked, Answers(practices={practice.id: state}), practice.first_step)


def _quick_step(asked: Asked, dimension: Dimension, state: QuickState) -> _Step:
    if state == UNKNOWN:
        return _find_out(dimension.ask)
    if state >= KEEP_FROM:
        return _keep(asked, dimension.id)
    own = next((practice.first_step for practice in dimension.practices), "")
    return _advised(asked, Answers(quick={dimension.id: state}), own)


def _find_out(ask: str) -> _Step:
    return FIRST, f"take the question to whoever knows: {lower_first(ask)}."


def _keep(asked: Asked, id: str) -> _Step:
    """What to write down of a practice or a dimension, and the first hour of it."""
    found = lasting(asked.place.model, id)
    return KEEP, f"write down {found.write_down}. {SURVIVES} {found.this_week}"


def _advised(asked: Asked, alone: Answers, otherwise: str) -> _Step:
    """The first step that the advice would begin with if this were the only answer."""
    model = asked.place.model
    advised = advise(model, alone, score(model, alone))
    return FIRST, next((item.first_step for item in advised), otherwise)


def _standing(asked: Asked, practice: Practice) -> h.Node:
    """How far the dimension is answered, or how open the failure is that the page tells of."""
    model, factor = asked.place.model, asked.place.options.get("factor", "")
    if factor in model.guarding:
        exposure = asked.result.exposure[factor].value
        done = _done(asked, model.guarding[factor])
        open_ = (
            "" if exposure is None else f"Exposure to this failure: {hundredths(exposure)} of 100, "
        )
        return h.p[f"{open_}{done} answered. ", _result(asked, "assessment/")]
    home = model.home[practice.id]
    done = _done(asked, [one.id for one in home.practices])
    return h.p[f"{home.name}: {done} answered. ", _result(asked, "assessment/")]


def _done(asked: Asked, practices: Sequence[str]) -> str:
    return f"{sum(id in asked.answers.practices for id in practices)} of {len(practices)}"


def _scanned(asked: Asked, state: QuickState) -> h.Node:
    model = asked.place.model
    level = "" if state == UNKNOWN else f"Here you stand at {level_name(model, int(state))}. "
    done = f"Quick scan: {len(asked.answers.quick)} of {len(model.dimensions)} answered. "
    return h.p[level, done, _result(asked, "quick-scan/")]


def _overruled(asked: Asked, dimension: Dimension, count: int) -> h.Node:
    """That the quick answer enters no figure, since practices of its dimension are answered."""
    said = number_of(count, "practice")
    return h.p[
        f"You answered {said} of {len(dimension.practices)} here: "
        f"{'it counts' if count == 1 else 'they count'}, and this quick answer enters no figure. ",
        _result(asked, "assessment/"),
    ]


def _result(asked: Asked, tool: str) -> h.Node:
    return asked.place.link(f"{tool}#result", "See your result")
