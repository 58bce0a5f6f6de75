"""Export as CSV."""

from widgets.core.exporting.csv_table import csv
from widgets.core.exporting.handed_file import saved
from widgets.core.exporting.subject import of
from widgets.core.page.desk import Desk, Reply


def run(desk: Desk) -> Reply:
    """Saves one plain table."""
    subject = of(desk)
    return saved(subject, "csv", "text/csv;charset=utf-8", csv(subject))
