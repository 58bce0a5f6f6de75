"""Strategies for contexts of the chooser (Hypothesis)."""

from hypothesis import settings
from hypothesis import strategies as st

from tests.support.given.choosing import ADD_ONS, CONTEXT, CRITERIA, QUESTIONS, STAGES, TESTS, TODAY
from widgets.core.answers.states import ANSWERS

FEW = settings(max_examples=40, deadline=None)

ANSWER = st.sampled_from(ANSWERS)
WEIGHTS = st.dictionaries(
    st.sampled_from(CRITERIA), st.sampled_from([0.1, 0.5, 1, 2, 3, 9]), max_size=12
)
GATE = st.dictionaries(st.sampled_from(TESTS), st.sampled_from(["yes", "no", "unknown"]))
HAVE = st.lists(st.sampled_from(ADD_ONS), unique=True)
SURROUNDINGS = st.fixed_dictionaries(
    {},
    optional={
        "weights": WEIGHTS,
        "gate": GATE,
        "context": st.dictionaries(st.sampled_from(CONTEXT), st.booleans()),
        "have": HAVE,
        "today": st.sampled_from(TODAY),
        "seed": st.integers(0, 2**32 - 1),
        "accounts": st.lists(
            st.fixed_dictionaries({"name": st.just("one"), "stage": st.sampled_from(STAGES)}),
            max_size=2,
        ),
    },
)
"""What is told beside criteria."""

COMPLETE = st.fixed_dictionaries(dict.fromkeys(CRITERIA, ANSWER))
PARTIAL = st.dictionaries(st.sampled_from(CRITERIA), st.one_of(ANSWER, st.just("unknown")))

BY_CRITERIA = st.builds(
    lambda criteria, rest: {"criteria": criteria, **rest}, PARTIAL, SURROUNDINGS
)
"""A whole chooser, told by criteria, gate and context."""

BY_QUESTIONS = st.fixed_dictionaries(
    {
        "answers": st.dictionaries(
            st.sampled_from(QUESTIONS), st.one_of(ANSWER, st.just("unknown")), min_size=8
        )
    },
    optional={"weights": WEIGHTS, "have": HAVE, "today": st.sampled_from(TODAY)},
)
"""A whole chooser, told by answers to the questions."""

LOW = (
    {"leaders-time": -1, "money-for-years": -2},
    {"operations-accept": -2},
    {"sales-pull": -2},
    {"accounts-with-time": 2},
    {"names-without-time": 2},
)
"""Answers with each of which something has to change first."""


def _held_back(data: dict, low: list[dict]) -> dict:
    answers = dict(data["answers"])
    for one in low:
        answers |= one
    return {**data, "answers": answers}


HELD_BACK = st.builds(_held_back, BY_QUESTIONS, st.lists(st.sampled_from(LOW), min_size=1))
"""A whole chooser, told by answers, some of which are conditions that are not met."""

CHOOSERS = st.one_of(BY_CRITERIA, BY_QUESTIONS, HELD_BACK)
