"""What one answer several merged ones become: our judgement, written once.

Pure, on raw JSON.  Where a part is not answered, or none applies, the new question is asked again.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from widgets.core.answers.field_kinds import DAY, DETAILS, TICK
from widgets.core.migrating.file_entries import Entry
from widgets.core.model.maturity import RUNGS

_PICK: Mapping[str, Callable[[Sequence[int]], int]] = {"lowest": min, "highest": max}


def merge(kind: str, parts: Sequence[Entry], becomes: str) -> dict[str, Any]:
    """The entry that `parts` become by a rule of `migrations.RULES`; empty: asked again."""
    there = [part for part in parts if part]
    if becomes == "ask" or not there:
        return {}
    if kind == "option":
        return {"state": True}
    if kind == "rule":
        return {"action": _action([part["action"] for part in there])}
    if becomes == "same":
        return dict(there[0])
    state = _state([part.get("state") for part in parts], becomes)
    if state is None:
        return {}
    made = {
        "state": state,
        "details": _details([part.get("details") for part in parts]) or None,
        "target": _state([part["target"] for part in there if "target" in part], becomes),
        "left_out": all(part.get("left_out") for part in parts) or None,
    }
    return {key: value for key, value in made.items() if value is not None}


def _state(states: Sequence[Any], becomes: str) -> Any:
    """The lowest or highest rung of those that apply; None: nothing can be said."""
    applying = [state for state in states if not isinstance(state, Mapping)]
    if "unknown" in applying and None not in applying:
        return "unknown"
    rungs = [state for state in applying if _is_rung(state)]
    return _PICK[becomes](rungs) if rungs and len(rungs) == len(applying) else None


def _is_rung(state: Any) -> bool:
    return isinstance(state, int) and not isinstance(state, bool) and state in RUNGS


def _details(parts: Sequence[Any]) -> dict[str, Any]:
    """Notes beside each other, the same text once; what is ticked only if it is everywhere."""
    there = [part for part in parts if isinstance(part, Mapping)]
    joined: dict[str, Any] = {}
    for kind in DETAILS.fields:
        texts = _texts(there, kind.key)
        if kind.form is TICK and there and len(there) == len(parts):
            joined[kind.key] = all(part.get(kind.key) is True for part in there) or None
        elif texts:
            joined[kind.key] = min(texts) if kind.form is DAY else _one_text(texts, kind.between)
    if times := _texts(there, "answered_at"):
        joined["answered_at"] = min(times)
    return {key: value for key, value in joined.items() if value is not None}


def _one_text(texts: Sequence[str], between: str) -> str:
    return between.join(dict.fromkeys(texts))


def _texts(parts: Sequence[Mapping[str, Any]], key: str) -> list[str]:
    found = (part.get(key) for part in parts)
    return [text for text in found if isinstance(text, str) and text]


def _action(parts: Sequence[Any]) -> dict[str, Any]:
    """The first owner and the earliest month."""
    there = [part for part in parts if isinstance(part, Mapping)]
    owners, months = _texts(there, "owner"), _texts(there, "month")
    found = {"owner": owners[0] if owners else "", "month": min(months, default="")}
    return {key: text for key, text in found.items() if text}
