"""The data files of the chooser as plain data, read as the method page says; nothing of ours."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[3] / "docs" / "model" / "structures"

type Table = dict[str, Any]
"""Lists in model order under the names of `LISTS`, `criteria`, `options`, `tests`, `context`."""

LISTS = ("questions", "vetoes", "conditions", "add_ons")


@cache
def table() -> Table:
    """Every list that a rule reads, sorted by `order`."""
    gate = _yaml(FOLDER / "gate.yaml")
    stages = _yaml(FOLDER / "stages.yaml")
    return {
        **{name: _sorted(_yaml(FOLDER / f"{name}.yaml")) for name in LISTS},
        "criteria": _sorted([_yaml(file) for file in (FOLDER / "criteria").glob("*.yaml")]),
        "options": _sorted([_yaml(file) for file in (FOLDER / "options").glob("*.yaml")]),
        "tests": _sorted(gate["tests"]),
        "context": _sorted(gate["context"]),
        "stages": _sorted(stages["stages"]),
    }


def _yaml(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def _sorted(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(found, key=lambda one: one["order"])
