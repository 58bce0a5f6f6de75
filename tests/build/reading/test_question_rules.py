"""How the rules read a question's words, and how the chooser's questions keep them."""

import re

import pytest

from build_tools import ROOT
from build_tools.reading import question_rules
from build_tools.reading.folder import ModelFolder
from build_tools.reading.question_rules import LEAST_EASE, MOST_WORDS, joins, likeness
from build_tools.text.readability import reading_ease, sentences, word_list


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Each key account has one owner, and the sellers know it.", ["and the sellers know"]),
        ("It still has its line, and was checked.", ["and was"]),
        ("It is there; nobody reads it.", ["; nobody reads"]),
        ("One key account or more has a sponsor and a team.", []),
        ("Half of our key accounts or more have a plan.", []),
        ("Leaders decide to go on, hold or stop.", []),
        ("It is there, it was read and it has aims, but it is old.", ["and it has", "but it is"]),
    ],
)
def test_joins(sentence, found):
    """A clause with a verb of its own is a second fact; a list of nouns is not."""
    assert found == joins(sentence)


def test_likeness():
    """By hand: 3 of 5 different words in common, counted as often as they stand."""
    assert likeness("One plan is there", "No plan is there") == pytest.approx(3 / 5)


def test_rules_see_every_text(model):
    """Every statement and question is measured, with each of its rungs."""
    asked = list(question_rules.questions(ModelFolder(ROOT / "docs" / "model")))
    things = [*model.dimensions, *model.practices()]

    assert len(asked) == sum(1 + len(thing.ladder) for thing in things)


POLE_WORDS, STEP_WORDS = 16, 10
"""Most words of a pole and of a step between: they are read side by side on a small screen."""

COUNTED = ("how many", "several", "last few weeks", "good enough")
"""Hedge words that hedge nothing here: they ask for a count, stand between counted steps or name a
time or a test of the customer's own."""


def test_the_chooser_asks_one_plain_thing_at_a_time(structures):
    """One sentence that ends in a question mark, short, easy, and without a second question."""
    for one in structures.questions:
        assert one.question.endswith("?"), one.id
        assert 1 == len(sentences(one.question)), one.id
        assert len(one.question.split()) <= MOST_WORDS["question"], one.id
        assert reading_ease(one.question) >= LEAST_EASE, one.id
        assert [] == joins(one.question), one.id


def test_the_steps_of_the_chooser_can_be_taken_in_at_a_glance(structures):
    """Five different steps; each short, and no pole adds more than one thing to the first."""
    for one in structures.questions:
        steps = [one.words(step) for step in range(-2, 3)]
        assert 5 == len({step.lower().strip(".") for step in steps}), one.id
        assert all(len(pole.split()) <= POLE_WORDS for pole in (one.low, one.high)), one.id
        assert all(len(step.split()) <= STEP_WORDS for step in one.between), one.id
        assert all(len(joins(pole)) <= 1 for pole in (one.low, one.high)), one.id


def test_the_chooser_hedges_nowhere(structures):
    """No word that two colleagues read in two ways, in a question or in one of its steps."""
    hedges = "|".join(sorted(map(re.escape, word_list("hedges")), key=len, reverse=True))
    hedge = re.compile(rf"(?<![\w-])(?:{hedges})(?![\w-])", re.IGNORECASE)
    counted = re.compile("|".join(COUNTED), re.IGNORECASE)
    for one in structures.questions:
        for text in (one.question, one.low, *one.between, one.high):
            assert [] == hedge.findall(counted.sub("", text)), (one.id, text)
