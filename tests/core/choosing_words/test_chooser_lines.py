"""The chooser's result in words."""

import pytest

from tests.support.case_files import cases
from widgets.core.answers.states import Answers
from widgets.core.choosing.outcome import outcome_of
from widgets.core.choosing_words.phrases import percent, signed
from widgets.core.choosing_words.report import headline, rows, text


@pytest.mark.parametrize("case", cases("choose_lines"))
def test_lines(case, model, structures):
    """Every line that a case names stands in the text, and in the rows of a table."""
    found = outcome_of(model, structures, Answers(chooser=case["chooser"]))
    said = text(found).split("\n")

    assert [] == [line for line in case["says"] if line not in said]
    assert case.get("headline", headline(found)) == headline(found)
    assert [f"- {line}" for _, line in rows(found)] == [s for s in said if s.startswith("- ")]


def test_a_chooser_that_cannot_be_used_is_a_sentence(model, structures):
    """A stranger's id takes nothing down: it is named, and nothing counts."""
    found = outcome_of(model, structures, Answers(chooser={"today": "a-ministry"}))

    assert "“today" not in found.problem
    assert found.problem.startswith("The saved answers of the chooser cannot be used: today: found")
    assert not found.begun


def test_shares_are_never_rounded_to_none_or_all():
    """A share that is not quite none or all says so."""
    assert ["0%", "under 1%", "50%", "over 99%", "100%"] == [
        percent(share) for share in (0, 0.001, 0.5, 0.9995, 1)
    ]
    assert ["+2", "0", "−0.5"] == [signed(value) for value in (2, 0, -0.5)]
