"""In place of Pyodide's own: what its script asks for by name."""

from _pyodide import _base, _importhook

__all__ = ["_base", "_importhook", "set_excepthook"]


def set_excepthook() -> None:
    """Leaves Python's own: there is no source whose lines another would show."""
