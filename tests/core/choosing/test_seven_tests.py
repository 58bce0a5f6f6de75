"""The seven tests: the verdict of each kind, and that it is the chooser's."""

from random import Random

import pytest
import yaml

from tests.support.case_files import CASES
from tests.support.given.choosing import equal_shares, random_steps
from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.choosing.outcome import outcome_of
from widgets.core.choosing.seven_tests import asked, seven_tests
from widgets.core.questionnaire.counted import counted

VERDICTS = yaml.safe_load((CASES / "seven_tests" / "verdicts.yaml").read_text(encoding="utf-8"))


def told(model, structures, answers):
    """What the tests say to some answers to the chooser's questions."""
    found = Answers(chooser={"answers": answers})
    return seven_tests(structures, counted(model, structures, found))


@pytest.mark.parametrize("case", VERDICTS["cases"], ids=lambda case: case["name"])
def test_verdict(case, model, structures):
    """Each row of the page's table, and the states between them, by hand."""
    given = (
        {**VERDICTS["passed"], **case["answers"]} if case.get("beside_passed") else case["answers"]
    )
    found = told(model, structures, given)

    assert case["kind"] == found.kind
    assert case.get("failed", []) == [test.id for test in found.failed]
    assert case.get("deciding", []) == [question.id for question in found.deciding]
    assert case.get("may_end", False) == found.may_end


def test_the_tests_ask_what_feeds_the_gate(structures):
    """Nine questions, in the order of the tests, each of them one of the chooser's."""
    assert [*VERDICTS["passed"]] == [*asked(structures)]
    assert [1, 2, 3, 4, 5, 6, 6, 6, 7] == [test.number for test in asked(structures).values()]
    assert asked(structures).keys() <= structures.question.keys()


def test_the_verdict_is_that_of_the_chooser(model, structures):
    """Whatever is answered, the gate of the chooser says the same, and lists the same as open."""
    random = Random(7)
    kinds = {"not-kam": ["not-kam"], "not-now": ["not-now"], None: ["open", "blank"]}
    for _ in range(300):
        steps = random_steps(random)
        found = told(model, structures, steps)
        with equal_shares():
            choice = outcome_of(model, structures, Answers(chooser={"answers": steps})).choice
        assert found.kind in kinds.get(choice.gate, ["go", "risk", "other-reason"])
        tests = {asked(structures)[question.id].id for question in found.deciding}
        assert tests <= set(choice.gate_open)


def test_what_is_open_can_change_the_verdict(model, structures):
    """While it is open some answer to what is listed decides otherwise; later none does."""
    random = Random(8)
    for _ in range(100):
        steps = random_steps(random)
        found = told(model, structures, steps)
        listed = [question.id for question in found.deciding]
        known = {id: step for id, step in steps.items() if step != UNKNOWN}
        ends = {
            told(
                model, structures, {**known, **dict.fromkeys(asked(structures), end), **known}
            ).kind
            for end in (-2, 2)
        }
        assert (found.kind == "open") == bool(listed)
        if found.kind in ("not-kam", "go", "risk", "other-reason") and not found.left:
            assert ends == {found.kind}
