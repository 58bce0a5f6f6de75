"""In place of Pyodide's own: the few modules that are JavaScript, set before anybody imports them.

Pyodide's looks for others when an import fails, and adds advice on packages to the error.
"""

import sys
from typing import Any


class JsFinder:
    """The modules that are JavaScript, by name."""

    def __init__(self) -> None:
        self.jsproxies: dict[str, Any] = {}

    def register_js_module(self, name: str, proxy: Any) -> None:
        """Lets Python import an object of JavaScript under a name."""
        self.jsproxies[name] = sys.modules[name] = proxy

    def unregister_js_module(self, name: str) -> None:
        """Takes it back."""
        del self.jsproxies[name], sys.modules[name]


jsfinder = JsFinder()
register_js_module = jsfinder.register_js_module
unregister_js_module = jsfinder.unregister_js_module


def register_js_finder() -> None:
    """Nothing is looked for."""


def register_windows_finder() -> None:
    """Nothing is looked for on a disc of Windows."""


def add_note_to_module_not_found_error(_: ModuleNotFoundError) -> None:
    """The page says what to do, not the error."""


def register_module_not_found_hook(_packages: Any, _unvendored: Any) -> None:
    """The same."""
