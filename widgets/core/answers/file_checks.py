"""Checks of an answers file, part by part; the first mistake is refused."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from widgets.core.answers.file import PARTS
from widgets.core.answers.refusals import AnswersError, known_keys, mapping, shown
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable, QuickState, State
from widgets.core.model.maturity import RUNGS, Model
from widgets.core.model.release_maps import RETIRED

MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")
"""A month of the plan, such as 2027-03."""

_DAY = re.compile(r"(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")

DETAILS: Mapping[str, type] = {
    "note": str,
    "evidence": str,
    "dated": str,
    "proof": bool,
    "owner": str,
    "answered_at": str,
}
"""What may be kept about one practice besides its state; `proof`: the evidence is at hand, `dated`:
of which day it is."""


def checked(data: Mapping[str, Any], model: Model, *, from_link: bool = False) -> Answers:
    """The answers in `data`, a file of the release of `model`; refused at the first mistake."""
    practices = _states(data.get("answers"), "answers", model.practice, _practice_state(from_link))
    quick = _states(data.get("quick"), "quick", model.dimension, _quick_state)
    _check_scope(practices, model)
    rest = {part: mapping(data[part], part) for part in PARTS if data.get(part) is not None}
    _check_details(rest.get("details", {}), model)
    _check_profile(rest.get("profile", {}), model)
    _states(rest.get("targets"), "targets", model.dimension, _target)
    _check_plan(rest.get("plan", {}), model)
    check_retired(rest.get(RETIRED, {}), model)
    return Answers(practices=practices, quick=quick, rest=rest)


def _states[S](
    found: Any, part: str, ids: Mapping[str, object], state: Callable[[Any, str], S]
) -> dict[str, S]:
    if found is None:
        return {}
    states: dict[str, S] = {}
    for id, value in mapping(found, part).items():
        if id not in ids:
            kind = "practice" if part == "answers" else "dimension"
            raise AnswersError(
                f"{part}: {shown(id)} is no {kind} of this model; take it out or correct it."
            )
        if value is not None:
            states[id] = state(value, f"{part}.{id}")
    return states


def _practice_state(from_link: bool) -> Callable[[Any, str], State]:
    def state(value: Any, where: str) -> State:
        if not isinstance(value, Mapping):
            return _quick_state(value, where, '0 to 4, "unknown" or {"na": "reason"}')
        known_keys(value, ("na",), where)
        reason = value.get("na")
        if not isinstance(reason, str) or not (reason.strip() or from_link):
            raise AnswersError(
                f"{where}: “does not apply” has {shown(reason)} as its reason; "
                "say in words why it does not apply."
            )
        return NotApplicable(reason)

    return state


def _quick_state(value: Any, where: str, possible: str = '0 to 4 or "unknown"') -> QuickState:
    if value == UNKNOWN and isinstance(value, str):
        return UNKNOWN
    if isinstance(value, int) and not isinstance(value, bool) and value in RUNGS:
        return value
    raise AnswersError(f"{where}: found {shown(value)}; it must be {possible}.")


def _check_scope(practices: Mapping[str, State], model: Model) -> None:
    for id, state in practices.items():
        if isinstance(state, NotApplicable) and not model.practice[id].scope:
            raise AnswersError(
                f"answers.{id}: this practice applies to every programme; "
                'answer 0 to 4 or "unknown".'
            )


def check_retired(retired: Mapping[str, Any], model: Model) -> None:
    """Raises `AnswersError` where what is kept of things that are asked no longer cannot be."""
    gone = {thing for step in model.migrations for thing in step.gone()}
    for thing, entry in retired.items():
        where = f"retired.{thing}"
        if thing not in gone:
            raise AnswersError(
                f"retired: {shown(thing)} never left this model; take it out or correct it."
            )
        checks = _ENTRIES[thing.partition(" ")[0]]
        known_keys(mapping(entry, where), tuple(checks), where)
        for key, value in entry.items():
            if value is not None:
                checks[key](value, f"{where}.{key}")


def _check_details(details: Mapping[str, Any], model: Model) -> None:
    for id, detail in details.items():
        if id not in model.practice:
            raise AnswersError(
                f"details: {shown(id)} is no practice of this model; take it out or correct it."
            )
        _check_detail(detail, f"details.{id}")


def _check_detail(detail: Any, where: str) -> None:
    known_keys(mapping(detail, where), tuple(DETAILS), where)
    for key, value in detail.items():
        if value is not None and not isinstance(value, DETAILS[key]):
            must = "a text" if DETAILS[key] is str else "true or false"
            raise AnswersError(f"{where}.{key}: found {shown(value)}; it must be {must}.")
        if key == "dated" and value and not is_day(str(value)):
            must = "a day such as 2027-03-05"
            raise AnswersError(f"{where}.dated: found {shown(value)}; it must be {must}.")


def is_day(text: str) -> bool:
    """Whether `text` is a day of the calendar since 1900, such as 2027-03-05."""
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _check_profile(profile: Mapping[str, Any], model: Model) -> None:
    possible = {question.id: [o.id for o in question.options] for question in model.profile}
    for id, chosen in profile.items():
        if id not in possible:
            raise AnswersError(
                f"profile: {shown(id)} is no question of the profile; "
                f"the questions are {', '.join(possible)}."
            )
        if chosen is not None and chosen not in possible[id]:
            raise AnswersError(
                f"profile.{id}: found {shown(chosen)}; it must be one of {', '.join(possible[id])}."
            )


def _check_plan(plan: Mapping[str, Any], model: Model) -> None:
    known_keys(plan, ("actions", "left_out"), "plan")
    rules = {rule.id for rule in model.advice}
    actions = plan.get("actions")
    for id, action in mapping({} if actions is None else actions, "plan.actions").items():
        where = f"plan.actions.{id}"
        if id not in rules:
            raise AnswersError(
                f"plan.actions: {shown(id)} is no recommendation of this model; "
                "take it out or correct it."
            )
        _check_action(action, where)
    _check_left_out(plan.get("left_out"), model)


def _check_action(action: Any, where: str) -> None:
    known_keys(mapping(action, where), ("owner", "month"), where)
    for key, value in action.items():
        if value is not None and not isinstance(value, str):
            raise AnswersError(f"{where}.{key}: found {shown(value)}; it must be a text.")
    if action.get("month") and not MONTH.fullmatch(action["month"]):
        raise AnswersError(
            f"{where}.month: found {shown(action['month'])}; "
            "it must be a year and a month, such as 2027-03."
        )


def _check_left_out(left_out: Any, model: Model) -> None:
    if left_out is None:
        return
    if not isinstance(left_out, list):
        raise AnswersError(f"plan.left_out: found {shown(left_out)}; it must be a list of ids.")
    for id in left_out:
        if not isinstance(id, str) or (id not in model.practice and id not in model.dimension):
            raise AnswersError(
                f"plan.left_out: {shown(id)} is no practice or dimension of this model; "
                "take it out or correct it."
            )


def _target(value: Any, where: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value in RUNGS:
        return value
    raise AnswersError(f"{where}: found {shown(value)}; it must be a level from 0 to 4.")


def _choice(value: Any, where: str) -> None:
    if not isinstance(value, str) and value is not True:
        raise AnswersError(f"{where}: found {shown(value)}; it must be the id of an option.")


def _true(value: Any, where: str) -> None:
    if value is not True:
        raise AnswersError(f"{where}: found {shown(value)}; it must be true, or left out.")


_ENTRIES: Mapping[str, Mapping[str, Callable[[Any, str], Any]]] = {
    "practice": {
        "state": _practice_state(from_link=True),
        "details": _check_detail,
        "left_out": _true,
    },
    "dimension": {"state": _quick_state, "target": _target, "left_out": _true},
    "question": {"state": _choice},
    "option": {"state": _choice},
    "rule": {"action": _check_action},
}
"""What may be kept about a thing that is asked no longer, by kind."""
