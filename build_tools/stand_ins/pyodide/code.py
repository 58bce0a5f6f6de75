"""In place of Pyodide's own: `runPython` asks for this one name."""

from _pyodide._base import eval_code

__all__ = ["eval_code"]
