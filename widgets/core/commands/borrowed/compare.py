"""Compare: what moved between assessments, and where units differ."""

import htpy as h

from widgets.core.keeping import snapshots
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.comparison_panel import alone, panel

PAGE = "compare"
"""The widget on whose page the result stands in place of the dialog."""


def run(desk: Desk) -> Reply:
    """Shows the result and the choice, in the dialog or, on its own page, in the page.

    While there is nothing to compare with, keeps the answers as they are for the next time.
    """
    steps = tuple(snapshots.looked_at(desk.place.visit)) if alone(desk) else ()
    if desk.widget == PAGE:
        regions = {"compared": panel(desk, h.h2)}
        return Reply(regions=regions, close=True, announce="Compared.", steps=steps)
    return Reply(panel=panel(desk), title="Compare", steps=steps)
