"""Three first steps: orders, each with who must agree and what to do this week."""

import re

import pytest
from hypothesis import given, settings

from tests.core.choosing_words.test_headline import CHOOSERS
from tests.support.given.boards import KINDS, found
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


@pytest.mark.parametrize("kind", KINDS)
def test_each_step_is_whole(guide, kind):
    """What to do, this week, who must agree; how it goes wrong, where we know."""
    given_ = first_steps(found(guide, kind))

    assert MOST == len(given_)
    for step in given_:
        assert re.match(r"[A-Z].*[^.]$", step.order)
        assert re.match(r"[A-Z].*[.]$", step.this_week)
        assert step.agree
    assert given_[0].wrong.text


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
    here = outcome_of(MODEL, STRUCTURES, Answers(chooser=chooser))
    given_ = first_steps(here)
    said = brief(STRUCTURES, here.choice)

    assert len({step.order for step in given_}) == len(given_) <= MOST
    assert not {step.companion for step in given_} & {*here.chooser.have}
    assert bool(said) == (here.choice.answer is not None)
    assert len(said.split()) <= 9
    assert not headline(here).settled or said
