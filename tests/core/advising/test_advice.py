"""Advice: cases on disk, every rule fired and silenced by search, and the laws of the engine."""

import json
from dataclasses import replace
from functools import cache
from itertools import pairwise, product
from math import fsum, isclose

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools import ROOT
from build_tools.site.publish import model_json
from tests.support.case_files import cases
from tests.support.ours import our_guide
from widgets.core.advising.advice import advise, raised, what_if
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable
from widgets.core.keeping.opening import read
from widgets.core.model.advice_conditions import AllOf, AnyOf, ExposureIs, LevelIs, QuickIs, RungIs
from widgets.core.model.maturity import EFFORTS
from widgets.core.model.maturity_json import as_json, from_json
from widgets.core.scoring.score import score

MODEL = our_guide().model
RULES = {rule.id: rule for rule in MODEL.advice}
PRACTICES = [practice.id for practice in MODEL.practices()]
DIMENSIONS = [dimension.id for dimension in MODEL.dimensions]


def advised(answers, model=MODEL):
    """The recommendations for `answers`."""
    return advise(model, answers, score(model, answers))


def everywhere(rung, **others):
    """Every practice at `rung`, but for `others`."""
    return Answers({**dict.fromkeys(PRACTICES, rung), **others})


# Cases


def answers_of(case):
    """The answers of a case: `all` and `all_quick` fill what it does not name."""
    practices = dict.fromkeys(PRACTICES, case["all"]) if "all" in case else {}
    quick = dict.fromkeys(DIMENSIONS, case["all_quick"]) if "all_quick" in case else {}
    file = {
        "format": 1,
        "model": {"id": MODEL.id, "version": MODEL.version},
        "answers": {**practices, **case.get("answers", {})},
        "quick": {**quick, **case.get("quick", {})},
    }
    return read(json.dumps(file), MODEL)


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


# Every rule fires, and one change silences it


def subjects(condition):
    """Ids of the practices and dimensions on which `condition` depends most."""
    if isinstance(condition, AllOf | AnyOf):
        parts = condition.all if isinstance(condition, AllOf) else condition.any
        return list(dict.fromkeys(id for part in parts for id in subjects(part)))
    if isinstance(condition, RungIs):
        return [condition.practice]
    if isinstance(condition, ExposureIs):
        return list(MODEL.guarding[condition.factor])
    return [condition.quick if isinstance(condition, QuickIs) else condition.dimension]


def fires(rule, answers):
    """Whether `rule` alone would be recommended for `answers`."""
    return bool(advised(answers, replace(MODEL, advice=(rule,))))


def candidates(rule):
    """Answers in which all practices are equal, but for what the rule tests; high rungs first."""
    names = subjects(rule.when)
    practices = [id for id in names if id in MODEL.practice]
    dimensions = [id for id in names if id in MODEL.dimension and id in rule.raises]
    for rung, id in product((4, 3, 2, 1, 0), [] if practices else dimensions):
        low = {practice.id: rung for practice in MODEL.dimension[id].practices}
        yield everywhere(4, **low)
    for rung, *rungs in product((4, 3, 2, 1, 0), repeat=len(practices) + 1):
        yield everywhere(rung, **dict(zip(practices, rungs, strict=True)))


@cache
def witness(id):
    """The first answers found for which a rule is recommended."""
    for found in candidates(RULES[id]):
        if fires(RULES[id], found) and id in [r.advice.id for r in advised(found)]:
            return found
    raise AssertionError(f"no answers found that fire {id}")


def single_changes(answers):
    """Every way to change one answer, with how far it goes; rungs before other states."""
    for id, state in answers.practices.items():
        for rung in range(5):
            if rung != state:
                far = abs(rung - state) if isinstance(state, int) else 5
                yield far, id, rung
        for other in (UNKNOWN, NotApplicable("no such customer")):
            if other != state and (other == UNKNOWN or MODEL.practice[id].scope):
                yield 5, id, other
    for id, state in answers.quick.items():
        for rung in range(5):
            if isinstance(state, int) and rung != state:
                yield abs(rung - state), id, rung


def changed(answers, id, state):
    """`answers` with one of them changed."""
    if id in MODEL.practice:
        return Answers({**answers.practices, id: state}, answers.quick)
    return Answers(answers.practices, {**answers.quick, id: state})


def silencer(id, answers):
    """The smallest single change that silences a rule: id and new state."""
    ordered = sorted(single_changes(answers), key=lambda change: change[0])
    for _, name, state in ordered:
        if not fires(RULES[id], changed(answers, name, state)):
            return name, state
    raise AssertionError(f"no single change silences {id}")


@pytest.mark.parametrize("id", RULES)
def test_every_rule_fires_and_is_silenced(id):
    """Search finds answers that fire the rule, and the smallest single change that stops it."""
    answers = witness(id)
    name, state = silencer(id, answers)

    assert fires(RULES[id], answers)
    assert isinstance(state, int)
    assert 1 == abs(state - answers.practices[name])


@pytest.mark.parametrize("id", RULES)
def test_every_rule_has_its_case(id):
    """A case on disk names the rule with what silences it, for people to read."""
    named = [p.values[0] for p in cases("advice") if "silenced_by" in p.values[0]]

    assert 1 == len([case for case in named if case["expect"]["among"][0] == id])


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


# Laws

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
    states = draw(st.lists(STATE, min_size=48, max_size=48))
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
            assert answers.practices[id] < rung <= 4
        for id, rung in found.quick_changes.items():
            assert not any(p.id in answers.practices for p in MODEL.dimension[id].practices)
            assert answers.quick[id] < rung <= 4
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

        assert after == what_if(MODEL, answers, found.advice.raises)
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


# The rules as published


def test_published_rules_come_back_unchanged():
    """`model.json` carries the rules whole."""
    data = json.loads(model_json(our_guide()))

    assert MODEL.advice == from_json(data).advice
    assert as_json(from_json(data)) == data


def test_rules_come_in_three_groups():
    """Rules that combine answers stand first, then single practices, then what carries further."""
    depth = [max(rule.raises.values()) for rule in MODEL.advice]
    joined = [isinstance(rule.when, AllOf) or _any_of_all(rule.when) for rule in MODEL.advice[:8]]

    assert sorted(depth) == depth
    assert all(joined)
    assert 25 <= len(MODEL.advice) <= 50


def _any_of_all(condition):
    return isinstance(condition, AnyOf) and all(isinstance(part, AllOf) for part in condition.any)


def test_conditions_test_known_levels():
    """A rule on a level names a dimension, so that quick and full answers both set it off."""
    levels = [rule for rule in MODEL.advice if isinstance(rule.when, LevelIs)]

    for rule in levels:
        assert rule.when.dimension in rule.raises
