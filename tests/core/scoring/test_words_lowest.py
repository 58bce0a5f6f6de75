"""What pulls the mean down, where no dimension caps the level."""

import pytest

from tests.support.ours import our_guide
from widgets.core.answers.states import Answers
from widgets.core.scoring.result_words import lowest
from widgets.core.scoring.score import score

MODEL = our_guide().model
CRITICAL = [d.id for d in MODEL.dimensions if d.critical]
OTHERS = [d.id for d in MODEL.dimensions if not d.critical]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, "none stands out: all 8 stand at 3.0."),
        ({OTHERS[0]: 1}, "Reason and patience stands lowest, at 1.0."),
        (
            dict.fromkeys(OTHERS[:2], 1),
            "Reason and patience and Right accounts, right number stand",
        ),
        (dict.fromkeys(OTHERS, 2), "Four dimensions stand lowest, at 2.0."),
        ({CRITICAL[0]: 0}, ""),
        (dict.fromkeys(MODEL.dimension, 4), ""),
        (dict.fromkeys(MODEL.dimension, "unknown"), ""),
    ],
)
def test_ties_are_named_or_counted(changed, expected):
    """One lowest is named, several are all named or counted, and a level all around is said."""
    quick = {**dict.fromkeys(MODEL.dimension, 3), **changed}
    said = lowest(MODEL, score(MODEL, Answers(quick=quick)))

    assert said.endswith(expected) if expected.endswith(".") else expected in said
    assert bool(expected) == bool(said)
