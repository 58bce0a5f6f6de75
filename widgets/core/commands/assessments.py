"""My assessments: the list of them, and what can be done with each."""

from widgets.core import elsewhere
from widgets.core.page.desk import Desk, Reply
from widgets.core.shelf_panel import TITLE, panel


def run(desk: Desk) -> Reply:
    """Shows the reader's assessments."""
    visit = desk.place.visit
    shown = (panel(visit.stored, visit.assessment), elsewhere.listed(visit))
    return Reply(shown, TITLE)
