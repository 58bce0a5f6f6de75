"""The structures as data: the published file, what a step says, and what bounds hold."""

import json

import pytest

from tests.support.renderings.links import STRUCTURES
from widgets.core.answers.states import ANSWERS
from widgets.core.structures.structures_json import as_json, from_json, published
from widgets.core.structures.veto_conditions import AnswerIs, EitherOf, parts, veto_condition


def test_the_published_file_gives_back_the_same():
    """What engines read beside their code is what was published; writing it again loses nothing."""
    assert published() == STRUCTURES
    assert from_json(json.loads(json.dumps(as_json(STRUCTURES)))) == STRUCTURES


@pytest.mark.parametrize("question", STRUCTURES.questions, ids=lambda question: question.id)
def test_every_step_has_words(question):
    """From pole to pole each step says something of its own."""
    said = [question.words(step) for step in ANSWERS]

    assert [question.low, question.high] == [said[0], said[-1]]
    assert len(ANSWERS) == len({*said} - {""})


def test_a_release_keeps_its_order():
    """Ids of one kind, as a link counts them; a version that never was has none."""
    now = STRUCTURES.released(STRUCTURES.version, "criterion")

    assert [one.id for one in STRUCTURES.criteria] == [*now]
    with pytest.raises(KeyError):
        STRUCTURES.released("0.0.0", "criterion")


@pytest.mark.parametrize(
    ("bounds", "holding", "beyond"),
    [({"at_least": 1}, [1, 2], 0), ({"at_most": -1}, [-2, -1], 0), ({"at_least": 2}, [2], 1)],
)
def test_bounds(bounds, holding, beyond):
    """Each end belongs to them, and the nearest answer outside is told."""
    found = veto_condition({"criterion": "a", **bounds})

    assert isinstance(found, AnswerIs)
    assert holding == [answer for answer in ANSWERS if found.holds(answer)]
    assert found.beyond == beyond


def test_one_of_several():
    """The tests of which one must hold, each of its own kind; a single one is its own part."""
    several = [
        *({"criterion": "a", "at_least": 1}, {"gate": "not-kam"}),
        *({"gate_test": "b", "answer": "no"}, {"context": "c", "holds": True}),
    ]
    found = veto_condition({"any": several})

    assert isinstance(found, EitherOf)
    assert parts(found) == tuple(veto_condition(one) for one in several)
    assert len({type(one) for one in parts(found)}) == len(several)
    assert [parts(one) for one in parts(found)] == [(one,) for one in parts(found)]
