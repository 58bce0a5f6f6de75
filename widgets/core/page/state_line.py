"""The line that says how Python and saving stand, and the bar of what can be done."""

import htpy as h

from widgets.core.page.controls import button
from widgets.core.page.view import COPY, region


def state_line() -> h.Element:
    """Where the page says how it stands with Python and with saving; a script takes it over."""
    return h.div(".kam-state")[
        h.span(".kam-chip", data_kam_chip=True, hidden=True),
        h.p(".kam-receipt", hidden=True)[h.span, " ", button("undo", "Undo", look=".kam-undo")],
        h.div(".kam-engine", data_kam_engine=True)[
            h.p(".kam-without")[
                "If no result appears when you answer, this page's scripts cannot run here: open "
                "it in a tab of its own, or in a current browser."
            ]
        ],
    ]


COMMANDS = (
    ("export.share", "Share"),
    ("export.show", "Export"),
    ("borrowed.bring-in", "Import"),
    ("borrowed.compare", "Compare"),
    ("assessments.show", "My assessments"),
    ("export.print-report", "Print a report"),
    ("assessments.start-again", "Start again"),
    ("view.text", "Copy as text"),
)
"""What a reader may do with a result, in the order of the bar: command and label."""


def actions() -> h.Node:
    """The bar of what a reader may do with a result; its text stands below once it is copied."""
    buttons = [button(command, label) for command, label in COMMANDS]
    return h.div(".kam-actions", role="group", aria_label="Keep and pass on")[buttons], region(
        COPY, None
    )
