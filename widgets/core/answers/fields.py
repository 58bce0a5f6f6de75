"""Answers as a browser keeps them: one small record for each question.

The page writes a record at every change and never reads meaning into it; the rules are here.
A record that cannot be used is named and left where it is: nothing is lost, nothing is guessed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from widgets.core.answers import chooser_fields, retired_fields
from widgets.core.answers.field_names import (
    DETAILS,
    LEAVE,
    NA,
    OWNER,
    PLAN,
    PLAN_MONTH,
    PRACTICE,
    PROFILE,
    QUICK,
    REASON,
    TARGET,
    TICKED,
    TYPING_DAY,
)
from widgets.core.answers.file_checks import is_day
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable, QuickState, State
from widgets.core.model.maturity import RUNGS, Model
from widgets.core.model.release_maps import RETIRED
from widgets.core.words.english import one_line, short
from widgets.core.words.months import month as month_of


@dataclass(frozen=True, slots=True)
class Kept:
    """What the kept records say."""

    answers: Answers
    problems: tuple[str, ...]
    """One sentence for each kind of record that could not be used."""
    times: dict[str, str]
    """When each field was last changed, by its name; empty text where that is not known."""
    typed: Mapping[str, str]
    """What was typed where that is not as a file would have it, by field; it may say nothing."""


def read_current(records: Mapping[str, str], model: Model) -> Kept:
    """The answers in `records` of the release of `model`; those of another are named, not used."""
    values: dict[str, str] = {}
    times: dict[str, str] = {}
    damaged: list[str] = []
    foreign: set[str] = set()
    for name, text in records.items():
        record = parsed_record(text)
        if record is None:
            damaged.append(name)
        elif record["model"] != model.version:
            foreign.add(record["model"])
        else:
            values[name] = record["value"]
            times[name] = record.get("at", "")
    quick = {id: found for id in model.dimension if (found := _quick(values.get(QUICK + id)))}
    practices = {id: some for id in model.practice if (some := _state(id, values))}
    rest, read_there = _rest(values, model)
    _add_times(rest, practices, times)
    damaged += [
        name
        for name in values
        if name not in read_there and not _is_read(name, values, quick, practices, model)
    ]
    answers = Answers(
        practices={id: state.value for id, state in practices.items()},
        quick={id: answer.value for id, answer in quick.items()},
        rest=rest,
    )
    problems = _problems(sorted(damaged), sorted(foreign), model)
    return Kept(answers, problems, times, _typed(values, model))


def records(answers: Answers, model: Model, at: str = "") -> dict[str, str]:
    """`answers` as a browser would keep them: what `read` gives back.

    `at` is the time of every record whose answer does not carry its own.
    """
    details: Mapping[str, Mapping[str, Any]] = answers.rest.get("details") or {}
    times = {PRACTICE + id: kept.get("answered_at") or at for id, kept in details.items() if kept}
    return {
        name: record(value, model.version, times.get(name, at))
        for name, value in _values(answers).items()
    }


def value(records: Mapping[str, str], name: str) -> str:
    """The text of one field; empty where there is none, or none that can be read."""
    found = parsed_record(records.get(name, ""))
    return found["value"] if found else ""


def record(value: str, version: str, at: str = "") -> str:
    """The text that a browser keeps for one field."""
    return json.dumps({"value": value, "model": version, "at": at, "was": ""}, ensure_ascii=False)


def _values(answers: Answers) -> dict[str, str]:
    """The text of every field that holds something, by its name."""
    values = {QUICK + id: str(state) for id, state in answers.quick.items()}
    for id, state in answers.practices.items():
        does_not_apply = isinstance(state, NotApplicable)
        values[PRACTICE + id] = NA if does_not_apply else str(state)
        if isinstance(state, NotApplicable) and state.reason:
            values[REASON + id] = state.reason
    rest = answers.rest
    for prefix, part in ((PROFILE, "profile"), (TARGET, "targets")):
        values |= {prefix + id: str(v) for id, v in (rest.get(part) or {}).items() if v is not None}
    for id, kept in (rest.get("details") or {}).items():
        for prefix, key in DETAILS.items():
            if value := (kept or {}).get(key):
                values[prefix + id] = "yes" if value is True else value
    plan = rest.get("plan") or {}
    for id, action in (plan.get("actions") or {}).items():
        filled = {
            OWNER + id: (action or {}).get("owner"),
            PLAN_MONTH + id: (action or {}).get("month"),
        }
        values |= {PLAN + id: "yes"} | {name: text for name, text in filled.items() if text}
    values |= {LEAVE + id: "yes" for id in plan.get("left_out") or ()}
    values |= retired_fields.values(rest.get(RETIRED) or {})
    return values | chooser_fields.values(rest.get("chooser") or {})


@dataclass(frozen=True, slots=True)
class _Some[T]:
    """A state that is there; rung 0 is false, so that "is there" must be said apart."""

    value: T


@lru_cache(maxsize=1024)  # after an answer all records but one are as they were
def parsed_record(text: str) -> dict[str, str] | None:
    """The record that a browser kept as `text`; None for anything else."""
    try:
        record: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict):
        return None
    if not all(isinstance(record.get(key), str) for key in ("value", "model")):
        return None
    return {key: _whole(text) for key, text in record.items() if isinstance(text, str)}


def _whole(text: str) -> str:
    """`text` with every half of a character, which no file can hold, as a question mark."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _quick(value: str | None) -> _Some[QuickState] | None:
    if value == UNKNOWN:
        return _Some(UNKNOWN)
    level = _level(value)
    return None if level is None else _Some(level)


