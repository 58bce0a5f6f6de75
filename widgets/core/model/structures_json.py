"""The structures as JSON, and back: the content of `structures.json`."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from functools import cache
from pkgutil import get_data
from typing import Any

from widgets.core.model.maturity import FORMAT
from widgets.core.model.structures import (
    AddOn,
    Cell,
    Claim,
    ContextQuestion,
    Criterion,
    FirstStep,
    GateTest,
    Move,
    Option,
    Shape,
    Stage,
    Structures,
    Verdict,
    Veto,
    Work,
)
from widgets.core.model.veto_conditions import veto_condition


@cache
def published() -> Structures:
    """The structures that were packed beside the widgets, or published by the last build."""
    return from_json(json.loads(get_data("widgets", "structures.json") or b"null"))


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
        options=tuple(map(_option, data["options"])),
        criteria=_all(Criterion, data["criteria"]),
        vetoes=tuple(
            Veto(**{**_frozen(veto), "when": veto_condition(veto["when"])})
            for veto in data["vetoes"]
        ),
        tests=_all(GateTest, data["tests"]),
        verdicts=_all(Verdict, data["verdicts"]),
        questions=_all(ContextQuestion, data["questions"]),
        shapes=tuple(
            Shape(**{**_frozen(shape), **_claims(shape, "gains", "risks")})
            for shape in data["shapes"]
        ),
        stages=_all(Stage, data["stages"]),
        add_ons=_all(AddOn, data["add_ons"]),
        works={id: Work(**work) for id, work in data["works"].items()},
        releases={
            version: tuple((kind, id) for kind, id in entries)
            for version, entries in data["releases"].items()
        },
    )


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
            "first_steps": _all(FirstStep, data.get("first_steps", ())),
            "moves": _all(Move, data.get("moves", ())),
        }
    )
