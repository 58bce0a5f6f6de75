"""How the rules read a question's words."""

import pytest

from build_tools import ROOT
from build_tools.reading import question_rules
from build_tools.reading.folder import ModelFolder
from build_tools.reading.question_rules import joins, likeness


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
