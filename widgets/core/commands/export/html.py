"""Export as one HTML file."""

from widgets.core.exporting.handed_file import saved
from widgets.core.exporting.report.page import page
from widgets.core.exporting.subject import of
from widgets.core.page.desk import Desk, Reply


def run(desk: Desk) -> Reply:
    """Saves the report as a page that stands alone."""
    subject = of(desk)
    return saved(subject, "html", "text/html;charset=utf-8", page(subject).encode())
