"""What an answers file holds about one thing: looked at, taken out and put back, as raw JSON.

Pure, and for files of any release: it knows the parts of a file and no ids.  A thing is a kind and
an id, such as `practice obstacle-list`; an option's id is its question's, a dot and its own.
"""

from collections.abc import Iterator, Mapping
from typing import Any

type Entry = Mapping[str, Any]
"""What was entered about one thing: `state`, `details`, `target`, `left_out`, `action`; what is not
there was not entered."""

_PLACES: Mapping[str, tuple[str, str]] = {"practice": ("answers", "details")} | {
    "dimension": ("quick", "targets")
}
"""Where the state stands, and what goes with it."""

_BESIDE: Mapping[str, str] = {"practice": "details", "dimension": "target"}


def look(data: Mapping[str, Any], thing: str) -> dict[str, Any]:
    """What `data` holds about `thing`; empty: nothing."""
    kind, _, id = thing.partition(" ")
    if kind in _PLACES:
        value, more = (_part(data, part).get(id) for part in _PLACES[kind])
        found = {"state": value, _BESIDE[kind]: more if _holds(more) else None}
        left = _part(data, "plan").get("left_out")
        found["left_out"] = (isinstance(left, list) and id in left) or None
        return {key: value for key, value in found.items() if value is not None}
    if kind == "rule":
        actions = _part(_part(data, "plan"), "actions")
        return {"action": actions[id] or {}} if id in actions else {}
    question, _, option = id.partition(".")
    chosen = _part(data, "profile").get(question)
    if chosen is None or (option and chosen != option):
        return {}
    return {"state": True if option else chosen}


def put(data: dict[str, Any], thing: str, entry: Entry) -> None:
    """Sets what `data` holds about `thing`; an empty entry takes everything out."""
    kind, _, id = thing.partition(" ")
    if kind in _PLACES:
        state, beside = _PLACES[kind]
        _set(data, state, id, entry.get("state"))
        _set(data, beside, id, entry.get(_BESIDE[kind]))
        _leave_out(data, id, bool(entry.get("left_out")))
    elif kind == "rule":
        plan = dict(_part(data, "plan"))
        _set(plan, "actions", id, entry.get("action"))
        _keep(data, "plan", plan)
    else:
        question, _, option = id.partition(".")
        chosen = entry.get("state")
        _set(data, "profile", question, option if option and chosen else chosen)


def things(data: Mapping[str, Any]) -> Iterator[str]:
    """Everything about which `data` holds something, without the options of questions."""
    plan = _part(data, "plan")
    left = plan.get("left_out")
    out = [id for id in left if isinstance(id, str)] if isinstance(left, list) else []
    for kind, parts in _PLACES.items():
        ids = dict.fromkeys([*_part(data, parts[0]), *_part(data, parts[1]), *out])
        yield from (name for id in ids if look(data, name := f"{kind} {id}").keys() - {"left_out"})
    for kind, part in (
        ("question", _part(data, "profile")),
        ("rule", _part(plan, "actions")),
    ):
        yield from (name for id in part if look(data, name := f"{kind} {id}"))


def join(data: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Adds to `data` what `more` holds besides; where both hold something, `more` counts."""
    for part in ("answers", "quick", "targets", "profile"):
        _keep(data, part, {**_part(data, part), **_part(more, part)})
    details, added = _part(data, "details"), _part(more, "details")
    both = {id: {**_part(details, id), **_part(added, id)} for id in added}
    _keep(data, "details", {**details, **both})
    plan, new = _part(data, "plan"), _part(more, "plan")
    joined = dict(plan)
    _keep(joined, "actions", {**_part(plan, "actions"), **_part(new, "actions")})
    left = [*(plan.get("left_out") or ()), *(new.get("left_out") or ())]
    _keep(joined, "left_out", list(dict.fromkeys(left)))
    _keep(data, "plan", joined)


def _part(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = data.get(name)
    return found if isinstance(found, Mapping) else {}


def _holds(value: Any) -> bool:
    """Whether something was entered: details without a value are none."""
    if isinstance(value, Mapping):
        return any(item is not None for item in value.values())
    return value is not None


def _set(data: dict[str, Any], part: str, id: str, value: Any) -> None:
    if isinstance(data.get(part), Mapping) or value is not None:
        changed = {key: item for key, item in _part(data, part).items() if key != id}
        _keep(data, part, changed if value is None else {**changed, id: value})


def _leave_out(data: dict[str, Any], id: str, out: bool) -> None:
    plan = dict(_part(data, "plan"))
    left = plan.get("left_out")
    if out or isinstance(left, list):
        others = [item for item in left or () if item != id]
        _keep(plan, "left_out", [*others, id] if out else others)
        _keep(data, "plan", plan)


def _keep(data: dict[str, Any], part: str, value: Any) -> None:
    """Sets a part; an empty one goes."""
    if value:
        data[part] = value
    else:
        data.pop(part, None)
