"""The privacy page's tool: shows what this guide keeps in the browser, and erases it.

It asks nothing, and Python starts only when its button is pressed.
"""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.page.controls import button
from widgets.core.page.state_line import state_line
from widgets.core.page.view import Place, View, region

OPTIONS: Mapping[str, Sequence[str]] = {}
"""It takes no option."""

TOOL = False
"""It stands on a reading page."""


def view(_place: Place, _answers: Answers, _problems: Sequence[Problem] = ()) -> View:
    """The button; what it shows is drawn by the command `erase`."""
    return View(
        form=_page,
        regions={},
        announce="",
        file="kam-answers.json",
    )


def _page() -> h.Node:
    return (
        h.form(data_kam_form=True),
        h.p[button("assessments.erase-all", "Show what is kept, and erase it")],
        region("erasing", None),
        state_line(),
    )
