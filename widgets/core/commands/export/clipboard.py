"""Export to the clipboard: rich text for a wiki, with Markdown for whatever takes text alone."""

from widgets.core.exporting.report.page import wiki
from widgets.core.exporting.report.sections import markdown
from widgets.core.exporting.subject import subject_of
from widgets.core.keeping.steps import Copy
from widgets.core.page.desk import Desk, Reply


def run(desk: Desk) -> Reply:
    """Copies the report."""
    subject = subject_of(desk)
    return Reply(steps=(Copy(markdown(subject), wiki(subject)),))
