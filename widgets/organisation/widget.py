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
from widgets.core.page.view import Place, View, region
from widgets.core.result import regions
from widgets.core.result.parts import parts

OPTIONS: Mapping[str, Sequence[str]] = {"id": ()}
"""Which organisation."""

TOOL = False
"""Nothing on its page needs Python."""


def view(place: Place, _answers: Answers, _problems: Sequence[Problem] = ()) -> View:
    """The result of the organisation that `place.options` names."""
    own = _own(place)
    found = parts(place, own, editable=False)
    shown: dict[str, h.Node] = {
        "headline": regions.headline(found),
        "dots": regions.dots(found),
        "cap": regions.cap(found),
        "focus": regions.focus(found),
        "advice": regions.advice(found),
        "climb": regions.climb(found),
        "exposure": regions.exposure(found),
        "deciding": regions.deciding(found),
        "second": regions.second_look(found),
        "working": regions.sums(found),
    }
    return View(
        form=lambda: _page(shown),
        regions=shown,
        announce="",
        file=f"{place.options['id']}.json",
    )


def _page(shown: Mapping[str, h.Node]) -> h.Node:
    return h.section(".kam-results", aria_label="Result of the worked organisation")[
        [region(name, node) for name, node in shown.items()]
    ]


def _own(place: Place) -> Answers:
    model, id = place.model, place.options.get("id", "")
    found: Organisation | None = next((o for o in model.organisations if o.id == id), None)
    if found is None:
        known = ", ".join(o.id for o in model.organisations)
        raise WidgetError(
            found=f"the widget “organisation”: there is no “{id}”", must=f"id is one of {known}"
        )
    return from_json({"answers": found.answers, "quick": found.quick})
