"""Print a report: fills the page's printed part and opens the print dialogue."""

from widgets.core.exporting.report.on_paper import printed
from widgets.core.exporting.subject import subject_of
from widgets.core.keeping.steps import Print
from widgets.core.page.desk import Desk, Reply


def run(desk: Desk) -> Reply:
    """Draws the report into the region "report", which only paper shows, and prints."""
    return Reply(regions={"report": printed(subject_of(desk))}, steps=(Print(),), close=True)
