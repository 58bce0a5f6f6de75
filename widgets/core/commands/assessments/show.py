"""My assessments: the list of them, and what can be done with each."""

from widgets.core.page.desk import Desk, Reply
from widgets.core.panels import elsewhere_panel
from widgets.core.panels.shelf_panel import TITLE, panel


def run(desk: Desk) -> Reply:
    """Shows the reader's assessments."""
    visit = desk.place.visit
    shown = (panel(visit.stored, visit.assessment), elsewhere_panel.assessments_elsewhere(visit))
    return Reply(shown, TITLE)
