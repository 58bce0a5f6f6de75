"""Counts the JavaScript that we wrote."""

from collections.abc import Mapping
from typing import Any

from tests.bench.counting.sizes import script_lines
from tests.bench.reporting.rows import Row

MOST = 1_000


def measure() -> dict[str, Any]:
    """Lines of code, and of all."""
    code, lines = script_lines()
    return {"code": code, "lines": lines}


def rows(figures: Mapping[str, Any]) -> list[Row]:
    """The line of the table."""
    code = figures["code"]
    told = f"{code:,} lines of code ({figures['lines']:,} with comments and empty lines)"
    return [Row("scripts", "JavaScript we wrote", f"≤ {MOST:,} lines", told, "", code <= MOST)]
