"""Answers of each kind for the page of a board, as short as can be and as long as is likely."""

from widgets.core.answers.states import Answers
from widgets.core.choosing.outcome import Outcome, outcome_of
from widgets.core.questionnaire.chooser import BOARD

PAIRS = [
    {"ours": "House manager", "theirs": "Purchasing"},
    {"ours": "Technician", "theirs": "Packaging development"},
    {"ours": "Sponsor", "theirs": "Opposite number"},
]
TEAM = {
    "concentration": 1,
    "accounts-with-time": 0,
    "price-buyers": -1,
    "co-creation": 2,
    "central-purchasing": 1,
    "complex-offer": 2,
    "units-per-account": 0,
    "co-ordination-need": 2,
    "operations-accept": 0,
    "strong-functions-or-countries": 0,
    "leaders-time": 2,
    "money-for-years": 2,
    "sales-pull": 1,
    "kam-maturity": 0,
    "today-has-held": 0,
}
SEPARATE = {"leaders-time": -2, "money-for-years": -2, "operations-accept": -2, "sales-pull": -2}
PLAIN = {"concentration": -2, "price-buyers": 2, "something-customised": -2}

KINDS = {
    "this-form": {"answers": TEAM, "today": "bow-tie-in-sales"},
    "keep": {"answers": {**TEAM, "today-has-held": 2}, "today": "diamond-team"},
    "not-yet": {
        "answers": {**TEAM, **SEPARATE, "names-without-time": 2},
        "today": "co-ordination-overlay",
    },
    "trial": {"answers": {**TEAM, **SEPARATE}, "today": "segment-sales"},
    "no-kam": {"answers": PLAIN, "today": "segment-sales"},
}
"""A chooser for each kind of answer; a trial is a "not yet" where nobody has the job."""

TYPED = {
    "organisation": "Adler Packaging",
    "decision": "Which form for our house customers?",
    "date": "Board, January 2027",
    "prepared": "Sales office",
    "cost": "€2.9m a year today",
    "stops": "Two trade fairs",
    "again": "November 2027",
    "doubt": "A house customer is sold",
}

_LONG = "A very thorough preparation of the whole matter by everybody concerned with it, and more. "
LONG = {
    "accounts": [
        {
            "name": f"Consolidated North Sea Harbour Foods and Beverages Holding {n}",
            "stage": ("interdependent", "cooperative", "basic")[n % 3],
            "contacts": [
                {
                    "ours": f"Head of regional application engineering {m}",
                    "theirs": f"Deputy vice president for global procurement {m}",
                }
                for m in range(7)
            ],
        }
        for n in range(25)
    ],
    "board": dict.fromkeys(BOARD, _LONG * 3)
    | {"agree": ", ".join([f"{_LONG[:40]} {n}" for n in range(8)])},
}
"""Twenty-five accounts with long names, and every field filled to the brim."""


def found(guide, kind: str, **more) -> Outcome:
    """What the chooser finds for one of `KINDS`, with more parts of its file."""
    return outcome_of(guide.model, guide.structures, Answers(chooser={**KINDS[kind], **more}))
