"""Compare: what moved between assessments, and where units differ."""

import htpy as h

from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.comparison_panel import panel

PAGE = "compare"
"""The widget on whose page the result stands in place of the dialog."""


def run(desk: Desk) -> Reply:
    """Shows the choice and the result, in the dialog or, on its own page, in the page."""
    drawn = panel(desk)
    if desk.widget == PAGE:
        headed = (h.h2(".kam-hidden")["Result"], drawn)
        return Reply(regions={"compared": headed}, close=True, announce="Compared.")
    return Reply(panel=drawn, title="Compare")
