"""Hand calculations and recorded contexts that the reference chooser (DESIGN 8) must reproduce."""

from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from tests.reference.choosing import choose
from tests.reference.ranking import contribution

CASES = Path(__file__).parents[1] / "cases" / "choose"
TABLE = yaml.safe_load((CASES / "table.yaml").read_text(encoding="utf-8"))
CONTEXTS = yaml.safe_load((CASES / "contexts.yaml").read_text(encoding="utf-8"))

TINY = {
    "criteria": [
        {"id": "zeta", "code": "K1", "contribution": "plain"},
        {"id": "alpha", "code": "K2", "contribution": "plain"},
    ],
    "options": [
        {"id": "left", "role": "selectable", "needs": ["sponsors", "steering-group"]},
        {"id": "right", "role": "selectable"},
    ],
    "cells": [
        {"option": "left", "criterion": "zeta", "fit": 2, "basis": "facts"},
        {"option": "left", "criterion": "alpha", "fit": 0, "basis": "judgement"},
        {"option": "right", "criterion": "zeta", "fit": 0, "basis": "judgement"},
        {"option": "right", "criterion": "alpha", "fit": 2, "basis": "facts+judgement"},
    ],
    "vetoes": [],
    "gate": TABLE["gate"],
}
"""Two criteria, two options: left gains twice zeta, right twice alpha; id order is alpha, zeta."""


def tiny(zeta: Any = None, alpha: Any = None, **chooser: Any) -> dict[str, Any]:
    """Choose from the tiny table; None leaves a criterion out."""
    given = {"zeta": zeta, "alpha": alpha}
    criteria = {name: value for name, value in given.items() if value is not None}
    return choose(TINY, {"criteria": criteria, **chooser})


def neutral(**criteria: Any) -> dict[str, Any]:
    """Answers 0 to every criterion of the full table but these (underscores for hyphens)."""
    zeros = {criterion["id"]: 0 for criterion in TABLE["criteria"]}
    return {**zeros, **{name.replace("_", "-"): value for name, value in criteria.items()}}


# The recorded contexts


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: context["id"])
def test_the_seven_contexts_give_their_recorded_results(context: dict[str, Any]) -> None:
    """Points, order, tie, vetoes, shares and the first without vetoes, as recorded."""
    expected = context["expected"]
    result = choose(TABLE, {"criteria": context["criteria"]})
    points = {option: sum(row.values()) for option, row in result["contributions"].items()}
    top = [
        {**entry, "fact_share": round(result["fact_share"][entry["option"]], 2)}
        for entry in result["home"][:3]
    ]
    selectable = [o["id"] for o in TABLE["options"] if o["role"] == "selectable"]

    assert expected["top"] == top
    assert expected["tie"] == result["tie"]
    assert expected["vetoed"] == result["vetoed"]
    assert expected["all_scores"] == points
    assert expected["add_on_score"] == points["programme-office"]
    assert expected["first_without_vetoes"] == max(selectable, key=lambda o: points[o])
    assert result["gate"] is None
    assert [] == result["gate_open"]
    assert {} == result["possible_vetoes"]


def test_only_selectable_options_without_a_veto_are_ranked() -> None:
    """Context b blocks three options; two are never recommended and one is an add-on: 12 - 6."""
    result = choose(TABLE, {"criteria": CONTEXTS[1]["criteria"]})
    ranked = [entry["option"] for entry in result["home"]]

    assert 6 == len(ranked)
    assert not {"lead-function", "internal-market", "programme-office"} & set(ranked)
    assert not set(result["vetoed"]) & set(ranked)


# Contributions, weights, shares


@pytest.mark.parametrize(
    ("kind", "answer", "fit", "points"),
    [
        ("plain", -2, -1, 2),
        ("plain", -1, 2, -2),
        ("one_sided", 2, -1, -2),
        ("one_sided", -2, 2, -4),
        ("one_sided", -2, -1, 0),  # a low answer rewards nobody
        ("half_low", 2, -2, -4),
        ("half_low", -1, -1, Fraction(1, 2)),  # half given back
        ("half_low", -2, 2, 0),
    ],
)
def test_contribution(kind: str, answer: int, fit: int, points: Any) -> None:
    """The three formulas at either sign of answer and fit."""
    assert points == contribution(kind, answer, fit)


