"""A restore point made by hand."""

from widgets.core.keeping import restore_points, shelf
from widgets.core.keeping.point_keys import HAND
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.fields import named
from widgets.core.panels.points_panel import TITLE, panel


def run(desk: Desk) -> Reply:
    """Keeps the reader's own answers as they are, under the name that is given."""
    visit = desk.place.visit
    own = shelf.records(visit.stored, visit.assessment)
    if not own:
        return Reply(announce="There is nothing to keep yet: answer a question first.")
    name = named(desk.text("point-name"), "")
    steps = tuple(
        restore_points.point(
            visit.stored, visit.assessment, visit.now, "made by hand", name, kept=own, kind=HAND
        )
    )
    stored = shelf.after(visit.stored, steps)
    shown = panel(stored, visit.assessment, visit.now)
    return Reply(shown, TITLE, "The restore point is made.", steps)
