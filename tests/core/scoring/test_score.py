"""The scoring engine against hand calculation, the reference implementation and its own laws."""

import json
from dataclasses import asdict, replace
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.reference.scoring import score as reference_score
from tests.support.case_files import cases
from tests.support.given.scored import KEYS, same, small_model
from widgets.core.answers.states import Answers, NotApplicable
from widgets.core.importing.opened_file import read
from widgets.core.model.maturity import Model
from widgets.core.model.maturity_json import as_json
from widgets.core.model.measured import NOT_MEASURED, Errors, Measured
from widgets.core.scoring.score import score


def file_of(case: dict, model: Model) -> dict:
    """The answers file of a case."""
    parts = {part: case[part] for part in ("quick", "answers") if part in case}
    return {"format": 1, "model": {"id": model.id, "version": model.version}, **parts}


def scored(model: Model, file: dict) -> dict:
    """The engine's result for an answers file, as the command prints it."""
    return asdict(score(model, read(json.dumps(file), model)))


@pytest.mark.parametrize("case", cases("score"))
def test_case(case, model):
    """Each case gives what was worked out by hand."""
    result = scored(model, file_of(case, model))

    for key, expected in case["expect"].items():
        assert same(expected, result[key]), (key, expected, result[key])
    if "shortest_way_up" in case["expect"] and result["shortest_way_up"]:
        assert case["expect"]["shortest_way_up"] == {
            key: result["shortest_way_up"][key] for key in case["expect"]["shortest_way_up"]
        }


@pytest.mark.parametrize("case", cases("score"))
def test_case_agrees_with_reference(case, model):
    """The reference gives every figure of every case the same."""
    file = file_of(case, model)
    expected, actual = reference_score(as_json(model), file), scored(model, file)

    for key in KEYS:
        assert same(expected[key], actual[key]), (key, expected[key], actual[key])


@st.composite
def models(draw, most: int = 4) -> Model:
    """Small models with at least one dimension."""
    shape = draw(st.lists(st.tuples(st.booleans(), st.integers(0, most)), min_size=1, max_size=4))
    ids = [f"d{d}p{p}" for d, (_, count) in enumerate(shape) for p in range(count)]
    guards = {id: draw(st.sets(st.sampled_from(("fa", "fb")))) for id in ids}
    return small_model(shape, {id: sorted(factors) for id, factors in guards.items()})


RUNG = st.integers(0, 4)
STATE = st.one_of(RUNG, RUNG, st.just("unknown"), st.just({"na": "no such customer"}), st.none())


@st.composite
def filled(draw, quick: bool = True) -> tuple[Model, dict]:
    """A small model and an answers file for it."""
    model = draw(models())
    answers = {p.id: draw(STATE) for p in model.practices()}
    file = {"format": 1, "model": {"id": model.id, "version": model.version}, "answers": answers}
    if quick:
        state = st.one_of(RUNG, st.just("unknown"), st.none())
        file["quick"] = {d.id: draw(state) for d in model.dimensions}
    return model, file


@settings(max_examples=400, deadline=None)
@given(filled())
def test_agrees_with_reference(case):
    """Any answers to any small model give what the reference gives."""
    model, file = case
    expected, actual = reference_score(as_json(model), file), scored(model, file)

    for key in KEYS:
        assert same(expected[key], actual[key]), (key, expected[key], actual[key])


ANY = [0, 1, 2, 3, 4, 0, 1, 2, 3, 4, "unknown", None]
AWAY = {"na": "no such customer"}
ERRORS = [NOT_MEASURED, Measured(8, Errors(0.6, 1.2), Errors(0.5, None))]


def drawn_model(dice: Random) -> Model:
    """A small model of up to four dimensions with up to five practices each."""
    shape = [(dice.random() < 0.5, dice.randint(0, 5)) for _ in range(dice.randint(1, 4))]
    ids = [f"d{d}p{p}" for d, (_, count) in enumerate(shape) for p in range(count)]
    guards = {id: dice.sample(("fa", "fb"), dice.randint(0, 2)) for id in ids}
    return replace(small_model(shape, guards), measured=dice.choice(ERRORS))


@pytest.mark.slow
def test_agrees_with_reference_on_2000_answer_sets(model):
    """Every figure of 1,900 sets for drawn models and of 100 for the published is the same.

    Slow by nature: the reference counts with fractions and tries every step of a way up.
    """
    dice = Random(13)
    models = [model, *(drawn_model(dice) for _ in range(19))]
    published = [as_json(one) for one in models]
    for n in range(2_000):
        one = models[n % len(models)]
        states = {p.id: dice.choice([*ANY, AWAY] if p.scope else ANY) for p in one.practices()}
        quick = {d.id: dice.choice([*range(5), "unknown", None]) for d in one.dimensions}
        blank = {p.id for d in one.dimensions if dice.random() < 0.3 for p in d.practices}
        answers = {id: None if id in blank else state for id, state in states.items()}
        file = file_of({"quick": quick, "answers": answers}, one)
        expected, actual = reference_score(published[n % len(models)], file), scored(one, file)

        assert [key for key in KEYS if not same(expected[key], actual[key])] == [], (n, file)


def within(range_, value) -> bool:
    """Whether `value` lies in `range_`; nothing lies in no range."""
    if value is None:
        return True
    return range_ is not None and range_[0] - 1e-9 <= value <= range_[1] + 1e-9


