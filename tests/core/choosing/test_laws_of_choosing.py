"""What must hold for every answer to the chooser, whatever it is (Hypothesis).

Each law stands on the page "How the structure is chosen"; those of the four answers have a module
of their own beside this one.
"""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.support.given.choosing import CRITERIA
from tests.support.given.contexts import COMPLETE, FEW, PARTIAL, SURROUNDINGS
from widgets.core.answers.states import ANSWERS
from widgets.core.choosing import choice as engine
from widgets.core.choosing.points import contest
from widgets.core.choosing.robustness import points_range, possible_first
from widgets.core.questionnaire.chooser import chooser


def choose(structures, criteria, **rest) -> dict:
    """The result as plain data."""
    data = {"criteria": criteria, **rest}
    return engine.as_json(engine.choose(structures, chooser(data, structures)))


def points(structures, criteria, rest) -> dict:
    """Points of every option, from the contributions."""
    result = choose(structures, criteria, **rest)
    return {option: sum(row.values()) for option, row in result["contributions"].items()}


@FEW
@given(COMPLETE, SURROUNDINGS, st.sampled_from(CRITERIA), st.integers(1, 4))
def test_a_higher_answer_never_lowers_where_the_cell_is_positive(structures, all_, rest, id, by):
    """Raising an answer raises nothing less than nothing there."""
    raised = {**all_, id: min(2, all_[id] + by)}
    before, after = points(structures, all_, rest), points(structures, raised, rest)

    for option in structures.options:
        if option.cells[id].fit > 0:
            assert after[option.id] >= before[option.id] - 1e-9


@FEW
@given(COMPLETE, SURROUNDINGS, st.sets(st.sampled_from(CRITERIA), max_size=12))
def test_the_unknown_contains_every_completion(structures, all_, rest, hidden):
    """Points, firsts and vetoes of a completion lie within what the unknowns allow.

    A veto that has to be known away fires before; it may be gone in a completion.
    """
    partial = {id: "unknown" if id in hidden else answer for id, answer in all_.items()}
    field = contest(structures, chooser({"criteria": partial, **rest}, structures))
    ranges = points_range(field)
    result = choose(structures, all_, **rest)
    until_known = {veto.id for veto in structures.vetoes if veto.until_known}

    for option, value in points(structures, all_, rest).items():
        assert ranges[option][0] - 1e-9 <= value <= ranges[option][1] + 1e-9
    if len(hidden) <= 3:
        first = {h["option"] for h in result["home"] if h["points"] == result["home"][0]["points"]}
        assert first <= set(possible_first(field))
    open_ = choose(structures, partial, **rest)
    for option, vetoes in result["vetoed"].items():
        told = {*open_["vetoed"].get(option, ()), *open_["possible_vetoes"].get(option, ())}
        assert set(vetoes) <= told
    for option, vetoes in open_["vetoed"].items():
        assert set(vetoes) - until_known <= set(result["vetoed"].get(option, ()))


@FEW
@given(PARTIAL, SURROUNDINGS)
def test_a_flip_of_an_answer_is_real_and_the_smallest(structures, criteria, rest):
    """Scored again, the first has lost its place; no smaller change of any answer does that."""
    result = choose(structures, criteria, **rest)
    flip = result["flip_answer"]
    known = {id: answer for id, answer in criteria.items() if answer != "unknown"}
    if not known or result["tie"]:
        assert flip is None
        return
    least = abs(flip["to"] - flip["from"]) if flip else 5
    field = contest(structures, chooser({"criteria": criteria, **rest}, structures))

    def still_first(id, answer) -> bool:
        then = field.ranked({**known, id: answer})
        return result["home"][0]["option"] in {o for o, p in then if p == then[0][1]}

    for id, old in known.items():
        for answer in ANSWERS:
            if abs(answer - old) < least:
                assert still_first(id, answer)
    if flip:
        assert flip["from"] == known[flip["criterion"]]
        then = choose(structures, {**criteria, flip["criterion"]: flip["to"]}, **rest)
        assert flip["first"] == then["home"][0]["option"] != result["home"][0]["option"]
        assert not still_first(flip["criterion"], flip["to"])


@FEW
@given(PARTIAL, SURROUNDINGS)
def test_a_flip_of_a_weight_is_real_and_the_nearest(structures, criteria, rest):
    """At the weight found the two are level; nearer weights leave the first in its place."""
    result = choose(structures, criteria, **rest)
    flip = result["flip_weight"]
    assume(flip is not None)
    weights = {id: 12 * rest.get("weights", {}).get(id, 1) for id in CRITERIA}
    total = sum(weights.values())
    scaled = {id: weight / total for id, weight in weights.items()}
    unit = {
        option: {id: part / scaled[id] / 12 if scaled[id] else 0 for id, part in row.items()}
        for option, row in result["contributions"].items()
    }
    names = [home["option"] for home in result["home"]]

    def at(id, weight) -> dict:
        new = {**{k: 12 * v for k, v in scaled.items()}, id: weight}
        return {o: sum(new[k] * part for k, part in unit[o].items()) for o in names}

    level = at(flip["criterion"], flip["to"])
    assert level[names[0]] == pytest.approx(level[flip["first"]], abs=1e-6)
    assert flip["to"] >= 0
    near = 0.999 * abs(flip["to"] - flip["from"])
    for id in CRITERIA:
        for weight in (12 * scaled[id] - near, 12 * scaled[id] + near):
            if weight >= 0:
                then = at(id, weight)
                assert then[names[0]] >= max(then.values()) - 1e-6


