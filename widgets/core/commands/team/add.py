"""Adds the raters in a pasted text: share links, or the texts of answers files."""

from widgets.core.importing.given_file import LARGEST, too_large
from widgets.core.page.desk import Desk, Reply
from widgets.core.team.adding import taken
from widgets.core.team.form import told
from widgets.core.team.pasted import opened


def run(desk: Desk) -> Reply:
    """Keeps each one that can be opened, and names the line of each that cannot."""
    text = desk.given.get("pasted", "")
    text = text if isinstance(text, str) else ""
    if len(text) > LARGEST:
        return told(desk, "", [too_large(len(text)).of("The pasted text")])
    return taken(desk, opened(text, desk.place))
