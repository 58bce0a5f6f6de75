"""My assessments: the list of them, and what can be done with each."""

from widgets.core.desk import Desk, Reply
from widgets.core.shelf_panel import TITLE, panel


def run(desk: Desk) -> Reply:
    """Shows the reader's assessments."""
    visit = desk.place.visit
    return Reply(panel(visit.stored, visit.assessment), TITLE)