def test_weights_are_scaled_to_the_number_of_criteria_and_missing_is_one() -> None:
    """Zeta 3, alpha missing: 3 and 1 scaled to sum 2: 3/2 and 1/2.

    Answers 2 and 1: left 3/2 x 4 = 6, right 1/2 x 2 = 1. Lead 5: no tie; unweighted 4 - 2 is one.
    Fact share: left rests on its fact cell alone, right on judgement too, which is no fact.
    """
    result = tiny(2, 1, weights={"zeta": 3})

    assert [{"option": "left", "points": 6.0}, {"option": "right", "points": 1.0}] == result["home"]
    assert {"zeta": 6.0, "alpha": 0.0} == result["contributions"]["left"]
    assert {"left": 1.0, "right": 0.0} == result["fact_share"]
    assert (False, True) == (result["tie"], tiny(2, 1)["tie"])


def test_a_share_of_nothing_does_not_exist() -> None:
    """With alpha 0 the option right has no points at all."""
    assert {"left": 1.0, "right": None} == tiny(2, 0)["fact_share"]


def test_three_points_are_a_tie_and_more_are_not() -> None:
    """Zeta 2, alpha -1 and weights w, 2 - w: lead = 4w + 2(2 - w) = 4 + 2w; never a tie.

    zeta 2, alpha 1: lead = 4w - 2(2 - w) = 6w - 4: 3 at w = 7/6 (7 and 5), above it more.
    """
    assert tiny(2, 1, weights={"zeta": 7, "alpha": 5})["tie"] is True
    assert tiny(2, 1, weights={"zeta": 7.1, "alpha": 4.9})["tie"] is False
    assert tiny(2, -1)["tie"] is False


def test_of_equal_points_the_later_option_comes_first() -> None:
    """As the recorded lists have it; the order means nothing."""
    assert ["right", "left"] == [entry["option"] for entry in tiny(1, 1)["home"]]


# Unknowns


def test_nothing_answered_ranks_nothing() -> None:
    """Neither an empty form nor one of unknowns alone has a home."""
    for chooser in ({}, {"criteria": {}}, {"criteria": {"spread": "unknown"}}):
        result = choose(TABLE, chooser)

        assert ([], False, {}, [], []) == tuple(
            result[k] for k in ("home", "tie", "acceptability", "possible_first", "accounts")
        )
        assert result["flip_answer"] is None
        assert result["flip_weight"] is None


def test_an_unknown_counts_zero_and_opens_a_range() -> None:
    """Zeta 1, alpha unknown: left 2 in every completion, right from -4 to 4: either can be first.

    With zeta 2 left has 4; right reaches 4 at alpha 2 and is first with it there.
    """
    result = tiny(1, "unknown")

    assert {"left": [2.0, 2.0], "right": [-4.0, 4.0]} == result["points_range"]
    assert [2.0, 0.0] == [entry["points"] for entry in result["home"]]
    assert ["left", "right"] == result["possible_first"]
    assert ["left", "right"] == tiny(2)["possible_first"]
    assert ["left"] == tiny(2, 1)["possible_first"]


def test_a_range_of_half_low_and_one_sided_contributions() -> None:
    """price-buyers unknown: diamond-team (fit -2) from -4 to +2, segment-sales (2) from 0 to 4.

    kam-maturity unknown: segment-sales (fit -1, one-sided) from -2 to 0.
    """
    price = choose(TABLE, {"criteria": neutral(price_buyers="unknown")})["points_range"]
    maturity = choose(TABLE, {"criteria": neutral(kam_maturity="unknown")})["points_range"]

    assert ([-4.0, 2.0], [0.0, 4.0]) == (price["diamond-team"], price["segment-sales"])
    assert [-2.0, 0.0] == maturity["segment-sales"]


