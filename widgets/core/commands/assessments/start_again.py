"""Start again: takes every answer away into a restore point."""

import htpy as h

from widgets.core.keeping import restore_points
from widgets.core.keeping.steps import Put
from widgets.core.page.controls import button
from widgets.core.page.desk import Desk, Reply


def run(desk: Desk) -> Reply:
    """Sets the answers of this assessment aside, and says how to get them back."""
    visit = desk.place.visit
    if visit.beside:
        words = (
            f"These answers come from {visit.beside}. To start your own again, leave these first."
        )
        return Reply(h.p[words], "Start again", words)
    steps = tuple(
        restore_points.replace(visit.stored, visit.assessment, {}, visit.now, "start again")
    )
    if not steps:
        words = "There is no answer to take away."
        return Reply(h.p[words], "Start again", words)
    made = next(step.key for step in steps if isinstance(step, Put))
    return Reply(
        title="Started again",
        panel=(
            h.p["Your earlier answers are set aside in a restore point; nothing is lost."],
            h.p[button("earlier.restore", "Put them back", made)],
        ),
        announce="Your answers are set aside.",
        steps=steps,
    )
