"""The bar over answers that are not the reader's own: where they come from, and what to do."""

import htpy as h

from widgets.core.page.controls import button
from widgets.core.page.view import Place


def notice(place: Place) -> h.Node:
    """The bar; empty while the reader's own answers are shown."""
    source = place.visit.beside
    if not source:
        return ""
    return h.div(".kam-beside", role="group", aria_label="Answers that are not yours")[
        h.p[
            h.strong[f"These answers come from {source}."],
            " You can look, and change nothing. Your own answers are as you left them.",
        ],
        h.p[
            button("borrowed.keep", "Keep these answers"),
            button("borrowed.put-together", "Put together with mine"),
            button("borrowed.compare", "Compare with mine"),
            button("borrowed.discard", "Back to my own"),
        ],
    ]
