"""In place of Pyodide's own: its built-in functions go without a description of their arguments."""

from collections.abc import Callable
from typing import Any


def dedent_docstring(text: str) -> str:
    """The text as it is."""
    return text


def get_cmeth_docstring(function: Callable[..., Any]) -> str:
    """The form that C needs: a name and its arguments, here none."""
    return f"{function.__name__}()\n--\n\n"
