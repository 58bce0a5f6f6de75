"""Prints the slide: one page of 16:9, drawn where a report would stand."""

import htpy as h

from widgets.core.commands.export.slide import of_desk
from widgets.core.keeping.steps import Print
from widgets.core.page.desk import Desk, Reply


def run(desk: Desk) -> Reply:
    """Draws the slide into the region "report", which only paper shows, and prints.

    Raises `LookupError` where there is nothing to put on a slide.
    """
    drawn = h.div(".kam-slide")[of_desk(desk, alone=False)]
    return Reply(regions={"report": drawn}, steps=(Print(),), close=True)
