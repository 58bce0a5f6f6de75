"""The result of a worked organisation, complete without scripts.

It has no form and reads no record, so it never touches what the reader answered.  The radar shows
what the dots show and stays out, to keep the page light.
"""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.core.answers.file import from_json
from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.model.maturity import Organisation
from widgets.core.page.frame import WidgetError
from widgets.core.page.view import Place, View
from widgets.core.result import page
from widgets.core.result.parts import parts

OPTIONS: Mapping[str, Sequence[str]] = {"id": ()}
"""Which organisation."""

NAME = "organisation"

LEFT = ("plan", "radar", "onward")
"""What its result does without: nobody plans for it, and the page stays light."""

TOOL = False
"""Nothing on its page needs Python."""


def view(place: Place, _answers: Answers, _problems: Sequence[Problem] = ()) -> View:
    """The result of the organisation that `place.options` names."""
    organisation = _organisation(place)
    told = from_json({"answers": organisation.answers, "quick": organisation.quick})
    found = parts(place, told, editable=False, name=organisation.title)
    shown = {name: it for name, it in page.drawn(found, NAME).items() if name not in LEFT}
    return View(
        form=lambda: _page(shown),
        regions=shown,
        announce="",
        file=f"{place.options['id']}.json",
    )


def _page(shown: Mapping[str, h.Node]) -> h.Node:
    return page.section(shown, says="Result of the worked organisation")


def _organisation(place: Place) -> Organisation:
    model, id = place.model, place.options.get("id", "")
    found: Organisation | None = next((o for o in model.organisations if o.id == id), None)
    if found is None:
        known = ", ".join(o.id for o in model.organisations)
        raise WidgetError(
            found=f"the widget “organisation”: there is no “{id}”", must=f"id is one of {known}"
        )
    return found
