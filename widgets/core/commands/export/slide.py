"""Export the slide of what the page shows as a picture: of the chooser's answer, or of a result."""

from markupsafe import Markup

from widgets.core.board.fitting import sheet
from widgets.core.board.slide import slide
from widgets.core.board.slide_drawing import svg
from widgets.core.choosing.outcome import outcome_of
from widgets.core.exporting.slide import svg as of_result
from widgets.core.exporting.subject import given, subject_of
from widgets.core.keeping.steps import File, Picture
from widgets.core.page.desk import Desk, Reply

CHOOSER = "chooser"
"""The tool whose slide shows a structure."""


def run(desk: Desk) -> Reply:
    """Saves the slide as the kind that "value" names, "svg" or "png".

    Raises `LookupError` for another kind, or where there is no answer to put on a slide.
    """
    kind = desk.text("value")
    if kind not in ("svg", "png"):
        raise LookupError(f"there is no slide as “{kind}”")
    drawn, name = str(of_desk(desk, alone=True)), subject_of(desk).file(kind, "slide")
    visit = desk.place.visit
    if kind == "png":
        return given(visit, Picture(name, drawn))
    return given(visit, File(name, "image/svg+xml", drawn.encode()))


def of_desk(desk: Desk, *, alone: bool) -> Markup:
    """The slide of what the reader sees; `alone`: with its looks, as a file."""
    if desk.widget != CHOOSER:
        return of_result(subject_of(desk), alone=alone)
    made = sheet(outcome_of(desk.place.model, desk.place.structures(), desk.answers))
    if made is None:
        raise LookupError("there is no answer yet")
    return svg(slide(made), alone=alone)
