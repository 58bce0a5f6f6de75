"""On the home page: where somebody who comes back had got to, and the way on from there.

Nothing at all for a first-time visitor: Python starts only where this browser holds answers.
"""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.keeping import shelf, snapshots
from widgets.core.page.state_line import state_line
from widgets.core.page.view import Place, View, region
from widgets.greeting import begun
from widgets.greeting.begun import Begun, Way

OPTIONS: Mapping[str, Sequence[str]] = {}
"""It takes no option."""

TOOL = False
"""It stands on a reading page."""


def view(place: Place, answers: Answers, _problems: Sequence[Problem] = ()) -> View:
    """A line for each tool that was begun, with the way on; nothing where none was."""
    regions: dict[str, h.Node] = {"greeting": _card(place, answers)}
    return View(form=lambda: _page(regions), regions=regions, announce="", file="kam-answers.json")


def _page(regions: Mapping[str, h.Node]) -> h.Node:
    return (
        h.form(data_kam_form="answer:", hidden=True),
        region("greeting", regions["greeting"]),
        state_line(),
    )


def _card(place: Place, answers: Answers) -> h.Node:
    visit = place.visit
    open_one = shelf.shelved(visit.stored, visit.assessment)
    if visit.beside or open_one.deleted:
        return None
    lines = [*begun.scored(place, answers), *begun.chosen(place, answers)]
    if not lines:
        return None
    first, *more = lines
    named = open_one.name != shelf.UNNAMED and (" “", h.bdi[open_one.name], "”.")
    compare = (("compare/", "Compare"),) if snapshots.differs(visit) else ()
    return h.section(".kam-greeting", aria_label="Where you were")[
        h.p[h.strong["Welcome back."], named, f" {first.words}."],
        _ways(place, first, *compare),
        [(h.p[f"{one.words}."], _ways(place, one)) for one in more],
    ]


def _ways(place: Place, found: Begun, *more: Way) -> h.Element:
    """The ways on from a tool."""
    return h.div(".kam-actions", role="group", aria_label=found.name)[
        [h.a(".md-button", href=place.root + page)[label] for page, label in (*found.ways, *more)]
    ]
