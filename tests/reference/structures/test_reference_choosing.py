"""Points, ranks, unknowns and vetoes of the reference chooser, worked out by hand."""

from fractions import Fraction
from typing import Any

import pytest

from tests.reference.structures.choosing import choose
from tests.reference.structures.ranking import contribution
from tests.reference.structures.small_tables import CONTEXTS, TABLE, neutral, tiny


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
    ranked = [o["id"] for o in TABLE["options"] if o["kind"] == "ranked"]

    assert expected["answer"] == result["answer"]
    assert expected["first"] == result["first"]
    assert expected["top"] == top
    assert expected["tie"] == result["tie"]
    assert expected["vetoed"] == result["vetoed"]
    assert expected["all_scores"] == points
    assert expected["add_on_score"] == points["programme-office"]
    assert expected["first_without_vetoes"] == max(ranked, key=lambda o: points[o])
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
    """V2 is price buyers at 2 or co-creation at -2; V7 is central purchasing below 0.

    Price buyers unknown, co-creation -2: fires whatever price buyers are. Co-creation 0: may fire,
    the options stay. V9 is open answers too: the unit stays closed until both are known.
    """
    unit = {"concentration": 2, "many_key_accounts": -2, "account_pays_for_resource": 2}
    low = {**unit, "price_buyers": "unknown", "co_creation": -2}
    fires = choose(TABLE, {"criteria": neutral(**low)})
    may = choose(TABLE, {"criteria": neutral(**{**low, "co_creation": 0})})
    buying = choose(TABLE, {"criteria": neutral(**unit, central_purchasing="unknown")})
    unsure = choose(TABLE, {"criteria": neutral(**{**unit, "concentration": "unknown"})})
    four = ["diamond-team", "balanced-matrix", "separate-customer-unit", "front-back"]

    closed = {option: ["V2"] for option in four}

    assert closed == fires["vetoed"]
    assert ({}, closed) == (may["vetoed"], may["possible_vetoes"])
    assert set(four) <= {entry["option"] for entry in may["home"]}
    assert ({}, {"central-group": ["V7"]}) == (buying["vetoed"], buying["possible_vetoes"])
    assert {"separate-customer-unit": ["V9"]} == unsure["vetoed"]
    assert "separate-customer-unit" in unsure["possible_first"]


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
    assert {entry["option"] for entry in first["home"][:1]} <= set(first["possible_first"])
    assert "separate-customer-unit" in first["possible_first"]  # closed until scale is known
