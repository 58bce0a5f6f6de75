"""The page on which assessments are compared: a button, and where the result will stand.

What is compared is chosen and drawn by the command `compare`, which sees every assessment that the
browser keeps; a view sees only the one that is open.
"""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.page.controls import PRIMARY, button
from widgets.core.page.notices import problem
from widgets.core.page.state_line import state_line
from widgets.core.page.view import Place, View, region

OPTIONS: Mapping[str, Sequence[str]] = {}
"""Comparing takes no option."""

TOOL = True
"""A reader opens its page in order to work with answers."""


def view(place: Place, _answers: Answers, problems: Sequence[Problem] = ()) -> View:
    """The page for what the browser keeps; `problems` are about records that were not used."""
    regions: dict[str, h.Node] = {
        "problems": [problem(words) for words in problems],
    }
    return View(
        form=lambda: _page(place, regions),
        regions=regions,
        announce="",
        file="kam-assessment.json",
    )


def _page(place: Place, regions: Mapping[str, h.Node]) -> h.Node:
    return (
        [region(name, node) for name, node in regions.items()],
        h.form(data_kam_form=True, hidden=True),
        h.noscript[
            h.p(".kam-noscript")["Comparing needs scripts: it happens in your browser alone."]
        ],
        h.div(".kam-actions", role="group", aria_label="Compare")[
            button("borrowed.compare", "Compare my assessments", look=PRIMARY),
            button("borrowed.bring-in", "Open a file or a link"),
            button("assessments.show", "My assessments"),
        ],
        state_line(),
        h.form(".kam-comparing", autocomplete="off", data_kam_region="compared")[
            h.p(".kam-note")[
                "Two things to compare, and nothing yet? Do the ",
                place.link("quick-scan/", "quick scan"),
                " or the ",
                place.link("assessment/", "full assessment"),
                ", then open a colleague's file beside your own answers, or come back next "
                "quarter.",
            ]
        ],
    )
