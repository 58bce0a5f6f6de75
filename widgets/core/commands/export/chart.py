"""Export one chart as a picture."""

from widgets.core.exporting.pictures import CHARTS
from widgets.core.exporting.subject import given, subject_of
from widgets.core.keeping.steps import File, Picture
from widgets.core.page.desk import Desk, Reply


def run(desk: Desk) -> Reply:
    """Saves the chart that "value" names, such as "dots svg" or "radar png".

    Raises `LookupError` for a chart or a kind that does not exist.
    """
    name, _, kind = desk.text("value").partition(" ")
    if name not in CHARTS or kind not in ("svg", "png"):
        raise LookupError(f"there is no chart “{name}” as “{kind}”")
    subject = subject_of(desk)
    svg = CHARTS[name][1](subject)
    file = subject.file(kind, name)
    visit = desk.place.visit
    if kind == "png":
        return given(visit, Picture(file, svg))
    return given(visit, File(file, "image/svg+xml", svg.encode()))
