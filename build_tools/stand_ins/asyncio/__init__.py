"""In place of the library's: imported by Pyodide, which makes no task while text answers text."""

from typing import NoReturn

STANDS_IN = True


def get_event_loop() -> NoReturn:
    """There is none; what needs one has the whole library brought."""
    raise ImportError(name="asyncio")
