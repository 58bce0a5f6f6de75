"""Records that a browser kept under an older release, taken to this one.

Pure.  A record of what is asked as before keeps its name, value and time; what is asked no longer
moves to one record of its own, `retired.<thing>`.  A record that cannot be read stays as it is.
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from widgets.core.answers import field_kinds, fields
from widgets.core.answers.field_kinds import KINDS, PLACE_OF
from widgets.core.answers.kept_texts import (
    Record,
    new_record,
    object_of,
    record_of,
    text_of,
    value_of,
)
from widgets.core.files import file_checks, refusals
from widgets.core.migrating import file_entries, file_migration
from widgets.core.migrating.file_migration import Migrated
from widgets.core.model.maturity import Model
from widgets.core.model.release_maps import RETIRED, asked_as


@dataclass(frozen=True, slots=True)
class Moved:
    """The records of one assessment after the move."""

    records: Mapping[str, str]
    migrated: Migrated | None = None
    """What became of the answers of older releases; None: there were none."""


def move(records: Mapping[str, str], model: Model) -> Moved:
    """`records`, those of older releases taken to that of `model`; the others as they are."""
    releases = [*(step.before for step in model.migrations), model.version]
    gone = {version: _gone(model, version) for version in releases}
    by = {version: _of(records, version, gone[version]) for version in releases}
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
        if gone[record.model or ""] & {*_things(name, record.value)}:
            del kept[name]
        else:
            kept[name] = record.changed(model=model.version)
    for name, value in fields.retired_values(migrated.data.get(RETIRED) or {}).items():
        kept[name] = new_record(_with(kept.get(name, ""), value), model.version)
    own = {name for name, record in by[model.version].items() if record.value}
    kept |= {name: text for name, text in _made(migrated, older, model).items() if name not in own}
    return Moved(kept, migrated)


def _gone(model: Model, version: str) -> Set[str]:
    """What left, at any time, and what has been asked in another way since a release."""
    left = {thing for step in model.migrations for thing in step.gone()}
    since = {thing for step in file_migration.way(version, model) for thing in step.gone()}
    return left | {asked_as(thing) for thing in since}


def _of(records: Mapping[str, str], version: str, gone: Set[str]) -> dict[str, Record]:
    """The records of one release; without those of what is asked no longer that say nothing."""
    found = {name: record_of(text) for name, text in records.items()}
    return {
        name: record
        for name, record in found.items()
        if record
        and record.model == version
        and (
            not record.value
            or _says(name, record.value)
            or not gone & {*_things(name, record.value)}
        )
    }


def _file(older: Mapping[str, Record], version: str, model: Model) -> dict[str, Any]:
    """What `older` records say, as a file of their release."""
    data: dict[str, Any] = {"format": 1, "model": {"id": model.id, "version": version}}
    ids: dict[str, list[str]] = {}
    for name in older:
        for thing in _things(name):
            kind, _, id = thing.partition(" ")
            ids.setdefault(kind, []).append(id)
    values = {name: record.value for name, record in older.items()}
    said, _ = field_kinds.parts(values, lambda kind: dict.fromkeys(ids.get(kind, ())))
    for id in said.get("answers", ()):
        if at := older[field_kinds.PRACTICE + id].at:
            said.setdefault("details", {}).setdefault(id, {})["answered_at"] = at
    return data | said


def _things(name: str, value: str = "") -> Iterator[str]:
    """What a field is about; with its `value`, the option of a question too."""
    prefix, id = field_kinds.split(name)
    if prefix in PLACE_OF:
        yield from (f"{kind} {id}" for kind in PLACE_OF[prefix].things)
    if prefix == field_kinds.PROFILE and value:
        yield f"option {id}.{value}"


def _says(name: str, value: str) -> bool:
    """Whether a field holds something that its kind of field can hold."""
    kind = KINDS.get(field_kinds.split(name)[0])
    return kind is None or kind.form.reads(value) is not None


def _with(text: str, value: str) -> str:
    """What is kept of a thing with what another release's records add, such as an old tab's."""
    before, added = object_of(value_of(text)), object_of(value)
    kept = before.get("details", {})
    if not isinstance(kept, dict):
        return value
    details = {**kept, **added.get("details", {})}
    return text_of({**before, **added, **({"details": details} if details else {})})


def _made(migrated: Migrated, older: Mapping[str, Record], model: Model) -> dict[str, str]:
    """The records of what several answers became, as old as the oldest of them."""
    data: dict[str, Any] = {"format": 1, "model": dict(migrated.data["model"])}
    quick = [record for name, record in older.items() if name.startswith(field_kinds.QUICK)]
    at = min((record.at for record in quick if record.at), default="")
    for joined in migrated.merged:
        file_entries.put(data, joined.thing, file_entries.look(migrated.data, joined.thing))
    try:
        return fields.records(file_checks.checked(data, model), model, at)
    except refusals.AnswersError:  # a record that could not be read becomes no other
        return {}
