"""What the words of a result mean, in a quiet line where each is first met.

The rules over all lines hold that none is met before it is told (`tests/cases/lines`).
"""

import htpy as h

from widgets.core.drawing.html import kept
from widgets.core.page.view import Place
from widgets.core.scoring import margins
from widgets.core.scoring.results import Result

SCORING = "method/scoring/"
"""The page that has every rule, from the root of the site."""

EXPOSURE = (
    "Exposure is how far the practices that guard against a failure are missing: 0 where every "
    "one stands at its highest rung, 100 where every one stands at its lowest."
)


def picture(place: Place, result: Result, own_targets: int) -> h.Node:
    """What a rung, a level and a target are, and how far a dimension may be off.

    `own_targets`: how many a reader set.
    """
    ours = "a target (△) is what we hold good enough for you"
    whose = f"{ours}, or what you set yourself" if own_targets else ours
    return _picture(place.root, f"{whose} (our judgement). {margins.dimensions_judged(result)} ")


@kept
def _picture(root: str, words: str) -> h.Node:
    return h.p(".kam-note")[
        "Each answer is a rung, 0 to 4; a dimension's level is the mean of its rungs; ",
        words,
        h.a(href=root + SCORING)["How the score is made"],
        ".",
    ]


def caps(place: Place) -> h.Node:
    """What a cap is."""
    return _caps(place.root)


@kept
def _caps(root: str) -> h.Node:
    return h.p(".kam-note")[
        "A critical dimension (◆) caps the programme: it stands one level above that at most. ",
        h.a(href=f"{root}{SCORING}#the-programme")["How the level is made"],
        ".",
    ]


def exposure(place: Place) -> h.Node:
    """What an exposure is."""
    return _exposure(place.root)


@kept
def _exposure(root: str) -> h.Node:
    link = h.a(href=f"{root}{SCORING}#exposure-to-a-failure-factor")["The sum"]
    return h.p(".kam-note")[EXPOSURE, " ", link, "."]
