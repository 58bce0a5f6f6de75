"""Advice: cases on disk, and the laws of the engine."""

from itertools import pairwise
from math import fsum, isclose

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools import ROOT
from tests.support.case_files import cases
from tests.support.given.advised import (
    DIMENSIONS,
    MODEL,
    PRACTICES,
    RULES,
    advised,
    answers_of,
    everywhere,
    fires,
    silencer,
)
from widgets.core.advising.advice import STEP, advise, raised, what_if
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable
from widgets.core.model.maturity import EFFORTS
from widgets.core.scoring.score import score


@pytest.mark.parametrize("case", cases("advice"))
def test_case(case):
    """Each case gives the recommendations that it names; its silencer takes its rule away."""
    answers = answers_of(case)
    found = {recommendation.advice.id: recommendation for recommendation in advised(answers)}
    expected = case["expect"]

    if "only" in expected:
        assert expected["only"] == list(found)
    if "first" in expected:
        assert expected["first"] == list(found)[: len(expected["first"])]
    assert [] == [id for id in expected.get("among", []) if id not in found]
    assert [] == [id for id in expected.get("not", []) if id in found]
    for id, changes in expected.get("changes", {}).items():
        assert changes == {**found[id].changes, **found[id].quick_changes}
    for id, level in expected.get("level", {}).items():
        assert level == list(found[id].level)
    for id, names in expected.get("because", {}).items():
        assert names == [because.id for because in found[id].because]
    if "silenced_by" in case:
        assert list(case["silenced_by"].items()) == [silencer(expected["among"][0], answers)]


@pytest.mark.parametrize("rung", [0, 1])
@pytest.mark.parametrize("id", PRACTICES)
def test_every_low_practice_is_raised(id, rung):
    """One practice at 0 or 1 among others at 4 is what the advice is about."""
    found = advised(everywhere(4, **{id: rung}))

    assert found
    assert {id: 2} == found[0].changes
    assert (id, rung) in [(because.id, because.rung) for because in found[0].because]


@pytest.mark.parametrize("rung", [0, 1, 2])
@pytest.mark.parametrize("id", DIMENSIONS)
def test_every_low_quick_answer_is_raised(id, rung):
    """A quick scan gets advice as well, marked rough."""
    found = advised(Answers({}, {**dict.fromkeys(DIMENSIONS, 4), id: rung}))

    assert [{id: max(2, rung + 1)}] == [recommendation.quick_changes for recommendation in found]
    assert all(recommendation.rough for recommendation in found)


def test_worked_organisations_differ():
    """Different answers give different advice."""
    found = set()
    files = sorted((ROOT / "docs/model/examples").glob("*.yaml"))
    for path in files:
        example = yaml.safe_load(path.read_text(encoding="utf-8"))
        found.add(tuple(r.advice.id for r in advised(answers_of(example))[:3]))

    assert len(files) == len(found)


STATE = st.one_of(
    st.integers(0, 4),
    st.integers(0, 4),
    st.just(UNKNOWN),
    st.just(NotApplicable("no such customer")),
    st.none(),
)
QUICK = st.one_of(st.integers(0, 4), st.just(UNKNOWN), st.none())


@st.composite
def any_answers(draw):
    """Answers to the published model; whole dimensions are left to their quick answer."""
    states = draw(st.lists(STATE, min_size=len(PRACTICES), max_size=len(PRACTICES)))
    blank = draw(st.sets(st.sampled_from(DIMENSIONS)))
    quick = draw(st.lists(QUICK, min_size=8, max_size=8))
    return Answers(
        {
            id: state
            for id, state in zip(PRACTICES, states, strict=True)
            if state is not None and MODEL.home[id].id not in blank
        },
        {id: s for id, s in zip(DIMENSIONS, quick, strict=True) if s is not None},
    )


