"""Puts a restore point back: the newest, or the one whose key is given."""

from widgets.core.keeping import restore_points
from widgets.core.keeping.steps import Beside, Step
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.points_panel import TITLE, panel
from widgets.core.words.times import moment


def run(desk: Desk) -> Reply:
    """Replaces the reader's own answers; these become a restore point first."""
    visit = desk.place.visit
    points = restore_points.points(visit.stored, visit.assessment, visit.now)
    key = desk.text("value")
    point = next((point for point in points if key in ("", point.key)), None)
    if point is None:
        return Reply(panel(visit.stored, visit.assessment, visit.now), TITLE, _gone(key))
    if point.damaged:
        words = "This restore point cannot be read. It is left as it is; nothing has changed."
        return Reply(panel(visit.stored, visit.assessment, visit.now), TITLE, words)
    steps: list[Step] = [Beside(None)] if visit.beside else []
    why = "before a restore point was put back"
    steps += restore_points.replace(visit.stored, visit.assessment, point.records, visit.now, why)
    words = f"The answers of {moment(point.at)} are back; those before are in a restore point."
    return Reply(announce=words, steps=tuple(steps), close=True)


def _gone(key: str) -> str:
    return "That restore point is not here any more." if key else "There is no restore point yet."
