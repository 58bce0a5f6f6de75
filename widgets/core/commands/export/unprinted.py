"""What the page says when it asked for the print dialogue and none opened."""

import htpy as h

from widgets.core.page.controls import button
from widgets.core.page.desk import Desk, Reply

IN_FRAME = (
    "No print dialogue opened, so nothing was printed: the frame around this page forbids it. "
    "Open the page in a tab of its own and print there."
)
ALONE = (
    "No print dialogue opened, so nothing was printed: this browser may not print from a page. "
    "Use its own menu."
)


def run(desk: Desk) -> Reply:
    """Says so, with the likely cause and the way round it."""
    framed = desk.place.visit.frame
    words = IN_FRAME if framed else ALONE
    panel = (
        h.p(".kam-error", role="alert")[words],
        framed and h.p[button("export.share", "Take the answers to a tab of your own")],
    )
    return Reply(panel, "Not printed", words)
