"""A problem with what the browser keeps, as the page shows it, with what puts it right."""

import htpy as h

from widgets.core.answers.problems import Offer
from widgets.core.page.controls import button


def problem(words: str) -> h.Element:
    """One problem; an offer is a note with its button, anything else a mistake."""
    if not isinstance(words, Offer):
        return h.div(".kam-error", role="alert")[h.p[words]]
    return h.div(".kam-note", role="status")[
        h.p[str(words)],
        h.p[button(words.command, words.label)],
    ]