@settings(max_examples=200, deadline=None)
@given(filled(quick=False), st.data())
def test_range_contains_every_completion(case, data):
    """Answering what is open gives a score and a level inside the ranges before; they narrow."""
    model, file = case
    before = scored(model, file)
    complete = {
        id: data.draw(RUNG, label=id) if state in (None, "unknown") else state
        for id, state in file["answers"].items()
    }
    after = scored(model, {**file, "answers": complete})

    assert within(before["score_range"], after["score"])
    assert within(before["level_range"], after["level"])
    for id, dimension in after["dimensions"].items():
        assert within(before["dimensions"][id]["range"], dimension["score"])
        assert within(before["dimensions"][id]["level_range"], dimension["level"])
    for id, exposure in after["exposure"].items():
        assert within(before["exposure"][id]["range"], exposure["value"])


@settings(max_examples=200, deadline=None)
@given(filled(quick=False), st.data())
def test_more_answers_never_widen(case, data):
    """One more rung in an open place keeps every range inside the one before."""
    model, file = case
    open_ = [id for id, state in file["answers"].items() if state in (None, "unknown")]
    assume(open_)
    id = data.draw(st.sampled_from(open_))
    before = scored(model, file)
    after = scored(
        model, {**file, "answers": {**file["answers"], id: data.draw(RUNG, label="rung")}}
    )

    for key in ("score_range", "level_range"):
        assert all(within(before[key], end) for end in after[key])


@settings(max_examples=200, deadline=None)
@given(filled(quick=False), st.data())
def test_unknown_keeps_the_old_score_inside(case, data):
    """Replacing an answer by "unknown" keeps the old score inside the new range."""
    model, file = case
    known = [id for id, state in file["answers"].items() if isinstance(state, int)]
    assume(known)
    id = data.draw(st.sampled_from(known))
    before = scored(model, file)
    after = scored(model, {**file, "answers": {**file["answers"], id: "unknown"}})
    dimension = model.home[id].id

    assert within(after["dimensions"][dimension]["range"], before["dimensions"][dimension]["score"])
    if all(
        d["known"] == d["applicable"] and d["applicable"] for d in before["dimensions"].values()
    ):
        assert within(after["score_range"], before["score"])


@settings(max_examples=200, deadline=None)
@given(filled(quick=False), st.data())
def test_raising_a_rung_never_lowers(case, data):
    """A higher rung never lowers a score, a level or an end of a range, nor raises an exposure."""
    model, file = case
    low = [id for id, s in file["answers"].items() if isinstance(s, int) and s < 4]
    assume(low)
    id = data.draw(st.sampled_from(low))
    raised = {**file["answers"], id: file["answers"][id] + 1}
    before, after = scored(model, file), scored(model, {**file, "answers": raised})

    assert after["score"] >= before["score"] - 1e-9
    assert after["level"] >= before["level"]
    for key in ("score_range", "level_range"):
        assert all(b <= a + 1e-9 for b, a in zip(before[key], after[key], strict=True))
    for factor, exposure in before["exposure"].items():
        if exposure["value"] is not None:
            assert after["exposure"][factor]["value"] <= exposure["value"] + 1e-9


@settings(max_examples=100, deadline=None)
@given(filled())
def test_order_never_matters(case):
    """The order in which answers stand in the file changes nothing."""
    model, file = case
    backwards = {
        **file,
        "answers": dict(reversed(file["answers"].items())),
        "quick": dict(reversed(file["quick"].items())),
    }

    assert scored(model, file) == scored(model, backwards)


def without(model: Model, away: set[str]) -> Model:
    """The model without some practices, and without the dimensions that they leave empty."""
    kept = [(d, tuple(p for p in d.practices if p.id not in away)) for d in model.dimensions]
    left = [replace(d, practices=here) for d, here in kept if here or not d.practices]
    return replace(model, dimensions=tuple(left))


@settings(max_examples=200, deadline=None)
@given(filled(quick=False))
def test_not_applicable_leaves_the_denominator(case):
    """A practice that does not apply counts as if the model did not have it.

    A dimension of which nothing applies counts as if the model did not have that.
    """
    model, file = case
    answers = {id: s for id, s in file["answers"].items() if s is not None}
    away = {id for id, state in answers.items() if isinstance(state, dict)}
    smaller = without(model, away)
    left = {id: state for id, state in answers.items() if id not in away}
    result = scored(model, {**file, "answers": answers})
    expected = scored(smaller, {**file, "answers": left})

    for key in set(KEYS) - {"dimensions"}:
        assert same(expected[key], result[key]), key
    for id, dimension in expected["dimensions"].items():
        for key in ("score", "range", "level", "level_range", "known", "applicable"):
            assert same(dimension[key], result["dimensions"][id][key]), (id, key)


@settings(max_examples=150, deadline=None)
@given(filled())
def test_way_up_is_real(case):
    """The shortest way up reaches its level, with as many steps as it says."""
    model, file = case
    answers = read(json.dumps(file), model)
    climb = score(model, answers).shortest_way_up
    assume(climb is not None)
    practices, quick = dict(answers.practices), dict(answers.quick)
    steps = sum(rung - practices[id] for id, rung in climb.changes.items())
    steps += sum(rung - quick[id] for id, rung in climb.quick_changes.items())
    climbed = score(
        model, Answers({**practices, **climb.changes}, {**quick, **climb.quick_changes})
    )

    assert climb.steps == steps
    assert climbed.level is not None
    assert climbed.level >= climb.to_level
    assert not any(isinstance(practices.get(id), NotApplicable) for id in climb.changes)
