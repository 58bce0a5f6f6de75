"""What a question in place says beneath itself once it is answered."""

import pytest

from widgets.core.advising.advice import advise
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable
from widgets.core.drawing.html import html
from widgets.core.model.lasting import lasting
from widgets.core.page.frame import WidgetError
from widgets.core.page.view import Place
from widgets.core.scoring.score import score
from widgets.questions import after
from widgets.questions.widget import view

STATES = (0, 1, 2, 3, 4, UNKNOWN, NotApplicable("Too early."))


def beneath(model, options, answers, id):
    """The text beneath the question about `id`."""
    return str(html(view(Place(model, "../", options), answers).regions[f"after-{id}"]))


def text(words):
    """`words` as they stand in HTML."""
    return str(html([words]))


def test_every_answer_about_a_practice_has_a_next_step(model):
    """Whatever is said: a step, how far the dimension is answered, and the way to the result."""
    for practice in model.practices():
        home = model.home[practice.id]
        for state in STATES:
            answers = Answers(practices={practice.id: state})
            said = beneath(model, {"practice": practice.id}, answers, practice.id)
            assert text(f"{home.name}: 1 of {len(home.practices)} answered. ") in said
            assert 'href="../assessment/#result"' in said
            assert said.startswith("<p><strong>")
            assert not any(text(rung.text) in said for rung in practice.ladder)


@pytest.mark.parametrize("rung", [0, 1, 2])
def test_the_first_step_is_that_of_the_advice(model, rung):
    """A low answer is told what the advice would begin with; without advice, the practice says."""
    for practice in model.practices():
        alone = Answers(practices={practice.id: rung})
        advised = [one.first_step for one in advise(model, alone, score(model, alone))]
        said = beneath(model, {"practice": practice.id}, alone, practice.id)
        assert text([*advised, practice.first_step][0]) in said
        assert f"{after.FIRST} " in said


@pytest.mark.parametrize("rung", [3, 4])
def test_what_runs_is_to_be_kept(model, rung):
    """High answers, of practices and of quick questions, ask for nothing new."""
    dimension = model.dimensions[0]
    practice = dimension.practices[0]
    answers = Answers(practices={practice.id: rung}, quick={model.dimensions[1].id: rung})
    for options, id in (
        ({"practice": practice.id}, practice.id),
        ({"quick": model.dimensions[1].id}, model.dimensions[1].id),
    ):
        said = beneath(model, options, answers, id)
        assert after.FIRST not in said
        assert f"{after.KEEP} " in said
        assert text(f"write down {lasting(model, id).write_down}. So that it survives") in said


def test_a_quick_answer_says_its_level_and_the_scan(model):
    """Alone it counts: the level by its name, and how far the scan is answered."""
    dimension = model.dimensions[4]
    said = beneath(model, {"quick": dimension.id}, Answers(quick={dimension.id: 1}), dimension.id)

    assert f"Here you stand at 1 {model.levels[1].name}. Quick scan: 1 of 8 answered. " in said
    assert 'href="../quick-scan/#result"' in said


def test_practices_overrule_a_quick_answer_in_place(model):
    """Once a practice has a state the page says there that the quick answer enters no figure."""
    dimension = model.dimensions[4]
    practices = {dimension.practices[0].id: UNKNOWN}
    for quick in ({}, {dimension.id: 2}):
        answers = Answers(practices=practices, quick=quick)
        said = beneath(model, {"quick": dimension.id}, answers, dimension.id)
        count = len(dimension.practices)
        assert f"You answered 1 practice of {count} here: it counts, and this quick answer" in said
        assert 'href="../assessment/#result"' in said


def test_a_failure_says_how_open_it_is(model):
    """On the page of a failure each answer says the exposure to it, and how much it rests on."""
    factor, guarding = next((f, ids) for f, ids in model.guarding.items() if len(ids) > 1)
    answers = Answers(practices={guarding[0]: 1, guarding[1]: UNKNOWN})
    said = beneath(model, {"factor": factor}, answers, guarding[1])

    assert f"Exposure to this failure: 75 of 100, 2 of {len(guarding)} answered. " in said


def test_one_thing_at_a_time(model):
    """Two options, or none, are refused with a list of what there is; so is what does not exist."""
    practice = model.dimensions[0].practices[0].id
    both = {"practice": practice, "quick": model.dimensions[0].id}
    for options in ({}, both):
        with pytest.raises(WidgetError, match="takes one of dimension, factor, practices"):
            view(Place(model, "../", options), Answers())
    with pytest.raises(WidgetError, match="there is no quick “nobody”"):
        view(Place(model, "../", {"quick": "nobody"}), Answers())
