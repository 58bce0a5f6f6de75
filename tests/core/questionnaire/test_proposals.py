"""What the assessment answers of the chooser."""

import pytest

from tests.support.case_files import cases
from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.questionnaire.proposals import had, proposals, with_proposals

EARNED = {"customer-commitment": 4, "work-done-jointly": 4, "bearable-number": 0}


@pytest.mark.parametrize("case", cases("proposing"))
def test_proposals(case, model, structures):
    """Each case proposes or hints what it says, and every proposal names its practices."""
    found = proposals(model, Answers(practices=case["answers"]), structures)

    assert case["proposes"] == {id: one.answer for id, one in found.items() if one.sure}
    assert case.get("hints", {}) == {id: one.answer for id, one in found.items() if not one.sure}
    for one in found.values():
        assert all(model.practice[id].statement in one.reason for id in one.practices)
        assert all(isinstance(case["answers"][id], int) for id in one.practices)


def test_own_answers_come_first(model, structures):
    """A proposal counts beside an answer of the reader's own, and gives way to one."""
    found = proposals(model, Answers(practices=EARNED), structures)

    assert {"co-creation", "names-without-time"} == {*found}
    assert Chooser() == with_proposals(Chooser(), found)
    beside = with_proposals(Chooser(answers={"complex-offer": 1}), found)
    assert {"complex-offer": 1, "co-creation": 2} == beside.answers
    own = Chooser(answers={"co-creation": UNKNOWN})
    assert own == with_proposals(own, found)


def test_criteria_given_directly_take_no_proposal(model, structures):
    """Whoever gives criteria to compute with gets no answer of the assessment into them."""
    found = proposals(model, Answers(practices=EARNED), structures)
    given = Chooser(criteria={"spread": 1})

    assert given == with_proposals(given, found)


def test_what_is_there_already(structures):
    """An add-on is there from the rung that its practice names, and not below."""
    add_on = next(one for one in structures.add_ons if one.have_from)
    practice, rung = add_on.have_from.practice, add_on.have_from.rung

    for answer, there in ((rung, True), (4, True), (rung - 1, False), (UNKNOWN, False)):
        assert there == (add_on.id in had(Answers(practices={practice: answer}), structures))
    assert () == had(Answers(), structures)
