"""What moved, what got worse first and which unit differs: the cases, and the laws of comparing."""

from dataclasses import replace
from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.case_files import cases
from tests.support.ours import our_guide
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable
from widgets.core.comparing.comparison import common, compare
from widgets.core.comparing.falls import Fall, falls
from widgets.core.comparing.units import across, roll_up

MODEL = our_guide().model
STATES = st.one_of(st.integers(0, 4), st.just(UNKNOWN), st.just(NotApplicable("no")))
SOME = st.lists(st.sampled_from([*MODEL.practice]), max_size=24, unique=True)


@st.composite
def answered(draw):
    """Answers to some practices and some quick questions."""
    practices = {id: draw(STATES) for id in draw(SOME)}
    quick = draw(
        st.dictionaries(st.sampled_from([*MODEL.dimension]), st.integers(0, 4), max_size=8)
    )
    return Answers(practices, quick)


def answers(data):
    """The answers of a case."""
    states = {
        id: NotApplicable(state["na"]) if isinstance(state, dict) else state
        for id, state in data.get("answers", {}).items()
    }
    return Answers(states, data.get("quick", {}))


def near(expected, found) -> bool:
    """Whether both are none, or equal within rounding."""
    if expected is None or found is None:
        return expected is found
    return isclose(expected, found, abs_tol=1e-6)


@pytest.mark.parametrize("case", [c for c in cases("compare") if "expect" in c.values[0]])
def test_moves(case):
    """Each pair moved as was worked out by hand."""
    expected = case["expect"]
    found = compare(MODEL, answers(case["before"]), answers(case["after"]))

    assert near(expected["change"], found.change)
    assert expected["level"] == found.level_change
    assert expected["common"] == found.common
    for id, (change, level, clear, why) in expected.get("dimensions", {}).items():
        move = found.dimensions[id]
        assert near(change, move.change)
        assert (level, clear, why) == (move.level_change, move.clear, move.why_not)
    for id, why in expected.get("practices", {}).items():
        assert why == found.practices[id].why_not
    for way in ("risen", "fallen"):
        moved = [id for move in found.dimensions.values() for id in getattr(move, way)]
        assert expected.get(way, moved) == moved


@pytest.mark.parametrize("case", [c for c in cases("compare") if "falls" in c.values[0]])
def test_falls(case):
    """Each row fell as was worked out by hand."""
    row = [Answers(states) for states in case["row"]]

    assert tuple(Fall(*fall) for fall in case["falls"]) == falls(MODEL, row)


@pytest.mark.parametrize("case", cases("across"))
def test_across(case):
    """Each figure says of the units what was worked out by hand."""
    found = across(case["values"])

    assert (case["worst"], tuple(case["worst_in"])) == (found.worst, found.worst_in)
    assert near(case["spread"], found.spread)
    assert case["differs"] == found.differs


@settings(max_examples=60, deadline=None)
@given(answered())
def test_nothing_moves_beside_itself(one):
    """Compared with itself, an assessment has not moved, and every target stands as it stood."""
    found = compare(MODEL, one, one)

    assert found.change in (None, 0.0)
    assert found.level_change in (None, 0)
    assert not falls(MODEL, [one, one, one])
    for move in found.dimensions.values():
        assert move.change in (None, 0.0) and not move.clear and not move.risen + move.fallen
    assert all(target.before == target.after for target in found.targets.values())
    assert not any(found.exposure.values())


@settings(max_examples=60, deadline=None)
@given(answered(), answered())
def test_turned_round(one, other):
    """Turned round, every movement is its opposite, and what cannot be compared still cannot."""
    there, back = compare(MODEL, one, other), compare(MODEL, other, one)

    assert near(there.change, None if back.change is None else -back.change)
    for id, move in there.dimensions.items():
        turned = back.dimensions[id]
        assert (move.risen, move.fallen) == (turned.fallen, turned.risen)
        assert move.clear == turned.clear
        assert near(move.change, None if turned.change is None else -turned.change)
        assert bool(move.why_not) == bool(turned.why_not) == (move.change is None)
    for id, move in there.practices.items():
        assert (move.steps is None) == (back.practices[id].steps is None)
        assert (move.steps or 0) == -(back.practices[id].steps or 0)


@settings(max_examples=60, deadline=None)
@given(answered(), answered(), st.randoms())
def test_order_never_matters(one, other, random):
    """In whatever order practices were answered, the comparison is the same."""

    def shuffled(a):
        states, quick = list(a.practices.items()), list(a.quick.items())
        random.shuffle(states)
        random.shuffle(quick)
        return replace(a, practices=dict(states), quick=dict(quick))

    assert compare(MODEL, one, other) == compare(MODEL, shuffled(one), shuffled(other))


@settings(max_examples=60, deadline=None)
@given(answered(), answered())
def test_only_what_both_have_moves(one, other):
    """Movement rests on what both answered, and on nothing else."""
    whole, cut = compare(MODEL, one, other), compare(MODEL, *common(MODEL, one, other))

    assert whole.change == cut.change
    assert whole.exposure == cut.exposure
    for id, move in whole.dimensions.items():
        assert (move.change, move.risen) == (cut.dimensions[id].change, cut.dimensions[id].risen)


@settings(max_examples=40, deadline=None)
@given(st.lists(answered(), min_size=1, max_size=5), st.randoms())
def test_the_order_of_units_never_matters(units, random):
    """Worst, spread and the one that differs are the same units in whatever order they stand."""
    places = list(range(len(units)))
    random.shuffle(places)
    found, other = roll_up(MODEL, units), roll_up(MODEL, [units[place] for place in places])

    for id, one in found.dimensions.items():
        turned = other.dimensions[id]
        assert (one.worst, one.spread, one.n) == (turned.worst, turned.spread, turned.n)
        assert set(one.worst_in) == {places[place] for place in turned.worst_in}
        assert one.differs == (None if turned.differs is None else places[turned.differs])