def test_a_veto_fires_for_all_completions_and_may_fire_for_some() -> None:
    """V9 is K12 < 2 or K1 <= -1; V7 is K4 < 0.

    K12 unknown, K1 -1: fires whatever K12 is. K12 unknown, K1 0: may fire, the option stays.
    K12 2, K1 0: no. K4 unknown: V7 may fire.
    """
    low = {"account_pays_for_resource": "unknown", "concentration": -1}
    fires = choose(TABLE, {"criteria": neutral(**low)})
    may = choose(TABLE, {"criteria": neutral(**{**low, "concentration": 0})})
    no = choose(TABLE, {"criteria": neutral(account_pays_for_resource=2)})
    buying = choose(TABLE, {"criteria": neutral(central_purchasing="unknown")})

    assert {"separate-customer-unit": ["V9"]} == fires["vetoed"]
    assert {} == may["vetoed"]
    assert {"separate-customer-unit": ["V9"]} == may["possible_vetoes"]
    assert "separate-customer-unit" in [entry["option"] for entry in may["home"]]
    assert ({}, {}) == (no["vetoed"], no["possible_vetoes"])
    assert {"central-group": ["V7"]} == buying["possible_vetoes"]


def test_vetoes_are_judged_again_in_each_completion() -> None:
    """All zero but K4 unknown: equal points at K4 0; central-group (fit 2) is first for K4 > 0.

    For K4 < 0 V7 closes it; segment-sales (-2) is first. V9 closes separate-customer-unit
    throughout. At 0 everybody eligible is level.
    """
    result = choose(TABLE, {"criteria": neutral(central_purchasing="unknown")})

    assert "central-group" in result["possible_first"]
    assert "segment-sales" in result["possible_first"]
    assert "separate-customer-unit" not in result["possible_first"]


def test_more_than_four_unknowns_are_drawn() -> None:
    """Every criterion but one unknown: 2,000 draws; the same seed gives the same answer."""
    first = choose(TABLE, {"criteria": {"spread": 2}})

    assert first == choose(TABLE, {"criteria": {"spread": 2}, "seed": 1})
    assert set(first["possible_first"]) <= {entry["option"] for entry in first["home"]}


# How sure


def test_acceptability_counts_the_draws_in_id_order() -> None:
    """Zeta 1, alpha 2: right leads when 4 w_alpha > 2 (1 - w_alpha): w_alpha > 1/3.

    alpha comes first in id order, so its weight is the draw itself.
    """
    draws = Random(1)
    above = sum(draws.random() > 1 / 3 for _ in range(2_000)) / 2_000

    assert {"left": 1 - above, "right": above} == pytest.approx(tiny(1, 2)["acceptability"])
    assert {"left": 1 - above, "right": above} == pytest.approx(
        tiny(1, 2, weights={"zeta": 9})["acceptability"]
    )


def test_equal_firsts_share_a_draw() -> None:
    """All answers 0: everybody is level in every draw."""
    assert {"left": 0.5, "right": 0.5} == tiny(0, 0)["acceptability"]


def test_flip_answer_takes_the_smallest_change_that_puts_another_ahead() -> None:
    """Zeta 2, alpha -1: left 4, right -2. zeta -1 draws level (-2), zeta -2 loses (-4 to -2).

    alpha 2 draws level (4). So only zeta to -2 flips.
    """
    assert {"criterion": "zeta", "from": 2, "to": -2, "first": "right"} == tiny(2, -1)[
        "flip_answer"
    ]


def test_flip_answer_among_equal_changes_takes_the_largest_lead_then_criterion_order() -> None:
    """Fits as they are, weights 1/2 and 3/2: left zeta, right 3 alpha. zeta 1, alpha -1: 1, -3.

    Lead 4. One step: alpha 0 (1 to 0: no), zeta 0 (0 to -3: no). Two steps: alpha 1: 1 to 3,
    lead 2: flips; zeta -1: -1 to -3: no. So alpha to 1.
    Weights 1 and 1, zeta 1, alpha -1: 2, -2, lead 4. Two steps: alpha 1 level, zeta -1 level.
    Three: alpha 2: 2 to 4, lead 2; zeta -2: -4 to -2, lead 2: zeta is first in criterion order.
    """
    uneven = tiny(1, -1, weights={"zeta": 1, "alpha": 3})
    even = tiny(1, -1)

    assert {"criterion": "alpha", "from": -1, "to": 1, "first": "right"} == uneven["flip_answer"]
    assert {"criterion": "zeta", "from": 1, "to": -2, "first": "right"} == even["flip_answer"]


