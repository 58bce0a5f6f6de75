"""Prints the chooser's page for a board, which its view draws and only paper shows."""

from widgets.core.keeping.steps import Print
from widgets.core.page.desk import Desk, Reply


def run(_desk: Desk) -> Reply:
    """Empties the region "report", which would be printed in its place, and prints."""
    return Reply(regions={"report": None}, steps=(Print(),), close=True)
