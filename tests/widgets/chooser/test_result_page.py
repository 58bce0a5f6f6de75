"""The chooser's result page and the panel beside its form, as they are drawn."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings

from tests.core.choosing_words.test_headline import CHOOSERS
from tests.support.given.boards import KINDS, found
from tests.support.given.choosing import equal_shares
from tests.support.renderings.facts import GUIDE, MODEL
from widgets.chooser import panel, result_first, result_page, result_why
from widgets.chooser.widget import view
from widgets.core.answers.states import Answers
from widgets.core.choosing.outcome import outcome_of
from widgets.core.choosing_words.headline import brief, headline
from widgets.core.choosing_words.turning import open_turns
from widgets.core.drawing.html import html
from widgets.core.keeping.visit import Visit
from widgets.core.page.view import Place

STRUCTURES = GUIDE.structures
PLACE = Place(MODEL, "../", {})
EARLY = {"nothing": {}, "one answer": {"answers": {"price-buyers": 2}}}
STATES = {**KINDS, **EARLY}
LONG_ONLY = {"what-if", "accounts"}
"""Parts that are empty while no second context and no account is there."""


def drawn(chooser, place=PLACE):
    """The whole tool as the page has it."""
    return str(html(view(place, Answers(chooser=chooser)).form()))


@pytest.mark.parametrize("state", STATES)
def test_every_id_is_there_once(state):
    """The form has parts of its own, and the preview for a board draws the same figure again."""
    ids = Counter(re.findall(r' id="([^"]+)"', drawn(STATES[state])))

    assert [] == [id for id, times in ids.items() if times > 1]


@pytest.mark.parametrize("state", STATES)
def test_the_page_stands_in_one_order(state):
    """Whose, answer, figure, why, steps, what is open, where next; then parts by their names."""
    names = re.findall(r'data-kam-region="([^"]+)"', drawn(STATES[state]).partition('"result"')[2])
    order = [*result_page.FIRST, "copy", *(name for name, *_ in result_page.NAMED)]

    assert order == [name for name in names if name in order]


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_fills_the_page(kind):
    """Each kind has its figure, its reasons, its steps and the ways on; early there is none."""
    regions = view(PLACE, Answers(chooser=KINDS[kind])).regions
    filled = {name for name, node in regions.items() if str(html(node))}
    early = view(PLACE, Answers(chooser=EARLY["one answer"])).regions

    assert {"headline", "picture", "why", "first-steps", "onward", "closed"} <= filled
    assert ("instead" in filled) == (kind == "no-kam")
    assert not LONG_ONLY & filled
    assert "" == "".join(str(html(early[name])) for name in ("picture", "why", "onward"))


def test_early_the_panel_counts():
    """It tells how many are answered until an answer says something."""
    one = outcome_of(MODEL, STRUCTURES, Answers(chooser=EARLY["one answer"]))
    said = str(html(panel.draw(one, 1, 23)))

    assert '<p class="kam-panel__level">1 of 23 answered</p>' in said
    assert headline(one).do in said
    assert "1 of 23 answered" in str(html(panel.jump(one, 1, 23)))
    assert "See the result" not in str(html(panel.draw(one, 0, 23)))


@pytest.mark.parametrize("kind", KINDS)
def test_the_panel_says_the_answer(guide, kind):
    """In a few words, how clear it is, and the way to the rest."""
    here = found(guide, kind)
    said = str(html(panel.draw(here, 20, 23)))

    assert f'<p class="kam-panel__level">{brief(STRUCTURES, here.choice)}</p>' in said
    assert str(html(headline(here).clear)) in said
    assert 'href="#result"' in said


def test_few_answers_are_counted_once():
    """The panel, the headline and the form count the same questions: today's form is one."""
    for chooser in (
        {"answers": {"leaders-time": -2, "money-for-years": -2}},
        {"answers": {"leaders-time": -2, "money-for-years": -2}, "today": "segment-sales"},
    ):
        shown = view(PLACE, Answers(chooser=chooser))
        done, total = shown.progress
        words = {2: "two", 3: "three"}
        rests = f"This rests on {words[done]} of {total} answers; the others may change it."

        assert rests in str(html(shown.regions["panel"]))
        assert rests in str(html(shown.regions["headline"]))


@pytest.mark.parametrize("kind", KINDS)
def test_another_s_answers_lead_into_no_form(kind):
    """Where a link is open the form is not there: nothing on the page leads to its questions."""
    there = Place(MODEL, "../", {}, Visit(beside="a link"))
    page = drawn(KINDS[kind], there).partition('id="result"')[2]

    assert "Shared with you: what we advise" in page
    assert 'href="#q-' not in page.partition("kam-paper")[0]
    assert 'href="#q-' in drawn(KINDS[kind]).partition('id="result"')[2]


def quickly(chooser):
    """What the chooser finds, without the shares that no turn looks at."""
    with equal_shares():
        return outcome_of(MODEL, STRUCTURES, Answers(chooser=chooser))


@settings(max_examples=60, deadline=None)
@given(CHOOSERS)
def test_an_open_answer_turns_what_it_is_said_to_turn(chooser):
    """Given as it is told, it makes the answer that is told, and no known answer is named."""
    here = quickly(chooser)
    for turn in open_turns(STRUCTURES, here.chooser):
        answers = {**chooser["answers"], turn.question: turn.after}
        then = quickly({**chooser, "answers": answers})

        assert not isinstance(here.chooser.answers.get(turn.question), int)
        assert (turn.answer, turn.first) == (then.choice.answer, then.choice.first)
        assert (turn.answer, turn.first) != (here.choice.answer, here.choice.first)


def test_what_is_open_is_told_with_what_it_turns(guide):
    """The question, the answer that would turn it, what then, and whom to ask."""
    told = str(html(result_first.deciding(PLACE, found(guide, "this-form"))))

    assert 'href="#q-names-without-time"' in told
    assert "it would be “not yet”: something else has to come first. Ask the head of KAM" in told


def test_why_not_names_the_tests_that_fail(guide):
    """Each by the answer behind it, which it leads to."""
    told = str(html(result_why.why(PLACE, found(guide, "no-kam"))))

    assert ["concentration", "price-buyers", "something-customised"] == re.findall(
        r'href="#q-([^"]+)"', told
    )
