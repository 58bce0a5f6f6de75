"""The chooser's result page: what always stands open, and what a reader opens by its name."""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.chooser.form import FORM
from widgets.core.page.state_line import actions, again
from widgets.core.result import page
from widgets.core.result.page import Named

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

LATER = tuple(name for name, _, _ in NAMED)
"""The regions of these parts."""


def section(drawn: Mapping[str, h.Node]) -> h.Element:
    """The page of the regions in `drawn`."""
    return page.section(
        drawn,
        says="Your result",
        after=actions(),
        end=again(),
        back=FORM,
        first=FIRST,
        named=NAMED,
        look=".kam-choice-page",
    )
