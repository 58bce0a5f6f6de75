"""Takes an assessment off the shelf; asked once more, and told to, erases it for good."""

import htpy as h

from widgets.core.keeping import restore_points, shelf
from widgets.core.keeping.steps import Step, Switch
from widgets.core.page.controls import button
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.shelf_panel import TITLE, answer_count, panel


def run(desk: Desk) -> Reply:
    """Deletes the assessment whose id is given; nothing of it goes until it is erased."""
    visit = desk.place.visit
    one = shelf.shelved(visit.stored, desk.text("value"))
    if one.deleted and desk.text("sure") != one.id:
        return Reply(_sure(visit.stored, one), "Erase it for good?")
    if one.deleted:
        steps: list[Step] = [*shelf.everything(visit.stored, one.id)]
        return _reply(desk, steps, f"“{one.name}” is erased.", visit.assessment)
    others = [other.id for other in shelf.assessments(visit.stored) if other.id != one.id]
    if not others:
        words = "This is your only assessment: start again to empty it, or make another first."
        return Reply(announce=words)
    shown = others[0] if one.id == visit.assessment else visit.assessment
    steps = [shelf.about(visit.stored, one.id, deleted=visit.now)]
    steps += [Switch(shown)] if shown != visit.assessment else []
    words = f"“{one.name}” is deleted. You can bring it back from the end of this list."
    return _reply(desk, steps, words, shown)


def _reply(desk: Desk, steps: list[Step], words: str, shown: str) -> Reply:
    stored = shelf.after(desk.place.visit.stored, steps)
    return Reply(panel(stored, shown), TITLE, words, tuple(steps))


def _sure(stored: shelf.Stored, one: shelf.Shelved) -> h.Node:
    answers = answer_count(shelf.count(shelf.records(stored, one.id)))
    points = len(restore_points.points(stored, one.id))
    return (
        h.input(type="hidden", name="sure", value=one.id),
        h.p[
            "“",
            h.bdi[one.name],
            f"” goes with {answers}, its notes and {points} restore points. ",
            "Nothing in this browser brings them back.",
        ],
        h.p[
            button("assessments.delete", "Erase it for good", one.id),
            " ",
            button("assessments.show", "Leave it"),
        ],
    )
