"""How sure the reference chooser is (DESIGN 8): shares of draws and flips, worked out by hand."""

from random import Random

import pytest

from tests.reference.structures.choosing import choose
from tests.reference.structures.small_tables import CONTEXTS, TABLE, tiny, two_options


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
        ("left", "zeta"): (2, "judgement"),
        ("left", "alpha"): (-2, "judgement"),
        ("right", "zeta"): (-2, "judgement"),
        ("right", "alpha"): (2, "judgement"),
    }
    chooser = {"criteria": {"zeta": 0, "alpha": -1}, "weights": {"zeta": 4, "alpha": 5}}

    flip = choose(two_options(fits), chooser)["flip_answer"]

    assert {"criterion": "alpha", "from": -1, "to": 1, "first": "right"} == flip


def test_flip_answer_judges_vetoes_again_and_is_none_on_a_tie() -> None:
    """Context d: separate-customer-unit leads by 5, and one step on any of three closes it.

    Then diamond-team leads central-group. Strong heads to 1 (V12): 28 to 18. Account pays to 1
    (V9): 28 to 19. Concentration to 1 (V9): 27 to 19. The first has the largest lead. Context f is
    a tie.
    """
    d, f = (choose(TABLE, {"criteria": CONTEXTS[i]["criteria"]}) for i in (3, 5))

    assert {
        "criterion": "strong-functions-or-countries",
        "from": 0,
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
