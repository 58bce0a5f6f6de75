"""Discard: back from what was opened beside them to the reader's own answers."""

from widgets.core.keeping.steps import Beside
from widgets.core.page.desk import Desk, Reply


def run(desk: Desk) -> Reply:
    """Shows the reader's own answers again; nothing of what stood beside them stays."""
    own = desk.place.visit.own
    words = "Your own answers are shown again." if own else "The form is yours to fill in."
    return Reply(steps=(Beside(None),), close=True, announce=words)
