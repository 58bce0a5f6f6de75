"""Every statistic against sums by hand, and against SciPy's where it has one."""

from math import isnan

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from build_tools.calibration import sums
from build_tools.calibration.sums import Grid
from tests.support.case_files import cases

RUNG = st.integers(0, 4)
PAIRS = st.lists(st.tuples(RUNG, RUNG), min_size=2, max_size=30)


def grid(measured, judged) -> Grid:
    """A grid of nested lists, none for what is not known."""
    return Grid(np.array(measured, dtype=float), np.array(judged, dtype=float))


@pytest.mark.parametrize("case", cases("calibration/sums"))
def test_by_hand(case):
    """Bias, errors, correlations and the margin are those worked out by hand."""
    of = grid(case["measured"], case["judged"])
    found = {name: getattr(sums, name)(of) for name in case["expect"]}

    assert pytest.approx(case["expect"], abs=1e-6) == found


@given(PAIRS)
def test_correlations_are_those_of_scipy(pairs):
    """Pearson's and Spearman's, equal values sharing their mean rank."""
    one, other = (np.array(side, dtype=float) for side in zip(*pairs, strict=True))
    assume(np.ptp(one) > 0 and np.ptp(other) > 0)

    assert sums.correlation(one, other) == pytest.approx(stats.pearsonr(one, other).statistic)
    assert sums.rank_correlation(one, other) == pytest.approx(stats.spearmanr(one, other).statistic)


def test_ranks_by_hand():
    """Ranks 1, 2.5, 2.5, 4 beside 1, 3, 2, 4: 4.5 / sqrt(4.5 * 5); what one lacks takes no part."""
    one, other = np.array([1, 2, 2, 3, np.nan]), np.array([1.0, 3, 2, 4, 9])

    assert sums.rank_correlation(one, other) == pytest.approx(0.948683, abs=1e-6)


def test_no_correlation_without_difference():
    """Where one side does not vary there is none, and no warning."""
    assert isnan(sums.correlation(np.array([1.0, 1, 1]), np.array([1.0, 2, 3])))
    assert isnan(sums.rank_correlation(np.array([np.nan]), np.array([1.0])))


def test_kappa_by_hand():
    """Distances 0 and 1 against 0, 2, 1 and 1 by chance: 1 - 0.5 / 1."""
    assert sums.weighted_kappa([(0, 0), (1, 2)]) == pytest.approx(0.5)
    assert isnan(sums.weighted_kappa([(2, 2), (2, 2)]))


@given(PAIRS)
def test_kappa_is_one_for_equal_answers_alone(pairs):
    """Never above 1, and 1 where all answers are equal and not all the same."""
    kappa = sums.weighted_kappa(pairs)
    assume(not isnan(kappa))

    assert kappa <= 1 + 1e-12
    assert (abs(kappa - 1) < 1e-12) == all(a == b for a, b in pairs)


@given(PAIRS)
def test_kappa_treats_both_readers_alike(pairs):
    """Who reads first makes no difference, nor does the order of the answers."""
    turned = [(b, a) for a, b in reversed(pairs)]

    assert sums.weighted_kappa(turned) == pytest.approx(sums.weighted_kappa(pairs), nan_ok=True)


@given(st.lists(st.lists(RUNG, min_size=2, max_size=2), min_size=2, max_size=12))
def test_nine_of_ten_lie_within_the_margin(rows):
    """The least tenth within which nine of ten results lie, each firm weighing the same."""
    of = grid([[row] for row in rows], [[2, 2]] * len(rows))
    margin = sums.nine_of_ten(of)
    errors = np.abs(of.errors)[:, 0]

    assert np.mean(errors <= margin + 1e-9) >= 0.9 - 1e-9
    assert margin == 0 or np.mean(errors <= margin - 0.1 - 1e-9) < 0.9


def test_an_interval_is_that_of_whole_cases():
    """Cases that are all alike leave none; of two cases, the draws reach both."""
    alike = grid([[[1, 2], [3, 1]]] * 5, [[1, 1]] * 5)
    two = grid([[[0.0]], [[1.0]]], [[0.0], [0.0]])

    assert sums.interval(alike, sums.mean_error) == pytest.approx((0.75, 0.75))
    assert sums.interval(two, sums.bias) == (0.0, 1.0)


def test_an_interval_is_the_same_at_every_run():
    """The draws have a fixed seed."""
    of = grid([[[n % 4 + n / 10]] for n in range(9)], [[n % 3] for n in range(9)])

    assert sums.interval(of, sums.r) == sums.interval(of, sums.r)


@pytest.mark.parametrize("name", ["bias", "mean_error", "beyond", "r", "r_within"])
def test_many_drawings_at_once_are_each_as_alone(name):
    """A statistic of many drawings is an array with the figure of each."""
    random = np.random.default_rng(5)
    of = grid(random.integers(0, 5, (6, 2, 4)), random.integers(0, 5, (6, 4)))
    of.measured[2, 1, 3] = np.nan
    drawn = random.integers(0, 6, (20, 6))
    statistic = getattr(sums, name)

    assert pytest.approx([statistic(of.drawn(one)) for one in drawn]) == statistic(of.drawn(drawn))
