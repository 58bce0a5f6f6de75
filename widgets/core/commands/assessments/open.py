"""Opens another of the reader's own assessments; one that was deleted comes back."""

from widgets.core.keeping import shelf
from widgets.core.keeping.steps import Beside, Step, Switch
from widgets.core.page.desk import Desk, Reply


def run(desk: Desk) -> Reply:
    """Shows the assessment whose id is given."""
    visit = desk.place.visit
    id = desk.text("value")
    known = (*shelf.assessments(visit.stored), *shelf.deleted(visit.stored))
    one = next((one for one in known if one.id == id), None)
    if one is None:
        return Reply(announce="That assessment is not here any more; another tab erased it.")
    steps: list[Step] = [Beside(None)] if visit.beside else []
    steps += [shelf.about(visit.stored, id, deleted="")] if one.deleted else []
    steps += [Switch(id)]
    return Reply(announce=f"“{one.name}” is open.", steps=tuple(steps), close=True)
