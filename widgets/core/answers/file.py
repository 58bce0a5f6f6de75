"""The one file format: an answers file as text, as JSON, and back.

Strict at the door: anything that the format does not allow is refused, a sentence each.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from widgets.core.answers.refusals import (
    FILE,
    AnswersError,
    Mistakes,
    Refusal,
    shown,
    wrong,
)
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

KEYS = ("format", "model", "answers", "quick", *PARTS)
"""Every key of the file."""

ELSEWHERE = "open the file in the guide that wrote it"
"""What to do with a file that this guide cannot know."""


def as_json(answers: Answers, model: Model) -> dict[str, Any]:
    """`answers` in the one file format; `widgets.core.keeping.opening.read` gives them back."""
    head = {"format": FORMAT, "model": {"id": model.id, "version": model.version}}
    return head | parts(answers)


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


def parsed(text: str | bytes) -> Any:
    """The JSON in `text`, each key once; raises `AnswersError`."""
    if not text.strip():
        raise AnswersError(Refusal(FILE, "empty", "it must hold answers as JSON"))
    strict = _Strict()
    try:
        data = json.loads(text, object_pairs_hook=strict.pairs, parse_constant=strict.constant)
    except json.JSONDecodeError as error:
        found = f"not whole JSON: line {error.lineno}, column {error.colno}: {error.msg}"
        do = "export it again from the guide, or mend that place"
        raise AnswersError(Refusal(FILE, found, do=do)) from None
    except UnicodeDecodeError as error:
        found = f"not UTF-8 text: byte {error.start} cannot be read"
        raise AnswersError(Refusal(FILE, found, do="save it as UTF-8")) from None
    except RecursionError:
        found = "nests far deeper than any answers file"
        raise AnswersError(Refusal(FILE, found, "it is not one")) from None
    except AnswersError:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise AnswersError(Refusal(FILE, f"holds a value that cannot be read: {error}")) from None
    strict.mistakes.refuse()
    return data


class _Strict:
    """What JSON is read with: notes what the standard forbids and Python's reader allows."""

    def __init__(self) -> None:
        self.mistakes = Mistakes()

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in pairs:
            if key in data:
                twice = f"says {shown(key)} twice"
                self.mistakes.add(Refusal(FILE, twice, do="keep one of the two"))
            data[key] = value
        return data

    def constant(self, name: str) -> None:
        found = f"holds {name}, which is not a JSON value"
        self.mistakes.add(Refusal(FILE, found, "a rung is 0 to 4"))


def check_format(data: Mapping[str, Any]) -> None:
    """Raises `AnswersError` where `data` is not in the one format."""
    if "format" not in data:
        raise AnswersError(Refusal(FILE, "lacks “format”", f"it must say “format”: {FORMAT}"))
    found = data["format"]
    if not isinstance(found, int) or isinstance(found, bool):
        raise wrong("format", found, str(FORMAT))
    if found != FORMAT:
        known = f"this guide reads format {FORMAT}"
        raise AnswersError(Refusal("format", f"found {shown(found)}", known, ELSEWHERE))


def json_text(data: Mapping[str, Any]) -> str:
    """`data` as the text of a file that a person may read."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
