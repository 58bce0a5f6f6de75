"""The rules that were tried, against sums by hand; a fitted one never sees the firm it meets."""

from dataclasses import replace

import numpy as np
import pytest

from build_tools.calibration import rules
from build_tools.calibration.grids import Trial
from build_tools.calibration.readings import load
from build_tools.calibration.rules import candidates, steps
from tests.support.case_files import cases
from tests.support.given.calibrated import MODEL, ONE, OTHER, full, judged, quick, write


@pytest.mark.parametrize("case", cases("calibration/rules"))
def test_score_by_hand(case):
    """Each rule gives what was worked out by hand."""
    rungs, keys = case["rungs"], case["keystones"]

    assert case["expect"] == {name: getattr(rules, name)(rungs, keys) for name in case["expect"]}
    assert case["counts"] == {s: rules.count(s)(rungs, keys) for s in case["counts"]}


@pytest.mark.parametrize("case", cases("calibration/steps"))
def test_level_by_hand(case, tmp_path):
    """Each way to a level gives what was worked out by hand, without and with the cap."""
    trial = _trial(tmp_path, {"one": ONE})
    trial.__dict__["programme"] = _filled(trial.programme, case["score"])
    weakest = trial.dimensions.measured.copy()
    weakest[:, :, 0], weakest[:, :, 1] = case["weakest"], 0  # the second is not critical
    trial.__dict__["dimensions"] = replace(trial.dimensions, measured=weakest)
    free, capped = (rules._level(trial, case["early"], held) for held in (False, True))

    assert (case["free"], case["capped"]) == (free.measured[0, 0, 0], capped.measured[0, 0, 0])


def _filled(grid, value):
    return replace(grid, measured=np.full_like(grid.measured, value))


def _trial(folder, firms) -> Trial:
    return Trial(MODEL, load(write(folder, firms), MODEL).cases, "full")


def _firms(first_judged) -> dict:
    """Four firms, the first of which is judged as given."""
    low = {**ONE, "full-1": full(1, 1, 0, 2), "full-2": full(1, 2, 1, 2), "quick-1": quick(1, 1)}
    high = {**OTHER, "full-1": full(3, 2, 4, 2), "full-2": full(3, 3, 4, 1)}
    first = {**ONE, "judge-1": first_judged, "judge-2": first_judged}
    return {"a": first, "b": OTHER, "c": low, "d": high}


def test_a_fitted_rule_never_saw_the_firm(tmp_path):
    """Whatever is judged of a firm, what is fitted for it stays as it is."""
    one = _trial(tmp_path / "one", _firms(judged(0, 0, 0)))
    other = _trial(tmp_path / "other", _firms(judged(4, 4, 4)))
    fitted = [
        (candidates(MODEL, t.cases, {})[-1].dimensions, steps(t)[3].level) for t in (one, other)
    ]

    for grids in zip(*fitted, strict=True):
        first, second = (grid.measured[0] for grid in grids)
        np.testing.assert_array_equal(first, second)


def test_the_mean_is_what_the_engine_takes(tmp_path):
    """The rule that the page calls taken gives the scores that the site shows."""
    trial = _trial(tmp_path, {"one": ONE, "other": OTHER})
    taken = candidates(MODEL, trial.cases, {})[0]

    np.testing.assert_allclose(trial.dimensions.measured, taken.dimensions.measured)
    np.testing.assert_allclose(trial.programme.measured, taken.programme.measured)


def test_the_nearest_level_with_the_cap_is_what_the_site_shows(tmp_path):
    """The way to a level that the page calls taken is the engine's, for every reading."""
    trial = _trial(tmp_path, _firms(judged(1, 2, 3)))
    [taken] = [s for s in steps(trial) if s.capped and s.words == "the nearest whole level"]

    np.testing.assert_array_equal(trial.level.measured, taken.level.measured)
