"""Answers to questions become criteria, tests of the gate and facts of the context."""

import pytest

from tests.support.case_files import cases
from widgets.core.questionnaire.chooser import chooser
from widgets.core.questionnaire.derived import derived


@pytest.mark.parametrize("case", cases("choose_derived"))
def test_derived(case, structures):
    """Each case gives exactly the criteria, tests and facts that it says."""
    found = derived(structures, chooser(case["chooser"], structures))

    assert case.get("criteria", {}) == found.criteria
    assert case.get("gate", {}) == found.gate
    assert case.get("context", {}) == found.context


@pytest.mark.parametrize("step", range(-2, 3))
def test_every_question_says_something(step, structures):
    """No answer is asked for nothing: each feeds a criterion, a test, a fact, a veto or a sign."""
    fed = {id for one in structures.criteria for id in one.asks}
    fed |= {bound.asked for test in structures.tests for bound in test.no_if}
    fed |= {bound.asked for fact in structures.context for bound in fact.true_if}
    found = derived(
        structures, chooser({"answers": dict.fromkeys(structures.question, step)}, structures)
    )

    assert {*structures.question} == fed
    assert {*structures.criterion} == {*found.criteria}
    assert {test.id for test in structures.tests} == {*found.gate}
    assert {fact.id for fact in structures.context} == {*found.context}
