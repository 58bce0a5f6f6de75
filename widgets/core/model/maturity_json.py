"""The maturity model as JSON, and back: the content of `model.json`."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from widgets.core.model import release_maps
from widgets.core.model.advice_conditions import condition
from widgets.core.model.maturity import (
    FORMAT,
    Advice,
    Dimension,
    FailureFactor,
    GoodEnough,
    Level,
    Model,
    Option,
    Organisation,
    Page,
    Practice,
    ProfileQuestion,
)


def as_json(model: Model) -> dict[str, Any]:
    """The published form of `model`: plain lists and mappings, empty optional fields left out."""
    return {"format": FORMAT, **_without_empty(asdict(model))}


_OPTIONAL: Mapping[str, Any] = {
    "scope": (),
    "good_enough": (),
    "precondition": None,
    "contexts": (),
    "further": False,
    "advice": (),
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
    return Model(
        id=data["id"],
        version=data["version"],
        title=data["title"],
        renewing_from=data["renewing_from"],
        levels=tuple(Level(**level) for level in data["levels"]),
        dimensions=tuple(_dimension(item) for item in data["dimensions"]),
        failure_factors=tuple(FailureFactor(**item) for item in data["failure_factors"]),
        advice=tuple(_advice(item) for item in data.get("advice", ())),
        profile=tuple(_profile_question(item) for item in data.get("profile", ())),
        organisations=tuple(Organisation(**item) for item in data.get("organisations", ())),
        migrations=tuple(map(release_maps.from_json, data.get("migrations", ()))),
        recheck_months=data.get("recheck_months", 6),
        releases={
            version: tuple((kind, id) for kind, id in entries)
            for version, entries in data.get("releases", {}).items()
        },
    )


def _dimension(data: Mapping[str, Any]) -> Dimension:
    practices = tuple(_practice(item) for item in data["practices"])
    return Dimension(**{**data, "ladder": tuple(data["ladder"]), "practices": practices})


def _practice(data: Mapping[str, Any]) -> Practice:
    return Practice(
        **{
            **data,
            "ladder": tuple(data["ladder"]),
            "guards": tuple(data["guards"]),
            "scope": tuple(data.get("scope", ())),
            "good_enough": tuple(GoodEnough(**item) for item in data.get("good_enough", ())),
        }
    )


def _profile_question(data: Mapping[str, Any]) -> ProfileQuestion:
    return ProfileQuestion(**{**data, "options": tuple(_option(item) for item in data["options"])})


def _option(data: Mapping[str, Any]) -> Option:
    return Option(
        id=data["id"],
        label=data["label"],
        scope=tuple(data.get("scope", ())),
        contexts=tuple(data.get("contexts", ())),
    )


def _advice(data: Mapping[str, Any]) -> Advice:
    return Advice(
        **{
            **data,
            "when": condition(data["when"]),
            "pages": tuple(Page(**page) for page in data.get("pages", ())),
            "first_step_of": tuple(data.get("first_step_of", ())),
            "needs": tuple(data.get("needs", ())),
        }
    )
