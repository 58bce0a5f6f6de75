"""Prints the chooser's page for a board, which its view draws: that, and nothing else."""

import htpy as h

from widgets.core.keeping.steps import Print
from widgets.core.page.desk import Desk, Reply

MARK = "kam-board-only"
"""The class that tells the style sheet what to print (board.css)."""


def run(_desk: Desk) -> Reply:
    """Puts the mark into the region "report", in place of what was printed before, and prints."""
    return Reply(regions={"report": h.span(f".{MARK}")}, steps=(Print(),), close=True)
