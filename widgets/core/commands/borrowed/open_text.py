"""Opens a link or a text that the reader pasted."""

from widgets.core.importing.given_file import LARGEST, too_large
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.import_panel import asking, looked_into


def run(desk: Desk) -> Reply:
    """Says what the text holds, or why it cannot be opened."""
    text = desk.text("pasted")
    if len(text) > LARGEST:
        return asking(desk, too_large(len(text)), "The pasted text")
    return looked_into(desk, text, "the pasted text")
