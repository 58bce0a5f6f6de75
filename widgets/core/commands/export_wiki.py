"""Export to the clipboard: rich text for a wiki, with Markdown for whatever takes text alone."""

from widgets.core.exports.markdown import markdown
from widgets.core.exports.page import wiki
from widgets.core.exports.subject import of
from widgets.core.page.desk import Copy, Desk, Reply


def run(desk: Desk) -> Reply:
    """Copies the report."""
    subject = of(desk)
    return Reply(steps=(Copy(markdown(subject), wiki(subject)),))
