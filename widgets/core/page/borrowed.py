"""The bar over answers that are not the reader's own: where they come from, and what to do."""

import htpy as h

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
            h.button(".md-button", type="button", data_kam_do="borrowed.keep")[
                "Keep these answers"
            ],
            h.button(".md-button", type="button", data_kam_do="borrowed.put-together")[
                "Put together with mine"
            ],
            h.button(".md-button", type="button", data_kam_do="borrowed.compare")[
                "Compare with mine"
            ],
            h.button(".md-button", type="button", data_kam_do="borrowed.discard")["Back to my own"],
        ],
    ]
