"""Cards of advice: what stands open, what lies behind a fold, and what is said of the effect."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.given.advised import MODEL, PRACTICES, everywhere
from widgets.core.actions import advice_list, way_up_list
from widgets.core.advising import way_up
from widgets.core.advising.advice import advise, eased
from widgets.core.advising.effects import (
    LESS_EXPOSED,
    MUCH_LESS_EXPOSED,
    effect,
    modelled,
)
from widgets.core.answers.states import Answers
from widgets.core.drawing.html import html
from widgets.core.page.view import Place
from widgets.core.scoring.score import score
from widgets.core.words.quotes import curly

PLACE = Place(MODEL, "../", {})
RUNGS = st.lists(st.integers(0, 4), min_size=len(PRACTICES), max_size=len(PRACTICES))


def advised(answers):
    """The recommendations for `answers`."""
    return advise(MODEL, answers, score(MODEL, answers))


def cards(answers):
    """The cards as XML, with the list that is folded."""
    drawn = html(advice_list.draw(PLACE, advised(answers)))
    return ElementTree.fromstring(f"<div>{drawn}</div>")  # noqa: S314 - our own output


def told(element) -> str:
    """What a reader sees of an element."""
    return " ".join("".join(element.itertext()).split())


def test_three_cards_stand_open():
    """Three cards in sight, the rest one tap away, all in one order that is explained."""
    shown, found = cards(everywhere(0)), advised(everywhere(0))
    first, rest = shown.find("ol"), shown.find("details/ol")

    assert 3 == len(first)
    assert len(found) == len(first) + len(rest)
    assert "4" == rest.get("start")
    assert advice_list.ORDER == told(shown.find("p"))


def test_a_card_says_what_to_do_before_anything_is_opened():
    """Title, first step, who and effect in sight; what not to do, why and pages behind a fold."""
    item = advised(everywhere(0))[0]
    card = cards(everywhere(0)).find("ol/li")
    fold = told(card.find("details"))
    seen = told(card).removesuffix(fold)

    for words in (item.advice.title, item.first_step, f"Who: {item.advice.who}.", "Effect: much."):
        assert curly(words) in seen
    for words in ("Do not ", "Because you answered 0", item.advice.pages[0].title):
        assert curly(words) in fold
        assert words not in seen


@settings(max_examples=40, deadline=None)
@given(RUNGS)
def test_an_effect_is_said_in_words(rungs):
    """Much, some, little or later; no figure but levels, and the figures stand in the working."""
    for item in advised(Answers(dict(zip(PRACTICES, rungs, strict=True)))):
        found, best = effect(MODEL, item), eased(item)
        fall = item.exposure[best][0] - item.exposure[best][1] if best else 0.0

        assert found.degree in ("much", "some", "little", "later")
        assert not re.search(r"\d(?! to \d\.$)(?!\.$)", found.what)
        assert found.sentence == f"Effect: {found.degree}. {found.what}"
        assert (found.degree == "later") == (4 in item.changes.values())
        assert re.search(r"score \d\S* to \d", modelled(MODEL, item))
        if "less exposed" in found.what:
            assert (found.degree == "much") == (fall >= MUCH_LESS_EXPOSED - 1e-9)
            assert (found.degree == "little") == (fall < LESS_EXPOSED - 1e-9)


@pytest.mark.parametrize("rung", range(4))
def test_every_move_links_to_its_page(rung):
    """A move of the way up shows what to do, and what would rise as a link."""
    answers = everywhere(rung)
    result = score(MODEL, answers)
    way = way_up.find(MODEL, answers, result, advised(answers))
    drawn = str(html(way_up_list.draw(MODEL, result, way, editable=False, root="../")))

    assert way.moves
    for move in way.moves:
        assert f'href="../practices/{move.unit}/"' in drawn
        assert f"From {move.was} to {move.will}: " in drawn
