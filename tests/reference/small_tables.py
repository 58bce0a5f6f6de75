"""The recorded table and contexts, and a table of two options that a pencil can follow."""

from pathlib import Path
from typing import Any

import yaml

from tests.reference.choosing import choose

CASES = Path(__file__).parents[1] / "cases" / "choose"
TABLE = yaml.safe_load((CASES / "table.yaml").read_text(encoding="utf-8"))
CONTEXTS = yaml.safe_load((CASES / "contexts.yaml").read_text(encoding="utf-8"))
TINY = {
    "criteria": [
        {"id": "zeta", "code": "K1", "contribution": "plain"},
        {"id": "alpha", "code": "K2", "contribution": "plain"},
    ],
    "options": [
        {"id": "left", "role": "selectable", "needs": ["sponsors", "steering-group"]},
        {"id": "right", "role": "selectable"},
    ],
    "cells": [
        {"option": "left", "criterion": "zeta", "fit": 2, "basis": "facts"},
        {"option": "left", "criterion": "alpha", "fit": 0, "basis": "judgement"},
        {"option": "right", "criterion": "zeta", "fit": 0, "basis": "judgement"},
        {"option": "right", "criterion": "alpha", "fit": 2, "basis": "facts+judgement"},
    ],
    "vetoes": [],
    "gate": TABLE["gate"],
}
"""Two criteria, two options: left gains twice zeta, right twice alpha; id order is alpha, zeta."""


def tiny(zeta: Any = None, alpha: Any = None, **chooser: Any) -> dict[str, Any]:
    """Choose from the tiny table; None leaves a criterion out."""
    given = {"zeta": zeta, "alpha": alpha}
    criteria = {name: value for name, value in given.items() if value is not None}
    return choose(TINY, {"criteria": criteria, **chooser})


def neutral(**criteria: Any) -> dict[str, Any]:
    """Answers 0 to every criterion of the full table but these (underscores for hyphens)."""
    zeros = {criterion["id"]: 0 for criterion in TABLE["criteria"]}
    return {**zeros, **{name.replace("_", "-"): value for name, value in criteria.items()}}
