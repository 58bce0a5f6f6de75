"""Removes raters; they can be brought back until they are erased."""

from widgets.core.page.desk import Desk, Reply
from widgets.core.team import raters
from widgets.core.team.form import told
from widgets.core.words.english import number_of, one_or_many


def run(desk: Desk) -> Reply:
    """Removes those whose ids are given as value, with commas between them."""
    visit, ids = desk.place.visit, desk.text("value")
    there = {rater.id: rater for rater in raters.present(visit.stored, desk.place.model)}
    gone = [there[id] for id in ids.split(",") if id in there]
    steps = [s for one in gone for s in raters.changed(visit.stored, one.id, removed=visit.now)]
    if not steps:
        return told(desk, "", ["That rater is not here any more."])
    who = gone[0].name if len(gone) == 1 else number_of(len(gone), "rater")
    verb = one_or_many(len(gone), "is", "are")
    return told(desk, f"{who} {verb} removed.", steps=steps, back=("team.bring-back", "Undo", ids))
