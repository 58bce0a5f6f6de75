"""Checks of an answers file, part by part; all mistakes of a file are refused together."""

from collections.abc import Callable, Mapping, Set
from typing import Any

from widgets.core.answers.field_kinds import DETAILS, Form
from widgets.core.answers.file import PARTS, from_json
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable, QuickState, State
from widgets.core.files.refusals import (
    AnswersError,
    Mistakes,
    Refusal,
    known_keys,
    mapping,
    shown,
    wrong,
)
from widgets.core.model.maturity import RUNGS, Model
from widgets.core.model.release_maps import RETIRED
from widgets.core.words.months import MONTH

CORRECT = "take it out or correct it"
"""What to do with what this model does not have."""


def checked(data: Mapping[str, Any], model: Model, *, from_link: bool = False) -> Answers:
    """The answers in `data`, a file of the release of `model`; raises `AnswersError`."""
    mistakes = Mistakes()
    of_practice = {id: _practice_state(from_link, p.scope) for id, p in model.practice.items()}
    with mistakes:
        _check_states(data.get("answers"), "answers", of_practice)
    with mistakes:
        _check_states(data.get("quick"), "quick", dict.fromkeys(model.dimension, _quick_state))
    for part in PARTS:
        if data.get(part) is not None:
            with mistakes:
                _check_part(part, mapping(data[part], part), model)
    mistakes.refuse()
    return from_json(data)


def _check_part(part: str, found: Mapping[str, Any], model: Model) -> None:
    if part == "targets":
        _check_states(found, part, dict.fromkeys(model.dimension, _target))
    elif part in _CHECKS:
        _CHECKS[part](found, model)


def _check_states(
    found: Any, part: str, checks: Mapping[str, Callable[[Any, str], object]]
) -> None:
    """Checks the states in one part of the file, by the `checks` of each id that it may have."""
    if found is None:
        return
    mistakes = Mistakes()
    for id, value in mapping(found, part).items():
        with mistakes:
            if id not in checks:
                raise _unknown(part, id, "practice" if part == "answers" else "dimension")
            if value is not None:
                checks[id](value, f"{part}.{id}")
    mistakes.refuse()


def _unknown(where: str, id: Any, kind: str) -> AnswersError:
    found = f"{shown(id)} is no {kind} of this model"
    return AnswersError(Refusal(where, found, do=CORRECT))


def _practice_state(from_link: bool, scope: object = True) -> Callable[[Any, str], State]:
    """Reads the state of a practice, which may not apply only where it has a `scope`."""

    def state(value: Any, where: str) -> State:
        if not isinstance(value, Mapping):
            return _quick_state(value, where, '0 to 4, "unknown" or {"na": "reason"}')
        known_keys(value, ("na",), where)
        reason = value.get("na")
        if not isinstance(reason, str) or not (reason.strip() or from_link):
            found = f"“does not apply” has {shown(reason)} as its reason"
            raise AnswersError(Refusal(where, found, do="say in words why it does not apply"))
        if not scope:
            found = "this practice applies to every programme"
            raise AnswersError(Refusal(where, found, do='answer 0 to 4 or "unknown"'))
        return NotApplicable(reason)

    return state


def _quick_state(value: Any, where: str, possible: str = '0 to 4 or "unknown"') -> QuickState:
    if value == UNKNOWN and isinstance(value, str):
        return UNKNOWN
    if isinstance(value, int) and not isinstance(value, bool) and value in RUNGS:
        return value
    raise wrong(where, value, possible)


def check_retired(retired: Mapping[str, Any], model: Model) -> None:
    """Raises `AnswersError` where what is kept of things that are asked no longer cannot be."""
    gone = {thing for step in model.migrations for thing in step.gone()}
    mistakes = Mistakes()
    for thing, entry in retired.items():
        with mistakes:
            if thing not in gone:
                found = f"{shown(thing)} never left this model"
                raise AnswersError(Refusal("retired", found, do=CORRECT))
            _check_keys(entry, f"retired.{thing}", _ENTRIES[thing.partition(" ")[0]])
    mistakes.refuse()


