"""Export as CSV."""

from widgets.core.exports.saved import saved
from widgets.core.exports.subject import of
from widgets.core.exports.table import csv
from widgets.core.page.desk import Desk, Reply


def run(desk: Desk) -> Reply:
    """Saves one plain table."""
    subject = of(desk)
    return saved(subject, "csv", "text/csv;charset=utf-8", csv(subject))
