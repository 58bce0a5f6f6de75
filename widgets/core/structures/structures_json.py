"""The structures as JSON, and back: the content of `structures.json`."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache
from pkgutil import get_data
from typing import Any

from widgets.core.model.maturity import FORMAT
from widgets.core.structures.asked import (
    Bound,
    ContextFact,
    Criterion,
    Earlier,
    FromAssessment,
    GateTest,
    Question,
    Today,
    Verdict,
)
from widgets.core.structures.structures import (
    UNSAID,
    AddOn,
    Cell,
    Claim,
    Condition,
    Later,
    Missing,
    Move,
    NotKnown,
    Option,
    OptionStep,
    RungOf,
    Shape,
    Sign,
    Stage,
    Structures,
    Veto,
    Work,
)
from widgets.core.structures.veto_conditions import single, veto_condition


@cache
def published() -> Structures:
    """The structures that were packed beside this module, or published by the last build."""
    return from_json(json.loads(get_data(__package__, "structures.json") or b"null"))


def as_json(structures: Structures) -> dict[str, Any]:
    """The published form: plain lists and mappings, with `format` as in `model.json`."""
    return {"format": FORMAT, **_without_empty(asdict(structures))}


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, [])}
    if isinstance(value, list | tuple):
        return [_without_empty(item) for item in value]
    return value


def from_json(data: Mapping[str, Any]) -> Structures:
    """The structures in `data`, the content of a published file; trusted, so not checked."""
    return Structures(
        version=data["version"],
        questions=tuple(map(_question, data["questions"])),
        today=Today(**data["today"]),
        options=tuple(map(_option, data["options"])),
        criteria=_all(Criterion, data["criteria"]),
        vetoes=tuple(
            Veto(**{**_frozen(veto), "when": veto_condition(veto["when"])})
            for veto in data["vetoes"]
        ),
        tests=tuple(_bounded(GateTest, test, "no_if") for test in data["tests"]),
        verdicts=_all(Verdict, data["verdicts"]),
        context=tuple(_bounded(ContextFact, fact, "true_if") for fact in data["context"]),
        conditions=_all(Condition, data["conditions"]),
        shapes=tuple(
            Shape(**{**_frozen(shape), **_claims(shape, "gains", "risks")})
            for shape in data["shapes"]
        ),
        stages=_all(Stage, data["stages"]),
        add_ons=tuple(map(_add_on, data["add_ons"])),
        works={id: Work(**work) for id, work in data["works"].items()},
        releases={
            version: tuple((kind, id) for kind, id in entries)
            for version, entries in data["releases"].items()
        },
        earlier={id: _all(Earlier, entries) for id, entries in data.get("earlier", {}).items()},
    )


def _question(data: Mapping[str, Any]) -> Question:
    found = data.get("from_assessment")
    return Question(
        **{**_frozen(data), "from_assessment": FromAssessment(**_frozen(found)) if found else None}
    )


def _bounded[T](kind: type[T], data: Mapping[str, Any], key: str) -> T:
    return kind(**{**_frozen(data), key: _all(Bound, data[key])})


def _add_on(data: Mapping[str, Any]) -> AddOn:
    found = data.get("have_from")
    return AddOn(
        **{
            **_frozen(data),
            "offer_when": tuple(map(_sign, data["offer_when"])),
            "later_when": tuple(
                Later(**{**_frozen(later), "when": _sign(later["when"])})
                for later in data.get("later_when", ())
            ),
            "have_from": RungOf(**found) if found else None,
            "do_not": _claim(data),
        }
    )


def _sign(data: Mapping[str, Any]) -> Sign:
    if "asked" in data:
        return Bound(**data)
    if "missing" in data:
        return Missing(tuple(data["missing"]))
    return NotKnown(**data) if "unknown" in data else single(data)


def _step(data: Mapping[str, Any]) -> OptionStep:
    return OptionStep(**{**_frozen(data), "do_not": _claim(data)})


def _claim(data: Mapping[str, Any]) -> Claim:
    return Claim(**_frozen(data["do_not"])) if "do_not" in data else UNSAID


def _frozen(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(item) if isinstance(item, list) else item for key, item in data.items()}


def _all[T](kind: type[T], found: Iterable[Mapping[str, Any]]) -> tuple[T, ...]:
    return tuple(kind(**_frozen(data)) for data in found)


def _claims(data: Mapping[str, Any], *keys: str) -> dict[str, tuple[Claim, ...]]:
    return {key: _all(Claim, data.get(key, ())) for key in keys}


def _option(data: Mapping[str, Any]) -> Option:
    return Option(
        **{
            **_frozen(data),
            **_claims(data, "fits_when", "gains", "costs", "fails"),
            "cells": {id: Cell(**_frozen(cell)) for id, cell in data["cells"].items()},
            "first_steps": tuple(map(_step, data.get("first_steps", ()))),
            "moves": _all(Move, data.get("moves", ())),
        }
    )
