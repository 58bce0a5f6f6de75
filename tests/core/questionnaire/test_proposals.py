"""What the assessment answers of the chooser."""

import pytest

from tests.support.case_files import cases
from widgets.core.answers.states import Answers
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.questionnaire.proposals import proposals, with_proposals


@pytest.mark.parametrize("case", cases("proposing"))
def test_proposals(case, model, structures):
    """Each case proposes what it says, and every proposal names its practices."""
    found = proposals(model, Answers(practices=case["answers"]), structures)

    assert case["proposes"] == {id: one.answer for id, one in found.items()}
    for one in found.values():
        assert all(model.practice[id].statement in one.reason for id in one.practices)


def test_own_answers_come_first(model, structures):
    """A proposal counts beside an answer of the reader's own, and gives way to one."""
    practices = {"ties-outside-deals": 4, "programme-voice": 4}
    found = proposals(model, Answers(practices=practices), structures)

    assert {} == with_proposals(Chooser(), found).criteria
    beside = with_proposals(Chooser(criteria={"spread": 1}), found)
    assert {"spread": 1, "lasting-top-commitment": 2} == beside.criteria
    own = Chooser(criteria={"lasting-top-commitment": "unknown"})
    assert own == with_proposals(own, found)