def _check_keys(found: Any, where: str, checks: Mapping[str, Callable[[Any, str], object]]) -> None:
    """Checks a mapping key by key; null is blank."""
    mistakes, given = Mistakes(), mapping(found, where)
    with mistakes:
        known_keys(given, tuple(checks), where)
    for key, value in given.items():
        if key in checks and value is not None:
            with mistakes:
                checks[key](value, f"{where}.{key}")
    mistakes.refuse()


def _check_details(details: Mapping[str, Any], model: Model) -> None:
    mistakes = Mistakes()
    for id, detail in details.items():
        with mistakes:
            if id not in model.practice:
                raise _unknown("details", id, "practice")
            _check_detail(detail, f"details.{id}")
    mistakes.refuse()


def _check_detail(detail: Any, where: str) -> None:
    _check_keys(detail, where, _DETAIL)


def _held(form: Form) -> Callable[[Any, str], None]:
    """The check of a value that a field of this form holds."""

    def check(value: Any, where: str) -> None:
        if not isinstance(value, form.holds):
            raise wrong(where, value, "a text" if form.holds is str else form.must)
        if isinstance(value, str) and value and form.reads(value) is None:
            raise wrong(where, value, form.must)

    return check


def _text(value: Any, where: str) -> None:
    if not isinstance(value, str):
        raise wrong(where, value, "a text")


def _check_profile(profile: Mapping[str, Any], model: Model, where: str = "profile") -> None:
    possible = {question.id: [o.id for o in question.options] for question in model.profile}
    mistakes = Mistakes()
    for id, chosen in profile.items():
        if id not in possible:
            found = f"{shown(id)} is no question of the profile"
            mistakes.add(Refusal(where, found, f"the questions are {', '.join(possible)}"))
        elif chosen is not None and chosen not in possible[id]:
            with mistakes:
                raise wrong(f"{where}.{id}", chosen, f"one of {', '.join(possible[id])}")
    mistakes.refuse()


def _check_plan(plan: Mapping[str, Any], model: Model) -> None:
    rules = {rule.id for rule in model.advice}
    _check_keys(
        plan,
        "plan",
        {
            "actions": lambda found, where: _check_actions(found, where, rules),
            "left_out": lambda found, where: _check_left_out(found, where, model),
        },
    )


def _check_actions(actions: Any, where: str, rules: Set[str]) -> None:
    mistakes = Mistakes()
    for id, action in mapping(actions, where).items():
        with mistakes:
            if id not in rules:
                raise _unknown(where, id, "recommendation")
            _check_action(action, f"{where}.{id}")
    mistakes.refuse()


def _check_action(action: Any, where: str) -> None:
    _check_keys(action, where, {"owner": _text, "month": _month})


def _month(value: Any, where: str) -> None:
    _text(value, where)
    if value and not MONTH.fullmatch(value):
        raise wrong(where, value, "a year and a month, such as 2027-03")


def _check_left_out(left_out: Any, where: str, model: Model) -> None:
    if not isinstance(left_out, list):
        raise wrong(where, left_out, "a list of ids")
    mistakes = Mistakes()
    for id in left_out:
        if not isinstance(id, str) or (id not in model.practice and id not in model.dimension):
            with mistakes:
                raise _unknown(where, id, "practice or dimension")
    mistakes.refuse()


def _target(value: Any, where: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value in RUNGS:
        return value
    raise wrong(where, value, "a level from 0 to 4")


def _choice(value: Any, where: str) -> None:
    if not isinstance(value, str) and value is not True:
        raise wrong(where, value, "the id of an option")


def _true(value: Any, where: str) -> None:
    if value is not True:
        raise wrong(where, value, "true, or left out")


_DETAIL: Mapping[str, Callable[[Any, str], None]] = {
    kind.key: _held(kind.form) for kind in DETAILS.fields
} | {"answered_at": _text}
"""What may be kept about one practice besides its state, and when that was given."""

_CHECKS: Mapping[str, Callable[[Mapping[str, Any], Model], None]] = {
    "details": _check_details,
    "profile": _check_profile,
    "plan": _check_plan,
    RETIRED: check_retired,
}
"""The check of each part of the file that has one."""

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
