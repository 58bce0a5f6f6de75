"""Brings removed raters back."""

from widgets.core.page.desk import Desk, Reply
from widgets.core.team import raters
from widgets.core.team.form import told
from widgets.core.words.english import number_of, one_or_many


def run(desk: Desk) -> Reply:
    """Brings back those whose ids are given as value, or all of them."""
    stored, wanted = desk.place.visit.stored, desk.text("value").split(",")
    gone = raters.removed(stored, desk.place.model)
    back = [rater for rater in gone if wanted == [""] or rater.id in wanted]
    steps = [step for rater in back for step in raters.changed(stored, rater.id, removed="")]
    if not steps:
        return told(desk, "", ["There is nobody to bring back."])
    who = back[0].name if len(back) == 1 else number_of(len(back), "rater")
    return told(desk, f"{who} {one_or_many(len(back), 'is', 'are')} back.", steps=steps)
