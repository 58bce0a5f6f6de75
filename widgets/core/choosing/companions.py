"""The add-ons that go with a form: what to offer now, what can wait, and what mends a form.

Pure.  Add-ons join a form and are never ranked against one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from widgets.core.answers.states import UNKNOWN
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.structures.asked import Bound
from widgets.core.structures.structures import AddOn, Missing, NotKnown, Sign, Structures
from widgets.core.structures.veto_conditions import AnswerIs, ContextIs, TestIs


@dataclass(frozen=True, slots=True)
class Companions:
    """Ids of add-ons that are not there yet."""

    now: tuple[str, ...]
    """In the order in which they are offered."""
    later: Mapping[str, str]
    """By id: why it can wait."""


def companions(
    structures: Structures, chooser: Chooser, form: str | None, conditions: Sequence[str]
) -> Companions:
    """What to offer beside `form`: for the conditions, then for the answers, then what it needs.

    An add-on that no condition asks for is offered only beside the options that it joins; where no
    form is named, none of them is.
    """
    first = [structures.condition[id].add_on for id in conditions]
    needs = structures.option[form].needs if form else ()
    now, later = [id for id in first if id not in chooser.have], dict[str, str]()
    asked, needed = list[str](), list[str]()
    for one in structures.add_ons:
        if one.id in chooser.have or one.id in first or form not in one.joins:
            continue
        called = any(holds(sign, chooser) for sign in one.offer_when)
        if not called and one.id not in needs:
            continue
        if why := _why_later(one, chooser):
            later[one.id] = why
        else:
            (asked if called else needed).append(one.id)
    return Companions((*dict.fromkeys([*now, *asked, *needed]),), later)


def _why_later(one: AddOn, chooser: Chooser) -> str:
    return next((later.because for later in one.later_when if holds(later.when, chooser)), "")


def holds(sign: Sign, chooser: Chooser) -> bool:
    """Whether a sign is there.

    An open answer is no sign, unless the sign is that a reader said "we do not know".
    """
    if isinstance(sign, Bound):
        step = chooser.answers.get(sign.asked)
        return isinstance(step, int) and sign.holds(step)
    if isinstance(sign, NotKnown):
        return chooser.criteria.get(sign.criterion) == UNKNOWN
    if isinstance(sign, Missing):
        return any(id not in chooser.have for id in sign.missing)
    if isinstance(sign, AnswerIs):
        answer = chooser.criteria.get(sign.criterion)
        return isinstance(answer, int) and sign.holds(answer)
    if isinstance(sign, ContextIs):
        return chooser.context.get(sign.context) is sign.holds
    return isinstance(sign, TestIs) and chooser.gate.get(sign.gate_test) == sign.answer
