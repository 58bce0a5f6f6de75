"""Shows answers that another path of this host keeps, beside the reader's own."""

from urllib.parse import unquote

import htpy as h

from widgets.core.keeping import elsewhere, shelf
from widgets.core.keeping.elsewhere import Found
from widgets.core.keeping.steps import Beside
from widgets.core.migrating.record_migration import move
from widgets.core.model.maturity import Model
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels import elsewhere_panel


def run(desk: Desk) -> Reply:
    """Opens the one that "value" names, or the only one; lists them where there are several."""
    visit, asked = desk.place.visit, desk.text("value")
    there = elsewhere.found(visit)
    chosen = [one for one in there if asked in ("", one.value)]
    if len(chosen) == 1:
        return _shown(chosen[0], desk.place.model)
    if not chosen:
        words = "No other address of this host keeps an answer any more."
        return Reply(h.p[words], elsewhere_panel.TITLE, words)
    return Reply(elsewhere_panel.assessments_elsewhere(visit), elsewhere_panel.TITLE)


def _shown(one: Found, model: Model) -> Reply:
    records = move(shelf.records(one.stored, one.assessment.id), model).records
    return Reply(
        steps=(Beside(records, f"this guide at {unquote(one.path)}"),),
        close=True,
        announce="The answers from the other address are shown; nothing is changed.",
    )
