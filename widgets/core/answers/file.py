"""The one file format: answers as the JSON of a file, and back; `files` checks what is given."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from widgets.core.answers.states import (
    NO_DETAILS,
    Answers,
    Details,
    NotApplicable,
    Planned,
)
from widgets.core.model.maturity import FORMAT, Model
from widgets.core.model.release_maps import RETIRED

PARTS = ("details", "profile", "targets", "chooser", "plan", RETIRED)
"""Optional parts of the file besides `answers` and `quick`, each a mapping."""


def model_name(model: Model) -> str:
    """Id and version; with those of base and overlay where an organisation changed questions."""
    own = f"{model.id} {model.version}"
    return f"{own} ({model.made_of})" if model.made_of else own


def as_json(answers: Answers, model: Model) -> dict[str, Any]:
    """`answers` in the one file format; `importing.opened_file.read` gives them back."""
    named = {"id": model.id, "version": model.version}
    if model.made_of:
        named["made_of"] = model.made_of
    return {"format": FORMAT, "model": named} | parts(answers)


def parts(answers: Answers) -> dict[str, Any]:
    """What `answers` hold, as the parts of a file; an empty one is left out."""
    plan = {"actions": _filled(answers.actions), "left_out": list(answers.left_out)}
    found = {
        "answers": {
            id: {"na": state.reason} if isinstance(state, NotApplicable) else state
            for id, state in answers.practices.items()
        },
        "quick": dict(answers.quick),
        "profile": dict(answers.profile),
        "targets": dict(answers.targets),
        "details": _filled(answers.details),
        "plan": {key: part for key, part in plan.items() if part},
        "chooser": answers.chooser,
        RETIRED: dict(answers.retired),
    }
    data: dict[str, Any] = {key: part for key, part in found.items() if part}
    for id, at in answers.answered_at.items():
        data.setdefault("details", {}).setdefault(id, {})["answered_at"] = at
    return data


def from_json(data: Mapping[str, Any]) -> Answers:
    """The answers in the parts of a file, which were checked; what is null there is blank."""
    given: Mapping[str, Any] = {part: data.get(part) or {} for part in PARTS}
    details, plan = given["details"], given["plan"]
    states = _there(data.get("answers"))
    beside = {id: _made(Details, detail) for id, detail in details.items()}
    return Answers(
        practices={id: NotApplicable(s["na"]) if isinstance(s, dict) else s for id, s in states},
        quick=dict(_there(data.get("quick"))),
        details={id: detail for id, detail in beside.items() if detail != NO_DETAILS},
        answered_at={id: at for id, d in details.items() if (at := d.get("answered_at"))},
        profile=dict(_there(given["profile"])),
        targets=dict(_there(given["targets"])),
        actions={id: _made(Planned, kept) for id, kept in (plan.get("actions") or {}).items()},
        left_out=tuple(plan.get("left_out") or ()),
        chooser=given["chooser"],
        retired=given[RETIRED],
    )


def _there(part: Mapping[str, Any] | None) -> Iterator[tuple[str, Any]]:
    """What a part holds, without what is null there."""
    yield from ((id, value) for id, value in (part or {}).items() if value is not None)


def _made[T: (Details, Planned)](kind: type[T], found: Mapping[str, Any]) -> T:
    """What stands beside one thing, from its entry in a file."""
    return kind(**{f.name: found[f.name] for f in fields(kind) if found.get(f.name)})


def _filled(made: Mapping[str, Details] | Mapping[str, Planned]) -> dict[str, dict[str, Any]]:
    """The entries in a file: what `_made` reads."""
    return {
        id: {f.name: value for f in fields(one) if (value := getattr(one, f.name))}
        for id, one in made.items()
    }


def json_text(data: Mapping[str, Any]) -> str:
    """`data` as the text of a file that a person may read."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
