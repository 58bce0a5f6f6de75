"""Gives an assessment another name."""

import htpy as h

from widgets.core.keeping import shelf
from widgets.core.page.controls import button
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.fields import name_field, named
from widgets.core.panels.shelf_panel import TITLE, panel


def run(desk: Desk) -> Reply:
    """Asks for the name, or keeps it once it is given."""
    visit = desk.place.visit
    old = shelf.shelved(visit.stored, desk.text("value"))
    if "name" not in desk.given:
        asked = (
            name_field("Its name", "name", old.name),
            h.p[
                button("assessments.rename", "Rename it", old.id, kind="submit"),
                " ",
                button("assessments.show", "Leave it"),
            ],
        )
        return Reply(asked, "Rename")
    step = shelf.about(visit.stored, old.id, name=named(desk.text("name"), old.name))
    stored = shelf.after(visit.stored, [step])
    name = shelf.shelved(stored, old.id).name
    words = f"“{old.name}” is now called “{name}”."
    return Reply(panel(stored, visit.assessment), TITLE, words, steps=(step,))
