"""The part of the chooser's page that is about paper: what to type, what to print, the preview."""

import htpy as h

from widgets.core.answers import chooser_fields
from widgets.core.board.fitting import sheet
from widgets.core.board.page import page
from widgets.core.choosing.outcome import Outcome
from widgets.core.drawing.html import kept
from widgets.core.page.controls import PRIMARY, button

FIELDS = (
    ("organisation", "Organisation"),
    ("decision", "What is decided"),
    ("date", "Meeting and date"),
    ("prepared", "Prepared by"),
    ("cost", "What it costs in money"),
    ("stops", "What stops to pay for it"),
    ("again", "When to look again"),
    ("doubt", "What else would change your mind"),
    ("agree", "Who signs, with commas between"),
)
"""What only the reader knows, in the order of the page."""


TITLE = "kam-paper-title"
"""Id of its heading."""


def room(found: Outcome, form: str) -> h.Node:
    """The fields, the buttons and the page itself; nothing while there is no answer.

    `form`: id of the form that the fields belong to.
    """
    made = sheet(found) if found.begun else None
    if made is None:
        return None
    return h.section(".kam-paper", aria_labelledby=TITLE)[
        h.div(".kam-paper__beside")[
            h.h2(id=TITLE)["One page for a board"],
            h.p(".kam-note")[
                "Made from your answers, upright on A4 or Letter, and the same as a slide. "
                "What you leave empty is a line to write on."
            ],
            _typed(found, form),
            h.p(".kam-paper__buttons")[
                button("export.print-board", "Print the page", look=PRIMARY),
                button("export.print-slide", "Print the slide"),
                button("export.slide", "Slide as PNG", "png"),
                button("export.slide", "Slide as SVG", "svg"),
            ],
            h.p(".kam-note")["The slide is one sheet of 16 : 9; as a PDF it keeps that size."],
        ],
        page(made),
    ]


def _typed(found: Outcome, form: str) -> h.Element:
    typed = found.own.board
    return h.details(".kam-paper__typed")[
        h.summary["For your board: what only you know"],
        h.p(".kam-note")[
            "Kept with your answers in this browser and in their file; never in a link."
        ],
        [_field(form, chooser_fields.board(id), typed.get(id, ""), label) for id, label in FIELDS],
    ]


@kept
def _field(form: str, name: str, value: str, label: str) -> h.Node:
    return h.label(".kam-written")[
        h.span[label], h.input(id=name, form=form, type="text", name=name, value=value)
    ]
