"""Scores, levels, ranges and exposure of the reference, worked out by hand in each docstring."""

from fractions import Fraction

import pytest

from tests.reference.figures import at
from tests.reference.small_models import ONE, TWO, model, result


@pytest.mark.parametrize(
    ("x", "level"),
    [
        (Fraction(0), 0),
        (Fraction(49, 100), 0),
        (Fraction(1, 2), 1),
        (Fraction(1, 2) - Fraction(1, 10**9), 1),  # inside the tolerance
        (Fraction(1, 2) - Fraction(2, 10**9), 0),  # outside it
        (Fraction(1), 1),
        (Fraction(149, 100), 1),
        (Fraction(5, 2), 3),
        (Fraction(29, 10), 3),
        (Fraction(7, 2) - Fraction(2, 10**9), 3),
        (Fraction(7, 2), 4),
        (Fraction(4), 4),
    ],
)
def test_at_is_the_nearest_whole_number(x: Fraction, level: int) -> None:
    """A half goes up, with the tolerance of 1e-9."""
    assert level == at(x)


def test_a_dimension_averages_known_rungs_and_fills_the_range() -> None:
    """P 3, q unknown, r blank: s = 3; range (3+0+0)/3 = 1 to (3+4+4)/3 = 11/3.

    Level at(3) = 3; low filling 3,0,0: at(1) = 1; high filling 3,4,4: at(11/3) = 4.
    """
    dimension = result(ONE, p=3, q="unknown")["dimensions"]["a"]

    assert {
        "basis": "practices",
        "score": 3.0,
        "range": [1.0, 11 / 3],
        "level": 3,
        "level_range": [1, 4],
        "known": 1,
        "applicable": 3,
        "quick_differs": False,
    } == dimension


def test_na_leaves_the_denominator() -> None:
    """P 3, q na, r unknown: one known of two applicable; range 3/2 to 7/2."""
    dimension = result(ONE, p=3, q="na", r="unknown")["dimensions"]["a"]

    assert (1, 2) == (dimension["known"], dimension["applicable"])
    assert [1.5, 3.5] == dimension["range"]


def test_a_low_rung_counts_like_any_other() -> None:
    """Rungs 4, 4, 0: s = 8/3, at(8/3) = 3; the rung at 0 holds nothing down. 4, 4, 3: 11/3, 4."""
    low, high = (result(ONE, p=4, q=4, r=r)["dimensions"]["a"] for r in (0, 3))

    assert (8 / 3, 3) == (low["score"], low["level"])
    assert (11 / 3, 4) == (high["score"], high["level"])


def test_a_quick_answer_a_rung_away_from_the_mean_is_asked_about() -> None:
    """P 3, q 2, r 2: s = 7/3; quick 3 is 2/3 away, 1 is 4/3. With r 1: s = 2, quick 1 is 1."""
    asked = [
        result(ONE, {"a": quick}, p=3, q=2, r=r)["dimensions"]["a"]["quick_differs"]
        for quick, r in ((3, 2), (1, 2), (1, 1), ("unknown", 2))
    ]

    assert [False, True, True, False] == asked


def test_nothing_answered_leaves_everything_open() -> None:
    """No score; a blank dimension counts [0, 4], also one without practices."""
    for of in (TWO, model(A={}, b={})):
        empty = result(of)

        assert empty["score"] is None and empty["level"] is None
        assert [0.0, 4.0] == empty["score_range"]
        assert [0, 4] == empty["level_range"]
        assert empty["shortest_way_up"] is None
        assert [] == empty["capped_by"]
        assert {None} == {dimension["basis"] for dimension in empty["dimensions"].values()}
        assert [[0, 4]] * 2 == [d["level_range"] for d in empty["dimensions"].values()]


def test_everything_na_leaves_nothing() -> None:
    """No applicable practice: no figure at all, and the quick answer does not come back."""
    gone = result(ONE, {"a": 3}, p="na", q="na", r="na")

    for key in ("score", "level", "score_range", "level_range", "shortest_way_up"):
        assert gone[key] is None, key
    assert "practices" == gone["dimensions"]["a"]["basis"]
    assert gone["dimensions"]["a"]["range"] is None
    assert {"value": None, "range": None} == gone["exposure"]["f"]


def test_a_dimension_all_na_leaves_the_programme() -> None:
    """A all na, b 2 and 2: S = 2 and the range is b's own; A does not cap."""
    programme = result(TWO, p="na", q="na", r=2, s=2)

    assert (2.0, [2.0, 2.0], 2, [2, 2]) == tuple(
        programme[key] for key in ("score", "score_range", "level", "level_range")
    )
    assert [] == programme["capped_by"]


def test_a_critical_dimension_caps_the_programme() -> None:
    """A 0,0 (s 0, level 0) and b 4,4: S = (0 + 4)/2 = 2, at 2, capped at 1 + 0."""
    programme = result(TWO, p=0, q=0, r=4, s=4)

    assert 2.0 == programme["score"]
    assert 1 == programme["level"]
    assert ["A"] == programme["capped_by"]


