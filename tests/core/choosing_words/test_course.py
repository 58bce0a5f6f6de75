"""What follows the headline speaks of the form that the headline names."""

from functools import cache

import pytest

from tests.support.case_files import cases
from tests.support.given.boards import found
from tests.support.renderings.facts import GUIDE, MODEL
from widgets.core.answers.states import Answers
from widgets.core.board import reasons, sheet
from widgets.core.choosing.decision import TRIAL
from widgets.core.choosing.outcome import Outcome, outcome_of
from widgets.core.choosing_words import course
from widgets.core.choosing_words.certainty import why_so
from widgets.core.choosing_words.headline import headline
from widgets.core.structures.structures import Cell

STRUCTURES = GUIDE.structures


@cache
def _found(name: str) -> Outcome:
    chooser = next(case.values[0] for case in cases("choose_headlines") if name in str(case.id))
    return outcome_of(MODEL, STRUCTURES, Answers(chooser=chooser["chooser"]))


def test_what_speaks_for_a_form_that_is_kept_is_about_it():
    """Where another form leads on paper, the reasons are still those of the one that stays."""
    choice = _found("keep, and one condition first").choice

    assert ("keep", ("operations",)) == (choice.answer, choice.conditions)
    assert "co-ordination-overlay" != choice.then[0].option
    assert "co-ordination-overlay" == course.aim(choice)


def test_a_trial_does_not_lead_to_segment_sales():
    """Where no more would fit best, what follows says so and shows no other form."""
    found = _found("where segment sales would fit best")
    told = [*course.conditions(found)]

    assert TRIAL == course.aim(found.choice)
    assert "Then: no more than the trial: segment sales would fit best." == told[-1]
    assert [] == [*course.price(found)]


def test_a_trial_that_no_more_follows_gives_up_nothing():
    """A trial beside segment sales leaves them as they are."""
    found = _found("where no more would fit best")

    assert "Then: no more than the trial." == [*course.conditions(found)][-1]
    assert course.leaving(found) is None
    assert reasons.reasons(found)


def test_the_page_for_a_board_tells_of_no_more_than_a_trial():
    """No heading and no panel of it promises what would follow."""
    page = sheet.whole(_found("where segment sales would fit best"))

    assert "Why a trial, and no more" == page.why
    assert ["Now: a trial", "What comes first"] == [panel.head for panel in page.drawing.panels]


def test_a_form_that_is_level_does_not_lead_on_paper():
    """Where all forms are level and today's stays, the objection names no leader."""
    told = {
        "answers": {"central-purchasing": 0, "co-creation": 0},
        "today": "co-ordination-overlay",
    }
    found = outcome_of(MODEL, STRUCTURES, Answers(chooser=told))
    against = reasons.objection(found)

    assert ("keep", "level") == (found.choice.answer, found.choice.keep.because)
    assert not against or "On paper" not in against.said.answer


@pytest.mark.parametrize(
    ("fit", "answer", "words"),
    [
        (2, 2, "It pays."),
        (2, -1, "The opposite would speak for it. It pays."),
        (-2, -2, "The opposite would speak against it. It pays."),
        (-2, 1, "It pays."),
    ],
)
def test_why_an_answer_speaks(fit, answer, words):
    """A cell argues from a high answer, so after a low one it tells of the opposite."""
    assert words == why_so(Cell(fit, "judgement", (), "It pays."), answer)
    assert "" == why_so(Cell(fit, "judgement"), answer)


@pytest.mark.parametrize("name", ["this form", "not yet"])
def test_a_companion_is_no_form_to_leave(name):
    """A file may say that today is a programme office: beside a form, it is none to move from."""
    case = next(c.values[0] for c in cases("choose_lines") if name in str(c.id))
    chooser = {**case["chooser"], "today": "programme-office"}
    here = outcome_of(MODEL, STRUCTURES, Answers(chooser=chooser))
    said = [*headline(here).lines, *course.price(here), *course.conditions(here)]

    assert course.today(here) is None
    assert [] == [line for line in said if "programme office" in line]


def test_reasons_on_the_page_for_a_board_fit_a_low_answer():
    """A cell argues from a high answer, so the page says what the opposite would speak for."""
    against = reasons.objection(found(GUIDE, "not-yet"))

    assert against is not None
    assert against.said.because.startswith("The opposite would speak for it. ")
