"""The result of a worked organisation, complete without scripts.

It has no form and reads no record, so it never touches what the reader answered.  The radar shows
what the dots show and stays out, to keep the page light.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

import htpy as h

from widgets.core.answers.file import from_json
from widgets.core.answers.problems import Problem
from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.model.maturity import RUNGS, Organisation
from widgets.core.page.frame import WidgetError
from widgets.core.page.view import Place, View
from widgets.core.result import page
from widgets.core.result.parts import parts

OPTIONS: Mapping[str, Sequence[str]] = {"id": (), "quick": ()}
"""Which organisation; or the answers to a quick scan, in model order, for an invented example."""

NAME = "organisation"

ANSWERS: Mapping[str, int | Literal["unknown"]] = {
    **{str(rung): rung for rung in RUNGS},
    UNKNOWN: UNKNOWN,
}
"""What may be written as an answer of an example."""

EXAMPLE = "Example, with invented answers"

HEAD = ("headline", "picture", "cap", "first-steps")
"""What an example shows."""

LEFT = ("plan", "radar", "onward")
"""What its result does without: nobody plans for it, and the page stays light."""

TOOL = False
"""Nothing on its page needs Python."""


def view(place: Place, _answers: Answers, _problems: Sequence[Problem] = ()) -> View:
    """The result of the organisation or the answers that `place.options` names."""
    quick = place.options.get("quick")
    shown = _example(place, quick) if quick else _worked(place)
    return View(
        form=lambda: page.section(shown, says="Result of the worked organisation"),
        regions=shown,
        announce="",
        file=f"{place.options.get('id', 'example')}.json",
    )


def _worked(place: Place) -> dict[str, h.Node]:
    """The whole result of a worked organisation."""
    organisation = _organisation(place)
    told = from_json({"answers": organisation.answers, "quick": organisation.quick})
    found = parts(place, told, editable=False, name=organisation.title)
    return page.drawn(found, NAME, [name for name in page.ALL if name not in LEFT])


def _example(place: Place, quick: str) -> dict[str, h.Node]:
    """The head of a quick scan's result, for a page that shows what one looks like.

    A dimension that was added since stays blank.
    """
    given, dimensions = quick.split(), place.model.dimensions
    if len(given) > len(dimensions) or not {*given} <= {*ANSWERS}:
        raise WidgetError(
            found=f"the widget “organisation”: quick is “{quick}”",
            must=f"it must be at most {len(dimensions)} answers, each one of {', '.join(ANSWERS)}",
        )
    told = {d.id: ANSWERS[one] for d, one in zip(dimensions, given, strict=False)}
    found = parts(place, Answers(quick=told), editable=False, name=EXAMPLE)
    return page.drawn(found, NAME, HEAD)


def _organisation(place: Place) -> Organisation:
    model, id = place.model, place.options.get("id", "")
    found: Organisation | None = next((o for o in model.organisations if o.id == id), None)
    if found is None:
        known = ", ".join(o.id for o in model.organisations)
        raise WidgetError(
            found=f"the widget “organisation”: there is no “{id}”", must=f"id is one of {known}"
        )
    return found
