"""Export as Markdown."""

from widgets.core.exports.markdown import markdown
from widgets.core.exports.saved import saved
from widgets.core.exports.subject import of
from widgets.core.page.desk import Desk, Reply


def run(desk: Desk) -> Reply:
    """Saves the report as Markdown."""
    subject = of(desk)
    return saved(subject, "md", "text/markdown;charset=utf-8", markdown(subject).encode())
