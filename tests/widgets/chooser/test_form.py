"""The chooser's form: what it asks, in which order, and what stands beside a question."""

import re

import pytest

from tests.support.case_files import cases
from widgets.chooser import form_regions
from widgets.chooser.form import TODAY, asked, form
from widgets.chooser.questions import have, today
from widgets.core.answers.states import ANSWERS, Answers
from widgets.core.choosing.outcome import outcome_of
from widgets.core.drawing.html import html
from widgets.core.page.scale import beside, scale
from widgets.core.page.view import Place
from widgets.core.questionnaire.proposals import had
from widgets.core.structures.structures import NO_FORM


def test_every_question_is_asked_once(model, structures):
    """Parts come in order, each question has one place, and today's form opens its part."""
    parts = asked(structures)
    drawn = html(form(Place(model, "../", {}), structures, _Regions()))

    assert ["customers", "work", "firm", TODAY] == list(parts)
    assert TODAY == parts[TODAY][0]
    order = [id for ids in parts.values() for id in ids]
    assert order == re.findall(r'<fieldset class="[^"]*" id="q-([^"]+)"', drawn)[:-1]
    assert sorted(order) == sorted([*structures.question, TODAY])
    assert [f"{n} of {len(order)}" for n in range(1, len(order) + 1)] == re.findall(
        r"kam-question__number\">(\d+ of \d+)", drawn
    )


def test_each_step_has_its_words(structures):
    """A scale is a group of six radio buttons, each named by its own words."""
    for question in structures.questions:
        drawn = html(scale(question, "1 of 23", None))
        labels = re.findall(r"<label.*?</label>", drawn)
        values = [re.search(r'value="([^"]+)"', label)[1] for label in labels]

        assert [*map(str, ANSWERS), "unknown"] == values
        for step, label in zip(ANSWERS, labels, strict=False):
            assert html(question.words(step)) in label
        assert {f"choose.answers.{question.id}"} == set(re.findall(r'name="([^"]+)"', drawn))
        assert f'aria-describedby="u-{question.id}"' in labels[-1]
        assert html(question.unknown) in drawn.partition(f'id="u-{question.id}"')[2]


def test_todays_form_is_told_by_what_one_sees(structures):
    """Every line that can be seen is a choice, none names its form, and "none of these" is last."""
    drawn = html(today(structures, "21 of 23"))
    seen = [one for one in structures.options if one.seen]

    assert [*(one.id for one in seen), NO_FORM] == re.findall(r'value="([^"]+)"', drawn)
    assert all(html(one.seen) in drawn for one in seen)
    assert [one.name for one in seen if f">{one.name}<" in drawn] == []


def test_companions_are_ticked_by_what_one_sees(structures):
    """Each companion has a box with its `have_as`."""
    drawn = html(have(structures, {}))

    ids = [one.id for one in structures.add_ons]
    assert [f"choose.have.{id}" for id in ids] == re.findall(r'name="([^"]+)"', drawn)
    assert all(html(one.have_as) in drawn for one in structures.add_ons)


@pytest.mark.parametrize("case", cases("choose_beside"))
def test_beside_a_question(model, structures, case):
    """What the assessment or an earlier release says, and whether it counts."""
    answers = Answers(practices=case.get("practices", {}), chooser=case.get("chooser", {}))
    found = outcome_of(model, structures, answers)
    here = answers.chooser.get("answers", ())
    drawn = html(beside(found.counted, structures.question[case["question"]], here))

    assert [line for line in case["says"] if line not in drawn] == []
    assert case.get("counts") == _marked(drawn)
    assert bool(case["says"]) == bool(drawn)


def test_a_companion_that_is_told_counts_once_ticked(model, structures):
    """The assessment's word stands beside an empty box, which counts only once it is ticked."""
    one = next(one for one in structures.add_ons if one.have_from)
    practices = {one.have_from.practice: one.have_from.rung}
    told = Answers(practices=practices, chooser={"answers": {"concentration": 1}})
    ticked = Answers(practices=practices, chooser={**told.chooser, "have": [one.id]})

    def region(answers):
        found = outcome_of(model, structures, answers)
        return found, html(form_regions.had(found, one.id, had(answers, structures)))

    found, words = region(told)
    assert "It does not count until you tick it." in words
    assert found.chooser.have == ()
    assert region(ticked)[1] == ""
    assert region(Answers(chooser=told.chooser))[1] == ""


def _marked(drawn):
    found = re.search(r'data-answer="(-?\d)"', drawn)
    return int(found[1]) if found else None


class _Regions(dict):
    """A region of every name, each empty."""

    def __missing__(self, name):
        return None
