"""What a page tells before its form: a problem with its way out, and that answers are borrowed."""

import htpy as h

from widgets.core.answers.problems import Offer, Problem
from widgets.core.page.controls import PRIMARY, button, menu
from widgets.core.page.view import Place


def problem(found: Problem) -> h.Element:
    """One problem; an offer is a note with its button, anything else a mistake."""
    if not isinstance(found, Offer):
        return h.div(".kam-error", role="alert")[h.p[found]]
    return h.div(".kam-note", role="status")[
        h.p[found.words],
        h.p[button(found.command, found.label)],
    ]


ITSELF = "Score it yourself"
"""The way from another's result to the form, for a reader who has no answer of their own."""

BACK = "Back to my own"
LEAVE = "Put them away"

CHOICES = (
    ("borrowed.keep", "Keep them as an assessment of mine"),
    ("borrowed.put-together", "Add them to my answers"),
    ("borrowed.compare", "Compare with mine"),
)
"""What else a reader may want with another's answers: command and label."""


PASS_ON = (
    ("export.share", "Share them"),
    ("export.print-report", "Print"),
    ("export.show", "Export"),
    ("view.text", "Copy as text"),
)
"""What a reader may pass on of a result that is not theirs, in the same menu below a line."""


ELSEWHERE = "They are one result, which this page does not show: open it, or put them away."
"""What a page without questions says of them."""


def borrowed(place: Place, *, asks: bool = True) -> h.Node:
    """Where answers come from that are not the reader's own; empty while their own are shown.

    `asks`: whether the page has questions to answer.
    """
    source = place.visit.beside
    if not source:
        return ""
    own = place.visit.own
    home = BACK if own else ITSELF if asks else LEAVE
    return h.div(".kam-beside", role="group", aria_label="Answers that are not yours")[
        h.p[
            h.strong["These answers come from ", h.bdi[source], "."],
            " You can look, and change nothing." if asks else f" {ELSEWHERE}",
            own and " Your own answers are as you left them.",
        ],
        h.div(".kam-beside__ways")[
            not asks and _to_result(place),
            button("borrowed.discard", home, look=PRIMARY if asks else ".md-button"),
            menu("kam-more-beside", "More with these answers", CHOICES, PASS_ON if asks else ()),
        ],
    ]


def _to_result(place: Place) -> h.Element:
    """The way to the result of what is shown, on the tool that has asked most of it."""
    from widgets.core.keeping.opening import read_records  # noqa: PLC0415 - few pages need it
    from widgets.core.sharing import share_link  # noqa: PLC0415 - few pages need it

    answers = read_records(place.visit.shown, place.model).answers
    tool = "assessment" if answers.practices else "quick-scan" if answers.quick else "choose"
    link = share_link.fragment(answers, place.model, place.structures())
    return h.a(PRIMARY, href=f"{place.root}{tool}/{link}")["Open the result"]
