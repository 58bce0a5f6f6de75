"""What the reference chooser says besides ranks: gate, notices, shapes and add-ons."""

from typing import Any

import pytest

from tests.reference.structures.choosing import choose
from tests.reference.structures.small_tables import TABLE, neutral, tiny

TESTS = [test["id"] for test in TABLE["tests"]]
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


def test_only_no_kam_leaves_two_options() -> None:
    """V1 closes all but segment sales and part-time ownership; "not now" closes no such list."""
    two = {"segment-sales", "part-time-ownership"}

    assert two == {entry["option"] for entry in gated("nnyyyyyy")["home"]}
    assert two < {entry["option"] for entry in gated("yyyyynyy")["home"]}
    assert "V1" in gated("nnyyyyyy")["vetoed"]["diamond-team"]
    assert ["V3"] == gated("yyyyynyy")["vetoed"]["diamond-team"]
    assert ["V13"] == gated("yyyyyyny")["vetoed"]["diamond-team"]
    assert ["V3"] == gated("yyyyyuyy")["possible_vetoes"]["diamond-team"]
    assert ["V1"] == gated("nuyyyyyy")["possible_vetoes"]["diamond-team"]
    assert {} == gated("yyyyyyyy")["possible_vetoes"]


def test_context_feeds_vetoes_and_notices() -> None:
    """V4 closes four options and V10 the unit; V5 and V11 close nothing and are notices."""
    alarm = {"sales_target_only": True, "operations_on_board": False, "dependence_alarm": True}
    loud = gated("yyyyyyyn", context=alarm)
    quiet = gated("yyyyyyyy", context={"sales_target_only": False, "operations_on_board": True})

    assert ["V5", "V11"] == loud["notices"]
    assert {
        "diamond-team": ["V4"],
        "balanced-matrix": ["V4"],
        "central-group": ["V4"],
        "separate-customer-unit": ["V4", "V9", "V10", "V12"],
    } == loud["vetoed"]
    assert [] == quiet["notices"]
    assert [] == gated("yyyyyyyy")["notices"]  # missing: not evaluated
    assert {"separate-customer-unit": ["V9", "V12"]} == quiet["vetoed"]


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

    told = {"name": "A", "stage": stage, "functions": len(set(theirs))}

    assert [{**told, "shape": shape, "held": False}] == free["accounts"]
    assert [{**told, "shape": "bow-tie", "held": shape != "bow-tie"}] == held["accounts"]


def test_missing_add_ons_are_needed_and_not_there() -> None:
    """Left, which is named, needs sponsors and a steering group; right needs nothing."""
    assert ["steering-group"] == tiny(2, 1, have=["sponsors"])["add_ons_missing"]
    assert [] == tiny(1, 2)["add_ons_missing"]
