"""Three first steps: orders, each with who must agree, the first hour, and what not to do."""

import re

import pytest
from hypothesis import given, settings

from tests.core.choosing_words.test_headline import CHOOSERS
from tests.support.given.boards import KINDS, found
from tests.support.given.choosing import equal_shares
from tests.support.renderings.facts import GUIDE, MODEL
from widgets.core.answers.states import Answers
from widgets.core.board import steps
from widgets.core.choosing.outcome import outcome_of
from widgets.core.choosing_words import report
from widgets.core.choosing_words.first_steps import MOST, ORDERS, SAME, first_steps, lines
from widgets.core.choosing_words.headline import brief, headline

STRUCTURES = GUIDE.structures


def test_orders_and_sames_are_of_this_release():
    """Each companion has its order, and no other; each step that is one said twice exists."""
    forms = STRUCTURES.option

    assert {*ORDERS} == {one.id for one in STRUCTURES.add_ons}
    assert [] == [(f, n) for f, n in SAME if n > len(forms[f].first_steps)]


def _whole(step):
    """Whether it says what to do, who must agree, the first hour, and what not to do."""
    return all(
        (
            re.fullmatch(r"[A-Z].*[^.]", step.order),
            re.fullmatch(r"[A-Z].*[.]", step.this_week),
            step.agree,
            re.fullmatch(r"Do not .*[.]", step.do_not.text),
        )
    )


@pytest.mark.parametrize("kind", KINDS)
def test_three_steps_differ_in_all_they_say(guide, kind):
    """Each has a first hour and a warning of its own, and is said in a line with both."""
    given_ = first_steps(found(guide, kind))
    said = [*lines(found(guide, kind))]

    assert MOST == len(given_) == len({s.this_week for s in given_})
    assert MOST == len({step.do_not.text for step in given_})
    for step, line in zip(given_, said, strict=True):
        assert _whole(step)
        assert line.endswith(f" {step.do_not.text}")
        assert step.this_week[1:] in line


def test_no_two_steps_of_a_form_begin_alike():
    """Of what is advised nothing lacks a first hour or a warning, and no form says one twice."""
    advised = [one for one in STRUCTURES.options if one.kind == "ranked"]

    for form in advised:
        steps_ = form.first_steps
        assert len(steps_) == len({s.this_week for s in steps_ if s.this_week})
        assert len(steps_) == len({s.do_not.text for s in steps_ if s.do_not.text})
    assert [] == [one.id for one in STRUCTURES.add_ons if not one.do_not.text]


def test_the_first_hour_and_where_it_comes_from(guide):
    """The diamond's own step: its hour, its warning, and the coach who warns."""
    step = next(s for s in first_steps(found(guide, "this-form")) if not s.companion)

    assert step.this_week.startswith("Draw one account on a page")
    assert "Do not declare the team right for every account. That is the common error, one " in (
        step.do_not.text
    )
    assert ("E209",) == step.do_not.facts


@pytest.mark.parametrize("kind", KINDS)
def test_page_text_and_board_say_the_same_three(guide, kind):
    """Not one list on the page, another in the mail and a third for the board."""
    here = found(guide, kind)
    told = next(part for part in report.sections(here) if part.title.startswith("First steps"))

    assert tuple(lines(here)) == told.lines
    assert [s.companion for s in first_steps(here)] == [s.companion for s in steps.steps(here)]


@settings(max_examples=200)
@given(CHOOSERS)
def test_no_step_is_for_what_is_there(chooser):
    """Three at most, each once, none for a companion that is ticked; a brief answer goes along."""
    with equal_shares():
        here = outcome_of(MODEL, STRUCTURES, Answers(chooser=chooser))
    given_ = first_steps(here)
    said = brief(STRUCTURES, here.choice)

    assert len({step.order for step in given_}) == len(given_) <= MOST
    assert [] == [step for step in given_ if not _whole(step)]
    assert len({step.this_week for step in given_}) == len(given_)
    assert len({step.do_not.text for step in given_}) == len(given_)
    assert not {step.companion for step in given_} & {*here.chooser.have}
    assert bool(said) == (here.choice.answer is not None)
    assert len(said.split()) <= 9
    assert not headline(here).settled or said
