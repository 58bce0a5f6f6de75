"""The project's own Python, read as trees, for tests that hold every module to a rule."""

import ast
from collections.abc import Sequence
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]


@cache
def nodes(package: str) -> Sequence[tuple[str, ast.AST]]:
    """Every node of every module of `package`, with the path of the module in it."""
    home = CHECKOUT / package
    return [
        (file.relative_to(home).as_posix(), node)
        for file in sorted(home.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    ]
