"""Reads the cases on disk: one list a YAML file, one test a case."""

from pathlib import Path

import pytest
import yaml

CASES = Path(__file__).parents[1] / "cases"


def cases(folder: str) -> list:
    """Every case under `tests/cases/<folder>/`, as parameters named after file and case."""
    found = [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted((CASES / folder).glob("*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    assert found, f"no case in {folder}"
    return found