@settings(max_examples=150, deadline=None)
@given(any_answers())
def test_recommends_only_what_can_rise(answers):
    """Nothing at 4, unknown, blank or marked `na` is recommended, nor anything already there."""
    for found in advised(answers):
        assert found.changes or found.quick_changes
        for id, rung in found.changes.items():
            assert isinstance(answers.practices[id], int)
            assert answers.practices[id] < rung <= min(4, answers.practices[id] + STEP)
        for id, rung in found.quick_changes.items():
            assert not any(p.id in answers.practices for p in MODEL.dimension[id].practices)
            assert answers.quick[id] < rung <= min(4, answers.quick[id] + STEP)
        for because in found.because:
            kept = answers.practices if because.kind == "practice" else answers.quick
            assert because.rung == kept[because.id]
        steps = {MODEL.practice[id].first_step for id in found.changes}
        steps |= {p.first_step for id in found.quick_changes for p in MODEL.dimension[id].practices}
        assert found.first_step in steps | {found.advice.first_step}


@settings(max_examples=100, deadline=None)
@given(any_answers())
def test_what_if_equals_scoring_again(answers):
    """What a recommendation says it changes is what scoring the changed answers gives."""
    before = score(MODEL, answers)
    for found in advise(MODEL, answers, before)[:6]:
        practices = {**answers.practices, **found.changes}
        after = score(MODEL, Answers(practices, {**answers.quick, **found.quick_changes}))

        assert after == what_if(MODEL, answers, {**found.changes, **found.quick_changes})
        assert (before.level, after.level) == found.level
        assert (before.capped_by, after.capped_by) == found.capped_by
        assert before.score == found.score[0] and isclose(after.score, found.score[1])
        for id, exposure in after.exposure.items():
            was, now = found.exposure.get(id, (before.exposure[id].value,) * 2)
            assert (was, now) == (before.exposure[id].value, exposure.value)


@settings(max_examples=100, deadline=None)
@given(any_answers())
def test_following_it_silences_it(answers):
    """Once it is done, it is not recommended again."""
    for found in advised(answers)[:6]:
        after = raised(MODEL, answers, found.advice.raises)

        assert not fires(found.advice, after)


def worth(found):
    """What the order is decided by, best first, as the documentation says it."""
    falls = fsum(was - now for was, now in found.exposure.values())
    return (
        found.level[0] - found.level[1],
        -len(set(found.capped_by[0]) - set(found.capped_by[1])),
        -round(falls, 9),
        -round(found.score[1] - found.score[0], 9),
        list(EFFORTS).index(found.advice.effort),
        list(RULES).index(found.advice.id),
    )


@settings(max_examples=100, deadline=None)
@given(any_answers())
def test_order(answers):
    """What changes most comes first; what it needs comes before it; the file's order is nothing."""
    found = advised(answers)
    backwards = Answers(
        dict(reversed(answers.practices.items())), dict(reversed(answers.quick.items()))
    )
    place = {recommendation.advice.id: n for n, recommendation in enumerate(found)}
    awaited = {id for recommendation in found for id in recommendation.waits_for}

    assert [r.advice.id for r in advised(backwards)] == [r.advice.id for r in found]
    for recommendation in found:
        assert all(place[id] < place[recommendation.advice.id] for id in recommendation.waits_for)
    for one, after in pairwise(found):
        assert one.advice.id in awaited or worth(one) < worth(after)


@settings(max_examples=60, deadline=None)
@given(any_answers())
def test_no_two_ask_for_the_same(answers):
    """A rule that raises no other answer than an earlier one is named as covered by it, once."""
    found = advised(answers)
    shown = [r.advice.id for r in found]
    covered = [id for r in found for id in r.covers]
    asked = [(frozenset(r.changes), frozenset(r.quick_changes)) for r in found]

    assert len(set(shown + covered)) == len(shown + covered)
    assert len(set(asked)) == len(asked)
    assert {id for id, rule in RULES.items() if fires(rule, answers)} == set(shown + covered)


@settings(max_examples=100, deadline=None)
@given(any_answers(), st.dictionaries(st.sampled_from(PRACTICES + DIMENSIONS), st.integers(1, 4)))
def test_what_if_touches_nothing(answers, raises):
    """Any what-if leaves the answers as they are, and lowers neither level nor score."""
    kept = Answers(dict(answers.practices), dict(answers.quick))
    before, after = score(MODEL, answers), what_if(MODEL, answers, raises)

    assert kept == answers
    assert (before.level or 0) <= (after.level or 0)
    assert (before.score or 0) <= (after.score or 0) + 1e-9


def test_what_if_refuses_a_foreign_id():
    """An id that the model lacks is a mistake of the caller."""
    with pytest.raises(KeyError):
        what_if(MODEL, Answers(), {"no-such-practice": 2})
