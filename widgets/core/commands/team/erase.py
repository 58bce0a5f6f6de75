"""Erases the raters that were removed; what is erased is gone."""

from widgets.core.keeping.steps import Drop
from widgets.core.page.desk import Desk, Reply
from widgets.core.team import raters
from widgets.core.team.form import told
from widgets.core.words.english import number_of


def run(desk: Desk) -> Reply:
    """Keeps nothing of them any more."""
    gone = raters.removed(desk.place.visit.stored, desk.place.model)
    if not gone:
        return told(desk, "", ["There is nobody to erase."])
    steps = [Drop(raters.PREFIX + rater.id) for rater in gone]
    return told(desk, f"{number_of(len(gone), 'rater')} erased.", steps=steps)