def test_only_the_dimensions_that_bind_are_named() -> None:
    """Of the critical A, B and C only the two at level 0 cap.

    Quick answers 0, 1, 0 and 4, 4, 4, 4: S = 17/7, at 2, cap 1.
    """
    of = model(**{name: {} for name in "ABCdefg"})
    programme = result(of, {"A": 0, "B": 1, "C": 0, "d": 4, "e": 4, "f": 4, "g": 4})

    assert (1, ["A", "C"]) == (programme["level"], programme["capped_by"])


def test_a_cap_that_does_not_bind_is_not_named() -> None:
    """A 1,1 (level 1) and b 3,3: S = 2, cap 2: nothing is lost, so nobody caps."""
    programme = result(TWO, p=1, q=1, r=3, s=3)

    assert (2, []) == (programme["level"], programme["capped_by"])


def test_another_dimension_never_caps() -> None:
    """B at 0 with A at 4,4: S = 2, level 2, although b's own level is 0."""
    programme = result(TWO, p=4, q=4, r=0, s=0)

    assert (2, []) == (programme["level"], programme["capped_by"])


def test_the_programme_range_counts_a_blank_dimension_and_caps_both_fillings() -> None:
    """A 3,unknown and b blank: S = 3; range ((3/2)+0)/2 = 3/4 to ((7/2)+4)/2 = 15/4.

    Level 3: no cap binds (1 + 3). Low filling: at(3/4) = 1; A is 3,0, at(3/2) = 2, cap 3: 1.
    High filling: at(15/4) = 4; A is 3,4, at(7/2) = 4, cap 5: 4.
    """
    programme = result(TWO, p=3, q="unknown")

    assert (3.0, [0.75, 3.75], 3, [1, 4]) == tuple(
        programme[key] for key in ("score", "score_range", "level", "level_range")
    )


def test_the_cap_binds_in_the_high_filling() -> None:
    """A 0,0,unknown: high filling 0,0,4 has level at(4/3) = 1; with b and c at 4, S is 28/9.

    That is at 3 and capped at 2. Low filling: A 0,0,0 level 0, S = 8/3, at 3, capped at 1.
    """
    of = model(A={"p": [], "q": [], "r": []}, b={"s": []}, c={"t": []})

    assert [1, 2] == result(of, p=0, q=0, r="unknown", s=4, t=4)["level_range"]


def test_a_quick_answer_stands_for_its_dimension_until_a_practice_has_a_state() -> None:
    """Quick A 1 and b 4: S = 5/2, at 3, cap 1 + 1 = 2. One `unknown` in A puts the quick out."""
    quick = result(TWO, {"A": 1, "b": 4})
    answered = result(TWO, {"A": 1, "b": 4}, p="unknown")

    assert (2.5, [2.5, 2.5], 2, [2, 2]) == tuple(
        quick[key] for key in ("score", "score_range", "level", "level_range")
    )
    assert {
        "basis": "quick",
        "score": 1.0,
        "range": [1.0, 1.0],
        "level": 1,
        "level_range": [1, 1],
        "known": 0,
        "applicable": 2,
        "quick_differs": False,
    } == quick["dimensions"]["A"]
    # Now A has no score and range [0, 4]: S = 4, range (0+4)/2 = 2 to 4; low filling capped at 1.
    assert (4.0, [2.0, 4.0], 4, [1, 4]) == tuple(
        answered[key] for key in ("score", "score_range", "level", "level_range")
    )


def test_a_quick_unknown_gives_no_score_and_counts_open() -> None:
    """Quick A unknown, b 2: S = 2, range (0+2)/2 = 1 to (4+2)/2 = 3, low filling capped at 1."""
    programme = result(TWO, {"A": "unknown", "b": 2})
    dimension = programme["dimensions"]["A"]

    assert (2.0, [1.0, 3.0], 2, [1, 3]) == tuple(
        programme[key] for key in ("score", "score_range", "level", "level_range")
    )
    assert ("quick", None, [0.0, 4.0]) == tuple(dimension[k] for k in ("basis", "score", "range"))


def test_exposure_is_what_the_guards_leave_open() -> None:
    """F is guarded by p and r. p 3, r unknown: 1 - 3/4 = 1/4; range 1 - (3+4)/8 to 1 - 3/8.

    g is guarded by nothing. With A on quick 1, b blank: 1 - 1/4; range 1 - 5/8 to 1 - 1/8.
    With quick unknown both are open.
    """
    exposure = result(TWO, p=3, r="unknown")["exposure"]

    assert {"value": 0.25, "range": [0.125, 0.625]} == exposure["f"]
    assert {"value": None, "range": None} == exposure["g"]
    assert {"value": 0.75, "range": [0.375, 0.875]} == result(TWO, {"A": 1})["exposure"]["f"]
    unknown = result(TWO, {"A": "unknown"})["exposure"]["f"]
    assert {"value": None, "range": [0.0, 1.0]} == unknown
    assert {"value": 0.0, "range": [0.0, 0.0]} == result(TWO, p=4, r="na")["exposure"]["f"]
