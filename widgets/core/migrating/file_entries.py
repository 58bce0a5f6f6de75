"""What an answers file holds about one thing: looked at, taken out and put back, as raw JSON.

Pure, and for files of any release: it knows the parts of a file and no ids.  A thing is a kind and
an id, such as `practice obstacle-list`; an option's id is its question's, a dot and its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from widgets.core.answers.field_kinds import DETAILS, PLACES, FilePlace

type Entry = Mapping[str, Any]
"""What was entered about one thing: `state`, `details`, `target`, `left_out`, `action`; what is not
there was not entered."""


def look(data: Mapping[str, Any], thing: str) -> dict[str, Any]:
    """What `data` holds about `thing`; empty: nothing."""
    kind, _, id = thing.partition(" ")
    if kind == "option":
        question, _, option = id.partition(".")
        chosen = look(data, f"question {question}").get("state") == option
        return {"state": True} if chosen else {}
    found = {place.entry: place.of(data).get(id) for place in _places(kind)}
    return {key: value for key, value in found.items() if _holds(key, value)}


def put(data: dict[str, Any], thing: str, entry: Entry) -> None:
    """Sets what `data` holds about `thing`; an empty entry takes everything out."""
    kind, _, id = thing.partition(" ")
    if kind == "option":
        question, _, option = id.partition(".")
        put(data, f"question {question}", {"state": option} if entry.get("state") else {})
    for place in _places(kind):
        _set(data, place, place.path, id, entry.get(place.entry))


def things(data: Mapping[str, Any]) -> Iterator[str]:
    """Everything about which `data` holds something, without the options of questions."""
    for kind in dict.fromkeys(kind for place in PLACES for kind in place.things):
        ids = dict.fromkeys(id for place in _places(kind) for id in place.of(data))
        yield from (name for id in ids if look(data, name := f"{kind} {id}").keys() - {"left_out"})


def join(data: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Adds to `data` what `more` holds besides; where both hold something, `more` counts."""
    for place in PLACES:
        before, added = place.of(data), place.of(more)
        for id, entry in added.items():
            both = {**(before.get(id) or {}), **(entry or {})} if place is DETAILS else entry
            _set(data, place, place.path, id, both)


def _places(kind: str) -> Iterator[FilePlace]:
    return (place for place in PLACES if kind in place.things)


def _holds(key: str, value: Any) -> bool:
    """Whether something was entered: details without a value are none."""
    if key == "details" and isinstance(value, Mapping):
        return any(item is not None for item in value.values())
    return value is not None


def _set(data: dict[str, Any], place: FilePlace, path: Sequence[str], id: str, entry: Any) -> None:
    """Sets or takes out one entry below `path`; a part that is empty then goes."""
    name, *inner = path
    part = data.get(name)
    if entry is None and not isinstance(part, list if place.listed and not inner else Mapping):
        return
    made: Any
    if inner:
        made = dict(part) if isinstance(part, Mapping) else {}
        _set(made, place, inner, id, entry)
    elif place.listed:
        others = [item for item in part or () if item != id]
        made = [*others, id] if entry else others
    else:
        rest = {key: item for key, item in (part or {}).items() if key != id}
        made = rest if entry is None else {**rest, id: entry}
    if made:
        data[name] = made
    else:
        data.pop(name, None)
