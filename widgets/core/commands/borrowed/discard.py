"""Discard: back from what was opened beside them to the reader's own answers."""

from widgets.core.keeping.steps import Beside
from widgets.core.page.desk import Desk, Reply


def run(_: Desk) -> Reply:
    """Shows the reader's own answers again; nothing of what stood beside them stays."""
    return Reply(steps=(Beside(None),), close=True, announce="Your own answers are shown again.")
