"""Removes every rater; they can be brought back until they are erased."""

from dataclasses import replace

from widgets.core.commands.team import remove
from widgets.core.page.desk import Desk, Reply
from widgets.core.team import raters


def run(desk: Desk) -> Reply:
    """Does what removing each of them does."""
    there = raters.present(desk.place.visit.stored, desk.place.model)
    return remove.run(replace(desk, given={"value": ",".join(rater.id for rater in there)}))
