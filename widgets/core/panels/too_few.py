"""What Compare says with nothing to compare with: what will happen, and what can be done."""

from collections.abc import Sequence

import htpy as h

from widgets.core.comparing import candidates
from widgets.core.comparing.candidates import Side
from widgets.core.keeping import snapshots
from widgets.core.page.controls import PRIMARY, button
from widgets.core.page.desk import Desk
from widgets.core.page.view import Place
from widgets.core.words import times

TITLE = "Nothing to compare with yet"


def too_few(desk: Desk, there: Sequence[Side], heading: h.Element) -> h.Node:
    """Whose answers are kept, when to come back, and what can be held against them now."""
    visit = desk.place.visit
    mine = any(side.key == candidates.own_key(visit) for side in there)
    if mine:
        at = times.short_day(snapshots.kept_at(visit), visit.now)
        words = (
            f"Your answers are kept as they {f'stood on {at}' if at else 'stand'}. Come back after "
            "your next change: this page then opens on what moved since, what got worse first."
        )
        return heading[TITLE], h.p[words], ways("Or hold a colleague’s answers against yours now.")
    if visit.beside:
        words = f"You have no answers of your own yet to hold against {visit.beside}."
        return heading[TITLE], h.p[words, " ", begin(desk.place)], ways()
    return heading[TITLE], h.p["You have no answers yet. ", begin(desk.place)], ways()


def begin(place: Place) -> h.Node:
    """Where answers come from."""
    return (
        "Begin with the ",
        place.link("quick-scan/", "quick scan"),
        " or the ",
        place.link("assessment/", "full assessment"),
        ". This page keeps a dated copy by itself and, once something changed, tells what moved.",
    )


def ways(words: str = "") -> h.Node:
    """What to compare with at once."""
    return (
        words and h.p[words],
        h.div(".kam-actions", role="group", aria_label="What now?")[
            button("borrowed.bring-in", "Open a file or a link", look=PRIMARY, id="compare-open"),
            button("assessments.show", "My assessments", id="compare-show"),
        ],
    )
