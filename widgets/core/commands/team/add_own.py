"""Adds the reader's own present answers as one rater, or brings that rater up to date."""

from widgets.core.answers import file as files
from widgets.core.page.desk import Desk, Reply
from widgets.core.team import raters
from widgets.core.team.form import told


def run(desk: Desk) -> Reply:
    """Keeps the answers that are shown."""
    visit, model, answers = desk.place.visit, desk.place.model, desk.answers
    if visit.beside:
        return told(desk, "", [f"These answers come from {visit.beside}: go back to your own."])
    if not answers.practices and not answers.quick:
        return told(desk, "", ["You have no answers here yet: do the full assessment first."])
    there = raters.present(visit.stored, model)
    mine = next((rater for rater in there if rater.own == visit.assessment), None)
    if mine is not None:
        file = files.as_json(raters.bare(answers), model)
        steps = list(raters.changed(visit.stored, mine.id, file=file))
        return told(desk, f"{mine.name} now has your present answers.", steps=steps)
    steps = list(raters.added(visit.stored, [answers], model, visit.now, visit.assessment))
    id = steps[0].key.removeprefix(raters.PREFIX)
    back = ("team.remove", "Take back", id)
    return told(desk, "Your own answers are added.", steps=steps, back=back)
