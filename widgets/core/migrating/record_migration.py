"""Records that a browser kept under an older release, taken to this one.

Pure.  A record of what is asked as before keeps its name, value and time; what is asked no longer
moves to one record of its own, `retired.<thing>`.  A record that cannot be read stays as it is.
"""

import json
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

from widgets.core.answers import field_names, fields, file_checks, refusals, retired_fields, states
from widgets.core.answers.field_names import TICKED
from widgets.core.migrating import file_entries, file_migration
from widgets.core.migrating.file_migration import Migrated
from widgets.core.model.maturity import Model
from widgets.core.model.release_maps import RETIRED

_KINDS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        (field_names.PRACTICE, field_names.REASON, *field_names.DETAILS), ("practice",)
    ),
    **dict.fromkeys((field_names.QUICK, field_names.TARGET), ("dimension",)),
    **dict.fromkeys((field_names.PLAN, field_names.OWNER, field_names.PLAN_MONTH), ("rule",)),
    field_names.PROFILE: ("question",),
    field_names.LEAVE: ("practice", "dimension"),
}
"""By the prefix of a field's name: the kinds of thing that it is about."""

type Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Moved:
    """The records of one assessment after the move."""

    records: Mapping[str, str]
    migrated: Migrated | None = None
    """What became of the answers of older releases; None: there were none."""


def move(records: Mapping[str, str], model: Model) -> Moved:
    """`records`, those of older releases taken to that of `model`; the others as they are."""
    releases = [*(step.before for step in model.migrations), model.version]
    gone = {thing for step in model.migrations for thing in step.gone()}
    by = {version: _of(records, version, gone) for version in releases}
    older = {name: record for version in releases[:-1] for name, record in by[version].items()}
    if not older:
        return Moved(records)
    files = {version: _file(by[version], version, model) for version in releases}
    first = next(version for version in releases if by[version])
    try:
        migrated = file_migration.migrate(files[first], model, files)
    except (file_migration.UnknownReleaseError, file_migration.ClashError):
        return Moved(records)  # they stay, and are said not to count
    kept = dict(records)
    for name, record in older.items():
        if gone & {*_things(name, record["value"])}:
            del kept[name]
        else:
            kept[name] = _text({**record, "model": model.version})
    for name, value in retired_fields.values(migrated.data.get(RETIRED) or {}).items():
        kept[name] = fields.record(_with(kept.get(name, ""), value), model.version)
    own = {name for name, record in by[model.version].items() if record["value"]}
    kept |= {name: text for name, text in _made(migrated, older, model).items() if name not in own}
    return Moved(kept, migrated)


def _of(records: Mapping[str, str], version: str, gone: Set[str]) -> dict[str, Record]:
    """The records of one release; without those of what is asked no longer that say nothing."""
    return {
        name: found
        for name, text in records.items()
        if (found := _record(text, version))
        and (
            not (value := found["value"])
            or _says(name, value)
            or not gone & {*_things(name, value)}
        )
    }


def _record(text: str, version: str) -> dict[str, Any] | None:
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        return None
    fine = isinstance(record, dict) and isinstance(record.get("value"), str)
    return record if fine and record.get("model") == version else None


def _file(older: Mapping[str, Record], version: str, model: Model) -> dict[str, Any]:
    """What `older` records say, as a file of their release."""
    data: dict[str, Any] = {"format": 1, "model": {"id": model.id, "version": version}}
    values = {n: found["value"] for n, found in older.items() if _says(n, found["value"])}
    for name in values:
        prefix, id = _split(name)
        for kind in _KINDS.get(prefix, ()):
            thing = f"{kind} {id}"
            if entry := _entry(kind, id, values, older):
                file_entries.put(data, thing, entry)
    return data


def _entry(
    kind: str, id: str, values: Mapping[str, str], older: Mapping[str, Record]
) -> dict[str, Any]:
    """What `values` say about one thing, in the form of `widgets.core.migrating.file_entries`."""
    out = True if values.get(field_names.LEAVE + id) in TICKED else None
    if kind == "practice":
        state = _state(
            values.get(field_names.PRACTICE + id), values.get(field_names.REASON + id, "")
        )
        at = older.get(field_names.PRACTICE + id, {}).get("at")
        details = _details(id, values)
        if state is not None and isinstance(at, str) and at:
            details["answered_at"] = at
        found = {"state": state, "details": details or None, "left_out": out}
    elif kind == "dimension":
        state, target = (
            _state(values.get(p + id)) for p in (field_names.QUICK, field_names.TARGET)
        )
        found = {"state": state, "target": target, "left_out": out}
    elif kind == "question":
        found = {"state": values.get(field_names.PROFILE + id)}
    else:
        named = {"owner": field_names.OWNER, "month": field_names.PLAN_MONTH}
        action = {key: text for key, prefix in named.items() if (text := values.get(prefix + id))}
        found = {"action": action if values.get(field_names.PLAN + id) in TICKED else None}
    return {key: value for key, value in found.items() if value is not None}


def _state(value: str | None, reason: str = "") -> Any:
    if value == field_names.NA:
        return {"na": reason}
    if value == states.UNKNOWN:
        return value
    return int(value) if value and len(value) == 1 and value in "01234" else None


def _details(id: str, values: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for prefix, key in field_names.DETAILS.items():
        if value := values.get(prefix + id):
            found[key] = value in TICKED if key == "proof" else value
    return found


def _split(name: str) -> tuple[str, str]:
    prefix, dot, id = name.partition(".")
    return prefix + dot, id


def _things(name: str, value: str) -> Iterable[str]:
    prefix, id = _split(name)
    yield from (f"{kind} {id}" for kind in _KINDS.get(prefix, ()))
    if prefix == field_names.PROFILE:
        yield f"option {id}.{value}"


def _says(name: str, value: str) -> bool:
    """Whether a field holds something that its kind of field can hold."""
    prefix = _split(name)[0]
    if prefix in (field_names.PRACTICE, field_names.QUICK, field_names.TARGET):
        state = _state(value)
        wrong = {
            field_names.QUICK: (field_names.NA,),
            field_names.TARGET: (field_names.NA, states.UNKNOWN),
        }
        return state is not None and value not in wrong.get(prefix, ())
    return (
        value in TICKED
        if prefix in ("proof.", field_names.PLAN, field_names.LEAVE)
        else bool(value)
    )


def _with(text: str, value: str) -> str:
    """What is kept of a thing with what another release's records add, such as an old tab's."""
    try:
        before, added = json.loads(json.loads(text)["value"]), json.loads(value)
        details = {**before.get("details", {}), **added.get("details", {})}
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        return value
    joined = {**before, **added, **({"details": details} if details else {})}
    return json.dumps(joined, ensure_ascii=False)


def _made(migrated: Migrated, older: Mapping[str, Record], model: Model) -> dict[str, str]:
    """The records of what several answers became, as old as the oldest of them."""
    data: dict[str, Any] = {"format": 1, "model": dict(migrated.data["model"])}
    quick = [record for name, record in older.items() if name.startswith(field_names.QUICK)]
    at = min((str(record["at"]) for record in quick if record.get("at")), default="")
    for joined in migrated.merged:
        file_entries.put(data, joined.thing, file_entries.look(migrated.data, joined.thing))
    try:
        return fields.records(file_checks.checked(data, model), model, at)
    except refusals.AnswersError:  # a record that could not be read becomes no other
        return {}


def _text(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False)
