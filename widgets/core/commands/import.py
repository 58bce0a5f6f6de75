"""Import: where a reader gives answers that are kept elsewhere."""  # noqa: N999 (the command is called so)

from widgets.core.import_panel import asking
from widgets.core.page.desk import Desk, Reply


def run(desk: Desk) -> Reply:
    """Asks for a file, a link or a text."""
    return asking(desk)
