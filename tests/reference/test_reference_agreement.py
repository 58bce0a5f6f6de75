"""Hand calculations and published tables that the reference agreement (DESIGN 9) must reproduce."""

from fractions import Fraction
from math import sqrt
from typing import Any

import pytest

from tests.reference.agreement import agree, alpha, icc


def rater(function: str | None = None, **answers: Any) -> dict[str, Any]:
    """One rater with a function and rungs."""
    return {"function": function, "answers": answers}


def test_figures_of_one_practice() -> None:
    """Rungs 0, 1, 1, 4 (and one unknown, one na, one blank).

    Median 1; mean 6/4 = 3/2; AD (1+0+0+3)/4 = 1. Squares about 3/2: 9/4+1/4+1/4+25/4 = 9,
    over 3 = 3: SD sqrt(3), r_wg 1 - 3/2 = -1/2 (less agreement than chance).
    Sales 0, 1: median 1/2. Delivery 1, 4: median 5/2. Gap 2.
    """
    raters = [
        rater("sales", p=0),
        rater("sales", p=1),
        rater("delivery", p=1),
        rater("delivery", p=4),
        rater("delivery", p="unknown"),
        rater("executives", p={"na": "because"}),
        rater("executives"),
    ]

    assert {
        "n": 4,
        "distribution": [1, 2, 0, 0, 1],
        "median": 1.0,
        "mean": 1.5,
        "sd": sqrt(3),
        "ad": 1.0,
        "r_wg": -0.5,
        "function_medians": {"sales": 0.5, "delivery": 2.5},
        "function_gap": 2.0,
    } == agree(["p"], raters)["practices"]["p"]


def test_one_rater_has_no_spread_and_nobody_has_nothing() -> None:
    """N = 1: SD, r_wg and gap do not exist, AD is 0. n = 0: nothing does."""
    figures = agree(["p", "q"], [rater("sales", p=3)])["practices"]

    assert (1, 3.0, 3.0, None, 0.0, None, None) == tuple(
        figures["p"][key] for key in ("n", "median", "mean", "sd", "ad", "r_wg", "function_gap")
    )
    assert (0, None, None, None, None, None, None) == tuple(
        figures["q"][key] for key in ("n", "median", "mean", "sd", "ad", "r_wg", "function_gap")
    )


def test_a_median_may_be_half_a_rung_and_full_agreement_gives_one() -> None:
    """2 and 3: median 5/2, AD 1/2. 3 and 3: variance 0, r_wg 1."""
    figures = agree(["p", "q"], [rater(p=2, q=3), rater(p=3, q=3)])["practices"]

    assert (2.5, 0.5) == (figures["p"]["median"], figures["p"]["ad"])
    assert (1.0, 0.0, None) == tuple(figures["q"][key] for key in ("r_wg", "ad", "function_gap"))


def test_talk_first_orders_by_deviation_then_gap_then_model_order() -> None:
    """AD: p 0, q 1/2, r 1/2, s 1/2, t 1. Gap: q 0 (both functions 3/2), r 1, s 1; u unanswered.

    a and b are in sales, c and d in delivery:
    q 1,2 | 1,2 (AD 1/2, medians 3/2 and 3/2); r 1,1 | 2,2 (AD 1/2, medians 1 and 2);
    s 2,2 | 1,1 likewise; t 0,2 | 0,2 (AD 1); p 4 everywhere.
    """
    raters = [
        rater("sales", p=4, q=1, r=1, s=2, t=0),
        rater("sales", p=4, q=2, r=1, s=2, t=2),
        rater("delivery", p=4, q=1, r=2, s=1, t=0),
        rater("delivery", p=4, q=2, r=2, s=1, t=2),
    ]

    assert ["t", "r", "s", "q", "p"] == agree(list("pqrstu"), raters)["talk_first"]


def test_icc_by_hand() -> None:
    """Practices (0, 2) and (2, 4): means 1 and 3, grand mean 2.

    MSB = 2 x (1 + 1) / 1 = 4; MSW = (1+1+1+1) / (2 x 1) = 2.
    ICC(1) = (4 - 2) / (4 + 2) = 1/3; ICC(1,2) = (4 - 2) / 4 = 1/2.
    """
    assert (Fraction(1, 3), Fraction(1, 2)) == icc([[0, 2], [2, 4]])


def test_icc_reproduces_the_table_of_shrout_and_fleiss() -> None:
    """Six targets, four judges (Shrout and Fleiss 1979): ICC(1,1) = .17, ICC(1,4) = .44."""
    rows = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
    one, average = icc(rows)
    assert one is not None
    assert average is not None

    assert (0.17, 0.44) == (round(float(one), 2), round(float(average), 2))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], (None, None)),
        ([[1, 2]], (None, None)),  # one practice: no variance between practices
        ([[1], [2]], (None, None)),  # one rater: none within
        ([[2, 2], [2, 2]], (None, None)),  # no variance at all: 0 / 0
        ([[1, 3], [1, 3]], (Fraction(-1), None)),  # MSB 0, MSW 2: -2/2; and -2/0
    ],
)
def test_icc_is_undefined_rather_than_invented(rows: list[list[int]], expected: Any) -> None:
    """Where the formula has no value there is none."""
    assert expected == icc(rows)


def test_icc_counts_only_practices_that_every_counted_rater_answered() -> None:
    """Q lacks one answer and leaves; the rater without any rung is not counted."""
    raters = [rater(p=0, q=1, r=2), rater(p=2, r=4, q="unknown"), rater(p="unknown")]
    result = agree(["p", "q", "r"], raters)

    assert (2, 2) == (result["raters"], result["complete_practices"])
    assert (float(Fraction(1, 3)), 0.5) == (result["icc_1"], result["icc_1_k"])


def test_alpha_by_hand() -> None:
    """Two raters: (0, 0), (1, 1), (0, 1). Six values, three of each rung.

    Coincidences 0-1: 1 each way; distance squared ((3 + 3) - (3 + 3)/2)^2 = 9.
    Observed 2 x 9 = 18; expected 2 x 3 x 3 x 9 = 162; alpha = 1 - 5 x 18/162 = 4/9.
    """
    assert Fraction(4, 9) == alpha([[0, 0], [1, 1], [0, 1]])


def test_alpha_reproduces_the_table_of_krippendorff() -> None:
    """Four observers, twelve units with gaps (Krippendorff 2011): ordinal alpha = .815."""
    observers = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
    rows = [
        [None if value == "." else int(value) - 1 for value in unit]
        for unit in zip(*observers, strict=True)
    ]
    value = alpha(rows)
    assert value is not None

    assert 0.815 == round(float(value), 3)


@pytest.mark.parametrize(
    "rows",
    [[], [[1, None], [None, 2]], [[2, 2], [2, 2]]],
    ids=["nothing", "no pair", "a single rung everywhere"],
)
def test_alpha_is_undefined_rather_than_invented(rows: list[list[int | None]]) -> None:
    """Without pairs, or without any difference that could be expected, there is no alpha."""
    assert alpha(rows) is None
