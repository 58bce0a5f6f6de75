"""Takes some of the chooser's answers back at once: an account, or the second context."""

from widgets.core.answers import chooser_fields
from widgets.core.keeping import restore_points
from widgets.core.keeping.steps import Drop
from widgets.core.page.desk import Desk, Reply

POSSIBLE = (chooser_fields.ACCOUNT, chooser_fields.OTHER)


def run(desk: Desk) -> Reply:
    """Drops the fields whose names begin with the button's value, after a restore point."""
    start, visit = desk.text("value"), desk.place.visit
    if visit.beside or not start.startswith(POSSIBLE):
        return Reply(announce="Nothing was removed.")
    names = [name for name in desk.records if name.startswith(start)]
    point = restore_points.point(
        visit.stored, visit.assessment, visit.now, "before answers were removed", kept=desk.records
    )
    drops = (Drop(f"answer:{visit.assessment}:{name}") for name in names)
    return Reply(announce="Removed. My assessments can put it back.", steps=(*point, *drops))
