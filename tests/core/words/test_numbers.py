"""One rounding for every figure that a person reads: half up, as a spreadsheet shows it."""

import ast
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.sources import nodes
from widgets.core.choosing_words.phrases import one_decimal, percent
from widgets.core.scoring.score import at
from widgets.core.words.numbers import between, fixed, hundredths, number, span

DRAWN = {"svg", "radar", "strip"}
"""Modules that round places in a drawing, which nobody reads."""


@pytest.mark.parametrize(
    ("value", "places", "said"),
    [
        (2.125, 2, "2.13"),  # 17 / 8, as a workbook shows it
        (2.115, 2, "2.12"),  # the float is a little less than the half
        (2.675, 2, "2.68"),
        (1.005, 2, "1.01"),
        (0.125, 2, "0.13"),
        (-2.125, 2, "−2.13"),
        (-0.001, 2, "0.00"),
        (3, 2, "3.00"),
        (0.05, 1, "0.1"),
        (-7.25, 1, "−7.3"),
        (70.5, 0, "71"),
        (0.5, 0, "1"),
        (0, 0, "0"),
        (2 / 3, 2, "0.67"),
        (123456.785, 2, "123456.79"),
    ],
)
def test_half_up(value, places, said):
    """A half goes away from zero, also where the float just misses it."""
    assert said == fixed(value, places)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12), st.integers(1, 8))
def test_means_round_as_by_hand(rungs, dimensions):
    """A mean of means of rungs rounds as its exact fraction does."""
    exact = Fraction(sum(rungs), len(rungs)) / dimensions
    hundred = Fraction(100) * exact
    by_hand = Decimal((2 * hundred + 1).__floor__() // 2) / 100

    assert f"{by_hand:.2f}" == fixed(sum(rungs) / len(rungs) / dimensions, 2)


@given(st.integers(0, 4 * 5040), st.integers(1, 5040))
def test_a_score_reads_as_the_level_that_it_gives(whole, parts):
    """No score that is less than a half is shown as one, so level and score never disagree."""
    value = min(whole / parts, 4.0)

    assert at(value) == at(float(number(value)))


def test_a_score_just_below_a_half():
    """As many decimals as it takes to see it; from a half on, as every other score."""
    just = (2.4979166, 2.4958, 2.49999, 2.5 - 1e-10, 2.5, 2.504, 0.4999999)

    assert ("2.498", "2.496", "2.49999", "2.5", "2.5", "2.5", "0.4999999") == tuple(
        map(number, just)
    )


@given(st.decimals(-1000, 1000, places=3), st.integers(0, 2))
def test_rounds_as_decimal_does(value, places):
    """What has three decimals rounds as decimal arithmetic does."""
    whole = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    text = f"{abs(whole):.{places}f}"

    assert (f"−{text}" if whole < 0 else text) == fixed(float(value), places)


def test_every_word_for_a_figure_rounds_alike():
    """Scores, ranges, points and shares: each has its form, all have one rounding."""
    assert ("2.13", "3.0", "2.5", "–") == tuple(map(number, (2.125, 3, 2.5, None)))
    assert ("2.13", "1.0 to 2.13") == (span((2.125, 2.125)), span((1, 2.125)))
    assert ("12.3", "0.1", "−0.1", "0") == tuple(map(one_decimal, (12.25, 0.05, -0.05, 0.04)))
    assert ("71", "0", "100") == tuple(map(hundredths, (0.705, None, 1)))
    assert ("13%", "1%", "under 1%", "over 99%", "100%") == tuple(
        map(percent, (0.125, 0.005, 0.004, 0.996, 1))
    )
    assert ("71", "20 to 71") == (between(["71", "71"]), between(["20", "71"]))


def test_nothing_else_rounds_what_a_person_reads():
    """No format with decimals or percent signs, and no `round` in a text, but in this one place.

    Sizes in megabytes are whole numbers, and the formula of the workbook writes a constant.
    """
    allowed = {"1000000.0", "TOLERANCE:.9f"}
    found = []
    for path, node in nodes("widgets"):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            if ast.unparse(node.format_spec).rstrip("'\"")[-1] in "f%e":
                text = ast.unparse(node)
                found += [] if any(a in text for a in allowed) else [f"{path}: {text}"]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "round":
            text = ast.unparse(node)
            exact = text.endswith((", 9)", "* 1000)"))  # ties of floats; milliseconds
            found += [] if exact or Path(path).stem in DRAWN else [f"{path}: {text}"]

    assert [] == found
