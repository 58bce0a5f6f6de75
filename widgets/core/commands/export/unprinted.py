"""What the page says when it asked for the print dialogue and none opened."""

import htpy as h

from widgets.core.exporting.framed import FRAMED, TAKE
from widgets.core.page.controls import button
from widgets.core.page.desk import Desk, Reply


def run(desk: Desk) -> Reply:
    """Says so, with the likely cause and the way round it."""
    framed = desk.place.visit.frame
    words = FRAMED[framed].printing
    panel = (
        h.p(".kam-error", role="alert")[words],
        framed and h.p[button("export.share", TAKE)],
    )
    return Reply(panel, "Not printed", words)
