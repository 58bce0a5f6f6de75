"""Export as an Excel workbook."""

from widgets.core.exporting.handed_file import saved
from widgets.core.exporting.subject import of
from widgets.core.exporting.workbook.book import workbook
from widgets.core.page.desk import Desk, Reply

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def run(desk: Desk) -> Reply:
    """Saves the workbook."""
    subject = of(desk)
    return saved(subject, "xlsx", EXCEL, workbook(subject))
