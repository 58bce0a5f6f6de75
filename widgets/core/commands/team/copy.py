"""Shows the agreement of the raters as Markdown, to be copied."""

import htpy as h

from widgets.core.page.controls import PRIMARY, button
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.fields import text_to_copy
from widgets.core.team import export
from widgets.core.team.comparison import compared
from widgets.core.team.raters import present


def run(desk: Desk) -> Reply:
    """The text in a field, and a button that copies it."""
    model = desk.place.model
    text = export.markdown(model, compared(model, present(desk.place.visit.stored, model)))
    panel = (
        text_to_copy(
            "For a wiki, minutes or a mail; no rater is named in it", "kam-team-text", text
        ),
        h.p[button("copy", "Copy it", look=PRIMARY)],
    )
    return Reply(panel=panel, title="Copy as Markdown")