def test_flip_answer_prefers_the_larger_lead_to_criterion_order() -> None:
    """Left 2 zeta - 2 alpha, right the opposite, weights 8/9 and 10/9: zeta 0, alpha -1.

    Left leads by 4 x 10/9 = 40/9. One step: zeta -1 leaves 8/9, alpha 0 draws level.
    Two steps: zeta -2: 40/9 - 64/9, right leads by 24/9; alpha 1: right leads by 40/9.
    """
    fits = {
        ("left", "zeta"): 2,
        ("left", "alpha"): -2,
        ("right", "zeta"): -2,
        ("right", "alpha"): 2,
    }
    cells = [
        {"option": option, "criterion": criterion, "fit": fit, "basis": "judgement"}
        for (option, criterion), fit in fits.items()
    ]
    chooser = {"criteria": {"zeta": 0, "alpha": -1}, "weights": {"zeta": 4, "alpha": 5}}

    flip = choose({**TINY, "cells": cells}, chooser)["flip_answer"]

    assert {"criterion": "alpha", "from": -1, "to": 1, "first": "right"} == flip


def test_flip_answer_judges_vetoes_again_and_is_none_on_a_tie() -> None:
    """Context d: separate-customer-unit leads by 5; K12 from 2 to 1 closes it (V9).

    One step on K1 to -1 would be three. diamond-team is then first. Context f is a tie.
    """
    d, f = (choose(TABLE, {"criteria": CONTEXTS[i]["criteria"]}) for i in (3, 5))

    assert {
        "criterion": "account-pays-for-resource",
        "from": 2,
        "to": 1,
        "first": "diamond-team",
    } == d["flip_answer"]
    assert f["flip_answer"] is None


def test_flip_weight_solves_for_the_nearest_weight() -> None:
    """Zeta 2, alpha 1: left 4, right 2. zeta: 4w = 2 at w = 1/2; alpha: 2w = 4 at w = 2.

    The first is nearer. zeta 2, alpha -1 (4, -2): zeta would need -1/2, alpha -2: none.
    zeta 1, alpha 2, weights 7/4 and 1/4: left 7/2, right 1. zeta: 2w = 1 at 1/2, 5/4 away;
    alpha: 4w = 7/2 at 7/8, only 5/8 away.
    """
    assert {"criterion": "alpha", "from": 0.25, "to": 0.875, "first": "right"} == tiny(
        1, 2, weights={"zeta": 7, "alpha": 1}
    )["flip_weight"]
    assert {"criterion": "zeta", "from": 1.0, "to": 0.5, "first": "right"} == tiny(2, 1)[
        "flip_weight"
    ]
    assert tiny(2, -1)["flip_weight"] is None


# Gate and context

TESTS = [test["id"] for test in TABLE["gate"]["tests"]]
"""Five tests, the two halves of test 6, test 7."""


def gated(answers: str, **chooser: Any) -> dict[str, Any]:
    """Choose with eight gate answers: y, n, u(nknown) or - (missing)."""
    words = {"y": "yes", "n": "no", "u": "unknown"}
    given = {t: words[a] for t, a in zip(TESTS, answers, strict=True) if a != "-"}
    return choose(TABLE, {"criteria": neutral(spread=1), "gate": given, **chooser})