@FEW
@given(PARTIAL, SURROUNDINGS)
def test_what_is_vetoed_never_ranks(structures, criteria, rest):
    """Neither vetoed options nor those that are only recognised, nor the add-on."""
    result = choose(structures, criteria, **rest)
    ranked = {home["option"] for home in result["home"]}

    assert not ranked & set(result["vetoed"])
    assert all(structures.option[option].kind == "ranked" for option in ranked)
    assert ranked == set(result["acceptability"])
    assert set(result["possible_first"]) <= {o.id for o in structures.options if o.kind == "ranked"}
    if result["gate"] == "not-kam":
        assert ranked <= {"segment-sales", "part-time-ownership"}
    if ranked:
        assert sum(result["acceptability"].values()) == pytest.approx(1)


@FEW
@given(PARTIAL, SURROUNDINGS, st.sets(st.integers(0, 12)))
def test_what_has_to_be_known_away_closes_while_it_is_open(structures, criteria, rest, places):
    """Whichever vetoes have to be known away: none of them is marked as possible, all close."""
    vetoes = [
        replace(veto, until_known=place in places) for place, veto in enumerate(structures.vetoes)
    ]
    result = choose(replace(structures, vetoes=tuple(vetoes)), criteria, **rest)
    known_away = {veto.id for veto in vetoes if veto.until_known}

    assert not known_away & {id for ids in result["possible_vetoes"].values() for id in ids}
    assert not {home["option"] for home in result["home"]} & set(result["vetoed"])


@FEW
@given(PARTIAL, SURROUNDINGS, st.sampled_from([0.1, 1, 3, 1e-5]))
def test_equal_weights_equal_no_weights(structures, criteria, rest, weight):
    """Twelve equal weights, whatever their size, say nothing."""
    rest = {key: value for key, value in rest.items() if key != "weights"}
    equal = dict.fromkeys(CRITERIA, weight)

    assert choose(structures, criteria, **rest) == choose(
        structures, criteria, weights=equal, **rest
    )


@FEW
@given(PARTIAL, SURROUNDINGS, st.sampled_from([0.1, 3, 1e-5, 250]))
def test_weights_scaled_weigh_the_same(structures, criteria, rest, by):
    """Any weights, all times one number: the same result, to the last bit."""
    given = {id: rest.get("weights", {}).get(id, 1) for id in CRITERIA}
    tenths = {id: Fraction(str(weight)) * Fraction(str(by)) for id, weight in given.items()}
    scaled = {id: float(weight) for id, weight in tenths.items()}
    assume(all(Fraction(str(weight)) == tenths[id] for id, weight in scaled.items()))
    once, again = ({**rest, "weights": weights} for weights in (given, scaled))

    assert choose(structures, criteria, **once) == choose(structures, criteria, **again)


@FEW
@given(PARTIAL, SURROUNDINGS, st.randoms(use_true_random=False))
def test_order_never_matters_and_the_same_seed_gives_the_same(structures, criteria, rest, random):
    """Criteria, weights and gate in any order of keys: the same result, to the last bit."""

    def shuffled(data):
        if not isinstance(data, dict):
            return data
        keys = random.sample(list(data), len(data))
        return {key: shuffled(data[key]) for key in keys}

    expected = choose(structures, criteria, **rest)

    assert expected == choose(structures, **shuffled({"criteria": criteria, **rest}))


@FEW
@given(st.dictionaries(st.sampled_from(CRITERIA), st.just("unknown")), SURROUNDINGS)
def test_an_empty_form_ranks_nothing(structures, criteria, rest):
    """Without one answer there is no home, whatever else is said, and no form is named."""
    rest = {key: value for key, value in rest.items() if key != "answers"}
    result = choose(structures, criteria, **rest)

    assert [] == result["home"] == list(result["possible_first"])
    assert not result["tie"]
    assert result["first"] is None


@FEW
@given(PARTIAL, SURROUNDINGS, st.randoms(use_true_random=False))
def test_order_of_the_table_decides_among_equals_only(structures, criteria, rest, random):
    """Options and criteria in another order: the same figures, to the last bit."""
    options = [
        replace(option, cells=dict(random.sample(list(option.cells.items()), len(option.cells))))
        for option in structures.options
    ]
    shuffled = replace(
        structures,
        options=tuple(random.sample(options, len(options))),
        criteria=tuple(random.sample(structures.criteria, len(structures.criteria))),
    )
    expected, found = (choose(table, criteria, **rest) for table in (structures, shuffled))

    for key in ("tie", "vetoed", "contributions", "fact_share", "acceptability", "points_range"):
        assert expected[key] == found[key]
    for key in ("possible_vetoes", "gate", "gate_open", "accounts", "notices"):
        assert expected[key] == found[key]
    points = [
        sorted((h["option"], h["points"]) for h in each["home"]) for each in (expected, found)
    ]
    assert points[0] == points[1]
    assert [h["points"] for h in expected["home"]] == [h["points"] for h in found["home"]]
    assert set(expected["possible_first"]) == set(found["possible_first"])
    for key in ("flip_answer", "flip_weight"):
        assert size(expected[key]) == pytest.approx(size(found[key]))


def size(flip) -> float | None:
    """How far a flip goes; which of equals it names is a matter of order."""
    return flip and abs(flip["to"] - flip["from"])
