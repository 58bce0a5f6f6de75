"""Changes the name or the function of a rater."""

from widgets.core.page.desk import Desk, Reply
from widgets.core.team import seats


def run(desk: Desk) -> Reply:
    """Keeps the name and the function that stand in the fields of the rater given as value."""
    stored, id = desk.place.visit.stored, desk.text("value")
    function = desk.text(f"function {id}")
    steps = seats.changed(
        stored,
        id,
        name=seats.tidy(desk.text(f"name {id}")),
        function=function if function in seats.FUNCTION else "",
    )
    return Reply(steps=tuple(steps), announce="Kept.")
