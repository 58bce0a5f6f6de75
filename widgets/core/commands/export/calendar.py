"""Export as a calendar."""

from widgets.core.exporting.calendar import agenda
from widgets.core.exporting.handed_file import saved
from widgets.core.exporting.subject import of
from widgets.core.page.desk import Desk, Reply


def run(desk: Desk) -> Reply:
    """Saves the planned actions and the day to score again."""
    subject = of(desk)
    return saved(subject, "ics", "text/calendar;charset=utf-8", agenda(subject))
