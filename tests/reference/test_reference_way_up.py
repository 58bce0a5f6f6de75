"""The shortest way up of the reference, worked out by hand in each docstring."""

import random
from math import prod

from tests.reference.figures import read_dimensions
from tests.reference.small_models import ONE, TWO, model, result
from tests.reference.way_up import counted, exhaustive, shortest_way_up, units_of


def test_way_up_raises_the_lowest_rung_of_the_critical_dimension() -> None:
    """A 0,4 and b 4,4: s 2 and 4, S = 3, at 3; A's level 2, cap 3: level 3.

    Level 4 needs S >= 7/2 (two more steps: +1/4 each) and A at level 3: s_A >= 5/2, one step;
    p, the lowest, to 2 gives s_A = 3, S = 7/2: both.
    """
    way = result(TWO, p=0, q=4, r=4, s=4)["shortest_way_up"]

    assert {"to_level": 4, "steps": 2, "changes": {"p": 2}, "quick_changes": {}} == way


def test_way_up_among_equal_sets_raises_the_lowest_rungs() -> None:
    """In TWO a step adds 1/4 to S wherever it is taken.

    1,1 | 0,0: S = 1/2, level 1; level 2 needs 3/2, four steps: the two zeros rise, then p and q.
    0,1 | 0,3: S = 1, two steps: the two zeros. 2,3 | 1,3: S = 9/4, one step: the one.
    """
    four = {"p": 2, "q": 2, "r": 1, "s": 1}
    assert four == result(TWO, p=1, q=1, r=0, s=0)["shortest_way_up"]["changes"]
    assert {"p": 1, "r": 1} == result(TWO, p=0, q=1, r=0, s=3)["shortest_way_up"]["changes"]
    assert {"r": 2} == result(TWO, p=2, q=3, r=1, s=3)["shortest_way_up"]["changes"]


def test_way_up_goes_by_the_rung_of_the_moment() -> None:
    """P 1, q 0, r 2: S = 1; level 2 needs 3/2, two steps.

    q is lowest and rises to 1; now p and q stand at 1 and model order says p. Not q twice.
    """
    assert {"q": 1, "p": 2} == result(ONE, p=1, q=0, r=2)["shortest_way_up"]["changes"]


def test_way_up_prefers_critical_to_model_order() -> None:
    """B comes first in the model, A is critical.

    1,4 | 1,3: S = 9/4, level 3 needs 5/2, one step; p and r stand at 1: r, for A is critical.
    1,3 | 1,3: S = 2, two steps: r, then p.
    """
    of = model(b={"p": [], "q": []}, A={"r": [], "s": []})

    assert {"r": 2} == result(of, p=1, q=4, r=1, s=3)["shortest_way_up"]["changes"]
    assert {"p": 2, "r": 2} == result(of, p=1, q=3, r=1, s=3)["shortest_way_up"]["changes"]


def test_way_up_passes_over_the_lowest_rung_where_it_would_cost_a_step() -> None:
    """A has one practice at 2 (a step adds 1/2 to S), b three at 0,1,1 (a step adds 1/6).

    S = (2 + 2/3)/2 = 4/3, level 1; level 2 needs 1/6 more: one step, b's lowest (r) does.
    With b 1,0,0: S = (2 + 1/3)/2 = 7/6, 1/3 missing: one step in a, two in b; so a rises
    although b has lower rungs.
    """
    of = model(a={"p": []}, b={"r": [], "s": [], "t": []})

    assert {"r": 1} == result(of, p=2, r=0, s=1, t=1)["shortest_way_up"]["changes"]
    assert {"p": 3} == result(of, p=2, r=1, s=0, t=0)["shortest_way_up"]["changes"]


def test_way_up_moves_a_quick_answer_as_one_unit_and_leaves_unknowns() -> None:
    """Quick A 2; b's r 3, s unknown: S = 5/2, level 3; level 4 needs S = 7/2: +1.

    A step on A adds 1/2, a step on r adds 1/2 as well; A is lower, then critical. s stays.
    """
    way = result(TWO, {"A": 2}, r=3, s="unknown")["shortest_way_up"]

    assert {"to_level": 4, "steps": 2, "changes": {}, "quick_changes": {"A": 4}} == way


def test_no_way_up_from_the_top() -> None:
    """Level 4 is the end."""
    assert result(ONE, p=4, q=4, r=3)["shortest_way_up"] is None


def test_way_up_takes_only_what_the_cap_asks_for() -> None:
    """A 0,0 and b 4,4: S = 2, at 2, but A's level 0 caps at 1.

    Level 2 needs A at level 1, s_A >= 1/2: one step; p comes first. S is there already.
    """
    way = result(TWO, p=0, q=0, r=4, s=4)["shortest_way_up"]

    assert {"to_level": 2, "steps": 1, "changes": {"p": 1}, "quick_changes": {}} == way


def test_both_searches_agree() -> None:
    """Visiting all states and counting steps find the same set, on 400 small random models."""
    draw = random.Random(7)
    compared = 0
    while compared < 400:
        shape = [draw.randint(0, 3) for _ in range(draw.randint(1, 4))]
        of = model(
            **{
                f"{draw.choice('dD')}{i}": {f"p{i}{j}": [] for j in range(size)}
                for i, size in enumerate(shape)
            }
        )
        states = [0, 1, 2, 3, 4, "unknown", {"na": "because"}, None]
        answers = {
            practice["id"]: draw.choice(states)
            for dimension in of["dimensions"]
            for practice in dimension["practices"]
        }
        quick = {d["id"]: draw.choice([*range(5), "unknown", None]) for d in of["dimensions"]}
        dimensions = read_dimensions(of, {"answers": answers, "quick": quick})
        if prod(5 - unit.rung for unit in units_of(dimensions)) > 1_000:
            continue
        compared += 1

        assert shortest_way_up(dimensions, exhaustive) == shortest_way_up(dimensions, counted)
