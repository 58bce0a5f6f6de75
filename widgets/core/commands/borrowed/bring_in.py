"""Import: where a reader gives answers that are kept elsewhere."""

from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.import_panel import asking


def run(desk: Desk) -> Reply:
    """Asks for a file, a link or a text."""
    return asking(desk)
