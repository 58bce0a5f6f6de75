"""The maturity model as JSON, and back: the content of `model.json`.

Prose is written as one text, with a mark such as `[=E015]` for each of its `citations`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from widgets.core.model import measured, release_maps
from widgets.core.model.advice_conditions import advice_condition
from widgets.core.model.ladders import Role, Rung
from widgets.core.model.maturity import (
    FORMAT,
    Advice,
    Citation,
    Dimension,
    FailureFactor,
    GoodEnough,
    Lasting,
    Level,
    Model,
    Organisation,
    Page,
    Practice,
    ProfileOption,
    ProfileQuestion,
    Prose,
)

CITATION = re.compile(r"\[([=@])([A-Za-z0-9][A-Za-z0-9-]*)\]")
"""The mark of a citation: `=` before a fact or what is our judgement, `@` before a work."""

_PROSE = ("why", "do_not")


def as_json(model: Model) -> dict[str, Any]:
    """The published form of `model`: plain lists and mappings, empty optional fields left out."""
    data = asdict(model)
    cited: dict[str, Any] = {}
    for thing in (*data["dimensions"], *data["advice"], *data["lasting"]):
        thing |= {key: _marked(thing[key], cited) for key in _PROSE if key in thing}
    for thing in data["lasting"]:
        if not thing["why"]:
            del thing["why"]
    return {"format": FORMAT, **_without_empty({**data, "citations": cited})}


def _marked(prose: Iterable[Any], cited: dict[str, Any]) -> str:
    """The text of `prose`, with marks in place of what it cites; that is put into `cited`."""
    text = ""
    for part in prose:
        if isinstance(part, dict):
            id = part.pop("id")
            cited[id] = part
            text += mark(id, part["kind"])
        else:
            text += part
    return text


def mark(id: str, kind: str) -> str:
    """How a published text names a `Citation` of that id and kind."""
    return f"[{'@' if kind == 'work' else '='}{id}]"


def prose(text: str, cited: Mapping[str, Citation]) -> Prose:
    """The parts of `text`, with what its marks name in `cited`, by id, in their place."""
    first, *rest = CITATION.split(text)  # text, then a mark's sign, its id, and the text behind it
    pairs = zip(rest[1::3], rest[2::3], strict=True)
    return (first, *(part for id, after in pairs for part in (cited[id], after)))


_OPTIONAL: Mapping[str, Any] = {
    "made_of": "",
    "roles": (),
    "scope": (),
    "scopes": {},
    "good_enough": (),
    "precondition": None,
    "contexts": (),
    "advice": (),
    "lasting": (),
    "citations": {},
    "organisations": (),
    "pages": (),
    "first_step": "",
    "first_step_of": (),
    "needs": (),
    "at_least": None,
    "at_most": None,
    "releases": {},
    "migrations": (),
    "reworded": {},
    "left": (),
    "merged": (),
    "new": (),
    "into": (),
}


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _without_empty(item)
            for key, item in value.items()
            if not (key in _OPTIONAL and item == _OPTIONAL[key])
        }
    if isinstance(value, list | tuple):
        return [_without_empty(item) for item in value]
    return value


def from_json(data: Mapping[str, Any]) -> Model:
    """The model in `data`, the content of a published `model.json`; trusted, so not checked."""
    cited = {id: Citation(id, **item) for id, item in data.get("citations", {}).items()}
    return Model(
        id=data["id"],
        version=data["version"],
        title=data["title"],
        levels=tuple(Level(**level) for level in data["levels"]),
        dimensions=tuple(_dimension(item, cited) for item in data["dimensions"]),
        failure_factors=tuple(FailureFactor(**item) for item in data["failure_factors"]),
        advice=tuple(_advice(item, cited) for item in data.get("advice", ())),
        lasting=tuple(_lasting(item, cited) for item in data.get("lasting", ())),
        profile=tuple(_profile_question(item) for item in data.get("profile", ())),
        organisations=tuple(Organisation(**item) for item in data.get("organisations", ())),
        migrations=tuple(map(release_maps.from_json, data.get("migrations", ()))),
        recheck_months=data.get("recheck_months", 6),
        measured=measured.from_json(data["measured"]),
        roles=tuple(Role(**item) for item in data.get("roles", ())),
        scopes=data.get("scopes", {}),
        made_of=data.get("made_of", ""),
        releases={
            version: tuple((kind, id) for kind, id in entries)
            for version, entries in data.get("releases", {}).items()
        },
    )


def _dimension(data: Mapping[str, Any], cited: Mapping[str, Citation]) -> Dimension:
    return Dimension(
        **{
            **data,
            "why": prose(data["why"], cited),
            "ladder": tuple(Rung(**rung) for rung in data["ladder"]),
            "practices": tuple(_practice(item) for item in data["practices"]),
        }
    )


def _practice(data: Mapping[str, Any]) -> Practice:
    return Practice(
        **{
            **data,
            "ladder": tuple(Rung(**rung) for rung in data["ladder"]),
            "guards": tuple(data["guards"]),
            "scope": tuple(data.get("scope", ())),
            "good_enough": tuple(GoodEnough(**item) for item in data.get("good_enough", ())),
        }
    )


def _profile_question(data: Mapping[str, Any]) -> ProfileQuestion:
    return ProfileQuestion(**{**data, "options": tuple(_option(item) for item in data["options"])})


def _option(data: Mapping[str, Any]) -> ProfileOption:
    return ProfileOption(
        id=data["id"],
        label=data["label"],
        scope=tuple(data.get("scope", ())),
        contexts=tuple(data.get("contexts", ())),
    )


def _advice(data: Mapping[str, Any], cited: Mapping[str, Citation]) -> Advice:
    return Advice(
        **{
            **data,
            "do_not": prose(data["do_not"], cited),
            "why": prose(data["why"], cited),
            "when": advice_condition(data["when"]),
            "pages": tuple(Page(**page) for page in data.get("pages", ())),
            "first_step_of": tuple(data.get("first_step_of", ())),
            "needs": tuple(data.get("needs", ())),
        }
    )


def _lasting(data: Mapping[str, Any], cited: Mapping[str, Citation]) -> Lasting:
    return Lasting(
        **{
            **data,
            "do_not": prose(data["do_not"], cited),
            "why": prose(data["why"], cited) if "why" in data else (),
            "pages": tuple(Page(**page) for page in data.get("pages", ())),
        }
    )