@pytest.mark.parametrize(
    ("answers", "outcome", "open_places"),
    [
        ("--------", None, []),
        ("yyyyyyyy", "pass", []),
        ("nyyyyyyy", "pass", []),  # one no of five is allowed
        ("nnyyyyyy", "not-kam", []),
        ("nnyyynny", "not-kam", []),  # tests 1-5 speak first
        ("nnuuuuuu", "not-kam", []),
        ("yyyyynyy", "not-now", []),
        ("yyyyyyny", "not-now", []),
        ("uuuuunyy", "not-now", []),
        ("uyyyyyyu", "pass", []),  # no completion can fail
        ("uyyyyyy-", "pass", []),
        ("uuyyyyyy", None, [0, 1]),
        ("nuyyyyyy", None, [1]),
        ("uyyyyuyy", None, [5]),  # test 1 can no longer change anything
        ("yyyyy--y", None, [5, 6]),
        ("-------n", None, [0, 1, 2, 3, 4, 5, 6]),
    ],
)
def test_gate(answers: str, outcome: str | None, open_places: list[int]) -> None:
    """Two no of tests 1-5, else a no on either half of test 6, else nothing can fail, else open."""
    result = gated(answers)

    assert outcome == result["gate"]
    assert [TESTS[place] for place in open_places] == result["gate_open"]


def test_a_failed_gate_leaves_two_options() -> None:
    """V1 closes all but segment sales and part-time ownership; an open gate only may."""
    for answers in ("nnyyyyyy", "yyyyynyy"):
        options = {entry["option"] for entry in gated(answers)["home"]}
        assert {"segment-sales", "part-time-ownership"} == options
    assert "V1" in gated("nnyyyyyy")["vetoed"]["diamond-team"]
    assert ["V1"] == gated("yyyyyuyy")["possible_vetoes"]["diamond-team"]
    assert {} == gated("yyyyyyyy")["possible_vetoes"]


def test_context_feeds_vetoes_and_notices() -> None:
    """V4 blocks four options; V5, V10 and V11 block nothing and are notices."""
    alarm = {"sales_target_only": True, "operations_on_board": False, "dependence_alarm": True}
    loud = gated("yyyyyyyn", context=alarm)
    quiet = gated("yyyyyyyy", context={"sales_target_only": False, "operations_on_board": True})

    assert ["V5", "V10", "V11"] == loud["notices"]
    assert {
        "diamond-team": ["V4"],
        "balanced-matrix": ["V4"],
        "central-group": ["V4"],
        "separate-customer-unit": ["V4", "V9"],
    } == loud["vetoed"]
    assert [] == quiet["notices"]
    assert [] == gated("yyyyyyyy")["notices"]  # missing: not evaluated
    assert {"separate-customer-unit": ["V9"]} == quiet["vetoed"]


# Contact shapes and add-ons


@pytest.mark.parametrize(
    ("stage", "theirs", "shape"),
    [
        ("exploratory", [], "bow-tie"),
        ("basic", ["purchasing", "quality"], "bow-tie"),
        ("cooperative", ["purchasing"], "bow-tie"),
        ("cooperative", ["purchasing", "purchasing"], "bow-tie"),  # the same function twice
        ("cooperative", ["purchasing", "quality"], "two-lead"),
        ("interdependent", [], "diamond"),
        ("integrated", [], "diamond"),
        ("disintegrating", ["purchasing", "quality"], "bow-tie"),
    ],
)
def test_contact_shape(stage: str, theirs: list[str], shape: str) -> None:
    """By stage, and by a second function for the cooperative one; V2 holds all at bow-tie."""
    contacts = [{"ours": "sales", "theirs": function} for function in theirs]
    accounts = [{"name": "A", "stage": stage, "attractiveness": 3, "contacts": contacts}]
    free = choose(TABLE, {"criteria": neutral(), "accounts": accounts})
    held = choose(TABLE, {"criteria": neutral(price_buyers=2), "accounts": accounts})

    assert [{"name": "A", "shape": shape}] == free["accounts"]
    assert [{"name": "A", "shape": "bow-tie"}] == held["accounts"]


def test_missing_add_ons_are_needed_and_not_there() -> None:
    """Left needs sponsors and a steering group; right needs nothing."""
    assert ["steering-group"] == tiny(2, 1, have=["sponsors"])["add_ons_missing"]
    assert [] == tiny(1, 2)["add_ons_missing"]
