"""Saves the agreement of the raters as CSV."""

from widgets.core.exporting.subject import given
from widgets.core.keeping.steps import File
from widgets.core.page.desk import Desk, Reply
from widgets.core.team import export
from widgets.core.team.comparison import compared
from widgets.core.team.raters import present


def run(desk: Desk) -> Reply:
    """Gives the reader the file."""
    model = desk.place.model
    found = compared(model, present(desk.place.visit.stored, model))
    file = File("kam-team.csv", "text/csv;charset=utf-8", export.csv(model, found))
    return given(desk.place.visit, file)
