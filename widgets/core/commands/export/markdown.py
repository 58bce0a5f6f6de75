"""Export as Markdown."""

from widgets.core.exporting.handed_file import saved
from widgets.core.exporting.report.sections import markdown
from widgets.core.exporting.subject import of
from widgets.core.page.desk import Desk, Reply


def run(desk: Desk) -> Reply:
    """Saves the report as Markdown."""
    subject = of(desk)
    return saved(subject, "md", "text/markdown;charset=utf-8", markdown(subject).encode())
