"""The chooser's result page: what always stands open, and what a reader opens by its name."""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.chooser.form import FORM
from widgets.core.page.state_line import actions
from widgets.core.page.view import region
from widgets.core.result.page import Named, part
from widgets.core.result.panel import ID

FIRST = (
    *("headline", "picture", "why", "first-steps", "instead", "warnings"),
    *("deciding", "onward"),
)
"""The regions that are always open, in the order of the page."""

NAMED: Sequence[Named] = (
    ("course", "part-now-then", "Now and then: what comes first, and what a change costs"),
    ("companions", "part-companions", "What joins the form, and what can wait"),
    ("accounts", "part-contacts", "Your accounts: who meets whom"),
    ("closed", "part-closed", "What is closed, and what would open it"),
    ("what-if", "part-what-if", "What if: the second context beside the first"),
    ("working", "part-working", "The working: points, weights, and how firm they are"),
)
"""What follows in parts that a reader opens; the form has other parts, with other ids."""


def section(drawn: Mapping[str, h.Node]) -> h.Element:
    """The page of the regions in `drawn`."""
    look = ".kam-results.kam-result-page.kam-choice-page"
    return h.section(look, id=ID, aria_label="Your result")[
        h.p(".kam-back")[h.a(href=f"#{FORM}")["Back to the questions"]],
        [region(name, drawn[name]) for name in FIRST],
        actions(),
        h.div(".kam-parts")[[part(one, drawn[one[0]]) for one in NAMED]],
    ]
