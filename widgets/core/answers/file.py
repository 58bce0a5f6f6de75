"""What a reader answered: the one file format, and the fields that a browser keeps.

Strict at the door: `read` refuses anything that the format does not allow, in one sentence each.
Inside, `Answers` is trusted.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from widgets.core.answers.refusals import RefusedError
from widgets.core.model.maturity import FORMAT, RUNGS, Model
from widgets.core.model.release_maps import RETIRED

if TYPE_CHECKING:
    from widgets.core.migrating.file_migration import Migrated

type Unknown = Literal["unknown"]

UNKNOWN: Unknown = "unknown"
"""State of a question that was asked and that nobody could answer."""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """State of a practice that cannot apply here."""

    reason: str
    """Why; empty only where a link carried the answer."""


type State = int | Unknown | NotApplicable
"""A rung 0 to 4, `UNKNOWN` or `NotApplicable`; a blank practice has no state."""

type QuickState = int | Unknown
"""A rung of the dimension's own ladder, or `UNKNOWN`."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one assessment."""

    practices: Mapping[str, State] = field(default_factory=dict)
    quick: Mapping[str, QuickState] = field(default_factory=dict)
    rest: Mapping[str, Any] = field(default_factory=dict)
    """The parts of the file that scoring does not use, carried as they are."""


MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")
"""A month of the plan, such as 2027-03."""

_FILE = "The file"
"""What a message calls the whole of what was given."""

_DAY = re.compile(r"(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read."""

    answers: Answers
    migrated: "Migrated | None" = None
    """What became of its answers, where it is of an older release; None: it is of this one."""


class AnswersError(RefusedError):
    """Answers that cannot be used."""


PARTS = ("details", "profile", "targets", "chooser", "plan", RETIRED)
"""Optional parts of the file besides `answers` and `quick`, each a mapping."""

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


def read(text: str | bytes, model: Model, *, from_link: bool = False) -> Answers:
    """The answers in `text`, an answers file for `model`.

    `from_link` allows an empty reason for "does not apply".
    Raises `AnswersError` at the first mistake, in one sentence that says where it is, what was
    found and what must be.
    """
    return opened(parsed(text), model, from_link=from_link).answers


def opened(file: Any, model: Model, *, from_link: bool = False) -> Opened:
    """The same for JSON that is parsed already, with what became of an older release's answers."""
    data = checked_head(file)
    migrated = _migrated(data, model)
    data = migrated.data if migrated else data
    return Opened(checked(data, model, from_link=from_link), migrated)


def checked_head(file: Any) -> Mapping[str, Any]:
    """`file`, parsed JSON, if its keys and its format are those of an answers file."""
    data = mapping(file, _FILE)
    _known_keys(data, ("format", "model", "answers", "quick", *PARTS), _FILE)
    _check_format(data)
    return data


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


def as_json(answers: Answers, model: Model) -> dict[str, Any]:
    """`answers` in the one file format; `read` gives them back unchanged."""
    data: dict[str, Any] = {"format": FORMAT, "model": {"id": model.id, "version": model.version}}
    if answers.practices:
        data["answers"] = {
            id: {"na": state.reason} if isinstance(state, NotApplicable) else state
            for id, state in answers.practices.items()
        }
    if answers.quick:
        data["quick"] = dict(answers.quick)
    return {**data, **answers.rest}


def parsed(text: str | bytes) -> Any:
    """The JSON in `text`, each key once; raises `AnswersError` in one sentence."""
    if not text.strip():
        raise AnswersError("empty; it must hold answers as JSON.", _FILE)
    try:
        return json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise AnswersError(
            f"not whole JSON: line {error.lineno}, column {error.colno}: "
            f"{error.msg}; export it again from the guide, or mend that place.",
            _FILE,
        ) from None
    except UnicodeDecodeError as error:
        raise AnswersError(
            f"not UTF-8 text: byte {error.start} cannot be read; save it as UTF-8.", _FILE
        ) from None
    except RecursionError:
        raise AnswersError(
            "nests far deeper than any answers file; it is not one.", _FILE
        ) from None
    except AnswersError:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise AnswersError(f"holds a value that cannot be read: {error}.", _FILE) from None


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, value in pairs:
        if key in data:
            raise AnswersError(f"says {shown(key)} twice; keep one of the two.", _FILE)
        data[key] = value
    return data


def _no_constant(name: str) -> Any:
    raise AnswersError(f"holds {name}, which is not a JSON value; a rung is 0 to 4.", _FILE)


def _check_format(data: Mapping[str, Any]) -> None:
    if "format" not in data:
        raise AnswersError(f"lacks “format”; it must say “format”: {FORMAT}.", _FILE)
    if data["format"] is not FORMAT and (
        not isinstance(data["format"], int) or isinstance(data["format"], bool)
    ):
        raise AnswersError(f"format: found {shown(data['format'])}; it must be {FORMAT}.")
    if data["format"] != FORMAT:
        raise AnswersError(
            f"format: found {shown(data['format'])}; this guide reads format {FORMAT}; "
            "open the file in the guide that wrote it."
        )


def _migrated(data: Mapping[str, Any], model: Model) -> "Migrated | None":
    """`data` in the release of `model`; None where it is of that release."""
    if "model" not in data:
        raise AnswersError("lacks “model”; it must name the model's id and version.", _FILE)
    named = mapping(data["model"], "model")
    _known_keys(named, ("id", "version"), "model")
    if named.get("id") != model.id:
        raise AnswersError(
            f"model.id: found {shown(named.get('id'))}; this guide scores “{model.id}”; "
            "open the file in the guide that wrote it."
        )
    if named.get("version") == model.version:
        return None
    from widgets.core.migrating.file_migration import ClashError, UnknownReleaseError, migrate  # noqa: PLC0415

    try:
        return migrate(data, model)
    except UnknownReleaseError:
        raise AnswersError(
            f"model.version: found {shown(named.get('version'))}; this guide knows "
            f"{model.version} and no way from the other; open the file in the guide that wrote it."
        ) from None
    except ClashError as clash:
        raise AnswersError(
            f"retired: {shown(str(clash))} is answered in the same file; take one of the two out."
        ) from None


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
        _known_keys(value, ("na",), where)
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
        _known_keys(mapping(entry, where), tuple(checks), where)
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
    _known_keys(mapping(detail, where), tuple(DETAILS), where)
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
    _known_keys(plan, ("actions", "left_out"), "plan")
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
    _known_keys(mapping(action, where), ("owner", "month"), where)
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


def mapping(value: Any, where: str) -> Mapping[str, Any]:
    """`value` if it is a mapping; raises `AnswersError`, which names it by `where`."""
    if not isinstance(value, Mapping):
        raise AnswersError(f"found {shown(value)}; it must be a mapping {{…}}.", where)
    return value


def _known_keys(data: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    for key in data:
        if key not in known:
            raise AnswersError(
                f"{shown(key)} is no key of an answers file; the keys here are {', '.join(known)}.",
                where,
            )


def shown(value: Any) -> str:
    """`value` as a message shows it."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    text = text.encode(errors="backslashreplace").decode()
    return text if len(text) <= 60 else text[:59] + "…"


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


def json_text(data: Mapping[str, Any]) -> str:
    """`data` as the text of a file that a person may read."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
