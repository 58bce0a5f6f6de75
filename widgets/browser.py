"""What the browser's worker imports: the headline at once, all else with the first whole answer."""

import json
import sys

from widgets import prepared

prepared.install()

from widgets.headline import headline  # noqa: E402 - it makes the first classes

__all__ = ["handle", "headline", "rest", "wake", "warm"]

_FIRST = ("quick-scan", "assessment")
"""The widgets that the first archive holds and a reader opens a page for."""


def handle(message: str) -> str:
    """The answer to a message: see `widgets.worker`, which is imported with the first one."""
    from widgets.worker import handle as answer  # noqa: PLC0415 - so that the headline need not wait

    return answer(message, apart=True)


def rest() -> str:
    """What that answer left to follow: see `widgets.worker`."""
    from widgets.worker import rest as following  # noqa: PLC0415 - after an answer it is there

    return following()


def warm() -> None:
    """Draws the first widgets without an answer, so that all they need is there.

    The memory that is kept for the next visit is that of a Python which did this and no more.
    """
    for name in _FIRST:
        handle(json.dumps({"widget": name, "root": "/", "options": {}, "records": {}}))
        rest()


def wake() -> None:
    """Makes a Python from kept memory one of its own: its next random numbers are new ones."""
    if random := sys.modules.get("random"):
        random.seed()