def _state(id: str, values: Mapping[str, str]) -> _Some[State] | None:
    value = values.get(PRACTICE + id)
    if value == NA:
        return _Some(NotApplicable(values.get(REASON + id, "")))
    state = _quick(value)
    return None if state is None else _Some[State](state.value)


def _rest(values: Mapping[str, str], model: Model) -> tuple[dict[str, Any], set[str]]:
    """The parts of the answers file that scoring does not use, and the fields they came from."""
    rest: dict[str, Any] = {}
    used: set[str] = set()

    def keep(name: str, part: dict[str, Any], key: str, value: Any) -> None:
        part[key] = value
        used.add(name)

    for question in model.profile:
        value = values.get(name := PROFILE + question.id)
        if value in {option.id for option in question.options}:
            keep(name, rest.setdefault("profile", {}), question.id, value)
    for id in model.dimension:
        if isinstance(level := _level(values.get(name := TARGET + id)), int):
            keep(name, rest.setdefault("targets", {}), id, level)
    for id in model.practice:
        for prefix, key in DETAILS.items():
            detail = _detail(key, values.get(name := prefix + id, ""))
            if detail is not None:
                keep(name, rest.setdefault("details", {}).setdefault(id, {}), key, detail)
    chooser, of_chooser = chooser_fields.part(values)
    retired, of_retired = retired_fields.part(values, model)
    parts = {"plan": _plan(values, model, used), "chooser": chooser, RETIRED: retired}
    used |= of_chooser | of_retired
    return rest | {key: part for key, part in parts.items() if part}, used


def _typed(values: Mapping[str, str], model: Model) -> dict[str, str]:
    """The months that were typed in another form than a file has, or that are none."""
    months = {
        name: values.get(name, "") for name in (PLAN_MONTH + rule.id for rule in model.advice)
    }
    return {name: text for name, text in months.items() if text != month_of(text)}


def _add_times(
    rest: dict[str, Any], practices: Mapping[str, object], times: Mapping[str, str]
) -> None:
    """Adds to the details of each answered practice when it was answered, where that is known."""
    for id in practices:
        if at := times.get(PRACTICE + id):
            rest.setdefault("details", {}).setdefault(id, {})["answered_at"] = at


def _plan(values: Mapping[str, str], model: Model, used: set[str]) -> dict[str, Any]:
    """The reader's plan: chosen recommendations, and what the shortest way up leaves out."""
    actions: dict[str, dict[str, str]] = {}
    for id in (rule.id for rule in model.advice):
        names = PLAN + id, OWNER + id, PLAN_MONTH + id
        tick, owner, month = (values.get(name, "") for name in names)
        used |= {PLAN + id} if tick in TICKED else set()
        used |= {OWNER + id, PLAN_MONTH + id}  # the field itself says where it holds no month
        if tick in TICKED:
            filled = {"owner": owner, "month": month_of(month)}
            actions[id] = {key: value for key, value in filled.items() if value}
    units = (*model.dimension, *model.practice)
    left = [id for id in units if values.get(LEAVE + id) in TICKED]
    used |= {LEAVE + id for id in left}
    return {**({"actions": actions} if actions else {}), **({"left_out": left} if left else {})}


def _level(value: str | None) -> int | None:
    return int(value) if value in {str(rung) for rung in RUNGS} else None


def _detail(key: str, value: str) -> str | bool | None:
    if key == "proof":
        return True if value in TICKED else None
    if key == "dated":
        return value if is_day(value) else None
    return value or None


def _is_read(
    name: str,
    values: Mapping[str, str],
    quick: Mapping[str, object],
    practices: Mapping[str, object],
    model: Model,
) -> bool:
    if values[name] == "":  # an answer that was taken back
        return True
    if name.startswith(QUICK):
        return name.removeprefix(QUICK) in quick
    if name.startswith(PRACTICE):
        return name.removeprefix(PRACTICE) in practices
    if name.startswith("dated."):
        return bool(TYPING_DAY.fullmatch(values[name]))
    return name.startswith(REASON) and name.removeprefix(REASON) in model.practice


def _problems(damaged: list[str], foreign: list[str], model: Model) -> tuple[str, ...]:
    sentences = []
    if damaged:
        named = ", ".join(f"“{short(one_line(name), 60)}”" for name in damaged[:3])
        more = f" and {len(damaged) - 3} more" if len(damaged) > 3 else ""
        sentences.append(
            f"Saved answers that cannot be read: {named}{more}. They are left as they are and not "
            "counted; answer those questions again, or Start again, which sets everything aside."
        )
    if foreign:
        versions = ", ".join(f"“{version[:20]}”" for version in foreign)
        sentences.append(
            f"Saved answers come from version {versions} of the model; this page knows "
            f"{model.version}. They are kept and not counted; open the version of the guide that "
            "saved them, or answer again here."
        )
    return tuple(sentences)
