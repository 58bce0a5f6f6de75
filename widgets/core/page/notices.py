"""What a page tells before its form: a problem with its way out, and that answers are borrowed."""

import htpy as h

from widgets.core.answers.problems import Offer, Problem
from widgets.core.page.controls import button
from widgets.core.page.view import Place


def problem(found: Problem) -> h.Element:
    """One problem; an offer is a note with its button, anything else a mistake."""
    if not isinstance(found, Offer):
        return h.div(".kam-error", role="alert")[h.p[found]]
    return h.div(".kam-note", role="status")[
        h.p[found.words],
        h.p[button(found.command, found.label)],
    ]


def borrowed(place: Place) -> h.Node:
    """Where answers come from that are not the reader's own; empty while their own are shown."""
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
