"""The page on which assessments are compared: it opens on what moved since the reader was here.

Its view is told all that the browser keeps; another choice is drawn by the command `compare`.
"""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.keeping import snapshots
from widgets.core.page.desk import Desk
from widgets.core.page.notices import problem
from widgets.core.page.state_line import state_line
from widgets.core.page.view import Place, View, region
from widgets.core.panels import comparison_panel, too_few

OPTIONS: Mapping[str, Sequence[str]] = {}
"""Comparing takes no option."""

TOOL = True
"""A reader opens its page in order to work with answers."""

LATE = True
"""Its modules travel apart, so that the scan and the assessment start without them."""


def view(place: Place, answers: Answers, problems: Sequence[Problem] = ()) -> View:
    """The page for what the browser keeps; `problems` are about records that were not used."""
    visit = place.visit
    desk = Desk(place, "compare", answers, tuple(problems), {}, visit.shown)
    here = bool(visit.shown or visit.stored)
    alone = here and comparison_panel.alone(desk)
    regions: dict[str, h.Node] = {
        "problems": [problem(words) for words in problems],
        "compared": comparison_panel.panel(desk, h.h2) if here else _before(place),
    }
    return View(
        form=lambda: _page(regions),
        regions=regions,
        announce="",
        file="kam-assessment.json",
        steps=tuple(snapshots.looked_at(visit)) if alone else (),
    )


def _before(place: Place) -> h.Node:
    """What stands there until Python has looked, and for whoever has no answers."""
    return (
        h.p[
            "Once you have answered and something changed, this page opens on what moved since "
            "then, what got worse first."
        ],
        h.p[too_few.begin(place)],
        too_few.ways(),
    )


def _page(regions: Mapping[str, h.Node]) -> h.Node:
    return (
        region("problems", regions["problems"]),
        h.form(data_kam_form="restore:", data_kam_all=True, hidden=True),
        state_line(),
        h.form(".kam-comparing", autocomplete="off", data_kam_region="compared")[
            regions["compared"]
        ],
    )
