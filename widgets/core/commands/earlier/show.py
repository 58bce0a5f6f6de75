"""Restore points: the list of them."""

from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.points_panel import TITLE, panel


def run(desk: Desk) -> Reply:
    """Shows the restore points of the open assessment."""
    visit = desk.place.visit
    return Reply(panel(visit.stored, visit.assessment, visit.now), TITLE)
