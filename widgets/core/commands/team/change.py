"""Changes the name or the function of a rater."""

from widgets.core.page.desk import Desk, Reply
from widgets.core.team import raters
from widgets.core.words.english import tidy


def run(desk: Desk) -> Reply:
    """Keeps the name and the function that stand in the fields of the rater given as value."""
    stored, id = desk.place.visit.stored, desk.text("value")
    function = desk.text(f"function {id}")
    steps = raters.changed(
        stored,
        id,
        name=tidy(desk.text(f"name {id}"), raters.LONGEST_NAME),
        function=function if function in raters.FUNCTION else "",
    )
    return Reply(steps=tuple(steps), announce="Kept.")
