"""Reads the cases on disk: one list a YAML file, one test a case."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

CASES = Path(__file__).parents[1] / "cases"


def cases(folder: str) -> list:
    """Every case under `tests/cases/<folder>/`, as parameters named after file and case."""
    found = [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted((CASES / folder).glob("*.yaml"))
        for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    ]
    assert found, f"no case in {folder}"
    return found


def edit(root: Path, changes: Sequence[dict[str, str]]) -> None:
    """Makes the changes of a case: `replace` and `with`, `write`, or `remove`."""
    for change in changes:
        path = root / change["file"]
        if "remove" in change:
            path.unlink()
            continue
        text = change.get("write")
        if text is None:
            before = path.read_text(encoding="utf-8")
            assert before.count(change["replace"]) == 1, f"{change['replace']!r} must stand once"
            text = before.replace(change["replace"], change["with"])
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding=change.get("encoding", "utf-8"))
