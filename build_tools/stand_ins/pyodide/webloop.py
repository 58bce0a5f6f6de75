"""In place of Pyodide's own: no loop, for nothing here waits inside Python.

Its import is also the first to take objects from JavaScript.  A memory that is kept for the next
visit holds them in just this order, and Pyodide refuses one that does not.
"""

import pyodide_js

_API = pyodide_js._api
_CALLBACK = _API.scheduleCallback
_AGAIN = pyodide_js._api
_PACKAGES = pyodide_js.loadedPackages


def _initialize_event_loop() -> None:
    """None is needed."""
