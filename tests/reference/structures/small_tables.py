"""The table and the recorded contexts, and a table of two options that a pencil can follow."""

from pathlib import Path
from typing import Any

import yaml

from tests.reference.structures.choosing import choose
from tests.reference.structures.structure_files import table

CASES = Path(__file__).parents[2] / "cases" / "choose"
TABLE = table()
CONTEXTS = yaml.safe_load((CASES / "contexts.yaml").read_text(encoding="utf-8"))

type Fits = dict[tuple[str, str], tuple[int, str]]
"""By option and criterion: fit and basis."""

FITS: Fits = {
    ("left", "zeta"): (2, "facts"),
    ("left", "alpha"): (0, "judgement"),
    ("right", "zeta"): (0, "judgement"),
    ("right", "alpha"): (2, "facts+judgement"),
}


def two_options(fits: Fits) -> dict[str, Any]:
    """A table of two criteria and two options, without vetoes, questions and add-ons."""
    needs = {"left": ["sponsors", "steering-group"], "right": []}
    options = [
        {
            "id": option,
            "kind": "ranked",
            "needs": needed,
            "cells": {
                criterion: {"fit": fit, "basis": basis}
                for (row, criterion), (fit, basis) in fits.items()
                if row == option
            },
        }
        for option, needed in needs.items()
    ]
    criteria = [{"id": id, "rule": "plain", "asks": []} for id in ("zeta", "alpha")]
    empty = {"questions": [], "vetoes": [], "context": [], "add_ons": []}
    return {**TABLE, **empty, "criteria": criteria, "options": options}


TINY = two_options(FITS)
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
