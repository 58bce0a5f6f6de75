"""The line that says how Python and saving stand, and the bar of what can be done."""

import htpy as h

from widgets.core.page.controls import PRIMARY, button, menu
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


OPEN = ("borrowed.bring-in", "Open a file or a link")
SHELF = ("assessments.show", "My assessments")
MORE = (
    ("export.show", "Export"),
    ("view.text", "Copy as text"),
    ("borrowed.compare", "Compare"),
    OPEN,
    SHELF,
    ("embed", "Embed this tool"),
)
"""What a reader may do with a result besides sharing and printing it: command and label."""

AGAIN = ("assessments.start-again", "Start again")
"""What takes the answers away, apart from the rest."""


def actions() -> h.Node:
    """The bar of what a reader may do with a result; its text stands below once it is copied."""
    return h.div(".kam-actions.kam-actions--result", role="group", aria_label="Keep and pass on")[
        button("export.share", "Share", look=PRIMARY),
        button("export.print-report", "Print"),
        menu("kam-more", "More", MORE),
    ], region(COPY, None)


def again() -> h.Element:
    """The end of a result: the way back to an empty form, far from all that keeps answers."""
    return h.p(".kam-again.kam-note")[
        "Done with these answers? They are set aside, and you can put them back. ",
        button(*AGAIN, look=".kam-already__way"),
    ]


def already() -> h.Element:
    """For a reader without an answer here: where those are that they gave before, or were sent."""
    return h.p(".kam-already.kam-note")[
        "Have answers already? ",
        [(" ", button(*command, look=".kam-already__way")) for command in (OPEN, SHELF)],
    ]
