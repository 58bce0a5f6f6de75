"""Removes every rater; they can be brought back until they are erased."""

from dataclasses import replace

from widgets.core.commands import team_remove
from widgets.core.page.desk import Desk, Reply
from widgets.core.team import raters


def run(desk: Desk) -> Reply:
    """Does what removing each of them does."""
    there = raters.seats(desk.place.visit.stored, desk.place.model)
    return team_remove.run(replace(desk, given={"value": ",".join(seat.id for seat in there)}))
